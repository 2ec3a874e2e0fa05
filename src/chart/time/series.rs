//! Series in a plot whose scales are known: their lines, their marks and all that is written beside
//! them. The figures over time and over editions share it.

use super::super::error::ChartError;
use super::super::label::{ACROSS, Field, Settled, Side, Wish};
use super::super::layout::{Style, arrow};
use super::super::placed::{
    Arrow, Dash, HIT_RADIUS, Placed, PlacedLine, PlacedMark, PlacedText, Point, set_text,
};
use super::super::spec::{Fill, MarkForm, Width};
use super::super::text::clean;
use super::super::theme::INK;
use super::{TimePoint, TimeSeries};
use crate::order;

/// How much a mark grows for each mark it lies under at the same place.
const NESTING: f64 = 0.8;

/// Room a wide figure keeps at most for the series' names right of their last points.
const MAX_NAME: f64 = 190.0;

/// How much room right of the plot, whose days are given, lets series' names stand beside their last
/// points.
pub(in super::super) fn name_margin(
    series: &[TimeSeries],
    (first_day, last_day): (i32, i32),
    style: &Style,
    width: Width,
) -> f64 {
    if width == Width::Narrow {
        return 6.0;
    }
    let span = f64::from(last_day) - f64::from(first_day);
    let needs = series.iter().filter_map(|series| {
        let name = set_text(&series.label, style.row, INK, MAX_NAME)?;
        let last = series.points.iter().map(|point| point.day).max()?;
        let is_near_end = f64::from(last_day) - f64::from(last) <= span * 0.25;
        is_near_end.then(|| name.width() + 4.0)
    });
    needs.fold(8.0, f64::max)
}

/// Places every series' lines and marks, in the order of the series and their points.
///
/// Marks have the given radius. `place` says where a point lies; better is up, which is where larger
/// values lie unless `is_reversed`. The joins must name points of their series.
pub(in super::super) fn place_series(
    placed: &mut Placed,
    field: &mut Field,
    all_series: &[TimeSeries],
    style: &Style,
    radius: f64,
    is_reversed: bool,
    place: &dyn Fn(&TimePoint) -> Result<Point, ChartError>,
) -> Result<Vec<PlacedMark>, ChartError> {
    let mut marks: Vec<PlacedMark> = Vec::new();
    for TimeSeries { series, points, joins, .. } in all_series {
        let first = marks.len();
        let swatch = series.swatch();
        for point in points {
            let ink = if point.fill == Fill::Filled { INK } else { swatch };
            let (along, back) =
                if is_reversed { (Arrow::Down, Arrow::Up) } else { (Arrow::Up, Arrow::Down) };
            marks.push(PlacedMark {
                center: place(point)?,
                radius,
                hit: HIT_RADIUS,
                shape: series.shape(),
                form: point.fill.form(),
                swatch,
                arrow: arrow(point.bound, along, back),
                href: point.href.clone(),
                title: clean(&point.title),
                label: set_text(&point.label, style.label, ink, style.max_label),
            });
        }
        for (from, to) in joins {
            if let (Some(from), Some(to)) = (marks.get(first + from), marks.get(first + to)) {
                let points = [from.center, to.center];
                field.lines.push((points, ACROSS));
                placed.lines.push(PlacedLine { points, swatch, width: 2.0, dash: Dash::Solid });
            }
        }
    }
    nest(&mut marks);
    field.taken.extend(marks.iter().map(PlacedMark::bounds));
    Ok(marks)
}

/// Makes marks at one place distinguishable: each is larger than the ones it lies under.
fn nest(marks: &mut [PlacedMark]) {
    // Results first, so that a target becomes a ring around its result.
    let mut order: Vec<usize> = (0..marks.len()).collect();
    order::sort_by_key(&mut order, |index| (marks[*index].form == MarkForm::Hollow, *index));
    for (rank, index) in order.iter().enumerate() {
        let center = marks[*index].center;
        let is_here = |other: &&usize| {
            let at = marks[**other].center;
            (at.x - center.x).abs() < 2.0 && (at.y - center.y).abs() < 2.0
        };
        let n_inside = order[..rank].iter().filter(is_here).count();
        // Beyond three, larger marks would hide the neighborhood; the table has them all.
        marks[*index].radius *= 1.0 + NESTING * n_inside.min(2) as f64;
    }
}

