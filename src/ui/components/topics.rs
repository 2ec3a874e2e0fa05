//! The topics by pillar, with the provinces of old and new names beside them in a search.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::{Heading, Search, UnitsFound, is_asked, n_units_found, searched};
use crate::address::Page;
use crate::data::{Dataset, Kind, Pillar};
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::live::{later, unseen};
use crate::ui::site::Site;
use crate::ui::words;

/// The topics, with the field that narrows them and finds provinces, too.
pub(crate) fn topic_search() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let asked = searched(site);
    // Whoever does not search need not wait for it.
    let topics = OnceLock::<Vec<String>>::new();
    let found_by_all =
        move || site.dataset.concepts().into_iter().map(|c| found_by(site, c)).collect();
    let n_found = Memo::new(move |_| {
        let words = asked.get();
        topics.get_or_init(found_by_all).iter().filter(|topic| matches(topic, &words)).count()
            + n_units_found(site, &words)
    });
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <Search label hint none=messages.topics_none() n_found>
            <UnitsFound heading=messages.lineage().nav() />
            <TopicList asked=Some(asked) />
        </Search>
    }
    .into_any()
}

/// The topics by pillar; those that fit the words asked for.
#[component]
pub(crate) fn TopicList(asked: Option<Memo<String>>) -> impl IntoView {
    let site = Site::here();
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
            .map(|c| Topic::new(site, c, asked))
            .collect();
        if topics.is_empty() {
            return None;
        }
        let found: Vec<Memo<bool>> = topics.iter().map(|topic| topic.is_found).collect();
        let is_empty = move || !found.iter().any(Memo::get);
        let items = move || topics.iter().map(|topic| item(site, *topic)).collect_view().into_any();
        // The first fills a screen.
        let items = if std::mem::take(&mut is_first) { later(items) } else { unseen(items) };
        let section = view! {
            <section class="t-topics" hidden=is_empty>
                <Heading text=words::pillar(site.lang(), pillar) />
                <ul>{items}</ul>
            </section>
        };
        Some(section.into_any())
    });
    pillars.collect_view()
}

/// Everything a topic is found by, folded: the names of its indicators and of the provinces that have
/// figures on it.
fn found_by(site: Site, concept: &str) -> String {
    let dataset = site.dataset;
    let mut text = String::new();
    for indicator in dataset.indicators_of(concept) {
        text.push_str(words::pick(site.lang(), &indicator.name));
        text.push(' ');
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

/// A topic, and whether it fits what is searched for.
#[derive(Clone, Copy)]
struct Topic {
    concept: &'static str,
    is_found: Memo<bool>,
}

impl Topic {
    fn new(site: Site, concept: &'static str, asked: Option<Memo<String>>) -> Self {
        let text = OnceLock::new();
        let is_found = move |_: Option<&bool>| {
            let found_by = || text.get_or_init(|| found_by(site, concept));
            asked.is_none_or(|words| {
                words.with(|words| !is_asked(words) || matches(found_by(), words))
            })
        };
        Self { concept, is_found: Memo::new(is_found) }
    }
}

fn item(site: Site, topic: Topic) -> AnyView {
    let (lang, dataset) = (site.lang(), site.dataset);
    let Topic { concept, is_found } = topic;
    view! {
        <li hidden=move || !is_found.get()>
            <a href=move || site.link_with_provinces(Page::Compare(concept.to_owned()))>
                {words::topic_name(lang, dataset, concept)}
            </a>
            " "
            <span class="t-muted">{summary(lang, dataset, concept)}</span>
        </li>
    }
    .into_any()
}

/// How many provinces, results and targets there are.
fn summary(lang: Lang, dataset: &Dataset, concept: &str) -> String {
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
        (results, phrase::n_results(lang, results)),
        (targets, phrase::n_targets(lang, targets)),
        (usize::from(in_words), lang.messages().has_qualitative().to_owned()),
    ];
    let texts = counted.into_iter().filter_map(|(n, text)| (n > 0).then_some(text));
    texts.collect::<Vec<String>>().join(" · ")
}
