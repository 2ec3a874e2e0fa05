//! One function per page.

mod compare;
#[cfg(feature = "ssr")]
mod concept;
mod home;
#[cfg(feature = "ssr")]
mod method;
mod not_found;
#[cfg(feature = "ssr")]
mod offline;
mod promises;
mod province;
mod provinces;
mod ranking;
mod sources;
mod topics;

#[cfg(feature = "ssr")]
pub(crate) use compare::compare;
#[cfg(feature = "csr")]
pub(crate) use compare::{drawings_of_compare, parts_of_compare, share_of_compare};
#[cfg(feature = "ssr")]
pub(crate) use concept::concept;
pub(crate) use home::home;
#[cfg(feature = "ssr")]
pub(crate) use method::method;
pub(crate) use not_found::not_found;
#[cfg(feature = "ssr")]
pub(crate) use offline::{KEPT_PAGES, kept_section, offline};
pub(crate) use promises::promises;
#[cfg(feature = "csr")]
pub(crate) use promises::story_of;
pub(crate) use province::{followed_province, other_province};
pub(crate) use provinces::provinces;
pub(crate) use ranking::ranking;
#[cfg(feature = "csr")]
pub(crate) use ranking::share_of_ranking;
pub(crate) use sources::sources;
pub(crate) use topics::topics;
