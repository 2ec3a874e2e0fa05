//! Tables with the figures of one province.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare::{Ledger, State};
use crate::data::{Dataset, Indicator, Kind, Observation, Pillar};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    Card, CardsOf, CaveatNotes, EarlierResults, FiguresRow, Fold, Folded, KindGlyph, SourceLink,
    StateGlyph, TableHead, amount, earlier_card, figures_columns, is_edition, list_of_earlier,
};
use crate::ui::promise::{Promise, deadline_text, evidence_line, outcome_text};
use crate::ui::site::Site;
use crate::ui::words;

/// The caption of the figures that only surround the others, such as the population.
const CONTEXT: Fixed = Fixed {
    vi: "Bối cảnh: không phải kết quả chuyển đổi số",
    en: "Context, not results of digital transformation",
};

/// Heads the row of the earlier results, where rows begin with a period.
const EARLIER: Fixed = Fixed { vi: "Trước đó", en: "Earlier" };

/// Heads the earlier results of a followed province, which are not in its tables.
const EARLIER_FIGURES: Fixed =
    Fixed { vi: "Số liệu các kỳ trước", en: "Earlier figures" };

/// Heads the cards, which not every figure has.
const CARDS: Fixed = Fixed { vi: "Con số và nguồn", en: "Figures and their sources" };

/// Heads the figures of a pillar.
pub(super) fn caption(lang: Lang, pillar: Pillar) -> &'static str {
    match pillar {
        Pillar::Context => CONTEXT.of(lang),
        _ => words::pillar(lang, pillar),
    }
}

/// How many definitions of a pillar a province has figures by.
pub(super) fn n_measures(dataset: &'static Dataset, id: &str, pillar: Pillar) -> usize {
    let has_figures = |indicator: &&Indicator| {
        dataset.observations.iter().any(|o| o.province == id && o.indicator == indicator.id)
    };
    of_pillar(dataset, pillar).filter(has_figures).count()
}

/// The table for one pillar of a followed province, with a row for each indicator that has a
/// figure; nothing if none has.
#[component]
pub(super) fn PillarTable(id: &'static str, pillar: Pillar) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let is_context = pillar == Pillar::Context;
    let measures: Vec<_> = of_pillar(site.dataset, pillar)
        .map(|indicator| (indicator, EarlierResults::of(site.dataset, id, indicator)))
        .collect();
    let has_targets = measures
        .iter()
        .flat_map(|(_, sides)| sides)
        .any(|figures| figures.rows.iter().any(|o| o.kind == Kind::Target));
    let rows: Vec<_> = measures
        .into_iter()
        .flat_map(|(indicator, sides)| rows_of(site, indicator, sides, has_targets))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack t-table--third">
                <caption>{caption(lang, pillar)}</caption>
                <TableHead columns=figures_columns(lang, messages.measure(), is_context, has_targets) />
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

/// The row for the figures of one definition, without its earlier results, which [`EarlierFigures`]
/// lists. If the province took others in, the figures of the enlarged unit have a row of their own.
fn rows_of(
    site: Site,
    indicator: &'static Indicator,
    sides: Vec<EarlierResults>,
    has_targets: bool,
) -> Vec<AnyView> {
    let row = |figures: EarlierResults| {
        let side = side_text(site, &figures);
        let side = side.map(|side| view! { <div class="t-muted">{side}</div> }.into_any());
        let (results, targets): (Vec<_>, Vec<_>) =
            figures.rows.into_iter().partition(|o| o.kind == Kind::Result);
        let verdicts = (!results.is_empty()).then(|| verdicts_of(site, &targets));
        let name = view! {
            {topic_link(site, indicator)}
            {side}
            {verdicts}
        }
        .into_any();
        view! { <FiguresRow name indicator results targets has_targets /> }.into_any()
    };
    sides.into_iter().map(row).collect()
}

/// What became of each of these promises by the day of the page: where a result stands beside a target, nobody
/// should have to judge by themselves.
fn verdicts_of(site: Site, targets: &[&'static Observation]) -> Vec<AnyView> {
    let (lang, ledger) = (site.lang(), Ledger::new(site.dataset));
    let verdict = |target: &&'static Observation| {
        let promise = Promise::new(ledger.assess(target, site.page_day)?);
        let unit = &site.dataset.indicator(&target.indicator)?.unit;
        let mut told = vec![
            phrase::aimed_at(lang, &words::value_or_draft(lang, target, unit)),
            outcome_text(lang, &promise).name.to_owned(),
        ];
        if target.deadline.is_some() {
            told.push(deadline_text(lang, target));
        }
        // Beside a figure "nothing found" needs to be explained, and so does what sources disagree on.
        if matches!(promise.state, State::OverdueUnreported | State::Disputed) {
            told.push(evidence_line(lang, &promise));
        }
        let line = view! {
            <div class="t-muted">
                <StateGlyph state=promise.state />
                {told.join(" · ")}
            </div>
        };
        Some(line.into_any())
    };
    targets.iter().filter_map(verdict).collect()
}

/// Which borders figures describe; `None` if that need not be told.
fn side_text(site: Site, figures: &EarlierResults) -> Option<String> {
    let first = figures.rows.first().filter(|_| figures.names_borders)?;
    words::borders(site.lang(), site.dataset, first)
}

/// The table for one pillar of any other province, with a row for each figure under the name of its
/// indicator, and one for all earlier results, so that each figure has its own period and source.
#[component]
pub(super) fn FigureByFigureTable(id: &'static str, pillar: Pillar) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let bodies: Vec<_> = of_pillar(site.dataset, pillar)
        .map(|indicator| (indicator, EarlierResults::of(site.dataset, id, indicator)))
        .filter(|(_, sides)| !sides.is_empty())
        .map(|(indicator, sides)| body(site, indicator, &sides))
        .collect();
    let columns =
        vec![(messages.period(), ""), (messages.lineage().figure(), ""), (messages.source(), "")];
    (!bodies.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack">
                <caption>{caption(site.lang(), pillar)}</caption>
                <TableHead columns />
                {bodies}
            </table>
        }
        .into_any()
    })
}

