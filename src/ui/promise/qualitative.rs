//! Promises in words alone. They are listed with source and deadline, and never assessed.

use leptos::prelude::*;

use super::words::deadline_text;
use crate::data::Observation;
use crate::ui::components::{CaveatNotes, Glyph, SourceLink};
use crate::ui::site::Site;
use crate::ui::words;

/// The list with its heading; nothing if there are none. `names_province` is false on the page of a
/// province.
#[component]
pub(crate) fn Qualitative(
    promises: Vec<&'static Observation>,
    names_province: bool,
) -> impl IntoView {
    let messages = Site::from_context().messages();
    (!promises.is_empty()).then(|| {
        let items = promises.into_iter().map(|promise| {
            view! {
                <li>
                    <Item promise names_province />
                </li>
            }
            .into_any()
        });
        view! {
            <section class="t-promises" aria-labelledby="qualitative">
                <h2 id="qualitative">{messages.qualitative_title()}</h2>
                <p class="t-muted">{messages.qualitative_hint()}</p>
                <ul>{items.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Item(promise: &'static Observation, names_province: bool) -> impl IntoView {
    let site = Site::from_context();
    let (lang, dataset) = (site.lang(), site.dataset);
    let indicator = dataset.indicator(&promise.indicator)?;
    let province = names_province.then(|| {
        let name = words::short_name(lang, dataset, &promise.province);
        view! {
            <Glyph series=site.series(&promise.province) />
            {format!("{name} · ")}
        }
        .into_any()
    });
    Some(
        view! {
            <div class="t-qualitative t-article" id=promise.id.as_str() tabindex="-1">
                <p>
                    <a href=site.permalink(&promise.id)>
                        <strong>{words::pick(lang, &indicator.name)}</strong>
                    </a>
                </p>
                <p>{province} {deadline_text(lang, promise)} <CaveatNotes observation=promise /></p>
                <p class="t-muted">
                    {words::pick(lang, &indicator.definition)}
                    {format!(" {}: ", site.messages().source())}
                    <SourceLink observation=promise />
                    "."
                </p>
            </div>
        }
        .into_any(),
    )
}
