//! One page as an HTML document.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::json;

use super::offline::{self, Offline};
use super::program::{Programs, after, before, painted};
use super::shares::written_from;
use crate::address::{Address, Moved, Page, Parsed, href};
use crate::data::{Dataset, Day, SHARE};
use crate::i18n::Lang;
use crate::ui::{Site, View, app, head, moved, moved_from, moved_to};

/// What all pages share.
pub struct Document<'a> {
    /// The page around all pages, with its marks.
    pub template: &'a str,
    /// The programs that bring pages to life.
    pub programs: Programs<'a>,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'a str,
    /// Scheme and host, without a slash at the end; empty when not known.
    pub origin: &'a str,
    /// The day the pages are written, on which promises are assessed.
    pub today: Day,
    /// The folder the data files of this release lie in, with a slash at its end, so that no page finds
    /// those of another one; empty for the site's root.
    pub data: &'a str,
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
const PROGRAM: &str = "<!--tinhso:program-->";
const LANG: &str = "<html lang=\"vi\"";
const BASE: &str = "data-base=\"/\"";

/// The whole document of an address; of a topic whose figures went to another one the page that leads
/// there. An error names the mark the template lacks.
pub fn render(
    document: &Document<'_>,
    dataset: &Arc<Dataset>,
    address: &Address,
) -> Result<String, String> {
    if let Some(place) = moved_from(&address.page) {
        return render_moved(document, dataset, address, place);
    }
    let part = written_from(dataset, &address.page).map(Arc::new);
    let dataset = part.as_ref().unwrap_or(dataset);
    let body = render_body(document, dataset, address, offline::view(document));
    let page = &address.page;
    let tags = head_tags(document, dataset, address) + &before(document, page);
    let data = format!("{}{SHARE}", data_folder(document, page));
    let program = after(document, dataset, (address.lang, page), &data);
    let starts = !program.is_empty();
    let end = match page {
        Page::NotFound => in_other_language(document, dataset, address),
        _ => program,
    };
    assembled(document, address, Parts { tags, body, end, starts })
}

/// The content of the page in its other language, and the script that shows it to who asked for an address
/// of that language: a host has one such page for all addresses that lead nowhere.
fn in_other_language(document: &Document<'_>, dataset: &Arc<Dataset>, address: &Address) -> String {
    let address = address.in_other_language();
    let (lang, title) = (address.lang.code(), head(dataset, &address).title);
    let body = render_body(document, dataset, &address, offline::view(document));
    let folder = json!(href(document.base, &address)).to_string().replace('<', "\\u003c");
    format!(
        "<template id=\"{lang}\" lang=\"{lang}\" title=\"{title}\">{body}</template>\n\
         <script>if (location.pathname.startsWith({folder})) {{\n\
         const own = document.getElementById(\"{lang}\");\n\
         document.getElementById(\"app\").innerHTML = own.innerHTML;\n\
         document.title = own.title;\n\
         document.documentElement.lang = own.lang;\n\
         }}</script>\n",
        title = escape(&title),
    )
}

/// The document that takes the place of one that is not to be had without a network. No program starts
/// on it: it would take the address for a page whose data it does not have.
pub(super) fn render_offline(
    document: &Document<'_>,
    dataset: &Arc<Dataset>,
    lang: Lang,
) -> Result<String, String> {
    let dataset = &Arc::new(Dataset::clone(dataset).narrowed());
    let address = Address::of(lang, Page::NotFound);
    let body = render_body(document, dataset, &address, offline::offline_view);
    let text = lang.offline();
    let title = format!("{} – {}", text.title, lang.messages().site_name());
    let tags = unlisted(&escape(&title), &escape(text.lead));
    assembled(document, &address, Parts { tags, body, end: String::new(), starts: false })
}

/// The document of a topic whose figures went to another one: it is not listed, names the other as the
/// one to be found, and leads there. No program starts on it.
fn render_moved(
    document: &Document<'_>,
    dataset: &Arc<Dataset>,
    address: &Address,
    place: Moved,
) -> Result<String, String> {
    let body = render_body(document, dataset, address, moved);
    let lang = address.lang;
    let messages = lang.messages();
    let title = format!("{} – {}", messages.moved_title(), messages.site_name());
    let to = Address::of(lang, moved_to(&address.page, place));
    let tags = format!(
        "{}\n<link rel=\"canonical\" href=\"{}\">",
        unlisted(&escape(&title), &escape(messages.moved_lead())),
        escape(&document.url(&to)),
    );
    assembled(document, address, Parts { tags, body, end: String::new(), starts: false })
}

/// What takes the place of the marks.
struct Parts {
    tags: String,
    body: String,
    /// What stands after the body, and whether it starts a program.
    end: String,
    starts: bool,
}

/// The template with its marks replaced.
fn assembled(
    document: &Document<'_>,
    address: &Address,
    Parts { tags, body, end, starts }: Parts,
) -> Result<String, String> {
    // Programs and what keeps the site wait for it.
    let is_awaited = starts || document.offline.is_some();
    let painted = if is_awaited { painted() } else { String::new() };
    let tags = tags + &painted + &offline::tags(document, address.lang);
    let marks = [
        (HEAD, tags),
        (LANG, format!("<html lang=\"{}\"", address.lang.code())),
        (BASE, root_attributes(document, &address.page)),
        // Last, so that no text of the page is taken for a mark.
        (PROGRAM, end),
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

/// The folder of the data a page's program loads, below the base.
pub(super) fn data_folder(document: &Document<'_>, page: &Page) -> String {
    format!("{}{}", document.data, page.data_folder())
}

/// What the browser's program must know of the page before it has data.
fn root_attributes(document: &Document<'_>, page: &Page) -> String {
    let (base, day) = (escape(document.base), document.today);
    let from = escape(&data_folder(document, page));
    format!("data-base=\"{base}\" data-day=\"{day}\" data-from=\"{from}\"")
}

/// The content of the page as the browser would show it, with its controls waiting.
fn render_body(
    document: &Document<'_>,
    dataset: &Arc<Dataset>,
    address: &Address,
    view: View,
) -> String {
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
        app(&site, view).to_html()
    });
    owner.cleanup();
    // Marks that only an application hydrating the page would need.
    html.replace("<!>", "")
}

fn head_tags(document: &Document<'_>, dataset: &Dataset, address: &Address) -> String {
    let head = head(dataset, address);
    let (title, description) = (escape(&head.title), escape(&head.description));
    if address.page == Page::NotFound {
        return unlisted(&title, &description);
    }
    let mut tags = titled(&title, &description);
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

/// Title and description.
fn titled(title: &str, description: &str) -> String {
    format!("<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n")
}

/// The same, of what is not to be found by its address.
fn unlisted(title: &str, description: &str) -> String {
    format!("{}<meta name=\"robots\" content=\"noindex\">", titled(title, description))
}

/// Text for an attribute in double quotes or for an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
