//! Years, quarters, months, days and intervals, as each language writes them.
//!
//! Each has a short form, for table cells and axes, and a long form, for sentences:
//!
//! | | vi short | vi long | en short | en long |
//! |---|---|---|---|---|
//! | year | 2024 | 2024 | 2024 | 2024 |
//! | quarter | quý IV/2024 | quý IV/2024 | Q4 2024 | 4th quarter 2024 |
//! | month | 10/2022 | tháng 10/2022 | Oct 2022 | October 2022 |
//! | day | 20/7/2023 | 20 tháng 7 2023 | Jul 20, 2023 | July 20, 2023 |
//!
//! The patterns are CLDR's (`yM`, `yMMM`, `yMMMM`, `yMd`, `yMMMd`, `yMMMMd`, `yQQQ`, `yQQQQ`),
//! except that a Vietnamese quarter has a Roman numeral and a Vietnamese quarter or month is joined
//! to its year by a slash, as the country's own reports print them. Intervals use CLDR's en dash
//! but plain spaces instead of thin ones: no space between two single words (`Jan–Sep 2024`), a
//! space on each side where an end has a space or a slash of its own (`10/2022 – 3/2023`).
//!
//! Months are 1–12 and quarters 1–4. The parser of the data never returns other numbers; if one comes
//! here, it is written as digits.

use super::Lang;
use super::number::ordinal;

/// CLDR's abbreviated and wide month names of English (`en.xml`, gregorian, format).
const ENGLISH_MONTHS: [(&str, &str); 12] = [
    ("Jan", "January"),
    ("Feb", "February"),
    ("Mar", "March"),
    ("Apr", "April"),
    ("May", "May"),
    ("Jun", "June"),
    ("Jul", "July"),
    ("Aug", "August"),
    ("Sep", "September"),
    ("Oct", "October"),
    ("Nov", "November"),
    ("Dec", "December"),
];

/// "first two months" to "first eleven months": the words for these numbers.
const ENGLISH_COUNTS: [&str; 10] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

/// A calendar unit, or the interval from the beginning of one to the end of another, which can be
/// written in either language.
///
/// ```
/// use tinhso::i18n::{Lang, date::CalendarSpan};
/// let period = CalendarSpan::interval(CalendarSpan::Month(2024, 1), CalendarSpan::Month(2024, 9));
/// assert_eq!(period.short(Lang::Vi), "1–9/2024");
/// assert_eq!(period.long(Lang::Vi), "9 tháng đầu năm 2024");
/// assert_eq!(period.short(Lang::En), "Jan–Sep 2024");
/// assert_eq!(period.long(Lang::En), "first nine months of 2024");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CalendarSpan {
    /// A year.
    Year(i32),
    /// A year and a quarter of it, 1–4.
    Quarter(i32, u8),
    /// A year and a month of it, 1–12.
    Month(i32, u8),
    /// A year, a month and a day of the month.
    Day(i32, u8, u8),
    /// From the beginning of the first to the end of the second. If both are equal, it is written as
    /// one.
    Interval(Box<CalendarSpan>, Box<CalendarSpan>),
}

impl CalendarSpan {
    /// The interval from the beginning of `from` to the end of `to`.
    pub fn interval(from: Self, to: Self) -> Self {
        Self::Interval(Box::new(from), Box::new(to))
    }

    /// The short form, for table cells and axes.
    pub fn short(&self, lang: Lang) -> String {
        self.format(lang, Form::Short)
    }

    /// The long form, for use within a sentence: it begins in lower case unless with a name.
    pub fn long(&self, lang: Lang) -> String {
        self.format(lang, Form::Long)
    }

