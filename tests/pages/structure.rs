//! What every page must have, whatever it is about.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use tinhso::address::{Page, keys};

use crate::support::{all_pages, both_sites, ids, select_all, select_one, text};

#[test]
fn every_page_parses_without_an_error() {
    for (_, page) in all_pages() {
        let errors = Html::parse_document(&page.html).errors;
        assert_eq!(errors, Vec::<String>::new(), "{}", page.url);
    }
}

#[test]
fn every_page_has_one_heading_of_the_first_level_and_skips_no_level() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        assert_ne!(text(select_one(&dom, "h1", &page.url)), "", "{}", page.url);
        let mut above = 0;
        for heading in select_all(&dom, "h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().unwrap();
            assert!(level <= above + 1, "{}: {} follows h{above}", page.url, text(heading));
            assert_ne!(text(heading), "", "{}: an empty heading", page.url);
            above = level;
        }
    }
}

#[test]
fn every_page_has_the_landmarks_and_the_link_past_them() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        for landmark in ["header", "main#main", "footer", "a.t-skip[href='#main']"] {
            select_one(&dom, landmark, &page.url);
        }
        for nav in select_all(&dom, "nav") {
            assert!(nav.attr("aria-label").is_some_and(|label| !label.is_empty()), "{}", page.url);
        }
    }
}

/// Screen readers list landmarks by their names, so two of one kind need two names. A section without
/// a name is no landmark.
#[test]
fn no_two_navigations_or_sections_have_the_same_name() {
    let mut n_names = 0;
    for (_, page) in all_pages() {
        let dom = page.dom();
        let mut names = BTreeSet::new();
        for landmark in select_all(&dom, "nav[aria-label], section[aria-label]") {
            let name = landmark.attr("aria-label").unwrap().to_owned();
            assert!(names.insert((landmark.value().name(), name)), "{}", landmark.html());
        }
        for section in select_all(&dom, "section[aria-labelledby]") {
            let id = section.attr("aria-labelledby").unwrap();
            let name = text(select_one(&dom, &format!("[id='{id}']"), &page.url));
            assert_ne!(name.trim(), "", "{}: {id}", page.url);
            assert!(names.insert(("section", name)), "{}: two sections like {id}", page.url);
        }
        n_names += names.len();
    }
    assert!(n_names > 100, "{n_names}");
}

#[test]
fn an_id_is_unique_on_its_page_and_every_reference_to_an_id_finds_it() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        let known = ids(&dom);
        assert_eq!(select_all(&dom, "[id]").len(), known.len(), "{}: an id stands twice", page.url);
        for attribute in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for element in select_all(&dom, &format!("[{attribute}]")) {
                for id in element.attr(attribute).unwrap().split_whitespace() {
                    assert!(known.contains(id), "{}: {attribute}={id}", page.url);
                }
            }
        }
    }
}

#[test]
fn no_page_shows_what_a_program_would_print() {
    let words = ["NaN", "undefined", "null", "inf", "Infinity"];
    for (_, page) in all_pages() {
        let dom = page.dom();
        // "None" may begin a sentence, but by itself or in brackets a program printed it.
        assert!(dom.root_element().text().all(|text| text.trim() != "None"), "{}", page.url);
        let text = text(dom.root_element());
        for part in text.split(|c: char| !c.is_alphanumeric()) {
            assert!(!words.contains(&part), "{}: the text has {part:?}", page.url);
        }
        for mark in ["{}", "[object", "<!--", "-->", "()", "(None", "Some("] {
            assert!(!text.contains(mark), "{}: the text has {mark:?}", page.url);
        }
        assert!(!page.html.contains("NaN"), "{}: an attribute has NaN", page.url);
    }
}

