//! `/phuong-phap/`: what is computed, and by which rule.

use leptos::prelude::*;

use super::offline::Kept;
use crate::i18n::method_sections;
use crate::ui::site::Site;
use crate::ui::view::View;

/// The method, section by section; where the browser keeps the site, also what it keeps and how to be rid
/// of it.
pub(crate) const VIEW: View = View { prepare: || (), sections: &[heading, sections] };

fn heading() -> AnyView {
    let messages = Site::here().messages();
    view! {
        <h1>{messages.method_title()}</h1>
        <p class="t-lead">{messages.method_lead()}</p>
    }
    .into_any()
}

fn sections() -> AnyView {
    let site = Site::here();
    let sections = method_sections(site.lang()).iter().map(|section| {
        let paragraphs = section.paragraphs.iter().map(|text| view! { <p>{*text}</p> }.into_any());
        let points = section.points.iter().map(|text| view! { <li>{*text}</li> }.into_any());
        let points = (!section.points.is_empty())
            .then(|| view! { <ul>{points.collect_view()}</ul> }.into_any());
        view! {
            <section id=section.id>
                <h2>{section.title}</h2>
                {paragraphs.collect_view()}
                {points}
            </section>
        }
        .into_any()
    });
    view! {
        <div class="t-prose">
            {sections.collect_view()} {site.is_kept.then(|| view! { <Kept /> }.into_any())}
        </div>
    }
    .into_any()
}
