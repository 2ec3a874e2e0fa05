//! A province's mark beside its name.

use leptos::prelude::*;

use crate::chart::Series;
use crate::chart::theme::Shape;
use crate::data::Kind;

/// The mark of a series: filled for a result, hollow for a target. It is decoration: the name stands
/// beside it.
pub(crate) fn glyph(series: Series, is_filled: bool) -> AnyView {
    let name = series.swatch().name;
    let class = if is_filled { format!("t-glyph f-{name}") } else { format!("t-glyph s-{name}") };
    let shape = match series.shape() {
        Shape::Circle => view! { <circle r="1" /> }.into_any(),
        shape => {
            let points: Vec<String> =
                shape.corners().iter().map(|(x, y)| format!("{x},{y}")).collect();
            view! { <polygon points=points.join(" ") /> }.into_any()
        }
    };
    view! {
        <svg class=class viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true" focusable="false">{shape}</svg>
    }
    .into_any()
}

/// The general mark of results or targets, for legends.
pub(crate) fn kind_glyph(kind: Kind) -> AnyView {
    let class = match kind {
        Kind::Result => "t-glyph f-ink",
        Kind::Target => "t-glyph s-ink",
    };
    view! {
        <svg class=class viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true" focusable="false">
            <circle r="1" />
        </svg>
    }
    .into_any()
}
