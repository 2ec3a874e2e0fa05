//! Places the lines, marks and labels of series in a plot. The figures over time and over editions
//! share it.

use super::super::error::ChartError;
use super::super::label::{
    CROSSED_LINE_COST, LabelArea, LabelRequest, Omission, PlacedLabel, Side,
};
use super::super::layout::{Style, bound_arrow};
use super::super::placed::{
    Arrow, Dash, HIT_RADIUS, Placed, PlacedLine, PlacedMark, PlacedText, Point, name_of,
    row_number, set_text,
};
use super::super::spec::{Fill, MarkForm, Width};
use super::super::theme::INK;
use super::{TimePoint, TimeSeries};
use crate::order;

/// How much larger a mark becomes, in radii, for each mark above it at the same position.
const RING_GROWTH: f64 = 0.8;

/// The maximum room in a wide figure for the names of series right of their last points.
const MAX_NAME: f64 = 190.0;

/// Of how many series that begin on one day each first result has a label, be it led away. Elsewhere a first
/// result is never without one: a label of a target beside its mark could be taken for its own.
const MAX_LED_BEGINNINGS: usize = 4;

/// The room needed right of the plot for the names of series beside their last points. The first and
/// the last day are those of the plot.
pub(in super::super) fn name_margin(
    series: &[TimeSeries],
    (first_day, last_day): (i32, i32),
    labels: LabelPolicy,
    style: &Style,
    width: Width,
) -> f64 {
    if width == Width::Narrow {
        return 6.0;
    }
    let span = f64::from(last_day) - f64::from(first_day);
    let needs = series.iter().filter_map(|series| {
        let last = last_point(series)?;
        let name =
            set_text(&end_text(series, &series.points[last], labels), style.row, INK, MAX_NAME)?;
        let is_near_end = f64::from(last_day) - f64::from(series.points[last].day) <= span * 0.25;
        is_near_end.then(|| name.width() + 4.0)
    });
    needs.fold(8.0, f64::max)
}

/// Places the lines and marks of all series. The marks are returned in the order of the series and
/// their points.
///
/// `place` gives the position of a point. Better is up; larger values are up unless `is_reversed`. The
/// joins of a series must be indices of its points.
pub(in super::super) fn place_series(
    placed: &mut Placed,
    field: &mut LabelArea,
    all_series: &[TimeSeries],
    style: &Style,
    radius: f64,
    is_reversed: bool,
    place: &dyn Fn(&TimePoint) -> Result<Point, ChartError>,
) -> Result<Vec<PlacedMark>, ChartError> {
    let mut marks: Vec<PlacedMark> = Vec::new();
    for TimeSeries { series, points, joins, .. } in all_series {
        let first = marks.len();
        // A unit can have several series, one for each part that lines may join.
        let same = all_series.iter().position(|other| other.series == *series);
        let row = row_number(same.unwrap_or_default());
        let swatch = series.swatch();
        for point in points {
            let ink = if point.fill == Fill::Filled { INK } else { swatch };
            let (along, back) =
                if is_reversed { (Arrow::Down, Arrow::Up) } else { (Arrow::Up, Arrow::Down) };
            marks.push(PlacedMark {
                center: place(point)?,
                radius,
                hit_radius: HIT_RADIUS,
                shape: series.shape(),
                form: point.fill.form(),
                swatch,
                arrow: bound_arrow(point.bound, along, back),
                href: point.href.clone(),
                name: name_of(&point.label, &point.title),
                row,
                label: set_text(&point.label, style.label, ink, style.max_label),
            });
        }
        for (from, to) in joins {
            if let (Some(from), Some(to)) = (marks.get(first + from), marks.get(first + to)) {
                let points = [from.center, to.center];
                field.lines.push((points, CROSSED_LINE_COST));
                placed.lines.push(PlacedLine { points, swatch, width: 2.0, dash: Dash::Solid });
            }
        }
    }
    enlarge_covered_marks(&mut marks);
    field.taken.extend(marks.iter().map(PlacedMark::bounds));
    Ok(marks)
}

/// Makes marks at the same position distinguishable: each becomes larger than those drawn over it.
fn enlarge_covered_marks(marks: &mut [PlacedMark]) {
    // Results first, so that a target becomes a ring around its result.
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order::sort_by_key(&mut order, |index| (marks[*index].form == MarkForm::Hollow, *index));
    for (rank, index) in order.iter().enumerate() {
        let center = marks[*index].center;
        let is_at_same_place = |other: &&usize| {
            let at = marks[**other].center;
            (at.x - center.x).abs() < 2.0 && (at.y - center.y).abs() < 2.0
        };
        let n_inside = order[..rank].iter().filter(is_at_same_place).count();
        // The third and further marks have the same size, or they would hide other marks.
        marks[*index].radius *= 1.0 + RING_GROWTH * n_inside.min(2) as f64;
    }
}

/// Which labels of marks may be left out, and where labels are tried first.
#[derive(Clone, Copy, PartialEq)]
pub(in super::super) enum LabelPolicy {
    /// Labels of results before the last of their series may be left out, because the line and the title
    /// of the mark show the value as well: those between the first and the last where there is no room
    /// beside the mark without covering a line, those of the first only where so many series begin on one
    /// day that their leaders would run through each other ([`MAX_LED_BEGINNINGS`]).
    Sparse,
    /// As `Sparse`, but labels of targets are tried at the side first, because targets are on the
    /// upright line of their deadline.
    Compact,
    /// No label may be left out.
    All,
}

