//! Sentences about promises: what was asked for, what became of it, and the formulas with their
//! numbers.

use super::counted;
use crate::i18n::Lang;
use crate::i18n::number::{list, number};

/// "3 lời hứa", "1 promise".
pub fn n_promises(lang: Lang, n: usize) -> String {
    counted(lang, n, "lời hứa", "promise", "promises")
}

/// "3 ngày", "1 day".
pub fn n_days(lang: Lang, n: usize) -> String {
    counted(lang, n, "ngày", "day", "days")
}

/// How many promises of how many: "2/20".
pub fn share(lang: Lang, n: usize, of: usize) -> String {
    format!("{}/{}", number(lang, n as f64), number(lang, of as f64))
}

/// How many promises are in which state, of how many, each state with the same weight: "20 lời hứa có
/// hạn: 2 đạt đúng hạn · 18 còn hạn; thêm 1 lời hứa không nêu hạn". `states` are those of promises with a
/// deadline, each as it stands after its number.
pub fn counts(lang: Lang, states: &[(usize, String)], n_without_deadline: usize) -> String {
    let n_due: usize = states.iter().map(|(n, _)| n).sum();
    let parts: Vec<String> =
        states.iter().map(|(n, name)| format!("{} {}", number(lang, *n as f64), name)).collect();
    let parts = parts.join(" · ");
    let (due, rest) = (n_promises(lang, n_due), n_promises(lang, n_without_deadline));
    match (lang, n_due, n_without_deadline) {
        (Lang::Vi, 0, _) => format!("{rest} không nêu hạn"),
        (Lang::En, 0, _) => format!("{rest} without a deadline"),
        (Lang::Vi, _, 0) => format!("{due} có hạn: {parts}"),
        (Lang::En, _, 0) => format!("{due} with a deadline: {parts}"),
        (Lang::Vi, ..) => format!("{due} có hạn: {parts}; thêm {rest} không nêu hạn"),
        (Lang::En, _, n) => {
            format!("{due} with a deadline: {parts}; {} more without one", number(lang, n as f64))
        }
    }
}

/// After a count of promises of which nothing was found published: how many of them it is too early for.
/// Empty for none.
pub fn of_them_awaited(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (_, 0) => String::new(),
        (Lang::Vi, n) => format!(", trong đó {} chưa đến kỳ", number(lang, n as f64)),
        (Lang::En, n) => {
            format!(", {} of them not due for publication yet", number(lang, n as f64))
        }
    }
}

/// When the figure that would decide is usually published: the shortest and the longest lag of earlier
/// editions, in days, and the day on which the next one would be later than any of them.
pub fn usually_published(lang: Lang, n: usize, (from, to): (i32, i32), by: &str) -> String {
    let n = number(lang, n as f64);
    match lang {
        Lang::Vi => format!(
            "{n} kỳ trước có ngày công bố ở đây ra sau khi hết năm từ {from} đến {to} ngày; nếu không chậm \
             hơn thế, kỳ này ra không muộn hơn {by}."
        ),
        Lang::En => format!(
            "The {n} earlier editions whose day of publication is known here came out {from} to {to} days \
             after the end of their year; unless it is later than those, this one comes by {by}."
        ),
    }
}

/// What is promised in words alone, by whom and for when: "Khánh Hòa, hạn 2030".
pub fn in_words(lang: Lang, measure: &str, promises: &[String]) -> String {
    let promises = promises.join("; ");
    match lang {
        Lang::Vi => format!("{measure}: hứa bằng lời, không kèm con số ({promises})."),
        Lang::En => format!("{measure}: promised in words, without a figure ({promises})."),
    }
}

/// How many promises have no figure: they stand apart and in no count. `is_all` where there are no others.
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

/// The counts in a sentence: "Tính đến 22/11/2026, BR-VT: 20 lời hứa có hạn: …".
pub fn tally(lang: Lang, day: &str, provinces: &[&str], counts: &str) -> String {
    let names = list(lang, provinces);
    match lang {
        Lang::Vi => format!("Tính đến {day}, {names}: {counts}."),
        Lang::En => format!("As of {day}, {names}: {counts}."),
    }
}

/// No promise was known on a day.
pub fn no_promise_on(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Vi => format!("Đến {day}, các nguồn đã nhập chưa ghi lời hứa nào."),
        Lang::En => format!("By {day}, the sources entered so far had recorded no promise."),
    }
}

