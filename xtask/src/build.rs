//! Builds the site into `dist/`, unless what is there is up to date.
//!
//! Trunk makes the program, the styles and a page template; the project's own command then writes
//! every page in every language as a file. Both work in `target/xtask/`, and `dist/` is replaced
//! only when all of it has succeeded: a failed build leaves the last good site in place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::failure::Failure;
use crate::fingerprint::Fingerprint;
use crate::project::Project;
use crate::run;
use crate::setup::{self, Toolbox};
use crate::trim::trim;
use crate::worker::{self, Worker};

/// Everything the site is made of, relative to the top folder.
const INPUTS: [&str; 15] = [
    "src",
    "style",
    "public",
    "worker",
    "index.html",
    "search.html",
    "topic.html",
    "ranking.html",
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "package-lock.json",
    "rust-toolchain.toml",
    ".cargo",
    "xtask/src",
];

/// The browser's programs, as `tinhso prerender` names them, and the page that Trunk builds each from. That
/// of the first is the template of all pages.
const PROGRAMS: [(&str, &str); 4] = [
    ("promises", "index.html"),
    ("search", "search.html"),
    ("topics", "topic.html"),
    ("ranking", "ranking.html"),
];

/// Builds the site for a base path, which begins and ends with a slash.
pub fn site(
    project: &Project,
    tools: &Toolbox,
    base: &str,
    keeping: Worker,
) -> Result<(), Failure> {
    let stamp = project.work().join("dist.stamp");
    let inputs = inputs(project, base, keeping)?;
    if fs::read_to_string(&stamp)
        .is_ok_and(|old| both(&inputs, &project.dist()).is_ok_and(|new| new == old))
    {
        println!("dist/ is up to date for {base}");
        return Ok(());
    }
    let outs = PROGRAMS.map(|(name, _)| project.work().join(format!("trunk-of-{name}")));
    let [first, others @ ..] = &outs;
    let staging = project.work().join("site");
    for folder in outs.iter().chain([&staging]) {
        remove(folder)?;
        fs::create_dir_all(folder).map_err(Failure::io(format!("create {}", folder.display())))?;
    }
    // Trunk's offline mode, which keeps it from downloading tools, forbids cargo to download too.
    run::step("Fetching the crates of Cargo.lock, where they are not on this machine yet", || {
        // The standard library has crates of its own to fetch.
        let mut fetch = Command::new("cargo");
        setup::small_standard_library(&mut fetch);
        fetch.current_dir(project.root());
        // What runs on this machine while the program is built has crates that no browser gets.
        let ended = run::watched(fetch.args([
            "fetch",
            "--target",
            setup::WASM_TARGET,
            "--target",
            "host-tuple",
        ]))?;
        if ended.status.success() {
            return Ok(());
        }
        Err(Failure::NotFetched {
            package: "the crates of Cargo.lock".to_owned(),
            remedy: "or run `cargo fetch` by hand to see more".to_owned(),
        })
    })?;
    for ((_, page), folder) in PROGRAMS.into_iter().zip(&outs) {
        run::step(
            &format!("Building the browser's program of {page} for {base} with Trunk"),
            || {
                run::checked(
                    tools
                        .trunk()
                        .args(["build", page, "--release", "--offline", "true"])
                        .args(["--public-url", base, "--dist"])
                        .arg(folder)
                        .current_dir(project.root()),
                )
            },
        )?;
    }
    run::step("Minifying the JavaScript that starts the programs, and the style sheets", || {
        for folder in &outs {
            let script = script(folder)?;
            trim(&script, &wasm_of(&script))?;
            minify(tools, &["--format=esm", "--target=es2022", "--tree-shaking=true"], &script)?;
            name_by_content(&script)?;
        }
        for sheet in with_extension(first, "css")? {
            minify(tools, &[], &sheet)?;
        }
        Ok(())
    })?;
    let template = template(first)?;
    copy(first, &staging)?;
    for sheet in with_extension(&staging, "css")? {
        fs::remove_file(&sheet).map_err(Failure::io(format!("remove {}", sheet.display())))?;
    }
    let mut programs = vec![stem(&script(first)?)];
    for folder in others {
        programs.push(take_program(folder, &staging)?);
    }
    let flags = PROGRAMS.into_iter().zip(&programs);
    let flags =
        flags.flat_map(|((name, _), program)| [format!("--program-of-{name}"), program.clone()]);
    let scripts =
        run::step("Minifying the scripts that keep the site for reading offline", || {
            worker::minified(project, tools)
        })?;
    run::step("Writing every page as a file", || {
        run::checked(
            Command::new("cargo")
                .args(["run", "--features", "ssr", "--bin", "tinhso", "--", "prerender"])
                .arg("--template")
                .arg(&template)
                .args(flags)
                .args(["--data", "public/data", "--base", base, "--out"])
                .arg(&staging)
                .args((keeping == Worker::Kept).then_some("--worker"))
                .args((keeping == Worker::Kept).then_some(&scripts))
                .current_dir(project.root()),
        )
    })?;
    if keeping == Worker::Retired {
        worker::retire(&scripts, &staging)?;
    }
    remove(&project.dist())?;
    // `target` may be on another disk than the checkout, where a folder cannot simply be renamed.
    if fs::rename(&staging, project.dist()).is_err() {
        copy(&staging, &project.dist())?;
    }
    fs::write(&stamp, both(&inputs, &project.dist())?)
        .map_err(Failure::io(format!("write {}", stamp.display())))
}

