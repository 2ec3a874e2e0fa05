//! `/loi-hua/`: what was promised for when, and what became of it.

mod ambition;
mod list;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Address, Group, Page, Selection, Show, Sort, href};
use crate::compare::{Assessment, Choice, Ledger, State};
use crate::data::{Date, Kind, Span};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{controls, drawing, select_of, state_counts, still_of};
use crate::ui::figures;
use crate::ui::promise::{state_name, tally};
use crate::ui::site::Site;
use crate::ui::words;
use ambition::ambition;
use list::groups;
#[cfg(feature = "csr")]
pub(crate) use list::story_of;

/// The sentence with the counts, the counts by state, the controls, the promises.
pub(crate) fn promises(site: &Site) -> AnyView {
    let messages = site.messages();
    let (lead, above, below) = (site.clone(), site.clone(), site.clone());
    view! {
        <h1>{messages.promises_title}</h1>
        <p class="t-lead" aria-live="polite">{move || sentence(&lead)}</p>
        {still_of(move || html! { (to_come(&above)) (views(&above)) })}
        {controls_of(site)}
        {still_of(move || content(&below))}
    }
    .into_any()
}

/// Calls `read` with the promises of the chosen provinces that are due in the chosen year, as they
/// stood on the chosen day, whatever their state; tracked.
fn with<T>(site: &Site, read: impl FnOnce(&Ledger<'_>, &[Assessment<'_>], &Selection) -> T) -> T {
    let selection = site.location.with(|location| location.address.selection.clone());
    let ledger = Ledger::new(&site.dataset);
    let shown: Vec<Assessment<'_>> = ledger
        .of_provinces(site.day())
        .into_iter()
        .filter(|a| selection.shows(&a.target.province))
        .filter(|a| match selection.choice {
            Choice::Latest => true,
            Choice::OfYear(year) => a.due.is_some_and(|due| due.year() == year),
        })
        .collect();
    read(&ledger, &shown, &selection)
}

/// What can be said of the promises at all, or why there are none.
fn sentence(site: &Site) -> String {
    let lang = site.lang();
    let messages = site.messages();
    if !site.dataset.observations.iter().any(|o| o.kind == Kind::Target) {
        return messages.promises_none.to_owned();
    }
    let day = words::day_in_text(lang, site.day());
    with(site, |_, shown, selection| {
        if selection.show == Show::Ambition {
            return messages.ambition_lead.to_owned();
        }
        if shown.is_empty() {
            let narrows = selection.provinces.is_some() || selection.choice != Choice::Latest;
            return if narrows {
                messages.promises_none_fit.to_owned()
            } else {
                phrase::no_promise_on(lang, &day)
            };
        }
        let names: Vec<&str> = site
            .dataset
            .provinces
            .iter()
            .filter(|province| shown.iter().any(|a| a.target.province == province.id))
            .map(|province| words::pick(lang, &province.short))
            .collect();
        let counts = tally(&shown.iter().collect::<Vec<_>>());
        let counts = phrase::tally(lang, &day, &names, &counts);
        format!("{counts} {}", messages.promises_silence)
    })
}

/// That a day asked for is still to come.
fn to_come(site: &Site) -> Markup {
    let lang = site.lang();
    let chosen = site.location.with(|location| location.address.selection.day);
    html! {
        @if let Some(day) = chosen.filter(|day| *day > site.today) {
            @let [asked, today] = [day, site.today].map(|day| words::day_in_text(lang, day));
            p class="t-notice" role="status" { (phrase::day_to_come(lang, &asked, &today)) }
        }
    }
}

/// The two views: what became of the promises, and how much they ask for.
fn views(site: &Site) -> Markup {
    let messages = site.messages();
    let address = site.location.with(|location| location.address.clone());
    let views = [(Show::Both, messages.view_delivery), (Show::Ambition, messages.view_ambition)];
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
        if shown.is_empty() {
            return Markup::default();
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
                        h2 { (messages.promises_figure) }
                        p class="t-muted" {
                            (messages.promises_figure_hint) " "
                            a href=(site.link_to_method("states")) { (messages.promises_rule) }
                        }
                    }
                    (drawing(site.lang(), figure))
                }
            }
            @if chosen.is_empty() {
                p { (messages.promises_none_fit) }
            } @else {
                (groups(site, ledger, &chosen, selection))
            }
        }
    })
}

