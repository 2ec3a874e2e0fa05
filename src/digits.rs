//! Numbers as plain decimal digits, without the number formatting of the standard library.
//!
//! A single `{}` of an `f64` adds 14 kB of WebAssembly, because that formatting can do much more than
//! is needed here. `serde_json`, which the program needs to read the data, can find the shortest digits
//! as well (decision 0028).

use serde_json::Number;

/// The shortest digits that read back as this number, without an exponent. It is what `to_string`
/// gives; only among numbers with sixteen or more digits the last digit may differ, where two are
/// equally near. Empty for a number that is not finite.
///
/// ```
/// use tinhso::digits::shortest;
/// assert_eq!(shortest(64.06), "64.06");
/// assert_eq!(shortest(-54_537.0), "-54537");
/// assert_eq!(shortest(1e-7), "0.0000001");
/// ```
pub fn shortest(value: f64) -> String {
    let Some(number) = Number::from_f64(value) else {
        return String::new();
    };
    let text = number.to_string();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = if fraction == "0" { "" } else { fraction };
    let exponent: isize = exponent.parse().unwrap_or(0);
    let shift = exponent.unsigned_abs();
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));

    let (whole, fraction) = if exponent < 0 {
        // A number with an exponent has one digit before the point.
        ("0".to_owned(), format!("{}{whole}{fraction}", "0".repeat(shift.saturating_sub(1))))
    } else {
        let (before, after) = fraction.split_at(shift.min(fraction.len()));
        (format!("{whole}{before}{}", "0".repeat(shift - before.len())), after.to_owned())
    };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// How many decimals the shortest digits have; 0 for a number that is not finite.
///
/// ```
/// use tinhso::digits::decimals;
/// assert_eq!([64.06, 92.0, 0.5].map(decimals), [2, 0, 1]);
/// ```
pub fn decimals(value: f64) -> usize {
    shortest(value).split_once('.').map_or(0, |(_, fraction)| fraction.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_edges_are_written_as_the_standard_library_does() {
        for value in [
            0.0,
            -0.0,
            1.0,
            0.1 + 0.2,
            1e15,
            1e16,
            1.5e17,
            123_456_789_012_345_680.0,
            1e21,
            1e-4,
            1e-5,
            -2.5e-6,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
        ] {
            assert_eq!(shortest(value), value.to_string());
        }
        assert_eq!([f64::NAN, f64::INFINITY].map(shortest), ["", ""]);
    }

    /// Whether the digits read back as the number and are as few as those of the standard library.
    /// Where two texts are equally near, either is allowed: 816041512117220.25 lies between …220.2 and
    /// …220.3.
    fn is_as_short(value: f64) -> bool {
        let digits = shortest(value);
        digits.parse() == Ok(value) && digits.len() == value.to_string().len()
    }

    #[test]
    fn of_two_digits_equally_near_either_may_stand() {
        assert!(is_as_short(816_041_512_117_220.2));
    }

    proptest! {
        #[test]
        fn any_number_is_written_as_short_as_the_standard_library_does(value in prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL) {
            prop_assert!(is_as_short(value), "{}", value);
        }

        #[test]
        fn figures_are_written_as_the_standard_library_does(digits in -1_000_000_000_i64..1_000_000_000, scale in 0_i32..9) {
            let value = digits as f64 / 10_f64.powi(scale);
            prop_assert_eq!(shortest(value), value.to_string());
        }
    }
}
