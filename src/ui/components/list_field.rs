//! Labelled native lists, in which the reader makes a choice.
//!
//! The arrow keys and letters change the value of a closed list at once, and browsers report each
//! change. Whoever looks through the options with them must not be led to another page or view at
//! every option (WCAG 2.2, 3.2.2 On Input). So what the keyboard has changed counts only when Enter
//! or the button that appears then is pressed. An option picked from the open list counts at once.

use std::time::Duration;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::{Select, Span};
use leptos::prelude::*;

use super::status::ControlsStatus;
use crate::address::{Address, Page, Selection};
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

/// A labelled list that sets one key of the query.
#[component]
pub(crate) fn SelectField(
    key: &'static str,
    id: &'static str,
    label: &'static str,
    options: SelectOptions,
) -> impl IntoView {
    let site = Site::from_context();
    let shown = Memo::new(move |_| {
        site.location.with(|location| location.address.selection.query_value(key))
    });
    site.record_control(key, label, options.first().map_or("", |(_, text)| text));
    let known = StoredValue::new(options.clone());
    let text_of = move |value: &str| {
        known.with_value(|known| known.iter().find(|(v, _)| v == value).map(|(_, t)| t.clone()))
    };
    // If the query has a value that is not in the list, such as a year without figures or several
    // states, it is added to the list.
    let unknown = move || {
        let value = shown.get();
        text_of(&value).is_none().then(|| {
            let parts = value.split(',');
            let texts: Vec<String> =
                parts.map(|part| text_of(part).unwrap_or_else(|| part.to_owned())).collect();
            view! { <option value=value.clone()>{texts.join(" · ")}</option> }.into_any()
        })
    };
    let status = expect_context::<ControlsStatus>();
    let choose = move |value: String| {
        let text = text_of(&value);
        let in_words = || text.map(|text| format!("{label}: {text}")).unwrap_or_default();
        status.choose(site, key, &value, in_words);
    };
    let options = view! {
        {option_elements(options, &shown.get_untracked())}
        {reactive(unknown)}
    };
    let choose = Callback::new(choose);
    view! { <List id label key shown=shown.into() choose>{options.into_any()}</List> }
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
    let shown = Signal::derive(move || {
        site.location.track();
        current.clone()
    });
    let choose = Callback::new(go_to_topic);
    view! {
        <List id label=site.messages().topic() shown choose>
            {options}
        </List>
    }
}

/// A labelled list that shows a value and calls `choose` for a choice.
#[component]
fn List(
    id: &'static str,
    label: &'static str,
    /// The key of the query that it sets, if it sets one.
    #[prop(optional)]
    key: Option<&'static str>,
    /// The value of the option that the page shows.
    shown: Signal<String>,
    choose: Callback<String>,
    /// The options.
    children: Children,
) -> impl IntoView {
    let site = Site::from_context();
    let (field, list) = (NodeRef::<Span>::new(), NodeRef::<Select>::new());
    // Whether the list shows another option than the page, which does not count yet.
    let is_pending = RwSignal::new(false);
    // Shows what the page shows. A list that takes the place of the written one may be looked
    // through already when this runs for the first time.
    Effect::new(move |was_shown: Option<bool>| {
        let value = shown.get();
        let Some(list) = list.get() else { return false };
        if was_shown == Some(true) || !is_pending.get_untracked() {
            is_pending.set(false);
            list.set_value(&value);
        }
        true
    });
    let is_other_option = move || {
        let shown = shown.try_get_untracked();
        let list = list.try_get_untracked().flatten();
        list.zip(shown).is_some_and(|(list, shown)| list.value() != shown)
    };
    let is_looking = StoredValue::new(false);
    let confirm = move || {
        if let Some(list) = list.get_untracked() {
            // The button disappears.
            let _ = list.focus();
            is_pending.set(false);
            choose.run(list.value());
        }
    };
    let give_up = move || {
        if let (true, Some(list)) = (is_other_option(), list.get_untracked()) {
            is_pending.set(false);
            list.set_value(&shown.get_untracked());
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if is_other_option() => {
            event.prevent_default();
            confirm();
        }
        "Escape" => give_up(),
        _ if browser::looks_through_list(&event) => {
            is_looking.set_value(true);
            // The change follows at once. If none does, the key has opened the list, or it has gone to
            // an option that was given up before: WebKit does not report the same one twice.
            let settle = move || {
                if is_looking.try_set_value(false).is_none() {
                    is_pending.set(is_other_option());
                }
            };
            set_timeout(settle, Duration::ZERO);
        }
        _ => {}
    };
    let on_change = move |event| {
        if is_looking.get_value() {
            is_pending.set(is_other_option());
        } else {
            is_pending.set(false);
            choose.run(event_target_value(&event));
        }
    };
    // Whoever leaves without Enter has made no choice.
    let on_leave = move |event: FocusEvent| {
        if field.get_untracked().is_none_or(|field| !browser::moves_focus_within(&event, &field)) {
            give_up();
        }
    };
    let button = move || {
        is_pending.get().then(|| {
            view! {
                <button type="button" on:click=move |_| confirm()>
                    {site.messages().press_enter_to_choose()}
                </button>
            }
            .into_any()
        })
    };
    view! {
        <span class="t-select" node_ref=field on:focusout=on_leave>
            <label for=id>{label}</label>
            <select
                id=id
                name=key
                node_ref=list
                on:keydown=on_key
                on:keypress=on_key
                on:change=on_change
            >
                {children()}
            </select>
            <span class="t-select__confirm" role="status">
                {reactive(button)}
            </span>
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
