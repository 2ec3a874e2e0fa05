//! The charts in the pages.

use std::collections::BTreeSet;

use scraper::ElementRef;
use tinhso::address::Page;
use tinhso::data::Kind;
use tinhso::i18n::Lang;

use crate::support::{all_pages, both_sites, by_id, select_all, select_within, text};

const CHART: &str = "svg.tso-chart";

/// The ids of the figures that the marks of a chart link to; for a link that leads to no figure its
/// address.
fn marks(chart: ElementRef<'_>) -> BTreeSet<String> {
    select_within(chart, "a.tso-mark")
        .into_iter()
        .map(|mark| mark.attr("href").unwrap())
        .map(|href| href.split_once('#').map_or(href, |(_, id)| id).to_owned())
        .collect()
}

#[test]
fn every_drawing_has_a_view_box_of_some_size() {
    for (_, page) in all_pages() {
        for svg in select_all(&page.dom(), "svg") {
            let numbers: Vec<f64> = svg
                .attr("viewBox")
                .unwrap()
                .split(' ')
                .map(|number| number.parse().unwrap())
                .collect();
            let [_, _, width, height] = numbers[..] else { panic!("{}", page.url) };
            assert!(width > 0.0 && height > 0.0, "{}: {numbers:?}", page.url);
        }
    }
}

#[test]
fn a_drawing_is_a_chart_with_a_name_or_a_glyph_that_is_not_read_aloud() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        for svg in select_all(&dom, "svg:not(.tso-chart)") {
            assert_eq!(svg.attr("aria-hidden"), Some("true"), "{}: {}", page.url, svg.html());
            assert_eq!(select_within(svg, "a, title, [id]").len(), 0, "{}", page.url);
        }
        for chart in select_all(&dom, CHART) {
            let names: Vec<&str> =
                chart.child_elements().take(2).map(|child| child.value().name()).collect();
            assert_eq!(names, ["title", "desc"], "{}", page.url);
            let own: Vec<&str> =
                chart.child_elements().take(2).filter_map(|child| child.attr("id")).collect();
            assert_eq!(chart.attr("aria-labelledby"), Some(own[0]), "{}", page.url);
            let described_by = chart.attr("aria-describedby").unwrap().split(' ').next();
            assert_eq!(described_by, Some(own[1]), "{}", page.url);
            let kind = chart.attr("aria-roledescription");
            assert_eq!(kind, Some(page.lang().messages().chart()), "{}", page.url);
            for id in own {
                assert_ne!(text(by_id(&dom, id).unwrap()), "", "{}: {id}", page.url);
            }
            // In HTML an `svg` has `xml:lang`.
            let lang = chart.value().attrs().find(|(name, _)| *name == "lang");
            assert_eq!(lang.map(|(_, code)| code), Some(page.lang().code()), "{}", page.url);
            assert!(chart.attr("aria-hidden").is_none(), "{}", page.url);
        }
    }
}

/// A name that is spoken twice says nothing the second time: of two charts of a page, or of a chart and the
/// heading above it.
#[test]
fn a_chart_has_a_name_of_its_own_that_no_heading_of_its_figure_has() {
    let mut n_pages = 0;
    for (_, page) in all_pages() {
        let dom = page.dom();
        let name_of = |chart: &ElementRef<'_>| text(select_within(*chart, "title")[0]);
        let wide = select_all(&dom, ".t-chart--wide svg.tso-chart");
        let names: BTreeSet<String> = wide.iter().map(name_of).collect();
        assert_eq!(names.len(), wide.len(), "{}: {names:?}", page.url);
        n_pages += usize::from(names.len() > 1);
        for figure in select_all(&dom, "figure") {
            let headings = select_within(figure, "h2, h3").into_iter().map(text);
            let headings: BTreeSet<String> = headings.collect();
            let charts = select_within(figure, CHART);
            let repeated = charts.iter().map(name_of).find(|name| headings.contains(name));
            assert_eq!(repeated, None, "{}", page.url);
        }
        let headings = select_all(&dom, "h1, h2").into_iter().map(text);
        let mut seen = BTreeSet::new();
        for heading in headings {
            assert!(seen.insert(heading.clone()), "{}: {heading} twice", page.url);
        }
    }
    assert!(n_pages > 5, "{n_pages}");
}

#[test]
fn every_chart_could_be_drawn() {
    for (_, page) in all_pages() {
        let failed = page.lang().messages().chart_failed();
        assert!(!page.html.contains(failed), "{}", page.url);
    }
}

#[test]
fn coordinates_are_numbers() {
    let mut n_read = 0;
    for (_, page) in all_pages() {
        let dom = page.dom();
        for attribute in ["x", "y", "cx", "cy", "r", "x1", "y1", "x2", "y2", "width", "height"] {
            for element in select_all(&dom, &format!("svg [{attribute}]")) {
                n_read += 1;
                let value = element.attr(attribute).unwrap();
                let number = value.parse::<f64>();
                assert!(number.is_ok_and(f64::is_finite), "{}: {attribute}={value}", page.url);
            }
        }
        for shape in select_all(&dom, "svg [points]") {
            let points = shape.attr("points").unwrap();
            let numbers = points.split([' ', ',']).map(str::parse::<f64>);
            assert!(numbers.clone().count() >= 4, "{}: {points}", page.url);
            assert!(numbers.into_iter().all(|n| n.is_ok_and(f64::is_finite)), "{points}");
        }
    }
    assert!(n_read > 1000, "{n_read}");
}

