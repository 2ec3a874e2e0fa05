//! A search field and what it narrows. All that a search can find stands in the page, each entry with
//! what it is found by: `data-words` a topic, `data-names` a province. `browser::search` shows the ones
//! that are asked for.

use maud::{Markup, html};

use crate::address::{Page, keys};
use crate::data::Province;
use crate::i18n::Lang;
use crate::i18n::fold::fold;
use crate::ui::lineage::linked;
use crate::ui::site::Site;
use crate::ui::words;

/// The field with its label and a hint. What is entered before there is a program asks for the page
/// with these words; `action` is the page that is asked for, where it is not this one.
pub(crate) fn search_field(label: &str, hint: &str, action: Option<&str>) -> Markup {
    html! {
        form class="t-search t-interactive" role="search" action=[action] {
            label for="search" { (label) }
            // A browser that remembered words would show others than the address says.
            input id="search" type="search" name=(keys::SEARCH) autocomplete="off"
                aria-describedby="search-hint"
                aria-controls=[action.is_none().then_some("found")];
            span id="search-hint" class="t-muted" { (hint) }
        }
    }
}

/// The field, how much it found, and below it what it narrows; `none` is the sentence for when there is
/// nothing.
pub(crate) fn search(label: &str, hint: &str, none: &str, list: &Markup) -> Markup {
    html! {
        (search_field(label, hint, None))
        // How much was found is read out, not each of it at every letter.
        p class="t-found" role="status" data-none=(none) {}
        div id="found" { (list) }
    }
}

/// The provinces, of before and after the mergers, that a search can find by any of their names, each
/// with what became of it.
pub(crate) fn units_to_find(site: &Site) -> Markup {
    let lang = site.lang();
    html! {
        ul {
            @for unit in site.dataset.units() {
                li data-names=(names(lang, unit)) hidden {
                    a href=(site.link(Page::Province(unit.id.clone()))) {
                        (words::pick(lang, &unit.name))
                    }
                    // The name it was found by, where that is another one.
                    span {}
                    ": " (linked(site, unit))
                }
            }
        }
    }
}

/// All names of a province, each once, its own before the others.
fn names(lang: Lang, province: &Province) -> String {
    let Province { name, short, aliases, .. } = province;
    let own = words::pick(lang, name);
    let others = [&short.vi, &short.en, &name.vi, &name.en].into_iter().chain(aliases);
    let mut names = vec![own];
    for other in others {
        if !names.contains(&other.as_str()) {
            names.push(other);
        }
    }
    names.join("|")
}

/// The folded words of a text, each once: a search asks for beginnings of words, in any order.
pub(crate) fn words_once(text: &str) -> String {
    let folded = fold(text);
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split_whitespace() {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}
