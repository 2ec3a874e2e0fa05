//! How much the promises ask for, beside the country's targets on the same topic. It says nothing
//! about what became of them.

use leptos::prelude::*;

use crate::address::{Page, Selection};
use crate::compare::{Aim, Ambition, Choice, Due, Ledger, Verdict, ambitions};
use crate::data::{Date, Observation};
use crate::i18n::phrase::{self, Turn};
use crate::ui::components::province_link;
use crate::ui::promise::due;
use crate::ui::site::Site;
use crate::ui::words;

/// A row per promise and national target on its topic.
pub(super) fn ambition(site: &Site, ledger: &Ledger<'_>, selection: &Selection) -> AnyView {
    let messages = site.messages();
    let rows: Vec<AnyView> = ambitions(ledger, site.day())
        .iter()
        .filter(|ambition| selection.shows(&ambition.target.province))
        .filter(|ambition| match selection.choice {
            Choice::Latest => true,
            Choice::OfYear(year) => {
                ambition.target.deadline.is_some_and(|deadline| Date::year(deadline) == year)
            }
        })
        .map(|ambition| row(site, ambition))
        .collect();
    let content = if rows.is_empty() {
        view! { <p>{messages.ambition_none}</p> }.into_any()
    } else {
        view! {
            <table class="t-table t-table--stack">
                <caption>{messages.view_ambition}</caption>
                <thead>
                    <tr>
                        <th scope="col">{messages.province}</th>
                        <th scope="col">{messages.promise}</th>
                        <th scope="col">{messages.ambition_national}</th>
                        <th scope="col">{messages.ambition_stands}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <p class="t-prose">{messages.ambition_lead}</p>
        {content}
    }
    .into_any()
}

fn row(site: &Site, ambition: &Ambition<'_>) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let goal = |target: &Observation, link: String| {
        let indicator = site.dataset.indicator(&target.indicator);
        let value = indicator.map(|i| words::value(lang, target, &i.unit)).unwrap_or_default();
        let name = indicator.map(|i| words::pick(lang, &i.name).to_owned()).unwrap_or_default();
        let due = due(lang, target);
        view! {
            <div>
                <a href=link>{value}</a>
                " ("
                {due}
                ")"
                <div class="t-muted">{name}</div>
            </div>
        }
    };
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
    let stands = if ambition.comparison.verdict == Verdict::NotComparable {
        let reasons = ambition.comparison.reasons.iter().filter(|reason| !reason.allows_care());
        let reasons: Vec<&str> = reasons.map(|reason| words::reason(lang, *reason)).collect();
        format!("{} {}", messages.ambition_unlike, reasons.join(" "))
    } else {
        phrase::turned(lang, value, deadline)
    };
    let topic = site
        .dataset
        .indicator(&ambition.national.indicator)
        .map_or(Page::Topics, |i| Page::Compare(i.concept.clone()));
    view! {
        <tr>
            <th scope="row">{province_link(site, &ambition.target.province)}</th>
            <td data-label=messages.promise>
                {goal(ambition.target, site.link_to_promise(&ambition.target.id))}
            </td>
            <td data-label=messages.ambition_national>
                {goal(ambition.national, site.link(topic))}
            </td>
            <td data-label=messages.ambition_stands>
                <div>{stands}</div>
            </td>
        </tr>
    }
    .into_any()
}
