//! Sentences at the top of pages.

use crate::i18n::Lang;
use crate::i18n::number::number;

/// What the site contains, in a sentence for the home page. `n_dated` of the targets have a deadline; `years`
/// are those of the first and the last one, `None` if there is none.
pub fn home_lead(
    lang: Lang,
    n_targets: usize,
    n_provinces: usize,
    n_dated: usize,
    years: Option<(i32, i32)>,
) -> String {
    let n_dated = number(lang, n_dated as f64);
    let targets = number(lang, n_targets as f64);
    let provinces = super::n_provinces(lang, n_provinces);
    let years = years.map(|(from, to)| match lang {
        Lang::Vi => format!(", {n_dated} có hạn {from}–{to}"),
        Lang::En => format!(", {n_dated} due {from}–{to}"),
    });
    let years = years.unwrap_or_default();
    match lang {
        Lang::Vi => format!(
            "{targets} mục tiêu chuyển đổi số của {provinces}{years}, đặt cạnh kết quả đã công bố; mỗi \
             con số đều có nguồn."
        ),
        Lang::En => format!(
            "{targets} digital targets of {provinces}{years}, beside published results; every number has \
             its source."
        ),
    }
}

/// In how many ways a topic is measured, in a sentence; in none if it is only promised in words.
pub fn n_definitions(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Vi, 0) => "Chủ đề này chỉ có lời hứa bằng lời, không kèm con số.".to_owned(),
        (Lang::En, 0) => {
            "On this topic there are only promises in words, without a figure.".to_owned()
        }
        (Lang::Vi, 1) => "Chủ đề này được đo theo một cách.".to_owned(),
        (Lang::Vi, n) => format!("Chủ đề này được đo theo {n} cách."),
        (Lang::En, 1) => "This topic is measured in one way.".to_owned(),
        (Lang::En, n) => format!("This topic is measured in {n} ways."),
    }
}
