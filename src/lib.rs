//! Tỉnh Số compares what Vietnamese provinces promised about digital transformation with what they
//! reported, and says where every number comes from.
//!
//! The pure half knows nothing of a browser, a clock or a disk; it builds without features:
//! [`data`] → [`compare`] → [`chart`], with [`i18n`], [`address`] and [`export`] beside them, and
//! below them [`order`], to sort by, and [`digits`], to write numbers.
//! `ui` draws pages with Leptos (features `csr` or `ssr`); `prerender` writes them to files (`ssr`).
//! ARCHITECTURE.md has the map and what each part may not do.
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
pub mod export;
pub mod i18n;
pub mod order;
#[cfg(feature = "ui")]
pub mod prerender;
#[cfg(feature = "ui")]
pub mod ui;
