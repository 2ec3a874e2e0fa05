//! A second implementation of the rules for promises, to compare the ledger with: it applies the
//! sentences of `docs/method.md` one by one to all entries, and shares no code with the ledger. It only
//! understands the worlds of `promise_world`, which have one province and values in tenths.

use tinhso::data::{Better, Dataset, Date, Day, Kind, Observation, TargetTiming, Unit};

/// What the rules say, in the form of the command's output.
#[derive(Debug, PartialEq)]
pub(crate) struct Naive {
    pub(crate) state: &'static str,
    pub(crate) evidence: Vec<String>,
    pub(crate) gap: Option<f64>,
    pub(crate) achieved_pace: Option<f64>,
    pub(crate) needed_pace: Option<f64>,
    pub(crate) days_left: Option<i32>,
}

fn end(date: Date) -> i32 {
    date.end().0
}

/// Values in tenths, as whole numbers: nothing here is rounded.
fn tenths(observation: &Observation) -> Option<i64> {
    observation.value().map(|value| (value * 10.0).round() as i64)
}

/// The day on which a source counts as published.
fn source_day(dataset: &Dataset, observation: &Observation) -> Option<i32> {
    let source = dataset.sources.iter().find(|source| source.id == observation.source).unwrap();
    match (source.published, source.published_not_before) {
        (Some(date), _) | (None, Some(date)) => Some(end(date)),
        (None, None) => None,
    }
}

pub(crate) fn is_known(dataset: &Dataset, observation: &Observation, day: Day) -> bool {
    match source_day(dataset, observation) {
        Some(published) => published <= day.0,
        None => true,
    }
}

/// Whether the target asks for exactly its value, neither for more nor for less.
fn is_for_itself(dataset: &Dataset, target: &Observation) -> bool {
    let indicator = dataset.indicators.iter().find(|i| i.id == target.indicator).unwrap();
    indicator.better.is_none() && matches!(target.comparator.sign(), "=" | "~")
}

/// Whether a single value meets the target.
fn value_meets(dataset: &Dataset, target: &Observation, value: f64) -> bool {
    let aim = tenths(target).unwrap() as f64;
    let indicator = dataset.indicators.iter().find(|i| i.id == target.indicator).unwrap();
    match (target.comparator.sign(), indicator.better) {
        (">=", _) | ("=" | "~", Some(Better::Higher)) => value >= aim,
        ("<=", _) | ("=" | "~", Some(Better::Lower)) => value <= aim,
        ("=" | "~", None) => value == aim,
        (">", _) => value > aim,
        _ => value < aim,
    }
}

/// Whether the result meets the target; `None` unless all values that the result allows agree. It tries
/// values equal to both figures, beside them, between them and far away from them.
pub(crate) fn says(dataset: &Dataset, target: &Observation, result: &Observation) -> Option<bool> {
    let (aim, value) = (tenths(target).unwrap() as f64, tenths(result).unwrap() as f64);
    let tried = [aim, value, f64::midpoint(aim, value), 1e6, -1e6];
    let answers: Vec<bool> = tried
        .iter()
        .flat_map(|x| [*x, x - 0.25, x + 0.25])
        .filter(|x| match result.comparator.sign() {
            ">" => *x > value,
            ">=" => *x >= value,
            "<" => *x < value,
            "<=" => *x <= value,
            _ => *x == value,
        })
        .map(|x| value_meets(dataset, target, x))
        .collect();
    // What is near to "about" a value says nothing where neither direction is better.
    let is_near = !answers[0] && target.comparator.sign() == "~" && is_for_itself(dataset, target);
    answers.iter().all(|answer| *answer == answers[0] && !is_near).then_some(answers[0])
}

