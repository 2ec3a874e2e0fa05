//! Reads a URL: what it means, and what in it means nothing.

use std::borrow::Cow;

use super::encoding::{decode, encode};
use super::guess::guess_page;
use super::mend::{mend, mend_value, query_pairs};
use super::selection::{GroupBy, MAX_CHOSEN, Selection, Show, SortBy, keys};
use super::{Address, Page};
use crate::compare::{State, YearFilter};
use crate::data::{Dataset, Date, Day, Kind, Span};
use crate::i18n::Lang;

/// A value of the query that is ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its key; a misspelt key as typed.
    pub key: Cow<'static, str>,
    /// The value, cut to 60 characters.
    pub value: String,
    /// Why it is ignored.
    pub reason: IgnoredReason,
}

/// Why a value is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IgnoredReason {
    /// The value is not valid on this page.
    Meaningless,
    /// The same key occurs again later with another value, and only the last one counts.
    Replaced,
    /// More than [`MAX_CHOSEN`] provinces are named before it.
    TooMany,
    /// The page is about the provinces that the site follows, and this is another one.
    NotFollowed,
}

/// What a URL means, and which of its values are ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The address it stands for.
    pub address: Address,
    /// The values that are ignored, in the order of the query.
    pub ignored: Vec<Ignored>,
    /// For an address without a page: the address that was probably meant.
    pub suggestion: Option<Address>,
    /// Whether the path or the fragment had to be mended: then the URL itself leads nowhere, and the
    /// right one is that of [`super::href`].
    pub is_mended: bool,
}

impl From<Address> for Parsed {
    fn from(address: Address) -> Self {
        Self { address, ignored: Vec::new(), suggestion: None, is_mended: false }
    }
}

/// Reads the path, the query (with or without `?`) and the fragment (with or without `#`) of a URL
/// under a base, and repairs damaged links. The page is [`Page::NotFound`], in the language that the
/// path begins with, if the path lies outside the base, has no page, or names a concept or province
/// that the dataset does not have.
pub fn parse(base: &str, path: &str, query: &str, fragment: &str, dataset: &Dataset) -> Parsed {
    let url_path = UrlPath::read(base, path);
    let (lang, page) = url_path.page();
    let page = if page.exists_in(dataset) { page } else { Page::NotFound };
    let mut query = format!("{}&{}", url_path.query, query.strip_prefix('?').unwrap_or(query));
    let mut fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let written = fragment;
    // In markup `&` may be written as `&#38;`. Its `#` cuts the query off: append the rest of the
    // query.
    while let Some(more) = after_ampersand_code(fragment).filter(|_| query.ends_with(['&', ';'])) {
        let (rest_of_query, rest_of_fragment) = more.split_once('#').unwrap_or((more, ""));
        query.push_str(rest_of_query);
        fragment = rest_of_fragment;
    }
    if fragment.is_empty() {
        fragment = &url_path.fragment;
    }
    let (fragment, is_as_written) = read_fragment(fragment, written, dataset);
    let (selection, ignored) = read_query(&query, &page, dataset);
    let needs_suggestion = page == Page::NotFound && url_path.is_inside;
    let guess = needs_suggestion.then(|| guess_page(&url_path.folders, dataset)).flatten();
    let suggestion = guess.map(|page| Address {
        lang,
        selection: read_query(&query, &page, dataset).0,
        page,
        fragment: fragment.clone(),
    });
    let is_mended = url_path.is_mended || !is_as_written;
    let address = Address { lang, page, selection, fragment };
    Parsed { address, ignored, suggestion, is_mended }
}

/// The text after the code of an ampersand, whose `&#` has been cut off: `38;nam=2020` gives
/// `nam=2020`. `None` if the fragment does not begin with such a code.
fn after_ampersand_code(fragment: &str) -> Option<&str> {
    ["38;", "038;", "x26;"].into_iter().find_map(|number| fragment.strip_prefix(number))
}

/// The id in a fragment, without the query or the punctuation that became part of the fragment.
pub fn mended_id(fragment: &str) -> String {
    mend(fragment.split(['?', '&', '#']).next().unwrap_or_default())
}

/// The id that a fragment stands for, and whether it is exactly what was written. If only the mended
/// fragment is the id of a figure, that figure was meant.
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

/// A selection in which a control has changed the value of one key. An empty value is the default, and
/// so is an invalid one.
///
/// ```
/// use tinhso::address::{Page, Selection, keys, with_value};
/// use tinhso::data::Dataset;
/// let chosen =
///     with_value(&Selection::default(), keys::YEAR, "2023", &Page::Promises, &Dataset::default());
/// assert_eq!(chosen.query(), "nam=2023");
/// ```
pub fn with_value(
    selection: &Selection,
    key: &str,
    value: &str,
    page: &Page,
    dataset: &Dataset,
) -> Selection {
    let mut query = format!("{key}={}", encode(value));
    for (other_key, other_value) in selection.query_values() {
        if let Some(other_value) = other_value.filter(|_| other_key != key) {
            query = format!("{query}&{other_key}={}", encode(&other_value));
        }
    }
    read_query(&query, page, dataset).0
}

/// The language and the page that a path stands for, even if the data do not have the page. It needs no
/// data, so that it can be asked before they are loaded.
pub fn page_at(base: &str, path: &str) -> (Lang, Page) {
    UrlPath::read(base, path).page()
}

/// The parts of a URL's path.
struct UrlPath {
    /// Whether the path is below the base.
    is_inside: bool,
    lang: Lang,
    /// The folders below that of the language.
    folders: Vec<String>,
    /// The query, if it became part of the path because its `?` was encoded or lost.
    query: String,
    /// The fragment, if it became part of the path because its `#` was encoded.
    fragment: String,
    /// Whether the path differs from the one that the site writes.
    is_mended: bool,
}

