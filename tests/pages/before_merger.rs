//! On the page of the ranking: what each enlarged province was made from, and what today's provinces
//! would have had before the mergers.

use scraper::{ElementRef, Html};
use tinhso::address::Page;
use tinhso::compare::{
    SCORE_INDICATOR, all_places_before, last_merger_day, parts_of_latest_merger,
};
use tinhso::i18n::Lang;
use tinhso::i18n::number::number_fixed;

use crate::support::{both_sites, by_id, select_all, select_one, select_within, text};

fn page(lang: Lang) -> Html {
    both_sites()[0].page(lang, &Page::Ranking).dom()
}

/// The row of a figure in the table of its edition.
fn row<'a>(dom: &'a Html, id: &str) -> ElementRef<'a> {
    by_id(dom, id).unwrap_or_else(|| panic!("{id}"))
}

/// The muted lines below the name in a row.
fn lines(row: ElementRef<'_>) -> Vec<String> {
    select_within(row, "th p.t-muted").into_iter().map(text).collect()
}

#[test]
fn the_place_of_da_nang_is_explained_by_its_parts() {
    for (lang, line) in [
        (
            Lang::Vi,
            "Trung bình điểm các tỉnh cũ: Đà Nẵng 0,8335 (thứ 2 trên 63) và Quảng Nam 0,5803 (thứ 57 trên 63).",
        ),
        (
            Lang::En,
            "Mean of the scores of the old provinces: Da Nang 0.8335 (2nd of 63) and Quảng Nam 0.5803 (57th of 63).",
        ),
    ] {
        let dom = page(lang);
        let row = row(&dom, "da-nang/dti-rank/result/2024");
        // Its note says only that it took in Quảng Nam, and is not repeated.
        assert_eq!(lines(row), [line]);
        let hrefs: Vec<&str> = select_within(row, "th p a[href]")
            .into_iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let card = |id: &str| hrefs.iter().filter(|href| href.ends_with(&format!("#{id}"))).count();
        assert_eq!(hrefs.len(), 4);
        for id in ["da-nang/dti-rank/result/2024-of-63", "quang-nam/dti-score/result/2024-of-63"] {
            assert_eq!(card(id), 1, "{id} in {hrefs:?}");
        }
    }
}

#[test]
fn a_note_that_says_more_than_the_parts_stays() {
    for lang in Lang::ALL {
        let dom = page(lang);
        let lines = lines(row(&dom, "khanh-hoa/dti-rank/result/2024"));
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].contains("Ninh Thuận") && lines[1].contains("63"), "{lines:?}");
    }
}

#[test]
fn every_enlarged_province_has_its_parts_and_no_other_row_has() {
    let dataset = both_sites()[0].dataset;
    for lang in Lang::ALL {
        let beginning =
            ["Trung bình điểm các tỉnh cũ: ", "Mean of the scores of the old provinces: "]
                [lang as usize];
        let mut n_lines = 0;
        let dom = page(lang);
        for row in select_all(&dom, "table.t-ranking tbody tr") {
            let figure = dataset.observation(row.attr("id").unwrap()).unwrap();
            let unit = dataset.province(&figure.province).unwrap();
            let is_enlarged = parts_of_latest_merger(dataset, unit).is_some()
                && figure.unit_day() >= last_merger_day(dataset);
            let found = lines(row).into_iter().filter(|line| line.starts_with(beginning)).count();
            assert_eq!(found, usize::from(is_enlarged), "{}", figure.id);
            n_lines += found;
        }
        assert_eq!(n_lines, 23);
    }
}

#[test]
fn the_editions_before_are_worked_out_below_the_table_of_the_34() {
    let dataset = both_sites()[0].dataset;
    let editions = all_places_before(dataset, SCORE_INDICATOR);
    for (lang, summary, columns) in [
        (
            Lang::Vi,
            "Tính lại cho 34 đơn vị nay",
            ["2022, tính lại", "2023, tính lại", "2024, công bố"],
        ),
        (
            Lang::En,
            "Worked out for today’s 34",
            ["2022, worked out", "2023, worked out", "2024, published"],
        ),
    ] {
        let dom = page(lang);
        let table = select_one(&dom, "details table.t-before", "ranking");
        let details = table.parent().and_then(ElementRef::wrap).unwrap();
        assert_eq!(details.attr("open"), None);
        assert_eq!(text(select_within(details, "summary")[0]), summary);
        let explained = text(select_within(details, "p")[0]);
        assert!(explained.contains('÷') && explained.contains("2024"), "{explained}");
        let headings: Vec<String> =
            select_within(table, "thead th").into_iter().skip(1).map(text).collect();
        assert_eq!(headings, columns);

        let rows = select_within(table, "tbody tr");
        assert_eq!(rows.len(), 34);
        let of_da_nang =
            |row: &&ElementRef<'_>| !select_within(**row, "a[href$='/tinh/da-nang/']").is_empty();
        let cells = select_within(**rows.iter().find(of_da_nang).as_ref().unwrap(), "td");
        let cells: Vec<String> = cells.into_iter().map(text).collect();
        let mut expected: Vec<String> = editions
            .iter()
            .map(|places| {
                let place = places.iter().find(|place| place.unit.id == "da-nang").unwrap();
                format!("{} {}/34", number_fixed(lang, place.mean.value, 4), place.rank)
            })
            .collect();
        expected.push(format!("{} 17/34", number_fixed(lang, 0.7069, 4)));
        assert_eq!(cells, expected);
        // Only what was published leads to a card.
        assert_eq!(select_within(table, "td a").len(), 34);
        assert!(select_within(table, "td:not(:last-child) a").is_empty());
    }
}

/// The first edition of today's provinces says it; no other one repeats it, and a site without one is
/// silent.
#[test]
fn it_is_said_once_and_only_where_there_is_something_to_say() {
    for lang in Lang::ALL {
        assert_eq!(select_all(&page(lang), ".t-before").len(), 1);
        let good = both_sites()[1].page(lang, &Page::Ranking).dom();
        assert!(select_all(&good, ".t-before").is_empty());
    }
}
