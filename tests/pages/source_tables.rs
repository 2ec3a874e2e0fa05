//! What the list of sources says about official tables. All figures and sources here are made up.

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::data::{BilingualText, Dataset};
use tinhso::i18n::Lang;

use crate::support::{both_sites, by_id, rendered, select_within, text};

const TABLE: &str = "tables/bills.csv";
const SOURCE: &str = "paper";

/// The fixture, in which all that comes from one source and is not disputed stands in a table.
fn dataset() -> (Dataset, usize) {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    let disputed: Vec<String> =
        dataset.entries().flat_map(|o| o.disputes.iter().chain([&o.id]).cloned()).collect();
    let is_disputed = |id: &String| disputed.iter().filter(|other| *other == id).count() > 1;
    let mut n_cells = 0;
    for o in &mut dataset.observations {
        if o.source == SOURCE && o.disputes.is_empty() && !is_disputed(&o.id) {
            o.file = TABLE.into();
            n_cells += 1;
        }
    }
    let title = BilingualText { vi: "Hóa đơn <b>".into(), en: "Bills <b>".into() };
    dataset.count_table_figures(&[(TABLE.to_owned(), title)]);
    (dataset, n_cells)
}

#[test]
fn a_table_is_one_line_under_its_source_and_leads_to_the_whole() {
    let (dataset, n_cells) = dataset();
    assert!(n_cells > 1);
    for (lang, line) in [
        (Lang::Vi, format!("Bảng: Hóa đơn <b> · {n_cells} con số từ nguồn này · CSV")),
        (Lang::En, format!("Table: Bills <b> · {n_cells} figures from this source · CSV")),
    ] {
        let dom = Html::parse_document(&rendered(&dataset, &Address::new(lang, Page::Sources)));
        let source = by_id(&dom, SOURCE).unwrap();
        let lines = select_within(source, "p");
        let lines: Vec<_> = lines.into_iter().filter(|p| text(*p).contains("CSV")).collect();
        assert_eq!(lines.iter().map(|p| text(*p)).collect::<Vec<_>>(), [line]);
        let link = select_within(lines[0], "a")[0];
        assert_eq!(link.attr("href"), Some("/tinhso/data/tables/bills.csv"));
        assert!(link.attr("download").is_some());
        let listed = select_within(source, "li").len();
        let single =
            dataset.observations.iter().filter(|o| o.names_source(SOURCE) && !o.is_of_table());
        let replaced = dataset.replaced.iter().filter(|o| o.names_source(SOURCE));
        assert_eq!(listed, single.count() + replaced.count());
    }
}

#[test]
fn a_source_of_nothing_but_a_table_has_figures() {
    let (mut dataset, _) = dataset();
    dataset.observations.retain(|o| !o.names_source(SOURCE) || o.is_of_table());
    dataset.replaced.retain(|o| !o.names_source(SOURCE));
    let address = Address::new(Lang::En, Page::Sources);
    let dom = Html::parse_document(&rendered(&dataset, &address));
    let source = by_id(&dom, SOURCE).unwrap();
    assert!(text(source).contains("Table: "));
    assert!(!text(source).contains("No figure was entered"));
    assert!(select_within(source, "li").is_empty());
}
