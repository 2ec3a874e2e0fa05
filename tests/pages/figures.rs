//! Every figure of the data is where a reader looks for it, with its source beside it.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};
use tinhso::address::{Page, link_to_words};
use tinhso::data::{Basis, Comparator, Dataset, Kind, Observation, Reading, Unit};
use tinhso::i18n::{Lang, number, phrase};

use crate::support::{
    TestSite, both_sites, by_id, select_all, select_one, select_within, source_name, text,
};

/// The number of a figure as its language writes it (for a rank the ordinal), or the reason why
/// there is none.
fn digits(dataset: &Dataset, lang: Lang, observation: &Observation) -> String {
    let unit = &dataset.indicator(&observation.indicator).unwrap().unit;
    match observation.reading() {
        Reading::Missing(reason) => reason.to_owned(),
        Reading::Qualitative => lang.messages().qualitative().to_owned(),
        // Of a range its first number.
        Reading::Value(value) if observation.value_to.is_some() => number::number(lang, value),
        Reading::Value(value) if *unit == Unit::Percent => number::percent(lang, value),
        Reading::Value(value)
            if *unit == Unit::Rank && observation.comparator == Comparator::Equal =>
        {
            number::ordinal(lang, value as u32)
        }
        Reading::Value(value) => number::number(lang, value),
    }
}

fn concept_of<'a>(dataset: &'a Dataset, observation: &Observation) -> &'a str {
    &dataset.indicator(&observation.indicator).unwrap().concept
}

/// Checks that a card says everything about its figure.
fn assert_card(site: &TestSite, lang: Lang, observation: &Observation, card: ElementRef<'_>) {
    let id = &observation.id;
    let dataset = &site.dataset;
    let messages = lang.messages();
    let all_text = text(card);
    let digits = digits(dataset, lang, observation);
    let title = text(select_within(card, "h3")[0]);
    let value = text(select_within(card, "h3 strong")[0]);
    assert!(value.contains(&digits), "{id}: {value}, expected {digits}");

    let province = dataset.province(&observation.province).unwrap();
    let indicator = dataset.indicator(&observation.indicator).unwrap();
    let source = dataset.source(&observation.source).unwrap();
    let (short, name) = match lang {
        Lang::Vi => (&province.short.vi, &indicator.name.vi),
        Lang::En => (&province.short.en, &indicator.name.en),
    };
    let (kind, glyph) = match observation.kind {
        Kind::Result if dataset.is_context(&observation.indicator) => {
            (messages.pillar_context(), "h3 svg.f-ink")
        }
        Kind::Result => (messages.result(), "h3 svg.f-ink"),
        Kind::Target => (messages.target(), "h3 svg.s-ink"),
    };
    assert!(title.contains(short.as_str()), "{id}: {title}");
    assert!(title.contains(kind), "{id}: {title}");
    assert_eq!(select_within(card, glyph).len(), 1, "{id}: {glyph}");
    assert!(all_text.contains(name.as_str()), "{id}: {name}");

    let place = phrase::locator(lang, &observation.locator);
    for part in source.publisher.iter().chain(&source.title).chain([&place]) {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(all_text.contains(&part), "{id}: no {part} in {all_text}");
    }
    if let Some(url) = &source.url {
        let links: Vec<_> = select_within(card, "a[rel~=external]");
        let url = link_to_words(url, observation.fragment.as_deref().unwrap_or_default());
        assert!(links.iter().any(|link| link.attr("href") == Some(&url)), "{id}: {url}");
    }
    for note in observation.note.iter().chain(&observation.said_by) {
        let note = match lang {
            Lang::Vi => &note.vi,
            Lang::En => &note.en,
        };
        let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(all_text.contains(&note), "{id}: no {note}");
    }
    let terms: Vec<String> = select_within(card, "dt").into_iter().map(text).collect();
    // A target has not been measured.
    let n_bases = usize::from(observation.kind == Kind::Result);
    for (term, n_times) in [(messages.source(), 1), (messages.card_basis(), n_bases)] {
        assert_eq!(terms.iter().filter(|t| *t == term).count(), n_times, "{id}: {term}");
    }
    assert!(select_within(card, "dd").into_iter().all(|dd| !text(dd).is_empty()), "{id}");
}

