//! serde's deserializer for a [`Node`]: it knows the place of each value, refuses other types in our own
//! words, tells the keys that the model does not have, and can go on after a fault.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::fault::Fault;
use super::filler::Filler;
use super::json::Node;
use super::path::Path;

/// What is known of an entry from the attempts to read it before, by JSON path.
#[derive(Default)]
pub(super) struct Attempts {
    /// Nulls that are taken as left out, and what was expected in their place.
    pub(super) nulls: HashMap<String, String>,
    /// Values that were reported already. A stand-in takes their place, so that reading goes on.
    pub(super) reported: HashSet<String>,
    /// Keys that the model does not have: the path of their object, the key, and all known keys.
    pub(super) unknown: RefCell<Vec<UnknownKey>>,
}

/// A key that the model does not have.
pub(super) struct UnknownKey {
    pub(super) path: String,
    pub(super) key: String,
    pub(super) known: &'static [&'static str],
}

/// A value of the file.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    pub(super) node: &'a Node,
    pub(super) path: Path<'a>,
    pub(super) attempts: &'a Attempts,
}

impl Value<'_> {
    fn number<T>(self, n: Option<T>, expected: &str) -> Result<T, Fault> {
        n.ok_or_else(|| Fault::no_number(self.node, expected))
    }

    /// Notes the keys that the model does not have.
    fn note_unknown(self, keys: &[(String, Node)], known: &'static [&'static str]) {
        for (key, _) in keys {
            if !known.contains(&key.as_str()) {
                let (path, key) = (self.path.to_string(), key.clone());
                self.attempts.unknown.borrow_mut().push(UnknownKey { path, key, known });
            }
        }
    }
}

