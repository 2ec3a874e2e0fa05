//! One edition: its map and its table. The others wait below, closed.

use std::sync::Arc;

use leptos::prelude::*;

use super::seen::{Seen, of_editions};
use crate::compare::{Edition, SCORE_INDICATOR, official_rank};
use crate::data::{Kind, Observation, Source, Unit};
use crate::i18n::phrase;
use crate::ui::components::{
    Cite, DisputedMark, Figure, Nothing, ProvinceLink, SourceLink, SourceName, TableHead,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::live::{Row, Rows, later, live};
use crate::ui::ranking::{is_shared, known, name};
use crate::ui::site::Site;
use crate::ui::words;

/// The chosen edition as a map.
pub(super) fn mapped() -> AnyView {
    of_editions(|site, seen| live(move || seen.with(|seen| map(site, seen))))
}

/// The chosen edition as a table, and what else was ranked in its year. Other provinces change no table.
pub(super) fn chosen() -> AnyView {
    of_editions(|_, seen| {
        let of_its_year = Memo::new(move |_| seen.with(Seen::of_its_year));
        let tables = move || {
            let mut tables = of_its_year
                .get()
                .into_iter()
                .map(|edition| view! { <Places edition /> }.into_any());
            let chosen = tables.next().map(|table| {
                view! {
                    <div id="edition" tabindex="-1">
                        {table}
                    </div>
                }
                .into_any()
            });
            view! {
                {chosen}
                {tables.collect_view()}
            }
        };
        view! {
            {live(tables)}
        }
        .into_any()
    })
}

/// The chosen edition as a map; nothing where no map has its units.
fn map(site: Site, seen: &Seen) -> Option<AnyView> {
    let Seen { editions, edition, provinces, .. } = seen;
    let edition = edition.as_ref()?;
    let drawing = figures::tile_map(site, editions, edition, provinces, Purpose::Page)?;
    let text = site.lang().ranking();
    let heading = format!("{}: {}", name(site.lang(), editions, edition), text.map);
    Some(
        view! {
            <Figure drawing>
                <h2>{heading}</h2>
                <p class="t-muted">{text.map_hint}</p>
                // Past all the tiles, for those who go from link to link.
                <p class="t-links">
                    <a href="#edition">{text.to_table}</a>
                </p>
            </Figure>
        }
        .into_any(),
    )
}

/// The editions of other years.
pub(super) fn others() -> AnyView {
    of_editions(|site, seen| {
        let lang = site.lang();
        let summary = move |edition: &Edition<'_>| {
            let name = seen.with_untracked(|seen| name(lang, &seen.editions, edition));
            format!("{name}: {}", known(lang, edition))
        };
        let row = move |edition: Edition<'static>| {
            let key = format!("{} {}", edition.year, edition.base);
            let view = move || {
                let edition = edition.clone();
                view! {
                    <details>
                        <summary>{summary(&edition)}</summary>
                        <Places edition />
                    </details>
                }
                .into_any()
            };
            Row::new(key, view)
        };
        let others = move || seen.with(Seen::of_other_years);
        let rows = Signal::derive(move || others().into_iter().map(row).collect());
        view! {
            <section class="t-editions t-folds" aria-labelledby="other-editions">
                <h2 id="other-editions">{lang.ranking().other_editions}</h2>
                <Rows rows />
            </section>
        }
        .into_any()
    })
}

/// How many rows of a table are built in one moment.
const N_AT_ONCE: usize = 24;

