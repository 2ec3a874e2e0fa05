//! The downloads: all observations as a file in each of several formats, and drawn figures.
//!
//! A [`Table`] holds plain cells, and a [`Format`] writes it. [`ALL`] lists the formats in which all
//! observations are written; the native command prints its own tables in the same formats.
//! `docs/data.md#downloads` describes the files.
//!
//! This module knows no language, page, browser or disk: it takes data and returns text.

mod csv;
mod excel;
mod format;
mod json;
mod observations;
pub mod svg;
mod table;

pub use csv::Csv;
pub use excel::Excel;
pub use format::Format;
pub use json::Json;
pub use table::{Cell, Table};

/// All formats in which readers can download the observations.
///
/// Use it only where the files are written. A page that links to a file should name that single format;
/// otherwise the program for the browser would contain the code of all formats.
pub const ALL: &[&dyn Format] = &[&Csv, &Excel::English, &Excel::Vietnamese, &Json];
