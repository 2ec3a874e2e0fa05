use serde_json::Value;

use super::time::{joined_pairs, time_point};
use super::*;
use crate::chart::{MarkForm, Series};
use crate::compare::{State, YearFilter, change_between, topic};
use crate::ui::look::Palette;
use crate::ui::tests::samples::{
    BILLS, INDEX, bills, dataset_of, in_both_languages, place, result, target, with_key,
};

fn look(lang: Lang, dataset: &Dataset) -> Look<'_> {
    let palette = Palette::of(dataset, &dataset.followed());
    Look { lang, dataset, base: "/", palette }
}

fn bands<'a>(dataset: &'a Dataset, concept: &str) -> Vec<Band<'a>> {
    topic(dataset, concept, &dataset.followed(), YearFilter::Latest, None)
}

fn draw(dataset: &Dataset, concept: &str, purpose: Purpose) -> Vec<Result<Drawing, ChartError>> {
    comparison(&look(Lang::Vi, dataset), concept, &bands(dataset, concept), purpose, "")
}

fn drawings(dataset: &Dataset, concept: &str) -> Vec<Result<Drawing, ChartError>> {
    draw(dataset, concept, Purpose::Page)
}

#[test]
fn every_state_has_a_form_of_its_own() {
    let forms = State::ALL.map(mark_form);
    assert!(MarkForm::ALL.iter().all(|form| forms.contains(form)), "{forms:?}");
    assert_eq!(forms.len(), MarkForm::ALL.len());
}

#[test]
fn a_topic_without_figures_has_no_chart() {
    assert_eq!(drawings(&dataset_of(&[]), BILLS), []);
}

#[test]
fn figures_of_one_unit_share_a_chart_and_those_of_another_have_their_own() {
    let mut dataset = dataset_of(&[
        result("an-hai", "online-dossiers", 50.0, "2023"),
        result("an-hai", "full-dossiers", 60.0, "2023"),
    ]);
    assert_eq!(drawings(&dataset, "online-dossiers").len(), 1);
    dataset.indicators.iter_mut().filter(|i| i.id == "full-dossiers").for_each(|indicator| {
        indicator.unit = Unit::Count;
    });
    let drawn: Vec<Drawing> =
        drawings(&dataset, "online-dossiers").into_iter().map(Result::unwrap).collect();
    let [percent, count] = &drawn[..] else { panic!("two charts") };
    assert!(percent.wide.contains("id=\"figure0-wide-t\""));
    assert!(count.narrow.contains("id=\"figure1-narrow-t\""));
    assert!(percent.wide.contains("50%") && !percent.wide.contains("60%"));
}

/// The names of the charts of a topic, which assistive technology says.
fn titles(dataset: &Dataset, concept: &str) -> Vec<String> {
    let title = |drawing: Result<Drawing, ChartError>| {
        let svg = drawing.unwrap().wide;
        let (_, title) = svg.split_once("<title id=\"").unwrap();
        title.split(['>', '<']).nth(1).unwrap().to_owned()
    };
    drawings(dataset, concept).into_iter().map(title).collect()
}

#[test]
fn the_only_chart_of_a_topic_has_its_name_and_several_say_what_each_is_about() {
    let mut dataset = dataset_of(&[
        result("an-hai", "online-dossiers", 50.0, "2023"),
        result("an-hai", "full-dossiers", 60.0, "2023"),
    ]);
    let topic = words::topic_name(Lang::Vi, &dataset, "online-dossiers").to_owned();
    assert_eq!(titles(&dataset, "online-dossiers"), [topic]);
    dataset.indicators.iter_mut().filter(|i| i.id == "full-dossiers").for_each(|indicator| {
        indicator.unit = Unit::Count;
    });
    let name = |id: &str| words::pick(Lang::Vi, &dataset.indicator(id).unwrap().name).to_owned();
    assert_eq!(
        titles(&dataset, "online-dossiers"),
        [name("online-dossiers"), name("full-dossiers")]
    );
}

#[test]
fn several_definitions_in_one_of_several_charts_are_named_by_their_unit() {
    // Only a single definition would be named itself.
    let title = |unit: &Unit, base| Lang::ALL.map(|lang| title_among(lang, "T", unit, base, &[]));
    assert_eq!(title(&Unit::Percent, None), ["T (phần trăm)", "T (percent)"]);
    assert_eq!(title(&Unit::Count, None), ["T (số lượng)", "T (numbers)"]);
    assert_eq!(title(&Unit::Rank, Some(63)), ["T (trong 63)", "T (of 63)"]);
}

