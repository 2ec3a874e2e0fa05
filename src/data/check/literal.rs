//! What was meant by a number or a date that is written in another form than that of the data.

use std::fmt::Write as _;

use crate::data::Date;

/// What a number in another form stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// One number, as JSON writes it.
    One(String),
    /// Two: the mark before the last three digits may be a decimal mark, or part thousands.
    Two {
        /// The number with decimals.
        decimal: String,
        /// The whole number.
        whole: String,
    },
}

/// The number, in the form of JSON, that a text such as `86,06%` or `1.234.567` stands for. `None` if
/// the text is no number, or could be two: `54.537` is 54 537 to a Vietnamese reader.
pub(crate) fn number_meant(text: &str) -> Option<String> {
    match meant(text)? {
        Meant::One(number) => Some(number),
        Meant::Two { .. } => None,
    }
}

/// All that a text may stand for as a number.
pub(crate) fn meant(text: &str) -> Option<Meant> {
    let text = text.trim();
    let text = text.strip_suffix('%').map_or(text, str::trim_end);
    let (minus, digits) = sign(text);
    let number = unsigned(digits)?;
    let signed = |number: String| if minus { format!("-{number}") } else { number };
    let number = match number {
        Meant::One(number) => Meant::One(signed(number)),
        Meant::Two { decimal, whole } => {
            Meant::Two { decimal: signed(decimal), whole: signed(whole) }
        }
    };
    Some(number)
}

/// Whether the text begins with a minus, and what comes after its sign.
fn sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}']) {
        (true, rest)
    } else {
        (false, text.strip_prefix('+').unwrap_or(text))
    }
}

/// A number without a sign, by the marks between its digits.
fn unsigned(text: &str) -> Option<Meant> {
    if let Some((digits, exponent)) = text.split_once(['e', 'E']) {
        return with_exponent(digits, exponent).map(Meant::One);
    }
    let is_mark = |letter: char| !letter.is_ascii_digit();
    let mut marks = text.chars().filter(|letter| is_mark(*letter)).map(|letter| {
        // All spaces part thousands alike.
        if letter.is_whitespace() { ' ' } else { letter }
    });
    let (first, last) = (marks.next(), marks.next_back());
    let all_alike = marks.all(|mark| Some(mark) == first);
    match (first, last) {
        (None, _) => Some(Meant::One(number(text, "")?)),
        (Some('.' | ','), None) => one_mark(text),
        (Some(' '), None) => joined(text).map(Meant::One),
        // `1.234.567`: more than one of a kind can only part thousands.
        (Some('.' | ',' | ' '), Some(last)) if all_alike && Some(last) == first => {
            joined(text).map(Meant::One)
        }
        // `1.234.567,8`: the last is the decimal mark.
        (Some('.' | ',' | ' '), Some(last @ ('.' | ','))) if all_alike => {
            let (whole, decimals) = text.rsplit_once(last)?;
            Some(Meant::One(number(&joined(whole)?, decimals)?))
        }
        _ => None,
    }
}

/// A number with one point or comma.
fn one_mark(text: &str) -> Option<Meant> {
    let (whole, decimals) = text.split_once(['.', ','])?;
    let with_decimals = number(whole, decimals)?;
    // Thousands have three digits after the mark and no zero at their start. With more than three
    // digits before it, the mark is none of several that part thousands.
    let may_part_thousands =
        decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if may_part_thousands {
        Some(Meant::Two { decimal: with_decimals, whole: format!("{whole}{decimals}") })
    } else if text.contains(',') && (whole.is_empty() || decimals.is_empty()) {
        None
    } else {
        Some(Meant::One(with_decimals))
    }
}

/// The digits of a number whose thousands are parted, without the marks.
fn joined(text: &str) -> Option<String> {
    let mut groups = text.split(|letter: char| !letter.is_ascii_digit());
    let first = groups.next()?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let grouped = digits.len() > first.len();
    let is_number = (1..=3).contains(&first.len()) && !first.starts_with('0');
    if grouped && !is_number { None } else { number(&digits, "") }
}

