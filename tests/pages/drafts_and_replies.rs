//! What pages say of figures from a draft, and of what a province answers. All figures and answers here
//! are made up.

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::data::{BilingualText, Dataset, Observation, Reply};
use tinhso::i18n::Lang;

use crate::provenance::terms;
use crate::support::{both_sites, by_id, rendered, select_all, select_within, text};

const RESULT: &str = "an-hai/cashless-bills/result/2024-09";
const TARGET: &str = "an-hai/cashless-bills/target/2023";

/// The fixture, with changes to some figures.
fn with_changed(ids: &[&str], change: impl Fn(&mut Observation)) -> Dataset {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    let mut n_changed = 0;
    for figure in dataset.observations.iter_mut().filter(|o| ids.contains(&o.id.as_str())) {
        change(figure);
        n_changed += 1;
    }
    assert_eq!(n_changed, ids.len());
    dataset
}

fn drafts() -> Dataset {
    with_changed(&[RESULT, TARGET], |figure| figure.draft = true)
}

fn page(dataset: &Dataset, lang: Lang, page: Page) -> Html {
    Html::parse_document(&rendered(dataset, &Address::new(lang, page)))
}

fn comparison() -> Page {
    Page::Compare("cashless-bills".into())
}

/// What a page says in a language of a draft: beside its value, and on its card.
const SAID: [(Lang, &str, &str, &str); 2] = [
    (
        Lang::Vi,
        "dự thảo",
        "Lưu ý",
        "Nguồn lấy từ một bản dự thảo: chưa phải lời hứa hay kết quả đã ban hành.",
    ),
    (
        Lang::En,
        "draft",
        "Caveat",
        "The source has it from a draft, so it is no promise or result in force.",
    ),
];

#[test]
fn the_card_of_a_draft_says_what_it_is() {
    let caveat = || BilingualText { vi: "Số tròn.".into(), en: "A round figure.".into() };
    let with_caveat = with_changed(&[RESULT], |figure| {
        (figure.draft, figure.caveat) = (true, Some(caveat()));
    });
    let values = [(Lang::Vi, "86,06%"), (Lang::En, "86.06%")];
    for ((lang, word, name, meaning), (_, value)) in SAID.into_iter().zip(values) {
        let dom = page(&drafts(), lang, comparison());
        let card = by_id(&dom, RESULT).unwrap();
        let told: Vec<String> = terms(card, name).into_iter().map(text).collect();
        assert_eq!(told, [meaning]);
        assert_eq!(text(select_within(card, "h3 strong")[0]), format!("{value}, {word}"));
        // It stands beside a caveat of the figure's own.
        let dom = page(&with_caveat, lang, comparison());
        let told: Vec<String> =
            terms(by_id(&dom, RESULT).unwrap(), name).into_iter().map(text).collect();
        let own = if lang == Lang::Vi { caveat().vi } else { caveat().en };
        assert_eq!(told, [format!("{meaning} {own}")]);
        // No other figure is one.
        let other = by_id(&dom, TARGET).unwrap();
        assert!(terms(other, name).is_empty() && !text(other).contains(word));
    }
}

#[test]
fn a_draft_is_called_one_beside_its_value() {
    for (lang, word, ..) in SAID {
        for of in [comparison(), Page::Province("an-hai".into())] {
            let dom = page(&drafts(), lang, of.clone());
            for id in [RESULT, TARGET] {
                let link = format!("table a[href$='#{id}']");
                let links = select_all(&dom, &link);
                assert!(!links.is_empty(), "{of:?} {id}");
                for link in links {
                    let cell = scraper::ElementRef::wrap(link.parent().unwrap()).unwrap();
                    let remarks = select_within(cell, ".t-disputed").into_iter().map(text);
                    assert!(remarks.into_iter().any(|remark| remark == word), "{}", text(cell));
                }
            }
        }
        let dom = page(&drafts(), lang, comparison());
        for id in [RESULT, TARGET] {
            let marks = select_all(&dom, &format!("svg a[href$='#{id}']"));
            assert!(!marks.is_empty(), "{id}");
            for mark in marks {
                let name = mark.attr("aria-label").map_or_else(|| text(mark), str::to_owned);
                assert!(name.contains(word), "{name}");
            }
        }
    }
}

