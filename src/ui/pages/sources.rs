//! `/nguon/`: every source with its figures, and the downloads.

use maud::{Markup, html};

use crate::data::{Observation, Source};
use crate::i18n::phrase;
use crate::ui::components::{disputes_list, glyph, kind_glyph, place_in};
use crate::ui::site::Site;
use crate::ui::words;

/// The files one can take away, then the sources.
pub(crate) fn sources(site: &Site) -> Markup {
    let messages = site.messages();
    html! {
        h1 { (messages.sources_title()) }
        p class="t-lead" { (messages.sources_lead()) }
        (downloads(site))
        (disputes_list(site))
        section aria-labelledby="sources" {
            h2 id="sources" { (messages.sources_list()) }
            p class="t-prose t-muted" { (messages.sources_brackets()) }
            @for source in &site.dataset.sources { (source_section(site, source)) }
        }
    }
}

fn downloads(site: &Site) -> Markup {
    let messages = site.messages();
    let [own, other] = site.excel_files();
    let files = [
        ("data/observations.csv", messages.get_csv()),
        (own, messages.get_csv_excel()),
        (other, messages.get_csv_excel_other()),
        ("data/observations.json", messages.get_json()),
    ];
    html! {
        section aria-labelledby="downloads" {
            h2 id="downloads" { (messages.sources_downloads()) }
            p { (messages.sources_downloads_lead()) }
            ul class="t-links" {
                @for (path, name) in files {
                    li { a href=(site.file(path)) download="" { (name) } }
                }
                li { a href=(site.file("data/manifest.json")) { (messages.data_files()) } }
            }
        }
    }
}

fn source_section(site: &Site, source: &Source) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let figures: Vec<&Observation> =
        site.dataset.entries().filter(|o| o.source == source.id).collect();
    html! {
        article id=(source.id) class="t-source" {
            h3 lang=(source.language) { (source.title) }
            p class="t-muted" {
                // Names stand in the language of the source.
                @for name in source.publisher.iter().chain(&source.author) {
                    span lang=(source.language) { (name) }
                    " · "
                }
                (words::source_date(lang, source)) " · " (words::source_kind(lang, source.kind))
            }
            p {
                @if let Some(url) = &source.url {
                    a href=(url) rel="noopener external" { (messages.open_source()) }
                } @else {
                    span class="t-muted" { (messages.no_address()) }
                }
            }
            @if figures.is_empty() {
                p class="t-muted" { (messages.source_no_figures()) }
            } @else {
                details {
                    summary { (phrase::n_figures(lang, figures.len())) }
                    ul class="t-figures" {
                        @for figure in figures { (figure_item(site, figure)) }
                    }
                }
            }
        }
    }
}

fn figure_item(site: &Site, observation: &Observation) -> Markup {
    let lang = site.lang();
    html! {
        li {
            (kind_glyph(observation.kind))
            (glyph(site.series(&observation.province), true))
            a href=(site.link_to_figure(&observation.id)) {
                (words::fact(lang, &site.dataset, observation))
            }
            @if let Some(source) = site.dataset.source(&observation.source) {
                span class="t-muted" { " " (place_in(site, source, &observation.locator)) }
            }
        }
    }
}
