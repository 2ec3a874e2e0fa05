//! The kinds of mutations: of a file's JSON, of its bytes, and of the folder.

use serde_json::{Map, Value, json};

use super::{Chance, Files};

/// A kind of mutation: its name, and the function that makes one and tells what it did. `None` if it found
/// nothing to change.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) change: fn(&mut Files, &mut Chance) -> Option<String>,
}

pub(super) const KINDS: [Kind; 19] = [
    Kind { name: "key renamed", change: rename_key },
    Kind { name: "key twice", change: double_key },
    Kind { name: "key left out", change: drop_key },
    Kind { name: "unknown key", change: add_key },
    Kind { name: "key moved", change: move_key },
    Kind { name: "null or empty", change: empty_value },
    Kind { name: "type", change: change_type },
    Kind { name: "item doubled", change: double_item },
    Kind { name: "entry doubled", change: double_entry },
    Kind { name: "entry moved", change: move_entry },
    Kind { name: "order", change: change_order },
    Kind { name: "letter of a text", change: change_letter },
    Kind { name: "letter of an id", change: change_id },
    Kind { name: "bytes cut", change: cut_bytes },
    Kind { name: "byte changed", change: change_byte },
    Kind { name: "block doubled or lost", change: change_block },
    Kind { name: "encoding", change: change_encoding },
    Kind { name: "file", change: change_file },
    Kind { name: "line of the manifest", change: drop_manifest_line },
];

/// The name of a file: every other time of one that holds definitions or figures of followed provinces,
/// of which there are few.
fn file_of(files: &Files, chance: &mut Chance) -> String {
    let is_small_part = chance.below(2) == 0;
    let is_asked_for = |name: &&String| !is_small_part || !is_of_others(name);
    let names: Vec<&String> = files.keys().filter(is_asked_for).collect();
    (*chance.one_of(&names)).clone()
}

/// Whether a file holds figures of a province that is not followed.
fn is_of_others(name: &str) -> bool {
    name.starts_with("others/")
        && !name.ends_with("indicators.json")
        && !name.ends_with("sources.json")
}

/// Changes the JSON of a file. `change` gets all its objects or lists, as pointers.
fn in_json(
    files: &mut Files,
    chance: &mut Chance,
    is_wanted: fn(&Value) -> bool,
    change: impl FnOnce(&mut Value, &mut Chance) -> Option<String>,
) -> Option<String> {
    let file = file_of(files, chance);
    let mut value: Value = serde_json::from_slice(&files[&file]).unwrap();
    let mut pointers = Vec::new();
    collect(&value, String::new(), is_wanted, &mut pointers);
    if pointers.is_empty() {
        return None;
    }
    let pointer = chance.one_of(&pointers).clone();
    let what = change(value.pointer_mut(&pointer).unwrap(), chance)?;
    files.insert(file.clone(), format!("{value:#}\n").into_bytes());
    Some(format!("{file}{pointer}: {what}"))
}

/// The pointers of all values that are wanted.
fn collect(value: &Value, at: String, is_wanted: fn(&Value) -> bool, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                collect(value, format!("{at}/{key}"), is_wanted, found);
            }
        }
        Value::Array(items) => {
            for (idx, item) in items.iter().enumerate() {
                collect(item, format!("{at}/{idx}"), is_wanted, found);
            }
        }
        _ => {}
    }
    if is_wanted(value) {
        found.push(at);
    }
}

fn key_of(map: &Map<String, Value>, chance: &mut Chance) -> String {
    let keys: Vec<&String> = map.keys().collect();
    (*chance.one_of(&keys)).clone()
}

fn rename_key(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_full_object, |object, chance| {
        let map = object.as_object_mut()?;
        let key = key_of(map, chance);
        let value = map.remove(&key)?;
        let name = match chance.below(4) {
            0 => key.to_uppercase(),
            1 => format!("{key}s"),
            2 => key.chars().skip(1).collect(),
            _ => key.replace(['e', 'a', 'i', 'o'], "u"),
        };
        map.insert(name.clone(), value);
        Some(format!("{key} → {name}"))
    })
}

/// Gives a key twice: in the text, because no map can hold that.
fn double_key(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let text = String::from_utf8(files.get(&file)?.clone()).ok()?;
    let lines: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("\": ") && !line.ends_with(['{', '[']))
        .collect();
    let (idx, line) = *chance.one_of(&lines);
    let line = format!("{},", line.trim_end_matches(','));
    let other =
        if chance.below(2) == 0 { line.clone() } else { line.replace(['1', '2', '3'], "4") };
    let mut lines: Vec<&str> = text.lines().collect();
    lines.insert(idx, &other);
    files.insert(file.clone(), (lines.join("\n") + "\n").into_bytes());
    Some(format!("{file}: {other}"))
}

