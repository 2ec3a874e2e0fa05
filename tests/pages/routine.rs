//! `docs/routine.md`, followed from a publisher's sheet to the written page. The edition is made up, and so is
//! each of its figures.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::Html;
use tinhso::address::{Address, Page};
use tinhso::data::{Dataset, Observation, ProvinceKind, load};
use tinhso::disk::DiskFolder;
use tinhso::i18n::Lang;

use crate::output::{files_below, scratch};
use crate::support::{real_folder, rendered, select_all, select_one, select_within, text};

/// The year of the made-up edition: the one after the last that is in the data.
const YEAR: &str = "2025";

/// The number of units of the edition.
const N_UNITS: u32 = 34;

/// Khánh Hòa's made-up place.
const PLACE: u32 = 12;

const TABLE: &str = "public/data/tables/dti-34.csv";

/// How each step of the page begins a command of ours.
const OURS: &str = "cargo run --bin tinhso -- ";

/// A block of the page: its language, and its text.
struct Block {
    language: String,
    text: String,
}

/// The blocks of the page, in its order.
fn blocks() -> Vec<Block> {
    let page = fs::read_to_string(root().join("docs/routine.md")).unwrap();
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { language: language.to_owned(), text: inside.join("\n") });
        }
    }
    blocks
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The words of a command line, and the file that its output goes to.
fn words(line: &str) -> (Vec<String>, Option<String>) {
    let (command, file) = match line.split_once(" > ") {
        Some((command, file)) => (command, Some(file.to_owned())),
        None => (line, None),
    };
    // Every other part stands in quotation marks, which hold one word together.
    let words = command.split('"').enumerate().flat_map(|(idx, part)| {
        if idx % 2 == 1 {
            return vec![part];
        }
        part.split(' ').filter(|word| !word.is_empty()).collect()
    });
    (words.map(str::to_owned).collect(), file)
}

/// A folder in which the page is followed, as if it were the root of the repository.
struct Desk(PathBuf);

impl Desk {
    fn new() -> Self {
        let desk = Self(scratch("routine"));
        let data = desk.0.join("public/data");
        for path in files_below(&real_folder()) {
            let copy = data.join(&path);
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(real_folder().join(&path), copy).unwrap();
        }
        fs::create_dir(desk.0.join("target")).unwrap();
        desk
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn dataset(&self) -> Dataset {
        load(&DiskFolder::open(&self.0.join("public/data")).unwrap()).dataset
    }

    /// Every file of the data.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let data = self.0.join("public/data");
        let files = files_below(&data).into_iter();
        files.map(|path| (path.clone(), fs::read(data.join(&path)).unwrap())).collect()
    }

    /// Runs a command of ours as the page has it; it must succeed. Returns what it prints, output and messages.
    fn run(&self, line: &str) -> (String, String) {
        let (words, file) = words(line.strip_prefix(OURS).unwrap());
        let program = env!("CARGO_BIN_EXE_tinhso");
        let ran = Command::new(program).args(&words).current_dir(&self.0).output().unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        let err = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(0), "{line}\n{out}{err}");
        let Some(file) = file else { return (out, err) };
        fs::write(self.0.join(file), out).unwrap();
        (String::new(), err)
    }

    /// Adds an entry at the end of a list or an object of a file: the first that ends with `end` after all of
    /// `anchors`, each of which stands behind the one before.
    fn add(&self, file: &str, anchors: &[&str], end: &str, entry: &str) {
        let path = format!("public/data/{file}");
        let before = self.read(&path);
        let mut at = 0;
        for anchor in anchors {
            at += before[at..].find(anchor).unwrap_or_else(|| panic!("{anchor} in {file}"));
        }
        at += before[at..].find(end).unwrap();
        let (start, rest) = before.split_at(at);
        fs::write(self.0.join(path), format!("{start},\n{entry}{rest}")).unwrap();
    }
}

/// The provinces of the made-up edition in the order of their places: id, and name as that sheet prints it.
fn placed(dataset: &Dataset) -> Vec<(String, String)> {
    let lives = dataset
        .provinces
        .iter()
        .filter(|province| province.kind == ProvinceKind::Province && province.until.is_none());
    let name = |full: &str| {
        let has_kind = full.starts_with("Thành phố") || full.starts_with("Tỉnh ");
        if has_kind { full.to_owned() } else { format!("Tỉnh {full}") }
    };
    let mut units: Vec<(String, String)> =
        lives.map(|province| (province.id.clone(), name(&province.name.vi))).collect();
    units.sort();
    assert_eq!(units.len(), usize::try_from(N_UNITS).unwrap());
    let own = units.iter().position(|(id, _)| id == "khanh-hoa").unwrap();
    let own = units.remove(own);
    units.insert(usize::try_from(PLACE).unwrap() - 1, own);
    units
}

