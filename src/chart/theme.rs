//! The colors and shapes of the figures, and the names that style sheets use for them.
//!
//! Figures are written with the light colors as attributes, so that a saved file needs no style sheet,
//! and with a class for each use of a color: `f-…` for fills and `s-…` for strokes (`f-ink`, `s-s0`).
//! Pages override the colors by class for dark mode, print and forced colors. Every color of texts and
//! series has a contrast of at least 4.5:1 on its grounds (WCAG 2.2, success criterion 1.4.3), and so
//! has text in
//! [`INK`] on every class of tiles.

/// Red, green and blue, 0 to 255 each, sRGB.
pub type Rgb = (u8, u8, u8);

/// A color by its function: its name in class names, and its values on a light and a dark ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swatch {
    /// What follows `f-` or `s-` in a class name.
    pub name: &'static str,
    /// The color on a light ground.
    pub light: Rgb,
    /// The color on a dark ground.
    pub dark: Rgb,
}

const fn swatch(name: &'static str, light: u32, dark: u32) -> Swatch {
    Swatch { name, light: rgb(light), dark: rgb(dark) }
}

const fn rgb(hex: u32) -> Rgb {
    ((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The color of text, and of the marks of the whole country.
pub const INK: Swatch = swatch("ink", 0x1b_1d1f, 0xe8_e6e1);
/// The color of axis labels and notes.
pub const MUTED: Swatch = swatch("muted", 0x5b_6168, 0xa3_a9b0);
/// The color of grid lines and of the lines of rows. They are decoration and need no contrast.
pub const RULE: Swatch = swatch("rule", 0xdc_dad4, 0x33_383d);
/// The background of figures. Hollow marks are filled with it.
pub const GROUND: Swatch = swatch("ground", 0xff_ffff, 0x14_171a);
/// The tinted background that some pages have behind a figure. Figures never draw it.
pub const SOFT_GROUND: Swatch = swatch("soft", 0xf5_f3ee, 0x1d_2125);

/// The colors of series by slot: the first four and the last three are darker or lighter versions of the
/// Okabe–Ito palette; the fifth and the sixth differ from the four in lightness, too, so that readers who do
/// not see all hues can tell six apart. Slots beyond the last one begin again with the first color, but
/// with another shape.
pub const SERIES: [Swatch; 9] = [
    swatch("s0", 0x00_67a8, 0x5c_b3ec), // blue
    swatch("s1", 0xbf_4618, 0xf0_905a), // vermilion
    swatch("s2", 0x00_785a, 0x3d_c09a), // bluish green
    swatch("s3", 0x8e_4585, 0xd7_9acb), // reddish purple
    swatch("s4", 0x60_4000, 0xfc_cc48), // brown, on a dark ground gold
    swatch("s5", 0x2a_2a90, 0x84_84ff), // indigo
    swatch("s6", 0x6b_6400, 0xd2_c94f), // yellow
    swatch("s7", 0xa8_325e, 0xf0_8bb0), // rose, between vermilion and purple
    swatch("s8", 0x4f_5b8c, 0xa5_b1e6), // slate, between blue and purple
];

/// The colors of a map's tiles by class, from 0, the strongest: one hue in even steps. They are only
/// used for fills, so there are no classes `s-…` for them.
pub const TILE_CLASSES: [Swatch; 5] = [
    swatch("q0", 0x60_97b7, 0x34_6a88),
    swatch("q1", 0x83_b0ca, 0x2a_5972),
    swatch("q2", 0xa1_c6dc, 0x24_485d),
    swatch("q3", 0xbf_daea, 0x1f_3a49),
    swatch("q4", 0xde_ecf5, 0x1c_2d36),
];

/// Whose figure a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// A province, by its fixed place in the palette: 0 is a blue circle, 1 a vermilion square,
    /// 2 a green triangle, 3 a purple diamond.
    Slot(u8),
    /// The whole country: an upright tick in ink.
    National,
}

impl Series {
    /// The color of the series.
    pub fn swatch(self) -> Swatch {
        match self {
            Series::Slot(slot) => SERIES[usize::from(slot) % SERIES.len()],
            Series::National => INK,
        }
    }

    /// The shape of the series. Shapes repeat after seven slots and colors after nine, so that the same
    /// pair occurs again only after sixty-three.
    pub fn shape(self) -> Shape {
        match self {
            Series::Slot(slot) => SHAPES[usize::from(slot) % SHAPES.len()],
            Series::National => Shape::Tick,
        }
    }
}

/// The outline of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    Circle,
    /// A square on its side.
    Square,
    /// A triangle pointing up.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// A triangle pointing down.
    InvertedTriangle,
    /// A hexagon on its corner.
    Hexagon,
    /// An upright cross.
    Cross,
    /// A narrow upright bar.
    Tick,
}

const SHAPES: [Shape; 7] = [
    Shape::Circle,
    Shape::Square,
    Shape::Triangle,
    Shape::Diamond,
    Shape::InvertedTriangle,
    Shape::Hexagon,
    Shape::Cross,
];

impl Shape {
    /// The corners of the shape around (0, 0), in a size that looks as large as a circle of radius 1. A
    /// circle has none. No corner is further than [`SHAPE_REACH`] from the center to any side.
    pub fn corners(self) -> &'static [(f64, f64)] {
        match self {
            Shape::Circle => &[],
            Shape::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Shape::Triangle => &[(0.0, -1.2), (1.17, 0.85), (-1.17, 0.85)],
            Shape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
            Shape::InvertedTriangle => &[(0.0, 1.2), (-1.17, -0.85), (1.17, -0.85)],
            Shape::Hexagon => &[
                (0.0, -1.1),
                (0.95, -0.55),
                (0.95, 0.55),
                (0.0, 1.1),
                (-0.95, 0.55),
                (-0.95, -0.55),
            ],
            Shape::Cross => &[
                (-0.4, -1.15),
                (0.4, -1.15),
                (0.4, -0.4),
                (1.15, -0.4),
                (1.15, 0.4),
                (0.4, 0.4),
                (0.4, 1.15),
                (-0.4, 1.15),
                (-0.4, 0.4),
                (-1.15, 0.4),
                (-1.15, -0.4),
                (-0.4, -0.4),
            ],
            Shape::Tick => &[(-0.35, -1.25), (0.35, -1.25), (0.35, 1.25), (-0.35, 1.25)],
        }
    }
}

