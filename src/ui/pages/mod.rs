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
#[cfg(feature = "ssr")]
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
#[cfg(feature = "csr")]
pub(crate) use province::parts_of_province;
#[cfg(feature = "ssr")]
pub(crate) use province::province;
pub(crate) use provinces::provinces;
pub(crate) use ranking::ranking;
#[cfg(feature = "csr")]
pub(crate) use ranking::share_of_ranking;
#[cfg(feature = "ssr")]
pub(crate) use ranking::{INDICATORS as OF_RANKING, sources_of_methods};
#[cfg(feature = "ssr")]
pub(crate) use sources::sources;
pub(crate) use topics::topics;
