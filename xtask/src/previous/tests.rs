use super::*;
use crate::fingerprint::files;

/// A folder with a published release and the site that takes its place; removed at the end.
struct Case(PathBuf);

impl Case {
    fn new(name: &str, list: Option<&str>, published: &[&str]) -> Result<Self, Failure> {
        let top = std::env::temp_dir().join(format!("tinhso-kept-{name}-{}", std::process::id()));
        let case = Self(top);
        for folder in [case.old(), case.dist()] {
            fs::create_dir_all(folder).map_err(Failure::io("create"))?;
        }
        for file in published {
            case.write(&case.old().join(file), &format!("old {file}"))?;
        }
        if let Some(list) = list {
            case.write(&case.old().join(LIST), list)?;
        }
        case.write(&case.dist().join("index.html"), "new page")?;
        case.write(&case.dist().join("both-0123456789abcdef.css"), "new style")?;
        Ok(case)
    }

    fn old(&self) -> PathBuf {
        self.0.join("old")
    }

    fn dist(&self) -> PathBuf {
        self.0.join("dist")
    }

    fn write(&self, file: &Path, text: &str) -> Result<(), Failure> {
        fs::create_dir_all(file.parent().unwrap_or(&self.0)).map_err(Failure::io("create"))?;
        fs::write(file, text).map_err(Failure::io("write"))
    }

    /// The files of the site after what is at `from` was kept.
    fn kept_from(&self, from: &str) -> Result<Vec<String>, Failure> {
        keep(from, &self.dist(), &self.0.join("work"))?;
        let dist = self.dist();
        let own = |file: PathBuf| Some(file.strip_prefix(&dist).ok()?.display().to_string());
        Ok(files(&dist)?.into_iter().filter_map(own).collect())
    }

    fn kept(&self) -> Result<Vec<String>, Failure> {
        self.kept_from(&self.old().display().to_string())
    }
}

impl Drop for Case {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const UNCHANGED: [&str; 2] = ["both-0123456789abcdef.css", "index.html"];

const OLD_FILES: [&str; 5] = [
    "both-0123456789abcdef.css",
    "web-0123456789abcdef.js",
    "web-0123456789abcdef_bg.wasm",
    "v/0123456789abcdef/data/manifest.json",
    "index.html",
];

const OLD_LIST: &str = "{\n\"release\": \"00ff\",\n\"files\": [\n\"both-0123456789abcdef.css\",\n\
    \"web-0123456789abcdef.js\",\n\"web-0123456789abcdef_bg.wasm\",\n\
    \"v/0123456789abcdef/data/manifest.json\"\n]\n}\n";

const KEPT: [&str; 5] = [
    "both-0123456789abcdef.css",
    "index.html",
    "v/0123456789abcdef/data/manifest.json",
    "web-0123456789abcdef.js",
    "web-0123456789abcdef_bg.wasm",
];

#[test]
fn hashed_files_of_the_release_before_lie_beside_the_new_ones() -> Result<(), Failure> {
    let case = Case::new("plain", Some(OLD_LIST), &OLD_FILES)?;
    // What the release before had merely kept is not in its list.
    case.write(&case.old().join("older-0123456789abcdef.js"), "of the release before it")?;
    assert_eq!(case.kept()?, KEPT);
    let read = |name: &str| fs::read_to_string(case.dist().join(name)).unwrap_or_default();
    assert_eq!(read("index.html"), "new page");
    assert_eq!(read("both-0123456789abcdef.css"), "new style", "what is new stays");
    assert_eq!(read("web-0123456789abcdef.js"), "old web-0123456789abcdef.js");
    // Once more changes nothing.
    assert_eq!(case.kept()?, KEPT);
    Ok(())
}

#[test]
fn without_a_release_before_there_is_nothing_to_keep() -> Result<(), Failure> {
    let case = Case::new("none", None, &OLD_FILES)?;
    assert_eq!(case.kept()?, UNCHANGED);
    assert_eq!(case.kept_from("no/such/folder")?, UNCHANGED);
    Ok(())
}

#[test]
fn a_list_that_is_broken_keeps_nothing_and_stops_nothing() -> Result<(), Failure> {
    let lists = [
        "",
        "<!DOCTYPE html>",
        "{\"release\": \"00ff\"}",
        "{\"files\": [\"web-0123456789abcdef.js\"",
        "{\"files\": [\"web-0123456789abcdef.js\" \"x\"]}",
        "{\"files\": \"web-0123456789abcdef.js\"}",
        "{\"files\": [1]}",
        "{\"files\": [\"web-0123456789abcdef.js\",]}",
        "{\"files\": [\"web-0123456789abcdef.js\"], \"more\": 1}",
        "{\"files\": [\"web-0123456789abcdef.\\u006as\"]}",
        "{\"files\": []}",
    ];
    for (idx, list) in lists.iter().enumerate() {
        let case = Case::new(&format!("broken-{idx}"), Some(list), &OLD_FILES)?;
        assert_eq!(case.kept()?, UNCHANGED, "{list}");
    }
    Ok(())
}

#[test]
fn no_name_leads_out_of_the_site_or_to_a_page() -> Result<(), Failure> {
    let hostile = [
        "../web-0123456789abcdef.js",
        "v/../../web-0123456789abcdef.json",
        "v/0123456789abcdef/../../../web.json",
        "v/0123456789abcdef/./x.json",
        "v/0123456789abcdef//x.json",
        "v/0123456789abcdef/.x.json",
        "v/0123456789abcdef/x.html",
        "v/x/data/x.json",
        "/etc/web-0123456789abcdef.js",
        "C:/web-0123456789abcdef.js",
        "a/web-0123456789abcdef.js",
        "index.html",
        "sw.js",
        "release.json",
        "page-0123456789abcdef.html",
        "web-0123456789abcdef.js?x",
        "web 0123456789abcdef.js",
        "web-0123.js",
        "",
    ];
    for name in hostile {
        assert!(!is_safe(name), "{name}");
    }
    for name in OLD_FILES.iter().take(4) {
        assert!(is_safe(name), "{name}");
    }
    let list = format!("{{\"release\": \"1\", \"files\": [{}]}}", {
        let quoted: Vec<String> = hostile.iter().map(|name| format!("\"{name}\"")).collect();
        quoted.join(",")
    });
    let case = Case::new("hostile", Some(&list), &["sw.js", "index.html"])?;
    case.write(&case.0.join("web-0123456789abcdef.js"), "a secret")?;
    assert_eq!(case.kept()?, UNCHANGED);
    Ok(())
}

#[test]
fn what_the_list_names_and_is_not_there_is_passed_over() -> Result<(), Failure> {
    let case = Case::new("gaps", Some(OLD_LIST), &["web-0123456789abcdef.js"])?;
    let expected = ["both-0123456789abcdef.css", "index.html", "web-0123456789abcdef.js"];
    assert_eq!(case.kept()?, expected);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() -> Result<(), Failure> {
    let case = Case::new("link", Some(OLD_LIST), &[])?;
    case.write(&case.0.join("secret"), "a secret")?;
    let link = case.old().join("web-0123456789abcdef.js");
    std::os::unix::fs::symlink(case.0.join("secret"), link).map_err(Failure::io("link"))?;
    assert_eq!(case.kept()?, UNCHANGED);
    Ok(())
}