/// The day asked for is ahead of the reader's.
pub fn day_to_come(lang: Lang, asked: &str, today: &str) -> String {
    match lang {
        Lang::Vi => format!("Ngày {asked} chưa tới, nên trang tính đến hôm nay, {today}."),
        Lang::En => format!("{asked} is still to come, so this page stands at today, {today}."),
    }
}

/// What was promised, as a heading: "Hóa đơn nước không dùng tiền mặt, hứa 80%".
pub fn promised_of(lang: Lang, measure: &str, value: &str) -> String {
    match lang {
        Lang::Vi => format!("{measure}, hứa {value}"),
        Lang::En => format!("{measure}, promised {value}"),
    }
}

/// The due date of a promise: "hạn 2023", "due 2023".
pub fn due(lang: Lang, deadline: Option<&str>) -> String {
    match (lang, deadline) {
        (Lang::Vi, Some(deadline)) => format!("hạn {deadline}"),
        (Lang::En, Some(deadline)) => format!("due {deadline}"),
        (Lang::Vi, None) => "không nêu hạn".to_owned(),
        (Lang::En, None) => "no deadline given".to_owned(),
    }
}

/// The result that decides a promise in time.
pub fn decided_by(lang: Lang, value: &str, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Kết quả: {value}, kỳ {period}."),
        Lang::En => format!("Result: {value}, period {period}."),
    }
}

/// The first result after the deadline.
pub fn decided_late_by(lang: Lang, value: &str, period: &str) -> String {
    match lang {
        Lang::Vi => format!("Số đầu tiên sau hạn: {value}, kỳ {period}."),
        Lang::En => format!("First figure after the deadline: {value}, period {period}."),
    }
}

/// Figures that contradict each other.
pub fn disputed_by(lang: Lang, figures: &[&str]) -> String {
    let figures = figures.join("; ");
    match lang {
        Lang::Vi => format!("Các nguồn ghi khác nhau: {figures}."),
        Lang::En => format!("The sources differ: {figures}."),
    }
}

/// The last known figure of a promise, or that there is none.
pub fn last_known(lang: Lang, figure: Option<(&str, &str)>) -> String {
    match (lang, figure) {
        (Lang::Vi, Some((value, period))) => format!("Số gần nhất: {value}, kỳ {period}."),
        (Lang::En, Some((value, period))) => format!("Latest figure: {value}, period {period}."),
        (Lang::Vi, None) => "Chưa thấy số nào theo cách đo này.".to_owned(),
        (Lang::En, None) => "No figure by this measure was found.".to_owned(),
    }
}

/// From a first to a latest result, and where the straight path was then.
pub fn on_the_way(lang: Lang, from: (&str, &str), to: (&str, &str), path: &str) -> String {
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

/// The province merged before the deadline.
pub fn merged_on(lang: Lang, day: &str) -> String {
    match lang {
        Lang::Vi => format!("Địa giới đổi từ {day}, trước hạn."),
        Lang::En => format!("The province changed on {day}, before the deadline."),
    }
}

/// Who answers for a promise of a province that ended, or grew.
pub fn answers_now(lang: Lang, name: &str, since: &str, is_other: bool) -> String {
    match (lang, is_other) {
        (Lang::Vi, true) => format!("{name} (từ {since}, sau sáp nhập)"),
        (Lang::En, true) => format!("{name} (since {since}, after the merger)"),
        (Lang::Vi, false) => format!("{name}, theo địa giới mới từ {since}"),
        (Lang::En, false) => format!("{name}, in its new boundaries since {since}"),
    }
}

/// How long until, or since, a deadline.
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

/// Which way a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Percentage points or any other amount that grows or shrinks.
    Amount,
    /// Places of a ranking, where a smaller number is a better place.
    Places,
}

/// A change per year in words: "tăng 4,2 điểm % mỗi năm", "tiến 3 bậc mỗi năm". `amount` is the
/// change without its sign, in its unit.
pub fn per_year(lang: Lang, change: f64, amount: &str, kind: Change) -> String {
    let word = match (lang, kind, change.total_cmp(&0.0)) {
        (Lang::Vi, _, std::cmp::Ordering::Equal) => return "không đổi".to_owned(),
        (Lang::En, _, std::cmp::Ordering::Equal) => return "no change".to_owned(),
        (Lang::Vi, Change::Amount, std::cmp::Ordering::Greater) => "tăng",
        (Lang::Vi, Change::Amount, _) => "giảm",
        (Lang::Vi, Change::Places, std::cmp::Ordering::Greater) => "lùi",
        (Lang::Vi, Change::Places, _) => "tiến",
        (Lang::En, Change::Amount, std::cmp::Ordering::Greater) => "up",
        (Lang::En, Change::Amount, _) => "down",
        (Lang::En, Change::Places, std::cmp::Ordering::Greater) => "back",
        (Lang::En, Change::Places, _) => "ahead",
    };
    match lang {
        Lang::Vi => format!("{word} {amount} mỗi năm"),
        Lang::En => format!("{word} {amount} a year"),
    }
}

