//! The documents as a browser and assistive technology read them.

use roxmltree::{Document, Node};

use super::{promise_samples, samples};
use crate::chart::*;

pub(super) fn elements<'a>(
    document: &'a Document<'_>,
    name: &'a str,
) -> impl Iterator<Item = Node<'a, 'a>> {
    document
        .descendants()
        .filter(move |node| node.has_tag_name(("http://www.w3.org/2000/svg", name)))
}

/// The accessible name of a mark, which only its title gives.
pub(super) fn name<'a>(mark: &Node<'a, 'a>) -> &'a str {
    assert!(mark.attribute("aria-label").is_none(), "a second name would be spoken as well");
    let title = mark.first_element_child().filter(|child| child.tag_name().name() == "title");
    title.and_then(|title| title.text()).unwrap_or_default()
}

/// It names and describes itself, and every visible shape has a class for the style sheet.
pub(super) fn assert_document(svg: &str) {
    let document = Document::parse(svg).unwrap();
    let root = document.root_element();
    for (attribute, tag) in [("aria-labelledby", "title"), ("aria-describedby", "desc")] {
        let id = root.attribute(attribute).unwrap();
        let named = document.descendants().find(|node| node.attribute("id") == Some(id));
        assert_eq!(named.unwrap().tag_name().name(), tag);
    }
    // HTML knows no `lang` on an `svg`; a file of its own needs one.
    let lang = ("http://www.w3.org/XML/1998/namespace", "lang");
    assert_eq!(root.attribute(lang), Some("vi"));
    assert!(root.attribute("viewBox").is_some() && root.attribute("width").is_none());
    let shapes = ["circle", "polygon", "polyline", "line", "rect", "text"];
    for node in document.descendants().filter(|node| shapes.contains(&node.tag_name().name())) {
        let is_hit_area = node.attribute("pointer-events").is_some();
        assert_eq!(node.attribute("class").is_none(), is_hit_area, "{node:?}");
    }
    let solid = |text: &str| text.split_whitespace().collect::<String>();
    for mark in document.descendants().filter(|node| node.attribute("class") == Some("tso-mark")) {
        let texts = mark.descendants().filter(|node| node.tag_name().name() == "text");
        let seen: String = texts.filter_map(|text| text.text()).map(solid).collect();
        assert!(
            solid(name(&mark)).starts_with(&seen),
            "{} does not begin with {seen}",
            name(&mark)
        );
    }
}

/// The size of its smallest text, in units.
pub(super) fn smallest_text(svg: &str) -> f64 {
    let document = Document::parse(svg).unwrap();
    let sizes = elements(&document, "text").map(|text| text.attribute("font-size").unwrap());
    sizes.map(|size| size.parse().unwrap()).fold(f64::INFINITY, f64::min)
}

/// Of a figure of hostile texts and links: they stay text, in either width.
pub(in crate::chart) fn assert_inert(figure: &dyn Figure) {
    for width in [Width::Wide, Width::Narrow] {
        let svg = figure.svg(width).unwrap();
        assert_document(&svg);
        let document = Document::parse(&svg).unwrap();
        assert_eq!(elements(&document, "script").count(), 0);
        assert_eq!(elements(&document, "a").count(), 0);
        assert!(!svg.contains(char::is_control), "control characters must be gone");
        assert_eq!(document.root_element().attribute("role"), Some("img"));
    }
}

#[test]
fn marks_are_links_with_a_name_and_room_for_a_finger() {
    let svg = samples::online_dossiers().svg(Width::Narrow).unwrap();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(document.root_element().attribute("role"), Some("group"));
    let links: Vec<Node<'_, '_>> = elements(&document, "a").collect();
    assert_eq!(links.len(), 7);
    for link in links {
        assert_ne!(name(&link), "");
        let hit = link.children().find(|node| node.attribute("pointer-events") == Some("all"));
        let radius: f64 = hit.unwrap().attribute("r").unwrap().parse().unwrap();
        assert!(radius >= 12.0);
    }
}

#[test]
fn a_figure_without_links_is_an_image() {
    let mut spec = samples::single_point();
    spec.bands[0].rows[0].marks[0].href = None;
    let svg = spec.svg(Width::Wide).unwrap();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(document.root_element().attribute("role"), Some("img"));
    assert_eq!(elements(&document, "a").count(), 0);
}

#[test]
fn hostile_text_stays_text() {
    let svg = samples::hostile().svg(Width::Wide).unwrap();
    let document = Document::parse(&svg).unwrap();
    assert_eq!(elements(&document, "script").count(), 0);
    let links: Vec<Option<&str>> =
        elements(&document, "a").map(|link| link.attribute("href")).collect();
    assert_eq!(links, [Some("#a\"onclick='x'<b>")]);
    assert!(!svg.contains(char::is_control), "control characters must be gone");
    let title = elements(&document, "title").next().unwrap();
    assert_eq!(title.text(), Some("<script>alert('x')</script> & \"quotes\" ]]>"));
}

