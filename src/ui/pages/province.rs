//! `/tinh/<id>/`: what one province promised and reported.

use leptos::prelude::*;

use crate::address::Page;
use crate::data::{Dataset, Indicator, Kind, Observation, Pillar, Province};
use crate::i18n::phrase;
use crate::ui::components::{breadcrumbs, glyph, source_link};
use crate::ui::head::sources_of;
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
    let count = |kind: Kind| {
        dataset.observations.iter().filter(|o| o.province == id && o.kind == kind).count()
    };
    let lead = phrase::province_lead(
        lang,
        count(Kind::Target),
        count(Kind::Result),
        sources_of(dataset, id),
    );
    let pillars = Pillar::ALL
        .into_iter()
        .filter_map(|pillar| pillar_section(site, id, pillar))
        .collect_view();
    let trail =
        [(Some(Page::Home), messages.site_name.to_owned()), (None, messages.province.to_owned())];
    view! {
        {breadcrumbs(site, &trail)}
        <h1>{glyph(site.series(id), true)} " " {words::pick(lang, &province.name).to_owned()}</h1>
        <p class="t-lead">{lead}</p>
        {became(site, province)}
        <h2>{messages.province_by_pillar}</h2>
        {pillars}
        {unknown(site, id)}
    }
    .into_any()
}

/// The merger, in a sentence with its source.
fn became(site: &Site, province: &Province) -> AnyView {
    let lang = site.lang();
    let dataset = &site.dataset;
    let name = words::pick(lang, &province.name);
    let name_of = |id: &str| {
        dataset.province(id).map_or(id, |other| words::pick(lang, &other.name)).to_owned()
    };
    let ended = province.until.zip(province.successor.as_deref()).map(|(until, successor)| {
        phrase::ended(lang, name, &words::day_long(lang, until.end()), &name_of(successor))
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
        let line = phrase::took_in(lang, name, &others, &words::day_long(lang, day));
        if !joined.contains(&line) {
            joined.push(line);
        }
    }
    let lines: Vec<String> = ended.into_iter().chain(joined).collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let source = dataset.source(MERGER_SOURCE).map(|source| {
        let text = phrase::merger_source(lang, &source.title);
        match source.url.clone() {
            Some(url) => {
                view! { <p class="t-muted"><a href=url rel="noopener external">{text}</a></p> }
                    .into_any()
            }
            None => view! { <p class="t-muted">{text}</p> }.into_any(),
        }
    });
    view! {
        <section class="t-why" aria-labelledby="became">
            <h2 id="became">{site.messages().province_became}</h2>
            {lines} {source}
        </section>
    }
    .into_any()
}

fn pillar_section(site: &Site, id: &str, pillar: Pillar) -> Option<AnyView> {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let rows: Vec<AnyView> = dataset
        .indicators
        .iter()
        .filter(|indicator| indicator.pillar == pillar)
        .flat_map(|indicator| {
            figures_of(dataset, id, indicator).into_iter().map(move |o| (indicator, o))
        })
        .map(|(indicator, observation)| figure_row(site, indicator, observation))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack">
                <caption>{words::pillar(lang, pillar)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{messages.measure}</th>
                        <th scope="col" class="t-number">{messages.result}</th>
                        <th scope="col" class="t-number">{messages.target}</th>
                        <th scope="col">{format!("{} / {}", messages.period, messages.deadline)}</th>
                        <th scope="col">{messages.source}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

/// Results before targets, each by date.
fn figures_of<'a>(dataset: &'a Dataset, id: &str, indicator: &Indicator) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.province == id && o.indicator == indicator.id)
        .collect();
    figures.sort_by_key(|o| (o.kind == Kind::Target, o.when().map(crate::data::Date::end)));
    figures
}

fn figure_row(site: &Site, indicator: &Indicator, observation: &Observation) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let value = words::value(lang, observation, &indicator.unit);
    let link = view! { <a href=site.link_to_figure(&observation.id)>{value}</a> }.into_any();
    let empty = || {
        view! {
            <span aria-hidden="true">{messages.none}</span>
            <span class="t-hidden">{messages.none_read_aloud}</span>
        }
        .into_any()
    };
    let (result, target) = match observation.kind {
        Kind::Result => (link, empty()),
        Kind::Target => (empty(), link),
    };
    let (date_name, date) = match observation.kind {
        Kind::Result => (messages.period, words::date_of(lang, observation)),
        Kind::Target => (messages.deadline, words::date_of(lang, observation)),
    };
    let date = date.unwrap_or_else(|| messages.no_deadline.to_owned());
    let source = site
        .dataset
        .source(&observation.source)
        .map(|source| source_link(site, source, &observation.locator));
    let topic = site.link(Page::Compare(indicator.concept.clone()));
    view! {
        <tr>
            <th scope="row"><a href=topic>{words::pick(lang, &indicator.name).to_owned()}</a></th>
            <td class="t-number" data-label=messages.result>{result}</td>
            <td class="t-number" data-label=messages.target>{target}</td>
            <td data-label=date_name>{date}</td>
            <td class="t-table__source" data-label=messages.source>{source}</td>
        </tr>
    }
    .into_any()
}

/// The topics others have figures on and this province has none.
fn unknown(site: &Site, id: &str) -> AnyView {
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
    let content = if topics.is_empty() {
        view! { <p>{messages.province_knows_all}</p> }.into_any()
    } else {
        let items = topics
            .into_iter()
            .map(|concept| {
                let name = words::topic_name(lang, dataset, concept).to_owned();
                view! { <li><a href=site.link(Page::Compare(concept.to_owned()))>{name}</a></li> }
            })
            .collect_view();
        view! {
            <p>{messages.province_unknown_lead}</p>
            <ul class="t-columns">{items}</ul>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="unknown">
            <h2 id="unknown">{messages.province_unknown}</h2>
            {content}
        </section>
    }
    .into_any()
}
