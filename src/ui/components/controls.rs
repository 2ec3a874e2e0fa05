//! The native form controls for the selection. The name of a control is its key in the query, so a
//! choice is parsed as a query is.
//!
//! The controls are the same in a written page and in the built one, so that a choice made before
//! the program came can be repeated in the built page (`browser::takeover`).

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use super::choose::{ProvinceBox, ProvincePicker};
use super::status::ControlsStatus;
use super::{Fold, Folded};
use crate::address::{Page, Show, keys};
use crate::i18n::phrase;
use crate::ui::browser;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::words;

/// The form with the controls of a page, beginning with the provinces. On a phone it is closed below the name
/// of the one in view, or the number of several. Without JavaScript it is hidden, and a sentence with a link
/// to the page `elsewhere` is shown.
#[component]
pub(crate) fn Controls(
    elsewhere: Page,
    elsewhere_text: &'static str,
    /// The sentence of the page, which is read aloud when it changes.
    sentence: Signal<String>,
    /// The other controls.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let status = ControlsStatus::new(sentence);
    provide_context(status);
    // Any other change of the page makes an old refusal pointless.
    Effect::new(move || {
        site.location.track();
        status.refusal.set(String::new());
    });
    let boxes = site.dataset.followed().into_iter().map(move |province| {
        view! { <ProvinceBox id=&province.id name=words::pick(site.lang(), &province.short) /> }
            .into_any()
    });
    // On a phone the line says which province is in view; of several only how many, because it is one line.
    let in_view = Signal::derive(move || match site.selected_provinces().as_slice() {
        [only] => words::pick(site.lang(), &only.short).to_owned(),
        several => phrase::n_provinces(site.lang(), several.len()),
    });
    // Promises are followed of no other provinces.
    let picker = (site.page() != Page::Promises).then(|| view! { <ProvincePicker /> }.into_any());
    let others = children
        .map(|children| view! { <div class="t-controls__selects">{children()}</div> }.into_any());
    view! {
        <noscript>
            <p class="t-muted">
                {messages.needs_script()} " " <a href=site.link(elsewhere)>{elsewhere_text}</a>
            </p>
        </noscript>
        <div class="t-interactive">
            <Fold id="controls" folded=Folded::OnPhonesUntitled title=messages.controls() amount=in_view>
                // Without this a browser may restore earlier choices, which would not match the address.
                <form class="t-controls" autocomplete="off" on:submit=|ev| ev.prevent_default()>
                    <fieldset>
                        <legend class="t-hidden">{messages.controls()}</legend>
                        <div class="t-controls__provinces">{boxes.collect_view()}</div>
                        {picker}
                        <p class="t-controls__refusal" role="status">
                            {reactive(move || status.refusal.get())}
                        </p>
                        {others}
                        <p class="t-hidden" role="status">
                            {reactive(move || status.choice.get())}
                        </p>
                    </fieldset>
                </form>
            </Fold>
        </div>
    }
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
    let status = expect_context::<ControlsStatus>();
    let is_typed = StoredValue::new(false);
    let choose = move || {
        // The field also loses the focus when its page is removed.
        let (Some(Some(field)), Some(shown)) =
            (node.try_get_untracked(), shown.try_get_untracked())
        else {
            return;
        };
        let was_typed = is_typed.get_value();
        is_typed.set_value(false);
        // It may be past midnight by now.
        (site.check_day)();
        let today = site.reader_day.get_untracked().to_string();
        // "Clear" in the browser's calendar takes the choice back.
        if field.value().is_empty() && !was_typed {
            field.set_value(&today);
        }
        let day = field.value();
        // Nothing is known about days in the future.
        if !browser::is_whole_day(&field) || day > today {
            field.set_value(&shown);
            let day = words::day_in_text(site.lang(), untrack(|| site.day()));
            status.refusal.set(phrase::no_such_day(site.lang(), &day));
        } else if day != shown {
            let in_words =
                || format!("{label}: {}", words::day_in_text(site.lang(), untrack(|| site.day())));
            status.choose(site, keys::DAY, &day, in_words);
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
        _ => {
            is_typed.set_value(true);
            status.refusal.set(String::new());
        }
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
