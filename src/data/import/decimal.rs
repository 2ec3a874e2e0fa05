//! Numbers as they are printed: digits in a decimal system, which are neither measured nor rounded by the
//! way.

use std::fmt;

use crate::data::check::literal::{Meant, meant};

/// The mark before the decimals of the numbers that stand as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `0,75`, as in Vietnamese; a point or a space parts thousands.
    Comma,
    /// `0.75`, as in English; a comma or a space parts thousands.
    Point,
}

impl DecimalMark {
    /// The mark, and the one that parts thousands.
    const fn letters(self) -> (char, char) {
        match self {
            Self::Comma => (',', '.'),
            Self::Point => ('.', ','),
        }
    }
}

/// A number, with every digit that is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    is_negative: bool,
    /// At least one, all ASCII.
    digits: String,
    /// How many of the digits are decimals.
    n_decimals: usize,
}

/// Why a text is not read as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NumberFault {
    /// It is none.
    NotANumber,
    /// It is one of two: the mark may be a decimal one, or part thousands.
    Ambiguous { decimal: String, whole: String },
}

impl Decimal {
    /// The number of a text, which may end in `%`. Without a mark, only a text that can be but one number is
    /// read.
    pub(super) fn of_text(text: &str, mark: Option<DecimalMark>) -> Result<Self, NumberFault> {
        let Some(mark) = mark else {
            return match meant(text) {
                Some(Meant::One(number)) => Self::of_json(&number).ok_or(NumberFault::NotANumber),
                Some(Meant::Two { decimal, whole }) => {
                    Err(NumberFault::Ambiguous { decimal, whole })
                }
                None => Err(NumberFault::NotANumber),
            };
        };
        let text = text.trim().trim_end_matches('%').trim_end();
        let (is_negative, text) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mark, thousands) = mark.letters();
        let (whole, decimals) = text.split_once(mark).unwrap_or((text, ""));
        let is_marked = text.len() > whole.len();
        let whole = ungrouped(whole, thousands).ok_or(NumberFault::NotANumber)?;
        if !are_digits(decimals) || is_marked && decimals.is_empty() {
            return Err(NumberFault::NotANumber);
        }
        Ok(Self { is_negative, digits: format!("{whole}{decimals}"), n_decimals: decimals.len() })
    }

    /// The number of a cell of a workbook, in the fifteen digits that spreadsheets keep: what is calculated
    /// there is `0.30000000000000004` in the file. `None` for what is no finite number.
    pub(super) fn of_number(number: f64) -> Option<Self> {
        if !number.is_finite() {
            return None;
        }
        let text = format!("{number:.14e}");
        let (mantissa, exponent) = text.split_once('e')?;
        let exponent: i32 = exponent.parse().ok()?;
        Some(Self::plain(mantissa)?.times_ten_to(exponent))
    }

    /// The number of a text in JSON's form.
    fn of_json(text: &str) -> Option<Self> {
        match text.split_once('e') {
            Some(_) => Self::of_number(text.parse().ok()?),
            None => Self::plain(text),
        }
    }

    /// Digits with a point before decimals, and a minus.
    fn plain(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let (is_negative, n_decimals) = (digits.len() < text.len(), decimals.len());
        let digits = format!("{whole}{decimals}");
        (are_digits(&digits) && !digits.is_empty()).then_some(Self {
            is_negative,
            digits,
            n_decimals,
        })
    }

    /// The number times a power of ten, to the last digit.
    pub(super) fn times_ten_to(mut self, power: i32) -> Self {
        let n = power.unsigned_abs() as usize;
        if power > 0 {
            let from_decimals = n.min(self.n_decimals);
            self.n_decimals -= from_decimals;
            self.digits.push_str(&"0".repeat(n - from_decimals));
        } else {
            self.n_decimals += n;
        }
        self
    }

    /// The number with at most so many decimals, half of the last one away from zero, as spreadsheets do.
    pub(super) fn rounded(&self, n_decimals: usize) -> Self {
        let Some(n_lost) = self.n_decimals.checked_sub(n_decimals).filter(|n| *n > 0) else {
            return self.clone();
        };
        let padded = format!("{:0>width$}", self.digits, width = self.n_decimals + 2);
        let (kept, lost) = padded.split_at(padded.len() - n_lost);
        let mut digits: Vec<u8> = kept.bytes().collect();
        if lost.as_bytes().first().is_some_and(|digit| *digit >= b'5') {
            // The padding ends the carry: its first digit is 0.
            for digit in digits.iter_mut().rev() {
                if *digit < b'9' {
                    *digit += 1;
                    break;
                }
                *digit = b'0';
            }
        }
        let digits = digits.into_iter().map(char::from).collect();
        Self { is_negative: self.is_negative, digits, n_decimals }
    }

    /// How many decimals it has, zeros at the end not counted.
    pub(super) fn n_decimals(&self) -> usize {
        self.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
    }

    /// As tables have it, with at least so many decimals: a column is printed with as many in each row.
    pub(super) fn with_decimals(&self, n_decimals: usize) -> String {
        let mut text = self.to_string();
        let n_own = self.n_decimals();
        if n_own == 0 && n_decimals > 0 {
            text.push('.');
        }
        text.push_str(&"0".repeat(n_decimals.saturating_sub(n_own)));
        text
    }

    /// Its value; the nearest one that the machine has.
    pub(super) fn value(&self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }
}

