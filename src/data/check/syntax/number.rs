//! Reads one number.

use super::super::excerpt::beginning;
use super::super::literal::{Meant, date_meant, meant, number_meant};
use super::cause::{Cause, NumberSlip};
use super::cursor::Cursor;
use super::word;

/// Reads the number that begins at the cursor, with all that an editor may have taken for a part of it.
/// In a list `0,5` is two numbers, so that a comma ends the first.
pub(super) fn read(cursor: &mut Cursor<'_>, in_list: bool) -> Result<(), Cause> {
    let run = run(cursor, in_list);
    if is_json(run) {
        let is_finite = run.parse::<f64>().is_ok_and(f64::is_finite);
        return if is_finite { Ok(()) } else { Err(Cause::OutOfRange { found: beginning(run) }) };
    }
    Err(cause(run))
}

/// Reads digits, signs, letters and the marks between them.
fn run<'a>(cursor: &mut Cursor<'a>, in_list: bool) -> &'a str {
    let start = *cursor;
    while let Some(letter) = cursor.peek() {
        let before_digit = || cursor.peek_second().is_some_and(|next| next.is_ascii_digit());
        let belongs = match letter {
            '.' | '+' | '-' | '_' => true,
            ',' => !in_list && before_digit(),
            '/' => before_digit(),
            _ => letter.is_alphanumeric(),
        };
        if !belongs {
            break;
        }
        cursor.bump();
    }
    start.up_to(cursor)
}

/// Whether the text is a number of JSON.
fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && decimals.is_none_or(digits)
        && exponent.is_none_or(|power| digits(power.strip_prefix(['+', '-']).unwrap_or(power)))
}

/// What is wrong with a run of digits and marks.
fn cause(run: &str) -> Cause {
    let found = beginning(run);
    let unsigned = run.trim_start_matches(['+', '-']);
    if word::is_no_number(unsigned) {
        return Cause::NoFiniteNumber { found };
    }
    if unsigned.contains(['-', '/'])
        && let Some(write) = date_meant(run)
    {
        return Cause::UnquotedDate { found, write };
    }
    let slip =
        |slip: NumberSlip, write: String| Cause::Number { slip, found: found.clone(), write };
    match meant(run) {
        Some(Meant::Two { decimal, whole }) => {
            // A point alone is JSON, so the mark is a comma, or something else is wrong as well.
            let write = format!("{decimal}, or {whole} if the mark parts thousands");
            let kind = if run.contains(',') { NumberSlip::DecimalComma } else { NumberSlip::Plus };
            slip(kind, write)
        }
        Some(Meant::One(write)) => {
            let marks = run.matches([',', '.']).count();
            let kind = if marks > 1 {
                NumberSlip::Thousands
            } else if run.contains(',') {
                NumberSlip::DecimalComma
            } else if run.starts_with('+') {
                NumberSlip::Plus
            } else if unsigned.starts_with('.') {
                NumberSlip::PointFirst
            } else if unsigned.starts_with('0') && !unsigned.starts_with("0.") {
                NumberSlip::Zero
            } else {
                NumberSlip::PointLast
            };
            slip(kind, write)
        }
        None => match date_meant(run) {
            Some(write) => Cause::UnquotedDate { found, write },
            None => Cause::NotANumber { found },
        },
    }
}

/// The cause if the text is a number in which spaces part thousands.
pub(super) fn spaced(text: &str) -> Option<Cause> {
    let text = text.trim_end();
    let write = number_meant(text).filter(|_| text.contains(char::is_whitespace))?;
    Some(Cause::Number { slip: NumberSlip::Thousands, found: beginning(text), write })
}