#[test]
fn only_a_figure_that_leaves_the_page_shows_its_title_and_source() {
    let shown = |spec: &CompareSpec| {
        let svg = spec.svg(Width::Wide).unwrap();
        let document = Document::parse(&svg).unwrap();
        let texts: Vec<String> =
            elements(&document, "text").filter_map(|text| text.text().map(String::from)).collect();
        (texts.contains(&spec.caption.title), elements(&document, "rect").count())
    };
    let standing_alone = samples::single_point();
    let mut on_the_page = standing_alone.clone();
    on_the_page.caption.source_line = None;
    assert_eq!(shown(&standing_alone), (true, 1));
    assert_eq!(shown(&on_the_page), (false, 0));
}

#[test]
fn figures_that_cannot_be_drawn_say_why() {
    let empty = samples::compare(samples::percent_axis(), vec![samples::band("a", vec![])]);
    assert_eq!(empty.svg(Width::Wide), Err(ChartError::NothingToDraw));
    assert_eq!(samples::time(vec![]).svg(Width::Wide), Err(ChartError::NothingToDraw));

    let mut spec = samples::single_point();
    spec.bands[0].rows[0].marks[0].value = 120.0;
    let off =
        ChartError::OffAxis { what: "60% · 2022".into(), value: 120.0, min: 0.0, max: 100.0 };
    assert_eq!(spec.svg(Width::Wide), Err(off));
    spec.axis.max = 0.0;
    let bad = ChartError::BadAxis { min: 0.0, max: 0.0 };
    assert_eq!(spec.svg(Width::Wide), Err(bad));

    let mut spec = samples::gaps_and_targets();
    // The fifth point is a target: a line to it would promise a path.
    spec.series[0].joins.push((0, 4));
    let join = ChartError::BadJoin { series: "BR-VT".into(), join: (0, 4) };
    assert_eq!(spec.svg(Width::Wide), Err(join));
    spec.series[0].joins = vec![(0, 9)];
    let join = ChartError::BadJoin { series: "BR-VT".into(), join: (0, 9) };
    assert_eq!(spec.svg(Width::Wide), Err(join));
}

#[test]
fn promises_that_cannot_be_drawn_say_why() {
    let off = |what: &str, value, (min, max): (f64, f64)| {
        Err(ChartError::OffAxis { what: what.into(), value, min, max })
    };
    let mut spec = promise_samples::kept();
    spec.paths[0].to.1 = 50.0;
    assert_eq!(spec.svg(Width::Wide), off(&spec.caption.title, 50.0, (1.0, 40.0)));
    spec.series.clear();
    spec.paths[0].to.1 = 15.0;
    assert!(spec.svg(Width::Wide).is_ok());
    spec.paths.clear();
    assert_eq!(spec.svg(Width::Wide), Err(ChartError::NothingToDraw));

    let mut spec = promise_samples::deadlines();
    let (first, last) = (spec.x_min_day, spec.x_max_day);
    let days = (f64::from(first), f64::from(last));
    spec.rows[0].marks[0].day = Some(last + 1);
    let title = spec.rows[0].marks[0].title.clone();
    assert_eq!(spec.svg(Width::Wide), off(&title, days.1 + 1.0, days));
    spec.rows[0].marks[0].day = None;
    spec.rows[0].end = Some(DayTick { day: first - 1, label: "sáp nhập".into() });
    assert_eq!(spec.svg(Width::Narrow), off("sáp nhập", days.0 - 1.0, days));
    spec.x_max_day = first;
    let bad = ChartError::BadAxis { min: days.0, max: days.0 };
    assert_eq!(spec.svg(Width::Wide), Err(bad));
    spec.rows.iter_mut().for_each(|row| row.marks.clear());
    assert_eq!(spec.svg(Width::Wide), Err(ChartError::NothingToDraw));
}

#[test]
fn every_promise_is_a_link_whose_target_meets_no_other() {
    let spec = promise_samples::deadlines();
    for width in [Width::Wide, Width::Narrow] {
        let svg = spec.svg(width).unwrap();
        let document = Document::parse(&svg).unwrap();
        let links: Vec<Node<'_, '_>> = elements(&document, "a").collect();
        assert_eq!(links.len(), spec.rows.iter().map(|row| row.marks.len()).sum::<usize>());
        let number = |node: &Node<'_, '_>, name: &str| -> f64 {
            node.attribute(name).unwrap().parse().unwrap()
        };
        let hits: Vec<(f64, f64, f64)> = links
            .iter()
            .map(|link| {
                let hit = link.children().find(|node| node.has_attribute("pointer-events"));
                let hit = hit.unwrap();
                (number(&hit, "cx"), number(&hit, "cy"), number(&hit, "r"))
            })
            .collect();
        for (index, (x, y, radius)) in hits.iter().enumerate() {
            assert!(*radius >= 11.0);
            for (other_x, other_y, _) in &hits[..index] {
                let distance = (x - other_x).hypot(y - other_y);
                assert!(distance >= 2.0 * radius - 0.3, "{distance}");
            }
        }
    }
}

