//! The page of the official ranking as a file: the published places, the map, the chart over the
//! editions, and the country's mean.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};
use tinhso::address::{Address, Page, Selection};
use tinhso::compare::{Edition, YearFilter, editions, official_rank};
use tinhso::i18n::Lang;

use crate::hostile::with_hostile_texts;
use crate::support::{
    TestSite, both_sites, by_id, ids, rendered, select_all, select_one, select_within, text,
};

const RANK: &str = "dti-rank";

fn real() -> &'static TestSite {
    both_sites()[0]
}

/// The written page in a language.
fn page(lang: Lang) -> Html {
    real().page(lang, &Page::Ranking).dom()
}

/// The page with a selection.
fn page_with_selection(lang: Lang, selection: Selection) -> Html {
    let address = Address { selection, ..Address::new(lang, Page::Ranking) };
    real().view(&address)
}

fn of_year(year: i32) -> Selection {
    Selection { year: YearFilter::Year(year), ..Selection::default() }
}

/// The page with the edition of 2022, the last before the years of the mergers whose places were printed.
fn page_of_2022(lang: Lang) -> Html {
    page_with_selection(lang, of_year(2022))
}

fn edition(year: i32, base: u32) -> Edition<'static> {
    let editions = editions(real().dataset, RANK);
    editions.into_iter().find(|e| e.year == year && e.base == base).unwrap()
}

/// The tables of editions, the selected one first.
fn tables(dom: &Html) -> Vec<ElementRef<'_>> {
    select_all(dom, "table.t-ranking")
}

/// The rows of a table: the id of the figure, and the place that is printed.
fn rows(table: ElementRef<'_>) -> Vec<(String, String)> {
    let rows = select_within(table, "tbody tr").into_iter();
    rows.map(|row| (row.attr("id").unwrap().to_owned(), text(select_within(row, "td")[0])))
        .collect()
}

/// Both widths of a chart, found by the id of its title.
fn charts<'a>(dom: &'a Html, kind: &str) -> Vec<ElementRef<'a>> {
    let title = |width| by_id(dom, &format!("{kind}-{width}-t"));
    let charts = ["wide", "narrow"].into_iter().filter_map(title);
    charts.map(|title| title.parent().and_then(ElementRef::wrap).unwrap()).collect()
}

/// The sentence at the top, and what must be known of the places in it.
fn lead(dom: &Html) -> String {
    let told = select_all(dom, "main > p:is(.t-lead, .t-muted)").into_iter().map(text);
    told.collect::<Vec<String>>().join(" ")
}

#[test]
fn the_newest_edition_is_shown_first_with_the_places_of_all_units() {
    for lang in Lang::ALL {
        let dom = page(lang);
        let rows = rows(tables(&dom)[0]);
        let edition = edition(2024, 34);
        let published: Vec<(String, String)> = edition
            .places
            .iter()
            .map(|place| (place.id.clone(), format!("{}/34", official_rank(place).unwrap())))
            .collect();
        assert_eq!(rows, published);
        assert_eq!(rows.len(), 34);
    }
}

#[test]
fn the_places_of_the_edition_of_2022_are_those_published() {
    for lang in Lang::ALL {
        let dom = page_of_2022(lang);
        let rows = rows(tables(&dom)[0]);
        let edition = edition(2022, 63);
        let published: Vec<(String, String)> = edition
            .places
            .iter()
            .map(|place| (place.id.clone(), format!("{}/63", official_rank(place).unwrap())))
            .collect();
        assert_eq!(rows, published);
        assert_eq!(rows.len(), 63);
        let printed = |place: &str| rows.iter().filter(|(_, printed)| printed == place).count();
        assert_eq!([printed("15/63"), printed("16/63"), printed("63/63")], [2, 0, 1]);
    }
}

#[test]
fn a_shared_place_is_marked_as_shared_and_no_other_is() {
    for lang in Lang::ALL {
        let dom = page_of_2022(lang);
        let word = lang.ranking().shared;
        let shared: Vec<String> = select_within(tables(&dom)[0], "tbody tr")
            .into_iter()
            .filter(|row| text(*row).contains(&format!("({word})")))
            .map(|row| row.attr("id").unwrap().split('/').next().unwrap().to_owned())
            .collect();
        assert_eq!(shared, ["thanh-hoa", "yen-bai"]);
    }
}

