//! Replaces the page of a topic whose figures were moved to another topic.

use leptos::prelude::*;

use crate::address::{MovedTopic, Page};
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::head::{Canonical, Head};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// Says where the figures are now, with a link to each. The item of a figure has the figure's id,
/// so that old links lead to it.
pub(crate) const VIEW: View = View { head, prepare: || (), top: &[links_to_new_place], rest: &[] };

const TITLE: Fixed =
    Fixed { vi: "Chủ đề này đã được chuyển", en: "This topic has moved" };
const LEAD: Fixed = Fixed {
    vi: "Các con số của chủ đề này, với nguồn và liên kết cũ, nay nằm ở:",
    en: "The figures of this topic, with their sources and old links, are now at:",
};

/// Search engines should show the other page.
fn head(lang: Lang, _: &Dataset, page: &Page) -> Head {
    let canonical =
        new_place_of(page).map_or(Canonical::Nowhere, |(_, to)| Canonical::OtherPage(to));
    Head { canonical, ..Head::of(lang, TITLE.of(lang), LEAD.of(lang)) }
}

/// Where the topic of a page was moved to, and the page that has its content now; `None` for a page
/// that was not moved.
pub(crate) fn new_place_of(page: &Page) -> Option<(MovedTopic, Page)> {
    match page {
        Page::Compare(concept) => MovedTopic::from_concept(concept)
            .map(|moved| (moved, Page::Compare(moved.to.to_owned()))),
        Page::Concept(concept) => MovedTopic::from_concept(concept)
            .map(|moved| (moved, Page::Concept(moved.to.to_owned()))),
        _ => None,
    }
}

fn links_to_new_place() -> AnyView {
    let site = Site::from_context();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let Some((moved, to)) = new_place_of(&site.page()) else { return ().into_any() };
    let figures: Vec<_> = dataset
        .entries()
        .filter(|o| moved.indicators.contains(&o.indicator.as_str()))
        .filter(|o| !dataset.is_of_others(o))
        .collect();
    let figures = (!figures.is_empty()).then(|| {
        let items = figures.into_iter().map(|figure| {
            view! {
                <li id=figure.id.as_str()>
                    <a href=site.permalink(&figure.id)>{words::fact(lang, dataset, figure)}</a>
                </li>
            }
            .into_any()
        });
        view! {
            <h2>{messages.cards_title()}</h2>
            <ul class="t-reading">{items.collect_view()}</ul>
        }
        .into_any()
    });
    view! {
        <h1>{TITLE.of(lang)}</h1>
        <p class="t-lead">
            {LEAD.of(lang)} " "
            <a href=site.link(to)>{words::topic_name(lang, dataset, moved.to)}</a>
        </p>
        {figures}
    }
    .into_any()
}
