//! The promises, group by group; each row opens to its story.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::seen::Seen;
use crate::address::{GroupBy, SortBy};
use crate::compare::Assessment;
use crate::data::{Dataset, Day, Pillar};
use crate::i18n::phrase;
use crate::order;
use crate::ui::browser;
use crate::ui::components::{Glyph, StateGlyph};
use crate::ui::live::{Row, Rows, later, live};
use crate::ui::promise::{Promise, Story, due, line, row_title, standing};
use crate::ui::site::Site;
use crate::ui::words;

/// What a group is of, in the order groups stand in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Province(usize, &'static str),
    /// `None` stands last: a promise without a deadline.
    Deadline(bool, Option<i32>),
    Pillar(Option<Pillar>),
}

impl Key {
    fn text(self) -> String {
        match self {
            Self::Province(_, id) => id.to_owned(),
            Self::Deadline(_, year) => year.map_or_else(String::new, |year| year.to_string()),
            Self::Pillar(pillar) => pillar.map_or("", Pillar::id).to_owned(),
        }
    }
}

/// The groups from top to bottom, each with its promises in their order.
type Grouped = Vec<(Key, Vec<Promise>)>;

/// The groups the selection asks for, each with its promises in the order it asks for; or that none fits
/// it.
pub(super) fn groups() -> AnyView {
    let site = Site::here();
    let seen = expect_context::<Memo<Seen>>();
    let grouped = Memo::new(move |_| seen.with(|seen| grouped(site.dataset, seen)));
    let none_fits = move || {
        let is_empty = grouped.with(Vec::is_empty);
        let fits_none = is_empty && seen.with(|seen| !seen.delivered().is_empty());
        fits_none.then(|| view! { <p>{site.messages().promises_none_fit()}</p> }.into_any())
    };
    let row = move |key: Key| {
        let group = move || view! { <GroupSection key grouped /> }.into_any();
        Row::new(key.text(), group)
    };
    let rows = Signal::derive(move || {
        grouped.with(|grouped| grouped.iter().map(|(key, _)| row(*key)).collect())
    });
    view! {
        {live(none_fits)}
        <Rows rows />
    }
    .into_any()
}

/// The promises in the states asked for, by group.
fn grouped(dataset: &'static Dataset, seen: &Seen) -> Grouped {
    let selection = &seen.selection;
    let place = |id: &str| dataset.provinces.iter().position(|province| province.id == id);
    let key = |a: &Assessment<'_>| match selection.group {
        GroupBy::Province => {
            let at = place(&a.target.province).unwrap_or_default();
            Key::Province(at, dataset.provinces.get(at).map_or("", |p| p.id.as_str()))
        }
        GroupBy::Deadline => Key::Deadline(a.due.is_none(), a.due.map(Day::year)),
        GroupBy::Pillar => Key::Pillar(a.indicator.map(|indicator| indicator.pillar)),
    };
    let states = &selection.states;
    let is_chosen = |a: &&Promise| states.is_empty() || states.contains(&a.state);
    let mut keyed: Vec<_> = seen
        .delivered()
        .iter()
        .filter(is_chosen)
        .map(|a| {
            // What has no share sorts last.
            let by_gap =
                if selection.sort == SortBy::Gap { -a.relative_gap().unwrap_or(-1.0) } else { 0.0 };
            let at = place(&a.target.province);
            let by_place = if selection.sort == SortBy::Province { at } else { None };
            (key(a), by_gap, by_place, (a.due.is_none(), a.due), at, a)
        })
        .collect();
    order::sort_by(&mut keyed, |a, b| {
        (a.0.cmp(&b.0))
            .then_with(|| a.1.total_cmp(&b.1))
            .then_with(|| (a.2, a.3, a.4, &a.5.target.id).cmp(&(b.2, b.3, b.4, &b.5.target.id)))
    });
    let groups = keyed.chunk_by(|a, b| a.0 == b.0);
    groups
        .filter_map(|group| {
            let key = group.first()?.0;
            Some((key, group.iter().map(|entry| Arc::clone(entry.5)).collect()))
        })
        .collect()
}

/// One group. It stays while its promises change, and so does the row of each promise that stays.
#[component]
fn GroupSection(key: Key, grouped: Memo<Grouped>) -> impl IntoView {
    let site = Site::here();
    let promises = Memo::new(move |_| {
        grouped.with(|grouped| {
            let own = grouped.iter().find(|(other, _)| *other == key);
            own.map(|(_, promises)| promises.clone()).unwrap_or_default()
        })
    });
    let n_promises = move || phrase::n_promises(site.lang(), promises.with(Vec::len));
    let row = |promise: Promise| {
        // On another day there is something else to say of the same promise.
        let key = format!("{} {}", promise.target.id, promise.day);
        let item = move || {
            let promise = Arc::clone(&promise);
            view! {
                <li>
                    <PromiseRow promise />
                </li>
            }
            .into_any()
        };
        Row::new(key, move || later(item.clone()))
    };
    let rows = Signal::derive(move || promises.get().into_iter().map(row).collect());
    view! {
        <section class="t-promises">
            <h2>{heading(site, key)} " " <span class="t-muted">{live(n_promises)}</span></h2>
            <ul>
                <Rows rows />
            </ul>
        </section>
    }
}

fn heading(site: Site, key: Key) -> AnyView {
    let lang = site.lang();
    match key {
        Key::Province(_, id) => view! {
            <Glyph series=site.series(id) />
            {words::short_name(lang, site.dataset, id)}
        }
        .into_any(),
        Key::Deadline(_, year) => {
            phrase::due_date(lang, year.map(|year| year.to_string()).as_deref()).into_any()
        }
        Key::Pillar(Some(pillar)) => words::pillar(lang, pillar).into_any(),
        Key::Pillar(None) => site.messages().pillar().into_any(),
    }
}

/// Who promised what for when, and what became of it. A written page has every story; the living one
/// makes a story when it is opened.
#[component]
fn PromiseRow(promise: Promise) -> impl IntoView {
    let site = Site::here();
    let lang = site.lang();
    let target = promise.target;
    let id = target.id.as_str();
    let is_open = Memo::new(move |_| site.opened.with(|opened| opened.iter().any(|o| o == id)));
    let follow = move |event: ev::Event| {
        site.opened.update(|opened| {
            opened.retain(|other| other != id);
            if browser::is_open(&event) {
                opened.push(id.to_owned());
            }
        });
    };
    let name = words::short_name(lang, site.dataset, &target.province);
    let caveat = target.caveat.as_ref().map(|caveat| format!(" {}", words::pick(lang, caveat)));
    let rests_on = format!("{}{}", line(lang, &promise), caveat.unwrap_or_default());
    let (title, state) = (row_title(lang, &promise), promise.state);
    let standing = standing(lang, &promise).name;
    let story = move || {
        let is_told = is_open.get() || !site.is_live;
        is_told.then(|| view! { <Story promise=Arc::clone(&promise) /> }.into_any())
    };
    view! {
        <details id=id open=move || is_open.get() on:toggle=follow>
            <summary>
                <h3>{title}</h3>
                // Within a summary the standard allows no paragraphs.
                <span class="t-promise__line">
                    <Glyph series=site.series(&target.province) />
                    {format!("{name} · {} · ", due(lang, target))}
                    <strong>
                        <StateGlyph state />
                        {standing}
                    </strong>
                </span>
                <span class="t-promise__line t-promise__line--why">{rests_on}</span>
            </summary>
            {live(story)}
        </details>
    }
}
