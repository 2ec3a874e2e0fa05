//! Specifications the tests share. Their figures are made up for layout, not taken from a source.

use crate::chart::*;

pub(super) fn mark(slot: u8, value: f64, fill: Fill, label: &str) -> Mark {
    Mark {
        value,
        fill,
        series: Series::Slot(slot),
        label: label.into(),
        href: Some(format!("#province-{slot}/{value}")),
        title: format!("Tỉnh {slot}: {label}"),
        bound: None,
        group: 0,
    }
}

pub(super) fn row(slot: u8, label: &str, marks: Vec<Mark>) -> Row {
    Row { label: label.into(), series: Series::Slot(slot), marks, note: String::new() }
}

pub(super) fn band(label: &str, rows: Vec<Row>) -> Band {
    Band { label: label.into(), rows, references: Vec::new() }
}

pub(super) fn reference(value: f64, label: &str, hollow: bool) -> Reference {
    Reference { value, label: label.into(), hollow }
}

pub(super) fn percent_axis() -> Axis {
    nice_axis(Measure::Percent, &[]).unwrap().labelled(|value| format!("{value}%"))
}

/// A caption in Vietnamese of a figure on a page.
pub(in crate::chart) fn caption(id: &str, title: &str, description: &str) -> Caption {
    let (title, description) = (title.into(), description.into());
    Caption {
        id: id.into(),
        lang: "vi",
        title,
        description,
        role_description: "biểu đồ",
        keys_id: None,
        source_line: None,
    }
}

/// Text that tries to leave its place in the document.
pub(in crate::chart) const NASTY: &str =
    "<script>alert('x')</script> & \"quotes\" ]]> \u{0}\u{8}\u{202e}";

/// A caption of nothing else, with a source line.
pub(in crate::chart) fn nasty_caption() -> Caption {
    Caption { source_line: Some(NASTY.into()), ..caption("\"><x", NASTY, NASTY) }
}

pub(super) fn compare(axis: Axis, bands: Vec<Band>) -> CompareSpec {
    let caption = caption(
        "so-sanh",
        "Tỷ lệ hồ sơ làm trên mạng, theo từng cách đo",
        "Dấu đặc là kết quả được báo cáo, dấu rỗng là mục tiêu.",
    );
    CompareSpec { caption, axis, bands }
}

/// Four provinces by three definitions, as on the page about online dossiers.
pub(super) fn online_dossiers() -> CompareSpec {
    use Fill::{Filled, Hollow};
    let submitted = Band {
        references: vec![
            reference(38.0, "cả nước 38% · 2022", false),
            reference(80.0, "cả nước hứa 80% · 2025", true),
        ],
        ..band(
            "Nộp trực tuyến mức độ 3–4",
            vec![
                row(
                    3,
                    "Bạc Liêu",
                    vec![
                        mark(3, 4.0, Filled, "≈ 4% · 10/2022"),
                        mark(3, 40.0, Hollow, "hứa 40% · 10/2023"),
                    ],
                ),
                Row {
                    note: "chưa thấy số liệu được công bố".into(),
                    ..row(1, "Khánh Hòa", vec![])
                },
            ],
        )
    };
    let settled = band(
        "Giải quyết trực tuyến",
        vec![
            row(1, "Khánh Hòa", vec![mark(1, 56.0, Filled, "56% · 2020")]),
            row(
                0,
                "BR-VT",
                vec![
                    mark(0, 50.0, Filled, "50% · 2023"),
                    mark(0, 100.0, Hollow, "hứa 100% · không nêu hạn"),
                ],
            ),
        ],
    );
    let in_full = band(
        "Xử lý hoàn toàn trực tuyến",
        vec![row(
            2,
            "Bình Phước",
            vec![mark(2, 60.0, Filled, "60% · 2022"), mark(2, 60.0, Hollow, "hứa 60% · 2023")],
        )],
    );
    compare(percent_axis(), vec![submitted, settled, in_full])
}

/// Ranks: better is to the right, and two results of one province.
pub(super) fn ranks() -> CompareSpec {
    use Fill::{Filled, Hollow};
    let axis = nice_axis(Measure::Rank { base: 63 }, &[]).unwrap();
    let goal =
        Mark { bound: Some(Bound::AtMost), ..mark(0, 15.0, Hollow, "hứa nhóm 15 · 2023") };
    let rows = vec![
        row(
            0,
            "BR-VT",
            vec![
                mark(0, 28.0, Filled, "hạng 28 · 2022"),
                mark(0, 10.0, Filled, "hạng 10 · 2023"),
                goal,
            ],
        ),
        row(1, "Khánh Hòa", vec![mark(1, 16.0, Filled, "hạng 16 · 2022")]),
        row(2, "Bình Phước", vec![mark(2, 1.0, Filled, "hạng 1 · 2022")]),
        row(3, "Bạc Liêu", vec![mark(3, 63.0, Filled, "hạng 63 · 2022")]),
    ];
    compare(
        axis.labelled(|value| format!("hạng {value}")),
        vec![band("Chuyển đổi số, trên 63", rows)],
    )
}

