//! The place of a value in a file, as a JSON path: `$.observations[3].note.vi`.

use std::fmt;

/// The place of a value. It is made of links to its parents, so that nothing is allocated for the many
/// values without a fault.
#[derive(Clone, Copy, Debug)]
pub(super) enum Path<'a> {
    /// A value with a path of its own; `$` for the whole file.
    Start(&'a str),
    /// The value of a key.
    Key(&'a Path<'a>, &'a str),
    /// An item of a list.
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start(path) => f.write_str(path),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Item(parent, idx) => write!(f, "{parent}[{idx}]"),
        }
    }
}
