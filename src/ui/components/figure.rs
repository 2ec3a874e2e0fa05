//! A chart on a page, and what stands around it.

use leptos::prelude::*;

use crate::chart::ChartError;
use crate::ui::browser;
use crate::ui::figures::Drawing;
use crate::ui::live::{later, unseen};
use crate::ui::site::Site;

/// A chart with its caption.
#[component]
pub(crate) fn Figure(
    drawing: Result<Drawing, ChartError>,
    /// The caption: a heading, and what there is to know.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let caption =
        children.map(|children| view! { <figcaption>{children()}</figcaption> }.into_any());
    view! {
        <figure class="t-figure">
            {caption}
            <Chart drawing />
        </figure>
    }
}

/// A drawing in both widths, of which the style sheet shows the one that fits, or in the narrow one alone, or
/// the sentence that it could not be drawn. Beside marks the only markup that is set as text: `chart` escapes all that it writes.
#[component]
pub(crate) fn Chart(drawing: Result<Drawing, ChartError>) -> impl IntoView {
    match drawing {
        Ok(Drawing { wide, narrow, .. }) => {
            let div = |class: &'static str, svg: String| {
                move || view! { <div class=class inner_html=svg.clone()></div> }.into_any()
            };
            if wide.is_empty() {
                return later(div("t-chart t-chart--small", narrow));
            }
            let wide = div("t-chart t-chart--wide", wide);
            let narrow = div("t-chart t-chart--narrow", narrow);
            if Site::here().is_live && browser::is_narrow() {
                return view! { {unseen(wide)} {later(narrow)} }.into_any();
            }
            view! { {later(wide)} {later(narrow)} }.into_any()
        }
        Err(_) => {
            view! { <p class="t-notice">{Site::here().messages().chart_failed()}</p> }.into_any()
        }
    }
}
