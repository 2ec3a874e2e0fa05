//! Samples of the figures of a ranking: made up for layout, as [`super::samples`].

use super::samples::{NASTY, caption, nasty_caption};
use crate::chart::*;

pub(super) fn tile(column: u8, row: u8, label: &str, code: &str, rank: Option<u8>) -> TileMark {
    TileMark {
        column,
        row,
        label: label.into(),
        code: code.into(),
        value: rank.map(|rank| rank.to_string()).unwrap_or_default(),
        class: rank.map(|rank| rank / 3),
        series: None,
        title: format!("{label}: hạng {rank:?} trên 14"),
        href: Some(format!("/tinh/{code}/")),
    }
}

pub(super) fn tiles_of(columns: u8, rows: u8, tiles: Vec<TileMark>) -> TilesSpec {
    TilesSpec {
        caption: caption(
            "ban-do",
            "Hạng của từng tỉnh trên bản đồ ô",
            "Mỗi ô là một tỉnh, ô càng đậm hạng càng cao.",
        ),
        columns,
        rows,
        tiles,
        legend: Vec::new(),
        extra: Vec::new(),
    }
}

/// A corner of the map with every class, long names, a tile without a figure and four highlighted.
pub(super) fn tiles() -> TilesSpec {
    let slot = |slot, tile| TileMark { series: Some(Series::Slot(slot)), ..tile };
    let tiles = vec![
        tile(0, 0, "TP. Hồ Chí Minh", "HCM", Some(1)),
        slot(0, tile(1, 0, "BR-VT", "BRVT", Some(5))),
        tile(2, 0, "Bà Rịa – Vũng Tàu cũ", "BRV", Some(14)),
        slot(1, tile(2, 1, "Khánh Hòa", "KH", Some(8))),
        slot(2, tile(0, 1, "Bình Phước", "BP", Some(12))),
        slot(3, tile(0, 2, "Bạc Liêu", "BL", None)),
        tile(1, 2, "Đắk Lắk", "ĐL", None),
        TileMark { href: None, ..tile(2, 3, "Huế", "Huế", Some(2)) },
    ];
    let legend = ["hạng 1–2", "3–5", "6–8", "9–11", "12–14", "chưa thấy số liệu"];
    TilesSpec {
        legend: (0..).zip(legend.map(String::from)).collect(),
        extra: vec![
            TileNote { column: 7, row: 3, span: 2, label: "Hoàng Sa (Đà Nẵng)".into() },
            TileNote { column: 7, row: 4, span: 2, label: "Trường Sa (Khánh Hòa)".into() },
        ],
        ..tiles_of(9, 5, tiles)
    }
}

/// Texts that try to leave their place in the document, and a link that would run.
pub(super) fn hostile_tiles() -> TilesSpec {
    let evil = TileMark {
        value: NASTY.into(),
        title: NASTY.into(),
        href: Some("javascript:alert(1)".into()),
        ..tile(0, 0, NASTY, NASTY, Some(1))
    };
    TilesSpec {
        caption: nasty_caption(),
        legend: vec![(0, NASTY.into()), (255, NASTY.into())],
        extra: vec![TileNote { column: 1, row: 1, span: 1, label: NASTY.into() }],
        ..tiles_of(2, 2, vec![evil])
    }
}

pub(super) fn panel(base: u32, label: &str, editions: &[&str], note: &str) -> RankPanel {
    let editions = editions.iter().map(|edition| (*edition).to_owned()).collect();
    RankPanel { base, label: label.into(), editions, note: note.into() }
}

pub(super) fn rank(panel: usize, edition: usize, rank: u32, base: u32) -> RankPoint {
    RankPoint {
        panel,
        edition,
        rank,
        label: format!("{rank}/{base}"),
        title: format!("Hạng {rank} trên {base}, kỳ {edition} của khung {panel}"),
        href: Some(format!("#hang-{panel}-{edition}-{rank}")),
        fill: Fill::Filled,
    }
}

pub(super) fn rank_series(slot: u8, label: &str, points: Vec<RankPoint>) -> RankSeries {
    RankSeries { label: label.into(), series: Series::Slot(slot), points }
}

pub(super) fn ranks_of(panels: Vec<RankPanel>, series: Vec<RankSeries>) -> RanksSpec {
    RanksSpec {
        caption: caption(
            "qua-cac-ky",
            "Hạng qua các kỳ",
            "Đường chỉ nối hai kỳ liền nhau cùng một cách tính.",
        ),
        panels,
        series,
    }
}

/// Two breaks, a gap in the middle of a panel, a tie, a target and a province without a line.
pub(super) fn editions() -> RanksSpec {
    let panels = vec![
        panel(63, "trên 63 tỉnh", &["2020"], ""),
        panel(63, "trên 63 tỉnh", &["2021", "2022", "2023"], "cách tính mới"),
        panel(34, "trên 34 tỉnh", &["2024"], "sau sáp nhập"),
    ];
    let aim = RankPoint { fill: Fill::Hollow, label: "hứa 15".into(), ..rank(1, 2, 15, 63) };
    let series = vec![
        rank_series(0, "BR-VT", vec![rank(1, 1, 28, 63), rank(1, 2, 10, 63), aim]),
        rank_series(
            1,
            "Khánh Hòa",
            vec![rank(1, 0, 9, 63), rank(1, 2, 41, 63), rank(2, 0, 16, 34)],
        ),
        rank_series(
            2,
            "Bình Phước",
            vec![rank(0, 0, 1, 63), rank(1, 0, 9, 63), rank(1, 1, 12, 63), rank(1, 2, 13, 63)],
        ),
        rank_series(3, "Bạc Liêu", vec![rank(1, 1, 63, 63), rank(2, 0, 34, 34)]),
    ];
    ranks_of(panels, series)
}

/// As [`hostile_tiles`].
pub(super) fn hostile_editions() -> RanksSpec {
    let evil = RankPoint {
        label: NASTY.into(),
        title: NASTY.into(),
        href: Some("javascript:alert(1)".into()),
        ..rank(1, 0, 1, 2)
    };
    let panels = vec![panel(2, NASTY, &[NASTY], NASTY), panel(2, NASTY, &[NASTY], NASTY)];
    RanksSpec {
        caption: nasty_caption(),
        ..ranks_of(panels, vec![rank_series(0, NASTY, vec![evil])])
    }
}
