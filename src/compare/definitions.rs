//! How many definitions figures follow. A score and the place by that score are one measurement told
//! twice, and no second definition of it.

use crate::data::{Dataset, Observation};

/// The ids of the indicators that figures follow, each once, in the order of the first figure of each. A rank is left
/// out where the indicator whose values it orders (`rank_of`) has a figure, too.
pub fn definitions<'a>(dataset: &'a Dataset, figures: &[&'a Observation]) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    for figure in figures {
        if !ids.contains(&figure.indicator.as_str()) {
            ids.push(&figure.indicator);
        }
    }
    let all = ids.clone();
    ids.retain(|id| ranked_indicator(dataset, id).is_none_or(|ranked| !all.contains(&ranked)));
    ids
}

/// Whether one of two figures is by a score and the other a place by that score, be it of another
/// province. Nobody would subtract them, so it needs no telling that nobody may.
pub fn are_score_and_rank(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    let is_rank_of = |a: &Observation, b: &Observation| {
        ranked_indicator(dataset, &a.indicator) == Some(b.indicator.as_str())
    };
    is_rank_of(a, b) || is_rank_of(b, a)
}

fn ranked_indicator<'a>(dataset: &'a Dataset, id: &str) -> Option<&'a str> {
    dataset.indicator(id)?.rank_of.as_deref()
}
