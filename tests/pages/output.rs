//! What the command writes, and what it refuses.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::Html;
use serde_json::{Value, json};
use tinhso::address::{Address, Page, keys, page_path};
use tinhso::compare::Part;
use tinhso::data::Day;
use tinhso::export;
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, Sources, pages, run};
use tinhso::ui::head;

use crate::support::{
    BASE, DOCUMENT, TEMPLATE, TODAY, WrittenPage, both_sites, good_folder, real_folder, select_all,
    select_one,
};

const ORIGIN: &str = "https://tinhso.example";

/// An empty folder with this name, for one test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The paths of all files below a folder, relative to it.
pub(crate) fn files_below(folder: &Path) -> BTreeSet<String> {
    let mut files = BTreeSet::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let path = path.strip_prefix(folder).unwrap();
                files.insert(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    files
}

/// The folder with the bundles of a written site. There must be only one.
pub(crate) fn release_folder(out: &Path) -> String {
    let folders: Vec<String> = fs::read_dir(out.join("v"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    format!("v/{}/", folders[0])
}

/// The files that are written for the fixture, with the bundles below this folder.
fn expected_files(release: &str) -> BTreeSet<String> {
    let [_, good] = both_sites();
    let beside = ["404.html", "release.json", "manifest.webmanifest", "manifest.en.webmanifest"];
    pages(good.dataset)
        .iter()
        .map(|address| format!("{}index.html", page_path(address.lang, &address.page)))
        .chain(beside.map(str::to_owned))
        .chain(export::ALL.iter().map(|format| format!("data/{}", format.file_name())))
        .chain(
            Part::all(good.dataset)
                .iter()
                .map(|part| format!("{release}bundles/{}", part.file_name())),
        )
        .collect()
}

/// Runs the command as the build does.
fn prerender(out: &Path, origin: Option<&str>, base: &str) -> std::process::Output {
    let template = out.join("../template.html");
    fs::write(&template, TEMPLATE).unwrap();
    prerender_from(&template, &good_folder(), out, origin, base)
}

fn prerender_from(
    template: &Path,
    data: &Path,
    out: &Path,
    origin: Option<&str>,
    base: &str,
) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tinhso"));
    command.env_remove("TINHSO_ORIGIN").arg("prerender").arg("--template").arg(template);
    command.arg("--data").arg(data).arg("--out").arg(out).args(["--base", base]);
    command.arg("--day").arg(TODAY.to_string());
    if let Some(origin) = origin {
        command.env("TINHSO_ORIGIN", origin);
    }
    command.output().unwrap()
}

#[test]
fn the_command_writes_every_page_and_every_download() {
    let out = scratch("plain").join("out");
    fs::create_dir_all(&out).unwrap();
    let output = prerender(&out, None, "tinhso");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    let [_, good] = both_sites();
    let summary = format!(
        "wrote {} pages and {} observations\n",
        good.pages().count() + 1,
        good.dataset.observations.len()
    );
    assert_eq!(String::from_utf8(output.stdout).unwrap(), summary);
    assert!(output.status.success());

    let release = release_folder(&out);
    assert_eq!(files_below(&out), expected_files(&release));
    let document = Document { release: &release, ..DOCUMENT };
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    for page in good.pages() {
        let path = format!("{}index.html", page_path(page.lang(), &page.address.page));
        let expected = good.render(&document, &page.address).unwrap();
        assert_eq!(read(&path), expected, "{path}");
    }
    let not_found = Address::new(Lang::Vi, Page::NotFound);
    assert_eq!(read("404.html"), good.render(&document, &not_found).unwrap());
    for (file, text) in Part::bundles(good.dataset) {
        assert_eq!(read(&format!("{release}bundles/{file}")), text, "{file}");
    }
    for format in export::ALL {
        let path = format!("data/{}", format.file_name());
        assert_eq!(read(&path), format.observations(good.dataset), "{path}");
    }
}

#[test]
fn a_second_run_writes_the_same_bytes_beside_what_is_there() {
    let out = scratch("twice").join("out");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("app.css"), "of the build").unwrap();
    assert!(prerender(&out, Some(ORIGIN), BASE).status.success());
    let contents = || -> Vec<(String, String)> {
        let read = |path: String| (path.clone(), fs::read_to_string(out.join(path)).unwrap());
        files_below(&out).into_iter().map(read).collect()
    };
    let first = contents();
    assert!(prerender(&out, Some(ORIGIN), BASE).status.success());
    assert_eq!(contents(), first);
    assert_eq!(fs::read_to_string(out.join("app.css")).unwrap(), "of the build");
}

#[test]
fn with_an_origin_there_is_a_site_map_of_all_pages() {
    let out = scratch("origin").join("out");
    fs::create_dir_all(&out).unwrap();
    // A slash at the end of the origin is not doubled.
    let output = prerender(&out, Some("https://tinhso.example/"), BASE);
    assert!(output.status.success());
    let release = release_folder(&out);
    let mut expected = expected_files(&release);
    expected.insert("sitemap.xml".to_owned());
    assert_eq!(files_below(&out), expected);

    let map = fs::read_to_string(out.join("sitemap.xml")).unwrap();
    let map = roxmltree::Document::parse(&map).unwrap();
    let root = map.root_element();
    assert_eq!(root.tag_name().namespace(), Some("http://www.sitemaps.org/schemas/sitemap/0.9"));
    let locations: Vec<&str> = root
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
        .filter_map(|node| node.text())
        .collect();
    let [_, good] = both_sites();
    let urls: Vec<String> = good.pages().map(|page| format!("{ORIGIN}{}", page.url)).collect();
    assert_eq!(locations, urls);

    let document = Document { origin: ORIGIN, release: &release, ..DOCUMENT };
    let home = Address::new(Lang::En, Page::Home);
    let written = fs::read_to_string(out.join("en/index.html")).unwrap();
    assert_eq!(written, good.render(&document, &home).unwrap());
}

#[test]
fn two_renders_are_equal_byte_for_byte() {
    for site in both_sites() {
        for page in site.pages() {
            let again = site.render(&DOCUMENT, &page.address).unwrap();
            assert!(again == page.html, "{} differs between two renders", page.url);
        }
    }
}

#[test]
fn the_template_stays_as_it_is_around_the_marks() {
    let [_, good] = both_sites();
    let html = &good.page(Lang::En, &Page::Home).html;
    assert!(html.starts_with(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
    ));
    assert!(html.contains("</head>\n<body>\n<p id=\"status\" data-words=\"{&quot;"));
    assert!(html.contains(
        "}\"></p>\n<div id=\"app\" data-base=\"/tinhso/\" data-day=\"2026-11-22\" \
         data-bundles=\"bundles/\" data-bundle=\"bundles/followed.json\"><"
    ));
    assert!(html.ends_with("></div>\n</body>\n</html>\n"));
    assert!(!html.contains("<!--"), "a mark is left");
}

#[test]
fn a_template_must_have_each_mark_once() {
    let [_, good] = both_sites();
    let home = Address::new(Lang::Vi, Page::Home);
    let marks = [
        "<!--tinhso:head-->",
        "<!--tinhso:app-->",
        "<html lang=\"vi\"",
        "data-base=\"\"",
        "data-words=\"{}\"",
    ];
    for mark in marks {
        for (template, count) in [
            (TEMPLATE.replace(mark, ""), 0),
            (TEMPLATE.replace(mark, &format!("{mark} {mark}")), 2),
        ] {
            let document = Document { template: &template, ..DOCUMENT };
            let error = good.render(&document, &home).unwrap_err();
            assert_eq!(
                error,
                format!(
                    "template: found the mark {mark} {count} times, expected it once; put it into \
                     index.html (CONTRIBUTING.md, \"The page template\")"
                )
            );
        }
    }
}

/// The texts of the script that starts the program.
fn words_of(dom: &Html) -> Value {
    serde_json::from_str(select_one(dom, "#status", "page").attr("data-words").unwrap()).unwrap()
}

/// The script that starts the program.
const START: &str = include_str!("../../src/start.js");

/// The script before the content, which hides provinces that were not selected.
const NARROWED: &str = include_str!("../../src/narrowed.js");

/// Each page has the attributes that the program needs, and the script finds them.
#[test]
fn a_page_says_what_its_program_must_know() {
    let document = Document { release: "v/5eed/", ..DOCUMENT };
    let [_, good] = both_sites();
    let known: Vec<String> = Part::all(good.dataset).iter().map(Part::file_name).collect();
    for page in &good.written {
        let html = good.render(&document, &page.address).unwrap();
        let dom = Html::parse_document(&html);
        let root = select_one(&dom, "#app", &page.url);
        assert_eq!(root.attr("data-base"), Some(BASE), "{}", page.url);
        assert_eq!(root.attr("data-day"), Some("2026-11-22"), "{}", page.url);
        assert_eq!(root.attr("data-bundles"), Some("v/5eed/bundles/"), "{}", page.url);
        if let Some(own) = root.attr("data-bundle") {
            let file = own.strip_prefix("v/5eed/bundles/").unwrap_or_else(|| panic!("{own}"));
            assert!(known.iter().any(|known| known == file), "{}: {own}", page.url);
        }
        // The page loads nothing before it was painted.
        assert!(!html.contains("<script"), "{}", page.url);
        assert!(!html.contains("preload"), "{}", page.url);
    }
}

#[test]
fn texts_about_the_program_are_in_the_language_of_the_page() {
    for site in both_sites() {
        for page in &site.written {
            let words = words_of(&page.dom());
            let messages = page.lang().messages();
            assert_eq!(words["retry"], messages.retry(), "{}", page.url);
            let unsupported = match page.lang() {
                Lang::Vi => "Trình duyệt này không chạy được",
                Lang::En => "This browser cannot run",
            };
            assert!(words["unsupported"].as_str().unwrap().starts_with(unsupported));
            // The page can say that the address selects something that is not shown yet.
            assert_eq!(words["keys"], json!(keys::ALL), "{}", page.url);
            let mut words = words.as_object().unwrap().clone();
            let said = ["keys", "controls", "provinces"].map(|key| words.remove(key).unwrap());
            assert!(words.values().all(|text| text.as_str().is_some_and(|text| !text.is_empty())));
            // The label and the value of each control, and the color of each province.
            let [_, controls, provinces] = said;
            let dom = page.dom();
            let named: BTreeSet<&str> =
                select_all(&dom, "#app select[name], #app input[type=date]")
                    .iter()
                    .filter_map(|control| control.attr("name"))
                    .collect();
            let controls = controls.as_object().unwrap();
            assert_eq!(controls.keys().map(String::as_str).collect::<BTreeSet<_>>(), named);
            for (key, texts) in controls {
                let texts: Vec<&str> =
                    texts.as_array().unwrap().iter().filter_map(Value::as_str).collect();
                assert_eq!(texts.len(), 2, "{}: {key}", page.url);
                assert!(texts.iter().all(|text| !text.is_empty()), "{}: {key}", page.url);
            }
            let boxes: Vec<&str> = select_all(&dom, "#app input[name=tinh]")
                .iter()
                .filter_map(|control| control.attr("value"))
                .collect();
            let provinces: Vec<&str> = provinces
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|texts| texts[0].as_str())
                .collect();
            assert_eq!(provinces, boxes, "{}", page.url);
        }
    }
}

