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

/// Says how many days `n` earlier editions took to come out, from the shortest to the longest time, and
/// the day from which on this one may be expected. It is true whether that day is past or still to come.
pub fn expected_from(lang: Lang, n: usize, (shortest, longest): (i32, i32), day: &str) -> String {
    let n = number(lang, n as f64);
    let [from, to] = [shortest, longest].map(|days| number(lang, f64::from(days)));
    let days = match lang {
        _ if shortest == longest => from,
        Lang::Vi => format!("từ {from} đến {to}"),
        Lang::En => format!("{from} to {to}"),
    };
    match lang {
        Lang::Vi => format!(
            "{n} kỳ trước biết được ngày công bố ra sau khi hết năm {days} ngày, nên có thể chờ kỳ này từ \
             {day}."
        ),
        Lang::En => format!(
            "The {n} earlier editions whose day of publication is known here came out {days} days after the \
             end of their year, so this one may be expected from {day} on."
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
    fn earlier_editions_say_since_when_it_may_be_expected() {
        let said = Lang::ALL.map(|lang| expected_from(lang, 2, (96, 1_108), "D"));
        assert_eq!(
            said,
            [
                "2 kỳ trước biết được ngày công bố ra sau khi hết năm từ 96 đến 1.108 ngày, nên có thể \
                 chờ kỳ này từ D.",
                "The 2 earlier editions whose day of publication is known here came out 96 to 1,108 days \
                 after the end of their year, so this one may be expected from D on.",
            ]
        );
    }

    #[test]
    fn equal_times_are_said_once() {
        let said = Lang::ALL.map(|lang| expected_from(lang, 2, (96, 96), "D"));
        assert!(said[0].contains("sau khi hết năm 96 ngày,"), "{}", said[0]);
        assert!(said[1].contains("came out 96 days after"), "{}", said[1]);
    }
}
