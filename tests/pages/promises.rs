//! The page of promises as a file: every promise, its state and its story.

use tinhso::address::{Address, Page, Selection};
use tinhso::compare::{Ledger, State, YearFilter, change_between};
use tinhso::data::{Kind, TargetTiming};
use tinhso::i18n::Lang;

use crate::support::{
    TODAY, both_sites, by_id, rendered, select_all, select_one, select_within, source_name, text,
};

fn name_of(lang: Lang, state: State) -> &'static str {
    let place = State::ALL.into_iter().position(|other| other == state).unwrap();
    lang.messages().states()[place].name
}

#[test]
fn every_promise_of_a_province_has_its_state_and_its_story() {
    for site in both_sites() {
        // The page has the promises of the followed provinces.
        let followed = site.dataset.followed_part(&[]);
        let ledger = Ledger::new(&followed);
        let assessed: Vec<_> = ledger
            .assess_all(TODAY)
            .into_iter()
            .filter(|a| a.target.province != "national")
            .collect();
        assert!(!assessed.is_empty(), "{}", site.name);
        for lang in Lang::ALL {
            let page = site.page(lang, &Page::Promises);
            let dom = page.dom();
            assert_eq!(
                select_all(&dom, ".t-promises details").len(),
                assessed.len(),
                "{}",
                page.url
            );
            for assessment in &assessed {
                let id = &assessment.target.id;
                let row = by_id(&dom, id).unwrap_or_else(|| panic!("{}: {id}", page.url));
                let summary = text(select_within(row, "summary")[0]);
                let name = if assessment.is_awaited() {
                    lang.messages().awaited()
                } else {
                    name_of(lang, assessment.state)
                };
                assert!(summary.contains(name), "{id}: {summary}");
                let story = text(select_within(row, ".t-story")[0]);
                let source = site.dataset.source(&assessment.target.source).unwrap();
                let name = source_name(source);
                assert!(story.contains(name), "{id}: {story}");
                for evidence in &assessment.evidence {
                    let link = format!("a[href$='#{}']", evidence.id);
                    assert!(!select_within(row, &link).is_empty(), "{id}: {}", evidence.id);
                }
            }
        }
    }
}

#[test]
fn a_promise_in_words_is_listed_with_source_and_deadline_and_no_state() {
    let [real, _] = both_sites();
    let in_words: Vec<_> =
        real.dataset.observations.iter().filter(|o| o.is_qualitative()).collect();
    assert_eq!(in_words.len(), 4);
    for lang in Lang::ALL {
        let promises = real.page(lang, &Page::Promises);
        let dom = promises.dom();
        for promise in &in_words {
            let own = real.page(lang, &Page::Province(promise.province.clone())).dom();
            for dom in [&dom, &own] {
                let row = text(by_id(dom, &promise.id).unwrap());
                let indicator = real.dataset.indicator(&promise.indicator).unwrap();
                let (name, due) = match lang {
                    Lang::Vi => (&indicator.name.vi, "hạn 20"),
                    Lang::En => (&indicator.name.en, "due 20"),
                };
                assert!(row.contains(name.as_str()) && row.contains(due), "{row}");
                let source = real.dataset.source(&promise.source).unwrap();
                let source = source_name(source);
                assert!(row.contains(source), "{row}");
                for state in lang.messages().states() {
                    assert!(!row.contains(state.name), "{row}");
                }
            }
        }
        let states = text(select_one(&dom, "#states", &promises.url));
        let said = match lang {
            Lang::Vi => "Thêm 4 lời hứa bằng lời, không kèm con số",
            Lang::En => "4 more promises are in words, without a figure",
        };
        assert!(states.contains(said), "{states}");
    }
}

