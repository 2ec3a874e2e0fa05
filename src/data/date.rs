//! Calendar dates in the form of the data files: `YYYY`, `YYYY-Qn`, `YYYY-MM`, `YYYY-MM-DD` or an
//! interval `a/b` of two of these, with years from 1990 to 2100.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The years that a date may have.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// A day, counted from 1 January 1970 (day 0) in the proleptic Gregorian calendar.
///
/// ```
/// use tinhso::data::Day;
/// assert_eq!(Day::new(2025, 7, 1).map(|day| day.to_string()), Some("2025-07-01".to_owned()));
/// assert_eq!(Day::new(2023, 2, 29), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day with this year, month (1–12) and day of the month; `None` if there is no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self::from_valid_date(year, month, day))
    }

    /// The year, month and day of the month.
    ///
    /// Source: the inverse of [`Day::new`], by eras of 400 years (146 097 days) that begin on 1 March.
    pub fn civil(self) -> (i32, u8, u8) {
        let from_era_start = self.0 + 719_468;
        let era = from_era_start.div_euclid(146_097);
        let day_of_era = from_era_start.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u8, day as u8)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// The day that is `days` later, or earlier for a negative number.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    fn from_valid_date(year: i32, month: u8, day: u8) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month_from_march = (i32::from(month) + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + i32::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// One calendar unit: a year, a quarter, a month or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// A whole year.
    Year(i32),
    /// A quarter (1–4) of a year.
    Quarter(i32, u8),
    /// A month (1–12) of a year.
    Month(i32, u8),
    /// One day.
    Day(i32, u8, u8),
}

impl Span {
    /// Its first day.
    pub fn start(self) -> Day {
        match self {
            Self::Year(year) => Day::from_valid_date(year, 1, 1),
            Self::Quarter(year, quarter) => Day::from_valid_date(year, quarter * 3 - 2, 1),
            Self::Month(year, month) => Day::from_valid_date(year, month, 1),
            Self::Day(year, month, day) => Day::from_valid_date(year, month, day),
        }
    }

    /// Its last day.
    pub fn end(self) -> Day {
        match self {
            Self::Year(year) => Day::from_valid_date(year, 12, 31),
            Self::Quarter(year, quarter) => {
                Day::from_valid_date(year, quarter * 3, days_in_month(year, quarter * 3))
            }
            Self::Month(year, month) => {
                Day::from_valid_date(year, month, days_in_month(year, month))
            }
            Self::Day(year, month, day) => Day::from_valid_date(year, month, day),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year: i32 = parse_digits(parts.next()?, 4)?.into();
        if !YEARS.contains(&year) {
            return None;
        }
        let span = match (parts.next(), parts.next()) {
            (None, _) => Self::Year(year),
            (Some(part), None) if part.starts_with('Q') => {
                let quarter = parse_digits(&part[1..], 1)?;
                if !(1..=4).contains(&quarter) {
                    return None;
                }
                Self::Quarter(year, quarter as u8)
            }
            (Some(month), None) => {
                let month = parse_digits(month, 2)?;
                if !(1..=12).contains(&month) {
                    return None;
                }
                Self::Month(year, month as u8)
            }
            (Some(month), Some(day)) => {
                let (month, day) = (parse_digits(month, 2)? as u8, parse_digits(day, 2)? as u8);
                Day::new(year, month, day)?;
                Self::Day(year, month, day)
            }
        };
        parts.next().is_none().then_some(span)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// A date of the data: one [`Span`], or an interval from one span to another.
///
/// It starts on the first day of its first span and ends on the last day of its last one.
///
/// ```
/// use tinhso::data::Date;
/// let nine_months: Date = "2024-01/2024-09".parse().expect("a date");
/// assert_eq!(nine_months.start().to_string(), "2024-01-01");
/// assert_eq!(nine_months.end().to_string(), "2024-09-30");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    /// The span, or the first span of an interval.
    pub from: Span,
    /// The last span of an interval; `None` if the date is a single span.
    pub to: Option<Span>,
}

impl Date {
    /// The first day.
    pub fn start(self) -> Day {
        self.from.start()
    }

    /// The last day.
    pub fn end(self) -> Day {
        self.to.unwrap_or(self.from).end()
    }

    /// The year of the last day, which counts as the year of a figure.
    pub fn year(self) -> i32 {
        self.end().year()
    }
}

/// A calendar year, which the data files write in quotes: `"2024"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Year(pub i32);

impl TryFrom<String> for Year {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        match text.parse() {
            Ok(Date { from: Span::Year(year), to: None }) => Ok(Self(year)),
            _ => Err("a year in quotes"),
        }
    }
}

impl From<Year> for String {
    fn from(year: Year) -> Self {
        year.to_string()
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It has another form, or a day, month or quarter that does not exist, or a year out of range.
    NotADate,
    /// The interval ends before it begins.
    Backwards,
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (from, to) = match text.split_once('/') {
            Some((from, to)) => (from, Some(to)),
            None => (text, None),
        };
        let from = Span::parse(from).ok_or(DateError::NotADate)?;
        let to = to.map(|to| Span::parse(to).ok_or(DateError::NotADate)).transpose()?;
        if to.is_some_and(|to| to.end() < from.start()) {
            return Err(DateError::Backwards);
        }
        Ok(Self { from, to })
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotADate => "a date",
            Self::Backwards => "a date that ends after it begins",
        })
    }
}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}/{to}", self.from),
            None => self.from.fmt(f),
        }
    }
}

