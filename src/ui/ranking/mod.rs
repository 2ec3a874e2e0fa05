//! The official ranking: who stood where in an edition, in words and on a map.

pub(crate) mod grid;

#[cfg(test)]
mod tests;

use crate::compare::{Edition, MergerOutcome, exists_on, merger_outcome, official_rank, units_on};
use crate::data::{Dataset, Observation, Province};
use crate::i18n::Lang;
use crate::i18n::phrase::{self, MergerStage};

use super::words;
use grid::{PLACES_34, PLACES_63};

/// A province's cell on a map: its id, column, row and letters.
type Cell = (&'static str, u8, u8, &'static str);

/// What is known of a province in an edition.
pub(crate) enum Standing<'a> {
    /// Its place and the figure that gives it.
    At(u32, &'a Observation),
    /// It had become part of another unit.
    MergedAway,
    /// No figure of it was found.
    NotFound,
}

pub(crate) fn standing<'a>(edition: &Edition<'a>, province: &Province) -> Standing<'a> {
    let place = edition.place_of(&province.id);
    match place.and_then(|place| Some((official_rank(place)?, place))) {
        Some((rank, place)) => Standing::At(rank, place),
        None if !exists_on(province, edition.as_of) => Standing::MergedAway,
        None => Standing::NotFound,
    }
}

/// Whether more than one province is known to have a rank.
pub(crate) fn is_shared(edition: &Edition<'_>, rank: u32) -> bool {
    let same = edition.places.iter().filter(|place| official_rank(place) == Some(rank));
    same.count() > 1
}

/// The edition's year, told apart from another edition of it: "2024 sau sáp nhập".
pub(crate) fn year(lang: Lang, editions: &[Edition<'_>], edition: &Edition<'_>) -> String {
    let other = editions.iter().find(|other| other.year == edition.year && *other != edition);
    let stage = other.map(|other| {
        if edition.as_of < other.as_of { MergerStage::Before } else { MergerStage::After }
    });
    phrase::edition_year(lang, edition.year, stage)
}

/// The edition's name: "Kỳ 2022".
pub(crate) fn name(lang: Lang, editions: &[Edition<'_>], edition: &Edition<'_>) -> String {
    phrase::edition_name(lang, &year(lang, editions, edition))
}

/// How much of an edition is known: "biết 7 trong 63".
pub(crate) fn known(lang: Lang, edition: &Edition<'_>) -> String {
    phrase::n_known(lang, edition.places.len(), edition.base)
}

/// What an edition says of some provinces.
pub(crate) struct Answer {
    /// Their places, the best first, with how many were ranked; empty where none is known.
    pub(crate) places: String,
    /// Whose place is that of an enlarged unit, and who has none; empty where there is nobody.
    pub(crate) rest: String,
}

impl Answer {
    /// All of it.
    pub(crate) fn text(&self) -> String {
        format!("{} {}", self.places, self.rest).trim().to_owned()
    }
}

/// Where some provinces stand in an edition.
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
        placed.push(phrase::name_and_place(lang, name, rank, is_shared(edition, rank)));
        let parts = parts_on(dataset, province, edition);
        if let [_, others @ ..] = &parts[..] {
            let others: Vec<&str> = others.iter().map(|p| words::pick(lang, &p.name)).collect();
            rest.push(phrase::includes_others(lang, name, &others));
        }
    }
    let (mut gone, mut unknown) = (Vec::new(), Vec::new());
    for province in provinces {
        match standing(edition, province) {
            Standing::At(..) => {}
            Standing::MergedAway => gone.push(words::pick(lang, &province.name)),
            Standing::NotFound => unknown.push(words::pick(lang, &province.name)),
        }
    }
    if !unknown.is_empty() {
        rest.push(phrase::places_not_found(lang, edition.year, &unknown));
    }
    if !gone.is_empty() {
        rest.push(phrase::merged_away(lang, &gone));
    }
    let name = name(lang, editions, edition);
    let places = if placed.is_empty() {
        String::new()
    } else {
        phrase::places_in_edition(lang, &name, &placed, edition.base)
    };
    Answer { places, rest: rest.join(" ") }
}

/// What a province is made of in an edition: itself and those it took in before; empty where it took
/// in none.
pub(crate) fn parts_on<'a>(
    dataset: &'a Dataset,
    province: &'a Province,
    edition: &Edition<'_>,
) -> Vec<&'a Province> {
    match merger_outcome(dataset, province) {
        Some(MergerOutcome::Enlarged { since: on, parts }) if on <= edition.as_of => parts,
        _ => Vec::new(),
    }
}

/// The cells of an edition's units. `None` unless a grid has exactly the units of its day, and all of
/// them are ranked: a map must not show anybody as unknown who was never there.
pub(crate) fn cells_of(dataset: &Dataset, edition: &Edition<'_>) -> Option<&'static [Cell]> {
    let units = units_on(dataset, edition.as_of);
    let grids: [&'static [Cell]; 2] = [&PLACES_63, &PLACES_34];
    grids.into_iter().find(|cells| {
        cells.len() == units.len()
            && u32::try_from(units.len()) == Ok(edition.base)
            && units.iter().all(|unit| cells.iter().any(|(id, ..)| *id == unit.id))
    })
}
