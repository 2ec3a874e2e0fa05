//! Tests of the written pages: each page in each language is written as the native command would
//! write it, parsed, and read as a browser without JavaScript would show it.
//!
//! All tests run on two sites: that of `public/data`, and the small one of `tests/fixtures/good`,
//! which has cases that the real data need not have at present (a missing figure, a bound, figures
//! of several years).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should say so at once"
)]

mod awaited;
mod before_merger;
mod benchmarks_and_disputes;
mod bundles;
mod charts;
mod context;
mod coverage;
mod drafts_and_replies;
mod figures;
mod head;
mod hostile;
mod language;
mod lineage;
mod links;
mod many_figures;
mod offline;
mod output;
mod promises;
mod provenance;
mod ranking;
mod routine;
mod sentences;
mod source_tables;
mod structure;
mod support;
