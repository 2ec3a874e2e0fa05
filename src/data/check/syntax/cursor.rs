//! A place in a text, and what comes after it.

/// A line and a column in characters, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The line.
    pub(crate) line: usize,
    /// The column.
    pub(crate) column: usize,
}

/// How far a text has been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    /// What has not been read.
    pub(super) rest: &'a str,
    /// Where that begins.
    pub(super) place: Place,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, place: Place { line: 1, column: 1 } }
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// The character after the next.
    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest.chars().nth(1)
    }

    /// Reads one character.
    pub(super) fn bump(&mut self) -> Option<char> {
        let mut letters = self.rest.chars();
        let letter = letters.next()?;
        self.rest = letters.as_str();
        if letter == '\n' {
            self.place = Place { line: self.place.line + 1, column: 1 };
        } else {
            self.place.column += 1;
        }
        Some(letter)
    }

    /// Reads characters for as long as they are of a kind, and gives them back.
    pub(super) fn take_while(&mut self, is_of_kind: impl Fn(char) -> bool) -> &'a str {
        let start = *self;
        while self.peek().is_some_and(&is_of_kind) {
            self.bump();
        }
        start.up_to(self)
    }

    /// Reads the white space of JSON.
    pub(super) fn skip_blanks(&mut self) {
        self.take_while(|letter| matches!(letter, ' ' | '\t' | '\n' | '\r'));
    }

    /// What stands between this place and a later one.
    pub(super) fn up_to(&self, later: &Self) -> &'a str {
        let len = self.rest.len().saturating_sub(later.rest.len());
        self.rest.get(..len).unwrap_or_default()
    }

    /// The rest of the line, without white space around it.
    pub(super) fn line(&self) -> &'a str {
        self.rest.lines().next().unwrap_or_default().trim()
    }
}
