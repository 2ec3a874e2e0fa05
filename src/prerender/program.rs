//! The tags by which a page starts its program: what to load beforehand, and the script that says what
//! is going on meanwhile.

use serde_json::{Value, json};

use super::document::{Document, escape};
use crate::address::{Page, Program, keys};
use crate::compare::Ledger;
use crate::data::Dataset;
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
/// `_bg.wasm`), such as `tinhso-web-1f2e`; `None` for one that was not built.
#[derive(Clone, Copy, Debug, Default)]
pub struct Programs<'a> {
    /// Comparisons.
    pub of_topics: Option<&'a str>,
    /// The other pages about the provinces the site follows.
    pub of_followed: Option<&'a str>,
    /// The official ranking.
    pub of_ranking: Option<&'a str>,
}

impl<'a> Programs<'a> {
    /// The name of a page's program; `None` where it needs none, or none was built.
    fn name_of(&self, page: &Page, dataset: &Dataset) -> Option<&'a str> {
        match page.program(dataset)? {
            Program::OfTopics => self.of_topics,
            Program::OfFollowed => self.of_followed,
            Program::OfRanking => self.of_ranking,
        }
    }
}

/// The script by which others wait for the page to be painted.
pub(super) fn painted() -> String {
    format!("\n<script>{}</script>", bare(PAINTED))
}

/// What stands in `<head>`: a page whose address narrows it shows nothing but its title until it is
/// narrowed, so that nothing moves.
pub(super) fn before(document: &Document<'_>, dataset: &Dataset, page: &Page) -> String {
    if !page.has_choices() || document.programs.name_of(page, dataset).is_none() {
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
    let Some(name) = document.programs.name_of(page, dataset) else { return String::new() };
    let program = format!("{}{name}", document.base);
    let mut known = json!({
        "script": format!("{program}.js"),
        "wasm": format!("{program}_bg.wasm"),
    });
    if page.has_choices() {
        known["words"] = words(lang);
    }
    if let Page::Province(id) = page {
        let limit = document.today.plus(MOST_DAYS);
        let until = Ledger::new(dataset).unchanged_until(id, document.today, limit);
        known["until"] = json!(until.to_string());
    }
    // Within a script nothing but its end has a meaning for HTML.
    let known = known.to_string().replace('<', "\\u003c");
    // A browser that knows no modules runs the second script instead of the first.
    let old = json!(lang.messages().program_unsupported()).to_string().replace('<', "\\u003c");
    let old = if page.has_choices() {
        format!(
            "<script nomodule>document.getElementById(\"status\").textContent={old};\
             delete document.documentElement.dataset.narrowed</script>"
        )
    } else {
        String::new()
    };
    format!(
        "<link rel=\"preload\" href=\"{name}_bg.wasm\" as=\"fetch\" type=\"application/wasm\" \
         crossorigin {LATER}>\n\
         <link rel=\"preload\" href=\"{data}\" as=\"fetch\" crossorigin {LATER}>\n\
         <script type=\"module\">const page={known};\n{start}</script>\n{old}",
        name = escape(&program),
        data = escape(&format!("{}{data}", document.base)),
        start = bare(START),
    )
}

/// What the script says of a page on which something can be chosen.
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
        assert!(bare(START).contains("import(page.script)"));
        assert!(!bare(START).contains("\n//"));
    }
}