#[test]
fn the_followed_provinces_are_named_first_with_the_number_ranked() {
    assert!(lead(&page_of_2022(Lang::Vi)).contains(
        "Kỳ 2022: Bình Phước thứ 12, Bà Rịa – Vũng Tàu thứ 28, Khánh Hòa thứ 41, Bạc Liêu thứ 60 \
         trong 63 tỉnh, thành phố."
    ));
    assert!(lead(&page_of_2022(Lang::En)).contains(
        "Edition of 2022: Bình Phước 12th, Bà Rịa – Vũng Tàu 28th, Khánh Hòa 41st, Bạc Liêu 60th \
         of 63 provinces and cities."
    ));
}

#[test]
fn the_followed_provinces_are_set_off_in_the_table_and_on_the_map() {
    let expected: BTreeSet<String> = ["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu"]
        .map(|id| format!("{id}/dti-rank/result/2022"))
        .into();
    for lang in Lang::ALL {
        let dom = page_of_2022(lang);
        let own = select_within(tables(&dom)[0], "tr.t-ranking__own").into_iter();
        let own: BTreeSet<String> = own.map(|row| row.attr("id").unwrap().to_owned()).collect();
        assert_eq!(own, expected);
        for map in charts(&dom, "map") {
            // Only these tiles have a frame: a shape with a stroke in the color of a series.
            let framed = select_within(map, "a.tso-mark").into_iter().filter(|tile| {
                let strokes = select_within(*tile, "rect[class*='s-s']");
                !strokes.is_empty()
            });
            let framed: BTreeSet<String> =
                framed.map(|tile| tile.attr("href").unwrap()[1..].to_owned()).collect();
            assert_eq!(framed, expected);
        }
    }
}

#[test]
fn the_map_has_a_tile_for_each_province_that_leads_to_its_row() {
    for lang in Lang::ALL {
        let dom = page_of_2022(lang);
        let rows: BTreeSet<String> = rows(tables(&dom)[0]).into_iter().map(|row| row.0).collect();
        let maps = charts(&dom, "map");
        assert_eq!(maps.len(), 2);
        for map in maps {
            let tiles = select_within(map, "a.tso-mark");
            assert_eq!(tiles.len(), 63);
            let led: BTreeSet<String> =
                tiles.iter().map(|tile| tile.attr("href").unwrap()[1..].to_owned()).collect();
            assert_eq!(led, rows);
            for tile in tiles {
                let id = &tile.attr("href").unwrap()[1..];
                let place = real().dataset.observation(id).unwrap();
                let rank = official_rank(place).unwrap().to_string();
                assert!(
                    select_within(tile, "text").into_iter().any(|line| text(line) == rank),
                    "{id}"
                );
            }
        }
    }
}

#[test]
fn the_archipelagos_are_named_with_their_provinces() {
    for selection in [Selection::default(), of_year(2024)] {
        for (lang, hoang_sa) in [(Lang::Vi, "Hoàng Sa (Đà Nẵng)"), (Lang::En, "Hoàng Sa (Da Nang)")]
        {
            let dom = page_with_selection(lang, selection.clone());
            for map in charts(&dom, "map") {
                let printed: Vec<String> =
                    select_within(map, "text").into_iter().map(text).collect();
                let printed = printed.join(" ");
                assert!(printed.contains(hoang_sa), "{printed}");
                assert!(printed.contains("Trường Sa (Khánh Hòa)"), "{printed}");
            }
        }
    }
}

