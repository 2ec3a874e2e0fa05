//! `/loi-hua/`: what was promised for when, and what became of it.

mod ambition;
mod list;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Address, Group, Page, Selection, Show, Sort, href, keys};
use crate::compare::{Assessment, Choice, Ledger, State};
use crate::data::{Date, Kind, Observation};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{
    Choices, controls, day_input, drawing, said_of, select, state_counts, still, still_of,
    unless_shown,
};
use crate::ui::figures;
use crate::ui::promise::{qualitative, state_name, tally};
use crate::ui::site::Site;
use crate::ui::words;
use ambition::ambition;
use list::groups;
#[cfg(feature = "csr")]
pub(crate) use list::story_of;

/// The sentence with the counts, the counts by state, the controls, the promises.
pub(crate) fn promises(site: &Site) -> AnyView {
    let messages = site.messages();
    let [lead, asked, above, below] = [site; 4].map(Site::clone);
    view! {
        <h1>{messages.promises_title()}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">{move || sentence(&lead)}</p>
        {said_of("to-come", move || to_come(&asked))}
        {still_of(move || views(&above))}
        {still(controls_of(site))}
        {still_of(move || content(&below))}
    }
    .into_any()
}

/// The promises in words alone of the chosen provinces, due in the chosen year; none where a state is
/// asked for.
fn in_words<'a>(site: &Site, ledger: &Ledger<'a>, selection: &Selection) -> Vec<&'a Observation> {
    if !selection.states.is_empty() || selection.show == Show::Ambition {
        return Vec::new();
    }
    ledger
        .qualitative(site.day())
        .filter(|promise| selection.shows(&promise.province) && selection.choice.means(promise))
        .collect()
}

/// Calls `read` with the promises of the chosen provinces that are due in the chosen year, as they
/// stood on the chosen day, whatever their state; tracked.
fn with<T>(site: &Site, read: impl FnOnce(&Ledger<'_>, &[Assessment<'_>], &Selection) -> T) -> T {
    let selection = site.location.with(|location| location.address.selection.clone());
    let ledger = Ledger::new(&site.dataset);
    let shown: Vec<Assessment<'_>> = ledger
        .of_provinces(site.day())
        .into_iter()
        .filter(|a| selection.shows(&a.target.province) && selection.choice.means(a.target))
        .collect();
    read(&ledger, &shown, &selection)
}

/// What can be said of the promises at all, or why there are none.
fn sentence(site: &Site) -> String {
    let lang = site.lang();
    let messages = site.messages();
    if !site.dataset.observations.iter().any(|o| o.kind == Kind::Target) {
        return messages.promises_none().to_owned();
    }
    let day = words::day_in_text(lang, site.day());
    with(site, |ledger, shown, selection| {
        if selection.show == Show::Ambition {
            return messages.ambition_lead().to_owned();
        }
        let n_in_words = in_words(site, ledger, selection).len();
        let in_words = phrase::n_qualitative(lang, n_in_words, shown.is_empty());
        if shown.is_empty() && !in_words.is_empty() {
            return in_words;
        }
        if shown.is_empty() {
            let narrows = selection.provinces.is_some() || selection.choice != Choice::Latest;
            return if narrows {
                messages.promises_none_fit().to_owned()
            } else {
                phrase::no_promise_on(lang, &day)
            };
        }
        let all: Vec<&Assessment<'_>> = shown.iter().collect();
        let told = [tally(site, &all), in_words, messages.promises_silence().to_owned()];
        let told: Vec<String> = told.into_iter().filter(|text| !text.is_empty()).collect();
        told.join(" ")
    })
}

/// That a day asked for is still to come.
fn to_come(site: &Site) -> Markup {
    let lang = site.lang();
    let chosen = site.location.with(|location| location.address.selection.day);
    html! {
        @if let Some(day) = chosen.filter(|day| *day > site.today) {
            @let [asked, today] = [day, site.today].map(|day| words::day_in_text(lang, day));
            p class="t-notice" { (phrase::day_to_come(lang, &asked, &today)) }
        }
    }
}

