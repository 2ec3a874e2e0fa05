//! Numbers as each language writes them: `64,06%` and `54.537` in Vietnamese, `64.06%` and `54,537` in
//! English; also ranks, differences in percentage points and lists of names.
//!
//! Separators, grouping, the percent sign and the list patterns are those of CLDR for `vi` and `en`;
//! the tests compare every number with ICU4X, which is too large to ship. Three decisions are our own:
//!
//! - zero has no sign, so −0 and what rounds to it read `0`;
//! - a value is written with the decimals that its source gave (its shortest exact decimal form) and
//!   never rounded, except by functions whose name ends in `_fixed`;
//! - a number that is not finite is written `–`. The parser of the data rejects such numbers, so
//!   readers never see that dash; it is there so that one bad figure cannot break a page.

use super::Lang;
use crate::digits;

/// What is written for a number that is not finite.
const NOT_FINITE: &str = "–";

/// A number with all its decimals, in its shortest exact form.
///
/// ```
/// use tinhso::i18n::{Lang, number::number};
/// assert_eq!(number(Lang::Vi, 54_537.0), "54.537");
/// assert_eq!(number(Lang::En, -1506.25), "-1,506.25");
/// ```
pub fn number(lang: Lang, value: f64) -> String {
    if value.is_finite() { localize(lang, &digits::shortest(value)) } else { NOT_FINITE.to_owned() }
}

/// A number with exactly `decimals` decimals: zeros are added, or further decimals rounded.
///
/// A half is rounded to the even neighbor. The decimal digits that people read decide what is a half,
/// not the binary fraction behind them: with two decimals, 1.005 is `1.00` and 1.015 is `1.02`.
///
/// ```
/// use tinhso::i18n::{Lang, number::number_fixed};
/// assert_eq!(number_fixed(Lang::Vi, 92.0, 2), "92,00");
/// assert_eq!(number_fixed(Lang::En, 64.065, 2), "64.06");
/// ```
pub fn number_fixed(lang: Lang, value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NOT_FINITE.to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    localize(lang, &format!("{sign}{}", round(&digits::shortest(value.abs()), decimals)))
}

/// A change, with a sign that shows its direction: `+6` or `-6`, and `0` for none.
///
/// ```
/// use tinhso::i18n::{Lang, number::signed};
/// assert_eq!(signed(Lang::Vi, 6.5), "+6,5");
/// ```
pub fn signed(lang: Lang, value: f64) -> String {
    let text = number(lang, value);
    if value.is_finite() && value > 0.0 { format!("+{text}") } else { text }
}

/// A percentage, given as 0–100: 64.06 is `64,06%` or `64.06%`.
///
/// Neither language puts a space before the sign (CLDR `vi.xml` and `en.xml`, percent pattern
/// `#,##0%`).
///
/// ```
/// use tinhso::i18n::{Lang, number::percent};
/// assert_eq!(percent(Lang::Vi, 64.06), "64,06%");
/// ```
pub fn percent(lang: Lang, value: f64) -> String {
    with_percent_sign(number(lang, value))
}

/// A percentage with exactly `decimals` decimals, for columns with aligned decimals. It is rounded as
/// in [`number_fixed`].
///
/// ```
/// use tinhso::i18n::{Lang, number::percent_fixed};
/// assert_eq!(percent_fixed(Lang::En, 64.1, 2), "64.10%");
/// ```
pub fn percent_fixed(lang: Lang, value: f64, decimals: usize) -> String {
    with_percent_sign(number_fixed(lang, value, decimals))
}

/// A difference between two percentages: `6 điểm %`, `6 percentage points`.
///
/// Pass a rounded difference: one of decimals computed in binary has noise (64.06 − 58.1 is
/// 5.960000000000001).
///
/// ```
/// use tinhso::i18n::{Lang, number::percentage_points};
/// assert_eq!(percentage_points(Lang::Vi, 6.0), "6 điểm %");
/// assert_eq!(percentage_points(Lang::En, 1.0), "1 percentage point");
/// ```
pub fn percentage_points(lang: Lang, value: f64) -> String {
    let text = number(lang, value);
    match lang {
        Lang::Vi => format!("{text} điểm %"),
        Lang::En if text.trim_start_matches('-') == "1" => format!("{text} percentage point"),
        Lang::En => format!("{text} percentage points"),
    }
}

