//! Why serde could not make a value of the model.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::json::Node;
use super::path::Path;
use crate::data::check::literal::{date_meant, number_meant};
use crate::data::date::DateError;
use crate::data::finding::Problem;

/// A fault, and the JSON path where serde met it. (serde itself knows no places; the reader adds it.)
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) path: Option<String>,
    pub(super) kind: FaultKind,
}

/// What is wrong.
#[derive(Debug)]
pub(super) enum FaultKind {
    /// Null where something else is expected. A key that may be left out may also be null.
    Null { expected: String },
    /// A value of another JSON type.
    WrongType { found: String, expected: String },
    /// A number in quotes.
    NumberAsText { found: String },
    /// A key that must stand does not.
    MissingKey { key: &'static str },
    /// A word outside of a closed list.
    UnknownWord { found: String, allowed: &'static [&'static str] },
    /// What a type of ours says of a text: what it expects.
    Text { expected: String },
}

impl Fault {
    /// The value `node` has another type than the model.
    pub(super) fn wrong_type(node: &Node, expected: &str) -> Self {
        let expected = expected.to_owned();
        let kind = match node {
            Node::Null => FaultKind::Null { expected },
            _ => FaultKind::WrongType { found: node.describe(), expected },
        };
        Self { path: None, kind }
    }

    /// The value `node` is no number.
    pub(super) fn no_number(node: &Node, expected: &str) -> Self {
        match node {
            Node::Text(text) if number_meant(text).is_some() => {
                Self { path: None, kind: FaultKind::NumberAsText { found: text.clone() } }
            }
            _ => Self::wrong_type(node, expected),
        }
    }

    /// The fault with its place, unless it has one already: the innermost is the right one.
    pub(super) fn or_at(mut self, path: Path<'_>) -> Self {
        if self.path.is_none() {
            self.path = Some(path.to_string());
        }
        self
    }
}

impl FaultKind {
    /// The problem to report. `node` is the value at the fault's place, where there is one.
    pub(super) fn into_problem(self, node: Option<&Node>) -> Problem {
        match self {
            Self::Null { expected } => Problem::WrongType { found: "null".to_owned(), expected },
            Self::WrongType { found, expected } => Problem::WrongType { found, expected },
            Self::NumberAsText { found } => {
                Problem::NumberAsText { meant: number_meant(&found).unwrap_or_default(), found }
            }
            Self::MissingKey { key } => Problem::MissingKey { key },
            Self::UnknownWord { found, allowed } => {
                Problem::UnknownWord { found, allowed: allowed.to_vec() }
            }
            Self::Text { expected } => {
                let found = node.and_then(Node::as_text).unwrap_or_default().to_owned();
                if expected == DateError::NotADate.to_string() {
                    Problem::NotADate { meant: date_meant(&found), found }
                } else if expected == DateError::Backwards.to_string() {
                    Problem::BackwardsInterval { found }
                } else {
                    let found = node.map(Node::describe).unwrap_or_default();
                    Problem::WrongType { found, expected }
                }
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { path: None, kind: FaultKind::Text { expected: message.to_string() } }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let kind =
            FaultKind::WrongType { found: found.to_string(), expected: expected.to_string() };
        Self { path: None, kind }
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_variant(found: &str, allowed: &'static [&'static str]) -> Self {
        Self { path: None, kind: FaultKind::UnknownWord { found: found.to_owned(), allowed } }
    }

    fn missing_field(key: &'static str) -> Self {
        Self { path: None, kind: FaultKind::MissingKey { key } }
    }
}
