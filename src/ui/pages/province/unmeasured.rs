//! The topics for which a province has no result.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare;
use crate::data::{Observation, Pillar};
use crate::i18n::number::list;
use crate::i18n::phrase;
use crate::ui::components::{Fold, Folded, KindGlyph, amount};
use crate::ui::lineage::SourceInvitation;
use crate::ui::promise::deadline_text;
use crate::ui::site::Site;
use crate::ui::words;

/// A topic without a result.
type Topic = compare::Unmeasured<'static>;

/// Two lists: topics with a promise but no result, and topics on which others have figures.
#[component]
pub(super) fn Unmeasured(id: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    let text = messages.lineage();
    let (promised, elsewhere): (Vec<Topic>, Vec<Topic>) =
        compare::unmeasured(site.dataset, id).into_iter().partition(|u| !u.targets.is_empty());
    let n_topics = promised.len() + elsewhere.len();
    let content = if promised.is_empty() && elsewhere.is_empty() {
        view! { <p>{messages.province_knows_all()}</p> }.into_any()
    } else {
        view! {
            <p class="t-prose">
                {format!("{} ", text.silence())} <SourceInvitation />
            </p>
            {topics(site, text.promised_only(), &promised)}
            {by_pillar(site, text.elsewhere(), &elsewhere)}
        }
        .into_any()
    };
    view! {
        <Fold id="unknown" folded=Folded::OnPhones title=messages.province_unknown() amount=amount(n_topics)>
            {content}
        </Fold>
    }
    .into_any()
}

fn topics(site: Site, title: &'static str, topics: &[Topic]) -> Option<AnyView> {
    let items = topics.iter().map(|topic| item(site, topic)).collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <section class="t-topics">
                <h3>{title}</h3>
                <ul>{items}</ul>
            </section>
        }
        .into_any()
    })
}

/// The list by pillar, each in a closed `<details>`, because it is long; the number of topics in
/// each pillar is shown.
fn by_pillar(site: Site, title: &'static str, topics: &[Topic]) -> Option<AnyView> {
    let pillars = Pillar::ALL.into_iter().filter_map(|pillar| {
        let own = topics.iter().filter(|topic| topic.pillar == pillar);
        let items = own.map(|topic| item(site, topic)).collect_view();
        let summary = format!("{}: {}", words::pillar(site.lang(), pillar), items.len());
        (!items.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{summary}</summary>
                    <ul>{items}</ul>
                </details>
            }
            .into_any()
        })
    });
    let pillars = pillars.collect_view();
    (!topics.is_empty()).then(|| {
        view! {
            <section class="t-topics t-folds">
                <h3>{title}</h3>
                {pillars}
            </section>
        }
        .into_any()
    })
}

/// A topic, the promises on it, and who has a figure.
fn item(site: Site, topic: &Topic) -> AnyView {
    let name = words::topic_name(site.lang(), site.dataset, topic.concept);
    let link = site.link(Page::Compare(topic.concept.to_owned()));
    let promises =
        topic.targets.iter().map(|target| view! { <div>{promise(site, target)}</div> }.into_any());
    let promises = promises.collect_view();
    let who = who_has_figures(site, topic);
    let who =
        (!who.is_empty()).then(|| view! { " " <span class="t-muted">{who}</span> }.into_any());
    view! {
        <li>
            <a href=link>{name}</a>
            {promises}
            {who}
        </li>
    }
    .into_any()
}

fn promise(site: Site, target: &'static Observation) -> Option<AnyView> {
    let lang = site.lang();
    let indicator = site.dataset.indicator(&target.indicator)?;
    let value = words::value_or_draft(lang, target, &indicator.unit);
    let text = format!("{value}, {}", deadline_text(lang, target));
    // Name the measure if the topic has another name.
    let measure = words::pick(lang, &indicator.name);
    let is_named = words::topic_name(lang, site.dataset, &indicator.concept) == measure;
    let text = if is_named { text } else { format!("{measure}: {text}") };
    Some(
        view! {
            <KindGlyph kind=target.kind />
            <a href=site.link_to_promise(&target.id)>{text}</a>
        }
        .into_any(),
    )
}

/// Which other provinces have a figure, and whether the country has; otherwise that others have
/// targets.
fn who_has_figures(site: Site, topic: &Topic) -> String {
    let lang = site.lang();
    let country = topic.is_country_measured.then_some(site.messages().lineage().country());
    let others = topic.measured_provinces.iter().map(|other| words::pick(lang, &other.short));
    let names: Vec<&str> = others.chain(country).collect();
    match (names.is_empty(), topic.targets.is_empty()) {
        (true, true) => site.messages().lineage().promised_elsewhere().to_owned(),
        (true, false) => String::new(),
        // The heading says what the names are.
        (false, true) => list(lang, &names),
        (false, false) => phrase::figures_elsewhere(lang, &list(lang, &names)),
    }
}
