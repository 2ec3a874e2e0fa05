//! Sentences about the mergers of provinces. Names may be passed as HTML links, because the words
//! around them contain no character that is special in HTML.

use crate::i18n::Lang;
use crate::i18n::number::number;

/// The name of an enlarged unit as it was before the merger: "Đồng Nai cũ".
pub fn former_unit(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} cũ"),
        Lang::En => format!("the former {name}"),
    }
}

/// Where a unit that ended belongs now, to be written after its name: "từ 1/7/2025 thuộc Đồng Nai".
pub fn part_of_since(lang: Lang, into: &str, day: &str) -> String {
    match lang {
        Lang::Vi => format!("từ {day} thuộc {into}"),
        Lang::En => format!("part of {into} since {day}"),
    }
}

/// What a unit consists of, to be written after its name: "từ 1/7/2025 gồm Đồng Nai cũ và Bình Phước".
pub fn made_of_since(lang: Lang, parts: &str, day: &str) -> String {
    match lang {
        Lang::Vi => format!("từ {day} gồm {parts}"),
        Lang::En => format!("made of {parts} since {day}"),
    }
}

/// Where a unit that ended belongs now, as a sentence.
pub fn unit_ended(lang: Lang, name: &str, last: &str, into: &str, parts: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{name} tồn tại đến hết ngày {last}; từ hôm sau thuộc {into}, nay gồm {parts}.")
        }
        Lang::En => format!(
            "{name} existed until {last}. Since the next day it has been part of {into}, which is \
             made of {parts}."
        ),
    }
}

/// What an enlarged unit consists of, as a sentence.
pub fn unit_enlarged(lang: Lang, name: &str, parts: &str, on: &str) -> String {
    match lang {
        Lang::Vi => {
            format!(
                "Từ ngày {on}, {name} gồm {parts}. Số liệu trước ngày đó theo địa giới cũ, trừ số ghi là địa giới mới."
            )
        }
        Lang::En => format!(
            "Since {on}, {name} has been made of {parts}. Figures from before that day describe \
             the former boundaries, unless marked as of the new ones."
        ),
    }
}

/// What a unit took in long ago, as a sentence. Parts of other units may have come with it, so it does not
/// say what the unit is made of.
pub fn unit_took_in(lang: Lang, name: &str, parts: &str, on: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("Ngày {on}, {name} nhận thêm {parts}. Số liệu trước ngày đó theo địa giới cũ.")
        }
        Lang::En => format!(
            "On {on}, {name} took in {parts}. Figures from before that day describe the former \
             boundaries."
        ),
    }
}

/// The same, to follow the name of the unit: "nhận thêm Hà Tây ngày 1/8/2008".
pub fn took_in_on(lang: Lang, parts: &str, on: &str) -> String {
    match lang {
        Lang::Vi => format!("nhận thêm {parts} ngày {on}"),
        Lang::En => format!("took in {parts} on {on}"),
    }
}

/// What became of a unit that ended long ago, as a sentence.
pub fn unit_ended_into(lang: Lang, name: &str, last: &str, into: &str) -> String {
    match lang {
        Lang::Vi => format!("{name} tồn tại đến hết ngày {last}; từ hôm sau thuộc {into}."),
        Lang::En => {
            format!("{name} existed until {last}. Since the next day it has been part of {into}.")
        }
    }
}

/// Says that a unit took no part in the mergers of a day.
pub fn unit_unchanged(lang: Lang, name: &str, on: &str) -> String {
    match lang {
        Lang::Vi => {
            format!("{name} không nằm trong đợt sáp nhập ngày {on}; địa giới giữ nguyên.")
        }
        Lang::En => format!("{name} took no part in the mergers of {on}; its boundaries stayed."),
    }
}

/// Whether a figure of an enlarged unit describes its new or its former borders: "địa giới mới, từ
/// 1/7/2025".
pub fn borders(lang: Lang, on: &str, is_new: bool) -> String {
    match (lang, is_new) {
        (Lang::Vi, true) => format!("địa giới mới, từ {on}"),
        (Lang::Vi, false) => format!("địa giới cũ, trước {on}"),
        (Lang::En, true) => format!("new boundaries, since {on}"),
        (Lang::En, false) => format!("former boundaries, before {on}"),
    }
}

/// A date, and whether a figure of an enlarged unit describes its new or its former borders, within a
/// sentence: "2024, địa giới cũ".
pub fn with_borders(lang: Lang, date: &str, is_new: bool) -> String {
    match (lang, is_new) {
        (Lang::Vi, true) => format!("{date}, địa giới mới"),
        (Lang::Vi, false) => format!("{date}, địa giới cũ"),
        (Lang::En, true) => format!("{date}, new boundaries"),
        (Lang::En, false) => format!("{date}, former boundaries"),
    }
}

/// The title of the page on all units: "Từ 63 tỉnh, thành phố còn 34".
pub fn units_title(lang: Lang, before: usize, since: usize) -> String {
    let (before, since) = (number(lang, before as f64), number(lang, since as f64));
    match lang {
        Lang::Vi => format!("Từ {before} tỉnh, thành phố còn {since}"),
        Lang::En => format!("From {before} provinces and cities to {since}"),
    }
}

