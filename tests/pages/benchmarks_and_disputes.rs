//! The country's figures beside others, and every side of a disagreement, on the real site.

use std::collections::BTreeSet;

use tinhso::address::Page;
use tinhso::compare::{benchmarks, contradicting_figures, disputes};
use tinhso::data::ProvinceKind;
use tinhso::i18n::{Lang, phrase};

use crate::support::{both_sites, by_id, select_all, select_within, source_name, text};

#[test]
fn the_page_on_sources_lists_every_disagreement_with_all_its_sides() {
    let [real, _] = both_sites();
    let all_of_them = disputes(real.dataset);
    assert!(all_of_them.len() > 5, "the conflicts between sources that are known");
    for lang in Lang::ALL {
        let page = real.page(lang, &Page::Sources);
        let dom = page.dom();
        let section = by_id(&dom, "disputes").unwrap();
        let shown = text(section);
        assert!(shown.contains(&phrase::n_disputes(lang, all_of_them.len())), "{}", page.url);
        let articles = select_within(section, "article");
        assert_eq!(articles.len(), all_of_them.len(), "{}", page.url);
        for (article, dispute) in articles.into_iter().zip(&all_of_them) {
            let links: BTreeSet<String> = select_within(article, "a[href*='#']")
                .iter()
                .filter_map(|a| a.attr("href")?.rsplit_once('#').map(|(_, id)| id.to_owned()))
                .collect();
            let sides: BTreeSet<String> = dispute.figures.iter().map(|o| o.id.clone()).collect();
            assert_eq!(links, sides, "{}", page.url);
            for figure in &dispute.figures {
                let source = real.dataset.source(&figure.source).unwrap();
                let name = source_name(source);
                assert!(text(article).contains(name), "{}: {name}", page.url);
            }
        }
    }
}

#[test]
fn a_card_names_what_contradicts_its_figure_and_the_country_of_its_year() {
    let [real, _] = both_sites();
    let followed = real.dataset;
    let (mut n_disputed, mut n_beside) = (0, 0);
    for page in real.pages() {
        let Page::Compare(_) = &page.address.page else { continue };
        let dom = page.dom();
        for card in select_all(&dom, "article.t-card") {
            // A list of earlier results is not the card of one of them.
            let Some(observation) = followed.observation(card.attr("id").unwrap()) else {
                assert_eq!(select_within(card, ".t-earlier").len(), 1);
                continue;
            };
            let links = |id: &str| {
                let own = |a: &&scraper::ElementRef<'_>| {
                    a.attr("href").is_some_and(|href| href.ends_with(&format!("#{id}")))
                };
                select_within(card, "dl a").iter().filter(own).count()
            };
            for rival in contradicting_figures(followed, observation) {
                n_disputed += 1;
                assert_eq!(links(&rival.id), 1, "{}: {}", observation.id, rival.id);
            }
            for benchmark in benchmarks(followed, observation) {
                n_beside += 1;
                let national = followed.province(&benchmark.figure.province).unwrap();
                assert_eq!(national.kind, ProvinceKind::Country);
                assert!(links(&benchmark.figure.id) >= 1, "{}", observation.id);
            }
        }
    }
    assert!(n_disputed > 0 && n_beside > 0, "{n_disputed} {n_beside}");
}

#[test]
fn the_two_series_of_the_digital_economy_are_never_joined_nor_subtracted() {
    let [real, _] = both_sites();
    for lang in Lang::ALL {
        let page = real.page(lang, &Page::Concept("digital-economy-share".into()));
        let dom = page.dom();
        let names: BTreeSet<String> = select_all(&dom, "[aria-labelledby=over-time-title] h3")
            .into_iter()
            .map(text)
            .collect();
        let name = |id: &str| {
            let indicator = real.dataset.indicator(id).unwrap();
            match lang {
                Lang::Vi => indicator.name.vi.clone(),
                Lang::En => indicator.name.en.clone(),
            }
        };
        for id in ["digital-economy-share-gso", "digital-economy-share-mic"] {
            assert!(names.contains(&name(id)), "{}: a figure of its own for {id}", page.url);
        }
        let card = by_id(&dom, "national/digital-economy-share-gso/result/2022").unwrap();
        let said = text(card);
        // 12.83 and 14.26 percent of GDP for 2022 were computed by two methods: they do not
        // contradict each other.
        for (vi, en) in [("14,26", "14.26"), ("1,43", "1.43")] {
            let number = if lang == Lang::Vi { vi } else { en };
            assert!(!said.contains(number), "{number}: {said}");
        }
    }
}

#[test]
fn a_copy_is_marked_wherever_its_figures_name_it() {
    let [real, _] = both_sites();
    let page = real.page(Lang::Vi, &Page::Compare("dti-rank".into()));
    let dom = page.dom();
    let card = by_id(&dom, "binh-phuoc/dti-rank/result/2023").unwrap();
    assert!(text(card).contains(&format!("({})", Lang::Vi.messages().kind_repost())));
    let official = by_id(&dom, "binh-phuoc/dti-rank/result/2022").unwrap();
    assert!(!text(official).contains(&format!("({})", Lang::Vi.messages().kind_repost())));
}
