//! Recognizes files of other programs that were saved under the name of a data file.

use std::fmt;

use super::EncodingFault;

/// Another program, or another form of data, by its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// A ZIP archive, as spreadsheets and documents are today.
    Zip,
    /// An old spreadsheet or document of Microsoft Office.
    OldOffice,
    /// A compressed file.
    Compressed,
    /// A PDF document.
    Pdf,
    /// A picture.
    Picture,
    /// A document in Rich Text Format.
    RichText,
    /// A web page.
    WebPage,
    /// An XML document.
    Xml,
    /// A table as text.
    Table {
        /// What stands between its cells.
        separator: char,
    },
}

impl Program {
    /// What its file is, in words.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Zip => "a ZIP archive, as spreadsheets (.xlsx, .ods) and documents (.docx) are",
            Self::OldOffice => "an old spreadsheet or document of Microsoft Office (.xls, .doc)",
            Self::Compressed => "a compressed file",
            Self::Pdf => "a PDF document",
            Self::Picture => "a picture",
            Self::RichText => "a document in Rich Text Format (.rtf)",
            Self::WebPage => "a web page (HTML)",
            Self::Xml => "an XML document",
            Self::Table { separator: '\t' } => "a table with tabs between its cells (TSV)",
            Self::Table { .. } => "a table as text (CSV)",
        }
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Table { separator } = self
            && *separator != '\t'
        {
            return write!(
                f,
                "found a table with \"{separator}\" between its cells (CSV), expected JSON as plain \
                 text; keep that file under its own name and write its figures here in the form \
                 docs/data.md gives"
            );
        }
        let found = self.words();
        let remedy = match self {
            Self::Compressed => {
                "unpack it, and save the JSON file that is in it here (an archive has another name)"
            }
            Self::WebPage => {
                "download the JSON file itself (\"Raw\" where a site shows code), not the page about it"
            }
            Self::RichText => {
                "copy its text into an editor for plain text and save it from there as \"UTF-8\""
            }
            Self::Table { separator: '\t' } => {
                "keep that file under its own name and write its figures here in the form \
                 docs/data.md gives"
            }
            _ => {
                "keep that file under its own name and write what it says here in the form \
                 docs/data.md gives"
            }
        };
        write!(f, "found {found}, expected JSON as plain text; {remedy}")
    }
}

/// The first bytes of the files of programs.
const STARTS: [(&[u8], Program); 13] = [
    (b"PK\x03\x04", Program::Zip),
    (b"PK\x05\x06", Program::Zip),
    (b"\xD0\xCF\x11\xE0", Program::OldOffice),
    (b"\x1F\x8B", Program::Compressed),
    (b"BZh", Program::Compressed),
    (b"\xFD7zXZ", Program::Compressed),
    (b"7z\xBC\xAF", Program::Compressed),
    (b"Rar!", Program::Compressed),
    (b"\x28\xB5\x2F\xFD", Program::Compressed),
    (b"%PDF-", Program::Pdf),
    (b"\x89PNG", Program::Picture),
    (b"\xFF\xD8\xFF", Program::Picture),
    (b"{\\rtf", Program::RichText),
];

/// The program that wrote a file which is no text, by its first bytes; `None` for any other file.
pub(crate) fn program_of(bytes: &[u8]) -> Option<Program> {
    STARTS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, program)| *program)
}

/// What is wrong with the file whatever its encoding is: empty, or of another program.
pub(super) fn foreign(bytes: &[u8]) -> Option<EncodingFault> {
    if let Some(program) = program_of(bytes) {
        return Some(EncodingFault::OtherProgram(program));
    }
    let text = String::from_utf8_lossy(bytes);
    let content = text.trim_start();
    if content.is_empty() {
        return Some(EncodingFault::Empty);
    }
    if let Some(line) = text.lines().position(has_doubled_quotes) {
        return Some(EncodingFault::QuotedLines { line: line + 1 });
    }
    let program = markup(content).or_else(|| table(content))?;
    Some(EncodingFault::OtherProgram(program))
}

/// Whether the line is a piece of JSON that a spreadsheet has put into quotes, which doubles those in
/// it: `"  ""id"": ""x"","`. JSON has no text that follows another one directly.
fn has_doubled_quotes(line: &str) -> bool {
    line.trim_start()
        .strip_prefix('"')
        .map(|rest| rest.trim_start_matches([' ', '\t', '{', '[']))
        .and_then(|rest| rest.strip_prefix("\"\""))
        .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphabetic()))
}

/// Whether the text is HTML or XML.
fn markup(content: &str) -> Option<Program> {
    let after = content.strip_prefix('<')?;
    if !after.starts_with(|letter: char| letter.is_ascii_alphabetic() || "!?".contains(letter)) {
        return None;
    }
    let start: String = content.chars().take(1000).collect::<String>().to_ascii_lowercase();
    let is_page =
        ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.contains(tag));
    Some(if is_page { Program::WebPage } else { Program::Xml })
}

