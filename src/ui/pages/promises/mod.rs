//! `/loi-hua/`: what was promised for when, and what became of it.

mod ambition;
mod list;
mod seen;

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, GroupBy, Page, Selection, Show, SortBy, href, keys};
use crate::compare::{self, Ledger, State};
use crate::data::{Dataset, Date, Kind};
use crate::i18n::{Fixed, Lang, phrase};
use crate::order;
use crate::ui::components::{
    Choice, Choices, Controls, DayField, Figure, StateCounts, UnlessShown, option,
};
use crate::ui::figures;
use crate::ui::head::Head;
use crate::ui::live::live;
use crate::ui::promise::{Qualitative, state_text, tally};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;
use ambition::ambition;
use list::groups;
use seen::Seen;

/// The sentence with the counts, the controls, the counts by state, the promises.
pub(crate) const VIEW: View = View {
    head,
    prepare,
    top: &[title, to_come, views, controls, counts, figure],
    rest: &[groups, ambition, in_words],
};

/// In the menu.
pub(crate) const NAME: Fixed = Fixed { vi: "Lời hứa", en: "Promises" };
const TITLE: Fixed =
    Fixed { vi: "Lời hứa và kết quả", en: "Promises and what became of them" };
const LEAD: Fixed = Fixed {
    vi: "Mỗi lời hứa có con số: ai hứa, hạn khi nào, đã ra sao và dựa vào nguồn nào.",
    en: "Every promise with a figure: who made it, for when, what became of it, and by which source.",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn prepare() {
    let site = Site::here();
    let ledger = Arc::new(Ledger::new(site.dataset));
    provide_context(Arc::clone(&ledger));
    provide_context(Memo::new(move |_| Seen::of(site, &ledger)));
    // The story that the address leads to is open.
    let asked_for = site.location.with_untracked(|location| location.address.fragment.clone());
    site.opened.update(|opened| opened.extend(asked_for));
}

fn title() -> AnyView {
    let site = Site::here();
    let seen = expect_context::<Memo<Seen>>();
    view! {
        <h1>{TITLE.of(site.lang())}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            {live(move || seen.with(|seen| sentence(site, seen)))}
        </p>
    }
    .into_any()
}

/// What can be said of the promises at all, or why there are none.
fn sentence(site: Site, seen: &Seen) -> String {
    let (lang, messages) = (site.lang(), site.messages());
    let Seen { selection, day, promises, in_words } = seen;
    if !site.dataset.observations.iter().any(|o| o.kind == Kind::Target) {
        return messages.promises_none().to_owned();
    }
    if selection.show == Show::Ambition {
        return messages.ambition_lead().to_owned();
    }
    let in_words = phrase::n_qualitative(lang, in_words.len(), promises.is_empty());
    if promises.is_empty() && !in_words.is_empty() {
        return in_words;
    }
    if promises.is_empty() {
        let is_of_year = selection.year != compare::YearFilter::Latest;
        return if selection.provinces.is_some() || is_of_year {
            messages.promises_none_fit().to_owned()
        } else {
            phrase::no_promise_on(lang, &words::day_in_text(lang, *day))
        };
    }
    let mut told = vec![tally(site, promises), in_words, messages.promises_silence().to_owned()];
    told.retain(|text| !text.is_empty());
    told.join(" ")
}

/// That a day asked for is still to come. It is read out when it appears, so that its element is there
/// before there is anything to say.
fn to_come() -> AnyView {
    let site = Site::here();
    let seen = expect_context::<Memo<Seen>>();
    let notice = move || {
        let lang = site.lang();
        let today = site.now.get();
        let asked = seen.with(|seen| seen.selection.day).filter(|day| *day > today)?;
        let [asked, today] = [asked, today].map(|day| words::day_in_text(lang, day));
        Some(
            view! { <p class="t-notice">{phrase::day_in_future(lang, &asked, &today)}</p> }
                .into_any(),
        )
    };
    view! { <div role="status">{live(notice)}</div> }.into_any()
}

/// The two views: what became of the promises, and how much they ask for.
fn views() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let seen = expect_context::<Memo<Seen>>();
    let views =
        [(Show::Both, messages.view_delivery()), (Show::Ambition, messages.view_ambition())];
    let links = views.map(|(show, text)| {
        let link = move || {
            let selection = Selection { show, ..seen.with(|seen| seen.selection.clone()) };
            let address = Address { selection, ..Address::new(site.lang(), Page::Promises) };
            href(site.base, &address)
        };
        let current = move || seen.with(|seen| seen.selection.show == show).then_some("true");
        view! {
            <li>
                <a href=link aria-current=current>
                    {text}
                </a>
            </li>
        }
        .into_any()
    });
    view! { <ul class="t-views">{links.into_iter().collect_view()}</ul> }.into_any()
}