/// Names a program's files anew: what was shrunk is no longer what Trunk named, and who keeps a file by
/// its name must never get two.
fn name_by_content(script: &Path) -> Result<(), Failure> {
    let wasm = wasm_of(script);
    let mut sum = Fingerprint::new();
    for file in [script, &wasm] {
        sum.add(fs::read(file).map_err(Failure::io(format!("read {}", file.display())))?);
    }
    let stem = stem(script);
    let name = stem.rsplit_once('-').map_or(stem.as_str(), |(name, _)| name);
    let named = script.with_file_name(format!("{name}-{sum}.js"));
    for (from, to) in [(script, &named), (&wasm, &wasm_of(&named))] {
        fs::rename(from, to).map_err(Failure::io(format!("rename {}", from.display())))?;
    }
    Ok(())
}

/// Shrinks a file in its place.
fn minify(tools: &Toolbox, options: &[&str], file: &Path) -> Result<(), Failure> {
    let in_place = format!("--outfile={}", file.display());
    let mut command = tools.esbuild();
    command.args(["--minify", "--log-level=warning", "--allow-overwrite", &in_place]);
    run::checked(command.args(options).arg(file)).map(|_| ())
}

/// The JavaScript that wasm-bindgen wrote, under the name by which the page asks for it.
fn script(trunk_out: &Path) -> Result<PathBuf, Failure> {
    let expected = "a JavaScript file beside the WebAssembly, as Trunk writes it".to_owned();
    let mut found = with_extension(trunk_out, "js")?.into_iter();
    found.next().ok_or_else(|| Failure::File { path: trunk_out.to_path_buf(), expected })
}

