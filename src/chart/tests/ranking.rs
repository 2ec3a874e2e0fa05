//! The two figures of a ranking as a browser and assistive technology read them.

use roxmltree::{Document, Node};

use super::documents::{assert_inert, elements, name};
use super::ranking_samples::{self, panel, rank, rank_series, ranks_of, tile, tiles_of};
use crate::chart::*;

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

fn number(node: &Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

fn printed<'a>(node: &Node<'a, 'a>) -> Vec<&'a str> {
    let texts = node.descendants().filter(|inner| inner.tag_name().name() == "text");
    texts.filter_map(|text| text.text()).collect()
}

/// The part of the document that stands for a tile or a mark. Its name ends with this title.
fn named<'a>(document: &'a Document<'a>, title: &str) -> Node<'a, 'a> {
    let is_it = |node: &Node<'_, '_>| {
        node.attribute("class") == Some("tso-mark") && name(node).ends_with(title)
    };
    document.descendants().find(is_it).unwrap_or_else(|| panic!("no {title}"))
}

#[test]
fn every_tile_is_named_and_prints_its_value() {
    let spec = ranking_samples::tiles();
    for width in WIDTHS {
        let svg = spec.svg(width).unwrap();
        let document = Document::parse(&svg).unwrap();
        for tile in &spec.tiles {
            let node = named(&document, &tile.title);
            assert_eq!(node.attribute("href"), tile.href.as_deref());
            assert!(name(&node).contains(&tile.label), "{}", name(&node));
            let texts = printed(&node);
            let (value, name) = match &tile.value[..] {
                "" => (None, &texts[..]),
                _ => (texts.last().copied(), &texts[..texts.len() - 1]),
            };
            assert_eq!(value.unwrap_or_default(), tile.value);
            let expected = if width == Width::Wide { &tile.label } else { &tile.code };
            assert_eq!(&name.join(" "), expected);
        }
        assert_eq!(elements(&document, "a").count(), 7);
    }
}

#[test]
fn the_values_of_the_narrow_map_can_be_read() {
    let svg = ranking_samples::tiles().svg(Width::Narrow).unwrap();
    let document = Document::parse(&svg).unwrap();
    for link in elements(&document, "a") {
        let texts = link.descendants().filter(|inner| inner.tag_name().name() == "text");
        for text in texts {
            let is_value = text.text().unwrap().parse::<u8>().is_ok();
            // Three units are not quite three pixels at 320.
            let least = if is_value { 12.0 } else { 10.5 };
            assert!(number(&text, "font-size") >= least, "{text:?}");
        }
    }
}

#[test]
fn a_class_is_a_fill_and_no_figure_a_dashed_outline() {
    let spec = ranking_samples::tiles();
    let svg = spec.svg(Width::Wide).unwrap();
    let document = Document::parse(&svg).unwrap();
    for tile in &spec.tiles {
        let node = named(&document, &tile.title);
        let rects = || {
            node.children()
                .filter(|inner| inner.has_tag_name(("http://www.w3.org/2000/svg", "rect")))
        };
        let fill = rects().find_map(|rect| rect.attribute("class").filter(|c| c.starts_with("f-")));
        let expected = tile.class.map_or("f-ground".to_owned(), |class| format!("f-q{class}"));
        assert_eq!(fill, Some(expected.as_str()), "{}", tile.label);
        let is_dashed = rects().any(|rect| rect.has_attribute("stroke-dasharray"));
        assert_eq!(is_dashed, tile.class.is_none(), "{}", tile.label);
        // A highlighted tile has a frame and a shape in the series' color.
        let color = tile.series.map(|series| series.swatch().name);
        let frame = color.map(|name| format!("s-{name}"));
        let is_frame = |rect: Node<'_, '_>| {
            rect.attribute("class") == frame.as_deref() && number(&rect, "stroke-width") >= 2.5
        };
        assert_eq!(frame.is_some(), rects().any(is_frame), "{}", tile.label);
        let n_shapes = node
            .children()
            .filter(|inner| ["circle", "polygon"].contains(&inner.tag_name().name()));
        assert_eq!(n_shapes.count() > 0, color.is_some(), "{}", tile.label);
    }
}

