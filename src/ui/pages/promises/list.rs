//! The list of promises, in groups. Each row opens to the story of its promise.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use super::selected::Selected;
use crate::address::{GroupBy, SortBy};
use crate::compare::Assessment;
use crate::data::{Dataset, Day, Pillar};
use crate::i18n::{Fixed, phrase};
use crate::order;
use crate::ui::components::{Fold, Folded, Glyph, StateGlyph, opening};
use crate::ui::promise::{Promise, Story, deadline_text, evidence_line, outcome_text, row_title};
use crate::ui::reactive::{Row, Rows, defer, reactive};
use crate::ui::site::Site;
use crate::ui::words;

/// What the promises of a group have in common. Groups are in the order of these keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum GroupKey {
    Province(usize, &'static str),
    /// Whether the deadline is missing, so that these come last, and the year of the deadline.
    Deadline(bool, Option<i32>),
    Pillar(Option<Pillar>),
}

impl GroupKey {
    fn row_key(self) -> String {
        match self {
            Self::Province(_, id) => id.to_owned(),
            Self::Deadline(_, year) => year.map_or_else(String::new, |year| year.to_string()),
            Self::Pillar(pillar) => pillar.map_or("", Pillar::id).to_owned(),
        }
    }
}

/// The name of the list among the sections of the page. Its groups change, so they are not named there.
const LIST: Fixed = Fixed { vi: "Từng lời hứa", en: "Each promise" };

/// The groups from top to bottom, each with its promises in order.
type Grouped = Vec<(GroupKey, Vec<Promise>)>;

/// The promises in the selected groups and order, or a sentence that none matches the selection.
pub(super) fn groups() -> AnyView {
    let site = Site::from_context();
    let selected = expect_context::<Memo<Selected>>();
    let grouped =
        Memo::new(move |_| selected.with(|selected| group_promises(site.dataset, selected)));
    let none_fits = move || {
        let is_empty = grouped.with(Vec::is_empty);
        let fits_none = is_empty && selected.with(|selected| !selected.shown_promises().is_empty());
        fits_none.then(|| view! { <p>{site.messages().promises_none_fit()}</p> }.into_any())
    };
    let row = move |key: GroupKey| {
        let group = move || view! { <GroupSection key grouped /> }.into_any();
        Row::new(key.row_key(), group)
    };
    let rows = Signal::derive(move || {
        grouped.with(|grouped| grouped.iter().map(|(key, _)| row(*key)).collect())
    });
    site.list_section("list", LIST.of(site.lang()));
    view! {
        <div id="list">
            {reactive(none_fits)}
            <Rows rows />
        </div>
    }
    .into_any()
}

/// The promises in the selected states, in groups.
fn group_promises(dataset: &'static Dataset, selected: &Selected) -> Grouped {
    let selection = &selected.selection;
    let place = |id: &str| dataset.provinces.iter().position(|province| province.id == id);
    let key = |a: &Assessment<'_>| match selection.group {
        GroupBy::Province => {
            let at = place(&a.target.province).unwrap_or_default();
            GroupKey::Province(at, dataset.provinces.get(at).map_or("", |p| p.id.as_str()))
        }
        GroupBy::Deadline => GroupKey::Deadline(a.due.is_none(), a.due.map(Day::year)),
        GroupBy::Pillar => GroupKey::Pillar(a.indicator.map(|indicator| indicator.pillar)),
    };
    let entry = |promise: &Promise| {
        let province = place(&promise.target.province);
        Entry {
            key: key(promise),
            // A promise without a gap comes last.
            by_gap: match selection.sort {
                SortBy::Gap => -promise.relative_gap().unwrap_or(-1.0),
                SortBy::Deadline | SortBy::Province => 0.0,
            },
            by_province: province.filter(|_| selection.sort == SortBy::Province),
            by_deadline: (promise.due.is_none(), promise.due),
            province,
            promise: Arc::clone(promise),
        }
    };
    let mut entries: Vec<Entry> = selected.listed.iter().map(entry).collect();
    order::sort_by(&mut entries, Entry::order);
    let groups = entries.chunk_by(|a, b| a.key == b.key);
    groups
        .filter_map(|group| {
            let key = group.first()?.key;
            Some((key, group.iter().map(|entry| Arc::clone(&entry.promise)).collect()))
        })
        .collect()
}