/// The ten-thousandths of a place's made-up value in a column of the sheet: the eight indices, then the total.
fn made_up(place: u32, col: u32) -> u32 {
    9_503 - 97 * place - 7 * col - if col == TOTAL { 537 } else { 0 }
}

/// The column of the total, behind the eight indices.
const TOTAL: u32 = 8;

fn with_mark(ten_thousandths: u32, mark: char) -> String {
    format!("0{mark}{ten_thousandths:04}")
}

/// A sheet as a publisher gives it: a title, heads of two rows, the kind of unit before each name, a decimal
/// comma, a row of means and a note.
fn sheet(units: &[(String, String)]) -> String {
    let mut sheet = String::from(
        "KẾT QUẢ XẾP HẠNG CHUYỂN ĐỔI SỐ CẤP TỈNH (bịa ra để thử)\r\n\r\n\
         TT;Tỉnh, thành phố;Xếp hạng DTI;Chỉ số;;;;;;;;Tổng điểm\r\n\
         ;;;Nhận thức số;Thể chế số;Hạ tầng số;Nhân lực số;An toàn thông tin mạng;\
         Hoạt động chính quyền số;Hoạt động kinh tế số;Hoạt động xã hội số;\r\n",
    );
    for ((_, name), place) in units.iter().zip(1..) {
        write!(sheet, "{place};{name};{place}").unwrap();
        for col in 0..=TOTAL {
            write!(sheet, ";{}", with_mark(made_up(place, col), ',')).unwrap();
        }
        sheet.push_str("\r\n");
    }
    sheet.push_str("Trung bình;;;0,7753;;;;;;;;0,7253\r\nGhi chú: bịa ra để thử\r\n");
    sheet
}

/// The lines that the edition adds to the spreadsheet.
fn rows(units: &[(String, String)]) -> String {
    let mut rows = String::new();
    for ((_, name), place) in units.iter().zip(1..) {
        write!(rows, "{YEAR},{name},{place}").unwrap();
        for col in 0..=TOTAL {
            write!(rows, ",{}", with_mark(made_up(place, col), '.')).unwrap();
        }
        rows.push('\n');
    }
    rows
}

/// The lines that only one of two texts has, marked as `diff` marks them, those of the first before the others.
fn diff(before: &str, after: &str) -> String {
    let only = |own: &str, other: &str, mark: char| {
        let other: BTreeSet<&str> = other.lines().collect();
        let mut only = String::new();
        for line in own.lines().filter(|line| !other.contains(line)) {
            writeln!(only, "{mark} {line}").unwrap();
        }
        only
    };
    only(before, after, '<') + &only(after, before, '>')
}

/// Fails unless a block of the page shows what was printed, but for what it leaves out as "…".
fn assert_shown(block: &str, printed: &str) {
    let mut printed_lines = printed.lines();
    let mut skips = false;
    for line in block.lines() {
        if line == "…" {
            skips = true;
            continue;
        }
        let is_next = if skips {
            printed_lines.any(|printed| printed == line)
        } else {
            printed_lines.next() == Some(line)
        };
        assert!(is_next, "docs/routine.md has the line\n{line}\nwhich is not there in\n{printed}");
        skips = false;
    }
    assert!(skips || printed_lines.next().is_none(), "docs/routine.md lacks the end of\n{printed}");
}

/// Step 2: the entries of the page, where it says.
fn enter(desk: &Desk, [source, year, edition]: [&str; 3]) {
    let indented = |text: &str, by: usize| {
        let lines = text.lines().map(|line| format!("{}{line}", " ".repeat(by)));
        lines.collect::<Vec<_>>().join("\n")
    };
    desk.add("sources.json", &["\"sources\": ["], "\n  ]\n}", &indented(source, 4));
    let table = ["\"id\": \"dti-34\"", "\"years\": {"];
    desk.add("tables.json", &table, "\n      },\n      \"locator\"", &indented(year, 8));
    for id in ["dti-rank", "dti-score", "dti-points"] {
        let indicator = [&*format!("\"id\": \"{id}\""), "\"editions\": ["];
        desk.add("indicators.json", &indicator, "\n      ]", &indented(edition, 8));
    }
}

