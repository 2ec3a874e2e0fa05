//! The page that an address of none was likely meant for.

use super::Page;
use crate::data::Dataset;
use crate::i18n::Lang;
use crate::i18n::fold::fold;

/// The page that is nearest to the folders of an address: the topic or province with about that name,
/// else the page of its folder. A guess, for a reader to take or to leave.
pub(super) fn meant(folders: &[String], dataset: &Dataset) -> Option<Page> {
    let folders: Vec<String> = folders.iter().map(|folder| plain(folder)).collect();
    let folders = match folders.as_slice() {
        // Vietnamese has no folder of its own.
        [first, below @ ..] if first == Lang::Vi.code() => below,
        all => all,
    };
    let Some(first) = folders.first() else { return Some(Page::Home) };
    let concepts = dataset.concepts();
    let topics: Vec<Named<'_>> = concepts.iter().map(|id| (plain(id), *id)).collect();
    let provinces: Vec<Named<'_>> = dataset
        .units()
        .flat_map(|unit| {
            [&unit.id, &unit.name.vi, &unit.short.vi].map(|name| (plain(name), unit.id.as_str()))
        })
        .collect();
    let slugs = Page::FIXED.into_iter().map(|(slug, _)| slug).filter(|slug| !slug.is_empty());
    let slugs: Vec<Named<'_>> =
        slugs.chain([CONCEPTS]).map(|slug| (slug.to_owned(), slug)).collect();
    let Some(slug) = nearest(first, &slugs) else {
        // The folder may be what is missing.
        return folders.iter().find_map(|name| {
            let topic = nearest(name, &topics).map(|id| Page::Compare(id.to_owned()));
            topic.or_else(|| Some(Page::Province(nearest(name, &provinces)?.to_owned())))
        });
    };
    let names = match slug {
        "so-sanh" | CONCEPTS => topics,
        "tinh" => provinces,
        _ => Vec::new(),
    };
    let name = folders.get(1).and_then(|name| nearest(name, &names));
    match (slug, name) {
        (CONCEPTS, None) => Some(Page::Topics),
        _ => Some(Page::of_slug(slug, name)),
    }
}

/// The folder of what topics measure, which is the only one without a page of its own.
const CONCEPTS: &str = "chi-tieu";

/// A name, and the id of what has it.
type Named<'d> = (String, &'d str);

/// A name as a slug would have it.
fn plain(name: &str) -> String {
    fold(name).replace(' ', "-")
}

/// The id with the name that is most like a word: a quarter of its letters may be others, but two at
/// most. None where two ids are equally near.
fn nearest<'d>(word: &str, names: &[Named<'d>]) -> Option<&'d str> {
    let limit = (word.len() / 4).min(2);
    let mut best: Option<(usize, &'d str)> = None;
    let mut is_clear = true;
    for (name, id) in names {
        let apart = distance(word, name);
        match best {
            _ if apart > limit => {}
            Some((least, _)) if apart > least => {}
            Some((least, other)) if apart == least => is_clear &= other == *id,
            _ => (best, is_clear) = (Some((apart, *id)), true),
        }
    }
    best.filter(|_| is_clear).map(|(_, id)| id)
}

/// How many letters must be put in, left out or replaced to make one word of another.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.bytes().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, to) in b.bytes().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
