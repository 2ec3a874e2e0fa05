//! What mails, chats and forms do to a link, undone before it is read (decision 0006).
//!
//! It can be undone because ids, slugs and words of the site are small letters, digits, `.`, `/` and
//! `-`, and none of them ends in a mark. Words searched for may be anything: they stay as typed.

use std::borrow::Cow;

use super::encoding::decode;
use super::guess::plain;
use super::selection::keys;
use crate::data::nearest;

/// A key of the site, or what is nearly one.
type Key = Cow<'static, str>;

/// How often a text may have been encoded.
const N_ENCODED: usize = 4;

/// An id, a slug or a word as the site wrote it: decoded as often as it was encoded, without what of
/// the text around the link was taken into it, without what is not seen, in small letters.
pub(super) fn mend(text: &str) -> String {
    let decoded = decoded(text, None);
    let mut seen = String::new();
    for c in decoded.chars().filter(|c| !is_unseen(*c)) {
        seen.push(dash(c));
    }
    let end = |c: char| is_around(c) || c == '-';
    seen.trim_start_matches(is_around).trim_end_matches(end).to_ascii_lowercase()
}

/// A value as the site wrote it. Some mails make `=3D` of a `=`.
pub(super) fn word(value: &str) -> String {
    let word = mend(value);
    word.strip_prefix("3d").map(str::to_owned).unwrap_or(word)
}

/// A text decoded as often as it was encoded, or until it has a character.
fn decoded(text: &str, until: Option<char>) -> String {
    let mut text = text.to_owned();
    for _ in 0..N_ENCODED {
        let once = decode(&text, false);
        if once == text || until.is_some_and(|until| text.contains(until)) {
            break;
        }
        text = once;
    }
    text
}

/// Spaces, brackets, quotation marks, full stops: what stands around a link.
fn is_around(c: char) -> bool {
    c.is_whitespace()
        || (c.is_ascii_punctuation() && c != '-')
        || matches!(c, '«' | '»' | '\u{2010}'..='\u{205e}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff0f}')
}

/// Soft hyphens, zero-width characters, marks of direction and of byte order.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The hyphen that a word processor made another dash of.
fn dash(c: char) -> char {
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }
}

/// The values of the site's keys in a query, in their order and as typed, and those of misspelt ones; keys
/// of others are left out.
pub(super) fn pairs(query: &str) -> Vec<(Key, String)> {
    let mut pairs = Vec::new();
    for part in query.split('&') {
        let Some((name, value)) = part.split_once('=') else {
            // All of a query may have been encoded again.
            let decoded = decoded(part, Some('='));
            if decoded.contains('=') {
                pairs.extend(self::pairs(&decoded));
            } else if let Some(key) = key(&decoded) {
                pairs.push((key, String::new()));
            }
            continue;
        };
        match key(&decode(name, true)) {
            Some(key) if key == keys::SEARCH => pairs.push((key, decode(value, true))),
            Some(key) => split(key, &decoded(&decode(value, true), None), &mut pairs),
            None => {}
        }
    }
    pairs
}

/// The key that a name means: what stands before it is left of a separator (`amp;nam`, `?nam`), and a
/// form's mark of a list may stand behind it (`tinh[]`). Its letters may have their marks (`năm`). What is
/// nearly a key is given as typed: which one was meant is not sure, as it may be a key of others.
fn key(name: &str) -> Option<Key> {
    let name = name.rfind(separates).map_or(name, |at| &name[at + 1..]);
    let name = mend(name.split_once('[').map_or(name, |(name, _)| name));
    let meant = plain(&name);
    let own = keys::ALL.into_iter().find(|key| *key == meant).map(Key::Borrowed);
    own.or_else(|| nearest(&meant, keys::ALL).map(|_| name.into()))
}

/// Splits a value at the separators in it, of which no value has any: they were encoded, or another
/// character of them was, and what follows one may be of another key.
fn split(mut key: Key, value: &str, pairs: &mut Vec<(Key, String)>) {
    let mut end = value.find(separates).unwrap_or(value.len());
    pairs.push((key.clone(), value[..end].to_owned()));
    while end < value.len() {
        // All separators are ASCII.
        let (before, rest) = value[end..].split_at(1);
        let piece = &rest[..rest.find(separates).unwrap_or(rest.len())];
        if let Some((name, value)) = piece.split_once('=') {
            if let Some(own) = self::key(name) {
                key = own;
                pairs.push((key.clone(), value.to_owned()));
            }
        } else if before == ";" && !mend(piece).is_empty() {
            // Behind the others stands an entity (`&amp;`, `&quot;`) or a bare key of others.
            pairs.push((key.clone(), piece.to_owned()));
        }
        end += 1 + piece.len();
    }
}

fn separates(c: char) -> bool {
    matches!(c, '&' | ';' | '?')
}