/// A promise, with what it is sorted by. What the selected order does not use is equal for all.
struct Entry {
    key: GroupKey,
    by_gap: f64,
    by_province: Option<usize>,
    /// Whether the deadline is missing, so that these promises come last, and the deadline.
    by_deadline: (bool, Option<Day>),
    /// The place of the province, which decides between promises with the same deadline.
    province: Option<usize>,
    promise: Promise,
}

impl Entry {
    fn order(&self, other: &Self) -> Ordering {
        let rest = |entry: &Self| (entry.by_province, entry.by_deadline, entry.province);
        self.key
            .cmp(&other.key)
            .then_with(|| self.by_gap.total_cmp(&other.by_gap))
            .then_with(|| rest(self).cmp(&rest(other)))
            .then_with(|| self.promise.target.id.cmp(&other.promise.target.id))
    }
}

/// One group. Its element stays when its promises change, and so does the row of each promise that
/// stays.
#[component]
fn GroupSection(key: GroupKey, grouped: Memo<Grouped>) -> impl IntoView {
    let site = Site::from_context();
    let promises = Memo::new(move |_| {
        grouped.with(|grouped| {
            let own = grouped.iter().find(|(other, _)| *other == key);
            own.map(|(_, promises)| promises.clone()).unwrap_or_default()
        })
    });
    let n_promises = move || phrase::n_promises(site.lang(), promises.with(Vec::len));
    let row = |promise: Promise| {
        // On another day the same promise may need another text, so it is another row.
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
        Row::new(key, move || defer(item.clone()))
    };
    let rows = Signal::derive(move || promises.get().into_iter().map(row).collect());
    let n_promises = Signal::derive(n_promises);
    let title = heading(site, key);
    view! {
        <Fold id=format!("promises-{}", key.row_key()) folded=Folded::OnPhones is_listed=false title amount=n_promises>
            <div class="t-promises">
                <ul>
                    <Rows rows />
                </ul>
            </div>
        </Fold>
    }
}

/// The province, deadline or pillar of a group.
fn heading(site: Site, key: GroupKey) -> String {
    let lang = site.lang();
    match key {
        GroupKey::Province(_, id) => words::short_name(lang, site.dataset, id).to_owned(),
        GroupKey::Deadline(_, year) => {
            phrase::due_date(lang, year.map(|year| year.to_string()).as_deref())
        }
        GroupKey::Pillar(Some(pillar)) => words::pillar(lang, pillar).to_owned(),
        GroupKey::Pillar(None) => site.messages().pillar().to_owned(),
    }
}

/// A promise, its state, and its story. A written page has all stories; in the browser a story is
/// built when it is opened.
#[component]
fn PromiseRow(promise: Promise) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let target = promise.target;
    let id = target.id.as_str();
    let (is_open, on_toggle) = opening(id);
    let name = words::short_name(lang, site.dataset, &target.province);
    let caveat = words::caveat(lang, target).map(|caveat| format!(" {caveat}"));
    let rests_on = evidence_line(lang, &promise) + &caveat.unwrap_or_default();
    let (title, state) = (row_title(lang, &promise), promise.state);
    let standing = outcome_text(lang, &promise).name;
    let story = move || {
        let has_story = is_open.get() || !site.is_interactive;
        has_story.then(|| view! { <Story promise=Arc::clone(&promise) /> }.into_any())
    };
    view! {
        <details class="t-article" id=id open=move || is_open.get() on:toggle=on_toggle>
            <summary>
                <h3>{title}</h3>
                // HTML allows no paragraphs in a summary.
                <span class="t-promise__line">
                    <Glyph series=site.series(&target.province) />
                    {format!("{name} · {} · ", deadline_text(lang, target))}
                    <strong>
                        <StateGlyph state />
                        {standing}
                    </strong>
                </span>
                <span class="t-promise__line t-promise__line--why">{rests_on}</span>
            </summary>
            {reactive(story)}
        </details>
    }
}
