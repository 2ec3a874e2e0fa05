//! Computes the examples of `docs/method.md` again. Each test makes the line that must be in the
//! document.

use tinhso::compare::{
    Assessment, DeadlineOrder, Highlight, Ledger, MeanOfParts, MergerOutcome, Outcome, Part,
    Reason, SCORE_INDICATOR, TargetLevel, YearFilter, ambitions, awaited, benchmarks, compare,
    disputes, editions, eras, highlights, merger_outcome, newsworthy, outcome, parts_of,
    pick_results, places_before, rank_quintile, standings, unmeasured,
};
use tinhso::data::{Comparator, Coverage, Dataset, Kind, Observation, Province, TargetTiming};
use tinhso::i18n::{Lang, method_sections};

use crate::support::{day, real_data, root};

/// The text of the section with this anchor, from its heading to the next.
fn section(anchor: &str) -> String {
    let text = std::fs::read_to_string(root().join("docs/method.md")).unwrap();
    let after = text.split_once(&format!("\n## {anchor}\n")).unwrap().1;
    after.split("\n## ").next().unwrap().to_owned()
}

#[track_caller]
fn stands_in(anchor: &str, line: &str) {
    let section = section(anchor);
    assert!(section.contains(line), "`{line}` does not stand in #{anchor}:\n{section}");
}

/// How many rows the tables of a section have, without the headings.
fn n_rows(anchor: &str) -> usize {
    section(anchor).lines().filter(|line| line.starts_with("| ")).count() - 2
}

const WATER: &str = "br-vt/water-bills-cashless/target/2023";
const DOSSIERS: &str = "bac-lieu/online-dossiers-filed/target/2023-10";

fn find<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observations.iter().find(|o| o.id == id).unwrap()
}

fn on<T>(dataset: &Dataset, id: &str, as_of: &str, ask: impl FnOnce(&Assessment<'_>) -> T) -> T {
    ask(&Ledger::new(dataset).assess(find(dataset, id), day(as_of)).unwrap())
}

/// The real data and one more result, like another one but with this id, value and period.
fn real_data_with(like: &str, id: &str, value: f64, period: &str) -> Dataset {
    let mut dataset = real_data();
    let mut more = find(&dataset, like).clone();
    id.clone_into(&mut more.id);
    more.value = Some(value);
    more.comparator = Comparator::Equal;
    more.period = Some(period.parse().unwrap());
    dataset.observations.push(more);
    dataset
}

#[test]
fn figures_that_are_alike() {
    let dataset = real_data();
    for other in ["br-vt", "khanh-hoa"] {
        let provinces = [other, "da-nang"];
        let found = pick_results(&dataset, "dti-rank", &provinces, YearFilter::Year(2024));
        let rank = |o: &Observation| format!("{} of {}", o.value().unwrap(), o.base.unwrap());
        let [others, own] = found[..] else { panic!("{found:?}") };
        stands_in("latest", &format!("| {other} | {} | {} |", rank(others), rank(own)));
    }
    let rows = section("latest");
    let rows = rows.split_once("| Đà Nẵng beside |").unwrap().1.lines();
    assert_eq!(rows.filter(|line| line.starts_with("| ")).count() - 1, 2);
}

#[test]
fn where_provinces_stand() {
    let dataset = real_data();
    for (province, index) in [
        ("br-vt", "dti-rank"),
        ("br-vt", "pci-rank"),
        ("br-vt", "papi-rank"),
        ("khanh-hoa", "dti-rank"),
        ("da-nang", "pci-rank"),
    ] {
        let standings = standings(&dataset, province);
        let found = standings.iter().find(|standing| standing.indicator.id == index).unwrap();
        let (place, base) = (found.place.value().unwrap(), found.place.base.unwrap());
        let year = found.place.period.unwrap().year();
        let change = found.change.map_or_else(|| "–".to_owned(), |(_, by)| by.to_string());
        let line = format!("| {province} | {index} | {year} | {place} of {base} | {change} |");
        stands_in("standing", &line);
    }
    assert_eq!(n_rows("standing"), 5);
}

#[test]
fn reasons_and_what_they_allow() {
    let text = section("comparability");
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    let told: Vec<(&str, &str)> = rows
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
            (cells[0].trim_matches('`'), cells[2])
        })
        .collect();
    let allows = |reason: Reason| {
        if reason.permits_comparison() { "care" } else { "side by side" }
    };
    assert_eq!(told, Reason::ALL.map(|reason| (reason.id(), allows(reason))));
    for lang in Lang::ALL {
        let page = method_sections(lang).iter().find(|section| section.id == "comparability");
        assert_eq!(page.unwrap().points.len(), Reason::ALL.len());
    }
    let dataset = real_data();
    let of = |month: &str| {
        find(&dataset, &format!("national/online-dossiers-processed/result/2022-{month}"))
    };
    let (august, november) = (of("08"), of("11"));
    let found = compare(&dataset, august, november);
    let reasons: Vec<String> = found.reasons.iter().map(|r| format!("`{}`", r.id())).collect();
    let value = |o: &Observation| format!("≈ {}%", o.value().unwrap());
    let line = format!(
        "| national, dossiers *processed* online, {}, August 2022 | the same, {}, November 2022 | {} \
         | `{}` |",
        value(august),
        value(november),
        reasons.join(", "),
        found.verdict.id()
    );
    stands_in("comparability", &line);
}