/// Applies the rules, sentence by sentence.
#[expect(
    clippy::too_many_lines,
    reason = "it is read beside the rules from top to bottom, and parted otherwise than the ledger"
)]
pub(crate) fn judge(dataset: &Dataset, target: &Observation, day: Day) -> Naive {
    let province = &dataset.provinces[0];
    let mut mergers: Vec<i32> = province.took_in.iter().map(|joined| end(joined.on)).collect();
    mergers.extend(province.until.map(|until| end(until) + 1));
    let made = target.made.map(end).or(source_day(dataset, target)).unwrap_or(i32::MIN);
    let due = target.deadline.map(end);
    let ends = |result: &Observation| end(result.period.unwrap());

    let mut counted: Vec<&Observation> = Vec::new();
    for result in &dataset.observations {
        if result.kind == Kind::Result
            && result.indicator == target.indicator
            && result.base == target.base
            && result.value().is_some()
            && is_known(dataset, result, day)
            && ends(result) <= day.0
            && says(dataset, target, result).is_some()
        {
            let unit = result.unit_as_of.map_or(ends(result), end);
            if !mergers.iter().any(|merger| *merger > made && *merger <= unit) {
                counted.push(result);
            }
        }
    }
    let mut standing: Vec<&Observation> = Vec::new();
    for result in &counted {
        let is_smallest =
            counted.iter().all(|other| ends(other) != ends(result) || other.id >= result.id);
        if is_smallest {
            standing.push(result);
        }
    }
    standing.sort_by_key(|result| ends(result));
    let deciding: Vec<&Observation> =
        standing.iter().copied().filter(|result| ends(result) >= made).collect();
    let meets = |result: &Observation| says(dataset, target, result).unwrap();

    let indicator = dataset.indicators.iter().find(|i| i.id == target.indicator).unwrap();
    let is_in = match target.judged {
        Some(judged) => judged == TargetTiming::WithinDeadline,
        None => indicator.unit == Unit::Rank,
    };

    // Rule 6, where a result decides.
    let decided = |result: &Observation, state: &'static str| -> (&'static str, Vec<String>) {
        let mut evidence = vec![result.id.clone()];
        for other in &dataset.observations {
            let is_opposite = counted.iter().any(|c| c.id == other.id)
                && ends(other) == ends(result)
                && meets(other) != meets(result);
            let is_dispute = other.id != result.id
                && is_known(dataset, other, day)
                && (other.disputes.contains(&result.id) || result.disputes.contains(&other.id));
            if is_opposite || is_dispute {
                evidence.push(other.id.clone());
            }
        }
        let state = if evidence.len() > 1 { "disputed" } else { state };
        (state, evidence)
    };
    let (state, mut evidence) = 'state: {
        // 1
        let Some(due) = due else {
            break 'state ("no-deadline", vec![]);
        };
        // 2
        let opens = target.deadline.unwrap().start().0;
        let in_time: Vec<&Observation> = deciding
            .iter()
            .copied()
            .filter(|result| ends(result) <= due && (!is_in || ends(result) >= opens))
            .collect();
        if let Some(last) = in_time.last()
            && meets(last)
        {
            break 'state decided(last, "met");
        }
        // 3
        if mergers.iter().any(|merger| *merger > made && *merger <= due && *merger <= day.0) {
            break 'state ("unit-changed", vec![]);
        }
        // 4
        if day.0 <= due {
            let (Some(first), Some(last)) = (standing.first(), standing.last()) else {
                break 'state ("not-due", vec![]);
            };
            if ends(first) == ends(last) {
                break 'state ("not-due", vec![]);
            }
            let asks_for_its_own = is_for_itself(dataset, target);
            let asks_for_less = match target.comparator.sign() {
                ">" | ">=" => false,
                "<" | "<=" => true,
                // Without a direction the way from the first figure to the target gives it.
                _ if asks_for_its_own => tenths(target) < tenths(first),
                _ => indicator.better == Some(Better::Lower),
            };
            let sign = if asks_for_less { -1 } else { 1 };
            let [start, now, aim] = [first, last, &target].map(|o| tenths(o).unwrap());
            let reached = (now - start) * i64::from(due - ends(first));
            let asked = (aim - start) * i64::from(ends(last) - ends(first));
            let is_level = asks_for_its_own && aim == start;
            let is_there = if is_level { now == start } else { sign * reached >= sign * asked };
            let state = if is_there { "on-path" } else { "behind" };
            break 'state (state, vec![first.id.clone(), last.id.clone()]);
        }
        // 5
        if let Some(on_the_day) = deciding
            .iter()
            .find(|result| ends(result) == due && in_time.iter().any(|other| other.id == result.id))
        {
            break 'state decided(on_the_day, "missed");
        }
        let after = deciding.iter().find(|result| ends(result) > due && !is_in);
        match after {
            Some(result) if meets(result) => decided(result, "met-shown-late"),
            Some(result) => decided(result, "unmet-shown-late"),
            None => ("overdue-unreported", vec![]),
        }
    };
    evidence.sort();

    let per_year = |tenths: i64, days: i32| {
        (days > 0).then(|| tenths as f64 / 10.0 / (f64::from(days) / 365.25))
    };
    let first_and_last = standing.first().zip(standing.last());
    Naive {
        state,
        evidence,
        gap: standing.last().map(|l| (tenths(target).unwrap() - tenths(l).unwrap()) as f64 / 10.0),
        achieved_pace: first_and_last.and_then(|(f, l)| {
            per_year(tenths(l).unwrap() - tenths(f).unwrap(), ends(l) - ends(f))
        }),
        needed_pace: standing.last().zip(due).and_then(|(l, due)| {
            per_year(tenths(target).unwrap() - tenths(l).unwrap(), due - ends(l))
        }),
        days_left: due.map(|due| due - day.0),
    }
}
