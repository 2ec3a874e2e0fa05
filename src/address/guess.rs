//! The page that an address of none was likely meant for.

use super::Page;
use crate::data::{Dataset, edit_distance};
use crate::i18n::Lang;
use crate::i18n::fold::fold;

/// The page that is nearest to the folders of an address: the topic or province with about that name,
/// else the page of its folder. A guess, for a reader to take or to leave.
pub(super) fn meant(folders: &[String], dataset: &Dataset) -> Option<Page> {
    let mut names: Vec<Name<'_>> = Vec::new();
    let mut add = |folder, name: &str, id| names.push(Name { folder, text: plain(name), id });
    for (slug, _) in Page::FIXED {
        add("", slug, slug);
    }
    add("", CONCEPTS, CONCEPTS);
    for concept in dataset.concepts() {
        add(TOPICS, concept, concept);
    }
    for unit in dataset.units() {
        for name in [&unit.id, &unit.name.vi, &unit.short.vi] {
            add(PROVINCES, name, &unit.id);
        }
    }
    // Vietnamese has no folder of its own.
    let is_vietnamese = folders.first().is_some_and(|first| first == Lang::Vi.code());
    let folders = &folders[usize::from(is_vietnamese)..];
    let Some(first) = folders.first() else { return Some(Page::Home) };
    let Some(slug) = nearest(first, "", &names) else {
        // The folder may be what is missing.
        for folder in folders {
            for of in [TOPICS, PROVINCES] {
                if let Some(id) = nearest(folder, of, &names) {
                    return Some(Page::of_slug(of, Some(id)));
                }
            }
        }
        return None;
    };
    let of = if slug == CONCEPTS { TOPICS } else { slug };
    match folders.get(1).and_then(|name| nearest(name, of, &names)) {
        Some(id) => Some(Page::of_slug(slug, Some(id))),
        None => Some(Page::of_slug(of, None)),
    }
}

const TOPICS: &str = "so-sanh";
const PROVINCES: &str = "tinh";
/// What topics measure: the only folder without a page of its own.
const CONCEPTS: &str = "chi-tieu";

/// A name that stands in a folder of an address, and the id of what has it.
struct Name<'d> {
    folder: &'static str,
    text: String,
    id: &'d str,
}

/// A name as a slug would have it.
pub(super) fn plain(name: &str) -> String {
    fold(name).replace(' ', "-")
}

/// The id with the name in a folder that is most like a word: a quarter of its letters may be others,
/// but two at most. None where two ids are equally near.
fn nearest<'d>(word: &str, folder: &str, names: &[Name<'d>]) -> Option<&'d str> {
    let word = plain(word);
    // One more than may be others.
    let mut least = (word.len() / 4).min(2) + 1;
    let mut best = None;
    for Name { folder: own, text, id } in names {
        let apart = if *own == folder { edit_distance(&word, text) } else { least + 1 };
        if apart < least {
            (least, best) = (apart, Some(*id));
        } else if apart == least && best != Some(*id) {
            best = None;
        }
    }
    best
}
