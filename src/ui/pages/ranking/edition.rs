//! The editions: the map and the table of the selected one, and the tables of the others, which are
//! closed.

use std::sync::Arc;

use leptos::prelude::*;

use super::before::{editions_before, parts_line, repeats_parts};
use super::selected::{Selected, if_any_editions, score_of};
use crate::compare::{Edition, official_rank, parts_of};
use crate::data::{BilingualText, Observation, Source, Unit};
use crate::i18n::{Fixed, phrase};
use crate::ui::components::{
    CaptionedChart, CaveatNotes, EmptyCell, Fold, Folded, ProvinceLink, SourceCitation, SourceLink,
    SourceName, TableHead,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::ranking::{edition_name, is_rank_shared, known_count};
use crate::ui::reactive::{Row, Rows, defer, reactive};
use crate::ui::site::Site;
use crate::ui::words;

/// The line that the table is closed below on a phone.
const TABLE: Fixed =
    Fixed { vi: "Bảng của kỳ đang xem", en: "Table of the edition in view" };

/// The selected edition as a map.
pub(super) fn map_section() -> AnyView {
    if_any_editions(|site, selected| {
        reactive(move || selected.with(|selected| map(site, selected)))
    })
}

/// The table of the selected edition, and those of other editions of the same year. A choice of
/// provinces does not rebuild the tables.
pub(super) fn selected_edition() -> AnyView {
    if_any_editions(|_, selected| {
        let editions = Memo::new(move |_| selected.with(Selected::editions_of_its_year));
        let tables = move || {
            let mut tables = editions
                .get()
                .into_iter()
                .map(|edition| view! { <EditionTable edition /> }.into_any());
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
        let n_places = move || editions.with(|all| all.first().map_or(0, |one| one.places.len()));
        let amount = Signal::derive(move || n_places().to_string());
        let title = TABLE.of(Site::from_context().lang());
        view! {
            <Fold id="table" folded=Folded::OnPhonesUntitled title amount>
                {reactive(tables)}
            </Fold>
        }
        .into_any()
    })
}

/// The map; nothing if no map has the units of the edition.
fn map(site: Site, selected: &Selected) -> Option<AnyView> {
    let Selected { editions, edition, provinces, .. } = selected;
    let edition = edition.as_ref()?;
    let drawing = figures::tile_map(site, editions, edition, provinces, Purpose::Page)?;
    let text = site.lang().ranking();
    let heading = format!("{}: {}", edition_name(site.lang(), editions, edition), text.map);
    Some(
        view! {
            <CaptionedChart drawing>
                <h2>{heading}</h2>
                <p class="t-muted">{text.map_hint}</p>
            </CaptionedChart>
        }
        .into_any(),
    )
}

/// The tables of the editions of other years.
pub(super) fn other_editions() -> AnyView {
    if_any_editions(|site, selected| {
        let lang = site.lang();
        let summary = move |edition: &Edition<'_>| {
            let name =
                selected.with_untracked(|selected| edition_name(lang, &selected.editions, edition));
            format!("{name}: {}", known_count(lang, edition))
        };
        let row = move |edition: Edition<'static>| {
            let key = format!("{} {}", edition.year, edition.base);
            let view = move || {
                let edition = edition.clone();
                view! {
                    <details>
                        <summary>{summary(&edition)}</summary>
                        <EditionTable edition />
                    </details>
                }
                .into_any()
            };
            Row::new(key, view)
        };
        let others = move || selected.with(Selected::editions_of_other_years);
        let rows = Signal::derive(move || others().into_iter().map(row).collect());
        let amount = Signal::derive(move || others().len().to_string());
        view! {
            <Fold id="other-editions" folded=Folded::OnPhones title=lang.ranking().other_editions amount>
                <div class="t-editions t-folds">
                    <Rows rows />
                </div>
            </Fold>
        }
        .into_any()
    })
}

/// How many rows of a table are built at once.
const ROWS_PER_PIECE: usize = 24;

