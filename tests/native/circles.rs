//! Checks that the files of `src/ui` do not import one another in a circle, neither directly nor
//! through other files. The graph is read from the paths in the code. A name that a parent module
//! re-exports counts as a name of the file that defines it, so that `mod.rs` does not connect all of
//! its children.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::tidy::{code_of, files};

/// The path of a module or of what is in it, from the crate's root: `ui`, `site`, `Site`.
type Path = Vec<String>;

/// A name that a `use` brings in; `*` for all there are.
struct Import {
    name: String,
    path: Path,
    /// Whether others may ask this module for it.
    is_passed_on: bool,
}

struct Module {
    file: String,
    imports: Vec<Import>,
    /// The code without its imports.
    body: String,
}

/// The modules of some files by their paths.
struct Modules(BTreeMap<Path, Module>);

/// Which files a file names.
type Graph = BTreeMap<String, BTreeSet<String>>;

fn path(text: &str) -> Path {
    text.split("::").map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The module of a file: `ui`, `pages`, `home` for `src/ui/pages/home.rs`.
fn module_of(file: &str) -> Path {
    let inside = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    inside.split('/').map(str::to_owned).collect()
}

/// The code of a file in its imports, each with whether it is passed on, and the rest.
fn split_imports(code: &str) -> (Vec<(String, bool)>, String) {
    let (mut imports, mut body) = (Vec::new(), String::new());
    let mut rest = code;
    while let Some(line) = rest.split_inclusive('\n').next() {
        let trimmed = line.trim_start();
        let (is_passed_on, begin) = match trimmed.strip_prefix("pub") {
            Some(after) if after.starts_with('(') => {
                (true, after.split_once(')').map_or("", |(_, after)| after))
            }
            Some(after) => (true, after),
            None => (false, trimmed),
        };
        if begin.trim_start().starts_with("use ") {
            let (import, after) = rest.split_once(';').unwrap_or((rest, ""));
            let (_, tree) = import.split_once("use ").unwrap_or_default();
            imports.push((tree.split_whitespace().collect::<Vec<_>>().join(" "), is_passed_on));
            rest = after;
        } else {
            body.push_str(line);
            rest = &rest[line.len()..];
        }
    }
    (imports, body)
}

/// The pieces of a text between commas that stand in no braces.
fn pieces(text: &str) -> Vec<&str> {
    let (mut found, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    found.push(&text[from..]);
    found.retain(|piece| !piece.trim().is_empty());
    found
}

/// Each name that an import brings in, with its path as it is written: of `a::{self, b as c}` these are
/// `a` of `a` and `c` of `a::b`.
fn named_by(tree: &str) -> Vec<(String, Path)> {
    if let Some((before, group)) = tree.split_once('{') {
        let group = group.rsplit_once('}').map_or(group, |(group, _)| group);
        let within = |(name, after): (String, Path)| {
            let mut whole = path(before);
            if after == ["self"] {
                let name = if name == "self" { whole.last().cloned() } else { Some(name) };
                return (name.unwrap_or_default(), whole);
            }
            whole.extend(after);
            (name, whole)
        };
        return pieces(group).into_iter().flat_map(named_by).map(within).collect();
    }
    let (whole, name) = match tree.split_once(" as ") {
        Some((whole, name)) => (path(whole), Some(name.trim().to_owned())),
        None => (path(tree), None),
    };
    let name = name.or_else(|| whole.last().cloned()).unwrap_or_default();
    vec![(name, whole)]
}

/// The paths of two words and more in code: `figures::of_promise`.
fn paths_in(code: &str) -> Vec<Path> {
    let is_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.split(|c: char| !is_of_path(c))
        // A type after a name stands behind one colon.
        .flat_map(|word| {
            word.replace("::", "\u{0}").split(':').map(str::to_owned).collect::<Vec<_>>()
        })
        .map(|word| path(&word.replace('\u{0}', "::")))
        .filter(|path| path.len() > 1)
        .collect()
}

impl Modules {
    fn of(sources: &[(String, String)]) -> Self {
        let names: BTreeSet<Path> = sources.iter().map(|(file, _)| module_of(file)).collect();
        let module = |(file, text): &(String, String)| {
            let own = module_of(file);
            let (imports, body) = split_imports(&code_of(text));
            let imports = imports.iter().flat_map(|(tree, is_passed_on)| {
                named_by(tree).into_iter().map(|(name, path)| (name, path, *is_passed_on))
            });
            let imports = imports
                .filter_map(|(name, path, is_passed_on)| {
                    let path = absolute(&own, &path, &names)?;
                    Some(Import { name, path, is_passed_on })
                })
                .collect();
            (own, Module { file: file.clone(), imports, body })
        };
        Self(sources.iter().map(module).collect())
    }

    /// The module that a path leads into, and whether to something in it; where a module passes the
    /// name on, the one that it has it from. `None` for what is of other modules than these.
    fn resolved(&self, path: &[String], depth: usize) -> Option<(Path, bool)> {
        let mut own: Path = vec![path.first()?.clone()];
        let mut module = self.0.get(&own)?;
        for (idx, word) in path.iter().enumerate().skip(1) {
            let mut child = own.clone();
            child.push(word.clone());
            if let Some(found) = self.0.get(&child) {
                (own, module) = (child, found);
                continue;
            }
            if let Some(import) = module.imports.iter().find(|import| import.name == *word) {
                let mut from = import.path.clone();
                from.extend_from_slice(&path[idx + 1..]);
                return if depth == 0 { None } else { self.resolved(&from, depth - 1) };
            }
            return Some((own, true));
        }
        Some((own, false))
    }

    fn graph(&self) -> Graph {
        let names: BTreeSet<Path> = self.0.keys().cloned().collect();
        self.0
            .iter()
            .map(|(own, module)| (module.file.clone(), self.named_in(own, module, &names)))
            .collect()
    }

    /// The files that a file names.
    fn named_in(&self, own: &Path, module: &Module, names: &BTreeSet<Path>) -> BTreeSet<String> {
        let mut found: Vec<Path> = Vec::new();
        // What stands for a module in paths: its children, and the modules it imports.
        let mut local: BTreeMap<&str, &Path> = names
            .iter()
            .filter(|name| name.len() == own.len() + 1 && name.starts_with(own))
            .filter_map(|name| Some((name.last()?.as_str(), name)))
            .collect();
        for import in &module.imports {
            let is_below = import.path.starts_with(own);
            let from = match import.name.as_str() {
                "*" => self
                    .resolved(&import.path[..import.path.len() - 1], 9)
                    .map(|(path, _)| (path, true)),
                _ => self.resolved(&import.path, 9),
            };
            match from {
                // A name may be a module's and a function's at once.
                Some((_, false)) => {
                    local.insert(&import.name, &import.path);
                }
                Some((from, true)) if !(import.is_passed_on && is_below) => found.push(from),
                _ => {}
            }
        }
        for path in paths_in(&module.body) {
            let whole = match local.get(path[0].as_str()) {
                Some(start) => Some([start.as_slice(), &path[1..]].concat()),
                None => absolute(own, &path, names),
            };
            let named = whole.and_then(|whole| self.resolved(&whole, 9));
            found.extend(named.filter(|(_, is_in)| *is_in).map(|(path, _)| path));
        }
        found.retain(|named| named != own);
        found.iter().map(|named| self.0[named].file.clone()).collect()
    }
}

/// A path from the crate's root. `None` for one of another crate.
fn absolute(own: &[String], path: &[String], names: &BTreeSet<Path>) -> Option<Path> {
    let n_supers = path.iter().take_while(|word| *word == "super").count();
    let (start, rest) = match path.first()?.as_str() {
        "crate" => (&own[..0], &path[1..]),
        "self" => (own, &path[1..]),
        "super" => (&own[..own.len().checked_sub(n_supers)?], &path[n_supers..]),
        word => {
            let child = [own, &[word.to_owned()]].concat();
            names.contains(&child).then_some((own, path))?
        }
    };
    Some([start, rest].concat())
}

/// The shortest way from a file back to itself, with the file at both ends.
fn shortest_circle<'a>(graph: &'a Graph, file: &'a str) -> Option<Vec<&'a str>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([file]);
    while let Some(next) = waiting.pop_front() {
        for named in graph.get(next).into_iter().flatten() {
            if came_from.contains_key(named.as_str()) {
                continue;
            }
            came_from.insert(named, next);
            if named != file {
                waiting.push_back(named);
                continue;
            }
            let mut way = vec![file];
            let mut at = next;
            while at != file {
                way.push(at);
                at = came_from[at];
            }
            way.push(file);
            way.reverse();
            return Some(way);
        }
    }
    None
}

/// The circles of a graph: of each file in one the shortest, each told once.
fn circles(graph: &Graph) -> Vec<String> {
    let mut told: BTreeSet<Vec<&str>> = BTreeSet::new();
    for way in graph.keys().filter_map(|file| shortest_circle(graph, file)) {
        let mut way = way[1..].to_vec();
        let first = way.iter().enumerate().min_by_key(|(_, file)| **file).map_or(0, |(idx, _)| idx);
        way.rotate_left(first);
        way.push(way[0]);
        told.insert(way);
    }
    told.iter().map(|way| way.join(" → ")).collect()
}

fn graph_of(sources: &[(String, String)]) -> Graph {
    Modules::of(sources).graph()
}

/// The files of the pages, without those of tests alone.
fn pages() -> Vec<(String, String)> {
    let mut sources = files("src/ui", "rs");
    sources.retain(|(file, _)| !file.ends_with("/tests.rs") && !file.contains("/tests/"));
    assert!(sources.len() > 40, "the pages were not found");
    sources
}

#[test]
fn no_files_of_the_pages_name_one_another_in_a_circle() {
    let found = circles(&graph_of(&pages()));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The rule is worth nothing if the graph is not read: what is known of it is there.
#[test]
fn the_graph_has_what_is_known_of_it() {
    let graph = graph_of(&pages());
    let names = |file: &str, other: &str| graph[file].contains(other);
    for (file, other) in [
        ("src/ui/shell.rs", "src/ui/site.rs"),
        ("src/ui/pages/home.rs", "src/ui/words.rs"),
        ("src/ui/pages/home.rs", "src/ui/components/topics.rs"),
        ("src/ui/components/card.rs", "src/ui/components/cite.rs"),
        ("src/ui/browser/app.rs", "src/ui/browser/document.rs"),
    ] {
        assert!(names(file, other), "{file}: {:?}", graph[file]);
    }
    assert!(!names("src/ui/site.rs", "src/ui/pages/home.rs"));
    assert!(graph["src/ui/components/mod.rs"].is_empty());
    let n_named: usize = graph.values().map(BTreeSet::len).sum();
    assert!(n_named > 150, "{n_named}");
}

mod the_readers_read {
    use super::*;

    fn graph(sources: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<(String, String)> =
            sources.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        let edges = |(file, named): (String, BTreeSet<String>)| {
            named.into_iter().map(move |named| format!("{file} {named}").replace("src/ui/", ""))
        };
        graph_of(&sources).into_iter().flat_map(edges).collect()
    }

    #[test]
    fn imports() {
        let told = |tree: &str| -> Vec<String> {
            named_by(tree).iter().map(|(name, path)| format!("{name}={}", path.join("."))).collect()
        };
        assert_eq!(told("a::b"), ["b=a.b"]);
        assert_eq!(told("a::{self, b as c, d::{e, *}}"), ["a=a", "c=a.b", "e=a.d.e", "*=a.d.*"]);
        assert_eq!(told("super::super::x::Y"), ["Y=super.super.x.Y"]);
        let (imports, body) = split_imports(
            "use a::{\n    b,\n    c,\n};\npub(crate) use d::E;\nfn f() { reuse d }\n",
        );
        assert_eq!(imports, [("a::{ b, c, }".to_owned(), false), ("d::E".to_owned(), true)]);
        assert_eq!(body.trim(), "fn f() { reuse d }");
    }

    #[test]
    fn paths() {
        let told: Vec<String> = paths_in("fn f(x: a::B, y:c::D) { e::f::<G>(h); I; j.k() }")
            .iter()
            .map(|p| p.join("."))
            .collect();
        assert_eq!(told, ["a.B", "c.D", "e.f"]);
    }

    #[test]
    fn a_name_is_of_the_file_that_defines_it() {
        let parent = ("src/ui/mod.rs", "mod a;\nmod parts;\npub(crate) use a::A;\n");
        let a = ("src/ui/a.rs", "pub(crate) struct A;\n");
        let parts = (
            "src/ui/parts/mod.rs",
            "mod one;\nmod two;\npub(crate) use one::{One, named as other};\n",
        );
        let one = ("src/ui/parts/one.rs", "");
        let of = |two: &str| graph(&[parent, a, parts, one, ("src/ui/parts/two.rs", two)]);
        let to_one = ["parts/two.rs parts/one.rs"];
        for text in [
            "use super::One;",
            "use super::one::One;",
            "use crate::ui::parts::One;",
            "use crate::ui::parts::{One};",
            "use crate::ui::parts;\nfn f() { parts::other() }",
            "use super::one;\nfn f() { one::named() }",
            "fn f() { super::one::named() }",
            "fn f() -> crate::ui::parts::One { One }",
        ] {
            assert_eq!(of(text), to_one, "{text}");
        }
        for text in ["use crate::ui::A;", "use super::super::A;", "use crate::ui::a::A;"] {
            assert_eq!(of(text), ["parts/two.rs a.rs"], "{text}");
        }
        for text in ["", "// use super::One;", "use crate::data::Date;", "use leptos::prelude::*;"]
        {
            assert_eq!(of(text), [""; 0], "{text}");
        }
        assert_eq!(of("#[cfg(test)]\nmod tests {\n    use super::super::One;\n}\n"), [""; 0]);
    }

    #[test]
    fn a_parent_with_code_of_its_own_counts() {
        let child = ("src/ui/a/b.rs", "use super::own;");
        let of =
            |parent: &str| graph(&[("src/ui/mod.rs", "mod a;"), ("src/ui/a.rs", parent), child]);
        assert_eq!(of("mod b;\npub(crate) use b::B;\nfn own() {}"), ["a/b.rs a.rs"]);
        let both = ["a.rs a/b.rs", "a/b.rs a.rs"];
        assert_eq!(of("mod b;\nuse b::B;\nfn own() {}"), both);
        assert_eq!(of("mod b;\nfn own() { b::f() }"), both);
    }

    #[test]
    fn circles_are_found() {
        let graph = |edges: &[(&str, &str)]| -> Graph {
            let mut graph = Graph::new();
            for (from, to) in edges {
                graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            }
            graph
        };
        assert_eq!(circles(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), [""; 0]);
        assert_eq!(circles(&graph(&[("a", "b"), ("b", "c"), ("c", "a")])), ["a → b → c → a"]);
        assert_eq!(
            circles(&graph(&[("b", "a"), ("a", "b"), ("b", "c"), ("c", "d"), ("d", "c")])),
            ["a → b → a", "c → d → c"]
        );
    }
}
