//! Guesses which page was meant by an address that leads to none.

use super::Page;
use crate::data::{Dataset, edit_distance};
use crate::i18n::Lang;
use crate::i18n::fold::fold;

/// The page whose address is most like the given folders: the topic or province with a similar name,
/// else the page of the first folder. It is only a guess, which a page offers as a link. `None` if no
/// page is similar.
pub(super) fn guess_page(folders: &[String], dataset: &Dataset) -> Option<Page> {
    let mut names: Vec<Name<'_>> = Vec::new();
    let mut add = |folder, name: &str, id| names.push(Name { folder, text: slugify(name), id });
    for (slug, _) in Page::FIXED {
        add("", slug, slug);
    }
    add("", CONCEPTS_FOLDER, CONCEPTS_FOLDER);
    for concept in dataset.concepts() {
        add(TOPICS_FOLDER, concept, concept);
    }
    for unit in dataset.units() {
        for name in [&unit.id, &unit.name.vi, &unit.short.vi] {
            add(PROVINCES_FOLDER, name, &unit.id);
        }
    }
    // The Vietnamese pages have no folder of their own, but somebody may have typed one.
    let is_vietnamese = folders.first().is_some_and(|first| first == Lang::Vi.code());
    let folders = &folders[usize::from(is_vietnamese)..];
    let Some(first) = folders.first() else { return Some(Page::Home) };
    let Some(slug) = nearest_id(first, "", &names) else {
        // The first folder may be missing, so look for the names of topics and provinces anywhere.
        for folder in folders {
            for parent in [TOPICS_FOLDER, PROVINCES_FOLDER] {
                if let Some(id) = nearest_id(folder, parent, &names) {
                    return Some(Page::of_slug(parent, Some(id)));
                }
            }
        }
        return None;
    };
    let parent = if slug == CONCEPTS_FOLDER { TOPICS_FOLDER } else { slug };
    match folders.get(1).and_then(|name| nearest_id(name, parent, &names)) {
        Some(id) => Some(Page::of_slug(slug, Some(id))),
        None => Some(Page::of_slug(parent, None)),
    }
}

const TOPICS_FOLDER: &str = "so-sanh";
const PROVINCES_FOLDER: &str = "tinh";
/// The folder of the pages on what each topic measures: the only folder that is not a page itself.
const CONCEPTS_FOLDER: &str = "chi-tieu";

/// A name that an address may have below a folder, and the id that the name belongs to.
struct Name<'d> {
    folder: &'static str,
    text: String,
    id: &'d str,
}

/// A name in the form of a slug: small letters without marks, and hyphens between words.
pub(super) fn slugify(name: &str) -> String {
    fold(name).replace(' ', "-")
}

/// The id with the name in `folder` that is most like `word`. Up to a quarter of the letters may
/// differ, but at most two. `None` where no name is that similar, or where two ids are equally similar.
fn nearest_id<'d>(word: &str, folder: &str, names: &[Name<'d>]) -> Option<&'d str> {
    let word = slugify(word);
    // The number of edits that is just too many.
    let mut least = (word.len() / 4).min(2) + 1;
    let mut best = None;
    for Name { folder: own, text, id } in names {
        let distance = if *own == folder { edit_distance(&word, text) } else { least + 1 };
        if distance < least {
            (least, best) = (distance, Some(*id));
        } else if distance == least && best != Some(*id) {
            best = None;
        }
    }
    best
}
