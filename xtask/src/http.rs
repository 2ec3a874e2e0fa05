//! What a request means: the answers GitHub Pages would give, decided without any network.
//!
//! A folder answers with its `index.html`, a folder without its slash with a redirect, and what is
//! not there with `404.html` and status 404.

use std::path::{Path, PathBuf};

/// What to send for a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// This file, with status 200.
    File(PathBuf),
    /// A permanent redirect to this path.
    Redirect(String),
    /// Nothing is there: `404.html` with status 404.
    NotFound,
    /// Outside the base path, where another site would be: status 404 and a line of text.
    Outside,
}

/// Decides the answer to a request target such as `/tinhso/so-sanh/?tinh=br-vt`.
///
/// `base` begins and ends with a slash; `dist` is the folder that stands under it. No answer names
/// a file outside `dist`: a path with dot segments, backslashes, NUL, an escaped slash, an empty
/// segment or broken escapes is not found.
pub fn resolve(dist: &Path, base: &str, target: &str) -> Answer {
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, format!("?{query}")),
        None => (target, String::new()),
    };
    if base.strip_suffix('/') == Some(path) && !path.is_empty() {
        return Answer::Redirect(format!("{base}{query}"));
    }
    let Some(inner) = path.strip_prefix(base) else {
        return Answer::Outside;
    };
    let (inner, is_folder) = match inner.strip_suffix('/') {
        Some(folder) => (folder, true),
        None => (inner, inner.is_empty()),
    };
    // A bare `base//` would otherwise pass for the base itself.
    if inner.is_empty() && path != base {
        return Answer::NotFound;
    }
    let Some(segments) = safe_segments(inner) else {
        return Answer::NotFound;
    };
    let place = segments.iter().fold(dist.to_owned(), |place, segment| place.join(segment));
    let index = place.join("index.html");
    if is_folder {
        if index.is_file() { Answer::File(index) } else { Answer::NotFound }
    } else if place.is_file() {
        Answer::File(place)
    } else if index.is_file() {
        Answer::Redirect(format!("{path}/{query}"))
    } else {
        Answer::NotFound
    }
}

/// The decoded segments of a relative path; `None` if any could lead elsewhere than into a folder
/// of that name. An empty path has no segments.
fn safe_segments(path: &str) -> Option<Vec<String>> {
    if path.is_empty() {
        return Some(Vec::new());
    }
    path.split('/')
        .map(|segment| {
            let name = percent_decode(segment)?;
            let is_plain = !name.is_empty()
                && name != "."
                && name != ".."
                && !name.contains(['/', '\\', ':', '\0']);
            is_plain.then_some(name)
        })
        .collect()
}

/// Decodes `%C3%A0` and the like; `None` for a broken escape or bytes that are not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The content type of a file, by its extension; bytes of no stated kind if it is not known.
pub fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json; charset=utf-8",
        Some("webmanifest") => "application/manifest+json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("xml") => "application/xml; charset=utf-8",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/vnd.microsoft.icon",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::io;

    /// A site of `index.html`, `a/index.html`, `à.txt` and a secret beside it.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> io::Result<Self> {
            let top = std::env::temp_dir().join(format!("tinhso-{name}-{}", std::process::id()));
            fs::create_dir_all(top.join("dist/a"))?;
            for file in ["secret", "dist/index.html", "dist/a/index.html", "dist/à.txt"] {
                fs::write(top.join(file), file)?;
            }
            Ok(Self(top))
        }

        fn get(&self, base: &str, target: &str) -> Answer {
            resolve(&self.0.join("dist"), base, target)
        }

        fn file(&self, name: &str) -> Answer {
            Answer::File(self.0.join("dist").join(name))
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn folders_and_files_answer_as_on_github_pages() -> io::Result<()> {
        let site = Site::new("answers")?;
        assert_eq!(site.get("/x/", "/x/"), site.file("index.html"));
        assert_eq!(site.get("/x/", "/x/?ngay=2024-12-31"), site.file("index.html"));
        assert_eq!(site.get("/x/", "/x/a/"), site.file("a/index.html"));
        assert_eq!(site.get("/x/", "/x/a/index.html"), site.file("a/index.html"));
        assert_eq!(site.get("/x/", "/x/%C3%A0.txt"), site.file("à.txt"));
        assert_eq!(site.get("/x/", "/x/a?b=1"), Answer::Redirect("/x/a/?b=1".to_owned()));
        assert_eq!(site.get("/x/", "/x?b=1"), Answer::Redirect("/x/?b=1".to_owned()));
        assert_eq!(site.get("/x/", "/x/b"), Answer::NotFound);
        assert_eq!(site.get("/x/", "/x/%C3%A0.txt/"), Answer::NotFound);
        assert_eq!(site.get("/x/", "/"), Answer::Outside);
        assert_eq!(site.get("/x/", "/xy/"), Answer::Outside);
        assert_eq!(site.get("/", "/a"), Answer::Redirect("/a/".to_owned()));
        assert_eq!(site.get("/", "/"), site.file("index.html"));
        Ok(())
    }

    #[test]
    fn no_path_leads_out_of_the_site() -> io::Result<()> {
        let site = Site::new("escapes")?;
        let inner = [
            "../secret",
            "a/../../secret",
            "%2e%2e/secret",
            "%2E%2E%2Fsecret",
            "..%2fsecret",
            "..\\secret",
            "%2e%2e%5csecret",
            "a/./index.html",
            "a//index.html",
            "/secret",
            "/",
            "index.html%00",
            "C:/secret",
            "%",
            "%zz",
            "%ff",
        ];
        for path in inner {
            for base in ["/", "/x/"] {
                assert_eq!(site.get(base, &format!("{base}{path}")), Answer::NotFound, "{path}");
            }
        }
        let absolute = site.0.join("secret");
        assert_eq!(site.get("/x/", &format!("/x/{}", absolute.display())), Answer::NotFound);
        Ok(())
    }

    #[test]
    fn wasm_and_text_have_their_types() {
        let cases = [
            ("a_bg.wasm", "application/wasm"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a/index.html", "text/html; charset=utf-8"),
            ("observations.csv", "text/csv; charset=utf-8"),
            (".nojekyll", "application/octet-stream"),
        ];
        for (file, expected) in cases {
            assert_eq!(content_type(Path::new(file)), expected, "{file}");
        }
    }
}
