//! "Add a figure in five minutes" in `docs/data.md`, followed to the letter.

use serde_json::Value;

use crate::command::tinhso;
use crate::support::{Files, root};

/// A block of code in the guide: its language, and its text without indentation.
struct Block {
    language: String,
    text: String,
}

/// The blocks of the guide, in its order.
fn blocks() -> Vec<Block> {
    let page = std::fs::read_to_string(root().join("docs/data.md")).unwrap();
    let (_, guide) = page.split_once("## Add a figure in five minutes\n").unwrap();
    let (guide, _) = guide.split_once("\n## ").unwrap();
    let mut blocks = Vec::new();
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.trim().strip_prefix("```") {
            let indent = line.len() - line.trim_start().len();
            let inside = lines.by_ref().take_while(|line| line.trim() != "```");
            let text: Vec<&str> = inside.map(|line| line.get(indent..).unwrap_or("")).collect();
            blocks.push(Block { language: language.to_owned(), text: text.join("\n") });
        }
    }
    blocks
}

/// Puts an entry at the end of a file's list, as the guide says: a comma after the last `}`, then the entry.
fn add_at_end(files: Files, file: &str, entry: &str) -> Files {
    let text = files.get(file).to_owned();
    let end = text.rfind("    }\n  ]\n}").unwrap() + "    }".len();
    let (before, after) = text.split_at(end);
    let indented: Vec<String> = entry.lines().map(|line| format!("    {line}")).collect();
    files.text(file, format!("{before},\n{}{after}", indented.join("\n")))
}

#[test]
fn the_guide_leads_to_a_figure() {
    let blocks = blocks();
    let of = |language: &str| -> Vec<&str> {
        blocks.iter().filter(|b| b.language == language).map(|b| b.text.as_str()).collect()
    };
    let [source, figure] = of("json")[..] else { panic!("the guide has a source and a figure") };
    let [fault] = of("text")[..] else { panic!("the guide has a message") };
    // The commands are those of the command line.
    let commands: Vec<&str> = of("").into_iter().flat_map(str::lines).collect();
    assert_eq!(
        commands,
        [
            "mkdir -p target",
            "cp -r tests/fixtures/good target/practice",
            "cargo run --bin tinhso -- check target/practice",
            "cargo run --bin tinhso -- check target/practice",
        ]
    );

    let files = add_at_end(Files::good(), "sources.json", source);
    let files = add_at_end(files, "observations/an-hai.json", figure);
    let folder = files.on_disk("guide").display().to_string();
    let ran = tinhso(&["check", &folder]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "0 errors, 0 warnings in 8 files\n");
    let entry: Value = serde_json::from_str(figure).unwrap();
    let id = entry["id"].as_str().unwrap();
    assert_eq!(files.dataset().observation(id).unwrap().value(), Some(91.5));

    let mistyped = files.replace("observations/an-hai.json", "91.5", "91,5");
    let ran = tinhso(&["check", &mistyped.on_disk("guide-mistyped").display().to_string()]);
    assert_eq!((ran.code, ran.out.trim_end()), (1, fault));
}

/// The lists of data.md name what the command knows.
#[test]
fn each_key_of_the_model_is_described() {
    let page = std::fs::read_to_string(root().join("docs/data.md")).unwrap();
    for (file, text) in tinhso::data::schemas() {
        let schema: Value = serde_json::from_str(&text).unwrap();
        let definitions = schema["definitions"].as_object().into_iter().flatten();
        let objects = definitions.map(|(_, definition)| definition).chain([&schema]);
        for key in objects.flat_map(|o| o["properties"].as_object().into_iter().flatten()) {
            let is_named = [format!("`{}`", key.0), format!("\"{}\"", key.0)]
                .iter()
                .any(|name| page.contains(name.as_str()));
            assert!(is_named, "{file}: {}", key.0);
        }
    }
}
