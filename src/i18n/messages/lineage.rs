//! The fixed texts of the pages on provinces and their mergers.

use crate::i18n::Lang;

texts! {
    /// The fixed texts of the pages on provinces and their mergers, in one language.
    LineageText:
    nav: &'static str,
    search: &'static str,
    search_hint: &'static str,
    none_found: &'static str,
    today: &'static str,
    before: &'static str,
    unchanged: &'static str,
    sources: &'static str,
    basis: &'static str,
    lists: &'static str,
    wrong_way_round: &'static str,
    former_figures: &'static str,
    list_of_sources: &'static str,
    figures: &'static str,
    figure: &'static str,
    borders: &'static str,
    new_boundaries: &'static str,
    silence: &'static str,
    promised_only: &'static str,
    country: &'static str,
    elsewhere: &'static str,
    promised_elsewhere: &'static str,
}

/// In Vietnamese.
const VI: Table = Table {
    nav: "Tỉnh, thành",
    search: "Tìm tên cũ hoặc tên mới",
    search_hint: "Gõ có dấu hay không dấu đều được, ví dụ: vung tau",
    none_found: "Không có tỉnh, thành phố nào mang tên này.",
    today: "Hiện nay",
    before: "Trước đó",
    unchanged: "giữ nguyên, không sáp nhập",
    sources: "Căn cứ",
    basis: "Căn cứ:",
    lists: "Các danh sách đã đối chiếu:",
    wrong_way_round: "Riêng danh sách này viết ngược hai vụ: Lào Cai nhập vào Yên Bái, Gia Lai nhập vào Bình Định. Các nguồn khác ghi tên mới là Lào Cai và Gia Lai, như ở đây.",
    former_figures: "Các con số ở đây là của tỉnh cũ.",
    list_of_sources: "danh sách nguồn",
    figures: "Các con số",
    figure: "Con số",
    borders: "Địa giới",
    new_boundaries: "địa giới mới",
    silence: "Im lặng không phải là lời phán xét: chỉ là các nguồn đã nhập không có số.",
    promised_only: "Chủ đề đã hứa mà chưa thấy kết quả nào",
    country: "cả nước",
    elsewhere: "Nơi khác có số hoặc mục tiêu, ở đây thì chưa",
    promised_elsewhere: "nơi khác đã đặt mục tiêu",
};

/// In English.
const EN: Table = Table {
    nav: "Provinces",
    search: "Find a former name or a new one",
    search_hint: "With or without marks, for example: vung tau",
    none_found: "No province or city has this name.",
    today: "Today",
    before: "Before",
    unchanged: "unchanged, merged with no other",
    sources: "What this rests on",
    basis: "Basis:",
    lists: "Lists that were compared:",
    wrong_way_round: "This one words two mergers the wrong way round: Lào Cai into Yên Bái, Gia Lai into Bình Định. The others give Lào Cai and Gia Lai as the new names, as this page does.",
    former_figures: "The figures here are those of the former province.",
    list_of_sources: "the list of sources",
    figures: "The figures",
    figure: "Figure",
    borders: "Boundaries",
    new_boundaries: "new boundaries",
    silence: "Silence is no verdict: the sources entered so far have no figure, no more than that.",
    promised_only: "Topics with promises and no result found",
    country: "the country",
    elsewhere: "Others have figures or targets, this province has none",
    promised_elsewhere: "promised elsewhere",
};
