//! The formulas in the story of a promise: gap, paces and path, each with the numbers it was
//! computed from. The numbers come from the assessment.

use leptos::prelude::*;

use super::words::path_value;
use crate::compare::{Assessment, State, change_between};
use crate::data::{Date, Day, Indicator, Observation, Unit};
use crate::i18n::Lang;
use crate::i18n::phrase::{self, ChangeUnit};
use crate::ui::components::{Term, text_term};
use crate::ui::site::Site;
use crate::ui::words;

/// A value and its day.
#[derive(Clone, Copy)]
struct Point {
    value: f64,
    day: Day,
}

/// The formulas as terms of a list; nothing if the latest result allows no computing.
pub(super) fn formulas(
    site: Site,
    assessment: &Assessment<'static>,
    indicator: &'static Indicator,
) -> Option<AnyView> {
    let (lang, messages) = (site.lang(), site.messages());
    let unit = &indicator.unit;
    let goal_value = assessment.demanded()?;
    let latest = assessment.latest_result().filter(|latest| assessment.may_compute_from(latest))?;
    let latest_point = point(latest)?;
    // A result by another method, or of a unit with other borders, does not lead to the goal.
    let change = change_between(site.dataset, latest, assessment.target);
    let leads_to_goal = change.is_none();
    let gap = match change {
        Some(change) => Some(words::reason(lang, change).to_owned()),
        None => gap_words(lang, assessment, latest, unit),
    };
    let pace = |name: &'static str, pace: Option<f64>, from: Option<Point>, to: Option<Point>| {
        let (pace, from, to) = (pace?, from?, to?);
        let in_words = format!("{} ", pace_words(lang, pace, unit));
        let n_days = to.day.0 - from.day.0;
        let formula = phrase::pace_formula(lang, to.value, from.value, n_days, pace);
        Some(
            view! {
                <Term name>
                    {in_words} <span class="t-formula">{formula}</span>
                </Term>
            }
            .into_any(),
        )
    };
    let goal = assessment.due.map(|due| Point { value: goal_value, day: due });
    // After the deadline no pace can reach the goal in time.
    let is_needed = leads_to_goal && assessment.days_left.is_some_and(|days| days >= 0);
    let needed_pace = assessment.needed_pace.filter(|_| is_needed);
    let first = assessment
        .counted
        .first()
        .filter(|first| assessment.may_compute_from(first))
        .filter(|first| change_between(site.dataset, first, latest).is_none())
        .and_then(|first| point(first));
    let is_under_way = matches!(assessment.state, State::OnPath | State::Behind);
    let path = assessment.path.filter(|_| leads_to_goal && is_under_way).map(|path| {
        let value = path_value(lang, &path, latest, unit);
        format!("{value} ({})", words::day_in_text(lang, latest_point.day))
    });
    Some(
        view! {
            {gap.map(|gap| text_term(messages.gap(), gap))}
            {pace(messages.pace_needed(), needed_pace, Some(latest_point), goal)}
            {pace(messages.pace_achieved(), assessment.achieved_pace, first, Some(latest_point))}
            {path.map(|path| text_term(messages.path_then(), path))}
        }
        .into_any(),
    )
}

fn point(observation: &Observation) -> Option<Point> {
    Some(Point { value: observation.value()?, day: observation.period.map(Date::end)? })
}

/// The distance from the latest result to the goal, as a subtraction.
fn gap_words(
    lang: Lang,
    assessment: &Assessment<'_>,
    latest: &Observation,
    unit: &Unit,
) -> Option<String> {
    let distance = words::distance(lang, assessment.gap?, unit);
    let (aim, value) = (assessment.demanded()?, latest.value()?);
    let formula = phrase::difference_formula(lang, aim, value, &distance);
    let beside = if assessment.is_late_enough(latest) {
        let short = assessment.shortfall().filter(|short| *short != 0.0);
        short.map(|short| format!(", {}", phrase::short_or_beyond(lang, short > 0.0)))
    } else {
        // A rank of another year neither reaches nor misses the goal, so only its date is given.
        Some(format!(" ({})", words::date_of(lang, latest).unwrap_or_default()))
    };
    Some(format!("{formula}{}", beside.unwrap_or_default()))
}

/// A pace in words, rounded.
fn pace_words(lang: Lang, pace: f64, unit: &Unit) -> String {
    let shown = phrase::round_for_reading(pace);
    let kind = if *unit == Unit::Rank { ChangeUnit::Places } else { ChangeUnit::Amount };
    phrase::per_year(lang, shown, &words::distance(lang, shown, unit), kind)
}