/// The places of an edition. Each row has its figure's id, which is what tiles and marks lead to.
#[component]
fn Places(edition: Edition<'static>) -> impl IntoView {
    let site = Site::here();
    let seen = Seen::here();
    let (lang, messages) = (site.lang(), site.messages());
    let text = lang.ranking();
    let columns = Columns::of(site, &edition);
    let name = seen.with_untracked(|seen| name(lang, &seen.editions, &edition));
    let units = phrase::n_of_units(lang, edition.places.len(), edition.base);
    let class = match columns.source {
        Some(_) => "t-table t-ranking t-ranking--short",
        None => "t-table t-ranking",
    };
    let score = columns.has_scores.then_some((text.score, "t-number"));
    let source = columns.source.is_none().then(|| (messages.source(), "t-table__source"));
    let headings = [(text.place, "t-number"), (text.unit, "")].into_iter();
    let edition = Arc::new(edition);
    let rows = edition.places.chunks(N_AT_ONCE).map(|places| {
        let (edition, places) = (Arc::clone(&edition), places.to_vec());
        later(move || {
            let rows = places.iter().map(|place| row(site, seen, columns, &edition, place));
            rows.collect_view().into_any()
        })
    });
    let rows = rows.collect_view();
    let source_of_all = columns.source.map(|source| {
        view! {
            <p class="t-muted">
                {format!("{}: ", messages.source())} <Cite source />
            </p>
        }
        .into_any()
    });
    view! {
        <table class=class>
            <caption>{format!("{name}: {units}")}</caption>
            <TableHead columns=headings.chain(score).chain(source).collect() />
            <tbody>{rows}</tbody>
        </table>
        {source_of_all}
    }
}

/// What the columns of a table depend on.
#[derive(Clone, Copy)]
struct Columns {
    /// The one source of all places; otherwise each row names its own.
    source: Option<&'static Source>,
    has_scores: bool,
}

impl Columns {
    fn of(site: Site, edition: &Edition<'static>) -> Self {
        Self {
            source: source_of_all(site, edition),
            has_scores: edition.places.iter().any(|place| score_of(site, place).is_some()),
        }
    }
}

fn row(
    site: Site,
    seen: Memo<Seen>,
    columns: Columns,
    edition: &Edition<'static>,
    place: &'static Observation,
) -> AnyView {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let rank = official_rank(place).unwrap_or_default();
    let class = move || seen.with(|seen| seen.has(&place.province)).then_some("t-ranking__own");
    let shared = is_shared(edition, rank).then(|| {
        let shared = format!(" ({})", text.shared);
        view! { <span class="t-muted">{shared}</span> }.into_any()
    });
    let note = place
        .note
        .as_ref()
        .map(|note| view! { <p class="t-muted">{words::pick(lang, note)}</p> }.into_any());
    let score = columns.has_scores.then(|| {
        view! {
            <td class="t-number" data-label=text.score>
                {score_cell(site, place)}
            </td>
        }
        .into_any()
    });
    let source = columns.source.is_none().then(|| {
        view! {
            <td class="t-table__source">
                <SourceLink observation=place />
            </td>
        }
        .into_any()
    });
    view! {
        <tr id=place.id.as_str() tabindex="-1" class=class>
            <td class="t-number">
                <a href=site.permalink(&place.id)>{rank.to_string()}</a>
                <span class="t-muted">{format!("/{}", edition.base)}</span>
            </td>
            <th scope="row">
                <ProvinceLink id=&place.province />
                {shared}
                <DisputedMark observation=place />
                {note}
            </th>
            {score}
            {source}
        </tr>
    }
    .into_any()
}

/// The score of a place, with its source where that is another one: the source beside the row, or
/// below the table, is that of the place.
fn score_cell(site: Site, place: &'static Observation) -> AnyView {
    let Some(score) = score_of(site, place) else {
        return view! { <Nothing /> }.into_any();
    };
    let source = site.dataset.source(&score.source).filter(|_| score.source != place.source);
    let source = source.map(|source| {
        view! {
            <div class="t-muted t-ranking__of">
                <SourceName source />
            </div>
        }
        .into_any()
    });
    view! {
        <a href=site.permalink(&score.id)>{words::value(site.lang(), score, &Unit::Score)}</a>
        {source}
    }
    .into_any()
}

/// The score a place was given for: of the same year and within the same borders.
fn score_of(site: Site, place: &'static Observation) -> Option<&'static Observation> {
    site.dataset.observations_of(&place.province, SCORE_INDICATOR, Kind::Result).find(|score| {
        score.period == place.period
            && score.unit_day() == place.unit_day()
            && score.value().is_some()
    })
}

/// The source of all places, where it is one.
fn source_of_all(site: Site, edition: &Edition<'static>) -> Option<&'static Source> {
    let first = edition.places.first()?;
    let is_one = edition.places.iter().all(|place| place.source == first.source);
    site.dataset.source(&first.source).filter(|_| is_one)
}
