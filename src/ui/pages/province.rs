//! `/tinh/<id>/`: what one province promised and reported.

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Ledger};
use crate::data::{Dataset, Date, Kind, Observation, Pillar, Province, Source};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::components::{breadcrumbs, figures_head, figures_row, glyph, state_counts, still};
use crate::ui::head::sources_of;
use crate::ui::promise::tally;
use crate::ui::site::Site;
use crate::ui::words;

/// The id of the resolution the mergers of 2025 rest on.
const MERGER_SOURCE: &str = "nq-202-2025-qh15";

/// Its name and what became of it, its figures by pillar, and what is not known.
pub(crate) fn province(site: &Site, id: &str) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(id) else {
        return super::not_found(site);
    };
    if dataset.is_lost(id) {
        let name = words::pick(lang, &province.name);
        return still(html! {
            h1 { (name) }
            p class="t-lead" { (phrase::lost_part(lang, name)) }
            (became(site, province))
        });
    }
    let count = |kind: Kind| {
        dataset.observations.iter().filter(|o| o.province == id && o.kind == kind).count()
    };
    let lead = phrase::province_lead(
        lang,
        count(Kind::Target),
        count(Kind::Result),
        sources_of(dataset, id),
    );
    let trail =
        [(Some(Page::Home), messages.site_name.to_owned()), (None, messages.province.to_owned())];
    still(html! {
        (breadcrumbs(site, &trail))
        h1 { (glyph(site.series(id), true)) " " (words::pick(lang, &province.name)) }
        p class="t-lead" { (lead) }
        (became(site, province))
        (promises(site, id))
        h2 { (messages.province_by_pillar) }
        @for pillar in Pillar::ALL { (pillar_section(site, id, pillar)) }
        (unknown(site, id))
    })
}

/// Its promises by state, with their denominator.
fn promises(site: &Site, id: &str) -> Markup {
    let lang = site.lang();
    let ledger = Ledger::new(&site.dataset);
    let all = ledger.on(site.today);
    let own: Vec<&Assessment<'_>> = all.iter().filter(|a| a.target.province == id).collect();
    if own.is_empty() {
        return html! {};
    }
    let messages = site.messages();
    let selection = Selection { provinces: Some(vec![id.to_owned()]), ..Selection::default() };
    let name = words::short_name(lang, &site.dataset, id);
    let day = words::day_in_text(lang, site.today);
    let sentence = phrase::tally(lang, &day, &[name], &tally(&own));
    html! {
        section aria-labelledby="promises" {
            h2 id="promises" { (messages.promises_by_state) }
            p { (sentence) " " (messages.promises_silence) }
            (state_counts(site, &own, &selection))
        }
    }
}

/// The merger, in a sentence with its source.
fn became(site: &Site, province: &Province) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let name = words::pick(lang, &province.name);
    let name_of = |id: &str| {
        dataset.province(id).map_or(id, |other| words::pick(lang, &other.name)).to_owned()
    };
    let ended = province.until.zip(province.successor.as_deref()).map(|(until, successor)| {
        phrase::ended(lang, name, &words::day_in_text(lang, until.end()), &name_of(successor))
    });
    let mut joined: Vec<String> = Vec::new();
    for day in province.took_in.iter().map(|joined| joined.on.start()) {
        let others: Vec<String> = province
            .took_in
            .iter()
            .filter(|joined| joined.on.start() == day)
            .map(|joined| name_of(&joined.id))
            .collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let line = phrase::took_in(lang, name, &others, &words::day_in_text(lang, day));
        if !joined.contains(&line) {
            joined.push(line);
        }
    }
    let lines: Vec<String> = ended.into_iter().chain(joined).collect();
    if lines.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="became" class="t-why" {
            h2 id="became" { (site.messages().province_became) }
            @for line in lines { p { (line) } }
            @if let Some(source) = dataset.source(MERGER_SOURCE) { (merger_source(lang, source)) }
        }
    }
}

/// The title is in a language of its own, so it stands beside the words, not in them.
fn merger_source(lang: Lang, source: &Source) -> Markup {
    let title = html! { cite lang=(source.language) { (source.title) } };
    html! {
        p class="t-muted" {
            (phrase::merger_source(lang, ""))
            @if let Some(url) = &source.url {
                a href=(url) rel="noopener external" { (title) }
            } @else {
                (title)
            }
        }
    }
}

/// A row per indicator of the pillar that the province has a figure of.
fn pillar_section(site: &Site, id: &str, pillar: Pillar) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let rows: Vec<Markup> = dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.pillar == pillar)
        .filter_map(|indicator| {
            let results = figures_of(dataset, id, &indicator.id, Kind::Result);
            let targets = figures_of(dataset, id, &indicator.id, Kind::Target);
            if results.is_empty() && targets.is_empty() {
                return None;
            }
            let topic = site.link(Page::Compare(indicator.concept.clone()));
            let name = html! { a href=(topic) { (words::pick(lang, &indicator.name)) } };
            Some(figures_row(site, &name, &indicator.unit, &results, &targets))
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            table class="t-table t-table--stack t-table--measures" {
                caption { (words::pillar(lang, pillar)) }
                (figures_head(site, site.messages().measure))
                tbody { @for row in rows { (row) } }
            }
        }
    }
}

/// By date, those without one last.
fn figures_of<'a>(
    dataset: &'a Dataset,
    id: &'a str,
    indicator: &'a str,
    kind: Kind,
) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = dataset.observations_of(id, indicator, kind).collect();
    order::sort_by_key(&mut figures, |o| (o.when().is_none(), o.when().map(Date::end)));
    figures
}

/// The topics others have figures on and this province has none.
fn unknown(site: &Site, id: &str) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let is_known = |concept: &str| {
        let indicators = dataset.indicators_of(concept);
        let own = |o: &&Observation| o.province == id;
        dataset
            .observations
            .iter()
            .filter(own)
            .any(|o| indicators.iter().any(|indicator| indicator.id == o.indicator))
    };
    let topics: Vec<&str> =
        dataset.concepts().into_iter().filter(|concept| !is_known(concept)).collect();
    html! {
        section aria-labelledby="unknown" {
            h2 id="unknown" { (messages.province_unknown) }
            @if topics.is_empty() {
                p { (messages.province_knows_all) }
            } @else {
                p { (messages.province_unknown_lead) }
                ul class="t-columns" {
                    @for concept in topics {
                        li {
                            a href=(site.link(Page::Compare(concept.to_owned()))) {
                                (words::topic_name(lang, dataset, concept))
                            }
                        }
                    }
                }
            }
        }
    }
}
