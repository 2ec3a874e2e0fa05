//! Native controls, whose names are keys of the query: a choice is read as a query is. They are the same
//! in a written page and in the living one, so that a choice made before the program has come can be made
//! again in its place (`browser::takeover`).

use leptos::ev;
use leptos::html::{Input, Select};
use leptos::prelude::*;

use super::Glyph;
use crate::address::{Address, Page, Selection, Show, keys};
use crate::ui::browser;
use crate::ui::live::live;
use crate::ui::site::Site;
use crate::ui::words;

/// The value and the text of each option.
pub(crate) type Choices = Vec<(String, String)>;

/// One option; without a word it is the one that leaves the address as it is.
pub(crate) fn option(word: Option<&str>, text: &str) -> (String, String) {
    (word.unwrap_or_default().to_owned(), text.to_owned())
}

/// The form around the controls of a page, with the provinces. Without JavaScript a sentence stands in for
/// them, with a link to `elsewhere`.
#[component]
pub(crate) fn Controls(
    elsewhere: Page,
    elsewhere_text: &'static str,
    children: Children,
) -> impl IntoView {
    let site = Site::here();
    let messages = site.messages();
    let boxes = site.dataset.followed().into_iter().map(|province| {
        view! { <ProvinceBox id=&province.id name=words::pick(site.lang(), &province.short) /> }
            .into_any()
    });
    view! {
        <noscript>
            <p class="t-muted">
                {messages.needs_script()} " " <a href=site.link(elsewhere)>{elsewhere_text}</a>
            </p>
        </noscript>
        // A browser that remembered choices would show others than the address says.
        <form class="t-controls t-interactive" autocomplete="off" on:submit=|ev| ev.prevent_default()>
            <fieldset>
                <legend class="t-hidden">{messages.controls()}</legend>
                <div class="t-controls__provinces">{boxes.collect_view()}</div>
                <div class="t-controls__selects">{children()}</div>
            </fieldset>
        </form>
    }
}

#[component]
fn ProvinceBox(id: &'static str, name: &'static str) -> impl IntoView {
    let site = Site::here();
    site.tell(keys::PROVINCES, id, site.series(id).swatch().name);
    // A box is written into only where it is to stand otherwise.
    let is_shown = Memo::new(move |_| site.location.with(|l| l.address.selection.shows(id)));
    // Says whether the province is shown then: without the last one all are again, this one, too. What is
    // read here may be gone afterwards, with the page.
    let choose = move |is_checked: bool| {
        let shown = untrack(|| site.selection());
        let ids: Vec<&str> = site
            .dataset
            .followed()
            .into_iter()
            .map(|province| province.id.as_str())
            .filter(|other| if *other == id { is_checked } else { shown.shows(other) })
            .collect();
        site.choose(keys::PROVINCES, &ids.join(","));
        is_checked || ids.is_empty()
    };
    view! {
        <label class="t-check">
            <input
                type="checkbox"
                name=keys::PROVINCES
                value=id
                checked=is_shown.get_untracked()
                prop:checked=move || is_shown.get()
                on:change=move |event| {
                    let is_shown = choose(event_target_checked(&event));
                    browser::show_checked(&event, is_shown);
                }
            />
            <Glyph series=site.series(id) />
            {name}
        </label>
    }
}

/// A labelled list of choices for one key of the query.
#[component]
pub(crate) fn Choice(
    key: &'static str,
    id: &'static str,
    label: &'static str,
    choices: Choices,
) -> impl IntoView {
    let site = Site::here();
    // Of several states the first is shown.
    let word = Memo::new(move |_| {
        let word = site.location.with(|location| location.address.selection.query_value(key));
        word.split(',').next().unwrap_or_default().to_owned()
    });
    let node = NodeRef::<Select>::new();
    browser::show_value(node, move || word.get());
    let known: Vec<String> = choices.iter().map(|(value, _)| value.clone()).collect();
    site.tell(key, label, choices.first().map_or("", |(_, text)| text));
    // A word that the list does not have (a year without figures) is what is shown, too.
    let unknown = move || {
        let word = word.get();
        (!known.contains(&word))
            .then(|| view! { <option value=word.clone()>{word.clone()}</option> }.into_any())
    };
    view! {
        <span class="t-select">
            <label for=id>{label}</label>
            <select
                id=id
                name=key
                node_ref=node
                on:change=move |event| site.choose(key, &event_target_value(&event))
            >
                {options(choices, &word.get_untracked())}
                {live(unknown)}
            </select>
        </span>
    }
}

