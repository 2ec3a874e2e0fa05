//! What a page says of itself to search engines, previews and the window's title bar.

use std::fmt::Display;

use crate::address::Page;
use crate::compare::{Choice, topic};
use crate::data::{Dataset, Kind, Province};
use crate::i18n::{Lang, phrase};
use crate::order;

use super::lineage;
use super::story::{Question, answer};
use super::words;

/// Title and description of a page, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title, with the site's name.
    pub title: String,
    /// One or two sentences.
    pub description: String,
}

/// A title before the site's name, and a description.
fn of(lang: Lang, title: impl Display, description: impl Into<String>) -> Head {
    let title = format!("{title} – {}", lang.messages().site_name());
    Head { title, description: description.into() }
}

pub(super) fn home(lang: Lang, _: &Dataset, _: &Page) -> Head {
    let messages = lang.messages();
    let title = format!("{} – {}", messages.site_name(), messages.site_tagline());
    Head { title, description: messages.home_title().to_owned() }
}

pub(super) fn topics(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().topics_title(), lang.messages().topics_lead())
}

pub(super) fn compare(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Compare(concept) = page else { return not_found(lang, dataset, page) };
    let provinces = dataset.followed();
    let bands = topic(dataset, concept, &provinces, Choice::Latest, None);
    let question =
        Question { lang, dataset, concept, provinces, choice: Choice::Latest, kind: None };
    let name = words::topic_name(lang, dataset, concept);
    let title = format!("{name}: {}", lang.messages().title_compare());
    of(lang, title, answer(&question, &bands).text())
}

pub(super) fn concept(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Concept(concept) = page else { return not_found(lang, dataset, page) };
    let definition = dataset.concept_head(concept).map(|i| words::pick(lang, &i.definition));
    let name = words::topic_name(lang, dataset, concept);
    let title = format!("{name}: {}", lang.messages().title_definitions());
    of(lang, title, definition.unwrap_or_default())
}

pub(super) fn province(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let unit = match page {
        Page::Province(id) => dataset.province(id),
        _ => None,
    };
    let lead = unit.map_or_else(String::new, |unit| {
        let became = lineage::described(lang, dataset, unit);
        format!("{became}. {}", unit_lead(lang, dataset, unit))
    });
    of(lang, page_name(lang, dataset, page), lead)
}

pub(super) fn provinces(lang: Lang, dataset: &Dataset, _: &Page) -> Head {
    of(lang, lineage::title(lang, dataset), lineage::lead(lang, dataset))
}

pub(super) fn ranking(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().ranking_title(), lang.messages().ranking_lead())
}

pub(super) fn promises(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().promises_title(), lang.messages().promises_lead())
}

pub(super) fn sources(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().sources_title(), lang.messages().sources_lead())
}

pub(super) fn method(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().method_title(), lang.messages().method_lead())
}

pub(super) fn not_found(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().not_found_title(), lang.messages().not_found_lead())
}

pub(super) fn moved(lang: Lang, _: &Dataset, _: &Page) -> Head {
    of(lang, lang.messages().moved_title(), lang.messages().moved_lead())
}

/// How many figures there are of a unit, from how many sources; of one that the site does not follow,
/// that it does not.
pub(crate) fn unit_lead(lang: Lang, dataset: &Dataset, unit: &Province) -> String {
    // A promise in words alone is no figure.
    let own =
        || dataset.observations.iter().filter(|o| o.province == unit.id && !o.is_qualitative());
    let of_kind = |kind| own().filter(|o| o.kind == kind).count();
    let (n_targets, n_results) = (of_kind(Kind::Target), of_kind(Kind::Result));
    let n_sources = sources_of(dataset, &unit.id);
    if dataset.is_followed(&unit.id) {
        return phrase::province_lead(lang, n_targets, n_results, n_sources);
    }
    phrase::not_followed(lang, words::pick(lang, &unit.name), n_targets + n_results, n_sources)
}

/// The number of sources that figures of a province are taken from.
fn sources_of(dataset: &Dataset, province: &str) -> usize {
    let mut sources: Vec<&str> = dataset
        .observations
        .iter()
        .filter(|o| o.province == province)
        .map(|o| o.source.as_str())
        .collect();
    order::sort_by(&mut sources, Ord::cmp);
    sources.dedup();
    sources.len()
}

/// A page's name, for breadcrumbs.
pub(crate) fn page_name(lang: Lang, dataset: &Dataset, page: &Page) -> String {
    let messages = lang.messages();
    match page {
        Page::Home => messages.site_name().to_owned(),
        Page::Topics => messages.nav_compare().to_owned(),
        Page::Compare(concept) | Page::Concept(concept) => {
            words::topic_name(lang, dataset, concept).to_owned()
        }
        Page::Province(id) => {
            dataset.province(id).map_or(id.as_str(), |p| words::pick(lang, &p.name)).to_owned()
        }
        Page::Provinces => lineage::title(lang, dataset),
        Page::Ranking => messages.ranking_title().to_owned(),
        Page::Promises => messages.promises_title().to_owned(),
        Page::Sources => messages.sources_title().to_owned(),
        Page::Method => messages.method_title().to_owned(),
        Page::NotFound => messages.not_found_title().to_owned(),
    }
}
