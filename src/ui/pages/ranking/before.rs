//! What the mergers have to do with the edition of today's provinces: what each enlarged one was made
//! from, and what all of them would have had in the editions before.

use leptos::prelude::*;

use super::selected::{Selected, score_of};
use crate::compare::{
    Edition, MeanOfParts, OldFigure, PlaceBefore, SCORE_INDICATOR, all_places_before,
    last_merger_day, official_rank,
};
use crate::data::{BilingualText, Observation, Unit};
use crate::i18n::number::{list, number_fixed};
use crate::i18n::phrase;
use crate::ui::components::{EmptyCell, ProvinceLink};
use crate::ui::reactive::defer;
use crate::ui::site::Site;
use crate::ui::words;

/// Stands for an old province in a sentence. It is a private-use character, which occurs neither in the
/// texts of `i18n` nor in the data.
const MARKER: &str = "\u{E000}";

/// The old provinces of a unit with their figures, as a sentence.
pub(super) fn parts_line(site: Site, mean: &MeanOfParts<'static>) -> AnyView {
    let lang = site.lang();
    let markers = vec![MARKER; mean.parts.len()];
    let sentence = phrase::mean_of_parts(lang, &list(lang, &markers));
    let mut pieces = sentence.split(MARKER);
    let before = pieces.next().unwrap_or_default().to_owned();
    let parts = mean.parts.iter().zip(pieces).map(|(part, after)| {
        view! {
            {old_figure(site, *part)}
            {after.to_owned()}
        }
        .into_any()
    });
    let parts = parts.collect_view();
    view! {
        <p class="t-muted">
            {before} {parts}
        </p>
    }
    .into_any()
}

/// The name of an old province, its score and its place; both lead to their cards.
fn old_figure(site: Site, part: OldFigure<'static>) -> AnyView {
    let (lang, score) = (site.lang(), part.value);
    let name = format!("{} ", words::short_name(lang, site.dataset, &score.province));
    let rank = part.rank.map(|rank| {
        view! {
            " ("
            <a href=site.permalink(&rank.id)>{words::value_or_draft(lang, rank, &Unit::Rank)}</a>
            ")"
        }
        .into_any()
    });
    view! {
        {name}
        <a href=site.permalink(&score.id)>{words::value_or_draft(lang, score, &Unit::Score)}</a>
        {rank}
    }
    .into_any()
}

/// Whether a note says no more than which provinces a unit took in, which the line of its parts says.
pub(super) fn repeats_parts(site: Site, note: &BilingualText, mean: &MeanOfParts<'_>) -> bool {
    let (lang, note) = (site.lang(), words::pick(site.lang(), note));
    let names = taken_in(site, mean);
    let ending = format!("{}.", phrase::after_taking_in(lang, &names));
    note.ends_with(&ending) && note.matches('.').count() == 1
}

/// The names of the provinces that a unit took in.
fn taken_in(site: Site, mean: &MeanOfParts<'_>) -> Vec<&'static str> {
    let taken = mean.parts.iter().skip(1);
    let units = taken.filter_map(|part| site.dataset.province(&part.value.province));
    units.map(|unit| words::pick(site.lang(), &unit.name)).collect()
}

/// What today's provinces would have had in the editions before the mergers, closed; nothing below
/// other tables than that of the first edition of today's provinces, or if no edition is known well
/// enough.
pub(super) fn editions_before(
    site: Site,
    selected: Memo<Selected>,
    edition: &Edition<'static>,
) -> Option<AnyView> {
    let since = last_merger_day(site.dataset)?;
    let is_first = selected.with_untracked(|selected| {
        let first = selected.editions.iter().find(|edition| since <= edition.as_of);
        first.is_some_and(|first| (first.year, first.base) == (edition.year, edition.base))
    });
    let edition = edition.clone();
    is_first.then(|| defer(move || details(site, &edition)))
}

fn details(site: Site, edition: &Edition<'static>) -> AnyView {
    let lang = site.lang();
    let editions = all_places_before(site.dataset, SCORE_INDICATOR);
    if editions.is_empty() {
        return ().into_any();
    }
    view! {
        <div class="t-folds">
            <details>
                <summary>{phrase::worked_out_for(lang, edition.base)}</summary>
                <p class="t-prose">
                    {format!("{} ", phrase::how_worked_out(lang, edition.year, edition.base))}
                    <a href=site.link_to_method("editions")>{site.messages().nav_method()}</a>
                </p>
                {table(site, &editions, edition)}
            </details>
        </div>
    }
    .into_any()
}

/// A row for each unit in the order of the published edition, and a column for each edition.
fn table(
    site: Site,
    editions: &[Vec<PlaceBefore<'static>>],
    published: &Edition<'static>,
) -> AnyView {
    let lang = site.lang();
    let years = editions.iter().filter_map(|places| places.first()).map(|first| first.mean.year);
    let labels: Vec<String> = years
        .map(|year| phrase::year_worked_out(lang, year))
        .chain([phrase::year_published(lang, published.year)])
        .collect();
    let headings = labels.iter().map(|label| {
        view! {
            <th scope="col" class="t-number">
                {label.clone()}
            </th>
        }
        .into_any()
    });
    let rows = published.places.iter().map(|place| row(site, editions, published, place, &labels));
    let (headings, rows) = (headings.collect_view(), rows.collect_view());
    view! {
        <table class="t-table t-before">
            <caption>{phrase::worked_out_for(lang, published.base)}</caption>
            <thead>
                <tr>
                    <th scope="col">{lang.ranking().unit}</th>
                    {headings}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(
    site: Site,
    editions: &[Vec<PlaceBefore<'static>>],
    published: &Edition<'static>,
    place: &'static Observation,
    labels: &[String],
) -> AnyView {
    let lang = site.lang();
    let of_unit = |places: &[PlaceBefore<'static>]| {
        places.iter().find(|before| before.unit.id == place.province).cloned()
    };
    let before: Vec<Option<PlaceBefore<'static>>> =
        editions.iter().map(|places| of_unit(places)).collect();
    let taken = before.iter().flatten().next().map(|before| taken_in(site, &before.mean));
    let together = taken.filter(|names| !names.is_empty()).map(|names| {
        let together = format!(" {}", phrase::together_with(lang, &names));
        view! { <span class="t-muted">{together}</span> }.into_any()
    });
    let cells = before.into_iter().map(|before| match before {
        Some(PlaceBefore { mean, rank, .. }) => {
            let value = number_fixed(lang, mean.value, mean.decimals).into_any();
            cell(value, Some((rank, published.base)))
        }
        None => view! { <EmptyCell /> }.into_any(),
    });
    let score = score_of(site, place).map(|score| {
        view! { <a href=site.permalink(&score.id)>{words::value_or_draft(lang, score, &Unit::Score)}</a> }
            .into_any()
    });
    let official = cell(
        score.unwrap_or_else(|| view! { <EmptyCell /> }.into_any()),
        official_rank(place).map(|rank| (rank, published.base)),
    );
    let cells = cells.chain([official]).zip(labels).map(|(content, label)| {
        view! {
            <td class="t-number" data-label=label.clone()>
                {content}
            </td>
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row">
                <ProvinceLink id=&place.province />
                {together}
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// A value, and below it the place and of how many.
fn cell(value: AnyView, place: Option<(u32, u32)>) -> AnyView {
    let place = place.map(|(rank, base)| {
        view! { <div class="t-muted t-ranking__of">{format!("{rank}/{base}")}</div> }.into_any()
    });
    view! {
        {value}
        " "
        {place}
    }
    .into_any()
}