#[test]
fn tiles_are_equal_squares_and_notes_are_no_links() {
    for width in WIDTHS {
        let svg = ranking_samples::tiles().svg(width).unwrap();
        let document = Document::parse(&svg).unwrap();
        let plain = named(&document, "TP. Hồ Chí Minh: hạng Some(1) trên 14");
        let rect = plain.children().find(|node| node.tag_name().name() == "rect").unwrap();
        let side = number(&rect, "width");
        assert!((side - number(&rect, "height")).abs() < 0.2 && side >= 24.0);
        let note = elements(&document, "text").find(|text| text.text() == Some("Trường Sa"));
        let parents: Vec<&str> =
            note.unwrap().ancestors().skip(1).map(|node| node.tag_name().name()).collect();
        assert_eq!(parents, ["svg", ""]);
    }
}

#[test]
fn tiles_that_cannot_be_drawn_say_why() {
    let refused = |tiles: Vec<TileMark>, extra: Vec<TileNote>| {
        let spec = TilesSpec { extra, ..tiles_of(3, 2, tiles) };
        WIDTHS.map(|width| spec.svg(width).unwrap_err())
    };
    let huế = |column, row| tile(column, row, "Huế", "Huế", Some(2));
    let note = |column, span| TileNote { column, row: 1, span, label: "Hoàng Sa".into() };
    let bad = |what: &str, place| {
        let error = ChartError::BadPlace { what: what.into(), place };
        [error.clone(), error]
    };
    assert_eq!(
        refused(vec![], vec![note(0, 1)]),
        [ChartError::NothingToDraw, ChartError::NothingToDraw]
    );
    assert_eq!(refused(vec![huế(3, 0)], vec![]), bad("Huế", (3, 0)));
    assert_eq!(refused(vec![huế(0, 2)], vec![]), bad("Huế", (0, 2)));
    assert_eq!(refused(vec![huế(1, 1), huế(1, 1)], vec![]), bad("Huế", (1, 1)));
    assert_eq!(refused(vec![huế(1, 1)], vec![note(0, 2)]), bad("Hoàng Sa", (0, 1)));
    assert_eq!(refused(vec![huế(1, 1)], vec![note(2, 2)]), bad("Hoàng Sa", (2, 1)));
    assert_eq!(refused(vec![huế(1, 1)], vec![note(2, 0)]), bad("Hoàng Sa", (2, 1)));
    let off = ChartError::OffAxis { what: "Huế".into(), value: 5.0, min: 0.0, max: 4.0 };
    let fifth = TileMark { class: Some(5), ..huế(0, 0) };
    assert_eq!(refused(vec![fifth], vec![]), [off.clone(), off]);
}

#[test]
fn only_neighbors_in_one_panel_are_joined() {
    for width in WIDTHS {
        let svg = ranking_samples::editions().svg(width).unwrap();
        let document = Document::parse(&svg).unwrap();
        let lines: Vec<&str> = elements(&document, "line")
            .filter(|line| line.attribute("stroke-width") == Some("2"))
            .filter_map(|line| line.attribute("class"))
            .collect();
        // Khánh Hòa and Bạc Liêu stand in two panels, Khánh Hòa on both sides of a gap; a target is
        // nobody's neighbor.
        assert_eq!(lines, ["s-s0", "s-s2", "s-s2"]);
    }
}

