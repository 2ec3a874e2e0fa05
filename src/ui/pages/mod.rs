//! One file for each page. It begins with the page's `VIEW`: its head, and its sections from top to
//! bottom.

pub(crate) mod compare;
pub(crate) mod concept;
pub(crate) mod home;
pub(crate) mod method;
pub(crate) mod moved;
pub(crate) mod not_found;
pub(crate) mod offline;
pub(crate) mod promises;
pub(crate) mod province;
pub(crate) mod provinces;
pub(crate) mod ranking;
pub(crate) mod sources;
pub(crate) mod topics;
