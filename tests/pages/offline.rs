//! What is written for reading without a network: the release and its version, the service worker
//! and what it keeps, the page that says there is no network, and its texts in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scraper::Html;
use serde_json::Value;
use tinhso::address::{Address, Page};
use tinhso::data::load;
use tinhso::disk::DiskFolder;
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, Offline, Sources, has_content_hash, run};

use crate::output::{files_below, release_folder, scratch};
use crate::support::{
    BASE, DOCUMENT, TEMPLATE, TODAY, both_sites, good_folder, select_all, select_one, text,
};

/// Files that Trunk would have put beside the template: the program, a style sheet, and one that no
/// page loads.
const HASHED: [(&str, &str); 4] = [
    ("app-0123456789abcdef.js", "fetch('app-0123456789abcdef_bg.wasm')"),
    ("app-0123456789abcdef_bg.wasm", "wasm"),
    ("style-0123456789abcdef.css", "p {}"),
    ("other-fedcba9876543210.js", "of no page"),
];

/// Writes the site of the fixture with a service worker, after changing its sources.
fn write_site(name: &str, change: impl FnOnce(&Path)) -> PathBuf {
    let folder = scratch(name);
    let (out, worker, data) = (folder.join("out"), folder.join("worker"), folder.join("data"));
    for part in [&out, &worker] {
        fs::create_dir_all(part).unwrap();
    }
    for (name, content) in HASHED {
        fs::write(out.join(name), content).unwrap();
    }
    let head = "<link rel=\"stylesheet\" href=\"/tinhso/style-0123456789abcdef.css\">\n\
                <meta name=\"program\" content=\"/tinhso/app-0123456789abcdef.js \
                /tinhso/app-0123456789abcdef_bg.wasm\">\n</head>";
    let template = folder.join("template.html");
    fs::write(&template, TEMPLATE.replace("</head>", head)).unwrap();
    fs::write(worker.join("sw.js"), "works();\n").unwrap();
    fs::write(worker.join("register.js"), "registers();\n").unwrap();
    for file in files_below(&good_folder()) {
        let target = data.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(good_folder().join(&file), target).unwrap();
    }
    change(&folder);
    let data = load(&DiskFolder::open(&data).unwrap()).dataset;
    let sources = Sources { template: &template, data: &data, worker: Some(&worker) };
    run(&sources, &out, BASE, TODAY).unwrap();
    out
}

/// Changes the sources of a site, in a copy of the fixture's folder.
type Change = fn(&Path);

fn rename_a_source(folder: &Path) {
    let file = folder.join("data/sources.json");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("Báo Thử"));
    fs::write(&file, text.replace("Báo Thử", "Báo Mới")).unwrap();
}

fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension == "html")
}