#[test]
fn known() {
    let dataset = real_data();
    let days = ["2023-07-19", "2023-07-20", "2024-10-08", "2024-10-09"];
    for as_of in days {
        let ledger = Ledger::new(&dataset);
        let n = ledger.targets(day(as_of)).filter(|target| target.province == "br-vt").count();
        stands_in("known", &format!("| {as_of} | {n} |"));
    }
    assert_eq!(n_rows("known"), days.len());
    let made = on(&dataset, "br-vt/dti-rank/target/2023", "2026-11-22", |found| found.made);
    stands_in("known", &format!("it was made on {}", made.unwrap()));
}

#[test]
fn counts() {
    let dataset = real_data();
    let days = ["2024-09-30", "2024-10-08", "2024-10-09"];
    for as_of in days {
        let counted = on(&dataset, WATER, as_of, |found| {
            let values = found.counted.iter().filter_map(|o| o.value());
            values.map(|value| value.to_string()).collect::<Vec<_>>().join(", ")
        });
        let counted = if counted.is_empty() { "none" } else { counted.as_str() };
        stands_in("counts", &format!("| {as_of} | {counted} |"));
    }
    assert_eq!(n_rows("counts"), days.len());
}

#[test]
fn meets() {
    let dataset = real_data();
    let trial = ("br-vt/sme-digital-trial/target/2023", "BR-VT, small firms that try a platform");
    let rank = ("br-vt/dti-rank/target/2023", "BR-VT, rank");
    let imagined = [
        (trial, Comparator::Equal, 91),
        (trial, Comparator::Equal, 90),
        (trial, Comparator::MoreThan, 90),
        (trial, Comparator::AtLeast, 90),
        (rank, Comparator::Equal, 15),
        (rank, Comparator::AtMost, 10),
        (rank, Comparator::AtMost, 20),
        (rank, Comparator::About, 16),
    ];
    for ((id, name), comparator, value) in imagined {
        let target = find(&dataset, id);
        let mut result = target.clone();
        result.comparator = comparator;
        result.value = Some(f64::from(value));
        let says = match outcome(target, &result, dataset.indicator(&target.indicator)).unwrap() {
            Outcome::Meets => "meets",
            Outcome::Fails => "fails",
            Outcome::Inconclusive => "inconclusive",
        };
        let asked = format!("{} {}", target.comparator.sign(), target.value().unwrap());
        let line = format!("| {asked} ({name}) | {} {value} | {says} |", comparator.sign());
        stands_in("meets", &line);
    }
    assert_eq!(n_rows("meets"), imagined.len());
}

#[test]
fn deciding() {
    let dataset = real_data();
    let judged = |id: &str| on(&dataset, id, "2026-11-22", |found| found.judged);
    assert_eq!(
        [judged(WATER), judged("br-vt/dti-rank/target/2023")],
        [TargetTiming::ByDeadline, TargetTiming::WithinDeadline]
    );
    stands_in("deciding", "BR-VT's water bills are judged by 2023, its rank in 2023.");
    on(&dataset, DOSSIERS, "2023-11-01", |found| {
        let latest = found.latest_result().unwrap();
        let end = latest.period.unwrap().end();
        assert_eq!((latest.value(), end.to_string().as_str()), (Some(4.0), "2022-10-31"));
        assert!(found.made.unwrap() <= end);
        assert_eq!(found.state.id(), "overdue-unreported");
        stands_in("deciding", "Bạc Liêu's 4% of dossiers filed online ends on 31 October 2022");
    });
}

