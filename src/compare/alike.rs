//! Which results a view sets side by side, where a province has several that end on the same day: those
//! that nothing forbids to compare with the others in view. Source: `docs/method.md#latest`.
//!
//! An index of 2024, say, was computed for the 63 provinces of that year and again for the 34 of 2025,
//! and some provinces are in both.

use std::cmp::Reverse;

use super::year_filter::{YearFilter, is_result_of, latest_of, standing_order};
use crate::data::{Dataset, Date, Day, Indicator, Kind, Observation, Province};

/// The result that a view shows for each of the given provinces and each indicator of a concept: by
/// province in the given order, then by indicator in the file's order. Pairs without a result are left
/// out.
///
/// A province's candidates are its results that have a value, pass the filter, and end last of these. Of
/// several it is one of those that nothing but care keeps apart from figures of most provinces; the
/// country counts as one of them, even where it is not among those given. Of equals it is the one with
/// the smallest id (compared by bytes).
pub fn pick_results<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&str],
    year: YearFilter,
) -> Vec<&'a Observation> {
    pick_by_province(dataset, concept, provinces, year).concat()
}

/// As [`pick_results`], with a list for each of the provinces; it is empty for one without results.
pub(super) fn pick_by_province<'a>(
    dataset: &'a Dataset,
    concept: &str,
    provinces: &[&str],
    year: YearFilter,
) -> Vec<Vec<&'a Observation>> {
    let mut by_province = vec![Vec::new(); provinces.len()];
    for indicator in dataset.indicators_of(concept) {
        let figures: Vec<&Observation> =
            dataset.observations.iter().filter(|o| o.indicator == indicator.id).collect();
        let picked = pick(dataset, indicator, &figures, provinces, year);
        for (list, result) in by_province.iter_mut().zip(picked) {
            list.extend(result);
        }
    }
    by_province
}

/// As [`pick_results`], by one definition: a place for each of the given provinces, the country perhaps
/// among them, which is `None` where one has no result. `figures` are all observations of the indicator.
pub(super) fn pick<'a>(
    dataset: &Dataset,
    indicator: &Indicator,
    figures: &[&'a Observation],
    provinces: &[&str],
    year: YearFilter,
) -> Vec<Option<&'a Observation>> {
    let mut places = provinces.to_vec();
    let country = dataset.country().map(|country| country.id.as_str());
    places.extend(country.filter(|id| !provinces.contains(id)));
    // First as if no province had more than one candidate, because hardly any ever does.
    let mut picked: Vec<Option<&Observation>> = vec![None; places.len()];
    let mut has_rivals = false;
    for result in figures.iter().copied().filter(|o| is_result_of(o, year)) {
        let Some(place) = places.iter().position(|id| *id == result.province) else { continue };
        let shown = &mut picked[place];
        has_rivals |= shown.is_some_and(|shown| end(shown) == end(result));
        if shown.is_none_or(|shown| standing_order(result, shown).is_lt()) {
            *shown = Some(result);
        }
    }
    if has_rivals {
        pick_alike(dataset, indicator, figures, &mut picked);
    }
    let shown_of = |id: &&str| picked[places.iter().position(|place| place == id)?];
    provinces.iter().map(shown_of).collect()
}

/// Replaces what was picked for each place by the candidate that is like those of most places.
fn pick_alike<'a>(
    dataset: &Dataset,
    indicator: &Indicator,
    figures: &[&'a Observation],
    picked: &mut [Option<&'a Observation>],
) {
    let merger_days = merger_days(dataset);
    let mut groups: Vec<Group<'a>> = Vec::new();
    // The candidates of each place, each with the index of its group.
    let mut candidates: Vec<Vec<(&Observation, usize)>> = Vec::new();
    for shown in picked.iter().flatten() {
        let mut own: Vec<(&Observation, usize)> = Vec::new();
        let is_candidate = |o: &&Observation| {
            o.province == shown.province
                && is_result_of(o, YearFilter::Latest)
                && end(o) == end(shown)
        };
        for result in figures.iter().copied().filter(is_candidate) {
            let likeness = Likeness::of(indicator, &merger_days, result);
            let known = groups.iter().position(|group| group.likeness == likeness);
            let index = known.unwrap_or(groups.len());
            if known.is_none() {
                groups.push(Group { likeness, n_places: 0, smallest_id: &result.id });
            }
            let group = &mut groups[index];
            group.smallest_id = group.smallest_id.min(&result.id);
            // A place that has two of one group, from two sources, counts once.
            group.n_places += usize::from(own.iter().all(|(_, other)| *other != index));
            own.push((result, index));
        }
        candidates.push(own);
    }
    // Ties are decided between groups and not within each place, or two places that have both could be
    // shown by different ones.
    let preference = |(result, index): &(&'a Observation, usize)| {
        let group = &groups[*index];
        (Reverse(group.n_places), group.smallest_id, result.id.as_str())
    };
    for (shown, own) in picked.iter_mut().flatten().zip(candidates) {
        if let Some((result, _)) = own.into_iter().min_by(|a, b| preference(a).cmp(&preference(b)))
        {
            *shown = result;
        }
    }
}

/// The result of a province (or the country) to set beside a figure of another: of its results that end
/// last one that nothing but care keeps apart from the figure, of several the one with the smallest id.
/// Without one it is the one with the smallest id of all that end last.
pub(super) fn pick_beside<'a>(
    dataset: &'a Dataset,
    indicator: &'a Indicator,
    province: &'a str,
    year: YearFilter,
    figure: &Observation,
) -> Option<&'a Observation> {
    let results = || dataset.observations_of(province, &indicator.id, Kind::Result);
    let latest = latest_of(results(), year)?;
    let is_candidate = |o: &&Observation| end(o) == end(latest);
    if results().filter(is_candidate).count() == 1 {
        return Some(latest);
    }
    let merger_days = merger_days(dataset);
    let likeness = |o: &Observation| Likeness::of(indicator, &merger_days, o);
    let is_like = |o: &&Observation| likeness(o) == likeness(figure);
    latest_of(results().filter(is_candidate).filter(is_like), year).or(Some(latest))
}

fn end(observation: &Observation) -> Option<Day> {
    observation.period.map(Date::end)
}

/// The days on which units of the dataset merged, each once.
fn merger_days(dataset: &Dataset) -> Vec<Day> {
    let mut days = Vec::new();
    for day in dataset.units().flat_map(Province::merger_days) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    days
}

/// Candidates that are alike.
struct Group<'a> {
    likeness: Likeness,
    /// How many places have one.
    n_places: usize,
    smallest_id: &'a str,
}

/// What two results of one indicator share if nothing forbids to compare them: each field stands for a
/// reason that [`super::compare`] would give against it.
#[derive(PartialEq)]
struct Likeness {
    /// Among how many units it ranks.
    base: Option<u32>,
    /// The last day on or before its unit day on which any units merged.
    borders_since: Option<Day>,
    /// The first year of the method that its year was computed by; `None` for the first method.
    method_since: Option<i32>,
}

impl Likeness {
    fn of(indicator: &Indicator, merger_days: &[Day], observation: &Observation) -> Self {
        let (unit_day, year) = (observation.unit_day(), observation.date().map(Date::year));
        let is_before = |day: &Day| unit_day.is_some_and(|unit_day| *day <= unit_day);
        let breaks = indicator.breaks.iter().map(|year| year.0);
        Self {
            base: observation.base,
            borders_since: merger_days.iter().copied().filter(is_before).max(),
            method_since: breaks.filter(|first| year.is_some_and(|year| *first <= year)).max(),
        }
    }
}
