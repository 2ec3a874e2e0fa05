//! `/loi-hua/`: what was promised, by when, and what became of it.

mod ambition;
mod list;
mod selected;

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, GroupBy, Page, Selection, Show, SortBy, href, keys};
use crate::compare::{self, Ledger, State};
use crate::data::{Dataset, Date, Kind, Observation};
use crate::i18n::{Fixed, Lang, phrase};
use crate::order;
use crate::ui::components::{
    CaptionedChart, Controls, DayField, HideInView, SelectField, SelectOptions, StateCounts,
    select_option,
};
use crate::ui::figures;
use crate::ui::head::Head;
use crate::ui::promise::{Qualitative, lead_sentence, selection_sentence, state_text};
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;
use ambition::ambition;
use list::groups;
use selected::Selected;

/// The counts in a sentence, the two views, the controls, the figure, the counts by state, and the
/// promises.
pub(crate) const VIEW: View = View {
    head,
    prepare,
    top: &[title, future_day_notice, views, controls, figure, counts],
    rest: &[groups, ambition, qualitative],
};

/// The name of the page in the menu.
pub(crate) const NAME: Fixed = Fixed { vi: "Lời hứa", en: "Promises" };
const TITLE: Fixed =
    Fixed { vi: "Lời hứa và kết quả", en: "Promises and what became of them" };
const LEAD: Fixed = Fixed {
    vi: "Mỗi lời hứa có con số: ai hứa, hạn khi nào, đã ra sao và dựa vào nguồn nào.",
    en: "Every promise with a figure: who made it, for when, what became of it, and by which source.",
};

/// The name of the counts among the sections of the page.
const STATES: Fixed = Fixed { vi: "Theo tình trạng", en: "By state" };

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn prepare() {
    let site = Site::from_context();
    let ledger = Arc::new(Ledger::new(site.dataset));
    provide_context(Arc::clone(&ledger));
    provide_context(Memo::new(move |_| Selected::of(site, &ledger)));
    // Open the story that the address names.
    let asked_for = site.location.with_untracked(|location| location.address.fragment.clone());
    site.opened.update(|opened| opened.extend(asked_for));
}

fn title() -> AnyView {
    let site = Site::from_context();
    let selected = expect_context::<Memo<Selected>>();
    view! {
        <h1>{TITLE.of(site.lang())}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            {reactive(move || selected.with(|selected| sentence(site, selected)))}
        </p>
    }
    .into_any()
}

/// The sentence below the title: the counts, or why there are no promises.
fn sentence(site: Site, selected: &Selected) -> String {
    let (lang, messages) = (site.lang(), site.messages());
    let Selected { selection, day, promises, in_words, .. } = selected;
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
    lead_sentence(site, promises, selection)
}

/// What must be known of the counts: how many promises are in words alone, and that silence is no verdict.
fn remarks(site: Site, selected: &Selected) -> Option<String> {
    let Selected { selection, promises, listed, in_words, .. } = selected;
    if promises.is_empty() || selection.show == Show::Ambition {
        return None;
    }
    let mut remarks = vec![phrase::n_qualitative(site.lang(), in_words.len(), false)];
    if listed.iter().any(|promise| promise.state == State::OverdueUnreported) {
        remarks.push(site.messages().promises_silence().to_owned());
    }
    remarks.retain(|text| !text.is_empty());
    (!remarks.is_empty()).then(|| remarks.join(" "))
}

/// Says that the selected day is in the future. Screen readers announce it when it appears, so its
/// element is always there.
fn future_day_notice() -> AnyView {
    let site = Site::from_context();
    let selected = expect_context::<Memo<Selected>>();
    let notice = move || {
        let lang = site.lang();
        let today = site.reader_day.get();
        let asked = selected.with(|selected| selected.selection.day).filter(|day| *day > today)?;
        let [asked, today] = [asked, today].map(|day| words::day_in_text(lang, day));
        Some(
            view! { <p class="t-notice">{phrase::day_in_future(lang, &asked, &today)}</p> }
                .into_any(),
        )
    };
    view! { <div role="status">{reactive(notice)}</div> }.into_any()
}

