//! The whole sentences about a promise, in both languages. All figures here are made up.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::words::{evidence_line, headline, state_text, weaknesses};
use crate::compare::{Assessment, Ledger, State};
use crate::data::{Dataset, Day};
use crate::i18n::Lang;
use crate::ui::tests::samples::{self, BILLS, in_both_languages, target, with_key};

/// A promise made on 1 January 2022.
fn promise(value: f64, deadline: &str) -> Value {
    with_key(target("an-hai", BILLS, value, deadline), "made", "2022-01-01")
}

fn bills(value: f64, period: &str) -> Value {
    samples::bills("an-hai", value, period)
}

/// What `say` returns for the first promise, in both languages.
fn texts_of(
    figures: &[Value],
    (year, month, day): (i32, u8, u8),
    say: impl Fn(Lang, &Dataset, &Assessment<'_>) -> String,
) -> [String; 2] {
    in_both_languages(figures, |lang, dataset| {
        let assessed = Ledger::new(dataset).assess_all(Day::new(year, month, day).unwrap());
        say(lang, dataset, assessed.first().unwrap())
    })
}

#[test]
fn a_promise_is_one_sentence_with_its_state() {
    let texts = texts_of(&[promise(80.0, "2023")], (2024, 9, 1), headline);
    assert_eq!(
        texts,
        [
            "An Hải: Hóa đơn không tiền mặt, hứa 80% (hạn 2023). Quá hạn, chưa thấy công bố.",
            "An Hải: Bills paid without cash, promised 80% (due 2023). Deadline passed, nothing \
             found published.",
        ]
    );
}

#[test]
fn a_figure_that_is_told_as_reached_and_as_aimed_at_is_both() {
    let told_as_result =
        with_key(bills(80.0, "2023"), "disputes", json!(["an-hai/cashless-bills/target/2023"]));
    let say = |lang: Lang, _: &Dataset, promise: &Assessment<'_>| evidence_line(lang, promise);
    let [vi, en] = texts_of(&[promise(80.0, "2023"), told_as_result], (2026, 1, 1), say);
    assert_eq!(
        vi,
        "Nguồn thì ghi là kết quả, nguồn thì ghi là mục tiêu: 80% (2023); mục tiêu 80% · 2023."
    );
    assert_eq!(en, "One source gives a result, another a target: 80% (2023); target 80% · 2023.");
}

#[test]
fn each_state_says_what_it_rests_on() {
    let late = (2024, 12, 31);
    let other = with_key(bills(70.0, "2023"), "id", "an-hai/cashless-bills/result/other");
    let other = with_key(other, "disputes", json!(["an-hai/cashless-bills/result/2023"]));
    let cases = [
        (
            vec![promise(80.0, "2023"), bills(85.0, "2023")],
            late,
            "met: Kết quả: 85%, kỳ 2023.",
            "met: Result: 85%, period 2023.",
        ),
        (
            vec![promise(80.0, "2023"), bills(85.0, "2024-06")],
            late,
            "met-shown-late: Số đầu tiên sau hạn: 85%, kỳ 6/2024.",
            "met-shown-late: First figure after the deadline: 85%, period Jun 2024.",
        ),
        (
            vec![promise(80.0, "2023"), bills(75.0, "2023")],
            late,
            "missed: Kết quả: 75%, kỳ 2023.",
            "missed: Result: 75%, period 2023.",
        ),
        (
            vec![promise(80.0, "2023"), bills(75.0, "2024-06")],
            late,
            "unmet-shown-late: Số đầu tiên sau hạn: 75%, kỳ 6/2024.",
            "unmet-shown-late: First figure after the deadline: 75%, period Jun 2024.",
        ),
        (
            vec![promise(80.0, "2023"), bills(85.0, "2023"), other],
            late,
            "disputed: Các nguồn ghi khác nhau: 85% (2023); 70% (2023).",
            "disputed: The sources differ: 85% (2023); 70% (2023).",
        ),
        (
            vec![promise(80.0, "2023"), bills(40.0, "2022")],
            late,
            "overdue-unreported: Số gần nhất là của kỳ trước hạn: 40%, kỳ 2022.",
            "overdue-unreported: The latest figure is from before the deadline: 40%, period 2022.",
        ),
        (
            vec![promise(80.0, "2025-06"), bills(40.0, "2022"), bills(70.0, "2023")],
            late,
            "on-path: Từ 40% (2022) đến 70% (2023); đường thẳng lúc ấy ở mức 56%.",
            "on-path: From 40% (2022) to 70% (2023); the straight path was at 56% then.",
        ),
        (
            vec![promise(80.0, "2025-06"), bills(40.0, "2022"), bills(50.0, "2023")],
            late,
            "behind: Từ 40% (2022) đến 50% (2023); đường thẳng lúc ấy ở mức 56%.",
            "behind: From 40% (2022) to 50% (2023); the straight path was at 56% then.",
        ),
        (
            vec![promise(80.0, "2025-06")],
            late,
            "not-due: Chưa thấy số nào theo cách đo này.",
            "not-due: No figure by this measure was found.",
        ),
        (
            vec![promise(80.0, "2026")],
            (2026, 1, 1),
            "unit-changed: Địa giới đổi từ 1/7/2025, trước hạn.",
            "unit-changed: The province changed on July 1, 2025, before the deadline.",
        ),
        (
            vec![promise(80.0, "")],
            late,
            "no-deadline: Chưa thấy số nào theo cách đo này.",
            "no-deadline: No figure by this measure was found.",
        ),
    ];
    for (figures, day, vi, en) in cases {
        let say = |lang, _: &Dataset, assessment: &Assessment<'_>| {
            format!("{}: {}", assessment.state.id(), evidence_line(lang, assessment))
        };
        assert_eq!(texts_of(&figures, day, say), [vi, en]);
    }
}

