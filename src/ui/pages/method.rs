//! `/phuong-phap/`: what is computed, and by which rule.

use leptos::prelude::*;

use crate::i18n::method_sections;
use crate::ui::site::Site;

/// The method, section by section.
pub(crate) fn method(site: &Site) -> AnyView {
    let messages = site.messages();
    let sections = method_sections(site.lang())
        .iter()
        .map(|section| {
            let paragraphs =
                section.paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view();
            let points = (!section.points.is_empty()).then(|| {
                let points =
                    section.points.iter().map(|text| view! { <li>{*text}</li> }).collect_view();
                view! { <ul>{points}</ul> }
            });
            view! {
                <section id=section.id>
                    <h2>{section.title}</h2>
                    {paragraphs} {points}
                </section>
            }
        })
        .collect_view();
    view! {
        <h1>{messages.method_title}</h1>
        <p class="t-lead">{messages.method_lead}</p>
        <div class="t-prose">{sections}</div>
    }
    .into_any()
}
