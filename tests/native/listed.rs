//! Checks that nothing is left out of a list silently: a file of tests without its `mod` line is not
//! compiled and thus not run, and a figure that the page of its module does not name is not found.

use std::collections::BTreeMap;

use crate::tidy::{code_of, files};

/// The folders of code, with the file that each begins with.
const ROOTS: [(&str, &str); 3] =
    [("tests/native", "main.rs"), ("tests/pages", "main.rs"), ("src", "lib.rs")];

/// Files that Cargo compiles without a `mod` line.
fn is_a_program(path: &str) -> bool {
    path == "src/main.rs" || path.starts_with("src/bin/")
}

/// The module of a file below a root, with the files that may have its `mod` line: for
/// `tests/pages/a/b.rs` it is `b`, listed in `tests/pages/a/mod.rs` or `tests/pages/a.rs`.
fn module_of<'a>(path: &'a str, (root, first): (&str, &str)) -> Option<(&'a str, [String; 2])> {
    let (folder, file) = path.rsplit_once('/')?;
    let (folder, name) = match file {
        "mod.rs" => folder.rsplit_once('/')?,
        _ => (folder, file.strip_suffix(".rs")?),
    };
    if folder == root {
        let first = format!("{root}/{first}");
        return (path != first).then(|| (name, [first.clone(), first]));
    }
    Some((name, [format!("{folder}/mod.rs"), format!("{folder}.rs")]))
}

/// The files below a root that no `mod` line names, with what to do.
fn unlisted(files: &[(String, String)], root: (&str, &str)) -> Vec<String> {
    let texts: BTreeMap<&str, &str> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let mut found = Vec::new();
    for path in texts.keys().filter(|path| !is_a_program(path)) {
        let Some((name, parents)) = module_of(path, root) else { continue };
        let parent = parents.iter().find(|parent| texts.contains_key(parent.as_str()));
        let parent = parent.unwrap_or(&parents[0]);
        let text = texts.get(parent.as_str()).copied().unwrap_or_default();
        let line = format!("mod {name};");
        let is_line =
            |own: &str| own == line || own.starts_with("pub") && own.ends_with(&format!(" {line}"));
        if !text.lines().any(|own| is_line(own.trim())) {
            found.push(format!(
                "{path} is not compiled, and its tests are not run: add the line `{line}` to {parent}"
            ));
        }
    }
    found
}

/// The types of the sources of `chart` that implement `Figure`.
fn figures(sources: &[(String, String)]) -> Vec<&str> {
    let own = sources.iter().filter(|(path, _)| !path.contains("/tests/"));
    let lines = own.flat_map(|(_, text)| text.lines());
    lines
        .filter_map(|line| line.strip_prefix("impl Figure for "))
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        .collect()
}

/// The types named `…Spec` that a module makes public.
fn public_specs(text: &str) -> Vec<String> {
    let code = code_of(text);
    let uses = code.split(';').filter(|item| item.trim_start().starts_with("pub use "));
    uses.flat_map(|item| item.split(|c: char| !c.is_alphanumeric()))
        .filter(|name| name.ends_with("Spec"))
        .map(str::to_owned)
        .collect()
}

/// The figures that the list at the beginning of `src/chart/mod.rs` does not name, with what to do.
fn unnamed<'a>(figures: impl IntoIterator<Item = &'a str>, module: &str) -> Vec<String> {
    let is_named = |figure: &str| {
        let start = format!("//! - [`{figure}`]: ");
        module.lines().any(|line| line.starts_with(&start))
    };
    let lacking = figures.into_iter().filter(|figure| !is_named(figure));
    lacking
        .map(|figure| {
            format!(
                "the list of figures at the beginning of src/chart/mod.rs does not name {figure}: \
                 add a line that begins with \"//! - [`{figure}`]: \" and says what it shows"
            )
        })
        .collect()
}

const NONE: [String; 0] = [];

#[test]
fn every_file_of_tests_and_sources_is_compiled() {
    for root in ROOTS {
        let files = files(root.0, "rs");
        assert!(files.len() > 10, "{}: the files were not found", root.0);
        let found = unlisted(&files, root);
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn every_figure_is_public_and_in_the_list_of_figures() {
    let sources = files("src/chart", "rs");
    let (_, module) = sources.iter().find(|(path, _)| path == "src/chart/mod.rs").unwrap();
    let (figures, public) = (figures(&sources), public_specs(module));
    assert!(figures.len() >= 5, "{figures:?}");
    for figure in &figures {
        assert!(
            public.iter().any(|name| name == figure),
            "src/chart/mod.rs does not make {figure} public: add it to a `pub use` line, with a name \
             that ends in `Spec`"
        );
    }
    let found = unnamed(public.iter().map(String::as_str), module);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

mod the_rules_find_a_breach {
    use super::*;

    #[test]
    fn modules() {
        let root = ("tests/x", "main.rs");
        let found = |files: &[(&str, &str)]| {
            let owned = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
            unlisted(&owned.collect::<Vec<_>>(), root)
        };
        let main = ("tests/x/main.rs", "mod a;\npub(crate) mod b;\n// mod c;\n");
        assert_eq!(found(&[main, ("tests/x/a.rs", ""), ("tests/x/b/mod.rs", "")]), NONE);
        assert_eq!(
            found(&[main, ("tests/x/c.rs", "")]),
            ["tests/x/c.rs is not compiled, and its tests are not run: add the line `mod c;` to \
              tests/x/main.rs"]
        );
        let deep = ("tests/x/a/d.rs", "");
        assert_eq!(found(&[main, ("tests/x/a.rs", "mod d;"), deep]), NONE);
        assert_eq!(found(&[main, ("tests/x/a/mod.rs", "#[cfg(test)]\nmod d;"), deep]), NONE);
        assert_eq!(found(&[main, ("tests/x/a.rs", "mod e;"), deep]).len(), 1);
        // Even the folder's own file is lacking.
        assert_eq!(found(&[main, deep]).len(), 1);
    }

    #[test]
    fn list_of_figures() {
        let module = "//! - [`ASpec`]: a.\npub use a::{AMark,\n    ASpec};\npub use b::BSpec;\n";
        assert_eq!(public_specs(module), ["ASpec", "BSpec"]);
        assert_eq!(unnamed(["ASpec"], module), NONE);
        assert_eq!(unnamed(["ASpec", "BSpec"], module).len(), 1);
        let source = |path: &str| (path.to_owned(), "impl Figure for CSpec {".to_owned());
        let sources = [source("src/chart/c.rs"), source("src/chart/tests/c.rs")];
        assert_eq!(figures(&sources), ["CSpec"]);
    }
}