/// `a − b = difference`, as numbers of the language; `amount` is the difference without its sign, in
/// its unit.
pub fn subtraction(lang: Lang, a: f64, b: f64, amount: &str) -> String {
    let sign = if a < b { "−" } else { "" };
    format!("{} − {} = {sign}{amount}", number(lang, a), in_brackets(lang, b))
}

/// After a difference between a goal and a result: whether the result is short of the goal or beyond it.
pub fn side_of_goal(lang: Lang, is_short: bool) -> &'static str {
    match (lang, is_short) {
        (Lang::Vi, true) => "còn thiếu",
        (Lang::Vi, false) => "đã vượt",
        (Lang::En, true) => "short of it",
        (Lang::En, false) => "beyond it",
    }
}

/// A day by which a promise had been made.
pub fn no_later_than(lang: Lang, date: &str) -> String {
    match lang {
        Lang::Vi => format!("không muộn hơn {date}"),
        Lang::En => format!("no later than {date}"),
    }
}

/// `(a − b) ÷ (days ÷ 365.25) = pace`, as numbers of the language.
pub fn division(lang: Lang, a: f64, b: f64, days: i32, pace: f64) -> String {
    let (a, b, year) = (number(lang, a), in_brackets(lang, b), number(lang, 365.25));
    let pace = number(lang, to_read(pace));
    let days = n_days(lang, days.unsigned_abs() as usize);
    format!("({a} − {b}) ÷ ({days} ÷ {year}) = {pace}")
}

/// A number after a minus sign: a negative one in brackets.
fn in_brackets(lang: Lang, value: f64) -> String {
    let text = number(lang, value);
    if value < 0.0 { format!("({text})") } else { text }
}

/// A computed number as it is read: two decimals below 1, one above. It was computed and not
/// measured, so that zeros at its end say nothing.
pub fn to_read(value: f64) -> f64 {
    let scale = if value.abs() < 1.0 { 100.0 } else { 10.0 };
    (value * scale).round() / scale
}

/// What would settle a promise that nothing published decides.
pub fn would_settle(lang: Lang, name: &str, measure: &str, due: &str) -> String {
    match lang {
        Lang::Vi => format!("“{measure}” của {name} ({due}), đo đúng theo cách này."),
        Lang::En => format!("“{measure}” of {name} ({due}), by this same measure."),
    }
}

/// How little something rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weakness {
    /// On one source only, in which the authority reports on itself.
    pub is_alone: bool,
    /// On a copy of another publication.
    pub is_repost: bool,
    /// On a source without a date.
    pub is_undated: bool,
}

/// One line that says how little a promise, or what is said to have become of it, rests on; `None`
/// when there is nothing to say.
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

/// How a promise stands to the one it replaced, or to the country's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It asks for more, or for it earlier.
    More,
    /// The same.
    Same,
    /// It asks for less, or for it later.
    Less,
}

/// How the value and the deadline of one target stand to another's: "cao hơn, sớm hơn".
pub fn turned(lang: Lang, value: Option<Turn>, deadline: Option<Turn>) -> String {
    let value = value.map(|value| match (lang, value) {
        (Lang::Vi, Turn::More) => "đòi hỏi cao hơn",
        (Lang::Vi, Turn::Same) => "cùng mức",
        (Lang::Vi, Turn::Less) => "đòi hỏi thấp hơn",
        (Lang::En, Turn::More) => "asks for more",
        (Lang::En, Turn::Same) => "asks for the same",
        (Lang::En, Turn::Less) => "asks for less",
    });
    let deadline = deadline.map(|deadline| match (lang, deadline) {
        (Lang::Vi, Turn::More) => "hạn sớm hơn",
        (Lang::Vi, Turn::Same) => "cùng hạn",
        (Lang::Vi, Turn::Less) => "hạn muộn hơn",
        (Lang::En, Turn::More) => "earlier deadline",
        (Lang::En, Turn::Same) => "same deadline",
        (Lang::En, Turn::Less) => "later deadline",
    });
    let parts: Vec<&str> = value.into_iter().chain(deadline).collect();
    parts.join(", ")
}

/// A promise as a headline: who, what, for when, and what became of it.
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
