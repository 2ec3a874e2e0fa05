//! The official ranking: who stands where on its map.

// Until the page of the ranking asks for it.
#[allow(dead_code)]
pub(crate) mod grid;
