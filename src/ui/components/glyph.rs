//! A province's mark beside its name.

use maud::{Markup, html};

use crate::chart::Series;
use crate::chart::theme::Shape;
use crate::data::Kind;
use crate::digits::shortest;

/// The mark of a series: filled for a result, hollow for a target. It is decoration: the name stands
/// beside it.
pub(crate) fn glyph(series: Series, is_filled: bool) -> Markup {
    let name = series.swatch().name;
    let class = if is_filled { format!("t-glyph f-{name}") } else { format!("t-glyph s-{name}") };
    let corners: Vec<String> = match series.shape() {
        Shape::Circle => Vec::new(),
        shape => shape
            .corners()
            .iter()
            .map(|(x, y)| format!("{},{}", shortest(*x), shortest(*y)))
            .collect(),
    };
    svg(&class, &corners.join(" "))
}

/// The general mark of results or targets, for legends.
pub(crate) fn kind_glyph(kind: Kind) -> Markup {
    svg(
        match kind {
            Kind::Result => "t-glyph f-ink",
            Kind::Target => "t-glyph s-ink",
        },
        "",
    )
}

/// A polygon of these corners, or a circle without any.
fn svg(class: &str, corners: &str) -> Markup {
    html! {
        svg class=(class) viewBox="-1.6 -1.6 3.2 3.2" aria-hidden="true" focusable="false" {
            @if corners.is_empty() { circle r="1" {} } @else { polygon points=(corners) {} }
        }
    }
}
