//! A chart on a page, with its caption.

use leptos::prelude::*;

use crate::chart::ChartError;
use crate::ui::browser;
use crate::ui::figures::Drawing;
use crate::ui::reactive::{defer, defer_hidden};
use crate::ui::site::Site;

/// A chart with its caption.
#[component]
pub(crate) fn CaptionedChart(
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

/// A drawing in both widths, of which the style sheet shows the one that fits; or only the narrow
/// drawing, if there is no wide one. If the chart could not be drawn, a sentence says so.
///
/// Apart from glyphs this is the only markup that is set as text, which is safe because `chart`
/// escapes all text in it.
#[component]
pub(crate) fn Chart(drawing: Result<Drawing, ChartError>) -> impl IntoView {
    match drawing {
        Ok(Drawing { wide, narrow, .. }) => {
            let div = |class: &'static str, svg: String| {
                move || view! { <div class=class inner_html=svg.clone()></div> }.into_any()
            };
            if wide.is_empty() {
                return defer(div("t-chart t-chart--small", narrow));
            }
            let wide = div("t-chart t-chart--wide", wide);
            let narrow = div("t-chart t-chart--narrow", narrow);
            if Site::from_context().is_interactive && browser::is_narrow() {
                return view! { {defer_hidden(wide)} {defer(narrow)} }.into_any();
            }
            view! { {defer(wide)} {defer(narrow)} }.into_any()
        }
        Err(_) => {
            view! { <p class="t-notice">{Site::from_context().messages().chart_failed()}</p> }
                .into_any()
        }
    }
}
