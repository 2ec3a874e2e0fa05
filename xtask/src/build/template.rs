//! Makes the template of all written pages from the page that Trunk writes.
//!
//! Trunk's page loads its style sheets and scripts as files. A written page contains them instead. So a
//! browser can show it without loading anything else, and it can narrow itself to the selected provinces
//! from the first paint on. Its scripts also work when no other file can be loaded, so the page can say so.
//! Its content-security policy names each script and style by its hash: the browser runs or applies nothing
//! else that is inside a page.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fs_err as fs;
use sha2::{Digest, Sha256};

use super::fingerprint::{Fingerprint, files};
use super::minify_in_place;
use crate::project::Project;
use crate::setup::Toolbox;

/// Makes the template from the page that Trunk wrote into the site, and removes that page and the files that
/// are now inside the template. Also minifies the program's files in the site and renames them by content.
pub fn make(project: &Project, tools: &Toolbox, site: &Path, template: &Path) -> Result<()> {
    let page = site.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    let program = program_files(&html).with_context(|| {
        let page = page.display();
        format!(
            "{page}: expected {PROGRAM_TAG_START}…\">, as `pattern_script` of Trunk.toml has Trunk write it"
        )
    })?;
    let module = ["--format=esm", "--target=es2022", "--tree-shaking=true"];
    minify_in_place(tools, &module, &site.join(&program[0]))?;
    for (old, new) in program.iter().zip(rename_by_content(site, &program)?) {
        html = html.replace(old, &new);
    }
    let read = |file: &str| {
        let (minified, options): (_, &[&str]) = match file {
            NOSCRIPT_STYLES => (site.join("noscript.css"), &[]),
            // As plain scripts, not modules: one may use the names that another declares.
            _ => (site.join(file), &["--target=es2022"]),
        };
        if file == NOSCRIPT_STYLES {
            fs::copy(project.root().join(file), &minified)?;
        }
        minify_in_place(tools, options, &minified)?;
        let text = fs::read_to_string(&minified)?;
        fs::remove_file(minified)?;
        Ok(text.trim().to_owned())
    };
    let html = inline_assets(&html, read).with_context(|| page.display().to_string())?;
    fs::write(template, html)?;
    // Trunk's page is not a page of the finished site.
    fs::remove_file(page)?;
    let unnamed_sheet =
        files(site)?.into_iter().find(|file| file.extension().is_some_and(|e| e == "css"));
    ensure!(
        unnamed_sheet.is_none(),
        "{unnamed_sheet:?}: found a style sheet that index.html does not name; add it there"
    );
    Ok(())
}

/// The style sheet for browsers without JavaScript. Trunk does not load it, because without JavaScript
/// Trunk's own page is empty anyway.
const NOSCRIPT_STYLES: &str = "style/noscript.css";

/// The start of the tag in which a page names the two files of the program.
const PROGRAM_TAG_START: &str = "<meta name=\"program\" content=\"";

/// The names of the program's two files in a page: the JavaScript and the WebAssembly.
fn program_files(html: &str) -> Option<[String; 2]> {
    let (urls, _) = html.split_once(PROGRAM_TAG_START)?.1.split_once('"')?;
    let (script, wasm) = urls.split_once(' ')?;
    let name = |url: &str| url.rsplit('/').next().unwrap_or(url).to_owned();
    Some([script, wasm].map(name))
}

/// Renames the program's files by their content. Trunk named them before they were minified, and browsers
/// cache a file by its name, so another content must have another name.
fn rename_by_content(site: &Path, program: &[String; 2]) -> Result<[String; 2]> {
    let mut sum = Fingerprint::new();
    for file in program.each_ref().map(|name| site.join(name)) {
        sum.add(fs::read(&file)?);
    }
    let name = program[0].rsplit_once('-').map_or("program", |(name, _)| name);
    let named = [format!("{name}-{sum}.js"), format!("{name}-{sum}_bg.wasm")];
    for (old, new) in program.iter().zip(&named) {
        fs::rename(site.join(old), site.join(new))?;
    }
    Ok(named)
}

/// Puts the style sheets and scripts into Trunk's page, and allows them in its content-security policy. Also
/// removes the preload links, because the program must not load before the page was painted.
///
/// `read` returns the text of a file. It is called once for each file.
fn inline_assets(html: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut template = String::new();
    let mut styles_text = String::new();
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<link ").into_iter().chain(rest.find("<script ")).min() {
        template.push_str(&rest[..start]);
        let end = rest[start..].find('>').context("expected the end of a tag")? + start + 1;
        let (tag, after) = (&rest[start..end], &rest[end..]);
        rest = after;
        match attribute(tag, "rel").as_deref() {
            Some("stylesheet") => styles_text.push_str(&read(&loaded_file(tag, "href")?)?),
            Some("modulepreload" | "preload") => {}
            // Trunk writes `<link …/>`; HTML needs no slash.
            Some(_) => template.extend([tag.trim_end_matches(['/', '>']), ">"]),
            None => {
                let text = read(&loaded_file(tag, "src")?)?;
                let kind = if tag.contains("module") { " type=\"module\"" } else { "" };
                template.extend(["<script", kind, ">", &text]);
                scripts.push(text);
            }
        }
    }
    template.push_str(rest);
    ensure!(!styles_text.is_empty(), "expected style sheets, as Trunk writes them");
    ensure!(!scripts.is_empty(), "expected scripts, as Trunk writes them");
    let noscript = read(NOSCRIPT_STYLES)?;
    let head = template.find("</head>").context("expected the end of the head")?;
    let styles =
        format!("<style>{styles_text}</style>\n<noscript><style>{noscript}</style></noscript>\n");
    template.insert_str(head, &styles);
    let template = allow_by_hash(&template, "script-src", scripts.iter())?;
    let template = allow_by_hash(&template, "style-src", [&styles_text, &noscript].into_iter())?;
    let lines = template.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// Adds the hashes of these texts to a directive of the page's content-security policy. The directive must