#[test]
fn the_country_has_no_row_no_tile_and_no_mark() {
    for lang in Lang::ALL {
        let dom = page(lang);
        assert!(ids(&dom).iter().all(|id| !id.starts_with("national/")));
        for row in select_all(&dom, ".t-ranking tr") {
            assert!(!text(row).contains(lang.messages().country_row()));
        }
        let marks = select_all(&dom, "a.tso-mark");
        assert!(marks.iter().all(|mark| !mark.attr("href").unwrap().contains("national")));
        // The country's mean is in a table of its own, each value with its source.
        let means = select_within(select_one(&dom, ".t-means", "ranking"), "tbody tr");
        let with_value: Vec<_> = means
            .iter()
            .filter(|row| !select_within(**row, "a[href*='#national/']").is_empty())
            .collect();
        assert_eq!(with_value.len(), 4);
        for row in with_value {
            assert!(!select_within(*row, "a[rel~=external]").is_empty(), "{}", text(*row));
        }
    }
}

#[test]
fn no_line_leaves_its_panel() {
    let number =
        |line: ElementRef<'_>, name: &str| -> f64 { line.attr(name).unwrap().parse().unwrap() };
    for lang in Lang::ALL {
        let dom = page(lang);
        let charts = charts(&dom, "places");
        assert_eq!(charts.len(), 2);
        for chart in charts {
            let breaks: Vec<f64> = select_within(chart, "line[stroke-dasharray]")
                .into_iter()
                .map(|line| number(line, "x1"))
                .collect();
            assert_eq!(breaks.len(), 3, "before 2021, before 2024, and to the 34 of 2024");
            let joins = select_within(chart, "line[stroke-width='2']");
            // All four 2022–2023, Bình Phước from 2021 on.
            assert_eq!(joins.len(), 5);
            for join in joins {
                let (from, to) = (number(join, "x1"), number(join, "x2"));
                for x in &breaks {
                    assert!((from < *x) == (to < *x), "from {from} to {to} across {x}");
                }
            }
        }
    }
}

#[test]
fn every_edition_is_on_the_page_without_a_program() {
    for lang in Lang::ALL {
        let dom = page(lang);
        let known = ids(&dom);
        for edition in editions(real().dataset, RANK) {
            for place in edition.places {
                assert!(known.contains(&place.id), "{}", place.id);
            }
        }
    }
}

#[test]
fn a_row_has_its_source_unless_all_have_one() {
    let dom = page(Lang::Vi);
    for (idx, table) in tables(&dom).into_iter().enumerate() {
        let rows = select_within(table, "tbody tr");
        let sources = rows.iter().filter_map(|row| select_within(*row, ".t-table__source").pop());
        let cited = sources.filter(|source| !text(*source).is_empty());
        let below = table.next_siblings().find_map(ElementRef::wrap);
        let is_cited_once =
            below.is_some_and(|p| p.value().name() == "p" && !select_within(p, "a").is_empty());
        assert!(is_cited_once || cited.count() == rows.len(), "table {idx}");
    }
    let first = tables(&dom)[0];
    let below = first.next_siblings().find_map(ElementRef::wrap).unwrap();
    assert!(!select_within(below, "a[href='https://dti.gov.vn/xep-hang-2024']").is_empty());
}

#[test]
fn the_edition_after_the_mergers_is_of_34_and_tells_of_the_other_one() {
    let dom = page_with_selection(Lang::Vi, of_year(2024));
    let lead = lead(&dom);
    assert!(lead.contains("Kỳ 2024 sau sáp nhập: Khánh Hòa thứ 16 trong 34 tỉnh, thành phố."));
    assert!(lead.contains("Khánh Hòa ở đây đã gồm cả Ninh Thuận."), "{lead}");
    assert!(
        lead.contains(
            "Bà Rịa – Vũng Tàu nay thuộc Thành phố Hồ Chí Minh (thứ 4), Bình Phước nay thuộc Đồng Nai \
             (thứ 15) và Bạc Liêu nay thuộc Cà Mau (thứ 28): hạng của các đơn vị mới, không phải của các \
             tỉnh cũ."
        ),
        "{lead}"
    );
    let captions: Vec<String> =
        tables(&dom).into_iter().map(|table| text(select_within(table, "caption")[0])).collect();
    assert!(captions[0].starts_with("Kỳ 2024 sau sáp nhập: "), "{captions:?}");
    assert!(captions[0].ends_with(": 34 tỉnh, thành phố"), "{captions:?}");
    assert!(captions[1].starts_with("Kỳ 2024 trước sáp nhập: "), "{captions:?}");
    assert!(captions[1].ends_with(": 63 tỉnh, thành phố"), "{captions:?}");
    // All provinces of that day have a tile.
    for map in charts(&dom, "map") {
        let hrefs: Vec<&str> = select_within(map, "a.tso-mark")
            .into_iter()
            .filter_map(|tile| tile.attr("href"))
            .collect();
        assert_eq!(hrefs.len(), 34);
        let known = edition(2024, 34).places.len();
        assert_eq!(hrefs.iter().filter(|href| href.starts_with('#')).count(), known);
    }
}

