//! Sentences that tell results.

use crate::i18n::Lang;

/// How the results in a sentence came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A source prints all of them.
    Reported,
    /// All of them were computed from figures that a source prints.
    Computed,
    /// Some of each.
    Both,
}

impl Origin {
    const fn words(self, lang: Lang) -> &'static str {
        match (lang, self) {
            (Lang::Vi, Self::Reported) => "theo báo cáo",
            (Lang::Vi, Self::Computed) => "tính từ số công bố",
            (Lang::Vi, Self::Both) => "theo báo cáo hoặc tính từ số công bố",
            (Lang::En, Self::Reported) => "as reported",
            (Lang::En, Self::Computed) => "worked out from published figures",
            (Lang::En, Self::Both) => "as reported or worked out from published figures",
        }
    }
}

/// The results of one measure, as a sentence: "Hồ sơ nộp trực tuyến, theo báo cáo: Bạc Liêu khoảng 4%
/// (10/2022)."
pub fn reported_results(lang: Lang, measure: &str, origin: Origin, figures: &[String]) -> String {
    format!("{measure}, {}: {}.", origin.words(lang), figures.join(", "))
}

/// What the figures in [`reported_briefly`] have in common.
#[derive(Clone, Copy, Debug)]
pub struct BriefFigures<'t> {
    /// Their measure; `None` where the title above says it.
    pub measure: Option<&'t str>,
    /// How they came to be.
    pub origin: Origin,
    /// Their date; `None` if each has its own.
    pub date: Option<&'t str>,
    /// Among how many provinces they are places; `None` for any other figures.
    pub base: Option<u32>,
}

/// The results of one measure in few words: "Theo báo cáo (2024): BR-VT 7,6; Khánh Hòa 7,2."
pub fn reported_briefly(lang: Lang, told: &BriefFigures<'_>, figures: &[String]) -> String {
    let origin = told.origin.words(lang);
    let capitalized = || {
        let mut letters = origin.chars();
        let first = letters.next().map(|letter| letter.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let head = told.measure.map_or_else(capitalized, |measure| format!("{measure}, {origin}"));
    let date = told.date.map(|date| format!(" ({date})")).unwrap_or_default();
    let base = match (lang, told.base) {
        (_, None) => String::new(),
        (Lang::Vi, Some(base)) => format!(", trên {base}"),
        (Lang::En, Some(base)) => format!(", of {base}"),
    };
    format!("{head}{date}: {}{base}.", figures.join("; "))
}

/// One of the figures of [`reported_briefly`]. `date` is empty if all are of one.
pub fn brief_figure(name: &str, value: &str, date: &str) -> String {
    if date.is_empty() { format!("{name} {value}") } else { format!("{name} {value} ({date})") }
}
