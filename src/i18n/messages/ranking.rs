//! The fixed texts of the page on the official ranking.

/// The fixed texts of the page on the official ranking, in one language.
#[allow(missing_docs, reason = "each field's name says where its text stands")]
pub struct RankingText {
    pub none: &'static str,
    pub edition: &'static str,
    pub newest: &'static str,
    pub none_complete: &'static str,
    pub other_editions: &'static str,

    pub map: &'static str,
    pub map_hint: &'static str,
    pub hoang_sa: &'static str,
    pub truong_sa: &'static str,
    pub not_found: &'static str,

    pub unit: &'static str,
    pub place: &'static str,
    pub score: &'static str,
    pub shared: &'static str,
    pub merged_away: &'static str,
    pub note_of_most: &'static str,

    pub history: &'static str,
    pub history_table: &'static str,
    pub new_method: &'static str,
    pub new_base: &'static str,
    pub new_both: &'static str,
    pub gaps: &'static str,

    pub mean: &'static str,
    pub mean_hint: &'static str,

    pub methods: &'static str,
    /// How each edition was computed, from 2020 on.
    pub method_of: [&'static str; 5],
}

/// In Vietnamese.
pub(in crate::i18n) static VI: RankingText = RankingText {
    none: "Số liệu chưa có kỳ xếp hạng nào.",
    edition: "Kỳ",
    newest: "Mới nhất biết đủ",
    none_complete: "Chưa kỳ nào biết đủ thứ hạng; đây là kỳ mới nhất.",
    other_editions: "Các kỳ khác",

    map: "cả nước trên một hình",
    map_hint: "Mỗi ô một tỉnh hay thành phố, bằng nhau và không vẽ ranh giới: vị trí chỉ gần đúng. Chạm vào ô để đến dòng của nó trong bảng. Ô có khung và dấu: các tỉnh đang xem.",
    hoang_sa: "Hoàng Sa (Đà Nẵng)",
    truong_sa: "Trường Sa (Khánh Hòa)",
    not_found: "chưa nhập",

    unit: "Tỉnh, thành phố",
    place: "Hạng",
    score: "Điểm",
    shared: "đồng hạng",
    merged_away: "đã sáp nhập",
    note_of_most: "Ghi chú của phần lớn các dòng",

    history: "Qua các kỳ",
    history_table: "Thứ hạng qua các kỳ",
    new_method: "cách tính mới",
    new_base: "số đơn vị khác",
    new_both: "cách tính mới, số đơn vị khác",
    gaps: "Kỳ không tìm thấy thứ hạng thì để trống.",

    mean: "Điểm trung bình của các tỉnh, thành phố",
    mean_hint: "Số của cả nước để đối chiếu, không có chỗ trong bảng xếp hạng. Điểm trước và sau một lần đổi cách tính không so với nhau được.",

    methods: "Mỗi kỳ tính thế nào",
    method_of: [
        "Quyết định 1726/QĐ-BTTTT (12/10/2020): ba trụ cột, mỗi trụ cột 7 chỉ số chính; 108 chỉ số thành phần.",
        "9 chỉ số chính, 98 chỉ số thành phần; điểm chung cộng từ các chỉ số chính, không từ ba trụ cột. Nguồn không nêu văn bản; Quyết định 922/QĐ-BTTTT (20/5/2022) được suy ra vì có đúng các con số ấy.",
        "Quyết định 922/QĐ-BTTTT (20/5/2022): 9 chỉ số chính, trong đó đô thị thông minh chưa tính điểm; 98 chỉ số thành phần.",
        "8 chỉ số chính có điểm, 98 chỉ số thành phần. Nguồn không nêu văn bản.",
        "Ba trụ cột, 8 chỉ số chính, 47 chỉ số thành phần. Xếp hai lần: 63 đơn vị trước sáp nhập và 34 đơn vị sau đó, tính bằng trung bình chỉ số chính của các tỉnh cũ. Quyết định 405/QĐ-BKHCN (3/4/2025) được suy ra từ ngày ban hành; chưa nguồn nào gắn nó với kỳ này.",
    ],
};

/// In English.
pub(in crate::i18n) static EN: RankingText = RankingText {
    none: "The data have no edition of a ranking yet.",
    edition: "Edition",
    newest: "The newest complete one",
    none_complete: "No edition is known completely yet; this is the newest one.",
    other_editions: "Other editions",

    map: "the whole country at a glance",
    map_hint: "One tile for each province or city, equal and without borders: positions are only approximate. Follow a tile to its row in the table. Tiles with a frame and a mark: the provinces you are looking at.",
    hoang_sa: "Hoàng Sa (Da Nang)",
    truong_sa: "Trường Sa (Khánh Hòa)",
    not_found: "not entered",

    unit: "Province or city",
    place: "Place",
    score: "Score",
    shared: "shared",
    merged_away: "merged",
    note_of_most: "Note of most rows",

    history: "Over the editions",
    history_table: "Places over the editions",
    new_method: "new method",
    new_base: "other number of units",
    new_both: "new method, other number of units",
    gaps: "Where no place was found, a gap is left.",

    mean: "Mean score of the provinces and cities",
    mean_hint: "The country’s figure to set others beside; it has no place in the ranking. Scores before and after a change of method cannot be compared.",

    methods: "How each edition was computed",
    method_of: [
        "Decision 1726/QĐ-BTTTT (12 October 2020): three pillars with 7 main indices each; 108 component indices.",
        "9 main and 98 component indices; the total is added up from the main indices, not from the three pillars. The sources name no document; Decision 922/QĐ-BTTTT (20 May 2022) is inferred because it has just these numbers.",
        "Decision 922/QĐ-BTTTT (20 May 2022): 9 main indices, of which the smart city carried no points; 98 component indices.",
        "8 scored main indices, 98 component indices. The sources name no document.",
        "Three pillars, 8 main and 47 component indices. Ranked twice: 63 units before the mergers, and 34 after them by the mean of the old provinces’ main indices. Decision 405/QĐ-BKHCN (3 April 2025) is inferred from its date; no source ties it to this edition.",
    ],
};
