//! Finds where the values of a JSON text stand, by their paths.
//!
//! The readers keep no places, because nearly all files are without a fault. A file with one is read a
//! second time here.

use std::collections::{HashMap, HashSet};

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
    let wanted: HashSet<&str> = paths.collect();
    let mut scan = Scan {
        wanted_hashes: wanted.iter().map(|path| PathHash::of(path)).collect(),
        wanted,
        found: HashMap::new(),
        path: "$".to_owned(),
        hash: PathHash::of("$"),
        open: Vec::new(),
        position: Position { line: 1, column: 1 },
    };
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let start = scan.position;
        if letter == '"' {
            let length = length_of_text(rest);
            scan.text_between(rest.get(1..length).unwrap_or_default(), start);
            let (read, after) = rest.split_at(rest.len().min(length + 1));
            scan.position.pass_text(read);
            rest = after;
        } else {
            scan.letter(letter);
            scan.position.pass(letter);
            rest = &rest[letter.len_utf8()..];
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

    fn pass_text(&mut self, text: &str) {
        if text.contains('\n') {
            text.chars().for_each(|letter| self.pass(letter));
        } else {
            self.column += text.chars().count();
        }
    }
}

/// The number of bytes from the quote at the beginning up to the one that ends this text.
fn length_of_text(quoted: &str) -> usize {
    let mut is_escaped = true;
    let end = quoted.bytes().position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.unwrap_or(quoted.len())
}

/// The hash of a path (FNV-1a). That of a longer path goes on from it, so that the beginning, which may be
/// long and is the same for many values, is not read again for each.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct PathHash(u64);

impl PathHash {
    fn of(path: &str) -> Self {
        Self(0xcbf2_9ce4_8422_2325).plus(path)
    }

    fn plus(self, text: &str) -> Self {
        let add = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Self(text.bytes().fold(self.0, add))
    }
}

/// An object or a list that is not closed yet, the length of its path, and the hash of it.
struct Open {
    path_length: usize,
    hash: PathHash,
    inside: Inside,
}

enum Inside {
    /// An object, and the key that was read last, with its place, until its value begins.
    Object { key: Option<Position> },
    /// A list, and the index of its next item.
    List { next: usize, awaits_item: bool },
}

struct Scan<'a> {
    wanted: HashSet<&'a str>,
    wanted_hashes: HashSet<PathHash>,
    found: HashMap<String, Vec<Position>>,
    /// The path of the value that is read, and its hash.
    path: String,
    hash: PathHash,
    open: Vec<Open>,
    position: Position,
}

impl Scan<'_> {
    /// The path of a value inside the object or list that was opened last.
    fn go_to(&mut self, path_length: usize, step: &str) {
        self.path.truncate(path_length);
        self.path.push_str(step);
        if let Some(open) = self.open.last() {
            self.hash = open.hash.plus(step);
        }
    }

    fn open(&mut self, inside: Inside) {
        self.value_at(self.position);
        self.open.push(Open { path_length: self.path.len(), hash: self.hash, inside });
    }

    /// Reads a text, which is a key or a value.
    fn text_between(&mut self, text: &str, start: Position) {
        match self.open.last_mut() {
            Some(Open { path_length, inside: Inside::Object { key }, .. }) if key.is_none() => {
                *key = Some(start);
                let path_length = *path_length;
                // A key with an escape is none of the format; only its line is wanted.
                let escaped = Some(text).filter(|text| text.contains('\\'));
                let key =
                    escaped.and_then(|text| serde_json::from_str(&format!("\"{text}\"")).ok());
                let key: String = key.unwrap_or_else(|| text.to_owned());
                self.go_to(path_length, &format!(".{key}"));
                self.note(start);
            }
            _ => self.value_at(start),
        }
    }

    /// Reads a letter outside of texts.
    fn letter(&mut self, letter: char) {
        match letter {
            '{' => self.open(Inside::Object { key: None }),
            '[' => self.open(Inside::List { next: 0, awaits_item: true }),
            '}' | ']' => {
                if let Some(closed) = self.open.pop() {
                    self.path.truncate(closed.path_length);
                    self.hash = closed.hash;
                }
            }
            ',' => match self.open.last_mut().map(|open| &mut open.inside) {
                Some(Inside::Object { key }) => *key = None,
                Some(Inside::List { awaits_item, .. }) => *awaits_item = true,
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
            Some(Open { path_length, inside: Inside::List { next, awaits_item }, .. })
                if *awaits_item =>
            {
                let (path_length, step) = (*path_length, format!("[{next}]"));
                *next += 1;
                *awaits_item = false;
                self.go_to(path_length, &step);
                self.note(position);
            }
            None if self.path == "$" => {
                self.note_once(position);
            }
            _ => {}
        }
    }

    fn note(&mut self, position: Position) {
        if self.wanted_hashes.contains(&self.hash) && self.wanted.contains(self.path.as_str()) {
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
