//! JSON as it stands in a file: the order of keys is kept, and a key that is given twice stands twice.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::data) enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, with its keys in the order of the file.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// The value of a key of an object, of the first one if the key is given twice; `None` if this is no
    /// object or has no such key.
    pub(in crate::data) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(keys) => {
                keys.iter().find(|(known, _)| known == key).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// Whether this is an object with this key, which is not null.
    pub(in crate::data) fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| *value != Self::Null)
    }

    /// The text, if it is one.
    pub(in crate::data) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list; none for anything else.
    pub(in crate::data) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Takes the items out of the list that a key of an object holds, and leaves it empty. None if there
    /// is no such list, or several.
    pub(in crate::data) fn take_items(&mut self, key: &str) -> Vec<Self> {
        let Self::Object(keys) = self else { return Vec::new() };
        let mut values = keys.iter_mut().filter(|(known, _)| known == key).map(|(_, value)| value);
        match (values.next(), values.next()) {
            (Some(Self::List(items)), None) => std::mem::take(items),
            _ => Vec::new(),
        }
    }

    /// Describes the value in the words of a finding.
    pub(in crate::data) fn describe(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(yes) => format!("{yes}"),
            Self::Number(number) => format!("the number {number}"),
            Self::Text(text) => format!("the text \"{text}\""),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Node, E> {
        Ok(Node::Bool(yes))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Node, E> {
        Ok(Node::Number(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Node, E> {
        // A number of JSON text is finite.
        Ok(Number::from_f64(number).map_or(Node::Null, Node::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Node, A::Error> {
        let mut keys = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            keys.push(entry);
        }
        Ok(Node::Object(keys))
    }
}
