//! The sentences for problems with the content of an entry: its value, base and days.

use std::fmt::{Formatter, Result};

pub(super) fn value_and_missing(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found both \"value\" and \"missing\", expected one of them; keep the value, or \
         the reason why there is none",
    )
}

pub(super) fn neither_value_nor_missing(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found neither \"value\" nor \"missing\", expected one of them; write the value, \
         or the reason why there is none",
    )
}

pub(super) fn qualitative_with_value(f: &mut Formatter<'_>, key: &str) -> Result {
    write!(
        f,
        "found \"qualitative\" beside \"{key}\", expected one of them; keep \"qualitative\" \
         for a promise in words, without a number"
    )
}

pub(super) fn qualitative_result(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found \"qualitative\" on a result, expected a target; write the value, or the \
         reason why there is none",
    )
}

pub(super) fn statement_mismatch(
    f: &mut Formatter<'_>,
    indicator: &str,
    is_qualitative: bool,
) -> Result {
    if is_qualitative {
        write!(
            f,
            "found a promise without a number of \"{indicator}\", expected an indicator whose \
         unit is \"statement\"; give it one of its own"
        )
    } else {
        write!(
            f,
            "found a figure of \"{indicator}\", whose unit is \"statement\", expected a \
         promise with \"qualitative\": true; correct the entry or the indicator's unit"
        )
    }
}

pub(super) fn out_of_range(
    f: &mut Formatter<'_>,
    found: f64,
    from: f64,
    to: f64,
    indicator: &str,
) -> Result {
    write!(
        f,
        "found {found}, expected a value from {from} to {to} (the range of \
         \"{indicator}\"); correct the value, or give the indicator its own range"
    )
}

pub(super) fn range_end_not_above(f: &mut Formatter<'_>, value: f64, end: f64) -> Result {
    write!(
        f,
        "found {end}, expected a number above the \"value\" {value}; write the lower end of the \
         range in \"value\" and the upper one here, or leave this key out"
    )
}

pub(super) fn range_end_alone(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found \"value_to\" without \"value\", expected the lower end of the range beside its \
         upper one; write it in \"value\"",
    )
}

pub(super) fn rank_without_base(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found a rank without \"base\", expected the number of units ranked; add it (63 \
         provinces before 1 July 2025, 34 since)",
    )
}

pub(super) fn not_a_rank(f: &mut Formatter<'_>, found: f64, base: u32) -> Result {
    write!(
        f,
        "found the rank {found}, expected a whole number from 1 to its base {base}; \
         correct the rank or the base"
    )
}

pub(super) fn province_ended(
    f: &mut Formatter<'_>,
    province: &str,
    unit_day: &str,
    until: &str,
) -> Result {
    write!(
        f,
        "found a result for {unit_day}, expected a day on which \"{province}\" existed \
         (until {until}); enter it under its successor, or correct the period"
    )
}

pub(super) fn comparator_against_better(
    f: &mut Formatter<'_>,
    sign: &str,
    indicator: &str,
    better: &str,
) -> Result {
    write!(
        f,
        "found the comparator \"{sign}\", expected a target of \"{indicator}\" to be \
         bounded on the other side, because {better} is better; correct the comparator or \
         the indicator's \"better\""
    )
}

pub(super) fn result_after_publication(
    f: &mut Formatter<'_>,
    period: &str,
    published: &str,
) -> Result {
    write!(
        f,
        "found a result for {period} in a source of {published}, expected a period that \
         had begun; check whether it is a goal or a forecast"
    )
}

pub(super) fn deadline_before_made(f: &mut Formatter<'_>, deadline: &str, made: &str) -> Result {
    write!(
        f,
        "found the deadline {deadline} for a target made on {made}, expected a deadline \
         after it; check both dates"
    )
}

pub(super) fn negative_count(f: &mut Formatter<'_>, found: f64) -> Result {
    write!(f, "found the count {found}, expected none below zero; check the value")
}

pub(super) fn too_many_decimals(f: &mut Formatter<'_>, found: f64, rounded: f64) -> Result {
    write!(
        f,
        "found {found}, expected a number with at most eight decimals; write {rounded}, or the \
         number as the source prints it"
    )
}

pub(super) fn base_too_large(
    f: &mut Formatter<'_>,
    base: u32,
    n_provinces: u32,
    day: &str,
) -> Result {
    write!(
        f,
        "found a province's rank among {base}, expected at most {n_provinces}, the number of \
         provinces on {day}; correct the base, or give the day of its borders in \"unit_as_of\" \
         (a goal: when it was made)"
    )
}

pub(super) fn future_result(f: &mut Formatter<'_>, period: &str, today: &str) -> Result {
    write!(
        f,
        "found a result for {period}, expected a time that has begun (today is {today}); correct \
         the period, or enter it as a target"
    )
}

pub(super) fn odd_value(
    f: &mut Formatter<'_>,
    found: f64,
    smallest: f64,
    indicator: &str,
) -> Result {
    write!(
        f,
        "found {found}, expected a value like the others of \"{indicator}\", none of which is \
         below {smallest}; check whether a percentage was written as a share of one"
    )
}

pub(super) fn whole_page(f: &mut Formatter<'_>) -> Result {
    f.write_str(
        "found the whole page as the place, expected the paragraph, row or cell where the figure \
         stands; name it once the page can be read",
    )
}
