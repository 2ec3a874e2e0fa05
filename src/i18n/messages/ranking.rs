//! The fixed texts of the page on the official ranking.

/// The fixed texts of the page on the official ranking, in one language.
#[allow(missing_docs, reason = "each field's name says where its text stands")]
pub struct RankingText {
    pub title: &'static str,
    pub lead: &'static str,
}

/// In Vietnamese.
pub(super) const VI: RankingText = RankingText {
    title: "Xếp hạng",
    lead: "Chỉ số chuyển đổi số cấp tỉnh (DTI) theo từng kỳ: ai đứng thứ mấy trong bao nhiêu tỉnh, thành phố.",
};

/// In English.
pub(super) const EN: RankingText = RankingText {
    title: "Ranking",
    lead: "The Digital Transformation Index (DTI) of provinces, by edition: who came where, of how many.",
};