fn drop_key(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_full_object, |object, chance| {
        let map = object.as_object_mut()?;
        let key = key_of(map, chance);
        map.remove(&key)?;
        Some(key)
    })
}

fn add_key(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, Value::is_object, |object, chance| {
        let key = *chance.one_of(&["comment", "source_url", "vi2", "values", "provinces2", "_"]);
        object.as_object_mut()?.insert(key.to_owned(), json!("x"));
        Some(key.to_owned())
    })
}

/// Moves a key, with its value, to another object of the file.
fn move_key(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let mut value: Value = serde_json::from_slice(&files[&file]).unwrap();
    let mut pointers = Vec::new();
    collect(&value, String::new(), is_full_object, &mut pointers);
    let (from, to) = (chance.one_of(&pointers).clone(), chance.one_of(&pointers).clone());
    let object = value.pointer_mut(&from)?.as_object_mut()?;
    let key = key_of(object, chance);
    let moved = object.remove(&key)?;
    // The other object may have stood in what was moved.
    value.pointer_mut(&to)?.as_object_mut()?.insert(key.clone(), moved);
    files.insert(file.clone(), format!("{value:#}\n").into_bytes());
    (from != to).then(|| format!("{file}{from}/{key} to {to}"))
}

/// Leaves nothing of a value but null, or an empty value of its type.
fn empty_value(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(
        files,
        chance,
        |value| !value.is_null(),
        |value, chance| {
            let before = value.take();
            *value = match &before {
                _ if chance.below(2) == 0 => Value::Null,
                Value::String(_) => json!(*chance.one_of(&["", " ", "\u{a0}"])),
                Value::Array(_) => json!([]),
                Value::Object(_) => json!({}),
                _ => json!(0),
            };
            (*value != before).then(|| format!("{} → {value}", short(&before)))
        },
    )
}

fn change_type(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(
        files,
        chance,
        |_| true,
        |value, chance| {
            let before = value.clone();
            *value = match (chance.below(6), &before) {
                (0, _) => json!([before.clone()]),
                (1, _) => json!({ "value": before.clone() }),
                (2, Value::String(text)) => json!(text.parse::<f64>().unwrap_or(1.0)),
                (2 | 3, Value::Number(n)) => json!(n.to_string()),
                (3, Value::Array(items)) => items.first()?.clone(),
                (4, _) => json!(true),
                (5, _) => Value::Null,
                (_, Value::Object(_)) => json!("x"),
                _ => json!(7),
            };
            (*value != before).then(|| short(&before))
        },
    )
}

fn double_item(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_full_list, |list, chance| {
        let items = list.as_array_mut()?;
        let item = chance.one_of(items).clone();
        items.insert(chance.below(items.len() + 1), item.clone());
        Some(short(&item))
    })
}

/// Enters a figure again under another id, with the same value or another one.
fn double_entry(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_list_of_figures, |list, chance| {
        let items = list.as_array_mut()?;
        let mut copy = chance.one_of(items).clone();
        // Of figures with the same end the smallest id stands, so a smaller one tells most.
        let (before, last) = copy["id"].as_str()?.rsplit_once('/')?;
        let id =
            if chance.below(2) == 0 { format!("{before}/0a") } else { format!("{before}/{last}0") };
        copy["id"] = json!(id);
        if let (0, Some(value)) = (chance.below(2), copy["value"].as_f64()) {
            copy["value"] = json!((value / 2.0).ceil().max(1.0));
        }
        items.push(copy);
        Some(id)
    })
}

/// Moves a figure to the file of another province.
fn move_entry(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let (from, to) = (file_of(files, chance), file_of(files, chance));
    let read = |file: &str| serde_json::from_slice::<Value>(&files[file]).unwrap();
    let (mut source, mut target) = (read(&from), read(&to));
    let figures = source["observations"].as_array_mut()?;
    target["observations"].as_array_mut().filter(|_| from != to && !figures.is_empty())?;
    let figure = figures.remove(chance.below(figures.len()));
    target["observations"].as_array_mut()?.push(figure.clone());
    files.insert(from, source.to_string().into_bytes());
    files.insert(to.clone(), target.to_string().into_bytes());
    Some(format!("{} to {to}", figure["id"]))
}

fn change_order(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_full_list, |list, chance| {
        let items = list.as_array_mut()?;
        // The two numbers of a range are no list of equals.
        if items.iter().all(Value::is_number) {
            return None;
        }
        let (a, b) = (chance.below(items.len()), chance.below(items.len()));
        items.swap(a, b);
        Some(format!("{a} ↔ {b}"))
    })
}

