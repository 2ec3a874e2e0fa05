//! Every province from before and after the mergers: what became of it, which units formed it, and
//! that it is found by each of its names.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};
use tinhso::address::{Address, Page, Selection, href};
use tinhso::compare::{
    MergerOutcome, last_merger_counts, merger_outcome, parts_of_latest_merger, unmeasured,
};
use tinhso::data::{Dataset, Province};
use tinhso::i18n::{Lang, phrase};

use crate::support::{BASE, TestSite, both_sites, select_all, select_one, select_within, text};

fn name(lang: Lang, province: &Province) -> &str {
    match lang {
        Lang::Vi => &province.name.vi,
        Lang::En => &province.name.en,
    }
}

fn page_of(lang: Lang, province: &Province) -> String {
    href(BASE, &Address::new(lang, Page::Province(province.id.clone())))
}

/// The other units that merged with a province, and the province that they formed if it is another
/// one.
fn relatives<'a>(dataset: &'a Dataset, province: &'a Province) -> Vec<&'a Province> {
    let mut relatives = match merger_outcome(dataset, province) {
        Some(MergerOutcome::Ended { successor, other_parts, .. }) => {
            [vec![successor], other_parts].concat()
        }
        Some(MergerOutcome::Enlarged { parts, .. }) => parts,
        Some(MergerOutcome::Unchanged) => Vec::new(),
        None => panic!("the data do not tell what became of {}", province.id),
    };
    relatives.retain(|relative| relative.id != province.id);
    relatives
}

/// A page of the real site with a search.
fn page_with_search(lang: Lang, page: Page, words: &str) -> Html {
    let selection = Selection { search: words.to_owned(), ..Selection::default() };
    real().view(&Address { selection, ..Address::new(lang, page) })
}

fn is_shown(element: ElementRef<'_>) -> bool {
    let mut around = element.ancestors().filter_map(ElementRef::wrap);
    element.attr("hidden").is_none() && around.all(|above| above.attr("hidden").is_none())
}

/// The provinces that a search finds on a page: the text of each line, with the name that matched
/// if it is not the usual one, and where its link leads.
fn found_provinces(lang: Lang, page: Page, words: &str) -> Vec<(String, String)> {
    let dom = page_with_search(lang, page, words);
    let mut hits = Vec::new();
    for line in select_all(&dom, "#found li").into_iter().filter(|line| is_shown(*line)) {
        let link = select_within(line, "a")[0].attr("href").unwrap().to_owned();
        if link.contains("/tinh/") {
            hits.push((text(line), link));
        }
    }
    hits
}

/// The topics that a search finds on a page; all topics without a search.
fn found_topics(lang: Lang, page: Page, words: &str) -> Vec<String> {
    let dom = page_with_search(lang, page, words);
    let links = select_all(&dom, "#found li a[href*='/so-sanh/']").into_iter();
    links.filter(|link| is_shown(*link)).map(text).collect()
}

fn real() -> &'static TestSite {
    both_sites()[0]
}

#[test]
fn every_province_has_a_page_that_links_all_it_became_or_is_made_of() {
    for site in both_sites() {
        let dataset = &site.dataset;
        for lang in Lang::ALL {
            for province in dataset.units() {
                let page = site.page(lang, &Page::Province(province.id.clone()));
                let dom = page.dom();
                let became = select_one(&dom, "section[aria-labelledby=became-title]", &page.url);
                let said = text(became);
                assert!(said.contains(name(lang, province)), "{}: {said}", page.url);
                let links: BTreeSet<&str> = select_within(became, "a[href^='/']")
                    .iter()
                    .filter_map(|a| a.attr("href"))
                    .collect();
                let relatives = relatives(dataset, province);
                let expected: Vec<String> =
                    relatives.iter().map(|relative| page_of(lang, relative)).collect();
                let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
                assert_eq!(links, expected, "{}", page.url);
                for relative in relatives {
                    assert!(said.contains(name(lang, relative)), "{}: {said}", page.url);
                }
            }
        }
    }
}

