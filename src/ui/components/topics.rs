//! The list of topics by pillar, and the search for topics and provinces.

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;

use super::{Fold, Folded, Search, UnitsFound, amount, count_units_found, is_search, search_words};
use crate::address::Page;
use crate::data::{Aliases, Dataset, Pillar, Topic, TopicSummary};
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::reactive::{defer, defer_hidden};
use crate::ui::site::Site;
use crate::ui::words;

/// Heads the topics where they are closed.
const ALL_TOPICS: Fixed = Fixed { vi: "Mọi chủ đề", en: "All topics" };

/// The search field for topics and provinces, and the topics. They are closed below a line, until a
/// search finds some of them, except on the page that lists them.
pub(crate) fn topic_search() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let search = search_words(site);
    // Only made at the first search.
    let topics = OnceLock::<Vec<String>>::new();
    let texts_of_all = move || {
        site.dataset.topic_list().iter().map(|topic| searchable_text(site.dataset, topic)).collect()
    };
    let n_found = Memo::new(move |_| {
        let words = search.get();
        topics.get_or_init(texts_of_all).iter().filter(|topic| matches(topic, &words)).count()
            + count_units_found(site, &words)
    });
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    let is_searching = Memo::new(move |_| search.with(|words| is_search(words)));
    let topics = match site.page() {
        // They are what that page is for.
        Page::Topics => view! { <TopicList search=Some(search) /> }.into_any(),
        _ => {
            let amount = amount(site.dataset.topic_list().len());
            let title = ALL_TOPICS.of(site.lang());
            view! {
                <Fold id="topics" folded=Folded::Everywhere title amount opens=is_searching>
                    <TopicList search=Some(search) />
                </Fold>
            }
            .into_any()
        }
    };
    view! {
        <Search label hint none=messages.topics_none() n_found>
            <UnitsFound heading=messages.lineage().nav() />
            {topics}
        </Search>
    }
    .into_any()
}

/// The topics by pillar; with a search only those that match.
#[component]
pub(crate) fn TopicList(search: Option<Memo<String>>) -> impl IntoView {
    let site = Site::from_context();
    let mut all: Vec<ListedTopic> = site
        .dataset
        .topic_list()
        .into_iter()
        .map(|topic| ListedTopic::new(site.dataset, topic, search))
        .collect();
    let mut is_first = true;
    // Each pillar is closed on the phones of those who read the list as a page.
    let folds = site.page() == Page::Topics;
    let opens =
        Memo::new(move |_| search.is_some_and(|words| words.with(|words| is_search(words))));
    let pillars = Pillar::ALL.into_iter().filter_map(|pillar| {
        let is_in = |listed: &mut ListedTopic| listed.pillar() == Some(pillar);
        let topics: Vec<ListedTopic> = all.extract_if(.., is_in).collect();
        if topics.is_empty() {
            return None;
        }
        let found: Vec<Memo<bool>> = topics.iter().map(|topic| topic.is_found).collect();
        let is_empty = move || !found.iter().any(Memo::get);
        let n_topics = topics.len();
        let items =
            move || topics.iter().map(|topic| topic_item(site, topic)).collect_view().into_any();
        // The first pillar fills the screen, so it is not hidden.
        let items = if std::mem::take(&mut is_first) { defer(items) } else { defer_hidden(items) };
        let name = words::pillar(site.lang(), pillar);
        let section = if folds {
            view! {
                <Fold
                    id=pillar.id()
                    folded=Folded::OnPhones
                    title=name
                    amount=amount(n_topics)
                    opens
                    hidden=Signal::derive(is_empty)
                >
                    <div class="t-topics">
                        <ul>{items}</ul>
                    </div>
                </Fold>
            }
            .into_any()
        } else {
            view! {
                <section class="t-topics" hidden=is_empty>
                    <h3>{name}</h3>
                    <ul>{items}</ul>
                </section>
            }
            .into_any()
        };
        Some(section)
    });
    pillars.collect_view()
}

/// The text in which a search looks for a topic, folded: the names of its indicators, and of the
/// followed provinces with figures on it.
fn searchable_text(dataset: &Dataset, topic: &Topic) -> String {
    let mut names: Vec<&str> = vec![&topic.name.vi, &topic.name.en];
    for indicator in dataset.indicators_of(&topic.concept) {
        names.extend([indicator.name.vi.as_str(), &indicator.name.en]);
        let Aliases { vi, en } = &indicator.aliases;
        names.extend(vi.iter().chain(en).map(String::as_str));
    }
    if let Some(summary) = &topic.summary {
        names.extend(summary.names.iter().flat_map(|name| [name.vi.as_str(), &name.en]));
        let provinces = summary.provinces.iter().filter_map(|id| dataset.province(id));
        names.extend(provinces.flat_map(|province| {
            let aliases = province.aliases.iter().map(String::as_str);
            [province.name.vi.as_str(), &province.name.en].into_iter().chain(aliases)
        }));
    }
    fold(&names.join(" "))
}

/// A topic of the list, and whether the search finds it.
#[derive(Clone)]
struct ListedTopic {
    topic: Arc<Topic>,
    is_found: Memo<bool>,
}

impl ListedTopic {
    fn new(dataset: &'static Dataset, topic: Topic, search: Option<Memo<String>>) -> Self {
        let topic = Arc::new(topic);
        let (text, searched) = (OnceLock::new(), Arc::clone(&topic));
        let is_found = move |_: Option<&bool>| {
            let searchable = || text.get_or_init(|| searchable_text(dataset, &searched));
            search.is_none_or(|words| {
                words.with(|words| !is_search(words) || matches(searchable(), words))
            })
        };
        Self { topic, is_found: Memo::new(is_found) }
    }

    fn pillar(&self) -> Option<Pillar> {
        self.topic.summary.as_ref().map(|summary| summary.pillar)
    }
}

fn topic_item(site: Site, ListedTopic { topic, is_found }: &ListedTopic) -> AnyView {
    let (lang, is_found) = (site.lang(), *is_found);
    let page = Page::Compare(topic.concept.clone());
    let summary = topic.summary.as_ref().map(|summary| summary_text(lang, summary));
    view! {
        <li hidden=move || !is_found.get()>
            <a href=move || {
                site.link_with_provinces(page.clone())
            }>{words::pick(lang, &topic.name).to_owned()}</a>
            " "
            <span class="t-muted">{summary}</span>
        </li>
    }
    .into_any()
}

/// The numbers of provinces, results and targets of a topic.
fn summary_text(lang: Lang, summary: &TopicSummary) -> String {
    let TopicSummary { pillar, provinces, n_results, n_targets, is_in_words, .. } = summary;
    let counted = [
        (provinces.len(), phrase::n_followed(lang, provinces.len())),
        (*n_results, words::result_noun(*pillar == Pillar::Context).count(lang, *n_results)),
        (*n_targets, phrase::n_targets(lang, *n_targets)),
        (usize::from(*is_in_words), lang.messages().has_qualitative().to_owned()),
    ];
    let texts = counted.into_iter().filter_map(|(n, text)| (n > 0).then_some(text));
    texts.collect::<Vec<String>>().join(" · ")
}
