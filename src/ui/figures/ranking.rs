//! Charts of the official ranking: an edition as a map of tiles, and some provinces over the
//! editions.

use super::drawing::DrawnObservations;
use super::{Drawing, Purpose};
use crate::address::Page;
use crate::chart::{
    ChartError, Fill, RankPanel, RankPoint, RankSeries, RanksSpec, TileMark, TileNote, TilesSpec,
};
use crate::compare::{
    Edition, Era, Reason, can_join_with_line, compare, eras, official_rank, rank_quintile,
};
use crate::data::{Dataset, Observation, Province};
use crate::i18n::{Lang, phrase};
use crate::ui::ranking::grid::{GRID_SIZE, HOANG_SA, TRUONG_SA};
use crate::ui::ranking::{edition_name, map_cells};
use crate::ui::site::Site;
use crate::ui::words;

/// An edition as a map of tiles, with some provinces highlighted; `None` if no map has the units of
/// the edition.
pub(crate) fn tile_map(
    site: Site,
    editions: &[Edition<'_>],
    edition: &Edition<'_>,
    provinces: &[&Province],
    purpose: Purpose,
) -> Option<Result<Drawing, ChartError>> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let (text, palette) = (site.lang().ranking(), site.palette());
    let cells = map_cells(dataset, edition)?;
    let tiles: Vec<TileMark> = cells
        .iter()
        .map(|(id, column, row, code)| {
            let place = edition.place_of(id);
            let rank = place.and_then(official_rank);
            let name = words::short_name(lang, dataset, id);
            let is_set_off = provinces.iter().any(|province| province.id == *id);
            TileMark {
                column: *column,
                row: *row,
                label: name.to_owned(),
                code: (*code).to_owned(),
                value: rank.map(|rank| rank.to_string()).unwrap_or_default(),
                class: rank.map(|rank| rank_quintile(rank, edition.base)),
                series: is_set_off.then(|| palette.series(dataset, id)),
                title: match place {
                    Some(place) => place_title(lang, dataset, place),
                    None => text.not_found.to_owned(),
                },
                href: Some(match place {
                    Some(place) => format!("#{}", place.id),
                    None => site.link(Page::Province((*id).to_owned())),
                }),
            }
        })
        .collect();
    let drawn = DrawnObservations { lang, dataset, observations: &edition.places };
    let (title, n_units) =
        (edition_name(lang, editions, edition), phrase::n_units(lang, edition.base));
    let title = format!("{title}: {n_units}");
    let table = table_hint(lang, purpose);
    let mut figure = TilesSpec {
        caption: drawn.caption("map".to_owned(), title.clone(), drawn.summary(&title, table)),
        columns: GRID_SIZE.0,
        rows: GRID_SIZE.1,
        tiles,
        legend: legend(lang, edition),
        extra: notes(lang),
    };
    Some(drawn.draw(purpose, &mut figure))
}

/// Where else the figures of a chart are: in the table below it, but not in that of a saved file.
fn table_hint(lang: Lang, purpose: Purpose) -> &'static str {
    if purpose == Purpose::Export { "" } else { lang.messages().chart_has_table() }
}

/// What a tile, which prints the name and the rank, does not say of a place.
fn place_title(lang: Lang, dataset: &Dataset, place: &Observation) -> String {
    let measure = dataset.indicator(&place.indicator);
    let measure = measure.map_or("", |indicator| words::pick(lang, &indicator.name));
    let date = words::date_of(lang, place).unwrap_or_default();
    let title = phrase::rank_in_edition(lang, place.base.unwrap_or_default(), &date, measure);
    words::with_caveat(lang, place, title)
}

/// What the label of a rank does not say: its edition, and the rest.
fn rank_title(lang: Lang, dataset: &Dataset, place: &Observation) -> String {
    let title = words::mark_title(lang, dataset, place, true);
    let title = match words::date_of(lang, place) {
        Some(date) => format!("{date}, {title}"),
        None => title,
    };
    words::with_caveat(lang, place, title)
}

/// The class for tiles without a figure.
const NO_CLASS: u8 = 5;

/// The classes with their first and last rank, and what an empty tile means, if there can be one.
fn legend(lang: Lang, edition: &Edition<'_>) -> Vec<(u8, String)> {
    let mut classes: Vec<(u8, u32, u32)> = Vec::new();
    for rank in 1..=edition.base {
        let class = rank_quintile(rank, edition.base);
        match classes.last_mut().filter(|last| last.0 == class) {
            Some(last) => last.2 = rank,
            None => classes.push((class, rank, rank)),
        }
    }
    let unknown = (NO_CLASS, lang.ranking().not_found.to_owned());
    classes
        .into_iter()
        .map(|(class, first, last)| (class, phrase::place_range(lang, first, last)))
        .chain((!edition.is_complete()).then_some(unknown))
        .collect()
}

