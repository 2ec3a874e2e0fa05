//! Charts in words, for readers who do not see them.

use super::{n_figures, n_provinces, n_results, n_targets, out_of};
use crate::i18n::Lang;
use crate::i18n::number::list;

/// What figures are called that are no targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultNoun {
    /// Results: "kết quả".
    Result,
    /// Figures that are only context, and nobody's result: "số liệu".
    Context,
}

impl ResultNoun {
    /// A number of them: "3 kết quả", "3 con số".
    pub fn count(self, lang: Lang, n: usize) -> String {
        match self {
            Self::Result => n_results(lang, n),
            Self::Context => n_figures(lang, n),
        }
    }
}

/// What a mark shows and whose it is, to be read after its label, which says if it is a target:
/// "kết quả của Bạc Liêu, hồ sơ nộp trực tuyến".
pub fn result_of(lang: Lang, noun: ResultNoun, name: &str, measure: &str) -> String {
    match (lang, noun) {
        (Lang::Vi, ResultNoun::Result) => format!("kết quả của {name}, {measure}"),
        (Lang::Vi, ResultNoun::Context) => format!("số liệu của {name}, {measure}"),
        (Lang::En, ResultNoun::Result) => format!("result of {name}, {measure}"),
        (Lang::En, ResultNoun::Context) => format!("figure of {name}, {measure}"),
    }
}

/// What a tile with a name and a rank does not say: among how many units, when, and by which measure.
pub fn rank_in_edition(lang: Lang, base: u32, date: &str, measure: &str) -> String {
    let base = out_of(lang, base);
    match lang {
        Lang::Vi => format!("{base}, kết quả {date}, {measure}"),
        Lang::En => format!("{base}, result of {date}, {measure}"),
    }
}

/// How many figures a chart shows, of how many provinces, and from when to when: "12 kết quả và 3 mục
/// tiêu của 4 tỉnh, từ 2019 đến 2025."
pub fn chart_counts(
    lang: Lang,
    noun: ResultNoun,
    (results, targets): (usize, usize),
    provinces: usize,
    years: Option<(i32, i32)>,
) -> String {
    let figures = match (results, targets) {
        (_, 0) => noun.count(lang, results),
        (0, _) => n_targets(lang, targets),
        _ => list(lang, &[&noun.count(lang, results), &n_targets(lang, targets)]),
    };
    let provinces = n_provinces(lang, provinces);
    let years = match (lang, years) {
        (_, None) => String::new(),
        (_, Some((from, to))) if from == to => format!(", {from}"),
        (Lang::Vi, Some((from, to))) => format!(", từ {from} đến {to}"),
        (Lang::En, Some((from, to))) => format!(", from {from} to {to}"),
    };
    match lang {
        Lang::Vi => format!("{figures} của {provinces}{years}."),
        Lang::En => format!("{figures} of {provinces}{years}."),
    }
}

/// Between which numbers the results of one measure are. Both are written with their dates and names:
/// "56% · 2020 (Khánh Hòa)". Without a `measure` it is said of the chart.
///
/// It is a range and no order: the results of a chart are of provinces that somebody chose, and an
/// edition of a ranking may be known in part, so nothing in it is the highest or the lowest of all.
pub fn chart_range(
    lang: Lang,
    noun: ResultNoun,
    measure: Option<&str>,
    from: &str,
    to: &str,
) -> String {
    let measure = measure.unwrap_or(match lang {
        Lang::Vi => "Trong hình",
        Lang::En => "In the chart",
    });
    match (lang, noun) {
        (Lang::Vi, ResultNoun::Result) => format!("{measure}: kết quả từ {from} đến {to}."),
        (Lang::Vi, ResultNoun::Context) => format!("{measure}: số liệu từ {from} đến {to}."),
        (Lang::En, ResultNoun::Result) => format!("{measure}: results from {from} to {to}."),
        (Lang::En, ResultNoun::Context) => format!("{measure}: figures from {from} to {to}."),
    }
}

/// The name of a chart of one measure over time.
pub fn over_the_years(lang: Lang, measure: &str) -> String {
    match lang {
        Lang::Vi => format!("{measure} qua các năm"),
        Lang::En => format!("{measure} over the years"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chart_is_counted_in_a_sentence() {
        let said = |counts, provinces, years| {
            Lang::ALL.map(|lang| chart_counts(lang, ResultNoun::Result, counts, provinces, years))
        };
        assert_eq!(
            said((12, 3), 4, Some((2019, 2025))),
            [
                "12 kết quả và 3 mục tiêu của 4 tỉnh, từ 2019 đến 2025.",
                "12 results and 3 targets of 4 provinces, from 2019 to 2025.",
            ]
        );
        assert_eq!(
            said((1, 0), 1, Some((2023, 2023))),
            ["1 kết quả của 1 tỉnh, 2023.", "1 result of 1 province, 2023."]
        );
        assert_eq!(said((0, 2), 2, None), ["2 mục tiêu của 2 tỉnh.", "2 targets of 2 provinces."]);
    }

    #[test]
    fn results_are_within_a_range() {
        let said = |measure| {
            let noun = ResultNoun::Result;
            Lang::ALL.map(|lang| chart_range(lang, noun, measure, "1 (A)", "9 (B)"))
        };
        assert_eq!(
            said(Some("M")),
            ["M: kết quả từ 1 (A) đến 9 (B).", "M: results from 1 (A) to 9 (B)."]
        );
        assert_eq!(
            said(None),
            [
                "Trong hình: kết quả từ 1 (A) đến 9 (B).",
                "In the chart: results from 1 (A) to 9 (B)."
            ]
        );
    }

    #[test]
    fn context_is_never_called_a_result() {
        let noun = ResultNoun::Context;
        let said = |lang| {
            [
                chart_counts(lang, noun, (12, 0), 4, Some((2019, 2025))),
                chart_range(lang, noun, None, "1 (A)", "9 (B)"),
                result_of(lang, noun, "A", "M"),
            ]
        };
        assert_eq!(
            Lang::ALL.map(said),
            [
                [
                    "12 con số của 4 tỉnh, từ 2019 đến 2025.",
                    "Trong hình: số liệu từ 1 (A) đến 9 (B).",
                    "số liệu của A, M",
                ],
                [
                    "12 figures of 4 provinces, from 2019 to 2025.",
                    "In the chart: figures from 1 (A) to 9 (B).",
                    "figure of A, M",
                ],
            ]
        );
    }

    #[test]
    fn a_chart_over_time_is_named_by_its_measure() {
        assert_eq!(
            Lang::ALL.map(|lang| over_the_years(lang, "M")),
            ["M qua các năm", "M over the years"]
        );
    }
}