#[test]
fn weak_evidence_is_named_in_one_line() {
    let say = |lang, dataset: &Dataset, assessment: &Assessment<'_>| {
        weaknesses(lang, dataset, assessment).join(" ")
    };
    let day = (2025, 6, 30);
    let weaknesses_of = |figures: &[Value]| texts_of(figures, day, say);
    assert_eq!(weaknesses_of(&[promise(80.0, "2023")]), ["", ""]);
    assert_eq!(
        weaknesses_of(&[promise(80.0, "2023"), bills(85.0, "2023")]),
        [
            "Kết luận này chỉ dựa vào một nguồn duy nhất, do địa phương tự báo cáo.",
            "This conclusion rests only on a single source, in which the authority reports on \
             itself.",
        ]
    );
    assert_eq!(
        weaknesses_of(&[
            with_key(promise(80.0, "2023"), "source", "undated"),
            with_key(with_key(bills(85.0, "2023"), "source", "undated"), "basis", "measured"),
        ]),
        [
            "Lời hứa này chỉ biết qua một nguồn không ghi ngày. Kết luận này chỉ dựa vào một nguồn \
             không ghi ngày.",
            "This promise is known only from an undated source. This conclusion rests only on an \
             undated source.",
        ]
    );
}

#[test]
fn states_have_names_and_meanings_of_their_own_in_both_languages() {
    for lang in Lang::ALL {
        let names = State::ALL.map(|state| state_text(lang, state).name);
        let meanings = State::ALL.map(|state| state_text(lang, state).meaning);
        for texts in [names, meanings] {
            let distinct: BTreeSet<&str> = texts.into_iter().collect();
            assert_eq!(distinct.len(), State::ALL.len());
        }
    }
}

/// Every number must be read as a number of promises, not of provinces or sources.
#[test]
fn counts_are_listed_with_their_total() {
    use crate::i18n::phrase;
    let states = [(2, "đạt đúng hạn"), (13, "của tỉnh đã sáp nhập trước hạn")]
        .map(|(n, name)| (n, name.to_owned()));
    assert_eq!(
        phrase::state_counts(Lang::Vi, &states, 4, None),
        "15 lời hứa có hạn: 2 đạt đúng hạn · 13 của tỉnh đã sáp nhập trước hạn; thêm 4 lời hứa \
         không nêu hạn"
    );
    let met = &states[..1];
    assert_eq!(phrase::state_counts(Lang::Vi, met, 0, None), "2 lời hứa có hạn: 2 đạt đúng hạn");
    assert_eq!(
        phrase::state_counts(Lang::Vi, met, 0, Some(2025)),
        "2 lời hứa hạn 2025: 2 đạt đúng hạn"
    );
    let states = [(1, "met in time"), (2, "not due yet")].map(|(n, name)| (n, name.to_owned()));
    assert_eq!(
        phrase::state_counts(Lang::En, &states, 1, None),
        "3 promises with a deadline: 1 met in time · 2 not due yet; 1 more without one"
    );
    assert_eq!(phrase::state_counts(Lang::En, &[], 1, None), "1 promise without a deadline");
    assert_eq!(
        phrase::state_counts(Lang::En, &states, 0, Some(2025)),
        "3 promises due in 2025: 1 met in time · 2 not due yet"
    );
}

/// Who reads the sentence alone must not take the promises in one state for all promises.
#[test]
fn selected_states_are_counted_among_all_promises() {
    use crate::i18n::phrase::states_among;
    let states = [(3, "chưa thấy công bố"), (0, "không đạt")].map(|(n, name)| (n, name.to_owned()));
    assert_eq!(
        states_among(Lang::Vi, "28/11/2026", &["An Hải", "Bình Sơn"], 20, None, &states),
        "Tính đến 28/11/2026, trong 20 lời hứa của An Hải và Bình Sơn: 3 chưa thấy công bố · 0 không \
         đạt."
    );
    let states = [(1, "not met".to_owned())];
    assert_eq!(
        states_among(Lang::En, "November 28, 2026", &["An Hải"], 4, Some(2025), &states),
        "As of November 28, 2026, of 4 promises due in 2025 by An Hải: 1 not met."
    );
}

#[test]
fn promises_without_an_outcome_are_counted_after_those_with_one() {
    use crate::i18n::phrase::outcome_unknown;
    assert_eq!(outcome_unknown(Lang::En, 0), "");
    assert_eq!(
        outcome_unknown(Lang::Vi, 27),
        " Thêm 27 lời hứa chưa thấy công bố số nào, nên chưa biết đạt hay không."
    );
    assert_eq!(
        outcome_unknown(Lang::En, 1),
        " For 1 more, nothing was found published, so its outcome is unknown."
    );
    assert_eq!(
        outcome_unknown(Lang::En, 27),
        " For 27 more, nothing was found published, so their outcome is unknown."
    );
}
