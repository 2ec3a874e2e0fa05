//! Makes what a program and its JavaScript share shorter: wasm-bindgen gives each function that one
//! calls of the other a name of its own with a sum in it, which packs badly, and writes JavaScript for
//! functions that the program no longer has once it was shrunk.
//!
//! The layout of the WebAssembly is that of the core specification, sections 2 (imports) and 7 (exports).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::failure::Failure;

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const MEMORY: &str = "memory";
/// What the program calls the one module it imports.
const MODULE: &str = "a";

/// Shortens the names in both files, in their place, and leaves out of the script the functions that the
/// program does not import. Classes and functions that nothing uses then are for the minifier to drop.
pub fn trim(script: &Path, wasm: &Path) -> Result<(), Failure> {
    let read =
        |path: &Path| fs::read(path).map_err(Failure::io(format!("read {}", path.display())));
    let unlike = |expected: &str| Failure::File {
        path: wasm.to_owned(),
        expected: format!("{expected}, as wasm-bindgen writes it"),
    };
    let (short, names) =
        shortened(&read(wasm)?).ok_or_else(|| unlike("WebAssembly with one imported module"))?;
    let text = String::from_utf8_lossy(&read(script)?).into_owned();
    let text = rewritten(&text, &names).map_err(|expected| Failure::File {
        path: script.to_owned(),
        expected: format!("{expected}, as wasm-bindgen writes it"),
    })?;
    let write = |path: &Path, bytes: &[u8]| {
        fs::write(path, bytes).map_err(Failure::io(format!("write {}", path.display())))
    };
    write(wasm, &short)?;
    write(script, text.as_bytes())
}

/// Old names and the short ones.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// The WebAssembly with short names; `None` if it is not built as expected.
fn shortened(wasm: &[u8]) -> Option<(Vec<u8>, Names)> {
    let (header, mut rest) = wasm.split_at_checked(8)?;
    let mut names = Names::default();
    let mut short = header.to_vec();
    while let Some((id, after)) = rest.split_first() {
        let (content, after) = sized(after)?;
        let content = match *id {
            IMPORTS => imports(content, &mut names)?,
            EXPORTS => exports(content, &mut names)?,
            _ => content.to_vec(),
        };
        short.push(*id);
        put_sized(&mut short, &content);
        rest = after;
    }
    Some((short, names))
}

fn imports(mut content: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let n_imports = number(&mut content)?;
    put_number(&mut out, n_imports);
    for _ in 0..n_imports {
        let (module, after) = sized(content)?;
        let (name, mut after) = sized(after)?;
        let module = String::from_utf8(module.to_vec()).ok()?;
        if names.module.is_empty() {
            names.module.clone_from(&module);
        }
        // Of functions only: kind 0, then the number of the type.
        if names.module != module || after.split_off_first()? != &0 {
            return None;
        }
        let kind = number(&mut after)?;
        let short = short_name(names.imports.len());
        put_sized(&mut out, MODULE.as_bytes());
        put_sized(&mut out, short.as_bytes());
        out.push(0);
        put_number(&mut out, kind);
        names.imports.insert(String::from_utf8(name.to_vec()).ok()?, short);
        content = after;
    }
    content.is_empty().then_some(out)
}

fn exports(mut content: &[u8], names: &mut Names) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let n_exports = number(&mut content)?;
    put_number(&mut out, n_exports);
    for _ in 0..n_exports {
        let (name, mut after) = sized(content)?;
        let kind = after.split_off_first()?;
        let idx = number(&mut after)?;
        let name = String::from_utf8(name.to_vec()).ok()?;
        // Who measures the program asks for its memory by name.
        let short = if name == MEMORY { name.clone() } else { short_name(names.exports.len()) };
        put_sized(&mut out, short.as_bytes());
        out.push(*kind);
        put_number(&mut out, idx);
        names.exports.insert(name, short);
        content = after;
    }
    content.is_empty().then_some(out)
}

/// A length and so many bytes, and what follows.
fn sized(mut bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = number(&mut bytes)?;
    bytes.split_at_checked(usize::try_from(length).ok()?)
}

fn put_sized(out: &mut Vec<u8>, content: &[u8]) {
    put_number(out, content.len() as u64);
    out.extend(content);
}

