//! What readers can search for: provinces, rankings, topics and promises, and what is told of each.

use std::sync::Arc;

use crate::address::{Address, Page};
use crate::data::{Aliases, Dataset, Kind, Observation, Pillar, Province, Topic, TopicSummary};
use crate::i18n::search::Searchable;
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::promise::deadline_text;
use crate::ui::words;

const PROVINCE: Fixed = Fixed { vi: "Tỉnh, thành", en: "Province" };
const RANKING: Fixed = Fixed { vi: "Xếp hạng", en: "Ranking" };
const TOPIC: Fixed = Fixed { vi: "Chủ đề", en: "Topic" };
const PROMISE: Fixed = Fixed { vi: "Lời hứa", en: "Promise" };

/// The names of the page of the ranking: what it ranks, and how people call it.
const RANKING_NAMES: [Fixed; 3] = [
    Fixed {
        vi: "Xếp hạng chuyển đổi số các tỉnh, thành phố (DTI)",
        en: "Ranking of the provinces’ digital transformation (DTI)",
    },
    Fixed { vi: "DTI", en: "DTI" },
    Fixed { vi: "Bảng xếp hạng", en: "Ranking" },
];

/// What an entry is.
#[derive(Clone, Copy)]
pub(crate) enum What {
    Province(&'static Province),
    Ranking,
    Topic,
    Promise,
}

/// Something that can be searched for.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) what: What,
    pub(crate) title: String,
    pub(crate) address: Address,
    /// What it is and, in a few words, what there is of it.
    pub(crate) remark: String,
}

/// All entries of one kind of search, each with what it is found by.
#[derive(Default)]
pub(crate) struct Entries {
    pub(crate) entries: Vec<Entry>,
    pub(crate) searchable: Vec<Searchable>,
}

impl Entries {
    /// The provinces, from before and after the mergers.
    pub(crate) fn provinces(lang: Lang, dataset: &'static Dataset) -> Arc<Self> {
        let mut all = Self::default();
        all.add_provinces(lang, dataset);
        Arc::new(all)
    }

    /// Everything.
    pub(crate) fn all(lang: Lang, dataset: &'static Dataset) -> Arc<Self> {
        let mut all = Self::default();
        all.add_provinces(lang, dataset);
        let names = RANKING_NAMES.iter().flat_map(|name| Lang::ALL.map(|lang| name.of(lang)));
        let title = RANKING_NAMES[0].of(lang).to_owned();
        let remark = RANKING.of(lang).to_owned();
        let address = Address::new(lang, Page::Ranking);
        let entry = Entry { what: What::Ranking, title, address, remark };
        all.add(entry, Searchable::new(names, []));
        for topic in dataset.topic_list() {
            let searchable = searchable_topic(dataset, &topic);
            let address = Address::new(lang, Page::Compare(topic.concept.clone()));
            let summary = topic.summary.as_ref().map(|summary| summary_text(lang, summary));
            let remark = joined(TOPIC.of(lang), &summary.unwrap_or_default());
            let title = words::pick(lang, &topic.name).to_owned();
            all.add(Entry { what: What::Topic, title, address, remark }, searchable);
        }
        for target in promises(dataset) {
            all.add_promise(lang, dataset, target);
        }
        Arc::new(all)
    }

    fn add(&mut self, entry: Entry, searchable: Searchable) {
        self.entries.push(entry);
        self.searchable.push(searchable);
    }

    fn add_provinces(&mut self, lang: Lang, dataset: &'static Dataset) {
        for unit in dataset.units() {
            let Province { name, short, aliases, .. } = unit;
            let usual = words::pick(lang, name);
            let names = [usual, &short.vi, &short.en, &name.vi, &name.en];
            let names = names.into_iter().chain(aliases.iter().map(String::as_str));
            let address = Address::new(lang, Page::Province(unit.id.clone()));
            let (title, remark) = (usual.to_owned(), PROVINCE.of(lang).to_owned());
            let entry = Entry { what: What::Province(unit), title, address, remark };
            self.add(entry, Searchable::new(names, []));
        }
    }

    fn add_promise(&mut self, lang: Lang, dataset: &'static Dataset, target: &'static Observation) {
        let Some(indicator) = dataset.indicator(&target.indicator) else { return };
        let value = words::value_or_draft(lang, target, &indicator.unit);
        let province = words::short_name(lang, dataset, &target.province);
        let title = phrase::measure_and_promise(lang, words::pick(lang, &indicator.name), &value);
        let remark = format!("{} · {province} · {}", PROMISE.of(lang), deadline_text(lang, target));
        let fragment = Some(target.id.clone());
        let address = Address { fragment, ..Address::new(lang, Page::Promises) };
        // Who promised it is no name of it: else the name of a province would find little but its promises.
        let searchable =
            Searchable::new([title.as_str()], [title.as_str(), province, PROMISE.of(lang)]);
        self.add(Entry { what: What::Promise, title, address, remark }, searchable);
    }
}

fn joined(what: &str, rest: &str) -> String {
    if rest.is_empty() { what.to_owned() } else { format!("{what} · {rest}") }
}

/// The promises with a figure of the followed provinces.
fn promises(dataset: &'static Dataset) -> impl Iterator<Item = &'static Observation> {
    dataset.observations.iter().filter(|o| {
        o.kind == Kind::Target && !o.is_qualitative() && dataset.is_followed(&o.province)
    })
}

/// A topic is found by its names, those of its indicators, and the followed provinces with figures on it.
fn searchable_topic(dataset: &Dataset, topic: &Topic) -> Searchable {
    let mut names: Vec<&str> = vec![&topic.name.vi, &topic.name.en];
    for indicator in dataset.indicators_of(&topic.concept) {
        names.extend([indicator.name.vi.as_str(), &indicator.name.en]);
        let Aliases { vi, en } = &indicator.aliases;
        names.extend(vi.iter().chain(en).map(String::as_str));
    }
    let mut texts: Vec<&str> = Vec::new();
    if let Some(summary) = &topic.summary {
        names.extend(summary.names.iter().flat_map(|name| [name.vi.as_str(), &name.en]));
        let provinces = summary.provinces.iter().filter_map(|id| dataset.province(id));
        texts.extend(provinces.flat_map(|province| {
            let aliases = province.aliases.iter().map(String::as_str);
            [province.name.vi.as_str(), &province.name.en].into_iter().chain(aliases)
        }));
    }
    Searchable::new(names, texts)
}

/// The numbers of provinces, results and targets of a topic.
pub(crate) fn summary_text(lang: Lang, summary: &TopicSummary) -> String {
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

#[cfg(test)]
mod tests;
