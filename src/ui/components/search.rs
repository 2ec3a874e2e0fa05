//! The search field, and the list of provinces that a search finds.

use leptos::html::Input;
use leptos::prelude::*;

use crate::address::{Page, keys};
use crate::data::Province;
use crate::i18n::fold::fold;
use crate::i18n::phrase;
use crate::i18n::search::name_found;
use crate::ui::browser;
use crate::ui::lineage::FateSummary;
use crate::ui::reactive::{Row, Rows, reactive};
use crate::ui::site::Site;
use crate::ui::words;

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

/// The number of provinces that a search finds.
pub(crate) fn count_units_found(site: Site, words: &str) -> usize {
    let is_found = |unit: &&Province| name_found(unit_names(site, unit), words).is_some();
    site.dataset.units().filter(is_found).count()
}

/// The provinces from before and after the mergers that have the words in one of their names, each
/// with what became of it. Empty without a search.
#[component]
pub(crate) fn UnitsFound(#[prop(optional)] heading: Option<&'static str>) -> impl IntoView {
    let site = Site::from_context();
    let words = search_words(site);
    let found = move || {
        let words = words.get();
        let units = site.dataset.units().filter(|_| is_search(&words));
        units.filter_map(|unit| Some((unit, name_found(unit_names(site, unit), &words)?))).collect()
    };
    let found: Memo<Vec<(&'static Province, &'static str)>> = Memo::new(move |_| found());
    let row = |(unit, name): (&'static Province, &'static str)| {
        let view = move || view! { <UnitItem unit name /> }.into_any();
        Row::new(format!("{} {name}", unit.id), view)
    };
    let rows = Signal::derive(move || found.get().into_iter().map(row).collect());
    view! {
        <div class="t-topics" hidden=move || found.with(Vec::is_empty)>
            {heading.map(|text| view! { <h2>{text}</h2> }.into_any())}
            <ul>
                <Rows rows />
            </ul>
        </div>
    }
}

/// A province, with the name that matched if it is not the usual one.
#[component]
fn UnitItem(unit: &'static Province, name: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let usual_name = words::pick(site.lang(), &unit.name);
    let found_by = (name != usual_name).then(|| format!(" ({name})"));
    view! {
        <li>
            <a href=site.link(Page::Province(unit.id.clone()))>{usual_name}</a>
            {found_by}
            ": "
            <FateSummary unit />
        </li>
    }
}

/// All different names of a province, beginning with the usual one.
fn unit_names(site: Site, province: &Province) -> impl Iterator<Item = &str> {
    let Province { name, short, aliases, .. } = province;
    let usual_name = words::pick(site.lang(), name);
    let mut names = vec![usual_name];
    for other in [&short.vi, &short.en, &name.vi, &name.en].into_iter().chain(aliases) {
        if !names.contains(&other.as_str()) {
            names.push(other);
        }
    }
    names.into_iter()
}
