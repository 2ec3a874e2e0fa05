//! Names and links of sources, and the terms of a description list.

use leptos::prelude::*;

use crate::data::{Observation, Source, SourceKind};
use crate::i18n::phrase;
use crate::ui::site::Site;
use crate::ui::words;

/// The source of a figure, as a link if it has an address, and the place in it.
#[component]
pub(crate) fn SourceLink(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    site.dataset.source(&observation.source).map(|source| {
        // Say that it is a copy: a copy is less reliable than the original.
        let repost = (source.kind == SourceKind::Repost).then(|| {
            let named = format!("({})", site.messages().kind_repost());
            view! { " " <span class="t-muted">{named}</span> }.into_any()
        });
        view! {
            <SourceName source />
            ", "
            <SourceLocator source locator=&observation.locator />
            {repost}
        }
        .into_any()
    })
}

/// The place of a figure in its source. Words quoted from the source are marked with the language
/// of the source.
#[component]
pub(crate) fn SourceLocator(source: &'static Source, locator: &'static str) -> impl IntoView {
    let lang = Site::from_context().lang();
    let place = phrase::locator(lang, locator);
    if source.language.code() == lang.code() {
        return place.into_any();
    }
    let mut parts = place.split('“');
    let before = parts.next().unwrap_or_default().to_owned();
    let quotes = parts.map(|part| match part.split_once('”') {
        Some((quoted, rest)) => view! {
            <span lang=source.language.code()>{format!("“{quoted}”")}</span>
            {(!rest.is_empty()).then(|| rest.to_owned())}
        }
        .into_any(),
        None => format!("“{part}").into_any(),
    });
    let quotes = quotes.collect_view();
    view! {
        {before}
        {quotes}
    }
    .into_any()
}

/// A source with its name, title, kind and date of publication.
#[component]
pub(crate) fn SourceCitation(source: &'static Source) -> impl IntoView {
    view! {
        <SourceName source />
        <SourceFacts source />
    }
}

/// The name of a source, as a link if it has an address.
#[component]
pub(crate) fn SourceName(source: &'static Source) -> impl IntoView {
    let (name, lang) = (words::source_name(source), source.language.code());
    match &source.url {
        Some(url) => view! {
            <a href=url.as_str() rel="noopener external" lang=lang>
                {name}
            </a>
        }
        .into_any(),
        None => view! { <span lang=lang>{name}</span> }.into_any(),
    }
}

/// The title, kind and date of publication of a source, to follow its name.
#[component]
pub(crate) fn SourceFacts(source: &'static Source) -> impl IntoView {
    let lang = Site::from_context().lang();
    let title = source.publisher.is_some().then(|| {
        view! { " " <cite lang=source.language.code()>{source.title.as_str()}</cite> }.into_any()
    });
    let (kind, date) = (words::source_kind(lang, source.kind), words::source_date(lang, source));
    view! {
        {title}
        <span class="t-muted">{format!(" · {kind} · {date}")}</span>
    }
}

/// A name and its value in a description list.
#[component]
pub(crate) fn Term(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! {
        <div class="t-term">
            <dt>{name}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// A term whose value is plain text.
pub(crate) fn text_term(name: &'static str, text: String) -> AnyView {
    view! { <Term name>{text}</Term> }.into_any()
}
