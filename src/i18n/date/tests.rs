mod oracle;

use super::CalendarSpan::{Day, Month, Quarter, Year};
use super::*;

/// The four forms of each: vi short, vi long, en short, en long. What CLDR has a pattern for was
/// compared with ICU 78 (CLDR 48).
fn check(cases: &[(CalendarSpan, [&str; 4])]) {
    for (when, expected) in cases {
        let said =
            [when.short(Lang::Vi), when.long(Lang::Vi), when.short(Lang::En), when.long(Lang::En)];
        assert_eq!(said, *expected, "{when:?}");
    }
}

#[test]
fn units_are_said_short_and_long() {
    check(&[
        (Year(2024), ["2024", "2024", "2024", "2024"]),
        (Quarter(2024, 1), ["quý I/2024", "quý I/2024", "Q1 2024", "1st quarter 2024"]),
        (Quarter(2024, 2), ["quý II/2024", "quý II/2024", "Q2 2024", "2nd quarter 2024"]),
        (Quarter(2024, 3), ["quý III/2024", "quý III/2024", "Q3 2024", "3rd quarter 2024"]),
        (Quarter(2024, 4), ["quý IV/2024", "quý IV/2024", "Q4 2024", "4th quarter 2024"]),
        (Month(2022, 10), ["10/2022", "tháng 10/2022", "Oct 2022", "October 2022"]),
        (Month(2021, 5), ["5/2021", "tháng 5/2021", "May 2021", "May 2021"]),
        (Day(2023, 7, 20), ["20/7/2023", "20 tháng 7 2023", "Jul 20, 2023", "July 20, 2023"]),
        (Day(2025, 12, 1), ["1/12/2025", "1 tháng 12 2025", "Dec 1, 2025", "December 1, 2025"]),
    ]);
}

#[test]
fn every_month_has_its_english_names() {
    let said = |long| {
        let names = (1..=12).map(|m| if long { month_long } else { month }(Lang::En, 2024, m));
        names.collect::<Vec<_>>().join(", ").replace(" 2024", "")
    };
    assert_eq!(said(false), "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec");
    assert_eq!(
        said(true),
        "January, February, March, April, May, June, July, August, September, October, \
         November, December"
    );
}

#[test]
fn months_of_one_year_are_said_as_people_say_them() {
    let months = |first, last| CalendarSpan::interval(Month(2024, first), Month(2024, last));
    check(&[
        (
            months(1, 9),
            ["1–9/2024", "9 tháng đầu năm 2024", "Jan–Sep 2024", "first nine months of 2024"],
        ),
        (
            months(1, 2),
            ["1–2/2024", "2 tháng đầu năm 2024", "Jan–Feb 2024", "first two months of 2024"],
        ),
        (
            months(1, 11),
            ["1–11/2024", "11 tháng đầu năm 2024", "Jan–Nov 2024", "first eleven months of 2024"],
        ),
        (
            months(1, 12),
            [
                "1–12/2024",
                "tháng 1 đến tháng 12 năm 2024",
                "Jan–Dec 2024",
                "January to December 2024",
            ],
        ),
        (
            months(4, 9),
            ["4–9/2024", "tháng 4 đến tháng 9 năm 2024", "Apr–Sep 2024", "April to September 2024"],
        ),
        (months(3, 3), ["3/2024", "tháng 3/2024", "Mar 2024", "March 2024"]),
    ]);
}

#[test]
fn other_intervals_say_once_what_their_ends_share() {
    check(&[
        (CalendarSpan::interval(Year(2021), Year(2025)), ["2021–2025"; 4]),
        (CalendarSpan::interval(Year(2024), Year(2024)), ["2024"; 4]),
        (
            CalendarSpan::interval(Quarter(2024, 1), Quarter(2024, 3)),
            [
                "quý I–III/2024",
                "quý I đến quý III năm 2024",
                "Q1–Q3 2024",
                "1st to 3rd quarter 2024",
            ],
        ),
        (
            CalendarSpan::interval(Month(2022, 10), Month(2023, 3)),
            [
                "10/2022 – 3/2023",
                "tháng 10/2022 đến tháng 3/2023",
                "Oct 2022 – Mar 2023",
                "October 2022 to March 2023",
            ],
        ),
        (
            CalendarSpan::interval(Day(2023, 7, 20), Day(2023, 7, 25)),
            ["20–25/7/2023", "20–25 tháng 7 2023", "Jul 20–25, 2023", "July 20–25, 2023"],
        ),
        (
            CalendarSpan::interval(Day(2023, 7, 20), Day(2023, 9, 5)),
            [
                "20/7 – 5/9/2023",
                "20 tháng 7 – 5 tháng 9 2023",
                "Jul 20 – Sep 5, 2023",
                "July 20 – September 5, 2023",
            ],
        ),
        (
            CalendarSpan::interval(Day(2023, 7, 20), Day(2024, 7, 20)),
            [
                "20/7/2023 – 20/7/2024",
                "20 tháng 7 2023 – 20 tháng 7 2024",
                "Jul 20, 2023 – Jul 20, 2024",
                "July 20, 2023 – July 20, 2024",
            ],
        ),
        (
            CalendarSpan::interval(Year(2021), Month(2024, 10)),
            ["2021 – 10/2024", "2021 – tháng 10/2024", "2021 – Oct 2024", "2021 – October 2024"],
        ),
    ]);
}

#[test]
fn what_is_no_month_or_quarter_is_written_as_digits() {
    check(&[
        (Month(2024, 13), ["13/2024", "tháng 13/2024", "13 2024", "13 2024"]),
        (Quarter(2024, 0), ["quý 0/2024", "quý 0/2024", "Q0 2024", "0th quarter 2024"]),
    ]);
}
