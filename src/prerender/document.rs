//! Renders one page as an HTML document.

use leptos::prelude::*;

use super::offline::{self, Offline};
use super::parts::Parts;
use super::words::script_words;
use crate::address::{Address, Page, Parsed, href};
use crate::data::{BUNDLES, Dataset, Day};
use crate::i18n::Lang;
use crate::ui::{
    ChangesWith, ControlState, Head, OFFLINE, PageContext, Shell, Site, View, changes_with, head,
    route,
};

/// What all pages of a release have in common.
pub struct Document<'a> {
    /// The template, with its marks.
    pub template: &'a str,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'a str,
    /// Scheme and host, without a slash at the end; empty if not known.
    pub origin: &'a str,
    /// The day on which the pages are written, and promises are assessed.
    pub today: Day,
    /// The folder of the bundles of this release, with a slash at its end; empty for the root of
    /// the site. Each release has its own, so that no page loads data of another one.
    pub release: &'a str,
    /// What keeps the site for reading without a network; `None` if nothing does.
    pub offline: Option<&'a Offline>,
}

impl Document<'_> {
    fn url(&self, address: &Address) -> String {
        format!("{}{}", self.origin, href(self.base, address))
    }

    /// The site map of these pages.
    pub(super) fn site_map(&self, pages: &[Address]) -> String {
        let urls: Vec<String> = pages
            .iter()
            .map(|address| format!("  <url><loc>{}</loc></url>\n", escape(&self.url(address))))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
            urls.concat()
        )
    }
}

const HEAD: &str = "<!--tinhso:head-->";
const APP: &str = "<!--tinhso:app-->";
const LANG: &str = "<html lang=\"vi\"";
const BASE: &str = "data-base=\"\"";
const WORDS: &str = "data-words=\"{}\"";

/// The document of an address. For a topic that was moved it is the page with links to the new
/// place. An error names the mark that the template lacks.
pub fn render(
    document: &Document<'_>,
    parts: &Parts<'_>,
    address: &Address,
) -> Result<String, String> {
    let after = match address.page {
        Page::NotFound => template_in_other_language(document, parts, &address.in_other_language()),
        _ => String::new(),
    };
    fill_template(document, parts, address, route(&address.page).view, &after)
}

/// The document that the service worker shows when there is no network.
pub(super) fn render_offline(
    document: &Document<'_>,
    parts: &Parts<'_>,
    lang: Lang,
) -> Result<String, String> {
    fill_template(document, parts, &Address::new(lang, Page::NotFound), OFFLINE, "")
}

/// A `<template>` with the page in its other language. A host has one 404 page for all addresses,
/// so `src/start.js` shows this content to readers who asked for an address of that language.
fn template_in_other_language(
    document: &Document<'_>,
    parts: &Parts<'_>,
    address: &Address,
) -> String {
    let dataset = parts.of_page(&address.page);
    let (body, controls) = render_body(document, dataset, address, route(&address.page).view);
    format!(
        "<template lang=\"{lang}\" title=\"{title}\" data-folder=\"{folder}\" data-words=\"{words}\">\
         {body}</template>\n",
        lang = address.lang.code(),
        title = escape(&head(dataset, address).title),
        folder = escape(&href(document.base, address)),
        words = escape(&script_words(address.lang, dataset, &controls)),
    )
}

/// Fills the template with a view. `after` is markup to put behind the content.
fn fill_template(
    document: &Document<'_>,
    parts: &Parts<'_>,
    address: &Address,
    view: View,
    after: &str,
) -> Result<String, String> {
    let dataset = parts.of_page(&address.page);
    let tags = head_tags(document, &(view.head)(address.lang, dataset, &address.page), address);
    let (body, controls) = render_body(document, dataset, address, view);
    // This file is sent in place of other pages. The program may be able to show the page that was
    // asked for, or know which one was meant.
    let lost = if address.page == Page::NotFound { " data-lost" } else { "" };
    let marks = [
        (HEAD, tags + &offline::tags(document, address.lang)),
        (LANG, format!("<html lang=\"{}\"", address.lang.code())),
        (BASE, root_attributes(document, parts, &address.page) + lost),
        (
            WORDS,
            format!("data-words=\"{}\"", escape(&script_words(address.lang, dataset, &controls))),
        ),
        // Last, so that no text of the page is mistaken for a mark.
        (APP, body + after),
    ];
    let mut html = document.template.to_owned();
    for (mark, text) in marks {
        if html.matches(mark).count() != 1 {
            return Err(format!(
                "template: found the mark {mark} {} times, expected it once; put it into \
                 index.html (CONTRIBUTING.md, \"The page template\")",
                html.matches(mark).count()
            ));
        }
        html = html.replacen(mark, &text, 1);
    }
    Ok(html)
}

/// The path of the bundle of a page, below the base; `None` for a page that nothing changes.
pub(super) fn bundle_path(
    document: &Document<'_>,
    parts: &Parts<'_>,
    page: &Page,
) -> Option<String> {
    let file = Parts::part_needed_by(page).file_name();
    (changes_with(page, parts.of_page(page)) != ChangesWith::Nothing)
        .then(|| format!("{}{BUNDLES}{file}", document.release))
}

/// The attributes with what the program must know before it has data.
fn root_attributes(document: &Document<'_>, parts: &Parts<'_>, page: &Page) -> String {
    let (base, day) = (escape(document.base), document.today);
    let bundles = escape(&format!("{}{BUNDLES}", document.release));
    let own = bundle_path(document, parts, page);
    let own = own.map(|path| format!(" data-bundle=\"{}\"", escape(&path))).unwrap_or_default();
    format!("data-base=\"{base}\" data-day=\"{day}\" data-bundles=\"{bundles}\"{own}")
}

/// The content of the page as the browser would show it, but with its controls inactive, and what
/// each control shows.
fn render_body(
    document: &Document<'_>,
    dataset: &'static Dataset,
    address: &Address,
    view: View,
) -> (String, Vec<ControlState>) {
    let owner = Owner::new();
    let (html, controls) = owner.with(|| {
        let controls = StoredValue::default();
        provide_context(Site::from(PageContext {
            dataset,
            base: document.base.to_owned().leak(),
            location: RwSignal::new(Parsed::from(address.clone())),
            page_day: document.today,
            reader_day: RwSignal::new(document.today),
            wrong_clock: RwSignal::new(None),
            is_interactive: false,
            is_kept_offline: document.offline.is_some(),
            opened: RwSignal::default(),
            sections: RwSignal::default(),
            go_to: |_| (),
            controls,
            check_day: || (),
        }));
        let html = untrack(|| {
            (view.prepare)();
            let sections = move || view.sections().map(|section| section()).collect_view();
            view! { <Shell>{sections()}</Shell> }.to_html()
        });
        (html, controls.get_value())
    });
    owner.cleanup();
    // Markers that Leptos writes for hydration, which this site does not use.
    let html = html.replace("<!>", "").replace("<!--<() />-->", "");
    (html.replace("<tr class=\"\"", "<tr"), controls)
}

/// The title and the other elements of `<head>` for a page.
fn head_tags(document: &Document<'_>, head: &Head, address: &Address) -> String {
    let tags = head.tags(document.origin, document.base, address);
    let mut lines = vec![format!("<title>{}</title>", escape(&head.title))];
    lines.extend(tags.iter().map(|(name, attributes)| {
        let attributes =
            attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        format!("<{name}{}>", attributes.collect::<String>())
    }));
    lines.join("\n")
}

/// Escapes a text for an element, or for an attribute in double quotes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