/// already allow the site's own files.
fn allow_by_hash<'a>(
    html: &str,
    directive: &str,
    texts: impl Iterator<Item = &'a String>,
) -> Result<String> {
    let own = format!("; {directive} 'self'");
    ensure!(html.matches(&own).count() == 1, "expected one content-security policy with \"{own}\"");
    let hash = |text: &String| {
        format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
    };
    Ok(html.replacen(&own, &format!("{own}{}", texts.map(hash).collect::<String>()), 1))
}

/// The value of an attribute of a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next().map(str::to_owned)
}

/// The name of the file that a tag loads, from its attribute `name`. All these files are at the root of
/// the site.
fn loaded_file(tag: &str, name: &str) -> Result<String> {
    let url = attribute(tag, name).with_context(|| format!("{tag}: expected `{name}`"))?;
    Ok(url.rsplit('/').next().unwrap_or(&url).to_owned())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn the_program_files_are_named_by_their_content() -> Result<()> {
        let html = "<meta name=\"program\" content=\"/x/app-1.js /x/app-1_bg.wasm\">";
        let program = program_files(html).unwrap_or_default();
        assert_eq!(program, ["app-1.js", "app-1_bg.wasm"]);
        assert_eq!(program_files("<meta name=\"program\" content=\"/x/app-1.js\">"), None);
        let folder = tempfile::tempdir()?;
        let site = folder.path();
        let mut names = Vec::new();
        for text in ["one", "two", "one"] {
            for file in &program {
                fs::write(site.join(file), text)?;
            }
            names.push(rename_by_content(site, &program)?);
        }
        let found = files(site)?;
        assert_eq!(found.len(), 4);
        assert!(names[0].iter().chain(&names[1]).all(|name| found.contains(&site.join(name))));
        assert_ne!(names[0], names[1]);
        assert_eq!(names[0], names[2]);
        assert_eq!(names[0][1], names[0][0].replace(".js", "_bg.wasm"));
        Ok(())
    }

    #[test]
    fn the_template_contains_and_allows_its_own_styles_and_scripts() -> Result<()> {
        let html = "<head>\n  <meta content=\"default-src 'none'; script-src 'self' \
            'wasm-unsafe-eval'; style-src 'self'\">\n  <script src=\"/x/first-1.js\"></script>\n  \
            <link rel=\"stylesheet\" href=\"/x/a-1.css\" integrity=\"sha384-x\"/>\n  \
            <link rel=\"stylesheet\" href=\"/x/b-2.css\"/>\n  <link rel=\"icon\" \
            href=\"/x/i.svg\"/>\n\n<meta name=\"program\" content=\"/x/app-1.js \
            /x/app-1_bg.wasm\">\n  <link rel=\"modulepreload\" href=\"/x/app-1.js\"><link \
            rel=\"preload\" href=\"/x/app-1_bg.wasm\"></head>\n<body>\n<div id=\"app\"></div>\n\
            <script type=\"module\" src=\"/x/last-1.js\"></script>\n</body>\n";
        let read = |file: &str| {
            let text = match file {
                "first-1.js" => "one()",
                "last-1.js" => "two()",
                "a-1.css" => "@layer a,b;",
                "b-2.css" => "@layer b{}",
                NOSCRIPT_STYLES => "@layer c{}",
                _ => bail!("{file} should not be read"),
            };
            Ok(text.to_owned())
        };
        // The hashes are those that `openssl dgst -sha256 -binary | base64` gives.
        assert_eq!(
            inline_assets(html, read)?,
            "<head>\n  <meta content=\"default-src 'none'; script-src 'self' \
             'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=' 'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw=' 'wasm-unsafe-eval'; style-src 'self' \
             'sha256-GBUIVVPF/ohzJbdMZ04K+ecbC4uJAgpdC4iPKcmiMNo=' 'sha256-KEVoSJoHd3sp/2LWKuTJM0PS+9cxfkQO9RcD6SxSqIE='\">\n  <script>one()</script>\n  \
             <link rel=\"icon\" href=\"/x/i.svg\">\n<meta name=\"program\" content=\"/x/app-1.js \
             /x/app-1_bg.wasm\">\n  <style>@layer a,b;@layer b{}</style>\n<noscript><style>@layer \
             c{}</style></noscript>\n</head>\n<body>\n<div id=\"app\"></div>\n\
             <script type=\"module\">two()</script>\n</body>\n"
        );
        assert!(inline_assets("<head></head>", read).is_err());
        let unguarded = html.replace("script-src", "scripts");
        let failure = inline_assets(&unguarded, read).err().map(|failure| failure.to_string());
        let expected = "expected one content-security policy with \"; script-src 'self'\"";
        assert_eq!(failure.as_deref(), Some(expected));
        Ok(())
    }
}
