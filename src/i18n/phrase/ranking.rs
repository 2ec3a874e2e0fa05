//! Sentences about the editions of a ranking: the places of provinces, how many were ranked, and what
//! is not known.

use super::count_of;
use crate::i18n::Lang;
use crate::i18n::number::{list, number, ordinal};

/// "63 tỉnh, thành phố", "63 provinces and cities".
pub fn n_units(lang: Lang, n: u32) -> String {
    count_of(lang, n as usize, "tỉnh, thành phố", "province or city", "provinces and cities")
}

/// How many units were ranked, to be written after a place: "trong 63", "of 63".
pub fn out_of(lang: Lang, base: u32) -> String {
    let base = number(lang, f64::from(base));
    match lang {
        Lang::Vi => format!("trong {base}"),
        Lang::En => format!("of {base}"),
    }
}

/// Which of two rankings of the same year: the one before or after the mergers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergerStage {
    /// With the borders from before the mergers.
    Before,
    /// With the borders from after the mergers.
    After,
}

/// The year of an edition and, if that year was ranked twice, which one: "2022", "2024 sau sáp nhập".
pub fn edition_year(lang: Lang, year: i32, stage: Option<MergerStage>) -> String {
    let stage = match (lang, stage) {
        (_, None) => "",
        (Lang::Vi, Some(MergerStage::Before)) => " trước sáp nhập",
        (Lang::Vi, Some(MergerStage::After)) => " sau sáp nhập",
        (Lang::En, Some(MergerStage::Before)) => " before the mergers",
        (Lang::En, Some(MergerStage::After)) => " after the mergers",
    };
    format!("{year}{stage}")
}

/// The name of an edition, from its [`edition_year`]: "Kỳ 2022".
pub fn edition_name(lang: Lang, year: &str) -> String {
    match lang {
        Lang::Vi => format!("Kỳ {year}"),
        Lang::En => format!("Edition of {year}"),
    }
}

/// How many places of an edition are known: "biết 7 trong 63", or "biết đủ 63".
pub fn n_known(lang: Lang, n: usize, base: u32) -> String {
    let is_complete = u32::try_from(n) == Ok(base);
    let (n, base) = (number(lang, n as f64), number(lang, f64::from(base)));
    match (lang, is_complete) {
        (Lang::Vi, true) => format!("biết đủ {base}"),
        (Lang::Vi, false) => format!("biết {n} trong {base}"),
        (Lang::En, true) => format!("all {base} known"),
        (Lang::En, false) => format!("{n} of {base} known"),
    }
}

/// How many units of an edition a table shows: "63 tỉnh, thành phố", "7 trong 63 tỉnh, thành phố".
pub fn n_of_units(lang: Lang, n: usize, base: u32) -> String {
    let units = n_units(lang, base);
    if u32::try_from(n) == Ok(base) {
        return units;
    }
    let n = number(lang, n as f64);
    match lang {
        Lang::Vi => format!("{n} trong {units}"),
        Lang::En => format!("{n} of {units}"),
    }
}

/// A unit and its place, within a sentence: "Bình Phước thứ 12", "Yên Bái thứ 15 (đồng hạng)".
pub fn name_and_place(lang: Lang, name: &str, place: u32, is_shared: bool) -> String {
    let shared = match (lang, is_shared) {
        (_, false) => "",
        (Lang::Vi, true) => " (đồng hạng)",
        (Lang::En, true) => " (shared)",
    };
    format!("{name} {}{shared}", ordinal(lang, place))
}

/// The places of some units in an edition, and how many were ranked, as a sentence.
pub fn places_in_edition(lang: Lang, edition: &str, places: &[String], base: u32) -> String {
    let (places, units) = (places.join(", "), n_units(lang, base));
    match lang {
        Lang::Vi => format!("{edition}: {places} trong {units}."),
        Lang::En => format!("{edition}: {places} of {units}."),
    }
}

/// Says which units have no known place in an edition.
pub fn places_not_found(lang: Lang, year: i32, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!("Chưa nhập thứ hạng kỳ {year} của {names}."),
        Lang::En => format!("The places of {names} in {year} have not been entered."),
    }
}

/// Says which units had been merged into others before an edition.
pub fn merged_away(lang: Lang, names: &[&str]) -> String {
    let is_one = names.len() == 1;
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!("{names} đã nhập vào nơi khác nên không có thứ hạng riêng."),
        Lang::En if is_one => {
            format!("{names} had become part of another unit and has no place of its own.")
        }
        Lang::En => {
            format!("{names} had become parts of other units and have no places of their own.")
        }
    }
}

/// Says which ranked units some units had become parts of, and their places. `merged` has the name of each
/// unit, the name of the one that it is part of now, and the place of that one.
pub fn merged_into(lang: Lang, merged: &[(&str, &str, u32)]) -> String {
    let is_one = merged.len() == 1;
    let merged: Vec<String> = merged
        .iter()
        .map(|(name, unit, place)| {
            let place = ordinal(lang, *place);
            match lang {
                Lang::Vi => format!("{name} nay thuộc {unit} ({place})"),
                Lang::En => format!("{name} is now part of {unit} ({place})"),
            }
        })
        .collect();
    let merged: Vec<&str> = merged.iter().map(String::as_str).collect();
    let merged = list(lang, &merged);
    match lang {
        Lang::Vi if is_one => format!("{merged}: hạng của đơn vị mới, không phải của tỉnh cũ."),
        Lang::Vi => format!("{merged}: hạng của các đơn vị mới, không phải của các tỉnh cũ."),
        Lang::En if is_one => {
            format!("{merged}: the place of the new unit, not of the old province.")
        }
        Lang::En => format!("{merged}: places of the new units, not of the old provinces."),
    }
}