/// Every text that a script names is in the page, and every text in the page is named by a script.
#[test]
fn the_script_and_the_page_name_the_same_sentences() {
    let [_, good] = both_sites();
    let words = words_of(&good.page(Lang::Vi, &Page::Home).dom());
    let marks = [
        "reportFailure(\"",
        "words.",
        "showIfLoading, 300, \"",
        "showIfLoading, 10000, \"",
        "narrowedNotice(\"",
    ];
    let mut named = BTreeSet::new();
    for script in [START, NARROWED] {
        let after_marks = marks.iter().flat_map(|mark| script.split(mark).skip(1));
        named.extend(
            after_marks
                .filter_map(|after| after.split(|c: char| !c.is_ascii_alphanumeric()).next()),
        );
    }
    // The other script reads these when it starts.
    let read_at_start =
        NARROWED.split_once("const { ").and_then(|(_, after)| after.split_once(", ...words }"));
    named.extend(read_at_start.unwrap().0.split(", "));
    let known: BTreeSet<&str> = words.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(named, known);
    for name in [
        "(isOtherLanguage ? otherLanguage : status).dataset.words",
        "app.dataset.bundle",
        "app.dataset.base",
    ] {
        assert!(START.contains(name), "{name}");
    }
}

/// The HTML of a page without the day it was written on.
fn without_day(html: &str, day: Day) -> String {
    html.replacen(&format!(" data-day=\"{day}\""), "", 1)
}

