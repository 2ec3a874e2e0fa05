//! No page has texts in the other language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use scraper::{ElementRef, Html, Node};
use tinhso::data::{Dataset, Reading};
use tinhso::i18n::{Lang, is_vietnamese};

use crate::output::files_below;
use crate::support::{all_pages, select_all};

/// Attributes with texts that people read or hear.
const READ: [&str; 6] = ["aria-label", "title", "alt", "placeholder", "data-label", "content"];

/// The texts of a page in its own language. Elements with another `lang` (the title of a source,
/// the link to the other language) are left out.
fn own_texts(dom: &Html, lang: Lang) -> Vec<String> {
    let is_own = |element: ElementRef<'_>| {
        let said = std::iter::successors(Some(element), |e| e.parent().and_then(ElementRef::wrap))
            .find_map(|e| e.attr("lang"));
        said == Some(lang.code())
    };
    let mut texts = Vec::new();
    for node in dom.tree.root().descendants() {
        if let Node::Text(text) = node.value()
            && node.parent().and_then(ElementRef::wrap).is_some_and(is_own)
        {
            texts.push(text.trim().to_owned());
        }
        if let Some(element) = ElementRef::wrap(node).filter(|element| is_own(*element)) {
            let read = READ.iter().filter_map(|name| element.attr(name));
            texts.extend(read.map(|text| text.trim().to_owned()));
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// The fixed texts of both languages, read from the source files, so that new texts are tested
/// without being listed here.
fn fixed_texts() -> [Vec<String>; 2] {
    let vietnamese = include_str!("../../src/i18n/messages/vi.rs");
    let english = include_str!("../../src/i18n/messages/en.rs");
    let mut texts = [vietnamese, english].map(literals);
    // Some files have all texts of one language, and then those of the other.
    for both in [
        include_str!("../../src/i18n/messages/frame.rs"),
        include_str!("../../src/i18n/messages/lineage.rs"),
        include_str!("../../src/i18n/messages/offline.rs"),
        include_str!("../../src/i18n/messages/ranking.rs"),
    ] {
        let (_, both) = both.split_once(" VI: ").unwrap();
        let (vietnamese, english) = both.split_once(" EN: ").unwrap();
        texts[0].extend(literals(vietnamese));
        texts[1].extend(literals(english));
    }
    // The texts of one page are in its file, both languages side by side.
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    for file in files_below(&ui) {
        let source = fs::read_to_string(ui.join(file)).unwrap();
        for both in source.split("Fixed {").skip(1) {
            let [vietnamese, english] = &literals(both.split_once('}').unwrap().0)[..] else {
                panic!("{both}");
            };
            texts[0].push(vietnamese.clone());
            texts[1].push(english.clone());
        }
    }
    texts
}

/// The string literals in a source file, without escapes.
fn literals(source: &str) -> Vec<String> {
    assert!(!source.contains('\\'), "this test reads literals without escapes only");
    let code: Vec<&str> =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    code.join("\n").split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_fixed_texts_are_read_rightly() {
    let [vi, en] = fixed_texts();
    assert_eq!(vi.len(), en.len());
    for (texts, lang) in [(&vi, Lang::Vi), (&en, Lang::En)] {
        let messages = lang.messages();
        let known = [
            messages.site_name(),
            messages.home_reading()[3],
            if lang == Lang::Vi { "Về trang đầu" } else { "To the home page" },
            lang.ranking().gaps,
        ];
        assert!(known.iter().all(|text| texts.iter().any(|t| t == text)), "{}", lang.code());
    }
}

#[test]
fn no_page_has_a_fixed_text_of_the_other_language() {
    let [vi, en] = fixed_texts();
    let only_in = |own: &[String], other: &[String]| -> BTreeSet<String> {
        own.iter().filter(|text| !other.contains(text)).cloned().collect()
    };
    let (only_vi, only_en) = (only_in(&vi, &en), only_in(&en, &vi));
    assert!(only_vi.len() > 100 && only_en.len() > 100);
    for (_, page) in all_pages() {
        let foreign = match page.lang() {
            Lang::Vi => &only_en,
            Lang::En => &only_vi,
        };
        let texts = own_texts(&page.dom(), page.lang());
        let messages = page.lang().messages();
        for known in [messages.nav_compare(), messages.main_navigation()] {
            assert!(texts.iter().any(|text| text == known), "{}: {known} is not read", page.url);
        }
        for text in texts {
            assert!(!foreign.contains(&text), "{}: {text:?}", page.url);
            // A long text may be within a sentence; a short one could be part of any word.
            let within = foreign.iter().filter(|f| f.chars().count() >= 12);
            let found: Vec<&String> = within.filter(|f| text.contains(f.as_str())).collect();
            assert!(found.is_empty(), "{}: {found:?} in {text:?}", page.url);
        }
    }
}

/// Removes the reasons for missing figures, which the data have in one language only.
fn without_reasons(dataset: &Dataset, mut text: String) -> String {
    for observation in &dataset.observations {
        if let Reading::Missing(reason) = observation.reading() {
            text = text.replace(reason, "");
        }
    }
    text
}

/// Sentences with figures are not fixed texts, but common short words show their language.
#[test]
fn no_sentence_is_in_the_other_language() {
    let vietnamese = [
        "của", "và", "không", "được", "các", "những", "đến", "mục", "tiêu", "hạn", "kết", "tỉnh",
        "đoạn", "khoảng", "hơn", "nguồn", "chưa",
    ];
    let english = [
        "the",
        "and",
        "of",
        "with",
        "by",
        "from",
        "target",
        "result",
        "province",
        "paragraph",
        "about",
        "over",
        "source",
    ];
    for (site, page) in all_pages() {
        let foreign: &[&str] = match page.lang() {
            Lang::Vi => &english,
            Lang::En => &vietnamese,
        };
        for text in own_texts(&page.dom(), page.lang()) {
            let text = without_reasons(site.dataset, text);
            let found: Vec<&str> = text
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| foreign.contains(word))
                .collect();
            assert!(found.is_empty(), "{}: {found:?} in {text:?}", page.url);
        }
    }
}

/// What is printed with a source (its title, its publisher, its author) is in its own language on
/// every page, whatever the language of the page.
#[test]
fn what_is_printed_with_a_source_is_marked_with_its_language() {
    let mut n_marked = BTreeSet::new();
    for (site, page) in all_pages() {
        let dom = page.dom();
        let texts = dom.tree.root().descendants().filter_map(|node| match node.value() {
            Node::Text(text) => Some((text.trim(), node.parent().and_then(ElementRef::wrap)?)),
            _ => None,
        });
        for (text, parent) in texts {
            let printed = |source: &&tinhso::data::Source| {
                [&source.title, &source.publisher, &source.author]
                    .iter()
                    .any(|printed| printed.as_deref() == Some(text))
            };
            let sources: Vec<_> = site.dataset.sources.iter().filter(printed).collect();
            if sources.is_empty() {
                continue;
            }
            let expected: BTreeSet<&str> = if is_vietnamese(text) {
                BTreeSet::from([Lang::Vi.code()])
            } else {
                sources.iter().map(|source| source.language.code()).collect()
            };
            let said =
                std::iter::successors(Some(parent), |e| e.parent().and_then(ElementRef::wrap))
                    .find_map(|element| element.attr("lang"))
                    .unwrap();
            assert!(expected.contains(said), "{}: {text:?} is marked as {said}", page.url);
            n_marked.insert((page.lang().code(), said.to_owned()));
        }
    }
    // Sources of both languages are on pages of both.
    assert_eq!(n_marked.len(), 4, "{n_marked:?}");
}

/// A link to a source in another language says which. Some addresses are those of several sources.
#[test]
fn a_link_to_a_source_in_another_language_says_which() {
    let mut n_links = 0;
    for (site, page) in all_pages() {
        let dom = page.dom();
        for link in select_all(&dom, "a[rel~=external]") {
            let address = link.attr("href").unwrap().split('#').next();
            let sources = site.dataset.sources.iter().filter(|source| {
                source.url.as_deref().and_then(|url| url.split('#').next()) == address
            });
            let expected: BTreeSet<_> = sources
                .map(|source| source.language.code())
                .map(|code| (code != page.lang().code()).then_some(code))
                .collect();
            if !expected.is_empty() {
                let said = link.attr("hreflang");
                assert!(expected.contains(&said), "{}: {}", page.url, link.html());
                n_links += usize::from(said.is_some());
            }
        }
    }
    assert!(n_links > 100, "{n_links}");
}