#[test]
fn only_the_chart_that_leaves_the_page_carries_its_sources() {
    let paper = bills("an-hai", 50.0, "2023");
    let undated = with_key(bills("binh-son", 60.0, "2023"), "source", "undated");
    let again = target("an-hai", BILLS, 70.0, "2025");
    let dataset = dataset_of(&[paper, undated, with_key(again, "source", "paper")]);
    let drawing = drawings(&dataset, BILLS).remove(0).unwrap();
    let figures: Vec<&Observation> = dataset.observations.iter().collect();
    assert_eq!(
        DrawnObservations { lang: Lang::Vi, dataset: &dataset, observations: &figures }
            .source_line(),
        "Nguồn: Báo Thử (9/10/2024); A report made up for tests (nguồn không ghi ngày, không sớm \
         hơn 31/12/2024). Tỉnh Số, CC BY 4.0"
    );
    let mut through_copy = dataset.clone();
    through_copy.sources.iter_mut().for_each(|source| source.via = Some("Bản Chép".to_owned()));
    assert_eq!(
        DrawnObservations { lang: Lang::Vi, dataset: &through_copy, observations: &figures[..1] }
            .source_line(),
        "Nguồn: Báo Thử (9/10/2024; đọc qua bản chép Bản Chép, chưa thấy trang gốc). Tỉnh Số, CC \
         BY 4.0"
    );
    let standalone = draw(&dataset, BILLS, Purpose::Export).remove(0).unwrap().standalone;
    assert!(standalone.contains("CC BY 4.0") && standalone.contains("Báo Thử"));
    assert!(!drawing.wide.contains("CC BY 4.0") && !drawing.narrow.contains("CC BY 4.0"));
}

#[test]
fn the_country_is_a_line_and_no_row() {
    let dataset = dataset_of(&[
        bills("an-hai", 50.0, "2023"),
        bills("national", 40.5, "2022"),
        target("national", BILLS, 80.0, "2025"),
    ]);
    let bands = bands(&dataset, BILLS);
    let band = chart_band(&look(Lang::Vi, &dataset), &bands[0]);
    assert_eq!(band.rows.len(), 1);
    let points: Vec<(f64, &str, bool)> =
        band.references.iter().map(|line| (line.value, line.label.as_str(), line.hollow)).collect();
    assert_eq!(
        points,
        [(40.5, "cả nước 40,5% · 2022", false), (80.0, "mục tiêu cả nước 80% · 2025", true),]
    );
}

#[test]
fn the_countrys_count_is_not_drawn_beside_its_provinces() {
    let count = |province, value| result(province, "service-points", value, "2023");
    let dataset = dataset_of(&[count("an-hai", 40.0), count("national", 90_000.0)]);
    let drawings = drawings(&dataset, "service-points");
    let [Ok(drawing)] = drawings.as_slice() else { panic!("{drawings:?}") };
    assert!(drawing.wide.contains("#an-hai/service-points/result/2023"));
    assert!(!drawing.wide.contains("90,000") && !drawing.wide.contains("90.000"));
}

#[test]
fn a_mark_is_filled_for_a_result_and_hollow_for_a_target_and_leads_to_its_card() {
    let dataset =
        dataset_of(&[bills("binh-son", 50.0, "2023"), target("binh-son", BILLS, 70.0, "2025")]);
    let marks: Vec<Mark> = dataset
        .observations
        .iter()
        .filter_map(|o| mark(&look(Lang::Vi, &dataset), o, &Unit::Percent))
        .collect();
    let fills: Vec<Fill> = marks.iter().map(|mark| mark.fill).collect();
    assert_eq!(fills, [Fill::Filled, Fill::Hollow]);
    assert_eq!(marks[0].href.as_deref(), Some("#binh-son/cashless-bills/result/2023"));
    assert!(marks.iter().all(|mark| mark.series == Series::Slot(1)));
}

#[test]
fn a_bound_is_an_arrow_on_a_result_and_a_threshold_on_a_target() {
    let bound_of = |figure: Value, comparator: &str| {
        let dataset = dataset_of(&[with_key(figure, "comparator", comparator)]);
        bound(&dataset.observations[0])
    };
    let result = || bills("an-hai", 50.0, "2023");
    let target = || target("an-hai", BILLS, 50.0, "2023");
    for (comparator, expected) in [
        (">", Some(Bound::AtLeast)),
        (">=", Some(Bound::AtLeast)),
        ("<", Some(Bound::AtMost)),
        ("<=", Some(Bound::AtMost)),
        ("=", None),
        ("~", None),
    ] {
        assert_eq!(bound_of(result(), comparator), expected, "{comparator}");
        assert_eq!(bound_of(target(), comparator), None, "{comparator}");
    }
}

