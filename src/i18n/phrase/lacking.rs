//! What the sources do not have of what was asked for. A reader who narrowed a comparison is told of no
//! more than that: of a year, of one kind of figures, of the provinces in view.

use crate::i18n::Lang;
use crate::i18n::number::list;

/// What a comparison was narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A year, where one was chosen.
    pub year: Option<i32>,
    /// One kind of figures, where one was chosen.
    pub kind: Option<Figures>,
    /// Whether some provinces were chosen, and not all.
    pub are_chosen: bool,
}

/// A kind of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// What was aimed at.
    Targets,
    /// What was reached.
    Results,
}

impl Asked {
    /// "figures for 2020", "số năm 2020".
    fn of_year(self, lang: Lang, noun: &str) -> String {
        match (lang, self.year) {
            (_, None) => noun.to_owned(),
            (Lang::Vi, Some(year)) => format!("{noun} năm {year}"),
            (Lang::En, Some(year)) => format!("{noun} for {year}"),
        }
    }

    /// The same and of which provinces, where not of all.
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
            (Lang::Vi, Some(Figures::Targets), _) => "mục tiêu",
            (Lang::Vi, Some(Figures::Results), _) => "kết quả",
            (Lang::En, None, true) => "figure",
            (Lang::En, None, false) => "figures",
            (Lang::En, Some(Figures::Targets), true) => "target",
            (Lang::En, Some(Figures::Targets), false) => "targets",
            (Lang::En, Some(Figures::Results), true) => "result",
            (Lang::En, Some(Figures::Results), false) => "results",
        }
    }
}

/// Of the country there are figures, of none of the provinces shown. `figures` are sentences.
pub fn only_country(lang: Lang, asked: Asked, topic: &str, figures: &str) -> String {
    let nouns = asked.of_year(lang, asked.noun(lang, false));
    match (lang, asked.are_chosen) {
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

/// Nobody shown has a result; some have targets. `targets` are sentences.
pub fn only_targets(lang: Lang, asked: Asked, topic: &str, targets: &str) -> String {
    match lang {
        Lang::Vi => {
            let of = asked.of_those_in_view(lang, "mục tiêu");
            format!("{topic}: các nguồn đã nhập chỉ có {of}, không có kết quả. {targets}")
        }
        Lang::En => {
            let of = asked.of_those_in_view(lang, "targets");
            format!("{topic}: the sources entered so far have only {of}, and no result. {targets}")
        }
    }
}

/// Only one of the provinces looked at reports; or it is the only one looked at.
pub fn only_one(lang: Lang, asked: Asked, name: &str, is_alone: bool) -> String {
    match (lang, is_alone) {
        (Lang::Vi, true) => format!("Đang xem riêng {name}: chọn thêm tỉnh để so sánh."),
        (Lang::En, true) => {
            format!("You are looking at {name} alone: choose another province to compare.")
        }
        (Lang::Vi, false) => {
            let result = asked.of_year(lang, "kết quả");
            format!(
                "Trong các tỉnh đang xem, chỉ {name} có {result} ở các nguồn đã nhập, nên chưa có \
                 tỉnh nào để so sánh."
            )
        }
        (Lang::En, false) => {
            let result = asked.of_year(lang, "result");
            format!(
                "Of the provinces you are looking at, only {name} has a {result} in the sources \
                 entered so far, so there is no province to compare it with."
            )
        }
    }
}

/// Provinces without a figure of what was asked for.
pub fn without_figures(lang: Lang, asked: Asked, names: &[&str]) -> String {
    let names = list(lang, names);
    match (lang, asked.year) {
        (Lang::Vi, None) => {
            let noun = asked.noun(lang, false);
            format!("Các nguồn đã nhập không có {noun} của {names} về chủ đề này.")
        }
        (Lang::En, None) => {
            let noun = asked.noun(lang, true);
            format!("The sources entered so far have no {noun} of {names} on this topic.")
        }
        (Lang::Vi, Some(year)) => {
            let noun = asked.noun(lang, false);
            format!("Không có {noun} năm {year} của {names}; trang không mượn số năm khác.")
        }
        (Lang::En, Some(year)) => {
            let noun = asked.noun(lang, true);
            format!("No {noun} of {names} for {year}; no other year stands in for it.")
        }
    }
}

/// Figures that a headline leaves out, because a caveat says why they must not carry one.
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

/// All results on a topic have a caveat.
pub fn only_results_with_caveats(lang: Lang, asked: Asked, topic: &str, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => {
            let results = asked.of_year(lang, "kết quả");
            format!("{topic}: mọi {results} của {names} đều có lưu ý, ghi ở thẻ của số.")
        }
        Lang::En => {
            let result = asked.of_year(lang, "result");
            format!("{topic}: every {result} of {names} has a caveat; see the cards.")
        }
    }
}

/// There are only targets, or only targets were asked for, and all have a caveat.
pub fn only_targets_with_caveats(lang: Lang, asked: Asked, topic: &str, names: &[&str]) -> String {
    let names = list(lang, names);
    let is_asked_for = asked.kind == Some(Figures::Targets);
    match (lang, is_asked_for) {
        (Lang::Vi, true) => {
            let targets = asked.of_year(lang, "mục tiêu");
            format!("{topic}: mọi {targets} của {names} đều có lưu ý, ghi ở thẻ của số.")
        }
        (Lang::Vi, false) => {
            let result = asked.of_those_in_view(lang, "kết quả");
            format!(
                "{topic}: chưa có {result}; mọi mục tiêu của {names} đều có lưu ý, ghi ở thẻ của số."
            )
        }
        (Lang::En, true) => {
            let target = asked.of_year(lang, "target");
            format!("{topic}: every {target} of {names} has a caveat; see the cards.")
        }
        (Lang::En, false) => {
            let result = asked.of_those_in_view(lang, "result");
            format!(
                "{topic}: there is no {result}, and every target of {names} has a caveat; see the \
                 cards."
            )
        }
    }
}
