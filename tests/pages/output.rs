//! What the command writes, and what it refuses.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::Html;
use serde_json::Value;
use tinhso::address::{Address, Page, Program, page_path};
use tinhso::data::{Date, Day, observations_csv, observations_excel_csv, observations_json};
use tinhso::i18n::Lang;
use tinhso::i18n::date::When;
use tinhso::prerender::{Document, Programs, Sources, pages, render, run};

use crate::support::{
    BASE, DOCUMENT, TEMPLATE, TODAY, World, Written, good_folder, only, real_folder, worlds,
};

const ORIGIN: &str = "https://tinhso.example";

/// An empty folder of this name, for one test.
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

/// The folder that the data files of a written site lie in: the only one of its kind.
pub(crate) fn data_folder(out: &Path) -> String {
    let folders: Vec<String> = fs::read_dir(out.join("v"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    format!("v/{}/", folders[0])
}

/// What is written of the fixture, with the data files in this folder.
fn expected_files(data: &str) -> BTreeSet<String> {
    let [_, good] = worlds();
    let beside = [
        "404.html",
        "release.json",
        "manifest.webmanifest",
        "manifest.en.webmanifest",
        "data/observations.csv",
        "data/observations-excel.csv",
        "data/observations-excel-vi.csv",
    ];
    pages(&good.dataset)
        .iter()
        .map(|address| format!("{}index.html", page_path(address.lang, &address.page)))
        .chain(beside.map(str::to_owned))
        .chain(["data/observations.json".to_owned()])
        .chain(pages(&good.dataset).iter().filter_map(|address| {
            address.page.loads_data(&good.dataset).then_some(())?;
            Some(format!("{data}{}share.json", address.page.data_folder()))
        }))
        .collect()
}

/// Runs the command as the build does, with this origin.
fn prerender(out: &Path, origin: Option<&str>, base: &str) -> std::process::Output {
    let template = out.join("../template.html");
    fs::write(&template, TEMPLATE).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tinhso"));
    command.env_remove("TINHSO_ORIGIN").arg("prerender").arg("--template").arg(template);
    command.arg("--data").arg(good_folder()).arg("--out").arg(out).args(["--base", base]);
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
    let [_, good] = worlds();
    let summary = format!(
        "wrote {} pages and {} observations\n",
        good.pages().count() + 1,
        good.dataset.observations.len()
    );
    assert_eq!(String::from_utf8(output.stdout).unwrap(), summary);
    assert!(output.status.success());

    let data = data_folder(&out);
    assert_eq!(files_below(&out), expected_files(&data));
    let document = Document { data: &data, ..DOCUMENT };
    let read = |path: &str| fs::read_to_string(out.join(path)).unwrap();
    for page in good.pages() {
        let path = format!("{}index.html", page_path(page.lang(), &page.address.page));
        let expected = render(&document, &good.dataset, &page.address).unwrap();
        assert_eq!(read(&path), expected, "{path}");
    }
    let not_found = Address::of(Lang::Vi, Page::NotFound);
    assert_eq!(read("404.html"), render(&document, &good.dataset, &not_found).unwrap());
    assert_eq!(read("data/observations.csv"), observations_csv(&good.dataset));
    assert_eq!(read("data/observations-excel.csv"), observations_excel_csv(&good.dataset));
    assert_eq!(read("data/observations.json"), observations_json(&good.dataset));
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
    let data = data_folder(&out);
    let mut expected = expected_files(&data);
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
    let [_, good] = worlds();
    let urls: Vec<String> = good.pages().map(|page| format!("{ORIGIN}{}", page.url)).collect();
    assert_eq!(locations, urls);

    let document = Document { origin: ORIGIN, data: &data, ..DOCUMENT };
    let home = Address::of(Lang::En, Page::Home);
    let written = fs::read_to_string(out.join("en/index.html")).unwrap();
    assert_eq!(written, render(&document, &good.dataset, &home).unwrap());
}

#[test]
fn two_renders_are_equal_byte_for_byte() {
    for world in worlds() {
        for page in world.pages() {
            let again = render(&DOCUMENT, &world.dataset, &page.address).unwrap();
            assert!(again == page.html, "{} differs between two renders", page.url);
        }
    }
}

#[test]
fn the_template_stays_as_it_is_around_the_marks() {
    let [_, good] = worlds();
    let html = &good.page(Lang::En, &Page::Home).html;
    assert!(html.starts_with(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
    ));
    assert!(html.contains(
        "</head>\n<body>\n<div id=\"app\" data-base=\"/tinhso/\" data-day=\"2026-11-22\" \
         data-from=\"data/\"><"
    ));
    assert!(html.ends_with("></div>\n\n</body>\n</html>\n"));
    assert!(!html.contains("<!--"), "a mark is left");
}

#[test]
fn a_template_must_have_each_mark_once() {
    let [_, good] = worlds();
    let home = Address::of(Lang::Vi, Page::Home);
    let marks = [
        "<!--tinhso:head-->",
        "<!--tinhso:app-->",
        "<!--tinhso:program-->",
        "<html lang=\"vi\"",
        "data-base=\"/\"",
    ];
    for mark in marks {
        for (template, count) in [
            (TEMPLATE.replace(mark, ""), 0),
            (TEMPLATE.replace(mark, &format!("{mark} {mark}")), 2),
        ] {
            let document = Document { template: &template, ..DOCUMENT };
            let error = render(&document, &good.dataset, &home).unwrap_err();
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

const PROGRAMS: Programs<'_> = Programs {
    of_search: Some("search-1"),
    of_topics: Some("topic-2"),
    of_promises: Some("promises-3"),
    of_ranking: Some("ranking-4"),
};

/// The programs, WebAssembly and data that a page has the browser load once it was painted.
fn hinted(html: &str) -> Vec<&str> {
    let links = html.split("<link rel=\"preload\" href=\"/tinhso/").skip(1);
    links.filter_map(|rest| rest.split('"').next()).collect()
}

/// What a page's script knows of it.
pub(crate) fn known_of(html: &str) -> Option<Value> {
    let (_, script) = html.split_once("const page=")?;
    serde_json::from_str(script.lines().next()?.strip_suffix(';')?).ok()
}

/// Each page starts the program it is in, and loads nothing beforehand that it does not need; a page
/// with nothing to choose starts none.
#[test]
fn a_page_starts_its_program() {
    let document = Document { programs: PROGRAMS, data: "v/5eed/", ..DOCUMENT };
    let [_, good] = worlds();
    for page in good.pages() {
        let html = render(&document, &good.dataset, &page.address).unwrap();
        let program = page.address.page.program();
        let own = program.map(|program| match program {
            Program::OfSearch => "search-1",
            Program::OfTopics => "topic-2",
            Program::OfPromises => "promises-3",
            Program::OfRanking => "ranking-4",
        });
        let Some(own) = own else {
            // Where nothing can be chosen, nothing is said of what does not work yet.
            assert_eq!(hinted(&html), [""; 0], "{}", page.url);
            for absent in ["nomodule", "\"words\"", "data-narrowed", "\"wasm\":\"/tinhso/topic"] {
                assert!(!html.contains(absent), "{}: {absent}", page.url);
            }
            continue;
        };
        let folder = format!("v/5eed/{}", page.address.page.data_folder());
        let mut expected = vec![format!("{own}_bg.wasm")];
        // The search needs no data.
        expected.extend((own != "search-1").then(|| format!("{folder}share.json")));
        assert_eq!(hinted(&html), expected, "{}", page.url);
        let known = known_of(&html).unwrap();
        assert_eq!(known["script"], format!("/tinhso/{own}.js"), "{}", page.url);
        assert_eq!(known["wasm"], format!("/tinhso/{own}_bg.wasm"), "{}", page.url);
        assert!(html.contains(&format!("data-from=\"{folder}\"")), "{}", page.url);
        let is_english = page.lang() == Lang::En;
        // A browser that knows no modules is told so instead.
        let (_, old) = html.split_once("<script nomodule>").unwrap();
        assert_eq!(old.contains("This browser cannot run"), is_english, "{}", page.url);
        assert_eq!(known["words"]["retry"] == "Try again", is_english, "{}", page.url);
    }
}

/// What a page says of promises on a day, without the drawing, which names the day.
fn told(world: &World, page: &Written, today: Day) -> String {
    let document = Document { today, ..DOCUMENT };
    let html = render(&document, &world.dataset, &page.address).unwrap();
    let dom = Html::parse_document(&html);
    let part = only(&dom, "[data-part=promises]", &page.url).html();
    let without_drawings: Vec<&str> = part
        .split("<svg")
        .map(|rest| rest.split_once("</svg>").map_or(rest, |(_, rest)| rest))
        .collect();
    let (year, month, day) = today.civil();
    let day = When::Day(year, month, day);
    let names = Lang::ALL.map(|lang| [day.short(lang), day.long(lang)]);
    names
        .iter()
        .flatten()
        .fold(without_drawings.concat(), |text, name| text.replace(name, "the day"))
}

/// What says something of promises names the day until which that holds, and what writes it anew later.
#[test]
fn a_page_that_tells_of_promises_is_renewed_when_it_holds_no_longer() {
    let document = Document { programs: PROGRAMS, ..DOCUMENT };
    let mut n_renewed = 0;
    for world in worlds() {
        for page in world.pages() {
            let html = render(&document, &world.dataset, &page.address).unwrap();
            let known = known_of(&html).filter(|known| !known["renewal"].is_null());
            let has_part = html.contains("data-part=\"promises\"");
            assert_eq!(known.is_some(), has_part, "{}", page.url);
            let Some(known) = known else { continue };
            assert_eq!(known["renewal"]["script"], "/tinhso/promises-3.js");
            assert_eq!(known["renewal"]["wasm"], "/tinhso/promises-3_bg.wasm");
            let until: Date = known["until"].as_str().unwrap().parse().unwrap();
            let until = until.end();
            let now = told(world, page, TODAY);
            assert_eq!(told(world, page, until), now, "{} on {until}", page.url);
            // No more is asked for than two years ahead.
            if until < TODAY.plus(731) {
                assert_ne!(told(world, page, until.plus(1)), now, "{} after {until}", page.url);
            }
            n_renewed += 1;
        }
    }
    let followed = worlds().map(|world| world.dataset.followed().len());
    assert_eq!(n_renewed, 2 * (2 + followed[0] + followed[1]));
    let [_, good] = worlds();
    let without = render(&DOCUMENT, &good.dataset, &Address::of(Lang::Vi, Page::Home)).unwrap();
    assert!(!without.contains("<script"), "no program was built");
}

/// A host has one page for all addresses that lead nowhere: it reads in the language of the address.
#[test]
fn the_page_of_a_lost_address_is_there_in_both_languages() {
    let document = Document { programs: PROGRAMS, ..DOCUMENT };
    let [_, good] = worlds();
    let html = render(&document, &good.dataset, &Address::of(Lang::Vi, Page::NotFound)).unwrap();
    let (own, other) = html.split_once("<template id=\"en\" lang=\"en\"").unwrap();
    for (text, lang) in [(own, Lang::Vi), (other, Lang::En)] {
        assert!(text.contains(lang.messages().not_found_lead()));
        assert!(!text.contains(lang.other().messages().not_found_lead()));
    }
    assert!(other.contains("location.pathname.startsWith(\"/tinhso/en/\")"));
    assert!(other.contains(" title=\"There is no such page"));
}

#[test]
fn the_page_that_is_built_is_such_a_template() {
    let template = include_str!("../../index.html");
    let document = Document { template, ..DOCUMENT };
    let [_, good] = worlds();
    let html = render(&document, &good.dataset, &Address::of(Lang::En, Page::Home)).unwrap();
    assert!(html.contains("data-base=\"/tinhso/\""));
}

#[test]
fn what_cannot_be_read_is_named() {
    let folder = scratch("unreadable");
    let absent = folder.join("absent.html");
    let good = good_folder();
    let programs = Programs::default();
    let sources = Sources { template: &absent, programs, data: &good, worker: None };
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
    let sources = Sources { template: &template, data: &data, ..sources };
    let error = run(&sources, &out, BASE, TODAY).unwrap_err();
    assert!(error.contains("provinces.json: $: found no readable file"), "{error}");
    assert!(!out.exists(), "pages were written from data with a loss");
}