/// A number in LEB128, of which `bytes` then holds what follows.
fn number(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let byte = *bytes.split_off_first()?;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn put_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push((number & 0x7f) as u8);
}

/// `a` to `z`, then `aa`, `ab` and so on.
fn short_name(mut idx: usize) -> String {
    const LETTERS: [char; 26] = [
        'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r',
        's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
    ];
    let mut name = String::new();
    loop {
        name.insert(0, LETTERS[idx % 26]);
        if idx < 26 {
            return name;
        }
        idx = idx / 26 - 1;
    }
}

/// The script with the short names, and without the functions that are not imported. An error says what
/// was expected in it.
fn rewritten(script: &str, names: &Names) -> Result<String, String> {
    let module = format!("\"{}\": import0,", names.module);
    let (mut n_found, mut is_kept, mut is_import) = (0, true, false);
    let mut lines: Vec<String> = Vec::new();
    for line in script.lines() {
        // An entry of the imported module: `        name: function(…) {`, to `        },`.
        let entry = line.strip_prefix("        ").filter(|line| !line.starts_with(' '));
        let name = entry.and_then(|line| Some(line.split_once(": ")?.0));
        if let Some(name) = name.filter(|name| is_import && name.starts_with("__wb")) {
            let short = names.imports.get(name);
            is_kept = short.is_some();
            if let Some(short) = short {
                n_found += 1;
                lines.push(format!("        {short}{}", &line[8 + name.len()..]));
            }
            continue;
        }
        if line == "    };" {
            (is_import, is_kept) = (false, true);
        } else if line == "    const import0 = {" {
            is_import = true;
        }
        // Nothing holds what these do: where the program has no such class, it can be dropped.
        if !is_kept || line.starts_with("if (Symbol.dispose) ") {
            continue;
        }
        let line = line.strip_prefix("export class ").map_or_else(
            || {
                line.replace(
                    ": new FinalizationRegistry(",
                    ": /* @__PURE__ */ new FinalizationRegistry(",
                )
            },
            |class| format!("class {class}"),
        );
        let line = line.replace(&module, &format!("{MODULE}: import0,"));
        lines.push(with_exports(&line, &names.exports));
    }
    if n_found != names.imports.len() {
        return Err(format!(
            "{} functions to import, of which {n_found} were found",
            names.imports.len()
        ));
    }
    let text = lines.join("\n") + "\n";
    let ends = ["export { initSync, __wbg_init as default };", "a: import0,"];
    for end in ends {
        if !text.contains(end) {
            return Err(format!("`{end}`"));
        }
    }
    Ok(text.replace(ends[0], "export { __wbg_init as default };"))
}