impl fmt::Display for Decimal {
    /// As tables have it: a point, and no zeros that say nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let padded = format!("{:0>width$}", self.digits, width = self.n_decimals + 1);
        let (whole, decimals) = padded.split_at(padded.len() - self.n_decimals);
        let (whole, decimals) = (whole.trim_start_matches('0'), decimals.trim_end_matches('0'));
        if self.is_negative && !(whole.is_empty() && decimals.is_empty()) {
            f.write_str("-")?;
        }
        f.write_str(if whole.is_empty() { "0" } else { whole })?;
        if decimals.is_empty() { Ok(()) } else { write!(f, ".{decimals}") }
    }
}

fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The digits of a whole number, whose thousands may be parted by one mark or by spaces.
fn ungrouped(text: &str, thousands: char) -> Option<String> {
    let is_mark = |c: char| c == thousands || c.is_whitespace() || c == '\'';
    let mut groups = text.split(is_mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = rest.is_empty()
        || (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let digits = format!("{first}{}", rest.concat());
    (is_grouped && !first.is_empty() && are_digits(&digits)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, mark: Option<DecimalMark>) -> Option<String> {
        Decimal::of_text(text, mark).ok().map(|number| number.to_string())
    }

    #[test]
    fn a_mark_is_told_or_certain() {
        let (comma, point) = (Some(DecimalMark::Comma), Some(DecimalMark::Point));
        for (text, with_comma, with_point, alone) in [
            ("0,75", Some("0.75"), None, Some("0.75")),
            ("0.75", None, Some("0.75"), Some("0.75")),
            ("54.537", Some("54537"), Some("54.537"), None),
            ("54,537", Some("54.537"), Some("54537"), None),
            ("1.234,50 %", Some("1234.5"), None, Some("1234.5")),
            ("1 234,5", Some("1234.5"), None, Some("1234.5")),
            ("-3", Some("-3"), Some("-3"), Some("-3")),
            ("12.34.567", None, None, None),
            ("12a", None, None, None),
            ("", None, None, None),
            ("5,", None, None, None),
        ] {
            let found = (read(text, comma), read(text, point), read(text, None));
            let owned = |text: Option<&str>| text.map(str::to_owned);
            assert_eq!(found, (owned(with_comma), owned(with_point), owned(alone)), "{text}");
        }
    }

    #[test]
    fn numbers_of_workbooks_have_the_digits_that_spreadsheets_keep() {
        for (number, expected) in [
            (0.1 + 0.2, "0.3"),
            (2025.0, "2025"),
            (1e-7, "0.0000001"),
            (-1.5e6, "-1500000"),
            (0.0, "0"),
        ] {
            let found = Decimal::of_number(number).map(|number| number.to_string());
            assert_eq!(found.as_deref(), Some(expected));
        }
        assert_eq!(Decimal::of_number(f64::NAN), None);
    }

    #[test]
    fn scaling_and_rounding_lose_no_digit_by_the_way() {
        let of = |text: &str| Decimal::plain(text).unwrap();
        assert_eq!(of("75.3").times_ten_to(-2).to_string(), "0.753");
        assert_eq!(of("0.7531").times_ten_to(2).to_string(), "75.31");
        assert_eq!(of("0.07").times_ten_to(2).to_string(), "7");
        for (text, n, expected) in [
            ("0.285", 2, "0.29"),
            ("-0.285", 2, "-0.29"),
            ("9.996", 2, "10"),
            ("0.04", 1, "0"),
            ("0.4", 0, "0"),
            ("0.5", 0, "1"),
            ("3.1", 4, "3.1"),
        ] {
            assert_eq!(of(text).rounded(n).to_string(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_was_written(
            whole in 0..1_000_000_u32, decimals in 0..10_000_u32,
        ) {
            let text = format!("{whole}.{decimals:04}");
            let number: f64 = text.parse().unwrap();
            let read = Decimal::of_text(&text, Some(DecimalMark::Point)).unwrap();
            prop_assert!(read.value().total_cmp(&number).is_eq());
            prop_assert_eq!(Decimal::of_number(number).unwrap().to_string(), read.to_string());
            let comma = text.replace('.', ",");
            prop_assert_eq!(Decimal::of_text(&comma, Some(DecimalMark::Comma)).unwrap(), read);
        }
    }
}
