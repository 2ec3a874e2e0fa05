//! Sentences about promises: what was promised, what became of it, and the formulas with their numbers.

use super::count_of;
use crate::i18n::Lang;
use crate::i18n::number::number;

/// "3 lời hứa", "1 promise".
pub fn n_promises(lang: Lang, n: usize) -> String {
    count_of(lang, n, "lời hứa", "promise", "promises")
}

/// "3 ngày", "1 day".
pub fn n_days(lang: Lang, n: usize) -> String {
    count_of(lang, n, "ngày", "day", "days")
}

/// A number of promises out of a total: "2/20".
pub fn n_of(lang: Lang, n: usize, of: usize) -> String {
    format!("{}/{}", number(lang, n as f64), number(lang, of as f64))
}

/// "Mục tiêu 70%", "Target: 70%".
pub fn aimed_at(lang: Lang, value: &str) -> String {
    match lang {
        Lang::Vi => format!("Mục tiêu {value}"),
        Lang::En => format!("Target: {value}"),
    }
}

/// When the figure that would decide is usually published: the shortest and the longest lag of `n`
/// earlier editions, in days, and the last day on which the next one is not later than those.
pub fn usually_published(lang: Lang, n: usize, (from, to): (i32, i32), by: &str) -> String {
    let n = number(lang, n as f64);
    match lang {
        Lang::Vi => format!(
            "{n} kỳ trước biết được ngày công bố đều ra sau khi hết năm từ {from} đến {to} ngày; nếu không chậm \
             hơn thế, kỳ này ra không muộn hơn {by}."
        ),
        Lang::En => format!(
            "The {n} earlier editions whose day of publication is known here came out {from} to {to} days \
             after the end of their year; unless it is later than those, this one comes by {by}."
        ),
    }
}

/// Promises in words alone for one measure. Each of `promises` says who made it and when it is due:
/// "Khánh Hòa, hạn 2030".
pub fn promised_in_words(lang: Lang, measure: &str, promises: &[String]) -> String {
    let promises = promises.join("; ");
    match lang {
        Lang::Vi => format!("{measure}: hứa bằng lời, không kèm con số ({promises})."),
        Lang::En => format!("{measure}: promised in words, without a figure ({promises})."),
    }
}

/// How many promises are in words alone, which no count includes. `is_all` is true if there are no
/// other promises. Empty for none.
pub fn n_qualitative(lang: Lang, n: usize, is_all: bool) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::Vi, n) if is_all => {
            format!("{n} lời hứa bằng lời, không kèm con số: chỉ liệt kê, không phán xét.")
        }
        (Lang::En, n) if is_all => {
            let promises = n_promises(lang, n);
            format!("{promises} in words, without a figure: only listed, and not judged.")
        }
        (Lang::Vi, n) => format!("Thêm {n} lời hứa bằng lời, không kèm con số: liệt kê ở cuối trang, không phán xét."),
        (Lang::En, 1) => "One more promise is in words, without a figure: it is listed at the end, and not judged.".to_owned(),
        (Lang::En, n) => format!("{n} more promises are in words, without a figure: they are listed at the end, and not judged."),
    }
}

/// Says that no promise was known on a day.
pub fn no_promise_on(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Vi => format!("Đến {day}, các nguồn đã nhập chưa ghi lời hứa nào."),
        Lang::En => format!("By {day}, the sources entered so far had recorded no promise."),
    }
}

/// Says that the day asked for is in the future, so that the page uses today.
pub fn day_in_future(lang: Lang, asked: &str, today: &str) -> String {
    match lang {
        Lang::Vi => format!("Ngày {asked} chưa tới, nên trang tính đến hôm nay, {today}."),
        Lang::En => format!("{asked} is still to come, so this page stands at today, {today}."),
    }
}

/// Says that a date in the date field is incomplete, impossible, in the future, or too early for the field, so
/// that the page stays as it is. The first day is that of the field.
pub fn no_such_day(lang: Lang, shown: &str) -> String {
    match lang {
        Lang::Vi => {
            format!(
                "Từ 1/1/2015 đến hôm nay không có ngày như vừa nhập, nên trang vẫn tính đến {shown}."
            )
        }
        Lang::En => format!(
            "There is no such day between January 1, 2015 and today, so this page still stands at {shown}."
        ),
    }
}