/// The number with these digits before and after its point.
fn number(whole: &str, decimals: &str) -> Option<String> {
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !is_digits(whole) || !is_digits(decimals) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let number = if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") };
    number.parse::<f64>().is_ok_and(f64::is_finite).then_some(number)
}

/// A number such as `1.5e3`. Its mark can only be a decimal one.
fn with_exponent(digits: &str, exponent: &str) -> Option<String> {
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if power.is_empty() || !power.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let text = format!("{}e{exponent}", number(whole, decimals)?);
    text.parse::<f64>().is_ok_and(f64::is_finite).then_some(text)
}

/// The date, in a form of the data, that a text such as `31/12/2024` or `quý IV/2024` stands for. `None`
/// if that is not clear.
pub(crate) fn date_meant(text: &str) -> Option<String> {
    let text = without_time(text.trim())?.to_lowercase();
    let mut words = words(&text)?;
    // "ngày 31/12/2024", "năm 2024": the day and the year say by themselves what they are.
    words.retain(|word| !matches!(word.text, "ngày" | "năm"));
    let found = arrange(&words)?;
    found.parse::<Date>().is_ok().then_some(found)
}

/// The text without a time of day. `None` if the time is in a zone in which the day may be another than
/// in Vietnam.
fn without_time(text: &str) -> Option<&str> {
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else { return Some(text) };
    let is_time = time.contains(':')
        && time.chars().all(|letter| matches!(letter, '0'..='9' | ':' | '.' | '+' | '-' | 'Z'));
    if !is_time {
        return Some(text);
    }
    let (clock, zone) = time.split_at(time.find(['+', '-', 'Z']).unwrap_or(time.len()));
    let is_midnight = clock.chars().all(|letter| matches!(letter, '0' | ':' | '.'));
    (zone.is_empty() || zone == "+07:00" || is_midnight).then_some(date)
}

/// A run of digits or of letters, and the mark before it (a space if there is only white space).
struct Word<'a> {
    text: &'a str,
    mark: char,
}

impl Word<'_> {
    fn number(&self) -> Option<u16> {
        if self.text.len() <= 4 { self.text.parse().ok() } else { None }
    }

    fn year(&self) -> Option<u16> {
        if self.text.len() == 4 { self.number() } else { None }
    }

    /// The number of a day, month or quarter.
    fn small(&self) -> Option<u16> {
        if self.text.len() <= 2 { self.number() } else { None }
    }

    fn quarter(&self) -> Option<u16> {
        match self.text {
            "i" => Some(1),
            "ii" => Some(2),
            "iii" => Some(3),
            "iv" => Some(4),
            _ => self.small(),
        }
    }

    fn month(&self) -> Option<u16> {
        const NAMES: [&str; 12] = [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ];
        if self.text == "sept" {
            return Some(9);
        }
        let is_name = |name: &&str| *name == self.text || name.get(..3) == Some(self.text);
        (1..).zip(NAMES).find(|(_, name)| is_name(name)).map(|(month, _)| month)
    }
}

/// The words of a date. `None` if something else stands in it than words with one mark between them.
fn words(text: &str) -> Option<Vec<Word<'_>>> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(char::is_alphanumeric)?;
        let (between, after) = rest.split_at(start);
        let mut marks = between.chars().filter(|letter| !letter.is_whitespace());
        let mark = marks.next().unwrap_or(' ');
        if marks.next().is_some()
            || !matches!(mark, ' ' | '/' | '-' | '.' | ',')
            || (words.is_empty() && mark != ' ')
        {
            return None;
        }
        let is_digits = after.starts_with(|letter: char| letter.is_ascii_digit());
        let ends = |letter: char| {
            if is_digits { !letter.is_ascii_digit() } else { !letter.is_alphabetic() }
        };
        let end = after.find(ends).unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        // A digit of another script has no word. The longest date has six: "ngày 31 tháng 12 năm 2024".
        if word.is_empty() || words.len() == 6 {
            return None;
        }
        words.push(Word { text: word, mark });
        rest = after;
    }
    Some(words)
}

