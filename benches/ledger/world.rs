//! Makes a large made-up dataset, the same on every machine: 5,000 promises and 50,000 results of 34
//! provinces.

use std::sync::Arc;

use tinhso::data::{
    AbsorbedProvince, Basis, Better, BilingualText, Comparator, Dataset, Date, Indicator, Kind,
    Language, Observation, Pillar, Province, ProvinceKind, Source, SourceKind, Span, Unit,
};

use crate::chance::Chance;

const N_PROVINCES: usize = 34;
const N_INDICATORS: usize = 120;
const N_SOURCES: usize = 2_000;
const N_TARGETS: usize = 5_000;
const N_RESULTS: usize = 50_000;

/// The day for which the ledger assesses the promises.
pub(super) const DAY: Span = Span::Day(2026, 11, 22);

impl Chance {
    /// One of the `n` years from 2020 on.
    fn year(&mut self, n: usize) -> i32 {
        2020 + i32::try_from(self.below(n)).unwrap_or(0)
    }

    /// A day in the years 2020 to 2026.
    fn day(&mut self) -> Date {
        let (year, month) = (self.year(7), 1 + self.below(12) as u8);
        Date { from: Span::Day(year, month, 1 + self.below(28) as u8), to: None }
    }

    /// A year, a quarter or a month, as sources give dates.
    fn date(&mut self) -> Date {
        let year = self.year(9);
        let from = match self.below(4) {
            0 | 1 => Span::Year(year),
            2 => Span::Quarter(year, 1 + self.below(4) as u8),
            _ => Span::Month(year, 1 + self.below(12) as u8),
        };
        Date { from, to: None }
    }
}

fn text(text: &str) -> BilingualText {
    BilingualText { vi: text.to_owned(), en: text.to_owned() }
}

/// The whole dataset.
pub(super) fn dataset() -> Dataset {
    let mut chance = Chance::new(2026);
    let observations = observations(&mut chance);
    Dataset {
        others: Vec::new(),
        provinces_with_file: Vec::new(),
        rows: Vec::new(),
        table_counts: Vec::new(),
        coverage: Vec::new(),
        topics: Vec::new(),
        provinces: (0..N_PROVINCES).map(province).collect(),
        indicators: (0..N_INDICATORS).map(indicator).collect(),
        sources: (0..N_SOURCES).map(|idx| source(idx, &mut chance)).collect(),
        observations,
        replaced: Vec::new(),
        lost: Vec::new(),
    }
}

fn province(idx: usize) -> Province {
    // Two of three provinces absorbed another one in 2025.
    let joined = AbsorbedProvince {
        id: "another".into(),
        on: Date { from: Span::Day(2025, 7, 1), to: None },
    };
    Province {
        id: format!("province-{idx}"),
        kind: ProvinceKind::Province,
        name: text("Province"),
        short: text("Province"),
        aliases: Vec::new(),
        codes: None,
        until: None,
        successor: None,
        region: None,
        region_2025: None,
        took_in: if idx.is_multiple_of(3) { Vec::new() } else { vec![joined] },
    }
}

fn indicator(idx: usize) -> Indicator {
    Indicator {
        id: format!("indicator-{idx}"),
        concept: format!("concept-{}", idx / 2),
        pillar: Pillar::Government,
        name: text("Indicator"),
        definition: text("Made up to measure time"),
        unit: if is_rank(idx) { Unit::Rank } else { Unit::Percent },
        of: text("things"),
        better: Some(if is_rank(idx) { Better::Lower } else { Better::Higher }),
        range: None,
        editions: Vec::new(),
        aliases: tinhso::data::Aliases::default(),
        breaks: Vec::new(),
        method_unknown: false,
        rank_of: None,
        merged_by: None,
    }
}

fn is_rank(indicator: usize) -> bool {
    indicator.is_multiple_of(10)
}

fn source(idx: usize, chance: &mut Chance) -> Source {
    let published = (!chance.is_one_in(10)).then(|| chance.day());
    Source {
        id: format!("source-{idx}"),
        kind: SourceKind::News,
        title: Some("Made up".into()),
        publisher: None,
        author: None,
        published,
        published_not_before: None,
        url: None,
        via: None,
        archived: None,
        retrieved: None,
        language: Language::Vi,
    }
}

fn observations(chance: &mut Chance) -> Vec<Observation> {
    let file: Arc<str> = Arc::from("made-up.json");
    (0..N_TARGETS + N_RESULTS)
        .map(|idx| {
            let kind = if idx < N_TARGETS { Kind::Target } else { Kind::Result };
            let province = format!("province-{}", chance.below(N_PROVINCES));
            let indicator_idx = chance.below(N_INDICATORS);
            let indicator = format!("indicator-{indicator_idx}");
            let is_rank = is_rank(indicator_idx);
            let value = if is_rank { 1 + chance.below(34) } else { chance.below(10_001) };
            let value = if is_rank { value as f64 } else { value as f64 / 100.0 };
            let comparator = match (chance.below(10), is_rank) {
                (0, _) => Comparator::About,
                (1, false) => Comparator::MoreThan,
                (1, true) => Comparator::AtMost,
                _ => Comparator::Equal,
            };
            let date = chance.date();
            let dispute =
                format!("province-0/indicator-0/result/{}", N_TARGETS + chance.below(N_RESULTS));
            Observation {
                id: format!("{province}/{indicator}/{}/{idx}", kind.id()),
                province,
                indicator,
                kind,
                value: Some(value),
                value_to: None,
                missing: None,
                qualitative: false,
                comparator,
                base: is_rank.then(|| if chance.is_one_in(2) { 34 } else { 63 }),
                period: (kind == Kind::Result).then_some(date),
                deadline: (kind == Kind::Target && !chance.is_one_in(20)).then_some(date),
                judged: None,
                made: (kind == Kind::Target && chance.is_one_in(2)).then(|| chance.day()),
                document: None,
                said_by: None,
                basis: Basis::Reported,
                unit_as_of: None,
                source: format!("source-{}", chance.below(N_SOURCES)),
                locator: "¶1".into(),
                note: None,
                disputes: if chance.is_one_in(100) { vec![dispute] } else { Vec::new() },
                derived_from: Vec::new(),
                supersedes: None,
                caveat: None,
                draft: false,
                reply: None,
                inferred: Vec::new(),
                fragment: None,
                also: Vec::new(),
                checked_by: None,
                file: Arc::clone(&file),
                index: idx,
            }
        })
        .collect()
}
