//! What a province promised, or others measure, and no source has a result of.

use maud::{Markup, html};

use crate::address::Page;
use crate::compare::{self, Unmeasured};
use crate::data::{Observation, Pillar};
use crate::i18n::number::list;
use crate::i18n::phrase;
use crate::ui::components::kind_glyph;
use crate::ui::lineage::invitation;
use crate::ui::promise::due;
use crate::ui::site::Site;
use crate::ui::words;

/// Two short lists: what was promised and has no result, and what others have figures on.
pub(super) fn unmeasured(site: &Site, id: &str) -> Markup {
    let messages = site.messages();
    let text = messages.lineage();
    let (promised, elsewhere): (Vec<Unmeasured<'_>>, Vec<Unmeasured<'_>>) =
        compare::unmeasured(&site.dataset, id).into_iter().partition(|u| !u.targets.is_empty());
    html! {
        section aria-labelledby="unknown" {
            h2 id="unknown" { (messages.province_unknown()) }
            @if promised.is_empty() && elsewhere.is_empty() {
                p { (messages.province_knows_all()) }
            } @else {
                p class="t-prose" { (text.silence()) " " (invitation(site)) }
                (topics(site, text.promised_only(), &promised))
                (by_pillar(site, text.elsewhere(), &elsewhere))
            }
        }
    }
}

fn topics(site: &Site, title: &str, topics: &[Unmeasured<'_>]) -> Markup {
    html! {
        @if !topics.is_empty() {
            section class="t-topics" {
                h3 { (title) }
                ul { @for topic in topics { li { (item(site, topic)) } } }
            }
        }
    }
}

/// The same by pillar, each closed: it is a long list, and its lengths say something, too.
fn by_pillar(site: &Site, title: &str, topics: &[Unmeasured<'_>]) -> Markup {
    let pillar_of = |topic: &&Unmeasured<'_>| {
        site.dataset.concept_head(topic.concept).map(|indicator| indicator.pillar)
    };
    html! {
        @if !topics.is_empty() {
            section class="t-topics t-folds" {
                h3 { (title) }
                @for pillar in Pillar::ALL {
                    @let own: Vec<&Unmeasured<'_>> =
                        topics.iter().filter(|topic| pillar_of(topic) == Some(pillar)).collect();
                    @if !own.is_empty() {
                        details {
                            summary { (words::pillar(site.lang(), pillar)) ": " (own.len()) }
                            ul { @for topic in own { li { (item(site, topic)) } } }
                        }
                    }
                }
            }
        }
    }
}

/// The topic, what was promised on it, and who has a figure.
fn item(site: &Site, topic: &Unmeasured<'_>) -> Markup {
    let lang = site.lang();
    html! {
        a href=(site.link(Page::Compare(topic.concept.to_owned()))) {
            (words::topic_name(lang, &site.dataset, topic.concept))
        }
        @for target in &topic.targets { div { (promise(site, target)) } }
        @let who = who(site, topic);
        @if !who.is_empty() { " " span class="t-muted" { (who) } }
    }
}

fn promise(site: &Site, target: &Observation) -> Markup {
    let lang = site.lang();
    let Some(indicator) = site.dataset.indicator(&target.indicator) else { return html! {} };
    let value = words::value(lang, target, &indicator.unit);
    // The topic may be named by another measure than the promise's.
    let measure = words::pick(lang, &indicator.name);
    let is_named = words::topic_name(lang, &site.dataset, &indicator.concept) == measure;
    html! {
        (kind_glyph(target.kind))
        a href=(site.link_to_promise(&target.id)) {
            @if !is_named { (measure) ": " }
            (value) ", " (due(lang, target))
        }
    }
}

/// Who else has a figure, the country too; else that others have targets.
fn who(site: &Site, topic: &Unmeasured<'_>) -> String {
    let lang = site.lang();
    let country = topic.country.then_some(site.messages().lineage().country());
    let others = topic.elsewhere.iter().map(|other| words::pick(lang, &other.short));
    let names: Vec<&str> = others.chain(country).collect();
    match (names.is_empty(), topic.targets.is_empty()) {
        (true, true) => site.messages().lineage().promised_elsewhere().to_owned(),
        (true, false) => String::new(),
        // Under the heading that says so, the names are enough.
        (false, true) => list(lang, &names),
        (false, false) => phrase::figures_elsewhere(lang, &list(lang, &names)),
    }
}
