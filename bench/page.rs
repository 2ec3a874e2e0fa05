//! What a page does with its data before it draws: reads the files, makes and asks the ledger, and
//! compares, by the functions the site itself calls.
#![allow(dead_code, reason = "not each program that measures reads rows")]

use tinhso::compare::{
    Ledger, YearFilter, benchmarks, disputes, highlights, pairs, rank, topic, unmeasured,
};
use tinhso::data::{Dataset, Fetched, Loaded, Province, Span, load, parse_manifest};

/// The day the ledger is asked for.
const DAY: Span = Span::Day(2026, 11, 22);

/// Reads the files of a page, the manifest first. Empty where the manifest cannot be used.
pub(crate) fn read(fetched: &[Fetched]) -> Loaded {
    let manifest = match fetched {
        [(_, Ok(text)), ..] => parse_manifest(text).0,
        _ => None,
    };
    manifest.map(|manifest| load(&manifest, fetched)).unwrap_or_default()
}

/// The same without any figures, as if they came in another form.
pub(crate) fn read_definitions(fetched: &[Fetched]) -> Loaded {
    let definitions: Vec<Fetched> =
        fetched.iter().filter(|(path, _)| !path.contains('/')).cloned().collect();
    let mut loaded = read(&definitions);
    // That the files of figures are not among them is no fault here.
    loaded.findings.clear();
    loaded.lost.clear();
    loaded.dataset.lost.clear();
    loaded
}

/// The files of a text that holds them one after another: the path of each on a line, its text on the
/// next.
pub(crate) fn unbundle(text: &str) -> Vec<Fetched> {
    let mut lines = text.lines();
    let mut files = Vec::new();
    while let (Some(path), Some(text)) = (lines.next(), lines.next()) {
        files.push((path.to_owned(), Ok(text.to_owned())));
    }
    files
}

/// Makes the ledger and asks it for every promise: how many there are.
pub(crate) fn ledger(dataset: &Dataset) -> usize {
    Ledger::new(dataset).assess_all(DAY.start()).len()
}

/// Compares what the page of these data compares: how many figures and pairs were looked at.
///
/// Of one province or commune: every topic, beside the country and what nothing was published on. Of
/// several on one topic: the bands, their order and every pair. Of several on all topics: what the home
/// page tells.
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
