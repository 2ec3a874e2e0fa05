//! Sentences with figures in them, in both languages. They take plain words and numbers that the
//! caller has already written in the language; they know no data model.

use super::Lang;
use super::number::{list, number};

mod concluded;
mod frame;
mod lacking;
mod lineage;
mod promise;
mod ranking;
mod value;

pub use concluded::{
    all_equal, apart_with_care, equal_line, higher_by, not_comparable, order_line, pair_line,
    ranked_above, unlike_definitions,
};
pub use frame::{
    beside_country, caveat_forbids, disputed_pair, equals_country, n_disputes, spread, spread_of,
};
pub use lacking::{
    Asked, Figures, left_out_for_caveats, only_country, only_one, only_results_with_caveats,
    only_targets, only_targets_with_caveats, without_figures,
};
pub use lineage::{
    borders, either_side, ended, figures_elsewhere, former, grew, invitation, made_of_since,
    not_followed, part_of_since, side_of_ended, side_of_grown, side_of_unchanged, unchanged,
    units_lead, units_title,
};
pub use promise::{
    Change, Turn, Weakness, answers_now, counts, day_to_come, days_left, decided_by,
    decided_late_by, disputed_by, division, due, in_words, last_known, merged_on, n_days,
    n_promises, n_qualitative, no_later_than, no_promise_on, of_them_awaited, on_the_way, per_year,
    promise_headline, promised_of, share, side_of_goal, subtraction, tally, to_read, turned,
    usually_published, weakness, would_settle,
};
pub use ranking::{
    Stage, among, break_of_base, breaks_of_method, class, edition, edition_year, enlarged,
    merged_away, n_known, n_of_units, n_units, newest_complete, no_edition, placed, places,
    places_not_found, together_with,
};
pub use value::{BoundWord, DifferenceUnit, bounded, country_mark, difference, rank, target_mark};

/// `n` with the noun in its number: "3 targets", "3 mục tiêu".
fn counted(lang: Lang, n: usize, vi: &str, one: &str, many: &str) -> String {
    let noun = match lang {
        Lang::Vi => vi,
        Lang::En if n == 1 => one,
        Lang::En => many,
    };
    format!("{} {noun}", number(lang, n as f64))
}

/// "3 mục tiêu", "1 target".
pub fn n_targets(lang: Lang, n: usize) -> String {
    counted(lang, n, "mục tiêu", "target", "targets")
}

/// "3 kết quả", "1 result".
pub fn n_results(lang: Lang, n: usize) -> String {
    counted(lang, n, "kết quả", "result", "results")
}

/// How much a search found: "Tìm thấy 3 mục", "Found 1 entry".
pub fn found(lang: Lang, n: usize) -> String {
    let verb = match lang {
        Lang::Vi => "Tìm thấy",
        Lang::En => "Found",
    };
    format!("{verb} {}", counted(lang, n, "mục", "entry", "entries"))
}

/// "4 tỉnh", "1 province".
pub fn n_provinces(lang: Lang, n: usize) -> String {
    counted(lang, n, "tỉnh", "province", "provinces")
}

/// "5 nguồn", "1 source".
pub fn n_sources(lang: Lang, n: usize) -> String {
    counted(lang, n, "nguồn", "source", "sources")
}

/// "2 con số", "1 figure".
pub fn n_figures(lang: Lang, n: usize) -> String {
    counted(lang, n, "con số", "figure", "figures")
}

/// What the site holds, in one sentence.
pub fn home_lead(
    lang: Lang,
    n_targets: usize,
    n_results: usize,
    provinces: &[&str],
    years: (i32, i32),
    n_sources: usize,
) -> String {
    let (targets, results) = (self::n_targets(lang, n_targets), self::n_results(lang, n_results));
    let (provinces, sources) = (list(lang, provinces), self::n_sources(lang, n_sources));
    let (from, to) = years;
    match lang {
        Lang::Vi => format!(
            "{targets} và {results} của {provinces}, {from}–{to}, lấy từ {sources}. Mỗi con số đều \
             có nguồn, và chỉ được so sánh khi đo cùng một việc."
        ),
        Lang::En => format!(
            "{targets} and {results} of {provinces}, {from}–{to}, from {sources}. Every number has \
             its source, and is compared only with numbers that measure the same thing."
        ),
    }
}

