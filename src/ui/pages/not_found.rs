//! An address that leads nowhere.

use leptos::prelude::*;

use super::topics::TITLE as TOPICS;
use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::components::{SearchField, TopicList, opening};
use crate::ui::head::{Head, Place};
use crate::ui::site::Site;
use crate::ui::view::View;

/// Says so, and offers the topics. What is searched for is looked up on the page of all topics: the
/// written page stands in the place of any other, and has no program.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| opening(head), home], rest: &[topics] };

const TITLE: Fixed = Fixed { vi: "Không có trang này", en: "There is no such page" };
const LEAD: Fixed = Fixed {
    vi: "Địa chỉ có thể đã gõ nhầm, hoặc chủ đề hay tỉnh này chưa có số liệu.",
    en: "The address may be mistyped, or this topic or province has no data yet.",
};
const TO_HOME: Fixed = Fixed { vi: "Về trang đầu", en: "To the home page" };

pub(super) fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head { place: Place::Nowhere, ..Head::of(lang, TITLE.of(lang), LEAD.of(lang)) }
}

fn home() -> AnyView {
    let site = Site::here();
    view! {
        <p>
            <a href=site.link(Page::Home)>{TO_HOME.of(site.lang())}</a>
        </p>
    }
    .into_any()
}

fn topics() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let (label, hint) = (messages.topics_search(), messages.topics_search_hint());
    view! {
        <h2>{TOPICS.of(site.lang())}</h2>
        <SearchField label hint action=site.link(Page::Topics) />
        <TopicList asked=None />
    }
    .into_any()
}
