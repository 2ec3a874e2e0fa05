//! Every link leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use scraper::Html;
use tinhso::address::Page;
use tinhso::export;
use tinhso::i18n::Lang;
use tinhso::prerender::moved_pages;

use crate::support::{
    BASE, TestSite, all_pages, both_sites, by_id, ids, select_all, select_one, select_within,
};

/// Whether a link leads to a file beside the pages: copied from `public/data`, or written by the
/// prerenderer.
fn is_file(link: &str) -> bool {
    let formats = export::ALL.iter().map(|format| format.file_name());
    let mut names = formats.chain(["manifest.json"]);
    let path = link.strip_prefix("/tinhso/data/");
    let tables = both_sites().into_iter().flat_map(|site| &site.dataset.table_counts);
    names.any(|name| path == Some(name))
        || tables.map(|table| &*table.path).any(|t| path == Some(t))
}

/// Every link of a page, including those in charts.
fn links(dom: &Html) -> Vec<String> {
    select_all(dom, "a[href], a[xlink\\:href]")
        .into_iter()
        .filter_map(|link| link.attr("href"))
        .map(str::to_owned)
        .collect()
}

/// The ids of each page, by its URL.
fn ids_by_url(site: &TestSite) -> BTreeMap<&str, BTreeSet<String>> {
    site.pages().map(|page| (page.url.as_str(), ids(&page.dom()))).collect()
}

#[test]
fn every_internal_link_leads_to_a_page_and_a_place_that_exist() {
    for site in both_sites() {
        let known = ids_by_url(site);
        let mut n_fragments = 0;
        for page in &site.written {
            let dom = page.dom();
            for link in links(&dom) {
                let place = format!("{}: the link {link}", page.url);
                if link.contains("://") || is_file(&link) {
                    continue;
                }
                let (path, fragment) = match link.split_once('#') {
                    Some((path, fragment)) => (path, Some(fragment)),
                    None => (link.as_str(), None),
                };
                // A query selects a view of the same page.
                let path = path.split('?').next().unwrap_or_default();
                let own;
                let target = if path.is_empty() {
                    own = ids(&dom);
                    &own
                } else {
                    known.get(path).unwrap_or_else(|| panic!("{place} leads to no page"))
                };
                if let Some(fragment) = fragment {
                    assert!(target.contains(fragment), "{place} leads to no element");
                    n_fragments += 1;
                }
            }
        }
        let listed = site.dataset.observations.iter().filter(|o| !o.is_of_table());
        assert!(n_fragments > listed.count(), "{}", site.name);
    }
}

#[test]
fn a_link_that_leaves_the_site_says_so_and_is_one_of_a_source() {
    for (site, page) in all_pages() {
        let sources: BTreeSet<&str> =
            site.dataset.sources.iter().filter_map(|source| source.url.as_deref()).collect();
        let dom = page.dom();
        for link in select_all(&dom, "a[href*='://']") {
            let url = link.attr("href").unwrap();
            assert!(sources.contains(url), "{}: {url}", page.url);
            let rel = link.attr("rel").unwrap_or_default();
            for word in ["external", "noopener"] {
                assert!(rel.split(' ').any(|w| w == word), "{}: rel of {url}: {rel}", page.url);
            }
        }
    }
}

#[test]
fn no_page_fetches_anything_from_elsewhere() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        let loading = "body script, body link, img, iframe, object, embed, video, audio, source, \
                       body style, [style], image, use";
        let found: Vec<String> = select_all(&dom, loading).into_iter().map(|e| e.html()).collect();
        assert_eq!(found, Vec::<String>::new(), "{}", page.url);
    }
}

