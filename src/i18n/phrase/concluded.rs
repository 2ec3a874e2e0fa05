//! What may be concluded from figures beside one another, and what may not. No sentence calls a
//! province the first or the last, because readers choose the set; and where figures need care, no
//! sentence says that one is better.

use crate::i18n::Lang;
use crate::i18n::number::list;

/// Says in place of a comparison that the figures are only context.
pub fn context_only(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => {
            "Đây là số liệu bối cảnh, không phải kết quả chuyển đổi số, nên trang không xếp tỉnh nào \
             hơn tỉnh nào."
        }
        Lang::En => {
            "These figures are context, not results of digital transformation, so no province is put above \
             another."
        }
    }
}

/// Says that the figures of the named provinces follow different definitions.
pub fn unlike_definitions(
    lang: Lang,
    names: &[&str],
    n_figures: usize,
    n_definitions: usize,
) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!(
            "{n_figures} con số của {names} theo {n_definitions} cách đo khác nhau: đừng trừ số của hai \
             cách đo cho nhau."
        ),
        Lang::En => format!(
            "The {n_figures} figures of {names} follow {n_definitions} different definitions: do not \
             subtract figures across definitions."
        ),
    }
}

/// Says that figures of one definition must not be compared nevertheless.
pub fn not_comparable(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không thể trừ số của các tỉnh này cho nhau; lý do ghi ở dưới.",
        Lang::En => {
            "The figures of these provinces cannot be subtracted from one another; the reasons are \
             below."
        }
    }
}

/// Says that figures of one definition are of different years, and tells no distance between them.
pub fn of_different_years(lang: Lang, years: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Các con số này thuộc những năm khác nhau ({years}), nên ở đây không nói chúng cách nhau bao \
             nhiêu; hãy chọn một năm."
        ),
        Lang::En => format!(
            "These figures are of different years ({years}), so no distance between them is told here; \
             choose one year."
        ),
    }
}

/// Says that figures of a table that is here in part are put in no order.
pub fn not_all_here(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Có kỳ ở đây chưa đủ số của các tỉnh, nên không xếp thứ tự.",
        Lang::En => "Not every edition is whole here, so the figures are put in no order.",
    }
}

/// Says who ranks above whom, of ranks that may be ordered. It names the best and the last only (or
/// those that share a place), never the whole order.
pub fn ranked_above(lang: Lang, best: &str, last: &str, difference: &str) -> String {
    match lang {
        Lang::Vi => format!("Cùng một bảng xếp hạng: {best} xếp trên {last} {difference}."),
        Lang::En => format!("In the same ranking {best} ranked {difference} above {last}."),
    }
}

/// Says whose figure is higher, of figures that may be ordered.
pub fn higher_by(lang: Lang, higher: &str, lower: &str, difference: &str) -> String {
    match lang {
        Lang::Vi => format!("Cùng một cách đo: số của {higher} cao hơn của {lower} {difference}."),
        Lang::En => format!(
            "By the same definition the figure of {higher} is {difference} above that of {lower}."
        ),
    }
}

/// Says how far apart the highest and the lowest figure are, without a winner, of figures that may be
/// compared with care.
pub fn difference_with_care(lang: Lang, names: &[&str], difference: &str) -> String {
    let are_two = names.len() == 2;
    let names = list(lang, names);
    match (lang, are_two) {
        (Lang::Vi, true) => {
            format!("Cùng một cách đo: {names} cách nhau {difference}; cần đọc thận trọng.")
        }
        (Lang::Vi, false) => format!(
            "Cùng một cách đo: {names} cách nhau nhiều nhất {difference}; cần đọc thận trọng."
        ),
        (Lang::En, true) => {
            format!("By the same definition {names} are {difference} apart; read with care.")
        }
        (Lang::En, false) => {
            format!(
                "By the same definition {names} are at most {difference} apart; read with care."
            )
        }
    }
}

/// Says that all figures are equal.
pub fn all_equal(lang: Lang, with_care: bool) -> &'static str {
    match (lang, with_care) {
        (Lang::Vi, false) => "Cùng một cách đo, và bằng nhau.",
        (Lang::Vi, true) => "Cùng một cách đo, và bằng nhau; cần đọc thận trọng.",
        (Lang::En, false) => "By the same definition they are equal.",
        (Lang::En, true) => "By the same definition they are equal; read with care.",
    }
}

/// What a pair of figures asks of its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Nothing.
    None,
    /// Care, because the two are of different years, whatever else.
    DifferentYears,
    /// Care for another reason.
    Other,
}

/// Says how far two figures are apart: "A và B: cùng cách đo, chênh 6 điểm %." Without a difference they
/// are equal.
pub fn pair_line(lang: Lang, a: &str, b: &str, difference: Option<&str>, care: Care) -> String {
    let alike = match (lang, care) {
        (Lang::Vi, Care::DifferentYears) => format!("{a} và {b}: cùng cách đo nhưng khác năm"),
        (Lang::Vi, _) => format!("{a} và {b}: cùng cách đo"),
        (Lang::En, Care::DifferentYears) => {
            format!("{a} and {b}: same definition but different years")
        }
        (Lang::En, _) => format!("{a} and {b}: same definition"),
    };
    let apart = match (lang, difference) {
        (Lang::Vi, Some(difference)) => format!("chênh {difference}"),
        (Lang::Vi, None) => "bằng nhau".to_owned(),
        (Lang::En, Some(difference)) => format!("{difference} apart"),
        (Lang::En, None) => "equal".to_owned(),
    };
    let read = match (lang, care) {
        (_, Care::None) => "",
        (Lang::Vi, _) => "; đọc thận trọng",
        (Lang::En, _) => "; read with care",
    };
    format!("{alike}, {apart}{read}.")
}

/// The order of the provinces in view by one definition, and how many they are.
pub fn order_line(lang: Lang, measure: &str, places: &[String]) -> String {
    let n = places.len();
    let places = places.join("; ");
    match lang {
        Lang::Vi => format!("Thứ tự giữa {n} tỉnh đang xem, theo “{measure}”: {places}."),
        Lang::En => format!("Order among the {n} provinces in view, by “{measure}”: {places}."),
    }
}
