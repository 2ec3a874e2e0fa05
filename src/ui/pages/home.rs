//! `/`: what is in here, and what it shows, first.

use leptos::prelude::*;

use crate::address::{Address, Page, Selection, href};
use crate::compare::{Assessment, Highlight, Ledger, State, Verdict, highlights, newsworthy};
use crate::data::{Date, Kind, Observation};
use crate::i18n::number::number;
use crate::i18n::phrase;
use crate::ui::components::{
    drawing, glyph, kind_glyph, province_link, source_link, state_counts, topic_search,
};
use crate::ui::figures::deadlines;
use crate::ui::promise::{headline, line};
use crate::ui::site::Site;
use crate::ui::words;

/// How many findings the page tells, and how many of them of promises.
const FINDINGS: usize = 5;
const PROMISES: usize = 3;

/// The counts in a sentence, the findings, the provinces, the topics, and how to read it all.
pub(crate) fn home(site: &Site) -> AnyView {
    let messages = site.messages();
    let ledger = Ledger::new(&site.dataset);
    let promises = promises_of_provinces(site, &ledger);
    let told = newsworthy(&promises, PROMISES);
    let highlights = highlights(&site.dataset, FINDINGS - told.len());
    let findings = (told.iter().map(|assessment| promise(site, assessment)))
        .chain(highlights.iter().map(|highlight| finding(site, highlight)))
        .map(|finding| view! { <li class="t-finding">{finding}</li> })
        .collect_view();
    let all: Vec<&Assessment<'_>> = promises.iter().collect();
    let figure = deadlines(site, &all, site.today).map(|figure| {
        view! {
            <figure class="t-figure">
                <figcaption>
                    <h2>
                        <a href=site.link(Page::Promises)>{messages.promises_figure}</a>
                    </h2>
                    <p class="t-muted">{messages.promises_figure_hint} " " {messages.promises_silence}</p>
                </figcaption>
                {drawing(site.lang(), figure)}
            </figure>
            {state_counts(site, &all, &Selection::default())}
        }
    });
    let method = {
        let page = Address::of(site.lang(), Page::Method);
        href(&site.base, &Address { fragment: Some("highlights".to_owned()), ..page })
    };
    let [filled, dates, alike, silence] = messages.home_reading;
    view! {
        <h1>{messages.home_title}</h1>
        <p class="t-lead">{lead(site)}</p>
        {figure}
        <section aria-labelledby="findings">
            <h2 id="findings">{messages.home_findings}</h2>
            <ol class="t-findings">{findings}</ol>
            <p class="t-muted">
                <a href=method>{messages.home_findings_rule}</a>
            </p>
        </section>
        <section aria-labelledby="provinces">
            <h2 id="provinces">{messages.home_provinces}</h2>
            {provinces(site, &promises)}
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

/// What became of the provinces' promises; the country's are what they are set beside.
fn promises_of_provinces<'a>(site: &'a Site, ledger: &Ledger<'a>) -> Vec<Assessment<'a>> {
    let is_country = |id: &str| site.dataset.country().is_some_and(|country| country.id == id);
    ledger.on(site.today).into_iter().filter(|a| !is_country(&a.target.province)).collect()
}

/// A promise as a finding, with the figures it rests on.
fn promise(site: &Site, assessment: &Assessment<'_>) -> AnyView {
    let lang = site.lang();
    let link = site.link_to_promise(&assessment.target.id);
    let figures = std::iter::once(assessment.target)
        .chain(assessment.evidence.iter().copied())
        .map(|figure| finding_figure(site, figure))
        .collect_view();
    view! {
        <h3><a href=link>{headline(lang, &site.dataset, assessment)}</a></h3>
        <p>{line(lang, assessment)}</p>
        <ul class="t-finding__figures">{figures}</ul>
    }
    .into_any()
}

fn lead(site: &Site) -> String {
    let lang = site.lang();
    let dataset = &site.dataset;
    let country = dataset.country().map(|country| country.id.as_str());
    let of_provinces =
        || dataset.observations.iter().filter(move |o| Some(o.province.as_str()) != country);
    let count = |kind: Kind| of_provinces().filter(|o| o.kind == kind).count();
    let provinces: Vec<&str> = dataset
        .provinces_with_figures()
        .iter()
        .map(|province| words::pick(lang, &province.name))
        .collect();
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

fn provinces(site: &Site, promises: &[Assessment<'_>]) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let rows = dataset
        .provinces_with_figures()
        .into_iter()
        .map(|province| {
            let own = || promises.iter().filter(|a| a.target.province == province.id);
            let n_results = dataset
                .observations
                .iter()
                .filter(|o| o.province == province.id && o.kind == Kind::Result)
                .count();
            let in_state = |states: &[State]| own().filter(|a| states.contains(&a.state)).count();
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
            let is_lost = dataset.is_lost(&province.id);
            let decimal = |n: usize| {
                if is_lost { messages.none.to_owned() } else { number(lang, n as f64) }
            };
            let share = |states: &[State]| {
                let n = in_state(states);
                if is_lost { messages.none.to_owned() } else { phrase::share(lang, n, own().count()) }
            };
            view! {
                <tr>
                    <th scope="row">{province_link(site, &province.id)}</th>
                    <td data-label=messages.now>{now}</td>
                    <td class="t-number" data-label=messages.promises_due>{decimal(own().count())}</td>
                    <td class="t-number" data-label=messages.promises_kept>
                        {share(&[State::Met, State::MetShownLate])}
                    </td>
                    <td class="t-number" data-label=messages.promises_unreported>
                        {share(&[State::OverdueUnreported])}
                    </td>
                    <td class="t-number" data-label=messages.results>{decimal(n_results)}</td>
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
                    <th scope="col" class="t-number">{messages.promises_due}</th>
                    <th scope="col" class="t-number">{messages.promises_kept}</th>
                    <th scope="col" class="t-number">{messages.promises_unreported}</th>
                    <th scope="col" class="t-number">{messages.results}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
