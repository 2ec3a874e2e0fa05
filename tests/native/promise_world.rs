//! Random worlds of promises, and a second way to judge them: every sentence of the rules in turn,
//! over all entries, without any of the ledger's own parts. All figures are made up.

use std::sync::Arc;

use proptest::prelude::*;
use tinhso::data::{
    Basis, Better, Comparator, Dataset, Date, Day, Indicator, Joined, Judged, Kind, Observation,
    Pillar, Province, ProvinceKind, Reading, Source, SourceKind, Span, Text, Unit,
};

/// The day all random days lie after: a leap day is among the next forty.
pub(crate) fn base_day() -> Day {
    Day::new(2024, 2, 1).unwrap()
}

pub(crate) fn whole_day(day: Day) -> Date {
    let (year, month, day) = day.civil();
    Date { from: Span::Day(year, month, day), to: None }
}

/// What a world is made of; a dataset is built from it.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The last day of the province, and days it took others in.
    pub(crate) until: Option<Day>,
    pub(crate) took_in: Vec<Day>,
    /// For each of the two indicators: lower is better, and it is a rank.
    pub(crate) indicators: [(bool, bool); 2],
    /// Published, and not published before.
    pub(crate) sources: Vec<(Option<Date>, Option<Date>)>,
    pub(crate) figures: Vec<Entry>,
}

/// One figure. Values are tenths.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: u16,
    pub(crate) indicator: usize,
    pub(crate) kind: Kind,
    pub(crate) tenths: Option<i32>,
    pub(crate) comparator: Comparator,
    pub(crate) base: Option<u32>,
    pub(crate) date: Option<Date>,
    pub(crate) judged: Option<Judged>,
    pub(crate) made: Option<Date>,
    pub(crate) unit_as_of: Option<Date>,
    pub(crate) source: usize,
    pub(crate) disputes: Vec<u16>,
}

impl World {
    pub(crate) fn dataset(&self) -> Dataset {
        let text = Text::default;
        let province = Province {
            id: "p".into(),
            kind: ProvinceKind::Province,
            name: text(),
            short: text(),
            aliases: Vec::new(),
            until: self.until.map(whole_day),
            successor: None,
            took_in: self
                .took_in
                .iter()
                .map(|day| Joined { id: "q".into(), on: whole_day(*day) })
                .collect(),
        };
        let indicators =
            self.indicators.iter().enumerate().map(|(idx, (is_lower, is_rank))| Indicator {
                id: format!("i{idx}"),
                concept: "i0".into(),
                pillar: Pillar::Overall,
                name: text(),
                definition: text(),
                unit: if *is_rank { Unit::Rank } else { Unit::Percent },
                of: text(),
                better: if *is_lower { Better::Lower } else { Better::Higher },
                range: None,
                breaks: Vec::new(),
            });
        let sources =
            self.sources.iter().enumerate().map(|(idx, (published, not_before))| Source {
                id: format!("s{idx}"),
                kind: SourceKind::News,
                title: String::new(),
                publisher: None,
                author: None,
                published: *published,
                published_not_before: *not_before,
                url: None,
                language: "vi".into(),
            });
        Dataset {
            provinces: vec![province],
            indicators: indicators.collect(),
            sources: sources.collect(),
            observations: self.figures.iter().map(Entry::observation).collect(),
            lost: Vec::new(),
        }
    }

    /// Every date this many days later.
    pub(crate) fn shifted(mut self, days: i32) -> Self {
        let shift = |date: &mut Option<Date>| {
            if let Some(Date { from, to }) = date {
                for span in std::iter::once(from).chain(to) {
                    *span = whole_day(span.start().plus(days)).from;
                }
            }
        };
        self.until = self.until.map(|day| day.plus(days));
        self.took_in.iter_mut().for_each(|day| *day = day.plus(days));
        for (published, not_before) in &mut self.sources {
            shift(published);
            shift(not_before);
        }
        for entry in &mut self.figures {
            shift(&mut entry.date);
            shift(&mut entry.made);
            shift(&mut entry.unit_as_of);
        }
        self
    }

