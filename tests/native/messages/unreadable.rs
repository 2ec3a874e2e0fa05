//! Files that are no JSON in UTF-8, and texts that no text of the data may be.

use serde_json::json;

use super::Case;
use crate::support::Files;

const AN_HAI: &str = "observations/an-hai.json";

/// A file in which a part of the text is another.
fn written(part: &str, by: &str) -> Files {
    Files::good().replace(AN_HAI, part, by)
}

fn saved_as(change: impl FnOnce(&str) -> Vec<u8>) -> Files {
    let files = Files::good();
    let bytes = change(files.get(AN_HAI));
    files.bytes(AN_HAI, bytes)
}

fn titled(title: &str) -> Files {
    Files::good().set("sources.json", "/sources/0/title", json!(title))
}

pub(super) fn cases() -> Vec<Case> {
    [encodings(), syntax(), words_and_ends(), texts()].concat()
}

fn encodings() -> Vec<Case> {
    vec![
        (
            saved_as(|text| [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            "observations/an-hai.json: $: found a byte order mark at the start of the file, \
             expected UTF-8 without one; save the file as \"UTF-8\", not as \"UTF-8 with BOM\"",
        ),
        (
            saved_as(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            "observations/an-hai.json: $: found text in UTF-16 (\"Unicode\" in some programs), \
             expected UTF-8; save the file as \"UTF-8\" without a byte order mark",
        ),
        (
            Files::good().bytes(AN_HAI, b"{\"province\": \"an-h\xE1i\"}".to_vec()),
            "observations/an-hai.json: $: found the byte 0xE1 at line 1, column 19, as in \
             \"ANSI\" or Windows-1252, expected UTF-8; save the file as \"UTF-8\", and type \
             letters again that were lost (\"?\" in their place)",
        ),
        (
            Files::good().bytes(AN_HAI, b"{\"province\": \"\xD0\xF4\xECng B\xE0\xD2n\"}".to_vec()),
            "observations/an-hai.json: $: found the byte 0xD0 at line 1, column 15, which is \
             \"Đ\" in Windows-1258 (Vietnamese), expected UTF-8; open the file in an editor as \
             Windows-1258, save it as \"UTF-8\" and read its texts over",
        ),
        (
            Files::good().bytes(AN_HAI, b"PK\x03\x04\x14\x00\x06\x00".to_vec()),
            "observations/an-hai.json: $: found a ZIP archive, as spreadsheets (.xlsx, .ods) and \
             documents (.docx) are, expected JSON as plain text; keep that file under its own \
             name and write what it says here in the form docs/data.md gives",
        ),
        (
            Files::good().text(AN_HAI, "id;indicator;value\nx;cashless-bills;86,06\n"),
            "observations/an-hai.json: $: found a table with \";\" between its cells (CSV), \
             expected JSON as plain text; keep that file under its own name and write its figures \
             here in the form docs/data.md gives",
        ),
        (
            Files::good().text(AN_HAI, ""),
            "observations/an-hai.json: $: found an empty file, expected a JSON object; put its \
             content back from the last version of the file, or write it in the form docs/data.md \
             gives",
        ),
        (
            Files::good().text(AN_HAI, "<!DOCTYPE html><html></html>"),
            "observations/an-hai.json: $: found a web page (HTML), expected JSON as plain text; \
             download the JSON file itself (\"Raw\" where a site shows code), not the page about \
             it",
        ),
    ]
}

fn syntax() -> Vec<Case> {
    vec![
        (
            written("86.06", "86,06"),
            "observations/an-hai.json: $: found a decimal comma in the number 86,06 at line 25, \
             column 16, expected a decimal point; write 86.06",
        ),
        (
            written("\"value\": 86.06,", "\"value\": 1.234.567,"),
            "observations/an-hai.json: $: found marks between thousands in the number 1.234.567 \
             at line 25, column 16, expected its digits alone; write 1234567",
        ),
        (
            written("\"base\": 63\n", "\"base\": 63,\n"),
            "observations/an-hai.json: $: found a comma before \"}\" at line 40, column 17, \
             expected none after the last entry; remove the comma, or add the entry that is \
             missing after it",
        ),
        (
            written("\"value\": 86.06,", "\"value\": 86.06"),
            "observations/an-hai.json: $: found no comma at line 25, column 21, expected one \
             before the entry at line 26; write a comma at the end of line 25",
        ),
        (
            written("\"value\": 86.06", "“value”: 86.06"),
            "observations/an-hai.json: $: found the quote “ at line 25, column 7, expected a \
             straight quote; write \" there, and at the other end of the text",
        ),
        (
            written("\"value\": 86.06", "'value': 86.06"),
            "observations/an-hai.json: $: found the single quote ' at line 25, column 7, expected \
             a straight double quote; write \" there, and at the other end of the text",
        ),
        (
            written("\"value\": 86.06,", "\"value\": 86.06, // so far"),
            "observations/an-hai.json: $: found a comment (\"//\") at line 25, column 23, \
             expected only data; remove it; what a reader should know belongs into \"note\"",
        ),
    ]
}

fn words_and_ends() -> Vec<Case> {
    vec![
        (
            written("86.06", "NaN"),
            "observations/an-hai.json: $: found the word NaN at line 25, column 16, expected a \
             number; write the number, or null where there is none and docs/data.md allows it",
        ),
        (
            written("86.06", "None"),
            "observations/an-hai.json: $: found the word None at line 25, column 16, expected a \
             value of JSON; write null, or the text in quotes",
        ),
        (
            written("86.06", "86.06%"),
            "observations/an-hai.json: $: found a percent sign after the number 86.06 at line 25, \
             column 16, expected the number alone; write 86.06, as the indicator's unit says what \
             it is",
        ),
        (
            written("\"value\": 86.06", "value: 86.06"),
            "observations/an-hai.json: $: found the key value without quotes at line 25, column \
             7, expected a key in straight quotes; write \"value\"",
        ),
        (
            written("\"value\": 86.06,", "\"value\": \"86.06,"),
            "observations/an-hai.json: $: found a text that begins and is not closed at line 25, \
             column 16, expected a quote at its end, on the same line; write \" at its end",
        ),
        (
            written("86.06", "1e400"),
            "observations/an-hai.json: $: found the number 1e400, which is too large at line 25, \
             column 16, expected a number that a computer can hold; correct it",
        ),
        (
            saved_as(|text| text.as_bytes()[..300].to_vec()),
            "observations/an-hai.json: $: found the end of the file at line 13, column 4, \
             expected \"}]}\", as \"{\" of line 4, column 5, \"[\" of line 3, column 19, \"{\" of \
             line 1, column 1 are not closed; if the end of the file is lost, copy it again from \
             where it came from; else write the brackets where they belong",
        ),
        (
            Files::good().text("sources.json", "{\"sources\":\n [}"),
            "sources.json: $: found \"}\" at line 2, column 3, expected \"]\", which closes \"[\" \
             of line 2, column 2; correct the bracket, or write the missing one before it",
        ),
    ]
}

fn texts() -> Vec<Case> {
    vec![
        (
            titled("To\u{300}a soạn"),
            "sources.json: $.sources[0].title: found \"To\u{300}a soạn\" with letters and marks \
             apart, expected composed letters (Unicode NFC); type the text again or convert it \
             (line 10)",
        ),
        (
            titled("Tòa soạn "),
            "sources.json: $.sources[0].title: found U+0020 (space) at the end of \"Tòa soạn \", \
             expected none there; remove it (line 10)",
        ),
        (
            titled("\u{a0}Tòa soạn"),
            "sources.json: $.sources[0].title: found U+00A0 (no-break space) at the start of \
             \"\\u{a0}Tòa soạn\", expected none there; remove it (line 10)",
        ),
        (
            titled("Tòa\nsoạn"),
            "sources.json: $.sources[0].title: found U+000A (line break) in \"Tòa\\nsoạn\", \
             expected a text of one line; write a space there (line 10)",
        ),
        (
            titled("Tòa\u{200b}soạn"),
            "sources.json: $.sources[0].title: found U+200B (zero-width space) in \
             \"Tòa\\u{200b}soạn\", expected characters that can be seen; remove it (line 10)",
        ),
        (
            titled("Tòa\u{202e}soạn"),
            "sources.json: $.sources[0].title: found U+202E (right-to-left override) in \
             \"Tòa\\u{202e}soạn\", expected text that is read from left to right as it stands; \
             remove it (line 10)",
        ),
        (
            titled("Tòa\u{7}soạn"),
            "sources.json: $.sources[0].title: found U+0007 in \"Tòa\\u{7}soạn\", expected \
             visible characters; write a space there or remove it (line 10)",
        ),
        (
            titled("Thủ &#272;ô"),
            "sources.json: $.sources[0].title: found \"&#272;\" in \"Thủ &#272;ô\", which is HTML \
             for \"Đ\", expected the character itself; write \"Đ\" (line 10)",
        ),
        (
            titled("Thủ Ä‘ô"),
            "sources.json: $.sources[0].title: found \"Ä‘\" in \"Thủ Ä‘ô\", which is UTF-8 read \
             as Windows-1252, expected \"đ\"; type the text again (line 10)",
        ),
        (
            titled("Tòa so\u{fffd}n"),
            "sources.json: $.sources[0].title: found U+FFFD (replacement character) in \"Tòa \
             so\\u{fffd}n\", expected a letter that every program can show; type the word again \
             from the source (line 10)",
        ),
    ]
}