fn change_letter(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, Value::is_string, |value, chance| {
        let text = value.as_str()?.to_owned();
        let mut letters: Vec<char> = text.chars().collect();
        let place = chance.below(letters.len());
        let strange = ['\u{200b}', '\n', ' ', 'Đ', '\u{301}', '_', '\u{202e}', '\u{7}', '\u{fffd}'];
        letters.insert(place, *chance.one_of(&strange));
        let changed: String = letters.into_iter().collect();
        *value = json!(changed);
        Some(format!("{changed:?}"))
    })
}

/// Changes a letter of an id, of an entry or of what it refers to.
fn change_id(files: &mut Files, chance: &mut Chance) -> Option<String> {
    in_json(files, chance, is_id, |value, chance| {
        let mut letters: Vec<char> = value.as_str()?.chars().collect();
        let place = chance.below(letters.len());
        match chance.below(4) {
            0 => letters[place] = *chance.one_of(&['a', 'e', 'n', '2', '3', '4', '-', '_']),
            1 => letters[place] = letters[place].to_ascii_uppercase(),
            2 => letters.insert(place, letters[place]),
            _ => drop(letters.remove(place)),
        }
        let changed: String = letters.into_iter().collect();
        let what = format!("{value} → {changed}");
        (changed != value.as_str()?).then(|| {
            *value = json!(changed);
            what
        })
    })
}

fn cut_bytes(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let bytes = files.get_mut(&file)?;
    bytes.truncate(chance.below(bytes.len()));
    Some(format!("{file}: {} bytes left", bytes.len()))
}

fn change_byte(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let bytes = files.get_mut(&file)?;
    let place = chance.below(bytes.len());
    let byte = *chance.one_of(b"{}[]\":,0-9.xN\xE1\x00 /'");
    match chance.below(3) {
        0 => bytes[place] = byte,
        1 => bytes.insert(place, byte),
        _ => {
            bytes.remove(place);
        }
    }
    Some(format!("{file}: byte {place}"))
}

fn change_block(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let bytes = files.get_mut(&file)?;
    let start = chance.below(bytes.len());
    let end = (start + 1 + chance.below(200)).min(bytes.len());
    let block: Vec<u8> = bytes.drain(start..end).collect();
    if chance.below(2) == 0 {
        bytes.splice(start..start, [block.clone(), block].concat());
    }
    Some(format!("{file}: bytes {start} to {end}"))
}

fn change_encoding(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let text = String::from_utf8(files[&file].clone()).unwrap();
    let bytes: Vec<u8> = match chance.below(3) {
        0 => [b"\xEF\xBB\xBF".to_vec(), text.clone().into_bytes()].concat(),
        1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        // Each byte of UTF-8 as a letter of Latin-1, saved as UTF-8 once more.
        _ => text.bytes().map(char::from).collect::<String>().into_bytes(),
    };
    (bytes != text.into_bytes()).then(|| files.insert(file.clone(), bytes))?;
    Some(file)
}

fn change_file(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let file = file_of(files, chance);
    let name = file.rsplit('/').next()?;
    let other = match chance.below(4) {
        0 => file.replace(".json", "-2.json"),
        1 => file.replace(".json", ".JSON"),
        2 => format!("{file}~"),
        _ => format!("more/{name}"),
    };
    match chance.below(4) {
        0 => {
            files.remove(&file);
        }
        1 => {
            let rest = *chance.one_of(&["", " \n", "{}", "[]", "null"]);
            files.insert(file.clone(), rest.into());
        }
        2 => {
            let bytes = files[&file].clone();
            files.insert(other, bytes);
        }
        _ => {
            let bytes = files.remove(&file)?;
            files.insert(other, bytes);
        }
    }
    Some(file)
}

fn drop_manifest_line(files: &mut Files, chance: &mut Chance) -> Option<String> {
    let text = String::from_utf8(files.get("manifest.json")?.clone()).ok()?;
    let mut lines: Vec<&str> = text.lines().collect();
    let line = lines.remove(chance.below(lines.len()));
    let what = line.to_owned();
    files.insert("manifest.json".to_owned(), lines.join("\n").into_bytes());
    Some(what)
}

/// Whether a text looks like an id: it has no spaces, and a hyphen or a slash.
fn is_id(value: &Value) -> bool {
    value.as_str().is_some_and(|text| {
        text.contains(['-', '/'])
            && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-' | '/' | '.'))
    })
}

fn is_full_object(value: &Value) -> bool {
    value.as_object().is_some_and(|map| !map.is_empty())
}

fn is_full_list(value: &Value) -> bool {
    value.as_array().is_some_and(|items| !items.is_empty())
}

fn is_list_of_figures(value: &Value) -> bool {
    value.as_array().and_then(|items| items.first()).is_some_and(|item| item["locator"].is_string())
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(60).collect()
}