#[test]
fn states() {
    let dataset = real_data();
    let goal = "khanh-hoa/digital-economy-share/target/2030";
    let examples = [
        (WATER, "2023-12-31"),
        (WATER, "2024-01-15"),
        (WATER, "2024-10-09"),
        (DOSSIERS, "2023-01-01"),
        (DOSSIERS, "2023-11-01"),
        (goal, "2025-06-30"),
        (goal, "2025-07-01"),
        ("bac-lieu/community-digital-teams/target/undated", "2026-11-22"),
    ];
    for (id, as_of) in examples {
        let state = on(&dataset, id, as_of, |found| found.state.id());
        stands_in("states", &format!("| {id} | {as_of} | {state} |"));
    }
    assert_eq!(n_rows("states"), examples.len());
    for state in tinhso::compare::State::ALL {
        stands_in("states", &format!("`{}`", state.id()));
    }
}

/// Bạc Liêu with an imagined result of 30 April 2023.
fn april(value: f64) -> Dataset {
    real_data_with("bac-lieu/online-dossiers-filed/result/2022-10", "imagined", value, "2023-04-30")
}

#[test]
fn path() {
    on(&april(22.0), DOSSIERS, "2023-05-01", |found| {
        let path = found.path.unwrap();
        let (april, whole) = (day("2023-04-30"), path.to_day.0 - path.from_day.0);
        let line = format!(
            "{} + {} × {} ÷ {whole} = {:.2}",
            path.from_value,
            path.to_value - path.from_value,
            april.0 - path.from_day.0,
            path.value_on(april)
        );
        stands_in("path", &line);
    });
    let state = |value: f64| on(&april(value), DOSSIERS, "2023-05-01", |found| found.state.id());
    let line = format!(
        "A result of 22% of that day, were there one, would be `{}`, one of 21% `{}`.",
        state(22.0),
        state(21.0)
    );
    stands_in("path", &line);
}

#[test]
fn gap() {
    let dataset = real_data();
    for id in [DOSSIERS, WATER] {
        on(&dataset, id, "2026-11-22", |found| {
            let (aim, latest) = (found.target.value().unwrap(), found.latest_result().unwrap());
            let line = format!("{aim} − {} = {}", latest.value().unwrap(), found.gap.unwrap());
            stands_in("gap", &line);
        });
    }
}

#[test]
fn pace() {
    on(&real_data(), DOSSIERS, "2023-05-01", |found| {
        let needed = found.needed_pace.unwrap();
        stands_in(
            "pace",
            &format!("needed pace = 36 ÷ (365 ÷ 365.25) = {needed:.2} points a year"),
        );
        assert_eq!(found.achieved_pace, None);
    });
    on(&april(22.0), DOSSIERS, "2023-05-01", |found| {
        let (achieved, needed) = (found.achieved_pace.unwrap(), found.needed_pace.unwrap());
        stands_in("pace", &format!("achieved pace = 18 ÷ (181 ÷ 365.25) = {achieved:.2}"));
        stands_in("pace", &format!("needed pace = 18 ÷ (184 ÷ 365.25) = {needed:.2}"));
    });
}

#[test]
fn days_left() {
    let dataset = real_data();
    let left = |as_of| on(&dataset, DOSSIERS, as_of, |found| found.days_left.unwrap());
    let line = format!(
        "{} days left on 1 January 2023, {} on 31 October 2023, and {} on 22 November 2026",
        left("2023-01-01"),
        left("2023-10-31"),
        left("2026-11-22")
    );
    stands_in("days-left", &line);
}

#[test]
fn publication() {
    let dataset = real_data();
    let goal = "khanh-hoa/dti-rank/target/2025-of-34";
    let indicator = dataset.indicator("dti-rank").unwrap();
    for edition in &indicator.editions {
        let published = dataset.source(&edition.source).unwrap().publication_day().unwrap();
        let lag = published.0 - edition.of.end().0;
        stands_in("publication", &format!("| {} | {published} | {lag} |", edition.of));
    }
    assert_eq!(n_rows("publication"), indicator.editions.len());
    on(&dataset, goal, "2026-11-22", |found| {
        let usual = found.publication.unwrap();
        let line = format!(
            "The longest is {} days, so until {} it is not due for publication yet",
            usual.longest, usual.usual_by
        );
        stands_in("publication", &line);
        assert!(found.is_awaited());
    });
    for (as_of, is_awaited) in [("2025-12-31", false), ("2027-02-07", true), ("2027-02-08", false)]
    {
        on(&dataset, goal, as_of, |found| assert_eq!(found.is_awaited(), is_awaited, "{as_of}"));
    }
}

