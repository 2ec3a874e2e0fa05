//! Where a figure comes from, in a line.

use maud::{Markup, html};

use crate::data::{Source, SourceKind};
use crate::i18n::phrase;
use crate::ui::site::Site;
use crate::ui::words;

/// A link to a source with its place in it, or its name where it has no address.
pub(crate) fn source_link(site: &Site, source: &Source, locator: &str) -> Markup {
    html! {
        (source_name(source)) ", " (place_in(site, source, locator))
        // A copy stands further from the facts than what it copies.
        @if source.kind == SourceKind::Repost {
            " " span class="t-muted" { "(" (site.messages().kind_repost()) ")" }
        }
    }
}

/// The place in a source; what it quotes is in the language of the source.
pub(crate) fn place_in(site: &Site, source: &Source, locator: &str) -> Markup {
    let place = phrase::locator(site.lang(), locator);
    if source.language == site.lang().code() {
        return html! { (place) };
    }
    let mut parts = place.split('“');
    html! {
        (parts.next().unwrap_or_default())
        @for part in parts {
            @match part.split_once('”') {
                Some((quoted, rest)) => {
                    span lang=(source.language) { "“" (quoted) "”" }
                    (rest)
                }
                None => { "“" (part) }
            }
        }
    }
}

/// A source by itself: its link, its title, what it is, and when it was published.
pub(crate) fn cite(site: &Site, source: &Source) -> Markup {
    html! { (source_name(source)) (source_facts(site, source)) }
}

/// A source's name, as a link where it has an address.
pub(crate) fn source_name(source: &Source) -> Markup {
    let name = words::source_name(source);
    html! {
        @match &source.url {
            Some(url) => { a href=(url) rel="noopener external" lang=(source.language) { (name) } }
            None => { span lang=(source.language) { (name) } }
        }
    }
}

/// What follows a source's name.
pub(super) fn source_facts(site: &Site, source: &Source) -> Markup {
    let lang = site.lang();
    html! {
        @if source.publisher.is_some() {
            " " cite lang=(source.language) { (source.title) }
        }
        span class="t-muted" {
            " · " (words::source_kind(lang, source.kind))
            " · " (words::source_date(lang, source))
        }
    }
}

/// A name and its value in a description list.
pub(crate) fn term(name: &str, value: &Markup) -> Markup {
    html! {
        div class="t-term" {
            dt { (name) }
            dd { (value) }
        }
    }
}
