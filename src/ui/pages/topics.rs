//! `/so-sanh/`: the list of all topics.

use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::components::{page_intro, topic_search};
use crate::ui::head::Head;
use crate::ui::view::View;

/// All topics by pillar, with a search.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| page_intro(head), topic_search], rest: &[] };

/// Other pages use it as the heading of their list of topics.
pub(crate) const TITLE: Fixed =
    Fixed { vi: "Chọn một chủ đề để so sánh", en: "Choose a topic to compare" };
const LEAD: Fixed = Fixed {
    vi: "Mỗi chủ đề là một việc nhiều nơi cùng đo, có khi bằng những cách khác nhau.",
    en: "A topic is one thing that several places measure, sometimes in different ways.",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}