fn counts() -> AnyView {
    let seen = expect_context::<Memo<Seen>>();
    let counts = move || {
        let (all, selection) =
            seen.with(|seen| (seen.delivered().to_vec(), seen.selection.clone()));
        (!all.is_empty()).then(|| view! { <StateCounts all selection /> }.into_any())
    };
    live(counts)
}

fn figure() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let seen = expect_context::<Memo<Seen>>();
    // Another order, or other groups, are no reason to draw it again.
    let drawn = Memo::new(move |_| seen.with(|seen| seen.delivered().to_vec()));
    let figure = move || {
        let drawing = drawn.with(|all| untrack(|| figures::deadlines(site, all)))?;
        Some(
            view! {
                <Figure drawing>
                    <h2>{messages.promises_figure()}</h2>
                    <p class="t-muted">
                        {messages.promises_figure_hint()} " "
                        <a href=site.link_to_method("states")>{messages.promises_rule()}</a>
                    </p>
                </Figure>
            }
            .into_any(),
        )
    };
    live(figure)
}

fn in_words() -> AnyView {
    let seen = expect_context::<Memo<Seen>>();
    let in_words = move || {
        let promises = seen.with(|seen| seen.in_words.clone());
        view! { <Qualitative promises names_province=true /> }.into_any()
    };
    live(in_words)
}

/// Provinces, deadline, state, group, order and day.
fn controls() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    view! {
        <Controls elsewhere=Page::Topics elsewhere_text=messages.nav_compare()>
            <Choice key=keys::YEAR id="due" label=messages.deadline() choices=years(site) />
            // What only orders and filters what became of the promises has nothing to do with what they
            // ask.
            <UnlessShown show=Show::Ambition>
                <Choice key=keys::STATES id="state" label=messages.state() choices=states(site) />
                <Choice
                    key=keys::GROUP
                    id="group"
                    label=messages.group_by()
                    choices=group_choices(site)
                />
                <Choice key=keys::SORT id="sort" label=messages.sort_by() choices=sorts(site) />
            </UnlessShown>
            <DayField id="day" label=messages.as_of() />
        </Controls>
    }
    .into_any()
}

fn years(site: Site) -> Choices {
    let mut years: Vec<i32> = site
        .dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Target)
        .filter_map(|o| o.deadline.map(Date::year))
        .collect();
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    let years = years.into_iter().map(|year| (year.to_string(), year.to_string()));
    std::iter::once(option(None, site.messages().any_year())).chain(years).collect()
}

fn states(site: Site) -> Choices {
    let lang = site.lang();
    let states = State::ALL.map(|state| option(Some(state.id()), state_text(lang, state).name));
    std::iter::once(option(None, site.messages().any_state())).chain(states).collect()
}

fn group_choices(site: Site) -> Choices {
    let messages = site.messages();
    vec![
        option(GroupBy::Province.query_value(), messages.province()),
        option(GroupBy::Deadline.query_value(), messages.deadline()),
        option(GroupBy::Pillar.query_value(), messages.pillar()),
    ]
}

fn sorts(site: Site) -> Choices {
    let messages = site.messages();
    vec![
        option(SortBy::Deadline.query_value(), messages.deadline()),
        option(SortBy::Gap.query_value(), messages.gap()),
        option(SortBy::Province.query_value(), messages.province()),
    ]
}