#[test]
fn every_rank_is_printed_and_every_panel_says_its_ends() {
    let spec = ranking_samples::editions();
    for width in WIDTHS {
        let svg = spec.svg(width).unwrap();
        let document = Document::parse(&svg).unwrap();
        for point in spec.series.iter().flat_map(|series| &series.points) {
            let link = named(&document, &point.title);
            assert_eq!(link.attribute("href"), point.href.as_deref());
            assert_eq!(printed(&link), [point.label.as_str()]);
        }
        let texts = printed(&document.root_element());
        let count = |text: &str| texts.iter().filter(|other| **other == text).count();
        assert_eq!((count("1"), count("63"), count("34")), (3, 2, 1));
        for text in ["2020", "2021", "2022", "2023", "2024", "cách tính mới", "sau sáp nhập"]
        {
            assert_eq!(count(text), 1, "{text}");
        }
        // Names stand in every panel where there is room, else once.
        let n_named = if width == Width::Wide { 2 } else { 1 };
        assert_eq!(count("Bình Phước"), n_named);
        assert_eq!(count("BR-VT"), 1);
    }
}

#[test]
fn each_panel_has_a_scale_of_its_own_with_the_first_on_top() {
    let svg = ranking_samples::editions().svg(Width::Wide).unwrap();
    let document = Document::parse(&svg).unwrap();
    let y = |title: &str| {
        let link = named(&document, title);
        let hit = link.children().find(|node| node.has_attribute("pointer-events")).unwrap();
        number(&hit, "cy")
    };
    let last = y("Hạng 63 trên 63, kỳ 1 của khung 1");
    assert!((last - y("Hạng 34 trên 34, kỳ 0 của khung 2")).abs() < 0.2);
    let first = y("Hạng 1 trên 63, kỳ 0 của khung 0");
    let tenth = y("Hạng 10 trên 63, kỳ 2 của khung 1");
    assert!(first < tenth && tenth < last);
}

#[test]
fn ranks_that_cannot_be_drawn_say_why() {
    let refused = |panels: Vec<RankPanel>, points: Vec<RankPoint>| {
        let spec = ranks_of(panels, vec![rank_series(0, "Huế", points)]);
        let [wide, narrow] = WIDTHS.map(|width| spec.svg(width).unwrap_err());
        assert_eq!(wide, narrow);
        wide
    };
    let two = || vec![panel(63, "a", &["2020"], ""), panel(34, "b", &["2024"], "c")];
    let off = |value: u32, max| ChartError::OffAxis {
        what: format!("{value}/34"),
        value: f64::from(value),
        min: 1.0,
        max,
    };
    let bad = |place| ChartError::BadPlace { what: "1/34".into(), place };
    assert_eq!(refused(two(), vec![]), ChartError::NothingToDraw);
    assert_eq!(refused(vec![], vec![]), ChartError::NothingToDraw);
    assert_eq!(refused(vec![], vec![rank(0, 0, 1, 34)]), bad((0, 0)));
    assert_eq!(refused(two(), vec![rank(2, 0, 1, 34)]), bad((2, 0)));
    assert_eq!(refused(two(), vec![rank(1, 1, 1, 34)]), bad((1, 1)));
    assert_eq!(refused(two(), vec![rank(1, 0, 0, 34)]), off(0, 34.0));
    assert_eq!(refused(two(), vec![rank(1, 0, 35, 34)]), off(35, 34.0));
    assert_eq!(refused(two(), vec![rank(0, 0, 64, 34)]), off(64, 63.0));
    let empty = vec![panel(63, "a", &["2020"], ""), panel(34, "b", &[], "c")];
    assert_eq!(refused(empty, vec![rank(0, 0, 1, 63)]), ChartError::NothingToDraw);
    for base in [0, 1] {
        let axis = ChartError::BadAxis { min: 1.0, max: f64::from(base) };
        assert_eq!(refused(vec![panel(base, "a", &["2020"], "")], vec![rank(0, 0, 1, 1)]), axis);
    }
}

#[test]
fn hostile_rankings_stay_text() {
    assert_inert(&ranking_samples::hostile_tiles());
    assert_inert(&ranking_samples::hostile_editions());
}
