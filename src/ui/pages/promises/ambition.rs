//! How much the promises ask for, beside the country's targets on the same topic. It says nothing
//! about what became of them.

use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Aim, Ambition, Choice, Due, Ledger, Verdict, ambitions};
use crate::data::Observation;
use crate::i18n::phrase::{self, Turn};
use crate::order;
use crate::ui::components::province_link;
use crate::ui::promise::due;
use crate::ui::site::Site;
use crate::ui::words;

/// A row per promise and national target on its topic.
pub(super) fn ambition(site: &Site, ledger: &Ledger<'_>, selection: &Selection) -> Markup {
    let messages = site.messages();
    let all = ambitions(ledger, site.day());
    let is_due = |target: &Observation| match selection.choice {
        Choice::Latest => true,
        Choice::OfYear(year) => target.deadline.is_some_and(|deadline| deadline.year() == year),
    };
    let mut shown: Vec<&Ambition<'_>> = all
        .iter()
        .filter(|ambition| selection.shows(&ambition.target.province) && is_due(ambition.target))
        .collect();
    // What can be compared stands first.
    order::sort_by_key(&mut shown, |ambition| ambition.comparison.verdict);
    html! {
        p class="t-muted" {
            a href=(site.link_to_method("ambition")) { (messages.promises_rule()) }
        }
        @if shown.is_empty() {
            p { (messages.ambition_none()) }
        } @else {
            table class="t-table t-table--stack" {
                caption { (messages.view_ambition()) }
                thead {
                    tr {
                        th scope="col" { (messages.province()) }
                        th scope="col" { (messages.promise()) }
                        th scope="col" { (messages.ambition_national()) }
                        th scope="col" { (messages.ambition_stands()) }
                    }
                }
                tbody { @for ambition in shown { (row(site, ambition)) } }
            }
        }
    }
}

fn row(site: &Site, ambition: &Ambition<'_>) -> Markup {
    let messages = site.messages();
    let Ambition { target, national, .. } = ambition;
    let topic = site
        .dataset
        .indicator(&national.indicator)
        .map_or(Page::Topics, |indicator| Page::Compare(indicator.concept.clone()));
    html! {
        tr {
            th scope="row" { (province_link(site, &target.province)) }
            td data-label=(messages.promise()) {
                (goal(site, target, &site.link_to_promise(&target.id)))
            }
            td data-label=(messages.ambition_national()) { (goal(site, national, &site.link(topic))) }
            td data-label=(messages.ambition_stands()) { div { (stands(site, ambition)) } }
        }
    }
}

/// What a target asks for by when, and by which measure.
fn goal(site: &Site, target: &Observation, link: &str) -> Markup {
    let lang = site.lang();
    html! {
        @if let Some(indicator) = site.dataset.indicator(&target.indicator) {
            div {
                a href=(link) { (words::value(lang, target, &indicator.unit)) }
                " (" (due(lang, target)) ")"
                div class="t-muted" { (words::pick(lang, &indicator.name)) }
            }
        }
    }
}

/// How the promise stands to the country's, or why that cannot be said.
fn stands(site: &Site, ambition: &Ambition<'_>) -> String {
    let lang = site.lang();
    if ambition.comparison.verdict == Verdict::NotComparable {
        let reasons = ambition.comparison.reasons.iter().filter(|reason| !reason.allows_care());
        let reasons: Vec<&str> = reasons.map(|reason| words::reason(lang, *reason)).collect();
        return format!("{} {}", site.messages().ambition_unlike(), reasons.join(" "));
    }
    let value = ambition.value.map(|aim| match aim {
        Aim::More => Turn::More,
        Aim::Same => Turn::Same,
        Aim::Less => Turn::Less,
    });
    let deadline = ambition.deadline.map(|due| match due {
        Due::Earlier => Turn::More,
        Due::Same => Turn::Same,
        Due::Later => Turn::Less,
    });
    phrase::turned(lang, value, deadline)
}