/// A value that the source does not give and this site concluded: "2023, suy ra".
pub fn inferred(lang: Lang, value: &str) -> String {
    format!("{value}{}", inferred_mark(lang))
}

/// What stands behind such a value.
pub fn inferred_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => ", suy ra",
        Lang::En => ", inferred",
    }
}

/// After a figure that has a caveat, wherever it stands without it: "100%, có lưu ý".
pub fn caveated(lang: Lang, figure: &str) -> String {
    match lang {
        Lang::Vi => format!("{figure}, có lưu ý"),
        Lang::En => format!("{figure}, with a caveat"),
    }
}

/// One reported figure within a sentence: "Khánh Hòa 56% (2020)".
pub fn reported(name: &str, value: &str, period: &str) -> String {
    format!("{name} {value} ({period})")
}

/// The reported figures of one measure, as a sentence: "Hồ sơ nộp trực tuyến, theo báo cáo: Bạc Liêu
/// khoảng 4% (10/2022)."
pub fn measured(lang: Lang, measure: &str, figures: &[String]) -> String {
    let figures = figures.join(", ");
    match lang {
        Lang::Vi => format!("{measure}, theo báo cáo: {figures}."),
        Lang::En => format!("{measure}, as reported: {figures}."),
    }
}

/// A target within a sentence: "BR-VT hứa 80% (hạn 2023)".
pub fn promised(lang: Lang, name: &str, value: &str, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("{name} đặt mục tiêu {value} (hạn {deadline})"),
        (Lang::Vi, None) => format!("{name} đặt mục tiêu {value} (không nêu hạn)"),
        (Lang::En, Some(deadline)) => format!("{name} set a target of {value} (due {deadline})"),
        (Lang::En, None) => format!("{name} set a target of {value} (no deadline given)"),
    }
}

/// A gap between two provinces' results, or a province's and the country's, on the home page.
pub fn gap_headline(
    lang: Lang,
    topic: &str,
    a: (&str, &str),
    b: (&str, &str),
    date: &str,
    difference: &str,
) -> String {
    let ((a, a_value), (b, b_value)) = (a, b);
    match lang {
        Lang::Vi => format!("{topic}, {date}: {a} {a_value}, {b} {b_value}, chênh {difference}"),
        Lang::En => {
            format!("{topic}, {date}: {a} {a_value}, {b} {b_value}, a gap of {difference}")
        }
    }
}

/// A gap between two targets due in the same year, on the home page.
pub fn target_gap_headline(
    lang: Lang,
    topic: &str,
    a: (&str, &str),
    b: (&str, &str),
    due: &str,
    difference: &str,
) -> String {
    let ((a, a_value), (b, b_value)) = (a, b);
    match lang {
        Lang::Vi => format!(
            "{topic}, mục tiêu hạn {due}: {a} đặt {a_value}, {b} đặt {b_value}, chênh {difference}"
        ),
        Lang::En => format!(
            "{topic}, targets due {due}: {a} set {a_value}, {b} set {b_value}, a gap of \
             {difference}"
        ),
    }
}

/// A topic measured by several definitions, on the home page.
pub fn unlike_headline(
    lang: Lang,
    topic: &str,
    n_provinces: usize,
    n_definitions: usize,
) -> String {
    match lang {
        Lang::Vi => {
            format!("{topic}: số của {n_provinces} tỉnh theo {n_definitions} cách đo khác nhau")
        }
        Lang::En => {
            format!(
                "{topic}: figures of {n_provinces} provinces by {n_definitions} different measures"
            )
        }
    }
}

