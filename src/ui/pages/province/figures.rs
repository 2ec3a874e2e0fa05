//! Tables with the figures of one province.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare::enlargement_side;
use crate::data::{Dataset, Date, Indicator, Kind, Observation, Pillar, Span, Unit};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::components::{
    Card, CaveatNotes, FiguresRow, KindGlyph, SourceLink, TableHead, figures_columns,
};
use crate::ui::promise::deadline_text;
use crate::ui::site::Site;
use crate::ui::words;

/// The table for one pillar of a followed province, with a row for each indicator that has a
/// figure; nothing if none has.
#[component]
pub(super) fn PillarTable(id: &'static str, pillar: Pillar) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let is_context = pillar == Pillar::Context;
    let rows: Vec<_> = of_pillar(site.dataset, pillar)
        .flat_map(|indicator| rows_of(site, indicator, figures_of(site.dataset, id, indicator)))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack t-table--measures">
                <caption>{words::pillar(lang, pillar)}</caption>
                <TableHead columns=figures_columns(lang, messages.measure(), is_context) />
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

/// The row for the figures of one definition. If the province took others in, the figures of the
/// enlarged unit have a row of their own.
fn rows_of(
    site: Site,
    indicator: &'static Indicator,
    figures: Vec<&'static Observation>,
) -> Vec<AnyView> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let (new, old): (Vec<_>, Vec<_>) =
        figures.into_iter().partition(|o| is_of_enlarged_unit(dataset, o));
    // If all are of the former unit, the top of the page has said so.
    let is_split = !new.is_empty();
    let rows = [old, new].into_iter().filter(|figures| !figures.is_empty()).map(|figures| {
        let first = figures.first().filter(|_| is_split);
        let side = first.and_then(|first| words::borders(lang, dataset, first));
        let side = side.map(|side| view! { <div class="t-muted">{side}</div> }.into_any());
        let name = view! {
            {topic_link(site, indicator)}
            {side}
        }
        .into_any();
        let (results, targets): (Vec<_>, Vec<_>) =
            figures.into_iter().partition(|o| o.kind == Kind::Result);
        view! { <FiguresRow name=name.into_any() indicator results targets /> }.into_any()
    });
    rows.collect()
}

/// Whether a figure is about the province since it took others in.
fn is_of_enlarged_unit(dataset: &Dataset, observation: &Observation) -> bool {
    enlargement_side(dataset, observation)
        .is_some_and(|(_, is_of_enlarged_unit)| is_of_enlarged_unit)
}

/// The table for one pillar of any other province, with a row for each figure under the name of its
/// indicator. There are so few figures that each can have its own period and source.
#[component]
pub(super) fn FigureByFigureTable(id: &'static str, pillar: Pillar) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let bodies: Vec<_> = of_pillar(site.dataset, pillar)
        .map(|indicator| (indicator, figures_of(site.dataset, id, indicator)))
        .filter(|(_, figures)| !figures.is_empty())
        .map(|(indicator, figures)| body(site, indicator, &figures))
        .collect();
    let columns =
        vec![(messages.period(), ""), (messages.lineage().figure(), ""), (messages.source(), "")];
    (!bodies.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack">
                <caption>{words::pillar(site.lang(), pillar)}</caption>
                <TableHead columns />
                {bodies}
            </table>
        }
        .into_any()
    })
}

fn body(site: Site, indicator: &'static Indicator, figures: &[&'static Observation]) -> AnyView {
    let is_split = figures.iter().any(|figure| is_of_enlarged_unit(site.dataset, figure));
    let rows = figures.iter().map(|figure| row(site, indicator, figure, is_split));
    let rows = rows.collect_view();
    view! {
        <tbody>
            <tr class="t-table__band">
                <th colspan="3" scope="rowgroup">
                    {topic_link(site, indicator)}
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(
    site: Site,
    indicator: &'static Indicator,
    observation: &'static Observation,
    is_split: bool,
) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let side = is_split.then(|| words::borders(lang, site.dataset, observation)).flatten();
    let side = side.map(|side| view! { " " <span class="t-muted">{side}</span> }.into_any());
    let kind = (observation.kind == Kind::Target).then(|| {
        view! {
            <KindGlyph kind=Kind::Target />
            {format!("{}: ", messages.target())}
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row">{date_text(lang, indicator, observation)} {side}</th>
            <td data-label=messages.lineage().figure()>
                <div>
                    {kind}
                    <a href=site.link_to_figure(&observation.id)>
                        {words::value(lang, observation, &indicator.unit)}
                    </a>
                    <CaveatNotes observation />
                </div>
            </td>
            <td data-label=messages.source() class="t-table__source t-says">
                <SourceLink observation />
            </td>
        </tr>
    }
    .into_any()
}

/// The date of a figure: for a target its deadline, for a rank of a whole year the edition.
fn date_text(lang: Lang, indicator: &Indicator, observation: &Observation) -> String {
    let date = words::date_of(lang, observation).unwrap_or_default();
    let is_edition = indicator.unit == Unit::Rank
        && matches!(observation.period, Some(Date { from: Span::Year(_), to: None }));
    match observation.kind {
        Kind::Target => deadline_text(lang, observation),
        Kind::Result if is_edition => phrase::edition_name(lang, &date),
        Kind::Result => date,
    }
}

/// The card of each figure of a province, in the order of the tables.
#[component]
pub(super) fn Cards(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let cards = Pillar::ALL
        .into_iter()
        .flat_map(|pillar| of_pillar(site.dataset, pillar))
        .flat_map(|indicator| figures_of(site.dataset, id, indicator))
        .map(|observation| view! { <Card observation /> }.into_any());
    view! {
        <section aria-labelledby="figures">
            <h2 id="figures">{site.messages().cards_title()}</h2>
            <div class="t-cards">{cards.collect_view()}</div>
        </section>
    }
    .into_any()
}

fn of_pillar(dataset: &Dataset, pillar: Pillar) -> impl Iterator<Item = &Indicator> {
    dataset.indicators.iter().filter(move |indicator| indicator.pillar == pillar)
}

/// The name of a measure, as a link to its topic if that has a page.
fn topic_link(site: Site, indicator: &'static Indicator) -> AnyView {
    let name = words::pick(site.lang(), &indicator.name);
    if site.dataset.concepts().contains(&indicator.concept.as_str()) {
        let link = site.link(Page::Compare(indicator.concept.clone()));
        view! { <a href=link>{name}</a> }.into_any()
    } else {
        name.into_any()
    }
}

/// The figures of a province by one definition, by date; those without a date come last.
fn figures_of<'a>(dataset: &'a Dataset, id: &str, indicator: &Indicator) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.indicator == indicator.id && o.province == id)
        .collect();
    order::sort_by_key(&mut figures, |o| (o.date().is_none(), o.date().map(Date::end)));
    figures
}
