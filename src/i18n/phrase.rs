//! Sentences and phrases with figures in them, in both languages. They take plain words, and numbers
//! that the caller has already written in the language. They know no data model.

use super::Lang;
use super::number::{list, number};

mod awaited;
mod chart;
mod choosing;
mod concluded;
mod coverage;
mod frame;
mod lacking;
mod lead;
mod lineage;
mod promise;
mod province;
mod ranking;
mod reported;
mod states;
mod value;

pub use awaited::{expected_between, next_edition_not_found};
pub use chart::{
    ResultNoun, chart_counts, chart_range, over_the_years, rank_in_edition, result_of,
};
pub use choosing::{
    has_no_promises, last_province, no_room_for, province_toggled, remove_province, too_many_chosen,
};
pub use concluded::{
    Care, all_equal, context_only, difference_with_care, higher_by, not_all_here, not_comparable,
    of_different_years, order_line, pair_line, ranked_above, unlike_definitions,
};
pub use coverage::{Covered, all_covered, all_released, partly_here, years_in_ranges};
pub use frame::{
    caveat_forbids_difference, compared_with_country, disputed_pair, equals_country,
    largest_difference, largest_difference_of, n_disputes,
};
pub use lacking::{
    FigureKind, Narrowing, left_out_for_caveats, not_counted, only_country, only_one,
    only_results_with_caveats, only_targets, only_targets_with_caveats, told_below,
    without_figures,
};
pub use lead::{home_lead, n_definitions};
pub use lineage::{
    ask_for_source, borders, figures_around_merger, figures_elsewhere, figures_of_ended_unit,
    figures_of_enlarged_unit, figures_of_unchanged_unit, former_unit, made_of_since, not_followed,
    now_part_of, now_with, part_of_since, promises_not_followed, took_in_on, unit_ended,
    unit_ended_into, unit_enlarged, unit_took_in, unit_unchanged, units_lead, units_title,
    with_borders,
};
pub use promise::{
    ChangeUnit, Demand, Weakness, aimed_at, day_in_future, days_left, decided_by, decided_late_by,
    deciding_figure, demand_change, difference_formula, disputed_by, due_date,
    latest_before_deadline, latest_figure, measure_and_promise, n_days, n_of, n_promises,
    n_qualitative, no_later_than, no_promise_on, no_such_day, now_responsible, pace_formula,
    per_year, progress_on_path, promise_headline, promised_in_words, result_or_target,
    round_for_reading, short_or_beyond, unit_changed, usually_published, weakness,
};
pub use province::{
    earlier_figures, how_peers_are_found, place_in_region, places_next_to_it, places_since,
    product_per_head, province_lead, stands_at,
};
pub use ranking::{
    MergerStage, after_taking_in, break_of_base, breaks_of_method, edition_name, edition_year,
    how_worked_out, includes_others, mean_of_parts, merged_away, merged_into, n_known, n_of_units,
    n_units, name_and_place, newest_complete, no_edition, out_of, place_range, places_in_edition,
    places_not_found, together_with, worked_out_for, year_published, year_worked_out,
};
pub use reported::{BriefFigures, Origin, brief_figure, reported_briefly, reported_results};
pub use states::{
    as_of, due_counts, n_awaited, outcome_unknown, state_counts, state_counts_as_of, states_among,
};
pub use value::{
    BoundWord, DifferenceUnit, country_label, difference, rank, target_label, unit_name,
    with_bound, with_unit,
};

/// A number with its noun in the singular or plural: "3 targets", "3 mục tiêu".
fn count_of(lang: Lang, n: usize, vi: &str, one: &str, many: &str) -> String {
    let noun = match lang {
        Lang::Vi => vi,
        Lang::En if n == 1 => one,
        Lang::En => many,
    };
    format!("{} {noun}", number(lang, n as f64))
}

/// "3 mục tiêu", "1 target".
pub fn n_targets(lang: Lang, n: usize) -> String {
    count_of(lang, n, "mục tiêu", "target", "targets")
}

