//! Whatever is asked for: labels keep apart, everything stays on the sheet, nothing panics.

use proptest::prelude::*;

use super::promise_samples;
use super::samples::{self, percent_axis};
use crate::chart::draw::draw;
use crate::chart::placed::{HIT_RADIUS, Placed, PlacedText, PlacedTile, Rect, point};
use crate::chart::*;

/// Words as they occur, long ones among them.
const WORDS: [&str; 10] = [
    "",
    "4%",
    "hứa",
    "100%",
    "· 10/2023",
    "khoảng",
    "Thành phố Hồ Chí Minh",
    "xử lý hoàn toàn trực tuyến",
    "không-có-khoảng-trắng-nên-phải-ngắt-giữa-chữ-mà-đọc",
    "Ẫ",
];

pub(in crate::chart) fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 1..4).prop_map(|words| words.join(" "))
}

/// Values that meet at the ends and in the middle.
fn values() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(100.0), Just(50.0), Just(50.5), 0.0..=100.0]
}

pub(super) fn fills() -> impl Strategy<Value = Fill> {
    prop::sample::select(vec![Fill::Filled, Fill::Hollow])
}

fn bounds() -> impl Strategy<Value = Option<Bound>> {
    prop::sample::select(vec![None, None, Some(Bound::AtLeast), Some(Bound::AtMost)])
}

fn marks() -> impl Strategy<Value = Mark> {
    (values(), fills(), texts(), bounds(), 0u8..10).prop_map(|(value, fill, label, bound, slot)| {
        Mark { bound, ..samples::mark(slot, value, fill, &label) }
    })
}

fn references() -> impl Strategy<Value = Vec<Reference>> {
    let reference = (values(), texts(), any::<bool>())
        .prop_map(|(value, label, hollow)| samples::reference(value, &label, hollow));
    prop::collection::vec(reference, 0..4)
}

fn rows() -> impl Strategy<Value = Row> {
    (texts(), 0u8..10, prop::collection::vec(marks(), 1..=4), texts())
        .prop_map(|(label, slot, marks, note)| Row { note, ..samples::row(slot, &label, marks) })
}

fn compare_specs() -> impl Strategy<Value = CompareSpec> {
    let band = (texts(), prop::collection::vec(rows(), 1..=8), references())
        .prop_map(|(label, rows, references)| Band { label, rows, references });
    (prop::collection::vec(band, 1..3), prop::option::of(texts()), any::<bool>()).prop_map(
        |(bands, source_line, reversed)| {
            let axis = Axis { reversed, ..percent_axis() };
            let mut spec = samples::compare(axis, bands);
            spec.caption.source_line = source_line;
            spec
        },
    )
}

fn verticals() -> impl Strategy<Value = Vec<Vertical>> {
    use VerticalKind::{Break, Deadline, Today};
    let vertical = (days(), texts(), prop::sample::select(vec![Break, Deadline, Today]))
        .prop_map(|(day, label, kind)| samples::vertical(kind, day, &label));
    prop::collection::vec(vertical, 0..4)
}

/// A path from the first to the last point of each series.
fn series_paths(series: &[TimeSeries]) -> Vec<PathLine> {
    let ends = |series: &TimeSeries| {
        let [from, .., to] = &series.points[..] else { return None };
        let (from, to) = ((from.day, from.value), (to.day, to.value));
        Some(PathLine { series: series.series, from, to })
    };
    series.iter().filter_map(ends).collect()
}

fn deadline_specs() -> impl Strategy<Value = DeadlinesSpec> {
    let forms = prop::sample::select(MarkForm::ALL.to_vec());
    let mark = (prop::option::of(days()), forms, texts())
        .prop_map(|(day, form, title)| DeadlineMark { day, form, href: None, title });
    let end = prop::option::of((days(), texts()).prop_map(|(day, label)| DayTick { day, label }));
    let row = (texts(), 0u8..10, prop::collection::vec(mark, 1..40), end).prop_map(
        |(label, slot, marks, end)| DeadlineRow { label, series: Series::Slot(slot), marks, end },
    );
    (prop::collection::vec(row, 1..5), verticals(), texts(), prop::option::of(texts())).prop_map(
        |(rows, verticals, undated_label, source_line)| {
            let [x_min_day, .., x_max_day] = samples::YEARS;
            let x_ticks = samples::time(vec![]).x_ticks;
            let mut spec = promise_samples::deadlines_of(rows);
            spec.caption.source_line = source_line;
            DeadlinesSpec { x_min_day, x_max_day, x_ticks, verticals, undated_label, ..spec }
        },
    )
}

fn days() -> impl Strategy<Value = i32> {
    let [first, .., last] = samples::YEARS;
    prop_oneof![Just(first), Just(last), Just(20_000), first..=last]
}