#[test]
fn a_rank_has_a_scale_from_its_base_to_the_first_place() {
    let dataset =
        dataset_of(&[place("an-hai", 3.0, 34, "2023"), place("binh-son", 28.0, 63, "2023")]);
    let figures: Vec<&Observation> = dataset.observations.iter().collect();
    let axis = axis_of(Lang::Vi, &Unit::Rank, &figures).unwrap();
    assert!(axis.reversed);
    assert_eq!((axis.min.floor(), axis.max.ceil() >= 63.0), (1.0, true));
}

#[test]
fn figures_of_one_day_are_not_drawn_over_time() {
    let indicator_of = |dataset: &Dataset| dataset.indicator(BILLS).unwrap().clone();
    let none = dataset_of(&[]);
    assert_eq!(
        over_time(&look(Lang::Vi, &none), &indicator_of(&none), &none.followed(), Purpose::Page),
        []
    );
    let one_day = dataset_of(&[bills("an-hai", 50.0, "2023"), bills("binh-son", 60.0, "2023-12")]);
    assert_eq!(
        over_time(
            &look(Lang::Vi, &one_day),
            &indicator_of(&one_day),
            &one_day.followed(),
            Purpose::Page
        ),
        []
    );
    let undated = dataset_of(&[bills("an-hai", 50.0, "2023"), target("an-hai", BILLS, 9.0, "")]);
    assert_eq!(
        over_time(
            &look(Lang::Vi, &undated),
            &indicator_of(&undated),
            &undated.followed(),
            Purpose::Page
        ),
        []
    );
    let two_years = dataset_of(&[bills("an-hai", 50.0, "2022"), bills("an-hai", 60.0, "2023")]);
    let drawing = over_time(
        &look(Lang::Vi, &two_years),
        &indicator_of(&two_years),
        &two_years.followed(),
        Purpose::Page,
    )
    .remove(0)
    .1
    .unwrap();
    assert!(drawing.wide.contains("#an-hai/cashless-bills/result/2022"));
    assert!(drawing.narrow.contains("#an-hai/cashless-bills/result/2023"));
}

#[test]
fn only_results_that_may_be_compared_are_joined() {
    // The method of this indicator changed in 2024, and the first target is between the two
    // results.
    let dataset = dataset_of(&[
        bills("an-hai", 70.0, "2025"),
        bills("an-hai", 40.0, "2022"),
        target("an-hai", BILLS, 45.0, "2023-06"),
        bills("an-hai", 50.0, "2023"),
    ]);
    let own: Vec<&Observation> = dataset.observations.iter().collect();
    assert_eq!(joined_pairs(&dataset, &own), [(1, 3)]);
}

/// Two publications, of which the second revised the first.
#[test]
fn no_line_runs_from_one_publication_into_another() {
    let said = |source: &str, value, year| with_key(bills("an-hai", value, year), "source", source);
    let dataset = dataset_of(&[
        said("paper", 12.6, "2022"),
        said("paper", 12.3, "2023"),
        said("undated", 12.8, "2022"),
        said("undated", 12.9, "2023"),
        said("undated", 12.5, "2021"),
    ]);
    let own: Vec<&Observation> = dataset.observations.iter().collect();
    let mut joins = joined_pairs(&dataset, &own);
    joins.sort_unstable();
    assert_eq!(joins, [(0, 1), (2, 3), (4, 2)]);
}

#[test]
fn a_result_and_a_target_with_a_change_between_them_are_not_joined() {
    let goal = |year| target("an-hai", BILLS, 60.0, year);
    let dataset = dataset_of(&[
        bills("an-hai", 50.0, "2023"),
        goal("2023"),
        // A new method in 2024, and the province took another in on 1 July 2025.
        goal("2024"),
        goal("2025"),
        goal(""),
    ]);
    let groups: Vec<u32> = dataset.observations.iter().map(|o| group(&dataset, o)).collect();
    assert_eq!(groups[0], groups[1]);
    assert!(groups[0] < groups[2] && groups[2] < groups[3], "{groups:?}");
    assert!(!groups[..4].contains(&groups[4]), "what has no date is joined to nothing: {groups:?}");
}

