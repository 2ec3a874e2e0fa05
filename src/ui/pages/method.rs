//! `/phuong-phap/`: what the site computes, and by which rules.

use leptos::prelude::*;

use crate::address::Page;
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang, method_sections};
use crate::ui::components::{Fold, Folded, page_intro};
use crate::ui::head::Head;
use crate::ui::site::Site;
use crate::ui::view::View;

/// The sections of the method and, if the site is kept for reading without a network, a section on
/// that.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| page_intro(head), sections], rest: &[] };

const TITLE: Fixed = Fixed { vi: "Phương pháp", en: "Method" };
const LEAD: Fixed = Fixed {
    vi: "Trang này làm gì với các con số, và không làm gì.",
    en: "What this site does with the figures, and what it does not.",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn sections() -> AnyView {
    let site = Site::from_context();
    let sections = method_sections(site.lang()).iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|text| view! { <p>{*text}</p> }.into_any());
        let points = section.points.iter().map(|text| view! { <li>{*text}</li> }.into_any());
        let points = (!section.points.is_empty())
            .then(|| view! { <ul>{points.collect_view()}</ul> }.into_any());
        view! {
            <Fold id=section.id folded=Folded::OnPhones title=section.title>
                {paragraphs.collect_view()}
                {points}
            </Fold>
        }
        .into_any()
    });
    view! {
        <div class="t-prose">
            {sections.collect_view()} {site.is_kept_offline.then(|| view! { <OfflineSection /> }.into_any())}
        </div>
    }
    .into_any()
}

/// The section on what the browser keeps, with the button that removes it. `worker/register.js`
/// fills in the sentence that applies and makes the button work; without that script the button
/// stays hidden.
#[component]
fn OfflineSection() -> impl IntoView {
    let text = Site::from_context().lang().offline();
    let texts = text.section_texts.iter().map(|text| view! { <p>{*text}</p> }.into_any());
    view! {
        <section
            id="offline"
            data-is-kept=text.is_kept
            data-is-not-kept=text.is_not_kept
            data-cannot-keep=text.cannot_keep
            data-remove=text.remove
            data-keep=text.keep
        >
            <h2>{text.section}</h2>
            {texts.collect_view()}
            <p role="status"></p>
            <p class="t-links">
                <button type="button" hidden disabled></button>
            </p>
        </section>
    }
}