fn shows_promises(page: &WrittenPage, is_followed: impl Fn(&str) -> bool) -> bool {
    match &page.address.page {
        Page::Home | Page::Promises => true,
        Page::Province(id) => is_followed(id),
        _ => false,
    }
}

/// Only pages that show promises differ from day to day. For these the program has data and knows
/// the day; all other pages are the same on any day.
#[test]
fn only_pages_with_promises_differ_from_day_to_day() {
    let day = |year, month, day| Day::new(year, month, day).unwrap();
    let days = [day(2021, 1, 1), day(2024, 2, 1), TODAY.plus(1), TODAY.plus(731), day(2031, 1, 1)];
    let mut n_other = 0;
    for site in both_sites() {
        for page in &site.written {
            let written = without_day(&site.render(&DOCUMENT, &page.address).unwrap(), TODAY);
            let tells = shows_promises(page, |id| site.dataset.is_followed(id));
            for today in days {
                let document = Document { today, ..DOCUMENT };
                let html = site.render(&document, &page.address).unwrap();
                assert!(html.contains(&format!(" data-day=\"{today}\"")), "{}", page.url);
                let reads_otherwise = without_day(&html, today) != written;
                assert!(tells || !reads_otherwise, "{} on {today}", page.url);
                assert!(!reads_otherwise || html.contains(" data-bundle=\""), "{}", page.url);
                n_other += usize::from(reads_otherwise);
            }
        }
    }
    assert!(n_other > 20, "{n_other}");
}