/// Hà Tây is none of the 63: its page and that of Hà Nội tell of 2008 by the resolution of that year, and
/// Hà Nội's says that it took no part in the mergers of 2025.
#[test]
fn the_merger_of_2008_is_told_by_its_own_resolution() {
    for (id, parts) in [
        ("ha-tay", &["31/7/2008", "Nghị quyết 15/2008/QH12"][..]),
        ("ha-noi", &["1/8/2008", "Hà Tây", "1/7/2025", "Nghị quyết 15/2008/QH12"]),
        ("hai-phong", &["1/7/2025", "Nghị quyết 202/2025/QH15"]),
        ("cao-bang", &["1/7/2025", "Nghị quyết 202/2025/QH15"]),
    ] {
        let page = real().page(Lang::Vi, &Page::Province(id.to_owned()));
        let said =
            text(select_one(&page.dom(), "section[aria-labelledby=became-title]", &page.url));
        for part in parts {
            assert!(said.contains(part), "{id}: {part} in {said}");
        }
        let is_of_2008 = said.contains("15/2008/QH12");
        assert_ne!(is_of_2008, said.contains("202/2025/QH15"), "{id}: {said}");
    }
    let found = found_provinces(Lang::Vi, Page::Provinces, "ha tay");
    let [(line, link)] = &found[..] else { panic!("{found:?}") };
    assert!(line.contains("từ 1/8/2008 thuộc Thành phố Hà Nội"), "{line}");
    assert_eq!(*link, page_of(Lang::Vi, real().dataset.province("ha-tay").unwrap()));
}

#[test]
fn the_table_lists_each_province_of_today_once_and_all_of_before() {
    for site in both_sites() {
        let dataset = &site.dataset;
        for lang in Lang::ALL {
            let page = site.page(lang, &Page::Provinces);
            let dom = page.dom();
            let rows = select_all(&dom, "tbody tr");
            let merging = last_merger_counts(dataset).unwrap();
            assert_eq!(rows.len(), merging.n_since, "{}", page.url);
            let lead = text(select_one(&dom, "p.t-lead", &page.url));
            let unchanged = merging.n_since - merging.n_enlarged;
            for n in [merging.n_before, merging.n_since, merging.n_enlarged, unchanged] {
                assert!(lead.contains(&n.to_string()), "{}: {n} in {lead}", page.url);
            }
            let mut before = Vec::new();
            for row in rows {
                let own = select_within(row, "th a")[0].attr("href").unwrap();
                let province = dataset.units().find(|p| page_of(lang, p) == own).unwrap();
                let cell = text(select_within(row, "td")[0]);
                if let Some(parts) = parts_of_latest_merger(dataset, province) {
                    for part in &parts {
                        assert!(cell.contains(name(lang, part)), "{own}: {cell}");
                    }
                    before.extend(parts.iter().map(|part| part.id.as_str()));
                } else {
                    // Hà Nội grew in 2008, which this table is not about.
                    assert!(province.until.is_none(), "{own} is one of today");
                    assert_eq!(cell, lang.messages().lineage().unchanged(), "{own}");
                    before.push(&province.id);
                }
            }
            let was_there = |province: &&Province| province.exists_on(merging.day.plus(-1));
            let all_of_before: BTreeSet<&str> =
                dataset.units().filter(was_there).map(|p| p.id.as_str()).collect();
            assert_eq!(before.len(), merging.n_before, "{}", page.url);
            assert_eq!(before.into_iter().collect::<BTreeSet<_>>(), all_of_before);
        }
    }
}

#[test]
fn the_published_data_have_63_provinces_of_before_and_34_of_today() {
    let merging = last_merger_counts(real().dataset).unwrap();
    assert_eq!((merging.n_before, merging.n_since, merging.n_enlarged), (63, 34, 23));
    let page = real().page(Lang::Vi, &Page::Provinces);
    let sources = text(select_one(&page.dom(), "section[aria-labelledby=basis]", &page.url));
    for part in ["Nghị quyết 202/2025/QH15", "Lào Cai nhập vào Yên Bái"] {
        assert!(sources.contains(part), "{sources}");
    }
}

/// Checks every name and every alias, on the page of provinces and on the home page.
#[test]
fn a_province_is_found_by_each_of_its_names() {
    let dataset = &real().dataset;
    for province in dataset.units() {
        let own = page_of(Lang::Vi, province);
        let names = [&province.name.vi, &province.name.en, &province.short.vi];
        for words in names.into_iter().chain(&province.aliases) {
            let found = found_provinces(Lang::Vi, Page::Provinces, words);
            let hit = found.iter().find(|(_, link)| *link == own);
            let (line, _) = hit.unwrap_or_else(|| panic!("{words} does not find {own}: {found:?}"));
            assert!(line.contains(&province.name.vi), "{words}: {line}");
            for relative in relatives(dataset, province) {
                // For a province that ended the line names the one it belongs to; for one that
                // grew, each part.
                let is_named = province.until.is_none() || relative.until.is_none();
                assert!(!is_named || line.contains(&relative.name.vi), "{words}: {line}");
            }
        }
        let home = found_provinces(Lang::Vi, Page::Home, &province.name.vi);
        assert!(home.iter().any(|(_, link)| *link == own), "{}: {home:?}", province.id);
    }
}

