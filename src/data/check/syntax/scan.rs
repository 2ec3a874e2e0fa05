//! Walks a text from its start to the first thing that no JSON has there, in time linear in its length
//! and without recursion.

use super::super::excerpt::{beginning, is_invisible};
use super::SyntaxFault;
use super::cause::{Cause, closing};
use super::cursor::{Cursor, Place};
use super::{number, quoted, word};

/// How many brackets within each other `serde_json` does not read any more.
const TOO_DEEP: usize = 128;

/// What may come next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Next {
    Value,
    /// After "[".
    ValueOrEnd,
    /// After "," in an object.
    Key,
    /// After "{".
    KeyOrEnd,
    Colon,
    /// After a value in a list or an object.
    CommaOrEnd,
    /// After the document.
    Nothing,
}

/// What was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Text,
    Number,
    Comma,
    Colon,
    Other,
}

struct Scan<'a> {
    cursor: Cursor<'a>,
    /// The brackets that are open, and where each stands.
    open: Vec<(char, Place)>,
    next: Next,
    last: Last,
    /// Where the last piece begins and ends.
    from: Cursor<'a>,
    to: Cursor<'a>,
    /// The last number, for digits that come after it.
    number: Option<Cursor<'a>>,
    /// The last key.
    key: &'a str,
}

/// The first fault of the text; `None` if it is JSON that `serde_json` reads.
pub(super) fn first_fault(text: &str) -> Option<SyntaxFault> {
    let cursor = Cursor::new(text);
    let mut scan = Scan {
        cursor,
        open: Vec::new(),
        next: Next::Value,
        last: Last::Other,
        from: cursor,
        to: cursor,
        number: None,
        key: "",
    };
    loop {
        scan.cursor.skip_blanks();
        let start = scan.cursor;
        let Some(letter) = start.peek() else { return scan.end() };
        if let Err(fault) = scan.step(letter) {
            return Some(fault);
        }
        scan.from = start;
        scan.to = scan.cursor;
    }
}

