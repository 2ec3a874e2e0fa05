//! The story of one promise: who promised what and when, what was known then and since, and what
//! would settle it.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use super::Promise;
use super::formulas::formulas;
use super::words::{deadline_text, evidence_text, outcome_text, usually_published, weaknesses};
use crate::address::Page;
use crate::compare::{Assessment, Ledger, State, compare_demands, compare_urgency};
use crate::data::{Day, Indicator, Observation};
use crate::i18n::phrase::{self, Demand};
use crate::ui::components::{
    BenchmarkTerm, CaptionedChart, DisputesTerm, Document, SourceLink, Term, text_term, values_term,
};
use crate::ui::figures::promise_over_time;
use crate::ui::site::Site;
use crate::ui::words;

/// The story, without its row. It reads the ledger of the page from the context.
#[component]
pub(crate) fn Story(promise: Promise) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    let ledger = expect_context::<Arc<Ledger<'static>>>();
    let (target, indicator) = (promise.target, promise.indicator?);
    let weak = weaknesses(lang, site.dataset, &promise)
        .into_iter()
        .map(|line| view! { <p class="t-story__weak">{line}</p> }.into_any());
    let figure = promise_over_time(site, &promise)
        .map(|drawing| view! { <CaptionedChart drawing /> }.into_any());
    Some(
        view! {
            <div class="t-story">
                <p>{outcome_text(lang, &promise).meaning}</p>
                {weak.collect_view()}
                {figure}
                <dl>
                    {promised_terms(site, target)}
                    <BenchmarkTerm observation=target />
                    {known_terms(site, &ledger, &promise, indicator)}
                    {formulas(site, &promise, indicator)}
                    {figures_term(site, messages.rests_on(), &promise.evidence, indicator)}
                    {figures_term(site, messages.inconclusive(), &promise.inconclusive, indicator)}
                    {chain_term(site, &ledger, &promise, indicator)}
                    <DisputesTerm observation=target shown=promise.evidence.clone() />
                    {settlement_term(site, &promise, indicator)}
                    {responsible_term(site, &promise)}
                </dl>
                <p class="t-links">
                    <a href=site.link_to_promise(&target.id)>{messages.promise_link()}</a>
                    " "
                    <a href=site.link(Page::Compare(indicator.concept.clone()))>
                        {messages.see_comparison()}
                    </a>
                </p>
            </div>
        }
        .into_any(),
    )
}

/// The terms for who promised it, when and where.
fn promised_terms(site: Site, target: &'static Observation) -> AnyView {
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let name = dataset
        .province(&target.province)
        .map_or(target.province.as_str(), |province| words::pick(lang, &province.name));
    let by = match &target.said_by {
        Some(said_by) => {
            let said_by = words::pick(lang, said_by);
            format!("{name} ({})", words::or_inferred(lang, target, "said_by", said_by))
        }
        None => name.to_owned(),
    };
    let source = dataset.source(&target.source);
    let when = match (target.made, source) {
        (Some(made), _) => words::or_inferred(lang, target, "made", &words::date(lang, made)),
        (None, Some(source)) => {
            let date = words::source_date(lang, source);
            if source.published.is_some() { phrase::no_later_than(lang, &date) } else { date }
        }
        (None, None) => messages.made_unknown().to_owned(),
    };
    let document = target.document.as_deref().map(|document| {
        view! {
            <Document observation=target document />
            ". "
        }
        .into_any()
    });
    view! {
        {text_term(messages.promised_by(), by)}
        {text_term(messages.promised_when(), when)}
        <Term name=messages.promised_where()>
            {document} <SourceLink observation=target />
        </Term>
    }
    .into_any()
}

/// The terms for what was known when it was promised, the latest result, and the time left.
fn known_terms(
    site: Site,
    ledger: &Ledger<'_>,
    assessment: &Assessment<'static>,
    indicator: &'static Indicator,
) -> AnyView {
    let messages = site.messages();
    let known_when_made = assessment.known_when_made(ledger);
    // Leave out a result that another term shows.
    let is_other = |o: &&'static Observation| {
        known_when_made.is_none_or(|known| known.id != o.id)
            && assessment.evidence.iter().all(|evidence| evidence.id != o.id)
    };
    let latest = assessment.latest_result().filter(is_other);
    let days_left = assessment.days_left.map(|days| phrase::days_left(site.lang(), days));
    view! {
        {figures_term(site, messages.when_promised(), known_when_made.as_slice(), indicator)}
        {figures_term(site, messages.latest_result(), latest.as_slice(), indicator)}
        {days_left.map(|days_left| text_term(messages.time_left(), days_left))}
    }
    .into_any()
}