#[test]
fn the_counts_of_the_states_add_up_to_all() {
    for site in both_sites() {
        let page = site.page(Lang::En, &Page::Promises);
        let dom = page.dom();
        let n_all = select_all(&dom, ".t-promises details").len();
        let mut sum = 0;
        for count in select_all(&dom, ".t-states strong") {
            sum += text(count).trim().parse::<usize>().unwrap();
        }
        assert_eq!(sum, n_all, "{}", page.url);
    }
}

#[test]
fn without_any_promise_the_page_says_so() {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    dataset.observations.retain(|o| o.kind == Kind::Result);
    for lang in Lang::ALL {
        let html = rendered(&dataset, &Address::new(lang, Page::Promises));
        let dom = scraper::Html::parse_document(&html);
        assert_eq!(
            text(select_one(&dom, "main p.t-lead", "promises")),
            lang.messages().promises_none()
        );
        assert!(select_all(&dom, ".t-promises").is_empty());
        let home = rendered(&dataset, &Address::new(lang, Page::Home));
        assert!(!home.contains("NaN") && !home.contains("0/0"), "{home}");
    }
}

#[test]
fn a_promise_that_replaced_another_shows_both() {
    let [_, good] = both_sites();
    let mut dataset = good.dataset.clone();
    let old = dataset.observations.iter().find(|o| o.kind == Kind::Target).unwrap().clone();
    let mut new = old.clone();
    new.id.push_str("-raised");
    new.value = Some(old.value().unwrap() + 1.5);
    new.supersedes = Some(old.id.clone());
    let new_id = new.id.clone();
    dataset.observations.push(new);
    for (lang, turned) in
        [(Lang::Vi, "đòi hỏi cao hơn, cùng hạn"), (Lang::En, "asks for more, same deadline")]
    {
        let html = rendered(&dataset, &Address::new(lang, Page::Promises));
        let dom = scraper::Html::parse_document(&html);
        for id in [&old.id, &new_id] {
            let story = select_within(by_id(&dom, id).unwrap(), ".t-story")[0];
            assert!(text(story).contains(lang.messages().chain()), "{id}");
            assert!(text(story).contains(turned), "{id}: {}", text(story));
            for other in [&old.id, &new_id] {
                let link = format!("dd a[href$='loi-hua/#{other}']");
                assert!(!select_within(story, &link).is_empty(), "{id}: {other}");
            }
        }
    }
}

/// The formulas of a story, which say how far a result is from its goal.
#[test]
fn a_story_says_on_which_side_a_result_is_and_computes_nothing_over_a_change() {
    let (mut n_short, mut n_beyond, mut n_changed, mut n_paths) = (0, 0, 0, 0);
    let [real, _] = both_sites();
    let dataset = real.dataset.followed_part(&[]);
    let ledger = Ledger::new(&dataset);
    for lang in Lang::ALL {
        let dom = real.page(lang, &Page::Promises).dom();
        for assessment in
            ledger.assess_all(TODAY).iter().filter(|a| a.target.province != "national")
        {
            let id = &assessment.target.id;
            let story = text(select_within(by_id(&dom, id).unwrap(), ".t-story")[0]);
            let change = assessment
                .latest_result()
                .and_then(|latest| change_between(&dataset, latest, assessment.target));
            let (short, beyond) = match lang {
                Lang::Vi => ("còn thiếu", "đã vượt"),
                Lang::En => ("short of it", "beyond it"),
            };
            // A rank of another year, a bound, and a figure with a caveat are on no side of a goal.
            let is_told = assessment.target.caveat.is_none()
                && assessment.latest_result().is_some_and(|latest| {
                    let end = latest.period.unwrap().end();
                    let is_of_its_time = match assessment.target.deadline {
                        Some(due) => {
                            assessment.judged == TargetTiming::ByDeadline || end >= due.start()
                        }
                        None => assessment.judged == TargetTiming::ByDeadline,
                    };
                    is_of_its_time && !latest.comparator.is_bound() && latest.caveat.is_none()
                });
            let is = |sign: fn(f64) -> bool| {
                change.is_none() && is_told && assessment.shortfall().is_some_and(sign)
            };
            assert_eq!(story.contains(short), is(|short| short > 0.0), "{id}: {story}");
            assert_eq!(story.contains(beyond), is(|short| short < 0.0), "{id}: {story}");
            n_short += usize::from(story.contains(short));
            n_beyond += usize::from(story.contains(beyond));
            // The path, dotted.
            let paths = select_within(by_id(&dom, id).unwrap(), "svg [stroke-dasharray='0 4']");
            n_paths += paths.len();
            // The latest result may be by a method that the path from the first result never
            // reaches.
            let from = assessment.path.map(|path| path.from);
            if from.is_some_and(|from| change_between(&dataset, from, assessment.target).is_some())
            {
                assert!(paths.is_empty(), "{id}: a path is drawn");
            }
            if change.is_some() {
                n_changed += 1;
                let messages = lang.messages();
                let terms: Vec<String> =
                    select_within(by_id(&dom, id).unwrap(), "dt").into_iter().map(text).collect();
                for term in [messages.pace_needed(), messages.path_then()] {
                    assert!(!terms.iter().any(|found| found == term), "{id}: {term}");
                }
            }
        }
    }
    let found = [n_short, n_beyond, n_changed, n_paths];
    assert!(found.iter().all(|n| *n > 0), "{found:?}");
}