/// The maximum distance of a shape's corner from its center to any side, for a radius of 1.
pub const SHAPE_REACH: f64 = 1.25;

/// All colors that figures are drawn with.
pub fn swatches() -> impl Iterator<Item = Swatch> {
    [INK, MUTED, RULE, GROUND].into_iter().chain(SERIES).chain(TILE_CLASSES)
}

/// The name of a light color in class names; `None` for a color that is not in the palette.
pub(super) fn swatch_name(light: Rgb) -> Option<&'static str> {
    swatches().find(|swatch| swatch.light == light).map(|swatch| swatch.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast ratio of two colors, WCAG 2.2.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance((red, green, blue): Rgb) -> f64 {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    #[test]
    fn black_on_white_has_the_ratio_the_standard_gives() {
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn texts_and_marks_stand_out_on_every_ground() {
        for swatch in [INK, MUTED].into_iter().chain(SERIES) {
            for ground in [GROUND, SOFT_GROUND] {
                let ratios =
                    [contrast(swatch.light, ground.light), contrast(swatch.dark, ground.dark)];
                assert!(ratios.iter().all(|ratio| *ratio >= 4.5), "{}: {ratios:?}", swatch.name);
            }
        }
    }

    #[test]
    fn texts_stand_out_on_every_class_and_classes_from_each_other() {
        let both = |one: Swatch, other: Swatch| {
            contrast(one.light, other.light).min(contrast(one.dark, other.dark))
        };
        for class in TILE_CLASSES {
            assert!(both(INK, class) >= 4.5, "{}", class.name);
        }
        let steps: Vec<Swatch> = TILE_CLASSES.into_iter().chain([GROUND]).collect();
        for pair in steps.windows(2) {
            assert!(both(pair[0], pair[1]) >= 1.18, "{} and {}", pair[0].name, pair[1].name);
            assert!(contrast(pair[0].light, GROUND.light) > contrast(pair[1].light, GROUND.light));
            assert!(contrast(pair[0].dark, GROUND.dark) > contrast(pair[1].dark, GROUND.dark));
        }
    }

    #[test]
    fn a_color_has_one_name() {
        for swatch in swatches() {
            assert_eq!(swatch_name(swatch.light), Some(swatch.name));
        }
    }

    #[test]
    fn no_shape_reaches_further_than_stated() {
        for shape in SHAPES.into_iter().chain([Shape::Tick]) {
            for (x, y) in shape.corners() {
                assert!(x.abs() <= SHAPE_REACH && y.abs() <= SHAPE_REACH, "{shape:?}");
            }
        }
    }

    /// How somebody sees a color, in linear light: the simulation of Machado, Oliveira and Fernandes (2009)
    /// for a missing kind of cone; the first of all is usual sight.
    const SIGHTS: [(&str, [[f64; 3]; 3], f64); 4] = [
        ("usual", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], 0.1),
        (
            "no red cones",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            0.045,
        ),
        (
            "no green cones",
            [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            0.045,
        ),
        // One person in ten thousand: blue and green are close then, but a circle is no triangle.
        (
            "no blue cones",
            [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
            0.025,
        ),
    ];

    /// A color in the space of Ottosson (2020), in which distances are those that people see.
    fn oklab((red, green, blue): Rgb, sight: [[f64; 3]; 3]) -> [f64; 3] {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let times = |rows: [[f64; 3]; 3], v: [f64; 3]| {
            rows.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum::<f64>())
        };
        let seen = times(sight, [linear(red), linear(green), linear(blue)]);
        let seen = seen.map(|channel| channel.clamp(0.0, 1.0));
        let cones = [
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ];
        let roots = times(cones, seen).map(f64::cbrt);
        let lab = [
            [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
        ];
        times(lab, roots)
    }

    #[test]
    fn six_series_differ_in_shape_and_for_every_sight_in_color() {
        let distance = |one: Rgb, other: Rgb, sight| {
            let (one, other) = (oklab(one, sight), oklab(other, sight));
            one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
        };
        for (idx, one) in SERIES[..6].iter().enumerate() {
            for (other_idx, other) in SERIES[..idx].iter().enumerate() {
                assert_ne!(SHAPES[idx], SHAPES[other_idx]);
                for (name, sight, least) in SIGHTS {
                    for (a, b) in [(one.light, other.light), (one.dark, other.dark)] {
                        let apart = distance(a, b, sight);
                        assert!(apart >= least, "{name}: {} and {}: {apart}", one.name, other.name);
                    }
                }
            }
        }
    }

    #[test]
    fn sixty_three_provinces_differ_in_color_or_shape() {
        let looks: Vec<_> =
            (0..63).map(Series::Slot).map(|s| (s.swatch().name, s.shape())).collect();
        for (index, look) in looks.iter().enumerate() {
            assert!(!looks[..index].contains(look), "slot {index}");
        }
    }
}