/// A labelled list of topics, each of which is another page.
#[component]
pub(crate) fn TopicChoice(id: &'static str, here: String) -> impl IntoView {
    let site = Site::here();
    let (lang, dataset) = (site.lang(), site.dataset);
    let topics = dataset
        .concepts()
        .into_iter()
        .map(|concept| (concept.to_owned(), words::topic_name(lang, dataset, concept).to_owned()));
    // Another topic keeps the provinces; a year or view chosen for this one need not fit it.
    let go = move |concept: String| {
        let provinces = untrack(|| site.selection()).provinces;
        let selection = Selection { provinces, ..Selection::default() };
        // The focus goes on where the choice was made.
        let fragment = Some(id.to_owned());
        (site.go)(&Address { lang, page: Page::Compare(concept), selection, fragment });
    };
    let options = options(topics.collect(), &here);
    // Whoever chooses something else before the other topic has come stays with this one.
    let node = NodeRef::<Select>::new();
    browser::show_value(node, move || {
        site.location.track();
        here.clone()
    });
    view! {
        <span class="t-select">
            <label for=id>{site.messages().topic()}</label>
            <select
                id=id
                class="t-select__topic"
                node_ref=node
                on:change=move |event| go(event_target_value(&event))
            >
                {options}
            </select>
        </span>
    }
}

fn options(choices: Choices, chosen: &str) -> AnyView {
    let option = |(value, text): (String, String)| {
        let is_chosen = value == chosen;
        view! {
            <option value=value selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    };
    choices.into_iter().map(option).collect_view().into_any()
}

/// A day of the past, or today. What is typed counts when the field is left or confirmed: until then it is
/// no day yet.
#[component]
pub(crate) fn DayField(id: &'static str, label: &'static str) -> impl IntoView {
    let site = Site::here();
    let shown = Memo::new(move |_| site.day().to_string());
    site.tell(keys::DAY, label, &words::day_in_text(site.lang(), site.today));
    let node = NodeRef::<Input>::new();
    browser::show_value(node, move || shown.get());
    let is_typed = StoredValue::new(false);
    let choose = move || {
        // The field is left with its page, too.
        let (Some(Some(field)), Some(shown)) =
            (node.try_get_untracked(), shown.try_get_untracked())
        else {
            return;
        };
        is_typed.set_value(false);
        // It may be past midnight by now.
        (site.look_at_day)();
        if !browser::is_day(&field) {
            // Half a day was typed, or none.
            field.set_value(&shown);
            return;
        }
        // Nothing is known of a day to come.
        let day = field.value().min(site.now.get_untracked().to_string());
        field.set_value(&day);
        if day != shown {
            site.choose(keys::DAY, &day);
        }
    };
    let press = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => choose(),
        "Tab" => {}
        "Escape" => {
            is_typed.set_value(false);
            if let Some(field) = node.get_untracked() {
                field.set_value(&shown.get_untracked());
            }
        }
        _ => is_typed.set_value(true),
    };
    // From the browser's calendar.
    let change = move |_| {
        if !is_typed.get_value() {
            choose();
        }
    };
    view! {
        <span class="t-select">
            <label for=id>{label}</label>
            <input
                id=id
                type="date"
                name=keys::DAY
                min="2015-01-01"
                max=move || site.now.get().to_string()
                value=shown.get_untracked()
                node_ref=node
                on:keydown=press
                on:change=change
                on:blur=move |_| browser::when_released(choose)
            />
        </span>
    }
}

/// Controls that have nothing to do with one of the views, and are not there on it.
#[component]
pub(crate) fn UnlessShown(show: Show, children: Children) -> impl IntoView {
    let site = Site::here();
    let is_shown = move || site.location.with(|location| location.address.selection.show == show);
    view! {
        <div class="t-controls__part" hidden=is_shown>
            {children()}
        </div>
    }
}
