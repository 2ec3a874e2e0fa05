use serde_json::Value;

use super::*;
use crate::address::{Address, Page};
use crate::ui::head;
use crate::ui::tests::samples::{self, BILLS, bills, dataset_of, place, result, target, with_key};

const BOTH: [Lang; 2] = Lang::ALL;

/// What `say` returns for a single figure, in both languages.
fn in_both_languages(
    figure: Value,
    say: impl Fn(Lang, &Dataset, &Observation, &Unit) -> String,
) -> [String; 2] {
    samples::in_both_languages(&[figure], |lang, dataset| {
        let observation = &dataset.observations[0];
        let unit = &dataset.indicator(&observation.indicator).unwrap().unit;
        say(lang, dataset, observation, unit)
    })
}

fn value_of(figure: Value) -> [String; 2] {
    in_both_languages(figure, |lang, _, observation, unit| value(lang, observation, unit))
}

fn mark_of(figure: Value) -> [String; 2] {
    in_both_languages(figure, |lang, _, observation, unit| mark_label(lang, observation, unit))
}

fn percent(comparator: &str) -> Value {
    with_key(bills("an-hai", 64.06, "2023"), "comparator", comparator)
}

fn rank(rank: f64, comparator: &str) -> Value {
    with_key(place("an-hai", rank, 63, "2023"), "comparator", comparator)
}

#[test]
fn a_value_has_the_word_of_its_comparator() {
    let cases = [
        ("=", "64,06%", "64.06%"),
        (">", "hơn 64,06%", "over 64.06%"),
        (">=", "ít nhất 64,06%", "at least 64.06%"),
        ("<", "dưới 64,06%", "under 64.06%"),
        ("<=", "không quá 64,06%", "at most 64.06%"),
        ("~", "khoảng 64,06%", "about 64.06%"),
    ];
    for (comparator, vi, en) in cases {
        assert_eq!(value_of(percent(comparator)), [vi, en]);
    }
}

#[test]
fn a_range_is_told_with_both_its_ends() {
    let range = |comparator| with_key(percent(comparator), "value_to", 67.5);
    assert_eq!(value_of(range("=")), ["64,06–67,5%", "64.06–67.5%"]);
    assert_eq!(value_of(range(">=")), ["ít nhất 64,06–67,5%", "at least 64.06–67.5%"]);
    assert_eq!(mark_of(range("~"))[1], "≈ 64.06–67.5% · 2023");
    let places = |comparator| with_key(rank(17.0, comparator), "value_to", 19.0);
    assert_eq!(value_of(places("=")), ["thứ 17–19 trên 63", "17–19th of 63"]);
    assert_eq!(value_of(places("<=")), ["17–19 hạng đầu trên 63", "top 17–19 of 63"]);
}

#[test]
fn a_rank_names_its_base_and_a_goal_its_group() {
    assert_eq!(value_of(rank(9.0, "=")), ["thứ 9 trên 63", "9th of 63"]);
    assert_eq!(value_of(rank(1.0, "=")), ["thứ nhất trên 63", "1st of 63"]);
    assert_eq!(value_of(rank(15.0, "<=")), ["15 hạng đầu trên 63", "top 15 of 63"]);
    assert_eq!(value_of(rank(20.0, "~")), ["khoảng thứ 20 trên 63", "about 20th of 63"]);
    // The checks reject a rank without a base, but if there is one it is shown as it is.
    let dataset = dataset_of(&[place("an-hai", 4.0, 63, "2023")]);
    let observation = Observation { base: None, ..dataset.observations[0].clone() };
    assert_eq!(value(Lang::En, &observation, &Unit::Rank), "4th");
}

#[test]
fn counts_are_grouped_and_keep_their_decimals() {
    let count = |value| result("an-hai", "service-points", value, "2023");
    assert_eq!(value_of(count(1234.0)), ["1.234", "1,234"]);
    assert_eq!(value_of(count(0.0)), ["0", "0"]);
    assert_eq!(plain_value(Lang::Vi, 2.5, &Unit::Score), "2,5");
}

