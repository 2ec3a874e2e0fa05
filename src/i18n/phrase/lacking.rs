//! Sentences about figures that the sources do not have. Where a reader has narrowed a comparison to a
//! year, a kind of figures or some provinces, the sentences speak only of those.

use crate::i18n::Lang;
use crate::i18n::number::list;

/// What a comparison was narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// The chosen year; `None` for the latest figures.
    pub year: Option<i32>,
    /// The chosen kind of figures; `None` for both.
    pub kind: Option<FigureKind>,
    /// Whether only some provinces were chosen.
    pub are_chosen: bool,
}

/// A kind of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKind {
    /// Targets.
    Targets,
    /// Results.
    Results,
}

impl Narrowing {
    /// "figures for 2020", "số năm 2020".
    fn of_year(self, lang: Lang, noun: &str) -> String {
        match (lang, self.year) {
            (_, None) => noun.to_owned(),
            (Lang::Vi, Some(year)) => format!("{noun} năm {year}"),
            (Lang::En, Some(year)) => format!("{noun} for {year}"),
        }
    }

    /// As [`Narrowing::of_year`], with "of the provinces in view" where only some were chosen.
    fn of_those_in_view(self, lang: Lang, noun: &str) -> String {
        let noun = self.of_year(lang, noun);
        match (lang, self.are_chosen) {
            (_, false) => noun,
            (Lang::Vi, true) => format!("{noun} của tỉnh đang xem"),
            (Lang::En, true) => format!("{noun} of the provinces in view"),
        }
    }

    const fn noun(self, lang: Lang, is_one: bool) -> &'static str {
        match (lang, self.kind, is_one) {
            (Lang::Vi, None, _) => "số",
            (Lang::Vi, Some(FigureKind::Targets), _) => "mục tiêu",
            (Lang::Vi, Some(FigureKind::Results), _) => "kết quả",
            (Lang::En, None, true) => "figure",
            (Lang::En, None, false) => "figures",
            (Lang::En, Some(FigureKind::Targets), true) => "target",
            (Lang::En, Some(FigureKind::Targets), false) => "targets",
            (Lang::En, Some(FigureKind::Results), true) => "result",
            (Lang::En, Some(FigureKind::Results), false) => "results",
        }
    }
}

/// Says that only the country has figures, and none of the provinces shown. `figures` are sentences.
pub fn only_country(lang: Lang, narrowing: Narrowing, topic: &str, figures: &str) -> String {
    let nouns = narrowing.of_year(lang, narrowing.noun(lang, false));
    match (lang, narrowing.are_chosen) {
        (Lang::Vi, false) => format!(
            "{topic}: các nguồn đã nhập chỉ có {nouns} của cả nước, chưa có của tỉnh nào. {figures}"
        ),
        (Lang::Vi, true) => format!(
            "{topic}: các nguồn đã nhập chỉ có {nouns} của cả nước, chưa có của tỉnh đang xem. \
             {figures}"
        ),
        (Lang::En, false) => format!(
            "{topic}: the sources entered so far have {nouns} of the country only, none of a \
             province. {figures}"
        ),
        (Lang::En, true) => format!(
            "{topic}: the sources entered so far have {nouns} of the country only, none of the \
             provinces in view. {figures}"
        ),
    }
}

/// Says how many figures there are, and whose, where they are too many for a sentence: `counts` are those of
/// results and of targets.
pub fn told_below(lang: Lang, counts: &[String], names: &[&str]) -> String {
    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
    let (counts, names) = (list(lang, &counts), list(lang, names));
    match lang {
        Lang::Vi => format!("{counts} của {names} ghi ở dưới đây."),
        Lang::En => format!("{counts} of {names}: see below."),
    }
}

/// Says that figures with a caveat were left out, in a few words.
pub fn not_counted(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không kể số có lưu ý.",
        Lang::En => "Figures with a caveat are not counted.",
    }
}

/// Says that there are targets but no results. `targets` are sentences.
pub fn only_targets(lang: Lang, narrowing: Narrowing, topic: &str, targets: &str) -> String {
    match lang {
        Lang::Vi => {
            let of = narrowing.of_those_in_view(lang, "mục tiêu");
            format!(
                "{topic}: các nguồn đã nhập chỉ có {of}, không có kết quả ở phần đang xem. {targets}"
            )
        }
        Lang::En => {
            let of = narrowing.of_those_in_view(lang, "targets");
            format!(
                "{topic}: the sources entered so far have only {of}, and no result in view. {targets}"
            )
        }
    }
}

