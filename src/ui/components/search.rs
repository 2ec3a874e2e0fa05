//! The search field, and the list of what a search finds.

use std::sync::{Arc, OnceLock};

use leptos::html::Input;
use leptos::prelude::*;

use crate::address::{Page, href, keys};
use crate::data::Dataset;
use crate::i18n::fold::fold;
use crate::i18n::search::find;
use crate::i18n::{Lang, phrase};
use crate::ui::browser;
use crate::ui::lineage::FateSummary;
use crate::ui::reactive::{Row, Rows, reactive};
use crate::ui::search::{Entries, Entry, What};
use crate::ui::site::Site;

/// The words in the search field, as the address has them.
pub(crate) fn search_words(site: Site) -> Memo<String> {
    Memo::new(move |_| site.location.with(|location| location.address.selection.search.clone()))
}

/// Whether there is anything to search for.
pub(crate) fn is_search(words: &str) -> bool {
    !fold(words).is_empty()
}

/// The search field, with a label and a hint. Without the program it is a form that loads a page
/// with the words in its query: the page `action` or, if there is none, this page.
#[component]
pub(crate) fn SearchField(
    label: &'static str,
    hint: &'static str,
    #[prop(optional)] action: Option<String>,
) -> impl IntoView {
    let site = Site::from_context();
    let node = NodeRef::<Input>::new();
    let is_here = action.is_none();
    if is_here {
        let words = search_words(site);
        browser::show_value(node, move || words.get());
    }
    let on_input = move |event| {
        if is_here {
            site.choose(keys::SEARCH, &event_target_value(&event));
        }
    };
    view! {
        <form
            class="t-search t-interactive"
            role="search"
            action=action
            on:submit=move |event| {
                if is_here {
                    event.prevent_default();
                }
            }
        >
            <label for="search">{label}</label>
            // Without this a browser may restore earlier words, which would not match the address.
            <input
                id="search"
                type="search"
                name=keys::SEARCH
                autocomplete="off"
                aria-describedby="search-hint"
                aria-controls=is_here.then_some("found")
                node_ref=node
                on:input=on_input
            />
            <span id="search-hint" class="t-muted">
                {hint}
            </span>
        </form>
    }
}

/// The search field, the number of results, and below them the list that is narrowed. `none` is the
/// sentence for no results.
#[component]
pub(crate) fn Search(
    label: &'static str,
    hint: &'static str,
    none: &'static str,
    /// The number of entries that match.
    n_found: Memo<usize>,
    children: Children,
) -> impl IntoView {
    let site = Site::from_context();
    let words = search_words(site);
    let result_text = move || {
        if !words.with(|words| is_search(words)) {
            return String::new();
        }
        match n_found.get() {
            0 => none.to_owned(),
            n => phrase::n_found(site.lang(), n),
        }
    };
    view! {
        <SearchField label hint />
        // Screen readers announce only the number, not each entry at every letter.
        <p class="t-found" role="status">
            {reactive(result_text)}
        </p>
        <div id="found">{children()}</div>
    }
}

/// What the words in the address find among some entries. It is computed at the first search.
pub(crate) fn found_among(
    site: Site,
    entries: fn(Lang, &'static Dataset) -> Arc<Entries>,
) -> Memo<Hits> {
    found_by(site, search_words(site).into(), entries)
}

/// What words find among some entries. It is computed at the first search.
pub(crate) fn found_by(
    site: Site,
    words: Signal<String>,
    entries: fn(Lang, &'static Dataset) -> Arc<Entries>,
) -> Memo<Hits> {
    let all = OnceLock::<Arc<Entries>>::new();
    Memo::new(move |_| {
        words.with(|words| {
            if !is_search(words) {
                return Hits::default();
            }
            let all = all.get_or_init(|| entries(site.lang(), site.dataset));
            let hits = find(&all.searchable, words).into_iter();
            Hits(
                hits.map(|hit| (hit.entry, hit.name.map(str::to_owned), Arc::clone(all))).collect(),
            )
        })
    })
}

/// The entries that were found, the closest first, each with the name that it was found by.
#[derive(Clone, Default)]
pub(crate) struct Hits(Vec<(usize, Option<String>, Arc<Entries>)>);

impl PartialEq for Hits {
    fn eq(&self, other: &Self) -> bool {
        let of = |hits: &Self| {
            hits.0.iter().map(|(entry, name, _)| (*entry, name.clone())).collect::<Vec<_>>()
        };
        of(self) == of(other)
    }
}

impl Hits {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The entries, the closest first, each with the name that it was found by.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Entry, Option<&str>)> {
        self.0.iter().filter_map(|(idx, name, all)| Some((all.entries.get(*idx)?, name.as_deref())))
    }
}

/// The list of what was found. Each entry says what it is.
#[component]
pub(crate) fn Results(found: Memo<Hits>) -> impl IntoView {
    let site = Site::from_context();
    let rows = move || {
        found.with(|found| {
            let hits = found.iter().take(MAX_RESULTS);
            hits.map(|(entry, name)| result_row(site, entry.clone(), name.map(str::to_owned)))
                .collect()
        })
    };
    let rows = Signal::derive(rows);
    view! {
        <ul class="t-results" hidden=move || found.with(|found| found.len() == 0)>
            <Rows rows />
        </ul>
    }
}

/// How many results are listed: whoever sees so many types another letter.
const MAX_RESULTS: usize = 24;

/// A result; of a province with what became of it, and with the name that it was found by if that is not its
/// usual one.
fn result_row(site: Site, entry: Entry, name: Option<String>) -> Row {
    let link = href(site.base, &entry.address);
    let key = format!("{link} {}", name.as_deref().unwrap_or_default());
    // On the page of provinces nothing else is found.
    let says_what = site.page() != Page::Provinces;
    let view = move || {
        let Entry { what, title, remark, .. } = entry.clone();
        let found_by =
            name.as_ref().filter(|name| **name != title).map(|name| format!(" ({name})"));
        let told = match what {
            What::Province(unit) => {
                let remark = says_what.then(|| format!(" · {remark}"));
                view! {
                    {found_by}
                    ": "
                    <FateSummary unit />
                    <span class="t-muted">{remark}</span>
                }
                .into_any()
            }
            _ => view! { " " <span class="t-muted">{remark}</span> }.into_any(),
        };
        view! {
            <li>
                <a href=link.clone()>{title}</a>
                {told}
            </li>
        }
        .into_any()
    };
    Row::new(key, view)
}
