//! `/chi-tieu/<concept>/`: what a topic measures, and its figures over time.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare::{Choice, topic};
use crate::data::{Better, Indicator};
use crate::ui::components::{bands_table, breadcrumbs, card, drawing};
use crate::ui::figures;
use crate::ui::site::Site;
use crate::ui::words;

/// The definition of each indicator, its figures over time, and all of them with their sources.
pub(crate) fn concept(site: &Site, concept: &str) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let name = words::topic_name(lang, dataset, concept).to_owned();
    let compare = site.link(Page::Compare(concept.to_owned()));
    let trail = [
        (Some(Page::Topics), messages.nav_compare.to_owned()),
        (Some(Page::Compare(concept.to_owned())), name.clone()),
    ];
    let indicators = dataset.indicators_of(concept);
    let definitions = indicators.iter().map(|indicator| definition(site, indicator)).collect_view();
    let charts: Vec<AnyView> = indicators
        .iter()
        .filter_map(|indicator| {
            let chart = figures::over_time(lang, dataset, indicator)?;
            let name = words::pick(lang, &indicator.name).to_owned();
            Some(
                view! {
                    <figure class="t-figure">
                        <figcaption><h3>{name}</h3></figcaption>
                        {drawing(lang, chart)}
                    </figure>
                }
                .into_any(),
            )
        })
        .collect();
    let over_time = (!charts.is_empty()).then(|| {
        view! {
            <section aria-labelledby="over-time">
                <h2 id="over-time">{messages.concept_over_time}</h2>
                <p class="t-muted">{messages.concept_over_time_hint}</p>
                {charts}
            </section>
        }
    });
    let bands = topic(dataset, concept, &dataset.provinces_with_figures(), Choice::Latest, None);
    let cards = dataset
        .observations
        .iter()
        .filter(|o| indicators.iter().any(|indicator| indicator.id == o.indicator))
        .map(|observation| card(site, observation))
        .collect_view();
    view! {
        {breadcrumbs(site, &trail)}
        <h1>{name}</h1>
        <p class="t-lead"><a href=compare>{messages.see_comparison}</a></p>
        <section aria-labelledby="definitions">
            <h2 id="definitions">{messages.concept_definitions}</h2>
            {definitions}
        </section>
        {over_time}
        <section aria-labelledby="all-figures">
            <h2 id="all-figures">{messages.concept_all_figures}</h2>
            {bands_table(site, messages.table_latest.to_owned(), &bands)}
            <div class="t-cards">{cards}</div>
        </section>
    }
    .into_any()
}

fn definition(site: &Site, indicator: &Indicator) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let better = match indicator.better {
        Better::Higher => messages.better_higher,
        Better::Lower => messages.better_lower,
    };
    let breaks: Vec<String> = indicator.breaks.iter().map(ToString::to_string).collect();
    let breaks = (!breaks.is_empty())
        .then(|| format!(" · {} {}", messages.method_breaks, breaks.join(", ")));
    view! {
        <article class="t-definition" id=indicator.id.clone()>
            <h3>{words::pick(lang, &indicator.name).to_owned()}</h3>
            <p>{words::pick(lang, &indicator.definition).to_owned()}</p>
            <p class="t-muted">{words::unit(lang, indicator)} " · " {better} {breaks}</p>
        </article>
    }
    .into_any()
}