/// Reads exactly `n` ASCII digits as a number; `None` for any other text.
fn parse_digits(text: &str, n: usize) -> Option<u16> {
    (text.len() == n && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// The number of days of a month (1–12).
fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ends(text: &str) -> (String, String) {
        let date: Date = text.parse().unwrap();
        (date.start().to_string(), date.end().to_string())
    }

    #[test]
    fn each_form_has_its_first_and_last_day() {
        let cases = [
            ("2023", "2023-01-01", "2023-12-31"),
            ("2024-Q1", "2024-01-01", "2024-03-31"),
            ("2024-Q4", "2024-10-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-02", "2023-02-01", "2023-02-28"),
            ("2024-02-29", "2024-02-29", "2024-02-29"),
            ("2024-01/2024-09", "2024-01-01", "2024-09-30"),
            ("2021/2025", "2021-01-01", "2025-12-31"),
            ("2024/2024-09", "2024-01-01", "2024-09-30"),
        ];
        for (text, start, end) in cases {
            assert_eq!(ends(text), (start.to_owned(), end.to_owned()), "{text}");
        }
    }

    #[test]
    fn texts_that_are_not_dates_are_refused() {
        for text in [
            "",
            "23",
            "1989",
            "2101",
            "20232",
            "2023-13",
            "2023-00",
            "2023-02-29",
            "2100-02-29",
            "2023-Q0",
            "2023-Q5",
            "2023-Q",
            "2023-1",
            "2023-01-1",
            "2023-01-01-01",
            " 2023",
            "２０２３",
            "2023/",
            "/2023",
            "2023/2024/2025",
            "+2023",
            "2023-+1",
            "2023-Qé",
            "2023-é",
        ] {
            assert_eq!(text.parse::<Date>(), Err(DateError::NotADate), "{text}");
        }
        assert_eq!("2024-09/2024-01".parse::<Date>(), Err(DateError::Backwards));
    }

    proptest! {
        #[test]
        fn days_and_civil_dates_are_inverse(day in 0i32..60_000) {
            let (year, month, day_of_month) = Day(day).civil();
            prop_assert_eq!(Day::new(year, month, day_of_month), Some(Day(day)));
        }

        #[test]
        fn a_date_written_is_read_again(text in "(19|20)[0-9]{2}(-(Q[1-4]|0[1-9]|1[0-2]))?") {
            if let Ok(date) = text.parse::<Date>() {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.start() <= date.end());
            }
        }

        #[test]
        fn no_text_panics(text in ".{0,24}") {
            let _ = text.parse::<Date>();
        }
    }
}
