//! A search field and what it narrows.

use leptos::html::Input;
use leptos::prelude::*;

use super::Heading;
use crate::address::{Page, keys};
use crate::data::Province;
use crate::i18n::fold::fold;
use crate::i18n::phrase;
use crate::i18n::search::name_found;
use crate::ui::browser;
use crate::ui::lineage::BecameInShort;
use crate::ui::live::{Row, Rows, live};
use crate::ui::site::Site;
use crate::ui::words;

/// The words searched for; tracked by who reads them.
pub(crate) fn searched(site: Site) -> Memo<String> {
    Memo::new(move |_| site.location.with(|location| location.address.selection.search.clone()))
}

/// Whether words search for anything.
pub(crate) fn is_asked(words: &str) -> bool {
    !fold(words).is_empty()
}

/// The field with its label and a hint. What is entered before there is a program asks for the page
/// with these words; `action` is the page that is asked for, where it is not this one.
#[component]
pub(crate) fn SearchField(
    label: &'static str,
    hint: &'static str,
    #[prop(optional)] action: Option<String>,
) -> impl IntoView {
    let site = Site::here();
    let node = NodeRef::<Input>::new();
    let is_here = action.is_none();
    if is_here {
        let asked = searched(site);
        browser::show_value(node, move || asked.get());
    }
    let ask = move |event| {
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
            // A browser that remembered words would show others than the address says.
            <input
                id="search"
                type="search"
                name=keys::SEARCH
                autocomplete="off"
                aria-describedby="search-hint"
                aria-controls=is_here.then_some("found")
                node_ref=node
                on:input=ask
            />
            <span id="search-hint" class="t-muted">
                {hint}
            </span>
        </form>
    }
}

/// The field, how much it found, and below it what it narrows; `none` is the sentence for when there is
/// nothing.
#[component]
pub(crate) fn Search(
    label: &'static str,
    hint: &'static str,
    none: &'static str,
    /// How many entries fit the words.
    n_found: Memo<usize>,
    children: Children,
) -> impl IntoView {
    let site = Site::here();
    let words = searched(site);
    let said = move || {
        if !words.with(|words| is_asked(words)) {
            return String::new();
        }
        match n_found.get() {
            0 => none.to_owned(),
            n => phrase::n_found(site.lang(), n),
        }
    };
    view! {
        <SearchField label hint />
        // How much was found is read out, not each of it at every letter.
        <p class="t-found" role="status">
            {live(said)}
        </p>
        <div id="found">{children()}</div>
    }
}

/// How many provinces a search finds.
pub(crate) fn n_units_found(site: Site, words: &str) -> usize {
    let is_found = |unit: &&Province| name_found(names(site, unit), words).is_some();
    site.dataset.units().filter(is_found).count()
}

/// The provinces, of before and after the mergers, that a search finds by any of their names, each with
/// what became of it; without a search none.
#[component]
pub(crate) fn UnitsFound(#[prop(optional)] heading: Option<&'static str>) -> impl IntoView {
    let site = Site::here();
    let words = searched(site);
    let found = move || {
        let words = words.get();
        let units = site.dataset.units().filter(|_| is_asked(&words));
        units.filter_map(|unit| Some((unit, name_found(names(site, unit), &words)?))).collect()
    };
    let found: Memo<Vec<(&'static Province, &'static str)>> = Memo::new(move |_| found());
    let row = |(unit, name): (&'static Province, &'static str)| {
        let view = move || view! { <Unit unit name /> }.into_any();
        Row::new(format!("{} {name}", unit.id), view)
    };
    let rows = Signal::derive(move || found.get().into_iter().map(row).collect());
    view! {
        <div class="t-topics" hidden=move || found.with(Vec::is_empty)>
            {heading.map(|text| view! { <Heading text /> }.into_any())}
            <ul>
                <Rows rows />
            </ul>
        </div>
    }
}

/// A province, with the name it was found by where that is another one.
#[component]
fn Unit(unit: &'static Province, name: &'static str) -> impl IntoView {
    let site = Site::here();
    let own = words::pick(site.lang(), &unit.name);
    let found_by = (name != own).then(|| format!(" ({name})"));
    view! {
        <li>
            <a href=site.link(Page::Province(unit.id.clone()))>{own}</a>
            {found_by}
            ": "
            <BecameInShort unit />
        </li>
    }
}

/// All names of a province, each once, its own before the others.
fn names(site: Site, province: &Province) -> impl Iterator<Item = &str> {
    let Province { name, short, aliases, .. } = province;
    let own = words::pick(site.lang(), name);
    let mut names = vec![own];
    for other in [&short.vi, &short.en, &name.vi, &name.en].into_iter().chain(aliases) {
        if !names.contains(&other.as_str()) {
            names.push(other);
        }
    }
    names.into_iter()
}
