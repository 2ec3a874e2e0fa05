//! Sentences about how many provinces have a figure in a year of an official table, and which have none.

use super::ranking::n_units;
use crate::i18n::Lang;
use crate::i18n::number::{list, number};

/// Of which years and of how many provinces there are figures.
#[derive(Clone, Copy, Debug)]
pub struct Covered<'a> {
    /// The years, as of [`years_in_ranges`].
    pub years: &'a str,
    /// The day whose borders the figures describe, where it is not the end of the year.
    pub borders: Option<&'a str>,
    /// How many provinces have a figure.
    pub n: u32,
    /// How many provinces there were.
    pub of: u32,
    /// The names of those without a figure; empty if there are too many of them to be named.
    pub missing: &'a [&'a str],
}

impl Covered<'_> {
    /// "Kỳ 2024, địa giới ngày 1/7/2025", "2024, boundaries of July 1, 2025".
    fn time(&self, lang: Lang) -> String {
        let Self { years, borders, .. } = self;
        match (lang, borders) {
            (Lang::Vi, None) => format!("Kỳ {years}"),
            (Lang::Vi, Some(day)) => format!("Kỳ {years}, địa giới ngày {day}"),
            (Lang::En, None) => (*years).to_owned(),
            (Lang::En, Some(day)) => format!("{years}, boundaries of {day}"),
        }
    }

    /// "61 trên 63 tỉnh, thành phố", "61 of the 63 provinces and cities".
    fn share(&self, lang: Lang) -> String {
        let (n, units) = (number(lang, f64::from(self.n)), n_units(lang, self.of));
        match lang {
            Lang::Vi => format!("{n} trên {units}"),
            Lang::En => format!("{n} of the {units}"),
        }
    }
}

/// Years as ranges: "2011–2013, 2015". The years are ascending, each once.
pub fn years_in_ranges(years: &[i32]) -> String {
    let mut ranges: Vec<(i32, i32)> = Vec::new();
    for year in years {
        match ranges.last_mut() {
            Some((_, to)) if *to + 1 == *year => *to = *year,
            _ => ranges.push((*year, *year)),
        }
    }
    let text = |(from, to): &(i32, i32)| {
        if from == to { from.to_string() } else { format!("{from}–{to}") }
    };
    ranges.iter().map(text).collect::<Vec<_>>().join(", ")
}

/// Says that every province has a figure.
pub fn all_covered(lang: Lang, covered: &Covered<'_>) -> String {
    let (time, units) = (covered.time(lang), n_units(lang, covered.of));
    match lang {
        Lang::Vi => format!("{time}: có số liệu của đủ {units}."),
        Lang::En => format!("{time}: figures of all {units}."),
    }
}

/// Says that some provinces have no figure, because none was published.
pub fn all_released(lang: Lang, covered: &Covered<'_>) -> String {
    let (time, share) = (covered.time(lang), covered.share(lang));
    let missing = list(lang, covered.missing);
    let without = match lang {
        _ if missing.is_empty() => String::new(),
        Lang::Vi => format!("; không có {missing}"),
        Lang::En => format!("; without {missing}"),
    };
    match lang {
        Lang::Vi => format!(
            "{time}: có số liệu của {share}, là tất cả những gì nơi công bố đưa ra{without}."
        ),
        Lang::En => {
            format!("{time}: figures of {share}, which is all that was published{without}.")
        }
    }
}

