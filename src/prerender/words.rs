//! The texts of the scripts of a written page, which they show until the program has come, and if
//! it does not come.

use serde_json::{Map, Value, json};

use crate::address::keys;
use crate::data::Dataset;
use crate::i18n::number::number;
use crate::i18n::{Fixed, Lang};
use crate::ui::ControlState;

/// The texts, by the names that the scripts use.
const SCRIPT_TEXTS: [(&str, Fixed); 13] = [
    script_text(
        "loading",
        "Đang tải để các nút chọn dùng được…",
        "Loading what the controls need…",
    ),
    script_text(
        "slow",
        "Đường truyền đang chậm. Trang đã đọc được; các nút chọn sẽ dùng được khi tải xong.",
        "The connection is slow. The page can already be read; the controls will work once everything has come.",
    ),
    script_text(
        "broken",
        "Không tải được chương trình của trang nên các nút chọn chưa dùng được.",
        "The page's program could not be loaded, so the controls do not work yet.",
    ),
    script_text(
        "noData",
        "Không tải được số liệu nên các nút chọn chưa dùng được.",
        "The data could not be loaded, so the controls do not work yet.",
    ),
    script_text(
        "unsupported",
        "Trình duyệt này không chạy được chương trình của trang nên các nút chọn không dùng được.",
        "This browser cannot run the page's program, so the controls do not work.",
    ),
    script_text(
        "stopped",
        "Chương trình của trang đã dừng vì lỗi: nội dung bên dưới có thể chưa theo lựa chọn cuối cùng.",
        "The page's program stopped because of an error: the content below may not follow the last choice.",
    ),
    script_text(
        "whole",
        "Trang đang hiện tất cả, chưa theo lựa chọn trong địa chỉ.",
        "The page shows everything, not what the address asks for.",
    ),
    // The same after a sentence that tells what the page does follow.
    script_text(
        "others",
        "Các lựa chọn khác trong địa chỉ chưa được áp dụng.",
        "The other choices of the address are not applied.",
    ),
    // Follows the reason why there are no controls, if nothing is hidden.
    script_text("complete", "Nội dung bên dưới vẫn đầy đủ.", "The content below is complete."),
    // Says that what is about other provinces than those asked for is hidden.
    script_text(
        "narrowed",
        "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả {n} tỉnh.",
        "Provinces not chosen are hidden; sentences and counts still speak of all {n} provinces.",
    ),
    // Stands before sentences and counts that are still about all provinces.
    script_text("ofAll", "(Nói về cả {n} tỉnh) ", "(About all {n} provinces) "),
    // Says what is shown instead of what the address asks for, while the program may still come,
    // and after it has failed.
    script_text(
        "coming",
        "{name}: đang là “{now}”; {asked} đang tải.",
        "{name}: now “{now}”; {asked} is loading.",
    ),
    script_text(
        "kept",
        "{name}: vẫn là “{now}”, không phải {asked}.",
        "{name}: still “{now}”, not {asked}.",
    ),
];

const fn script_text(
    name: &'static str,
    vi: &'static str,
    en: &'static str,
) -> (&'static str, Fixed) {
    (name, Fixed { vi, en })
}

/// All texts and keys as JSON, for `src/start.js` and `src/narrowed.js`.
pub(super) fn script_words(lang: Lang, dataset: &Dataset, controls: &[ControlState]) -> String {
    let (boxes, controls): (Vec<_>, Vec<_>) =
        controls.iter().partition(|control| control.key == keys::PROVINCES);
    let provinces: Vec<[&str; 2]> =
        boxes.into_iter().map(|province| [&*province.name, &*province.value]).collect();
    let controls: Map<String, Value> = controls
        .into_iter()
        .map(|ControlState { key, name, value }| ((*key).to_owned(), json!([name, value])))
        .collect();
    let n = number(lang, provinces.len() as f64);
    let texts =
        SCRIPT_TEXTS.map(|(name, text)| (name.to_owned(), json!(text.of(lang).replace("{n}", &n))));
    let mut words: Map<String, Value> = texts.into_iter().collect();
    words.extend([
        ("retry".to_owned(), json!(lang.messages().retry())),
        ("keys".to_owned(), json!(keys::ALL)),
        ("controls".to_owned(), json!(controls)),
        ("provinces".to_owned(), json!(provinces)),
        ("country".to_owned(), json!(dataset.country().map(|country| &country.id))),
    ]);
    Value::Object(words).to_string()
}
