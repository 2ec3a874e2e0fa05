//! What the rows of a sheet are, by the words before their figures.

use super::grid::one_line;
use crate::data::model::{Province, ProvinceKind};
use crate::data::names::ProvinceNames;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label<'a> {
    Province(&'a Province),
    Country,
    Total,
    /// A mean, or the like of all provinces: their median, the best of them.
    Mean,
    Region,
    /// Anything else: a note, a heading, a name that is not known.
    Other,
}

/// Words for the whole country, besides its names in the data.
const COUNTRY: [&str; 6] =
    ["cả nước", "toàn quốc", "việt nam", "whole country", "vietnam", "viet nam"];
const TOTAL: [&str; 7] = ["tổng", "tổng số", "tổng cộng", "cộng", "total", "grand total", "sum"];
/// A row that begins with one of these is of several provinces.
const MEAN: [&str; 19] = [
    "trung bình",
    "bình quân",
    "điểm trung bình",
    "giá trị trung bình",
    "trung vị",
    "cao nhất",
    "thấp nhất",
    "lớn nhất",
    "nhỏ nhất",
    "độ lệch chuẩn",
    "average",
    "mean",
    "median",
    "maximum",
    "minimum",
    "max",
    "min",
    "standard deviation",
    "national average",
];
const REGION: [&str; 23] = [
    "vùng",
    "khu vực",
    "miền",
    "đồng bằng",
    "trung du",
    "bắc trung bộ",
    "nam trung bộ",
    "duyên hải",
    "tây nguyên",
    "đông nam bộ",
    "tây nam bộ",
    "đông bắc",
    "tây bắc",
    "region",
    "red river delta",
    "northern midlands",
    "north central",
    "south central",
    "central highlands",
    "south east",
    "southeast",
    "mekong river delta",
    "mekong delta",
];

/// The name of a province as it is printed in a label, without numbers before it and marks after it.
pub(super) fn printed_name(text: &str, names: &ProvinceNames<'_>) -> String {
    let line = one_line(text);
    match names.find(&line) {
        Some(_) => line,
        None => bare(&line).to_owned(),
    }
}

/// What a row with this label is. Numbers before a name ("12. Hà Nội") and marks of notes after it
/// ("Hà Nội (1)", "Hà Nội*") are no part of it.
pub(super) fn classify<'a>(text: &str, names: &ProvinceNames<'a>) -> Label<'a> {
    let line = one_line(text);
    let bare = bare(&line);
    for name in [line.as_str(), bare] {
        if let Some(found) = names.find(name) {
            return match found.kind {
                ProvinceKind::Country => Label::Country,
                ProvinceKind::Province => Label::Province(found),
            };
        }
    }
    let lower = bare.to_lowercase();
    let lower = lower.trim_end_matches([':', '.']).trim_end();
    if COUNTRY.contains(&lower) {
        Label::Country
    } else if TOTAL.contains(&lower) {
        Label::Total
    } else if begins_with_one_of(lower, &MEAN) {
        Label::Mean
    } else if begins_with_one_of(lower, &REGION) {
        Label::Region
    } else {
        Label::Other
    }
}

fn begins_with_one_of(text: &str, words: &[&str]) -> bool {
    let after = words.iter().filter_map(|word| text.strip_prefix(word));
    after.into_iter().any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
}

fn bare(text: &str) -> &str {
    let is_number = |word: &str| word.chars().all(|c| "0123456789IVX.()-".contains(c));
    let text = match text.split_once(' ') {
        Some((first, rest)) if is_number(first) => rest,
        _ => text,
    };
    let text = match text.rsplit_once('(') {
        Some((before, mark)) if mark.chars().all(|c| "0123456789*)".contains(c)) => before,
        _ => text,
    };
    text.trim_end_matches(['*', '¹', '²', '³', ' '])
}

/// Whether a text stands where there is no figure.
pub(super) fn is_no_figure(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    matches!(lower.as_str(), "" | "n/a" | "na" | "n.a." | "null")
        || lower.chars().all(|c| "-–—.…".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_apart_by_their_words() {
        let names = ProvinceNames::of(&[]);
        for (text, expected) in [
            ("Cả nước", Label::Country),
            ("TỔNG CỘNG:", Label::Total),
            ("Tổng hợp kết quả", Label::Other),
            ("Trung bình cả nước", Label::Mean),
            ("II. Đồng bằng\n sông Hồng", Label::Region),
            ("Vùng/Tỉnh", Label::Other),
            ("Minh Hải", Label::Other),
            ("Nguồn: báo cáo", Label::Other),
            ("", Label::Other),
        ] {
            assert_eq!(classify(text, &names), expected, "{text}");
        }
    }

    #[test]
    fn marks_around_a_name_are_no_part_of_it() {
        for text in ["12. Hà Nội", "Hà Nội (1)", "1 Hà Nội*", "Hà Nội (*)", "Hà Nội²"]
        {
            assert_eq!(bare(text), "Hà Nội", "{text}");
        }
        assert_eq!(bare("Hà Tây (cũ)"), "Hà Tây (cũ)");
    }
}
