//! Figures that are only context (population, area, GRDP) are nowhere called a result, compared as one, or
//! counted as one.

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::data::{Dataset, Kind, Observation};
use tinhso::i18n::{Lang, phrase};

use crate::support::{
    by_id, dataset_of, real_folder, rendered, select_all, select_one, select_within, text,
};

fn page(dataset: &Dataset, lang: Lang, page: Page) -> Html {
    Html::parse_document(&rendered(dataset, &Address::new(lang, page)))
}

fn context_topics(dataset: &Dataset) -> Vec<String> {
    let topics = dataset.concepts().into_iter();
    topics.filter(|concept| dataset.is_context_topic(concept)).map(str::to_owned).collect()
}

#[test]
fn a_page_about_context_calls_nothing_a_result() {
    let dataset = dataset_of(&real_folder());
    let topics = context_topics(&dataset);
    assert_eq!(topics.len(), 5);
    for lang in Lang::ALL {
        let (words, context) = match lang {
            Lang::Vi => ("kết quả", "Bối cảnh"),
            Lang::En => ("result", "Context"),
        };
        let said = phrase::context_only(lang);
        for topic in &topics {
            for kind in [Page::Compare(topic.clone()), Page::Concept(topic.clone())] {
                let is_comparison = matches!(kind, Page::Compare(_));
                let dom = page(&dataset, lang, kind);
                let main = text(select_one(&dom, "main", topic));
                let rest = main.replace(said, "").to_lowercase();
                // The field for the topic lists the names of all others.
                let options: Vec<String> =
                    select_all(&dom, "main option").into_iter().map(text).collect();
                let rest =
                    options.iter().fold(rest, |rest, name| rest.replace(&name.to_lowercase(), ""));
                let place = rest.find(words);
                let around = place.map(|at| rest[at..].chars().take(80).collect::<String>());
                assert_eq!(around, None, "{topic} {lang:?}");
                let kinds = select_all(&dom, ".t-card__kind");
                assert!(!kinds.is_empty() && kinds.into_iter().all(|kind| text(kind) == context));
                if is_comparison {
                    let lead = text(select_one(&dom, ".t-lead", topic));
                    assert!(lead.ends_with(said), "{lead}");
                }
            }
        }
    }
}

#[test]
fn a_value_has_its_unit() {
    let dataset = dataset_of(&real_folder());
    for (id, vi, en) in [
        ("br-vt/population/result/2011", "1.040,8 nghìn người", "1,040.8 thousand people"),
        ("br-vt/area/result/2011", "1.989,5 km²", "1,989.5 km²"),
        ("br-vt/population-density/result/2011", "523,1 người/km²", "523.1 people/km²"),
        ("br-vt/grdp-per-capita/result/2018", "309,62 triệu đồng", "309.62 million dong"),
        (
            "khanh-hoa/grdp-per-capita/result/2025-of-34",
            "khoảng 110,32 triệu đồng",
            "about 110.32 million dong",
        ),
        // A unit that has no name of its own here.
        (
            "national/ecommerce-market/result/2025",
            "khoảng 32.000.000.000 USD",
            "about 32,000,000,000 USD",
        ),
    ] {
        let topic =
            &dataset.indicator(&dataset.observation(id).unwrap().indicator).unwrap().concept;
        for (lang, expected) in [(Lang::Vi, vi), (Lang::En, en)] {
            let dom = page(&dataset, lang, Page::Concept(topic.clone()));
            let place = by_id(&dom, id).unwrap();
            // An earlier result has a place in a list in place of a card.
            let value = if place.value().name() == "li" { "a" } else { "strong" };
            assert_eq!(text(select_within(place, value)[0]), expected);
        }
    }
}

#[test]
fn neither_the_home_page_nor_a_province_counts_context_as_results() {
    let dataset = dataset_of(&real_folder());
    let is_result = |o: &&Observation| o.kind == Kind::Result && !dataset.is_context(&o.indicator);
    let n_of = |id: &str| {
        dataset.observations.iter().filter(is_result).filter(|o| o.province == id).count()
    };
    for lang in Lang::ALL {
        let home = page(&dataset, lang, Page::Home);
        let findings = select_one(&home, "[aria-labelledby=finding]", "home").html();
        for topic in context_topics(&dataset) {
            assert!(!findings.contains(&format!("/{topic}/")), "{topic}");
        }
        let own = page(&dataset, lang, Page::Province("br-vt".to_owned()));
        let main = text(select_one(&own, "main", "br-vt"));
        assert!(main.contains(&phrase::n_results(lang, n_of("br-vt"))), "{main}");
        // They stand there, in a table of their own.
        let context = if lang == Lang::Vi { "Bối cảnh" } else { "Context" };
        let captions = select_all(&own, "caption");
        assert!(captions.into_iter().any(|caption| text(caption).starts_with(context)));
    }
}
