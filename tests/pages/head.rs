//! The head of each page: what it says of itself to search engines and previews.

use std::collections::BTreeMap;

use scraper::Html;
use tinhso::address::{Address, Page, href, parse};
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, moved_pages, pages};

use crate::support::{BASE, DOCUMENT, all_pages, both_sites, select_all, select_one, text};

fn content<'a>(dom: &'a Html, selector: &str, attribute: &str, place: &str) -> &'a str {
    select_one(dom, selector, place).attr(attribute).unwrap()
}

#[test]
fn the_document_says_its_language() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        assert_eq!(content(&dom, "html", "lang", &page.url), page.lang().code(), "{}", page.url);
    }
}

#[test]
fn every_title_is_its_own_within_its_language_and_names_the_site() {
    for site in both_sites() {
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        for page in &site.written {
            let dom = page.dom();
            let title = text(select_one(&dom, "head > title", &page.url));
            let messages = page.lang().messages();
            assert!(title.contains(messages.site_name()), "{}: {title}", page.url);
            assert!(title.len() > messages.site_name().len() + 3, "{}: {title}", page.url);
            let other = seen.insert((page.lang().code(), title.clone()), &page.url);
            assert_eq!(other, None, "{} has the same title: {title}", page.url);
        }
    }
}

#[test]
fn every_description_is_a_sentence_of_its_own() {
    for site in both_sites() {
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        for page in &site.written {
            let dom = page.dom();
            let description = content(&dom, "meta[name=description]", "content", &page.url);
            assert!(description.trim().chars().count() >= 20, "{}: {description:?}", page.url);
            assert_eq!(description.trim(), description, "{}", page.url);
            let key = (page.lang().code(), description.to_owned());
            let other = seen.insert(key, &page.url);
            assert_eq!(other, None, "{} has the same description", page.url);
        }
    }
}

#[test]
fn a_page_names_itself_and_its_twin() {
    for site in both_sites() {
        for page in site.pages() {
            let dom = page.dom();
            let place = &page.url;
            let vi = href(BASE, &Address { lang: Lang::Vi, ..page.address.clone() });
            let en = href(BASE, &Address { lang: Lang::En, ..page.address.clone() });
            assert!(vi.starts_with("/tinhso/") && en.starts_with("/tinhso/en/"), "{place}");
            assert_eq!(content(&dom, "link[rel=canonical]", "href", place), page.url);
            let alternate = |code| {
                let selector = format!("link[rel=alternate][hreflang={code}]");
                select_one(&dom, &selector, place).attr("href").unwrap().to_owned()
            };
            assert_eq!([alternate("vi"), alternate("en")], [vi.clone(), en.clone()], "{place}");
            assert_eq!(alternate("x-default"), vi, "{place}");
            let (locale, switch) = match page.lang() {
                Lang::Vi => ("vi_VN", en),
                Lang::En => ("en_US", vi),
            };
            assert_eq!(content(&dom, "meta[property='og:locale']", "content", place), locale);
            assert_eq!(content(&dom, "a.t-header__lang", "href", place), switch, "{place}");
            let code = page.lang().other().code();
            assert_eq!(content(&dom, "a.t-header__lang", "lang", place), code, "{place}");
        }
    }
}

#[test]
fn a_preview_says_what_the_page_says() {
    for site in both_sites() {
        for page in site.pages() {
            let dom = page.dom();
            let place = &page.url;
            let preview = |name: &str| {
                let selector = format!("meta[property='og:{name}']");
                select_one(&dom, &selector, place).attr("content").unwrap().to_owned()
            };
            assert_eq!(preview("title"), text(select_one(&dom, "head > title", place)), "{place}");
            let description = content(&dom, "meta[name=description]", "content", place);
            assert_eq!(preview("description"), description, "{place}");
            assert_eq!(preview("url"), page.url);
        }
    }
}

#[test]
fn the_url_of_a_page_reads_back_as_the_page() {
    for site in both_sites() {
        for address in pages(site.dataset).into_iter().chain(moved_pages(site.dataset)) {
            let parsed = parse(BASE, &href(BASE, &address), "", "", site.dataset);
            assert_eq!(parsed.address, address);
        }
    }
}

#[test]
fn with_an_origin_links_in_the_head_are_absolute() {
    let document = Document { origin: "https://tinhso.example", ..DOCUMENT };
    for site in both_sites() {
        let concept = site.dataset.concepts()[0].to_owned();
        let address = Address::new(Lang::En, Page::Compare(concept.clone()));
        let dom = Html::parse_document(&site.render(&document, &address).unwrap());
        let vi = format!("https://tinhso.example/tinhso/so-sanh/{concept}/");
        let en = format!("https://tinhso.example/tinhso/en/so-sanh/{concept}/");
        let place = &en;
        assert_eq!(content(&dom, "link[rel=canonical]", "href", place), en);
        assert_eq!(content(&dom, "link[hreflang=vi]", "href", place), vi);
        assert_eq!(content(&dom, "link[hreflang=en]", "href", place), en);
        assert_eq!(content(&dom, "link[hreflang=x-default]", "href", place), vi);
        assert_eq!(content(&dom, "meta[property='og:url']", "content", place), en);
        // Links in the page itself stay below its base, so that a copy works anywhere.
        let inside = select_all(&dom, "body a[href^='https://tinhso.example']");
        assert_eq!(inside.len(), 0);
    }
}

#[test]
fn only_the_404_page_asks_not_to_be_found() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        let is_lost = page.address.page == Page::NotFound;
        let robots = select_all(&dom, "meta[name=robots][content=noindex]");
        assert_eq!(robots.len(), usize::from(is_lost), "{}", page.url);
        if is_lost {
            assert_eq!(select_all(&dom, "link[rel=canonical], link[rel=alternate]").len(), 0);
        }
    }
}