#[test]
fn every_table_has_a_caption_and_as_many_cells_as_columns_in_each_row() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        for table in select_all(&dom, "table") {
            let find = |selector| crate::support::select_within(table, selector);
            assert_eq!(find("caption").len(), 1, "{}", page.url);
            let n_columns = find("thead th[scope=col]").len();
            assert!(n_columns > 0, "{}", page.url);
            // How many more rows a heading from an earlier row spans.
            let mut n_headed = 0;
            for row in find("tbody tr") {
                let number =
                    |cell: &ElementRef<'_>, name| cell.attr(name).map_or(1, |n| n.parse().unwrap());
                let cells = crate::support::select_within(row, "th, td");
                let width: usize = cells.iter().map(|cell| number(cell, "colspan")).sum();
                let from_above = usize::from(n_headed > 0);
                assert_eq!(width + from_above, n_columns, "{}: {}", page.url, text(row));
                let headings = crate::support::select_within(row, "th[scope]");
                assert_eq!(headings.len() + from_above, 1, "{}", page.url);
                let rows: usize = headings.first().map_or(n_headed, |th| number(th, "rowspan"));
                n_headed = rows - 1;
            }
            assert_eq!(n_headed, 0, "{}", page.url);
        }
    }
}

/// Choices made before the program comes count, because they can be read from the controls.
/// Everything that only the program can do is disabled until then.
#[test]
fn controls_can_be_read_or_wait_for_the_program() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        // The buttons of popovers need no program.
        let controls = select_all(&dom, "input, select, button:not([popovertarget]), textarea");
        for control in controls {
            // What is typed into the field that adds a province is repeated, too.
            let is_read = control.attr("name").is_some_and(|name| keys::ALL.contains(&name))
                || control.value().name() == "select"
                || control.attr("id") == Some("add-province");
            let above = control.ancestors().filter_map(ElementRef::wrap);
            let is_form = |e: ElementRef<'_>| {
                e.value().classes().any(|class| class == "t-controls")
                    || e.attr("role") == Some("search")
            };
            let is_in_form = above.into_iter().any(is_form);
            assert_eq!(is_read, is_in_form, "{}: {}", page.url, control.html());
            assert_eq!(is_read, control.attr("disabled").is_none(), "{}", page.url);
        }
        // If a browser restored an earlier value, it would be taken for a choice.
        for form in select_all(&dom, "form.t-controls, form input[type=search]") {
            assert_eq!(form.attr("autocomplete"), Some("off"), "{}", page.url);
        }
    }
}

#[test]
fn every_control_has_a_label() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        let labelled: BTreeSet<&str> = select_all(&dom, "label[for]")
            .into_iter()
            .filter_map(|label| label.attr("for"))
            .collect();
        for control in select_all(&dom, "input, select, textarea") {
            let is_wrapped = control
                .ancestors()
                .filter_map(ElementRef::wrap)
                .any(|above| above.value().name() == "label" && !text(above).is_empty());
            let is_named = control.attr("id").is_some_and(|id| labelled.contains(id));
            // The header has no room for the label of its field.
            let is_said = control.attr("aria-label").is_some_and(|label| !label.is_empty());
            assert!(is_wrapped || is_named || is_said, "{}: {}", page.url, control.html());
        }
    }
}

#[test]
fn a_sentence_that_follows_choices_is_read_aloud_whole() {
    let mut n_sentences = 0;
    for (_, page) in all_pages() {
        for sentence in select_all(&page.dom(), "p[aria-live]") {
            assert_eq!(sentence.attr("aria-atomic"), Some("true"), "{}", page.url);
            n_sentences += 1;
        }
    }
    assert!(n_sentences > 0);
}

#[test]
fn both_sites_have_pages_of_every_kind_in_both_languages() {
    for site in both_sites() {
        let concepts = site.dataset.concepts().len();
        let (n_fixed, provinces) = (Page::FIXED.len(), site.dataset.units().count());
        assert!(concepts > 0 && provinces > 0, "{}", site.name);
        assert_eq!(site.pages().count(), 2 * (n_fixed + 2 * concepts + provinces), "{}", site.name);
        let urls: BTreeSet<&str> = site.pages().map(|page| page.url.as_str()).collect();
        assert_eq!(urls.len(), site.pages().count(), "{}: two pages share a URL", site.name);
    }
}
