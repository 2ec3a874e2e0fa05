//! `/tinh/<id>/`: what one province promised and reported.

use leptos::prelude::*;

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Ledger};
use crate::data::{Dataset, Date, Kind, Observation, Pillar, Province};
use crate::i18n::phrase;
use crate::order;
use crate::ui::components::{breadcrumbs, figures_head, figures_row, glyph, state_counts};
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
        let name = words::pick(lang, &province.name).to_owned();
        return view! {
            <h1>{name.clone()}</h1>
            <p class="t-lead">{phrase::lost_part(lang, &name)}</p>
            {became(site, province)}
        }
        .into_any();
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
        {promises(site, id)}
        <h2>{messages.province_by_pillar}</h2>
        {pillars}
        {unknown(site, id)}
    }
    .into_any()
}

/// Its promises by state, with their denominator.
fn promises(site: &Site, id: &str) -> AnyView {
    let lang = site.lang();
    let ledger = Ledger::new(&site.dataset);
    let all = ledger.on(site.today);
    let own: Vec<&Assessment<'_>> = all.iter().filter(|a| a.target.province == id).collect();
    if own.is_empty() {
        return ().into_any();
    }
    let messages = site.messages();
    let selection = Selection { provinces: Some(vec![id.to_owned()]), ..Selection::default() };
    let name = words::short_name(lang, &site.dataset, id);
    let day = words::day_in_text(lang, site.today);
    let sentence = phrase::tally(lang, &day, &[name], &tally(&own));
    view! {
        <section aria-labelledby="promises">
            <h2 id="promises">{messages.promises_by_state}</h2>
            <p>{sentence} " " {messages.promises_silence}</p>
            {state_counts(site, &own, &selection)}
        </section>
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
        return ().into_any();
    }
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let source = dataset.source(MERGER_SOURCE).map(|source| {
        let title = view! { <cite lang=source.language.clone()>{source.title.clone()}</cite> };
        let title = match source.url.clone() {
            Some(url) => view! { <a href=url rel="noopener external">{title}</a> }.into_any(),
            None => title.into_any(),
        };
        // The title is in a language of its own, so it stands beside the words, not in them.
        view! { <p class="t-muted">{phrase::merger_source(lang, "")} {title}</p> }
    });
    view! {
        <section class="t-why" aria-labelledby="became">
            <h2 id="became">{site.messages().province_became}</h2>
            {lines} {source}
        </section>
    }
    .into_any()
}

/// A row per indicator of the pillar that the province has a figure of.
fn pillar_section(site: &Site, id: &str, pillar: Pillar) -> Option<AnyView> {
    let lang = site.lang();
    let dataset = &site.dataset;
    let rows: Vec<AnyView> = dataset
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
            let name = words::pick(lang, &indicator.name).to_owned();
            let name = view! { <a href=topic>{name}</a> }.into_any();
            Some(figures_row(site, name, &indicator.unit, &results, &targets))
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="t-table t-table--stack t-table--measures">
                <caption>{words::pillar(lang, pillar)}</caption>
                {figures_head(site, site.messages().measure)}
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
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