fn read(out: &Path, file: &str) -> String {
    fs::read_to_string(out.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn json_in(out: &Path, file: &str) -> Value {
    serde_json::from_str(&read(out, file)).unwrap()
}

/// The constant `RELEASE` in the service worker.
fn worker_release(out: &Path) -> Value {
    let script = read(out, "sw.js");
    let (first, rest) = script.split_once(";\n").unwrap();
    assert_eq!(rest, "works();\n");
    serde_json::from_str(first.strip_prefix("const RELEASE = ").unwrap()).unwrap()
}

fn strings(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn every_page_says_of_which_release_it_is() {
    let out = write_site("release", |_| {});
    let release = json_in(&out, "release.json");
    let version = release["release"].as_str().unwrap();
    assert_eq!(version.len(), 16);
    assert_eq!(worker_release(&out)["version"], version);
    let stamp = format!("data-release=\"{version}\"");
    let pages: Vec<String> = files_below(&out).into_iter().filter(|file| is_page(file)).collect();
    assert!(pages.len() > 20);
    for page in pages {
        let html = read(&out, &page);
        assert_eq!(html.matches(&stamp).count(), 1, "{page}");
        assert!(!html.contains("@release@"), "{page}");
    }
}

#[test]
fn a_release_names_all_its_files_by_content() {
    let out = write_site("names", |_| {});
    let release = json_in(&out, "release.json");
    let named: BTreeSet<String> =
        strings(&release["files"]).into_iter().map(str::to_owned).collect();
    let expected: BTreeSet<String> =
        files_below(&out).into_iter().filter(|file| has_content_hash(file)).collect();
    assert_eq!(named, expected);
    for (name, _) in HASHED {
        assert!(named.contains(name), "{name}");
    }
    assert!(named.iter().any(|name| name.starts_with("register-")));
}

#[test]
fn the_same_sources_have_the_same_version_and_any_change_another_one() {
    let version = |name: &str, change: Change| {
        json_in(&write_site(name, change), "release.json")["release"].as_str().unwrap().to_owned()
    };
    let first = version("version-first", |_| {});
    assert_eq!(version("version-again", |_| {}), first);
    let changes: [(&str, Change); 5] = [
        ("version-worker", |folder| {
            fs::write(folder.join("worker/sw.js"), "works();\n\n").unwrap();
        }),
        ("version-register", |folder| fs::write(folder.join("worker/register.js"), "x").unwrap()),
        ("version-icon", |folder| fs::write(folder.join("out/icon.png"), "x").unwrap()),
        ("version-template", |folder| {
            fs::write(folder.join("template.html"), TEMPLATE.replace("<body>", "<body >")).unwrap();
        }),
        ("version-data", rename_a_source),
    ];
    let mut seen = BTreeSet::from([first]);
    for (name, change) in changes {
        assert!(seen.insert(version(name, change)), "{name}");
    }
}

#[test]
fn the_data_of_another_release_lie_in_another_folder() {
    let folder = |name: &str, change: Change| release_folder(&write_site(name, change));
    let first = folder("data-first", |_| {});
    let same = folder("data-same", |folder| fs::write(folder.join("out/icon.png"), "x").unwrap());
    assert_eq!(same, first);
    let other = folder("data-other", rename_a_source);
    assert_ne!(other, first);
}

#[test]
fn every_page_loads_data_that_are_there() {
    let out = write_site("loads", |_| {});
    let mut n_loading = 0;
    for page in files_below(&out).into_iter().filter(|file| is_page(file)) {
        let html = read(&out, &page);
        let dom = Html::parse_document(&html);
        let root = select_one(&dom, "#app", &page);
        let folder = root.attr("data-bundles").unwrap();
        assert_eq!(folder, format!("{}bundles/", release_folder(&out)), "{page}");
        assert!(folder.starts_with("v/") && out.join(folder).is_dir(), "{page}: {folder}");
        if let Some(bundle) = root.attr("data-bundle") {
            assert!(bundle.starts_with(folder), "{page}: {bundle}");
            assert!(out.join(bundle).is_file(), "{page}: {bundle}");
            n_loading += 1;
        }
    }
    assert!(n_loading > 20, "{n_loading}");
}

#[test]
fn the_files_kept_from_the_first_visit_on_exist_and_suffice() {
    let out = write_site("kept", |_| {});
    let known = worker_release(&out);
    assert_eq!(known["base"], BASE);
    let pages = strings(&known["pages"]);
    assert_eq!(pages, ["khong-co-mang/", "en/khong-co-mang/"]);
    let files = strings(&known["files"]);
    let data = known["data"].as_str().unwrap();
    assert_eq!(data, release_folder(&out));
    // Also the pages that the program builds in them.
    for page in pages.into_iter().chain(["", "loi-hua/", "so-sanh/", "tinh/", "phuong-phap/"]) {
        let html = read(&out, &format!("{page}index.html"));
        // Everything that the page loads from its release.
        for name in strings(&known["named"]).into_iter().filter(|name| html.contains(name)) {
            assert!(files.contains(&name), "{page} asks for {name}");
        }
        let dom = Html::parse_document(&html);
        let root = select_one(&dom, "#app", page);
        assert_eq!(root.attr("data-bundles"), Some(format!("{data}bundles/").as_str()), "{page}");
        if let Some(bundle) = root.attr("data-bundle") {
            assert!(files.contains(&bundle), "{page} loads {bundle}");
        }
    }
    for file in &files {
        assert!(out.join(file).is_file(), "{file}");
        assert!(has_content_hash(file), "{file}");
    }
    for name in ["app-0123456789abcdef.js", "app-0123456789abcdef_bg.wasm"] {
        assert!(files.contains(&name), "{name}");
    }
    assert!(!files.contains(&"other-fedcba9876543210.js"));
    assert!(files.contains(&format!("{data}bundles/followed.json").as_str()));
}

#[test]
fn without_a_network_a_page_in_the_same_language_links_to_kept_pages() {
    let out = write_site("place", |_| {});
    let followed = json_in(&out, &format!("{}bundles/followed.json", release_folder(&out)));
    assert!(followed.is_object());
    for lang in Lang::ALL {
        let home = if lang == Lang::En { "en/" } else { "" };
        let dom = Html::parse_document(&read(&out, &format!("{home}khong-co-mang/index.html")));
        let place = "the page of no network";
        assert_eq!(select_one(&dom, "html", place).attr("lang"), Some(lang.code()));
        assert_eq!(text(select_one(&dom, "h1", place)), lang.offline().title);
        assert_eq!(text(select_one(&dom, "main .t-lead", place)), lang.offline().lead);
        assert_eq!(text(select_one(&dom, "main a[href='']", place)), lang.messages().retry());
        assert_eq!(select_all(&dom, "meta[name=robots][content=noindex]").len(), 1);
        let links: Vec<&str> = select_all(&dom, "main li a")
            .into_iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        assert_eq!(links.len(), 5);
        for link in links {
            // The data for these pages are kept from the first visit on.
            let page = format!("{}index.html", link.strip_prefix(BASE).unwrap());
            let dom = Html::parse_document(&read(&out, &page));
            let bundle = select_one(&dom, "#app", link).attr("data-bundle");
            assert!(bundle.is_none_or(|path| path.ends_with("/followed.json")), "{link}");
        }
        // The page loads no data, so the program does not take it over. The script that announces
        // new releases is named, and is loaded once the page has been painted.
        assert_eq!(select_one(&dom, "#app", place).attr("data-bundle"), None);
        assert_eq!(select_all(&dom, "script").len(), 0);
        let named = select_one(&dom, "meta[name=offline]", place).attr("content").unwrap();
        assert!(named.starts_with("/tinhso/register-"));
        assert_eq!(select_all(&dom, "link[rel=stylesheet]").len(), 1);
        assert_eq!(Html::parse_document(&dom.html()).errors, Vec::<String>::new());
    }
}

#[test]
fn the_words_of_a_new_release_come_with_the_page_in_its_language() {
    let offline = Offline { script: "register-0123456789abcdef.js".to_owned() };
    let document = Document { offline: Some(&offline), ..DOCUMENT };
    let [_, good] = both_sites();
    for lang in Lang::ALL {
        let page = good.render(&document, &Address::new(lang, Page::Promises)).unwrap();
        let dom = Html::parse_document(&page);
        let named = select_one(&dom, "head meta[name=offline]", "promises");
        assert_eq!(named.attr("content"), Some("/tinhso/register-0123456789abcdef.js"));
        assert_eq!(named.attr("data-base"), Some(BASE));
        let text = lang.offline();
        assert_eq!(named.attr("data-new"), Some(text.new_release));
        assert_eq!(named.attr("data-load"), Some(text.load));
        assert_eq!(named.attr("data-later"), Some(text.later));
    }
}

#[test]
fn the_page_on_method_only_has_a_section_on_offline_use_if_something_is_kept() {
    let offline = Offline { script: "register-0123456789abcdef.js".to_owned() };
    let [_, good] = both_sites();
    for lang in Lang::ALL {
        let address = Address::new(lang, Page::Method);
        let with = Document { offline: Some(&offline), ..DOCUMENT };
        let dom = Html::parse_document(&good.render(&with, &address).unwrap());
        let section = select_one(&dom, "section#offline", "method");
        let words = lang.offline();
        assert!(text(section).contains(words.section_texts[0]));
        assert_eq!(section.attr("data-remove"), Some(words.remove));
        // Without its script the button does nothing, so it is hidden.
        let button = select_one(&dom, "section#offline button", "method");
        assert!(button.attr("hidden").is_some() && button.attr("disabled").is_some());
        let dom = Html::parse_document(&good.render(&DOCUMENT, &address).unwrap());
        assert_eq!(select_all(&dom, "#offline, script").len(), 0);
    }
}

#[test]
fn a_site_that_is_not_kept_has_no_trace_of_a_worker() {
    let [_, good] = both_sites();
    for page in &good.written {
        assert!(!page.html.contains("register-") && !page.html.contains("data-release"));
    }
}

#[test]
fn every_page_links_the_manifest_of_its_language() {
    let [_, good] = both_sites();
    for page in &good.written {
        let dom = page.dom();
        let manifest = select_one(&dom, "head link[rel=manifest]", &page.url).attr("href");
        let expected = match page.lang() {
            Lang::Vi => "/tinhso/manifest.webmanifest",
            Lang::En => "/tinhso/manifest.en.webmanifest",
        };
        assert_eq!(manifest, Some(expected), "{}", page.url);
        select_one(&dom, "head link[rel=apple-touch-icon]", &page.url);
    }
}