#[test]
fn a_search_needs_no_marks_and_says_both_names() {
    for (words, expected) in [
        ("vũng tàu", "Bà Rịa – Vũng Tàu: từ 1/7/2025 thuộc Thành phố Hồ Chí Minh"),
        ("VUNG TAU", "Bà Rịa – Vũng Tàu: từ 1/7/2025 thuộc Thành phố Hồ Chí Minh"),
        ("phan rang", "Ninh Thuận (Phan Rang): từ 1/7/2025 thuộc Khánh Hòa"),
        ("thua thien", "Thành phố Huế (Thừa Thiên Huế): giữ nguyên, không sáp nhập"),
        ("tỉnh Bình Phước", "Bình Phước: từ 1/7/2025 thuộc Đồng Nai"),
        ("binh phuoc province", "Bình Phước: từ 1/7/2025 thuộc Đồng Nai"),
        ("dong nai", "Đồng Nai: từ 1/7/2025 gồm Đồng Nai cũ và Bình Phước"),
        ("dongnai", "Đồng Nai: từ 1/7/2025 gồm Đồng Nai cũ và Bình Phước"),
        (
            "TPHCM",
            "Thành phố Hồ Chí Minh (TP.HCM): từ 1/7/2025 gồm Thành phố Hồ Chí Minh cũ, Bà Rịa – \
             Vũng Tàu và Bình Dương",
        ),
    ] {
        for page in [Page::Provinces, Page::Home, Page::Topics] {
            let found = found_provinces(Lang::Vi, page.clone(), words);
            let lines: Vec<&str> = found.iter().map(|(line, _)| line.as_str()).collect();
            // Where other things are found, too, each says what it is.
            let what = if page == Page::Provinces { "" } else { " · Tỉnh, thành" };
            assert_eq!(lines, [format!("{expected}{what}")], "{words} on {page:?}");
        }
    }
    // Words from two different names find nothing, and without a search everything is shown.
    for (words, said, n_rows) in
        [("phan tau", Lang::En.messages().lineage().none_found(), 0), (" – ", "", 34), ("", "", 34)]
    {
        assert_eq!(found_provinces(Lang::En, Page::Provinces, words), [], "{words}");
        let dom = page_with_search(Lang::En, Page::Provinces, words);
        let rows = select_all(&dom, "#found tbody tr").into_iter().filter(|row| is_shown(*row));
        assert_eq!(rows.count(), n_rows, "{words}");
        assert_eq!(text(select_one(&dom, ".t-found[role=status]", "provinces")), said, "{words}");
    }
}

/// The number of results is announced to screen readers.
#[test]
fn a_search_says_how_much_it_found() {
    for (page, words) in [
        (Page::Provinces, "vũng tàu"),
        (Page::Home, "vũng tàu"),
        (Page::Topics, "ho so"),
        (Page::Topics, "xyzzy"),
    ] {
        for lang in Lang::ALL {
            let dom = page_with_search(lang, page.clone(), words);
            let said = text(select_one(&dom, ".t-found[role=status]", "search"));
            let n_listed = select_all(&dom, ".t-results li").len();
            match n_listed {
                0 => assert_eq!(said, lang.messages().topics_none(), "{words} on {page:?}"),
                // Of so many only the first are listed.
                24 => {
                    let number: String = said.chars().filter(char::is_ascii_digit).collect();
                    let n_found: usize = number.parse().unwrap();
                    assert!(n_found >= 24, "{said}");
                    assert_eq!(said, phrase::n_found(lang, n_found), "{words} on {page:?}");
                }
                n => assert_eq!(said, phrase::n_found(lang, n), "{words} on {page:?}"),
            }
            // What was not searched for is hidden.
            let lists = select_all(&dom, "#found .t-topics, #found tbody tr").into_iter();
            assert_eq!(lists.filter(|list| is_shown(*list)).count(), 0, "{words} on {page:?}");
        }
    }
}

