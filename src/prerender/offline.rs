//! Writes what makes the site installable and readable without a network: the web app manifests,
//! and the tags that name them.

use std::fmt::Write as _;

use serde_json::json;

use super::document::{Document, escape};
use super::release::UNKNOWN_VERSION;
use crate::address::{Address, Page, href, page_path};
use crate::i18n::Lang;

/// The script that registers the service worker, tells of a new release, and removes the service
/// worker (`worker/register.js`).
pub struct Offline {
    /// The name of the script, in the root of the site.
    pub script: String,
}

/// The path of the page that says there is no network. Only the service worker asks for it.
pub(super) fn offline_path(lang: Lang) -> String {
    format!("{}khong-co-mang/", page_path(lang, &Page::Home))
}

/// The name of the web app manifest.
pub(super) fn manifest_name(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "manifest.webmanifest",
        Lang::En => "manifest.en.webmanifest",
    }
}

/// The web app manifest, which says how the site looks once a reader has installed it. Each
/// language has its own, and both cover the whole site, so that changing the language stays within
/// the app.
pub(super) fn web_manifest(base: &str, lang: Lang) -> String {
    let messages = lang.messages();
    let start = href(base, &Address::new(lang, Page::Home));
    let icon = |name: &str, media_type: &str, sizes: &str, purpose: &str| json!({ "src": format!("{base}icons/{name}"), "type": media_type, "sizes": sizes, "purpose": purpose });
    let manifest = json!({
        "id": start,
        "name": format!("{} – {}", messages.site_name(), messages.site_tagline()),
        "short_name": messages.site_name(),
        "description": messages.home_title(),
        "lang": lang.code(),
        "dir": "ltr",
        "start_url": start,
        "scope": base,
        // This mode shows the address, which readers need to quote a page.
        "display": "minimal-ui",
        "theme_color": "#ffffff",
        "background_color": "#ffffff",
        "icons": [
            icon("icon.svg", "image/svg+xml", "any", "any"),
            icon("icon-192.png", "image/png", "192x192", "any"),
            icon("icon-512.png", "image/png", "512x512", "any"),
            icon("maskable-512.png", "image/png", "512x512", "maskable"),
        ],
    });
    format!("{manifest:#}\n")
}

/// The tags for the manifest, the icon of iOS and the script, which `src/start.js` loads. The texts
/// of the script are in attributes, so that it needs no language.
pub(super) fn tags(document: &Document<'_>, lang: Lang) -> String {
    let base = escape(document.base);
    let mut tags = format!(
        "\n<link rel=\"manifest\" href=\"{base}{}\">\n\
         <link rel=\"apple-touch-icon\" href=\"{base}icons/apple-touch-icon.png\">",
        manifest_name(lang)
    );
    if let Some(Offline { script }) = document.offline {
        let text = lang.offline();
        let [new, load, later] = [text.new_release, text.load, text.later].map(escape);
        let script = escape(script);
        let _ = write!(
            tags,
            "\n<meta name=\"offline\" content=\"{base}{script}\" data-base=\"{base}\" \
             data-release=\"{UNKNOWN_VERSION}\" data-new=\"{new}\" data-load=\"{load}\" \
             data-later=\"{later}\">"
        );
    }
    tags
}

/// The paths of the pages that are kept from the first visit on: those that say there is no
/// network. The program builds other pages in them from the data that are kept.
pub(super) fn kept_pages() -> Vec<String> {
    Lang::ALL.into_iter().map(offline_path).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_manifest_in_each_language_stays_below_the_base() {
        for base in ["/", "/tinhso/"] {
            for lang in Lang::ALL {
                let manifest: Value = serde_json::from_str(&web_manifest(base, lang)).unwrap();
                let start = if lang == Lang::En { format!("{base}en/") } else { base.to_owned() };
                assert_eq!(manifest["start_url"], start.as_str());
                assert_eq!(manifest["id"], start.as_str());
                assert_eq!(manifest["scope"], base);
                assert_eq!(manifest["lang"], lang.code());
                assert_eq!(manifest["display"], "minimal-ui");
                let tagline = lang.messages().site_tagline();
                assert!(manifest["name"].as_str().unwrap().contains(tagline));
                for icon in manifest["icons"].as_array().unwrap() {
                    let src = icon["src"].as_str().unwrap();
                    let name = src.strip_prefix(base).unwrap();
                    let file =
                        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(name);
                    assert!(file.is_file(), "{}", file.display());
                }
            }
        }
    }

    #[test]
    fn each_language_keeps_the_page_in_the_place_of_others() {
        assert_eq!(kept_pages(), ["khong-co-mang/", "en/khong-co-mang/"]);
    }
}
