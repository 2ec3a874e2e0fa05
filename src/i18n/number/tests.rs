use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::percent::options::PercentFormatterOptions;
use icu_locale_core::locale;
use proptest::prelude::*;
use writeable::Writeable;

use super::*;

/// The percent of ICU4X, whose pattern and digits come from CLDR.
fn icu_percent(lang: Lang, value: f64) -> String {
    let locale = match lang {
        Lang::Vi => locale!("vi"),
        Lang::En => locale!("en"),
    };
    let formatter =
        PercentFormatter::try_new(locale.into(), PercentFormatterOptions::default()).unwrap();
    // ICU4X's zero keeps a sign, ours does not.
    let decimal = (value + 0.0).to_string().parse().unwrap();
    formatter.format(&decimal).write_to_string().into_owned()
}

/// What ICU4X writes from CLDR, with `decimals` decimals or as many as the value has. Unlike ours
/// its zero keeps a sign, so that is taken off here.
fn icu(lang: Lang, value: f64, decimals: Option<usize>) -> String {
    let locale = match lang {
        Lang::Vi => locale!("vi"),
        Lang::En => locale!("en"),
    };
    let formatter =
        DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).unwrap();
    let mut decimal = Decimal::try_from_f64(value, FloatPrecision::RoundTrip).unwrap();
    if let Some(decimals) = decimals {
        let position = -i16::try_from(decimals).unwrap();
        let half_even = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfEven);
        decimal.round_with_mode(position, half_even);
        decimal.absolute.pad_end(position);
    }
    let text = formatter.format(&decimal).to_string();
    if text.contains(|c: char| matches!(c, '1'..='9')) { text } else { text.replace('-', "") }
}

/// The number people would type from what they read.
fn parse_back(lang: Lang, text: &str) -> f64 {
    let plain = match lang {
        Lang::Vi => text.replace('.', "").replace(',', "."),
        Lang::En => text.replace(',', ""),
    };
    plain.parse().unwrap()
}

#[test]
fn numbers_are_written_as_each_language_does() {
    let cases = [
        (64.06, "64,06", "64.06"),
        (54_537.0, "54.537", "54,537"),
        (1_506.0, "1.506", "1,506"),
        (999.0, "999", "999"),
        (-1_506.5, "-1.506,5", "-1,506.5"),
        (0.0, "0", "0"),
        (-0.0, "0", "0"),
        (0.03, "0,03", "0.03"),
        (-0.000_001, "-0,000001", "-0.000001"),
        (1e15, "1.000.000.000.000.000", "1,000,000,000,000,000"),
        (f64::NAN, "–", "–"),
        (f64::NEG_INFINITY, "–", "–"),
    ];
    for (value, vi, en) in cases {
        assert_eq!([number(Lang::Vi, value), number(Lang::En, value)], [vi, en], "{value}");
    }
}

#[test]
fn rounding_goes_half_to_even_on_the_digits_people_read() {
    let cases = [
        (0.5, 0, "0"),
        (1.5, 0, "2"),
        (2.5, 0, "2"),
        (2.51, 0, "3"),
        (-0.4, 0, "0"),
        (-2.5, 0, "-2"),
        (1.005, 2, "1.00"),
        (1.015, 2, "1.02"),
        (9.996, 2, "10.00"),
        (999.5, 0, "1,000"),
        (0.96, 1, "1.0"),
        (0.04, 1, "0.0"),
        (64.06, 4, "64.0600"),
        (7.0, 1, "7.0"),
        (f64::INFINITY, 1, "–"),
    ];
    for (value, decimals, expected) in cases {
        assert_eq!(number_fixed(Lang::En, value, decimals), expected, "{value} to {decimals}");
    }
}

