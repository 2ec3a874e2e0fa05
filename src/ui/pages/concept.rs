//! `/chi-tieu/<concept>/`: what a topic measures, and its figures over time.

use maud::{Markup, html};

use crate::address::Page;
use crate::compare::{Choice, topic};
use crate::data::{Better, Indicator, Unit};
use crate::ui::components::{bands_table, breadcrumbs, card, drawing};
use crate::ui::figures;
use crate::ui::site::Site;
use crate::ui::words;

/// The definition of each indicator, its figures over time, and all of them with their sources.
pub(crate) fn concept(site: &Site, concept: &str) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let name = words::topic_name(lang, dataset, concept).to_owned();
    let compare = site.link(Page::Compare(concept.to_owned()));
    let trail = [
        (Some(Page::Topics), messages.nav_compare().to_owned()),
        (Some(Page::Compare(concept.to_owned())), name.clone()),
    ];
    let indicators = dataset.indicators_of(concept);
    let bands = topic(dataset, concept, &dataset.followed(), Choice::Latest, None);
    let figures = dataset
        .entries()
        .filter(|o| indicators.iter().any(|indicator| indicator.id == o.indicator));
    html! {
        (breadcrumbs(site, &trail))
        h1 { (name) }
        p class="t-lead" { a href=(compare) { (messages.see_comparison()) } }
        section aria-labelledby="definitions" {
            h2 id="definitions" { (messages.concept_definitions()) }
            @for indicator in &indicators { (definition(site, indicator)) }
        }
        (over_time(site, &indicators))
        section aria-labelledby="all-figures" {
            h2 id="all-figures" { (messages.concept_all_figures()) }
            (bands_table(site, messages.table_latest(), &bands))
            div class="t-cards" {
                @for observation in figures { (card(site, observation)) }
            }
        }
    }
}

/// A chart of each indicator that has figures of more than one date; nothing where none has.
fn over_time(site: &Site, indicators: &[&Indicator]) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let charts: Vec<Markup> = indicators
        .iter()
        .flat_map(|indicator| figures::over_time(lang, &site.dataset, indicator))
        .map(|(name, chart)| {
            html! {
                figure class="t-figure" {
                    figcaption { h3 { (name) } }
                    (drawing(lang, chart))
                }
            }
        })
        .collect();
    html! {
        @if !charts.is_empty() {
            section aria-labelledby="over-time" {
                h2 id="over-time" { (messages.concept_over_time()) }
                p class="t-muted" { (messages.concept_over_time_hint()) }
                @for chart in charts { (chart) }
            }
        }
    }
}

fn definition(site: &Site, indicator: &Indicator) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let better = match indicator.better {
        Some(Better::Higher) => Some(messages.better_higher()),
        Some(Better::Lower) => Some(messages.better_lower()),
        // Of what is only said in words there is no direction to speak of.
        None => (indicator.unit != Unit::Statement).then(|| messages.better_neither()),
    };
    let breaks: Vec<String> = indicator.breaks.iter().map(ToString::to_string).collect();
    html! {
        article id=(indicator.id) class="t-definition" {
            h3 { (words::pick(lang, &indicator.name)) }
            p { (words::pick(lang, &indicator.definition)) }
            p class="t-muted" {
                (words::unit(lang, indicator))
                @if let Some(better) = better { " · " (better) }
                @if !breaks.is_empty() {
                    " · " (messages.method_breaks()) " " (breaks.join(", "))
                }
            }
        }
    }
}
