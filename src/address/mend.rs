//! Repairs links that mails, chats and forms have damaged, before they are read (decision 0006).
//!
//! That is possible because ids, slugs and values of the site consist of small letters, digits, `.`,
//! `/` and `-`, and none of them ends in a punctuation mark. Search words may be anything, so they stay
//! as typed.

use std::borrow::Cow;

use super::encoding::decode;
use super::guess::slugify;
use super::selection::keys;
use crate::data::nearest;

/// A key of the site, or a text that is nearly one.
type Key = Cow<'static, str>;

/// How many times a text may have been percent-encoded.
const MAX_ENCODINGS: usize = 4;

/// Restores an id, a slug or a value to the form in which the site wrote it: decodes it as many times
/// as it was encoded, drops invisible characters and those of the text around the link, and makes
/// letters small.
pub(super) fn mend(text: &str) -> String {
    let decoded = decoded(text, None);
    let mut visible = String::new();
    for c in decoded.chars().filter(|c| !is_invisible(*c)) {
        visible.push(normalize_dash(c));
    }
    let end = |c: char| surrounds_link(c) || c == '-';
    visible.trim_start_matches(surrounds_link).trim_end_matches(end).to_ascii_lowercase()
}

/// As [`mend`], for a value. Some mails turn `=` into `=3D`, so that the value begins with `3d`.
pub(super) fn mend_value(value: &str) -> String {
    let mended = mend(value);
    mended.strip_prefix("3d").map(str::to_owned).unwrap_or(mended)
}

/// Decodes a text as many times as it was encoded, but stops once it has the character `until`.
fn decoded(text: &str, until: Option<char>) -> String {
    let mut text = text.to_owned();
    for _ in 0..MAX_ENCODINGS {
        let once = decode(&text, false);
        if once == text || until.is_some_and(|until| text.contains(until)) {
            break;
        }
        text = once;
    }
    text
}

/// Whether a character belongs to the text around a link: a space, bracket, quotation mark or full
/// stop.
fn surrounds_link(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && c != '-')
        || matches!(c, '«' | '»' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}')
}

/// Whether a character is not seen: a soft hyphen, a zero-width character, or a mark of direction or of
/// byte order.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Turns a dash that a word processor made of a hyphen back into a hyphen; other characters stay.
fn normalize_dash(c: char) -> char {
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }
}

/// The pairs of keys and values in a query, in their order. Keys are those of the site, or misspelt
/// ones as typed; foreign keys are left out. Values are decoded but not mended.
pub(super) fn query_pairs(query: &str) -> Vec<(Key, String)> {
    let mut pairs = Vec::new();
    for part in query.split('&') {
        let Some((name, value)) = part.split_once('=') else {
            // The whole query may have been encoded once more.
            let decoded = decoded(part, Some('='));
            if decoded.contains('=') {
                pairs.extend(self::query_pairs(&decoded));
            } else if let Some(key) = find_key(&decoded) {
                pairs.push((key, String::new()));
            }
            continue;
        };
        match find_key(&decode(name, true)) {
            Some(key) if key == keys::SEARCH => pairs.push((key, decode(value, true))),
            Some(key) => split_value(key, &decoded(&decode(value, true), None), &mut pairs),
            None => {}
        }
    }
    pairs
}

/// The key of the site that a name stands for. Before the name there may be a rest with a separator
/// (`amp;nam`, `?nam`), after it the brackets by which forms mark a list (`tinh[]`), and its letters
/// may have marks (`năm`). A name that is only similar to a key is returned as typed, because it may be
/// a foreign key. `None` for a name that is like no key.
fn find_key(name: &str) -> Option<Key> {
    let name = name.rfind(is_separator).map_or(name, |at| &name[at + 1..]);
    let name = mend(name.split_once('[').map_or(name, |(name, _)| name));
    let slug = slugify(&name);
    let own = keys::ALL.into_iter().find(|key| *key == slug).map(Key::Borrowed);
    own.or_else(|| nearest(&slug, keys::ALL).map(|_| name.into()))
}

/// Splits a value at separators and adds the pairs it holds to `pairs`. No value of the site has a
/// separator, so one in a value comes from an encoded query, and what follows it may belong to another
/// key.
fn split_value(mut key: Key, value: &str, pairs: &mut Vec<(Key, String)>) {
    let mut end = value.find(is_separator).unwrap_or(value.len());
    pairs.push((key.clone(), value[..end].to_owned()));
    while end < value.len() {
        // All separators are ASCII.
        let (before, rest) = value[end..].split_at(1);
        let piece = &rest[..rest.find(is_separator).unwrap_or(rest.len())];
        if let Some((name, value)) = piece.split_once('=') {
            if let Some(own) = find_key(name) {
                key = own;
                pairs.push((key.clone(), value.to_owned()));
            }
        } else if before == ";" && !mend(piece).is_empty() {
            // After another separator such a piece is an entity (`&amp;`, `&quot;`) or a foreign key.
            pairs.push((key.clone(), piece.to_owned()));
        }
        end += 1 + piece.len();
    }
}

fn is_separator(c: char) -> bool {
    matches!(c, '&' | ';' | '?')
}
