//! Dates against ICU4X, which reads them from CLDR.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_datetime::options::YearStyle;
use icu_locale_core::locale;
use proptest::prelude::*;

use crate::i18n::Lang;
use crate::i18n::date::{day, day_long, month, month_long};

/// CLDR parts some fields with narrow and no-break spaces; ours are plain.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// CLDR's short date of Vietnamese pads day and month ("05/09/2024"); its numeric pattern `d/M/y`, which
/// ICU4X does not offer by name, is the same without the zeros.
fn without_padding(text: &str) -> String {
    let parts: Vec<&str> = text.split('/').map(|part| part.trim_start_matches('0')).collect();
    parts.join("/")
}

proptest! {
    #[test]
    fn days_and_months_equal_icu(y in 1990..=2100_i32, m in 1..=12_u8, d in 1..=28_u8) {
        let date = Date::try_new_gregorian(y, m, d).unwrap();
        let (vi, en) = (locale!("vi").into(), locale!("en").into());
        let numeric = YMD::short().with_year_style(YearStyle::Full);
        let short_vi = DateTimeFormatter::try_new(vi, numeric).unwrap().format(&date).to_string();
        let short_en = DateTimeFormatter::try_new(en, YMD::medium()).unwrap().format(&date).to_string();
        prop_assert_eq!(day(Lang::Vi, y, m, d), without_padding(&plain(&short_vi)));
        prop_assert_eq!(day(Lang::En, y, m, d), plain(&short_en));
        for (lang, locale) in [(Lang::Vi, vi), (Lang::En, en)] {
            let long = DateTimeFormatter::try_new(locale, YMD::long()).unwrap().format(&date).to_string();
            prop_assert_eq!(day_long(lang, y, m, d), plain(&long));
        }
        let short = DateTimeFormatter::try_new(en, YM::medium()).unwrap().format(&date).to_string();
        let long = DateTimeFormatter::try_new(en, YM::long()).unwrap().format(&date).to_string();
        prop_assert_eq!(month(Lang::En, y, m), plain(&short));
        prop_assert_eq!(month_long(Lang::En, y, m), plain(&long));
    }
}
