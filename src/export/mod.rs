//! What a reader takes away: the observations as files, one format each, and drawn figures.
//!
//! A [`Table`] holds plain cells, and a [`Format`] writes it. [`ALL`] is the one list of formats, for
//! who writes the files of all observations; the command prints its own tables by the same formats.
//! `docs/data.md#downloads` describes the files.
//!
//! This module knows no language, page, browser or disk: it is given data and returns text.

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

/// All formats in which the observations can be taken away.
///
/// It is for programs that write them. A page that only links to a file names its format, or it would
/// hold the code that writes all of them.
pub const ALL: [&dyn Format; 4] = [&Csv, &Excel::English, &Excel::Vietnamese, &Json];
