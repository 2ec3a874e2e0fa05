//! Sentences with figures in them, in both languages. They take plain words and numbers that the
//! caller has already written in the language; they know no data model.

use super::Lang;
use super::number::{list, number};

mod frame;
mod lineage;
mod promise;
mod ranking;
mod value;

pub use frame::{
    beside_country, disputed_pair, equals_country, n_disputes, only_country, spread, spread_of,
};
pub use lineage::{
    borders, either_side, ended, figures_elsewhere, former, grew, invitation, made_of_since,
    not_followed, part_of_since, side_of_ended, side_of_grown, side_of_unchanged, unchanged,
    units_lead, units_title,
};
pub use promise::{
    Change, Tally, Turn, Weakness, answers_now, day_to_come, days_left, decided_by,
    decided_late_by, disputed_by, division, due, last_known, merged_on, n_days, n_promises,
    no_later_than, no_promise_on, on_the_way, per_year, promise_headline, share, side_of_goal,
    subtraction, tally, to_read, turned, weakness, would_settle,
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

/// Figures that measure different things.
pub fn unlike_definitions(lang: Lang, n_figures: usize, n_definitions: usize) -> String {
    match lang {
        Lang::Vi => format!(
            "{n_figures} con số đo {n_definitions} việc khác nhau: đọc cạnh nhau, đừng trừ cho nhau."
        ),
        Lang::En => format!(
            "These {n_figures} figures measure {n_definitions} different things: read them side by \
             side, do not subtract them."
        ),
    }
}

/// Figures of one definition that still may not be compared.
pub fn not_comparable(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "Không thể trừ các số này cho nhau; lý do ghi ở dưới.",
        Lang::En => "These figures cannot be subtracted from one another; the reasons are below.",
    }
}

/// The best and the last of an order.
pub fn ranked(lang: Lang, best: &str, last: &str, difference: &str, with_care: bool) -> String {
    match (lang, with_care) {
        (Lang::Vi, false) => {
            format!("Cùng một cách đo: {best} đứng đầu, cách {last} {difference}.")
        }
        (Lang::Vi, true) => format!(
            "Cùng một cách đo: {best} đứng đầu, cách {last} {difference}; cần đọc thận trọng."
        ),
        (Lang::En, false) => {
            format!("By one and the same measure first: {best}, {difference} from {last}.")
        }
        (Lang::En, true) => format!(
            "By one and the same measure first: {best}, {difference} from {last}; read with care."
        ),
    }
}

/// All figures are equal.
pub fn all_equal(lang: Lang, with_care: bool) -> &'static str {
    match (lang, with_care) {
        (Lang::Vi, false) => "Cùng một cách đo, và bằng nhau.",
        (Lang::Vi, true) => "Cùng một cách đo, và bằng nhau; cần đọc thận trọng.",
        (Lang::En, false) => "By one and the same measure they are equal.",
        (Lang::En, true) => "By one and the same measure they are equal; read with care.",
    }
}

/// Only one of the provinces looked at reports; or it is the only one looked at.
pub fn only_one(lang: Lang, name: &str, is_alone: bool) -> String {
    match (lang, is_alone) {
        (Lang::Vi, true) => format!("Đang xem riêng {name}: chọn thêm tỉnh để so sánh."),
        (Lang::En, true) => {
            format!("You are looking at {name} alone: choose another province to compare.")
        }
        (Lang::Vi, false) => format!(
            "Trong các tỉnh đang xem, chỉ {name} có số ở các nguồn đã nhập, nên chưa có tỉnh nào \
             để so sánh."
        ),
        (Lang::En, false) => format!(
            "Of the provinces you are looking at, only {name} has a figure in the sources entered \
             so far, so there is no province to compare it with."
        ),
    }
}

/// Nobody reports; some have targets.
pub fn only_targets(lang: Lang, topic: &str, targets: &[&str]) -> String {
    let targets = targets.join("; ");
    match lang {
        Lang::Vi => {
            format!("{topic}: các nguồn đã nhập chỉ có mục tiêu, không có kết quả. {targets}.")
        }
        Lang::En => {
            format!("{topic}: the sources entered so far have targets only, no result. {targets}.")
        }
    }
}

/// A target within a sentence: "BR-VT hứa 80% (hạn 2023)".
pub fn promised(lang: Lang, name: &str, value: &str, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("{name} đặt mục tiêu {value} (hạn {deadline})"),
        (Lang::Vi, None) => format!("{name} đặt mục tiêu {value} (không nêu hạn)"),
        (Lang::En, Some(deadline)) => format!("{name} aims for {value} (by {deadline})"),
        (Lang::En, None) => format!("{name} aims for {value} (no deadline given)"),
    }
}

