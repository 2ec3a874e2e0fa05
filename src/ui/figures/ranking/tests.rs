use serde_json::Value;

use super::*;
use crate::compare::editions;
use crate::data::Year;
use crate::ui::tests::samples::{INDEX, dataset_of, place};

/// A dataset whose ranking changed its method in 2021.
fn ranking(figures: &[Value]) -> Dataset {
    let mut dataset = dataset_of(figures);
    let index = dataset.indicators.iter_mut().find(|indicator| indicator.id == INDEX).unwrap();
    index.breaks = vec![Year(2021)];
    dataset
}

#[test]
fn the_legend_names_the_ranks_of_each_class_and_what_is_empty() {
    let dataset = ranking(&[place("an-hai", 1.0, 63, "2022")]);
    assert_eq!(
        legend(Lang::Vi, &editions(&dataset, INDEX)[0]),
        [
            (0, "hạng 1–13".to_owned()),
            (1, "hạng 14–26".to_owned()),
            (2, "hạng 27–38".to_owned()),
            (3, "hạng 39–51".to_owned()),
            (4, "hạng 52–63".to_owned()),
            (5, "chưa nhập".to_owned()),
        ]
    );
}

#[test]
fn the_legend_of_a_complete_edition_has_nothing_empty() {
    let dataset = ranking(&[place("an-hai", 1.0, 2, "2022"), place("binh-son", 2.0, 2, "2022")]);
    assert_eq!(
        legend(Lang::En, &editions(&dataset, INDEX)[0]),
        [(0, "place 1".to_owned()), (2, "place 2".to_owned())]
    );
}

#[test]
fn each_era_is_a_panel_that_says_why_it_is_separate() {
    let dataset = ranking(&[
        place("an-hai", 9.0, 63, "2020"),
        place("an-hai", 8.0, 63, "2021"),
        place("an-hai", 7.0, 63, "2022"),
        place("an-hai", 6.0, 34, "2023"),
    ]);
    let editions = editions(&dataset, INDEX);
    let eras = eras(&dataset, INDEX, &editions);
    let texts: Vec<(String, String, String)> = panels(Lang::En, &dataset, &eras, &editions)
        .into_iter()
        .map(|panel| (panel.label, panel.editions.join(" "), panel.note))
        .collect();
    let expected = [
        ("of 63", "2020", ""),
        ("of 63", "2021 2022", "new method"),
        ("of 34", "2023", "other number of units"),
    ];
    assert_eq!(texts, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    // If an era is left out, both reasons apply to its neighbors.
    let ends = [eras[0].clone(), eras[2].clone()];
    let panels = panels(Lang::En, &dataset, &ends, &editions);
    assert_eq!(panels[1].note, "new method, other number of units");
}