/// Says that only one of the provinces in view has a result, or (`is_alone`) that only one is in view.
pub fn only_one(lang: Lang, narrowing: Narrowing, name: &str, is_alone: bool) -> String {
    match (lang, is_alone) {
        (Lang::Vi, true) => format!("Đang xem riêng {name}: chọn thêm tỉnh để so sánh."),
        (Lang::En, true) => {
            format!("You are looking at {name} alone: choose another province to compare.")
        }
        (Lang::Vi, false) => {
            let result = narrowing.of_year(lang, "kết quả");
            format!(
                "Trong các tỉnh đang xem, chỉ {name} có {result} ở các nguồn đã nhập, nên ở đây chưa so \
                 sánh được."
            )
        }
        (Lang::En, false) => {
            let result = narrowing.of_year(lang, "result");
            format!(
                "Of the provinces you are looking at, only {name} has a {result} in the sources \
                 entered so far, so there is nothing to compare here."
            )
        }
    }
}

/// Says which provinces have no such figure.
pub fn without_figures(lang: Lang, narrowing: Narrowing, names: &[&str]) -> String {
    let names = list(lang, names);
    match (lang, narrowing.year) {
        (Lang::Vi, None) => {
            let noun = narrowing.noun(lang, false);
            format!("Các nguồn đã nhập không có {noun} của {names} về chủ đề này.")
        }
        (Lang::En, None) => {
            let noun = narrowing.noun(lang, true);
            format!("The sources entered so far have no {noun} of {names} on this topic.")
        }
        (Lang::Vi, Some(year)) => {
            let noun = narrowing.noun(lang, false);
            format!("Không có {noun} năm {year} của {names}; trang không mượn số năm khác.")
        }
        (Lang::En, Some(year)) => {
            let noun = narrowing.noun(lang, true);
            format!("No {noun} of {names} for {year}; no other year stands in for it.")
        }
    }
}

/// Says that figures were left out of the headline because they have a caveat.
pub fn left_out_for_caveats(lang: Lang, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => {
            format!("Những số có lưu ý của {names} không nêu ở câu này; lý do ghi ở thẻ của số.")
        }
        Lang::En => format!(
            "Figures of {names} with a caveat are left out of this sentence; their cards say why."
        ),
    }
}

/// Says that every result on a topic has a caveat.
pub fn only_results_with_caveats(
    lang: Lang,
    narrowing: Narrowing,
    topic: &str,
    names: &[&str],
) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => {
            let results = narrowing.of_year(lang, "kết quả");
            format!("{topic}: mọi {results} của {names} đều có lưu ý, ghi ở thẻ của số.")
        }
        Lang::En => {
            let result = narrowing.of_year(lang, "result");
            format!("{topic}: every {result} of {names} has a caveat; see the cards.")
        }
    }
}

/// Says that every target has a caveat, where there are only targets or the reader asked only for them.
pub fn only_targets_with_caveats(
    lang: Lang,
    narrowing: Narrowing,
    topic: &str,
    names: &[&str],
) -> String {
    let names = list(lang, names);
    let is_asked_for = narrowing.kind == Some(FigureKind::Targets);
    match (lang, is_asked_for) {
        (Lang::Vi, true) => {
            let targets = narrowing.of_year(lang, "mục tiêu");
            format!("{topic}: mọi {targets} của {names} đều có lưu ý, ghi ở thẻ của số.")
        }
        (Lang::Vi, false) => {
            let result = narrowing.of_those_in_view(lang, "kết quả");
            format!(
                "{topic}: chưa có {result}; mọi mục tiêu của {names} đều có lưu ý, ghi ở thẻ của số."
            )
        }
        (Lang::En, true) => {
            let target = narrowing.of_year(lang, "target");
            format!("{topic}: every {target} of {names} has a caveat; see the cards.")
        }
        (Lang::En, false) => {
            let result = narrowing.of_those_in_view(lang, "result");
            format!(
                "{topic}: there is no {result}, and every target of {names} has a caveat; see the \
                 cards."
            )
        }
    }
}
