//! The page of promises as a file: every promise, its state, and all its story.

use std::sync::Arc;

use tinhso::address::{Address, Page};
use tinhso::compare::{Ledger, State};
use tinhso::data::{Dataset, Kind, Reading};
use tinhso::i18n::Lang;
use tinhso::prerender::render;

use crate::support::{DOCUMENT, TODAY, all, by_id, only, text, within, worlds};

fn name_of(lang: Lang, state: State) -> &'static str {
    let place = State::ALL.into_iter().position(|other| other == state).unwrap();
    lang.messages().states[place].name
}

#[test]
fn every_promise_of_a_province_stands_with_its_state_and_its_story() {
    for world in worlds() {
        // The page follows the promises of the provinces the site follows.
        let followed = tinhso::data::Dataset::clone(&world.dataset).narrowed();
        let ledger = Ledger::new(&followed);
        let assessed: Vec<_> =
            ledger.on(TODAY).into_iter().filter(|a| a.target.province != "national").collect();
        assert!(!assessed.is_empty(), "{}", world.name);
        for lang in Lang::ALL {
            let page = world.page(lang, &Page::Promises);
            let dom = page.dom();
            assert_eq!(all(&dom, ".t-promises details").len(), assessed.len(), "{}", page.url);
            for assessment in &assessed {
                let id = &assessment.target.id;
                let row = by_id(&dom, id).unwrap_or_else(|| panic!("{}: {id}", page.url));
                let summary = text(within(row, "summary")[0]);
                assert!(summary.contains(name_of(lang, assessment.state)), "{id}: {summary}");
                let story = text(within(row, ".t-story")[0]);
                let source = world.dataset.source(&assessment.target.source).unwrap();
                let name = source.publisher.as_deref().unwrap_or(&source.title);
                assert!(story.contains(name), "{id}: {story}");
                for evidence in &assessment.evidence {
                    let link = format!("a[href$='#{}']", evidence.id);
                    assert!(!within(row, &link).is_empty(), "{id}: {}", evidence.id);
                }
            }
        }
    }
}

#[test]
fn every_count_of_a_state_has_its_denominator() {
    for world in worlds() {
        let page = world.page(Lang::En, &Page::Promises);
        let dom = page.dom();
        let n_all = all(&dom, ".t-promises details").len();
        let mut sum = 0;
        for count in all(&dom, ".t-states strong") {
            let text = text(count);
            let (n, of) = text.trim().split_once('/').unwrap();
            sum += n.parse::<usize>().unwrap();
            assert_eq!(of.parse(), Ok(n_all), "{text}");
        }
        assert_eq!(sum, n_all, "{}", page.url);
    }
}

#[test]
fn without_any_promise_the_page_says_so() {
    let [_, good] = worlds();
    let mut dataset = Dataset::clone(&good.dataset);
    dataset.observations.retain(|o| o.kind == Kind::Result);
    let dataset = Arc::new(dataset);
    for lang in Lang::ALL {
        let html = render(&DOCUMENT, &dataset, &Address::of(lang, Page::Promises)).unwrap();
        let dom = scraper::Html::parse_document(&html);
        assert_eq!(text(only(&dom, "main p.t-lead", "promises")), lang.messages().promises_none);
        assert!(all(&dom, ".t-promises").is_empty());
        let home = render(&DOCUMENT, &dataset, &Address::of(lang, Page::Home)).unwrap();
        assert!(!home.contains("NaN") && !home.contains("0/0"), "{home}");
    }
}

#[test]
fn a_promise_that_replaced_another_tells_of_both() {
    let [_, good] = worlds();
    let mut dataset = Dataset::clone(&good.dataset);
    let old = dataset.observations.iter().find(|o| o.kind == Kind::Target).unwrap().clone();
    let mut new = old.clone();
    new.id.push_str("-raised");
    new.reading = Reading::Value(old.value().unwrap() + 1.5);
    new.supersedes = Some(old.id.clone());
    let new_id = new.id.clone();
    dataset.observations.push(new);
    let dataset = Arc::new(dataset);
    for (lang, turned) in
        [(Lang::Vi, "đòi hỏi cao hơn, cùng hạn"), (Lang::En, "asks for more, same deadline")]
    {
        let html = render(&DOCUMENT, &dataset, &Address::of(lang, Page::Promises)).unwrap();
        let dom = scraper::Html::parse_document(&html);
        for id in [&old.id, &new_id] {
            let story = within(by_id(&dom, id).unwrap(), ".t-story")[0];
            assert!(text(story).contains(lang.messages().chain), "{id}");
            assert!(text(story).contains(turned), "{id}: {}", text(story));
            for other in [&old.id, &new_id] {
                let link = format!("dd a[href$='loi-hua/#{other}']");
                assert!(!within(story, &link).is_empty(), "{id}: {other}");
            }
        }
    }
}
