//! The story of one promise: who promised what and when, what was known then and since, the formulas
//! with their numbers, and what would settle it.

use std::cmp::Ordering;

use maud::{Markup, html};

use super::words::{path_value, standing_meaning, told, usually_published, weaknesses};
use crate::address::Page;
use crate::compare::{Assessment, Ledger, State, asks, asks_by, change_between};
use crate::data::{Date, Day, Indicator, Observation, Unit};
use crate::i18n::Lang;
use crate::i18n::phrase::{self, Change, Turn};
use crate::ui::components::{benchmark_term, disputes_term, drawing, source_link, term};
use crate::ui::figures::of_promise;
use crate::ui::site::Site;
use crate::ui::words;

/// The story, without the row that opens it.
pub(crate) fn story(site: &Site, ledger: &Ledger<'_>, assessment: &Assessment<'_>) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let Some(indicator) = assessment.indicator else {
        return Markup::default();
    };
    html! {
        div class="t-story" {
            p { (standing_meaning(lang, assessment)) }
            @for line in weaknesses(lang, &site.dataset, assessment) {
                p class="t-story__weak" { (line) }
            }
            @if let Some(figure) = of_promise(site, assessment) {
                figure class="t-figure" { (drawing(lang, figure)) }
            }
            dl {
                (promised(site, assessment))
                (benchmark_term(site, assessment.target))
                (known(site, ledger, assessment, indicator))
                (formulas(site, assessment, indicator))
                (figures_of(site, messages.rests_on(), &assessment.evidence, indicator))
                (figures_of(site, messages.inconclusive(), &assessment.inconclusive, indicator))
                (chain(site, ledger, assessment, indicator))
                (disputes_term(site, assessment.target))
                (settles(site, assessment, indicator))
                (answers_now(site, assessment))
            }
            p class="t-links" {
                a href=(site.link_to_promise(&assessment.target.id)) { (messages.promise_link()) }
                " "
                a href=(site.link(Page::Compare(indicator.concept.clone()))) {
                    (messages.see_comparison())
                }
            }
        }
    }
}

/// Who promised it, when and where.
fn promised(site: &Site, assessment: &Assessment<'_>) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let target = assessment.target;
    let name = dataset
        .province(&target.province)
        .map_or(target.province.as_str(), |province| words::pick(lang, &province.name));
    let source = dataset.source(&target.source);
    let when = match (target.made, source) {
        (Some(made), _) => words::or_inferred(lang, target, "made", &words::date(lang, made)),
        (None, Some(source)) => {
            let date = words::source_date(lang, source);
            if source.published.is_some() { phrase::no_later_than(lang, &date) } else { date }
        }
        (None, None) => messages.made_unknown().to_owned(),
    };
    html! {
        (term(messages.promised_by(), &html! {
            (name)
            @if let Some(said_by) = &target.said_by {
                " (" (words::or_inferred(lang, target, "said_by", words::pick(lang, said_by))) ")"
            }
        }))
        (term(messages.promised_when(), &html! { (when) }))
        @if let Some(source) = source {
            (term(messages.promised_where(), &html! {
                @if let Some(document) = &target.document {
                    span lang=(Lang::Vi.code()) { (document) }
                    (words::inferred_mark(lang, target, "document")) ". "
                }
                (source_link(site, source, &target.locator))
            }))
        }
    }
}

/// What was known when it was promised, the latest since, and how much time there is.
fn known(
    site: &Site,
    ledger: &Ledger<'_>,
    assessment: &Assessment<'_>,
    indicator: &Indicator,
) -> Markup {
    let messages = site.messages();
    let at_promise = assessment.at_promise(ledger);
    // What stands below as evidence, or above, need not stand here.
    let is_other = |o: &&Observation| {
        at_promise.is_none_or(|known| known.id != o.id)
            && assessment.evidence.iter().all(|evidence| evidence.id != o.id)
    };
    let latest = assessment.latest().filter(is_other);
    html! {
        (figures_of(site, messages.when_promised(), at_promise.as_slice(), indicator))
        (figures_of(site, messages.latest_result(), latest.as_slice(), indicator))
        @if let Some(days) = assessment.days_left {
            (term(messages.time_left(), &html! { (phrase::days_left(site.lang(), days)) }))
        }
    }
}

/// Gap, paces and path, each with the numbers it was computed from.
fn formulas(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let unit = &indicator.unit;
    let Some(aim) = assessment.target.value() else { return Markup::default() };
    let latest = assessment.latest().filter(|latest| assessment.may_compute_from(latest));
    let latest = latest.and_then(|o| Some((o, dated(o)?)));
    let Some((latest, (value, end))) = latest else {
        return Markup::default();
    };
    let pace = |name: &str, pace: Option<f64>, from: Option<(f64, Day)>, to: Option<(f64, Day)>| {
        let Some(((pace, from), to)) = pace.zip(from).zip(to) else { return Markup::default() };
        let days = to.1.0 - from.1.0;
        let formula = phrase::division(lang, to.0, from.0, days, pace);
        term(
            name,
            &html! { (pace_words(lang, pace, unit)) " " span class="t-formula" { (formula) } },
        )
    };
    // A result by another method, or of another unit, is no way to the goal.
    let change = change_between(&site.dataset, latest, assessment.target);
    let is_one_way = change.is_none();
    let path = assessment
        .path
        .filter(|_| is_one_way && matches!(assessment.state, State::OnPath | State::Behind));
    let latest_then = Some((value, end));
    let first = assessment
        .counted
        .first()
        .filter(|first| assessment.may_compute_from(first))
        .filter(|first| change_between(&site.dataset, first, latest).is_none());
    let first = first.and_then(|first| dated(first));
    let due = assessment.due.map(|due| (aim, due));
    html! {
        @if let Some(change) = change {
            (term(messages.gap(), &html! { (words::reason(lang, change)) }))
        } @else if let Some(gap) = assessment.gap {
            (term(messages.gap(), &html! {
                (phrase::subtraction(lang, aim, value, &words::distance(lang, gap, unit)))
                // The rank of another year reaches or misses nothing.
                @if !assessment.is_of_its_time(latest) {
                    " (" (words::date_of(lang, latest).unwrap_or_default()) ")"
                } @else if let Some(short) = assessment.shortfall().filter(|short| *short != 0.0) {
                    ", " (phrase::side_of_goal(lang, short > 0.0))
                }
            }))
        }
        // After the deadline nothing is needed by it any more.
        @if is_one_way && assessment.days_left.is_some_and(|days| days >= 0) {
            (pace(messages.pace_needed(), assessment.needed_pace, latest_then, due))
        }
        (pace(messages.pace_achieved(), assessment.achieved_pace, first, latest_then))
        @if let Some(path) = path {
            (term(messages.path_then(), &html! {
                (path_value(lang, &path, latest, unit)) " (" (words::day_in_text(lang, end)) ")"
            }))
        }
    }
}

