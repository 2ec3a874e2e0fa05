//! What a page says of itself to search engines, previews and the window's title bar.

use crate::address::{Address, Page};
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

/// The head of an address. The selection does not change it: the path names the page.
pub fn head(dataset: &Dataset, address: &Address) -> Head {
    let lang = address.lang;
    let messages = lang.messages();
    let name = words::page_name(lang, dataset, &address.page);
    let (title, description) = match &address.page {
        Page::Home => {
            return Head {
                title: format!("{} – {}", messages.site_name(), messages.site_tagline()),
                description: messages.home_title().to_owned(),
            };
        }
        Page::Topics => (messages.topics_title().to_owned(), messages.topics_lead().to_owned()),
        Page::Compare(concept) => {
            let provinces = dataset.followed();
            let bands = topic(dataset, concept, &provinces, Choice::Latest, None);
            let question =
                Question { lang, dataset, concept, provinces, choice: Choice::Latest, kind: None };
            (format!("{name}: {}", messages.title_compare()), answer(&question, &bands).text())
        }
        Page::Province(id) => {
            let lead = dataset.province(id).map(|unit| {
                let became = lineage::described(lang, dataset, unit);
                format!("{became}. {}", unit_lead(lang, dataset, unit))
            });
            (name, lead.unwrap_or_default())
        }
        Page::Concept(concept) => {
            let definition =
                dataset.concept_head(concept).map(|i| words::pick(lang, &i.definition).to_owned());
            (format!("{name}: {}", messages.title_definitions()), definition.unwrap_or_default())
        }
        Page::Provinces => (name, lineage::lead(lang, dataset)),
        Page::Ranking => (name, messages.ranking_lead().to_owned()),
        Page::Promises => (name, messages.promises_lead().to_owned()),
        Page::Sources => (name, messages.sources_lead().to_owned()),
        Page::Method => (name, messages.method_lead().to_owned()),
        Page::NotFound => (name, messages.not_found_lead().to_owned()),
    };
    Head { title: format!("{title} – {}", messages.site_name()), description }
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
