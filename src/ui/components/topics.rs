//! The list of topics by pillar, and the search for topics and provinces.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::{Search, TopicGroupHeading, UnitsFound, count_units_found, is_search, search_words};
use crate::address::Page;
use crate::data::{Dataset, Kind, Pillar};
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::reactive::{defer, defer_hidden};
use crate::ui::site::Site;
use crate::ui::words;

/// The topics with a search field, which also finds provinces.
pub(crate) fn topic_search() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let search = search_words(site);
    // Only made at the first search.
    let topics = OnceLock::<Vec<String>>::new();
    let texts_of_all =
        move || site.dataset.concepts().into_iter().map(|c| searchable_text(site, c)).collect();
    let n_found = Memo::new(move |_| {
        let words = search.get();
        topics.get_or_init(texts_of_all).iter().filter(|topic| matches(topic, &words)).count()
            + count_units_found(site, &words)
    });
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <Search label hint none=messages.topics_none() n_found>
            <UnitsFound heading=messages.lineage().nav() />
            <TopicList search=Some(search) />
        </Search>
    }
    .into_any()
}

/// The topics by pillar; with a search only those that match.
#[component]
pub(crate) fn TopicList(search: Option<Memo<String>>) -> impl IntoView {
    let site = Site::from_context();
    let dataset = site.dataset;
    let mut is_first = true;
    let pillars = Pillar::ALL.into_iter().filter_map(|pillar| {
        let is_in = |concept: &&str| {
            dataset.naming_indicator(concept).is_some_and(|head| head.pillar == pillar)
        };
        let topics: Vec<Topic> = dataset
            .concepts()
            .into_iter()
            .filter(is_in)
            .map(|c| Topic::new(site, c, search))
            .collect();
        if topics.is_empty() {
            return None;
        }
        let found: Vec<Memo<bool>> = topics.iter().map(|topic| topic.is_found).collect();
        let is_empty = move || !found.iter().any(Memo::get);
        let items =
            move || topics.iter().map(|topic| topic_item(site, *topic)).collect_view().into_any();
        // The first pillar fills the screen, so it is not hidden.
        let items = if std::mem::take(&mut is_first) { defer(items) } else { defer_hidden(items) };
        let section = view! {
            <section class="t-topics" hidden=is_empty>
                <TopicGroupHeading text=words::pillar(site.lang(), pillar) />
                <ul>{items}</ul>
            </section>
        };
        Some(section.into_any())
    });
    pillars.collect_view()
}

/// The text in which a search looks for a topic, folded: the names of its indicators, and of the
/// provinces with figures on it.
fn searchable_text(site: Site, concept: &str) -> String {
    let dataset = site.dataset;
    let mut text = String::new();
    for indicator in dataset.indicators_of(concept) {
        let aliases = match site.lang() {
            Lang::Vi => &indicator.aliases.vi,
            Lang::En => &indicator.aliases.en,
        };
        text.push_str(words::pick(site.lang(), &indicator.name));
        text.push(' ');
        for alias in aliases {
            text.push_str(alias);
            text.push(' ');
        }
        for observation in dataset.observations.iter().filter(|o| o.indicator == indicator.id) {
            if let Some(province) = dataset.province(&observation.province) {
                for name in
                    [&province.name.vi, &province.name.en].into_iter().chain(&province.aliases)
                {
                    text.push_str(name);
                    text.push(' ');
                }
            }
        }
    }
    fold(&text)
}

/// A topic, and whether the search finds it.
#[derive(Clone, Copy)]
struct Topic {
    concept: &'static str,
    is_found: Memo<bool>,
}

impl Topic {
    fn new(site: Site, concept: &'static str, search: Option<Memo<String>>) -> Self {
        let text = OnceLock::new();
        let is_found = move |_: Option<&bool>| {
            let searchable = || text.get_or_init(|| searchable_text(site, concept));
            search.is_none_or(|words| {
                words.with(|words| !is_search(words) || matches(searchable(), words))
            })
        };
        Self { concept, is_found: Memo::new(is_found) }
    }
}

fn topic_item(site: Site, topic: Topic) -> AnyView {
    let (lang, dataset) = (site.lang(), site.dataset);
    let Topic { concept, is_found } = topic;
    view! {
        <li hidden=move || !is_found.get()>
            <a href=move || site.link_with_provinces(Page::Compare(concept.to_owned()))>
                {words::topic_name(lang, dataset, concept)}
            </a>
            " "
            <span class="t-muted">{topic_summary(lang, dataset, concept)}</span>
        </li>
    }
    .into_any()
}

/// The numbers of provinces, results and targets of a topic.
fn topic_summary(lang: Lang, dataset: &Dataset, concept: &str) -> String {
    let indicators = dataset.indicators_of(concept);
    let figures: Vec<_> = dataset
        .observations
        .iter()
        .filter(|o| indicators.iter().any(|indicator| indicator.id == o.indicator))
        .collect();
    let country = dataset.country().map(|country| country.id.as_str());
    let mut provinces: Vec<&str> =
        figures.iter().map(|o| o.province.as_str()).filter(|id| Some(*id) != country).collect();
    order::sort_by(&mut provinces, Ord::cmp);
    provinces.dedup();
    let count = |kind| figures.iter().filter(|o| o.kind == kind && !o.is_qualitative()).count();
    let in_words = figures.iter().any(|o| o.is_qualitative());
    let (results, targets) = (count(Kind::Result), count(Kind::Target));
    let counted = [
        (provinces.len(), phrase::n_provinces(lang, provinces.len())),
        (results, words::result_noun(dataset.is_context_topic(concept)).count(lang, results)),
        (targets, phrase::n_targets(lang, targets)),
        (usize::from(in_words), lang.messages().has_qualitative().to_owned()),
    ];
    let texts = counted.into_iter().filter_map(|(n, text)| (n > 0).then_some(text));
    texts.collect::<Vec<String>>().join(" · ")
}
