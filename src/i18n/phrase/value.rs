//! Values in words: bounds, ranks and differences, and the labels of marks in figures.

use crate::i18n::{Lang, number};

/// The label of a target's mark.
pub fn target_label(lang: Lang, value: &str, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("mục tiêu {value} · {deadline}"),
        (Lang::Vi, None) => format!("mục tiêu {value}"),
        (Lang::En, Some(deadline)) => format!("target {value} · {deadline}"),
        (Lang::En, None) => format!("target {value}"),
    }
}

/// The label of a reference line with a figure of the country.
pub fn country_label(lang: Lang, value: &str, when: Option<&str>, is_target: bool) -> String {
    let when = when.map(|when| format!(" · {when}")).unwrap_or_default();
    match (lang, is_target) {
        (Lang::Vi, false) => format!("cả nước {value}{when}"),
        (Lang::Vi, true) => format!("mục tiêu cả nước {value}{when}"),
        (Lang::En, false) => format!("country {value}{when}"),
        (Lang::En, true) => format!("country’s target {value}{when}"),
    }
}

/// The name of a unit by its word in the data files; `None` for a word that has no name here.
pub fn unit_name(lang: Lang, word: &str) -> Option<&'static str> {
    let name = match (lang, word) {
        (_, "km2") => "km²",
        (Lang::Vi, "people-per-km2") => "người/km²",
        (Lang::En, "people-per-km2") => "people/km²",
        (Lang::Vi, "thousand-people") => "nghìn người",
        (Lang::En, "thousand-people") => "thousand people",
        (Lang::Vi, "million-vnd") => "triệu đồng",
        (Lang::En, "million-vnd") => "million dong",
        _ => return None,
    };
    Some(name)
}

/// A number with the name of its unit, by the word of the data files: "66,57 triệu đồng". A word that has
/// no name here stands as it is: "32.000.000.000 USD".
pub fn with_unit(lang: Lang, value: f64, word: &str) -> String {
    let name = unit_name(lang, word).unwrap_or(word);
    format!("{} {name}", number::number(lang, value))
}

/// A difference with its unit.
pub fn difference(lang: Lang, value: f64, unit: DifferenceUnit) -> String {
    match unit {
        DifferenceUnit::PercentagePoints => number::percentage_points(lang, value),
        DifferenceUnit::Points => counted(lang, value, "điểm", ("point", "points")),
        DifferenceUnit::Places => counted(lang, value, "bậc", ("place", "places")),
        DifferenceUnit::Plain => number::number(lang, value),
    }
}

/// A number with a word; in English the first one for exactly 1, else the second.
fn counted(lang: Lang, value: f64, vi: &str, (one, many): (&str, &str)) -> String {
    let is_one = (value.abs() - 1.0).abs() < f64::EPSILON;
    let word = match lang {
        Lang::Vi => vi,
        Lang::En if is_one => one,
        Lang::En => many,
    };
    format!("{} {word}", number::number(lang, value))
}

/// The unit of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceUnit {
    /// Percentage points.
    PercentagePoints,
    /// Points of a score.
    Points,
    /// Places of a ranking.
    Places,
    /// No unit: only the number is written.
    Plain,
}

/// A value with the word for its comparator: "at least 80%".
pub fn with_bound(lang: Lang, bound: BoundWord, value: &str) -> String {
    let word = match (lang, bound) {
        (_, BoundWord::None) => return value.to_owned(),
        (Lang::Vi, BoundWord::MoreThan) => "hơn",
        (Lang::Vi, BoundWord::AtLeast) => "ít nhất",
        (Lang::Vi, BoundWord::LessThan) => "dưới",
        (Lang::Vi, BoundWord::AtMost) => "không quá",
        (Lang::Vi, BoundWord::About) => "khoảng",
        (Lang::En, BoundWord::MoreThan) => "over",
        (Lang::En, BoundWord::AtLeast) => "at least",
        (Lang::En, BoundWord::LessThan) => "under",
        (Lang::En, BoundWord::AtMost) => "at most",
        (Lang::En, BoundWord::About) => "about",
    };
    format!("{word} {value}")
}

/// The word for a comparator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundWord {
    /// No word: the value is exact.
    None,
    /// More than.
    MoreThan,
    /// At least.
    AtLeast,
    /// Less than.
    LessThan,
    /// At most.
    AtMost,
    /// About.
    About,
}

/// A rank with its base, in words: "thứ 9 trên 63", "9th of 63". With `is_top` it means this rank
/// or a better one, as in a goal: "15 hạng đầu trên 63". `to` is the other end of a range: "thứ 17–19
/// trên 34".
pub fn rank(
    lang: Lang,
    (place, to): (u32, Option<u32>),
    base: Option<u32>,
    is_top: bool,
) -> String {
    let places = to.map_or_else(|| place.to_string(), |to| format!("{place}–{to}"));
    let place = match (lang, is_top, to) {
        (Lang::Vi, true, _) => format!("{places} hạng đầu"),
        (Lang::En, true, _) => format!("top {places}"),
        (_, false, None) => number::ordinal(lang, place),
        (Lang::Vi, false, Some(_)) => format!("thứ {places}"),
        (Lang::En, false, Some(to)) => format!("{place}–{}", number::ordinal(lang, to)),
    };
    match (lang, base) {
        (_, None) => place,
        (Lang::Vi, Some(base)) => format!("{place} trên {base}"),
        (Lang::En, Some(base)) => format!("{place} of {base}"),
    }
}
