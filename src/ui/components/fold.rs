//! Parts of a page that are closed below a line until a reader opens them, and the list of them.
//!
//! They are `<details>`: browsers find words in them, open them for links to what is inside, and need no
//! program for it. On paper all are open.

use leptos::ev;
use leptos::prelude::*;

use crate::i18n::Fixed;
use crate::ui::browser;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;

/// On which screens a [`Fold`] is closed at first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Folded {
    /// On all. The line is the heading.
    Everywhere,
    /// Only on phones. A wide screen shows the heading and the content, without the line.
    OnPhones,
    /// The same, for content that has no heading on a wide screen, or one of its own.
    OnPhonesUntitled,
}

/// Content below a line that opens and closes it. The `id` is unique on the page, and what is open stays
/// open when the page is built anew.
#[component]
pub(crate) fn Fold(
    #[prop(into)] id: String,
    folded: Folded,
    #[prop(into)] title: String,
    /// What the line says behind the title: mostly how much is below it.
    #[prop(optional)]
    amount: Option<Signal<String>>,
    /// Opens it when it becomes true.
    #[prop(optional)]
    opens: Option<Memo<bool>>,
    /// Whether it stands in the list of sections.
    #[prop(default = true)]
    is_listed: bool,
    /// Whether there is nothing in it now.
    #[prop(optional)]
    hidden: Option<Signal<bool>>,
    children: Children,
) -> impl IntoView {
    let site = Site::from_context();
    if is_listed {
        site.list_section(&id, &title);
    }
    let (is_open, on_toggle) = opening(id.clone());
    // Wide screens show it anyway, in most browsers by the style sheet alone: then its state should say so,
    // too. `src/start.js` does the same in a written page.
    if folded != Folded::Everywhere && site.is_interactive && browser::is_wide() {
        site.opened.update(|opened| opened.push(id.clone()));
    }
    let is_open = move || is_open.get() || opens.is_some_and(|opens| opens.get());
    let is_hidden = move || hidden.is_some_and(|hidden| hidden.get());
    let amount = move || {
        amount.map(|amount| {
            view! { " " <span class="t-muted">{reactive(move || amount.get())}</span> }.into_any()
        })
    };
    let heading_id = format!("{id}-title");
    let (class, summary, content) = match folded {
        Folded::Everywhere => {
            let summary = view! {
                <h2>{title}</h2>
                {amount()}
            };
            ("t-fold", summary.into_any(), children())
        }
        Folded::OnPhonesUntitled => {
            let summary = view! { {title} {amount()} };
            ("t-fold t-fold--phone", summary.into_any(), children())
        }
        Folded::OnPhones => {
            let content = view! {
                <section aria-labelledby=heading_id.clone()>
                    <h2 id=heading_id.clone() class="t-fold__heading">
                        {title.clone()}
                        {amount()}
                    </h2>
                    {children()}
                </section>
            };
            let summary = view! { {title} {amount()} };
            ("t-fold t-fold--phone", summary.into_any(), content.into_any())
        }
    };
    view! {
        <details id=id class=class hidden=is_hidden open=is_open on:toggle=on_toggle>
            <summary>{summary}</summary>
            {content}
        </details>
    }
}

/// An amount that does not change.
pub(crate) fn amount(n: usize) -> Signal<String> {
    Signal::stored(n.to_string())
}

/// Whether the `<details>` of this id is open, and what keeps note of it when it is opened or closed.
pub(crate) fn opening(id: impl Into<String>) -> (Memo<bool>, impl Fn(ev::Event)) {
    let opened = Site::from_context().opened;
    let id = StoredValue::new(id.into());
    let is_open = Memo::new(move |_| {
        opened.with(|opened| id.with_value(|id| opened.iter().any(|other| other == id)))
    });
    let on_toggle = move |event: ev::Event| {
        let id = id.get_value();
        opened.update(|opened| {
            opened.retain(|other| *other != id);
            if browser::is_details_open(&event) {
                opened.push(id);
            }
        });
    };
    (is_open, on_toggle)
}

/// The button for the list of sections, the name of that list, and its first entry.
const OPEN: Fixed = Fixed { vi: "Mục trong trang", en: "On this page" };
const TOP: Fixed = Fixed { vi: "Đầu trang", en: "Top of the page" };

/// Of a page with fewer sections no list is offered.
const MIN_SECTIONS: usize = 3;

/// A list of the sections of the page that are folded or far down, which a button at the corner of the window
/// opens. It stands behind the sections, because it lists those that are there.
#[component]
pub(crate) fn Contents() -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let items = move || {
        let sections = site.sections.get();
        let items = sections.into_iter().map(|(id, title)| {
            view! {
                <li>
                    <a href=format!("#{id}")>{title}</a>
                </li>
            }
            .into_any()
        });
        items.collect_view().into_any()
    };
    let is_short = move || site.sections.with(Vec::len) < MIN_SECTIONS;
    view! {
        <nav class="t-contents" aria-label=OPEN.of(lang) hidden=is_short>
            <button type="button" popovertarget="contents">
                {OPEN.of(lang)}
            </button>
            <div id="contents" popover="auto">
                <ul>
                    <li>
                        <a href="#main">{TOP.of(lang)}</a>
                    </li>
                    {reactive(items)}
                </ul>
            </div>
        </nav>
    }
}