/// Places the labels of the marks from [`place_series`], and the name of each series at its last point.
/// Then sorts the marks in the order of drawing. Returns how many labels need a leader,
/// or are left out for want of one.
pub(in super::super) fn place_labels(
    placed: &mut Placed,
    all_series: &[TimeSeries],
    labels: LabelPolicy,
    style: &Style,
    marks: &mut [PlacedMark],
    field: &mut LabelArea,
    unplaced: &mut Vec<PlacedText>,
) -> usize {
    // For each request, the index of the mark that gets the label; `None` for the name of a series.
    let mut owners: Vec<Option<usize>> = Vec::new();
    let mut requests: Vec<LabelRequest> = Vec::new();
    let mut first = 0;
    for series in all_series {
        let own = first..first + series.points.len();
        first = own.end;
        let last = last_point(series);
        if let Some((at, index)) = last.map(|at| (at, own.start + at)) {
            let point = &series.points[at];
            let max_width = MAX_NAME.min(style.max_label);
            let swatch = series.series.swatch();
            if let Some(label) =
                set_text(&end_text(series, point, labels), style.row, swatch, max_width)
            {
                let sides = &[Side::Right, Side::Above, Side::Below, Side::Left];
                let around = marks[index].bounds();
                owners.push(None);
                let omission = Omission::Never;
                requests.push(LabelRequest { label, around, sides, omission });
                if is_told_at_end(point, labels) {
                    marks[index].label = None;
                }
            }
        }
        for (point, index) in series.points.iter().zip(own) {
            let Some(label) = marks[index].label.take() else {
                continue;
            };
            let sides = if labels == LabelPolicy::Compact && point.fill == Fill::Hollow {
                &[Side::Right, Side::Left, Side::Above, Side::Below]
            } else {
                &[Side::Above, Side::Below, Side::Right, Side::Left]
            };
            let around = marks[index].bounds();
            owners.push(Some(index));
            let omission = omission(all_series, series, point, labels);
            requests.push(LabelRequest { label, around, sides, omission });
        }
    }
    let omissions: Vec<Omission> = requests.iter().map(|request| request.omission).collect();
    let mut n_leaders = 0;
    let placed_label = field.place_labels(requests);
    for ((owner, omission), placed_label) in owners.into_iter().zip(omissions).zip(placed_label) {
        match placed_label {
            Ok(PlacedLabel { text, leader }) => {
                n_leaders += usize::from(leader.is_some());
                placed.lines.extend(leader);
                match owner {
                    Some(index) => marks[index].label = Some(text),
                    None => placed.texts.push(text),
                }
            }
            Err(label) if omission == Omission::Never => unplaced.push(label),
            Err(_) => n_leaders += usize::from(omission == Omission::RatherThanLed),
        }
    }
    // Draw larger marks first, beneath smaller ones at the same position. Otherwise the order is that in
    // which they are read aloud.
    order::sort_by(marks, |a, b| {
        let by_row = || a.row.cmp(&b.row).then(a.center.x.total_cmp(&b.center.x));
        b.radius.total_cmp(&a.radius).then_with(by_row)
    });
    n_leaders
}

/// The index of the last point of a series, a result rather than a target of the same day.
fn last_point(series: &TimeSeries) -> Option<usize> {
    let points = series.points.iter().enumerate();
    let last = points.reduce(|last, next| {
        let is_result = next.1.fill == Fill::Filled;
        let is_later = next.1.day > last.1.day || next.1.day == last.1.day && is_result;
        if is_later { next } else { last }
    });
    last.map(|(index, _)| index)
}

/// Whether the value of a last point is told with the name of its series. A target is told beside its
/// own mark, in words that the name would not go with; and where no label may be left out, each mark
/// keeps its own.
fn is_told_at_end(last: &TimePoint, labels: LabelPolicy) -> bool {
    labels != LabelPolicy::All && last.fill == Fill::Filled && !last.label.is_empty()
}

/// What stands at the last point of a series: its name and its value, in one label, because two of them
/// at one mark would be hard to tell from those of the marks beside it. Empty for a series without a
/// name.
fn end_text(series: &TimeSeries, last: &TimePoint, labels: LabelPolicy) -> String {
    match series.label.as_str() {
        "" => String::new(),
        name if is_told_at_end(last, labels) => format!("{name} {}", last.label),
        name => name.to_owned(),
    }
}

/// When the label of a point may be left out.
fn omission(
    all_series: &[TimeSeries],
    series: &TimeSeries,
    point: &TimePoint,
    labels: LabelPolicy,
) -> Omission {
    let mut results = series.points.iter().filter(|other| other.fill == Fill::Filled);
    let has_later = results.clone().any(|other| other.day > point.day);
    if labels == LabelPolicy::All || point.fill == Fill::Hollow || !has_later {
        Omission::Never
    } else if results.any(|other| other.day < point.day) {
        Omission::RatherThanCovering
    } else {
        let begins_here = |other: &&TimeSeries| first_result(other) == Some(point.day);
        let is_crowded = all_series.iter().filter(begins_here).count() > MAX_LED_BEGINNINGS;
        if is_crowded { Omission::RatherThanLed } else { Omission::Never }
    }
}

/// The day of the first result of a series.
fn first_result(series: &TimeSeries) -> Option<i32> {
    let results = series.points.iter().filter(|point| point.fill == Fill::Filled);
    results.map(|point| point.day).min()
}
