//! The view that compares the promises with the country's targets on the same topic. It says
//! nothing about whether the promises were kept.

use std::sync::Arc;

use leptos::prelude::*;

use super::selected::Selected;
use crate::address::{Page, Show};
use crate::compare::{Ambition, DeadlineOrder, Ledger, TargetLevel, Verdict, ambitions};
use crate::data::Observation;
use crate::i18n::phrase::{self, Demand};
use crate::order;
use crate::ui::components::{ProvinceLink, TableHead};
use crate::ui::promise::deadline_text;
use crate::ui::site::Site;
use crate::ui::words;

/// The table, with a link to its rule; nothing in the other view.
pub(super) fn ambition() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let ledger = expect_context::<Arc<Ledger<'static>>>();
    let selected = expect_context::<Memo<Selected>>();
    let ambition = move || {
        let shown = selected.with(|selected| ambitions_in_view(&ledger, selected))?;
        Some(
            view! {
                <p class="t-muted">
                    <a href=site.link_to_method("ambition")>{messages.promises_rule()}</a>
                </p>
                <Table shown />
            }
            .into_any(),
        )
    };
    ambition.into_any()
}

/// Pairs of a promise and a national target on the same topic, those that can be compared first;
/// `None` in the other view, or if there are no promises at all.
fn ambitions_in_view(
    ledger: &Ledger<'static>,
    selected: &Selected,
) -> Option<Vec<Ambition<'static>>> {
    let Selected { selection, day, promises, .. } = selected;
    if selection.show != Show::Ambition || promises.is_empty() {
        return None;
    }
    let mut shown = ambitions(ledger, *day);
    shown.retain(|Ambition { target, .. }| {
        selection.shows(&target.province) && selection.year.includes_target(target)
    });
    order::sort_by_key(&mut shown, |ambition| ambition.comparison.verdict);
    Some(shown)
}

#[component]
fn Table(shown: Vec<Ambition<'static>>) -> impl IntoView {
    let messages = Site::from_context().messages();
    if shown.is_empty() {
        return view! { <p>{messages.ambition_none()}</p> }.into_any();
    }
    let rows = shown.into_iter().map(|ambition| view! { <Row ambition /> }.into_any());
    let columns = [
        messages.province(),
        messages.promise(),
        messages.ambition_national(),
        messages.ambition_stands(),
    ];
    view! {
        <table class="t-table t-table--stack">
            <caption>{messages.view_ambition()}</caption>
            <TableHead columns=columns.map(|name| (name, "")).into() />
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(ambition: Ambition<'static>) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let Ambition { target, national, .. } = ambition;
    let topic = site
        .dataset
        .indicator(&national.indicator)
        .map_or(Page::Topics, |indicator| Page::Compare(indicator.concept.clone()));
    view! {
        <tr>
            <th scope="row">
                <ProvinceLink id=&target.province />
            </th>
            <td data-label=messages.promise()>
                <Goal target link=site.link_to_promise(&target.id) />
            </td>
            <td data-label=messages.ambition_national()>
                <Goal target=national link=site.link(topic) />
            </td>
            <td data-label=messages.ambition_stands()>
                <div>{comparison_text(site, &ambition)}</div>
            </td>
        </tr>
    }
}

/// The value, the deadline and the measure of a target.
#[component]
fn Goal(target: &'static Observation, link: String) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    site.dataset.indicator(&target.indicator).map(|indicator| {
        view! {
            <div>
                <a href=link>{words::value_or_draft(lang, target, &indicator.unit)}</a>
                {format!(" ({})", deadline_text(lang, target))}
                <div class="t-muted">{words::pick(lang, &indicator.name)}</div>
            </div>
        }
        .into_any()
    })
}

/// How the promise compares with the country's target, or why they cannot be compared.
fn comparison_text(site: Site, ambition: &Ambition<'_>) -> String {
    let lang = site.lang();
    if ambition.comparison.verdict == Verdict::NotComparable {
        let reasons =
            ambition.comparison.reasons.iter().filter(|reason| !reason.permits_comparison());
        let reasons: Vec<&str> = reasons.map(|reason| words::reason(lang, *reason)).collect();
        return format!("{} {}", site.messages().ambition_unlike(), reasons.join(" "));
    }
    let value = ambition.level.map(|aim| match aim {
        TargetLevel::More => Demand::More,
        TargetLevel::Same => Demand::Same,
        TargetLevel::Less => Demand::Less,
    });
    let deadline = ambition.deadline_order.map(|due| match due {
        DeadlineOrder::Earlier => Demand::More,
        DeadlineOrder::Same => Demand::Same,
        DeadlineOrder::Later => Demand::Less,
    });
    phrase::demand_change(lang, value, deadline)
}
