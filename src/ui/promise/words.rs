//! The sentences about one promise, and about several.

use super::Promise;
use crate::address::Selection;
use crate::compare::{Assessment, Path, Publication, State, YearFilter};
use crate::data::{Basis, Dataset, Date, Indicator, Kind, Observation, SourceKind, Unit};
use crate::i18n::phrase::{self, Weakness};
use crate::i18n::{Lang, StateText};
use crate::ui::lead::is_short;
use crate::ui::site::Site;
use crate::ui::words;

/// The name and the meaning of a state.
pub(crate) fn state_text(lang: Lang, state: State) -> StateText {
    let texts = lang.messages().states();
    let place = State::ALL.into_iter().position(|other| other == state);
    place.and_then(|place| texts.get(place).copied()).unwrap_or(texts[0])
}

/// The name and the meaning of a promise's state. A promise whose figure usually comes later than
/// today has a name of its own, because it is not overdue.
pub(crate) fn outcome_text(lang: Lang, assessment: &Assessment<'_>) -> StateText {
    let (messages, text) = (lang.messages(), state_text(lang, assessment.state));
    if assessment.is_awaited() {
        StateText { name: messages.awaited(), meaning: messages.awaited_meaning(), ..text }
    } else {
        text
    }
}

/// How many promises wait for a figure that usually comes later than today.
pub(crate) fn n_awaited(all: &[Promise]) -> usize {
    all.iter().filter(|assessment| assessment.is_awaited()).count()
}

fn n_in_state(all: &[Promise], state: State) -> usize {
    all.iter().filter(|assessment| assessment.state == state).count()
}

/// The number of promises in a state, and the words after that number.
fn count_in_state(lang: Lang, all: &[Promise], state: State) -> (usize, String) {
    let n_awaited = if state == State::OverdueUnreported { n_awaited(all) } else { 0 };
    let awaited = phrase::n_awaited(lang, n_awaited);
    (n_in_state(all, state), format!("{}{awaited}", state_text(lang, state).counted))
}

/// The number of promises in each state, in words. With a year, `all` are those due in it.
fn counts_text(lang: Lang, all: &[Promise], due_in: Option<i32>) -> String {
    let states: Vec<(usize, String)> = State::ALL
        .into_iter()
        .filter(|state| *state != State::NoDeadline)
        .map(|state| count_in_state(lang, all, state))
        .filter(|(n, _)| *n > 0)
        .collect();
    phrase::state_counts(lang, &states, n_in_state(all, State::NoDeadline), due_in)
}

/// The number of promises in each state, with the provinces and the day, in a sentence.
pub(crate) fn tally_sentence(site: Site, all: &[Promise]) -> String {
    selection_sentence(site, all, &Selection::default())
}

/// Like [`tally_sentence`], for the promises that a reader has selected. `all` are the promises of
/// the selected provinces that are due in the selected year. If states are selected, the sentence
/// says how many of them are in those states, none included; and if one of these tells an outcome,
/// of how many promises nothing is known: "0 not met" alone would sound as if all were met.
pub(crate) fn selection_sentence(site: Site, all: &[Promise], selection: &Selection) -> String {
    let lang = site.lang();
    let (names, day) = names_and_day(site, all);
    let due_in = match selection.year {
        YearFilter::Latest => None,
        YearFilter::Year(year) => Some(year),
    };
    if selection.states.is_empty() {
        let counts = counts_text(lang, all, due_in);
        return phrase::state_counts_as_of(lang, &day, &names, &counts);
    }
    let states = selection.states.iter().map(|state| count_in_state(lang, all, *state));
    let states: Vec<(usize, String)> = states.collect();
    let among = phrase::states_among(lang, &day, &names, all.len(), due_in, &states);
    let tells_outcome = selection.states.iter().any(|state| {
        matches!(state, State::Met | State::MetShownLate | State::Missed | State::UnmetShownLate)
    });
    let is_unknown = State::OverdueUnreported;
    if !tells_outcome || selection.states.contains(&is_unknown) {
        return among;
    }
    among + &phrase::outcome_unknown(lang, n_in_state(all, is_unknown))
}

