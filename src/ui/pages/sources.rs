//! `/nguon/`: every source with its figures, and the downloads.

use leptos::prelude::*;

use crate::data::{Observation, Source};
use crate::i18n::phrase;
use crate::ui::components::{Glyph, KindGlyph, Place, disputes};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// The files one can take away, where sources disagree, then the sources.
pub(crate) const VIEW: View =
    View { prepare: || (), sections: &[heading, downloads, disputes, sources] };

fn heading() -> AnyView {
    let messages = Site::here().messages();
    view! {
        <h1>{messages.sources_title()}</h1>
        <p class="t-lead">{messages.sources_lead()}</p>
    }
    .into_any()
}

fn downloads() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let [own, other] = site.excel_files();
    let files = [
        ("data/observations.csv", messages.get_csv()),
        (own, messages.get_csv_excel()),
        (other, messages.get_csv_excel_other()),
        ("data/observations.json", messages.get_json()),
    ];
    let files = files.map(|(path, name)| {
        view! {
            <li>
                <a href=site.file(path) download="">
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="downloads">
            <h2 id="downloads">{messages.sources_downloads()}</h2>
            <p>{messages.sources_downloads_lead()}</p>
            <ul class="t-links">
                {files.collect_view()}
                <li>
                    <a href=site.file("data/manifest.json")>{messages.data_files()}</a>
                </li>
            </ul>
        </section>
    }
    .into_any()
}

fn sources() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let sources =
        site.dataset.sources.iter().map(|source| view! { <OneSource source /> }.into_any());
    view! {
        <section aria-labelledby="sources">
            <h2 id="sources">{messages.sources_list()}</h2>
            <p class="t-prose t-muted">{messages.sources_brackets()}</p>
            {sources.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn OneSource(source: &'static Source) -> impl IntoView {
    let lang = Site::here().lang();
    let messages = lang.messages();
    // Names stand in the language of the source.
    let names = source.publisher.iter().chain(&source.author).map(|name| {
        view! {
            <span lang=source.language.as_str()>{name.as_str()}</span>
            " · "
        }
        .into_any()
    });
    let (date, kind) = (words::source_date(lang, source), words::source_kind(lang, source.kind));
    let link = match &source.url {
        Some(url) => view! {
            <a href=url.as_str() rel="noopener external">
                {messages.open_source()}
            </a>
        }
        .into_any(),
        None => view! { <span class="t-muted">{messages.no_address()}</span> }.into_any(),
    };
    view! {
        <article id=source.id.as_str() class="t-source">
            <h3 lang=source.language.as_str()>{source.title.as_str()}</h3>
            <p class="t-muted">{names.collect_view()} {format!("{date} · {kind}")}</p>
            <p>{link}</p>
            <Figures source />
        </article>
    }
}

/// All that was taken from a source.
#[component]
fn Figures(source: &'static Source) -> impl IntoView {
    let site = Site::here();
    let figures: Vec<&'static Observation> =
        site.dataset.entries().filter(|o| o.source == source.id).collect();
    if figures.is_empty() {
        return view! { <p class="t-muted">{site.messages().source_no_figures()}</p> }.into_any();
    }
    let summary = phrase::n_figures(site.lang(), figures.len());
    let figures = figures.into_iter().map(|figure| figure_item(site, source, figure));
    view! {
        <details>
            <summary>{summary}</summary>
            <ul class="t-figures">{figures.collect_view()}</ul>
        </details>
    }
    .into_any()
}

fn figure_item(site: Site, source: &'static Source, observation: &'static Observation) -> AnyView {
    view! {
        <li>
            <KindGlyph kind=observation.kind />
            <Glyph series=site.series(&observation.province) />
            <a href=site.link_to_figure(&observation.id)>
                {words::fact(site.lang(), site.dataset, observation)}
            </a>
            <span class="t-muted">
                " " <Place source locator=&observation.locator />
            </span>
        </li>
    }
    .into_any()
}