fn time_specs() -> impl Strategy<Value = TimeSpec> {
    let point = (days(), values(), fills(), texts(), bounds()).prop_map(
        |(day, value, fill, label, bound)| TimePoint {
            bound,
            ..samples::time_point(day, value, fill, &label)
        },
    );
    let series =
        (texts(), 0u8..10, prop::collection::vec(point, 1..8)).prop_map(|(label, slot, points)| {
            let results: Vec<usize> =
                (0..points.len()).filter(|index| points[*index].fill == Fill::Filled).collect();
            let joins = results.windows(2).map(|pair| (pair[0], pair[1])).collect();
            TimeSeries { label, series: Series::Slot(slot), points, joins }
        });
    (prop::collection::vec(series, 1..5), references(), verticals(), any::<(bool, bool)>())
        .prop_map(|(series, references, verticals, (reversed, compact))| {
            let time = samples::time(series);
            let axis = Axis { reversed, ..percent_axis() };
            let mut axis = axis;
            axis.ticks.truncate(if compact { 0 } else { 5 });
            let paths = series_paths(&time.series);
            TimeSpec { compact, axis, paths, references, verticals, ..time }
        })
}

/// What is wrong with a figure in either width, in words: texts, marks and tiles that overlap or leave
/// the sheet, linked tiles that a finger misses, a document that is not well-formed or not the same
/// each time.
pub(in crate::chart) fn faults(figure: &dyn Figure) -> Vec<String> {
    let mut faults = Vec::new();
    for width in [Width::Wide, Width::Narrow] {
        let placed = figure.lay_out(width).unwrap();
        faults.extend(overlaps(&placed));
        faults.extend(tile_faults(&placed));
        let svg = draw(&placed, figure.caption()).unwrap();
        if let Err(error) = roxmltree::Document::parse(&svg) {
            faults.push(format!("{error}\nin\n{svg}"));
        }
        if figure.svg(width).as_ref() != Ok(&svg) {
            faults.push(format!("another document than\n{svg}"));
        }
    }
    faults
}

/// What is wrong with a layout, in words.
fn overlaps(placed: &Placed) -> Vec<String> {
    let sheet = Rect::from_size(0.0, 0.0, placed.width, placed.height);
    let texts = placed.all_texts();
    let mut faults = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if !sheet.contains(&text.bounds) {
            faults.push(format!("off the sheet: {text:?}"));
        }
        for other in &texts[..index] {
            // Sums of decimals may differ in their last bits; the document prints tenths.
            if other.bounds.overlaps(&text.bounds.grown_by(-0.01)) {
                faults.push(format!("{other:?}\noverlaps\n{text:?}"));
            }
        }
    }
    for mark in &placed.marks {
        if !sheet.contains(&mark.bounds()) {
            faults.push(format!("off the sheet: {mark:?}"));
        }
        for text in texts.iter().filter(|text| text.bounds.overlaps(&mark.bounds())) {
            faults.push(format!("{mark:?}\nis under\n{text:?}"));
        }
    }
    faults
}

/// What is wrong with the tiles of a layout, in words. A tile may lie under its own texts and its own
/// mark, and under lines and marks of the figure, which are drawn over it.
pub(super) fn tile_faults(placed: &Placed) -> Vec<String> {
    let sheet = Rect::from_size(0.0, 0.0, placed.width, placed.height);
    let texts = placed.all_texts();
    let mut faults = Vec::new();
    for (index, tile) in placed.tiles.iter().enumerate() {
        if !sheet.contains(&tile.bounds) {
            faults.push(format!("off the sheet: {tile:?}"));
        }
        if let Some(mark) = tile.mark.iter().find(|mark| !sheet.contains(&mark.bounds())) {
            faults.push(format!("off the sheet: {mark:?}"));
        }
        let inside = tile.bounds.grown_by(-0.01);
        let is_own = |text: &PlacedText| tile.texts.iter().any(|own| std::ptr::eq(own, text));
        for text in texts.iter().filter(|text| inside.overlaps(&text.bounds) && !is_own(text)) {
            faults.push(format!("{tile:?}\nis under a text that is not its own\n{text:?}"));
        }
        for other in placed.tiles[..index].iter().filter(|other| inside.overlaps(&other.bounds)) {
            faults.push(format!("{other:?}\noverlaps\n{tile:?}"));
        }
        if is_missed_by_a_finger(tile, placed) {
            faults.push(format!("too small for a link: {tile:?}"));
        }
    }
    faults
}

/// Whether a linked tile is less than 24 units wide or high.
///
/// It may be smaller if a mark with the same link has its hit area. On a narrow sheet it may also be
/// smaller if the nearest link is as far away as if both had the size, which WCAG 2.2 (success
/// criterion 2.5.8) allows: a map of 13 columns has tiles of 23 units there.
fn is_missed_by_a_finger(tile: &PlacedTile, placed: &Placed) -> bool {
    let size = 2.0 * HIT_RADIUS;
    let Rect { left, top, right, bottom } = tile.bounds;
    let is_large = right - left >= size && bottom - top >= size;
    let has_hit_area =
        placed.marks.iter().any(|mark| mark.href == tile.href && mark.hit_radius >= HIT_RADIUS);
    if tile.href.is_none() || is_large || has_hit_area {
        return false;
    }
    let room = |bounds: Rect| {
        let (x, y) = (bounds.left.midpoint(bounds.right), bounds.top.midpoint(bounds.bottom));
        Rect::around(point(x, y), HIT_RADIUS)
    };
    let own = room(tile.bounds).grown_by(-0.01);
    let is_near = |other: &PlacedTile| {
        let is_link = other.href.is_some() && !std::ptr::eq(other, tile);
        is_link && (own.overlaps(&room(other.bounds)) || own.overlaps(&other.bounds))
    };
    placed.for_width == Width::Wide || placed.tiles.iter().any(is_near)
}