/// Puts the words into one of the forms of the data.
fn arrange(words: &[Word<'_>]) -> Option<String> {
    match words {
        [year] => Some(form(year.year()?, &[])),
        [month, year] if month.month().is_some() => Some(form(year.year()?, &[month.month()?])),
        [a, b] => match (a.year(), b.year()) {
            (Some(year), None) => Some(form(year, &[b.small()?])),
            (None, Some(year)) => Some(form(year, &[a.small()?])),
            _ => None,
        },
        [Word { text: "tháng", .. }, month, year] => Some(form(year.year()?, &[month.small()?])),
        [Word { text: "quý" | "qúy" | "quí" | "q" | "quarter", .. }, quarter, year]
        | [year, Word { text: "quý" | "qúy" | "quí" | "q" | "quarter", .. }, quarter] => {
            Some(format!("{:04}-Q{}", year.year()?, quarter.quarter()?))
        }
        [month, day, year] if month.month().is_some() => {
            Some(form(year.year()?, &[month.month()?, day.small()?]))
        }
        [day, month, year] if month.month().is_some() => {
            Some(form(year.year()?, &[month.month()?, day.small()?]))
        }
        // With two different marks it may be a span: `1-6/2024` is half a year.
        [a, b, c] if b.mark == c.mark => three_numbers(a, b, c),
        [day, Word { text: "tháng", .. }, month, year] => {
            Some(form(year.year()?, &[month.small()?, day.small()?]))
        }
        _ => None,
    }
}

/// Three numbers: the year first, or the day first as Vietnamese has it, or the month first as English
/// has it, if the second number cannot be a month.
fn three_numbers(a: &Word<'_>, b: &Word<'_>, c: &Word<'_>) -> Option<String> {
    if let Some(year) = a.year() {
        return Some(form(year, &[b.small()?, c.small()?]));
    }
    let (day, month) = (a.small()?, b.small()?);
    let (day, month) = if month > 12 { (month, day) } else { (day, month) };
    Some(form(c.year()?, &[month, day]))
}

fn form(year: u16, parts: &[u16]) -> String {
    let mut date = format!("{year:04}");
    for part in parts {
        // Writing to a text cannot fail.
        let _ = write!(date, "-{part:02}");
    }
    date
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_number_in_another_form_is_understood() {
        for (text, expected) in [
            ("86.06", Some("86.06")),
            ("86,06", Some("86.06")),
            ("86,06%", Some("86.06")),
            ("86.06 %", Some("86.06")),
            (" 86 ", Some("86")),
            ("\u{A0}86\u{A0}", Some("86")),
            ("1.234.567", Some("1234567")),
            ("1,234,567", Some("1234567")),
            ("1 234 567", Some("1234567")),
            ("54\u{A0}537", Some("54537")),
            ("1.234,5", Some("1234.5")),
            ("1,234.5", Some("1234.5")),
            ("1.234.567,89", Some("1234567.89")),
            ("1 234,5", Some("1234.5")),
            ("1234.567", Some("1234.567")),
            ("0,125", Some("0.125")),
            ("-3,5", Some("-3.5")),
            ("−3", Some("-3")),
            ("+5", Some("5")),
            ("007", Some("7")),
            (".5", Some("0.5")),
            ("5.", Some("5")),
            ("1e5", Some("1e5")),
            ("1,5e-3", Some("1.5e-3")),
            ("54.537", None),
            ("54,537", None),
            ("86,", None),
            (",5", None),
            ("1.23.456", None),
            ("1.234.56", None),
            ("0.123.456", None),
            ("1,234.567.8", None),
            ("1 234 5", None),
            ("1e999", None),
            ("63 tỉnh", None),
            ("31.12.2024", None),
            ("-", None),
            ("%", None),
            ("", None),
            ("e5", None),
            ("1e", None),
        ] {
            assert_eq!(number_meant(text).as_deref(), expected, "{text}");
        }
        let two = Meant::Two { decimal: "-54.537".to_owned(), whole: "-54537".to_owned() };
        assert_eq!(meant("-54.537"), Some(two));
    }

    #[test]
    fn a_date_in_another_form_is_understood() {
        for (text, expected) in [
            ("31/12/2024", Some("2024-12-31")),
            ("31-12-2024", Some("2024-12-31")),
            ("31.12.2024", Some("2024-12-31")),
            ("5/6/2024", Some("2024-06-05")),
            ("05/06/2024", Some("2024-06-05")),
            ("12/31/2024", Some("2024-12-31")),
            ("ngày 31/12/2024", Some("2024-12-31")),
            ("ngày 31 tháng 12 năm 2024", Some("2024-12-31")),
            ("31 tháng 12, 2024", Some("2024-12-31")),
            ("12/2024", Some("2024-12")),
            ("12-2024", Some("2024-12")),
            ("tháng 12/2024", Some("2024-12")),
            ("Tháng 12 năm 2024", Some("2024-12")),
            ("2024/12", Some("2024-12")),
            ("2024/12/31", Some("2024-12-31")),
            ("2024.12.31", Some("2024-12-31")),
            ("2024-1-5", Some("2024-01-05")),
            ("2024-1", Some("2024-01")),
            ("Q4/2024", Some("2024-Q4")),
            ("q4-2024", Some("2024-Q4")),
            ("2024Q4", Some("2024-Q4")),
            ("2024 Q4", Some("2024-Q4")),
            ("quý IV/2024", Some("2024-Q4")),
            ("Quý 4 năm 2024", Some("2024-Q4")),
            ("2024-12-31T00:00:00Z", Some("2024-12-31")),
            ("2024-12-31 08:30:00", Some("2024-12-31")),
            ("2024-12-31T08:30:00+07:00", Some("2024-12-31")),
            ("năm 2024", Some("2024")),
            (" 2024 ", Some("2024")),
            ("31 December 2024", Some("2024-12-31")),
            ("Dec 31, 2024", Some("2024-12-31")),
            ("May 2024", Some("2024-05")),
            // In Vietnam this is the next day.
            ("2024-12-31T17:00:00Z", None),
            ("31/12/24", None),
            ("31/02/2024", None),
            ("13/13/2024", None),
            ("0/2024", None),
            ("Q5/2024", None),
            ("quý V/2024", None),
            ("2023/2024", None),
            ("1-6/2024", None),
            ("6 tháng 2024", None),
            ("6 tháng đầu năm 2024", None),
            ("12//2024", None),
            ("31/12/1024", None),
            ("2024-01/2024-09", None),
            ("đến nay", None),
            ("-12/2024", None),
            ("12/2024.", None),
            ("٣/2024", None),
            ("", None),
        ] {
            assert_eq!(date_meant(text).as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_number_of_json_or_none(text in "\\PC*|[-+0-9., %eE]{0,12}") {
            if let Some(number) = number_meant(&text) {
                let value = serde_json::from_str::<Value>(&number);
                prop_assert!(value.is_ok_and(|value| value.is_number()), "{number}");
            }
        }

        #[test]
        fn any_text_has_a_date_of_the_data_or_none(text in ".*|[-0-9/. TZ:qtháng]{0,14}") {
            if let Some(date) = date_meant(&text) {
                prop_assert!(date.parse::<Date>().is_ok(), "{date}");
            }
        }

        #[test]
        fn a_decimal_comma_is_a_point(whole in 0_u32..100_000, decimals in "[0-9]{1,2}") {
            let point = format!("{whole}.{decimals}");
            prop_assert_eq!(number_meant(&format!("{whole},{decimals}")), Some(point));
        }
    }
}