/// A term with figures as links to their cards, each with its source; nothing if there are no
/// figures.
fn figures_term(
    site: Site,
    name: &'static str,
    figures: &[&'static Observation],
    indicator: &'static Indicator,
) -> Option<AnyView> {
    let line = |figure: &&'static Observation| {
        // A figure that contradicts a result may have another definition.
        let own = site.dataset.indicator(&figure.indicator).unwrap_or(indicator);
        view! {
            <a href=site.permalink(&figure.id)>{evidence_text(site.lang(), own, figure)}</a>
            " "
            <span class="t-muted">
                <SourceLink observation=figure />
            </span>
        }
        .into_any()
    };
    values_term(name, figures.iter().map(line).collect())
}

/// A term with the promises that replaced one another, each with its date and what changed.
fn chain_term(
    site: Site,
    ledger: &Ledger<'static>,
    assessment: &Assessment<'static>,
    indicator: &'static Indicator,
) -> Option<AnyView> {
    let lang = site.lang();
    let links = ledger.chain(assessment.target, assessment.day);
    let change = |idx: usize, link: &Observation| {
        let older = links.get(idx.checked_sub(1)?)?;
        let value = compare_demands(link, older, Some(indicator)).map(turn_of);
        let turned = phrase::demand_change(lang, value, compare_urgency(link, older).map(turn_of));
        Some(format!(" ({turned})"))
    };
    let made = |link: &Observation| match ledger.day_made(link) {
        Some(day) => words::or_inferred(lang, link, "made", &words::day_in_text(lang, day)),
        None => site.messages().made_unknown().to_owned(),
    };
    let line = |(idx, link): (usize, &&'static Observation)| {
        let asked = words::value_or_draft(lang, link, &indicator.unit);
        view! {
            {format!("{}: ", made(link))}
            <a href=site.link_to_promise(&link.id)>
                {format!("{asked}, {}", deadline_text(lang, link))}
            </a>
            {change(idx, link)}
        }
        .into_any()
    };
    let lines: Vec<AnyView> = links.iter().enumerate().map(line).collect();
    (links.len() > 1).then(|| values_term(site.messages().chain(), lines)).flatten()
}

/// Whether a promise asks for more or less than the one before.
fn turn_of(order: Ordering) -> Demand {
    match order {
        Ordering::Greater => Demand::More,
        Ordering::Equal => Demand::Same,
        Ordering::Less => Demand::Less,
    }
}

/// A term with what would settle the promise; nothing if published figures have settled it.
fn settlement_term(
    site: Site,
    assessment: &Assessment<'_>,
    indicator: &Indicator,
) -> Option<AnyView> {
    let lang = site.lang();
    let is_unsettled = matches!(
        assessment.state,
        State::OverdueUnreported | State::Disputed | State::NotDue | State::OnPath | State::Behind
    );
    if !is_unsettled || assessment.due.is_none() {
        return None;
    }
    let due = deadline_text(lang, assessment.target);
    let name = words::short_name(lang, site.dataset, &assessment.target.province);
    let measure = words::pick(lang, &indicator.name);
    let mut text = phrase::deciding_figure(lang, name, measure, &due);
    if let Some(usual) = assessment.publication.filter(|usual| assessment.day <= usual.usual_by) {
        text.push(' ');
        text.push_str(&usually_published(lang, &usual));
    }
    Some(text_term(site.messages().settles(), text))
}

/// A term with the province that is responsible for the promise now; nothing if its province has
/// not changed since.
fn responsible_term(site: Site, assessment: &Assessment<'_>) -> Option<AnyView> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let province = dataset.province(&assessment.target.province)?;
    let is_past =
        |day: &Day| *day <= assessment.day && assessment.made.is_none_or(|made| *day > made);
    let since = province.merger_days().filter(is_past).max()?;
    let successor = province.successor.as_deref().and_then(|id| dataset.province(id));
    let name = words::pick(lang, &successor.unwrap_or(province).name);
    let since = words::day_in_text(lang, since);
    let text = phrase::now_responsible(lang, name, &since, successor.is_some());
    Some(text_term(site.messages().answers_now(), text))
}