impl<'de> Deserializer<'de> for Value<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null => visitor.visit_unit(),
            Node::Bool(_) => self.deserialize_bool(visitor),
            Node::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => self.deserialize_f64(visitor),
            },
            Node::Text(_) => self.deserialize_str(visitor),
            Node::List(_) => self.deserialize_seq(visitor),
            Node::Object(_) => self.deserialize_struct("", &[], visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Bool(yes) => visitor.visit_bool(*yes),
            _ => Err(Fault::wrong_type(self.node, "true or false")),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let number = match self.node {
            Node::Number(number) => number.as_f64(),
            _ => None,
        };
        visitor.visit_f64(self.number(number, "a number")?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let number = match self.node {
            Node::Number(number) => number.as_u64(),
            _ => None,
        };
        // All whole numbers of the format count something that is there.
        let number = number.and_then(|n| u32::try_from(n).ok()).filter(|n| *n >= 1);
        visitor.visit_u32(self.number(number, "a whole number from 1")?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Text(text) => visitor.visit_str(text),
            _ => Err(Fault::wrong_type(self.node, "a text")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::List(items) => visitor.visit_seq(Items { list: self, nodes: items, next: 0 }),
            _ => Err(Fault::wrong_type(self.node, "a list")),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        n_items: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.node {
            Node::List(items) if items.len() == n_items => self.deserialize_seq(visitor),
            _ if n_items == 2 => Err(Fault::wrong_type(self.node, "two numbers")),
            _ => Err(Fault::wrong_type(self.node, "a list")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Node::Object(keys) = self.node else {
            let is_bilingual = name == "BilingualText";
            let expected =
                if is_bilingual { "an object with \"vi\" and \"en\"" } else { "an object" };
            return Err(Fault::wrong_type(self.node, expected));
        };
        self.note_unknown(keys, known);
        visitor.visit_map(Keys {
            object: self,
            entries: keys,
            known,
            next: 0,
            taken: 0,
            value: None,
        })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node {
            Node::Object(keys) => visitor.visit_map(FreeKeys { object: self, keys, value: None }),
            _ => Err(Fault::wrong_type(self.node, "an object")),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.node {
            Node::Text(text) => {
                let word: StrDeserializer<'_, Fault> = text.as_str().into_deserializer();
                visitor.visit_enum(word)
            }
            _ => Err(Fault::wrong_type(self.node, "a text")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct tuple_struct
        identifier
    }
}

/// The items of a list.
struct Items<'a> {
    list: Value<'a>,
    nodes: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        let Some(node) = self.nodes.get(self.next) else { return Ok(None) };
        let path = Path::Item(&self.list.path, self.next);
        self.next += 1;
        read_child(seed, self.list, node, path).map(Some)
    }
}

/// The keys of an object that the model has, each once, and then those that were reported as missing.
struct Keys<'a> {
    object: Value<'a>,
    entries: &'a [(String, Node)],
    known: &'static [&'static str],
    /// Counts through the keys of the file, and then through those of the model.
    next: usize,
    /// The keys that were given to serde, a bit for each place in `known`.
    taken: u64,
    value: Option<(&'a str, Option<&'a Node>)>,
}

impl<'a> Keys<'a> {
    /// The next key, and its value; no value for a key that was reported as missing.
    fn next(&mut self) -> Option<(&'a str, Option<&'a Node>)> {
        loop {
            let place = self.next;
            self.next += 1;
            if let Some((key, node)) = self.entries.get(place) {
                let known = self.known.iter().position(|known| known == key);
                if known.is_some_and(|known| self.take(known)) && !self.is_null(key) {
                    return Some((key, Some(node)));
                }
                continue;
            }
            let known = place - self.entries.len();
            let key = *self.known.get(known)?;
            let reported = &self.object.attempts.reported;
            if reported.is_empty() || (self.has_taken(known) && !self.is_null(key)) {
                continue;
            }
            if reported.contains(&Path::Key(&self.object.path, key).to_string()) {
                return Some((key, None));
            }
        }
    }

    fn has_taken(&self, known: usize) -> bool {
        self.taken & (1 << known) != 0
    }

    /// Marks a key of the model as given. Whether it was not yet.
    fn take(&mut self, known: usize) -> bool {
        let is_new = !self.has_taken(known);
        self.taken |= 1 << known;
        is_new
    }

    /// Whether a null is to be taken as left out.
    fn is_null(&self, key: &str) -> bool {
        let nulls = &self.object.attempts.nulls;
        !nulls.is_empty() && nulls.contains_key(&Path::Key(&self.object.path, key).to_string())
    }
}

impl<'de> MapAccess<'de> for Keys<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        self.value = self.next();
        let Some((key, _)) = self.value else { return Ok(None) };
        let key: StrDeserializer<'_, Fault> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some((key, Some(node))) => {
                read_child(seed, self.object, node, Path::Key(&self.object.path, key))
            }
            _ => seed.deserialize(Filler),
        }
    }
}

/// All keys of an object in which any may stand.
struct FreeKeys<'a> {
    object: Value<'a>,
    keys: &'a [(String, Node)],
    value: Option<(&'a str, &'a Node)>,
}

impl<'de> MapAccess<'de> for FreeKeys<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some(((key, node), rest)) = self.keys.split_first() else { return Ok(None) };
        self.keys = rest;
        self.value = Some((key, node));
        read_child(seed, self.object, &Node::Text(key.clone()), Path::Key(&self.object.path, key))
            .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some((key, node)) => {
                read_child(seed, self.object, node, Path::Key(&self.object.path, key))
            }
            None => seed.deserialize(Filler),
        }
    }
}

/// Reads a value inside another one, or takes a stand-in for a value that was reported already.
fn read_child<'de, S: DeserializeSeed<'de>>(
    seed: S,
    parent: Value<'_>,
    node: &Node,
    path: Path<'_>,
) -> Result<S::Value, Fault> {
    let attempts = parent.attempts;
    if !attempts.reported.is_empty() && attempts.reported.contains(&path.to_string()) {
        return seed.deserialize(Filler);
    }
    seed.deserialize(Value { node, path, attempts }).map_err(|fault| fault.or_at(path))
}
