//! The mark beside a name or a state.

use leptos::prelude::*;

use crate::chart::theme::Shape;
use crate::chart::{Series, glyph_svg};
use crate::compare::State;
use crate::data::Kind;
use crate::digits::shortest;
use crate::ui::figures::form_of;

/// The mark of a series: filled for a result, hollow for a target. It is decoration: the name stands
/// beside it.
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
    view! { <Svg class corners=corners.join(" ") /> }
}

/// The general mark of results or targets, for legends.
#[component]
pub(crate) fn KindGlyph(kind: Kind) -> impl IntoView {
    let class = match kind {
        Kind::Result => "t-glyph f-ink",
        Kind::Target => "t-glyph s-ink",
    };
    view! { <Svg class=class.to_owned() corners=String::new() /> }
}

/// A polygon of these corners, or a circle without any.
#[component]
fn Svg(class: String, corners: String) -> impl IntoView {
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

/// The shape of a promise's state, for running text.
#[component]
pub(crate) fn StateGlyph(state: State) -> impl IntoView {
    view! { <span class="t-state" inner_html=glyph_svg(None, form_of(state))></span> }
}
