//! The fixed texts of the pages on provinces and their mergers.

/// The fixed texts of the pages on provinces and their mergers, in one language.
#[allow(missing_docs, reason = "each field's name says where its text stands")]
pub struct LineageText {
    pub nav: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
}

/// In Vietnamese.
pub(super) const VI: LineageText = LineageText {
    nav: "Tỉnh, thành",
    title: "Từ 63 tỉnh, thành phố thành 34",
    lead: "Từ ngày 1/7/2025, tỉnh nào nhập vào đâu, và tỉnh, thành phố nào nay gồm những nơi nào.",
};

/// In English.
pub(super) const EN: LineageText = LineageText {
    nav: "Provinces",
    title: "From 63 provinces and cities to 34",
    lead: "What each province became on 1 July 2025, and what each of today’s provinces is made of.",
};