/// Which labels a figure needs.
#[derive(Clone, Copy, PartialEq)]
pub(in super::super) enum Labels {
    /// A result between the first and the last of its series is labelled only where there is room: its
    /// place on the line and its title tell it, too.
    Plain,
    /// Likewise; targets stand on the upright line of their deadline.
    Compact,
    /// Every one.
    All,
}

/// Labels the marks that [`place_series`] placed, names each series at its last point, and says how
/// many labels needed a leader. Then sorts the marks as they are drawn.
pub(in super::super) fn place_labels(
    placed: &mut Placed,
    all_series: &[TimeSeries],
    labels: Labels,
    style: &Style,
    marks: &mut [PlacedMark],
    field: &mut Field,
    homeless: &mut Vec<PlacedText>,
) -> usize {
    // Each wish with the mark that takes the label; names belong to the figure.
    let mut owners: Vec<Option<usize>> = Vec::new();
    let mut wishes: Vec<Wish> = Vec::new();
    let mut first = 0;
    for series in all_series {
        let own = first..first + series.points.len();
        first = own.end;
        let last = marks.get(own.clone()).unwrap_or_default().iter().reduce(|last, mark| {
            let is_later = mark.center.x > last.center.x
                || mark.center.x >= last.center.x && mark.form == MarkForm::Filled;
            if is_later { mark } else { last }
        });
        let max_width = MAX_NAME.min(style.max_label);
        let name = set_text(&series.label, style.row, series.series.swatch(), max_width);
        if let (Some(mark), Some(label)) = (last, name) {
            let sides = &[Side::Right, Side::Above, Side::Below, Side::Left];
            owners.push(None);
            wishes.push(Wish { label, around: mark.bounds(), sides, is_optional: false });
        }
        for (point, index) in series.points.iter().zip(own) {
            let Some(label) = marks[index].label.take() else {
                continue;
            };
            let sides = if labels == Labels::Compact && point.fill == Fill::Hollow {
                &[Side::Right, Side::Left, Side::Above, Side::Below]
            } else {
                &[Side::Above, Side::Below, Side::Right, Side::Left]
            };
            let around = marks[index].bounds();
            owners.push(Some(index));
            let is_optional = labels != Labels::All && is_between(series, point);
            wishes.push(Wish { label, around, sides, is_optional });
        }
    }
    let are_optional: Vec<bool> = wishes.iter().map(|wish| wish.is_optional).collect();
    let mut n_leaders = 0;
    let settled = field.place_all(wishes);
    for ((owner, is_optional), settled) in owners.into_iter().zip(are_optional).zip(settled) {
        match settled {
            Ok(Settled { text, leader }) => {
                n_leaders += usize::from(leader.is_some());
                placed.lines.extend(leader);
                match owner {
                    Some(index) => marks[index].label = Some(text),
                    None => placed.texts.push(text),
                }
            }
            Err(label) if !is_optional => homeless.push(label),
            Err(_) => {}
        }
    }
    // Larger marks lie under the smaller ones at the same place.
    order::sort_by(marks, |a, b| b.radius.total_cmp(&a.radius));
    n_leaders
}

/// Whether a point is a result with both an earlier and a later one in its series.
fn is_between(series: &TimeSeries, point: &TimePoint) -> bool {
    let mut results = series.points.iter().filter(|other| other.fill == Fill::Filled);
    let has_earlier = results.clone().any(|other| other.day < point.day);
    point.fill == Fill::Filled && has_earlier && results.any(|other| other.day > point.day)
}
