//! The template of all written pages, made of the page that Trunk writes.
//!
//! Trunk's page loads its style sheets and scripts as files. A written page has them in it: it is seen
//! without asking for anything else, shows a narrowed link at the first paint, and can tell its reader what
//! is wrong when no file comes any more. Its content-security policy names each of them by its hash, so
//! that nothing else that stands in a page is ever run or applied.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fs_err as fs;
use sha2::{Digest, Sha256};

use super::fingerprint::{Fingerprint, files};
use super::minify;
use crate::project::Project;
use crate::setup::Toolbox;

/// Makes the template of the page Trunk wrote into the site, and removes from there what only that needs.
/// The program's files are minified in the site, and named anew by what they are then.
pub fn make(project: &Project, tools: &Toolbox, site: &Path, template: &Path) -> Result<()> {
    let page = site.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    let program = program_of(&html).with_context(|| {
        let page = page.display();
        format!(
            "{page}: expected {PROGRAM}…\">, as `pattern_script` of Trunk.toml has Trunk write it"
        )
    })?;
    let module = ["--format=esm", "--target=es2022", "--tree-shaking=true"];
    minify(tools, &module, &site.join(&program[0]))?;
    for (old, new) in program.iter().zip(name_by_content(site, &program)?) {
        html = html.replace(old, &new);
    }
    let read = |file: &str| {
        let (minified, options): (_, &[&str]) = match file {
            NOSCRIPT => (site.join("noscript.css"), &[]),
            // As scripts, not modules: what one declares another may use.
            _ => (site.join(file), &["--target=es2022"]),
        };
        if file == NOSCRIPT {
            fs::copy(project.root().join(file), &minified)?;
        }
        minify(tools, options, &minified)?;
        let text = fs::read_to_string(&minified)?;
        fs::remove_file(minified)?;
        Ok(text.trim().to_owned())
    };
    let html = template_of(&html, read).with_context(|| page.display().to_string())?;
    fs::write(template, html)?;
    // Trunk's page is none of the site's.
    fs::remove_file(page)?;
    let left = files(site)?.into_iter().find(|file| file.extension().is_some_and(|e| e == "css"));
    ensure!(
        left.is_none(),
        "{left:?}: found a style sheet that index.html does not name; add it there"
    );
    Ok(())
}

/// The style sheet for browsers without JavaScript. Trunk's page is empty there.
const NOSCRIPT: &str = "style/noscript.css";

/// How a page begins to name the two files of its program.
const PROGRAM: &str = "<meta name=\"program\" content=\"";

/// The names of the JavaScript and of the WebAssembly that a page names.
fn program_of(html: &str) -> Option<[String; 2]> {
    let (urls, _) = html.split_once(PROGRAM)?.1.split_once('"')?;
    let (script, wasm) = urls.split_once(' ')?;
    let name = |url: &str| url.rsplit('/').next().unwrap_or(url).to_owned();
    Some([script, wasm].map(name))
}