#[test]
fn editions_not_found_yet() {
    let dataset = real_data();
    let indicators = ["dti-rank", "papi-score", "pci-rank", "par-index", "sipas"];
    for id in indicators {
        let next = awaited(&dataset, dataset.indicator(id).unwrap()).unwrap();
        let (shortest, longest) = next.lags;
        let line = format!(
            "| {id} | {} | {shortest}–{longest} | {} | {} |",
            next.n_editions, next.of, next.since
        );
        stands_in("awaited", &line);
    }
    assert_eq!(n_rows("awaited"), indicators.len());
    let newest = dataset.indicator("papi-score").unwrap().editions.last().unwrap();
    let published = dataset.source(&newest.source).unwrap().published_not_before.unwrap();
    assert_eq!((newest.of.to_string(), published.to_string()), ("2024".into(), "2025-04".into()));
}

#[test]
fn disputed() {
    let like = "br-vt/water-bills-cashless/result/2024-9m";
    let dataset = real_data_with(like, "imagined", 78.0, "2024-01/2024-09");
    on(&dataset, WATER, "2026-11-22", |found| {
        let sides: Vec<Option<f64>> = found.evidence.iter().map(|o| o.value()).collect();
        assert_eq!(sides, [Some(85.0), Some(78.0)]);
        stands_in("disputed", &format!("the promise of 80% would be `{}`", found.state.id()));
    });
}

#[test]
fn highlights_of_the_present_data() {
    let dataset = Part::Followed.extract(&real_data());
    let found = highlights(&dataset, 3);
    assert_eq!(found.len(), n_rows("highlights"));
    let told: Vec<String> = found
        .iter()
        .map(|highlight| match highlight {
            Highlight::Gap { a, b, comparison } => {
                format!("{} {} {:?}", a.id, b.id, comparison.difference)
            }
            Highlight::DifferentDefinitions { concept, definitions, .. } => {
                format!("{concept} {definitions}")
            }
        })
        .collect();
    assert_eq!(
        told,
        [
            "br-vt/dti-rank/result/2024 bac-lieu/dti-rank/result/2024-of-63 Some(-51.0)",
            "online-dossiers 6",
            "bac-lieu/online-dossiers-filed/result/2022-10 \
             national/online-dossiers-filed/result/2022-10 Some(-34.0)",
        ]
    );
}

#[test]
fn ambition() {
    let dataset = real_data();
    let found = ambitions(&Ledger::new(&dataset), day("2026-11-22"));
    let told = |o: &Observation| format!("{}, {}", o.id, o.value().unwrap());
    let told_of: Vec<_> = found
        .iter()
        .filter(|pair| pair.target.id.starts_with("khanh-hoa/online-services-level-4"))
        .filter(|pair| pair.national.indicator == "online-services-level-4")
        .collect();
    // The document leaves out the first pair, of other definitions and deadlines.
    assert_eq!((told_of.len(), n_rows("ambition")), (4, 3));
    for pair in &told_of[1..] {
        let aim = match pair.level {
            Some(TargetLevel::More) => "more",
            Some(TargetLevel::Same) => "the same",
            Some(TargetLevel::Less) => "less",
            None => "–",
        };
        let due = match pair.deadline_order.unwrap() {
            DeadlineOrder::Earlier => "earlier",
            DeadlineOrder::Same => "the same day",
            DeadlineOrder::Later => "later",
        };
        let verdict = pair.comparison.verdict.id();
        let (own, national) = (told(pair.target), told(pair.national));
        stands_in("ambition", &format!("| {own} | {national} | {verdict} | {aim} | {due} |"));
    }
}

#[test]
fn what_is_newsworthy() {
    let dataset = real_data();
    let all = Ledger::new(&dataset).assess_provinces(day("2026-11-22"));
    let told = newsworthy(&dataset, &all, 5);
    for found in &told {
        let line = format!("| {} | {} | ", found.target.id, found.state.id());
        stands_in("newsworthy", &line);
    }
    assert_eq!(told.len(), n_rows("newsworthy"));
    let shortfalls: Vec<_> = told.iter().map(|found| found.shortfall()).collect();
    assert_eq!(shortfalls, [Some(-8.0), Some(34.21)]);
}

