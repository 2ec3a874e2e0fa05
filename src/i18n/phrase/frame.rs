//! Phrases about benchmarks (the country's figures beside a province's) and about sources that
//! disagree.

use super::count_of;
use crate::i18n::Lang;

/// "3 chỗ các nguồn nói khác nhau", "1 disagreement".
pub fn n_disputes(lang: Lang, n: usize) -> String {
    count_of(lang, n, "chỗ các nguồn nói khác nhau", "disagreement", "disagreements")
}

/// How far a figure is above or below the country's figure of the same year, to be written after the
/// latter. `difference` has no sign. Where figures need care, it does not say which one is higher.
pub fn compared_with_country(
    lang: Lang,
    difference: &str,
    is_higher: bool,
    with_care: bool,
) -> String {
    match (lang, is_higher, with_care) {
        (Lang::Vi, true, false) => format!("con số trên cao hơn {difference}"),
        (Lang::Vi, _, true) => format!("con số trên cách mức này {difference}, đọc thận trọng"),
        (Lang::Vi, false, false) => format!("con số trên thấp hơn {difference}"),
        (Lang::En, true, false) => format!("the figure above is {difference} higher"),
        (Lang::En, _, true) => {
            format!("the figure above is {difference} away from it, read with care")
        }
        (Lang::En, false, false) => format!("the figure above is {difference} lower"),
    }
}

/// As [`compared_with_country`], for equal figures.
pub fn equals_country(lang: Lang, with_care: bool) -> &'static str {
    match (lang, with_care) {
        (Lang::Vi, false) => "con số trên bằng mức này",
        (Lang::Vi, true) => "con số trên bằng mức này, đọc thận trọng",
        (Lang::En, false) => "the figure above is equal to it",
        (Lang::En, true) => "the figure above is equal to it, read with care",
    }
}

/// As [`compared_with_country`], where either figure has a caveat.
pub fn caveat_forbids_difference(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "một trong hai số có lưu ý, nên không trừ cho nhau",
        Lang::En => "one of the two has a caveat, so neither is subtracted from the other",
    }
}

/// The largest difference between figures of one measure.
pub fn largest_difference(lang: Lang, difference: &str) -> String {
    match lang {
        Lang::Vi => format!("Chênh nhau {difference}."),
        Lang::En => format!("They are {difference} apart."),
    }
}

/// Says on whose figure sources disagree, to be written after a difference.
pub fn disputed_pair(lang: Lang, names: &str) -> String {
    match lang {
        Lang::Vi => format!("Về số của {names}, có nguồn nói khác."),
        Lang::En => format!("On the figure of {names} sources disagree."),
    }
}

/// As [`largest_difference`], where only the figures of this measure can be subtracted.
pub fn largest_difference_of(lang: Lang, measure: &str, difference: &str) -> String {
    match lang {
        Lang::Vi => format!("Riêng các số của “{measure}” chênh nhau {difference}."),
        Lang::En => format!("Those of “{measure}” are {difference} apart."),
    }
}