impl UrlPath {
    fn read(base: &str, path: &str) -> Self {
        let (rest, fragment) = split_at_first(path, &["%23", "#"]);
        let (rest, query) = split_at_first(rest, &["%3F", "%3f", "?", "&"]);
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

/// Splits a text at the first of some marks; the second part is empty if it has none of them.
fn split_at_first<'t>(text: &'t str, marks: &[&str]) -> (&'t str, &'t str) {
    let found = marks.iter().filter_map(|mark| Some((text.find(mark)?, mark.len()))).min();
    found.map_or((text, ""), |(at, len)| (&text[..at], &text[at + len..]))
}

fn read_query(query: &str, page: &Page, dataset: &Dataset) -> (Selection, Vec<Ignored>) {
    let mut selection = Selection::default();
    let mut ignored = Vec::new();
    let mut ignore = |key: &Cow<'static, str>, value: &str, reason| {
        let value = value.chars().take(60).collect();
        let entry = Ignored { key: key.clone(), value, reason };
        // What is repeated is told once.
        if !ignored.contains(&entry) {
            ignored.push(entry);
        }
    };
    let (mut provinces, mut kinds, mut states) = (Vec::new(), Vec::new(), Vec::new());
    // The values seen so far of the keys that take only one.
    let mut given: Vec<(Cow<'static, str>, String)> = Vec::new();
    for (key, value) in query_pairs(query) {
        if let keys::PROVINCES | keys::STATES = &*key {
            for id in value.split(',').map(str::trim).filter(|id| !id.is_empty()) {
                let mended = mend_value(id);
                let is_known = if key == keys::PROVINCES {
                    let asked = dataset.units().find(|p| p.id == id || p.id == mended);
                    asked.map(|province| provinces.push(province.id.as_str()))
                } else {
                    State::of_id(&mended).map(|state| states.push(state))
                };
                if is_known.is_none() {
                    ignore(&key, id, IgnoredReason::Meaningless);
                }
            }
            continue;
        }
        let mended = mend_value(&value);
        let is_known = match &*key {
            keys::KIND => {
                let kind = [Kind::Target, Kind::Result].into_iter().find(|k| k.id() == mended);
                kind.map(|kind| kinds.push(kind))
            }
            keys::YEAR => {
                let year = mended.parse::<i32>().ok().filter(|y| (1990..=2100).contains(y));
                year.map(|year| selection.year = YearFilter::Year(year))
            }
            keys::DAY => read_day(&mended).map(|day| selection.day = Some(day)),
            keys::GROUP => GroupBy::from_query_value(&mended).map(|group| selection.group = group),
            keys::SORT => SortBy::from_query_value(&mended).map(|sort| selection.sort = sort),
            keys::SHOW => {
                let show = Show::from_query_value(&mended).filter(|show| is_shown_on(*show, page));
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
            ignore(&key, &value, IgnoredReason::Meaningless);
        } else if key != keys::KIND {
            match given.iter_mut().find(|(other, _)| *other == key) {
                Some((_, before)) => {
                    if mend_value(before) != mended {
                        ignore(&key, before, IgnoredReason::Replaced);
                    }
                    *before = value;
                }
                None => given.push((key, value)),
            }
        }
    }
    let (chosen, left_out) = choose_provinces(&provinces, page, dataset);
    for (id, reason) in left_out {
        ignore(&Cow::Borrowed(keys::PROVINCES), id, reason);
    }
    selection.provinces = chosen;
    // A query that names both kinds asks for all figures.
    selection.kind = kinds.first().copied().filter(|first| kinds.iter().all(|kind| kind == first));
    selection.states = State::ALL.into_iter().filter(|state| states.contains(state)).collect();
    if selection.states.len() == State::ALL.len() {
        selection.states.clear();
    }
    (selection, ignored)
}

/// The provinces that a page can set off among those that an address names, and why it does not set off the
/// others. There are none for the followed ones, which are the default.
fn choose_provinces<'q>(
    named: &[&'q str],
    page: &Page,
    dataset: &Dataset,
) -> (Option<Vec<String>>, Vec<(&'q str, IgnoredReason)>) {
    let followed: Vec<&str> = dataset.followed().iter().map(|p| p.id.as_str()).collect();
    let mut chosen: Vec<String> =
        followed.iter().filter(|id| named.contains(id)).map(|id| (*id).to_owned()).collect();
    let n_followed = chosen.len();
    let mut left_out = Vec::new();
    for id in named.iter().filter(|id| !followed.contains(id)) {
        if *page == Page::Promises {
            left_out.push((*id, IgnoredReason::NotFollowed));
        } else if chosen.iter().any(|other| other == id) {
            // It is named twice.
        } else if chosen.len() >= MAX_CHOSEN.max(followed.len()) {
            left_out.push((*id, IgnoredReason::TooMany));
        } else {
            chosen.push((*id).to_owned());
        }
    }
    let is_default = chosen.len() == n_followed && n_followed == followed.len();
    ((!is_default && !chosen.is_empty()).then_some(chosen), left_out)
}

/// Reads a day of the form `YYYY-MM-DD`; `None` for a month, a year or anything else.
fn read_day(text: &str) -> Option<Day> {
    let date: Date = text.parse().ok()?;
    (date.to.is_none() && matches!(date.from, Span::Day(..))).then(|| date.start())
}

/// Whether a page has this view: only the page of promises shows ambitions, only other pages show a
/// figure or a table alone.
fn is_shown_on(show: Show, page: &Page) -> bool {
    (show == Show::Ambition) == (*page == Page::Promises)
}
