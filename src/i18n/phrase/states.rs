//! Sentences about how many promises are in which state.

use super::promise::n_promises;
use crate::i18n::Lang;
use crate::i18n::number::{list, number};

/// How many promises are in which state: "20 lời hứa có hạn: 2 đạt đúng hạn · 18 còn hạn; thêm 1 lời
/// hứa không nêu hạn". `states` are those of promises with a deadline, each with its number and the
/// words after the number. All states are written alike, so that none is stressed. With a year only
/// promises that are due in it are counted: "3 lời hứa hạn 2025: …".
pub fn state_counts(
    lang: Lang,
    states: &[(usize, String)],
    n_without_deadline: usize,
    due_in: Option<i32>,
) -> String {
    let n_due: usize = states.iter().map(|(n, _)| n).sum();
    let parts = counts(lang, states);
    let (due, rest) = (n_promises(lang, n_due), n_promises(lang, n_without_deadline));
    if let Some(year) = due_in {
        return format!("{due} {}: {parts}", due_in_year(lang, year));
    }
    match (lang, n_due, n_without_deadline) {
        (Lang::Vi, 0, _) => format!("{rest} không nêu hạn"),
        (Lang::En, 0, _) => format!("{rest} without a deadline"),
        (Lang::Vi, _, 0) => format!("{due} có hạn: {parts}"),
        (Lang::En, _, 0) => format!("{due} with a deadline: {parts}"),
        (Lang::Vi, ..) => format!("{due} có hạn: {parts}; thêm {rest} không nêu hạn"),
        (Lang::En, _, n) => {
            format!("{due} with a deadline: {parts}; {} more without one", number(lang, n as f64))
        }
    }
}

fn counts(lang: Lang, states: &[(usize, String)]) -> String {
    let parts: Vec<String> =
        states.iter().map(|(n, name)| format!("{} {}", number(lang, *n as f64), name)).collect();
    parts.join(" · ")
}

fn due_in_year(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Vi => format!("hạn {year}"),
        Lang::En => format!("due in {year}"),
    }
}

/// How many of `n_all` promises are in the states that a reader has selected: "Tính đến 22/11/2026,
/// trong 20 lời hứa của BR-VT: 2 đạt đúng hạn." It always gives the number of all promises, so that
/// nobody takes the selected ones for all. `due_in` is as for [`state_counts`].
pub fn states_among(
    lang: Lang,
    day: &str,
    provinces: &[&str],
    n_all: usize,
    due_in: Option<i32>,
    states: &[(usize, String)],
) -> String {
    let names = list(lang, provinces);
    let (all, parts) = (n_promises(lang, n_all), counts(lang, states));
    let due = due_in.map(|year| format!(" {}", due_in_year(lang, year))).unwrap_or_default();
    match lang {
        Lang::Vi => format!("Tính đến {day}, trong {all}{due} của {names}: {parts}."),
        Lang::En => format!("As of {day}, of {all}{due} by {names}: {parts}."),
    }
}

/// Says, after the number of promises that were met or not met, that nobody knows of `n` others. Begins
/// with a space; empty for none.
pub fn outcome_unknown(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::Vi, n) => {
            let promises = n_promises(lang, n);
            format!(" Thêm {promises} chưa thấy công bố số nào, nên chưa biết đạt hay không.")
        }
        (Lang::En, 1) => {
            " For 1 more, nothing was found published, so its outcome is unknown.".into()
        }
        (Lang::En, n) => {
            let n = number(lang, n as f64);
            format!(" For {n} more, nothing was found published, so their outcome is unknown.")
        }
    }
}

/// How many promises without a published figure are still too early for one, to be written after the
/// count of such promises. Empty for none.
pub fn n_awaited(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::Vi, n) => format!(", trong đó {} chưa đến kỳ", number(lang, n as f64)),
        (Lang::En, n) => {
            format!(", {} of them not due for publication yet", number(lang, n as f64))
        }
    }
}

/// Of how many of so many promises the time has come at which their outcome may be known, and which outcomes: "20
/// trong 23 lời hứa đã đến lúc xét: 2 đạt đúng hạn; 18 chưa thấy công bố". `states` are as for
/// [`state_counts`].
pub fn due_counts(lang: Lang, n_all: usize, states: &[(usize, String)]) -> String {
    let n_due = number(lang, states.iter().map(|(n, _)| n).sum::<usize>() as f64);
    let promises = n_promises(lang, n_all);
    let parts: Vec<String> =
        states.iter().map(|(n, name)| format!("{} {name}", number(lang, *n as f64))).collect();
    let parts = parts.join("; ");
    match (lang, parts.is_empty()) {
        (Lang::Vi, true) => format!("{promises}, chưa lời hứa nào đến lúc xét"),
        (Lang::En, true) => format!("{promises}, none of which has come due yet"),
        (Lang::Vi, false) => format!("{n_due} trong {promises} đã đến lúc xét: {parts}"),
        (Lang::En, false) => format!("{n_due} of {promises} have come due: {parts}"),
    }
}

/// A sentence as of a day.
pub fn as_of(lang: Lang, day: &str, sentence: &str) -> String {
    match lang {
        Lang::Vi => format!("Tính đến {day}: {sentence}."),
        Lang::En => format!("As of {day}: {sentence}."),
    }
}

/// The [`state_counts`] of some provinces on a day: "Tính đến 22/11/2026, BR-VT: 20 lời hứa có hạn: …".
pub fn state_counts_as_of(lang: Lang, day: &str, provinces: &[&str], counts: &str) -> String {
    let names = list(lang, provinces);
    match lang {
        Lang::Vi => format!("Tính đến {day}, {names}: {counts}."),
        Lang::En => format!("As of {day}, {names}: {counts}."),
    }
}
