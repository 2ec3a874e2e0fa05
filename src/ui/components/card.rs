//! The card of one figure: its value, and everything known about where it comes from.

use leptos::prelude::*;

use super::{
    BenchmarkTerm, DisputesTerm, FigureLink, KindGlyph, SourceCitation, SourceFacts, SourceLink,
    SourceLocator, SourceName, SourceReading, Term, text_term, values_term,
};
use crate::data::{Kind, Observation};
use crate::i18n::{Lang, phrase};
use crate::ui::site::Site;
use crate::ui::words;

/// The card of a figure. The id of its element is that of the observation, so that links to
/// `#<observation id>` lead here.
#[component]
pub(crate) fn Card(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let indicator = dataset.indicator(&observation.indicator)?;
    let kind = words::kind_name(lang, dataset, observation);
    let date_name = match observation.kind {
        Kind::Result => messages.period(),
        Kind::Target => messages.deadline(),
    };
    let date = words::date_of(lang, observation)
        .or_else(|| (observation.kind == Kind::Target).then(|| messages.no_deadline().to_owned()));
    let text = |name: &'static str, text: Option<String>| text.map(|text| text_term(name, text));
    let caveat = words::caveat(lang, observation);
    // A target has not been measured, so it has no basis.
    let basis = (observation.kind == Kind::Result)
        .then(|| words::basis(lang, observation.basis).to_owned());
    let inferred =
        (!observation.inferred.is_empty()).then(|| words::inferred_keys(lang, observation));
    let note = observation.note.as_ref().map(|note| words::pick(lang, note).to_owned());
    Some(
        view! {
            <article class="t-card t-article" id=observation.id.as_str() tabindex="-1">
                <h3 class="t-card__title">
                    <KindGlyph kind=observation.kind />
                    <span class="t-card__kind">{kind}</span>
                    {format!(" {}: ", words::short_name(lang, dataset, &observation.province))}
                    <strong>{words::value_or_draft(lang, observation, &indicator.unit)}</strong>
                </h3>
                <p class="t-card__measure">{words::pick(lang, &indicator.name)}</p>
                <ReplacedBy observation />
                <dl>
                    {text(messages.card_caveat(), caveat)} {text(date_name, date)}
                    <Provenance observation /> {text(messages.card_basis(), basis)}
                    <ParentsTerm observation />
                    {text(messages.lineage().borders(), words::borders(lang, dataset, observation))}
                    {text(messages.card_inferred(), inferred)} {text(messages.card_note(), note)}
                    <BenchmarkTerm observation /> <DisputesTerm observation />
                    <ReplyTerm observation />
                </dl>
                <p class="t-card__link">
                    <a href=site.permalink(&observation.id)>{messages.card_link()}</a>
                </p>
            </article>
        }
        .into_any(),
    )
}

/// A link to the entry that replaced this one; nothing for an entry that still counts.
#[component]
fn ReplacedBy(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let messages = site.messages();
    site.dataset.replacement(observation).map(|newer| {
        view! {
            <p class="t-card__replaced">
                <strong>{messages.card_replaced()}</strong>
                " "
                <a href=site.link_to_figure(&newer.id)>{messages.card_replaced_by()}</a>
            </p>
        }
        .into_any()
    })
}

/// The source and the others that have the same figure, who checked it, who said it, the document, and
/// when the target was made.
#[component]
fn Provenance(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let source = site.dataset.source(&observation.source).map(|source| {
        view! {
            <Term name=messages.source()>
                <SourceLink observation />
                <SourceFacts source />
                <SourceReading source />
            </Term>
        }
        .into_any()
    });
    let checked_by = observation.checked_by.clone();
    let checked_by = checked_by.map(|reader| text_term(messages.card_checked_by(), reader));
    let said_by = observation.said_by.as_ref().map(|said_by| {
        let said_by = words::pick(lang, said_by);
        text_term(
            messages.card_said_by(),
            words::or_inferred(lang, observation, "said_by", said_by),
        )
    });
    let document = observation.document.as_deref().map(|document| {
        view! {
            <Term name=messages.card_document()>
                <Document observation document />
            </Term>
        }
        .into_any()
    });
    let made = observation.made.map(|made| {
        let made = words::or_inferred(lang, observation, "made", &words::date(lang, made));
        text_term(messages.card_made(), made)
    });
    view! { {source} <AlsoTerm observation /> {checked_by} {said_by} {document} {made} }
}

/// A term with the other sources that have the same figure, each with the place in it; nothing if the
/// data name none.
#[component]
fn AlsoTerm(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let lines: Vec<AnyView> = observation
        .also
        .iter()
        .filter_map(|also| {
            let source = site.dataset.source(&also.source)?;
            let line = view! {
                <SourceName source />
                ", "
                <SourceLocator source locator=&also.locator />
                <SourceFacts source />
            };
            Some(line.into_any())
        })
        .collect();
    values_term(site.messages().card_also(), lines)
}

/// A term with what the province answers, and where; nothing if the data have no answer.
#[component]
fn ReplyTerm(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let reply = observation.reply.as_ref()?;
    let name = phrase::replied_on(lang, &words::date(lang, reply.on));
    let text = match lang {
        Lang::Vi => reply.vi.as_str(),
        Lang::En => reply.en.as_str(),
    };
    let source = site.dataset.source(&reply.source);
    let source = source.map(|source| view! { " " <SourceCitation source /> }.into_any());
    Some(view! { <Term name>{text} {source}</Term> }.into_any())
}

/// A term with the figures that this one was computed from; nothing if it was not computed.
#[component]
fn ParentsTerm(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    values_term(site.messages().card_parents(), parents(site, observation))
}

/// The figures that one was computed from, each with the name of its measure and as a link to its card;
/// empty if it was not computed, or if the data of the page do not have them.
pub(crate) fn parents(site: Site, observation: &'static Observation) -> Vec<AnyView> {
    let line = |id: &String| {
        let parent = site.dataset.observation(id)?;
        let measure = words::pick(site.lang(), &site.dataset.indicator(&parent.indicator)?.name);
        Some(view! { {measure} ": " <FigureLink observation=parent /> }.into_any())
    };
    observation.derived_from.iter().filter_map(line).collect()
}

/// The document that contains a target. Its name stays Vietnamese in both languages.
#[component]
pub(crate) fn Document(observation: &'static Observation, document: &'static str) -> impl IntoView {
    let mark = words::inferred_mark(Site::from_context().lang(), observation, "document");
    view! {
        <span lang=Lang::Vi.code()>{document}</span>
        {(!mark.is_empty()).then_some(mark)}
    }
}