/// What was promised, as a heading: "Hóa đơn nước không dùng tiền mặt, hứa 80%".
pub fn measure_and_promise(lang: Lang, measure: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!("{measure}, hứa {value}"),
        Lang::En => format!("{measure}, promised {value}"),
    }
}

/// When a promise is due: "hạn 2023", "due 2023".
pub fn due_date(lang: Lang, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("hạn {deadline}"),
        (Lang::En, Some(deadline)) => format!("due {deadline}"),
        (Lang::Vi, None) => "không nêu hạn".to_owned(),
        (Lang::En, None) => "no deadline given".to_owned(),
    }
}

/// The result that decides a promise by its deadline.
pub fn decided_by(lang: Lang, value: &str, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Kết quả: {value}, kỳ {period}."),
        Lang::En => format!("Result: {value}, period {period}."),
    }
}

/// The first result after the deadline, which decides a promise late.
pub fn decided_late_by(lang: Lang, value: &str, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Số đầu tiên sau hạn: {value}, kỳ {period}."),
        Lang::En => format!("First figure after the deadline: {value}, period {period}."),
    }
}

/// Lists figures of which some are told as results and others as targets.
pub fn result_or_target(lang: Lang, figures: &[&str]) -> String {
    let figures = figures.join("; ");
    match lang {
        Lang::Vi => format!("Nguồn thì ghi là kết quả, nguồn thì ghi là mục tiêu: {figures}."),
        Lang::En => format!("One source gives a result, another a target: {figures}."),
    }
}

/// Lists the figures that contradict one another.
pub fn disputed_by(lang: Lang, figures: &[&str]) -> String {
    let figures = figures.join("; ");
    match lang {
        Lang::Vi => format!("Các nguồn ghi khác nhau: {figures}."),
        Lang::En => format!("The sources differ: {figures}."),
    }
}

/// The latest known figure of a promise; for `None`, says that there is none.
pub fn latest_figure(lang: Lang, figure: Option<(&str, &str)>) -> String {
    match (lang, figure) {
        (Lang::Vi, Some((value, period))) => format!("Số gần nhất: {value}, kỳ {period}."),
        (Lang::En, Some((value, period))) => format!("Latest figure: {value}, period {period}."),
        (Lang::Vi, None) => "Chưa thấy số nào theo cách đo này.".to_owned(),
        (Lang::En, None) => "No figure by this measure was found.".to_owned(),
    }
}

/// The latest figure of an overdue promise, which is older than its deadline and so cannot decide it.
pub fn latest_before_deadline(lang: Lang, (value, period): (&str, &str)) -> String {
    match lang {
        Lang::Vi => format!("Số gần nhất là của kỳ trước hạn: {value}, kỳ {period}."),
        Lang::En => {
            format!("The latest figure is from before the deadline: {value}, period {period}.")
        }
    }
}

/// The progress from the first to the latest result, and the value of the straight path at that time.
pub fn progress_on_path(lang: Lang, from: (&str, &str), to: (&str, &str), path: &str) -> String {
    let ((from, from_period), (to, to_period)) = (from, to);
    match lang {
        Lang::Vi => format!(
            "Từ {from} ({from_period}) đến {to} ({to_period}); đường thẳng lúc ấy ở mức {path}."
        ),
        Lang::En => format!(
            "From {from} ({from_period}) to {to} ({to_period}); the straight path was at {path} then."
        ),
    }
}

/// Says that the province merged before the deadline.
pub fn unit_changed(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Vi => format!("Địa giới đổi từ {day}, trước hạn."),
        Lang::En => format!("The province changed on {day}, before the deadline."),
    }
}

/// Who is responsible now for a promise of a province that ended (`is_other`) or was enlarged.
pub fn now_responsible(lang: Lang, name: &str, since: &str, is_other: bool) -> String {
    match (lang, is_other) {
        (Lang::Vi, true) => format!("{name} (từ {since}, sau sáp nhập)"),
        (Lang::En, true) => format!("{name} (since {since}, after the merger)"),
        (Lang::Vi, false) => format!("{name}, theo địa giới mới từ {since}"),
        (Lang::En, false) => format!("{name}, in its new boundaries since {since}"),
    }
}

