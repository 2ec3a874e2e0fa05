//! `/`: what is in here, and what it shows, first.
//!
//! Only what it says of promises depends on the day, and the search narrows what is written.

use maud::{Markup, html};

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Highlight, Ledger, Verdict, highlights, newsworthy};
use crate::data::{Kind, Observation, Province};
use crate::i18n::number::number;
use crate::i18n::phrase;
use crate::ui::components::{drawing, glyph, province_link, source_link, state_counts};
use crate::ui::figures::deadlines;
use crate::ui::lineage::linked;
use crate::ui::promise::{counts, headline, line, tally};
use crate::ui::site::Site;
use crate::ui::words;
#[cfg(feature = "ssr")]
use crate::{
    data::Date,
    ui::components::{kind_glyph, part, topic_search},
};

/// How many findings the page tells, and how many of them of promises.
const FINDINGS: usize = 5;
const PROMISES: usize = 3;

/// The counts in a sentence, the findings, the provinces, the topics, and how to read it all.
#[cfg(feature = "ssr")]
pub(crate) fn home(site: &Site) -> Markup {
    let messages = site.messages();
    html! {
        h1 { (messages.home_title()) }
        p class="t-lead" { (lead(site)) }
        (part("promises", &promises_on_home(site)))
        section aria-labelledby="topics" {
            h2 id="topics" { (messages.topics_title()) }
            (topic_search(site))
        }
        (reading(site))
    }
}

/// The part that depends on the day: the promises in a figure, the findings, the provinces.
pub(crate) fn promises_on_home(site: &Site) -> Markup {
    let ledger = Ledger::new(&site.dataset);
    let promises = ledger.of_provinces(site.today);
    html! {
        (promises_figure(site, &promises))
        (findings(site, &promises))
        section aria-labelledby="provinces" {
            h2 id="provinces" { (site.messages().home_provinces()) }
            (provinces(site, &promises))
        }
    }
}