/// Whether the time has come at which the outcome of a promise may be known, while the unit that made it was
/// still there.
pub(crate) fn has_come_due(assessment: &Assessment<'_>) -> bool {
    use State::{Disputed, Met, MetShownLate, Missed, OverdueUnreported, UnmetShownLate};
    let state = assessment.state;
    matches!(state, Met | MetShownLate | Missed | UnmetShownLate | Disputed | OverdueUnreported)
        && !assessment.is_awaited()
}

/// How many of the promises have come due, and in which states they are.
pub(crate) fn due_text(lang: Lang, all: &[Promise]) -> String {
    let due: Vec<Promise> = all.iter().filter(|promise| has_come_due(promise)).cloned().collect();
    let count = |state: State| count_in_state(lang, &due, state);
    let states: Vec<(usize, String)> =
        State::ALL.into_iter().map(count).filter(|(n, _)| *n > 0).collect();
    phrase::due_counts(lang, all.len(), &states)
}

/// The [`selection_sentence`] or, where that is too long for the top of a page, only what became of the
/// promises that have come due. The counts by all states stand below it.
pub(crate) fn lead_sentence(site: Site, all: &[Promise], selection: &Selection) -> String {
    let sentence = selection_sentence(site, all, selection);
    if is_short(&[&sentence]) || !selection.states.is_empty() {
        return sentence;
    }
    let (_, day) = names_and_day(site, all);
    phrase::as_of(site.lang(), &day, &due_text(site.lang(), all))
}

/// The names of the provinces that made these promises, and the day on which they are assessed.
fn names_and_day(site: Site, all: &[Promise]) -> (Vec<&'static str>, String) {
    let lang = site.lang();
    let provinces = site.dataset.provinces.iter();
    let names: Vec<&str> = provinces
        .filter(|province| all.iter().any(|a| a.target.province == province.id))
        .map(|province| words::pick(lang, &province.short))
        .collect();
    // All are assessed on the same day.
    let day = all.first().map_or(site.day(), |assessment| assessment.day);
    (names, words::day_in_text(lang, day))
}

/// What is measured and which value was promised: "Hóa đơn nước không dùng tiền mặt, hứa 80%".
pub(crate) fn row_title(lang: Lang, assessment: &Assessment<'_>) -> String {
    match assessment.indicator {
        Some(indicator) => {
            let value = words::value_or_draft(lang, assessment.target, &indicator.unit);
            phrase::measure_and_promise(lang, words::pick(lang, &indicator.name), &value)
        }
        None => assessment.target.indicator.clone(),
    }
}

/// The deadline in words: "hạn 2023".
pub(crate) fn deadline_text(lang: Lang, target: &Observation) -> String {
    phrase::due_date(lang, words::date_of(lang, target).as_deref())
}

/// The promise and its state in one sentence.
pub(crate) fn headline(lang: Lang, dataset: &Dataset, assessment: &Assessment<'_>) -> String {
    let Assessment { target, indicator, .. } = assessment;
    phrase::promise_headline(
        lang,
        words::short_name(lang, dataset, &target.province),
        indicator.map_or(target.indicator.as_str(), |i| words::pick(lang, &i.name)),
        &indicator.map(|i| words::value_or_draft(lang, target, &i.unit)).unwrap_or_default(),
        &deadline_text(lang, target),
        outcome_text(lang, assessment).name,
    )
}

/// The value and the period of a figure in words. The period says if the figure has a caveat
/// or comes from a draft.
pub(super) fn value_and_period(
    lang: Lang,
    indicator: &Indicator,
    observation: &Observation,
) -> (String, String) {
    let value = words::value(lang, observation, &indicator.unit);
    let date = words::date_of(lang, observation).unwrap_or_default();
    (value, words::with_caveat(lang, observation, date))
}

/// A figure that a state is based on: "60% (2023)". A target can only be one side of a dispute, so
/// it is called one.
pub(super) fn evidence_text(
    lang: Lang,
    indicator: &Indicator,
    observation: &Observation,
) -> String {
    match observation.kind {
        Kind::Result => {
            let (value, period) = value_and_period(lang, indicator, observation);
            format!("{value} ({period})")
        }
        Kind::Target => words::mark_label(lang, observation, &indicator.unit),
    }
}

