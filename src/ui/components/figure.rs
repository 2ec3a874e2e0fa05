//! A chart on a page, with its caption.

use leptos::prelude::*;

use crate::chart::ChartError;
use crate::ui::browser;
use crate::ui::figures::{Drawing, DrawingIds};
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
        Ok(Drawing { wide, narrow, ids, .. }) => {
            let (before, after) = ids.map(beside_marks).unzip();
            let div = |class: &'static str, svg: String| {
                move || view! { <div class=class inner_html=svg.clone()></div> }.into_any()
            };
            if wide.is_empty() {
                let small = defer(div("t-chart t-chart--small", narrow));
                return view! { {before} {small} {after} }.into_any();
            }
            let wide = div("t-chart t-chart--wide", wide);
            let narrow = div("t-chart t-chart--narrow", narrow);
            if Site::from_context().is_interactive && browser::is_narrow() {
                return view! { {before} {defer_hidden(wide)} {defer(narrow)} {after} }.into_any();
            }
            view! { {before} {defer(wide)} {defer(narrow)} {after} }.into_any()
        }
        Err(_) => {
            view! { <p class="t-notice">{Site::from_context().messages().chart_failed()}</p> }
                .into_any()
        }
    }
}

/// What stands before and behind a drawing for readers who use the keyboard.
///
/// The program makes all marks of a drawing one Tab stop. Until it has come, and where it cannot come,
/// each mark is a Tab stop of its own, because no other key would reach it; then there is a link that
/// skips them, and the words about the keys are not shown. The style sheet decides by the state of the
/// program.
fn beside_marks(DrawingIds { keys, end }: DrawingIds) -> (AnyView, AnyView) {
    let messages = Site::from_context().messages();
    let before = view! {
        <a class="t-skip t-chart-skip" href=format!("#{end}")>
            {messages.skip_chart()}
        </a>
    };
    let after = view! {
        <div id=keys>
            <p class="t-chart-keys">{messages.chart_keys()}</p>
        </div>
        <p id=end class="t-chart-end" tabindex="-1">
            {messages.end_of_chart()}
        </p>
    };
    (before.into_any(), after.into_any())
}
