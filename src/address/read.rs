//! URL → address.

use std::borrow::Cow;

use super::encoding::{decode, encode};
use super::guess::meant;
use super::mend::{mend, pairs, word};
use super::selection::{Group, Selection, Show, Sort, keys};
use super::{Address, Page};
use crate::compare::{State, YearFilter};
use crate::data::{Dataset, Date, Day, Kind, Span};
use crate::i18n::Lang;

/// A value of the query that was ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its key; as it was typed, where it is nearly one.
    pub key: Cow<'static, str>,
    /// The value, at most 60 characters of it.
    pub value: String,
    /// Why.
    pub why: Why,
}

/// Why a value is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It means nothing here.
    Meaningless,
    /// Another value of its key stands behind it, and a page has only one.
    Replaced,
}

/// What a URL means, and what of it means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Where the reader is.
    pub address: Address,
    /// Values that were ignored, in the order of the query.
    pub ignored: Vec<Ignored>,
    /// Of an address of no page: the one that was likely meant.
    pub meant: Option<Address>,
    /// Whether the path or the fragment had to be mended, so that only [`super::href`] leads there.
    pub is_mended: bool,
}

impl From<Address> for Parsed {
    fn from(address: Address) -> Self {
        Self { address, ignored: Vec::new(), meant: None, is_mended: false }
    }
}

/// Reads the path, the query (with or without `?`) and the fragment (with or without `#`) of a URL
/// under a base, and undoes what was done to it on its way. A path outside the base, of no page, or of
/// a concept or province the dataset does not have is [`Page::NotFound`], in the language the path
/// begins with.
pub fn parse(base: &str, path: &str, query: &str, fragment: &str, dataset: &Dataset) -> Parsed {
    let found = Path::read(base, path);
    let (lang, page) = found.page();
    let page = if page.is_in(dataset) { page } else { Page::NotFound };
    let mut query = format!("{}&{}", found.query, query.strip_prefix('?').unwrap_or(query));
    let mut fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let written = fragment;
    // The `#` of `&#38;`, which is an `&` in markup, begins a fragment.
    while let Some(more) = after_number(fragment).filter(|_| query.ends_with(['&', ';'])) {
        let (keys, behind) = more.split_once('#').unwrap_or((more, ""));
        query.push_str(keys);
        fragment = behind;
    }
    if fragment.is_empty() {
        fragment = &found.fragment;
    }
    let (fragment, is_as_written) = read_fragment(fragment, written, dataset);
    let (selection, ignored) = read_query(&query, &page, dataset);
    let is_meant = page == Page::NotFound && found.is_inside;
    let meant = is_meant.then(|| meant(&found.folders, dataset)).flatten();
    let meant = meant.map(|page| Address {
        lang,
        selection: read_query(&query, &page, dataset).0,
        page,
        fragment: fragment.clone(),
    });
    let is_mended = found.is_mended || !is_as_written;
    Parsed { address: Address { lang, page, selection, fragment }, ignored, meant, is_mended }
}

/// What follows the rest of `&#38;` or `&#x26;`.
fn after_number(fragment: &str) -> Option<&str> {
    ["38;", "038;", "x26;"].into_iter().find_map(|number| fragment.strip_prefix(number))
}

/// The id of a place in a page without what was taken into a fragment that names it.
pub fn mended_id(fragment: &str) -> String {
    mend(fragment.split(['?', '&', '#']).next().unwrap_or_default())
}

/// The id that a fragment means, and whether it is what was written: of what is the id of a figure
/// only without what was taken into it, the figure is meant.
fn read_fragment(fragment: &str, written: &str, dataset: &Dataset) -> (Option<String>, bool) {
    let mut id = decode(fragment, false);
    let mut is_as_written = fragment == written;
    if !id.is_empty() && dataset.observation(&id).is_none() {
        let mended = mended_id(&id);
        if dataset.observation(&mended).is_some() {
            is_as_written = false;
            id = mended;
        }
    }
    (Some(id).filter(|id| !id.is_empty()), is_as_written)
}

/// The selection with the word of one key replaced, as a control of the page gives it: empty for the
/// default. What means nothing is the default, too.
///
/// ```
/// use tinhso::address::{Page, Selection, choose, keys};
/// use tinhso::data::Dataset;
/// let chosen =
///     choose(&Selection::default(), keys::YEAR, "2023", &Page::Promises, &Dataset::default());
/// assert_eq!(chosen.query(), "nam=2023");
/// ```
pub fn choose(
    selection: &Selection,
    key: &str,
    word: &str,
    page: &Page,
    dataset: &Dataset,
) -> Selection {
    let query = format!("{key}={}", encode(word));
    let others = selection.words().into_iter().filter(|(other, _)| *other != key);
    let query = others.fold(query, |query, (other, word)| match word {
        Some(word) => format!("{query}&{other}={}", encode(&word)),
        None => query,
    });
    read_query(&query, page, dataset).0
}

/// The language and the page that a path names, whether the data have that or not: what must be known
/// before there are data.
pub fn page_at(base: &str, path: &str) -> (Lang, Page) {
    Path::read(base, path).page()
}

/// What a path is made of.
struct Path {
    /// Whether it is below the base.
    is_inside: bool,
    lang: Lang,
    /// The folders below the language's.
    folders: Vec<String>,
    /// The query, where its `?` was encoded or lost.
    query: String,
    /// The fragment, where its `#` was encoded.
    fragment: String,
    /// Whether it is not as the site writes it.
    is_mended: bool,
}