/// A topic is found by its names and by the names of provinces with figures on it. Without a search
/// all topics are shown.
#[test]
fn every_topic_is_found_by_its_names() {
    for (site, page) in [Page::Home, Page::Topics]
        .into_iter()
        .flat_map(|page| both_sites().map(|site| (site, site.page(Lang::Vi, &page))))
    {
        let dom = page.dom();
        let links = select_all(&dom, "#found li a[href*='/so-sanh/']").into_iter();
        let shown = links.filter(|link| is_shown(*link));
        assert_eq!(shown.count(), site.dataset.concepts().len(), "{}", page.url);
    }
    for page in [Page::Home, Page::Topics] {
        for name in found_topics(Lang::Vi, page.clone(), "") {
            assert!(found_topics(Lang::Vi, page.clone(), &name).contains(&name), "{name}");
        }
    }
    let found = |words: &str| found_topics(Lang::Vi, Page::Topics, words);
    let dossiers = "Hồ sơ hành chính giải quyết trực tuyến".to_owned();
    for words in ["ho so", "HỒ SƠ truc tuyen", "vung tau"] {
        assert!(found(words).contains(&dossiers), "{words}");
    }
    assert_eq!(found("xyzzy"), [""; 0]);
}

#[test]
fn a_province_that_is_not_followed_says_so_and_promises_nothing() {
    for site in both_sites() {
        let dataset = &site.dataset;
        for page in site.pages() {
            let Page::Province(id) = &page.address.page else { continue };
            let dom = page.dom();
            let marks = select_all(&dom, "h1 svg").len();
            let promises = select_all(&dom, "#promises, #unknown").len();
            let is_followed = dataset.is_followed(id);
            assert_eq!((marks, promises > 0), (usize::from(is_followed), is_followed), "{id}");
            if is_followed {
                continue;
            }
            let sources = href(BASE, &Address::new(page.lang(), Page::Sources));
            select_one(&dom, &format!("main a[href='{sources}']"), &page.url);
            let has_figures = dataset.observations.iter().any(|o| o.province == *id);
            assert_eq!(select_all(&dom, "main table").is_empty(), !has_figures, "{}", page.url);
            let lead = text(select_one(&dom, "p.t-lead", &page.url));
            let province = dataset.province(id).unwrap();
            assert!(lead.contains(name(page.lang(), province)), "{}: {lead}", page.url);
        }
    }
}

#[test]
fn figures_of_the_enlarged_province_are_separate_from_earlier_ones() {
    let page = real().page(Lang::Vi, &Page::Province("khanh-hoa".into()));
    let dom = page.dom();
    let side_of = |figure: &str| {
        let row = select_all(&dom, "tbody tr")
            .into_iter()
            .find(|row| {
                let links = select_within(*row, "a[href*='#']");
                links.iter().any(|a| a.attr("href").unwrap().ends_with(figure))
            })
            .unwrap_or_else(|| panic!("no row with {figure}"));
        // The heading of a measure spans all its rows.
        let before = row.prev_siblings().filter_map(ElementRef::wrap);
        let mut headings = [row].into_iter().chain(before).flat_map(|row| select_within(row, "th"));
        text(headings.next().unwrap())
    };
    assert!(side_of("#khanh-hoa/dti-rank/result/2022").contains("địa giới cũ, trước 1/7/2025"));
    assert!(side_of("#khanh-hoa/dti-rank/result/2024").contains("địa giới mới, từ 1/7/2025"));
}

#[test]
fn unmeasured_topics_are_listed_with_their_promises() {
    for site in both_sites() {
        let dataset = &site.dataset;
        for lang in Lang::ALL {
            for province in dataset.followed() {
                let page = site.page(lang, &Page::Province(province.id.clone()));
                let dom = page.dom();
                let section = select_one(&dom, "section[aria-labelledby=unknown-title]", &page.url);
                let items: Vec<(String, BTreeSet<String>)> = select_within(section, "li")
                    .into_iter()
                    .map(|item| {
                        let links = select_within(item, "a[href]");
                        let mut links = links.iter().map(|a| a.attr("href").unwrap().to_owned());
                        (links.next().unwrap(), links.collect())
                    })
                    .collect();
                let expected = unmeasured(dataset, &province.id);
                assert_eq!(items.len(), expected.len(), "{}", page.url);
                for silent in expected {
                    let topic = Address::new(lang, Page::Compare(silent.concept.to_owned()));
                    let topic = href(BASE, &topic);
                    let item = items.iter().find(|(link, _)| *link == topic);
                    let (_, links) = item.unwrap_or_else(|| panic!("{}: {topic}", page.url));
                    let stories: BTreeSet<String> = silent
                        .targets
                        .iter()
                        .map(|target| {
                            let address = Address::new(lang, Page::Promises);
                            let fragment = Some(target.id.clone());
                            href(BASE, &Address { fragment, ..address })
                        })
                        .collect();
                    assert_eq!(*links, stories, "{}: {topic}", page.url);
                }
            }
        }
    }
}
