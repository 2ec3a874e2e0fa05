use serde_json::Value;

use super::*;
use crate::compare::{YearFilter, topic};
use crate::i18n::Lang;
use crate::ui::tests::samples::{
    self, BILLS, dataset_of, in_both_languages, place, result, target, with_key,
};

fn bills(province: &str, value: f64) -> Value {
    samples::bills(province, value, "2022")
}

/// A question about the topic of the first figure.
fn asked(lang: Lang, dataset: &Dataset) -> Question<'_> {
    let concept = dataset.observations.first().map_or(BILLS, |o| &o.indicator);
    let provinces = dataset.followed();
    Question { lang, dataset, concept, provinces, year: YearFilter::Latest, kind: None }
}

fn bands_of<'a>(question: &Question<'a>) -> Vec<Band<'a>> {
    let Question { dataset, concept, provinces, year, kind, .. } = question;
    topic(dataset, concept, provinces, *year, *kind)
}

fn answered(question: &Question<'_>) -> Answer {
    answer(question, &bands_of(question))
}

fn reasoned(question: &Question<'_>) -> Reasons {
    reasons(question, &bands_of(question))
}

#[test]
fn no_figure_gives_no_sentence() {
    let dataset = dataset_of(&[]);
    let question = asked(Lang::Vi, &dataset);
    assert_eq!(answered(&question), Answer::default());
    assert_eq!(answered(&question).text(), "");
    assert_eq!(reasoned(&question), Reasons::default());
}

#[test]
fn what_was_computed_is_not_told_as_reported() {
    let score = || result("an-hai", "online-dossiers", 50.0, "2022");
    let derived = |province: &str, parent: &str| {
        let figure = with_key(result(province, "full-dossiers", 60.0, "2023"), "basis", "derived");
        with_key(figure, "derived_from", vec![parent])
    };
    let told = |figures: &[Value]| {
        in_both_languages(figures, |lang, dataset| {
            let figures =
                answered(&Question { concept: "online-dossiers", ..asked(lang, dataset) });
            figures.figures.split(" (2022). ").nth(1).unwrap_or_default().to_owned()
        })
    };
    let parent = with_key(score(), "id", "parent");
    let [one, other] = ["an-hai", "chau-giang"].map(|province| derived(province, "parent"));
    assert_eq!(
        told(&[parent.clone(), one.clone(), other]),
        [
            "Hồ sơ toàn trình, tính từ số công bố: An Hải và Châu Giang 60% (2023).",
            "Dossiers handled fully online, worked out from published figures: An Hải and Châu Giang \
             60% (2023).",
        ]
    );
    let printed = result("chau-giang", "full-dossiers", 60.0, "2023");
    assert_eq!(
        told(&[parent, one, printed]),
        [
            "Hồ sơ toàn trình, theo báo cáo hoặc tính từ số công bố: An Hải và Châu Giang 60% (2023).",
            "Dossiers handled fully online, as reported or worked out from published figures: An Hải \
             and Châu Giang 60% (2023).",
        ]
    );
}

#[test]
fn of_two_figures_of_one_year_the_borders_are_told() {
    let old = || with_key(result("an-hai", BILLS, 50.0, "2024"), "id", "a");
    let new = with_key(
        with_key(result("an-hai", BILLS, 60.0, "2024"), "id", "b"),
        "unit_as_of",
        "2025-07-01",
    );
    let other = || result("chau-giang", BILLS, 40.0, "2024");
    let told = |figures: &[Value]| {
        in_both_languages(figures, |lang, dataset| answered(&asked(lang, dataset)).figures)
    };
    let [vi, en] = told(&[old(), new, other()]);
    assert!(vi.contains("An Hải 50% (2024, địa giới cũ), Châu Giang 40% (2024)"), "{vi}");
    assert!(en.contains("An Hải 50% (2024, former boundaries), Châu Giang 40% (2024)"), "{en}");
    let [vi, _] = told(&[old(), other()]);
    assert!(vi.contains("An Hải 50% (2024), Châu Giang"), "{vi}");
}