/// "3 kết quả", "1 result".
pub fn n_results(lang: Lang, n: usize) -> String {
    count_of(lang, n, "kết quả", "result", "results")
}

/// How many entries a search found: "Tìm thấy 3 mục", "Found 1 entry".
pub fn n_found(lang: Lang, n: usize) -> String {
    let verb = match lang {
        Lang::Vi => "Tìm thấy",
        Lang::En => "Found",
    };
    format!("{verb} {}", count_of(lang, n, "mục", "entry", "entries"))
}

/// "4 tỉnh", "1 province".
pub fn n_provinces(lang: Lang, n: usize) -> String {
    count_of(lang, n, "tỉnh", "province", "provinces")
}

/// "4 tỉnh đang theo dõi", "1 followed province".
pub fn n_followed(lang: Lang, n: usize) -> String {
    count_of(lang, n, "tỉnh đang theo dõi", "followed province", "followed provinces")
}

/// "5 nguồn", "1 source".
pub fn n_sources(lang: Lang, n: usize) -> String {
    count_of(lang, n, "nguồn", "source", "sources")
}

/// "2 con số", "1 figure".
pub fn n_figures(lang: Lang, n: usize) -> String {
    count_of(lang, n, "con số", "figure", "figures")
}

/// A value that the source does not give, so that this site inferred it: "2023, suy ra".
pub fn inferred(lang: Lang, value: &str) -> String {
    format!("{value}{}", inferred_mark(lang))
}

/// What is written after an inferred value.
pub fn inferred_mark(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => ", suy ra",
        Lang::En => ", inferred",
    }
}

/// The name of what a province answered on a date.
pub fn replied_on(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("Tỉnh trả lời (ngày {date})"),
        Lang::En => format!("The province answers ({date})"),
    }
}

/// One result within a sentence: "Khánh Hòa 56% (2020)".
pub fn reported_figure(name: &str, value: &str, period: &str) -> String {
    format!("{name} {value} ({period})")
}

/// A target within a sentence: "BR-VT hứa 80% (hạn 2023)".
pub fn promised_target(lang: Lang, name: &str, value: &str, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("{name} đặt mục tiêu {value} (hạn {deadline})"),
        (Lang::Vi, None) => format!("{name} đặt mục tiêu {value} (không nêu hạn)"),
        (Lang::En, Some(deadline)) => format!("{name} set a target of {value} (due {deadline})"),
        (Lang::En, None) => format!("{name} set a target of {value} (no deadline given)"),
    }
}

/// A gap between the results of two provinces, or of a province and the country, on the home page.
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

/// Lists the definitions that differ: "Các cách đo khác nhau: …".
pub fn definitions_line(lang: Lang, names: &[&str]) -> String {
    let names = names.join("; ");
    match lang {
        Lang::Vi => format!("Các cách đo khác nhau: {names}."),
        Lang::En => format!("Different definitions: {names}."),
    }
}

/// Lists the dates that differ.
pub fn dates_line(lang: Lang, dates: &[&str]) -> String {
    let dates = dates.join("; ");
    match lang {
        Lang::Vi => format!("Thời điểm khác nhau: {dates}."),
        Lang::En => format!("Different dates: {dates}."),
    }
}

/// Says that a new day has begun since the page was made for the day `told`.
pub fn day_has_changed(lang: Lang, told: &str, today: &str) -> String {
    match lang {
        Lang::Vi => format!("Trang này đang tính đến ngày {told}; hôm nay là {today}."),
        Lang::En => format!("This page stands at {told}; today is {today}."),
    }
}

/// Says that the device's clock says a day before the page was made, and that the page stands at `told`.
pub fn clock_too_early(lang: Lang, says: &str, told: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Đồng hồ của máy này đang chỉ ngày {says}, sớm hơn ngày làm ra trang, nên chắc chắn sai. \
             Trang tính đến ngày {told}."
        ),
        Lang::En => format!(
            "The clock of this device says {says}, which is before this page was made, so it is wrong. \
             The page stands at {told}."
        ),
    }
}

