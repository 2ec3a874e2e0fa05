//! The promises, group by group; each row opens to its story.

use leptos::prelude::*;

use crate::address::{Group, Selection, Sort};
use crate::compare::{Assessment, Ledger};
use crate::data::{Day, Observation, Pillar, Unit};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{glyph, state_glyph};
use crate::ui::promise::{due, line, row_title, state_name, story};
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
) -> AnyView {
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
            let by_gap = if selection.sort == Sort::Gap { -gap_share(a) } else { 0.0 };
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
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|group| {
            let heading = heading(site, group.first()?.0);
            let n = phrase::n_promises(site.lang(), group.len());
            let rows = group.iter().map(|entry| row(site, ledger, entry.5)).collect_view();
            Some(view! {
                <section class="t-promises">
                    <h2>{heading} " " <span class="t-muted">{n}</span></h2>
                    <ul>{rows}</ul>
                </section>
            })
        })
        .collect_view()
        .into_any()
}

fn heading(site: &Site, key: Key<'_>) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    match key {
        Key::Province(_, id) => {
            let name = words::short_name(lang, &site.dataset, id).to_owned();
            view! { {glyph(site.series(id), true)} {name} }.into_any()
        }
        Key::Deadline(_, year) => {
            phrase::due(lang, year.map(|year| year.to_string()).as_deref()).into_any()
        }
        Key::Pillar(pillar) => {
            pillar.map_or(messages.pillar, |pillar| words::pillar(lang, pillar)).into_any()
        }
    }
}

/// How wide a gap is as a share of its scale; −1 where there is none, so that it sorts last.
fn gap_share(assessment: &Assessment<'_>) -> f64 {
    let scale = assessment.indicator.and_then(|indicator| match indicator.unit {
        Unit::Rank => assessment.target.base.map(f64::from),
        _ => indicator.limits().map(|(from, to)| to - from),
    });
    assessment.gap.zip(scale).map_or(-1.0, |(gap, scale)| gap.abs() / scale)
}

/// Who promised what for when, and what became of it. In the application its story is made when it
/// is opened; a written page has it from the start.
fn row(site: &Site, ledger: &Ledger<'_>, assessment: &Assessment<'_>) -> AnyView {
    let id = assessment.target.id.clone();
    let is_asked_for = site.location.with_untracked(|l| l.address.fragment.as_deref() == Some(&id));
    let content = if site.is_interactive {
        let is_open = RwSignal::new(is_asked_for);
        let opened = site.clone();
        let asked = id.clone();
        let content = move || is_open.get().then(|| story_of(&opened, &asked));
        let toggled = move |event: leptos::ev::Event| {
            if crate::ui::outside::is_open(&event) {
                is_open.set(true);
            }
        };
        view! {
            <details id=id open=is_asked_for on:toggle=toggled>
                {summary(site, assessment)} {content}
            </details>
        }
        .into_any()
    } else {
        view! {
            <details id=id>
                {summary(site, assessment)} {story(site, ledger, assessment)}
            </details>
        }
        .into_any()
    };
    view! { <li>{content}</li> }.into_any()
}

fn summary(site: &Site, assessment: &Assessment<'_>) -> AnyView {
    let lang = site.lang();
    let target: &Observation = assessment.target;
    let name = words::short_name(lang, &site.dataset, &target.province).to_owned();
    view! {
        <summary>
            <h3>{row_title(lang, assessment)}</h3>
            <p>
                {glyph(site.series(&target.province), true)}
                {name}
                " · "
                {due(lang, target)}
                " · "
                <strong>{state_glyph(assessment.state)} {state_name(lang, assessment.state)}</strong>
            </p>
            <p class="t-promise__line">{line(lang, assessment)}</p>
        </summary>
    }
    .into_any()
}

/// The story of a promise as it stands on the chosen day; untracked.
fn story_of(site: &Site, id: &str) -> AnyView {
    untrack(|| {
        let ledger = Ledger::new(&site.dataset);
        let target = site.dataset.observation(id);
        match target.and_then(|target| ledger.assess(target, site.day())) {
            Some(assessment) => story(site, &ledger, &assessment),
            None => ().into_any(),
        }
    })
}
