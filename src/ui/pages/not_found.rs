//! The page for addresses that do not exist.

use leptos::prelude::*;

use super::topics::TITLE as TOPICS;
use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::components::{SearchField, TopicList, page_intro};
use crate::ui::head::{Canonical, Head};
use crate::ui::site::Site;
use crate::ui::view::View;

/// Says that there is no such page, and lists the topics. Its search leads to the page of all
/// topics: the host sends this file for any unknown address, so it cannot show results itself.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| page_intro(head), link_to_home], rest: &[topics] };

const TITLE: Fixed = Fixed { vi: "Không có trang này", en: "There is no such page" };
const LEAD: Fixed = Fixed {
    vi: "Địa chỉ có thể đã gõ nhầm, hoặc chủ đề hay tỉnh này chưa có số liệu.",
    en: "The address may be mistyped, or this topic or province has no data yet.",
};
const TO_HOME: Fixed = Fixed { vi: "Về trang đầu", en: "To the home page" };

pub(super) fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head { canonical: Canonical::Nowhere, ..Head::of(lang, TITLE.of(lang), LEAD.of(lang)) }
}

fn link_to_home() -> AnyView {
    let site = Site::from_context();
    view! {
        <p>
            <a href=site.link(Page::Home)>{TO_HOME.of(site.lang())}</a>
        </p>
    }
    .into_any()
}

fn topics() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <h2>{TOPICS.of(site.lang())}</h2>
        <SearchField label hint action=site.link(Page::Topics) />
        <TopicList />
    }
    .into_any()
}
