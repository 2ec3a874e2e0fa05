//! Native controls; each only changes the URL. On a prerendered page they wait, disabled, for the
//! application.

use std::sync::Arc;

use leptos::prelude::*;

use super::{glyph, still_inline};
use crate::address::{Page, Selection};
use crate::ui::site::Site;
use crate::ui::words;

/// The form around controls. Without JavaScript a sentence stands in for them, with a link to
/// `elsewhere`.
pub(crate) fn controls(
    site: &Site,
    elsewhere: Page,
    elsewhere_text: &'static str,
    content: AnyView,
) -> AnyView {
    let messages = site.messages();
    let without_script = (!site.is_interactive).then(|| {
        view! {
            <noscript>
                <p class="t-muted">
                    {messages.needs_script} " " <a href=site.link(elsewhere)>{elsewhere_text}</a>
                </p>
            </noscript>
        }
    });
    view! {
        {without_script}
        <form class="t-controls t-interactive" on:submit=|event| event.prevent_default()>
            <fieldset disabled=!site.is_interactive>
                <legend class="t-hidden">{messages.controls}</legend>
                {province_boxes(site)} <div class="t-controls__selects">{content}</div>
            </fieldset>
        </form>
    }
    .into_any()
}

fn province_boxes(site: &Site) -> AnyView {
    let lang = site.lang();
    let all: Vec<String> = site.dataset.followed().iter().map(|p| p.id.clone()).collect();
    let all: Arc<[String]> = all.into();
    let boxes = site
        .dataset
        .followed()
        .into_iter()
        .map(|province| {
            let (shown, toggled) = (site.clone(), site.clone());
            let (shown_id, id, all) = (province.id.clone(), province.id.clone(), Arc::clone(&all));
            let is_shown = move || shown.location.with(|l| l.address.selection.shows(&shown_id));
            let starts_shown = untrack(is_shown.clone());
            view! {
                <label class="t-check">
                    <input
                        type="checkbox"
                        name="tinh"
                        value=province.id.clone()
                        checked=starts_shown
                        prop:checked=is_shown
                        on:change=move |_| {
                            let all: Vec<&str> = all.iter().map(String::as_str).collect();
                            let selection = toggled
                                .location
                                .with_untracked(|l| l.address.selection.toggled(&id, &all));
                            toggled.select(selection);
                        }
                    />
                    {still_inline(glyph(site.series(&province.id), true))}
                    {words::pick(lang, &province.short).to_owned()}
                </label>
            }
        })
        .collect_view();
    view! { <div class="t-controls__provinces">{boxes}</div> }.into_any()
}

/// A labelled `<select>`; `options` are value and text, `value` the chosen one.
pub(crate) fn select(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    value: impl Fn() -> String + Send + 'static,
    on_choose: impl Fn(String) + 'static,
) -> AnyView {
    let chosen = untrack(&value);
    let options = options
        .into_iter()
        .map(|(option, text)| {
            let is_chosen = option == chosen;
            view! { <option value=option selected=is_chosen>{text}</option> }
        })
        .collect_view();
    view! {
        <span class="t-select">
            <label for=id>{label}</label>
            <select id=id prop:value=value on:change=move |event| on_choose(event_target_value(&event))>
                {options}
            </select>
        </span>
    }
    .into_any()
}

/// A `<select>` whose value is a part of the selection: `read` gives the word of the present one,
/// `write` the selection that a word asks for.
pub(crate) fn select_of(
    site: &Site,
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    read: fn(&Selection) -> String,
    write: fn(Selection, &str) -> Selection,
) -> AnyView {
    let (site, chosen) = (site.clone(), site.clone());
    let value = move || chosen.location.with(|l| read(&l.address.selection));
    select(id, label, options, value, move |word| {
        let selection = site.location.with_untracked(|l| l.address.selection.clone());
        site.select(write(selection, &word));
    })
}
