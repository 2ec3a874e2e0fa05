//! Tests of the prerendered pages: each page in each language is written as the native command would
//! write it, parsed, and read as a browser without JavaScript would show it.
//!
//! Everything is asked of two sites: the one of `public/data`, and the small one of
//! `tests/fixtures/good`, which has what the real data need not have at present (a figure that is
//! missing, a bound, figures of several years).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say so at once"
)]

mod charts;
mod figures;
mod frame;
mod head;
mod hostile;
mod language;
mod lineage;
mod links;
mod offline;
mod output;
mod parts;
mod promises;
mod ranking;
mod sentences;
mod structure;
mod support;