/// Whether the text is a table: its first two lines have as many cells, or its only line has three.
fn table(content: &str) -> Option<Program> {
    if content.starts_with(['{', '[']) {
        return None;
    }
    let mut lines = content.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next()?;
    let second = lines.next();
    let has_keys = |line: &str| line.contains("\":") || line.contains("\" :");
    if has_keys(first) || second.is_some_and(has_keys) {
        return None;
    }
    let is_table = |separator: char| {
        let marks = separators(first, separator);
        match second {
            // A comma at the end of each line is rather one of JSON without its brackets.
            Some(second) => {
                marks > 0
                    && separators(second, separator) == marks
                    && !(marks == 1 && first.trim_end().ends_with(separator))
            }
            None => marks > 1,
        }
    };
    let separator = ['\t', ';', ','].into_iter().find(|separator| is_table(*separator))?;
    Some(Program::Table { separator })
}

/// How often the separator stands in the line outside of quotes.
fn separators(line: &str, separator: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for letter in line.chars() {
        quoted ^= letter == '"';
        count += usize::from(letter == separator && !quoted);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        foreign(bytes).map(|fault| fault.to_string()).unwrap_or_default()
    }

    #[test]
    fn files_of_other_programs_are_named() {
        let kept = "expected JSON as plain text; keep that file under its own name and write what it \
                    says here in the form docs/data.md gives";
        for (bytes, found) in [
            (
                b"PK\x03\x04\x14".as_slice(),
                "a ZIP archive, as spreadsheets (.xlsx, .ods) and documents (.docx) are",
            ),
            (
                b"\xD0\xCF\x11\xE0\xA1",
                "an old spreadsheet or document of Microsoft Office (.xls, .doc)",
            ),
            (b"%PDF-1.7", "a PDF document"),
            (b"\x89PNG\r\n", "a picture"),
            (b"<?xml version=\"1.0\"?>\n<data/>", "an XML document"),
        ] {
            assert_eq!(message(bytes), format!("found {found}, {kept}"));
        }
        assert_eq!(
            message(b"\x1F\x8B\x08"),
            "found a compressed file, expected JSON as plain text; unpack it, and save the JSON file \
             that is in it here (an archive has another name)"
        );
        assert_eq!(
            message(b"{\\rtf1\\ansi"),
            "found a document in Rich Text Format (.rtf), expected JSON as plain text; copy its text \
             into an editor for plain text and save it from there as \"UTF-8\""
        );
        assert_eq!(
            message(b"\n<!DOCTYPE html>\n<html lang=\"vi\">"),
            "found a web page (HTML), expected JSON as plain text; download the JSON file itself \
             (\"Raw\" where a site shows code), not the page about it"
        );
    }

    #[test]
    fn tables_are_named_by_their_separator() {
        let rest = "expected JSON as plain text; keep that file under its own name and write its \
                    figures here in the form docs/data.md gives";
        for (text, separator) in [
            ("id,value\na/b,86.06\n", ','),
            ("\"id\",\"note, long\"\n\"a\",\"b\"\n", ','),
            ("id,value,base", ','),
            ("id;value\na/b;86,06\n", ';'),
        ] {
            let found =
                format!("found a table with \"{separator}\" between its cells (CSV), {rest}");
            assert_eq!(message(text.as_bytes()), found);
        }
        assert_eq!(
            message(b"id\tvalue\r\na\t1\r\n"),
            format!("found a table with tabs between its cells (TSV), {rest}")
        );
    }

    #[test]
    fn json_that_a_spreadsheet_wrote_is_named() {
        for (text, line) in [
            ("{\n\"  \"\"province\"\": \"\"br-vt\"\"\",\n", 2),
            ("\"{\"\"id\"\": \"\"x\"\",\"\n", 1),
            ("\"[{\"\"id\"\": \"\"x\"\",\"\n", 1),
        ] {
            let found = format!(
                "found quotes that are doubled at line {line}, as a spreadsheet writes them, expected \
                 JSON; put the last version of the file back and correct it in an editor for plain \
                 text, not in a spreadsheet"
            );
            assert_eq!(message(text.as_bytes()), found);
        }
    }

    #[test]
    fn json_and_what_should_be_json_is_left_alone() {
        for text in [
            "{\"a\": \"\"}",
            "[\n\"\", \"x\"\n]",
            "\"a\": 1,\n\"b\": 2,\n",
            "\"vi\",\n\"en\",\n",
            "<<<<<<< HEAD\n{}",
            "{\n  a, b, c\n  d, e, f\n}",
            "xin chào",
        ] {
            assert_eq!(message(text.as_bytes()), "", "{text}");
        }
    }
}