/// The figure and the stories must agree on what a change separates.
#[test]
fn figures_are_of_one_group_unless_something_changed_between_them() {
    let years = ["2020", "2021", "2023", "2024", "2025", "2026"];
    let results = years.map(|year| bills("an-hai", 50.0, year));
    let goals = years.map(|year| target("an-hai", BILLS, 60.0, year));
    let of_new = with_key(bills("an-hai", 55.0, "2024-06"), "unit_as_of", "2025-07-01");
    let dataset = dataset_of(&[&results[..], &goals[..], &[of_new]].concat());
    let (mut n_one, mut n_apart) = (0, 0);
    for a in &dataset.observations {
        for b in &dataset.observations {
            let is_one_group = group(&dataset, a) == group(&dataset, b);
            assert_eq!(is_one_group, change_between(&dataset, a, b).is_none(), "{} {}", a.id, b.id);
            if is_one_group { n_one += 1 } else { n_apart += 1 }
        }
    }
    assert!(n_one > years.len() && n_apart > 0);
}

/// The 16th of 34 and the 16th of 63 cannot be on one scale.
#[test]
fn ranks_among_other_numbers_have_a_figure_of_their_own() {
    let of_an_hai = |rank, base, year| place("an-hai", rank, base, year);
    let dataset = dataset_of(&[
        of_an_hai(9.0, 34, "2025"),
        of_an_hai(16.0, 63, "2022"),
        of_an_hai(12.0, 63, "2023"),
        of_an_hai(8.0, 34, "2026"),
    ]);
    let indicator = dataset.indicator(INDEX).unwrap();
    let drawn = over_time(&look(Lang::Vi, &dataset), indicator, &dataset.followed(), Purpose::Page);
    let [(name, Ok(of_63)), (_, Ok(of_34))] = drawn.as_slice() else { panic!("{drawn:?}") };
    assert!(name.ends_with("(trong 63)"), "{name}");
    assert!(of_63.wide.contains("12/63") && !of_63.wide.contains("/34"));
    assert!(of_34.wide.contains("8/34") && !of_34.wide.contains("/63"));
}

/// A figure of a year is drawn within that year, and a target at the end of its deadline.
#[test]
fn results_are_drawn_in_the_middle_of_their_period() {
    let dataset =
        dataset_of(&[bills("an-hai", 40.0, "2023"), target("an-hai", BILLS, 9.0, "2023")]);
    let indicator = dataset.indicator(BILLS).unwrap();
    let days: Vec<String> = dataset
        .observations
        .iter()
        .filter_map(|o| time_point(&look(Lang::Vi, &dataset), o, &indicator.unit))
        .map(|point| Day(point.day).to_string())
        .collect();
    assert_eq!(days, ["2023-07-02", "2023-12-31"]);
}

#[test]
fn a_new_method_is_an_upright_line_within_the_years_shown() {
    let dataset = dataset_of(&[bills("an-hai", 40.0, "2023"), bills("an-hai", 50.0, "2024")]);
    let indicator = dataset.indicator(BILLS).unwrap();
    let drawing =
        over_time(&look(Lang::En, &dataset), indicator, &dataset.followed(), Purpose::Page)
            .remove(0)
            .1
            .unwrap();
    assert!(drawing.wide.contains("New method since 2024"));
    // 2021 is before the first figure.
    assert!(!drawing.wide.contains("New method since 2021"));
}

#[test]
fn a_merger_between_the_figures_of_a_province_is_an_upright_line() {
    let drawn = |figures: &[Value]| {
        let dataset = dataset_of(figures);
        let indicator = dataset.indicator(BILLS).unwrap();
        over_time(&look(Lang::Vi, &dataset), indicator, &dataset.followed(), Purpose::Page)
            .remove(0)
            .1
            .unwrap()
            .wide
    };
    let both = drawn(&[
        bills("an-hai", 40.0, "2024"),
        bills("an-hai", 50.0, "2026"),
        bills("binh-son", 45.0, "2024"),
        target("binh-son", BILLS, 60.0, "2030"),
    ]);
    assert_eq!(both.matches(">sáp nhập<").count(), 1, "one line for both provinces");
    let before = [bills("an-hai", 40.0, "2022"), bills("an-hai", 50.0, "2024")];
    assert!(!drawn(&before).contains("sáp nhập"));
    // A province that never merged has no merger to mark, and the country's figures belong to no
    // province.
    let unchanged = [
        bills("chau-giang", 40.0, "2024"),
        bills("chau-giang", 50.0, "2026"),
        bills("national", 40.0, "2022"),
    ];
    assert!(!drawn(&unchanged).contains("sáp nhập"));
}

