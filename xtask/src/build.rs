//! Builds the site into `dist/`, unless what is there is up to date.
//!
//! Trunk makes the application: the program, the styles, the data and one page. Of that page a template
//! is made, and the project's own command then writes every page in every language as a file. Both work
//! in `target/xtask/`, and `dist/` is replaced only when all of it has succeeded: a failed build leaves
//! the last good site in place.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox};

pub mod fingerprint;

use fingerprint::{Fingerprint, files};

/// What becomes of the service worker of earlier releases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worker {
    /// The site is kept on readers' devices.
    Kept,
    /// A worker that removes itself and all that was kept takes its place.
    Retired,
}

/// Everything the site is made of, relative to the top folder.
const INPUTS: [&str; 12] = [
    "src",
    "style",
    "public",
    "worker",
    "index.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
];

/// What Trunk makes, as it makes it, for the browser tests: a site by itself, all of whose pages are made
/// in the browser, as `trunk serve` shows it.
const TRUNK_ALONE: &str = "trunk";

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(project: &Project, tools: &Toolbox, base: &str, keeping: Worker) -> Result<()> {
    let stamp = project.work().join("dist.stamp");
    let alone = project.work().join(TRUNK_ALONE);
    let inputs = inputs(project, base, keeping)?;
    if alone.exists()
        && fs::read_to_string(&stamp)
            .is_ok_and(|old| both(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let site = project.work().join("site");
    remove(&site)?;
    fs::create_dir_all(&site)?;
    // Trunk's offline mode, which keeps it from downloading tools, forbids cargo to download too.
    run::step("Fetching the crates of Cargo.lock, where they are not on this machine yet", || {
        // What runs on this machine while the program is built has crates that no browser gets.
        run::fetch(
            Command::new("cargo")
                .args(["fetch", "--target", setup::WASM_TARGET, "--target", "host-tuple"])
                .current_dir(project.root()),
            "the crates of Cargo.lock",
            "run `cargo fetch` by hand to see more",
        )
    })?;
    run::step(&format!("Building the application for {base} with Trunk"), || {
        run::checked(
            tools
                .trunk()
                .args(["build", "--release", "--offline", "true", "--public-url", base, "--dist"])
                .arg(&site)
                .current_dir(project.root()),
        )
    })?;
    remove(&alone)?;
    copy(&site, &alone)?;
    let template = project.work().join("template.html");
    run::step("Minifying the JavaScript that starts the program, and the style sheets", || {
        make_template(tools, &site, &template)
    })?;
    let scripts =
        run::step("Minifying the scripts that keep the site for reading offline", || {
            minified_worker(project, tools)
        })?;
    run::step("Writing every page as a file", || {
        run::checked(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(&template)
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&site)
                .args((keeping == Worker::Kept).then_some("--worker"))
                .args((keeping == Worker::Kept).then_some(&scripts))
                .current_dir(project.root()),
        )
    })?;
    if keeping == Worker::Retired {
        // The site was written without one.
        fs::copy(scripts.join("retire.js"), site.join("sw.js"))?;
    }
    remove(&project.dist())?;
    // `target` may be on another disk than the checkout, where a folder cannot simply be renamed.
    if fs::rename(&site, project.dist()).is_err() {
        copy(&site, &project.dist())?;
    }
    Ok(fs::write(&stamp, both(&inputs, &project.dist())?)?)
}

/// Minifies the scripts of the folder `worker`, and answers with the folder that holds them.
fn minified_worker(project: &Project, tools: &Toolbox) -> Result<PathBuf> {
    let folder = project.work().join("worker");
    for name in ["sw.js", "register.js", "retire.js"] {
        run::checked(
            tools
                .esbuild()
                // As scripts, not modules: the names of one line are seen by the next.
                .args(["--minify", "--target=es2022", "--log-level=warning"])
                .arg(format!("--outfile={}", folder.join(name).display()))
                .arg(project.root().join("worker").join(name)),
        )?;
    }
    Ok(folder)
}

/// Makes the template of all pages, of the page Trunk wrote into the site, and shrinks what that names.
fn make_template(tools: &Toolbox, site: &Path, template: &Path) -> Result<()> {
    let page = site.join("index.html");
    let mut html = fs::read_to_string(&page)?;
    let program = program_of(&html).with_context(|| {
        let page = page.display();
        format!(
            "{page}: expected {PROGRAM}…\">, as `pattern_script` of Trunk.toml has Trunk write it"
        )
    })?;
    minify(
        tools,
        &["--format=esm", "--target=es2022", "--tree-shaking=true"],
        &site.join(&program[0]),
    )?;
    for (old, new) in program.iter().zip(name_by_content(site, &program)?) {
        html = html.replace(old, &new);
    }
    let mut sheets = files(site)?;
    sheets.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    for sheet in &sheets {
        minify(tools, &[], sheet)?;
    }
    let read = |sheet: &str| Ok(fs::read_to_string(site.join(sheet))?);
    let html = template_of(&html, read).with_context(|| page.display().to_string())?;
    fs::write(template, with_scripts_shrunk(&html, |text| shrunk(tools, site, text))?)?;
    // Of the site neither is a part: the sheets stand in every page, and Trunk's is none.
    for file in sheets.iter().chain([&page]) {
        fs::remove_file(file)?;
    }
    Ok(())
}

/// The page with the scripts that stand in it shrunk: they stand in every page.
fn with_scripts_shrunk(html: &str, with: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut parts = html.split("</script>").peekable();
    let mut shrunk = String::new();
    while let Some(part) = parts.next() {
        let own = [SCRIPT, MODULE]
            .into_iter()
            .find_map(|tag| part.rsplit_once(tag).map(|(a, b)| (a, tag, b)));
        match own.filter(|_| parts.peek().is_some()) {
            Some((before, tag, text)) => {
                shrunk.push_str(before);
                shrunk.push_str(tag);
                shrunk.push_str(with(text)?.trim_end());
            }
            None => shrunk.push_str(part),
        }
        if parts.peek().is_some() {
            shrunk.push_str("</script>");
        }
    }
    Ok(shrunk)
}

const SCRIPT: &str = "<script>";
const MODULE: &str = "<script type=\"module\">";

/// A script's text, shrunk. What one declares another may use: names at the top stay.
fn shrunk(tools: &Toolbox, site: &Path, text: &str) -> Result<String> {
    let file = site.join("script.js");
    fs::write(&file, text)?;
    minify(tools, &["--target=es2022"], &file)?;
    let shrunk = fs::read_to_string(&file)?;
    fs::remove_file(&file)?;
    Ok(shrunk)
}

/// How a page begins to name the two files of its program.
const PROGRAM: &str = "<meta name=\"program\" content=\"";

/// The names of the JavaScript and of the WebAssembly that a page names.
fn program_of(html: &str) -> Option<[String; 2]> {
    let (urls, _) = html.split_once(PROGRAM)?.1.split_once('"')?;
    let (script, wasm) = urls.split_once(' ')?;
    let name = |url: &str| url.rsplit('/').next().unwrap_or(url).to_owned();
    Some([script, wasm].map(name))
}

/// Names the program's files anew: what was shrunk is no longer what Trunk named, and who keeps a file by
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

/// Shrinks a file in its place.
fn minify(tools: &Toolbox, options: &[&str], file: &Path) -> Result<()> {
    let in_place = format!("--outfile={}", file.display());
    let mut command = tools.esbuild();
    command.args(["--minify", "--log-level=warning", "--allow-overwrite", &in_place]);
    run::checked(command.args(options).arg(file)).map(|_| ())
}

/// The page Trunk wrote with its style sheets in it, so that a page needs no other file to be seen, and
/// without anything that has the program loaded before that.
fn template_of(html: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut template = String::new();
    let mut sheets = String::new();
    let mut rest = html;
    while let Some((before, link)) = rest.split_once("<link rel=\"") {
        template.push_str(before);
        let (tag, after) =
            link.split_once('>').context("expected the end of a link, as Trunk writes it")?;
        if tag.starts_with("stylesheet") {
            let name =
                tag.split('"').find(|part| Path::new(part).extension().is_some_and(|e| e == "css"));
            let name = name.and_then(|path| path.rsplit('/').next());
            let name = name.context("expected the name of a style sheet, as Trunk writes it")?;
            sheets.push_str(read(name)?.trim());
        } else if !tag.starts_with("modulepreload") && !tag.starts_with("preload") {
            template.extend(["<link rel=\"", tag, ">"]);
        }
        rest = after;
    }
    template.push_str(rest);
    ensure!(!sheets.is_empty(), "expected style sheets, as Trunk writes them");
    // The layers are declared in a style of their own, before the first sheet.
    let head = template.find("</head>").context("expected the end of the head")?;
    template.insert_str(head, &format!("<style>{sheets}</style>\n"));
    let lines = template.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// The fingerprint of all that goes into a build.
fn inputs(project: &Project, base: &str, keeping: Worker) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add(base);
    sum.add(format!("{keeping:?}"));
    // The address of the host stands in canonical links and in the site map.
    sum.add(std::env::var("TINHSO_ORIGIN").unwrap_or_default());
    // The pages say what became of promises by the day they are written, Vietnam's.
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH);
    let hours = since_epoch.map_or(0, |since| since.as_secs() / 3600) + 7;
    sum.add((hours / 24).to_string());
    for input in INPUTS {
        sum.add(input);
        sum.add_contents(&project.root().join(input))?;
    }
    Ok(sum.to_string())
}

