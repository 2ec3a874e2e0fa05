//! What the mergers made of a province, in sentences. It does not decide anything: that is done by
//! `compare::lineage`.

mod components;

use crate::compare::{
    MergerOutcome, enlargement_side, last_merger_counts, last_merger_day, merger_outcome,
};
use crate::data::{Dataset, Date, Day, Observation, Province};
use crate::i18n::number::list;
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::words;
pub(crate) use components::{
    FateSection, FateSummary, FormerUnits, SourceInvitation, lineage_sources,
};

/// How a sentence names a province: by its name, or by a marked id that becomes a link
/// (`components`).
type Naming<'n> = &'n dyn Fn(&Province) -> String;

/// What became of a province, to follow its name; empty if the data do not say.
fn fate_text(lang: Lang, dataset: &Dataset, province: &Province, name: Naming<'_>) -> String {
    match merger_outcome(dataset, province) {
        Some(MergerOutcome::Ended { last_day, successor, .. }) => {
            let since = words::day_in_text(lang, last_day.plus(1));
            phrase::part_of_since(lang, &name(successor), &since)
        }
        Some(MergerOutcome::Enlarged { since: on, parts }) => {
            let since = words::day_in_text(lang, on);
            if !is_of_latest_mergers(dataset, on) {
                let others: Vec<String> = parts.iter().skip(1).map(|part| name(part)).collect();
                return phrase::took_in_on(lang, &join_names(lang, &others), &since);
            }
            phrase::made_of_since(lang, &join_parts(lang, &parts, name), &since)
        }
        Some(MergerOutcome::Unchanged) => lang.messages().lineage().unchanged().to_owned(),
        None => String::new(),
    }
}

/// Who answers for a province today, or who came to it, in a few words without links; empty if nothing
/// changed.
pub(crate) fn now_text(lang: Lang, dataset: &Dataset, province: &Province) -> String {
    let short = |other: &Province| words::pick(lang, &other.short).to_owned();
    match merger_outcome(dataset, province) {
        Some(MergerOutcome::Ended { successor, .. }) => {
            phrase::now_part_of(lang, &short(successor))
        }
        Some(MergerOutcome::Enlarged { parts, .. }) => {
            let others: Vec<String> = parts.iter().skip(1).map(|part| short(part)).collect();
            phrase::now_with(lang, &join_names(lang, &others))
        }
        Some(MergerOutcome::Unchanged) | None => String::new(),
    }
}

/// Whether a merger of this day is one of the latest. Of earlier ones the data have only what whole
/// provinces became.
fn is_of_latest_mergers(dataset: &Dataset, on: Day) -> bool {
    last_merger_day(dataset) == Some(on)
}

/// The names of the units that merged into one. The first is the unit itself, which is called
/// "former".
fn join_parts(lang: Lang, parts: &[&Province], name: Naming<'_>) -> String {
    let mut names: Vec<String> = parts.iter().map(|part| name(part)).collect();
    if let Some(first) = names.first_mut() {
        *first = phrase::former_unit(lang, first);
    }
    join_names(lang, &names)
}

fn join_names(lang: Lang, names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list(lang, &names)
}

/// The name of a province, and what became of it, without links.
pub(crate) fn description(lang: Lang, dataset: &Dataset, province: &Province) -> String {
    let name = words::pick(lang, &province.name);
    let became =
        fate_text(lang, dataset, province, &|other| words::pick(lang, &other.name).to_owned());
    if became.is_empty() { name.to_owned() } else { format!("{name}: {became}") }
}

/// The name of the page of all provinces, with their number before and after the mergers.
pub(crate) fn title(lang: Lang, dataset: &Dataset) -> String {
    match last_merger_counts(dataset) {
        Some(merging) => phrase::units_title(lang, merging.n_before, merging.n_since),
        None => lang.messages().lineage().nav().to_owned(),
    }
}

/// How many units there were before the mergers and are now; empty if the data have no mergers.
pub(crate) fn lead(lang: Lang, dataset: &Dataset) -> String {
    last_merger_counts(dataset).map_or_else(String::new, |merging| {
        let on = words::day_in_text(lang, merging.day);
        phrase::units_lead(lang, &on, merging.n_before, merging.n_since, merging.n_enlarged)
    })
}

/// Says whether figures are of a unit from before or after its merger, in a line for each province
/// and side, in the order of the figures. The mergers of `day` lie between them. Empty if the data do
/// not say.
pub(crate) fn sides_of_mergers(
    lang: Lang,
    dataset: &Dataset,
    day: Day,
    figures: &[&Observation],
) -> Vec<String> {
    let side = |o: &Observation| enlargement_side(dataset, o);
    let mut lines = Vec::new();
    for (idx, first) in figures.iter().enumerate() {
        let is_alike = |o: &&&Observation| o.province == first.province && side(o) == side(first);
        if figures.iter().take(idx).any(|o| is_alike(&o)) {
            continue;
        }
        let mut own: Vec<&Observation> = figures.iter().filter(is_alike).copied().collect();
        order::sort_by_key(&mut own, |o| o.date().map(Date::end));
        let dates = own.into_iter().filter_map(|o| words::date_of(lang, o));
        let mut dates: Vec<String> = dates.collect();
        // A score and the place by it are of one time.
        dates.dedup();
        let name = words::short_name(lang, dataset, &first.province);
        let named = format!("{name} ({})", join_names(lang, &dates));
        lines.extend(side_sentence(lang, dataset, day, first, &named));
    }
    lines
}

fn side_sentence(
    lang: Lang,
    dataset: &Dataset,
    day: Day,
    observation: &Observation,
    named: &str,
) -> Option<String> {
    let name = |province: &Province| words::pick(lang, &province.name).to_owned();
    Some(match merger_outcome(dataset, dataset.province(&observation.province)?)? {
        MergerOutcome::Ended { successor, .. } => {
            phrase::figures_of_ended_unit(lang, named, &name(successor))
        }
        MergerOutcome::Enlarged { since, parts } => {
            let is_new = match enlargement_side(dataset, observation) {
                Some((_, is_new)) => is_new,
                // Enlarged long before the mergers of the day.
                None if since != day => {
                    return Some(phrase::figures_of_unchanged_unit(lang, named));
                }
                None => true,
            };
            let others: Vec<String> = parts.iter().skip(1).map(|part| name(part)).collect();
            let others = is_new.then(|| join_names(lang, &others));
            phrase::figures_of_enlarged_unit(lang, named, others.as_deref())
        }
        MergerOutcome::Unchanged => phrase::figures_of_unchanged_unit(lang, named),
    })
}

#[cfg(test)]
mod tests;
