//! Random datasets ("worlds") of promises and results for property tests. All figures are made up.

use std::sync::Arc;

use proptest::prelude::*;
use tinhso::data::{
    AbsorbedProvince, Basis, Better, BilingualText, Comparator, Dataset, Date, Day, Indicator,
    Kind, Language, Observation, Pillar, Province, ProvinceKind, Source, SourceKind, Span,
    TargetTiming, Unit,
};

/// All random days are after this one. A leap day is among the next forty days.
pub(crate) fn base_day() -> Day {
    Day::new(2024, 2, 1).unwrap()
}

pub(crate) fn whole_day(day: Day) -> Date {
    let (year, month, day) = day.civil();
    Date { from: Span::Day(year, month, day), to: None }
}

/// The description of a random dataset.
#[derive(Clone, Debug)]
pub(crate) struct World {
    /// The last day of the province, and the days on which others were merged into it.
    pub(crate) until: Option<Day>,
    pub(crate) took_in: Vec<Day>,
    /// For each of the two indicators: which direction is better, and whether it is a rank.
    pub(crate) indicators: [(Option<Better>, bool); 2],
    /// For each source, `published` and `published_not_before`.
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
    pub(crate) judged: Option<TargetTiming>,
    pub(crate) made: Option<Date>,
    pub(crate) unit_as_of: Option<Date>,
    pub(crate) source: usize,
    pub(crate) disputes: Vec<u16>,
}

impl World {
    pub(crate) fn dataset(&self) -> Dataset {
        let text = BilingualText::default;
        let province = Province {
            id: "p".into(),
            kind: ProvinceKind::Province,
            name: text(),
            short: text(),
            aliases: Vec::new(),
            codes: None,
            until: self.until.map(whole_day),
            successor: None,
            region: None,
            region_2025: None,
            took_in: self
                .took_in
                .iter()
                .map(|day| AbsorbedProvince { id: "q".into(), on: whole_day(*day) })
                .collect(),
        };
        let indicators =
            self.indicators.iter().enumerate().map(|(idx, (better, is_rank))| Indicator {
                id: format!("i{idx}"),
                concept: "i0".into(),
                pillar: Pillar::Overall,
                name: text(),
                definition: text(),
                unit: if *is_rank { Unit::Rank } else { Unit::Percent },
                of: text(),
                better: *better,
                range: None,
                editions: Vec::new(),
                aliases: tinhso::data::Aliases::default(),
                breaks: Vec::new(),
                method_unknown: false,
                rank_of: None,
                merged_by: None,
            });
        let sources =
            self.sources.iter().enumerate().map(|(idx, (published, not_before))| Source {
                id: format!("s{idx}"),
                kind: SourceKind::News,
                title: None,
                publisher: None,
                author: None,
                published: *published,
                published_not_before: *not_before,
                url: None,
                via: None,
                archived: None,
                retrieved: None,
                language: Language::Vi,
            });
        Dataset {
            others: Vec::new(),
            provinces_with_file: Vec::new(),
            rows: Vec::new(),
            table_counts: Vec::new(),
            coverage: Vec::new(),
            topics: Vec::new(),
            provinces: vec![province],
            indicators: indicators.collect(),
            sources: sources.collect(),
            observations: self.figures.iter().map(Entry::observation).collect(),
            replaced: Vec::new(),
            lost: Vec::new(),
        }
    }

    /// The same world with all dates moved by this many days.
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

    /// The mirrored world: every value is negated, and every comparator and direction is reversed.
    pub(crate) fn mirrored(mut self) -> Self {
        for (better, _) in &mut self.indicators {
            *better = better.map(|better| match better {
                Better::Higher => Better::Lower,
                Better::Lower => Better::Higher,
            });
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
            value: self.tenths.map(|tenths| f64::from(tenths) / 10.0),
            missing: self.tenths.is_none().then(|| "not said".into()),
            qualitative: false,
            value_to: None,
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
            caveat: None,
            draft: false,
            reply: None,
            inferred: Vec::new(),
            fragment: None,
            also: Vec::new(),
            checked_by: None,
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
        prop::option::weighted(
            0.3,
            prop::sample::select(vec![TargetTiming::ByDeadline, TargetTiming::WithinDeadline]),
        ),
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

/// Which direction is better, and whether it is a rank.
fn any_direction() -> impl Strategy<Value = (Option<Better>, bool)> {
    let better = prop_oneof![
        2 => Just(Some(Better::Higher)),
        2 => Just(Some(Better::Lower)),
        1 => Just(None),
    ];
    (better, any::<bool>())
}

fn worlds(date: BoxedStrategy<Date>) -> impl Strategy<Value = World> {
    let province = (
        prop::option::weighted(0.15, any_day()),
        prop::option::weighted(0.2, any_day()).prop_map(Vec::from_iter),
        [any_direction(), any_direction()],
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
