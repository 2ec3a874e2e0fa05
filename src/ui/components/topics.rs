//! The list of topics by pillar, and the search for everything.

use leptos::prelude::*;

use super::{Fold, Folded, Hits, Results, Search, amount, found_among, is_search, search_words};
use crate::address::Page;
use crate::data::{Pillar, Topic};
use crate::i18n::Fixed;
use crate::ui::reactive::{defer, defer_hidden};
use crate::ui::search::{Entries, summary_text};
use crate::ui::site::Site;
use crate::ui::words;

/// Heads the topics where they are closed.
const ALL_TOPICS: Fixed = Fixed { vi: "Mọi chủ đề", en: "All topics" };

/// The search field for everything, what it finds, and the topics while nothing is searched for. They are
/// closed below a line, except on the page that lists them.
pub(crate) fn topic_search() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let found = found_among(site, Entries::all);
    let n_found = Memo::new(move |_| found.with(Hits::len));
    let words = search_words(site);
    let is_searching = move || words.with(|words| is_search(words));
    // They are what the page of topics is for.
    let topics = if site.page() == Page::Topics {
        view! { <TopicList /> }.into_any()
    } else {
        let amount = amount(site.dataset.topic_list().len());
        let title = ALL_TOPICS.of(site.lang());
        view! {
            <Fold id="topics" folded=Folded::Everywhere title amount>
                <TopicList />
            </Fold>
        }
        .into_any()
    };
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <Search label hint none=messages.topics_none() n_found>
            <Results found />
            <div hidden=is_searching>{topics}</div>
        </Search>
    }
    .into_any()
}

/// The topics by pillar.
#[component]
pub(crate) fn TopicList() -> impl IntoView {
    let site = Site::from_context();
    let mut all = site.dataset.topic_list();
    let mut is_first = true;
    // Each pillar is closed on the phones of those who read the list as a page.
    let folds = site.page() == Page::Topics;
    let pillars = Pillar::ALL.into_iter().filter_map(|pillar| {
        let is_in = |topic: &mut Topic| topic.summary.as_ref().is_some_and(|s| s.pillar == pillar);
        let topics: Vec<Topic> = all.extract_if(.., is_in).collect();
        if topics.is_empty() {
            return None;
        }
        let n_topics = topics.len();
        let items =
            move || topics.iter().map(|topic| topic_item(site, topic)).collect_view().into_any();
        // The first pillar fills the screen, so it is not hidden.
        let items = if std::mem::take(&mut is_first) { defer(items) } else { defer_hidden(items) };
        let name = words::pillar(site.lang(), pillar);
        let section = if folds {
            view! {
                <Fold id=pillar.id() folded=Folded::OnPhones title=name amount=amount(n_topics)>
                    <div class="t-topics">
                        <ul>{items}</ul>
                    </div>
                </Fold>
            }
            .into_any()
        } else {
            view! {
                <section class="t-topics">
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

fn topic_item(site: Site, topic: &Topic) -> AnyView {
    let lang = site.lang();
    let page = Page::Compare(topic.concept.clone());
    let summary = topic.summary.as_ref().map(|summary| summary_text(lang, summary));
    view! {
        <li>
            <a href=move || {
                site.link_with_provinces(page.clone())
            }>{words::pick(lang, &topic.name).to_owned()}</a>
            " "
            <span class="t-muted">{summary}</span>
        </li>
    }
    .into_any()
}
