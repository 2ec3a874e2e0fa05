//! Checks the rules of ARCHITECTURE.md about the source code itself. Each rule is a function that takes
//! the path and the text of a file and returns its breaches; another test checks that the function
//! finds one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::root;

/// Which modules of the pure half may name which. `address` names `compare` for `YearFilter` and
/// `State`: which figures and which promises are shown is part of what a URL says.
const ARROWS: [(&str, &[&str]); 8] = [
    ("order", &[]),
    ("digits", &[]),
    ("data", &["order", "digits"]),
    ("compare", &["data", "order", "digits"]),
    ("i18n", &["order", "digits"]),
    ("chart", &["order", "digits"]),
    ("export", &["data", "order", "digits"]),
    ("address", &["data", "compare", "i18n", "order", "digits"]),
];

/// Crates and modules that the pure half must not use: the browser, the disk, the clock, the process.
const IMPURE_CRATES: [&str; 4] = ["leptos", "web_sys", "js_sys", "wasm_bindgen"];
const IMPURE_STD: [&str; 6] = ["fs", "time", "env", "process", "net", "thread"];

const MAX_LINES: usize = 450;

/// The code of a file without comment lines and without items that are compiled only for tests.
pub(crate) fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let trimmed = line.trim_start();
        if trimmed.starts_with("//") {
            continue;
        }
        if trimmed != "#[cfg(test)]" {
            code.push_str(line);
            code.push('\n');
            continue;
        }
        // The item under it: one line, or a block that ends where its indentation returns.
        let indent = line.len() - trimmed.len();
        if lines.next().is_some_and(|item| item.ends_with('{')) {
            let end = format!("{}}}", " ".repeat(indent));
            lines.by_ref().find(|line| *line == end);
        }
    }
    code
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The names that follow `<start>::` in code, including those of a group in braces.
fn named_after(code: &str, start: &str) -> Vec<String> {
    let mut names = Vec::new();
    let prefix = format!("{start}::");
    for (at, _) in code.match_indices(&prefix) {
        if code[..at].ends_with(|c: char| is_word(c) || c == ':') {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(rest.chars().take_while(|c| is_word(*c)).collect());
            continue;
        };
        let mut depth = 0;
        let mut name = String::new();
        for letter in group.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(std::mem::take(&mut name)),
                _ if depth == 0 => name.push(letter),
                _ => {}
            }
        }
        names.push(name);
    }
    names
        .iter()
        .map(|name| name.trim().chars().take_while(|c| is_word(*c)).collect::<String>())
        .filter(|name| !name.is_empty())
        .collect()
}

/// The module of the pure half that a file belongs to; `None` for other files.
fn pure_module(path: &str) -> Option<&'static str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?.trim_end_matches(".rs");
    ARROWS.iter().map(|(module, _)| *module).find(|module| *module == first)
}

fn against_the_arrows(path: &str, text: &str) -> Vec<String> {
    let Some(module) = pure_module(path) else {
        return Vec::new();
    };
    let allowed = ARROWS.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, to)| *to);
    let code = code_of(text);
    [named_after(&code, "crate"), named_after(&code, "super::super")]
        .concat()
        .into_iter()
        .filter(|named| named != module && !allowed.contains(&named.as_str()))
        // `super::super` of a deeper file is its own module, and names what lies in it.
        .filter(|named| {
            ["ui", "prerender"].contains(&named.as_str())
                || ARROWS.iter().any(|(module, _)| module == named)
        })
        .map(|named| format!("{path}: `{module}` names `{named}`"))
        .collect()
}

fn impure_names(path: &str, text: &str) -> Vec<String> {
    if pure_module(path).is_none() {
        return Vec::new();
    }
    let code = code_of(text);
    let crates =
        IMPURE_CRATES.into_iter().filter(|name| names_word(&code, name)).map(str::to_owned);
    let of_std = named_after(&code, "std")
        .into_iter()
        .filter(|name| IMPURE_STD.contains(&name.as_str()))
        .map(|name| format!("std::{name}"));
    crates.chain(of_std).map(|name| format!("{path}: the pure half names `{name}`")).collect()
}