impl Scan<'_> {
    /// Reads one piece: a bracket, a mark, a text, a number or a word.
    fn step(&mut self, letter: char) -> Result<(), SyntaxFault> {
        self.foreign(letter)?;
        match self.next {
            Next::Value | Next::ValueOrEnd => self.value(letter),
            Next::Key | Next::KeyOrEnd => self.key(letter),
            Next::Colon => self.colon(letter),
            Next::CommaOrEnd => self.separator(letter),
            Next::Nothing if matches!(letter, '}' | ']') => {
                self.fault(Cause::ExtraBracket { found: letter })
            }
            Next::Nothing => self.fault(Cause::AfterEnd { found: letter }),
        }
    }

    /// A fault at the cursor.
    fn fault(&self, cause: Cause) -> Result<(), SyntaxFault> {
        Err(SyntaxFault { cause, place: self.cursor.place })
    }

    fn unexpected(&self, found: char, expected: impl Into<String>) -> Result<(), SyntaxFault> {
        self.fault(Cause::Unexpected { found, expected: expected.into() })
    }

    /// Whether the cursor is in the line in which the last piece ends.
    fn on_last_line(&self) -> bool {
        self.cursor.place.line == self.to.place.line
    }

    fn in_list(&self) -> bool {
        !matches!(self.open.last(), Some(('{', _)))
    }

    /// The fault if the text ends here.
    fn end(&self) -> Option<SyntaxFault> {
        let place = self.cursor.place;
        if !self.open.is_empty() {
            let open = self.open.iter().rev().copied().collect();
            return Some(SyntaxFault { cause: Cause::NotClosed { open }, place });
        }
        (self.next != Next::Nothing).then_some(SyntaxFault { cause: Cause::Unknown, place })
    }

    /// Refuses what stands nowhere in JSON outside of texts.
    fn foreign(&self, letter: char) -> Result<(), SyntaxFault> {
        let rest = self.cursor.rest;
        if let Some(mark) = ["//", "/*", "#", "<!--"].iter().find(|mark| rest.starts_with(**mark)) {
            return self.fault(Cause::Comment { mark });
        }
        if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| rest.starts_with(mark)) {
            return self.fault(Cause::MergeConflict);
        }
        self.thousands(letter)?;
        if is_invisible(letter) {
            return self.fault(Cause::Invisible { found: letter });
        }
        self.quote_in_text(letter)?;
        match letter {
            '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' | '〝' | '〞' => {
                self.fault(Cause::TypographicQuote { found: letter })
            }
            '‘' | '’' | '‚' | '‹' | '›' | '\'' | '`' | '´' | '′' => {
                self.fault(Cause::SingleQuote { found: letter })
            }
            _ => Ok(()),
        }
    }

    /// Refuses digits after a number in an object: `54 537`, or `86, 06` where a key should be.
    fn thousands(&self, letter: char) -> Result<(), SyntaxFault> {
        let Some(start) = self.number else { return Ok(()) };
        if self.in_list() || !self.on_last_line() {
            return Ok(());
        }
        let mut cursor = self.cursor;
        let cause = if self.last == Last::Number && self.next == Next::CommaOrEnd {
            let is_number = |letter: char| {
                letter.is_ascii_digit()
                    || matches!(letter, '\u{A0}' | '\u{2009}' | '\u{202F}' | ' ')
            };
            if !is_number(letter) {
                return Ok(());
            }
            cursor.take_while(is_number);
            number::spaced(start.up_to(&cursor))
        } else if self.last == Last::Comma && self.next == Next::Key && letter.is_ascii_digit() {
            cursor.take_while(|letter| letter.is_ascii_digit());
            let all = start.up_to(&cursor);
            let is_number = |letter: char| letter.is_ascii_digit() || ",.-+ ".contains(letter);
            let digits: String = all.chars().filter(|letter| *letter != ' ').collect();
            let cause = number::read(&mut Cursor::new(&digits), false).err();
            cause.filter(|_| all.chars().all(is_number))
        } else {
            None
        };
        match cause {
            Some(cause) => Err(SyntaxFault { cause, place: start.place }),
            None => Ok(()),
        }
    }

    /// Refuses a letter after the end of a text, which an editor meant to be a part of it.
    fn quote_in_text(&self, letter: char) -> Result<(), SyntaxFault> {
        let is_mark = matches!(letter, ',' | ':' | '}' | ']' | '{' | '[' | ';' | '=');
        if self.last != Last::Text
            || !matches!(self.next, Next::CommaOrEnd | Next::Colon)
            || is_mark
        {
            return Ok(());
        }
        let is_adjacent = self.cursor.rest.len() == self.to.rest.len();
        let goes_on = match letter {
            // `""` in a text, if the second one does not begin another key.
            '"' => is_adjacent && !self.in_list() && !self.is_key(),
            _ => is_adjacent || (self.on_last_line() && self.is_foreign_word(letter)),
        };
        if !goes_on {
            return Ok(());
        }
        let mut content = self.from;
        content.bump();
        let mut end = content;
        end.take_while(|letter| letter != '"');
        if let Some((found, place)) = quoted::typographic_end(content, end) {
            return Err(SyntaxFault { cause: Cause::TypographicQuote { found }, place });
        }
        self.fault(Cause::QuoteInText { opened: self.from.place })
    }

    /// Whether a word that is no value begins at the cursor.
    fn is_foreign_word(&self, letter: char) -> bool {
        let mut cursor = self.cursor;
        word::starts(letter) && !word::is_json(cursor.take_while(word::continues))
    }

    /// Whether the text at the cursor is followed by a colon.
    fn is_key(&self) -> bool {
        let mut cursor = self.cursor;
        let is_text = quoted::read(&mut cursor).is_ok();
        cursor.skip_blanks();
        is_text && cursor.peek() == Some(':')
    }

    fn value(&mut self, letter: char) -> Result<(), SyntaxFault> {
        match letter {
            '{' | '[' => return self.open(letter),
            '}' | ']' => return self.close(letter),
            ',' if self.last == Last::Colon => return self.missing_value(),
            ',' => return self.fault(Cause::ExtraComma),
            '"' => {
                quoted::read(&mut self.cursor)?;
                self.last = Last::Text;
            }
            '-' | '+' | '.' | '0'..='9' => {
                let start = self.cursor;
                let in_list = self.in_list();
                number::read(&mut self.cursor, in_list)
                    .map_err(|cause| SyntaxFault { cause, place: start.place })?;
                self.number = Some(start);
                self.last = Last::Number;
            }
            _ if word::starts(letter) => {
                let place = self.cursor.place;
                word::read_value(&mut self.cursor).map_err(|cause| SyntaxFault { cause, place })?;
                self.last = Last::Other;
            }
            _ => {
                return self.unexpected(
                    letter,
                    "a value (a text in quotes, a number, true, false, null, a list or an object)",
                );
            }
        }
        self.after_value();
        Ok(())
    }

    fn after_value(&mut self) {
        self.next = if self.open.is_empty() { Next::Nothing } else { Next::CommaOrEnd };
    }

    fn missing_value(&self) -> Result<(), SyntaxFault> {
        self.fault(Cause::MissingValue { key: beginning(self.key) })
    }

    fn open(&mut self, bracket: char) -> Result<(), SyntaxFault> {
        self.open.push((bracket, self.cursor.place));
        if self.open.len() >= TOO_DEEP {
            return self.fault(Cause::TooDeep);
        }
        self.cursor.bump();
        self.next = if bracket == '{' { Next::KeyOrEnd } else { Next::ValueOrEnd };
        self.last = Last::Other;
        Ok(())
    }

    fn close(&mut self, bracket: char) -> Result<(), SyntaxFault> {
        let Some((opened, at)) = self.open.last().copied() else {
            return self.unexpected(bracket, "\"{\" at the start of the file");
        };
        if closing(opened) != bracket {
            return self.fault(Cause::WrongBracket { found: bracket, opened, at });
        }
        match self.last {
            Last::Comma => {
                let place = self.from.place;
                return Err(SyntaxFault { cause: Cause::TrailingComma { bracket }, place });
            }
            Last::Colon => return self.missing_value(),
            _ => {}
        }
        self.open.pop();
        self.cursor.bump();
        self.last = Last::Other;
        self.after_value();
        Ok(())
    }

    fn key(&mut self, letter: char) -> Result<(), SyntaxFault> {
        match letter {
            '"' => {
                self.key = quoted::read(&mut self.cursor)?;
                self.next = Next::Colon;
                self.last = Last::Text;
                Ok(())
            }
            '}' | ']' => self.close(letter),
            ',' => self.fault(Cause::ExtraComma),
            '{' | '[' => {
                let at = self.open.last().map_or(self.cursor.place, |(_, at)| *at);
                self.fault(Cause::BracketForKey { found: letter, at })
            }
            _ if word::continues(letter) => {
                let mut cursor = self.cursor;
                let found = beginning(cursor.take_while(word::continues));
                self.fault(Cause::UnquotedKey { found })
            }
            _ => self.unexpected(letter, "a key in straight quotes"),
        }
    }

    fn colon(&mut self, letter: char) -> Result<(), SyntaxFault> {
        match letter {
            ':' => {
                self.cursor.bump();
                self.next = Next::Value;
                self.last = Last::Colon;
                Ok(())
            }
            '=' => self.fault(Cause::EqualsSign),
            _ => {
                let cause = Cause::MissingColon { key: beginning(self.key) };
                Err(SyntaxFault { cause, place: self.to.place })
            }
        }
    }

    fn separator(&mut self, letter: char) -> Result<(), SyntaxFault> {
        let in_list = self.in_list();
        match letter {
            ',' => {
                self.cursor.bump();
                self.next = if in_list { Next::Value } else { Next::Key };
                self.last = Last::Comma;
                Ok(())
            }
            '}' | ']' => self.close(letter),
            '%' | '٪' | '％' if self.last == Last::Number => {
                let number = beginning(self.from.up_to(&self.to));
                Err(SyntaxFault { cause: Cause::Percent { number }, place: self.from.place })
            }
            ';' => self.fault(Cause::WrongSeparator { found: letter }),
            ':' if in_list && self.last == Last::Text => self.fault(Cause::KeyInList),
            _ if self.last == Last::Number && word::starts(letter) && self.on_last_line() => {
                let found = beginning(self.from.rest.lines().next().unwrap_or_default().trim_end());
                let found = found.trim_end_matches(',').to_owned();
                Err(SyntaxFault { cause: Cause::NotANumber { found }, place: self.from.place })
            }
            '"' | '{' | '[' | '-' | '0'..='9' => self.missing_comma(),
            _ if word::starts(letter) => self.missing_comma(),
            _ => {
                let bracket = if in_list { ']' } else { '}' };
                self.unexpected(letter, format!("a comma or \"{bracket}\""))
            }
        }
    }

    fn missing_comma(&self) -> Result<(), SyntaxFault> {
        let cause = Cause::MissingComma { next: self.cursor.place };
        Err(SyntaxFault { cause, place: self.to.place })
    }
}