/// What the stamp file holds: what went in and, in outline, what came out.
fn both(inputs: &str, dist: &Path) -> Result<String> {
    let mut sum = Fingerprint::new();
    sum.add_sizes(dist)?;
    Ok(format!("{inputs} {sum}\n"))
}

/// Removes a folder with all it holds; one that is not there is fine.
fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Copies all files that a folder holds into another.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files(from)? {
        let target = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(target.parent().unwrap_or(to))?;
        fs::copy(file, target)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_named_by_what_it_is_after_shrinking() -> Result<()> {
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
    fn scripts_in_the_page_are_shrunk_and_nothing_else() -> Result<()> {
        let html = "<script>one two</script><p>three four</p>\n<script type=\"module\">\n five six\n\
            </script><script src=\"/x.js\"></script><script nomodule>seven eight</script> nine";
        let shrunk = with_scripts_shrunk(html, |text| Ok(text.replace(char::is_whitespace, "")))?;
        let expected = "<script>onetwo</script><p>three four</p>\n<script type=\"module\">fivesix\
            </script><script src=\"/x.js\"></script><script nomodule>seven eight</script> nine";
        assert_eq!(shrunk, expected);
        Ok(())
    }

    #[test]
    fn the_template_has_its_styles_and_loads_nothing_else() -> Result<()> {
        let html = "<head>\n  <style>@layer a, b;</style>\n  <link rel=\"stylesheet\" \
            href=\"/x/a-1.css\" integrity=\"sha384-x\"/>\n  <link rel=\"stylesheet\" \
            href=\"/x/b-2.css\"/>\n  <link rel=\"icon\" href=\"/x/i.svg\"/>\n\n\
            <meta name=\"program\" content=\"/x/app-1.js /x/app-1_bg.wasm\">\n  \
            <link rel=\"modulepreload\" href=\"/x/app-1.js\"><link rel=\"preload\" \
            href=\"/x/app-1_bg.wasm\"></head>\n<body>\n<div id=\"app\"></div>\n</body>\n";
        let read = |name: &str| Ok(format!("@layer {name};\n"));
        assert_eq!(
            template_of(html, read)?,
            "<head>\n  <style>@layer a, b;</style>\n  <link rel=\"icon\" href=\"/x/i.svg\"/>\n\
             <meta name=\"program\" content=\"/x/app-1.js /x/app-1_bg.wasm\">\n  \
             <style>@layer a-1.css;@layer b-2.css;</style>\n</head>\n<body>\n\
             <div id=\"app\"></div>\n</body>\n"
        );
        assert!(template_of("<head></head>", read).is_err());
        Ok(())
    }

    /// Each of the three may be all that is left of its release: they must mean the same caches.
    #[test]
    fn the_workers_agree_on_the_names_of_caches() -> Result<()> {
        let project = Project::find()?;
        for name in ["sw.js", "register.js", "retire.js"] {
            let text = project.read(&format!("worker/{name}"))?;
            assert_eq!(text.matches("`tinhso ${").count(), 1, "{name}");
        }
        Ok(())
    }
}