fn web_sys_outside_its_place(path: &str, text: &str) -> Vec<String> {
    let its_place = path.starts_with("src/ui/browser/");
    if its_place || !names_word(&code_of(text), "web_sys") {
        return Vec::new();
    }
    vec![format!("{path}: names `web_sys`, which only src/ui/browser may")]
}

/// The pages are the same in the browser and natively, so none of their code depends on a feature.
fn features_within_the_pages(path: &str, text: &str) -> Vec<String> {
    let code: String = code_of(text).split_whitespace().collect();
    if !path.starts_with("src/ui") || !code.contains("feature=\"") {
        return Vec::new();
    }
    vec![format!("{path}: is compiled otherwise with a feature")]
}

/// The files that may set markup as text: it is that of drawings, which `chart` escapes.
const OF_MARKUP: [&str; 2] = ["src/ui/components/figure.rs", "src/ui/components/glyph.rs"];

fn markup_set_as_text(path: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    let ways = ["inner_html", "outer_html", "insert_adjacent_html", "DOMParser"];
    let found = ways.into_iter().filter(|way| code.contains(way));
    found
        .filter(|_| path.starts_with("src/ui") && !OF_MARKUP.contains(&path))
        .map(|way| format!("{path}: has `{way}`, which only {OF_MARKUP:?} may"))
        .collect()
}

fn names_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