#[test]
fn a_value_in_a_unit_of_its_own_names_it() {
    let said = |value, word: &str| {
        let unit = Unit::Other(word.to_owned());
        BOTH.map(|lang| plain_value(lang, value, &unit))
    };
    assert_eq!(said(2097.5, "thousand-people"), ["2.097,5 nghìn người", "2,097.5 thousand people"]);
    assert_eq!(said(66.57, "million-vnd"), ["66,57 triệu đồng", "66.57 million dong"]);
    assert_eq!(said(3536.7, "km2"), ["3.536,7 km²", "3,536.7 km²"]);
    assert_eq!(said(593.1, "people-per-km2"), ["593,1 người/km²", "593.1 people/km²"]);
    // A word without a name here.
    assert_eq!(said(54_537.0, "ha"), ["54.537 ha", "54,537 ha"]);
    let unit = Unit::Other("million-vnd".to_owned());
    assert_eq!(distance(Lang::Vi, -2.5, &unit), "2,5 triệu đồng");
    assert_eq!((unit_word(Lang::Vi, "ha"), unit_word(Lang::Vi, "km2")), ("ha", "km²"));
}

#[test]
fn what_is_only_context_is_never_called_a_result() {
    let mut dataset =
        dataset_of(&[bills("an-hai", 60.0, "2023"), target("an-hai", BILLS, 80.0, "2025")]);
    let names = |dataset: &Dataset| {
        BOTH.map(|lang| {
            dataset.observations.iter().map(|o| kind_name(lang, dataset, o)).collect::<Vec<_>>()
        })
    };
    assert_eq!(names(&dataset), [["Kết quả", "Mục tiêu"], ["Result", "Target"]]);
    for indicator in &mut dataset.indicators {
        indicator.pillar = Pillar::Context;
    }
    assert_eq!(names(&dataset), [["Bối cảnh", "Mục tiêu"], ["Context", "Target"]]);
    let title = mark_title(Lang::Vi, &dataset, &dataset.observations[0], true);
    assert!(title.starts_with("số liệu của An Hải"), "{title}");
}

#[test]
fn a_missing_value_gives_its_reason_and_no_digit() {
    let figure = with_key(bills("an-hai", 1.0, "2023"), "value", Value::Null);
    let figure = with_key(figure, "missing", "Nguồn không nêu");
    assert_eq!(value_of(figure.clone()), ["Nguồn không nêu"; 2]);
    let mark =
        in_both_languages(figure, |lang, _, observation, unit| mark_value(lang, observation, unit));
    assert_eq!(mark, [""; 2]);
}

#[test]
fn a_mark_has_signs_for_words_and_a_date() {
    let cases = [
        ("=", "64,06% · 2023"),
        (">", "> 64,06% · 2023"),
        (">=", "≥ 64,06% · 2023"),
        ("<", "< 64,06% · 2023"),
        ("<=", "≤ 64,06% · 2023"),
        ("~", "≈ 64,06% · 2023"),
    ];
    for (comparator, vi) in cases {
        assert_eq!(mark_of(percent(comparator))[0], vi);
    }
    assert_eq!(mark_of(rank(9.0, "=")), ["9/63 · 2023"; 2]);
}

#[test]
fn the_mark_of_a_target_says_that_it_is_one() {
    let due = |deadline| target("an-hai", BILLS, 80.0, deadline);
    assert_eq!(mark_of(due("2025")), ["mục tiêu 80% · 2025", "target 80% · 2025"]);
    assert_eq!(mark_of(due("")), ["mục tiêu 80%", "target 80%"]);
}

#[test]
fn a_fact_names_who_what_how_much_and_when() {
    let fact_of = |figure| in_both_languages(figure, |lang, dataset, o, _| fact(lang, dataset, o));
    assert_eq!(
        fact_of(bills("binh-son", 85.0, "2024-01/2024-09")),
        [
            "Bình Sơn, Hóa đơn không tiền mặt: 85% (1–9/2024)",
            "Bình Sơn, Bills paid without cash: 85% (Jan–Sep 2024)",
        ]
    );
    assert_eq!(
        fact_of(target("an-hai", BILLS, 80.0, "2023")),
        [
            "Hóa đơn không tiền mặt: An Hải đặt mục tiêu 80% (hạn 2023)",
            "Bills paid without cash: An Hải set a target of 80% (due 2023)",
        ]
    );
    assert_eq!(
        fact_of(target("an-hai", BILLS, 80.0, ""))[1],
        "Bills paid without cash: An Hải set a target of 80% (no deadline given)"
    );
}