/// Says that the device's clock says a day long after the page was made, and that the page stands at
/// `told`.
pub fn clock_too_late(lang: Lang, says: &str, told: &str) -> String {
    match lang {
        Lang::Vi => format!(
            "Đồng hồ của máy này đang chỉ ngày {says}, muộn hơn ngày làm ra trang quá 5 năm, nên có lẽ \
             sai. Trang tính đến ngày {told}, ngày trang được làm."
        ),
        Lang::En => format!(
            "The clock of this device says {says}, more than 5 years after this page was made, so it is \
             probably wrong. The page stands at {told}, the day it was made."
        ),
    }
}

/// Says that a value in the URL is invalid and was ignored.
pub fn ignored_value(lang: Lang, key: &str, value: &str, what: Option<&str>) -> String {
    match (lang, what) {
        (Lang::Vi, Some(what)) => {
            format!("Địa chỉ có “{key}={value}”: ở đây không có {what} nào như thế, nên đã bỏ qua.")
        }
        (Lang::En, Some(what)) => {
            format!(
                "The address has “{key}={value}”: there is no such {what} here, so it was ignored."
            )
        }
        (Lang::Vi, None) => {
            format!("Địa chỉ có “{key}={value}”, không có nghĩa ở đây nên đã bỏ qua.")
        }
        (Lang::En, None) => {
            format!("The address has “{key}={value}”, which means nothing here and was ignored.")
        }
    }
}

/// Says that a key occurs more than once in the URL, and that this value was ignored for a later one.
pub fn repeated_value(lang: Lang, key: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Địa chỉ có “{key}” nhiều lần: đã lấy giá trị sau, bỏ qua “{value}”."),
        Lang::En => {
            format!(
                "The address has “{key}” more than once: the last counts, “{value}” was ignored."
            )
        }
    }
}

/// Says that no figure has the id in the fragment.
pub fn no_such_figure(lang: Lang, id: &str) -> String {
    match lang {
        Lang::Vi => format!("Không có con số nào mang mã “{id}”."),
        Lang::En => format!("There is no figure with the id “{id}”."),
    }
}

/// Where in its source a figure is. The data write a paragraph as "¶14", and a place in words in
/// Vietnamese and, after " · ", in English. Other locators stay as they are.
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

/// Says which copy of a source was read, if nobody saw the original.
///
/// ```
/// use tinhso::i18n::{Lang, phrase::through_copy};
/// let said = through_copy(Lang::En, "LuatVietnam, text of 2024");
/// assert_eq!(said, "read through the copy LuatVietnam, text of 2024, the original was not seen");
/// ```
pub fn through_copy(lang: Lang, copy: &str) -> String {
    match lang {
        Lang::Vi => format!("đọc qua bản chép {copy}, chưa thấy trang gốc"),
        Lang::En => format!("read through the copy {copy}, the original was not seen"),
    }
}

/// When a source was read: "ngày đọc: 5/3/2024".
pub fn date_read(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("ngày đọc: {date}"),
        Lang::En => format!("date read: {date}"),
    }
}

/// How many figures were taken from another source and also stand in this one.
pub fn n_figures_also_here(lang: Lang, n: usize) -> String {
    let figures = n_figures(lang, n);
    match lang {
        Lang::Vi => format!("{figures} lấy từ nguồn khác cũng có ở đây"),
        Lang::En if n == 1 => format!("{figures} from another source, which is here, too"),
        Lang::En => format!("{figures} from other sources, which are here, too"),
    }
}

/// The targets of a topic, where the reader asked only for targets. `targets` are sentences.
pub fn all_targets(lang: Lang, topic: &str, targets: &str) -> String {
    match lang {
        Lang::Vi => format!("{topic}, các mục tiêu. {targets}"),
        Lang::En => format!("{topic}, the targets. {targets}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_province_that_was_added_or_left_out_is_named() {
        let said = |is_shown| Lang::ALL.map(|lang| province_toggled(lang, "P", is_shown));
        assert_eq!(said(true), ["Đã thêm P.", "P was added."]);
        assert_eq!(said(false), ["Đã bỏ P.", "P was left out."]);
    }
}