/// How many decimals a value has in its shortest exact form; 0 for whole numbers and for numbers that
/// are not finite. For a column, pass the largest of them to [`number_fixed`].
///
/// ```
/// use tinhso::i18n::number::decimals;
/// assert_eq!([64.06, 92.0, 0.5].map(decimals), [2, 0, 1]);
/// ```
pub fn decimals(value: f64) -> usize {
    digits::decimals(value)
}

/// A place in an order: `3rd`, `thứ 3`.
///
/// Vietnamese has a word of its own for the first, `thứ nhất` (CLDR `ordinals.xml` and the minimal
/// pairs of `vi.xml`).
///
/// ```
/// use tinhso::i18n::{Lang, number::ordinal};
/// assert_eq!(ordinal(Lang::En, 22), "22nd");
/// assert_eq!(ordinal(Lang::Vi, 22), "thứ 22");
/// ```
pub fn ordinal(lang: Lang, n: u32) -> String {
    let text = number(lang, f64::from(n));
    match lang {
        Lang::Vi if n == 1 => "thứ nhất".to_owned(),
        Lang::Vi => format!("thứ {text}"),
        Lang::En => {
            let suffix = match (n % 10, n % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{text}{suffix}")
        }
    }
}

/// A rank with the number of units ranked, without which it means nothing: `28 trên 63`, `28 of 63`.
///
/// ```
/// use tinhso::i18n::{Lang, number::rank_of};
/// assert_eq!(rank_of(Lang::En, 28, 63), "28 of 63");
/// ```
pub fn rank_of(lang: Lang, rank: u32, base: u32) -> String {
    let of = match lang {
        Lang::Vi => "trên",
        Lang::En => "of",
    };
    format!("{} {of} {}", number(lang, f64::from(rank)), number(lang, f64::from(base)))
}

/// A list of items as one phrase: `A, B và C`, `A, B, and C`; empty for no items.
///
/// The pattern is CLDR's standard conjunction list: English sets a comma before "and", Vietnamese
/// does not before "và".
///
/// ```
/// use tinhso::i18n::{Lang, number::list};
/// let names = ["Bạc Liêu", "Bình Phước", "Khánh Hòa"];
/// assert_eq!(list(Lang::Vi, &names), "Bạc Liêu, Bình Phước và Khánh Hòa");
/// ```
pub fn list(lang: Lang, items: &[&str]) -> String {
    let (pair, end) = match lang {
        Lang::Vi => (" và ", " và "),
        Lang::En => (" and ", ", and "),
    };
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first, second] => format!("{first}{pair}{second}"),
        [start @ .., last] => format!("{}{end}{last}", start.join(", ")),
    }
}

/// Adds the percent sign, except to the dash for a number that is not finite.
fn with_percent_sign(mut text: String) -> String {
    if text != NOT_FINITE {
        text.push('%');
    }
    text
}

/// Rewrites plain digits (`-1234.5`) with the separators of a language. A zero loses its sign.
///
/// CLDR's `minimumGroupingDigits` is 1 in both languages, so four digits are already grouped.
fn localize(lang: Lang, plain: &str) -> String {
    let (point, group) = match lang {
        Lang::Vi => (',', '.'),
        Lang::En => ('.', ','),
    };
    let digits = plain.strip_prefix('-').unwrap_or(plain);
    let is_zero = digits.chars().all(|c| matches!(c, '0' | '.'));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));

    let mut text = String::with_capacity(plain.len() + whole.len() / 3);
    if digits.len() < plain.len() && !is_zero {
        text.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// Rounds unsigned plain digits, in their shortest form, to `decimals` decimals, half to even.
fn round(plain: &str, decimals: usize) -> String {
    let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
    let kept = fraction.len().min(decimals);
    let (fraction, rest) = fraction.split_at(kept);

    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let last_is_odd = digits.last().is_some_and(|digit| digit % 2 == 1);
    // The shortest form has no trailing zeros, so a rest longer than "5" is more than a half.
    let rounds_up = match rest.as_bytes() {
        [b'5'] => last_is_odd,
        [first, ..] => *first >= b'5',
        [] => false,
    };
    if rounds_up {
        // Nines become zeros until a digit can take the carry. If all are nines, add a first digit.
        let nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
        let carry = digits.len() - nines;
        digits[carry..].fill(b'0');
        match digits[..carry].last_mut() {
            Some(digit) => *digit += 1,
            None => digits.insert(0, b'1'),
        }
    }

    let point = digits.len() - kept;
    let mut text: String = digits.into_iter().map(char::from).collect();
    if decimals > 0 {
        text.insert(point, '.');
        text.extend(std::iter::repeat_n('0', decimals - kept));
    }
    text
}

#[cfg(test)]
mod tests;