/// How many units there were before and after the mergers, and how many of today's were enlarged.
pub fn units_lead(lang: Lang, on: &str, before: usize, since: usize, grown: usize) -> String {
    let unchanged = number(lang, since.saturating_sub(grown) as f64);
    let [before, since, grown] = [before, since, grown].map(|n| number(lang, n as f64));
    match lang {
        Lang::Vi => format!(
            "Trước ngày {on} cả nước có {before} tỉnh, thành phố; từ ngày đó còn {since}: {grown} \
             hình thành do sáp nhập, {unchanged} giữ nguyên."
        ),
        Lang::En => format!(
            "Before {on}, the country had {before} provinces and cities; it has had {since} since: \
             {grown} formed by mergers, {unchanged} unchanged."
        ),
    }
}

/// What the page of a unit contains, if the site does not follow the unit. One that has ended will not be
/// followed.
pub fn not_followed(
    lang: Lang,
    name: &str,
    has_ended: bool,
    n_figures: usize,
    n_sources: usize,
) -> String {
    let figures = super::n_figures(lang, n_figures);
    let sources = super::n_sources(lang, n_sources);
    match (lang, n_figures) {
        (Lang::Vi, 0) => format!("Tỉnh Số chưa có con số nào của {name}."),
        (Lang::Vi, _) => {
            let not = if has_ended { "không" } else { "chưa" };
            format!(
                "Tỉnh Số {not} theo dõi lời hứa của {name}. Ở đây có {figures} từ {sources}, để đặt \
                 cạnh số của các tỉnh khác."
            )
        }
        (Lang::En, 0) => format!("Tỉnh Số has no figure of {name}."),
        (Lang::En, _) => {
            let yet = if has_ended { "" } else { " yet" };
            format!(
                "Tỉnh Số does not follow the promises of {name}{yet}. This page has {figures} from \
                 {sources}, to read the followed provinces against."
            )
        }
    }
}

/// Says which province one is part of today, in a few words.
pub fn now_part_of(lang: Lang, successor: &str) -> String {
    match lang {
        Lang::Vi => format!("nay thuộc {successor}"),
        Lang::En => format!("now part of {successor}"),
    }
}

/// Says which others are part of a province today, in a few words.
pub fn now_with(lang: Lang, others: &str) -> String {
    match lang {
        Lang::Vi => format!("nay gồm cả {others}"),
        Lang::En => format!("now with {others}"),
    }
}

/// Says that the promises of a province are not followed, in a sentence of its page.
pub fn promises_not_followed(lang: Lang, name: &str, has_ended: bool) -> String {
    match (lang, has_ended) {
        (Lang::Vi, true) => format!("Tỉnh Số không theo dõi lời hứa của {name}."),
        (Lang::Vi, false) => format!("Tỉnh Số chưa theo dõi lời hứa của {name}."),
        (Lang::En, true) => format!("Tỉnh Số does not follow the promises of {name}."),
        (Lang::En, false) => format!("Tỉnh Số does not follow the promises of {name} yet."),
    }
}

/// Asks readers for sources that are not known yet. `list` is the name of, or a link to, the list of
/// known ones.
pub fn ask_for_source(lang: Lang, list: &str) -> String {
    match lang {
        Lang::Vi => format!("Nếu bạn biết một nguồn chưa có trong {list}, hãy bổ sung."),
        Lang::En => format!("If you know a source that is not on {list}, please add it."),
    }
}

/// Names the others that have figures where a province has none.
pub fn figures_elsewhere(lang: Lang, names: &str) -> String {
    match lang {
        Lang::Vi => format!("có số của {names}"),
        Lang::En => format!("figures of {names}"),
    }
}

/// Which unit some figures of an enlarged province describe: the enlarged one, which includes `others`,
/// or without `others` the former one. `figures` names the province and the dates of the figures.
pub fn figures_of_enlarged_unit(lang: Lang, figures: &str, others: Option<&str>) -> String {
    match (lang, others) {
        (Lang::Vi, Some(others)) => format!("{figures} theo địa giới mới, gồm cả {others}"),
        (Lang::Vi, None) => format!("{figures} theo địa giới cũ"),
        (Lang::En, Some(others)) => format!("{figures} in the new boundaries, with {others}"),
        (Lang::En, None) => format!("{figures} in the former boundaries"),
    }
}

/// As [`figures_of_enlarged_unit`], for a unit that ended.
pub fn figures_of_ended_unit(lang: Lang, figures: &str, into: &str) -> String {
    match lang {
        Lang::Vi => format!("{figures} là của tỉnh cũ, nay thuộc {into}"),
        Lang::En => format!("{figures} of the former province, now part of {into}"),
    }
}

/// As [`figures_of_enlarged_unit`], for a unit that took no part in any merger.
pub fn figures_of_unchanged_unit(lang: Lang, figures: &str) -> String {
    match lang {
        Lang::Vi => format!("{figures} là của nơi không sáp nhập"),
        Lang::En => format!("{figures} of a province that merged with no other"),
    }
}

/// Says that the mergers of a day lie between some figures.
pub fn figures_around_merger(lang: Lang, on: &str, figures: &[String]) -> String {
    let figures = figures.join("; ");
    match lang {
        Lang::Vi => format!("Đợt sáp nhập ngày {on} nằm giữa các số này: {figures}."),
        Lang::En => format!("The mergers of {on}, lie between these figures: {figures}."),
    }
}

#[cfg(test)]
mod tests;
