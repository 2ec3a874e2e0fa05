//! When the next edition of an indicator is usually published. Source: `docs/method.md#publication`.

use super::Ledger;
use crate::data::{Day, Edition, Indicator};

/// How long earlier editions of an indicator took to come out after the end of their period, and by
/// when the next one is to be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    /// How many earlier editions this is computed from; at least two.
    pub n_editions: usize,
    /// The shortest time from the end of the period to publication, in days.
    pub shortest: i32,
    /// The longest time from the end of the period to publication, in days.
    pub longest: i32,
    /// The last day on which the next edition is no later than the slowest earlier one.
    pub usual_by: Day,
}

/// How long earlier editions took to come out after the end of their period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) struct EditionLags {
    /// How many editions these are; at least two.
    pub(in crate::compare) n_editions: usize,
    /// The shortest lag, in days.
    pub(in crate::compare) shortest: i32,
    /// The longest lag, in days.
    pub(in crate::compare) longest: i32,
}

/// The lags of the editions for whose source `published` gives a day; `None` where it does for fewer than
/// two.
///
/// The lag of an edition is the number of days from the end of its period to that day. A source from
/// before the end of the period tells nothing about it.
pub(in crate::compare) fn edition_lags(
    editions: &[Edition],
    published: &dyn Fn(&str) -> Option<Day>,
) -> Option<EditionLags> {
    // The lag of each edition, by the end of its period. Of an edition that is listed twice, the
    // earlier source counts.
    let mut lags: Vec<(Day, i32)> = Vec::new();
    for edition in editions {
        let period_end = edition.of.end();
        let published = published(&edition.source).filter(|published| *published >= period_end);
        let Some(lag) = published.map(|published| published.0 - period_end.0) else { continue };
        match lags.iter_mut().find(|(known_end, _)| *known_end == period_end) {
            Some((_, known_lag)) => *known_lag = lag.min(*known_lag),
            None => lags.push((period_end, lag)),
        }
    }
    let lags: Vec<i32> = lags.into_iter().map(|(_, lag)| lag).collect();
    let (shortest, longest) = (*lags.iter().min()?, *lags.iter().max()?);
    (lags.len() > 1).then_some(EditionLags { n_editions: lags.len(), shortest, longest })
}

impl Ledger<'_> {
    /// When the edition whose period ends on `end` is usually published, computed from the editions
    /// that had come out by `day`. `None` where fewer than two had.
    ///
    /// The lag of an edition is the number of days from the end of its period to the day its source
    /// counts as published ([`crate::data::Source::publication_day`]).
    pub fn usual_publication(
        &self,
        indicator: &Indicator,
        end: Day,
        day: Day,
    ) -> Option<Publication> {
        let published = |source: &str| {
            self.source_publication_day(source).filter(|published| *published <= day)
        };
        let EditionLags { n_editions, shortest, longest } =
            edition_lags(&indicator.editions, &published)?;
        Some(Publication { n_editions, shortest, longest, usual_by: end.plus(longest) })
    }
}
