//! Glyphs: the small shapes beside names and states.

use leptos::prelude::*;

use crate::chart::theme::Shape;
use crate::chart::{Series, glyph_svg};
use crate::compare::State;
use crate::data::Kind;
use crate::digits::shortest;
use crate::ui::figures::mark_form;

/// The shape of a series, filled for a result and hollow for a target. It is hidden from screen
/// readers, because there is always a name beside it.
#[component]
pub(crate) fn Glyph(series: Series, #[prop(default = true)] filled: bool) -> impl IntoView {
    let name = series.swatch().name;
    let class = if filled { format!("t-glyph f-{name}") } else { format!("t-glyph s-{name}") };
    let corners: Vec<String> = match series.shape() {
        Shape::Circle => Vec::new(),
        shape => shape
            .corners()
            .iter()
            .map(|(x, y)| format!("{},{}", shortest(*x), shortest(*y)))
            .collect(),
    };
    view! { <GlyphSvg class corners=corners.join(" ") /> }
}

/// The shape for all results or all targets, for legends.
#[component]
pub(crate) fn KindGlyph(kind: Kind) -> impl IntoView {
    let class = match kind {
        Kind::Result => "t-glyph f-ink",
        Kind::Target => "t-glyph s-ink",
    };
    view! { <GlyphSvg class=class.to_owned() corners=String::new() /> }
}

/// A polygon with these corners, or a circle if there are none.
#[component]
fn GlyphSvg(class: String, corners: String) -> impl IntoView {
    let shape = if corners.is_empty() {
        view! { <circle r="1"></circle> }.into_any()
    } else {
        view! { <polygon points=corners></polygon> }.into_any()
    };
    view! {
        <svg class=class viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true">
            {shape}
        </svg>
    }
}

/// The shape for the state of a promise, for running text.
#[component]
pub(crate) fn StateGlyph(state: State) -> impl IntoView {
    view! { <span class="t-state" inner_html=glyph_svg(None, mark_form(state))></span> }
}
