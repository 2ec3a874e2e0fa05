//! The sentences for problems with ids: their form, and references to other entries.

use std::fmt::{Formatter, Result};

pub(super) fn duplicate_id(f: &mut Formatter<'_>, id: &str, first: &str) -> Result {
    write!(
        f,
        "found the id \"{id}\" again, expected every id once (first at {first}); give one \
         of the two another id"
    )
}

pub(super) fn wrong_id_prefix(f: &mut Formatter<'_>, id: &str, prefix: &str) -> Result {
    write!(
        f,
        "found the id \"{id}\", expected one that begins with \"{prefix}\"; correct the \
         id, or move the observation to its own file"
    )
}

pub(super) fn unknown_id(
    f: &mut Formatter<'_>,
    what: &str,
    id: &str,
    suggestion: Option<&str>,
) -> Result {
    write!(f, "found \"{id}\", expected the id of {what}; ")?;
    match suggestion {
        Some(known) => write!(f, "did you mean \"{known}\"?"),
        None => f.write_str("correct it or add the entry it names"),
    }
}

pub(super) fn derived_without_parents(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found the basis \"derived\" without \"derived_from\", expected the ids of the \
         figures it was computed from; name them",
    )
}

pub(super) fn dispute_of_unlike_figures(f: &mut Formatter<'_>, id: &str, differs: &str) -> Result {
    write!(
        f,
        "found the dispute with \"{id}\", which differs in {differs}, expected a figure of one \
         thing at one time (same province, indicator, base and kind, periods that overlap; a \
         result and the province's own goal of that value for that time); say in the note \
         how the two differ"
    )
}

pub(super) fn self_reference(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found the observation's own id, expected that of another observation; correct it \
         or remove it",
    )
}

pub(super) fn unused(f: &mut Formatter<'_>, what: &str, id: &str) -> Result {
    write!(
        f,
        "found the {what} \"{id}\" that no observation uses, expected at least one; \
         remove it or add its figures"
    )
}
