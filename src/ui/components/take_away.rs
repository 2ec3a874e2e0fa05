//! What one can take away from a page of figures.

use leptos::prelude::*;

use crate::address::href;
use crate::export::{Csv, Format, svg};
use crate::ui::browser;
use crate::ui::figures::Drawing;
use crate::ui::site::Site;

/// What is taken from a page of figures: as a sentence, or as files.
pub(crate) struct Taken {
    /// The page's part of the names of files.
    pub(crate) name: String,
    /// What the page says in a sentence, for the selection of the moment.
    pub(crate) sentence: String,
    /// Its charts.
    pub(crate) drawings: Vec<Drawing>,
}

/// Downloads, and a sentence with its link to paste elsewhere. What is taken is made when it is asked
/// for. On a written page the buttons wait for the program.
#[component]
pub(crate) fn TakeAway(taken: fn() -> Taken) -> impl IntoView {
    let site = Site::here();
    let messages = site.messages();
    let owner = Owner::current();
    let make = StoredValue::new(move || {
        let made = || untrack(taken);
        owner.as_ref().map_or_else(made, |owner| owner.with(made))
    });
    let said = RwSignal::new("");
    // Of another view nothing was copied yet.
    Effect::new(move |_| {
        site.location.track();
        said.set("");
    });
    let copy = move |_| {
        let address = site.location.with_untracked(|location| location.address.clone());
        let done = move |is_copied: bool| {
            said.set(if is_copied { messages.copied() } else { messages.copy_failed() });
        };
        let Taken { sentence, .. } = make.with_value(|make| make());
        browser::copy(&sentence, &href(site.base, &address), done);
    };
    let save = move |_| {
        let Taken { name, drawings, .. } = make.with_value(|make| make());
        for (idx, drawing) in drawings.into_iter().enumerate() {
            browser::save(&svg::file_name(&name, idx + 1), svg::MEDIA_TYPE, &drawing.taken);
        }
    };
    let file = |file, text: &'static str| {
        view! {
            <li>
                <a href=site.download(file) download="">
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
                    <button id="copy" type="button" disabled=!site.is_live on:click=copy>
                        {messages.copy_link()}
                    </button>
                    " "
                    <span role="status">
                        {said}
                    </span>
                </li>
                <li class="t-interactive">
                    <button id="save" type="button" disabled=!site.is_live on:click=save>
                        {messages.get_svg()}
                    </button>
                </li>
                {file(Csv.file_name(), messages.get_csv())}
                {file(site.excel_formats()[0].file_name(), messages.get_csv_excel())}
            </ul>
        </section>
    }
}