/// Says that a ranked unit includes others that were merged into it.
pub fn includes_others(lang: Lang, name: &str, others: &[&str]) -> String {
    let others = list(lang, others);
    match lang {
        Lang::Vi => format!("{name} ở đây đã gồm cả {others}."),
        Lang::En => format!("{name} here includes {others}."),
    }
}

/// Names the units merged into a ranked one, to be written after its place: "(gồm cả Ninh Thuận)".
pub fn together_with(lang: Lang, others: &[&str]) -> String {
    let others = list(lang, others);
    match lang {
        Lang::Vi => format!("(gồm cả {others})"),
        Lang::En => format!("(with {others})"),
    }
}

/// Explains why the edition shown is not the newest one. `newer` are the years of newer editions, each
/// with how many of its places are known.
pub fn newest_complete(lang: Lang, year: &str, newer: &[(String, String)]) -> String {
    let newer: Vec<String> =
        newer.iter().map(|(year, known)| format!("{year} ({known})")).collect();
    let newer = newer.join(", ");
    match lang {
        Lang::Vi => {
            format!(
                "Kỳ {year} là kỳ mới nhất đã nhập đủ thứ hạng. Kỳ sau mới nhập một phần: {newer}."
            )
        }
        Lang::En => format!(
            "{year} is the newest edition of which every place has been entered. Later ones are entered \
             in part: {newer}."
        ),
    }
}

/// The ranks that a color of the map stands for: "hạng 1–13".
pub fn place_range(lang: Lang, first: u32, last: u32) -> String {
    let is_one = first == last;
    let (first, last) = (number(lang, f64::from(first)), number(lang, f64::from(last)));
    let ranks = if is_one { first } else { format!("{first}–{last}") };
    match lang {
        Lang::Vi => format!("hạng {ranks}"),
        Lang::En if is_one => format!("place {ranks}"),
        Lang::En => format!("places {ranks}"),
    }
}

/// Says before which editions the lines break because the method of the index changed.
pub fn breaks_of_method(lang: Lang, years: &[&str]) -> String {
    let years = list(lang, years);
    match lang {
        Lang::Vi => format!("Đường đứt trước kỳ {years} vì cách tính chỉ số đổi."),
        Lang::En => {
            format!("The lines break before {years}, when the method of the index changed.")
        }
    }
}

/// Says that the lines break because another number of units was ranked after the mergers.
pub fn break_of_base(lang: Lang, before: u32, after: u32) -> String {
    let [before, after] = [before, after].map(|base| number(lang, f64::from(base)));
    match lang {
        Lang::Vi => format!(
            "Sau sáp nhập, bảng có {after} đơn vị thay vì {before}: hai loại hạng không nối được, và hạng của đơn vị mới không phải hạng của tỉnh cũ."
        ),
        Lang::En => format!(
            "After the mergers {after} units were ranked instead of {before}: the two kinds of places cannot be joined, and a place of a new unit is not one of the old province."
        ),
    }
}

/// Says that there is no edition of a year.
pub fn no_edition(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("Không tìm thấy kỳ xếp hạng {year}; trang không lấy kỳ khác thay vào."),
        Lang::En => format!("No edition of {year} was found; no other one stands in for it."),
    }
}

/// Says what the figure of an enlarged unit is the mean of. `parts` are its old provinces with their
/// figures.
pub fn mean_of_parts(lang: Lang, parts: &str) -> String {
    match lang {
        Lang::Vi => format!("Trung bình điểm các tỉnh cũ: {parts}."),
        Lang::En => format!("Mean of the scores of the old provinces: {parts}."),
    }
}

/// When a unit was enlarged, as a note ends that says no more: "sau khi nhập Quảng Nam".
pub fn after_taking_in(lang: Lang, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!("sau khi nhập {names}"),
        Lang::En => format!("after it took in {names}"),
    }
}

/// The heading of what the units of today would have had before the mergers.
pub fn worked_out_for(lang: Lang, n: u32) -> String {
    let n = number(lang, f64::from(n));
    match lang {
        Lang::Vi => format!("Tính lại cho {n} đơn vị nay"),
        Lang::En => format!("Worked out for today’s {n}"),
    }
}

/// How that is computed, and that it is not published. `year` is the edition that shows the rule, `n`
/// the number of units.
pub fn how_worked_out(lang: Lang, year: i32, n: u32) -> String {
    let n = number(lang, f64::from(n));
    match lang {
        Lang::Vi => format!(
            "Cột ghi “tính lại” do trang này tính, không phải số công bố: điểm = tổng điểm các tỉnh cũ ÷ số tỉnh cũ; nơi không sáp nhập thì giữ nguyên điểm. Kỳ {year} lấy trung bình các chỉ số chính nên điểm công bố có thể lệch ở số cuối. Hạng theo điểm ấy trong {n} đơn vị, bằng điểm thì cùng hạng. Điểm từng tỉnh cũ nằm trong bảng của kỳ ấy, ngay trên trang này. Mỗi kỳ đứng riêng: đừng trừ cột này cho cột kia."
        ),
        Lang::En => format!(
            "The columns that say “worked out” are computed by this site and were not published: score = sum of the scores of the old provinces ÷ their number; a unit that did not merge keeps its own. The edition of {year} takes the mean of the main indices, so its published scores may differ in the last digit. The place is by that score among {n} units, and equal scores share one. The score of each old province is in the table of that edition on this page. Each edition stands by itself: do not subtract one column from another."
        ),
    }
}

/// The year of a column that this site computed: "2022, tính lại".
pub fn year_worked_out(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("{year}, tính lại"),
        Lang::En => format!("{year}, worked out"),
    }
}

/// The year of a column that was published: "2024, công bố".
pub fn year_published(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("{year}, công bố"),
        Lang::En => format!("{year}, published"),
    }
}