#[test]
fn each_measure_is_a_sentence_with_the_date_of_each_figure() {
    let figures = [
        with_key(result("binh-son", "online-dossiers", 4.0, "2022-10"), "comparator", "~"),
        result("an-hai", "full-dossiers", 61.5, "2023"),
        result("national", "full-dossiers", 38.0, "2021"),
    ];
    assert_eq!(
        in_both_languages(&figures, |lang, dataset| answered(&asked(lang, dataset)).figures),
        [
            "Hồ sơ trực tuyến, theo báo cáo: Bình Sơn khoảng 4% (10/2022). Hồ sơ toàn trình, theo \
             báo cáo: An Hải 61,5% (2023), Cả nước 38% (2021).",
            "Dossiers filed online, as reported: Bình Sơn about 4% (Oct 2022). Dossiers handled \
             fully online, as reported: An Hải 61.5% (2023), Country 38% (2021).",
        ]
    );
}

#[test]
fn the_conclusion_says_no_more_than_the_figures_allow() {
    let bound = with_key(bills("an-hai", 86.0), "comparator", ">");
    let rough = with_key(bills("an-hai", 86.0), "comparator", "~");
    let with_care = [
        "Cùng một cách đo: An Hải và Bình Sơn cách nhau 6 điểm %; cần đọc thận trọng.",
        "By the same definition An Hải and Bình Sơn are 6 percentage points apart; read with care.",
    ];
    let of_two_years = [
        "Các con số này thuộc những năm khác nhau (2022 và 2023), nên ở đây không nói chúng cách nhau \
         bao nhiêu; hãy chọn một năm.",
        "These figures are of different years (2022 and 2023), so no distance between them is told \
         here; choose one year.",
    ];
    let apart = [
        "Không thể trừ số của các tỉnh này cho nhau; lý do ghi ở dưới.",
        "The figures of these provinces cannot be subtracted from one another; the reasons are \
         below.",
    ];
    let alone = [
        "Trong các tỉnh đang xem, chỉ An Hải có kết quả ở các nguồn đã nhập, nên ở đây chưa \
         so sánh được.",
        "Of the provinces you are looking at, only An Hải has a result in the sources entered so \
         far, so there is nothing to compare here.",
    ];
    let cases = [
        (
            vec![bills("an-hai", 86.06), bills("binh-son", 80.0)],
            [
                "Cùng một cách đo: số của An Hải cao hơn của Bình Sơn 6,06 điểm %.",
                "By the same definition the figure of An Hải is 6.06 percentage points above that \
                 of Bình Sơn.",
            ],
        ),
        (
            vec![bills("an-hai", 80.0), bills("binh-son", 80.0)],
            ["Cùng một cách đo, và bằng nhau.", "By the same definition they are equal."],
        ),
        // Of two selected provinces neither is called the first.
        (
            vec![place("an-hai", 28.0, 63, "2023"), place("binh-son", 12.0, 63, "2023")],
            [
                "Cùng một bảng xếp hạng: Bình Sơn xếp trên An Hải 16 bậc.",
                "In the same ranking Bình Sơn ranked 16 places above An Hải.",
            ],
        ),
        // Of different years nobody could tell how much of the distance is due to time.
        (vec![bills("an-hai", 86.0), result("binh-son", BILLS, 80.0, "2023")], of_two_years),
        (vec![bills("an-hai", 80.0), result("binh-son", BILLS, 80.0, "2023")], of_two_years),
        // With approximate values neither is called higher.
        (vec![rough, bills("binh-son", 80.0)], with_care),
        // The method changed in 2024.
        (vec![bills("an-hai", 86.0), result("binh-son", BILLS, 80.0, "2024")], apart),
        (vec![bound, bills("binh-son", 80.0)], apart),
        (vec![bills("an-hai", 80.0)], alone),
        // The country is no province: its figure does not change the sentence.
        (vec![bills("an-hai", 80.0), bills("national", 60.0)], alone),
        (
            vec![
                result("an-hai", "online-dossiers", 50.0, "2023"),
                result("binh-son", "full-dossiers", 60.0, "2023"),
            ],
            [
                "2 con số của An Hải và Bình Sơn theo 2 cách đo khác nhau: đừng trừ số của hai \
                 cách đo cho nhau.",
                "The 2 figures of An Hải and Bình Sơn follow 2 different definitions: do not \
                 subtract figures across definitions.",
            ],
        ),
    ];
    for (figures, concluded) in cases {
        let conclusion = |lang, dataset: &Dataset| answered(&asked(lang, dataset)).conclusion;
        assert_eq!(in_both_languages(&figures, conclusion), concluded);
    }
}

