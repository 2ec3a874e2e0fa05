//! `/nguon/`: every source with its figures, and the downloads.

use leptos::prelude::*;

use crate::data::{Observation, Source};
use crate::i18n::phrase;
use crate::ui::components::{glyph, kind_glyph};
use crate::ui::site::Site;
use crate::ui::words;

/// The files one can take away, then the sources.
pub(crate) fn sources(site: &Site) -> AnyView {
    let messages = site.messages();
    let sources =
        site.dataset.sources.iter().map(|source| source_section(site, source)).collect_view();
    view! {
        <h1>{messages.sources_title}</h1>
        <p class="t-lead">{messages.sources_lead}</p>
        <section aria-labelledby="downloads">
            <h2 id="downloads">{messages.sources_downloads}</h2>
            <p>{messages.sources_downloads_lead}</p>
            <ul class="t-links">
                <li><a href=site.file("data/observations.csv") download="">{messages.get_csv}</a></li>
                <li>
                    <a href=site.file("data/observations-excel.csv") download="">{messages.get_csv_excel}</a>
                </li>
                <li><a href=site.file("data/observations.json") download="">{messages.get_json}</a></li>
                <li><a href=site.file("data/manifest.json")>{messages.data_files}</a></li>
            </ul>
        </section>
        <section aria-labelledby="sources">
            <h2 id="sources">{messages.sources_list}</h2>
            {sources}
        </section>
    }
    .into_any()
}

fn source_section(site: &Site, source: &Source) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let figures: Vec<&Observation> =
        site.dataset.observations.iter().filter(|o| o.source == source.id).collect();
    let facts: Vec<String> = [
        source.publisher.clone(),
        source.author.clone(),
        Some(words::source_date(lang, source)),
        Some(words::source_kind(lang, source.kind).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let link = match source.url.clone() {
        Some(url) => {
            view! { <a href=url rel="noopener external">{messages.open_source}</a> }.into_any()
        }
        None => view! { <span class="t-muted">{messages.no_address}</span> }.into_any(),
    };
    let list = if figures.is_empty() {
        view! { <p class="t-muted">{messages.source_no_figures}</p> }.into_any()
    } else {
        let count = phrase::n_figures(lang, figures.len());
        let items = figures.iter().map(|figure| figure_item(site, figure)).collect_view();
        view! {
            <details>
                <summary>{count}</summary>
                <ul class="t-figures">{items}</ul>
            </details>
        }
        .into_any()
    };
    view! {
        <article class="t-source" id=source.id.clone()>
            <h3 lang=source.language.clone()>{source.title.clone()}</h3>
            <p class="t-muted">{facts.join(" · ")}</p>
            <p>{link}</p>
            {list}
        </article>
    }
    .into_any()
}

fn figure_item(site: &Site, observation: &Observation) -> AnyView {
    let lang = site.lang();
    let place = phrase::locator(lang, &observation.locator);
    view! {
        <li>
            {kind_glyph(observation.kind)}
            {glyph(site.series(&observation.province), true)}
            <a href=site.link_to_figure(&observation.id)>
                {words::fact(lang, &site.dataset, observation)}
            </a>
            <span class="t-muted">" " {place}</span>
        </li>
    }
    .into_any()
}