#[test]
fn every_page_can_be_reached_from_the_home_page_of_its_language() {
    for site in both_sites() {
        for lang in Lang::ALL {
            let graph: BTreeMap<&str, BTreeSet<String>> = site
                .pages()
                .filter(|page| page.lang() == lang)
                .map(|page| {
                    let paths = links(&page.dom());
                    let paths = paths.iter().map(|l| l.split('#').next().unwrap().to_owned());
                    (page.url.as_str(), paths.collect())
                })
                .collect();
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let mut waiting = vec![site.page(lang, &Page::Home).url.as_str()];
            while let Some(url) = waiting.pop() {
                if let Some((own, next)) = graph.get_key_value(url)
                    && reached.insert(own)
                {
                    waiting.extend(next.iter().map(String::as_str));
                }
            }
            let all: BTreeSet<&str> = graph.keys().copied().collect();
            let lost = all.difference(&reached).map(|url| {
                format!(
                    "no link leads to {url}; give the page a name for the menu in `route` \
                     (src/ui/routes.rs), or link to it"
                )
            });
            let lost: Vec<String> = lost.collect();
            assert!(lost.is_empty(), "{} {}:\n{}", site.name, lang.code(), lost.join("\n"));
        }
    }
}

#[test]
fn the_page_on_sources_offers_every_download() {
    for site in both_sites() {
        for lang in Lang::ALL {
            let dom = site.page(lang, &Page::Sources).dom();
            for format in export::ALL {
                let link = format!("a[download][href='{BASE}data/{}']", format.file_name());
                select_one(&dom, &link, "nguon");
            }
        }
    }
}

#[test]
fn links_stay_in_the_language_of_the_page() {
    for (_, page) in all_pages() {
        let dom = page.dom();
        for link in select_all(&dom, "a[href^='/tinhso/']") {
            let url = link.attr("href").unwrap();
            if is_file(url) || link.attr("hreflang").is_some() {
                continue;
            }
            let is_english = url.starts_with("/tinhso/en/");
            assert_eq!(is_english, page.lang() == Lang::En, "{}: {url}", page.url);
        }
    }
}

#[test]
fn no_link_leads_out_of_the_base() {
    for (_, page) in all_pages() {
        for link in links(&page.dom()) {
            let stays = link.starts_with(BASE) || link.starts_with('#');
            assert!(stays || link.starts_with("http"), "{}: {link}", page.url);
            assert!(!link.contains("//") || link.starts_with("http"), "{}: {link}", page.url);
        }
    }
}

/// The old addresses of a topic that was moved lead to the new one, and those of its figures to
/// their cards.
#[test]
fn the_old_addresses_of_a_moved_topic_lead_to_the_new_one() {
    let [real, good] = both_sites();
    let moved = moved_pages(real.dataset);
    assert_eq!(moved.len(), 4);
    assert_eq!(moved_pages(good.dataset), []);
    for address in moved {
        let dom = real.view(&address);
        let (there, cards) = match (&address.page, address.lang) {
            (Page::Compare(_), Lang::Vi) => {
                ("/tinhso/so-sanh/dti-economy/", "/tinhso/so-sanh/dti-economy/#")
            }
            (Page::Compare(_), Lang::En) => {
                ("/tinhso/en/so-sanh/dti-economy/", "/tinhso/en/so-sanh/dti-economy/#")
            }
            (_, Lang::Vi) => ("/tinhso/chi-tieu/dti-economy/", "/tinhso/so-sanh/dti-economy/#"),
            (_, Lang::En) => {
                ("/tinhso/en/chi-tieu/dti-economy/", "/tinhso/en/so-sanh/dti-economy/#")
            }
        };
        let canonical = select_one(&dom, "link[rel='canonical']", "moved");
        assert_eq!(canonical.attr("href"), Some(there));
        select_one(&dom, "meta[name='robots'][content='noindex']", "moved");
        select_one(&dom, &format!("main p.t-lead a[href='{there}']"), "moved");
        // The fragment of an old link to a figure still exists on the page, as a link to the
        // figure.
        let of_topic: Vec<_> = real
            .dataset
            .entries()
            .filter(|o| o.indicator == "dti-economy-rank")
            .filter(|o| real.dataset.is_followed(&o.province) || o.province == "national")
            .collect();
        assert!(!of_topic.is_empty());
        for figure in of_topic {
            let place = by_id(&dom, &figure.id).unwrap();
            let to = select_within(place, "a")[0].attr("href").unwrap();
            assert_eq!(to, format!("{cards}{}", figure.id));
            let page = real.page(address.lang, &Page::Compare("dti-economy".into()));
            assert!(by_id(&page.dom(), &figure.id).is_some(), "{}", figure.id);
        }
    }
}
