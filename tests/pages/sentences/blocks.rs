//! The texts of a page, and where each of them is.

use scraper::{ElementRef, Html, Node};

/// A text that is read as a unit: a paragraph, a heading, a cell, a label in a chart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Block {
    pub(super) text: String,
    pub(super) place: Place,
}

/// Where a text is on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Place {
    /// In a title, a lead, a finding, or what previews and search engines show.
    pub(super) is_headline: bool,
    /// In the cell of a table: the column says what it is.
    pub(super) is_cell: bool,
    pub(super) section: Section,
}

/// Sections of a page with rules of their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Section {
    #[default]
    Any,
    /// The reasons why figures cannot be compared.
    Reasons,
    /// The card of a figure.
    Card,
    /// The row and the story of a promise, with its id.
    Promise(String),
}

impl Place {
    /// The promise that the text is about.
    pub(super) fn promise(&self) -> Option<&str> {
        match &self.section {
            Section::Promise(id) => Some(id),
            _ => None,
        }
    }
}

const BLOCKS: [&str; 19] = [
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "td",
    "th",
    "dt",
    "dd",
    "figcaption",
    "summary",
    "caption",
    "title",
    "desc",
    "div",
    "section",
    "article",
    "main",
];

/// Elements that are controls, or are not shown.
const SKIPPED: [&str; 6] = ["select", "label", "script", "style", "noscript", "nav"];

/// All texts of a page: those of its head, then those of its content.
pub(super) fn blocks(dom: &Html) -> Vec<Block> {
    let mut found = Vec::new();
    let head = Place { is_headline: true, ..Place::default() };
    for element in super::select_all(dom, "head > title") {
        push(&mut found, &super::text(element), &head);
    }
    let of_previews = "head > meta[name='description'], head > meta[property='og:description'], \
                       head > meta[property='og:title']";
    for element in super::select_all(dom, of_previews) {
        push(&mut found, element.attr("content").unwrap_or_default(), &head);
    }
    for main in super::select_all(dom, "main") {
        walk(main, &Place::default(), &mut found);
    }
    found
}

fn push(found: &mut Vec<Block>, text: &str, place: &Place) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty() {
        found.push(Block { text, place: place.clone() });
    }
}

fn walk(element: ElementRef<'_>, around: &Place, found: &mut Vec<Block>) {
    let place = place_of(element, around);
    if let Some(label) = element.attr("aria-label") {
        push(found, label, &place);
    }
    let mut own = String::new();
    gather(element, &place, &mut own, found);
    push(found, &own, &place);
}

/// Collects the text of a block and of its inline elements; blocks within it are texts of their
/// own.
fn gather(element: ElementRef<'_>, place: &Place, own: &mut String, found: &mut Vec<Block>) {
    for child in element.children() {
        match child.value() {
            Node::Text(text) => own.push_str(text),
            Node::Element(inner) => {
                let Some(child) = ElementRef::wrap(child) else { continue };
                if SKIPPED.contains(&inner.name()) || inner.attr("hidden").is_some() {
                    continue;
                }
                if inner.name() == "text" {
                    label(child, place, found);
                    continue;
                }
                // The lines of a summary are spans.
                let is_line = inner.classes().any(|class| class == "t-promise__line");
                if is_line || BLOCKS.contains(&inner.name()) {
                    walk(child, place, found);
                    own.push(' ');
                } else {
                    gather(child, &place_of(child, place), own, found);
                }
            }
            _ => {}
        }
    }
}

/// Adds a label of a chart. A long label is broken into lines, each an element below the one
/// before.
fn label(element: ElementRef<'_>, place: &Place, found: &mut Vec<Block>) {
    let text = super::text(element);
    let line_above = element
        .prev_siblings()
        .find_map(ElementRef::wrap)
        .filter(|above| above.value().name() == "text" && above.attr("x") == element.attr("x"));
    let same = found.last_mut().filter(|last| {
        line_above.is_some_and(|above| last.text.ends_with(super::text(above).as_str()))
    });
    match same {
        Some(label) => label.text = format!("{} {text}", label.text),
        None if is_tick(&text) => {}
        None => push(found, &text, place),
    }
}

/// Whether a text in a chart belongs to the scale: marks always have a date beside their number.
fn is_tick(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "-.,%".contains(c))
}

fn place_of(element: ElementRef<'_>, around: &Place) -> Place {
    let value = element.value();
    let has = |class: &str| value.classes().any(|own| own == class);
    let mut place = around.clone();
    let is_heading = ["h1", "h2", "h3"].contains(&value.name());
    place.is_cell |= ["td", "th"].contains(&value.name());
    if has("t-card") {
        place.section = Section::Card;
    } else if has("t-why") && value.attr("aria-labelledby") == Some("why") {
        place.section = Section::Reasons;
    } else if let Some(id) = value.id().filter(|id| id.contains("/target/"))
        && value.name() == "details"
    {
        place.section = Section::Promise(id.to_owned());
    }
    place.is_headline |= has("t-lead") || is_heading;
    // The card of a figure and the row of a promise are no headlines.
    place.is_headline &= !matches!(place.section, Section::Card | Section::Promise(_));
    place
}
