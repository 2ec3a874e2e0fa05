//! The section with which readers save and share what a page shows.

use leptos::html::Input;
use leptos::prelude::*;

use crate::address::href;
use crate::export::{Csv, Format, svg};
use crate::ui::browser;
use crate::ui::figures::Drawing;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;

/// What can be saved or shared of a page, for the present selection.
#[derive(Default)]
pub(crate) struct Shareable {
    /// The part of the file names that stands for the page.
    pub(crate) name: String,
    /// What the page says, in a sentence.
    pub(crate) sentence: String,
    /// Its charts, with titles and sources of their own.
    pub(crate) drawings: Vec<Drawing>,
}

/// Copies a sentence with a link, saves the charts, and offers the downloads. `shareable` is only
/// called when the reader asks. The buttons of a written page are disabled until the program has
/// come.
#[component]
pub(crate) fn SaveAndShare(shareable: fn() -> Shareable) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let owner = Owner::current();
    let make_shareable = StoredValue::new(move || {
        let make = || untrack(shareable);
        owner.as_ref().map_or_else(make, |owner| owner.with(make))
    });
    let message = RwSignal::new("");
    let uncopied = RwSignal::new(None::<String>);
    // After a choice the message is about another view, so remove it. The effect first runs after a
    // press in the written page was repeated, of which it must keep the message.
    Effect::new(move |was_tracked: Option<()>| {
        site.location.track();
        if was_tracked.is_some() {
            message.set("");
            uncopied.set(None);
        }
    });
    let copy = move |_| {
        let address = site.location.with_untracked(|location| location.address.clone());
        let done = move |copying: Result<(), String>| {
            message.set(if copying.is_ok() { messages.copied() } else { messages.copy_failed() });
            uncopied.set(copying.err());
        };
        let Shareable { sentence, .. } = make_shareable.with_value(|make| make());
        browser::copy_to_clipboard(&sentence, &href(site.base, &address), done);
    };
    let save = move |_| {
        let Shareable { name, drawings, .. } = make_shareable.with_value(|make| make());
        for (idx, drawing) in drawings.into_iter().enumerate() {
            browser::save_file(
                &svg::file_name(&name, idx + 1),
                svg::MEDIA_TYPE,
                &drawing.standalone,
            );
        }
    };
    let file = |file, text: &'static str| {
        view! {
            <li>
                <a href=site.download_url(file) download="">
                    {text}
                </a>
            </li>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="get">
            <h2 id="get">{messages.get_title()}</h2>
            <ul class="t-links">
                <li class="t-interactive">
                    <button id="copy" type="button" disabled=!site.is_interactive on:click=copy>
                        {messages.copy_link()}
                    </button>
                    " "
                    <span role="status">
                        {message}
                    </span>
                    <TextToCopy text=uncopied />
                </li>
                <li class="t-interactive">
                    <button id="save" type="button" disabled=!site.is_interactive on:click=save>
                        {messages.get_svg()}
                    </button>
                </li>
                {file(Csv.file_name(), messages.get_csv())}
                {file(site.excel_formats()[0].file_name(), messages.get_csv_excel())}
            </ul>
            <p class="t-muted">{messages.saving_hint()}</p>
        </section>
    }
}

/// A field with a text that could not be copied, selected for the reader to copy; nothing while there is
/// no such text.
#[component]
fn TextToCopy(text: RwSignal<Option<String>>) -> impl IntoView {
    let label = Site::from_context().messages().copy_link();
    let node = NodeRef::<Input>::new();
    browser::select_when_shown(node);
    reactive(move || {
        let text = text.get()?;
        Some(
            view! {
                <div class="t-search">
                    <input node_ref=node type="text" readonly aria-label=label value=text />
                </div>
            }
            .into_any(),
        )
    })
}