fn dated(observation: &Observation) -> Option<(f64, Day)> {
    Some((observation.value()?, observation.period.map(Date::end)?))
}

/// A pace in words, rounded for reading.
fn pace_words(lang: crate::i18n::Lang, pace: f64, unit: &Unit) -> String {
    let shown = phrase::to_read(pace);
    let kind = if *unit == Unit::Rank { Change::Places } else { Change::Amount };
    phrase::per_year(lang, shown, &words::distance(lang, shown, unit), kind)
}

/// Figures as links to their cards, each with its source; nothing without any.
fn figures_of(site: &Site, name: &str, figures: &[&Observation], indicator: &Indicator) -> Markup {
    if figures.is_empty() {
        return Markup::default();
    }
    let dataset = &site.dataset;
    term(
        name,
        &html! {
            @for o in figures {
                // What contradicts a result may be a figure of another definition.
                @let own = dataset.indicator(&o.indicator).unwrap_or(indicator);
                div {
                    a href=(site.permalink(&o.id)) { (told(site.lang(), own, o)) }
                    @if let Some(source) = dataset.source(&o.source) {
                        " " span class="t-muted" { (source_link(site, source, &o.locator)) }
                    }
                }
            }
        },
    )
}

/// The promises that replaced one another, each with its date and how it turned.
fn chain(
    site: &Site,
    ledger: &Ledger<'_>,
    assessment: &Assessment<'_>,
    indicator: &Indicator,
) -> Markup {
    let lang = site.lang();
    let links = ledger.chain(assessment.target, assessment.day);
    if links.len() < 2 {
        return Markup::default();
    }
    let turned = |idx: usize, link: &Observation| {
        let older = links.get(idx.checked_sub(1)?)?;
        let value = asks(link, older, Some(indicator)).map(turn);
        Some(phrase::turned(lang, value, asks_by(link, older).map(turn)))
    };
    let made = |link: &Observation| match ledger.made(link) {
        Some(day) => words::or_inferred(lang, link, "made", &words::day_in_text(lang, day)),
        None => site.messages().made_unknown().to_owned(),
    };
    term(
        site.messages().chain(),
        &html! {
            @for (idx, link) in links.iter().enumerate() {
                div {
                    (made(link)) ": "
                    a href=(site.link_to_promise(&link.id)) {
                        (words::value(lang, link, &indicator.unit)) ", " (super::due(lang, link))
                    }
                    @if let Some(turned) = turned(idx, link) { " (" (turned) ")" }
                }
            }
        },
    )
}

/// The turn an order stands for.
fn turn(order: Ordering) -> Turn {
    match order {
        Ordering::Greater => Turn::More,
        Ordering::Equal => Turn::Same,
        Ordering::Less => Turn::Less,
    }
}

/// What would settle a promise that nothing published decides.
fn settles(site: &Site, assessment: &Assessment<'_>, indicator: &Indicator) -> Markup {
    let lang = site.lang();
    let is_unsettled = matches!(
        assessment.state,
        State::OverdueUnreported | State::Disputed | State::NotDue | State::OnPath | State::Behind
    );
    if !is_unsettled || assessment.due.is_none() {
        return Markup::default();
    }
    let due = super::due(lang, assessment.target);
    let name = words::short_name(lang, &site.dataset, &assessment.target.province);
    let measure = words::pick(lang, &indicator.name);
    let text = phrase::would_settle(lang, name, measure, &due);
    let usual = assessment.publication.filter(|usual| assessment.day <= usual.usual_by);
    term(
        site.messages().settles(),
        &html! {
            (text)
            @if let Some(usual) = usual { " " (usually_published(lang, &usual)) }
        },
    )
}

/// Who answers for a promise whose province has ended or grown since.
fn answers_now(site: &Site, assessment: &Assessment<'_>) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(province) = dataset.province(&assessment.target.province) else {
        return Markup::default();
    };
    let is_past =
        |day: &Day| *day <= assessment.day && assessment.made.is_none_or(|made| *day > made);
    let Some(since) = province.merger_days().filter(is_past).max() else {
        return Markup::default();
    };
    let successor = province.successor.as_deref().and_then(|id| dataset.province(id));
    let name = words::pick(lang, &successor.unwrap_or(province).name);
    let since = words::day_in_text(lang, since);
    let text = phrase::answers_now(lang, name, &since, successor.is_some());
    term(site.messages().answers_now(), &html! { (text) })
}
