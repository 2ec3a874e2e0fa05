//! `/`: what is in here, and what it shows, first.

use leptos::prelude::*;

use crate::address::{Address, Page, href};
use crate::compare::{Highlight, Verdict, highlights};
use crate::data::{Date, Kind, Observation};
use crate::i18n::phrase;
use crate::ui::components::{glyph, kind_glyph, province_link, source_link, topic_search};
use crate::ui::site::Site;
use crate::ui::words;

/// How many findings the page tells.
const FINDINGS: usize = 5;

/// The counts in a sentence, the findings, the provinces, the topics, and how to read it all.
pub(crate) fn home(site: &Site) -> AnyView {
    let messages = site.messages();
    let findings = highlights(&site.dataset, FINDINGS)
        .iter()
        .map(|highlight| view! { <li class="t-finding">{finding(site, highlight)}</li> })
        .collect_view();
    let method = {
        let page = Address::of(site.lang(), Page::Method);
        href(&site.base, &Address { fragment: Some("highlights".to_owned()), ..page })
    };
    let [filled, dates, alike, silence] = messages.home_reading;
    view! {
        <h1>{messages.home_title}</h1>
        <p class="t-lead">{lead(site)}</p>
        <section aria-labelledby="findings">
            <h2 id="findings">{messages.home_findings}</h2>
            <ol class="t-findings">{findings}</ol>
            <p class="t-muted">
                <a href=method>{messages.home_findings_rule}</a>
            </p>
        </section>
        <section aria-labelledby="provinces">
            <h2 id="provinces">{messages.home_provinces}</h2>
            {provinces(site)}
        </section>
        <section aria-labelledby="topics">
            <h2 id="topics">{messages.topics_title}</h2>
            {topic_search(site)}
        </section>
        <section aria-labelledby="reading" class="t-prose">
            <h2 id="reading">{messages.home_how_to_read}</h2>
            <ul class="t-reading">
                <li>{kind_glyph(Kind::Result)} {kind_glyph(Kind::Target)} " " {filled}</li>
                <li>{dates}</li>
                <li>{alike}</li>
                <li>{silence}</li>
            </ul>
        </section>
    }
    .into_any()
}

fn lead(site: &Site) -> String {
    let lang = site.lang();
    let dataset = &site.dataset;
    let count = |kind: Kind| dataset.observations.iter().filter(|o| o.kind == kind).count();
    let provinces: Vec<&str> = dataset
        .provinces_with_figures()
        .iter()
        .map(|province| words::pick(lang, &province.name))
        .collect();
    let years = dataset.observations.iter().filter_map(Observation::when).map(Date::year);
    let years = years.fold(None, |span: Option<(i32, i32)>, year| {
        Some(span.map_or((year, year), |(from, to)| (from.min(year), to.max(year))))
    });
    let used = |id: &str| dataset.observations.iter().any(|o| o.source == id);
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

fn finding(site: &Site, highlight: &Highlight<'_>) -> AnyView {
    let lang = site.lang();
    let dataset = &site.dataset;
    let (concept, headline, figures) = match highlight {
        Highlight::Gap { a, b, comparison } => {
            let Some(indicator) = dataset.indicator(&a.indicator) else { return ().into_any() };
            let named = |o: &Observation| {
                let name = words::short_name(lang, dataset, &o.province).to_owned();
                (name, words::value(lang, o, &indicator.unit))
            };
            let ((a_name, a_value), (b_name, b_value)) = (named(a), named(b));
            let difference = comparison.difference.unwrap_or_default();
            let headline = phrase::gap_headline(
                lang,
                words::pick(lang, &indicator.name),
                (&a_name, &a_value),
                (&b_name, &b_value),
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
            let why = phrase::unlike_definitions(lang, figures.len(), *definitions);
            (*concept, (headline, why), figures.clone())
        }
        Highlight::Reached { target, result } => {
            let Some(indicator) = dataset.indicator(&target.indicator) else {
                return ().into_any();
            };
            let text = |o: &Observation| {
                (
                    words::value(lang, o, &indicator.unit),
                    words::date_of(lang, o).unwrap_or_default(),
                )
            };
            let ((goal, due), (value, period)) = (text(target), text(result));
            let headline = phrase::reached_headline(
                lang,
                words::short_name(lang, dataset, &target.province),
                words::pick(lang, &indicator.name),
                (&goal, &due),
                (&value, &period),
            );
            (indicator.concept.as_str(), (headline, String::new()), vec![*target, *result])
        }
    };
    let (headline, remark) = headline;
    let link = site.link(Page::Compare(concept.to_owned()));
    let sources = figures.iter().map(|figure| finding_figure(site, figure)).collect_view();
    view! {
        <h3><a href=link>{headline}</a></h3>
        {(!remark.is_empty()).then(|| view! { <p>{remark}</p> })}
        <ul class="t-finding__figures">{sources}</ul>
    }
    .into_any()
}

/// A finding's figure with its mark and its source.
fn finding_figure(site: &Site, observation: &Observation) -> AnyView {
    let lang = site.lang();
    let dataset = &site.dataset;
    let unit = dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    let label = unit.map(|unit| words::mark_label(lang, observation, unit)).unwrap_or_default();
    let source = dataset
        .source(&observation.source)
        .map(|source| source_link(site, source, &observation.locator));
    view! {
        <li>
            {glyph(site.series(&observation.province), observation.kind == Kind::Result)}
            <a href=site.link_to_figure(&observation.id)>
                {words::short_name(lang, dataset, &observation.province).to_owned()} " " {label}
            </a>
            " "
            <span class="t-muted">{source}</span>
        </li>
    }
    .into_any()
}

fn provinces(site: &Site) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let rows = dataset
        .provinces_with_figures()
        .into_iter()
        .map(|province| {
            let count = |kind: Kind| {
                let of = |o: &&Observation| o.province == province.id && o.kind == kind;
                dataset.observations.iter().filter(of).count()
            };
            let now = province.successor.as_deref().map_or_else(
                || messages.still_there.to_owned(),
                |successor| {
                    let name = dataset.province(successor).map_or(successor, |p| words::pick(lang, &p.name));
                    let until = province.until.map(|until| words::date(lang, until));
                    until.map_or_else(
                        || name.to_owned(),
                        |until| phrase::successor_since(lang, name, &until),
                    )
                },
            );
            // Of a province whose file did not come nothing is known, not even that there is nothing.
            let decimal = |n: usize| {
                if dataset.is_lost(&province.id) {
                    messages.none.to_owned()
                } else {
                    crate::i18n::number::number(lang, n as f64)
                }
            };
            view! {
                <tr>
                    <th scope="row">{province_link(site, &province.id)}</th>
                    <td data-label=messages.now>{now}</td>
                    <td class="t-number" data-label=messages.targets>{decimal(count(Kind::Target))}</td>
                    <td class="t-number" data-label=messages.results>{decimal(count(Kind::Result))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="t-table t-table--stack">
            <caption class="t-hidden">{messages.home_provinces}</caption>
            <thead>
                <tr>
                    <th scope="col">{messages.province}</th>
                    <th scope="col">{messages.now}</th>
                    <th scope="col" class="t-number">{messages.targets}</th>
                    <th scope="col" class="t-number">{messages.results}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
