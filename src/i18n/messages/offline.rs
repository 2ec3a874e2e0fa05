//! The fixed texts about reading without a network. The prerendered page passes those of the notice
//! about a new release to a script, in its attributes.

/// The fixed texts about reading without a network, in one language.
#[allow(missing_docs, reason = "each field's name says where its text stands")]
pub struct OfflineText {
    /// The notice that there is a new release; the texts of its two buttons follow.
    pub new_release: &'static str,
    pub load: &'static str,
    pub later: &'static str,

    pub title: &'static str,
    pub lead: &'static str,
    pub kept_pages: &'static str,
    pub opened_pages: &'static str,

    pub section: &'static str,
    pub section_texts: [&'static str; 2],
    pub is_kept: &'static str,
    pub is_not_kept: &'static str,
    pub cannot_keep: &'static str,
    pub remove: &'static str,
    pub keep: &'static str,
}

/// In Vietnamese.
pub(in crate::i18n) static VI: OfflineText = OfflineText {
    new_release: "Trang này đã có bản mới.",
    load: "Tải bản mới",
    later: "Để sau",

    title: "Không có mạng",
    lead: "Trang bạn mở chưa được lưu trên máy này, và lúc này không tải được từ mạng.",
    kept_pages: "Những trang đọc được ngay",
    opened_pages: "Những trang bạn đã mở trước đây cũng đọc lại được, qua liên kết hoặc lịch sử trình duyệt.",

    section: "Đọc khi không có mạng",
    section_texts: [
        "Sau lần mở đầu, trình duyệt giữ trên máy này các trang chính, số liệu chung và những trang bạn đã mở, để đọc được cả khi không có mạng. Mỗi trang luôn đi với số liệu của chính bản đó. Khi có bản mới, trang đang mở báo cho bạn chứ không tự đổi.",
        "Chỉ các tệp của trang này được giữ, không có gì về bạn, và không có gì được gửi đi. Khi trình duyệt bật tiết kiệm dữ liệu, không tệp nào được giữ nếu bạn không yêu cầu.",
    ],
    is_kept: "Máy này đang giữ một bản để đọc khi không có mạng.",
    is_not_kept: "Máy này không giữ bản nào.",
    cannot_keep: "Trình duyệt này không giữ được trang để đọc khi không có mạng.",
    remove: "Xóa mọi thứ đã giữ và tắt",
    keep: "Giữ một bản trên máy này",
};

/// In English.
pub(in crate::i18n) static EN: OfflineText = OfflineText {
    new_release: "There is a new release of this site.",
    load: "Load it now",
    later: "Later",

    title: "No network",
    lead: "The page you opened is not kept on this device, and cannot be loaded from the network now.",
    kept_pages: "Pages that can be read now",
    opened_pages: "Pages you opened earlier can be read again, too, by a link or from the browser’s history.",

    section: "Reading without a network",
    section_texts: [
        "After the first visit the browser keeps on this device the main pages, the common data and the pages you have opened, so that they can be read without a network. Each page always comes with the data of its own release. When there is a new one, an open page tells you and does not change by itself.",
        "Only files of this site are kept, nothing about you, and nothing is sent. When the browser saves data, no file is kept unless you ask for it.",
    ],
    is_kept: "This device keeps a copy to read without a network.",
    is_not_kept: "This device keeps no copy.",
    cannot_keep: "This browser cannot keep the site to be read without a network.",
    remove: "Remove all that is kept and turn this off",
    keep: "Keep a copy on this device",
};