/// The two views: what became of the promises, and how much they ask for.
fn views(site: &Site) -> Markup {
    let messages = site.messages();
    let address = site.location.with(|location| location.address.clone());
    let views =
        [(Show::Both, messages.view_delivery()), (Show::Ambition, messages.view_ambition())];
    html! {
        ul class="t-views" {
            @for (show, text) in views {
                @let is_here = address.selection.show == show;
                @let selection = Selection { show, ..address.selection.clone() };
                @let to = Address { selection, fragment: None, ..address.clone() };
                li {
                    a href=(href(&site.base, &to)) aria-current=[is_here.then_some("true")] { (text) }
                }
            }
        }
    }
}

fn content(site: &Site) -> Markup {
    let messages = site.messages();
    with(site, |ledger, shown, selection| {
        let in_words = qualitative(site, &in_words(site, ledger, selection), true);
        if shown.is_empty() {
            return in_words;
        }
        if selection.show == Show::Ambition {
            return ambition(site, ledger, selection);
        }
        let all: Vec<&Assessment<'_>> = shown.iter().collect();
        let chosen: Vec<&Assessment<'_>> = all
            .iter()
            .copied()
            .filter(|a| selection.states.is_empty() || selection.states.contains(&a.state))
            .collect();
        html! {
            (state_counts(site, &all, selection))
            @if let Some(figure) = figures::deadlines(site, &all, site.day()) {
                figure class="t-figure" {
                    figcaption {
                        h2 { (messages.promises_figure()) }
                        p class="t-muted" {
                            (messages.promises_figure_hint()) " "
                            a href=(site.link_to_method("states")) { (messages.promises_rule()) }
                        }
                    }
                    (drawing(site.lang(), figure))
                }
            }
            @if chosen.is_empty() {
                p { (messages.promises_none_fit()) }
            } @else {
                (groups(site, ledger, &chosen, selection))
            }
            (in_words)
        }
    })
}

/// Provinces, deadline, state, group, order and day.
fn controls_of(site: &Site) -> Markup {
    let messages = site.messages();
    // What only orders and filters what became of the promises has nothing to do with what they ask.
    let of_delivery = html! {
        (select(site, keys::STATES, "state", messages.state(), &states(site)))
        (select(site, keys::GROUP, "group", messages.group_by(), &group_choices(site)))
        (select(site, keys::SORT, "sort", messages.sort_by(), &sorts(site)))
    };
    let content = html! {
        (select(site, keys::YEAR, "due", messages.deadline(), &years(site)))
        (unless_shown(site, Show::Ambition, &of_delivery))
        (day_input(site, "day", messages.as_of()))
    };
    controls(site, Page::Topics, messages.nav_compare(), &content)
}

fn years(site: &Site) -> Choices {
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
    std::iter::once((String::new(), site.messages().any_year().to_owned())).chain(years).collect()
}

fn states(site: &Site) -> Choices {
    let lang = site.lang();
    let any = (String::new(), site.messages().any_state().to_owned());
    let states = State::ALL
        .into_iter()
        .map(|state| (state.id().to_owned(), state_name(lang, state).to_owned()));
    std::iter::once(any).chain(states).collect()
}

fn group_choices(site: &Site) -> Choices {
    let messages = site.messages();
    let choice =
        |group: Group, text: &str| (group.word().unwrap_or_default().to_owned(), text.to_owned());
    vec![
        choice(Group::Province, messages.province()),
        choice(Group::Deadline, messages.deadline()),
        choice(Group::Pillar, messages.pillar()),
    ]
}

fn sorts(site: &Site) -> Choices {
    let messages = site.messages();
    let choice =
        |sort: Sort, text: &str| (sort.word().unwrap_or_default().to_owned(), text.to_owned());
    vec![
        choice(Sort::Deadline, messages.deadline()),
        choice(Sort::Gap, messages.gap()),
        choice(Sort::Province, messages.province()),
    ]
}
