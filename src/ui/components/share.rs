//! What one can take away from a page of figures.

use leptos::prelude::*;

use crate::address::href;
use crate::ui::figures::Drawing;
use crate::ui::outside;
use crate::ui::site::Site;

/// What a page offers beyond its figures.
pub(crate) struct Share {
    /// The page's part of the names of files.
    pub(crate) name: String,
    /// What the page says in a sentence, for the selection of the moment.
    pub(crate) sentence: Box<dyn Fn() -> String>,
    /// Its charts.
    pub(crate) drawings: Box<dyn Fn() -> Vec<Drawing>>,
}

/// Downloads, and a sentence with its link to paste elsewhere.
pub(crate) fn get_and_share(site: &Site, share: Share) -> AnyView {
    let messages = site.messages();
    let buttons = site.is_interactive.then(|| interactive_sharing(site.clone(), share));
    view! {
        <section aria-labelledby="get">
            <h2 id="get">{messages.get_title}</h2>
            <ul class="t-links">
                {buttons}
                <li><a href=site.file("data/observations.csv") download="">{messages.get_csv}</a></li>
                <li>
                    <a href=site.file("data/observations-excel.csv") download="">{messages.get_csv_excel}</a>
                </li>
            </ul>
        </section>
    }
    .into_any()
}

/// What a browser can do beyond following links: the chart as a file, the sentence to the clipboard.
fn interactive_sharing(site: Site, share: Share) -> AnyView {
    let messages = site.messages();
    let said = RwSignal::new("");
    let Share { name, sentence, drawings } = share;
    let copy = move |_| {
        let link = site.location.with_untracked(|l| href(&site.base, &l.address));
        outside::copy(&untrack(&sentence), &link, move |copied| {
            said.set(if copied { messages.copied } else { messages.copy_failed });
        });
    };
    let save = move |_| {
        for (idx, drawing) in untrack(&drawings).into_iter().enumerate() {
            let name = format!("tinhso-{name}-{}.svg", idx + 1);
            outside::save(&name, "image/svg+xml", &drawing.download);
        }
    };
    view! {
        <li>
            <button type="button" on:click=copy>{messages.copy_link}</button>
            " "
            <span role="status">{move || said.get()}</span>
        </li>
        <li><button type="button" on:click=save>{messages.get_svg}</button></li>
    }
    .into_any()
}
