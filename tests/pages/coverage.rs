//! What pages say of how many provinces an official table has. All figures here are made up.

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::compare::YearFilter;
use tinhso::data::{Coverage, Dataset, Kind, Observation, Year};
use tinhso::i18n::Lang;

use crate::support::{both_sites, by_id, rendered, select_all, select_within, text};

const BILLS: &str = "cashless-bills";

fn coverage(year: i32, n: u32, missing: &[&str], complete: bool) -> Coverage {
    Coverage {
        indicator: BILLS.to_owned(),
        year: Year(year),
        unit_as_of: None,
        n,
        of: 5,
        missing: missing.iter().map(|id| (*id).to_owned()).collect(),
        complete,
    }
}

/// The fixture with a figure of each province for 2022, of a table with these counts.
fn dataset(counts: Vec<Coverage>) -> Dataset {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    let known = dataset.observation("binh-son/cashless-bills/result/2024").unwrap().clone();
    for (province, value) in [("an-hai", 70.0), ("binh-son", 60.0), ("chau-giang", 50.0)] {
        dataset.observations.push(Observation {
            id: format!("{province}/{BILLS}/result/2022"),
            province: province.to_owned(),
            value: Some(value),
            period: "2022".parse().ok(),
            note: None,
            also: Vec::new(),
            disputes: Vec::new(),
            file: "tables/bills.csv".into(),
            ..known.clone()
        });
    }
    dataset.coverage = counts;
    dataset
}

fn view(dataset: &Dataset, lang: Lang, year: YearFilter, kind: Option<Kind>) -> Html {
    let mut address = Address::new(lang, Page::Compare(BILLS.to_owned()));
    address.selection.year = year;
    address.selection.kind = kind;
    Html::parse_document(&rendered(dataset, &address))
}

/// The sentences below the table of a comparison.
fn below_table(dom: &Html) -> Vec<String> {
    select_all(dom, "#table + div li").into_iter().map(text).collect()
}

fn main_text(dom: &Html) -> String {
    text(select_all(dom, "main")[0])
}

#[test]
fn a_comparison_says_it_of_the_years_shown() {
    let dataset = dataset(vec![
        coverage(2021, 5, &[], true),
        coverage(2022, 4, &["chau-giang"], true),
        coverage(2023, 5, &[], true),
    ]);
    let of_2022 = [
        "Kỳ 2022: có số liệu của 4 trên 5 tỉnh, thành phố, là tất cả những gì nơi công bố đưa ra; không \
         có Châu Giang.",
        "2022: figures of 4 of the 5 provinces and cities, which is all that was published; without Châu \
         Giang.",
    ];
    for (lang, said) in Lang::ALL.into_iter().zip(of_2022) {
        let shown = |year, kind| below_table(&view(&dataset, lang, year, kind));
        assert_eq!(shown(YearFilter::Year(2022), None), [said]);
        assert_eq!(shown(YearFilter::Year(2022), Some(Kind::Result)), [said]);
        assert_eq!(shown(YearFilter::Year(2022), Some(Kind::Target)), [""; 0]);
        // A year without a figure of those in view is one of the table nevertheless.
        assert_eq!(shown(YearFilter::Year(2021), None).len(), 1);
        assert_eq!(shown(YearFilter::Year(2020), None), [""; 0]);
        // Of the latest results only Châu Giang's is of a table.
        assert_eq!(shown(YearFilter::Latest, None), [said]);
    }
}

