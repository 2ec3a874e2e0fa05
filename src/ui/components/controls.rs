//! The native form controls for the selection. The name of a control is its key in the query, so a
//! choice is parsed as a query is.
//!
//! The controls are the same in a written page and in the built one, so that a choice made before
//! the program came can be repeated in the built page (`browser::takeover`).

use leptos::ev;
use leptos::html::{Input, Select};
use leptos::prelude::*;

use super::Glyph;
use crate::address::{Address, Page, Selection, Show, keys};
use crate::ui::browser;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::words;

/// The value and the text of each option of a list.
pub(crate) type SelectOptions = Vec<(String, String)>;

/// An option. Without a word it is the default, which is left out of the address.
pub(crate) fn select_option(word: Option<&str>, text: &str) -> (String, String) {
    (word.unwrap_or_default().to_owned(), text.to_owned())
}

/// The form with the controls of a page, beginning with the provinces. Without JavaScript it is
/// hidden, and a sentence with a link to the page `elsewhere` is shown.
#[component]
pub(crate) fn Controls(
    elsewhere: Page,
    elsewhere_text: &'static str,
    children: Children,
) -> impl IntoView {
    let site = Site::from_context();
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
        // Without this a browser may restore earlier choices, which would not match the address.
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
    let site = Site::from_context();
    site.record_control(keys::PROVINCES, id, site.series(id).swatch().name);
    // A memo, so that the checkbox is only set when its state changes.
    let is_shown = Memo::new(move |_| site.location.with(|l| l.address.selection.shows(id)));
    // Returns whether the province is shown afterwards: without any selected province all of them
    // are shown, including this one. Read the selection first: after the choice the page may be
    // gone.
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

/// A labelled list that sets one key of the query.
#[component]
pub(crate) fn SelectField(
    key: &'static str,
    id: &'static str,
    label: &'static str,
    options: SelectOptions,
) -> impl IntoView {
    let site = Site::from_context();
    // A query may name several states; the list shows the first.
    let word = Memo::new(move |_| {
        let word = site.location.with(|location| location.address.selection.query_value(key));
        word.split(',').next().unwrap_or_default().to_owned()
    });
    let node = NodeRef::<Select>::new();
    browser::show_value(node, move || word.get());
    let known: Vec<String> = options.iter().map(|(value, _)| value.clone()).collect();
    site.record_control(key, label, options.first().map_or("", |(_, text)| text));
    // If the query has a value that is not in the list, such as a year without figures, it is added
    // to the list.
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
                {option_elements(options, &word.get_untracked())}
                {reactive(unknown)}
            </select>
        </span>
    }
}

/// A labelled list of topics. Selecting one leads to another page.
#[component]
pub(crate) fn TopicField(id: &'static str, current: String) -> impl IntoView {
    let site = Site::from_context();
    let (lang, dataset) = (site.lang(), site.dataset);
    let topics = dataset
        .concepts()
        .into_iter()
        .map(|concept| (concept.to_owned(), words::topic_name(lang, dataset, concept).to_owned()));
    // Keep the provinces, but not the year or view: they may not fit another topic.
    let go_to_topic = move |concept: String| {
        let provinces = untrack(|| site.selection()).provinces;
        let selection = Selection { provinces, ..Selection::default() };
        // The focus should be on this list again on the other page.
        let fragment = Some(id.to_owned());
        (site.go_to)(&Address { lang, page: Page::Compare(concept), selection, fragment });
    };
    let options = option_elements(topics.collect(), &current);
    // If the reader makes another choice before the other topic has come, they stay on this page,
    // so the list must show this topic again.
    let node = NodeRef::<Select>::new();
    browser::show_value(node, move || {
        site.location.track();
        current.clone()
    });
    view! {
        <span class="t-select">
            <label for=id>{site.messages().topic()}</label>
            <select
                id=id
                class="t-select__topic"
                node_ref=node
                on:change=move |event| go_to_topic(event_target_value(&event))
            >
                {options}
            </select>
        </span>
    }
}

fn option_elements(options: SelectOptions, chosen: &str) -> AnyView {
    let option = |(value, text): (String, String)| {
        let is_chosen = value == chosen;
        view! {
            <option value=value selected=is_chosen>
                {text}
            </option>
        }
        .into_any()
    };
    options.into_iter().map(option).collect_view().into_any()
}

/// A date field for a day in the past, or today. A typed date counts when the field loses the focus
/// or Enter is pressed; until then it may be incomplete.
#[component]
pub(crate) fn DayField(id: &'static str, label: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let shown = Memo::new(move |_| site.day().to_string());
    site.record_control(keys::DAY, label, &words::day_in_text(site.lang(), site.page_day));
    let node = NodeRef::<Input>::new();
    browser::show_value(node, move || shown.get());
    let is_typed = StoredValue::new(false);
    let choose = move || {
        // The field also loses the focus when its page is removed.
        let (Some(Some(field)), Some(shown)) =
            (node.try_get_untracked(), shown.try_get_untracked())
        else {
            return;
        };
        is_typed.set_value(false);
        // It may be past midnight by now.
        (site.check_day)();
        if !browser::is_whole_day(&field) {
            // The date is empty or incomplete.
            field.set_value(&shown);
            return;
        }
        // Nothing is known about days in the future.
        let day = field.value().min(site.reader_day.get_untracked().to_string());
        field.set_value(&day);
        if day != shown {
            site.choose(keys::DAY, &day);
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| match event.key().as_str() {
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
    // A date picked in the browser's calendar counts at once.
    let on_change = move |_| {
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
                max=move || site.reader_day.get().to_string()
                value=shown.get_untracked()
                node_ref=node
                on:keydown=on_keydown
                on:change=on_change
                on:blur=move |_| browser::when_released(choose)
            />
        </span>
    }
}

/// Controls that are hidden in one view, because they have no effect on it.
#[component]
pub(crate) fn HideInView(show: Show, children: Children) -> impl IntoView {
    let site = Site::from_context();
    let is_shown = move || site.location.with(|location| location.address.selection.show == show);
    view! {
        <div class="t-controls__part" hidden=is_shown>
            {children()}
        </div>
    }
}