#[test]
fn a_figure_of_other_borders_than_its_date_says_so() {
    let index = with_key(bills("an-hai", 40.0, "2024"), "unit_as_of", "2025-07-01");
    let dataset = dataset_of(&[index]);
    assert_eq!(
        words::fact(Lang::Vi, &dataset, &dataset.observations[0]),
        "An Hải, Hóa đơn không tiền mặt: 40% (2024; địa giới mới, từ 1/7/2025)"
    );
}

#[test]
fn the_title_of_a_mark_says_what_its_label_does_not() {
    let titles = |figure: &Value| {
        in_both_languages(std::slice::from_ref(figure), |lang, dataset| {
            words::mark_title(lang, dataset, &dataset.observations[0], true)
        })
    };
    assert_eq!(
        titles(&bills("an-hai", 40.0, "2023")),
        ["kết quả của An Hải, Hóa đơn không tiền mặt", "result of An Hải, Bills paid without cash"]
    );
    assert_eq!(
        titles(&target("an-hai", BILLS, 70.0, ""))[0],
        "An Hải, Hóa đơn không tiền mặt; không nêu hạn"
    );
    let index = with_key(bills("an-hai", 40.0, "2024"), "unit_as_of", "2025-07-01");
    assert_eq!(
        titles(&index)[0],
        "kết quả của An Hải, Hóa đơn không tiền mặt; địa giới mới, từ 1/7/2025"
    );
}

#[test]
fn a_summary_counts_the_figures_and_says_between_which_numbers_they_are() {
    let said = |figures: &[Value]| {
        in_both_languages(figures, |lang, dataset| {
            let observations: Vec<&Observation> = dataset.observations.iter().collect();
            DrawnObservations { lang, dataset, observations: &observations }
                .summary("T", "Xem bảng.")
        })
    };
    let mut three = vec![
        bills("an-hai", 40.0, "2022"),
        bills("binh-son", 55.0, "2022"),
        bills("chau-giang", 70.5, "2022"),
        target("an-hai", BILLS, 99.0, "2025"),
    ];
    assert_eq!(
        said(&three)[0],
        "3 kết quả và 1 mục tiêu của 3 tỉnh, từ 2022 đến 2025. Hóa đơn không tiền mặt: kết quả từ \
         40% · 2022 (An Hải) đến 70,5% · 2022 (Châu Giang). Xem bảng."
    );
    // A chosen pair is never ranked.
    assert_eq!(said(&three[..2])[1], "2 results of 2 provinces, 2022. Xem bảng.");
    // The method changed in 2024.
    three.push(with_key(bills("an-hai", 10.0, "2024"), "id", "an-hai/cashless-bills/result/2024"));
    assert!(!said(&three)[0].contains("kết quả từ"));
    // What several have is not said of one of them.
    let tie = [
        bills("an-hai", 40.0, "2022"),
        bills("binh-son", 40.0, "2022"),
        bills("chau-giang", 70.0, "2022"),
    ];
    assert!(said(&tie)[1].contains("results from 40% (2 results) to 70% ·"), "{}", said(&tie)[1]);
}

#[test]
fn a_summary_tells_no_range_of_bounds_and_of_figures_with_a_caveat() {
    let said = |figures: &[Value]| {
        let dataset = dataset_of(figures);
        let observations: Vec<&Observation> = dataset.observations.iter().collect();
        DrawnObservations { lang: Lang::Vi, dataset: &dataset, observations: &observations }
            .summary("Hóa đơn không tiền mặt", "")
    };
    let mut figures = [
        bills("an-hai", 40.0, "2022"),
        bills("binh-son", 55.0, "2022"),
        bills("chau-giang", 70.0, "2022"),
    ];
    // The title has named the measure.
    assert!(said(&figures).contains(". Trong hình: kết quả từ 40% · 2022 (An Hải) đến"));
    figures[1] = with_key(figures[1].clone(), "comparator", ">=");
    assert_eq!(said(&figures), "3 kết quả của 3 tỉnh, 2022.");
}

#[test]
fn the_country_is_not_counted_among_its_provinces() {
    let dataset = dataset_of(&[bills("an-hai", 40.0, "2022"), bills("national", 50.0, "2022")]);
    let observations: Vec<&Observation> = dataset.observations.iter().collect();
    let drawn =
        DrawnObservations { lang: Lang::En, dataset: &dataset, observations: &observations };
    assert_eq!(drawn.summary("T", ""), "1 result of 1 province, 2022.");
}
