//! Sentences about the edition of an index that is awaited.

use crate::i18n::Lang;
use crate::i18n::number::number;

/// Says that no edition of an index was found for the year after the newest known one.
pub fn next_edition_not_found(lang: Lang, index: &str, year: i32) -> String {
    match lang {
        Lang::Vi => format!("{index}: chưa thấy kỳ {year}."),
        Lang::En => format!("{index}: the edition of {year} has not been found."),
    }
}

/// Says how many days after the end of their year the earliest known sources of `n` earlier editions are,
/// from the shortest to the longest time, and from when to when this one would come at that pace. It is
/// true whether these days are past or still to come.
pub fn expected_between(
    lang: Lang,
    n: usize,
    (shortest, longest): (i32, i32),
    (since, until): (&str, &str),
) -> String {
    let n = number(lang, n as f64);
    let [from, to] = [shortest, longest].map(|days| number(lang, f64::from(days)));
    let is_one = shortest == longest;
    match lang {
        Lang::Vi if is_one => format!(
            "{n} kỳ trước có nguồn sớm nhất {from} ngày sau khi hết năm được đo; theo nhịp ấy kỳ này ra \
             khoảng {since}."
        ),
        Lang::Vi => format!(
            "{n} kỳ trước có nguồn sớm nhất từ {from} đến {to} ngày sau khi hết năm được đo; theo nhịp ấy \
             kỳ này ra trong khoảng từ {since} đến {until}."
        ),
        Lang::En if is_one => format!(
            "The earliest sources of the {n} editions before are of {from} days after the end of the year \
             measured; at that pace this one would come out about {since}."
        ),
        Lang::En => format!(
            "The earliest sources of the {n} editions before are of {from} to {to} days after the end of \
             the year measured; at that pace this one would come out between {since} and {until}."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_that_was_not_found_is_named_with_its_index() {
        let said = Lang::ALL.map(|lang| next_edition_not_found(lang, "PAPI", 2025));
        assert_eq!(
            said,
            ["PAPI: chưa thấy kỳ 2025.", "PAPI: the edition of 2025 has not been found."]
        );
    }

    #[test]
    fn earlier_editions_say_when_it_may_be_expected() {
        let said = Lang::ALL.map(|lang| expected_between(lang, 2, (96, 1_108), ("D", "E")));
        assert_eq!(
            said,
            [
                "2 kỳ trước có nguồn sớm nhất từ 96 đến 1.108 ngày sau khi hết năm được đo; theo nhịp ấy kỳ \
                 này ra trong khoảng từ D đến E.",
                "The earliest sources of the 2 editions before are of 96 to 1,108 days after the end of the \
                 year measured; at that pace this one would come out between D and E.",
            ]
        );
    }

    #[test]
    fn equal_times_are_said_once() {
        let said = Lang::ALL.map(|lang| expected_between(lang, 2, (96, 96), ("D", "D")));
        assert_eq!(
            said,
            [
                "2 kỳ trước có nguồn sớm nhất 96 ngày sau khi hết năm được đo; theo nhịp ấy kỳ này ra khoảng \
                 D.",
                "The earliest sources of the 2 editions before are of 96 days after the end of the year \
                 measured; at that pace this one would come out about D.",
            ]
        );
    }
}
