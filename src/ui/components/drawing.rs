//! Markup from `chart` in the page. Of a chart both widths are there, the stylesheet shows the one
//! that fits.

use leptos::prelude::*;

use crate::chart::{ChartError, glyph_svg};
use crate::compare::State;
use crate::i18n::Lang;
use crate::ui::figures::{Drawing, form_of};

/// The shape of a promise's state, for running text.
pub(crate) fn state_glyph(state: State) -> AnyView {
    view! { <span inner_html=glyph_svg(None, form_of(state))></span> }.into_any()
}

/// A drawing, or the sentence that it could not be drawn. This file is the only place that sets markup
/// as text: it comes from `chart`, which escapes every text in it.
pub(crate) fn drawing(lang: Lang, drawing: Result<Drawing, ChartError>) -> AnyView {
    match drawing {
        Ok(drawing) => view! {
            <div class="t-chart t-chart--wide" inner_html=drawing.wide></div>
            <div class="t-chart t-chart--narrow" inner_html=drawing.narrow></div>
        }
        .into_any(),
        Err(_) => view! { <p class="t-notice">{lang.messages().chart_failed}</p> }.into_any(),
    }
}