/// Provinces, deadline, state, group, order and day.
fn controls_of(site: &Site) -> AnyView {
    let messages = site.messages();
    let view = site.clone();
    // What only orders and filters what became of the promises has nothing to do with what they ask.
    let is_ambition = move || view.location.with(|l| l.address.selection.show == Show::Ambition);
    let content = view! {
        {year_select(site)}
        <div class="t-controls__part" hidden=is_ambition>
            {state_select(site)} {group_select(site)} {sort_select(site)}
        </div>
        {day_input(site)}
    };
    controls(site, Page::Topics, messages.nav_compare, content.into_any())
}

fn year_select(site: &Site) -> AnyView {
    let messages = site.messages();
    let mut years: Vec<i32> = site
        .dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Target)
        .filter_map(|o| o.deadline.map(Date::year))
        .collect();
    if let Choice::OfYear(year) = site.location.with_untracked(|l| l.address.selection.choice) {
        years.push(year);
    }
    order::sort_by_key(&mut years, |year| *year);
    years.dedup();
    let years = years.into_iter().map(|year| (year.to_string(), year.to_string()));
    let options =
        std::iter::once((String::new(), messages.any_year.to_owned())).chain(years).collect();
    let write = |selection, word: &str| Selection { choice: Choice::of_word(word), ..selection };
    select_of(site, "due", messages.deadline, options, |s| s.choice.word(), write)
}

fn state_select(site: &Site) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let options = std::iter::once((String::new(), messages.any_state.to_owned()))
        .chain(
            State::ALL
                .into_iter()
                .map(|state| (state.id().to_owned(), state_name(lang, state).to_owned())),
        )
        .collect();
    let read =
        |s: &Selection| s.states.first().map(|state| state.id()).unwrap_or_default().to_owned();
    select_of(site, "state", messages.state, options, read, |selection, word| Selection {
        states: State::of_id(word).into_iter().collect(),
        ..selection
    })
}

fn group_select(site: &Site) -> AnyView {
    let messages = site.messages();
    let option =
        |group: Group, text: &str| (group.word().unwrap_or_default().to_owned(), text.to_owned());
    let options = vec![
        option(Group::Province, messages.province),
        option(Group::Deadline, messages.deadline),
        option(Group::Pillar, messages.pillar),
    ];
    let read = |s: &Selection| s.group.word().unwrap_or_default().to_owned();
    select_of(site, "group", messages.group_by, options, read, |selection, word| Selection {
        group: Group::of_word(word).unwrap_or_default(),
        ..selection
    })
}

fn sort_select(site: &Site) -> AnyView {
    let messages = site.messages();
    let option =
        |sort: Sort, text: &str| (sort.word().unwrap_or_default().to_owned(), text.to_owned());
    let options = vec![
        option(Sort::Deadline, messages.deadline),
        option(Sort::Gap, messages.gap),
        option(Sort::Province, messages.province),
    ];
    let read = |s: &Selection| s.sort.word().unwrap_or_default().to_owned();
    select_of(site, "sort", messages.sort_by, options, read, |selection, word| Selection {
        sort: Sort::of_word(word).unwrap_or_default(),
        ..selection
    })
}

/// The day the promises are looked at from.
fn day_input(site: &Site) -> AnyView {
    let (shown, chosen) = (site.clone(), site.clone());
    let value = move || shown.day().to_string();
    let starts = untrack(&value);
    let today = site.today;
    let choose = move |text: String| {
        let date: Option<Date> = text.parse().ok();
        let day = date.filter(|date| matches!(date.from, Span::Day(..))).map(Date::end);
        // Today is the default, and left out of the address.
        let day = day.filter(|day| *day < today);
        let selection = chosen.location.with_untracked(|l| l.address.selection.clone());
        chosen.select(Selection { day, ..selection });
    };
    view! {
        <span class="t-select">
            <label for="day">{site.messages().as_of}</label>
            <input
                id="day"
                type="date"
                min="2015-01-01"
                max=today.to_string()
                value=starts
                prop:value=value
                on:change=move |event| choose(event_target_value(&event))
            />
        </span>
    }
    .into_any()
}
