//! What the two figures of a ranking should show: everyone at once, and a few over its editions.

use super::{Fill, Series};

/// A ranked unit as a tile of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct TileMark {
    /// From the left, less than the map's `columns`.
    pub column: u8,
    /// From the top, less than the map's `rows`.
    pub row: u8,
    /// A short name, printed in two lines at most where the tiles are large enough.
    pub label: String,
    /// Two to four letters, printed instead of the name on a narrow sheet.
    pub code: String,
    /// Printed on every tile: "28". Empty where there is no figure.
    pub value: String,
    /// 0 (strongest) to 4, for the fill; `None` without a figure: no fill and a dashed outline.
    pub class: Option<u8>,
    /// Set for a highlighted unit: a frame in the series' color, and its shape beside the value.
    pub series: Option<Series>,
    /// The whole fact in a sentence, for hovering and assistive technology.
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
}

/// A place that belongs on the map but has no figure of its own: an outlined box with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct TileNote {
    /// As [`TileMark::column`], of its first cell.
    pub column: u8,
    /// As [`TileMark::row`].
    pub row: u8,
    /// How many columns wide, at least 1; all of them within the map.
    pub span: u8,
    /// Printed in two lines at most: "Hoàng Sa (Đà Nẵng)".
    pub label: String,
}

/// A map of equal square tiles, one per unit.
#[derive(Clone, Debug, PartialEq)]
pub struct TilesSpec {
    /// As [`CompareSpec::id`](super::CompareSpec::id).
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// As [`CompareSpec::title`](super::CompareSpec::title).
    pub title: String,
    /// As [`CompareSpec::description`](super::CompareSpec::description).
    pub description: String,
    /// How many tiles fit side by side; each is a ninth of a narrow sheet wide, or less.
    pub columns: u8,
    /// How many rows the map has, empty ones among them.
    pub rows: u8,
    /// Read out in this order; each has a cell of its own.
    pub tiles: Vec<TileMark>,
    /// What the classes mean, in the order printed. A class without a color (5) stands for tiles
    /// without a figure.
    pub legend: Vec<(u8, String)>,
    /// In cells without a tile.
    pub extra: Vec<TileNote>,
    /// As [`CompareSpec::source_line`](super::CompareSpec::source_line).
    pub source_line: Option<String>,
}

/// Editions of a ranking that may be read along one line: one method, one number of ranked units.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPanel {
    /// How many are ranked, at least 2: the lower end of the scale.
    pub base: u32,
    /// Printed under the panel: "of 63 provinces".
    pub label: String,
    /// At least one, printed under the marks: "2022".
    pub editions: Vec<String>,
    /// Why the line breaks before this panel, printed over the gap. The first panel has no gap; its
    /// note is not printed.
    pub note: String,
}

/// The place of a unit in one edition.
#[derive(Clone, Debug, PartialEq)]
pub struct RankPoint {
    /// An index into [`RanksSpec::panels`].
    pub panel: usize,
    /// An index into [`RankPanel::editions`].
    pub edition: usize,
    /// 1 to the panel's `base`.
    pub rank: u32,
    /// Printed beside the mark, always: "28/63".
    pub label: String,
    /// The whole fact in a sentence.
    pub title: String,
    /// As [`Mark::href`](super::Mark::href).
    pub href: Option<String>,
    /// Result or target; only results are joined.
    pub fill: Fill,
}

/// The places of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct RankSeries {
    /// Printed at the last point.
    pub label: String,
    /// Gives color and shape.
    pub series: Series,
    /// In any order. An edition without a point is not bridged.
    pub points: Vec<RankPoint>,
}

/// Places over the editions of a ranking, in panels side by side that no line crosses.
#[derive(Clone, Debug, PartialEq)]
pub struct RanksSpec {
    /// As [`CompareSpec::id`](super::CompareSpec::id).
    pub id: String,
    /// Language tag of all texts.
    pub lang: &'static str,
    /// As [`CompareSpec::title`](super::CompareSpec::title).
    pub title: String,
    /// As [`CompareSpec::description`](super::CompareSpec::description).
    pub description: String,
    /// From left to right; each has a scale of its own, 1 on top.
    pub panels: Vec<RankPanel>,
    /// Later series are drawn over earlier ones.
    pub series: Vec<RankSeries>,
    /// As [`CompareSpec::source_line`](super::CompareSpec::source_line).
    pub source_line: Option<String>,
}
