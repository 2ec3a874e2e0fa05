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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// Any value, with keys that are few enough to stand twice.
    fn any_node() -> impl Strategy<Value = Node> {
        let leaf = prop_oneof![
            Just(Node::Null),
            any::<bool>().prop_map(Node::Bool),
            any::<i64>().prop_map(|n| Node::Number(n.into())),
            any::<u64>().prop_map(|n| Node::Number(n.into())),
            // Eighths, which a decimal number gives exactly.
            any::<i32>().prop_filter_map("finite", |n| {
                Number::from_f64(f64::from(n) / 8.0).map(Node::Number)
            }),
            any::<String>().prop_map(Node::Text),
        ];
        leaf.prop_recursive(4, 30, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Node::List),
                prop::collection::vec(("[abc\"\\\\]{0,1}", inner), 0..5).prop_map(Node::Object),
            ]
        })
    }

    /// Writes JSON the plainest way.
    fn written(node: &Node) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        match node {
            Node::Null => "null".to_owned(),
            Node::Bool(yes) => yes.to_string(),
            Node::Number(number) => number.to_string(),
            Node::Text(text) => quoted(text),
            Node::List(items) => {
                format!("[{}]", items.iter().map(written).collect::<Vec<String>>().join(","))
            }
            Node::Object(keys) => {
                let keys = keys.iter().map(|(key, value)| quoted(key) + ": " + &written(value));
                format!("{{{}}}", keys.collect::<Vec<String>>().join(", "))
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_order_changed(node in any_node()) {
            let text = written(&node);
            prop_assert_eq!(serde_json::from_str::<Node>(&text).ok(), Some(node), "{}", text);
        }

        #[test]
        fn a_key_is_found_as_in_any_map_and_the_first_of_two_counts(
            node in any_node(),
            key in "[abc]{0,1}",
        ) {
            let mut turned = node.clone();
            if let Node::Object(keys) = &mut turned {
                // A map keeps the last value of a key.
                keys.reverse();
            }
            let map: Value = serde_json::from_str(&written(&turned)).unwrap();
            let found = node.get(&key).map(written);
            let expected = map.get(&key);
            prop_assert_eq!(found.is_some(), expected.is_some());
            prop_assert_eq!(node.has(&key), expected.is_some_and(|value| !value.is_null()));
        }

        #[test]
        fn items_are_taken_out_of_the_one_list_of_a_key(node in any_node(), key in "[abc]{0,1}") {
            let mut left = node.clone();
            let taken = left.take_items(&key);
            let Node::Object(keys) = &node else {
                prop_assert_eq!((taken, left), (vec![], node));
                return Ok(());
            };
            let of_key: Vec<&Node> =
                keys.iter().filter(|(own, _)| *own == key).map(|(_, value)| value).collect();
            if let [Node::List(items)] = of_key.as_slice() {
                prop_assert_eq!(&taken, items);
                prop_assert_eq!(left.get(&key), Some(&Node::List(vec![])));
            } else {
                prop_assert_eq!((taken, left), (vec![], node));
            }
        }
    }
}
