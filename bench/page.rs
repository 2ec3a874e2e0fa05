//! Does what a page does with the data of its bundle before it draws: assesses the promises in the ledger,
//! and compares. It calls the same functions as the site itself.

use tinhso::compare::{
    Ledger, YearFilter, benchmarks, disputes, highlights, pairs, rank, topic, unmeasured,
};
use tinhso::data::{Dataset, Province, Span};

/// The day for which the ledger assesses the promises.
const DAY: Span = Span::Day(2026, 11, 22);

/// Makes the ledger and assesses every promise. Returns the number of promises.
pub(crate) fn ledger(dataset: &Dataset) -> usize {
    Ledger::new(dataset).assess_all(DAY.start()).len()
}

/// Compares what the page of these data compares. Returns the number of figures and pairs.
///
/// - One province or commune: every topic, compared with the country, and the topics without figures.
/// - Several on one topic: the figures by definition, their ranking and every pair.
/// - Several on all topics: the highlights of the home page.
pub(crate) fn compare(dataset: &Dataset) -> usize {
    let followed: Vec<&Province> = dataset.followed();
    let concepts = dataset.concepts();
    let ids: Vec<&str> = followed.iter().map(|province| province.id.as_str()).collect();
    let mut n_seen = disputes(dataset).len();
    match (concepts.as_slice(), followed.as_slice()) {
        (concepts, [province]) => {
            n_seen += unmeasured(dataset, &province.id).len();
            for concept in concepts {
                for band in topic(dataset, concept, &followed, YearFilter::Latest, None) {
                    n_seen += band.figures().flat_map(|o| benchmarks(dataset, o)).count();
                }
            }
        }
        ([concept], _) => {
            n_seen += pairs(dataset, concept, &ids, YearFilter::Latest).len();
            for band in topic(dataset, concept, &followed, YearFilter::Latest, None) {
                n_seen += rank(dataset, &band.results()).map_or(0, |ranked| ranked.len());
            }
        }
        _ => n_seen += highlights(dataset, 5).len(),
    }
    n_seen
}