/// Nobody is above another in what is only context, and nothing in it is a result.
#[test]
fn of_context_the_figures_are_told_and_nothing_is_concluded() {
    let mut dataset = dataset_of(&[bills("an-hai", 86.06), bills("binh-son", 80.0)]);
    for indicator in &mut dataset.indicators {
        indicator.pillar = crate::data::Pillar::Context;
    }
    assert_eq!(
        answered(&asked(Lang::En, &dataset)).text(),
        "Bills paid without cash, as reported: An Hải 86.06% (2022), Bình Sơn 80% (2022). These figures are \
         context, not results of digital transformation, so no province is put above another."
    );
    let of_results = Question { kind: Some(Kind::Result), ..asked(Lang::Vi, &dataset) };
    assert_eq!(of_results.asked().kind, None);
}

/// The sentence names the higher number, whichever is better.
#[test]
fn of_a_figure_that_should_be_low_the_higher_one_is_named_too() {
    let mut dataset = dataset_of(&[bills("an-hai", 20.0), bills("binh-son", 50.0)]);
    for indicator in &mut dataset.indicators {
        indicator.better = Some(crate::data::Better::Lower);
    }
    assert_eq!(
        answered(&asked(Lang::En, &dataset)).conclusion,
        "By the same definition the figure of Bình Sơn is 30 percentage points above that of An Hải."
    );
}

#[test]
fn a_figure_with_a_caveat_is_in_no_answer_and_in_no_difference() {
    let caveat = serde_json::json!({ "vi": "Trùng chỉ tiêu.", "en": "Equals the goal." });
    let doubtful = with_key(bills("an-hai", 50.0), "caveat", caveat);
    let dataset =
        dataset_of(&[doubtful.clone(), bills("binh-son", 40.0), bills("chau-giang", 30.0)]);
    assert_eq!(
        answered(&asked(Lang::En, &dataset)),
        Answer {
            figures: "Bills paid without cash, as reported: Bình Sơn 40% (2022), Châu Giang 30% \
                      (2022)."
                .to_owned(),
            conclusion: "By the same definition the figure of Bình Sơn is 10 percentage points \
                         above that of Châu Giang."
                .to_owned(),
            left_out:
                "Figures of An Hải with a caveat are left out of this sentence; their cards say \
                       why."
                    .to_owned(),
            brief: "As reported (2022): Bình Sơn 40%; Châu Giang 30%.".to_owned(),
            must_conclude: false,
            counts: vec!["2 results of Bình Sơn and Châu Giang: see below.".to_owned()],
            not_counted: "Figures with a caveat are not counted.".to_owned(),
        }
    );
    assert_eq!(
        reasoned(&asked(Lang::En, &dataset)).allowed,
        [
            "Bình Sơn 40% (2022) and Châu Giang 30% (2022): same definition, 10 percentage points apart."
        ]
    );
    // The sentence must not say that the other province is the only one with a figure.
    let dataset = dataset_of(&[doubtful.clone(), bills("binh-son", 40.0)]);
    assert_eq!(
        answered(&asked(Lang::En, &dataset)).left_out,
        "Figures of An Hải with a caveat are left out of this sentence; their cards say why."
    );
    let dataset = dataset_of(&[doubtful]);
    assert_eq!(
        answered(&asked(Lang::Vi, &dataset)).text(),
        "Hóa đơn không tiền mặt: mọi kết quả của An Hải đều có lưu ý, ghi ở thẻ của số."
    );
}

/// A draft is a caveat that its card explains.
#[test]
fn a_draft_is_in_no_answer_and_in_no_difference() {
    let draft = with_key(bills("an-hai", 50.0), "draft", true);
    let dataset = dataset_of(&[draft.clone(), bills("binh-son", 40.0)]);
    let question = asked(Lang::En, &dataset);
    assert_eq!(
        answered(&question).text(),
        "Bills paid without cash, as reported: Bình Sơn 40% (2022). Figures of An Hải with a caveat \
         are left out of this sentence; their cards say why."
    );
    assert_eq!(reasoned(&question).allowed, Vec::<String>::new());
    // A promise in words that is only a draft is no promise to tell.
    let statement = |is_draft: bool| {
        let target = with_key(target("an-hai", BILLS, 0.0, "2030"), "value", Value::Null);
        let target = with_key(target, "qualitative", true);
        if is_draft { with_key(target, "draft", true) } else { target }
    };
    let told = |is_draft| answered(&asked(Lang::En, &dataset_of(&[statement(is_draft)]))).text();
    assert!(told(false).contains("promised in words"), "{}", told(false));
    assert!(!told(true).contains("promised in words"), "{}", told(true));
}