#[test]
fn a_chart_has_both_widths_with_the_same_marks_or_is_small() {
    let (mut n_charts, mut n_small) = (0, 0);
    for (_, page) in all_pages() {
        let dom = page.dom();
        let wide = select_all(&dom, ".t-chart--wide svg.tso-chart--wide");
        let narrow = select_all(&dom, ".t-chart--narrow svg.tso-chart--narrow");
        assert_eq!(wide.len(), narrow.len(), "{}", page.url);
        let small = select_all(&dom, ".t-story .t-chart--small svg.tso-chart--narrow");
        assert_eq!(select_all(&dom, CHART).len(), 2 * wide.len() + small.len(), "{}", page.url);
        n_small += small.len();
        for (wide, narrow) in wide.into_iter().zip(narrow) {
            assert_eq!(marks(wide), marks(narrow), "{}", page.url);
            n_charts += 1;
        }
    }
    assert!(n_charts > 0 && n_small > 0);
}

#[test]
fn every_mark_of_a_figure_leads_to_its_card_on_the_same_page_and_says_its_value() {
    let mut n_marks = 0;
    for (_, page) in all_pages() {
        let dom = page.dom();
        for mark in select_all(&dom, "a.tso-mark") {
            // Outside the page of promises, marks of promises link to that page.
            let Some(id) = mark.attr("href").unwrap().strip_prefix('#') else { continue };
            n_marks += 1;
            let card = by_id(&dom, id).unwrap_or_else(|| panic!("{}: #{id}", page.url));
            // Tiles link to rows of the table beside them.
            if card.value().name() == "tr" {
                assert_eq!(page.address.page, Page::Ranking);
                continue;
            }
            // Promises have stories instead of cards.
            if card.value().name() == "details" {
                assert_eq!(page.address.page, Page::Promises);
                continue;
            }
            // Earlier results have a place in a list instead.
            let value = if card.value().name() == "li" {
                text(select_within(card, "a")[0])
            } else {
                assert!(card.value().classes().any(|own| own == "t-card"), "{}: #{id}", page.url);
                text(select_within(card, "h3 strong")[0])
            };
            let (name, digits) = (name(mark), |text: &str| -> String {
                text.chars().filter(|c| c.is_ascii_digit() || ".,%".contains(*c)).collect()
            });
            let value = digits(&value);
            assert!(digits(&name).contains(&value), "{}: {name}, the card says {value}", page.url);
        }
    }
    assert!(n_marks > 0);
}

/// The accessible name of a mark, which its title alone gives: a browser would take an `aria-label`
/// beside it for a description, and the mark would be spoken twice.
fn name(mark: ElementRef<'_>) -> String {
    assert_eq!(mark.attr("aria-label"), None);
    let titles = select_within(mark, "title");
    assert_eq!(titles.len(), 1, "{}", mark.html());
    text(titles[0])
}

/// WCAG 2.2, success criterion 2.5.3.
#[test]
fn the_name_of_every_mark_begins_with_what_is_printed_and_says_nothing_twice() {
    let (mut n_printed, mut n_marks) = (0, 0);
    for (_, page) in all_pages() {
        for mark in select_all(&page.dom(), ".tso-mark") {
            let name = name(mark);
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            let seen: String =
                select_within(mark, "text").into_iter().map(|line| solid(&text(line))).collect();
            assert!(solid(&name).starts_with(&seen), "{}: {name:?}, printed {seen}", page.url);
            let parts: Vec<&str> = name.split([':', ',', ';']).map(str::trim).collect();
            let long: Vec<&&str> = parts.iter().filter(|part| part.chars().count() > 5).collect();
            let unlike: BTreeSet<&&str> = long.iter().copied().collect();
            assert_eq!(long.len(), unlike.len(), "{}: {name}", page.url);
            n_marks += 1;
            n_printed += usize::from(!seen.is_empty());
        }
    }
    assert!(n_printed > 1000 && n_marks > n_printed, "{n_printed} of {n_marks}");
}

