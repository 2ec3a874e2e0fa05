//! Which edition of an indicator comes next, and when it may be expected. Source:
//! `docs/method.md#awaited`.

use super::promise::edition_lags;
use crate::data::{Dataset, Date, Day, Indicator, Kind, Source, Span, Year};

/// The edition after the newest known one of an indicator, which was not found yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The year that it describes.
    pub of: Year,
    /// The day on which it would come if it took no longer than the fastest earlier edition.
    pub since: Day,
    /// The day until which it would come if it took no longer than the slowest earlier edition.
    pub until: Day,
    /// From how many earlier editions this is computed; at least two.
    pub n_editions: usize,
    /// The shortest and the longest time from the end of the year of an earlier edition to its
    /// publication, in days.
    pub lags: (i32, i32),
}

/// The edition of an indicator that is awaited, judging by all data. No day is asked for, so that a page
/// which is not about a day reads the same on every day.
///
/// `None` where the days of publication of fewer than two earlier editions are known, and for an
/// indicator that has an edition of anything but a whole year.
pub fn awaited(dataset: &Dataset, indicator: &Indicator) -> Option<Awaited> {
    let is_yearly = indicator.editions.iter().all(|edition| whole_year(edition.of).is_some());
    let newest = newest_year(dataset, indicator).filter(|_| is_yearly)?;
    // A month would make the shortest lag look longer than it may have been.
    let exact_day = |source: &str| exact_day(dataset.source(source)?);
    let lags = edition_lags(&indicator.editions, &exact_day)?;
    let of = Year(newest + 1);
    Some(Awaited {
        of,
        since: Span::Year(of.0).end().plus(lags.shortest),
        until: Span::Year(of.0).end().plus(lags.longest),
        n_editions: lags.n_editions,
        lags: (lags.shortest, lags.longest),
    })
}

/// The newest year of which there is an edition or a result. Results count because an edition may be
/// found whose day of publication is not.
fn newest_year(dataset: &Dataset, indicator: &Indicator) -> Option<i32> {
    let results = dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Result && o.indicator == indicator.id && o.value().is_some());
    let periods = results.filter_map(|result| result.period);
    let editions = indicator.editions.iter().map(|edition| edition.of);
    editions.chain(periods).filter_map(whole_year).max()
}

/// The year that a date is, if it is a whole one.
fn whole_year(date: Date) -> Option<i32> {
    match date {
        Date { from: Span::Year(year), to: None } => Some(year),
        _ => None,
    }
}

/// The day on which a source was published, if its date is a single day.
fn exact_day(source: &Source) -> Option<Day> {
    let date = source.published.or(source.published_not_before)?;
    (date.start() == date.end()).then(|| date.end())
}
