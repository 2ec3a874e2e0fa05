//! The promises, group by group; each row opens to its story.

use leptos::prelude::WithUntracked;
#[cfg(feature = "csr")]
use leptos::prelude::untrack;
use maud::{Markup, html};

use crate::address::{Group, Selection, Sort};
use crate::compare::{Assessment, Ledger};
use crate::data::{Day, Observation, Pillar};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{glyph, state_glyph};
use crate::ui::promise::{due, line, row_title, standing_name, story};
use crate::ui::site::Site;
use crate::ui::words;

/// What a group is of, in the order groups stand in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Province(usize, &'a str),
    /// `None` stands last: a promise without a deadline.
    Deadline(bool, Option<i32>),
    Pillar(Option<Pillar>),
}

/// The groups the selection asks for, each with its promises in the order it asks for.
pub(super) fn groups(
    site: &Site,
    ledger: &Ledger<'_>,
    chosen: &[&Assessment<'_>],
    selection: &Selection,
) -> Markup {
    let dataset = &site.dataset;
    let place = |id: &str| dataset.provinces.iter().position(|province| province.id == id);
    let key = |a: &Assessment<'_>| match selection.group {
        Group::Province => {
            let at = place(&a.target.province).unwrap_or_default();
            Key::Province(at, dataset.provinces.get(at).map_or("", |p| p.id.as_str()))
        }
        Group::Deadline => Key::Deadline(a.due.is_none(), a.due.map(Day::year)),
        Group::Pillar => Key::Pillar(a.indicator.map(|indicator| indicator.pillar)),
    };
    let mut keyed: Vec<_> = chosen
        .iter()
        .map(|a| {
            // What has no share sorts last.
            let by_gap =
                if selection.sort == Sort::Gap { -a.gap_share().unwrap_or(-1.0) } else { 0.0 };
            let at = place(&a.target.province);
            let by_place = if selection.sort == Sort::Province { at } else { None };
            (key(a), by_gap, by_place, (a.due.is_none(), a.due), at, *a)
        })
        .collect();
    order::sort_by(&mut keyed, |a, b| {
        (a.0.cmp(&b.0))
            .then_with(|| a.1.total_cmp(&b.1))
            .then_with(|| (a.2, a.3, a.4, &a.5.target.id).cmp(&(b.2, b.3, b.4, &b.5.target.id)))
    });
    html! {
        @for group in keyed.chunk_by(|a, b| a.0 == b.0) {
            section class="t-promises" {
                h2 {
                    @if let Some(entry) = group.first() { (heading(site, entry.0)) }
                    " "
                    span class="t-muted" { (phrase::n_promises(site.lang(), group.len())) }
                }
                ul { @for entry in group { li { (row(site, ledger, entry.5)) } } }
            }
        }
    }
}

fn heading(site: &Site, key: Key<'_>) -> Markup {
    let lang = site.lang();
    match key {
        Key::Province(_, id) => html! {
            (glyph(site.series(id), true)) (words::short_name(lang, &site.dataset, id))
        },
        Key::Deadline(_, year) => {
            html! { (phrase::due(lang, year.map(|year| year.to_string()).as_deref())) }
        }
        Key::Pillar(pillar) => {
            let name =
                pillar.map_or(site.messages().pillar(), |pillar| words::pillar(lang, pillar));
            html! { (name) }
        }
    }
}

/// Who promised what for when, and what became of it. A written page has every story; the application
/// writes a story when it is opened.
fn row(site: &Site, ledger: &Ledger<'_>, assessment: &Assessment<'_>) -> Markup {
    let lang = site.lang();
    let target: &Observation = assessment.target;
    let is_asked_for =
        site.location.with_untracked(|l| l.address.fragment.as_deref() == Some(&target.id));
    html! {
        details id=(target.id) open[is_asked_for] {
            summary {
                h3 { (row_title(lang, assessment)) }
                p {
                    (glyph(site.series(&target.province), true))
                    (words::short_name(lang, &site.dataset, &target.province))
                    " · " (due(lang, target)) " · "
                    strong { (state_glyph(assessment.state)) (standing_name(lang, assessment)) }
                }
                p class="t-promise__line" {
                    (line(lang, assessment))
                    @if let Some(caveat) = &target.caveat { " " (words::pick(lang, caveat)) }
                }
            }
            @if is_asked_for || !site.is_interactive { (story(site, ledger, assessment)) }
        }
    }
}

/// The story of a promise as it stands on the chosen day; untracked. Nothing for an id that is no
/// promise's.
#[cfg(feature = "csr")]
pub(crate) fn story_of(site: &Site, id: &str) -> Markup {
    untrack(|| {
        let ledger = Ledger::new(&site.dataset);
        let target = site.dataset.observation(id);
        match target.and_then(|target| ledger.assess(target, site.day())) {
            Some(assessment) => story(site, &ledger, &assessment),
            None => Markup::default(),
        }
    })
}