/// Says that the figures of some provinces were published and are not here. `are_places` says that the
/// figures are places, which were counted by their publisher among all.
pub fn partly_here(lang: Lang, covered: &Covered<'_>, are_places: bool) -> String {
    let (time, share) = (covered.time(lang), covered.share(lang));
    let missing = list(lang, covered.missing);
    let without = match lang {
        _ if missing.is_empty() => String::new(),
        Lang::Vi => format!(", thiếu {missing}"),
        Lang::En => format!(", without {missing}"),
    };
    match (lang, are_places) {
        (Lang::Vi, true) => format!("{time}: ở đây chỉ có hạng của {share}{without}."),
        (Lang::Vi, false) => {
            format!(
                "{time}: ở đây chỉ có số liệu của {share}{without}, nên ở đây không tính hạng từ các số ấy."
            )
        }
        (Lang::En, true) => {
            format!("{time}: only the places of {share} are here{without}.")
        }
        (Lang::En, false) => format!(
            "{time}: only figures of {share} are here{without}, so no places are worked out from them."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered<'a>(missing: &'a [&'a str]) -> Covered<'a> {
        Covered { years: "2023", borders: None, n: 61, of: 63, missing }
    }

    fn said(sentence: impl Fn(Lang) -> String) -> [String; 2] {
        Lang::ALL.map(sentence)
    }

    #[test]
    fn years_that_follow_one_another_are_a_range() {
        assert_eq!(years_in_ranges(&[]), "");
        assert_eq!(years_in_ranges(&[2013]), "2013");
        assert_eq!(
            years_in_ranges(&[2011, 2012, 2013, 2015, 2017, 2018]),
            "2011–2013, 2015, 2017–2018"
        );
    }

    #[test]
    fn a_whole_table_has_all() {
        let whole = Covered { years: "2011–2013, 2015", n: 63, ..covered(&[]) };
        assert_eq!(
            said(|lang| all_covered(lang, &whole)),
            [
                "Kỳ 2011–2013, 2015: có số liệu của đủ 63 tỉnh, thành phố.",
                "2011–2013, 2015: figures of all 63 provinces and cities.",
            ]
        );
    }

    #[test]
    fn borders_of_another_day_are_told() {
        let of_today = |lang| {
            let day = if lang == Lang::Vi { "1/7/2025" } else { "July 1, 2025" };
            let of_today =
                Covered { years: "2024", borders: Some(day), n: 34, of: 34, missing: &[] };
            all_covered(lang, &of_today)
        };
        assert_eq!(
            said(of_today),
            [
                "Kỳ 2024, địa giới ngày 1/7/2025: có số liệu của đủ 34 tỉnh, thành phố.",
                "2024, boundaries of July 1, 2025: figures of all 34 provinces and cities.",
            ]
        );
    }

    #[test]
    fn a_complete_table_names_who_was_not_published() {
        assert_eq!(
            said(|lang| all_released(lang, &covered(&["Bình Dương", "Quảng Ninh"]))),
            [
                "Kỳ 2023: có số liệu của 61 trên 63 tỉnh, thành phố, là tất cả những gì nơi công bố đưa \
                 ra; không có Bình Dương và Quảng Ninh.",
                "2023: figures of 61 of the 63 provinces and cities, which is all that was published; \
                 without Bình Dương and Quảng Ninh.",
            ]
        );
        // Too many to be named.
        assert_eq!(
            said(|lang| all_released(lang, &Covered { n: 41, ..covered(&[]) })),
            [
                "Kỳ 2023: có số liệu của 41 trên 63 tỉnh, thành phố, là tất cả những gì nơi công bố đưa ra.",
                "2023: figures of 41 of the 63 provinces and cities, which is all that was published.",
            ]
        );
    }

    #[test]
    fn a_partial_table_is_not_ranked() {
        assert_eq!(
            said(|lang| partly_here(lang, &Covered { n: 31, ..covered(&[]) }, false)),
            [
                "Kỳ 2023: ở đây chỉ có số liệu của 31 trên 63 tỉnh, thành phố, nên ở đây không tính hạng từ các số ấy.",
                "2023: only figures of 31 of the 63 provinces and cities are here, so no places are worked \
                 out from them.",
            ]
        );
        assert_eq!(
            said(|lang| partly_here(lang, &covered(&["Bình Dương", "Quảng Ninh"]), false)),
            [
                "Kỳ 2023: ở đây chỉ có số liệu của 61 trên 63 tỉnh, thành phố, thiếu Bình Dương và Quảng \
                 Ninh, nên ở đây không tính hạng từ các số ấy.",
                "2023: only figures of 61 of the 63 provinces and cities are here, without Bình Dương and \
                 Quảng Ninh, so no places are worked out from them.",
            ]
        );
    }

    #[test]
    fn places_of_a_partial_table_are_those_of_its_publisher() {
        assert_eq!(
            said(|lang| partly_here(lang, &Covered { n: 30, ..covered(&[]) }, true)),
            [
                "Kỳ 2023: ở đây chỉ có hạng của 30 trên 63 tỉnh, thành phố.",
                "2023: only the places of 30 of the 63 provinces and cities are here.",
            ]
        );
    }
}