#[test]
fn an_unknown_method_is_told_and_asks_for_care() {
    let mut dataset = dataset_of(&[bills("an-hai", 50.0), bills("binh-son", 40.0)]);
    for indicator in &mut dataset.indicators {
        indicator.method_unknown = indicator.id == BILLS;
    }
    let told = Lang::ALL.map(|lang| {
        let question = asked(lang, &dataset);
        let Reasons { has_unlike, lines, allowed } = reasoned(&question);
        assert!(!has_unlike);
        (lines, allowed, answered(&question).conclusion)
    });
    let expected = [
        (
            "Các nguồn không nói rõ chỉ tiêu này đếm những gì.",
            "An Hải 50% (2022) và Bình Sơn 40% (2022): cùng cách đo, chênh 10 điểm %; đọc thận trọng.",
            "Cùng một cách đo: An Hải và Bình Sơn cách nhau 10 điểm %; cần đọc thận trọng.",
        ),
        (
            "The sources do not tell what exactly is counted here.",
            "An Hải 50% (2022) and Bình Sơn 40% (2022): same definition, 10 percentage points apart; \
             read with care.",
            "By the same definition An Hải and Bình Sơn are 10 percentage points apart; read with \
             care.",
        ),
    ];
    let expected = expected.map(|(line, pair, conclusion)| {
        (vec![line.to_owned()], vec![pair.to_owned()], conclusion.to_owned())
    });
    assert_eq!(told, expected);
}

/// Other provinces may have figures, so nothing is said about them.
#[test]
fn a_province_looked_at_alone_is_not_said_to_be_the_only_one_with_figures() {
    let dataset = dataset_of(&[bills("an-hai", 80.0), bills("binh-son", 70.0)]);
    let conclusion = |lang| {
        let mut question = asked(lang, &dataset);
        question.provinces.retain(|province| province.id == "an-hai");
        answered(&question).conclusion
    };
    assert_eq!(
        Lang::ALL.map(conclusion),
        [
            "Đang xem riêng An Hải: chọn thêm tỉnh để so sánh.",
            "You are looking at An Hải alone: choose another province to compare."
        ]
    );
}

#[test]
fn without_results_the_answer_has_the_targets() {
    let cases = [
        (
            Lang::Vi,
            [target("an-hai", BILLS, 80.0, "2025"), target("binh-son", BILLS, 70.0, "")],
            "Hóa đơn không tiền mặt: các nguồn đã nhập chỉ có mục tiêu, không có kết quả ở phần đang xem. An Hải \
             đặt mục tiêu 80% (hạn 2025); Bình Sơn đặt mục tiêu 70% (không nêu hạn).",
        ),
        // Each target has its own measure, which is not the one that names the topic.
        (
            Lang::En,
            [
                target("an-hai", "online-dossiers", 80.0, "2025"),
                target("binh-son", "full-dossiers", 60.0, "2025"),
            ],
            "Dossiers filed online: the sources entered so far have only targets, and no result in view. \
             Dossiers filed online: An Hải set a target of 80% (due 2025). Dossiers handled fully \
             online: Bình Sơn set a target of 60% (due 2025).",
        ),
    ];
    for (lang, figures, expected) in cases {
        assert_eq!(answered(&asked(lang, &dataset_of(&figures))).text(), expected);
    }
}

/// A reader who asks for targets only must not be told that there are no results.
#[test]
fn a_question_about_targets_only_has_no_answer_about_results() {
    let dataset = dataset_of(&[bills("an-hai", 60.0), target("an-hai", BILLS, 80.0, "2025")]);
    let question = Question { kind: Some(Kind::Target), ..asked(Lang::En, &dataset) };
    assert_eq!(
        answered(&question).text(),
        "Bills paid without cash, the targets. An Hải set a target of 80% (due 2025)."
    );
    assert_eq!(reasoned(&question), Reasons::default());
}