/// A gap between two provinces, or a province and the country, on the home page.
pub fn gap_headline(
    lang: Lang,
    topic: &str,
    a: (&str, &str),
    b: (&str, &str),
    difference: &str,
) -> String {
    let ((a, a_value), (b, b_value)) = (a, b);
    match lang {
        Lang::Vi => format!("{topic}: {a} {a_value}, {b} {b_value}, chênh {difference}"),
        Lang::En => format!("{topic}: {a} {a_value}, {b} {b_value}, a gap of {difference}"),
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
            format!("{topic}: {n_provinces} tỉnh báo cáo theo {n_definitions} cách đo khác nhau")
        }
        Lang::En => {
            format!("{topic}: {n_provinces} provinces report by {n_definitions} different measures")
        }
    }
}

/// How a difference is read: "a: chênh 6 điểm % so với b".
pub fn pair_line(lang: Lang, a: &str, b: &str, difference: &str, with_care: bool) -> String {
    match (lang, with_care) {
        (Lang::Vi, false) => format!("{a} và {b}: cùng cách đo, chênh {difference}."),
        (Lang::Vi, true) => {
            format!("{a} và {b}: cùng cách đo, chênh {difference}; đọc thận trọng.")
        }
        (Lang::En, false) => format!("{a} and {b}: same measure, {difference} apart."),
        (Lang::En, true) => {
            format!("{a} and {b}: same measure, {difference} apart; read with care.")
        }
    }
}

/// As [`pair_line`], for equal values.
pub fn equal_line(lang: Lang, a: &str, b: &str, with_care: bool) -> String {
    match (lang, with_care) {
        (Lang::Vi, false) => format!("{a} và {b}: cùng cách đo, bằng nhau."),
        (Lang::Vi, true) => format!("{a} và {b}: cùng cách đo, bằng nhau; đọc thận trọng."),
        (Lang::En, false) => format!("{a} and {b}: same measure, equal."),
        (Lang::En, true) => format!("{a} and {b}: same measure, equal; read with care."),
    }
}

/// The order by one definition: "1. A; 2. B (2 units ranked)".
pub fn order_line(lang: Lang, measure: &str, places: &[String]) -> String {
    let n = places.len();
    let places = places.join("; ");
    match lang {
        Lang::Vi => format!("Thứ tự theo “{measure}” ({n} tỉnh): {places}."),
        Lang::En => format!("Order by “{measure}” ({n} provinces): {places}."),
    }
}

/// The definitions that differ: "3 cách đo khác nhau: …".
pub fn definitions_line(lang: Lang, names: &[&str]) -> String {
    let n = names.len();
    let names = names.join("; ");
    match lang {
        Lang::Vi => format!("{n} cách đo khác nhau: {names}."),
        Lang::En => format!("{n} different definitions: {names}."),
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

/// Provinces without a figure.
pub fn without_figures(lang: Lang, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!("Các nguồn đã nhập không có số của {names} về chủ đề này."),
        Lang::En => format!("The sources entered so far have no figure of {names} on this topic."),
    }
}

/// Provinces without a figure of the chosen year.
pub fn no_figures_of_year(lang: Lang, year: i32, names: &[&str]) -> String {
    let names = list(lang, names);
    match lang {
        Lang::Vi => format!("Không có số năm {year} của {names}; trang không mượn số năm khác."),
        Lang::En => {
            format!("No figure of {names} for {year}; no other year stands in for it.")
        }
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

/// A fragment that names no figure.
pub fn no_such_figure(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Vi => format!("Không có con số nào mang mã “{id}”."),
        Lang::En => format!("There is no figure with the id “{id}”."),
    }
}

/// A part of the data that could not be loaded.
pub fn lost_part(lang: Lang, part: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Không tải được số liệu của {part} (tệp thiếu hoặc hỏng). Các phần khác vẫn đúng và đủ."
        ),
        Lang::En => format!(
            "The data of {part} could not be loaded (file missing or broken). The other parts are \
             correct and complete."
        ),
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
pub fn all_targets(lang: Lang, topic: &str, targets: &[&str]) -> String {
    let targets = targets.join("; ");
    match lang {
        Lang::Vi => format!("{topic}, các mục tiêu: {targets}."),
        Lang::En => format!("{topic}, the targets: {targets}."),
    }
}
