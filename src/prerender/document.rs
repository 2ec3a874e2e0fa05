//! One page as an HTML document.

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, Page, Parsed, href};
use crate::data::{Dataset, Day};
use crate::i18n::Lang;
use crate::ui::{Site, any_page, app, head};

/// What all pages share.
pub struct Document<'a> {
    /// The page Trunk built, with its marks.
    pub template: &'a str,
    /// The same, with the program of the pages about all provinces.
    pub template_of_all: &'a str,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'a str,
    /// Scheme and host, without a slash at the end; empty when not known.
    pub origin: &'a str,
    /// The day the pages are written, on which promises are assessed.
    pub today: Day,
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
const BASE: &str = "data-base=\"/\"";

/// The whole document of an address. An error names the mark the template lacks.
pub fn render(
    document: &Document<'_>,
    dataset: &Arc<Dataset>,
    address: &Address,
) -> Result<String, String> {
    // As in the browser, which loads no more than the page needs.
    let narrowed = match &address.page {
        Page::Compare(concept) | Page::Concept(concept) => Some(dataset.of_topic(concept)),
        page if page.needs_all(dataset) => None,
        _ => Some(Dataset::clone(dataset).narrowed()),
    };
    let narrowed = narrowed.map(Arc::new);
    let dataset = narrowed.as_ref().unwrap_or(dataset);
    let body = render_body(document, dataset, address);
    let marks = [
        (HEAD, head_tags(document, dataset, address)),
        (LANG, format!("<html lang=\"{}\"", address.lang.code())),
        (BASE, root_attributes(document, dataset, address)),
        // Last, so that no text of the page is taken for a mark.
        (APP, body),
    ];
    let is_of_all = address.page.needs_all(dataset);
    let template = if is_of_all { document.template_of_all } else { document.template };
    let mut html = template.to_owned();
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

/// What the browser's program must know of the page before it has data.
fn root_attributes(document: &Document<'_>, dataset: &Dataset, address: &Address) -> String {
    let all = if address.page.needs_all(dataset) { " data-all" } else { "" };
    let (base, day, from) = (escape(document.base), document.today, address.page.data_folder());
    format!("data-base=\"{base}\" data-day=\"{day}\" data-from=\"{}\"{all}", escape(&from))
}

/// The content of the page as the browser would show it, with its controls waiting.
fn render_body(document: &Document<'_>, dataset: &Arc<Dataset>, address: &Address) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let location = RwSignal::new(Parsed { address: address.clone(), ignored: Vec::new() });
        let site = Site {
            dataset: Arc::clone(dataset),
            lost: Arc::from([]),
            base: Arc::from(document.base),
            location,
            today: document.today,
            is_interactive: false,
        };
        app(site, any_page).to_html()
    });
    owner.cleanup();
    // Marks that only an application hydrating the page would need.
    html.replace("<!>", "")
}

fn head_tags(document: &Document<'_>, dataset: &Dataset, address: &Address) -> String {
    let head = head(dataset, address);
    let (title, description) = (escape(&head.title), escape(&head.description));
    let mut tags =
        format!("<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n");
    if address.page == Page::NotFound {
        tags.push_str("<meta name=\"robots\" content=\"noindex\">\n");
        return tags;
    }
    let link = |rel: &str, lang: &str, url: &str| {
        let hreflang =
            if lang.is_empty() { String::new() } else { format!(" hreflang=\"{lang}\"") };
        format!("<link rel=\"{rel}\"{hreflang} href=\"{}\">", escape(url))
    };
    let meta = |property: &str, content: &str| {
        format!("<meta property=\"{property}\" content=\"{content}\">")
    };
    let url_in = |lang: Lang| document.url(&Address { lang, ..address.clone() });
    let locale = match address.lang {
        Lang::Vi => "vi_VN",
        Lang::En => "en_US",
    };
    let lines = [
        link("canonical", "", &document.url(address)),
        link("alternate", "vi", &url_in(Lang::Vi)),
        link("alternate", "en", &url_in(Lang::En)),
        link("alternate", "x-default", &url_in(Lang::Vi)),
        meta("og:type", "article"),
        meta("og:title", &title),
        meta("og:description", &description),
        meta("og:url", &escape(&document.url(address))),
        meta("og:locale", locale),
    ];
    tags.push_str(&lines.join("\n"));
    tags
}

/// Text for an attribute in double quotes or for an element.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