/// How many promises are in which state, in a sentence; the same over time, and by state.
fn promises_figure(site: &Site, promises: &[Assessment<'_>]) -> Markup {
    let messages = site.messages();
    let all: Vec<&Assessment<'_>> = promises.iter().collect();
    html! {
        @if !all.is_empty() {
            p { (tally(site, &all)) " " (messages.promises_silence()) }
        }
        @if let Some(figure) = deadlines(site, &all, site.today) {
            figure class="t-figure" {
                figcaption {
                    h2 { a href=(site.link(Page::Promises)) { (messages.promises_figure()) } }
                    p class="t-muted" { (messages.promises_figure_hint()) }
                }
                (drawing(site.lang(), figure))
            }
            (state_counts(site, &all, &Selection::default()))
        }
    }
}

/// What is told first, and the rule it is chosen by.
fn findings(site: &Site, promises: &[Assessment<'_>]) -> Markup {
    let messages = site.messages();
    let told = newsworthy(promises, PROMISES);
    let highlights = highlights(&site.dataset, FINDINGS - told.len());
    let method = site.link_to_method("highlights");
    html! {
        section aria-labelledby="findings" {
            h2 id="findings" { (messages.home_findings()) }
            ol class="t-findings" {
                @for assessment in &told { li class="t-finding" { (promise(site, assessment)) } }
                @for highlight in &highlights {
                    li class="t-finding" { (finding(site, highlight)) }
                }
            }
            p class="t-muted" { a href=(method) { (messages.home_findings_rule()) } }
        }
    }
}

/// How to read the figures.
#[cfg(feature = "ssr")]
fn reading(site: &Site) -> Markup {
    let messages = site.messages();
    let [filled, dates, alike, silence] = messages.home_reading();
    html! {
        section aria-labelledby="reading" class="t-prose" {
            h2 id="reading" { (messages.home_how_to_read()) }
            ul class="t-reading" {
                li { (kind_glyph(Kind::Result)) (kind_glyph(Kind::Target)) " " (filled) }
                li { (dates) }
                li { (alike) }
                li { (silence) }
            }
        }
    }
}

/// A promise as a finding, with the figures it rests on.
fn promise(site: &Site, assessment: &Assessment<'_>) -> Markup {
    let lang = site.lang();
    let link = site.link_to_promise(&assessment.target.id);
    let figures = std::iter::once(assessment.target).chain(assessment.evidence.iter().copied());
    html! {
        h3 { a href=(link) { (headline(lang, &site.dataset, assessment)) } }
        p { (line(lang, assessment)) }
        ul class="t-finding__figures" {
            @for figure in figures { (finding_figure(site, figure)) }
        }
    }
}

#[cfg(feature = "ssr")]
fn lead(site: &Site) -> String {
    let lang = site.lang();
    let dataset = &site.dataset;
    let country = dataset.country().map(|country| country.id.as_str());
    let of_provinces =
        || dataset.observations.iter().filter(move |o| Some(o.province.as_str()) != country);
    // A promise in words alone is no figure.
    let count =
        |kind: Kind| of_provinces().filter(|o| o.kind == kind && !o.is_qualitative()).count();
    let provinces: Vec<&str> =
        dataset.followed().iter().map(|province| words::pick(lang, &province.name)).collect();
    let years = of_provinces().filter_map(Observation::when).map(Date::year);
    let years = years.fold(None, |span: Option<(i32, i32)>, year| {
        Some(span.map_or((year, year), |(from, to)| (from.min(year), to.max(year))))
    });
    let used = |id: &str| of_provinces().any(|o| o.source == id);
    let n_sources = dataset.sources.iter().filter(|source| used(&source.id)).count();
    phrase::home_lead(
        lang,
        count(Kind::Target),
        count(Kind::Result),
        &provinces,
        years.unwrap_or_default(),
        n_sources,
    )
}

fn finding(site: &Site, highlight: &Highlight<'_>) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let (concept, headline, figures) = match highlight {
        Highlight::Gap { a, b, comparison } => {
            let Some(indicator) = dataset.indicator(&a.indicator) else { return html! {} };
            let named = |o: &Observation| {
                let name = words::short_name(lang, dataset, &o.province).to_owned();
                (name, words::value(lang, o, &indicator.unit))
            };
            let ((a_name, a_value), (b_name, b_value)) = (named(a), named(b));
            let difference = comparison.difference.unwrap_or_default();
            // Both are of one kind and one year.
            let date = a.when().map(|when| when.year().to_string()).unwrap_or_default();
            let headline = match a.kind {
                Kind::Result => phrase::gap_headline,
                Kind::Target => phrase::target_gap_headline,
            };
            let headline = headline(
                lang,
                words::pick(lang, &indicator.name),
                (&a_name, &a_value),
                (&b_name, &b_value),
                &date,
                &words::distance(lang, difference, &indicator.unit),
            );
            let care = comparison.verdict == Verdict::WithCare;
            let reasons: Vec<&str> = comparison
                .reasons
                .iter()
                .filter(|_| care)
                .map(|r| words::reason(lang, *r))
                .collect();
            (indicator.concept.as_str(), (headline, reasons.join(" ")), vec![*a, *b])
        }
        Highlight::Unlike { concept, figures, definitions } => {
            let mut provinces: Vec<&str> = figures.iter().map(|o| o.province.as_str()).collect();
            provinces.dedup();
            let topic = words::topic_name(lang, dataset, concept);
            let headline = phrase::unlike_headline(lang, topic, provinces.len(), *definitions);
            let names: Vec<&str> =
                provinces.iter().map(|id| words::short_name(lang, dataset, id)).collect();
            let why = phrase::unlike_definitions(lang, &names, figures.len(), *definitions);
            (*concept, (headline, why), figures.clone())
        }
    };
    let (headline, remark) = headline;
    let link = site.link(Page::Compare(concept.to_owned()));
    html! {
        h3 { a href=(link) { (headline) } }
        @if !remark.is_empty() { p { (remark) } }
        ul class="t-finding__figures" {
            @for figure in figures { (finding_figure(site, figure)) }
        }
    }
}

/// A finding's figure with its mark and its source.
fn finding_figure(site: &Site, observation: &Observation) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let unit = dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    let label = unit.map(|unit| words::mark_label(lang, observation, unit)).unwrap_or_default();
    let source = dataset.source(&observation.source);
    html! {
        li {
            (glyph(site.series(&observation.province), observation.kind == Kind::Result))
            a href=(site.link_to_figure(&observation.id)) {
                (words::short_name(lang, dataset, &observation.province)) " " (label)
            }
            " "
            span class="t-muted" {
                @if let Some(source) = source { (source_link(site, source, &observation.locator)) }
            }
        }
    }
}

fn provinces(site: &Site, promises: &[Assessment<'_>]) -> Markup {
    let messages = site.messages();
    html! {
        table class="t-table t-table--stack" {
            caption class="t-hidden" { (messages.home_provinces()) }
            thead {
                tr {
                    th scope="col" { (messages.province()) }
                    th scope="col" { (messages.now()) }
                    th scope="col" { (messages.promises_due()) }
                    th scope="col" class="t-number" { (messages.results()) }
                }
            }
            tbody {
                @for province in site.dataset.followed() {
                    (province_row(site, promises, province))
                }
            }
        }
    }
}

fn province_row(site: &Site, promises: &[Assessment<'_>], province: &Province) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let n_results = dataset
        .observations
        .iter()
        .filter(|o| o.province == province.id && o.kind == Kind::Result)
        .count();
    let own: Vec<&Assessment<'_>> =
        promises.iter().filter(|a| a.target.province == province.id).collect();
    let counts = match own.as_slice() {
        [] => messages.none().to_owned(),
        own => counts(lang, own),
    };
    html! {
        tr {
            th scope="row" { (province_link(site, &province.id)) }
            td data-label=(messages.now()) class="t-says" { (linked(site, province)) }
            td data-label=(messages.promises_due()) class="t-says" { (counts) }
            td data-label=(messages.results()) class="t-number" { (number(lang, n_results as f64)) }
        }
    }
}