/// How many days are left until the deadline or, if negative, have passed since.
pub fn days_left(lang: Lang, days: i32) -> String {
    let n = n_days(lang, days.unsigned_abs() as usize);
    match (lang, days) {
        (Lang::Vi, 0) => "hôm nay là hạn".to_owned(),
        (Lang::En, 0) => "today is the deadline".to_owned(),
        (Lang::Vi, 1..) => format!("còn {n}"),
        (Lang::En, 1..) => format!("{n} left"),
        (Lang::Vi, _) => format!("hạn đã qua {n}"),
        (Lang::En, _) => format!("{n} past the deadline"),
    }
}

/// What kind of value changes, which decides the words for its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeUnit {
    /// Percentage points or any other amount that grows or shrinks.
    Amount,
    /// Places of a ranking, where a smaller number is a better place.
    Places,
}

/// A change per year in words: "tăng 4,2 điểm % mỗi năm", "tiến 3 bậc mỗi năm". `change` gives the
/// direction, and `amount` is the written change without its sign, with its unit.
pub fn per_year(lang: Lang, change: f64, amount: &str, kind: ChangeUnit) -> String {
    let word = match (lang, kind, change.total_cmp(&0.0)) {
        (Lang::Vi, _, std::cmp::Ordering::Equal) => return "không đổi".to_owned(),
        (Lang::En, _, std::cmp::Ordering::Equal) => return "no change".to_owned(),
        (Lang::Vi, ChangeUnit::Amount, std::cmp::Ordering::Greater) => "tăng",
        (Lang::Vi, ChangeUnit::Amount, _) => "giảm",
        (Lang::Vi, ChangeUnit::Places, std::cmp::Ordering::Greater) => "lùi",
        (Lang::Vi, ChangeUnit::Places, _) => "tiến",
        (Lang::En, ChangeUnit::Amount, std::cmp::Ordering::Greater) => "up",
        (Lang::En, ChangeUnit::Amount, _) => "down",
        (Lang::En, ChangeUnit::Places, std::cmp::Ordering::Greater) => "back",
        (Lang::En, ChangeUnit::Places, _) => "ahead",
    };
    match lang {
        Lang::Vi => format!("{word} {amount} mỗi năm"),
        Lang::En => format!("{word} {amount} a year"),
    }
}

/// The formula `a − b = difference`. `amount` is the written difference without its sign, with its
/// unit.
pub fn difference_formula(lang: Lang, a: f64, b: f64, amount: &str) -> String {
    let sign = if a < b { "−" } else { "" };
    format!("{} − {} = {sign}{amount}", number(lang, a), in_brackets(lang, b))
}

/// Whether a result is short of its target or beyond it, to be written after their difference.
pub fn short_or_beyond(lang: Lang, is_short: bool) -> &'static str {
    match (lang, is_short) {
        (Lang::Vi, true) => "còn thiếu",
        (Lang::Vi, false) => "đã vượt",
        (Lang::En, true) => "short of it",
        (Lang::En, false) => "beyond it",
    }
}

/// Says that a promise was made no later than a day.
pub fn no_later_than(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("không muộn hơn {date}"),
        Lang::En => format!("no later than {date}"),
    }
}

/// The formula `(a − b) ÷ (days ÷ 365.25) = pace`.
pub fn pace_formula(lang: Lang, a: f64, b: f64, days: i32, pace: f64) -> String {
    let (a, b, year) = (number(lang, a), in_brackets(lang, b), number(lang, 365.25));
    let pace = number(lang, round_for_reading(pace));
    let days = n_days(lang, days.unsigned_abs() as usize);
    format!("({a} − {b}) ÷ ({days} ÷ {year}) = {pace}")
}

/// A number to be written after a minus sign: a negative one is put in brackets.
fn in_brackets(lang: Lang, value: f64) -> String {
    let text = number(lang, value);
    if value < 0.0 { format!("({text})") } else { text }
}

/// Rounds a computed number for readers: to two decimals below 1, else to one. More decimals would
/// promise a precision that a computed number does not have.
pub fn round_for_reading(value: f64) -> f64 {
    let scale = if value.abs() < 1.0 { 100.0 } else { 10.0 };
    (value * scale).round() / scale
}

