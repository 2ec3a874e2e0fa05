//! What the pages of an index say of the edition that was not found yet.

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::i18n::Lang;
use tinhso::prerender::Document;

use crate::support::{DOCUMENT, TODAY, both_sites, select_all, text};

fn written(lang: Lang, page: &Page) -> Html {
    both_sites()[0].page(lang, page).dom()
}

/// The paragraphs that link to the rule by which an edition is awaited.
fn paragraphs(dom: &Html) -> Vec<String> {
    let paragraphs = select_all(dom, "main p:has(a[href*='#awaited'])").into_iter();
    paragraphs.map(text).collect()
}

fn concept(id: &str) -> Page {
    Page::Concept(id.to_owned())
}

#[test]
fn the_ranking_says_which_edition_was_not_found_and_since_when_it_may_be_expected() {
    let said = Lang::ALL.map(|lang| paragraphs(&written(lang, &Page::Ranking)));
    let expected = [
        [
            "Thứ hạng chuyển đổi số: chưa thấy kỳ 2025. 4 kỳ trước có nguồn sớm nhất từ 193 đến 403 ngày \
             sau khi hết năm được đo; theo nhịp ấy kỳ này ra trong khoảng từ 12/7/2026 đến 7/2/2027. \
             Phương pháp",
        ],
        [
            "Digital transformation rank: the edition of 2025 has not been found. The earliest sources \
             of the 4 editions before are of 193 to 403 days after the end of the year measured; at that \
             pace this one would come out between July 12, 2026 and February 7, 2027. Method",
        ],
    ];
    assert_eq!(said, expected);
}

#[test]
fn it_reads_the_same_before_that_day_and_after_it() {
    for lang in Lang::ALL {
        for page in [Page::Ranking, concept("dti-rank")] {
            let expected = paragraphs(&written(lang, &page));
            let address = Address::new(lang, page);
            // July 11, 2026 and November 22, 2027.
            for today in [TODAY.plus(-134), TODAY.plus(365)] {
                let document = Document { today, ..DOCUMENT };
                let html = both_sites()[0].render(&document, &address).unwrap();
                assert_eq!(paragraphs(&Html::parse_document(&html)), expected, "{today}");
            }
        }
    }
}

#[test]
fn a_topic_says_it_of_its_index_once_with_the_name_of_the_index() {
    for (id, year, since) in [
        ("dti-rank", "2025", ["12/7/2026", "July 12, 2026"]),
        ("dti-score", "2025", ["12/7/2026", "July 12, 2026"]),
        ("papi-score", "2025", ["2/4/2026", "April 2, 2026"]),
        ("pci-rank", "2025", ["11/4/2026", "April 11, 2026"]),
        ("par-index", "2025", ["6/4/2026", "April 6, 2026"]),
        ("sipas", "2025", ["6/4/2026", "April 6, 2026"]),
    ] {
        for (lang, since) in Lang::ALL.into_iter().zip(since) {
            let dom = written(lang, &concept(id));
            let [said] = &paragraphs(&dom)[..] else { panic!("{id}: {:?}", paragraphs(&dom)) };
            let title = text(select_all(&dom, "main h1")[0]);
            assert!(said.starts_with(&format!("{title}: ")), "{id}: {said}");
            assert!(said.contains(year) && said.contains(since), "{id}: {said}");
        }
    }
}

#[test]
fn a_topic_that_does_not_come_out_in_editions_awaits_none() {
    for lang in Lang::ALL {
        for id in ["online-dossiers", "dti-national"] {
            let dom = written(lang, &concept(id));
            assert_eq!(paragraphs(&dom), [""; 0], "{id}");
        }
    }
    for page in both_sites()[1].pages() {
        assert_eq!(paragraphs(&page.dom()), [""; 0], "{}", page.url);
    }
}