fn ways_to_crash(path: &str, text: &str) -> Vec<String> {
    let code = code_of(text);
    [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("]
        .into_iter()
        .filter(|way| code.contains(way))
        .map(|way| format!("{path}: has `{way}`"))
        .collect()
}

fn too_long(path: &str, text: &str) -> Vec<String> {
    let n_lines = text.lines().count();
    if n_lines <= MAX_LINES {
        return Vec::new();
    }
    vec![format!("{path}: {n_lines} lines, at most {MAX_LINES}; split it by what it does")]
}

/// The paths in backticks in a page of documentation: names that end in `/` or have an extension.
fn paths_named(text: &str) -> Vec<&str> {
    let extensions = ["rs", "md", "toml", "json", "css", "html", "yml", "ts"];
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|named| !named.contains(|c: char| c.is_whitespace() || "<>{}*…:()".contains(c)))
        .filter(|named| {
            !named.starts_with('/') && !named.starts_with('.') || named.starts_with(".ci")
        })
        .filter(|named| {
            named.ends_with('/')
                || Path::new(named)
                    .extension()
                    .is_some_and(|found| extensions.iter().any(|known| found == *known))
        })
        .collect()
}

fn unlayered(path: &str, text: &str) -> Vec<String> {
    let mut rest = text.trim_start();
    while let Some(comment) = rest.strip_prefix("/*") {
        rest = comment.split_once("*/").map_or("", |(_, after)| after).trim_start();
    }
    if rest.starts_with("@layer ") {
        return Vec::new();
    }
    vec![format!("{path}: does not begin with an `@layer`")]
}

/// All files below a folder of the package, with their paths from its root.
pub(crate) fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let mut folders = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The breaches of a rule in all of `src`. Files of tests alone (`tests.rs`, and all below a
/// folder `tests`) are left out.
fn breaches(rule: fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let sources = files("src", "rs");
    assert!(sources.len() > 10, "the sources were not found");
    sources
        .iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs") && !path.contains("/tests/"))
        .flat_map(|(path, text)| rule(path, text))
        .collect()
}

const NONE: [String; 0] = [];

#[test]
fn modules_name_only_what_the_arrows_allow() {
    assert_eq!(breaches(against_the_arrows), NONE);
}

#[test]
fn the_pure_half_names_no_browser_disk_or_clock() {
    assert_eq!(breaches(impure_names), NONE);
}

#[test]
fn only_one_folder_names_web_sys() {
    assert_eq!(breaches(web_sys_outside_its_place), NONE);
}

#[test]
fn no_part_of_the_pages_is_of_a_feature() {
    assert_eq!(breaches(features_within_the_pages), NONE);
}

#[test]
fn only_drawings_are_set_as_text() {
    assert_eq!(breaches(markup_set_as_text), NONE);
}

#[test]
fn nothing_crashes_on_purpose() {
    assert_eq!(breaches(ways_to_crash), NONE);
}

#[test]
fn no_file_is_too_long() {
    assert_eq!(breaches(too_long), NONE);
}

/// The folders at the root that builds write, as `.gitignore` names them: `dist/`.
fn folders_git_ignores() -> Vec<String> {
    let path = root().join(".gitignore");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().filter_map(|line| line.strip_prefix('/')).map(|name| format!("{name}/")).collect()
}

#[test]
fn every_path_of_the_architecture_page_exists() {
    let page = root().join("ARCHITECTURE.md");
    let text = fs::read_to_string(&page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
    let named = paths_named(&text);
    assert!(!named.is_empty(), "ARCHITECTURE.md names no path");
    let ignored = folders_git_ignores();
    let lacking: Vec<&&str> = named
        .iter()
        // A module may be named from the root or from src; a build's folder is in no fresh copy.
        .filter(|path| !ignored.iter().any(|made| path.starts_with(made)))
        .filter(|path| !root().join(path).exists() && !root().join("src").join(path).exists())
        .collect();
    assert!(lacking.is_empty(), "{lacking:?}");
}

/// What Cargo.toml gives the browser's program: all that is not for the native target or for tests.
fn dependencies_of_the_browser(manifest: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut is_inside = false;
    for line in manifest.lines().filter(|line| !line.starts_with('#')) {
        if let Some(table) = line.strip_prefix('[') {
            is_inside = table == "dependencies]";
            let own = table.strip_prefix("dependencies.");
            names.extend(own.map(|name| name.trim_end_matches(']')));
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| is_inside) {
            names.push(name);
        }
    }
    names.sort_unstable();
    names
}

#[test]
fn the_architecture_page_says_what_each_dependency_of_the_browser_is_for() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let (manifest, page) = (read("Cargo.toml"), read("ARCHITECTURE.md"));
    let table = page.split("### What the browser's program depends on").nth(1).unwrap_or_default();
    let rows = table.lines().skip_while(|line| !line.starts_with("| `"));
    let firsts = rows.map_while(|line| line.strip_prefix("| ")?.split(" | ").next());
    let mut named: Vec<&str> = firsts.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    named.sort_unstable();
    assert_eq!(named, dependencies_of_the_browser(&manifest));
}

#[test]
fn every_style_sheet_stands_in_a_layer() {
    let sheets = files("style", "css");
    assert!(!sheets.is_empty(), "style has no sheets");
    let found: Vec<String> = sheets.iter().flat_map(|(path, text)| unlayered(path, text)).collect();
    assert_eq!(found, NONE);
}

mod the_rules_find_a_breach {
    use super::*;

    #[test]
    fn arrows() {
        let found = |path: &str, text: &str| against_the_arrows(path, text).len();
        assert_eq!(found("src/data/x.rs", "use crate::compare::rank;"), 1);
        assert_eq!(
            found("src/data/x.rs", "use crate::{data::Date, i18n::{Lang, number}, chart};"),
            2
        );
        assert_eq!(found("src/compare/x.rs", "fn f() { crate::address::href() }"), 1);
        assert_eq!(found("src/i18n.rs", "use crate::data::Date;"), 1);
        assert_eq!(found("src/address/x.rs", "use super::super::chart::Spec;"), 1);
        assert_eq!(found("src/chart/x.rs", "use crate::ui::App;"), 1);
        assert_eq!(found("src/export/x.rs", "use crate::{chart::Figure, data::Day};"), 1);
        assert_eq!(found("src/chart/x.rs", "use super::spec::Axis;\n// crate::ui"), 0);
        assert_eq!(found("src/order.rs", "use crate::data::Date;"), 1);
        assert_eq!(found("src/data/x.rs", "use crate::order;"), 0);
        assert_eq!(found("src/ui/x.rs", "use crate::data;"), 0);
    }

    #[test]
    fn impurity() {
        let found = |text: &str| impure_names("src/data/x.rs", text).len();
        assert_eq!(found("use leptos::prelude::*;"), 1);
        assert_eq!(found("use std::{fmt, fs};"), 1);
        assert_eq!(found("let now = std::time::Instant::now();"), 1);
        assert_eq!(found("let x = std::env::var(\"X\");"), 1);
        assert_eq!(found("use std::fmt; // std::fs\n//! leptos\nlet web_system = 1;"), 1);
        assert_eq!(found("use std::fmt;\n// std::fs"), 0);
        assert_eq!(impure_names("src/ui/x.rs", "use leptos::prelude::*;").len(), 0);
    }

    #[test]
    fn browser_names() {
        let text = "use web_sys::Window;";
        assert_eq!(web_sys_outside_its_place("src/ui/app.rs", text).len(), 1);
        assert_eq!(web_sys_outside_its_place("src/ui/browser.rs", text).len(), 1);
        assert_eq!(web_sys_outside_its_place("src/main.rs", text).len(), 1);
        assert_eq!(web_sys_outside_its_place("src/ui/browser/mod.rs", text), NONE);
        assert_eq!(web_sys_outside_its_place("src/ui/app.rs", "//! no web_sys here"), NONE);
    }

    #[test]
    fn features() {
        let found = |text: &str| features_within_the_pages("src/ui/x.rs", text).len();
        assert_eq!(found("#[cfg(feature = \"csr\")]\nmod x;"), 1);
        assert_eq!(found("#[cfg(all(\n    unix,\n    feature=\"csr\",\n))]\nmod x;"), 1);
        assert_eq!(found("if cfg!(not(feature = \"ssr\")) {}"), 1);
        assert_eq!(found("#[cfg_attr(feature = \"ssr\", allow(dead_code))]"), 1);
        assert_eq!(found("//! `cfg(feature = \"ssr\")`\n#[cfg(test)]\nmod tests;"), 0);
        assert_eq!(features_within_the_pages("src/lib.rs", "#[cfg(feature = \"ui\")]"), NONE);
    }

    #[test]
    fn markup() {
        let found = |path: &str, text: &str| markup_set_as_text(path, text).len();
        assert_eq!(found("src/ui/x.rs", "view! { <p inner_html=x></p> }"), 1);
        assert_eq!(found("src/ui/browser/x.rs", "element.set_inner_html(&text);"), 1);
        assert_eq!(found(OF_MARKUP[0], "view! { <p inner_html=x></p> }"), 0);
        assert_eq!(found("src/ui/x.rs", "// inner_html"), 0);
    }

    #[test]
    fn crashes() {
        let found = |text: &str| ways_to_crash("src/x.rs", text).len();
        assert_eq!(found("x.unwrap();\ny.expect(\"z\");"), 2);
        assert_eq!(found("todo!()"), 1);
        assert_eq!(found("/// x.unwrap()\nx.unwrap_or(1);"), 0);
        let test_only = "#[cfg(test)]\nmod tests {\n    fn f() { x.unwrap() }\n}\n";
        assert_eq!(found(test_only), 0);
        assert_eq!(found(&format!("{test_only}fn g() {{ panic!(\"x\") }}\n")), 1);
        assert_eq!(found("#[cfg(test)]\nmod tests;\nfn g() { x.unwrap() }\n"), 1);
    }

    #[test]
    fn length() {
        assert_eq!(too_long("src/x.rs", &"x\n".repeat(MAX_LINES)), NONE);
        assert_eq!(too_long("src/x.rs", &"x\n".repeat(MAX_LINES + 1)).len(), 1);
    }

    #[test]
    fn named_paths() {
        let text =
            "`src/data/` and `docs/method.md`, not `Finding`, `a b/`, `cargo test` or `/so-sanh/`";
        assert_eq!(paths_named(text), ["src/data/", "docs/method.md"]);
    }

    #[test]
    fn dependencies() {
        let manifest = "[dependencies]\nb = \"1\"\n# c = 1\na = { version = \"1\" }\n\n[dependencies.d]\n\
            version = \"1\"\n\n[target.'cfg(unix)'.dependencies]\ne = \"1\"\n";
        assert_eq!(dependencies_of_the_browser(manifest), ["a", "b", "d"]);
    }

    #[test]
    fn layers() {
        assert_eq!(unlayered("style/x.css", "/* why */\n@layer base {\n}\n"), NONE);
        assert_eq!(unlayered("style/x.css", "body { margin: 0 }").len(), 1);
        assert_eq!(unlayered("style/x.css", "").len(), 1);
    }
}