#[test]
fn figures_of_a_partial_table_have_no_order_and_no_places() {
    let expected = [
        (
            "Kỳ 2022: ở đây chỉ có số liệu của 3 trên 5 tỉnh, thành phố, nên ở đây không tính hạng từ các số ấy.",
            "Có kỳ ở đây chưa đủ số của các tỉnh, nên không xếp thứ tự.",
            ["Thứ tự giữa 3 tỉnh đang xem", "cao hơn", "xếp trên", "dẫn đầu", "1. "],
        ),
        (
            "2022: only figures of 3 of the 5 provinces and cities are here, so no places are worked out from them.",
            "Not every edition is whole here, so the figures are put in no order.",
            ["Order among the 3 provinces in view", " above ", "first", "leads", "1. "],
        ),
    ];
    for (lang, (below, conclusion, forbidden)) in Lang::ALL.into_iter().zip(expected) {
        let year = YearFilter::Year(2022);
        let whole = view(&dataset(vec![coverage(2022, 3, &[], true)]), lang, year, None);
        assert!(main_text(&whole).contains(forbidden[0]), "a complete table is ordered");
        let partial = view(&dataset(vec![coverage(2022, 3, &[], false)]), lang, year, None);
        assert_eq!(below_table(&partial), [below]);
        let lead = text(select_all(&partial, ".t-lead")[0]);
        assert!(lead.ends_with(conclusion), "{lead}");
        let said = [text(select_all(&partial, ".t-lead")[0])]
            .into_iter()
            .chain(select_all(&partial, ".t-why li").into_iter().map(text));
        for sentence in said {
            for words in forbidden {
                assert!(!sentence.contains(words), "{words}: {sentence}");
            }
        }
    }
}

#[test]
fn a_definition_says_it_of_all_years_and_years_alike_together() {
    let dataset = dataset(vec![
        coverage(2017, 5, &[], true),
        coverage(2018, 5, &[], true),
        coverage(2019, 4, &["an-hai"], true),
        coverage(2020, 5, &[], true),
        coverage(2021, 4, &["binh-son"], true),
        coverage(2022, 3, &[], false),
    ]);
    let expected = [
        [
            "Kỳ 2017–2018, 2020: có số liệu của đủ 5 tỉnh, thành phố.",
            "Kỳ 2019: có số liệu của 4 trên 5 tỉnh, thành phố, là tất cả những gì nơi công bố đưa ra; \
             không có An Hải.",
            "Kỳ 2021: có số liệu của 4 trên 5 tỉnh, thành phố, là tất cả những gì nơi công bố đưa ra; \
             không có Bình Sơn.",
            "Kỳ 2022: ở đây chỉ có số liệu của 3 trên 5 tỉnh, thành phố, nên ở đây không tính hạng từ các số ấy.",
        ],
        [
            "2017–2018, 2020: figures of all 5 provinces and cities.",
            "2019: figures of 4 of the 5 provinces and cities, which is all that was published; without \
             An Hải.",
            "2021: figures of 4 of the 5 provinces and cities, which is all that was published; without \
             Bình Sơn.",
            "2022: only figures of 3 of the 5 provinces and cities are here, so no places are worked out from them.",
        ],
    ];
    for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
        let address = Address::new(lang, Page::Concept(BILLS.to_owned()));
        let dom = Html::parse_document(&rendered(&dataset, &address));
        let said = select_within(by_id(&dom, BILLS).unwrap(), "li").into_iter().map(text);
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_real_index_was_counted_for_the_provinces_of_then_and_of_now() {
    let expected = [
        [
            "Kỳ 2022–2024: có số liệu của đủ 63 tỉnh, thành phố.",
            "Kỳ 2024, địa giới ngày 1/7/2025: có số liệu của đủ 34 tỉnh, thành phố.",
        ],
        [
            "2022–2024: figures of all 63 provinces and cities.",
            "2024, boundaries of July 1, 2025: figures of all 34 provinces and cities.",
        ],
    ];
    for (lang, expected) in Lang::ALL.into_iter().zip(expected) {
        let page = Page::Concept("dti-score".to_owned());
        let dom = both_sites()[0].page(lang, &page).dom();
        let said = select_within(by_id(&dom, "dti-score").unwrap(), "li").into_iter().map(text);
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn data_without_tables_say_nothing_of_it() {
    for page in both_sites()[1].pages() {
        assert_eq!(below_table(&page.dom()), [""; 0], "{}", page.url);
    }
}
