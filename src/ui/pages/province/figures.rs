//! The figures of one province in tables.

use maud::{Markup, html};

use crate::address::Page;
use crate::compare::side_of_growth;
use crate::data::{Dataset, Date, Indicator, Kind, Observation, Pillar, Span, Unit};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{
    card, disputed_mark, figures_head, figures_row, kind_glyph, source_link,
};
use crate::ui::lineage::borders;
use crate::ui::promise::due;
use crate::ui::site::Site;
use crate::ui::words;

/// A row per indicator of the pillar that a followed province has a figure of. Of a province that took
/// others in, the figures of the enlarged unit have a row of their own.
pub(super) fn by_measure(site: &Site, id: &str, pillar: Pillar) -> Markup {
    let dataset = &site.dataset;
    let mut rows: Vec<Markup> = Vec::new();
    for indicator in of_pillar(dataset, pillar) {
        let all = figures_of(dataset, id, indicator);
        let (new, old): (Vec<&Observation>, Vec<&Observation>) =
            all.into_iter().partition(|o| is_new(dataset, o));
        // Where all of them are of the former unit, the top of the page has said so.
        let is_split = !new.is_empty();
        for figures in [old, new] {
            let Some(first) = figures.first() else { continue };
            let side = is_split.then(|| borders(site.lang(), dataset, first)).flatten();
            let name = html! {
                (topic_link(site, indicator))
                @if let Some(side) = side { div class="t-muted" { (side) } }
            };
            let (results, targets): (Vec<&Observation>, Vec<&Observation>) =
                figures.into_iter().partition(|o| o.kind == Kind::Result);
            rows.push(figures_row(site, &name, &indicator.unit, &results, &targets));
        }
    }
    html! {
        @if !rows.is_empty() {
            table class="t-table t-table--stack t-table--measures" {
                caption { (words::pillar(site.lang(), pillar)) }
                (figures_head(site, site.messages().measure()))
                tbody { @for row in rows { (row) } }
            }
        }
    }
}

/// Whether a figure is of its province as it has been since it took others in.
fn is_new(dataset: &Dataset, observation: &Observation) -> bool {
    side_of_growth(dataset, observation).is_some_and(|(_, is_new)| is_new)
}

/// A row per figure of the pillar, under the name of its indicator: of few figures each can have its
/// own period and source.
pub(super) fn one_by_one(site: &Site, id: &str, pillar: Pillar) -> Markup {
    let messages = site.messages();
    let dataset = &site.dataset;
    let measures: Vec<(&Indicator, Vec<&Observation>)> = of_pillar(dataset, pillar)
        .map(|indicator| (indicator, figures_of(dataset, id, indicator)))
        .filter(|(_, figures)| !figures.is_empty())
        .collect();
    html! {
        @if !measures.is_empty() {
            table class="t-table t-table--stack" {
                caption { (words::pillar(site.lang(), pillar)) }
                thead {
                    tr {
                        th scope="col" { (messages.period()) }
                        th scope="col" { (messages.lineage().figure()) }
                        th scope="col" { (messages.source()) }
                    }
                }
                @for (indicator, figures) in measures {
                    tbody {
                        tr class="t-table__band" {
                            th colspan="3" scope="rowgroup" { (topic_link(site, indicator)) }
                        }
                        @let is_split = figures.iter().any(|figure| is_new(dataset, figure));
                        @for figure in figures { (row(site, indicator, figure, is_split)) }
                    }
                }
            }
        }
    }
}

fn row(site: &Site, indicator: &Indicator, observation: &Observation, is_split: bool) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let mut date = words::date_of(lang, observation).unwrap_or_default();
    if observation.kind == Kind::Target {
        date = due(lang, observation);
    } else if indicator.unit == Unit::Rank
        && matches!(observation.period, Some(Date { from: Span::Year(_), to: None }))
    {
        date = phrase::edition(lang, &date);
    }
    let source = site.dataset.source(&observation.source);
    html! {
        tr {
            th scope="row" {
                (date)
                @if is_split && let Some(side) = borders(lang, &site.dataset, observation) {
                    " " span class="t-muted" { (side) }
                }
            }
            td data-label=(messages.lineage().figure()) {
                div {
                    @if observation.kind == Kind::Target {
                        (kind_glyph(Kind::Target)) (messages.target()) ": "
                    }
                    a href=(site.link_to_figure(&observation.id)) {
                        (words::value(lang, observation, &indicator.unit))
                    }
                    (disputed_mark(site, observation))
                }
            }
            td data-label=(messages.source()) class="t-table__source t-says" {
                @if let Some(source) = source {
                    (source_link(site, source, &observation.locator))
                }
            }
        }
    }
}

/// The card of each figure of a province, in the order of the tables.
pub(super) fn cards(site: &Site, id: &str) -> Markup {
    let dataset = &site.dataset;
    let figures = Pillar::ALL.into_iter().flat_map(|pillar| {
        of_pillar(dataset, pillar).flat_map(|indicator| figures_of(dataset, id, indicator))
    });
    html! {
        section aria-labelledby="figures" {
            h2 id="figures" { (site.messages().cards_title()) }
            div class="t-cards" { @for figure in figures { (card(site, figure)) } }
        }
    }
}

fn of_pillar(dataset: &Dataset, pillar: Pillar) -> impl Iterator<Item = &Indicator> {
    dataset.indicators.iter().filter(move |indicator| indicator.pillar == pillar)
}

/// The name of a measure, as a link to its topic where that has a page.
fn topic_link(site: &Site, indicator: &Indicator) -> Markup {
    let name = words::pick(site.lang(), &indicator.name);
    html! {
        @if site.dataset.concepts().contains(&indicator.concept.as_str()) {
            a href=(site.link(Page::Compare(indicator.concept.clone()))) { (name) }
        } @else {
            (name)
        }
    }
}

/// By date, those without one last.
fn figures_of<'a>(dataset: &'a Dataset, id: &str, indicator: &Indicator) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.indicator == indicator.id && o.province == id)
        .collect();
    order::sort_by_key(&mut figures, |o| (o.when().is_none(), o.when().map(Date::end)));
    figures
}
