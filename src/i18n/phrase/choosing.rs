//! What is said of choosing provinces.

use crate::i18n::Lang;

/// Says that the last selected province stays selected, although the reader has tried to deselect it.
pub fn last_province(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Phải còn ít nhất một tỉnh được chọn, nên {name} vẫn được giữ."),
        Lang::En => format!("At least one province must stay selected, so {name} is kept."),
    }
}

/// Says that the page now shows a province, or no longer shows it.
pub fn province_toggled(lang: Lang, name: &str, is_shown: bool) -> String {
    match (lang, is_shown) {
        (Lang::Vi, true) => format!("Đã thêm {name}."),
        (Lang::Vi, false) => format!("Đã bỏ {name}."),
        (Lang::En, true) => format!("{name} was added."),
        (Lang::En, false) => format!("{name} was left out."),
    }
}

/// What a button is called that takes a province out of those in view.
pub fn remove_province(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("Bỏ {name}"),
        Lang::En => format!("Leave out {name}"),
    }
}

/// Says that a province was not added, because as many are in view as can be told apart.
pub fn no_room_for(lang: Lang, name: &str, most: usize) -> String {
    match lang {
        Lang::Vi => {
            format!("Mỗi lần xem được nhiều nhất {most} tỉnh: hãy bỏ bớt một tỉnh rồi thêm {name}.")
        }
        Lang::En => format!("At most {most} provinces are shown: leave one out, then add {name}."),
    }
}

/// Says that a province in the URL was ignored, because as many are named before it as can be told apart.
pub fn too_many_chosen(lang: Lang, key: &str, value: &str, most: usize) -> String {
    match lang {
        Lang::Vi => format!(
            "Địa chỉ có “{key}={value}”: mỗi lần xem được nhiều nhất {most} tỉnh, nên đã bỏ qua tỉnh này."
        ),
        Lang::En => format!(
            "The address has “{key}={value}”: at most {most} provinces are shown, so it was ignored."
        ),
    }
}

/// Says that a province in the URL was ignored on a page about promises, because its own are not followed.
pub fn has_no_promises(lang: Lang, key: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Địa chỉ có “{key}={value}”: lời hứa của tỉnh này chưa được theo dõi ở đây, nên đã bỏ qua."
        ),
        Lang::En => format!(
            "The address has “{key}={value}”: the promises of that province are not followed yet, so it \
             was ignored."
        ),
    }
}