    /// Up is down: every value negated, every comparator and direction turned.
    pub(crate) fn mirrored(mut self) -> Self {
        for (is_lower, _) in &mut self.indicators {
            *is_lower = !*is_lower;
        }
        for entry in &mut self.figures {
            entry.tenths = entry.tenths.map(|tenths| -tenths);
            entry.comparator = match entry.comparator {
                Comparator::AtLeast => Comparator::AtMost,
                Comparator::AtMost => Comparator::AtLeast,
                Comparator::MoreThan => Comparator::LessThan,
                Comparator::LessThan => Comparator::MoreThan,
                same => same,
            };
        }
        self
    }
}

impl Entry {
    fn observation(&self) -> Observation {
        let is_target = self.kind == Kind::Target;
        Observation {
            id: id(self.name),
            province: "p".into(),
            indicator: format!("i{}", self.indicator),
            kind: self.kind,
            reading: match self.tenths {
                Some(tenths) => Reading::Value(f64::from(tenths) / 10.0),
                None => Reading::Missing("not said".into()),
            },
            comparator: self.comparator,
            base: self.base,
            period: self.date.filter(|_| !is_target),
            deadline: self.date.filter(|_| is_target),
            judged: self.judged.filter(|_| is_target),
            made: self.made.filter(|_| is_target),
            document: None,
            said_by: None,
            basis: Basis::Reported,
            unit_as_of: self.unit_as_of.filter(|_| !is_target),
            source: format!("s{}", self.source),
            locator: "¶1".into(),
            note: None,
            disputes: self.disputes.iter().map(|name| id(*name)).collect(),
            derived_from: Vec::new(),
            supersedes: None,
            file: Arc::from("made-up.json"),
            index: 0,
        }
    }
}

pub(crate) fn id(name: u16) -> String {
    format!("figure-{name:03}")
}

/// One of the first days, few enough that many entries share one.
pub(crate) fn any_day() -> impl Strategy<Value = Day> {
    (0i32..40).prop_map(|days| base_day().plus(days))
}

/// A day, or from a day to another.
fn days() -> BoxedStrategy<Date> {
    prop_oneof![
        3 => any_day().prop_map(whole_day),
        1 => (any_day(), 0i32..30).prop_map(|(day, length)| Date {
            from: whole_day(day).from,
            to: Some(whole_day(day.plus(length)).from),
        }),
    ]
    .boxed()
}

/// A date of any form.
fn dates() -> BoxedStrategy<Date> {
    let texts = ["2024", "2024-Q1", "2024-02", "2024-03", "2024-02/2024-03", "2024-02-29"];
    let written = prop::sample::select(texts.map(|text| text.parse::<Date>().unwrap()).to_vec());
    prop_oneof![2 => days(), 1 => written].boxed()
}

fn comparators() -> impl Strategy<Value = Comparator> {
    prop_oneof![
        6 => Just(Comparator::Equal),
        1 => prop::sample::select(vec![
            Comparator::AtLeast,
            Comparator::MoreThan,
            Comparator::AtMost,
            Comparator::LessThan,
            Comparator::About,
        ]),
    ]
}

fn entries(date: BoxedStrategy<Date>) -> impl Strategy<Value = Entry> {
    let about = (
        prop_oneof![5 => Just(0usize), 1 => Just(1)],
        prop_oneof![1 => Just(Kind::Target), 2 => Just(Kind::Result)],
        prop_oneof![9 => (0i32..8).prop_map(Some), 1 => Just(None)],
        comparators(),
        prop_oneof![5 => Just(None), 1 => Just(Some(63u32))],
    );
    let when = (
        date.clone(),
        prop::bool::weighted(0.1),
        prop::option::weighted(0.3, prop::sample::select(vec![Judged::By, Judged::In])),
        prop::option::weighted(0.5, date.clone()),
        prop::option::weighted(0.2, date),
    );
    let whose = (0usize..4, prop::collection::vec(0u16..12, 0..2), prop::bool::weighted(0.2));
    (about, when, whose).prop_map(|(about, when, whose)| {
        let (indicator, kind, tenths, comparator, base) = about;
        let (date, is_undated, judged, made, unit_as_of) = when;
        let (source, disputes, has_dispute) = whose;
        let date = Some(date).filter(|_| kind == Kind::Result || !is_undated);
        let disputes = if has_dispute { disputes } else { Vec::new() };
        Entry {
            name: 0,
            indicator,
            kind,
            tenths,
            comparator,
            base,
            date,
            judged,
            made,
            unit_as_of,
            source,
            disputes,
        }
    })
}

