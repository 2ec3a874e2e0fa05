//! Does what a page does with its data before it draws: reads the files, assesses the promises in the
//! ledger, and compares. It calls the same functions as the site itself.
#![allow(dead_code, reason = "not each program that measures reads rows")]

use tinhso::compare::{
    Ledger, YearFilter, benchmarks, disputes, highlights, pairs, rank, topic, unmeasured,
};
use tinhso::data::{Dataset, Fetched, Loaded, Province, Span, load, parse_manifest};

/// The day for which the ledger assesses the promises.
const DAY: Span = Span::Day(2026, 11, 22);

/// Reads the files of a page; the first one is the manifest. Empty if the manifest is not valid.
pub(crate) fn read(fetched: &[Fetched]) -> Loaded {
    let manifest = match fetched {
        [(_, Ok(text)), ..] => parse_manifest(text).0,
        _ => None,
    };
    manifest.map(|manifest| load(&manifest, fetched)).unwrap_or_default()
}

/// Reads the files without the figures, which come in another form.
pub(crate) fn read_definitions(fetched: &[Fetched]) -> Loaded {
    let definitions: Vec<Fetched> =
        fetched.iter().filter(|(path, _)| !path.contains('/')).cloned().collect();
    let mut loaded = read(&definitions);
    // The files of the figures are missing on purpose, so drop the findings about them.
    loaded.findings.clear();
    loaded.lost.clear();
    loaded.dataset.lost.clear();
    loaded
}

/// Splits a text that contains several files: for each one a line with its path and a line with its text.
pub(crate) fn unbundle(text: &str) -> Vec<Fetched> {
    let mut lines = text.lines();
    let mut files = Vec::new();
    while let (Some(path), Some(text)) = (lines.next(), lines.next()) {
        files.push((path.to_owned(), Ok(text.to_owned())));
    }
    files
}

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
