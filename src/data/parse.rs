//! Turns the text of each kind of data file into entries and reports every fault.
//!
//! An entry with a fault in its form is reported and left out; the other entries of the file stay.

use std::sync::Arc;

use super::fields::{Fields, Sink};
use super::finding::{Finding, Problem};
use super::model::{
    AbsorbedProvince, Better, Edition, Indicator, Pillar, Province, ProvinceKind, Source,
    SourceKind, Unit,
};
use super::observation::{AlsoIn, Basis, Comparator, Kind, Observation, Reading, TargetTiming};

/// Reads `provinces.json`.
pub(super) fn parse_provinces(
    file: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Province>> {
    read_list(file, text, "provinces", findings, |fields| {
        // Read every key before `?` can end the entry: a key that was not read would be reported as
        // unknown.
        let id = fields.text("id");
        let kind = fields.keyword(
            "kind",
            &[("province", ProvinceKind::Province), ("country", ProvinceKind::Country)],
        );
        let name = fields.bilingual("name");
        let short = fields.bilingual("short");
        let aliases = fields.optional_texts("aliases");
        let until = fields.optional_date("until");
        let successor = fields.optional_text("successor");
        let took_in = fields.optional_objects("took_in", |joined| {
            Some(AbsorbedProvince { id: joined.text("id"), on: joined.date("on")? })
        });
        Some(Province { id, kind: kind?, name, short, aliases, until, successor, took_in })
    })
}

/// Reads `indicators.json`.
pub(super) fn parse_indicators(
    file: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Indicator>> {
    read_list(file, text, "indicators", findings, |fields| {
        let pillars: Vec<_> = Pillar::ALL.iter().map(|pillar| (pillar.id(), *pillar)).collect();
        let id = fields.text("id");
        let concept = fields.text("concept");
        let pillar = fields.keyword("pillar", &pillars);
        let name = fields.bilingual("name");
        let definition = fields.bilingual("definition");
        let unit = match fields.text("unit").as_str() {
            "percent" => Unit::Percent,
            "count" => Unit::Count,
            "rank" => Unit::Rank,
            "score" => Unit::Score,
            "statement" => Unit::Statement,
            other => Unit::Other(other.to_owned()),
        };
        let of = fields.bilingual("of");
        let better = fields
            .nullable_keyword("better", &[("higher", Better::Higher), ("lower", Better::Lower)]);
        let range = read_range(fields);
        let breaks = read_breaks(fields);
        let editions = fields.optional_objects("editions", |edition| {
            let (of, source) = (edition.date("of"), edition.text("source"));
            Some(Edition { of: of?, source })
        });
        Some(Indicator {
            id,
            concept,
            pillar: pillar?,
            name,
            definition,
            unit,
            of,
            better,
            range,
            breaks,
            editions,
        })
    })
}

/// Reads `sources.json`.
pub(super) fn parse_sources(
    file: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Source>> {
    let kinds = [
        SourceKind::News,
        SourceKind::Official,
        SourceKind::Law,
        SourceKind::Report,
        SourceKind::Repost,
    ]
    .map(|kind| (kind.id(), kind));
    read_list(file, text, "sources", findings, |fields| {
        let id = fields.text("id");
        let kind = fields.keyword("kind", &kinds);
        let title = fields.nullable_text("title");
        let publisher = fields.nullable_text("publisher");
        let author = fields.nullable_text("author");
        let published = fields.nullable_date("published");
        let published_not_before = fields.optional_date("published_not_before");
        let url = fields.nullable_text("url");
        let url = only_link(fields, "url", url);
        let via = fields.optional_text("via");
        let archived = fields.optional_text("archived");
        let archived = only_link(fields, "archived", archived);
        let retrieved = fields.optional_date("retrieved");
        let language =
            fields.keyword("language", &[("vi", "vi"), ("en", "en")]).unwrap_or_default();
        Some(Source {
            id,
            kind: kind?,
            title,
            publisher,
            author,
            published,
            published_not_before,
            url,
            via,
            archived,
            retrieved,
            language: language.to_owned(),
        })
    })
}

/// Reads one file of observations: the id of its province, and its entries.
pub(super) fn parse_observations(
    file: &str,
    text: &str,
    findings: &mut Vec<Finding>,
) -> Option<(String, Vec<Observation>)> {
    let mut sink = Sink { file, findings };
    let value = sink.json(text)?;
    let mut fields = Fields::new(&value, "$".to_owned(), &mut sink);
    let province = fields.text("province");
    let file: Arc<str> = Arc::from(file);
    let mut index = 0;
    let observations = fields.objects("observations", |fields| {
        let own_index = index;
        index += 1;
        read_observation(fields, &province, &file, own_index)
    });
    fields.finish().then_some((province, observations))
}

fn read_observation(
    fields: &mut Fields<'_, '_, '_>,
    province: &str,
    file: &Arc<str>,
    index: usize,
) -> Option<Observation> {
    let id = fields.text("id");
    let indicator = fields.text("indicator");
    let kind = fields.keyword("kind", &[("target", Kind::Target), ("result", Kind::Result)]);
    let reading = read_reading(fields, kind);
    let comparator = fields
        .optional_keyword(
            "comparator",
            &[
                ("=", Comparator::Equal),
                (">=", Comparator::AtLeast),
                (">", Comparator::MoreThan),
                ("<=", Comparator::AtMost),
                ("<", Comparator::LessThan),
                ("~", Comparator::About),
            ],
        )
        .unwrap_or_default();
    let base = fields.optional_count("base");
    // A result has a period and a target a deadline; either may also carry the other.
    let (period, deadline) = match kind {
        Some(Kind::Result) => (fields.date("period"), fields.optional_date("deadline")),
        Some(Kind::Target) => (fields.optional_date("period"), fields.nullable_date("deadline")),
        None => (fields.optional_date("period"), fields.optional_date("deadline")),
    };
    let judged = fields.optional_keyword(
        "judged",
        &[("by", TargetTiming::ByDeadline), ("in", TargetTiming::WithinDeadline)],
    );
    let made = fields.optional_date("made");
    let document = fields.optional_text("document");
    let said_by = fields.optional_bilingual("said_by");
    let basis = fields.keyword(
        "basis",
        &[Basis::Reported, Basis::Measured, Basis::Surveyed, Basis::Derived]
            .map(|basis| (basis.id(), basis)),
    );
    Some(Observation {
        unit_as_of: fields.optional_date("unit_as_of"),
        source: fields.text("source"),
        locator: fields.text("locator"),
        fragment: fields.optional_text("fragment"),
        also: fields.optional_objects("also", |also| {
            Some(AlsoIn { source: also.text("source"), locator: also.text("locator") })
        }),
        checked_by: fields.optional_text("checked_by"),
        note: fields.optional_bilingual("note"),
        caveat: fields.optional_bilingual("caveat"),
        inferred: fields.optional_texts("inferred"),
        disputes: fields.optional_texts("disputes"),
        derived_from: fields.optional_texts("derived_from"),
        supersedes: fields.optional_text("supersedes"),
        id,
        province: province.to_owned(),
        indicator,
        kind: kind?,
        reading: reading?,
        comparator,
        base,
        period,
        deadline,
        judged,
        made,
        document,
        said_by,
        basis: basis?,
        file: Arc::clone(file),
        index,
    })
}

/// Reads `value` or `missing`: exactly one of them must be given, and neither for a promise that is
/// `qualitative`.
fn read_reading(fields: &mut Fields<'_, '_, '_>, kind: Option<Kind>) -> Option<Reading> {
    let both = fields.has("value") && fields.has("missing");
    let neither = !fields.has("value") && !fields.has("missing");
    let value = fields.optional_number("value");
    let missing = fields.optional_text("missing");
    let is_qualitative = fields.flag("qualitative");
    let path = fields.path().to_owned();
    match is_qualitative {
        // The wrong type of `qualitative` has been reported already.
        None => return None,
        Some(false) => {}
        Some(true) => {
            let key = if fields.has("value") { "value" } else { "missing" };
            let problem = match (neither, kind) {
                (true, Some(Kind::Result)) => Problem::QualitativeResult,
                (true, _) => return Some(Reading::Qualitative),
                (false, _) => Problem::QualitativeWithValue { key },
            };
            fields.reject(fields.path_of("qualitative"), problem);
            return None;
        }
    }
    if both {
        fields.reject(path, Problem::ValueAndMissing);
        return None;
    }
    if neither {
        fields.reject(path, Problem::NeitherValueNorMissing);
        return None;
    }
    value.map(Reading::Value).or(missing.map(Reading::Missing))
}

fn read_range(fields: &mut Fields<'_, '_, '_>) -> Option<(f64, f64)> {
    let items = fields.optional_list("range");
    if items.is_empty() {
        return None;
    }
    let ends: Vec<f64> = items.iter().filter_map(|(_, item)| item.as_f64()).collect();
    let path = fields.path_of("range");
    match ends.as_slice() {
        [from, to] if items.len() == 2 && from < to => Some((*from, *to)),
        [from, to] if items.len() == 2 => {
            fields.reject(path, Problem::EmptyRange { from: *from, to: *to });
            None
        }
        _ => {
            let problem =
                Problem::WrongType { found: "a list".to_owned(), expected: "two numbers" };
            fields.reject(path, problem);
            None
        }
    }
}

fn read_breaks(fields: &mut Fields<'_, '_, '_>) -> Vec<i32> {
    let mut years = Vec::new();
    for (path, item) in fields.optional_list("breaks") {
        let year = item
            .as_str()
            .filter(|text| text.len() == 4)
            .and_then(|text| text.parse::<super::date::Date>().ok());
        if let Some(date) = year {
            years.push(date.year());
        } else {
            let found = super::fields::describe(item);
            fields.reject(path, Problem::WrongType { found, expected: "a year in quotes" });
        }
    }
    years
}

/// The text of a key if it is a link; anything else is reported. Readers are never given a link that is
/// not http(s).
fn only_link(
    fields: &mut Fields<'_, '_, '_>,
    key: &'static str,
    found: Option<String>,
) -> Option<String> {
    let found = found?;
    if is_link(&found) {
        return Some(found);
    }
    fields.report(fields.path_of(key), Problem::NotALink { found });
    None
}

fn is_link(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace)
    })
}

/// Reads a file of the form `{"<key>": [ … ]}`; `None` where the file as a whole cannot be used.
fn read_list<T>(
    file: &str,
    text: &str,
    key: &'static str,
    findings: &mut Vec<Finding>,
    read: impl FnMut(&mut Fields<'_, '_, '_>) -> Option<T>,
) -> Option<Vec<T>> {
    let mut sink = Sink { file, findings };
    let value = sink.json(text)?;
    let mut fields = Fields::new(&value, "$".to_owned(), &mut sink);
    let entries = fields.objects(key, read);
    fields.finish().then_some(entries)
}
