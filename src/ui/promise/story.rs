//! The story of one promise: who promised what and when, what was known then and since, the formulas
//! with their numbers, and what would settle it.

use std::cmp::Ordering;

use leptos::prelude::*;

use super::words::{figure, path_value, state_meaning, weaknesses};
use crate::compare::{Assessment, Ledger, State, asks, asks_by};
use crate::data::{Date, Day, Indicator, Observation, Unit};
use crate::i18n::phrase::{self, Change, Turn};
use crate::ui::components::{drawing, source_link, term};
use crate::ui::figures::of_promise;
use crate::ui::site::Site;
use crate::ui::words;

/// The story, without the row that opens it.
pub(crate) fn story(site: &Site, ledger: &Ledger<'_>, assessment: &Assessment<'_>) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let Some(indicator) = assessment.indicator else {
        return ().into_any();
    };
    let topic = site.link(crate::address::Page::Compare(indicator.concept.clone()));
    let figure = of_promise(site, assessment).map(|figure| drawing(lang, figure));
    let weak = weaknesses(lang, dataset, assessment)
        .into_iter()
        .map(|line| view! { <p class="t-story__weak">{line}</p> })
        .collect_view();
    view! {
        <div class="t-story">
            <p>{state_meaning(lang, assessment.state)}</p>
            {weak}
            <figure class="t-figure">{figure}</figure>
            <dl>
                {promised(site, assessment)} {known(site, assessment, indicator)}
                {formulas(site, assessment, indicator)} {evidence(site, assessment, indicator)}
                {chain(site, ledger, assessment, indicator)} {settles(site, assessment, indicator)}
                {answers_now(site, assessment)}
            </dl>
            <p class="t-links">
                <a href=site.link_to_promise(&assessment.target.id)>{messages.promise_link}</a>
                " "
                <a href=topic>{messages.see_comparison}</a>
            </p>
        </div>
    }
    .into_any()
}

/// Who promised it, when and where.
fn promised(site: &Site, assessment: &Assessment<'_>) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let target = assessment.target;
    let name = dataset
        .province(&target.province)
        .map_or(target.province.as_str(), |province| words::pick(lang, &province.name));
    let who = match &target.said_by {
        Some(said_by) => format!("{name} ({})", words::pick(lang, said_by)),
        None => name.to_owned(),
    };
    let source = dataset.source(&target.source);
    let when = match (target.made, source) {
        (Some(made), _) => words::date(lang, made),
        (None, Some(source)) => words::source_date(lang, source),
        (None, None) => messages.made_unknown.to_owned(),
    };
    let place = source.map(|source| {
        let document = target.document.clone().map(|document| {
            view! { <span lang=source.language.clone()>{document}</span> ". " }
        });
        let place = view! { {document} {source_link(site, source, &target.locator)} };
        term(messages.promised_where, place.into_any())
    });
    view! {
        {term(messages.promised_by, who.into_any())}
        {term(messages.promised_when, when.into_any())}
        {place}
    }
    .into_any()
}

