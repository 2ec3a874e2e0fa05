//! The fixed texts about benchmarks (the country's figures beside a province's) and about sources that
//! disagree.

use crate::i18n::Lang;

texts! {
    /// The fixed texts about benchmarks and disputes, in one language.
    FrameText:
    same_year: &'static str,
    country_result: &'static str,
    country_target: &'static str,
    disputed: &'static str,
    disputes_title: &'static str,
    disputes_lead: &'static str,
    differ_definitions: &'static str,
    differ_kinds: &'static str,
    differ_bases: &'static str,
    differ_dates: &'static str,
    differ_values: &'static str,
}

/// In Vietnamese.
const VI: Table = Table {
    same_year: "Cả nước, cùng năm",
    country_result: "mức chung",
    country_target: "mục tiêu",
    disputed: "nguồn khác nói khác",
    disputes_title: "Nơi các nguồn nói khác nhau",
    disputes_lead: "Khi các nguồn không khớp, mọi con số đều được giữ: không chọn số nào, không lấy trung bình, không ghi đè.",
    differ_definitions: "Các con số này đo theo những cách khác nhau, nên không trừ được cho nhau.",
    differ_kinds: "Có nguồn nói đã đạt, có nguồn nói mới là mục tiêu.",
    differ_bases: "Các hạng này được xếp trong số đơn vị khác nhau.",
    differ_dates: "Các con số này của những thời điểm khác nhau.",
    differ_values: "Cùng một cách đo, cùng một kỳ: chỉ giá trị là khác.",
};

/// In English.
const EN: Table = Table {
    same_year: "The country, same year",
    country_result: "overall figure",
    country_target: "target",
    disputed: "another source differs",
    disputes_title: "Where sources disagree",
    disputes_lead: "Where sources do not agree, every figure is kept: none is chosen, averaged or overwritten.",
    differ_definitions: "These figures count in different ways, so they cannot be subtracted from one another.",
    differ_kinds: "One source says it was reached, another that it was still a target.",
    differ_bases: "These places are among different numbers of units.",
    differ_dates: "These figures are of different dates.",
    differ_values: "The same measure and the same period: only the values differ.",
};