/// The definitions that differ: "Các cách đo khác nhau: …".
pub fn definitions_line(lang: Lang, names: &[&str]) -> String {
    let names = names.join("; ");
    match lang {
        Lang::Vi => format!("Các cách đo khác nhau: {names}."),
        Lang::En => format!("Different definitions: {names}."),
    }
}

/// The dates that differ.
pub fn dates_line(lang: Lang, dates: &[&str]) -> String {
    let dates = dates.join("; ");
    match lang {
        Lang::Vi => format!("Thời điểm khác nhau: {dates}."),
        Lang::En => format!("Different dates: {dates}."),
    }
}

/// That another day has begun since a page was made that tells what is so on a day.
pub fn another_day(lang: Lang, told: &str, today: &str) -> String {
    match lang {
        Lang::Vi => format!("Trang này đang tính đến ngày {told}; hôm nay là {today}."),
        Lang::En => format!("This page stands at {told}; today is {today}."),
    }
}

/// A value of the URL that means nothing.
pub fn ignored(lang: Lang, key: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Địa chỉ có “{key}={value}”, không có nghĩa ở đây nên đã bỏ qua."),
        Lang::En => {
            format!("The address has “{key}={value}”, which means nothing here and was ignored.")
        }
    }
}

/// A value of an address that has another one of the same key, of which only one can count.
pub fn replaced(lang: Lang, key: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Địa chỉ có “{key}” nhiều lần: đã lấy giá trị sau, bỏ qua “{value}”."),
        Lang::En => {
            format!(
                "The address has “{key}” more than once: the last counts, “{value}” was ignored."
            )
        }
    }
}

/// A fragment that names no figure.
pub fn no_such_figure(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Vi => format!("Không có con số nào mang mã “{id}”."),
        Lang::En => format!("There is no figure with the id “{id}”."),
    }
}

/// The title of a province's page.
pub fn province_lead(lang: Lang, n_targets: usize, n_results: usize, n_sources: usize) -> String {
    let (targets, results) = (self::n_targets(lang, n_targets), self::n_results(lang, n_results));
    let sources = self::n_sources(lang, n_sources);
    match lang {
        Lang::Vi => format!("{targets} và {results} từ {sources}."),
        Lang::En => format!("{targets} and {results} from {sources}."),
    }
}

/// Title and description of a chart.
pub fn chart_description(lang: Lang, figures: &[String]) -> String {
    let figures = figures.join("; ");
    match lang {
        Lang::Vi => format!("Các con số trong hình: {figures}."),
        Lang::En => format!("The figures in the chart: {figures}."),
    }
}

/// A paragraph of a source: "đoạn 14". A place in words is written in Vietnamese and, after " · ", in
/// English; other locators stay as they are.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::locator};
/// assert_eq!(locator(Lang::Vi, "¶14"), "đoạn 14");
/// assert_eq!(locator(Lang::En, "cả trang · the whole page"), "the whole page");
/// assert_eq!(locator(Lang::Vi, "Bảng 2"), "Bảng 2");
/// ```
pub fn locator(lang: Lang, locator: &str) -> String {
    match (lang, locator.strip_prefix('¶'), locator.split_once(" · ")) {
        (Lang::Vi, Some(n), _) => format!("đoạn {n}"),
        (Lang::En, Some(n), _) => format!("paragraph {n}"),
        (Lang::Vi, None, Some((vi, _))) => vi.to_owned(),
        (Lang::En, None, Some((_, en))) => en.to_owned(),
        (_, None, None) => locator.to_owned(),
    }
}

/// Targets in a sentence, where only targets were asked for.
pub fn all_targets(lang: Lang, topic: &str, targets: &str) -> String {
    match lang {
        Lang::Vi => format!("{topic}, các mục tiêu. {targets}"),
        Lang::En => format!("{topic}, the targets. {targets}"),
    }
}