#[test]
fn a_fact_of_an_unknown_indicator_claims_nothing() {
    let mut dataset = dataset_of(&[bills("an-hai", 85.0, "2024")]);
    dataset.indicators.clear();
    assert_eq!(fact(Lang::En, &dataset, &dataset.observations[0]), "An Hải");
}

#[test]
fn a_distance_has_the_word_of_its_unit_and_no_sign() {
    let cases = [
        (-6.5, Unit::Percent, "6,5 điểm %", "6.5 percentage points"),
        (1.0, Unit::Percent, "1 điểm %", "1 percentage point"),
        (-1.0, Unit::Rank, "1 bậc", "1 place"),
        (16.0, Unit::Rank, "16 bậc", "16 places"),
        (1200.0, Unit::Count, "1.200", "1,200"),
    ];
    for (value, unit, vi, en) in cases {
        assert_eq!(BOTH.map(|lang| distance(lang, value, &unit)), [vi, en]);
    }
}

#[test]
fn a_source_is_named_by_its_publisher_else_by_its_title() {
    let dataset = dataset_of(&[]);
    let named = |id| source_name(Lang::Vi, dataset.source(id).unwrap());
    assert_eq!(named("paper"), "Báo Thử");
    assert_eq!(named("undated"), "A report made up for tests");
    let mut source = dataset.source("undated").unwrap().clone();
    source.title = None;
    let named = BOTH.map(|lang| source_name(lang, &source));
    assert_eq!(named, ["(chưa thấy tiêu đề)", "(title not seen)"]);
}

#[test]
fn a_source_without_a_date_says_so_and_what_is_known() {
    let dataset = dataset_of(&[]);
    let dated = |lang, id| source_date(lang, dataset.source(id).unwrap());
    assert_eq!(dated(Lang::Vi, "paper"), "9/10/2024");
    assert_eq!(dated(Lang::En, "undated"), "undated source, not before Dec 31, 2024");
    let mut source = dataset.source("undated").unwrap().clone();
    source.published_not_before = None;
    assert_eq!(source_date(Lang::Vi, &source), "nguồn không ghi ngày");
}

#[test]
fn names_that_the_data_lack_fall_back_to_the_id() {
    let dataset = dataset_of(&[]);
    assert_eq!(short_name(Lang::En, &dataset, "nowhere"), "nowhere");
    assert_eq!(topic_name(Lang::En, &dataset, "no-topic"), "no-topic");
    let nowhere = Address::new(Lang::En, Page::Province("nowhere".into()));
    assert_eq!(head(&dataset, &nowhere).name, "nowhere");
}

#[test]
fn a_topic_is_named_by_the_indicator_of_its_id() {
    let dataset = dataset_of(&[]);
    assert_eq!(topic_name(Lang::Vi, &dataset, "online-dossiers"), "Hồ sơ trực tuyến");
}

#[test]
fn a_unit_says_what_it_counts() {
    let dataset = dataset_of(&[]);
    let mut indicator = dataset.indicator(BILLS).unwrap().clone();
    assert_eq!(unit(Lang::En, &indicator), "Percentage of bills");
    indicator.unit = Unit::Other("ha".to_owned());
    assert_eq!(unit(Lang::Vi, &indicator), "Đơn vị ha: hóa đơn");
}

/// Two reasons with the same text, or one in the wrong language, would mislead without being
/// noticed.
#[test]
fn every_reason_has_a_sentence_of_its_own_in_each_language() {
    let mut sentences: Vec<&str> =
        Reason::ALL.into_iter().flat_map(|given| BOTH.map(|lang| reason(lang, given))).collect();
    let count = sentences.len();
    sentences.sort_unstable();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
    assert_eq!(count, 2 * Reason::ALL.len());
}
