//! The observations of a unit: 282 results, one for each indicator and year, a second one in a few places
//! that contradicts the first, and twelve promises.

use std::ops::Range;

use serde_json::{Value, json};

use super::definitions::{
    Counting, N_INDICATORS, concept_of, indicator_id, source_id, text, unit_of,
};
use super::units::{Unit, province_of};
use crate::chance::Chance;

pub(super) const YEARS: Range<i32> = 2020..2026;

/// The entries of a unit's file of observations, for all concepts or for one.
pub(super) fn observations(unit: &Unit, concept: Option<usize>) -> Vec<Value> {
    (0..N_INDICATORS)
        .filter(|indicator| concept.is_none_or(|concept| concept == concept_of(*indicator)))
        .flat_map(|indicator| entries_of_indicator(unit, indicator))
        .collect()
}

fn entries_of_indicator(unit: &Unit, indicator: usize) -> Vec<Value> {
    // The figures only depend on the unit and the indicator, so they are the same in every shard.
    let chance = &mut Chance::new(unit.seed * 100 + indicator as u64);
    let trend = Trend::of(unit, indicator, chance);
    let mut entries = Vec::new();
    if indicator % 4 == 1 {
        entries.push(target(unit, indicator, &trend, chance));
    }
    entries.extend(YEARS.flat_map(|year| results(unit, indicator, &trend, year, chance)));
    entries
}

/// How the values of an indicator of a unit develop over the years.
struct Trend {
    counting: Counting,
    base: Option<usize>,
    in_2020: f64,
    per_year: f64,
}

impl Trend {
    fn of(unit: &Unit, indicator: usize, chance: &mut Chance) -> Self {
        let counting = unit_of(indicator);
        let (in_2020, per_year) = match counting {
            // Above 1 %: a share of one among percentages would look odd to the check.
            Counting::Percent => (200.0 + chance.below(5_800) as f64, chance.below(900) as f64),
            Counting::Count => (chance.below(200_000) as f64, chance.below(30_000) as f64),
            Counting::Score => (chance.below(5_000) as f64, chance.below(800) as f64),
            Counting::Rank => (chance.below(unit.base) as f64, -1.0),
        };
        let base = (counting == Counting::Rank).then_some(unit.base);
        Self { counting, base, in_2020, per_year }
    }

    fn at(&self, year: i32, deviation: usize) -> f64 {
        let raw = self.in_2020 + self.per_year * f64::from(year - 2020);
        let deviation = deviation as f64;
        match self.counting {
            Counting::Percent => (raw + deviation).clamp(0.0, 10_000.0).round() / 100.0,
            Counting::Count => (raw + deviation).round(),
            Counting::Score => (raw + deviation).clamp(0.0, 10_000.0).round() / 10_000.0,
            Counting::Rank => (raw + deviation % 5.0).clamp(1.0, self.base.unwrap_or(1) as f64),
        }
    }
}

/// The result of a year, and sometimes another one that the next report gives for it.
fn results(
    unit: &Unit,
    indicator: usize,
    trend: &Trend,
    year: i32,
    chance: &mut Chance,
) -> Vec<Value> {
    let mut entry = entry(unit, indicator, "result", &year.to_string());
    entry["period"] = json!(year.to_string());
    let is_measured = chance.is_one_in(3);
    entry["basis"] = json!(if is_measured { "measured" } else { "reported" });
    // A third of the figures of a commune come from the report of its province.
    entry["source"] = json!(match unit.province.filter(|_| is_measured) {
        Some(province) => source_id(&province_of(province), Some(year)),
        None => source_id(unit, Some(year)),
    });
    entry["locator"] = json!(format!("¶{}", 1 + chance.below(90)));
    if chance.is_one_in(50) {
        entry["missing"] = json!("tạo ra: không công bố · made up: not published");
    } else {
        value(&mut entry, trend.at(year, chance.below(150)));
    }
    if let Some(base) = trend.base {
        entry["base"] = json!(base);
    } else if chance.is_one_in(12) {
        entry["comparator"] = json!("~");
    }
    if chance.is_one_in(5) {
        let n_words = 6 + chance.below(14);
        entry["note"] = text(chance, n_words);
    }
    if !YEARS.contains(&(year + 1)) || !chance.is_one_in(100) {
        return vec![entry];
    }
    let mut rival = self::entry(unit, indicator, "result", &format!("{year}-again"));
    for key in ["period", "basis", "locator"].into_iter().chain(trend.base.map(|_| "base")) {
        rival[key] = entry[key].clone();
    }
    rival["source"] = json!(source_id(unit, Some(year + 1)));
    rival["disputes"] = json!([entry["id"]]);
    value(&mut rival, trend.at(year, chance.below(150)));
    vec![entry, rival]
}

fn target(unit: &Unit, indicator: usize, trend: &Trend, chance: &mut Chance) -> Value {
    let year = [2023, 2025, 2025, 2030][chance.below(4)];
    let mut entry = entry(unit, indicator, "target", &year.to_string());
    entry["deadline"] = json!(year.to_string());
    entry["made"] = json!("2021-02-15");
    entry["document"] = json!(format!("Kế hoạch tạo ra của {}", unit.name()));
    entry["basis"] = json!("reported");
    entry["source"] = json!(source_id(unit, None));
    entry["locator"] = json!(format!("¶{}", 1 + chance.below(90)));
    value(&mut entry, trend.at(year, chance.below(400)));
    match trend.base {
        Some(base) => {
            entry["base"] = json!(base);
            entry["comparator"] = json!("<=");
        }
        None if chance.is_one_in(2) => entry["comparator"] = json!(">="),
        None => {}
    }
    entry
}

fn entry(unit: &Unit, indicator: usize, kind: &str, last: &str) -> Value {
    let indicator = indicator_id(indicator);
    json!({
        "id": format!("{}/{indicator}/{kind}/{last}", unit.id),
        "indicator": indicator, "kind": kind,
    })
}

/// Sets the value of an entry. Writes a whole number without a decimal point, as people do.
fn value(entry: &mut Value, value: f64) {
    entry["value"] = if value.fract() == 0.0 { json!(value as i64) } else { json!(value) };
}