    fn format(&self, lang: Lang, form: Form) -> String {
        match (self, form) {
            (Self::Year(y), _) => year(lang, *y),
            (Self::Quarter(y, q), Form::Short) => quarter(lang, *y, *q),
            (Self::Quarter(y, q), Form::Long) => quarter_long(lang, *y, *q),
            (Self::Month(y, m), Form::Short) => month(lang, *y, *m),
            (Self::Month(y, m), Form::Long) => month_long(lang, *y, *m),
            (Self::Day(y, m, d), Form::Short) => day(lang, *y, *m, *d),
            (Self::Day(y, m, d), Form::Long) => day_long(lang, *y, *m, *d),
            (Self::Interval(from, to), _) => format_interval(lang, form, from, to),
        }
    }
}

/// How much room there is for a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Short,
    Long,
}

/// A year without a thousands separator: `2024` in either language.
pub fn year(_: Lang, year: i32) -> String {
    year.to_string()
}

/// A quarter, short: `quý IV/2024`, `Q4 2024`.
///
/// ```
/// use tinhso::i18n::{Lang, date::quarter};
/// assert_eq!(quarter(Lang::Vi, 2024, 4), "quý IV/2024");
/// ```
pub fn quarter(lang: Lang, year: i32, quarter: u8) -> String {
    match lang {
        Lang::Vi => format!("quý {}/{year}", roman(quarter)),
        Lang::En => format!("Q{quarter} {year}"),
    }
}

/// A quarter, long: `quý IV/2024`, `4th quarter 2024`.
pub fn quarter_long(lang: Lang, year: i32, quarter: u8) -> String {
    match lang {
        Lang::Vi => format!("quý {}/{year}", roman(quarter)),
        Lang::En => format!("{} quarter {year}", ordinal(lang, u32::from(quarter))),
    }
}

/// A month, short: `10/2022`, `Oct 2022`.
pub fn month(lang: Lang, year: i32, month: u8) -> String {
    match lang {
        Lang::Vi => format!("{month}/{year}"),
        Lang::En => format!("{} {year}", english_month(month, Form::Short)),
    }
}

/// A month, long: `tháng 10/2022`, `October 2022`.
///
/// ```
/// use tinhso::i18n::{Lang, date::month_long};
/// assert_eq!(month_long(Lang::Vi, 2022, 10), "tháng 10/2022");
/// ```
pub fn month_long(lang: Lang, year: i32, month: u8) -> String {
    match lang {
        Lang::Vi => format!("tháng {month}/{year}"),
        Lang::En => format!("{} {year}", english_month(month, Form::Long)),
    }
}

/// A day, short: `20/7/2023`, `Jul 20, 2023`.
pub fn day(lang: Lang, year: i32, month: u8, day: u8) -> String {
    match lang {
        Lang::Vi => format!("{day}/{month}/{year}"),
        Lang::En => format!("{} {day}, {year}", english_month(month, Form::Short)),
    }
}

/// A day, long: `20 tháng 7 2023`, `July 20, 2023`.
///
/// ```
/// use tinhso::i18n::{Lang, date::day_long};
/// assert_eq!(day_long(Lang::En, 2023, 7, 20), "July 20, 2023");
/// ```
pub fn day_long(lang: Lang, year: i32, month: u8, day: u8) -> String {
    match lang {
        Lang::Vi => format!("{day} tháng {month} {year}"),
        Lang::En => format!("{} {day}, {year}", english_month(month, Form::Long)),
    }
}