/// Which figure would decide a promise that no published figure decides.
pub fn deciding_figure(lang: Lang, name: &str, measure: &str, due: &str) -> String {
    match lang {
        Lang::Vi => format!("“{measure}” của {name} ({due}), đo đúng theo cách này."),
        Lang::En => format!("“{measure}” of {name} ({due}), by this same measure."),
    }
}

/// Why a promise or a conclusion rests on weak evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weakness {
    /// There is only one source, in which the authority reports about itself.
    pub is_alone: bool,
    /// The source is a copy of another publication.
    pub is_repost: bool,
    /// The source has no date.
    pub is_undated: bool,
}

/// Says on what weak evidence a promise rests, or (`of_result`) the conclusion about it. `None` if
/// there is no weakness.
pub fn weakness(lang: Lang, of_result: bool, weakness: Weakness) -> Option<String> {
    let Weakness { is_alone, is_repost, is_undated } = weakness;
    let nature = match (lang, is_repost, is_undated) {
        (Lang::Vi, true, true) => "một bản đăng lại không ghi ngày",
        (Lang::Vi, true, false) => "một bản đăng lại",
        (Lang::Vi, false, true) => "một nguồn không ghi ngày",
        (Lang::En, true, true) => "an undated repost",
        (Lang::En, true, false) => "a repost",
        (Lang::En, false, true) => "an undated source",
        (_, false, false) => "",
    };
    let alone = match lang {
        _ if !is_alone => "",
        Lang::Vi => "một nguồn duy nhất, do địa phương tự báo cáo",
        Lang::En => "a single source, in which the authority reports on itself",
    };
    let on = match (alone, nature) {
        ("", "") => return None,
        ("", one) | (one, "") => one.to_owned(),
        (alone, nature) => format!("{alone} ({nature})"),
    };
    Some(match (lang, of_result) {
        (Lang::Vi, true) => format!("Kết luận này chỉ dựa vào {on}."),
        (Lang::En, true) => format!("This conclusion rests only on {on}."),
        (Lang::Vi, false) => format!("Lời hứa này chỉ biết qua {on}."),
        (Lang::En, false) => format!("This promise is known only from {on}."),
    })
}

/// How much a target demands, in its value or its deadline, compared with the target it replaced or
/// with the country's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// It demands more: a better value, or an earlier deadline.
    More,
    /// The same.
    Same,
    /// It demands less: a worse value, or a later deadline.
    Less,
}

/// How the value and the deadline of a target compare with those of another: "đòi hỏi cao hơn, hạn sớm
/// hơn". A part that cannot be compared is `None` and left out.
pub fn demand_change(lang: Lang, value: Option<Demand>, deadline: Option<Demand>) -> String {
    let value = value.map(|value| match (lang, value) {
        (Lang::Vi, Demand::More) => "đòi hỏi cao hơn",
        (Lang::Vi, Demand::Same) => "cùng mức",
        (Lang::Vi, Demand::Less) => "đòi hỏi thấp hơn",
        (Lang::En, Demand::More) => "asks for more",
        (Lang::En, Demand::Same) => "asks for the same",
        (Lang::En, Demand::Less) => "asks for less",
    });
    let deadline = deadline.map(|deadline| match (lang, deadline) {
        (Lang::Vi, Demand::More) => "hạn sớm hơn",
        (Lang::Vi, Demand::Same) => "cùng hạn",
        (Lang::Vi, Demand::Less) => "hạn muộn hơn",
        (Lang::En, Demand::More) => "earlier deadline",
        (Lang::En, Demand::Same) => "same deadline",
        (Lang::En, Demand::Less) => "later deadline",
    });
    let parts: Vec<&str> = value.into_iter().chain(deadline).collect();
    parts.join(", ")
}

/// A promise as a headline: who promised what, when it is due, and what became of it.
pub fn promise_headline(
    lang: Lang,
    name: &str,
    measure: &str,
    value: &str,
    due: &str,
    state: &str,
) -> String {
    match lang {
        Lang::Vi => format!("{name}: {measure}, hứa {value} ({due}). {state}."),
        Lang::En => format!("{name}: {measure}, promised {value} ({due}). {state}."),
    }
}