/// A host has one 404 page for all addresses, so it contains both languages.
#[test]
fn the_404_page_has_both_languages() {
    let [_, good] = both_sites();
    let html = good.render(&DOCUMENT, &Address::new(Lang::Vi, Page::NotFound)).unwrap();
    let (own, other) = html.split_once("<template lang=\"en\"").unwrap();
    let lead = |lang| head(good.dataset, &Address::new(lang, Page::NotFound)).description;
    for (text, lang) in [(own, Lang::Vi), (other, Lang::En)] {
        assert!(text.contains(&lead(lang)));
        assert!(!text.contains(&lead(lang.other())));
    }
    assert!(other.contains(" data-folder=\"/tinhso/en/\""));
    assert!(other.contains(" title=\"There is no such page"));
    assert!(other.contains(Lang::En.messages().retry()));
}

#[test]
fn the_page_that_is_built_is_such_a_template() {
    let template = include_str!("../../index.html");
    let document = Document { template, ..DOCUMENT };
    let [_, good] = both_sites();
    let html = good.render(&document, &Address::new(Lang::En, Page::Home)).unwrap();
    assert!(html.contains("data-base=\"/tinhso/\""));
    let dom = Html::parse_document(&html);
    assert_eq!(words_of(&dom)["retry"], Lang::En.messages().retry());
    // The scripts: first the one that waits for the page to be painted, and after the page the one
    // that starts the program.
    let place = |text: &str| html.find(text).unwrap_or_else(|| panic!("{text}"));
    assert!(place("src/painted.js") < place("<title>"));
    assert!(place("</main>") < place("src/start.js"));
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = scratch("unreadable");
    let absent = folder.join("absent.html");
    let [_, good] = both_sites();
    let sources = Sources { template: &absent, data: good.dataset, worker: None };
    let error = run(&sources, &folder, BASE, TODAY).unwrap_err();
    let line = format!(
        "{}: could not be read (No such file or directory (os error 2)); check the path",
        absent.display()
    );
    assert_eq!(error, line);

    let template = folder.join("template.html");
    fs::write(&template, TEMPLATE).unwrap();
    let data = folder.join("data");
    fs::create_dir_all(&data).unwrap();
    fs::copy(real_folder().join("manifest.json"), data.join("manifest.json")).unwrap();
    let out = folder.join("out");
    let output = prerender_from(&template, &data, &out, None, BASE);
    let lines = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(lines.contains("provinces.json: $: found no readable file"), "{lines}");
    assert!(!out.exists(), "pages were written from data with a loss");
}