#[test]
fn a_promise_from_a_draft_says_so_in_its_row() {
    for (lang, word, _, meaning) in SAID {
        let dom = page(&drafts(), lang, Page::Promises);
        let row = by_id(&dom, TARGET).unwrap();
        let title = text(select_within(row, "summary h3")[0]);
        assert!(title.ends_with(&format!(", {word}")), "{title}");
        let why = text(select_within(row, ".t-promise__line--why")[0]);
        assert!(why.ends_with(meaning), "{why}");
    }
}

#[test]
fn a_promise_in_words_from_a_draft_says_so() {
    let [real, _] = both_sites();
    let mut dataset = real.dataset.clone();
    let promise = dataset.observations.iter_mut().find(|o| o.is_qualitative()).unwrap();
    promise.draft = true;
    let id = promise.id.clone();
    for (lang, word, ..) in SAID {
        let dom = page(&dataset, lang, Page::Promises);
        let remarks = select_within(by_id(&dom, &id).unwrap(), ".t-disputed").into_iter();
        assert_eq!(remarks.map(text).collect::<Vec<_>>(), [word]);
        assert_eq!(select_all(&dom, ".t-qualitative .t-disputed").len(), 1);
    }
}

fn with_reply() -> Dataset {
    with_changed(&[RESULT], |figure| {
        figure.reply = Some(Reply {
            vi: "Số <chưa> gồm tháng 9.".into(),
            en: "September is <not> in it.".into(),
            source: "plan".into(),
            on: "2024-11-05".parse().unwrap(),
        });
    })
}

#[test]
fn a_card_has_what_the_province_answers_with_its_date_and_source() {
    let cases = [
        (
            Lang::Vi,
            "Tỉnh trả lời (ngày 5/11/2024)",
            "Số <chưa> gồm tháng 9. UBND An Hải Kế hoạch bịa ra để thử · văn bản pháp luật · 1/3/2021",
        ),
        (
            Lang::En,
            "The province answers (Nov 5, 2024)",
            "September is <not> in it. UBND An Hải Kế hoạch bịa ra để thử · legal document · Mar 1, 2021",
        ),
    ];
    let mut dataset = with_reply();
    let source = dataset.sources.iter_mut().find(|source| source.id == "plan").unwrap();
    source.url = Some("https://example.org/answer".into());
    for (lang, name, said) in cases {
        let dom = page(&dataset, lang, comparison());
        let reply = terms(by_id(&dom, RESULT).unwrap(), name);
        assert_eq!(reply.iter().map(|reply| text(*reply)).collect::<Vec<_>>(), [said]);
        let links = select_within(reply[0], "a[rel~=external]");
        let links: Vec<_> = links.iter().map(|link| link.attr("href")).collect();
        assert_eq!(links, [Some("https://example.org/answer")]);
        assert!(terms(by_id(&dom, TARGET).unwrap(), name).is_empty());
    }
}

#[test]
fn the_list_of_sources_has_the_figures_that_a_province_answers_there() {
    let mut dataset = with_reply();
    // A source that nothing but the answer names.
    dataset.observations.retain(|o| o.source != "plan");
    for (lang, name) in [
        (Lang::Vi, "Con số được tỉnh trả lời ở đây"),
        (Lang::En, "Figures that a province answers here"),
    ] {
        let dom = page(&dataset, lang, Page::Sources);
        let lists = select_within(by_id(&dom, "plan").unwrap(), "details");
        assert_eq!(lists.len(), 1);
        assert_eq!(text(select_within(lists[0], "summary")[0]), name);
        let links = select_within(lists[0], "li a");
        let links: Vec<&str> = links.iter().filter_map(|link| link.attr("href")).collect();
        assert!(matches!(links[..], [link] if link.ends_with(RESULT)), "{links:?}");
        assert!(select_within(by_id(&dom, "paper").unwrap(), "summary").len() == 1);
    }
}