/// Writes an interval. What both ends share is written once; ends of different precision are written in
/// full with a dash between them.
fn format_interval(lang: Lang, form: Form, from: &CalendarSpan, to: &CalendarSpan) -> String {
    match (from, to) {
        _ if from == to => from.format(lang, form),
        (CalendarSpan::Year(first), CalendarSpan::Year(last)) => format!("{first}–{last}"),
        (CalendarSpan::Quarter(y, first), CalendarSpan::Quarter(same, last)) if y == same => {
            quarters(lang, form, *y, *first, *last)
        }
        (CalendarSpan::Month(y, first), CalendarSpan::Month(same, last)) if y == same => {
            months(lang, form, *y, *first, *last)
        }
        (CalendarSpan::Quarter(..), CalendarSpan::Quarter(..))
        | (CalendarSpan::Month(..), CalendarSpan::Month(..))
            if form == Form::Long =>
        {
            let to_word = match lang {
                Lang::Vi => "đến",
                Lang::En => "to",
            };
            format!("{} {to_word} {}", from.long(lang), to.long(lang))
        }
        (CalendarSpan::Day(y, m, first), CalendarSpan::Day(same_year, same_month, last))
            if (y, m) == (same_year, same_month) =>
        {
            days_of_month(lang, form, (*y, *m), *first, *last)
        }
        (CalendarSpan::Day(y, m, d), CalendarSpan::Day(same, ..)) if y == same => {
            let end = to.format(lang, form);
            match (lang, form) {
                (Lang::Vi, Form::Short) => format!("{d}/{m} – {end}"),
                (Lang::Vi, Form::Long) => format!("{d} tháng {m} – {end}"),
                (Lang::En, _) => format!("{} {d} – {end}", english_month(*m, form)),
            }
        }
        _ => format!("{} – {}", from.format(lang, form), to.format(lang, form)),
    }
}

/// An interval of quarters within one year.
fn quarters(lang: Lang, form: Form, year: i32, first: u8, last: u8) -> String {
    match (lang, form) {
        (Lang::Vi, Form::Short) => format!("quý {}–{}/{year}", roman(first), roman(last)),
        (Lang::Vi, Form::Long) => {
            format!("quý {} đến quý {} năm {year}", roman(first), roman(last))
        }
        (Lang::En, Form::Short) => format!("Q{first}–Q{last} {year}"),
        (Lang::En, Form::Long) => {
            let [first, last] = [first, last].map(|quarter| ordinal(lang, u32::from(quarter)));
            format!("{first} to {last} quarter {year}")
        }
    }
}

/// An interval of months within one year. In an interval that begins in January, people count the
/// months instead of naming them: "9 tháng đầu năm".
fn months(lang: Lang, form: Form, year: i32, first: u8, last: u8) -> String {
    let from_january = usize::from(last).checked_sub(2).filter(|_| first == 1);
    let count_word = from_january.and_then(|index| ENGLISH_COUNTS.get(index));
    match (lang, form, count_word) {
        (Lang::Vi, Form::Short, _) => format!("{first}–{last}/{year}"),
        (Lang::Vi, Form::Long, Some(_)) => format!("{last} tháng đầu năm {year}"),
        (Lang::Vi, Form::Long, None) => format!("tháng {first} đến tháng {last} năm {year}"),
        (Lang::En, Form::Long, Some(count)) => format!("first {count} months of {year}"),
        (Lang::En, _, _) => {
            let [first, last] = [first, last].map(|month| english_month(month, form));
            let to = if form == Form::Short { "–" } else { " to " };
            format!("{first}{to}{last} {year}")
        }
    }
}

/// An interval of days within one month.
fn days_of_month(lang: Lang, form: Form, (year, month): (i32, u8), first: u8, last: u8) -> String {
    match (lang, form) {
        (Lang::Vi, Form::Short) => format!("{first}–{last}/{month}/{year}"),
        (Lang::Vi, Form::Long) => format!("{first}–{last} tháng {month} {year}"),
        (Lang::En, _) => format!("{} {first}–{last}, {year}", english_month(month, form)),
    }
}

fn english_month(month: u8, form: Form) -> String {
    match (usize::from(month).checked_sub(1).and_then(|index| ENGLISH_MONTHS.get(index)), form) {
        (Some((short, _)), Form::Short) => (*short).to_owned(),
        (Some((_, long)), Form::Long) => (*long).to_owned(),
        (None, _) => month.to_string(),
    }
}

fn roman(quarter: u8) -> String {
    match quarter {
        1 => "I".to_owned(),
        2 => "II".to_owned(),
        3 => "III".to_owned(),
        4 => "IV".to_owned(),
        _ => quarter.to_string(),
    }
}

#[cfg(test)]
mod tests;