impl Path {
    fn read(base: &str, path: &str) -> Self {
        let (rest, fragment) = cut(path, &["%23", "#"]);
        let (rest, query) = cut(rest, &["%3F", "%3f", "?", "&"]);
        let names =
            |path: &'_ str| path.split('/').map(mend).filter(|name| !name.is_empty()).collect();
        let (own, mut folders): (Vec<String>, Vec<String>) = (names(base), names(rest));
        let is_inside = folders.starts_with(&own);
        folders.drain(..if is_inside { own.len() } else { 0 });
        if folders.last().is_some_and(|name| name == "index.html") {
            folders.pop();
        }
        let written = decode(rest, false);
        let written = written.strip_suffix("index.html").unwrap_or(&written);
        let plain = format!("{base}{}", folders.join("/"));
        let without_slash = |path: &str| path.strip_suffix('/').unwrap_or(path).to_owned();
        let is_mended = rest != path || without_slash(written) != without_slash(&plain);
        let is_english = folders.first().is_some_and(|name| name == Lang::En.code());
        let lang = if is_inside && is_english { Lang::En } else { Lang::Vi };
        folders.drain(..usize::from(lang == Lang::En));
        let (query, fragment) = (query.to_owned(), fragment.to_owned());
        Self { is_inside, lang, folders, query, fragment, is_mended }
    }

    fn page(&self) -> (Lang, Page) {
        let page = match self.folders.as_slice() {
            _ if !self.is_inside => Page::NotFound,
            [] => Page::Home,
            [slug] => Page::of_slug(slug, None),
            [slug, name] => Page::of_slug(slug, Some(name)),
            _ => Page::NotFound,
        };
        (self.lang, page)
    }
}

/// A text before and behind the first of some marks.
fn cut<'t>(text: &'t str, marks: &[&str]) -> (&'t str, &'t str) {
    let found = marks.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    found.map_or((text, ""), |(at, len)| (&text[..at], &text[at + len..]))
}

fn read_query(query: &str, page: &Page, dataset: &Dataset) -> (Selection, Vec<Ignored>) {
    let mut selection = Selection::default();
    let mut ignored = Vec::new();
    let mut ignore = |key: &Cow<'static, str>, value: &str, why| {
        ignored.push(Ignored { key: key.clone(), value: value.chars().take(60).collect(), why });
    };
    let known = dataset.followed();
    let (mut provinces, mut kinds, mut states) = (Vec::new(), Vec::new(), Vec::new());
    // The values that count, of keys that have only one.
    let mut given: Vec<(Cow<'static, str>, String)> = Vec::new();
    for (key, value) in pairs(query) {
        if let keys::PROVINCES | keys::STATES = &*key {
            for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
                let word = word(id);
                let is_known = if key == keys::PROVINCES {
                    let asked = known.iter().find(|p| p.id == id || p.id == word);
                    asked.map(|province| provinces.push(&province.id))
                } else {
                    State::of_id(&word).map(|state| states.push(state))
                };
                if is_known.is_none() {
                    ignore(&key, id, Why::Meaningless);
                }
            }
            continue;
        }
        let word = word(&value);
        let is_known = match &*key {
            keys::KIND => {
                let kind = [Kind::Target, Kind::Result].into_iter().find(|k| k.id() == word);
                kind.map(|kind| kinds.push(kind))
            }
            keys::YEAR => {
                let year = word.parse::<i32>().ok().filter(|y| (1990..=2100).contains(y));
                year.map(|year| selection.year = YearFilter::Year(year))
            }
            keys::DAY => read_day(&word).map(|day| selection.day = Some(day)),
            keys::GROUP => Group::of_word(&word).map(|group| selection.group = group),
            keys::SORT => Sort::of_word(&word).map(|sort| selection.sort = sort),
            keys::SHOW => {
                let show = Show::of_word(&word).filter(|show| is_shown_on(*show, page));
                show.map(|show| selection.show = show)
            }
            keys::SEARCH if value.is_empty() => continue,
            keys::SEARCH => {
                selection.search.clone_from(&value);
                Some(())
            }
            _ => None,
        };
        if is_known.is_none() {
            ignore(&key, &value, Why::Meaningless);
        } else if key != keys::KIND {
            match given.iter_mut().find(|(other, _)| *other == key) {
                Some((_, before)) => {
                    if self::word(before) != word {
                        ignore(&key, before, Why::Replaced);
                    }
                    *before = value;
                }
                None => given.push((key, value)),
            }
        }
    }
    let chosen = known.iter().map(|p| &p.id).filter(|id| provinces.contains(id));
    let chosen: Vec<String> = chosen.cloned().collect();
    let narrows = !chosen.is_empty() && chosen.len() < known.len();
    selection.provinces = narrows.then_some(chosen);
    // Both are all there are.
    selection.kind = kinds.first().copied().filter(|first| kinds.iter().all(|kind| kind == first));
    selection.states = State::ALL.into_iter().filter(|state| states.contains(state)).collect();
    if selection.states.len() == State::ALL.len() {
        selection.states.clear();
    }
    (selection, ignored)
}

/// A day written `YYYY-MM-DD`; a month or a year is none.
fn read_day(text: &str) -> Option<Day> {
    let date: Date = text.parse().ok()?;
    (date.to.is_none() && matches!(date.from, Span::Day(..))).then(|| date.start())
}

/// Figure and table are of comparisons, ambitions of promises.
fn is_shown_on(show: Show, page: &Page) -> bool {
    (show == Show::Ambition) == (*page == Page::Promises)
}
