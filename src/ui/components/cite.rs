//! Names and links of sources, and the terms of a description list.

use leptos::prelude::*;

use crate::address::link_to_words;
use crate::data::{Observation, Source, SourceKind};
use crate::i18n::{Lang, phrase};
use crate::ui::site::Site;
use crate::ui::words;

/// The source of a figure, as a link if it has an address, and the place in it. The link leads to the
/// words of the figure if the data have some of them.
#[component]
pub(crate) fn SourceLink(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    site.dataset.source(&observation.source).map(|source| {
        // Say that it is a copy: a copy is less reliable than the original.
        let messages = site.messages();
        let repost = (source.kind == SourceKind::Repost).then(|| messages.kind_repost());
        let copy = repost.or_else(|| source.via.is_some().then(|| messages.through_copy()));
        let copy = copy.map(|copy| {
            view! { " " <span class="t-muted">{format!("({copy})")}</span> }.into_any()
        });
        view! {
            <SourceName source fragment=observation.fragment.as_deref() />
            ", "
            <SourceLocator source locator=&observation.locator />
            {copy}
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

/// A source with its name and everything that [`SourceFacts`] says.
#[component]
pub(crate) fn SourceCitation(source: &'static Source) -> impl IntoView {
    view! {
        <SourceName source />
        <SourceFacts source />
    }
}

/// The language of the name of a source: the one in which it is printed, or that of the page if nobody has
/// seen it.
pub(crate) fn lang_of_name(site_lang: Lang, source: &Source) -> &'static str {
    match words::printed_name(source) {
        Some(printed) => words::printed_lang(source, printed),
        None => site_lang.code(),
    }
}

/// The name of a source, as a link if it has an address. `fragment` are words in it that the link leads
/// to.
#[component]
pub(crate) fn SourceName(
    source: &'static Source,
    #[prop(default = None)] fragment: Option<&'static str>,
) -> impl IntoView {
    let site_lang = Site::from_context().lang();
    let name = words::source_name(site_lang, source);
    let lang = lang_of_name(site_lang, source);
    let other_language = words::other_language(site_lang, source);
    match &source.url {
        Some(url) => view! {
            <a
                href=link_to_words(url, fragment.unwrap_or_default())
                rel="noopener external"
                lang=lang
                hreflang=other_language
            >
                {name}
            </a>
        }
        .into_any(),
        None => view! { <span lang=lang>{name}</span> }.into_any(),
    }
}

/// The title, kind and date of publication of a source, to follow its name, and through which copy it
/// was read.
#[component]
pub(crate) fn SourceFacts(source: &'static Source) -> impl IntoView {
    let lang = Site::from_context().lang();
    let title = source.publisher.is_some().then(|| match source.title.as_deref() {
        Some(title) => {
            view! { " " <cite lang=words::printed_lang(source, title)>{title}</cite> }.into_any()
        }
        None => format!(" {}", lang.messages().title_not_seen()).into_any(),
    });
    let (kind, date) = (words::source_kind(lang, source.kind), words::source_date(lang, source));
    let copy = words::source_copy(lang, source).map(|copy| format!(" · {copy}"));
    view! {
        {title}
        <span class="t-muted">{format!(" · {kind} · {date}")} {copy}</span>
    }
}

/// A line with the archived copy of a source and the day on which it was read; nothing without either.
#[component]
pub(crate) fn SourceReading(source: &'static Source) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let archived = source.archived.as_deref().map(|archived| {
        view! {
            <a href=archived rel="noopener external">
                {messages.archived_copy()}
            </a>
        }
        .into_any()
    });
    let read = source.retrieved.map(|day| phrase::date_read(lang, &words::date(lang, day)));
    let separator = (archived.is_some() && read.is_some()).then_some(" · ");
    (archived.is_some() || read.is_some()).then(|| {
        view! {
            <div>
                {archived}
                <span class="t-muted">{separator} {read}</span>
            </div>
        }
        .into_any()
    })
}

/// A name and its value in a description list.
#[component]
pub(crate) fn Term(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! {
        <dt>{name}</dt>
        <dd>{children()}</dd>
    }
}

/// A term with several values, or nothing if there are none.
pub(crate) fn values_term(name: &'static str, values: Vec<AnyView>) -> Option<AnyView> {
    let values = values.into_iter().map(|value| view! { <dd>{value}</dd> }.into_any());
    let values = values.collect_view();
    (!values.is_empty()).then(|| {
        view! {
            <dt>{name}</dt>
            {values}
        }
        .into_any()
    })
}

/// A term whose value is plain text.
pub(crate) fn text_term(name: &'static str, text: String) -> AnyView {
    view! { <Term name>{text}</Term> }.into_any()
}
