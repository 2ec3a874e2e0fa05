//! One edition: its map and its table. The others wait below, closed.

use maud::{Markup, html};

use super::SCORE;
use crate::compare::{Edition, official_rank};
use crate::data::{Kind, Observation, Province, Source, Unit};
use crate::i18n::phrase;
use crate::ui::components::{
    cite, disputed_mark, drawing, province_link, source_link, source_name,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::ranking::{is_shared, known, name};
use crate::ui::site::Site;
use crate::ui::words;

/// The chosen edition, and what else was ranked in its year.
pub(super) fn chosen(
    site: &Site,
    editions: &[Edition<'_>],
    edition: &Edition<'_>,
    provinces: &[&Province],
) -> Markup {
    let text = site.lang().ranking();
    let of_year = editions.iter().filter(|other| other.year == edition.year && *other != edition);
    html! {
        @if let Some(map) = figures::tile_map(site, editions, edition, provinces, Purpose::Page) {
            figure class="t-figure" {
                figcaption {
                    h2 { (name(site.lang(), editions, edition)) ": " (text.map) }
                    p class="t-muted" { (text.map_hint) }
                    // Past all the tiles, for those who go from link to link.
                    p class="t-links" { a href="#edition" { (text.to_table) } }
                }
                (drawing(site.lang(), map))
            }
        }
        div id="edition" tabindex="-1" { (table(site, editions, edition, provinces)) }
        @for other in of_year { (table(site, editions, other, provinces)) }
    }
}

/// The editions of other years.
pub(super) fn others(
    site: &Site,
    editions: &[Edition<'_>],
    chosen: Option<&Edition<'_>>,
    provinces: &[&Province],
) -> Markup {
    let lang = site.lang();
    let year = chosen.map(|edition| edition.year);
    let others = editions.iter().rev().filter(|other| Some(other.year) != year);
    html! {
        section class="t-editions t-folds" aria-labelledby="other-editions" {
            h2 id="other-editions" { (site.lang().ranking().other_editions) }
            @for edition in others {
                details {
                    summary { (name(lang, editions, edition)) ": " (known(lang, edition)) }
                    (table(site, editions, edition, provinces))
                }
            }
        }
    }
}

/// The places of an edition. Each row has its figure's id, which is what tiles and marks lead to.
fn table(
    site: &Site,
    editions: &[Edition<'_>],
    edition: &Edition<'_>,
    provinces: &[&Province],
) -> Markup {
    let (lang, messages) = (site.lang(), site.messages());
    let text = site.lang().ranking();
    let columns = Columns {
        source: source_of_all(site, edition),
        has_scores: edition.places.iter().any(|place| score_of(site, place).is_some()),
    };
    html! {
        table class={ "t-table t-ranking" @if columns.source.is_some() { " t-ranking--short" } } {
            caption {
                (name(lang, editions, edition)) ": "
                (phrase::n_of_units(lang, edition.places.len(), edition.base))
            }
            thead {
                tr {
                    th scope="col" class="t-number" { (text.place) }
                    th scope="col" { (text.unit) }
                    @if columns.has_scores { th scope="col" class="t-number" { (text.score) } }
                    @if columns.source.is_none() { th scope="col" class="t-table__source" { (messages.source()) } }
                }
            }
            tbody {
                @for place in &edition.places { (row(site, edition, place, &columns, provinces)) }
            }
        }
        @if let Some(source) = columns.source {
            p class="t-muted" { (messages.source()) ": " (cite(site, source)) }
        }
    }
}

/// What the columns of a table depend on.
struct Columns<'a> {
    /// The one source of all places; otherwise each row names its own.
    source: Option<&'a Source>,
    has_scores: bool,
}

fn row(
    site: &Site,
    edition: &Edition<'_>,
    place: &Observation,
    columns: &Columns<'_>,
    provinces: &[&Province],
) -> Markup {
    let lang = site.lang();
    let rank = official_rank(place).unwrap_or_default();
    let is_own = provinces.iter().any(|province| province.id == place.province);
    let source = site.dataset.source(&place.source).filter(|_| columns.source.is_none());
    html! {
        tr id=(place.id) tabindex="-1" class=[is_own.then_some("t-ranking__own")] {
            td class="t-number" {
                a href=(site.permalink(&place.id)) { (rank) }
                span class="t-muted" { "/" (edition.base) }
            }
            th scope="row" {
                (province_link(site, &place.province))
                @if is_shared(edition, rank) {
                    span class="t-muted" { " (" (site.lang().ranking().shared) ")" }
                }
                (disputed_mark(site, place))
                @if let Some(note) = &place.note {
                    p class="t-muted" { (words::pick(lang, note)) }
                }
            }
            @if columns.has_scores {
                td class="t-number" data-label=(site.lang().ranking().score) {
                    @match score_of(site, place) {
                        Some(score) => {
                            a href=(site.permalink(&score.id)) {
                                (words::value(lang, score, &Unit::Score))
                            }
                            // The source beside the row, or below the table, is that of the place.
                            @if score.source != place.source
                                && let Some(source) = site.dataset.source(&score.source)
                            {
                                div class="t-muted t-ranking__of" { (source_name(source)) }
                            }
                        }
                        None => (none(site)),
                    }
                }
            }
            @if columns.source.is_none() {
                td class="t-table__source" {
                    @if let Some(source) = source {
                        (source_link(site, source, &place.locator))
                    }
                }
            }
        }
    }
}

/// A dash, read aloud as a word.
fn none(site: &Site) -> Markup {
    let messages = site.messages();
    html! {
        span aria-hidden="true" { (messages.none()) }
        span class="t-hidden" { (messages.none_read_aloud()) }
    }
}

/// The score a place was given for: of the same year and within the same borders.
fn score_of<'a>(site: &'a Site, place: &Observation) -> Option<&'a Observation> {
    site.dataset.observations.iter().find(|score| {
        score.indicator == SCORE
            && score.province == place.province
            && score.kind == Kind::Result
            && score.period == place.period
            && score.unit_day() == place.unit_day()
            && score.value().is_some()
    })
}

/// The source of all places, where it is one.
fn source_of_all<'a>(site: &'a Site, edition: &Edition<'_>) -> Option<&'a Source> {
    let first = edition.places.first()?;
    let is_one = edition.places.iter().all(|place| place.source == first.source);
    site.dataset.source(&first.source).filter(|_| is_one)
}
