//! The card of one figure: everything known about where it comes from.

use leptos::prelude::*;

use super::kind_glyph;
use crate::data::{Kind, Observation, Source};
use crate::i18n::phrase;
use crate::ui::site::Site;
use crate::ui::words;

/// A link to a source with its place in it, or its name where it has no address.
pub(crate) fn source_link(site: &Site, source: &Source, locator: &str) -> AnyView {
    let lang = site.lang();
    let place = phrase::locator(lang, locator);
    let name = words::source_name(source).to_owned();
    match source.url.clone() {
        Some(url) => view! {
            <a href=url rel="noopener external" lang=source.language.clone()>{name}</a>
            ", "
            {place}
        }
        .into_any(),
        None => view! {
            <span lang=source.language.clone()>{name}</span>
            ", "
            {place}
        }
        .into_any(),
    }
}

/// One figure with its provenance. Its element has the observation's id: the card is what
/// `#<observation id>` leads to.
pub(crate) fn card(site: &Site, observation: &Observation) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let Some(indicator) = dataset.indicator(&observation.indicator) else {
        return ().into_any();
    };
    let source = dataset.source(&observation.source);
    let kind = match observation.kind {
        Kind::Result => messages.result,
        Kind::Target => messages.target,
    };
    let date = match (observation.kind, words::date_of(lang, observation)) {
        (_, Some(date)) => date,
        (Kind::Target, None) => messages.no_deadline.to_owned(),
        (Kind::Result, None) => String::new(),
    };
    let date_name = match observation.kind {
        Kind::Result => messages.period,
        Kind::Target => messages.deadline,
    };
    let said_by = observation.said_by.as_ref().map(|said_by| {
        term(messages.card_said_by, words::pick(lang, said_by).to_owned().into_any())
    });
    // A document keeps the name its source gives it, in the source's language.
    let document = observation.document.clone().map(|document| {
        let language = source.map(|source| source.language.clone());
        term(messages.card_document, view! { <span lang=language>{document}</span> }.into_any())
    });
    let made =
        observation.made.map(|made| term(messages.card_made, words::date(lang, made).into_any()));
    let from = source.map(|source| {
        let published = words::source_date(lang, source);
        let details = format!("{} · {published}", words::source_kind(lang, source.kind));
        let title = source.publisher.is_some().then(
            || view! { " " <cite lang=source.language.clone()>{source.title.clone()}</cite> },
        );
        term(
            messages.source,
            view! {
                {source_link(site, source, &observation.locator)} {title}
                <span class="t-muted">" · " {details}</span>
            }
            .into_any(),
        )
    });
    let note = observation
        .note
        .as_ref()
        .map(|note| term(messages.card_note, words::pick(lang, note).to_owned().into_any()));
    let disputes = (!observation.disputes.is_empty()).then(|| {
        let links = observation
            .disputes
            .iter()
            .map(|id| view! { <a href=site.link_to_figure(id)>{id.clone()}</a> " " })
            .collect_view();
        term(messages.card_disputes, links.into_any())
    });
    view! {
        <article class="t-card" id=observation.id.clone() tabindex="-1">
            <h3 class="t-card__title">
                {kind_glyph(observation.kind)}
                <span class="t-card__kind">{kind}</span>
                " "
                {words::short_name(lang, dataset, &observation.province).to_owned()}
                ": "
                <strong>{words::value(lang, observation, &indicator.unit)}</strong>
            </h3>
            <p class="t-card__measure">{words::pick(lang, &indicator.name).to_owned()}</p>
            <dl>
                {(!date.is_empty()).then(|| term(date_name, date.into_any()))} {from} {said_by} {document}
                {made} {term(messages.card_basis, words::basis(lang, observation.basis).into_any())}
                {note} {disputes}
            </dl>
            <p class="t-card__link">
                <a href=site.permalink(&observation.id)>{messages.card_link}</a>
            </p>
        </article>
    }
    .into_any()
}

/// A name and its value in a description list.
pub(crate) fn term(name: &'static str, value: AnyView) -> AnyView {
    view! {
        <div class="t-term">
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