#[test]
fn the_name_of_a_mark_says_whose_figure_it_is_and_what_it_measures() {
    for site in both_sites() {
        for page in site.pages() {
            let (Page::Compare(_) | Page::Concept(_)) = page.address.page else { continue };
            for mark in select_all(&page.dom(), "a.tso-mark") {
                let id = mark.attr("href").unwrap().trim_start_matches('#');
                let observation = site.dataset.observation(id).unwrap();
                let province = site.dataset.province(&observation.province).unwrap();
                let indicator = site.dataset.indicator(&observation.indicator).unwrap();
                let (messages, name) = (page.lang().messages(), name(mark));
                let is_context = site.dataset.is_context(&observation.indicator);
                let kind = match (observation.kind, page.lang()) {
                    (Kind::Result, Lang::Vi) if is_context => "số liệu",
                    (Kind::Result, Lang::En) if is_context => "figure",
                    (Kind::Result, _) => messages.result(),
                    (Kind::Target, _) => messages.target(),
                };
                let (short, measure) = match page.lang() {
                    Lang::Vi => (&province.short.vi, &indicator.name.vi),
                    Lang::En => (&province.short.en, &indicator.name.en),
                };
                assert!(name.to_lowercase().contains(&kind.to_lowercase()), "{}: {name}", page.url);
                for part in [short, measure] {
                    assert_eq!(name.matches(part.as_str()).count(), 1, "{}: {name}", page.url);
                }
            }
        }
    }
}

#[test]
fn a_chart_with_marks_to_walk_through_says_how_and_can_be_skipped() {
    let (mut n_charts, mut n_without) = (0, 0);
    for (_, page) in all_pages() {
        let (dom, messages) = (page.dom(), page.lang().messages());
        let charts = select_all(&dom, ".t-chart--narrow svg, .t-chart--small svg");
        assert_eq!(
            select_all(&dom, ".t-chart-skip").len(),
            charts.iter().filter(|chart| marks(**chart).len() > 1).count(),
            "{}",
            page.url
        );
        for chart in charts {
            let described_by: Vec<&str> =
                chart.attr("aria-describedby").unwrap().split(' ').collect();
            if select_within(chart, "a").len() < 2 {
                assert_eq!(described_by.len(), 1, "{}", page.url);
                n_without += 1;
                continue;
            }
            n_charts += 1;
            let keys = by_id(&dom, described_by[1]).unwrap();
            assert_eq!(text(keys), messages.chart_keys());
            let end = keys.next_siblings().find_map(ElementRef::wrap).unwrap();
            assert_eq!(end.attr("tabindex"), Some("-1"));
            let skip = format!(".t-chart-skip[href='#{}']", end.attr("id").unwrap());
            assert_eq!(select_all(&dom, &skip).len(), 1, "{}: {skip}", page.url);
        }
        // Only the program takes marks out of the Tab order.
        assert_eq!(select_all(&dom, ".tso-mark[tabindex]").len(), 0, "{}", page.url);
    }
    assert!(n_charts > 0 && n_without > 0);
}

/// The marks of a row are next to each other in the order in which they are read aloud, but for those
/// that are drawn beneath others.
#[test]
fn a_comparison_is_read_aloud_row_by_row() {
    for (_, page) in all_pages() {
        let Page::Compare(_) = page.address.page else { continue };
        for chart in select_all(&page.dom(), CHART) {
            let rows: Vec<u32> = select_within(chart, "a.tso-mark")
                .into_iter()
                .map(|mark| mark.attr("data-row").map_or(0, |row| row.parse().unwrap()))
                .collect();
            assert!(rows.is_sorted(), "{}: {rows:?}", page.url);
        }
    }
}

/// The latest results and all targets of the provinces are marks; the country's are lines.
#[test]
fn a_comparison_draws_every_target_and_every_latest_result() {
    for site in both_sites() {
        for page in site.pages() {
            let Page::Compare(concept) = &page.address.page else { continue };
            let dom = page.dom();
            let drawn: BTreeSet<String> =
                select_all(&dom, ".t-chart--wide svg").into_iter().flat_map(marks).collect();
            let is_province = |id: &str| site.dataset.followed().iter().any(|p| p.id == id);
            let expected: BTreeSet<String> = site
                .dataset
                .indicators_of(concept)
                .iter()
                .flat_map(|indicator| {
                    let own =
                        site.dataset.observations.iter().filter(|o| o.indicator == indicator.id);
                    own.filter(|o| o.value().is_some() && is_province(&o.province))
                })
                .filter(|o| {
                    let later = |other: &&tinhso::data::Observation| {
                        other.province == o.province
                            && other.indicator == o.indicator
                            && other.value().is_some()
                            && other.period.zip(o.period).is_some_and(|(a, b)| a.end() > b.end())
                    };
                    !site.dataset.observations.iter().any(|other| later(&other))
                })
                .map(|o| o.id.clone())
                .collect();
            // Of several latest results of a province those that are like the others' are drawn.
            let thing = |id: &String| {
                let figure = site.dataset.observation(id).unwrap();
                match figure.kind {
                    Kind::Result => (figure.province.clone(), figure.indicator.clone()),
                    Kind::Target => (id.clone(), String::new()),
                }
            };
            let things = |ids: &BTreeSet<String>| ids.iter().map(thing).collect::<BTreeSet<_>>();
            assert!(drawn.is_subset(&expected), "{}", page.url);
            assert_eq!(things(&drawn), things(&expected), "{}", page.url);
            assert_eq!(things(&drawn).len(), drawn.len(), "{}", page.url);
        }
    }
}