#[test]
fn every_figure_has_its_place_on_its_comparison_and_its_topic() {
    for site in both_sites() {
        for lang in Lang::ALL {
            for concept in site.dataset.concepts() {
                let own: Vec<&Observation> = site
                    .dataset
                    .entries()
                    .filter(|o| concept_of(site.dataset, o) == concept)
                    .filter(|o| !site.dataset.others.contains(&o.province))
                    .collect();
                for page in [Page::Compare(concept.into()), Page::Concept(concept.into())] {
                    let page = site.page(lang, &page);
                    let dom = page.dom();
                    let mut n_cards = 0;
                    for observation in &own {
                        let place = by_id(&dom, &observation.id)
                            .unwrap_or_else(|| panic!("{}: {}", page.url, observation.id));
                        if place.value().name() == "li" {
                            assert_item(site, lang, observation, place);
                        } else {
                            assert_card(site, lang, observation, place);
                            n_cards += 1;
                        }
                    }
                    let n_lists = select_all(&dom, "article.t-card .t-earlier").len();
                    let n_all = select_all(&dom, "article.t-card").len();
                    assert_eq!(n_all, n_cards + n_lists, "{}", page.url);
                }
            }
        }
    }
}

/// Checks that an item in a list of earlier results says what is known of its figure.
fn assert_item(site: &TestSite, lang: Lang, observation: &Observation, item: ElementRef<'_>) {
    let id = &observation.id;
    let list = item.ancestors().filter_map(ElementRef::wrap);
    let list = list.into_iter().find(|above| above.value().name() == "details").unwrap();
    let (said, around) = (text(item), text(list));
    let value = digits(site.dataset, lang, observation);
    let place = phrase::locator(lang, &observation.locator);
    let year = observation.date().unwrap().end().year().to_string();
    let source = source_name(site.dataset.source(&observation.source).unwrap());
    for part in [year.as_str(), &value, &place, source] {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(&part), "{id}: no {part} in {said}");
    }
    assert!(around.contains(lang.messages().card_basis()), "{id}: {around}");
    if let Some(note) = &observation.note {
        let note = if lang == Lang::Vi { &note.vi } else { &note.en };
        assert!(around.contains(note.as_str()), "{id}: no {note} in {around}");
    }
    assert!(observation.also.is_empty() && !observation.has_caveat(), "{id} needs a card");
}

/// Those that are not in a list of earlier results have a card.
#[test]
fn every_figure_of_a_province_that_is_not_followed_has_its_place_on_the_page_of_the_province() {
    for site in both_sites() {
        for page in site.pages() {
            let Page::Province(id) = &page.address.page else { continue };
            let is_other = site.dataset.others.contains(id);
            let own = site.dataset.observations.iter().filter(|o| is_other && o.province == *id);
            let dom = page.dom();
            let mut n_cards = 0;
            for observation in own {
                let place = by_id(&dom, &observation.id)
                    .unwrap_or_else(|| panic!("{}: {}", page.url, observation.id));
                if place.value().name() == "li" {
                    assert_item(site, page.lang(), observation, place);
                } else {
                    assert_card(site, page.lang(), observation, place);
                    n_cards += 1;
                }
            }
            let n_lists = select_all(&dom, "article.t-card .t-earlier").len();
            let n_all = select_all(&dom, "article.t-card").len();
            assert_eq!(n_all, n_cards + n_lists, "{}", page.url);
        }
    }
}

#[test]
fn the_link_of_a_card_leads_back_to_it() {
    for site in both_sites() {
        for page in site.pages() {
            let (Page::Compare(_) | Page::Province(_)) = page.address.page else { continue };
            for card in select_all(&page.dom(), "article.t-card") {
                // A list of earlier results is not the card of one of them.
                if !select_within(card, ".t-earlier").is_empty() {
                    continue;
                }
                let link = select_within(card, ".t-card__link a")[0].attr("href").unwrap();
                assert_eq!(link, format!("{}#{}", page.url, card.attr("id").unwrap()));
            }
        }
    }
}

/// The ids of the figures that links below an element lead to.
fn linked(dom: &Html, selector: &str) -> BTreeSet<String> {
    select_all(dom, &format!("{selector} a[href*='#']"))
        .into_iter()
        .filter_map(|link| link.attr("href")?.split_once('#'))
        .map(|(_, id)| id.to_owned())
        .filter(|id| id.contains('/'))
        .collect()
}

fn ids_of(dataset: &Dataset, is_wanted: impl Fn(&Observation) -> bool) -> BTreeSet<String> {
    dataset.observations.iter().filter(|o| is_wanted(o)).map(|o| o.id.clone()).collect()
}

#[test]
fn a_province_lists_all_its_figures_in_its_tables_and_lists() {
    for site in both_sites() {
        for page in site.pages() {
            let Page::Province(id) = &page.address.page else { continue };
            let expected = ids_of(site.dataset, |o| o.province == *id);
            // Figures of other provinces are only those that one of them was computed from.
            let mut parents = BTreeSet::new();
            for own in site.dataset.observations.iter().filter(|o| o.province == *id) {
                parents.extend(own.derived_from.iter().cloned());
            }
            let dom = page.dom();
            // A followed province has its earlier results below its tables.
            let mut linked = &linked(&dom, "table") | &linked(&dom, ".t-earlier");
            linked.retain(|id| expected.contains(id) || !parents.contains(id));
            assert_eq!(linked, expected, "{}", page.url);
        }
    }
}

