//! The official ranking: the places of provinces in an edition, in words and on a map.

pub(crate) mod grid;

#[cfg(test)]
mod tests;

use crate::compare::{Edition, last_merger_day, official_rank, parts_of_latest_merger, units_on};
use crate::data::{Dataset, Observation, Province};
use crate::i18n::Lang;
use crate::i18n::phrase::{self, MergerStage};

use super::words;
use grid::{CELLS_34, CELLS_63};

/// The cell of a province on a map: its id, column, row and letters.
type Cell = (&'static str, u8, u8, &'static str);

/// What is known about a province in an edition.
pub(crate) enum Standing<'a> {
    /// Its rank, and the figure that states it.
    At(u32, &'a Observation),
    /// It had become part of another province.
    MergedAway,
    /// No figure was found.
    NotFound,
}

pub(crate) fn standing<'a>(edition: &Edition<'a>, province: &Province) -> Standing<'a> {
    let place = edition.place_of(&province.id);
    match place.and_then(|place| Some((official_rank(place)?, place))) {
        Some((rank, place)) => Standing::At(rank, place),
        None if !province.exists_on(edition.as_of) => Standing::MergedAway,
        None => Standing::NotFound,
    }
}

/// Whether more than one province has this rank.
pub(crate) fn is_rank_shared(edition: &Edition<'_>, rank: u32) -> bool {
    let same = edition.places.iter().filter(|place| official_rank(place) == Some(rank));
    same.count() > 1
}

/// The year of an edition. If a year has two editions, it says which: "2024 sau sáp nhập".
pub(crate) fn edition_year_text(
    lang: Lang,
    editions: &[Edition<'_>],
    edition: &Edition<'_>,
) -> String {
    let other = editions.iter().find(|other| other.year == edition.year && *other != edition);
    let stage = other.map(|other| {
        if edition.as_of < other.as_of { MergerStage::Before } else { MergerStage::After }
    });
    phrase::edition_year(lang, edition.year, stage)
}

/// The name of an edition: "Kỳ 2022".
pub(crate) fn edition_name(lang: Lang, editions: &[Edition<'_>], edition: &Edition<'_>) -> String {
    phrase::edition_name(lang, &edition_year_text(lang, editions, edition))
}

/// How many places of an edition are known: "biết 7 trong 63".
pub(crate) fn known_count(lang: Lang, edition: &Edition<'_>) -> String {
    phrase::n_known(lang, edition.places.len(), edition.base)
}

/// What an edition says about some provinces.
pub(crate) struct Answer {
    /// Their places, the best first, and how many units were ranked; empty if no place is known.
    pub(crate) places: String,
    /// Which place is that of an enlarged province, and which provinces have none; empty if there
    /// is nothing to say.
    pub(crate) rest: String,
}

impl Answer {
    /// Both texts as one.
    pub(crate) fn text(&self) -> String {
        format!("{} {}", self.places, self.rest).trim().to_owned()
    }
}

/// The places of some provinces in an edition.
pub(crate) fn answer(
    lang: Lang,
    dataset: &Dataset,
    editions: &[Edition<'_>],
    edition: &Edition<'_>,
    provinces: &[&Province],
) -> Answer {
    let (mut placed, mut rest): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for place in &edition.places {
        let own = provinces.iter().find(|province| province.id == place.province);
        let (Some(province), Some(rank)) = (own, official_rank(place)) else { continue };
        let name = words::pick(lang, &province.name);
        placed.push(phrase::name_and_place(lang, name, rank, is_rank_shared(edition, rank)));
        let parts = merged_units(dataset, province, edition);
        if let [_, others @ ..] = &parts[..] {
            let others: Vec<&str> = others.iter().map(|p| words::pick(lang, &p.name)).collect();
            rest.push(phrase::includes_others(lang, name, &others));
        }
    }
    let (mut merged, mut gone, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for province in provinces {
        let name = words::pick(lang, &province.name);
        match standing(edition, province) {
            Standing::At(..) => {}
            Standing::MergedAway => match place_of_successor(dataset, edition, province) {
                Some((unit, rank)) => merged.push((name, words::pick(lang, &unit.name), rank)),
                None => gone.push(name),
            },
            Standing::NotFound => unknown.push(name),
        }
    }
    if !unknown.is_empty() {
        rest.push(phrase::places_not_found(lang, edition.year, &unknown));
    }
    if !merged.is_empty() {
        rest.push(phrase::merged_into(lang, &merged));
    }
    if !gone.is_empty() {
        rest.push(phrase::merged_away(lang, &gone));
    }
    let name = edition_name(lang, editions, edition);
    let places = if placed.is_empty() {
        String::new()
    } else {
        phrase::places_in_edition(lang, &name, &placed, edition.base)
    };
    Answer { places, rest: rest.join(" ") }
}

/// The unit that a province had become part of, and its rank in an edition; `None` if that is not known.
fn place_of_successor<'a>(
    dataset: &'a Dataset,
    edition: &Edition<'_>,
    province: &Province,
) -> Option<(&'a Province, u32)> {
    let unit = dataset.province(province.successor.as_deref()?)?;
    Some((unit, official_rank(edition.place_of(&unit.id)?)?))
}

/// The units that had merged into a province in the latest mergers when the edition was made, the
/// province first; empty if none had.
pub(crate) fn merged_units<'a>(
    dataset: &'a Dataset,
    province: &'a Province,
    edition: &Edition<'_>,
) -> Vec<&'a Province> {
    let is_since = last_merger_day(dataset).is_some_and(|day| day <= edition.as_of);
    let parts = is_since.then(|| parts_of_latest_merger(dataset, province)).flatten();
    parts.unwrap_or_default()
}

/// The map cells for an edition. `None` unless a grid has exactly the units of that day and all of
/// them are ranked: a map must not show a province as unknown that did not exist.
pub(crate) fn map_cells(dataset: &Dataset, edition: &Edition<'_>) -> Option<&'static [Cell]> {
    let units = units_on(dataset, edition.as_of);
    let grids: [&'static [Cell]; 2] = [&CELLS_63, &CELLS_34];
    grids.into_iter().find(|cells| {
        cells.len() == units.len()
            && u32::try_from(units.len()) == Ok(edition.base)
            && units.iter().all(|unit| cells.iter().any(|(id, ..)| *id == unit.id))
    })
}