#[test]
fn each_reason_and_each_difference_that_is_allowed_is_a_line() {
    let count = |province, value| result(province, "service-points", value, "2022");
    let cases: [(Vec<Value>, &[&str], &[&str]); 4] = [
        (
            vec![
                result("an-hai", "online-dossiers", 50.0, "2023"),
                result("binh-son", "full-dossiers", 60.0, "2023"),
            ],
            &["Different definitions: Dossiers filed online; Dossiers handled fully online."],
            &[],
        ),
        (
            vec![bills("an-hai", 86.0), result("binh-son", BILLS, 80.0, "2024")],
            &["Different dates: 2022; 2024.", "The index changed its method between the two."],
            &[],
        ),
        (
            vec![bills("an-hai", 86.06), bills("binh-son", 80.0), bills("national", 80.0)],
            &[],
            &[
                "An Hải 86.06% (2022) and Bình Sơn 80% (2022): same definition, 6.06 percentage \
                 points apart.",
                "An Hải 86.06% (2022) and Country 80% (2022): same definition, 6.06 percentage \
                 points apart.",
                "Bình Sơn 80% (2022) and Country 80% (2022): same definition, equal.",
            ],
        ),
        // The country's count is the sum of its provinces', so it is not compared with one of them.
        (
            vec![count("an-hai", 40.0), count("binh-son", 25.0), count("national", 900.0)],
            &[],
            &["An Hải 40 (2022) and Bình Sơn 25 (2022): same definition, 15 apart."],
        ),
    ];
    for (figures, lines, allowed) in cases {
        let reasons = reasoned(&asked(Lang::En, &dataset_of(&figures)));
        assert_eq!(reasons.has_unlike, !lines.is_empty());
        assert_eq!(reasons.lines, lines);
        assert_eq!(reasons.allowed, allowed);
    }
}

#[test]
fn a_difference_says_on_whose_figure_sources_disagree() {
    let first =
        with_key(bills("an-hai", 86.0), "disputes", vec!["an-hai/cashless-bills/result/2023"]);
    let dataset = dataset_of(&[
        first,
        bills("binh-son", 80.0),
        result("an-hai", BILLS, 70.0, "2021"),
        result("an-hai", BILLS, 60.0, "2020"),
    ]);
    let lines = |dataset: &Dataset| reasoned(&asked(Lang::En, dataset)).allowed;
    let line =
        "An Hải 86% (2022) and Bình Sơn 80% (2022): same definition, 6 percentage points apart.";
    assert_eq!(lines(&dataset), [line], "of a name that means nothing nothing is said");
    let mut dataset = dataset;
    dataset.observations[0].disputes = vec![dataset.observations[3].id.clone()];
    assert_eq!(lines(&dataset), [line], "of another date");
    dataset.observations[3].period = dataset.observations[0].period;
    dataset.observations[3].indicator = "online-dossiers".to_owned();
    assert_eq!(lines(&dataset), [format!("{line} On the figure of An Hải sources disagree.")]);
}

#[test]
fn three_or_more_are_also_put_in_order_and_ties_share_a_place() {
    let dataset = dataset_of(&[
        bills("an-hai", 60.0),
        bills("binh-son", 80.0),
        bills("chau-giang", 60.0),
        bills("national", 99.0),
    ]);
    let lines = reasoned(&asked(Lang::En, &dataset)).allowed;
    assert_eq!(
        lines.last().unwrap(),
        "Order among the 3 provinces in view, by “Bills paid without cash”: 1. Bình Sơn 80% (2022); 2. An Hải 60% \
         (2022); 2. Châu Giang 60% (2022)."
    );
}

#[test]
fn a_year_that_has_no_figure_borrows_none() {
    let dataset = dataset_of(&[bills("an-hai", 60.0), bills("binh-son", 80.0)]);
    let question = Question { year: YearFilter::Year(2021), ..asked(Lang::En, &dataset) };
    assert_eq!(answered(&question).text(), "");
    let question = Question { year: YearFilter::Year(2022), ..question };
    assert!(answered(&question).figures.contains("An Hải 60% (2022)"));
}

