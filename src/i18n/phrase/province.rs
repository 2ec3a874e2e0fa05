//! What the page of a province says of its own figures.

use super::{count_of, list, n_results, n_sources, n_targets};
use crate::i18n::Lang;
use crate::i18n::number::ordinal;

/// What a province's page contains, in one sentence under its title. Figures of the context, such as the
/// population, are no results of digital transformation, so they are counted apart; without any they are
/// not named.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::province_lead};
/// assert_eq!(province_lead(Lang::Vi, 3, 1264, 0, 9), "3 mục tiêu và 1.264 kết quả từ 9 nguồn.");
/// assert_eq!(
///     province_lead(Lang::En, 3, 264, 22, 9),
///     "3 targets, 264 results, and 22 context figures from 9 sources."
/// );
/// ```
pub fn province_lead(
    lang: Lang,
    n_targets: usize,
    n_results: usize,
    n_of_context: usize,
    n_sources: usize,
) -> String {
    let mut counts = vec![self::n_targets(lang, n_targets), self::n_results(lang, n_results)];
    if n_of_context > 0 {
        counts.push(count_of(
            lang,
            n_of_context,
            "số liệu bối cảnh",
            "figure of the context",
            "context figures",
        ));
    }
    let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
    let (counts, sources) = (list(lang, &counts), self::n_sources(lang, n_sources));
    match lang {
        Lang::Vi => format!("{counts} từ {sources}."),
        Lang::En => format!("{counts} from {sources}."),
    }
}

/// Where a province stands in an index, in a sentence that is the same in both languages. The first of `remarks`
/// is the date.
///
/// ```
/// use tinhso::i18n::phrase::stands_at;
/// let remarks = ["2024".to_owned(), "new boundaries".to_owned()];
/// assert_eq!(stands_at("PCI", "9th of 63", &remarks), "PCI: 9th of 63 (2024, new boundaries).");
/// ```
pub fn stands_at(index: &str, place: &str, remarks: &[String]) -> String {
    format!("{index}: {place} ({}).", remarks.join(", "))
}

/// The places next to that of a province, the best first.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::places_next_to_it};
/// let places = [("Huế", 5), ("Lào Cai", 7)];
/// assert_eq!(places_next_to_it(Lang::Vi, &places), "Đứng cạnh: Huế thứ 5, Lào Cai thứ 7");
/// assert_eq!(places_next_to_it(Lang::En, &places), "Next to it: Huế 5th, Lào Cai 7th");
/// ```
pub fn places_next_to_it(lang: Lang, places: &[(&str, u32)]) -> String {
    let told = |(name, rank): &(&str, u32)| format!("{name} {}", ordinal(lang, *rank));
    let told: Vec<String> = places.iter().map(told).collect();
    let told = told.join(", ");
    match lang {
        Lang::Vi => format!("Đứng cạnh: {told}"),
        Lang::En => format!("Next to it: {told}"),
    }
}

/// The place of a province among those of its region, which no publisher prints.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::place_in_region};
/// let place = |lang, region| place_in_region(lang, region, 2, 6);
/// assert_eq!(place(Lang::Vi, "Đông Nam Bộ"), "vùng Đông Nam Bộ: thứ 2 trên 6, trang này đếm");
/// assert_eq!(place(Lang::En, "Southeast"), "Southeast region: 2nd of 6, counted here");
/// ```
pub fn place_in_region(lang: Lang, region: &str, place: usize, of: usize) -> String {
    let [place, of] = [place, of].map(|n| u32::try_from(n).unwrap_or(u32::MAX));
    let place = super::rank(lang, (place, None), Some(of), false);
    match lang {
        Lang::Vi => format!("vùng {region}: {place}, trang này đếm"),
        Lang::En => format!("{region} region: {place}, counted here"),
    }
}

/// "GRDP 49,59 triệu đồng mỗi người", "GRDP of 49.59 million dong per head".
pub fn product_per_head(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("GRDP {value} mỗi người"),
        Lang::En => format!("GRDP of {value} per head"),
    }
}

/// By what the peers of a province are found. The date is that of both figures, with their borders.
pub fn how_peers_are_found(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Ba tỉnh có dân số và GRDP bình quân đầu người gần nhất (số năm {date}), ưu tiên tỉnh cùng vùng. \
             Đây không phải xếp hạng."
        ),
        Lang::En => format!(
            "The three closest in population and GRDP per head (figures of {date}); the same region counts \
             as closer. This is not a ranking."
        ),
    }
}

/// By how many places a province went up (a positive number) or down since an earlier edition.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::places_since};
/// assert_eq!(places_since(Lang::Vi, 3, "2023"), "lên 3 bậc so với 2023");
/// assert_eq!(places_since(Lang::En, -1, "2023"), "down 1 place on 2023");
/// assert_eq!(places_since(Lang::En, 0, "2023"), "the same as in 2023");
/// ```
pub fn places_since(lang: Lang, by: i32, year: &str) -> String {
    let n = by.unsigned_abs() as usize;
    let places = count_of(lang, n, "bậc", "place", "places");
    match (lang, by) {
        (Lang::Vi, 0) => format!("bằng năm {year}"),
        (Lang::En, 0) => format!("the same as in {year}"),
        (Lang::Vi, 1..) => format!("lên {places} so với {year}"),
        (Lang::En, 1..) => format!("up {places} on {year}"),
        (Lang::Vi, _) => format!("xuống {places} so với {year}"),
        (Lang::En, _) => format!("down {places} on {year}"),
    }
}

/// How many results of a measure came before its newest one, and of which years: "13 kỳ trước,
/// 2011–2023". Results that are no editions are called figures.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::earlier_figures};
/// assert_eq!(earlier_figures(Lang::Vi, 13, true, (2011, 2023)), "13 kỳ trước, 2011–2023");
/// assert_eq!(earlier_figures(Lang::En, 13, false, (2011, 2023)), "13 earlier figures, 2011–2023");
/// assert_eq!(earlier_figures(Lang::En, 3, false, (2024, 2024)), "3 earlier figures, 2024");
/// ```
pub fn earlier_figures(lang: Lang, n: usize, are_editions: bool, years: (i32, i32)) -> String {
    let count = if are_editions {
        count_of(lang, n, "kỳ trước", "earlier edition", "earlier editions")
    } else {
        count_of(lang, n, "số liệu trước", "earlier figure", "earlier figures")
    };
    let (first, last) = years;
    if first == last { format!("{count}, {last}") } else { format!("{count}, {first}–{last}") }
}
