//! How many figures official tables have, for pages that list single figures and not whole tables.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::dataset::Dataset;
use super::model::BilingualText;
use super::observation::Observation;

/// How many figures of one table come from one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCount {
    /// The id of the source.
    pub source: String,
    /// The title of the table.
    pub title: BilingualText,
    /// The path of its CSV file inside the data folder.
    pub path: String,
    /// The number of its figures from this source; never 0.
    pub n_figures: usize,
}

impl Dataset {
    /// Counts the figures of tables in [`Dataset::table_counts`], by table and then by source, each
    /// in the order of the given tables and of its figures. `tables` has the path of each table inside
    /// the data folder, which its figures have as their [`Observation::file`], and its title. A table
    /// that is not given is not counted.
    #[cfg(not(target_family = "wasm"))]
    pub fn count_table_figures(&mut self, tables: &[(String, BilingualText)]) {
        self.table_counts.clear();
        for (path, title) in tables {
            let mut by_source: Vec<TableCount> = Vec::new();
            // What is computed from the cells does not stand in the spreadsheet.
            let is_cell = |o: &&Observation| *o.file == **path && o.derived_from.is_empty();
            for figure in self.observations.iter().filter(is_cell) {
                // The figures of one source stand together, so the one before is the usual one.
                match by_source.iter_mut().rev().find(|count| count.source == figure.source) {
                    Some(count) => count.n_figures += 1,
                    None => by_source.push(TableCount {
                        source: figure.source.clone(),
                        title: title.clone(),
                        path: path.clone(),
                        n_figures: 1,
                    }),
                }
            }
            self.table_counts.extend(by_source);
        }
    }

    /// The dataset without the figures of tables, for the list of sources, which only says how many
    /// there are ([`Dataset::table_counts`]). Those that another figure contradicts or replaces, or that
    /// do so themselves, stay, because such pairs are listed one by one. Data without tables stay as
    /// they are.
    #[must_use]
    pub fn without_table_figures(mut self) -> Self {
        self.coverage.clear();
        if !self.observations.iter().any(Observation::is_of_table) {
            return self;
        }
        // What follows from the figures that go must stay known.
        let topics = self.topic_names();
        let followed: Vec<String> =
            self.followed().into_iter().map(|province| province.id.clone()).collect();
        let named: HashSet<String> = self.entries().flat_map(related_to).cloned().collect();
        self.observations.retain(|o| {
            !o.is_of_table() || related_to(o).next().is_some() || named.contains(&o.id)
        });
        self.keep_used_indicators_and(|_| false);
        self.topics = topics;
        for id in followed {
            if !self.provinces_with_file.contains(&id) {
                self.provinces_with_file.push(id);
            }
        }
        self
    }
}

/// The ids of the observations that one contradicts or replaces.
fn related_to(observation: &Observation) -> impl Iterator<Item = &String> {
    observation.disputes.iter().chain(&observation.supersedes)
}