/// The table of an edition. Each row has the id of its figure, because tiles and marks link to it.
#[component]
fn EditionTable(edition: Edition<'static>) -> impl IntoView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let text = lang.ranking();
    let columns = Columns::of(site, &edition);
    let name = selected.with_untracked(|selected| edition_name(lang, &selected.editions, &edition));
    let units = phrase::n_of_units(lang, edition.places.len(), edition.base);
    let class = match columns.source {
        Some(_) => "t-table t-ranking t-ranking--short",
        None => "t-table t-ranking",
    };
    let score = columns.has_scores.then_some((text.score, "t-number"));
    let source = columns.source.is_none().then(|| (messages.source(), "t-table__source"));
    let headings = [(text.place, "t-number"), (text.unit, "")].into_iter();
    let before = editions_before(site, selected, &edition);
    let edition = Arc::new(edition);
    let rows = edition.places.chunks(ROWS_PER_PIECE).map(|places| {
        let (edition, places) = (Arc::clone(&edition), places.to_vec());
        defer(move || {
            let rows = places.iter().map(|place| row(site, selected, columns, &edition, place));
            rows.collect_view().into_any()
        })
    });
    let rows = rows.collect_view();
    let source_of_all = columns.source.map(|source| {
        view! {
            <p class="t-muted">
                {format!("{}: ", messages.source())} <SourceCitation source />
            </p>
        }
        .into_any()
    });
    let note_of_most = columns.note_of_most.map(|note| {
        let note = format!("{}: {}", text.note_of_most, words::pick(lang, note));
        view! { <p class="t-muted">{note}</p> }.into_any()
    });
    view! {
        <table class=class>
            <caption>{format!("{name}: {units}")}</caption>
            <TableHead columns=headings.chain(score).chain(source).collect() />
            <tbody>{rows}</tbody>
        </table>
        {note_of_most}
        {source_of_all}
        {before}
    }
}

/// Which columns a table has.
#[derive(Clone, Copy)]
struct Columns {
    /// The source of all places, if there is only one; otherwise each row names its own.
    source: Option<&'static Source>,
    has_scores: bool,
    /// What must be known of most places: it is told once, below the table.
    note_of_most: Option<&'static BilingualText>,
}

impl Columns {
    fn of(site: Site, edition: &Edition<'static>) -> Self {
        Self {
            source: source_of_all(site, edition),
            has_scores: edition.places.iter().any(|place| score_of(site, place).is_some()),
            note_of_most: note_of_most(&edition.places),
        }
    }
}

fn row(
    site: Site,
    selected: Memo<Selected>,
    columns: Columns,
    edition: &Edition<'static>,
    place: &'static Observation,
) -> AnyView {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let rank = official_rank(place).unwrap_or_default();
    let class = move || {
        selected.with(|selected| selected.shows(&place.province)).then_some("t-ranking__own")
    };
    let shared = is_rank_shared(edition, rank).then(|| {
        let shared = format!(" ({})", text.shared);
        view! { <span class="t-muted">{shared}</span> }.into_any()
    });
    let mean = score_of(site, place).and_then(|score| parts_of(site.dataset, score));
    let note = place
        .note
        .as_ref()
        .filter(|note| columns.note_of_most != Some(note))
        .filter(|note| mean.as_ref().is_none_or(|mean| !repeats_parts(site, note, mean)))
        .map(|note| view! { <p class="t-muted">{words::pick(lang, note)}</p> }.into_any());
    let parts = mean.as_ref().map(|mean| parts_line(site, mean));
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
                // A single digit would be too narrow for a finger.
                <a href=site.permalink(&place.id)>
                    {rank.to_string()} <span class="t-muted">{format!("/{}", edition.base)}</span>
                </a>
            </td>
            <th scope="row">
                <ProvinceLink id=&place.province />
                {shared}
                <CaveatNotes observation=place />
                {parts}
                {note}
            </th>
            {score}
            {source}
        </tr>
    }
    .into_any()
}

/// The score of a place. It names its source if that differs from the source of the place.
fn score_cell(site: Site, place: &'static Observation) -> AnyView {
    let Some(score) = score_of(site, place) else {
        return view! { <EmptyCell /> }.into_any();
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
        <a href=site.permalink(&score.id)>{words::value_or_draft(site.lang(), score, &Unit::Score)}</a>
        {source}
    }
    .into_any()
}

/// The note that more than half of the places have.
fn note_of_most(places: &[&'static Observation]) -> Option<&'static BilingualText> {
    let notes = || places.iter().filter_map(|place| place.note.as_ref());
    notes().find(|note| notes().filter(|other| other == note).count() * 2 > places.len())
}

/// The source of all places, if there is only one.
fn source_of_all(site: Site, edition: &Edition<'static>) -> Option<&'static Source> {
    let first = edition.places.first()?;
    let is_one = edition.places.iter().all(|place| place.source == first.source);
    site.dataset.source(&first.source).filter(|_| is_one)
}
