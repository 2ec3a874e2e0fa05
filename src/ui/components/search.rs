//! A search field and the list it narrows, and the provinces a search finds.

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use super::still_of;
use crate::address::{Page, Selection};
use crate::data::Province;
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Lang, phrase};
use crate::ui::lineage::linked;
use crate::ui::site::Site;
use crate::ui::words;

/// What a search found.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// How much, or that there is nothing; empty where nothing was searched for.
    said: String,
    /// All of it, as HTML.
    list: String,
}

impl Found {
    /// `none` is the sentence for when there is nothing.
    pub(crate) fn of(lang: Lang, query: &str, n: usize, none: &str, list: Markup) -> Self {
        let said = match n {
            _ if fold(query).is_empty() => String::new(),
            0 => none.to_owned(),
            n => phrase::found(lang, n),
        };
        Self { said, list: list.into_string() }
    }
}

/// The field with its label and a hint, how much it found, and below it the list. The words searched
/// for stand in the URL; `find` reads them from there.
pub(crate) fn search(
    site: &Site,
    label: &'static str,
    hint: &'static str,
    find: fn(&Site) -> Found,
) -> AnyView {
    let field = {
        let (search, change) = (site.clone(), site.clone());
        view! {
            <form class="t-search t-interactive" role="search" on:submit=|event| event.prevent_default()>
                <label for="search">{label}</label>
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    aria-describedby="search-hint"
                    aria-controls="found"
                    disabled=!site.is_interactive
                    prop:value=move || search.location.with(|l| l.address.selection.search.clone())
                    on:input=move |event| {
                        let words = event_target_value(&event);
                        let selection = change
                            .location
                            .with_untracked(|l| l.address.selection.clone());
                        change.refine(Selection { search: words, ..selection });
                    }
                />
                <span id="search-hint" class="t-muted">{hint}</span>
            </form>
        }
    };
    let searched = site.clone();
    let found = Memo::new(move |_| find(&searched));
    // How much was found is read out, not each of it at every letter.
    view! {
        {field}
        <p class="t-found" role="status">{move || found.with(|found| found.said.clone())}</p>
        <div id="found">
            {still_of(move || found.with(|found| PreEscaped(found.list.clone())))}
        </div>
    }
    .into_any()
}

/// The provinces, of before and after the mergers, that a search finds by any of their names, each
/// with what became of it, and how many; `None` where it finds none, or asks for nothing.
pub(crate) fn units_found(site: &Site, query: &str) -> Option<(Markup, usize)> {
    let lang = site.lang();
    let query = fold(query);
    let name = bare(&query);
    let found: Vec<(&Province, &str)> = site
        .dataset
        .units()
        .filter(|_| !name.is_empty())
        .filter_map(|unit| Some((unit, name_found(lang, unit, name)?)))
        .collect();
    let n = found.len();
    (n > 0).then(|| {
        let list = html! {
            ul {
                @for (unit, name) in found {
                    @let own = words::pick(lang, &unit.name);
                    li {
                        a href=(site.link(Page::Province(unit.id.clone()))) { (own) }
                        @if name != own { " (" (name) ")" }
                        ": " (linked(site, unit))
                    }
                }
            }
        };
        (list, n)
    })
}

/// The name within a folded query: what is searched for is written "tỉnh Bình Phước", too.
fn bare(query: &str) -> &str {
    let query = query.strip_suffix(" province").unwrap_or(query);
    let titles = ["tinh ", "thanh pho ", "tp "];
    titles.iter().find_map(|title| query.strip_prefix(title)).unwrap_or(query)
}

/// The first of a province's names that a search asks for, its own before the others. They are asked
/// one by one: a word of one and a word of another are no name.
fn name_found<'p>(lang: Lang, province: &'p Province, query: &str) -> Option<&'p str> {
    let Province { name, short, aliases, .. } = province;
    let own = words::pick(lang, name);
    let others = [&short.vi, &short.en, &name.vi, &name.en].into_iter().chain(aliases);
    let mut names = std::iter::once(own).chain(others.map(String::as_str));
    // Written in one word, too: "danang".
    let joined = |name: &str| fold(name).split_whitespace().collect::<String>();
    names.find(|name| matches(&fold(name), query) || joined(name).starts_with(query))
}
