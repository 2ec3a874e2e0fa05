//! Where a figure comes from, in a line.

use leptos::prelude::*;

use crate::data::{Observation, Source, SourceKind};
use crate::i18n::phrase;
use crate::ui::site::Site;
use crate::ui::words;

/// A link to the source of a figure with its place in it, or its name where it has no address.
#[component]
pub(crate) fn SourceLink(observation: &'static Observation) -> impl IntoView {
    let site = Site::here();
    site.dataset.source(&observation.source).map(|source| {
        // A copy stands further from the facts than what it copies.
        let repost = (source.kind == SourceKind::Repost).then(|| {
            let named = format!("({})", site.messages().kind_repost());
            view! { " " <span class="t-muted">{named}</span> }.into_any()
        });
        view! {
            <SourceName source />
            ", "
            <Place source locator=&observation.locator />
            {repost}
        }
        .into_any()
    })
}

/// The place in a source; what it quotes is in the language of the source.
#[component]
pub(crate) fn Place(source: &'static Source, locator: &'static str) -> impl IntoView {
    let lang = Site::here().lang();
    let place = phrase::locator(lang, locator);
    if source.language == lang.code() {
        return place.into_any();
    }
    let mut parts = place.split('“');
    let before = parts.next().unwrap_or_default().to_owned();
    let quotes = parts.map(|part| match part.split_once('”') {
        Some((quoted, rest)) => view! {
            <span lang=source.language.as_str()>{format!("“{quoted}”")}</span>
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

/// A source by itself: its link, its title, what it is, and when it was published.
#[component]
pub(crate) fn Cite(source: &'static Source) -> impl IntoView {
    view! {
        <SourceName source />
        <SourceFacts source />
    }
}

/// A source's name, as a link where it has an address.
#[component]
pub(crate) fn SourceName(source: &'static Source) -> impl IntoView {
    let (name, lang) = (words::source_name(source), source.language.as_str());
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

/// What follows a source's name.
#[component]
pub(crate) fn SourceFacts(source: &'static Source) -> impl IntoView {
    let lang = Site::here().lang();
    let title = source.publisher.is_some().then(|| {
        view! { " " <cite lang=source.language.as_str()>{source.title.as_str()}</cite> }.into_any()
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

/// A term whose value is nothing but text.
pub(crate) fn term(name: &'static str, text: String) -> AnyView {
    view! { <Term name>{text}</Term> }.into_any()
}
