//! Tests of the pure half and of the native command, in one binary. They need no browser and no
//! Cargo feature.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test that cannot go on should say so at once, and exact figures are compared exactly"
)]

mod addresses;
mod alike;
mod ambition;
mod awaited;
mod before_merger;
mod benchmark;
mod bundles;
mod chain;
mod check_command;
mod choosing;
mod circles;
mod command;
mod comparability;
mod context;
mod coverage;
mod data;
mod definitions;
mod dispute;
mod dti;
mod editions;
mod editions_properties;
mod entries;
mod evidence;
mod export;
mod further_keys;
mod gap;
mod guide;
mod highlights;
mod import;
mod lineage;
mod listed;
mod loading;
mod mangled;
mod messages;
mod method;
mod mutated;
mod national_frame;
mod newsworthy;
mod paces;
mod papi;
mod partial_lists;
mod peers;
mod promise_judge;
mod promise_world;
mod promises;
mod promises_properties;
mod publication;
mod qualitative;
mod ranges;
mod ranking;
mod replaced;
mod schema;
mod snapshots;
mod standing;
mod style;
mod support;
mod table_rows;
mod tables;
mod tidy;
mod topic;
mod unmeasured;
mod validation;
mod year_filter;
