//! Tỉnh Số compares what Vietnamese provinces promised about digital transformation with what they
//! reported, and says where every number comes from.
//!
//! The pure half knows nothing of a browser, a clock or a disk, and it builds without features:
//! [`data`] is the data model, [`compare`] computes, [`chart`] draws, [`i18n`] has the words,
//! [`address`] the URLs and [`export`] the downloads; [`order`] sorts and [`digits`] writes numbers for
//! all of them. [`disk`] opens data folders for the native programs. `ui` makes the pages with Leptos (features `csr` or `ssr`), and `prerender` writes them
//! to files (`ssr`). ARCHITECTURE.md has the map of the code and says what each part must not do.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        reason = "a test that cannot go on should say so at once"
    )
)]

pub mod address;
pub mod chart;
pub mod compare;
pub mod data;
pub mod digits;
#[cfg(not(target_family = "wasm"))]
pub mod disk;
pub mod export;
pub mod i18n;
pub mod order;
#[cfg(feature = "ui")]
pub mod prerender;
#[cfg(feature = "ui")]
pub mod ui;
