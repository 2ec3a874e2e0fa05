//! When a figure that comes out in editions usually comes. Source: `docs/method.md#publication`.

use super::Ledger;
use crate::data::{Date, Day, Indicator};

/// How long after the time they are of the editions of an indicator came out, and what follows for the
/// next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publication {
    /// How many editions tell it; two at least.
    pub n_editions: usize,
    /// The shortest lag, in days.
    pub shortest: i32,
    /// The longest lag, in days.
    pub longest: i32,
    /// The last day on which the edition asked for is not later than any before it.
    pub usual_by: Day,
}

impl Ledger<'_> {
    /// When the edition of an indicator that ends on a day is usually published, by what was known on
    /// another: from the editions that had come out by then. `None` where fewer than two had.
    ///
    /// The lag of an edition is the number of days from the end of the time it is of to the day its
    /// source was published (of a month or a year the last day; of a source whose day is not known the
    /// earliest that it can be of). A source from before that end tells nothing.
    pub fn publication(&self, indicator: &Indicator, end: Day, day: Day) -> Option<Publication> {
        // By the end of the edition: of one that is listed twice the earlier source counts.
        let mut lags: Vec<(Day, i32)> = Vec::new();
        for edition in &indicator.editions {
            let of = Date::end(edition.of);
            let published =
                self.published_by(&edition.source).filter(|out| *out >= of && *out <= day);
            let Some(lag) = published.map(|published| published.0 - of.0) else { continue };
            match lags.iter_mut().find(|(known, _)| *known == of) {
                Some((_, known)) => *known = lag.min(*known),
                None => lags.push((of, lag)),
            }
        }
        let lags: Vec<i32> = lags.into_iter().map(|(_, lag)| lag).collect();
        let (shortest, longest) = (*lags.iter().min()?, *lags.iter().max()?);
        (lags.len() > 1).then(|| Publication {
            n_editions: lags.len(),
            shortest,
            longest,
            usual_by: end.plus(longest),
        })
    }
}
