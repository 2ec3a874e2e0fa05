//! The indicators of the made-up country, and the publications its figures come from.

use serde_json::{Value, json};

use super::units::Unit;
use crate::chance::Chance;

pub(crate) const N_INDICATORS: usize = 47;

/// How many indicators share a concept, as several definitions of one idea.
const N_OF_CONCEPT: usize = 3;

/// How many concepts there are.
pub(crate) const CONCEPTS: usize = N_INDICATORS.div_ceil(N_OF_CONCEPT);

/// Real words, which are put together at random, so that the made-up texts are as long as real ones and
/// compress no better.
const WORDS: [[&str; 2]; 32] = [
    ["hồ sơ", "dossiers"],
    ["trực tuyến", "online"],
    ["tỷ lệ", "share"],
    ["người dân", "residents"],
    ["doanh nghiệp", "businesses"],
    ["thanh toán", "payments"],
    ["không dùng tiền mặt", "cashless"],
    ["cơ quan", "authorities"],
    ["báo cáo", "reported"],
    ["mạng", "network"],
    ["hộ gia đình", "households"],
    ["tài khoản", "accounts"],
    ["định danh", "identity"],
    ["chữ ký số", "signatures"],
    ["năm trước", "of the year before"],
    ["so với", "beside"],
    ["tăng", "rose"],
    ["giảm", "fell"],
    ["khu vực", "area"],
    ["dịch vụ", "services"],
    ["công", "public"],
    ["toàn trình", "in full"],
    ["một phần", "in part"],
    ["cáp quang", "fiber"],
    ["trường học", "schools"],
    ["trạm y tế", "clinics"],
    ["học bạ", "records"],
    ["bệnh án", "charts"],
    ["số hóa", "digitized"],
    ["kết quả", "outcomes"],
    ["cấp xã", "of communes"],
    ["cấp tỉnh", "of provinces"],
];

/// A made-up text of `n_words` words in both languages.
pub(super) fn text(chance: &mut Chance, n_words: usize) -> Value {
    let words: Vec<[&str; 2]> = (0..n_words).map(|_| WORDS[chance.below(WORDS.len())]).collect();
    let [vi, en] = [0, 1].map(|lang| words.iter().map(|word| word[lang]).collect::<Vec<_>>());
    json!({
        "vi": format!("Tạo ra để đo: {}.", vi.join(" ")),
        "en": format!("Made up to measure: {}.", en.join(" ")),
    })
}

/// The unit of measurement of an indicator. Most are percentages, like the real ones.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Counting {
    Percent,
    Count,
    Score,
    Rank,
}

pub(super) fn unit_of(indicator: usize) -> Counting {
    match indicator % 12 {
        3 => Counting::Count,
        6 => Counting::Score,
        9 => Counting::Rank,
        _ => Counting::Percent,
    }
}

pub(super) fn concept_of(indicator: usize) -> usize {
    indicator / N_OF_CONCEPT
}

/// The id of a concept, which is the id of its first indicator.
pub(crate) fn concept_id(concept: usize) -> String {
    indicator_id(concept * N_OF_CONCEPT)
}

pub(super) fn indicator_id(indicator: usize) -> String {
    format!("made-up-indicator-{:02}", indicator + 1)
}

/// An entry of `indicators.json`.
pub(super) fn indicator(idx: usize) -> Value {
    let pillars = ["government", "economy", "society", "foundation"];
    let chance = &mut Chance::new(9_000_000 + idx as u64);
    let (unit, better) = match unit_of(idx) {
        Counting::Percent => ("percent", "higher"),
        Counting::Count => ("count", "higher"),
        Counting::Score => ("score", "higher"),
        Counting::Rank => ("rank", "lower"),
    };
    let mut entry = json!({
        "id": indicator_id(idx), "concept": concept_id(concept_of(idx)),
        "pillar": pillars[concept_of(idx) % pillars.len()],
        "name": text(chance, 6), "definition": text(chance, 18), "of": text(chance, 2),
        "unit": unit, "better": better,
    });
    if unit_of(idx) == Counting::Score {
        entry["range"] = json!([0, 1]);
    }
    if chance.is_one_in(8) {
        entry["breaks"] = json!(["2023"]);
    }
    entry
}

/// The id of a unit's report on a year, or of its plan if there is no year.
pub(super) fn source_id(unit: &Unit, year: Option<i32>) -> String {
    match year {
        None => format!("made-up-plan-{}", unit.id),
        Some(year) => format!("made-up-report-{}-{year}", unit.id),
    }
}

/// An entry of `sources.json`.
pub(super) fn source(unit: &Unit, year: Option<i32>) -> Value {
    let what = match year {
        None => "kế hoạch chuyển đổi số 2021–2030".to_owned(),
        Some(year) => format!("báo cáo chuyển đổi số năm {year}"),
    };
    // A report is published in the spring after its year, so never before the period of its figures ends.
    let published = year.map_or("2021-02-15".to_owned(), |year| format!("{}-03-20", year + 1));
    json!({
        "id": source_id(unit, year), "kind": "report",
        "title": format!("Số liệu tạo ra, không có thật: {what} của {}", unit.name()),
        "publisher": "Bộ tạo số liệu (generated, not real)", "author": null,
        "published": published, "url": null, "language": "vi",
    })
}