/// Equal and nearly equal values in one row, bounds, and marks at both ends.
pub(super) fn collisions() -> CompareSpec {
    use Fill::{Filled, Hollow};
    let above = Mark { bound: Some(Bound::AtLeast), ..mark(0, 95.0, Filled, "trên 95% · 2024") };
    let rows = vec![
        row(
            0,
            "Bà Rịa – Vũng Tàu",
            vec![
                mark(0, 95.0, Filled, "95% · 2023"),
                above,
                mark(0, 95.0, Hollow, "hứa 95% · 2025"),
                mark(0, 96.0, Hollow, "hứa 96% · 2030"),
            ],
        ),
        row(
            1,
            "Khánh Hòa",
            vec![
                mark(1, 0.0, Filled, "0% · 2020"),
                mark(1, 0.0, Hollow, "hứa ít nhất 0% · 2021"),
                mark(1, 100.0, Filled, "100% · 2024"),
                mark(1, 100.0, Hollow, "hứa 100% · 2025"),
            ],
        ),
    ];
    let references = vec![
        reference(95.0, "cả nước 95% · 2024", false),
        reference(95.0, "mục tiêu quốc gia 95% · 2025", true),
    ];
    let band = Band { references, ..band("Thanh toán không dùng tiền mặt", rows) };
    compare(percent_axis(), vec![band])
}

pub(super) fn single_point() -> CompareSpec {
    let marks = vec![mark(2, 60.0, Fill::Filled, "60% · 2022")];
    let rows = vec![row(2, "Bình Phước", marks)];
    let mut spec = compare(percent_axis(), vec![band("Xử lý hoàn toàn trực tuyến", rows)]);
    spec.caption.source_line = Some("Nguồn: báo cáo của tỉnh, 2022. Hình: Tỉnh Số".into());
    spec
}

/// Large counts.
pub(super) fn counts() -> CompareSpec {
    let axis = nice_axis(Measure::Count, &[1_254_537.0]).unwrap();
    let million = |value: f64| format!("{} nghìn", value / 1000.0);
    let rows = vec![
        row(
            1,
            "Khánh Hòa",
            vec![
                mark(1, 54_537.0, Fill::Filled, "54.537 · 2022"),
                mark(1, 1_254_537.0, Fill::Filled, "1.254.537 · 2024"),
            ],
        ),
        Row {
            series: Series::National,
            ..row(
                0,
                "Cả nước",
                vec![Mark {
                    series: Series::National,
                    ..mark(0, 800_000.0, Fill::Filled, "≈ 800.000 · 2023")
                }],
            )
        },
    ];
    compare(axis.labelled(million), vec![band("Tài khoản định danh điện tử đã kích hoạt", rows)])
}

/// Texts that try to leave their place in the document.
pub(super) fn hostile() -> CompareSpec {
    let evil = Mark {
        href: Some("javascript:alert(1)".into()),
        title: NASTY.into(),
        ..mark(0, 10.0, Fill::Filled, NASTY)
    };
    let quoted =
        Mark { href: Some("#a\"onclick='x'<b>".into()), ..mark(0, 70.0, Fill::Hollow, "b") };
    CompareSpec {
        caption: nasty_caption(),
        ..compare(percent_axis(), vec![band(NASTY, vec![row(0, NASTY, vec![evil, quoted])])])
    }
}

/// Days since 1970 of the first days of 2020 to 2027.
pub(super) const YEARS: [i32; 8] = [18_262, 18_628, 18_993, 19_358, 19_723, 20_089, 20_454, 20_819];

pub(super) fn time_point(day: i32, value: f64, fill: Fill, label: &str) -> TimePoint {
    TimePoint {
        day,
        value,
        fill,
        label: label.into(),
        title: format!("{label}, ngày thứ {day}"),
        href: Some(format!("#p-{day}")),
        bound: None,
    }
}

pub(super) fn vertical(kind: VerticalKind, day: i32, label: &str) -> Vertical {
    Vertical { kind, day, label: label.into() }
}

pub(super) fn time(series: Vec<TimeSeries>) -> TimeSpec {
    let x_ticks =
        YEARS.iter().zip(2020..).map(|(day, year)| DayTick { day: *day, label: year.to_string() });
    TimeSpec {
        caption: caption(
            "theo-nam",
            "Hồ sơ nộp trực tuyến theo thời gian",
            "Kết quả nối bằng đường khi cùng một cách đo.",
        ),
        compact: false,
        axis: percent_axis(),
        x_min_day: YEARS[0],
        x_max_day: YEARS[7],
        x_ticks: x_ticks.collect(),
        series,
        paths: Vec::new(),
        references: Vec::new(),
        verticals: Vec::new(),
    }
}

/// Two provinces, a gap, targets, a merger and a national target.
pub(super) fn gaps_and_targets() -> TimeSpec {
    use Fill::{Filled, Hollow};
    let vung_tau = TimeSeries {
        label: "BR-VT".into(),
        series: Series::Slot(0),
        points: vec![
            time_point(YEARS[1] - 1, 31.0, Filled, "31%"),
            time_point(YEARS[2] - 1, 38.5, Filled, "38,5%"),
            time_point(YEARS[4] - 1, 64.06, Filled, "64,06%"),
            time_point(YEARS[5] - 1, 71.0, Filled, "71%"),
            time_point(YEARS[4] - 1, 80.0, Hollow, "hứa 80%"),
        ],
        joins: vec![(0, 1), (2, 3)],
    };
    let bac_lieu = TimeSeries {
        label: "Bạc Liêu".into(),
        series: Series::Slot(3),
        points: vec![
            time_point(19_296, 4.0, Filled, "≈ 4%"),
            time_point(19_661, 40.0, Hollow, "hứa 40%"),
        ],
        joins: vec![],
    };
    TimeSpec {
        references: vec![
            reference(38.0, "cả nước 38%", false),
            reference(90.0, "mục tiêu quốc gia 90%", true),
        ],
        verticals: vec![
            vertical(VerticalKind::Break, 20_270, "sáp nhập tỉnh 1/7/2025"),
            vertical(VerticalKind::Break, YEARS[2], "cách đo mới"),
        ],
        ..time(vec![vung_tau, bac_lieu])
    }
}
