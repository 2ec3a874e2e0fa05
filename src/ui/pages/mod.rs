//! One function per page.

mod compare;
#[cfg(feature = "ssr")]
mod concept;
mod home;
#[cfg(feature = "ssr")]
mod method;
#[cfg(feature = "ssr")]
mod moved;
#[cfg(feature = "ssr")]
mod not_found;
#[cfg(feature = "ssr")]
mod offline;
mod promises;
mod province;
#[cfg(feature = "ssr")]
mod provinces;
mod ranking;
#[cfg(feature = "ssr")]
mod sources;
#[cfg(feature = "ssr")]
mod topics;

#[cfg(feature = "ssr")]
pub(crate) use compare::compare;
#[cfg(feature = "csr")]
pub(crate) use compare::{drawings_of_compare, parts_of_compare, share_of_compare};
#[cfg(feature = "ssr")]
pub(crate) use concept::concept;
#[cfg(feature = "ssr")]
pub(crate) use home::home;
#[cfg(feature = "csr")]
pub(crate) use home::promises_on_home;
#[cfg(feature = "ssr")]
pub(crate) use method::method;
#[cfg(feature = "ssr")]
pub(crate) use moved::{moved, moved_from, moved_to};
#[cfg(feature = "ssr")]
pub(crate) use not_found::not_found;
#[cfg(feature = "ssr")]
pub(crate) use offline::{KEPT_PAGES, kept_section, offline};
pub(crate) use promises::promises;
#[cfg(feature = "csr")]
pub(crate) use promises::story_of;
#[cfg(feature = "csr")]
pub(crate) use province::promises_of_province;
#[cfg(feature = "ssr")]
pub(crate) use province::province;
#[cfg(feature = "ssr")]
pub(crate) use provinces::provinces;
pub(crate) use ranking::ranking;
#[cfg(feature = "csr")]
pub(crate) use ranking::share_of_ranking;
#[cfg(feature = "ssr")]
pub(crate) use ranking::{INDICATORS as OF_RANKING, sources_of_methods};
#[cfg(feature = "ssr")]
pub(crate) use sources::sources;
#[cfg(feature = "ssr")]
pub(crate) use topics::topics;