fn listed<'a>(ids: impl Iterator<Item = &'a Province>) -> String {
    let ids: Vec<&str> = ids.map(|province| province.id.as_str()).collect();
    if ids.is_empty() { "–".to_owned() } else { ids.join(", ") }
}

#[test]
fn eras_of_editions() {
    let mut dataset = real_data();
    let mut rank = find(&dataset, "br-vt/dti-rank/target/2023").clone();
    rank.kind = Kind::Result;
    rank.comparator = Comparator::Equal;
    rank.province = "khanh-hoa".into();
    let told = [("2020", 63), ("2021", 63), ("2022", 63), ("2023", 63), ("2024", 63), ("2024", 34)];
    let imagined = told.map(|(year, base)| Observation {
        id: format!("{year} of {base}"),
        period: Some(year.parse().unwrap()),
        base: Some(base),
        value: Some(1.0),
        missing: None,
        qualitative: false,
        ..rank.clone()
    });
    dataset.observations = imagined.to_vec();
    let editions = editions(&dataset, "dti-rank");
    for (number, era) in eras(&dataset, "dti-rank", &editions).iter().enumerate() {
        for edition in era.editions.iter().map(|idx| &editions[*idx]) {
            let line = format!("| {} | {} | {} |", edition.year, edition.base, number + 1);
            stands_in("editions", &line);
        }
    }
    assert_eq!(editions.len(), told.len());
}

#[test]
fn units_before_the_mergers() {
    let dataset = real_data();
    let formula = |mean: &MeanOfParts<'_>| {
        let values: Vec<String> =
            mean.parts.iter().map(|old| old.value.value().unwrap().to_string()).collect();
        format!("({}) ÷ {} = {}", values.join(" + "), values.len(), mean.value)
    };
    let score = find(&dataset, "da-nang/dti-score/result/2024-of-34");
    let mean = parts_of(&dataset, score).unwrap();
    let ranks: Vec<f64> = mean.parts.iter().map(|old| old.rank.unwrap().value.unwrap()).collect();
    assert_eq!(ranks, [2.0, 57.0]);
    let line = format!(
        "Đà Nẵng, 17th of 34 with {} in 2024: {}, of itself, 2nd of 63, and Quảng Nam, 57th of 63.",
        score.value.unwrap(),
        formula(&mean)
    );
    stands_in("editions", &line);
    let places = places_before(&dataset, SCORE_INDICATOR, 2022);
    let place = places.iter().find(|place| place.unit.id == "da-nang").unwrap();
    let line = format!(
        "The same unit for 2022: {}, place {} of {};",
        formula(&place.mean),
        place.rank,
        places.len()
    );
    stands_in("editions", &line);
}

#[test]
fn fifths_of_editions() {
    let ranks = |base: u32, class: u8| {
        let of_class = (1..=base).filter(move |rank| rank_quintile(*rank, base) == class);
        format!("{}–{}", of_class.clone().min().unwrap(), of_class.max().unwrap())
    };
    for class in 0..5 {
        let line = format!("| {class} | {} | {} |", ranks(63, class), ranks(34, class));
        stands_in("editions", &line);
        for lang in [Lang::Vi, Lang::En] {
            let page = method_sections(lang).iter().find(|section| section.id == "editions");
            assert!(page.unwrap().paragraphs.concat().contains(&ranks(63, class)));
        }
    }
    // Two tables, and so two headings.
    assert_eq!(n_rows("editions"), 6 + 5 + 2);
}

#[test]
fn what_became_of_provinces() {
    let dataset = real_data();
    let provinces = ["br-vt", "khanh-hoa", "ca-mau"];
    for id in provinces {
        let (word, day, units) =
            match merger_outcome(&dataset, dataset.province(id).unwrap()).unwrap() {
                MergerOutcome::Unchanged => ("unchanged", String::new(), String::new()),
                MergerOutcome::Enlarged { since: on, parts } => {
                    ("grew", on.to_string(), listed(parts.into_iter()))
                }
                MergerOutcome::Ended { last_day: last, successor: into, other_parts: with } => {
                    assert_eq!(with[0], into);
                    ("ended", last.to_string(), listed(with.into_iter()))
                }
            };
        stands_in("mergers", &format!("| {id} | {word} | {day} | {units} |"));
    }
    assert_eq!(n_rows("mergers"), provinces.len());
}