#[test]
fn of_a_promise_without_a_day_the_day_of_its_source_is_the_latest_possible() {
    let [real, _] = both_sites();
    let dom = real.page(Lang::Vi, &Page::Promises).dom();
    let mut n_undated = 0;
    for target in real.dataset.observations.iter().filter(|o| o.kind == Kind::Target) {
        let is_told = target.made.is_none() && !target.is_qualitative();
        let Some(row) = by_id(&dom, &target.id).filter(|_| is_told) else { continue };
        let source = real.dataset.source(&target.source).unwrap();
        let says = text(select_within(row, ".t-story")[0]).contains("không muộn hơn");
        assert_eq!(says, source.published.is_some(), "{}", target.id);
        n_undated += usize::from(says);
    }
    assert!(n_undated > 0);
}

/// The name of the document of a promise has a `lang` of its own. That it was inferred is said
/// after it.
#[test]
fn an_inferred_value_is_followed_by_a_remark() {
    let [real, _] = both_sites();
    let id = "br-vt/e-invoices/target/2023";
    let target = real.dataset.observation(id).unwrap();
    assert!(["document", "made", "said_by", "deadline"].iter().all(|key| target.is_inferred(key)));
    for (lang, mark, day) in [
        (Lang::Vi, "suy ra", "20/7/2023, suy ra"),
        (Lang::En, "inferred", "Jul 20, 2023, inferred"),
    ] {
        let document = format!("{}, {mark}", target.document.as_ref().unwrap());
        let story = real.page(lang, &Page::Promises).dom();
        let card = real.page(lang, &Page::Compare("e-invoices".into())).dom();
        for dom in [story, card] {
            let shown = text(by_id(&dom, id).unwrap());
            assert!(shown.contains(&document) && shown.contains(day), "{shown}");
        }
    }
}

#[test]
fn promises_in_words_without_others_are_not_called_additional() {
    let [real, _] = both_sites();
    for (lang, said) in [
        (Lang::Vi, "1 lời hứa bằng lời, không kèm con số: chỉ liệt kê, không phán xét."),
        (Lang::En, "1 promise in words, without a figure: only listed, and not judged."),
    ] {
        let selection = Selection {
            provinces: Some(vec!["br-vt".into()]),
            year: YearFilter::Year(2030),
            ..Selection::default()
        };
        let address = Address { selection, ..Address::new(lang, Page::Promises) };
        let dom = real.view(&address);
        assert_eq!(text(select_one(&dom, "main p.t-lead", "alone")), said);
    }
}
