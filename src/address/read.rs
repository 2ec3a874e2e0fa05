//! URL → address.

use super::encoding::{decode, encode};
use super::selection::{Group, Selection, Show, Sort, keys};
use super::{Address, Page};
use crate::compare::{Choice, State};
use crate::data::{Dataset, Date, Day, Kind, Span};
use crate::i18n::Lang;

/// A value of the query that means nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its key.
    pub key: &'static str,
    /// The value, at most 60 characters of it.
    pub value: String,
}

/// What a URL means, and what of it means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Where the reader is.
    pub address: Address,
    /// Values that were ignored, in the order of the query.
    pub ignored: Vec<Ignored>,
}

/// Reads the path, the query (with or without `?`) and the fragment (with or without `#`) of a URL
/// under a base. A path outside the base, of no page, or of a concept or province the dataset does not
/// have is [`Page::NotFound`], in the language the path begins with.
pub fn parse(base: &str, path: &str, query: &str, fragment: &str, dataset: &Dataset) -> Parsed {
    let (lang, page) = page_at(base, path);
    let page = if page.is_in(dataset) { page } else { Page::NotFound };
    let (selection, ignored) = read_query(query.strip_prefix('?').unwrap_or(query), &page, dataset);
    let fragment = decode(fragment.strip_prefix('#').unwrap_or(fragment), false);
    let fragment = Some(fragment).filter(|fragment| !fragment.is_empty());
    Parsed { address: Address { lang, page, selection, fragment }, ignored }
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
    let root = base.trim_end_matches('/');
    let below = match path.strip_prefix(base) {
        Some(below) => below,
        None if path == root => "",
        None => return (Lang::Vi, Page::NotFound),
    };
    let below = match below.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => below,
    };
    let mut parts: Vec<String> =
        below.trim_end_matches('/').split('/').map(|part| decode(part, false)).collect();
    let lang = if parts.first().is_some_and(|part| part == Lang::En.code()) {
        parts.remove(0);
        Lang::En
    } else {
        Lang::Vi
    };
    let page = match parts.as_slice() {
        [] => Page::Home,
        [slug] => Page::of_slug(slug, None),
        [slug, name] if !name.is_empty() => Page::of_slug(slug, Some(name)),
        _ => Page::NotFound,
    };
    (lang, page)
}

fn read_query(query: &str, page: &Page, dataset: &Dataset) -> (Selection, Vec<Ignored>) {
    let mut selection = Selection::default();
    let mut ignored = Vec::new();
    let mut ignore = |key, value: &str| {
        ignored.push(Ignored { key, value: value.chars().take(60).collect() });
    };
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = decode(value, true);
        match decode(key, true).as_str() {
            keys::PROVINCES => {
                let known = dataset.followed();
                let asked: Vec<&str> =
                    value.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
                for id in asked.iter().filter(|id| known.iter().all(|p| p.id != **id)) {
                    ignore(keys::PROVINCES, id);
                }
                let chosen: Vec<String> = known
                    .iter()
                    .filter(|p| asked.contains(&p.id.as_str()))
                    .map(|p| p.id.clone())
                    .collect();
                let narrows = !chosen.is_empty() && chosen.len() < known.len();
                selection.provinces = narrows.then_some(chosen);
            }
            keys::KIND => {
                match [Kind::Target, Kind::Result].into_iter().find(|k| k.id() == value) {
                    Some(kind) => selection.kind = Some(kind),
                    None => ignore(keys::KIND, &value),
                }
            }
            keys::YEAR => match value.parse::<i32>().ok().filter(|y| (1990..=2100).contains(y)) {
                Some(year) => selection.choice = Choice::OfYear(year),
                None => ignore(keys::YEAR, &value),
            },
            keys::DAY => match read_day(&value) {
                Some(day) => selection.day = Some(day),
                None => ignore(keys::DAY, &value),
            },
            keys::STATES => {
                let asked = || value.split(',').map(str::trim).filter(|id| !id.is_empty());
                for id in asked().filter(|id| State::of_id(id).is_none()) {
                    ignore(keys::STATES, id);
                }
                selection.states = State::ALL
                    .into_iter()
                    .filter(|state| asked().any(|id| id == state.id()))
                    .collect();
                if selection.states.len() == State::ALL.len() {
                    selection.states.clear();
                }
            }
            keys::GROUP => match Group::of_word(&value) {
                Some(group) => selection.group = group,
                None => ignore(keys::GROUP, &value),
            },
            keys::SORT => match Sort::of_word(&value) {
                Some(sort) => selection.sort = sort,
                None => ignore(keys::SORT, &value),
            },
            keys::SHOW => match Show::of_word(&value).filter(|show| is_shown_on(*show, page)) {
                Some(show) => selection.show = show,
                None => ignore(keys::SHOW, &value),
            },
            keys::SEARCH => selection.search = value,
            _ => {}
        }
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
