//! Content that has no handlers is written as text and put into the page at once: less program to
//! load, and less work, than an object per element (decision 0013). `maud` escapes every text in it;
//! what `chart` draws comes escaped.

use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use crate::chart::{ChartError, glyph_svg};
use crate::compare::State;
use crate::i18n::Lang;
use crate::ui::figures::{Drawing, form_of};

/// Puts still content into the page. With [`still_of`] and [`said_of`] the only place outside `browser`
/// that sets markup as text.
pub(crate) fn still(content: Markup) -> AnyView {
    view! { <div class="t-still" inner_html=content.into_string()></div> }.into_any()
}

/// As [`still`], for content that follows the location.
pub(crate) fn still_of(content: impl Fn() -> Markup + Send + 'static) -> AnyView {
    view! { <div class="t-still" inner_html=move || content().into_string()></div> }.into_any()
}

/// As [`still_of`], for a part of a page (see [`part`]) that is read out when it changes: its element is
/// there before there is anything to say, and stays.
pub(crate) fn said_of(
    name: &'static str,
    content: impl Fn() -> Markup + Send + 'static,
) -> AnyView {
    let content = move || content().into_string();
    view! { <div role="status" data-part=name inner_html=content></div> }.into_any()
}

/// A part of a page that follows the location, by its name; see `browser::wake`.
#[cfg(feature = "ssr")]
pub(crate) fn part(name: &str, content: &Markup) -> Markup {
    html! { div class="t-still" data-part=(name) { (content) } }
}

/// The shape of a promise's state, for running text.
pub(crate) fn state_glyph(state: State) -> Markup {
    PreEscaped(glyph_svg(None, form_of(state)))
}

/// A drawing in both widths, of which the style sheet shows the one that fits, or the sentence that it
/// could not be drawn.
pub(crate) fn drawing(lang: Lang, drawing: Result<Drawing, ChartError>) -> Markup {
    let Ok(drawing) = drawing else {
        return html! { p class="t-notice" { (lang.messages().chart_failed()) } };
    };
    html! {
        div class="t-chart t-chart--wide" { (PreEscaped(drawing.wide)) }
        div class="t-chart t-chart--narrow" { (PreEscaped(drawing.narrow)) }
    }
}
