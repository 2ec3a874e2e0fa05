//! Reads one text in quotes.

use super::SyntaxFault;
use super::cause::Cause;
use super::cursor::{Cursor, Place};

/// Reads the text that begins at the cursor with a quote, and gives back what stands between its quotes.
pub(super) fn read<'a>(cursor: &mut Cursor<'a>) -> Result<&'a str, SyntaxFault> {
    let opened = *cursor;
    cursor.bump();
    let start = *cursor;
    loop {
        let here = *cursor;
        match cursor.bump() {
            None => return Err(SyntaxFault { cause: Cause::UnclosedText, place: opened.place }),
            Some('"') => return Ok(start.up_to(&here)),
            Some('\\') => escape(cursor, here)?,
            Some('\n' | '\r') => return Err(line_break(opened, here)),
            Some(found) if found < ' ' => {
                return Err(SyntaxFault {
                    cause: Cause::ControlInText { found },
                    place: here.place,
                });
            }
            Some(_) => {}
        }
    }
}

/// Reads what follows a backslash.
fn escape(cursor: &mut Cursor<'_>, backslash: Cursor<'_>) -> Result<(), SyntaxFault> {
    let place = backslash.place;
    match cursor.bump() {
        Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => Ok(()),
        Some('u') => {
            let found = |cursor: &Cursor<'_>| backslash.up_to(cursor).to_owned();
            let unit = hex_digits(cursor);
            match unit {
                Some(0xD800..=0xDBFF) => {
                    let mut low = *cursor;
                    let is_pair = low.bump() == Some('\\')
                        && low.bump() == Some('u')
                        && matches!(hex_digits(&mut low), Some(0xDC00..=0xDFFF));
                    if !is_pair {
                        let cause = Cause::LoneSurrogate { found: found(cursor) };
                        return Err(SyntaxFault { cause, place });
                    }
                    *cursor = low;
                    Ok(())
                }
                Some(0xDC00..=0xDFFF) => {
                    let cause = Cause::LoneSurrogate { found: found(cursor) };
                    Err(SyntaxFault { cause, place })
                }
                Some(_) => Ok(()),
                None => {
                    let cause = Cause::WrongEscape { found: found(cursor) };
                    Err(SyntaxFault { cause, place })
                }
            }
        }
        // A backslash at the end of a line, or of the file.
        None | Some('\n' | '\r') => {
            Err(SyntaxFault { cause: Cause::WrongEscape { found: "\\".to_owned() }, place })
        }
        Some(other) => {
            let found = format!("\\{}", super::super::excerpt::beginning(&other.to_string()));
            Err(SyntaxFault { cause: Cause::WrongEscape { found }, place })
        }
    }
}

/// The number of four hex digits; without four of them the cursor stops after the last.
fn hex_digits(cursor: &mut Cursor<'_>) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        let digit = cursor.peek()?.to_digit(16)?;
        cursor.bump();
        unit = unit * 16 + digit;
    }
    Some(unit)
}

/// Why a text goes over the end of a line: its last quote was forgotten, or is a typographic one, or
/// the text was broken into lines.
fn line_break(opened: Cursor<'_>, here: Cursor<'_>) -> SyntaxFault {
    let fault = |cause: Cause, place: Place| SyntaxFault { cause, place };
    if let Some((found, place)) = typographic_end(opened, here) {
        return fault(Cause::TypographicQuote { found }, place);
    }
    // A line of JSON begins with a quote or a bracket, the next line of a text seldom.
    let next = here.rest.trim_start();
    if next.is_empty() || next.starts_with(['"', '{', '}', '[', ']']) || !next.contains('"') {
        return fault(Cause::UnclosedText, opened.place);
    }
    fault(Cause::LineBreakInText, here.place)
}

/// The typographic quote that ends the text from `opened` to `here`, if only a comma or a colon comes
/// after it and it closes no quote in the text.
pub(super) fn typographic_end(opened: Cursor<'_>, here: Cursor<'_>) -> Option<(char, Place)> {
    let text = opened.up_to(&here);
    let content = text.trim_end().trim_end_matches([',', ':']).trim_end();
    let found = content.chars().next_back()?;
    let before = content.strip_suffix(found)?;
    let opens = match found {
        '”' => '“',
        '’' => '‘',
        '»' => '«',
        '“' => '„',
        _ => return None,
    };
    let count = |quote: char| before.matches(quote).count();
    if count(opens) > count(found) {
        return None;
    }
    let column = opened.place.column + before.chars().count();
    Some((found, Place { line: opened.place.line, column }))
}
