//! The story of one promise: who promised what and when, what was known then and since, and what would
//! settle it.

use std::cmp::Ordering;
use std::sync::Arc;

use leptos::prelude::*;

use super::Promise;
use super::formulas::formulas;
use super::words::{due, standing, told, usually_published, weaknesses};
use crate::address::Page;
use crate::compare::{Assessment, Ledger, State, compare_demands, compare_urgency};
use crate::data::{Day, Indicator, Observation};
use crate::i18n::phrase::{self, Demand};
use crate::ui::components::{
    BenchmarkTerm, DisputesTerm, Document, Figure, SourceLink, Term, term,
};
use crate::ui::figures::of_promise;
use crate::ui::site::Site;
use crate::ui::words;

/// The story, without the row that opens it. It reads the page's ledger from the context.
#[component]
pub(crate) fn Story(promise: Promise) -> impl IntoView {
    let site = Site::here();
    let (lang, messages) = (site.lang(), site.messages());
    let ledger = expect_context::<Arc<Ledger<'static>>>();
    let (target, indicator) = (promise.target, promise.indicator?);
    let weak = weaknesses(lang, site.dataset, &promise)
        .into_iter()
        .map(|line| view! { <p class="t-story__weak">{line}</p> }.into_any());
    let figure = of_promise(site, &promise).map(|drawing| view! { <Figure drawing /> }.into_any());
    Some(
        view! {
            <div class="t-story">
                <p>{standing(lang, &promise).meaning}</p>
                {weak.collect_view()}
                {figure}
                <dl>
                    {promised(site, target)}
                    <BenchmarkTerm observation=target />
                    {known(site, &ledger, &promise, indicator)}
                    {formulas(site, &promise, indicator)}
                    {figures_of(site, messages.rests_on(), &promise.evidence, indicator)}
                    {figures_of(site, messages.inconclusive(), &promise.inconclusive, indicator)}
                    {chain(site, &ledger, &promise, indicator)}
                    <DisputesTerm observation=target />
                    {settles(site, &promise, indicator)}
                    {answers_now(site, &promise)}
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

/// Who promised it, when and where.
fn promised(site: Site, target: &'static Observation) -> AnyView {
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
        {term(messages.promised_by(), by)}
        {term(messages.promised_when(), when)}
        <Term name=messages.promised_where()>
            {document} <SourceLink observation=target />
        </Term>
    }
    .into_any()
}

/// What was known when it was promised, the latest since, and how much time there is.
fn known(
    site: Site,
    ledger: &Ledger<'_>,
    assessment: &Assessment<'static>,
    indicator: &'static Indicator,
) -> AnyView {
    let messages = site.messages();
    let at_promise = assessment.known_when_made(ledger);
    // What stands below as evidence, or above, need not stand here.
    let is_other = |o: &&'static Observation| {
        at_promise.is_none_or(|known| known.id != o.id)
            && assessment.evidence.iter().all(|evidence| evidence.id != o.id)
    };
    let latest = assessment.latest_result().filter(is_other);
    let days_left = assessment.days_left.map(|days| phrase::days_left(site.lang(), days));
    view! {
        {figures_of(site, messages.when_promised(), at_promise.as_slice(), indicator)}
        {figures_of(site, messages.latest_result(), latest.as_slice(), indicator)}
        {days_left.map(|days_left| term(messages.time_left(), days_left))}
    }
    .into_any()
}

/// Figures as links to their cards, each with its source; nothing without any.
fn figures_of(
    site: Site,
    name: &'static str,
    figures: &[&'static Observation],
    indicator: &'static Indicator,
) -> Option<AnyView> {
    let line = |figure: &&'static Observation| {
        // What contradicts a result may be a figure of another definition.
        let own = site.dataset.indicator(&figure.indicator).unwrap_or(indicator);
        view! {
            <div>
                <a href=site.permalink(&figure.id)>{told(site.lang(), own, figure)}</a>
                " "
                <span class="t-muted">
                    <SourceLink observation=figure />
                </span>
            </div>
        }
        .into_any()
    };
    let lines = figures.iter().map(line).collect_view();
    (!figures.is_empty()).then(|| view! { <Term name>{lines}</Term> }.into_any())
}

/// The promises that replaced one another, each with its date and how it turned.
fn chain(
    site: Site,
    ledger: &Ledger<'static>,
    assessment: &Assessment<'static>,
    indicator: &'static Indicator,
) -> Option<AnyView> {
    let lang = site.lang();
    let links = ledger.chain(assessment.target, assessment.day);
    let turned = |idx: usize, link: &Observation| {
        let older = links.get(idx.checked_sub(1)?)?;
        let value = compare_demands(link, older, Some(indicator)).map(turn);
        let turned = phrase::demand_change(lang, value, compare_urgency(link, older).map(turn));
        Some(format!(" ({turned})"))
    };
    let made = |link: &Observation| match ledger.day_made(link) {
        Some(day) => words::or_inferred(lang, link, "made", &words::day_in_text(lang, day)),
        None => site.messages().made_unknown().to_owned(),
    };
    let line = |(idx, link): (usize, &&'static Observation)| {
        let asked = words::value(lang, link, &indicator.unit);
        view! {
            <div>
                {format!("{}: ", made(link))}
                <a href=site.link_to_promise(&link.id)>
                    {format!("{asked}, {}", due(lang, link))}
                </a>
                {turned(idx, link)}
            </div>
        }
        .into_any()
    };
    let lines = links.iter().enumerate().map(line).collect_view();
    (links.len() > 1)
        .then(|| view! { <Term name=site.messages().chain()>{lines}</Term> }.into_any())
}

/// The turn an order stands for.
fn turn(order: Ordering) -> Demand {
    match order {
        Ordering::Greater => Demand::More,
        Ordering::Equal => Demand::Same,
        Ordering::Less => Demand::Less,
    }
}

/// What would settle a promise that nothing published decides.
fn settles(site: Site, assessment: &Assessment<'_>, indicator: &Indicator) -> Option<AnyView> {
    let lang = site.lang();
    let is_unsettled = matches!(
        assessment.state,
        State::OverdueUnreported | State::Disputed | State::NotDue | State::OnPath | State::Behind
    );
    if !is_unsettled || assessment.due.is_none() {
        return None;
    }
    let due = due(lang, assessment.target);
    let name = words::short_name(lang, site.dataset, &assessment.target.province);
    let measure = words::pick(lang, &indicator.name);
    let mut text = phrase::deciding_figure(lang, name, measure, &due);
    if let Some(usual) = assessment.publication.filter(|usual| assessment.day <= usual.usual_by) {
        text.push(' ');
        text.push_str(&usually_published(lang, &usual));
    }
    Some(term(site.messages().settles(), text))
}

/// Who answers for a promise whose province has ended or grown since.
fn answers_now(site: Site, assessment: &Assessment<'_>) -> Option<AnyView> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let province = dataset.province(&assessment.target.province)?;
    let is_past =
        |day: &Day| *day <= assessment.day && assessment.made.is_none_or(|made| *day > made);
    let since = province.merger_days().filter(is_past).max()?;
    let successor = province.successor.as_deref().and_then(|id| dataset.province(id));
    let name = words::pick(lang, &successor.unwrap_or(province).name);
    let since = words::day_in_text(lang, since);
    let text = phrase::now_responsible(lang, name, &since, successor.is_some());
    Some(term(site.messages().answers_now(), text))
}