/// Marks that cover another in either width: all are apart, but for a target's ring around its result.
pub(in crate::chart) fn covered_marks(figure: &dyn Figure) -> Vec<String> {
    let mut covered = Vec::new();
    for width in [Width::Wide, Width::Narrow] {
        let placed = figure.lay_out(width).unwrap();
        for (index, mark) in placed.marks.iter().enumerate() {
            for other in &placed.marks[..index] {
                let is_ring = other.center == mark.center
                    && (other.radius > mark.radius * 1.5 || mark.radius > other.radius * 1.5);
                if other.bounds().overlaps(&mark.bounds()) && !is_ring {
                    covered.push(format!("{other:?}\nand\n{mark:?}"));
                }
            }
        }
    }
    covered
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn comparisons_have_no_overlaps(spec in compare_specs()) {
        prop_assert_eq!(faults(&spec), Vec::<String>::new());
        prop_assert_eq!(covered_marks(&spec), Vec::<String>::new());
    }

    #[test]
    fn figures_over_time_have_no_overlaps(spec in time_specs()) {
        prop_assert_eq!(faults(&spec), Vec::<String>::new());
    }

    #[test]
    fn deadlines_have_no_overlaps(spec in deadline_specs()) {
        prop_assert_eq!(faults(&spec), Vec::<String>::new());
        prop_assert_eq!(covered_marks(&spec), Vec::<String>::new());
        let n_marks: usize = spec.rows.iter().map(|row| row.marks.len()).sum();
        for width in [Width::Wide, Width::Narrow] {
            prop_assert_eq!(spec.lay_out(width).unwrap().marks.len(), n_marks);
        }
    }

    #[test]
    fn any_text_is_escaped(spec in compare_specs(), text in any::<String>()) {
        let mut spec = spec;
        spec.caption.title.clone_from(&text);
        spec.bands[0].rows[0].marks[0].label = text;
        let svg = spec.svg(Width::Narrow).unwrap();
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
    }

    #[test]
    fn any_number_is_drawn_or_refused(
        min in any::<f64>(), max in any::<f64>(), tick in any::<f64>(), value in any::<f64>(),
        days in any::<(i32, i32, i32)>(),
    ) {
        let ticks = vec![Tick { value: tick, label: "x".into() }];
        let axis = Axis { min, max, reversed: false, ticks };
        let row = samples::row(0, "a", vec![samples::mark(0, value, Fill::Filled, "b")]);
        let is_fine = min < max && (max - min).is_finite()
            && [tick, value].iter().all(|number| (min..=max).contains(number));
        let compare = samples::compare(axis.clone(), vec![samples::band("c", vec![row])]);
        prop_assert_eq!(compare.svg(Width::Wide).is_ok(), is_fine);
        let point = samples::time_point(days.2, value, Fill::Filled, "b");
        let series = TimeSeries {
            label: "a".into(), series: Series::National, points: vec![point], joins: vec![],
        };
        let time = samples::time(vec![series]);
        let spec = TimeSpec { axis, x_min_day: days.0, x_max_day: days.1, x_ticks: vec![], ..time };
        let is_on_days = days.0 < days.1 && (days.0..=days.1).contains(&days.2);
        prop_assert_eq!(spec.svg(Width::Narrow).is_ok(), is_fine && is_on_days);
        let mark = DeadlineMark {
            day: Some(days.2), form: MarkForm::Half, href: None, title: "a".into(),
        };
        let row = promise_samples::deadline_row(0, "b", vec![mark], None);
        let spec = DeadlinesSpec {
            x_min_day: days.0, x_max_day: days.1, x_ticks: vec![], verticals: vec![],
            ..promise_samples::deadlines_of(vec![row])
        };
        prop_assert_eq!(spec.svg(Width::Narrow).is_ok(), is_on_days);
    }

    #[test]
    fn nice_axes_hold_their_values(values in prop::collection::vec(-1e12..1e12f64, 0..6), base in 1u32..100) {
        for measure in [Measure::Percent, Measure::Count] {
            let axis = nice_axis(measure, &values).unwrap();
            prop_assert!(values.iter().all(|value| (axis.min..=axis.max).contains(value)));
            prop_assert!(axis.ticks.len() <= 9 && axis.ticks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert_eq!(axis.ticks.first(), Some(&axis.min));
            prop_assert_eq!(axis.ticks.last(), Some(&axis.max));
        }
        let axis = nice_axis(Measure::Rank { base }, &[]).unwrap();
        prop_assert!(axis.ticks.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
