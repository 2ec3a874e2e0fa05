//! Finds where the values of a JSON text stand, by their paths.
//!
//! The readers keep no places, because nearly all files are without a fault. A file with one is read a
//! second time here.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use crate::data::finding::Position;

/// Where the values with these paths stand in a JSON text: for each path the places of all values that
/// have it, in the order of the text (a key may be given twice). A path that the text does not have is
/// not in the answer. The value of a key stands where its key begins.
///
/// The text is read once, from its beginning. What is no JSON is passed over.
pub(super) fn locate<'a>(
    text: &str,
    paths: impl Iterator<Item = &'a str>,
) -> HashMap<String, Vec<Position>> {
    let mut scan = Scan {
        wanted: paths.collect(),
        found: HashMap::new(),
        path: "$".to_owned(),
        open: Vec::new(),
        position: Position { line: 1, column: 1 },
    };
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        if letter == '"' {
            let start = scan.position;
            let end = end_of_text(&mut letters, &mut scan.position);
            scan.text_between(text.get(at + 1..end).unwrap_or_default(), start);
        } else {
            scan.letter(letter);
            scan.position.pass(letter);
        }
    }
    scan.found
}

impl Position {
    fn pass(&mut self, letter: char) {
        if letter == '\n' {
            *self = Self { line: self.line + 1, column: 1 };
        } else {
            self.column += 1;
        }
    }
}

/// Passes over a text whose first quote was read. Returns where its last quote stands.
fn end_of_text(letters: &mut std::str::CharIndices<'_>, position: &mut Position) -> usize {
    position.pass('"');
    let mut is_escaped = false;
    for (at, letter) in letters.by_ref() {
        position.pass(letter);
        if letter == '"' && !is_escaped {
            return at;
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    letters.offset()
}

/// An object or a list that is not closed yet.
enum Open {
    /// An object. Its path ends at this length; the key that was read last, with its place, until its
    /// value begins.
    Object { path_length: usize, key: Option<Position> },
    /// A list, and the index of its next item.
    List { path_length: usize, next: usize, awaits_item: bool },
}

struct Scan<'a> {
    wanted: HashSet<&'a str>,
    found: HashMap<String, Vec<Position>>,
    /// The path of the value that is read.
    path: String,
    open: Vec<Open>,
    position: Position,
}

impl Scan<'_> {
    /// Reads a text, which is a key or a value.
    fn text_between(&mut self, text: &str, start: Position) {
        match self.open.last_mut() {
            Some(Open::Object { path_length, key }) if key.is_none() => {
                self.path.truncate(*path_length);
                *key = Some(start);
                self.path.push('.');
                // A key with an escape is none of the format; only its line is wanted.
                match serde_json::from_str::<String>(&format!("\"{text}\"")) {
                    Ok(key) => self.path.push_str(&key),
                    Err(_) => self.path.push_str(text),
                }
                self.note(start);
            }
            _ => self.value_at(start),
        }
    }

    /// Reads a letter outside of texts.
    fn letter(&mut self, letter: char) {
        match letter {
            '{' => {
                self.value_at(self.position);
                let path_length = self.path.len();
                self.open.push(Open::Object { path_length, key: None });
            }
            '[' => {
                self.value_at(self.position);
                let path_length = self.path.len();
                self.open.push(Open::List { path_length, next: 0, awaits_item: true });
            }
            '}' | ']' => {
                if let Some(Open::Object { path_length, .. } | Open::List { path_length, .. }) =
                    self.open.pop()
                {
                    self.path.truncate(path_length);
                }
            }
            ',' => match self.open.last_mut() {
                Some(Open::Object { path_length, key }) => {
                    self.path.truncate(*path_length);
                    *key = None;
                }
                Some(Open::List { awaits_item, .. }) => *awaits_item = true,
                None => {}
            },
            ':' => {}
            _ if letter.is_whitespace() => {}
            _ => self.value_at(self.position),
        }
    }

    /// A value begins here, or goes on: only the first letter of a number is its place.
    fn value_at(&mut self, position: Position) {
        match self.open.last_mut() {
            Some(Open::List { path_length, next, awaits_item }) if *awaits_item => {
                self.path.truncate(*path_length);
                // Writing to a text cannot fail.
                let _ = write!(self.path, "[{next}]");
                *next += 1;
                *awaits_item = false;
                self.note(position);
            }
            None if self.path == "$" => {
                self.note_once(position);
            }
            _ => {}
        }
    }

    fn note(&mut self, position: Position) {
        if self.wanted.contains(self.path.as_str()) {
            self.found.entry(self.path.clone()).or_default().push(position);
        }
    }

    fn note_once(&mut self, position: Position) {
        if !self.found.contains_key("$") {
            self.note(position);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = r#"{
  "province": "an-hai",
  "observations": [
    { "id": "a", "note": { "vi": "á \" {", "en": "b" } },
    7,
    { "id": "b", "disputes": ["x", "y"],
      "id": "c" }
  ]
}"#;

    fn lines(path: &str) -> Vec<(usize, usize)> {
        let found = locate(TEXT, [path].into_iter());
        found.get(path).into_iter().flatten().map(|p| (p.line, p.column)).collect()
    }

    #[test]
    fn each_value_has_its_place() {
        assert_eq!(lines("$"), [(1, 1)]);
        assert_eq!(lines("$.province"), [(2, 3)]);
        assert_eq!(lines("$.observations"), [(3, 3)]);
        assert_eq!(lines("$.observations[0]"), [(4, 5)]);
        assert_eq!(lines("$.observations[0].note.en"), [(4, 44)]);
        assert_eq!(lines("$.observations[1]"), [(5, 5)]);
        assert_eq!(lines("$.observations[2].disputes[1]"), [(6, 36)]);
        assert_eq!(lines("$.observations[2].id"), [(6, 7), (7, 7)], "a key that is given twice");
        assert_eq!(lines("$.observations[3]"), []);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[\\[\\]{}\",:a1\\\\ \n]{0,60}") {
            locate(&text, ["$", "$.a", "$[0]"].into_iter());
        }
    }
}
