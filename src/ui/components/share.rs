//! What one can take away from a page of figures.

use leptos::prelude::*;

use crate::address::href;
use crate::data::Download;
use crate::ui::browser;
use crate::ui::figures::Drawing;
use crate::ui::site::Site;

/// What a page offers beyond its figures.
pub(crate) struct Share {
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
pub(crate) fn GetAndShare(share: fn() -> Share) -> impl IntoView {
    let site = Site::here();
    let messages = site.messages();
    let owner = Owner::current();
    let taken = StoredValue::new(move || {
        let made = || untrack(share);
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
        let share = taken.with_value(|taken| taken());
        browser::copy(&share.sentence, &href(site.base, &address), done);
    };
    let save = move |_| {
        let Share { name, drawings, .. } = taken.with_value(|taken| taken());
        for (idx, drawing) in drawings.into_iter().enumerate() {
            browser::save(
                &format!("tinhso-{name}-{}.svg", idx + 1),
                "image/svg+xml",
                &drawing.taken,
            );
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
                {file(Download::Csv, messages.get_csv())}
                {file(site.excel_files()[0], messages.get_csv_excel())}
            </ul>
        </section>
    }
}
