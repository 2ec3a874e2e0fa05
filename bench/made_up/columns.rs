//! Writes and reads the figures of a unit in a form with fewer bytes: one row for each figure, without keys
//! and without values that follow from others. It is only used to be compared with the form of
//! `docs/data.md` (docs/decisions/0028).
//!
//! `{"province": …, "indicators": [ids], "sources": [ids], "rows": [[…], …]}`. A row contains the position of
//! the indicator in its list, `t` (target) or `r` (result), the date (also the last part of the id), the
//! value or why it is missing, the position of the source, the locator, whether the figure is measured and,
//! if present, comparator, base, note, disputes, made, document.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use tinhso::data::{Basis, BilingualText, Comparator, Date, Kind, Observation, Reading};

/// Converts a file of observations to rows.
pub(crate) fn to_columns(text: &str) -> Option<String> {
    let file: Value = serde_json::from_str(text).ok()?;
    let entries = file["observations"].as_array()?;
    let (mut indicators, mut sources) = (Vec::new(), Vec::new());
    let rows: Vec<Value> = entries
        .iter()
        .map(|entry| {
            let is_target = entry["kind"] == "target";
            let mut row = vec![
                position_in(&mut indicators, &entry["indicator"]),
                json!(if is_target { "t" } else { "r" }),
                entry[if is_target { "deadline" } else { "period" }].clone(),
                if entry["missing"].is_null() { &entry["value"] } else { &entry["missing"] }
                    .clone(),
                position_in(&mut sources, &entry["source"]),
                entry["locator"].clone(),
                json!(entry["basis"] == "measured"),
                entry["comparator"].clone(),
                entry["base"].clone(),
                entry["note"].clone(),
                entry["disputes"].clone(),
                entry["made"].clone(),
                entry["document"].clone(),
            ];
            while row.last().is_some_and(Value::is_null) {
                row.pop();
            }
            Value::Array(row)
        })
        .collect();
    let file = json!({
        "province": file["province"], "indicators": indicators, "sources": sources, "rows": rows,
    });
    Some(format!("{file}\n"))
}

/// The position of an id in the list. Adds the id if the list does not contain it.
fn position_in(list: &mut Vec<Value>, id: &Value) -> Value {
    let known = list.iter().position(|known| known == id);
    json!(known.unwrap_or_else(|| {
        list.push(id.clone());
        list.len() - 1
    }))
}

/// Reads the figures that [`to_columns`] wrote, as quickly as this form allows, so without findings. `None`
/// if anything is wrong.
pub(crate) fn from_columns(path: &str, text: &str) -> Option<Vec<Observation>> {
    let file: Map<String, Value> = serde_json::from_str(text).ok()?;
    let province = file.get("province")?.as_str()?;
    let (indicators, sources) = (file.get("indicators")?, file.get("sources")?);
    let path: Arc<str> = Arc::from(path);
    let row = |(index, row): (usize, &Value)| {
        let text_at = |column: usize| row.get(column).and_then(Value::as_str);
        let date_at = |column: usize| text_at(column).and_then(|text| text.parse::<Date>().ok());
        let named = |list: &Value, column: usize| {
            let place = usize::try_from(row.get(column)?.as_u64()?).ok()?;
            Some(list.get(place)?.as_str()?.to_owned())
        };
        let indicator = named(indicators, 0)?;
        let kind = if text_at(1)? == "t" { Kind::Target } else { Kind::Result };
        let when = date_at(2)?;
        let reading = match row.get(3)? {
            Value::String(why) => Reading::Missing(why.clone()),
            value => Reading::Value(value.as_f64()?),
        };
        let note = row.get(9).filter(|note| note.is_object());
        let list = row.get(10).and_then(Value::as_array).into_iter().flatten();
        Some(Observation {
            id: format!("{province}/{indicator}/{}/{}", kind.id(), text_at(2)?),
            province: province.to_owned(),
            indicator,
            kind,
            reading,
            comparator: match text_at(7) {
                Some("~") => Comparator::About,
                Some("<=") => Comparator::AtMost,
                Some(">=") => Comparator::AtLeast,
                _ => Comparator::Equal,
            },
            base: row.get(8).and_then(Value::as_u64).and_then(|base| u32::try_from(base).ok()),
            period: (kind == Kind::Result).then_some(when),
            deadline: (kind == Kind::Target).then_some(when),
            judged: None,
            made: date_at(11),
            document: text_at(12).map(str::to_owned),
            said_by: None,
            basis: if row.get(6)?.as_bool()? { Basis::Measured } else { Basis::Reported },
            unit_as_of: None,
            source: named(sources, 4)?,
            locator: text_at(5)?.to_owned(),
            note: note.and_then(|note| {
                let text = |lang: &str| note[lang].as_str().map(str::to_owned);
                Some(BilingualText { vi: text("vi")?, en: text("en")? })
            }),
            disputes: list.filter_map(|id| id.as_str().map(str::to_owned)).collect(),
            derived_from: Vec::new(),
            supersedes: None,
            caveat: None,
            inferred: Vec::new(),
            fragment: None,
            also: Vec::new(),
            checked_by: None,
            file: Arc::clone(&path),
            index,
        })
    };
    file.get("rows")?.as_array()?.iter().enumerate().map(row).collect()
}