/// What was known when it was promised, the latest since, and how much time there is.
fn known(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> AnyView {
    let messages = site.messages();
    let at_promise = assessment.at_promise();
    let latest = assessment.latest();
    // What stands below as evidence, or above, need not stand here.
    let is_other = |o: &&Observation| {
        at_promise.is_none_or(|known| known.id != o.id)
            && assessment.evidence.iter().all(|evidence| evidence.id != o.id)
    };
    let row =
        |name: &'static str, o: &Observation| term(name, linked_figures(site, &[o], indicator));
    let time = assessment
        .days_left
        .map(|days| term(messages.time_left, phrase::days_left(site.lang(), days).into_any()));
    view! {
        {at_promise.map(|o| row(messages.when_promised, o))}
        {latest.filter(is_other).map(|o| row(messages.latest_result, o))}
        {time}
    }
    .into_any()
}

/// Gap, paces and path, each with the numbers it was computed from.
fn formulas(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> AnyView {
    let lang = site.lang();
    let messages = site.messages();
    let (unit, target) = (&indicator.unit, assessment.target);
    let (Some(aim), Some(latest)) = (target.value(), assessment.latest()) else {
        return ().into_any();
    };
    let Some((value, end)) = dated(latest) else { return ().into_any() };
    let gap = assessment.gap.map(|gap| {
        let text = signed_amount(lang, gap, unit);
        term(messages.gap, phrase::subtraction(lang, aim, value, &text).into_any())
    });
    let pace = |name, pace: Option<f64>, from: (f64, Day), to: (f64, Day)| {
        pace.map(|pace| {
            let words = pace_words(lang, pace, unit);
            let result = phrase::rounded(lang, pace);
            let days = to.1.0 - from.1.0;
            let formula = phrase::division(lang, to.0, from.0, days, &result);
            term(name, view! { {words} <span class="t-formula">{formula}</span> }.into_any())
        })
    };
    let first = assessment.counted.first().and_then(|first| dated(first));
    let achieved = first.and_then(|from| {
        pace(messages.pace_achieved, assessment.achieved_pace, from, (value, end))
    });
    let needed = assessment.due.and_then(|due| {
        pace(messages.pace_needed, assessment.needed_pace, (value, end), (aim, due))
    });
    let path = assessment
        .path
        .filter(|_| matches!(assessment.state, State::OnPath | State::Behind))
        .map(|path| {
            let then = path_value(lang, &path, latest, unit);
            let day = words::day_in_text(lang, end);
            term(messages.path_then, format!("{then} ({day})").into_any())
        });
    view! { {gap} {needed} {achieved} {path} }.into_any()
}

fn dated(observation: &Observation) -> Option<(f64, Day)> {
    Some((observation.value()?, observation.period.map(Date::end)?))
}

/// A computed difference in the unit, with its sign.
fn signed_amount(lang: crate::i18n::Lang, value: f64, unit: &Unit) -> String {
    let amount = words::distance(lang, value, unit);
    if value < 0.0 { format!("−{amount}") } else { amount }
}

/// A pace in words, rounded for reading.
fn pace_words(lang: crate::i18n::Lang, pace: f64, unit: &Unit) -> String {
    let rounded = (pace * 10.0).round() / 10.0;
    let shown = if pace.abs() < 1.0 { (pace * 100.0).round() / 100.0 } else { rounded };
    let kind = if *unit == Unit::Rank { Change::Places } else { Change::Amount };
    phrase::per_year(lang, shown, &words::distance(lang, shown, unit), kind)
}

/// What the state rests on, with links and sources, and the bounds that do not decide.
fn evidence(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> AnyView {
    let messages = site.messages();
    let row = |name: &'static str, figures: &[&Observation]| {
        (!figures.is_empty()).then(|| term(name, linked_figures(site, figures, indicator)))
    };
    view! {
        {row(messages.rests_on, &assessment.evidence)}
        {row(messages.inconclusive, &assessment.inconclusive)}
    }
    .into_any()
}

/// Figures as links to their cards, each with its source.
fn linked_figures(site: &Site, figures: &[&Observation], indicator: &Indicator) -> AnyView {
    let lang = site.lang();
    let items = figures
        .iter()
        .map(|o| {
            // What contradicts a result may be a figure of another definition.
            let own = site.dataset.indicator(&o.indicator).unwrap_or(indicator);
            let (value, period) = figure(lang, own, o);
            let source =
                site.dataset.source(&o.source).map(|source| source_link(site, source, &o.locator));
            view! {
                <div>
                    <a href=site.permalink(&o.id)>{value} " (" {period} ")"</a>
                    " "
                    <span class="t-muted">{source}</span>
                </div>
            }
        })
        .collect_view();
    items.into_any()
}

/// The promises that replaced one another, each with its date and how it turned.
fn chain(
    site: &Site,
    ledger: &Ledger<'_>,
    assessment: &Assessment<'_>,
    indicator: &Indicator,
) -> AnyView {
    let lang = site.lang();
    let links = ledger.chain(assessment.target, assessment.day);
    if links.len() < 2 {
        return ().into_any();
    }
    let items = links
        .iter()
        .enumerate()
        .map(|(idx, link)| {
            let older = idx.checked_sub(1).and_then(|idx| links.get(idx));
            let turned = older
                .map(|older| {
                    let value = asks(link, older, Some(indicator)).map(turn);
                    phrase::turned(lang, value, asks_by(link, older).map(turn))
                })
                .filter(|text| !text.is_empty())
                .map(|text| format!(": {text}"));
            let value = words::value(lang, link, &indicator.unit);
            let made = ledger.made(link).map_or_else(
                || site.messages().made_unknown.to_owned(),
                |day| words::day_in_text(lang, day),
            );
            let due = super::due(lang, link);
            view! {
                <div>
                    {made} " – " <a href=site.link_to_promise(&link.id)>{value} ", " {due}</a> {turned}
                </div>
            }
        })
        .collect_view();
    term(site.messages().chain, items.into_any())
}

/// The turn an order stands for.
pub(super) fn turn(order: Ordering) -> Turn {
    match order {
        Ordering::Greater => Turn::More,
        Ordering::Equal => Turn::Same,
        Ordering::Less => Turn::Less,
    }
}

/// What would settle a promise that nothing published decides.
fn settles(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> AnyView {
    let lang = site.lang();
    let is_unsettled = matches!(
        assessment.state,
        State::OverdueUnreported | State::Disputed | State::NotDue | State::OnPath | State::Behind
    );
    let Some(deadline) = words::date_of(lang, assessment.target).filter(|_| is_unsettled) else {
        return ().into_any();
    };
    let name = words::short_name(lang, &site.dataset, &assessment.target.province);
    let measure = words::pick(lang, &indicator.name);
    let text = phrase::would_settle(lang, name, measure, &deadline);
    term(site.messages().settles, text.into_any())
}

/// Who answers for a promise whose province has ended or grown since.
fn answers_now(site: &Site, assessment: &Assessment<'_>) -> AnyView {
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(&assessment.target.province) else {
        return ().into_any();
    };
    let is_past =
        |day: &Day| *day <= assessment.day && assessment.made.is_none_or(|made| *day > made);
    let Some(since) = province.merger_days().filter(is_past).max() else {
        return ().into_any();
    };
    let successor = province.successor.as_deref().and_then(|id| dataset.province(id));
    let name = words::pick(lang, &successor.unwrap_or(province).name);
    let since = words::day_in_text(lang, since);
    let text = phrase::answers_now(lang, name, &since, successor.is_some());
    term(site.messages().answers_now, text.into_any())
}
