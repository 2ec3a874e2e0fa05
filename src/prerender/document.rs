//! One page as an HTML document.

use leptos::prelude::*;

use super::offline::{self, Offline};
use super::parts::Parts;
use super::words::words;
use crate::address::{Address, Page, Parsed, href};
use crate::data::{BUNDLES, Dataset, Day};
use crate::i18n::Lang;
use crate::ui::{Control, Follows, Given, Head, OFFLINE, Shell, Site, View, follows, head, route};

/// What all pages share.
pub struct Document<'a> {
    /// The page around all pages, with its marks.
    pub template: &'a str,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'a str,
    /// Scheme and host, without a slash at the end; empty when not known.
    pub origin: &'a str,
    /// The day the pages are written, on which promises are assessed.
    pub today: Day,
    /// The folder the bundles of this release lie in, with a slash at its end, so that no page finds
    /// those of another one; empty for the site's root.
    pub release: &'a str,
    /// How the site is kept for reading without a network; left out, it is not.
    pub offline: Option<&'a Offline>,
}

impl Document<'_> {
    fn url(&self, address: &Address) -> String {
        format!("{}{}", self.origin, href(self.base, address))
    }

    /// The site map of the given pages.
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

/// The whole document of an address; of a topic whose figures went to another one the page that leads
/// there. An error names the mark the template lacks.
pub fn render(
    document: &Document<'_>,
    parts: &Parts<'_>,
    address: &Address,
) -> Result<String, String> {
    let after = match address.page {
        Page::NotFound => in_other_language(document, parts, &address.in_other_language()),
        _ => String::new(),
    };
    written(document, parts, address, route(&address.page).view, &after)
}

/// The document that takes the place of one that is not to be had without a network.
pub(super) fn render_offline(
    document: &Document<'_>,
    parts: &Parts<'_>,
    lang: Lang,
) -> Result<String, String> {
    written(document, parts, &Address::new(lang, Page::NotFound), OFFLINE, "")
}

/// The content of the page in its other language, which `src/start.js` shows to who asked for an address of
/// that language: a host has one such page for all addresses that lead nowhere.
fn in_other_language(document: &Document<'_>, parts: &Parts<'_>, address: &Address) -> String {
    let dataset = parts.of_page(&address.page);
    let (body, controls) = body(document, dataset, address, route(&address.page).view);
    format!(
        "<template lang=\"{lang}\" title=\"{title}\" data-folder=\"{folder}\" data-words=\"{words}\">\
         {body}</template>\n",
        lang = address.lang.code(),
        title = escape(&head(dataset, address).title),
        folder = escape(&href(document.base, address)),
        words = escape(&words(address.lang, dataset, &controls)),
    )
}

/// The template with its marks replaced by what a view shows, and what stands behind it.
fn written(
    document: &Document<'_>,
    parts: &Parts<'_>,
    address: &Address,
    view: View,
    after: &str,
) -> Result<String, String> {
    let dataset = parts.of_page(&address.page);
    let tags = head_tags(document, &(view.head)(address.lang, dataset, &address.page), address);
    let (body, controls) = body(document, dataset, address, view);
    // In the place of any page that is not to be had: the program may have it, or know which was meant.
    let lost = if address.page == Page::NotFound { " data-lost" } else { "" };
    let marks = [
        (HEAD, tags + &offline::tags(document, address.lang)),
        (LANG, format!("<html lang=\"{}\"", address.lang.code())),
        (BASE, root_attributes(document, parts, &address.page) + lost),
        (WORDS, format!("data-words=\"{}\"", escape(&words(address.lang, dataset, &controls)))),
        // Last, so that no text of the page is taken for a mark.
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

/// The file of the data that the program asks for as soon as it has come, below the base; `None` for a
/// page that nothing changes.
pub(super) fn bundle(document: &Document<'_>, parts: &Parts<'_>, page: &Page) -> Option<String> {
    let file = parts.needed_by(page).file_name();
    (follows(page, parts.of_page(page)) != Follows::Nothing)
        .then(|| format!("{}{BUNDLES}{file}", document.release))
}

/// What the program must know of the page before it has data.
fn root_attributes(document: &Document<'_>, parts: &Parts<'_>, page: &Page) -> String {
    let (base, day) = (escape(document.base), document.today);
    let bundles = escape(&format!("{}{BUNDLES}", document.release));
    let own = bundle(document, parts, page);
    let own = own.map(|path| format!(" data-bundle=\"{}\"", escape(&path))).unwrap_or_default();
    format!("data-base=\"{base}\" data-day=\"{day}\" data-bundles=\"{bundles}\"{own}")
}

/// The content of the page as the browser would show it, with its controls waiting, and what these stand at.
fn body(
    document: &Document<'_>,
    dataset: &'static Dataset,
    address: &Address,
    view: View,
) -> (String, Vec<Control>) {
    let owner = Owner::new();
    let (html, controls) = owner.with(|| {
        let controls = StoredValue::default();
        provide_context(Site::from(Given {
            dataset,
            base: document.base.to_owned().leak(),
            location: RwSignal::new(Parsed::from(address.clone())),
            today: document.today,
            now: RwSignal::new(document.today),
            is_live: false,
            is_kept: document.offline.is_some(),
            opened: RwSignal::default(),
            go: |_| (),
            controls,
            look_at_day: || (),
        }));
        let html = untrack(|| {
            (view.prepare)();
            let parts = move || view.parts().map(|part| part()).collect_view();
            view! { <Shell>{parts()}</Shell> }.to_html()
        });
        (html, controls.get_value())
    });
    owner.cleanup();
    // Marks that only an application hydrating the page would need.
    let html = html.replace("<!>", "").replace("<!--<() />-->", "");
    (html.replace("<tr class=\"\"", "<tr"), controls)
}

/// What a page says of itself, as it stands in `<head>`.
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

/// Text for an attribute in double quotes or for an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