/// The figures that the state is based on, in one line.
pub(crate) fn evidence_line(lang: Lang, assessment: &Assessment<'_>) -> String {
    let Some(indicator) = assessment.indicator else {
        return String::new();
    };
    let figure = |o: &Observation| value_and_period(lang, indicator, o);
    let last_known = || {
        let latest = assessment.latest_result();
        let told = latest.map(figure);
        let told = told.as_ref().map(|(value, period)| (value.as_str(), period.as_str()));
        let is_before = latest.and_then(|o| o.period).map(Date::end) < assessment.due;
        match told.filter(|_| assessment.state == State::OverdueUnreported && is_before) {
            Some(told) => phrase::latest_before_deadline(lang, told),
            None => phrase::latest_figure(lang, told),
        }
    };
    match (assessment.state, assessment.evidence.as_slice()) {
        (State::Met | State::Missed, [deciding, ..]) => {
            let (value, period) = figure(deciding);
            phrase::decided_by(lang, &value, &period)
        }
        (State::MetShownLate | State::UnmetShownLate, [deciding, ..]) => {
            let (value, period) = figure(deciding);
            phrase::decided_late_by(lang, &value, &period)
        }
        (State::Disputed, evidence) => {
            let sides: Vec<String> =
                evidence.iter().map(|o| evidence_text(lang, indicator, o)).collect();
            let sides: Vec<&str> = sides.iter().map(String::as_str).collect();
            if evidence.iter().any(|o| o.kind == Kind::Target) {
                phrase::result_or_target(lang, &sides)
            } else {
                phrase::disputed_by(lang, &sides)
            }
        }
        (State::OnPath | State::Behind, _) => {
            let ends = assessment.counted.first().zip(assessment.latest_result());
            let Some(((from, to), path)) = ends.zip(assessment.path) else {
                return last_known();
            };
            let ((from, from_period), (to_value, to_period)) = (figure(from), figure(to));
            phrase::progress_on_path(
                lang,
                (&from, &from_period),
                (&to_value, &to_period),
                &path_value(lang, &path, to, &indicator.unit),
            )
        }
        (State::UnitChanged, _) => match assessment.merged {
            Some(day) => phrase::unit_changed(lang, &words::day_in_text(lang, day)),
            None => last_known(),
        },
        _ => match assessment.publication.filter(|_| assessment.is_awaited()) {
            Some(usual) => format!("{} {}", last_known(), usually_published(lang, &usual)),
            None => last_known(),
        },
    }
}

/// When the edition that will decide a promise usually comes, judging by earlier editions.
pub(super) fn usually_published(lang: Lang, usual: &Publication) -> String {
    let by = words::day_in_text(lang, usual.usual_by);
    phrase::usually_published(lang, usual.n_editions, (usual.shortest, usual.longest), &by)
}

/// The value of the straight path at the end of a result's period, rounded.
pub(super) fn path_value(lang: Lang, path: &Path<'_>, at: &Observation, unit: &Unit) -> String {
    let value = at.period.map(|period| path.value_on(period.end())).unwrap_or_default();
    words::plain_value(lang, phrase::round_for_reading(value), unit)
}

/// What makes the promise, or the conclusion about it, weak: a single source, a copy, or an undated
/// source.
pub(crate) fn weaknesses(
    lang: Lang,
    dataset: &Dataset,
    assessment: &Assessment<'_>,
) -> Vec<String> {
    let of = |figures: &[&Observation], of_result: bool| {
        let mut sources: Vec<&str> = figures.iter().map(|o| o.source.as_str()).collect();
        sources.dedup();
        let sources: Vec<_> = sources.into_iter().filter_map(|id| dataset.source(id)).collect();
        let [source] = sources.as_slice() else { return None };
        let is_repost = source.kind == SourceKind::Repost;
        let is_undated = source.published.is_none();
        let is_reported = figures.iter().all(|o| o.basis == Basis::Reported);
        // A promise needs only one source, that of whoever made it.
        let is_alone = of_result && is_reported;
        phrase::weakness(lang, of_result, Weakness { is_alone, is_repost, is_undated })
    };
    let promise = of(&[assessment.target], false);
    // If the sources disagree, there is no conclusion.
    let result = of(&assessment.evidence, true).filter(|_| assessment.state != State::Disputed);
    promise.into_iter().chain(result).collect()
}