/// The files of a folder that end so, by name.
fn with_extension(folder: &Path, wanted: &str) -> Result<Vec<PathBuf>, Failure> {
    let doing = || format!("read {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::io(doing()))? {
        let path = entry.map_err(Failure::io(doing()))?.path();
        if path.extension().is_some_and(|extension| extension == wanted) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Makes the template of all pages of the page Trunk wrote: its style sheets stand in it, so that a
/// page needs no other file to be seen, and its program does not, because each page says itself which
/// one it starts.
fn template(trunk_out: &Path) -> Result<PathBuf, Failure> {
    let page = trunk_out.join("index.html");
    let html =
        fs::read_to_string(&page).map_err(Failure::io(format!("read {}", page.display())))?;
    let read = |name: &str| {
        let sheet = trunk_out.join(name);
        fs::read_to_string(&sheet).map_err(Failure::io(format!("read {}", sheet.display())))
    };
    let template = template_of(&page, &html, read)?;
    // It is no page of the site.
    fs::remove_file(&page).map_err(Failure::io(format!("remove {}", page.display())))?;
    let file = trunk_out.parent().unwrap_or(trunk_out).join("template.html");
    fs::write(&file, template).map_err(Failure::io(format!("write {}", file.display())))?;
    Ok(file)
}

fn template_of(
    page: &Path,
    html: &str,
    read: impl Fn(&str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let missing = |expected: &str| Failure::File {
        path: page.to_owned(),
        expected: format!("{expected}, as Trunk writes it"),
    };
    let (before, rest) = html
        .split_once("<script type=\"module\">")
        .ok_or_else(|| missing("a script that starts the program"))?;
    let (_, after) = rest.split_once("</script>").ok_or_else(|| missing("the script's end"))?;
    let mut template = String::new();
    let mut sheets = String::new();
    let mut rest = format!("{before}{after}");
    while let Some((before, link)) = rest.split_once("<link rel=\"") {
        template.push_str(before);
        let (tag, after) = link.split_once('>').ok_or_else(|| missing("the end of a link"))?;
        if tag.starts_with("stylesheet") {
            let name =
                tag.split('"').find(|part| Path::new(part).extension().is_some_and(|e| e == "css"));
            let name = name.and_then(|path| path.rsplit('/').next());
            sheets
                .push_str(read(name.ok_or_else(|| missing("the name of a style sheet"))?)?.trim());
        } else if !tag.starts_with("modulepreload") && !tag.starts_with("preload") {
            template.extend(["<link rel=\"", tag, ">"]);
        }
        rest = after.to_owned();
    }
    template.push_str(&rest);
    if sheets.is_empty() {
        return Err(missing("style sheets"));
    }
    // The layers are declared in a style of their own, before the first sheet.
    let head = template.find("</head>").ok_or_else(|| missing("the end of the head"))?;
    template.insert_str(head, &format!("<style>{sheets}</style>\n"));
    let lines = template.lines().filter(|line| !line.trim().is_empty());
    Ok(lines.flat_map(|line| [line, "\n"]).collect())
}

/// Puts the program that Trunk left in `from` into the site, and answers with its name.
fn take_program(from: &Path, site: &Path) -> Result<String, Failure> {
    let script = script(from)?;
    for file in [script.clone(), wasm_of(&script)] {
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, site.join(name))
            .map_err(Failure::io(format!("copy {}", file.display())))?;
    }
    Ok(stem(&script))
}

/// The name of a program's files, without what tells them apart.
fn stem(script: &Path) -> String {
    script.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The WebAssembly that a script starts.
fn wasm_of(script: &Path) -> PathBuf {
    script.with_file_name(format!("{}_bg.wasm", stem(script)))
}

/// The fingerprint of all that goes into a build.
fn inputs(project: &Project, base: &str, keeping: Worker) -> Result<String, Failure> {
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
fn both(inputs: &str, dist: &Path) -> Result<String, Failure> {
    let mut sum = Fingerprint::new();
    sum.add_sizes(dist)?;
    Ok(format!("{inputs} {sum}\n"))
}

/// Removes a folder with all it holds; one that is not there is fine.
fn remove(folder: &Path) -> Result<(), Failure> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder).map_err(Failure::io(format!("remove {}", folder.display())))
}

/// Copies all that a folder holds into another, which is made if need be.
fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    let doing = || format!("copy {} to {}", from.display(), to.display());
    fs::create_dir_all(to).map_err(Failure::io(doing()))?;
    for entry in fs::read_dir(from).map_err(Failure::io(doing()))? {
        let entry = entry.map_err(Failure::io(doing()))?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), &target).map_err(Failure::io(doing()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How Trunk is told to build a program, without the program's name.
    fn settings(page: &str) -> Option<String> {
        let link = page.lines().find(|line| line.contains("rel=\"rust\""))?;
        let (before, bin) = link.split_once("data-bin=\"")?;
        Some(format!("{before}{}", bin.split_once('"')?.1))
    }

    #[test]
    fn the_programs_are_built_alike() {
        let [first, others @ ..] = [
            include_str!("../../index.html"),
            include_str!("../../search.html"),
            include_str!("../../topic.html"),
            include_str!("../../ranking.html"),
        ]
        .map(settings);
        assert!(first.as_ref().is_some_and(|page| page.contains("data-wasm-opt=\"z\"")));
        assert!(others.iter().all(|other| *other == first));
    }

    #[test]
    fn the_template_has_its_styles_and_no_program() -> Result<(), Failure> {
        let html = "<head>\n  <style>@layer a, b;</style>\n  <link rel=\"stylesheet\" \
            href=\"/x/a-1.css\" integrity=\"sha384-x\"/>\n  <link rel=\"stylesheet\" \
            href=\"/x/b-2.css\"/>\n  <link rel=\"icon\" href=\"/x/i.svg\"/>\n\n\
            <script type=\"module\">\nimport init from '/x/web-1.js';\n</script>\n  \
            <link rel=\"modulepreload\" href=\"/x/web-1.js\"><link rel=\"preload\" \
            href=\"/x/web-1_bg.wasm\"></head>\n<body>\n<!--tinhso:program-->\n</body>\n";
        let read = |name: &str| Ok(format!("@layer {name};\n"));
        let page = Path::new("index.html");
        let template = template_of(page, html, read)?;
        assert_eq!(
            template,
            "<head>\n  <style>@layer a, b;</style>\n  <link rel=\"icon\" href=\"/x/i.svg\"/>\n  \
             <style>@layer a-1.css;@layer b-2.css;</style>\n</head>\n<body>\n\
             <!--tinhso:program-->\n</body>\n"
        );
        let without = template_of(page, "<head></head>", read);
        assert!(matches!(without, Err(Failure::File { expected, .. })
            if expected == "a script that starts the program, as Trunk writes it"));
        Ok(())
    }

    #[test]
    fn a_program_is_taken_with_both_its_files() -> Result<(), Failure> {
        let folder = std::env::temp_dir().join(format!("tinhso-build-{}", std::process::id()));
        let [from, site] = ["from", "site"].map(|name| folder.join(name));
        for file in [from.join("all-2.js"), from.join("all-2_bg.wasm"), site.join("web-1.js")] {
            fs::create_dir_all(file.parent().unwrap_or(&folder)).map_err(Failure::io("create"))?;
            fs::write(file, "").map_err(Failure::io("write"))?;
        }
        let name = take_program(&from, &site)?;
        let found = crate::fingerprint::files(&site)?;
        fs::remove_dir_all(&folder).map_err(Failure::io("remove"))?;
        assert_eq!(name, "all-2");
        let expected = ["all-2.js", "all-2_bg.wasm", "web-1.js"].map(|name| site.join(name));
        assert_eq!(found, expected);
        Ok(())
    }
}