fn worlds(date: BoxedStrategy<Date>) -> impl Strategy<Value = World> {
    let province = (
        prop::option::weighted(0.15, any_day()),
        prop::option::weighted(0.2, any_day()).prop_map(Vec::from_iter),
        [any::<(bool, bool)>(), any::<(bool, bool)>()],
    );
    let early = prop_oneof![
        4 => Just(Date { from: Span::Year(2023), to: None }),
        1 => date.clone(),
    ];
    let sources = prop::collection::vec(
        (prop::option::weighted(0.6, early.clone()), prop::option::weighted(0.5, early)),
        4,
    );
    let figures = prop::collection::vec(entries(date), 4..14);
    (province, sources, figures, any::<prop::sample::Index>()).prop_map(
        |((until, took_in, indicators), sources, mut figures, turn)| {
            // Names in another order than the files'.
            let mut names: Vec<u16> = (0..figures.len() as u16).collect();
            names.rotate_left(turn.index(figures.len()));
            names.reverse();
            for (entry, name) in figures.iter_mut().zip(names) {
                entry.name = name;
            }
            World { until, took_in, indicators, sources, figures }
        },
    )
}

/// Worlds whose dates are whole days, so that they can be shifted.
pub(crate) fn day_worlds() -> impl Strategy<Value = World> {
    worlds(days()).prop_map(|mut world| {
        // A year would not be shifted by days.
        for (published, not_before) in &mut world.sources {
            for date in [published, not_before] {
                if let Some(found) = date
                    && matches!(found.from, Span::Year(_))
                {
                    *date = Some(whole_day(base_day().plus(-1)));
                }
            }
        }
        world
    })
}

/// Worlds with dates of every form.
pub(crate) fn any_world() -> impl Strategy<Value = World> {
    worlds(dates())
}

/// What the rules say, in the words of the command's output.
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

/// The day a source is of, at the latest it says.
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

/// Whether the one value meets the target.
fn value_meets(dataset: &Dataset, target: &Observation, value: f64) -> bool {
    let aim = tenths(target).unwrap() as f64;
    let indicator = dataset.indicators.iter().find(|i| i.id == target.indicator).unwrap();
    match (target.comparator.sign(), indicator.better) {
        (">=", _) | ("=" | "~", Better::Higher) => value >= aim,
        ("<=", _) | ("=" | "~", Better::Lower) => value <= aim,
        (">", _) => value > aim,
        _ => value < aim,
    }
}

/// `Some` when every value the result allows says the same. Values are tried at, beside and between
/// both figures and far away.
pub(crate) fn says(dataset: &Dataset, target: &Observation, result: &Observation) -> Option<bool> {
    let (aim, value) = (tenths(target).unwrap() as f64, tenths(result).unwrap() as f64);
    let tried = [aim, value, (aim + value) / 2.0, 1e6, -1e6];
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
    answers.iter().all(|answer| *answer == answers[0]).then_some(answers[0])
}

/// The rules, sentence by sentence.
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
        Some(judged) => judged == Judged::In,
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
            let asks_for_less = match target.comparator.sign() {
                ">" | ">=" => false,
                "<" | "<=" => true,
                _ => indicator.better == Better::Lower,
            };
            let sign = if asks_for_less { -1 } else { 1 };
            let [start, now, aim] = [first, last, &target].map(|o| tenths(o).unwrap());
            let reached = (now - start) * i64::from(due - ends(first));
            let asked = (aim - start) * i64::from(ends(last) - ends(first));
            let state = if sign * reached >= sign * asked { "on-path" } else { "behind" };
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