/// A line with `wasm.name` shortened, for each name that the program exports.
fn with_exports(line: &str, exports: &BTreeMap<String, String>) -> String {
    let mut parts = line.split("wasm.");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '$');
        let (name, rest) = part.split_at(part.find(is_end).unwrap_or(part.len()));
        out.push_str("wasm.");
        out.push_str(exports.get(name).map_or(name, String::as_str));
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: [u8; 8] = *b"\0asm\x01\0\0\0";

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        let mut out = vec![id];
        put_sized(&mut out, content);
        out
    }

    fn named(name: &str) -> Vec<u8> {
        let mut out = Vec::new();
        put_sized(&mut out, name.as_bytes());
        out
    }

    /// Two imports of a module, its memory and an export, between sections that stay as they are.
    fn program(module: &str, imports: [&str; 2], export: &str) -> Vec<u8> {
        let mut list = vec![2];
        for (name, kind) in imports.into_iter().zip([5, 200]) {
            list.extend(named(module));
            list.extend(named(name));
            list.push(0);
            put_number(&mut list, kind);
        }
        let exports = [vec![2], named("memory"), vec![2, 0], named(export), vec![0, 3]].concat();
        let other = section(1, &[0; 300]);
        [&HEADER[..], &other, &section(2, &list), &section(7, &exports), &section(10, &[9])]
            .concat()
    }

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(old, new)| ((*old).to_owned(), (*new).to_owned())).collect()
    }

    #[test]
    fn names_are_shortened_and_all_else_stays() {
        let long = program("./x_bg.js", ["__wbg_call_0123", "__wbg_new_4567"], "__wbindgen_malloc");
        let (short, names) = shortened(&long).unwrap_or_default();
        assert_eq!(short, program("a", ["a", "b"], "b"));
        assert_eq!(names.module, "./x_bg.js");
        assert_eq!(names.imports, map(&[("__wbg_call_0123", "a"), ("__wbg_new_4567", "b")]));
        assert_eq!(names.exports, map(&[("__wbindgen_malloc", "b"), ("memory", "memory")]));
    }

    #[test]
    fn what_is_built_otherwise_is_refused() {
        let long = program("./x_bg.js", ["a", "b"], "c");
        for end in [4, long.len() - 1, long.len() - 4] {
            assert_eq!(shortened(&long[..end]), None, "{end}");
        }
        // An imported memory, and a second module.
        let memory = [vec![1], named("m"), named("memory"), vec![2, 0, 1]].concat();
        let second =
            [vec![2], named("m"), named("f"), vec![0, 0], named("n"), named("f"), vec![0, 0]];
        for imports in [memory, second.concat()] {
            assert_eq!(shortened(&[&HEADER[..], &section(2, &imports)].concat()), None);
        }
    }

    #[test]
    fn short_names_are_unique() {
        let names: Vec<String> = (0..2000).map(short_name).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert_eq!(names[25..28], ["z", "aa", "ab"]);
        assert_eq!(names[701..704], ["zz", "aaa", "aab"]);
    }

    const SCRIPT: &str = "export class Gone {\n    free() {\n        wasm.gone_free(this.ptr);\n    }\n}\n\
        if (Symbol.dispose) Gone.prototype[Symbol.dispose] = Gone.prototype.free;\n\
        function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n        \
        __wbg_call_0123: function(arg0) {\n            return wasm.alloc.x(wasm.allocated);\n        },\n        \
        __wbg_gone_89ab: function(arg0) {\n            return {\n            };\n        },\n        \
        __wbg_new_4567: function(arg0) {\n            return 1;\n        },\n    };\n    return {\n        \
        __proto__: null,\n        \"./x_bg.js\": import0,\n    };\n}\n\
        const GoneFinalization = (typeof FinalizationRegistry === 'undefined')\n    \
        ? { register: () => {} }\n    : new FinalizationRegistry(ptr => wasm.gone_free(ptr, 1));\n\
        export { initSync, __wbg_init as default };\n";

    fn names() -> Names {
        Names {
            module: "./x_bg.js".to_owned(),
            imports: map(&[("__wbg_call_0123", "a"), ("__wbg_new_4567", "b")]),
            exports: map(&[("alloc", "c")]),
        }
    }

    #[test]
    fn the_script_keeps_what_the_program_imports() {
        let expected = "class Gone {\n    free() {\n        wasm.gone_free(this.ptr);\n    }\n}\n\
            function __wbg_get_imports() {\n    const import0 = {\n        __proto__: null,\n        \
            a: function(arg0) {\n            return wasm.c.x(wasm.allocated);\n        },\n        \
            b: function(arg0) {\n            return 1;\n        },\n    };\n    return {\n        \
            __proto__: null,\n        a: import0,\n    };\n}\n\
            const GoneFinalization = (typeof FinalizationRegistry === 'undefined')\n    \
            ? { register: () => {} }\n    \
            : /* @__PURE__ */ new FinalizationRegistry(ptr => wasm.gone_free(ptr, 1));\n\
            export { __wbg_init as default };\n";
        assert_eq!(rewritten(SCRIPT, &names()).as_deref(), Ok(expected));
    }

    #[test]
    fn a_script_of_another_program_is_refused() {
        let mut more = names();
        more.imports.insert("__wbg_other_cdef".to_owned(), "d".to_owned());
        let told = rewritten(SCRIPT, &more);
        assert_eq!(told, Err("3 functions to import, of which 2 were found".to_owned()));
        let other = Names { module: "./y_bg.js".to_owned(), ..names() };
        assert_eq!(rewritten(SCRIPT, &other), Err("`a: import0,`".to_owned()));
    }
}
