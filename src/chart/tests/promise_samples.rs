//! Samples of promises: made up for layout, as [`super::samples`].

use super::samples::{NASTY, YEARS, caption, nasty_caption, time, time_point, vertical};
use crate::chart::*;

/// 22/11/2026, the day the samples are judged by.
const TODAY: i32 = 20_779;

fn promise(slot: u8, axis: (f64, f64, bool), points: Vec<TimePoint>) -> TimeSpec {
    let (min, max, reversed) = axis;
    let path = match &points[..] {
        [from, .., to] if from.fill == Fill::Filled => vec![PathLine {
            series: Series::Slot(slot),
            from: (from.day, from.value),
            to: (to.day, to.value),
        }],
        _ => Vec::new(),
    };
    let deadline = points.last().unwrap().day;
    let series =
        TimeSeries { label: String::new(), series: Series::Slot(slot), points, joins: vec![] };
    let time = time(vec![series]);
    TimeSpec {
        caption: Caption {
            id: "loi-hua".into(),
            title: "Từ lúc hứa đến hạn".into(),
            ..time.caption
        },
        compact: true,
        axis: Axis { min, max, reversed, ticks: Vec::new() },
        paths: path,
        verticals: vec![
            vertical(VerticalKind::Deadline, deadline, "hạn"),
            vertical(VerticalKind::Today, TODAY, "hôm nay"),
        ],
        ..time
    }
}

/// A rank promised and reached at the deadline itself.
pub(super) fn kept() -> TimeSpec {
    use Fill::{Filled, Hollow};
    let points = vec![
        time_point(YEARS[3] - 1, 28.0, Filled, "28/63"),
        time_point(YEARS[4] - 1, 10.0, Filled, "10/63"),
        time_point(YEARS[4] - 1, 15.0, Hollow, "hứa ≤ 15"),
    ];
    promise(0, (1.0, 40.0, true), points)
}

/// A result after the deadline, a bound that says nothing, and nothing known at the start.
pub(super) fn late() -> TimeSpec {
    use Fill::{Filled, Hollow};
    let bound = TimePoint {
        bound: Some(Bound::AtLeast),
        ..time_point(YEARS[4] + 180, 70.0, Filled, "trên 70% · 6/2024")
    };
    let points = vec![
        bound,
        time_point(YEARS[4] + 270, 85.0, Filled, "85% · 9 tháng 2024"),
        time_point(YEARS[4] - 1, 80.0, Hollow, "hứa 80%"),
    ];
    TimeSpec { paths: Vec::new(), ..promise(0, (40.0, 100.0, false), points) }
}

/// Overdue without a figure, with the national figure and the end of the province.
pub(super) fn overdue() -> TimeSpec {
    use Fill::{Filled, Hollow};
    let points =
        vec![time_point(19_296, 4.0, Filled, "≈ 4%"), time_point(19_661, 40.0, Hollow, "hứa 40%")];
    let mut spec = promise(3, (0.0, 50.0, false), points);
    let country = time_point(YEARS[3] - 1, 38.0, Filled, "cả nước 38%");
    spec.series.push(TimeSeries {
        label: String::new(),
        series: Series::National,
        points: vec![country],
        joins: vec![],
    });
    spec.verticals.push(vertical(VerticalKind::Break, 20_270, "sáp nhập"));
    spec
}

fn due(day: Option<i32>, form: MarkForm, count: usize) -> Vec<DeadlineMark> {
    (0..count)
        .map(|index| DeadlineMark {
            day,
            form,
            href: Some(format!("#loi-hua-{day:?}-{form:?}-{index}")),
            title: format!("Lời hứa {index}, hạn {day:?}: {form:?}"),
        })
        .collect()
}

pub(super) fn deadline_row(
    slot: u8,
    label: &str,
    marks: Vec<DeadlineMark>,
    end: Option<i32>,
) -> DeadlineRow {
    let end = end.map(|day| DayTick { day, label: "sáp nhập 1/7/2025".into() });
    DeadlineRow { label: label.into(), series: Series::Slot(slot), marks, end }
}

/// The last day of a year from 2019 on.
fn year_end(year: i32) -> i32 {
    let leap_days = (year - 2020) / 4 + 1;
    YEARS[0] + 365 * (year - 2019) + leap_days - 1
}

pub(super) fn deadlines_of(rows: Vec<DeadlineRow>) -> DeadlinesSpec {
    let tick = |year: i32| DayTick { day: year_end(year - 1) + 1, label: year.to_string() };
    DeadlinesSpec {
        caption: caption(
            "moi-loi-hua",
            "Mọi lời hứa, theo hạn",
            "Mỗi dấu là một lời hứa, đặt ở hạn của nó.",
        ),
        x_min_day: year_end(2020) + 1,
        x_max_day: year_end(2030) + 1,
        x_ticks: (2021..=2031).map(tick).collect(),
        rows,
        verticals: vec![vertical(VerticalKind::Today, TODAY, "hôm nay 22/11/2026")],
        undated_label: "không nêu hạn".into(),
    }
}

/// Four provinces with every form, a deadline of fifteen promises, neighbors and one near today.
pub(super) fn deadlines() -> DeadlinesSpec {
    use MarkForm::{Dot, Faint, Filled, Half, Hollow, Struck};
    let rows = vec![
        deadline_row(
            0,
            "BR-VT",
            [
                due(Some(year_end(2023)), Filled, 3),
                due(Some(year_end(2023)), Half, 2),
                due(Some(year_end(2023)), Struck, 1),
                due(Some(year_end(2023)), Dot, 9),
                due(Some(year_end(2025)), Faint, 5),
                due(Some(year_end(2030)), Faint, 5),
                due(None, Faint, 3),
            ]
            .concat(),
            Some(20_270),
        ),
        deadline_row(
            1,
            "Khánh Hòa",
            [
                due(Some(year_end(2021)), Struck, 1),
                due(Some(year_end(2025)), Filled, 2),
                due(Some(year_end(2025)), Struck, 2),
                due(Some(year_end(2025)), Dot, 4),
                due(Some(year_end(2026)), Hollow, 2),
                due(Some(year_end(2030)), Hollow, 6),
            ]
            .concat(),
            None,
        ),
        deadline_row(
            2,
            "Bình Phước",
            [
                due(Some(year_end(2022)), Filled, 1),
                due(Some(year_end(2023)), Half, 1),
                due(Some(year_end(2023)), Struck, 1),
                due(Some(year_end(2025)), Dot, 3),
                due(None, Faint, 1),
            ]
            .concat(),
            Some(20_270),
        ),
        deadline_row(
            3,
            "Bạc Liêu",
            [
                due(Some(19_661), Dot, 1),
                due(Some(year_end(2023)), Filled, 1),
                due(Some(year_end(2025)), Faint, 4),
                due(Some(year_end(2030)), Faint, 4),
            ]
            .concat(),
            Some(20_270),
        ),
    ];
    deadlines_of(rows)
}

/// Texts that try to leave their place in the document, and a link that would run.
pub(super) fn hostile_deadlines() -> DeadlinesSpec {
    let mark = DeadlineMark {
        day: None,
        form: MarkForm::Dot,
        href: Some("javascript:alert(1)".into()),
        title: NASTY.into(),
    };
    let mut spec = deadlines_of(vec![deadline_row(0, NASTY, vec![mark], Some(TODAY))]);
    spec.caption = nasty_caption();
    spec.undated_label = NASTY.into();
    spec.x_ticks[0].label = NASTY.into();
    spec
}
