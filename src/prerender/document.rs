//! One page as an HTML document.

use std::sync::Arc;

use leptos::prelude::*;

use super::program::{Programs, after, before};
use crate::address::{Address, Page, Parsed, href};
use crate::data::{Dataset, Day, Manifest};
use crate::i18n::Lang;
use crate::ui::{Site, any_page, app, head};

/// What all pages share.
pub struct Document<'a> {
    /// The page around all pages, with its marks.
    pub template: &'a str,
    /// The programs that bring pages to life.
    pub programs: Programs<'a>,
    /// What stands for the present state of the data in the paths of the files that programs load: a
    /// page written from these data never gets others. Empty for none.
    pub version: &'a str,
    /// Which data files there are, to have them loaded beforehand.
    pub manifest: Option<&'a Manifest>,
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
const PROGRAM: &str = "<!--tinhso:program-->";
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
    let page = &address.page;
    let head = head_tags(document, dataset, address) + &before(document, dataset, page);
    let folder = data_folder(document, page);
    let files: Vec<String> = files_of(document, dataset, page);
    let files: Vec<String> = files.iter().map(|file| format!("{folder}{file}")).collect();
    let marks = [
        (HEAD, head),
        (PROGRAM, after(document, dataset, (address.lang, page), &files)),
        (LANG, format!("<html lang=\"{}\"", address.lang.code())),
        (BASE, root_attributes(document, dataset, address)),
        // Last, so that no text of the page is taken for a mark.
        (APP, body),
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

/// The folder of the data files a page's program loads, below the base.
pub(super) fn data_folder(document: &Document<'_>, page: &Page) -> String {
    let folder = page.data_folder();
    match document.version {
        "" => folder,
        version => format!("{folder}{version}/"),
    }
}

/// The data files a page's program loads, by their paths in that folder.
fn files_of(document: &Document<'_>, dataset: &Dataset, page: &Page) -> Vec<String> {
    let Some(manifest) = document.manifest.cloned() else { return Vec::new() };
    let loaded = if page.needs_all(dataset) { manifest } else { manifest.narrowed() };
    let paths = loaded.paths().map(str::to_owned);
    std::iter::once("manifest.json".to_owned()).chain(paths).collect()
}

/// What the browser's program must know of the page before it has data.
fn root_attributes(document: &Document<'_>, dataset: &Dataset, address: &Address) -> String {
    let all = if address.page.needs_all(dataset) { " data-all" } else { "" };
    let (base, day) = (escape(document.base), document.today);
    let from = data_folder(document, &address.page);
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
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