#[test]
fn unknown_places_are_named() {
    let dom = page_with_selection(Lang::Vi, of_year(2021));
    let lead = lead(&dom);
    assert!(lead.contains("trong 63 tỉnh, thành phố."), "{lead}");
    assert!(
        lead.contains("Chưa nhập thứ hạng kỳ 2021 của Bà Rịa – Vũng Tàu, Khánh Hòa và Bạc Liêu."),
        "{lead}"
    );
    let history = select_one(&dom, "section[aria-labelledby=history-title] table", "ranking");
    let cells: Vec<String> = select_within(history, "tbody td").into_iter().map(text).collect();
    let count = |what: &str| cells.iter().filter(|cell| *cell == what).count();
    let text = Lang::Vi.ranking();
    assert_eq!(count(text.merged_away), 3);
    // Of the four: all in 2022, 2023 and among the 63 of 2024, and of the others one each.
    assert_eq!(cells.iter().filter(|cell| cell.contains('/')).count(), 15);
    assert_eq!(count(text.not_found), cells.len() - 3 - 15);
    assert!(cells.contains(&"16/34 (gồm cả Ninh Thuận)".to_owned()), "{cells:?}");
}

#[test]
fn no_other_edition_replaces_a_missing_one() {
    for lang in Lang::ALL {
        let dom = page_with_selection(lang, of_year(2019));
        assert!(lead(&dom).contains("2019"), "{}", lead(&dom));
        assert!(charts(&dom, "map").is_empty());
        let option = select_one(&dom, "#edition-of option[value='2019']", "ranking");
        assert!(text(option).contains(lang.ranking().not_found));
        // Everything known is still on the page, in closed sections.
        assert_eq!(select_all(&dom, ".t-editions table.t-ranking").len(), tables(&dom).len());
    }
}

#[test]
fn a_choice_of_provinces_changes_the_answer_and_not_the_table() {
    let provinces = Some(vec!["br-vt".to_owned()]);
    let dom = page_with_selection(Lang::En, Selection { provinces, ..of_year(2022) });
    assert!(lead(&dom).contains("Bà Rịa – Vũng Tàu 28th of 63 provinces and cities."));
    assert_eq!(select_within(tables(&dom)[0], ".t-ranking__own").len(), 1);
    assert_eq!(select_within(tables(&dom)[0], "tbody tr").len(), 63);
}

#[test]
fn without_any_edition_the_page_says_so() {
    let [_, good] = both_sites();
    for lang in Lang::ALL {
        let dom = good.page(lang, &Page::Ranking).dom();
        assert_eq!(lead(&dom), lang.ranking().none);
        assert!(select_all(&dom, "main table, main figure, main details, main form").is_empty());
    }
}

#[test]
fn hostile_texts_come_out_inert_here_too() {
    let dataset = with_hostile_texts(real().dataset);
    for lang in Lang::ALL {
        let html = rendered(&dataset, &Address::new(lang, Page::Ranking));
        let html = html.replace("<noscript>", "<div>").replace("</noscript>", "</div>");
        let dom = Html::parse_document(&html);
        assert_eq!(dom.errors, Vec::<String>::new());
        assert!(select_all(&dom, "script, img, [onclick]").is_empty());
        assert_eq!(select_within(tables(&dom)[0], "tbody tr").len(), 34);
    }
}