/// Step 3: the spreadsheet has the rows of the sheet, the data have a figure of each cell, and nothing else is
/// another than before.
fn check_written(desk: &Desk, before: &BTreeMap<String, Vec<u8>>, old: &Dataset, new: &Dataset) {
    let units = placed(old);
    let mut expected = before.clone();
    expected.get_mut("tables/dti-34.csv").unwrap().extend(rows(&units).bytes());
    let written = desk.files();
    assert!(written.keys().eq(expected.keys()));
    for (path, bytes) in &expected {
        let texts = [bytes, &written[path]].map(|bytes| String::from_utf8_lossy(bytes));
        assert_eq!(texts[0], texts[1], "{path}");
    }

    let known: BTreeMap<&str, &Observation> =
        old.observations.iter().map(|o| (o.id.as_str(), o)).collect();
    let (kept, added): (Vec<&Observation>, Vec<&Observation>) =
        new.observations.iter().partition(|o| known.contains_key(o.id.as_str()));
    assert_eq!(kept.len(), known.len());
    for figure in kept {
        assert_eq!(figure, known[figure.id.as_str()]);
    }
    let n_columns = desk.read(TABLE).lines().next().unwrap().split(',').count() - 2;
    assert_eq!((n_columns, added.len()), (10, units.len() * n_columns));
    let places: BTreeMap<&str, u32> = units.iter().map(|unit| unit.0.as_str()).zip(1..).collect();
    for figure in added {
        let (province, indicator) = (&figure.province, &figure.indicator);
        assert_eq!(figure.id, format!("{province}/{indicator}/result/{YEAR}-of-34"));
        assert_eq!(figure.source, format!("dti-{YEAR}"));
        let place = places[province.as_str()];
        let value = match indicator.as_str() {
            "dti-rank" => f64::from(place),
            "dti-score" => f64::from(made_up(place, TOTAL)) / 10_000.0,
            _ => continue,
        };
        assert_eq!(figure.value(), Some(value), "{}", figure.id);
    }
}

/// The page of the ranking has the edition first, and says who stands where.
fn check_page(dataset: &Dataset, lang: Lang, lead: &str) {
    let dom = Html::parse_document(&rendered(dataset, &Address::new(lang, Page::Ranking)));
    let found = text(select_one(&dom, "main p.t-lead", "ranking"));
    assert!(found.contains(lead), "{found}");
    let table = select_all(&dom, "table.t-ranking")[0];
    assert!(text(select_within(table, "caption")[0]).contains(YEAR));
    let rows = select_within(table, "tbody tr").into_iter().map(|row| {
        let id = row.attr("id").unwrap().to_owned();
        (id, text(select_within(row, "td")[0]))
    });
    let expected = placed(dataset).into_iter().zip(1..).map(|((id, _), place)| {
        (format!("{id}/dti-rank/result/{YEAR}-of-34"), format!("{place}/{N_UNITS}"))
    });
    assert_eq!(rows.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn the_routine_leads_from_the_sheet_to_the_page() {
    let blocks = blocks();
    let of = |language: &str| -> Vec<&str> {
        blocks.iter().filter(|b| b.language == language).map(|b| b.text.as_str()).collect()
    };
    let entries = of("json").try_into().expect("a source, a year and an edition");
    let [preview, flips] = of("text")[..] else { panic!("a preview and the flips") };
    let commands: Vec<&str> = of("").into_iter().flat_map(str::lines).collect();
    let [make, ledger_before, import, write, check, ledger_after, compare, own @ ..] =
        &commands[..]
    else {
        panic!("{commands:#?}")
    };
    assert_eq!([*make, *compare], ["mkdir -p target", "diff target/before.csv target/after.csv"]);
    assert_eq!(
        own,
        [
            "cargo test --no-fail-fast",
            "cargo test --no-fail-fast --features ssr --lib --test pages",
            "INSTA_UPDATE=always cargo test --test native ledger",
            "cargo xtask serve",
            "cargo xtask test",
        ]
    );

    let desk = Desk::new();
    let old = desk.dataset();
    fs::write(desk.0.join(format!("dti-{YEAR}.csv")), sheet(&placed(&old))).unwrap();
    let warnings = |desk: &Desk| desk.run(check).1;
    let first = warnings(&desk);
    assert_eq!(desk.run(ledger_before), Default::default());
    enter(&desk, entries);

    let entered = desk.files();
    let (out, err) = desk.run(import);
    assert_shown(preview, &out);
    assert_eq!(err, format!("nothing is written yet; add --write to write {TABLE}\n"));
    assert!(entered == desk.files(), "the preview has written something");
    assert_eq!(*write, format!("{import} --write"));
    assert_eq!(desk.run(write), (out.clone(), format!("{TABLE} is written\n")));
    let new = desk.dataset();
    check_written(&desk, &entered, &old, &new);
    let (_, changes) = out.split_once("cells: ").unwrap();
    let again = out.replace(&format!("cells: {changes}"), "nothing changes\n");
    assert_eq!(desk.run(write), (again, String::new()));

    let last = warnings(&desk);
    assert!(last.starts_with("0 errors, "), "{last}");
    assert_eq!(last, first, "there is a new warning");
    assert_eq!(desk.run(ledger_after), Default::default());
    let changed = diff(&desk.read("target/before.csv"), &desk.read("target/after.csv"));
    assert_shown(flips, &changed);

    let of_vi = format!("Kỳ {YEAR}: Khánh Hòa thứ {PLACE} trong {N_UNITS} tỉnh, thành phố.");
    check_page(&new, Lang::Vi, &of_vi);
    let of_en =
        format!("Edition of {YEAR}: Khánh Hòa {PLACE}th of {N_UNITS} provinces and cities.");
    check_page(&new, Lang::En, &of_en);
}