/// Links to the two views: what became of the promises, and how ambitious they are.
fn views() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let selected = expect_context::<Memo<Selected>>();
    let views =
        [(Show::Both, messages.view_delivery()), (Show::Ambition, messages.view_ambition())];
    let links = views.map(|(show, text)| {
        let link = move || {
            let selection =
                Selection { show, ..selected.with(|selected| selected.selection.clone()) };
            let address = Address { selection, ..Address::new(site.lang(), Page::Promises) };
            href(site.base, &address)
        };
        let current =
            move || selected.with(|selected| selected.selection.show == show).then_some("true");
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
    let selected = expect_context::<Memo<Selected>>();
    // A state that was selected keeps its line, even if no promise is in it: the link that has just
    // been followed has the focus.
    let was_selected = StoredValue::new(Vec::new());
    let counts = move || {
        let (all, selection) = selected
            .with(|selected| (selected.shown_promises().to_vec(), selected.selection.clone()));
        was_selected.update_value(|states| states.extend_from_slice(&selection.states));
        let kept = was_selected.get_value();
        (!all.is_empty()).then(|| view! { <StateCounts promises=all selection kept /> }.into_any())
    };
    let site = Site::from_context();
    let remarks = move || {
        let text = selected.with(|selected| remarks(site, selected))?;
        Some(view! { <p class="t-muted">{text}</p> }.into_any())
    };
    site.list_section("states", STATES.of(site.lang()));
    view! {
        <div id="states">
            {reactive(counts)}
            {reactive(remarks)}
        </div>
    }
    .into_any()
}

fn figure() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let selected = expect_context::<Memo<Selected>>();
    // A memo, so that another order or grouping does not draw the figure again.
    let drawn = Memo::new(move |_| {
        selected.with(|Selected { listed, promises, selection, .. }| {
            (listed.clone(), selection_sentence(site, promises, selection))
        })
    });
    let figure = move || {
        let drawing = drawn.with(|(listed, sentence)| {
            untrack(|| figures::deadlines(site, listed, sentence.clone()))
        })?;
        Some(
            view! {
                <CaptionedChart drawing>
                    <h2>{messages.promises_figure()}</h2>
                    <p class="t-muted">
                        {messages.promises_figure_hint()} " "
                        <a href=site.link_to_method("states")>{messages.promises_rule()}</a>
                    </p>
                </CaptionedChart>
            }
            .into_any(),
        )
    };
    reactive(figure)
}

fn qualitative() -> AnyView {
    let selected = expect_context::<Memo<Selected>>();
    let in_words = move || {
        let promises = selected.with(|selected| selected.in_words.clone());
        view! { <Qualitative promises names_province=true /> }.into_any()
    };
    reactive(in_words)
}

/// The controls: provinces, deadline, state, grouping, order and day.
fn controls() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let selected = expect_context::<Memo<Selected>>();
    let sentence = Signal::derive(move || selected.with(|selected| sentence(site, selected)));
    view! {
        <Controls elsewhere=Page::Topics elsewhere_text=messages.nav_compare() sentence>
            <SelectField key=keys::YEAR id="due" label=messages.deadline() options=year_options(site) />
            // These have no effect on the view of how ambitious the promises are.
            <HideInView show=Show::Ambition>
                <SelectField key=keys::STATES id="state" label=messages.state() options=state_options(site) />
                <SelectField
                    key=keys::GROUP
                    id="group"
                    label=messages.group_by()
                    options=group_options(site)
                />
                <SelectField key=keys::SORT id="sort" label=messages.sort_by() options=sort_options(site) />
            </HideInView>
            <DayField id="day" label=messages.as_of() />
        </Controls>
    }
    .into_any()
}

/// The years in which promises are due.
fn year_options(site: Site) -> SelectOptions {
    let provinces = site.dataset.followed();
    let is_promise = |o: &&Observation| {
        o.kind == Kind::Target && provinces.iter().any(|province| province.id == o.province)
    };
    let mut years: Vec<i32> = site
        .dataset
        .observations
        .iter()
        .filter(is_promise)
        .filter_map(|o| o.deadline.map(Date::year))
        .collect();
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    let years = years.into_iter().map(|year| (year.to_string(), year.to_string()));
    std::iter::once(select_option(None, site.messages().any_year())).chain(years).collect()
}

fn state_options(site: Site) -> SelectOptions {
    let lang = site.lang();
    let states =
        State::ALL.map(|state| select_option(Some(state.id()), state_text(lang, state).name));
    std::iter::once(select_option(None, site.messages().any_state())).chain(states).collect()
}

fn group_options(site: Site) -> SelectOptions {
    let messages = site.messages();
    vec![
        select_option(GroupBy::Province.query_value(), messages.province()),
        select_option(GroupBy::Deadline.query_value(), messages.deadline()),
        select_option(GroupBy::Pillar.query_value(), messages.pillar()),
    ]
}

fn sort_options(site: Site) -> SelectOptions {
    let messages = site.messages();
    vec![
        select_option(SortBy::Deadline.query_value(), messages.deadline()),
        select_option(SortBy::Gap.query_value(), messages.gap()),
        select_option(SortBy::Province.query_value(), messages.province()),
    ]
}