#[test]
fn figures_on_either_side_of_a_merger_say_of_which_unit_they_are() {
    let dataset = dataset_of(&[
        result("an-hai", BILLS, 86.0, "2026"),
        result("binh-son", BILLS, 80.0, "2024"),
        result("chau-giang", BILLS, 70.0, "2024"),
    ]);
    let Reasons { lines, allowed, .. } = reasoned(&asked(Lang::Vi, &dataset));
    assert_eq!(
        allowed,
        ["Bình Sơn 80% (2024) và Châu Giang 70% (2024): cùng cách đo, chênh 10 điểm %."]
    );
    assert_eq!(
        lines,
        [
            "Thời điểm khác nhau: 2024; 2026.",
            "Đợt sáp nhập ngày 1/7/2025 nằm giữa các số này: An Hải (2026) theo địa giới mới, gồm \
             cả Tỉnh Bình Sơn (bịa ra để thử); Bình Sơn (2024) là của tỉnh cũ, nay thuộc Tỉnh An \
             Hải (bịa ra để thử); Châu Giang (2024) là của nơi không sáp nhập.",
        ]
    );
    // Between figures on the same side there is nothing to say.
    let dataset = dataset_of(&[bills("an-hai", 86.0), bills("binh-son", 80.0)]);
    let lines = reasoned(&asked(Lang::Vi, &dataset)).lines;
    assert!(lines.iter().all(|line| !line.contains("sáp nhập")), "{lines:?}");
}

/// With a selection, the answer only claims what the view shows.
#[test]
fn missing_figures_are_only_claimed_for_the_selection() {
    let dataset = dataset_of(&[
        bills("an-hai", 60.0),
        result("binh-son", BILLS, 50.0, "2023"),
        target("an-hai", BILLS, 80.0, "2025"),
        result("national", BILLS, 40.0, "2021"),
    ]);
    let of_year = |lang, year| Question { year: YearFilter::Year(year), ..asked(lang, &dataset) };
    let answers = |year: i32| Lang::ALL.map(|lang| answered(&of_year(lang, year)).text());
    assert_eq!(
        answers(2021),
        [
            "Hóa đơn không tiền mặt: các nguồn đã nhập chỉ có số năm 2021 của cả nước, chưa có của \
             tỉnh nào. Cả nước 40% (2021).",
            "Bills paid without cash: the sources entered so far have figures for 2021 of the country \
             only, none of a province. Country 40% (2021)."
        ]
    );
    assert_eq!(
        answers(2025),
        [
            "Hóa đơn không tiền mặt: các nguồn đã nhập chỉ có mục tiêu năm 2025, không có kết quả ở phần đang xem. An \
             Hải đặt mục tiêu 80% (hạn 2025).",
            "Bills paid without cash: the sources entered so far have only targets for 2025, and no \
             result in view. An Hải set a target of 80% (due 2025)."
        ]
    );
    let only_one = Lang::ALL.map(|lang| answered(&of_year(lang, 2023)).conclusion);
    assert!(only_one[0].contains("chỉ Bình Sơn có kết quả năm 2023 ở các nguồn"), "{only_one:?}");
    assert!(only_one[1].contains("only Bình Sơn has a result for 2023 in"), "{only_one:?}");
    let mut chosen = of_year(Lang::En, 2021);
    chosen.provinces.retain(|province| province.id == "an-hai");
    assert!(answered(&chosen).text().contains("none of the provinces in view"));
}

#[test]
fn provinces_with_the_same_value_and_date_are_named_together() {
    let dataset = dataset_of(&[
        bills("an-hai", 60.0),
        bills("binh-son", 60.0),
        bills("chau-giang", 50.0),
        bills("national", 60.0),
    ]);
    assert_eq!(
        answered(&asked(Lang::En, &dataset)).figures,
        "Bills paid without cash, as reported: An Hải and Bình Sơn 60% (2022), Châu Giang 50% (2022), \
         Country 60% (2022)."
    );
}

/// Both have a rank of 63 and one of 34; by the smallest ids alone they would be unlike.
#[test]
fn of_figures_of_the_same_day_those_that_are_alike_are_told() {
    let of = |id: &str, province: &str, rank: f64, base: u32| {
        with_key(place(province, rank, base, "2022"), "id", id)
    };
    let figures = [
        of("a", "an-hai", 5.0, 63),
        of("b", "an-hai", 4.0, 34),
        of("c", "chau-giang", 9.0, 34),
        of("d", "chau-giang", 12.0, 63),
    ];
    let told = in_both_languages(&figures, |lang, dataset| {
        let question = asked(lang, dataset);
        assert!(!reasoned(&question).has_unlike);
        answered(&question).text()
    });
    for text in told {
        assert!(text.contains("63") && !text.contains("34"), "{text}");
    }
}

