//! The sentences for problems with ids: their form, and references to other entries.

use std::fmt::{Formatter, Result};

use super::short;

pub(super) fn duplicate_id(f: &mut Formatter<'_>, id: &str, first: &str) -> Result {
    let id = short(id);
    write!(
        f,
        "found the id \"{id}\" again, expected every id once (first at {first}); give one \
         of the two another id"
    )
}

pub(super) fn wrong_id_character(
    f: &mut Formatter<'_>,
    id: &str,
    character: char,
    may_have_slash: bool,
) -> Result {
    let allowed =
        if may_have_slash { "a-z 0-9 . / - alone" } else { "a-z 0-9 . - alone, without \"/\"" };
    write!(
        f,
        "found the character '{character}' in the id \"{}\", expected {allowed}; write it without",
        short(id)
    )
}

pub(super) fn same_figure_twice(
    f: &mut Formatter<'_>,
    id: &str,
    first: &str,
    is_equal: bool,
) -> Result {
    let (id, value) = (short(id), if is_equal { "" } else { " with another value" });
    write!(
        f,
        "found the same figure of the same source as \"{id}\" ({first}){value}, expected each \
         figure of a source once; "
    )?;
    if is_equal {
        f.write_str("keep the first, and name another source of it in its \"also\"")
    } else {
        f.write_str(
            "correct one of the two, or let it supersede or dispute the other if the source says both",
        )
    }
}

pub(super) fn shared_alias(f: &mut Formatter<'_>, alias: &str, id: &str) -> Result {
    write!(
        f,
        "found the alias \"{}\", which \"{}\" claims, too, expected each alias once; leave it with the \
         one that it means",
        short(alias),
        short(id)
    )
}

pub(super) fn circle(f: &mut Formatter<'_>, verb: &str, ids: &[String]) -> Result {
    let first = ids.first().map_or("", String::as_str);
    f.write_str("found entries that ")?;
    write!(f, "{verb} one another in a circle (")?;
    for id in ids.iter().take(MAX_OF_CIRCLE) {
        write!(f, "{} → ", short(id))?;
    }
    if ids.len() > MAX_OF_CIRCLE {
        f.write_str("… → ")?;
    }
    write!(f, "{}), expected a chain with an end; remove one of the references", short(first))
}

/// How many entries of a circle are named.
const MAX_OF_CIRCLE: usize = 6;

pub(super) fn wrong_id_prefix(f: &mut Formatter<'_>, id: &str, prefix: &str) -> Result {
    let id = short(id);
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
    write!(f, "found \"{}\", expected the id of {what}; ", short(id))?;
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
    let id = short(id);
    write!(
        f,
        "found the dispute with \"{id}\", which differs in {differs}, expected a figure of one \
         thing at one time (same province, indicator, base and kind, periods that overlap; a \
         result and the province's own goal of that value for that time); say in the note \
         how the two differ"
    )
}

pub(super) fn self_reference(f: &mut Formatter<'_>) -> Result {
    f.write_str("found the entry's own id, expected that of another one; correct it or remove it")
}

pub(super) fn unused(f: &mut Formatter<'_>, what: &str, id: &str) -> Result {
    let id = short(id);
    write!(
        f,
        "found the {what} \"{id}\" that no observation uses, expected at least one; \
         remove it or add its figures"
    )
}

pub(super) fn no_rank_of(f: &mut Formatter<'_>, id: &str, ranked: &str) -> Result {
    write!(
        f,
        "found \"{}\" as what \"{}\" is the rank of, expected a rank, and another indicator of its \
         concept that is no rank; correct one of the two, or leave this key out",
        short(ranked),
        short(id)
    )
}