/// The archipelagos, which belong to provinces of the map and have no rank of their own.
fn notes(lang: Lang) -> Vec<TileNote> {
    let text = lang.ranking();
    [(HOANG_SA, text.hoang_sa), (TRUONG_SA, text.truong_sa)]
        .into_iter()
        .map(|((column, row, span), label)| TileNote { column, row, span, label: label.to_owned() })
        .collect()
}

/// The places of some provinces over the editions, with a panel for each era in which one of them
/// has a place; `None` if none has.
pub(crate) fn places_over_time(
    site: Site,
    indicator: &str,
    editions: &[Edition<'_>],
    provinces: &[&Province],
    purpose: Purpose,
) -> Option<Result<Drawing, ChartError>> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let has_place = |idx: &usize| {
        let edition = editions.get(*idx);
        edition.is_some_and(|e| provinces.iter().any(|p| e.place_of(&p.id).is_some()))
    };
    let mut eras: Vec<Era> = eras(dataset, indicator, editions);
    eras.retain(|era| era.editions.iter().any(has_place));
    if eras.is_empty() {
        return None;
    }
    let (panels, palette) = (panels(lang, dataset, &eras, editions), site.palette());
    let mut figures: Vec<&Observation> = Vec::new();
    let mut series: Vec<RankSeries> = Vec::new();
    for province in provinces {
        let mut last: Option<&Observation> = None;
        for (panel, edition, place) in places_of(&eras, editions, &province.id) {
            let (Some(rank), Some(base)) = (official_rank(place), place.base) else { continue };
            // A line joins all points of a series, so a point that may not be joined begins a new
            // series.
            if last.is_none_or(|last| !can_join_with_line(dataset, last, place)) {
                series.push(RankSeries {
                    label: words::pick(lang, &province.short).to_owned(),
                    series: palette.series(dataset, &province.id),
                    points: Vec::new(),
                });
            }
            let point = RankPoint {
                panel,
                edition,
                rank,
                label: phrase::n_of(lang, rank as usize, base as usize),
                title: rank_title(lang, dataset, place),
                href: Some(site.permalink(&place.id)),
                fill: Fill::Filled,
            };
            if let Some(series) = series.last_mut() {
                series.points.push(point);
            }
            figures.push(place);
            last = Some(place);
        }
    }
    let drawn = DrawnObservations { lang, dataset, observations: &figures };
    let title = lang.ranking().history_table.to_owned();
    let table = table_hint(lang, purpose);
    let mut figure = RanksSpec {
        caption: drawn.caption("places".to_owned(), title.clone(), drawn.summary(&title, table)),
        panels,
        series,
    };
    Some(drawn.draw(purpose, &mut figure))
}

/// The places of a province: the index of the era, the index of the edition in it, and the figure.
fn places_of<'a>(
    eras: &[Era],
    editions: &[Edition<'a>],
    province: &str,
) -> Vec<(usize, usize, &'a Observation)> {
    let mut places = Vec::new();
    for (panel, era) in eras.iter().enumerate() {
        for (place_in_era, idx) in era.editions.iter().enumerate() {
            let place = editions.get(*idx).and_then(|edition| edition.place_of(province));
            places.extend(place.map(|place| (panel, place_in_era, place)));
        }
    }
    places
}

fn panels(lang: Lang, dataset: &Dataset, eras: &[Era], editions: &[Edition<'_>]) -> Vec<RankPanel> {
    let mut before: Option<&Edition<'_>> = None;
    let mut panels = Vec::with_capacity(eras.len());
    for era in eras {
        let own: Vec<&Edition<'_>> =
            era.editions.iter().filter_map(|idx| editions.get(*idx)).collect();
        let note = before.zip(own.first()).map_or("", |(a, b)| reason_for_gap(lang, dataset, a, b));
        panels.push(RankPanel {
            base: era.base,
            label: phrase::out_of(lang, era.base),
            editions: own.iter().map(|edition| edition.year.to_string()).collect(),
            note: note.to_owned(),
        });
        before = own.last().copied();
    }
    panels
}

/// Why no line joins two editions, in few words.
fn reason_for_gap(lang: Lang, dataset: &Dataset, a: &Edition<'_>, b: &Edition<'_>) -> &'static str {
    let text = lang.ranking();
    let (Some(a), Some(b)) = (a.places.first(), b.places.first()) else { return "" };
    let reasons = compare(dataset, a, b).reasons;
    match [Reason::MethodBreak, Reason::DifferentBase].map(|reason| reasons.contains(&reason)) {
        [true, true] => text.new_both,
        [true, false] => text.new_method,
        [false, _] => text.new_base,
    }
}

#[cfg(test)]
mod tests;