fn body(site: Site, indicator: &'static Indicator, sides: &[EarlierResults]) -> AnyView {
    let rows = sides.iter().map(|figures| {
        let side = side_text(site, figures);
        let rows = figures.rows.iter().map(|o| row(site, indicator, o, side.clone()));
        let rows = rows.collect_view();
        let earlier = list_of_earlier(site, indicator, figures, CardsOf::ThisPage);
        let earlier = earlier.map(|earlier| earlier_row(site, side, earlier));
        view! {
            {rows}
            {earlier}
        }
        .into_any()
    });
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

/// The borders that a row is about, behind what heads the row.
fn side_view(side: Option<String>) -> Option<AnyView> {
    side.map(|side| view! { " " <span class="t-muted">{side}</span> }.into_any())
}

fn earlier_row(site: Site, side: Option<String>, earlier: AnyView) -> AnyView {
    view! {
        <tr>
            <th scope="row">{EARLIER.of(site.lang())} {side_view(side)}</th>
            <td colspan="2" class="t-says">
                {earlier}
            </td>
        </tr>
    }
    .into_any()
}

fn row(
    site: Site,
    indicator: &'static Indicator,
    observation: &'static Observation,
    side: Option<String>,
) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let kind = (observation.kind == Kind::Target).then(|| {
        view! {
            <KindGlyph kind=Kind::Target />
            {format!("{}: ", messages.target())}
        }
        .into_any()
    });
    view! {
        <tr>
            <th scope="row">{date_text(lang, indicator, observation)} {side_view(side)}</th>
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
    match observation.kind {
        Kind::Target => deadline_text(lang, observation),
        Kind::Result if is_edition(indicator, observation) => phrase::edition_name(lang, &date),
        Kind::Result => date,
    }
}

/// The card of each figure of a province, in the order of the tables, except for the earlier results
/// whose place in a list says all.
#[component]
pub(super) fn Cards(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let cards: Vec<AnyView> = Pillar::ALL
        .into_iter()
        .flat_map(|pillar| of_pillar(site.dataset, pillar))
        .flat_map(|indicator| EarlierResults::of(site.dataset, id, indicator))
        .flat_map(|figures| {
            let earlier: Vec<_> = figures.earlier_with_card(site.dataset).copied().collect();
            figures.rows.into_iter().chain(earlier)
        })
        .map(|observation| view! { <Card observation /> }.into_any())
        .collect();
    view! {
        <Fold id="figures" folded=Folded::Everywhere title=CARDS.of(site.lang()) amount=amount(cards.len())>
            <div class="t-cards">{cards}</div>
        </Fold>
    }
    .into_any()
}

/// The earlier results of a followed province, in the order of the tables: a list to open for each
/// definition; nothing if there are none. They stand below the tables instead of in them, because a
/// reader view takes for the article what has most text.
#[component]
pub(super) fn EarlierFigures(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let lists: Vec<_> = Pillar::ALL
        .into_iter()
        .flat_map(|pillar| of_pillar(site.dataset, pillar))
        .flat_map(|indicator| {
            let sides = EarlierResults::of(site.dataset, id, indicator);
            sides.into_iter().map(move |figures| (indicator, figures))
        })
        .filter_map(|(indicator, figures)| {
            let name = words::pick(lang, &indicator.name);
            let side = side_text(site, &figures);
            let title = side.map_or_else(|| name.to_owned(), |side| format!("{name}, {side}"));
            earlier_card(site, title, indicator, &figures, CardsOf::Topics)
        })
        .collect();
    (!lists.is_empty()).then(|| {
        view! {
            <Fold id="earlier" folded=Folded::Everywhere title=EARLIER_FIGURES.of(lang) amount=amount(lists.len())>
                <div class="t-cards">{lists}</div>
            </Fold>
        }
        .into_any()
    })
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
