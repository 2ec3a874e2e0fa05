//! One file per page: its parts in their order.

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