/// Names the program's files anew: what was minified is no longer what Trunk named, and who keeps a file by
/// its name must never get two.
fn name_by_content(site: &Path, program: &[String; 2]) -> Result<[String; 2]> {
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

/// Trunk's page with its style sheets and scripts in it, without anything that has the program loaded before
/// the page was painted, and with a policy that allows what stands in it. `read` gives a file's text, and is
/// asked for each once.
fn template_of(html: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut template = String::new();
    let mut sheets = String::new();
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<link ").into_iter().chain(rest.find("<script ")).min() {
        template.push_str(&rest[..start]);
        let end = rest[start..].find('>').context("expected the end of a tag")? + start + 1;
        let (tag, after) = (&rest[start..end], &rest[end..]);
        rest = after;
        match attribute(tag, "rel").as_deref() {
            Some("stylesheet") => sheets.push_str(&read(&file_of(tag, "href")?)?),
            Some("modulepreload" | "preload") => {}
            // Trunk closes a tag that HTML leaves open.
            Some(_) => template.extend([tag.trim_end_matches(['/', '>']), ">"]),
            None => {
                let text = read(&file_of(tag, "src")?)?;
                let kind = if tag.contains("module") { " type=\"module\"" } else { "" };
                template.extend(["<script", kind, ">", &text]);
                scripts.push(text);
            }
        }
    }
    template.push_str(rest);
    ensure!(!sheets.is_empty(), "expected style sheets, as Trunk writes them");
    ensure!(!scripts.is_empty(), "expected scripts, as Trunk writes them");
    let noscript = read(NOSCRIPT)?;
    let head = template.find("</head>").context("expected the end of the head")?;
    let styles =
        format!("<style>{sheets}</style>\n<noscript><style>{noscript}</style></noscript>\n");
    template.insert_str(head, &styles);
    let template = allowing(&template, "script-src", scripts.iter())?;
    let template = allowing(&template, "style-src", [&sheets, &noscript].into_iter())?;
    let lines = template.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The page whose policy allows these texts, too, by a directive that allows the site's own files.
fn allowing<'a>(
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

/// What an attribute of a tag says.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split('"').next().map(str::to_owned)
}

/// The name of the file that a tag loads. All of them lie at the root of the site.
fn file_of(tag: &str, name: &str) -> Result<String> {
    let url = attribute(tag, name).with_context(|| format!("{tag}: expected `{name}`"))?;
    Ok(url.rsplit('/').next().unwrap_or(&url).to_owned())
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn the_program_is_named_by_what_it_is_after_minifying() -> Result<()> {
        let html = "<meta name=\"program\" content=\"/x/app-1.js /x/app-1_bg.wasm\">";
        let program = program_of(html).unwrap_or_default();
        assert_eq!(program, ["app-1.js", "app-1_bg.wasm"]);
        assert_eq!(program_of("<meta name=\"program\" content=\"/x/app-1.js\">"), None);
        let folder = tempfile::tempdir()?;
        let site = folder.path();
        let mut names = Vec::new();
        for text in ["one", "two", "one"] {
            for file in &program {
                fs::write(site.join(file), text)?;
            }
            names.push(name_by_content(site, &program)?);
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
    fn the_template_has_its_styles_and_scripts_and_allows_no_others() -> Result<()> {
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
                NOSCRIPT => "@layer c{}",
                _ => bail!("{file} should not be read"),
            };
            Ok(text.to_owned())
        };
        // The hashes are those that `openssl dgst -sha256 -binary | base64` gives.
        assert_eq!(
            template_of(html, read)?,
            "<head>\n  <meta content=\"default-src 'none'; script-src 'self' \
             'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=' 'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw=' 'wasm-unsafe-eval'; style-src 'self' \
             'sha256-GBUIVVPF/ohzJbdMZ04K+ecbC4uJAgpdC4iPKcmiMNo=' 'sha256-KEVoSJoHd3sp/2LWKuTJM0PS+9cxfkQO9RcD6SxSqIE='\">\n  <script>one()</script>\n  \
             <link rel=\"icon\" href=\"/x/i.svg\">\n<meta name=\"program\" content=\"/x/app-1.js \
             /x/app-1_bg.wasm\">\n  <style>@layer a,b;@layer b{}</style>\n<noscript><style>@layer \
             c{}</style></noscript>\n</head>\n<body>\n<div id=\"app\"></div>\n\
             <script type=\"module\">two()</script>\n</body>\n"
        );
        assert!(template_of("<head></head>", read).is_err());
        let unguarded = html.replace("script-src", "scripts");
        let failure = template_of(&unguarded, read).err().map(|failure| failure.to_string());
        let expected = "expected one content-security policy with \"; script-src 'self'\"";
        assert_eq!(failure.as_deref(), Some(expected));
        Ok(())
    }
}
