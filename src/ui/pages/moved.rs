//! In the place of a topic whose figures went to another one.

use leptos::prelude::*;

use crate::address::{MovedTopic, Page};
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang};
use crate::ui::head::{Head, Place};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// Says where its figures are, and leads to each: the element of a figure that a link points at is the
/// link to its card.
pub(crate) const VIEW: View = View { head, prepare: || (), top: &[leads_on], rest: &[] };

const TITLE: Fixed =
    Fixed { vi: "Chủ đề này đã được chuyển", en: "This topic has moved" };
const LEAD: Fixed = Fixed {
    vi: "Các con số của chủ đề này, với nguồn và liên kết cũ, nay nằm ở:",
    en: "The figures of this topic, with their sources and old links, are now at:",
};

/// The other page is the one to be found.
fn head(lang: Lang, _: &Dataset, page: &Page) -> Head {
    let place = moved(page).map_or(Place::Nowhere, |(_, to)| Place::At(to));
    Head { place, ..Head::of(lang, TITLE.of(lang), LEAD.of(lang)) }
}

/// What became of a page's topic, and the page that has what stood on this one; `None` for a page that
/// has what it had.
pub(crate) fn moved(page: &Page) -> Option<(MovedTopic, Page)> {
    match page {
        Page::Compare(concept) => MovedTopic::from_concept(concept)
            .map(|moved| (moved, Page::Compare(moved.to.to_owned()))),
        Page::Concept(concept) => MovedTopic::from_concept(concept)
            .map(|moved| (moved, Page::Concept(moved.to.to_owned()))),
        _ => None,
    }
}

fn leads_on() -> AnyView {
    let site = Site::here();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let Some((moved, to)) = moved(&site.page()) else { return ().into_any() };
    let figures: Vec<_> = dataset
        .entries()
        .filter(|o| moved.indicators.contains(&o.indicator.as_str()))
        .filter(|o| !dataset.others.provinces.contains(&o.province))
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