#[test]
fn the_sources_list_all_their_figures() {
    for site in both_sites() {
        for lang in Lang::ALL {
            let page = site.page(lang, &Page::Sources);
            let dom = page.dom();
            for source in &site.dataset.sources {
                let article = by_id(&dom, &source.id).unwrap();
                let title = source.title.as_deref().unwrap_or_default();
                assert!(text(article).contains(title), "{}", source.id);
                // Those of tables are counted (`source_tables`), but in a dispute they are listed, too.
                let is_disputed = |o: &Observation| {
                    !o.disputes.is_empty()
                        || site.dataset.entries().any(|other| other.disputes.contains(&o.id))
                };
                let is_listed = |o: &&Observation| {
                    o.names_source(&source.id) && (!o.is_of_table() || is_disputed(o))
                };
                let of_source = site.dataset.entries().filter(is_listed);
                let expected: BTreeSet<String> = of_source.map(|o| o.id.clone()).collect();
                assert_eq!(linked(&dom, &format!("article[id='{}']", source.id)), expected);
            }
        }
    }
}

#[test]
fn the_table_of_a_comparison_names_the_source_of_each_row() {
    for site in both_sites() {
        for page in site.pages() {
            let Page::Compare(_) = page.address.page else { continue };
            let dom = page.dom();
            for row in select_all(&dom, "table tbody tr:not(.t-table__band)") {
                let source = select_within(row, ".t-table__source");
                assert_eq!(source.len(), 1, "{}", page.url);
                let said = text(source[0]);
                let figures = select_within(row, "td.t-number a[href^='#']");
                assert!(!figures.is_empty(), "{}: {}", page.url, text(row));
                for figure in figures {
                    let id = figure.attr("href").unwrap().trim_start_matches('#');
                    let observation = site.dataset.observation(id).unwrap();
                    let source = site.dataset.source(&observation.source).unwrap();
                    let name = source_name(source);
                    assert!(said.contains(name), "{}: {id}: {said}", page.url);
                    let digits = digits(site.dataset, page.lang(), observation);
                    assert!(text(figure).contains(&digits), "{}: {id}", page.url);
                }
            }
        }
    }
}

#[test]
fn the_home_page_counts_what_was_promised() {
    for site in both_sites() {
        for lang in Lang::ALL {
            let page = site.page(lang, &Page::Home);
            let dom = page.dom();
            let lead = text(select_one(&dom, "main p.t-lead", &page.url));
            let is_promised = |o: &&Observation| {
                o.kind == Kind::Target
                    && !o.is_qualitative()
                    && site.dataset.is_followed(&o.province)
            };
            let count = site.dataset.observations.iter().filter(is_promised).count();
            let count = match lang {
                Lang::Vi => format!("{count} mục tiêu chuyển đổi số "),
                Lang::En => format!("{count} digital targets "),
            };
            assert!(lead.starts_with(&count), "{}: {lead}", page.url);
            for province in site.dataset.followed() {
                let link = format!(".t-followed h3 a[href$='/tinh/{}/']", province.id);
                select_one(&dom, &link, &page.url);
            }
        }
    }
}

#[test]
fn every_finding_on_the_home_page_names_the_source_of_each_of_its_figures() {
    let mut n_computed = 0;
    for site in both_sites() {
        for lang in Lang::ALL {
            let page = site.page(lang, &Page::Home);
            let dom = page.dom();
            let figures = select_all(&dom, ".t-finding li");
            assert!(!figures.is_empty(), "{}", page.url);
            for figure in figures {
                let link = select_within(figure, "a[href*='#']")[0].attr("href").unwrap();
                let (_, id) = link.split_once('#').unwrap();
                let observation = site.dataset.observation(id).unwrap();
                let source = site.dataset.source(&observation.source).unwrap();
                let name = source_name(source);
                let said = text(figure);
                assert!(said.contains(name), "{}: {said}", page.url);
                let unit = &site.dataset.indicator(&observation.indicator).unwrap().unit;
                // Marks write a rank as "9/63".
                let digits = match (unit, observation.base) {
                    (Unit::Rank, Some(base)) => format!("/{base}"),
                    _ => digits(site.dataset, lang, observation),
                };
                assert!(said.contains(&digits), "{}: {said}", page.url);
                // Of what was computed the source has only the parts.
                let computed = match lang {
                    Lang::Vi => "(tính từ các con số khác)",
                    Lang::En => "(computed from other figures)",
                };
                let is_computed = observation.basis == Basis::Derived;
                assert_eq!(said.contains(computed), is_computed, "{}: {said}", page.url);
                n_computed += usize::from(is_computed);
            }
        }
    }
    assert!(n_computed > 0);
}
