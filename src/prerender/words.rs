//! What the scripts of a written page say until the program has come, and when it does not.

use serde_json::{Map, Value, json};

use crate::address::keys;
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::Control;

const NARROWED: Fixed = Fixed {
    vi: "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về tất cả các tỉnh.",
    en: "Provinces not chosen are hidden; sentences and counts still speak of all provinces.",
};
/// Before a sentence that speaks of all provinces while only some are shown.
const OF_ALL: Fixed = Fixed { vi: "Tất cả các tỉnh: ", en: "All provinces: " };
const COMING: Fixed = Fixed {
    vi: "{name}: đang là “{now}”; {asked} đang tải.",
    en: "{name}: now “{now}”; {asked} is loading.",
};
const KEPT: Fixed = Fixed {
    vi: "{name}: vẫn là “{now}”, không phải {asked}.",
    en: "{name}: still “{now}”, not {asked}.",
};

/// As JSON, for `src/start.js` and `src/narrowed.js`.
pub(super) fn words(lang: Lang, dataset: &Dataset, controls: &[Control]) -> String {
    let messages = lang.messages();
    let (boxes, controls): (Vec<_>, Vec<_>) =
        controls.iter().partition(|control| control.key == keys::PROVINCES);
    let provinces: Vec<[&str; 2]> =
        boxes.into_iter().map(|province| [&*province.name, &*province.at]).collect();
    let controls: Map<String, Value> = controls
        .into_iter()
        .map(|Control { key, name, at }| ((*key).to_owned(), json!([name, at])))
        .collect();
    json!({
        "loading": messages.loading(),
        "slow": messages.slow(),
        "broken": messages.program_broken(),
        "stopped": messages.program_stopped(),
        "unsupported": messages.program_unsupported(),
        "noData": messages.no_data(),
        "retry": messages.retry(),
        "whole": messages.not_narrowed(),
        "narrowed": NARROWED.of(lang),
        "ofAll": OF_ALL.of(lang),
        "coming": COMING.of(lang),
        "kept": KEPT.of(lang),
        "keys": keys::ALL,
        "controls": controls,
        "provinces": provinces,
        "country": dataset.country().map(|country| country.id.as_str()),
    })
    .to_string()
}