#[test]
fn changes_percentages_and_points_carry_their_mark() {
    for (value, vi, en) in [(6.0, "+6", "+6"), (-6.25, "-6,25", "-6.25"), (-0.0, "0", "0")] {
        assert_eq!([signed(Lang::Vi, value), signed(Lang::En, value)], [vi, en]);
    }
    // CLDR 48, vi.xml and en.xml, percentFormats: #,##0%
    for (value, vi, en) in [(64.06, "64,06%", "64.06%"), (-6.0, "-6%", "-6%")] {
        assert_eq!([percent(Lang::Vi, value), percent(Lang::En, value)], [vi, en]);
    }
    assert_eq!(percent_fixed(Lang::Vi, 92.0, 1), "92,0%");
    assert_eq!([percent(Lang::En, f64::NAN), signed(Lang::En, f64::INFINITY)], ["–", "–"]);
    for (value, vi, en) in [
        (6.0, "6 điểm %", "6 percentage points"),
        (1.0, "1 điểm %", "1 percentage point"),
        (-1.0, "-1 điểm %", "-1 percentage point"),
        (1.5, "1,5 điểm %", "1.5 percentage points"),
        (0.0, "0 điểm %", "0 percentage points"),
    ] {
        assert_eq!(
            [percentage_points(Lang::Vi, value), percentage_points(Lang::En, value)],
            [vi, en]
        );
    }
}

#[test]
fn ordinals_and_ranks() {
    let english: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 63, 111, 113, 1001]
        .map(|n| ordinal(Lang::En, n))
        .into();
    assert_eq!(
        english.join(" "),
        "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 63rd 111th 113th 1,001st"
    );
    assert_eq!([1, 2, 34].map(|n| ordinal(Lang::Vi, n)), ["thứ nhất", "thứ 2", "thứ 34"]);
    assert_eq!(rank_of(Lang::Vi, 28, 63), "28 trên 63");
    assert_eq!(rank_of(Lang::En, 16, 34), "16 of 34");
}

#[test]
fn lists_follow_the_standard_conjunction_pattern() {
    let names = ["A", "B", "C", "D"];
    let all = |lang| [0, 1, 2, 3, 4].map(|n| list(lang, &names[..n]));
    assert_eq!(all(Lang::Vi), ["", "A", "A và B", "A, B và C", "A, B, C và D"]);
    assert_eq!(all(Lang::En), ["", "A", "A and B", "A, B, and C", "A, B, C, and D"]);
}

/// A number as sources write one: a sign and up to fifteen digits, up to six of them decimals. Fifteen
/// are told apart by any number; of more, two may be equally near.
fn written_number() -> impl Strategy<Value = f64> {
    let large = ("-?(0|[1-9][0-9]{0,11})", "[0-9]{0,3}");
    let fine = ("-?(0|[1-9][0-9]{0,8})", "[0-9]{0,6}");
    prop_oneof![large, fine]
        .prop_map(|(whole, fraction)| format!("{whole}.{fraction}").parse().unwrap())
}

proptest! {
    #[test]
    fn numbers_equal_icu_and_read_back(value in written_number()) {
        for lang in Lang::ALL {
            let text = number(lang, value);
            prop_assert_eq!(&text, &icu(lang, value, None));
            // Bits, because reading back must lose nothing; −0 reads back as 0.
            prop_assert_eq!(parse_back(lang, &text).to_bits(), (value + 0.0).to_bits());
            let digits_after_the_point = text.rsplit_once(match lang {
                Lang::Vi => ',',
                Lang::En => '.',
            });
            prop_assert_eq!(decimals(value), digits_after_the_point.map_or(0, |(_, d)| d.len()));
        }
    }

    #[test]
    fn percents_equal_icu(value in written_number()) {
        for lang in Lang::ALL {
            prop_assert_eq!(percent(lang, value), icu_percent(lang, value));
        }
    }

    #[test]
    fn rounding_equals_icu(value in written_number(), decimals in 0_usize..8) {
        for lang in Lang::ALL {
            prop_assert_eq!(
                number_fixed(lang, value, decimals),
                icu(lang, value, Some(decimals))
            );
        }
    }

    #[test]
    fn halves_round_as_icu_does(kept in 0_i64..1_000_000_000, decimals in 0_usize..6) {
        // One digit 5 after the last kept one: a half in the digits, whatever it is in binary.
        let value: f64 = format!("{kept}5e-{}", decimals + 1).parse().unwrap();
        for lang in Lang::ALL {
            prop_assert_eq!(
                number_fixed(lang, value, decimals),
                icu(lang, value, Some(decimals))
            );
        }
    }
}
