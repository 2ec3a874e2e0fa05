//! How many of all provinces have a figure in each year of an official table, and which have none.

use leptos::prelude::*;

use crate::data::{Coverage, Dataset, Indicator, Unit};
use crate::i18n::Lang;
use crate::i18n::collate::collate_key;
use crate::i18n::phrase::{self, Covered};
use crate::order;
use crate::ui::words;

/// A sentence for the years of an indicator for which `is_shown` is true; years of which the same is to be
/// said share one. The sentences are in the order of their first years.
pub(crate) fn coverage_sentences(
    lang: Lang,
    dataset: &Dataset,
    indicator: &Indicator,
    is_shown: impl Fn(&Coverage) -> bool,
) -> Vec<String> {
    let is_asked_for = |c: &&Coverage| c.indicator == indicator.id && is_shown(c);
    let mut years: Vec<&Coverage> = dataset.coverage.iter().filter(is_asked_for).collect();
    // Of a year that has figures for old and for new borders, the old ones come first.
    order::sort_by_key(&mut years, |coverage| (coverage.year.0, coverage.unit_day()));
    let mut alike: Vec<(&Coverage, Vec<i32>)> = Vec::new();
    for coverage in years {
        let is_alike = |(known, _): &&mut (&Coverage, Vec<i32>)| {
            Coverage { year: coverage.year, ..(*known).clone() } == *coverage
        };
        match alike.iter_mut().find(is_alike) {
            Some((_, years)) => years.push(coverage.year.0),
            None => alike.push((coverage, vec![coverage.year.0])),
        }
    }
    let are_places = indicator.unit == Unit::Rank;
    alike.iter().map(|(one, years)| sentence(lang, dataset, one, years, are_places)).collect()
}

fn sentence(
    lang: Lang,
    dataset: &Dataset,
    coverage: &Coverage,
    years: &[i32],
    are_places: bool,
) -> String {
    let day = coverage.unit_day();
    let borders = (day.year() != coverage.year.0).then(|| words::day_in_text(lang, day));
    let mut missing: Vec<&str> =
        coverage.missing.iter().map(|id| words::short_name(lang, dataset, id)).collect();
    order::sort_by_key(&mut missing, |name| collate_key(name));
    let covered = Covered {
        years: &phrase::years_in_ranges(years),
        borders: borders.as_deref(),
        n: coverage.n,
        of: coverage.of,
        missing: &missing,
    };
    if coverage.n == coverage.of {
        phrase::all_covered(lang, &covered)
    } else if coverage.complete {
        phrase::all_released(lang, &covered)
    } else {
        phrase::partly_here(lang, &covered, are_places)
    }
}

/// The sentences as a list; nothing if there are none.
pub(crate) fn coverage_list(sentences: Vec<String>) -> AnyView {
    let items = sentences.into_iter().map(|line| view! { <li>{line}</li> }.into_any());
    let items: Vec<AnyView> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="t-prose t-muted">{items}</ul> }).into_any()
}
