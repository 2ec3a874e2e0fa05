//! What a card and the list of sources say about how a figure was read and where else it stands. All
//! figures and sources here are made up.

use scraper::{ElementRef, Html};
use tinhso::address::{Address, Page};
use tinhso::data::{AlsoIn, Dataset};
use tinhso::i18n::Lang;

use crate::support::{both_sites, by_id, rendered, select_within, text};

const FIGURE: &str = "an-hai/cashless-bills/result/2024-09";
const OTHER: &str = "an-hai/cashless-bills/target/2023";

/// The fixture, with all further keys at one figure and at its source, which has no title.
fn dataset() -> Dataset {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    let source = dataset.sources.iter_mut().find(|source| source.id == "paper").unwrap();
    source.title = None;
    source.via = Some("Kho Văn Bản, bản 2024 <b>".to_owned());
    source.archived = Some("https://example.org/archived".to_owned());
    source.retrieved = "2026-11-01".parse().ok();
    let figure = dataset.observations.iter_mut().find(|o| o.id == FIGURE).unwrap();
    figure.also = vec![
        AlsoIn { source: "plan".into(), locator: "¶5".into() },
        AlsoIn { source: "undated".into(), locator: "cả trang · the whole page".into() },
    ];
    figure.checked_by = Some("Người Đọc <i>Thứ Hai</i>".to_owned());
    figure.fragment = Some("đạt 86-87%, R&D".to_owned());
    dataset
}

fn page(dataset: &Dataset, lang: Lang, page: Page) -> Html {
    Html::parse_document(&rendered(dataset, &Address::new(lang, page)))
}

fn comparison() -> Page {
    Page::Compare("cashless-bills".into())
}

/// The values of a term of a card; none if the card does not have the term.
pub(crate) fn terms<'a>(card: ElementRef<'a>, name: &str) -> Vec<ElementRef<'a>> {
    let term = select_within(card, "dt").into_iter().find(|term| text(*term) == name);
    let after = term.into_iter().flat_map(|term| term.next_siblings().filter_map(ElementRef::wrap));
    after.take_while(|element| element.value().name() == "dd").collect()
}

/// The value of a term that has one; `None` if the card does not have the term.
fn term<'a>(card: ElementRef<'a>, name: &str) -> Option<ElementRef<'a>> {
    let values = terms(card, name);
    assert!(values.len() <= 1, "{name}");
    values.first().copied()
}

/// The address that a link with this text leads to.
fn href<'a>(element: ElementRef<'a>, named: &str) -> Option<&'a str> {
    let link = select_within(element, "a").into_iter().find(|link| text(*link) == named)?;
    link.attr("href")
}

#[test]
fn a_card_says_through_which_copy_and_when_its_source_was_read() {
    let cases = [
        (
            Lang::Vi,
            "Báo Thử, đoạn 3 (đọc qua bản chép) (chưa thấy tiêu đề) · báo, trang tin · 9/10/2024 · \
             đọc qua bản chép Kho Văn Bản, bản 2024 <b>, chưa thấy trang gốcBản lưu trữ · ngày \
             đọc: 1/11/2026",
            "Bản lưu trữ",
        ),
        (
            Lang::En,
            "Báo Thử, paragraph 3 (read through a copy) (title not seen) · newspaper or news site · Oct 9, \
             2024 · read through the copy Kho Văn Bản, bản 2024 <b>, the original was not \
             seenArchived copy · date read: Nov 1, 2026",
            "Archived copy",
        ),
    ];
    for (lang, said, archived) in cases {
        let dom = page(&dataset(), lang, comparison());
        let card = by_id(&dom, FIGURE).unwrap();
        let source = term(card, lang.messages().source()).unwrap();
        assert_eq!(text(source), said);
        assert_eq!(href(source, archived), Some("https://example.org/archived"));
        assert!(select_within(card, "cite[lang]").iter().all(|cite| !text(*cite).contains('(')));
    }
}

#[test]
fn the_link_of_a_figure_leads_to_its_words_in_the_source() {
    let words = "https://example.org/paper#:~:text=%C4%91%E1%BA%A1t%2086%2D87%25%2C%20R%26D";
    for lang in Lang::ALL {
        let dom = page(&dataset(), lang, comparison());
        assert_eq!(href(by_id(&dom, FIGURE).unwrap(), "Báo Thử"), Some(words));
        // A figure without words of its own leads to the page.
        let missing = by_id(&dom, "chau-giang/cashless-bills/result/2023").unwrap();
        assert_eq!(href(missing, "Báo Thử"), Some("https://example.org/paper"));
    }
}

