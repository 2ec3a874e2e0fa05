//! The stylesheets against the code that relies on them: colors are those the charts were checked
//! with, and no class is used without a rule or has a rule without being used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tinhso::chart::theme::{
    GROUND, INK, MUTED, RULE, Rgb, SERIES, SOFT_GROUND, Swatch, TILE_CLASSES,
};

use crate::support::root;

const NONE: [String; 0] = [];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// The text of all files of an ending below a folder.
fn all_below(folder: &Path, ending: &str) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text.push_str(&all_below(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            text.push_str(&fs::read_to_string(path).unwrap());
            text.push('\n');
        }
    }
    text
}

fn without_comments(css: &str) -> String {
    let mut code = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    code
}

/// The colors of each `:root` block of a sheet, in order: custom property to hex value.
fn palettes(css: &str) -> Vec<BTreeMap<String, String>> {
    let css = without_comments(css);
    css.split(":root")
        .skip(1)
        .map(|block| {
            let (_, body) = block.split_once('{').unwrap();
            let (body, _) = body.split_once('}').unwrap();
            body.split(';')
                .filter_map(|declaration| declaration.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .filter(|(name, value)| name.starts_with("--") && value.starts_with('#'))
                .collect()
        })
        .collect()
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The custom property of each color a figure or its ground has.
fn properties() -> Vec<(String, Swatch)> {
    let of_text = [INK, MUTED, RULE, GROUND, SOFT_GROUND]
        .map(|swatch| (format!("--color-{}", swatch.name), swatch));
    let of_series = SERIES.into_iter().chain(TILE_CLASSES);
    let of_series = of_series.map(|swatch| (format!("--chart-{}", swatch.name), swatch));
    of_text.into_iter().chain(of_series).collect()
}

/// The names after a dot in the selectors of a stylesheet.
fn styled(css: &str) -> BTreeSet<String> {
    names_after(&without_comments(css), |before| before == '.')
}

/// The classes named in code or markup: what begins a word of a text in quotes.
fn used(source: &str) -> BTreeSet<String> {
    names_after(source, |before| before == '"' || before == ' ' || before == '.')
}

/// The names that begin with `t-` and stand after such a letter.
fn names_after(text: &str, is_before: impl Fn(char) -> bool) -> BTreeSet<String> {
    text.match_indices("t-")
        .filter(|(at, _)| text[..*at].chars().next_back().is_some_and(&is_before))
        .map(|(at, _)| {
            let is_name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            text[at..].chars().take_while(is_name).collect()
        })
        .collect()
}

fn only_in(some: &BTreeSet<String>, others: &BTreeSet<String>) -> Vec<String> {
    some.difference(others).cloned().collect()
}

#[test]
fn the_colors_are_those_of_the_charts_in_both_schemes() {
    let sheet = read("style/tokens.css");
    let [light, dark] = &palettes(&sheet)[..] else { panic!("a light and a dark block") };
    let (_, after) = sheet.split_once("prefers-color-scheme: dark").unwrap();
    assert_eq!(palettes(after), std::slice::from_ref(dark));
    for (property, swatch) in properties() {
        assert_eq!(light.get(&property), Some(&hex(swatch.light)), "{property}, light");
        assert_eq!(dark.get(&property), Some(&hex(swatch.dark)), "{property}, dark");
    }
}

#[test]
fn both_schemes_name_the_same_colors() {
    let palettes = palettes(&read("style/tokens.css"));
    let names: Vec<Vec<&String>> = palettes.iter().map(|colors| colors.keys().collect()).collect();
    assert_eq!(names[0], names[1]);
}

/// Paper is light: the series keep the colors they were checked with, and no name is new.
#[test]
fn the_print_palette_is_a_part_of_the_light_one() {
    let light = palettes(&read("style/tokens.css")).remove(0);
    let [print] = &palettes(&read("style/print.css"))[..] else { panic!("one block") };
    assert!(!print.is_empty());
    for (name, value) in print {
        let known = light.get(name).unwrap_or_else(|| panic!("{name} is no token"));
        if name.starts_with("--chart-") {
            assert_eq!(value, known, "{name}");
        }
    }
}

#[test]
fn only_the_tokens_know_a_color() {
    let sheets = without_comments(&all_below(&root().join("style"), "css"));
    let tokens = without_comments(&read("style/tokens.css"));
    let print = without_comments(&read("style/print.css"));
    let n_colors = |css: &str| css.split([' ', ';', '(']).filter(|w| w.starts_with('#')).count();
    assert!(n_colors(&tokens) > properties().len());
    assert_eq!(n_colors(&sheets), n_colors(&tokens) + n_colors(&print));
}

#[test]
fn every_color_class_of_a_figure_has_its_rules() {
    let sheet: String = read("style/components/figure.css").split_whitespace().collect();
    for (property, swatch) in properties() {
        let name = swatch.name;
        assert!(sheet.contains(&format!(".f-{name}{{fill:var({property});}}")), "{name}");
        // Classes of tiles only fill.
        let rule = format!(".s-{name}{{stroke:var({property});}}");
        assert_eq!(sheet.contains(&rule), !TILE_CLASSES.contains(&swatch), "{rule}");
    }
}

#[test]
fn every_custom_property_in_use_is_defined() {
    let sheets = without_comments(&all_below(&root().join("style"), "css"));
    let names = |before: &str| -> BTreeSet<String> {
        sheets
            .match_indices(before)
            .map(|(at, _)| {
                let name = sheets[at + before.len() - 2..].chars();
                name.take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
            })
            .collect()
    };
    let defined: BTreeSet<String> = sheets
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, _)| format!("--{name}"))
        .collect();
    let read = names("var(--");
    assert!(!read.is_empty());
    assert_eq!(only_in(&read, &defined), NONE);
}

#[test]
fn every_class_in_use_has_a_rule_and_every_rule_a_use() {
    let page = read("index.html");
    let sheets = all_below(&root().join("style"), "css");
    // The scripts of the page, and the one that makes the notice of a new release, work without the
    // program.
    let scripts = ["src/start.js", "worker/register.js"].map(read).concat();
    let source = all_below(&root().join("src/ui"), "rs") + &scripts;
    let (styled, used) = (styled(&sheets), used(&format!("{source}\n{page}")));
    assert!(used.contains("t-main") && styled.contains("t-main"));
    assert_eq!(only_in(&used, &styled), NONE, "no rule for these");
    assert_eq!(only_in(&styled, &used), NONE, "nothing has these");
}

mod the_readers_read {
    use super::*;

    #[test]
    fn classes() {
        let found = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>().join(" ");
        let source = "class=\"t-a t-b--c\" prevent-default content-x \"set-t-d\"";
        assert_eq!(found(used(source)), "t-a t-b--c");
        assert_eq!(found(styled("/* .t-no */ a.t-x, .t-y__z { } .t { }")), "t-x t-y__z");
    }

    #[test]
    fn colors() {
        let found =
            palettes(":root { --a: #123456; /* --b: #fff; */ --c: 1rem; } p {} :root{--a:#000}");
        let told: Vec<String> = found.iter().map(|colors| format!("{colors:?}")).collect();
        assert_eq!(told, ["{\"--a\": \"#123456\"}", "{\"--a\": \"#000\"}"]);
        assert_eq!(hex((0, 10, 255)), "#000aff");
    }
}
