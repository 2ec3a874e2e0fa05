//! Which day it is for a reader: the day of the device's clock, unless that clock is wrong by years.

use crate::data::Day;

/// At the same moment, the dates of two places on Earth can be up to two days apart. So a device may
/// rightly say a day that is this much before the day on which the page was written elsewhere.
const DAYS_BETWEEN_TIME_ZONES: i32 = 2;

/// How many days after a page was written a clock is still believed: five years. A release that old
/// is hardly published any more, while batteries and settings of devices fail every day.
const BELIEVED_DAYS: i32 = 5 * 365 + 1;

/// The day by which promises are assessed, if the reader selects none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Today {
    /// The day of the clock, but never one before the page was written; if the clock is not believed,
    /// the day on which the page was written.
    pub day: Day,
    /// What the clock says, if it is not believed.
    pub wrong_clock: Option<WrongClock>,
}

/// What a clock that is wrong by years says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongClock {
    /// The day of the clock.
    pub day: Day,
    /// Why it is not believed.
    pub fault: ClockFault,
}

/// Why a clock is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// It says a day before the page was written, which is impossible.
    TooEarly,
    /// It says a day more than five years after the page was written, which is hardly true.
    TooLate,
}

/// Which day it is, when a clock says `clock` and the page was written on `written`.
///
/// ```
/// use tinhso::compare::{ClockFault, today};
/// use tinhso::data::Day;
/// let written = Day(20_000);
/// assert_eq!(today(Day(20_400), written).day, Day(20_400));
/// let reset = today(Day(0), written);
/// assert_eq!(reset.day, written);
/// assert_eq!(reset.wrong_clock.map(|clock| clock.fault), Some(ClockFault::TooEarly));
/// ```
pub fn today(clock: Day, written: Day) -> Today {
    let fault = if clock.0 < written.0 - DAYS_BETWEEN_TIME_ZONES {
        Some(ClockFault::TooEarly)
    } else if clock.0 > written.0 + BELIEVED_DAYS {
        Some(ClockFault::TooLate)
    } else {
        None
    };
    Today {
        day: if fault.is_some() { written } else { clock.max(written) },
        wrong_clock: fault.map(|fault| WrongClock { day: clock, fault }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        Day::new(parts[0], u8::try_from(parts[1]).unwrap(), u8::try_from(parts[2]).unwrap())
            .unwrap()
    }

    #[test]
    fn a_clock_that_can_be_right_is_believed() {
        let written = day("2026-11-28");
        for clock in ["2026-11-28", "2026-11-29", "2029-02-01", "2031-11-28"] {
            let expected = Today { day: day(clock), wrong_clock: None };
            assert_eq!(today(day(clock), written), expected, "{clock}");
        }
    }

    #[test]
    fn a_day_that_it_can_still_be_in_another_time_zone_is_no_fault_of_the_clock() {
        let written = day("2026-11-28");
        for clock in ["2026-11-27", "2026-11-26"] {
            assert_eq!(today(day(clock), written), Today { day: written, wrong_clock: None });
        }
    }

    #[test]
    fn a_clock_that_is_wrong_by_years_is_not_believed() {
        let written = day("2026-11-28");
        for (clock, fault) in [
            ("2026-11-25", ClockFault::TooEarly),
            ("2019-01-01", ClockFault::TooEarly),
            ("1970-01-01", ClockFault::TooEarly),
            ("2031-11-29", ClockFault::TooLate),
            ("2099-12-31", ClockFault::TooLate),
        ] {
            let wrong_clock = Some(WrongClock { day: day(clock), fault });
            assert_eq!(today(day(clock), written), Today { day: written, wrong_clock }, "{clock}");
        }
    }

    #[test]
    fn no_clock_leads_to_a_day_before_the_page_was_written() {
        let written = day("2026-11-28");
        for clock in -40_000..80_000 {
            let Today { day, wrong_clock } = today(Day(clock), written);
            assert!(day >= written, "{clock}");
            assert!(wrong_clock.is_none() || day == written, "{clock}");
        }
        for clock in [i32::MIN, i32::MAX] {
            assert_eq!(today(Day(clock), written).day, written);
        }
    }
}