#[test]
fn a_card_names_the_other_sources_with_the_figure() {
    let cases = [
        (
            Lang::Vi,
            "Cũng có trong",
            "UBND An Hải, đoạn 5 Kế hoạch bịa ra để thử · văn bản pháp luật · 1/3/2021",
            "A report made up for tests, cả trang · báo cáo · nguồn không ghi ngày, không sớm hơn \
             31/12/2024",
        ),
        (
            Lang::En,
            "Also in",
            "UBND An Hải, paragraph 5 Kế hoạch bịa ra để thử · legal document · Mar 1, 2021",
            "A report made up for tests, the whole page · report · undated source, not before Dec \
             31, 2024",
        ),
    ];
    for (lang, name, first, second) in cases {
        let dom = page(&dataset(), lang, comparison());
        let also = terms(by_id(&dom, FIGURE).unwrap(), name);
        assert_eq!(also.into_iter().map(text).collect::<Vec<_>>(), [first, second]);
        assert!(term(by_id(&dom, OTHER).unwrap(), name).is_none());
    }
}

#[test]
fn a_card_says_who_checked_the_figure() {
    for (lang, name) in
        [(Lang::Vi, "Đọc lại lần thứ hai bởi"), (Lang::En, "Checked a second time by")]
    {
        let dom = page(&dataset(), lang, comparison());
        let reader = term(by_id(&dom, FIGURE).unwrap(), name).unwrap();
        assert_eq!(text(reader), "Người Đọc <i>Thứ Hai</i>");
        assert!(term(by_id(&dom, OTHER).unwrap(), name).is_none());
    }
}

#[test]
fn the_list_of_sources_says_how_each_was_read() {
    let cases = [
        (
            Lang::Vi,
            "Báo Thử (chưa thấy tiêu đề)",
            "đọc qua bản chép Kho Văn Bản, bản 2024 <b>, chưa thấy trang gốc",
            "Bản lưu trữ · ngày đọc: 1/11/2026",
        ),
        (
            Lang::En,
            "Báo Thử (title not seen)",
            "read through the copy Kho Văn Bản, bản 2024 <b>, the original was not seen",
            "Archived copy · date read: Nov 1, 2026",
        ),
    ];
    for (lang, title, copy, reading) in cases {
        let dom = page(&dataset(), lang, Page::Sources);
        let source = by_id(&dom, "paper").unwrap();
        assert_eq!(text(select_within(source, "h3")[0]), title);
        let all_text = text(source);
        assert!(all_text.contains(copy) && all_text.contains(reading), "{all_text}");
    }
}

#[test]
fn the_list_of_sources_has_the_figures_of_others_that_a_source_has_too() {
    let cases = [
        (Lang::Vi, "1 con số lấy từ nguồn khác cũng có ở đây", "đoạn 5"),
        (Lang::En, "1 figure from another source, which is here, too", "paragraph 5"),
    ];
    for (lang, summary, place) in cases {
        let dom = page(&dataset(), lang, Page::Sources);
        let lists = select_within(by_id(&dom, "plan").unwrap(), "details");
        let said = |list: &&ElementRef<'_>| text(select_within(**list, "summary")[0]) == summary;
        let list = lists.iter().find(said).unwrap();
        let figures = select_within(*list, "li");
        assert_eq!(figures.len(), 1);
        assert!(text(figures[0]).ends_with(place), "{}", text(figures[0]));
        assert!(
            href(figures[0], &text(select_within(figures[0], "a")[0])).unwrap().contains(FIGURE)
        );
    }
}

/// Neither a publisher nor a title: pages say so, in their own language.
#[test]
fn a_source_without_any_name_is_told_in_words() {
    let mut dataset = dataset();
    for source in &mut dataset.sources {
        (source.title, source.publisher) = (None, None);
    }
    for (lang, said) in [(Lang::Vi, "(chưa thấy tiêu đề)"), (Lang::En, "(title not seen)")] {
        let dom = page(&dataset, lang, comparison());
        let card = by_id(&dom, FIGURE).unwrap();
        let link = select_within(card, "a[rel~=external]")[0];
        assert_eq!((text(link).as_str(), link.attr("lang")), (said, Some(lang.code())));
        let dom = page(&dataset, lang, Page::Sources);
        for source in &dataset.sources {
            let heading = select_within(by_id(&dom, &source.id).unwrap(), "h3")[0];
            assert_eq!(text(heading), said);
        }
    }
}