/// Each province has a share and its place by that share: one measurement, told twice.
#[test]
fn a_place_by_a_figure_is_no_second_definition() {
    let with_places = |figures: &[Value]| {
        let mut dataset = dataset_of(figures);
        let index = dataset.indicators.iter_mut().find(|i| i.id == samples::INDEX).unwrap();
        (index.concept, index.rank_of) = (BILLS.to_owned(), Some(BILLS.to_owned()));
        dataset
    };
    let both = with_places(&[
        bills("an-hai", 86.0),
        place("an-hai", 2.0, 63, "2022"),
        bills("binh-son", 80.0),
        place("binh-son", 9.0, 63, "2022"),
    ]);
    for (lang, conclusion) in [
        (Lang::Vi, "Cùng một cách đo: số của An Hải cao hơn của Bình Sơn 6 điểm %."),
        (
            Lang::En,
            "By the same definition the figure of An Hải is 6 percentage points above that of Bình Sơn.",
        ),
    ] {
        let question = Question { concept: BILLS, ..asked(lang, &both) };
        assert_eq!(answered(&question).conclusion, conclusion);
        let reasons = reasoned(&question);
        assert!(!reasons.has_unlike, "{:?}", reasons.lines);
        assert_eq!(reasons.lines, Vec::<String>::new());
        assert_eq!(reasons.allowed.len(), 2, "{:?}", reasons.allowed);
    }
    // Of one only the share is known, of the other only the place: there is nothing to conclude from.
    let apart = with_places(&[bills("an-hai", 86.0), place("binh-son", 9.0, 63, "2022")]);
    let question = Question { concept: BILLS, ..asked(Lang::En, &apart) };
    assert_eq!(
        answered(&question).conclusion,
        "The 2 figures of An Hải and Bình Sơn follow 2 different definitions: do not subtract \
         figures across definitions."
    );
}

#[test]
fn a_pair_of_two_years_is_told_as_one() {
    let figures = |value| [bills("an-hai", 86.0), result("binh-son", BILLS, value, "2023")];
    let allowed = |figures: &[Value]| {
        in_both_languages(figures, |lang, dataset| {
            reasoned(&asked(lang, dataset)).allowed.join(" ")
        })
    };
    assert_eq!(
        allowed(&figures(80.0)),
        [
            "An Hải 86% (2022) và Bình Sơn 80% (2023): cùng cách đo nhưng khác năm, chênh 6 điểm %; đọc \
             thận trọng.",
            "An Hải 86% (2022) and Bình Sơn 80% (2023): same definition but different years, 6 percentage \
             points apart; read with care.",
        ]
    );
    assert_eq!(
        allowed(&figures(86.0)),
        [
            "An Hải 86% (2022) và Bình Sơn 86% (2023): cùng cách đo nhưng khác năm, bằng nhau; đọc thận \
             trọng.",
            "An Hải 86% (2022) and Bình Sơn 86% (2023): same definition but different years, equal; read \
             with care.",
        ]
    );
}

/// Khánh Hòa, say, whose population of 2025 is that of two former provinces.
#[test]
fn the_borders_of_an_enlarged_unit_are_told_beside_older_figures() {
    let told = |figures: &[Value]| {
        in_both_languages(figures, |lang, dataset| answered(&asked(lang, dataset)).figures)
    };
    let new = || result("an-hai", BILLS, 50.0, "2025-12");
    assert_eq!(
        told(&[new(), bills("binh-son", 40.0)]),
        [
            "Hóa đơn không tiền mặt, theo báo cáo: An Hải 50% (12/2025, địa giới mới), Bình Sơn 40% (2022).",
            "Bills paid without cash, as reported: An Hải 50% (Dec 2025, new boundaries), Bình Sơn 40% \
             (2022).",
        ]
    );
    assert_eq!(
        told(&[new()]),
        [
            "Hóa đơn không tiền mặt, theo báo cáo: An Hải 50% (12/2025).",
            "Bills paid without cash, as reported: An Hải 50% (Dec 2025).",
        ]
    );
}