#[test]
fn marks_stand_on_their_side_of_today() {
    let spec = promise_samples::deadlines();
    let today = spec.verticals[0].day;
    for width in [Width::Wide, Width::Narrow] {
        let placed = spec.lay_out(width).unwrap();
        let label = "hôm nay 22/11/2026";
        let flag = placed.texts.iter().position(|text| text.lines == [label]).unwrap();
        // The lines of the upright marks come last, as their labels do.
        assert_eq!(flag + 1, placed.texts.len());
        let x = placed.lines.last().unwrap().points[0].x;
        let marks = spec.rows.iter().flat_map(|row| {
            let days = row.marks.iter().map(|mark| mark.day);
            days.flatten()
        });
        let n_past = marks.filter(|day| *day < today).count();
        let n_left = placed.marks.iter().filter(|mark| mark.center.x < x).count();
        assert_eq!(n_left, n_past);
    }
}

#[test]
fn hostile_deadlines_stay_text() {
    assert_inert(&promise_samples::hostile_deadlines());
}

#[test]
fn glyphs_are_decoration_drawn_like_the_marks() {
    let mut seen: Vec<String> = Vec::new();
    for slot in 0..7 {
        for form in MarkForm::ALL {
            let svg = glyph_svg(Some(Series::Slot(slot)), form);
            let document = Document::parse(&svg).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("aria-hidden"), Some("true"));
            assert!(root.children().all(|shape| shape.has_attribute("class")));
            assert!(!seen.contains(&svg));
            seen.push(svg);
        }
    }
}

#[test]
fn only_joined_results_are_connected_over_time() {
    let mut spec = samples::gaps_and_targets();
    let count = |spec: &TimeSpec| {
        let svg = spec.svg(Width::Wide).unwrap();
        let document = Document::parse(&svg).unwrap();
        elements(&document, "line").filter(|line| line.attribute("class") == Some("s-s0")).count()
    };
    assert_eq!(count(&spec), 2);
    spec.series[0].joins.clear();
    assert_eq!(count(&spec), 0);
}

#[test]
fn no_line_runs_through_its_own_label() {
    // Neither side of a line in the middle of a narrow figure has room for these.
    let (reference, vertical) = ("chỉ tiêu của cả nước 50% · 2024", "cách tính mới từ 7/2024");
    let references = vec![samples::reference(50.0, reference, true)];
    let row = samples::row(0, "A", vec![samples::mark(0, 10.0, Fill::Filled, "10%")]);
    let band = Band { references, ..samples::band("B", vec![row]) };
    let compared = samples::compare(samples::percent_axis(), vec![band]);
    let time = samples::gaps_and_targets();
    let middle = i32::midpoint(time.x_min_day, time.x_max_day);
    let verticals = vec![samples::vertical(VerticalKind::Break, middle, vertical)];
    let over_time = TimeSpec { verticals, ..time };
    let compared = compared.lay_out(Width::Narrow).unwrap();
    let over_time = over_time.lay_out(Width::Narrow).unwrap();
    for (placed, label) in [(compared, reference), (over_time, vertical)] {
        let label = placed.texts.iter().find(|text| text.lines == [label]).unwrap().bounds;
        let lines = placed.lines.iter().map(|line| line.points);
        let under: Vec<f64> = lines
            .filter(|[from, to]| label.left < from.x && to.x < label.right && from.y < to.y)
            .map(|[from, _]| from.y)
            .collect();
        assert_eq!(under, [label.bottom]);
    }
}

#[test]
fn a_first_result_is_labelled_unless_too_many_begin_with_it() {
    let n_labelled = |n_series: u8| {
        let series = (0..n_series).map(|index| TimeSeries {
            label: format!("Tỉnh {index}"),
            series: Series::Slot(index),
            points: vec![
                // Closer to each other than labels are high.
                samples::time_point(
                    samples::YEARS[1],
                    40.0 + f64::from(index),
                    Fill::Filled,
                    "40%",
                ),
                samples::time_point(
                    samples::YEARS[6],
                    15.0 * f64::from(index),
                    Fill::Filled,
                    "15%",
                ),
            ],
            joins: vec![(0, 1)],
        });
        let placed = samples::time(series.collect()).lay_out(Width::Wide).unwrap();
        placed.marks.iter().filter(|mark| mark.label.is_some()).count()
    };
    assert_eq!(n_labelled(4), 4);
    assert!((1..5).contains(&n_labelled(5)));
}

#[test]
fn better_ranks_stand_further_right_and_up() {
    let svg = samples::ranks().svg(Width::Wide).unwrap();
    let document = Document::parse(&svg).unwrap();
    let x = |name: &str| -> f64 {
        let link = elements(&document, "a").find(|a| self::name(a).contains(name));
        let hit = link.unwrap().children().find(|node| node.has_attribute("pointer-events"));
        hit.unwrap().attribute("cx").unwrap().parse().unwrap()
    };
    assert!(x("hạng 1 ·") > x("hạng 16 ·") && x("hạng 16 ·") > x("hạng 63 ·"));
}
