//! What the scripts of a written page say until the program has come, and when it does not.

use serde_json::{Map, Value, json};

use crate::address::keys;
use crate::data::Dataset;
use crate::i18n::number::number;
use crate::i18n::{Fixed, Lang};
use crate::ui::Control;

/// What is said, by the names that the scripts have for it.
const SAID: [(&str, Fixed); 12] = [
    said("loading", "Đang tải để các nút chọn dùng được…", "Loading what the controls need…"),
    said(
        "slow",
        "Đường truyền đang chậm. Trang đã đọc được; các nút chọn sẽ dùng được khi tải xong.",
        "The connection is slow. The page can already be read; the controls will work once everything has come.",
    ),
    said(
        "broken",
        "Không tải được chương trình của trang nên các nút chọn chưa dùng được.",
        "The page's program could not be loaded, so the controls do not work yet.",
    ),
    said(
        "noData",
        "Không tải được số liệu nên các nút chọn chưa dùng được.",
        "The data could not be loaded, so the controls do not work yet.",
    ),
    said(
        "unsupported",
        "Trình duyệt này không chạy được chương trình của trang nên các nút chọn không dùng được.",
        "This browser cannot run the page's program, so the controls do not work.",
    ),
    said(
        "stopped",
        "Chương trình của trang đã dừng vì lỗi: nội dung bên dưới có thể chưa theo lựa chọn cuối cùng.",
        "The page's program stopped because of an error: the content below may not follow the last choice.",
    ),
    said(
        "whole",
        "Trang đang hiện tất cả, chưa theo lựa chọn trong địa chỉ.",
        "The page shows everything, not what the address asks for.",
    ),
    // Behind why there are no controls, where nothing is hidden.
    said("complete", "Nội dung bên dưới vẫn đầy đủ.", "The content below is complete."),
    // What is told of other provinces than those asked for is hidden.
    said(
        "narrowed",
        "Đã ẩn các tỉnh không chọn; câu chữ và số đếm vẫn nói về cả {n} tỉnh.",
        "Provinces not chosen are hidden; sentences and counts still speak of all {n} provinces.",
    ),
    // Before such a sentence, and such counts.
    said("ofAll", "(Nói về cả {n} tỉnh) ", "(About all {n} provinces) "),
    // What stands in the place of a choice in the address, as long as that may come, and when it does not.
    said(
        "coming",
        "{name}: đang là “{now}”; {asked} đang tải.",
        "{name}: now “{now}”; {asked} is loading.",
    ),
    said(
        "kept",
        "{name}: vẫn là “{now}”, không phải {asked}.",
        "{name}: still “{now}”, not {asked}.",
    ),
];

const fn said(name: &'static str, vi: &'static str, en: &'static str) -> (&'static str, Fixed) {
    (name, Fixed { vi, en })
}

/// As JSON, for `src/start.js` and `src/narrowed.js`.
pub(super) fn words(lang: Lang, dataset: &Dataset, controls: &[Control]) -> String {
    let (boxes, controls): (Vec<_>, Vec<_>) =
        controls.iter().partition(|control| control.key == keys::PROVINCES);
    let provinces: Vec<[&str; 2]> =
        boxes.into_iter().map(|province| [&*province.name, &*province.at]).collect();
    let controls: Map<String, Value> = controls
        .into_iter()
        .map(|Control { key, name, at }| ((*key).to_owned(), json!([name, at])))
        .collect();
    let n = number(lang, provinces.len() as f64);
    let said = SAID.map(|(name, text)| (name.to_owned(), json!(text.of(lang).replace("{n}", &n))));
    let mut words: Map<String, Value> = said.into_iter().collect();
    words.extend([
        ("retry".to_owned(), json!(lang.messages().retry())),
        ("keys".to_owned(), json!(keys::ALL)),
        ("controls".to_owned(), json!(controls)),
        ("provinces".to_owned(), json!(provinces)),
        ("country".to_owned(), json!(dataset.country().map(|country| &country.id))),
    ]);
    Value::Object(words).to_string()
}