#[test]
fn benchmarks_of_figures() {
    let dataset = real_data();
    let goal = find(&dataset, "khanh-hoa/online-services-level-4/target/2025");
    let told = |o: &Observation| format!("{}, {}", o.id, o.value().unwrap());
    let found: Vec<String> = benchmarks(&dataset, goal)
        .iter()
        .map(|b| {
            let (verdict, difference) = (b.comparison.verdict.id(), b.comparison.difference);
            let (goal, national) = (told(goal), told(b.figure));
            format!("| {goal} | {national} | {verdict} | {} |", difference.unwrap())
        })
        .collect();
    for line in &found {
        stands_in("benchmarks", line);
    }
    assert_eq!(found.len(), n_rows("benchmarks"));
    let reached = find(&dataset, "khanh-hoa/online-services-level-3-4/result/2020");
    assert_eq!(benchmarks(&dataset, reached), []);
    stands_in("benchmarks", "64.06% of services at levels 3 and 4 for 2020 has none");
}

#[test]
fn disputes_of_sources() {
    let first = "br-vt/water-bills-cashless/result/2024-9m";
    let told = |other: &str, dataset: &mut Dataset| {
        let other = dataset.observations.iter_mut().find(|o| o.id == other).unwrap();
        other.disputes = vec![first.to_owned()];
        let disputes = disputes(dataset);
        let found = disputes.iter().find(|d| d.figures.iter().any(|o| o.id == first)).unwrap();
        (found.spreads.first().map(|s| s.size), format!("`{:?}`", found.reason))
    };
    let (spread, nature) =
        told("imagined", &mut real_data_with(first, "imagined", 78.0, "2024-01/2024-09"));
    let spread = spread.unwrap();
    stands_in("disputes", &format!("85 − 78 = {spread} percentage points, {nature}"));
    let (same, nature) = told("imagined", &mut real_data_with(first, "imagined", 78.0, "2024"));
    assert_eq!(same, Some(spread));
    stands_in("disputes", &format!("the same spread, with care, {nature}"));
    let (none, nature) = told(WATER, &mut real_data());
    assert_eq!(none, None);
    stands_in("disputes", &format!("no spread, {nature}"));
}

#[test]
fn what_has_no_figure() {
    let dataset = real_data();
    let examples = [
        ("br-vt", "school-records-signed"),
        ("bac-lieu", "industrial-park-digital"),
        ("bac-lieu", "online-services"),
    ];
    for (province, concept) in examples {
        let found = unmeasured(&dataset, province);
        let topic = found.iter().find(|topic| topic.concept == concept).unwrap();
        let elsewhere = listed(topic.measured_provinces.iter().copied());
        let country = if topic.is_country_measured { "yes" } else { "no" };
        let n_targets = topic.targets.len();
        let line = format!("| {province} | {concept} | {n_targets} | {elsewhere} | {country} |");
        stands_in("unmeasured", &line);
    }
    assert_eq!(n_rows("unmeasured"), examples.len());
    for province in ["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu"] {
        let found = unmeasured(&dataset, province);
        assert!(found.iter().all(|topic| topic.concept != "online-dossiers"), "{province}");
    }
    stands_in("unmeasured", "`online-dossiers` is listed for none of the four");
}

#[test]
fn the_coverage_of_the_examples() {
    let dataset = real_data();
    let examples =
        [("2023", "2023-12-31", 63), ("2024", "2024-12-31", 63), ("2024", "2025-07-01", 34)];
    for (year, unit_day, of) in examples {
        let is_asked_for = |c: &&Coverage| {
            c.indicator == SCORE_INDICATOR
                && c.year.to_string() == year
                && c.unit_day() == day(unit_day)
        };
        let found = dataset.coverage.iter().find(is_asked_for).unwrap();
        assert_eq!((found.n, found.of), (of, of), "{year}");
        let (n, of) = (found.n, found.of);
        let line = format!("| {SCORE_INDICATOR} | {year} | {unit_day} | {n} | {of} |");
        stands_in("coverage", &line);
    }
    assert_eq!(n_rows("coverage"), examples.len());
}

/// The page links to the same anchors, in both languages.
#[test]
fn the_page_has_sections_of_the_document_only() {
    let ids = |lang| method_sections(lang).iter().map(|section| section.id).collect::<Vec<_>>();
    assert_eq!(ids(Lang::Vi), ids(Lang::En));
    for id in ids(Lang::Vi) {
        assert!(!section(id).trim().is_empty(), "{id}");
    }
    for id in ["benchmarks", "editions", "awaited", "disputes", "unmeasured", "mergers"] {
        assert!(ids(Lang::Vi).contains(&id), "{id}");
    }
}
