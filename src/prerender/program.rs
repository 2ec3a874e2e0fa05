//! The tags by which a page starts its program: what to load beforehand, and the script that says what
//! is going on meanwhile.

use serde_json::{Map, Value, json};

use super::document::{Document, escape};
use crate::address::{Page, Program, keys};
use crate::compare::Ledger;
use crate::data::{Dataset, Day, Observation};
use crate::i18n::Lang;

/// What starts a program, with its comments.
const START: &str = include_str!("start.js");

/// What says when the page was painted, with its comments.
const PAINTED: &str = include_str!("painted.js");

/// Holds a hint back until the script takes it away: a browser loads nothing for a medium it is not.
const LATER: &str = "media=\"not all\"";

/// For how many days ahead a page of which only promises depend on the day is asked whether it still
/// holds; after that its program is loaded, and finds out.
const MOST_DAYS: i32 = 731;

/// The names of the browser's programs, without what tells the files of one apart (`.js` and
/// `_bg.wasm`), such as `tinhso-topic-1f2e`; `None` for one that was not built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Programs<'a> {
    /// The search.
    pub of_search: Option<&'a str>,
    /// Comparisons.
    pub of_topics: Option<&'a str>,
    /// All promises, and what other pages say of them.
    pub of_promises: Option<&'a str>,
    /// The official ranking.
    pub of_ranking: Option<&'a str>,
}

impl<'a> Programs<'a> {
    /// The name of a page's program; `None` where it needs none, or none was built.
    fn name_of(&self, page: &Page) -> Option<&'a str> {
        match page.program()? {
            Program::OfSearch => self.of_search,
            Program::OfTopics => self.of_topics,
            Program::OfPromises => self.of_promises,
            Program::OfRanking => self.of_ranking,
        }
    }
}

/// The addresses of a program's two files.
fn files(document: &Document<'_>, name: &str) -> [String; 2] {
    [".js", "_bg.wasm"].map(|ending| format!("{}{name}{ending}", document.base))
}

/// The script by which others wait for the page to be painted.
pub(super) fn painted() -> String {
    format!("\n<script>{}</script>", bare(PAINTED))
}

/// What stands in `<head>`: a page whose address narrows it shows nothing but its title until it is
/// narrowed, so that nothing moves.
pub(super) fn before(document: &Document<'_>, page: &Page) -> String {
    if document.programs.name_of(page).is_none() {
        return String::new();
    }
    format!(
        "\n<script>/[?&]({})=./.test(location.search)&&(document.documentElement.dataset.narrowed=\"\")</script>",
        keys::ALL.join("|")
    )
}

/// What stands at the end of `<body>`: the files to load as soon as the page was painted, and the script.
/// `data` is the file of data that the program will ask for, by its path below the base.
pub(super) fn after(
    document: &Document<'_>,
    dataset: &Dataset,
    (lang, page): (Lang, &Page),
    data: &str,
) -> String {
    let mut known = Map::new();
    let mut hints = String::new();
    if let Some(name) = document.programs.name_of(page) {
        let [script, wasm] = files(document, name);
        hints = hint(&wasm, " type=\"application/wasm\"");
        if page.program() != Some(Program::OfSearch) {
            hints += &hint(&format!("{}{data}", document.base), "");
        }
        known.extend([
            ("script".to_owned(), json!(script)),
            ("wasm".to_owned(), json!(wasm)),
            ("words".to_owned(), words(lang)),
        ]);
    }
    if let (Some(name), true) = (document.programs.of_promises, page.follows_day(dataset)) {
        let [script, wasm] = files(document, name);
        let until = until(document.today, dataset, page);
        known.insert("until".to_owned(), json!(until.to_string()));
        known.insert("renewal".to_owned(), json!({ "script": script, "wasm": wasm }));
    }
    if known.is_empty() {
        return String::new();
    }
    // Within a script nothing but its end has a meaning for HTML.
    let text = Value::Object(known).to_string().replace('<', "\\u003c");
    let old = if hints.is_empty() { String::new() } else { unsupported(lang) };
    format!(
        "{hints}<script type=\"module\">const page={text};\n{start}</script>\n{old}",
        start = bare(START),
    )
}

/// A file to load once the page was painted.
fn hint(url: &str, more: &str) -> String {
    format!(
        "<link rel=\"preload\" href=\"{}\" as=\"fetch\"{more} crossorigin {LATER}>\n",
        escape(url)
    )
}

/// The last day until which a page says of promises what it says today.
fn until(today: Day, dataset: &Dataset, page: &Page) -> Day {
    let country = dataset.country().map(|country| country.id.as_str());
    let is_told = |promise: &Observation| match page {
        Page::Province(id) => promise.province == *id,
        _ => Some(promise.province.as_str()) != country,
    };
    Ledger::new(dataset).unchanged_until(is_told, today, today.plus(MOST_DAYS))
}

/// The sentence of a browser that knows no modules: it runs this script instead of the first.
fn unsupported(lang: Lang) -> String {
    let said = json!(lang.messages().program_unsupported()).to_string().replace('<', "\\u003c");
    format!(
        "<script nomodule>document.getElementById(\"status\").textContent={said};\
         delete document.documentElement.dataset.narrowed</script>"
    )
}

/// What the script says.
fn words(lang: Lang) -> Value {
    let messages = lang.messages();
    json!({
        "loading": messages.loading(),
        "slow": messages.slow(),
        "broken": messages.program_broken(),
        "unsupported": messages.program_unsupported(),
        "noData": messages.no_data(),
        "whole": messages.not_narrowed(),
        "retry": messages.retry(),
    })
}

/// A script without its comments and indentation.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_and_nothing_else() {
        assert_eq!(bare("// why\n  const a = \"//\";\nb(a);\n"), "const a = \"//\";\nb(a);\n");
        assert!(bare(START).contains("import(script)"));
        assert!(!bare(START).contains("\n//"));
    }
}
