//! The whole sentence for each fault, texts that have none, and properties of any text.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn message(text: &str) -> String {
    text_fault(text).map(|fault| fault.to_string()).unwrap_or_default()
}

#[test]
fn each_fault_has_its_sentence() {
    for (text, expected) in [
        (
            "Thủ Ä‘ô",
            "\"Ä‘\" in \"Thủ Ä‘ô\", which is UTF-8 read as Windows-1252, expected \"đ\"; type the \
             text again",
        ),
        (
            "Th&#7911; &#x111;ô",
            "\"&#7911;\" in \"Th&#7911; &#x111;ô\", which is HTML for \"ủ\", expected the character \
             itself; write \"ủ\"",
        ),
        (
            "a&nbsp;b",
            "\"&nbsp;\" in \"a&nbsp;b\", which is HTML for U+00A0 (no-break space), expected the \
             character itself; write U+0020 (space)",
        ),
        (
            "a&#xD800;b",
            "\"&#xD800;\" in \"a&#xD800;b\", which looks like HTML for a character that does not \
             exist, expected the character itself; write it, or remove this",
        ),
        (" Bà Rịa", "U+0020 (space) at the start of \" Bà Rịa\", expected none there; remove it"),
        (
            "Bà Rịa\u{A0}",
            "U+00A0 (no-break space) at the end of \"Bà Rịa\\u{a0}\", expected none there; remove it",
        ),
        (
            "Bà\nRịa",
            "U+000A (line break) in \"Bà\\nRịa\", expected a text of one line; write a space there",
        ),
        (
            "Bà\u{2028}Rịa",
            "U+2028 (line separator) in \"Bà\\u{2028}Rịa\", expected a text of one line; write a \
             space there",
        ),
        (
            "Bà\tRịa",
            "U+0009 (tab) in \"Bà\\tRịa\", expected visible characters; write a space there or \
             remove it",
        ),
        (
            "Bà\u{7F} Rịa",
            "U+007F (delete) in \"Bà\\u{7f} Rịa\", expected visible characters; write a space there \
             or remove it",
        ),
        (
            "Bà\u{200B} Rịa",
            "U+200B (zero-width space) in \"Bà\\u{200b} Rịa\", expected characters that can be seen; \
             remove it",
        ),
        (
            "Bà \u{202E}Rịa",
            "U+202E (right-to-left override) in \"Bà \\u{202e}Rịa\", expected text that is read from \
             left to right as it stands; remove it",
        ),
        (
            "B\u{FFFD} Rịa",
            "U+FFFD (replacement character) in \"B\\u{fffd} Rịa\", expected a letter that every \
             program can show; type the word again from the source",
        ),
        (
            "B\u{F0E0} Rịa",
            "U+F0E0 in \"B\\u{f0e0} Rịa\", expected a letter that every program can show; type the \
             word again from the source",
        ),
        (
            "Ba\u{300} Rịa",
            "\"Ba\u{300} Rịa\" with letters and marks apart, expected composed letters (Unicode \
             NFC); type the text again or convert it",
        ),
    ] {
        assert_eq!(message(text), format!("found {expected}"));
    }
}

#[test]
fn a_fault_has_its_place() {
    let at = |text: &str| text_fault(text).map(|fault| fault.at());
    assert_eq!(at("Thủ Ä‘ô"), Some(5));
    assert_eq!(at("Thủ &amp; đô"), Some(5));
    assert_eq!(at("Thủ đô "), Some(7));
    assert_eq!(at("Thủ\r\nđô"), Some(4));
    assert_eq!(at("Ba\u{300}"), Some(2));
    assert_eq!(at("Thủ đô"), None);
}

#[test]
fn each_character_that_cannot_be_seen_is_a_fault() {
    for letter in "\u{1}\u{7F}\u{85}\u{9F}\r\u{2029}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{180E}\
                   \u{200E}\u{200F}\u{202A}\u{2066}\u{2069}\u{61C}\u{E000}\u{F0000}\u{FDD0}\u{FFFF}\
                   \u{10FFFE}"
        .chars()
    {
        let fault = text_fault(&format!("a{letter}b"));
        assert_eq!(fault.map(|fault| fault.at()), Some(2), "{}", Named(letter));
    }
}

#[test]
fn a_long_text_is_shown_around_its_fault() {
    let long = "Kế hoạch chuyển đổi số của tỉnh ".repeat(9);
    assert_eq!(
        message(&format!("{long}Ä‘ến{long}")),
        "found \"Ä‘\" in \"…oạch chuyển đổi số của tỉnh Ä‘ếnKế hoạch chuyển đổi số của…\", which is \
         UTF-8 read as Windows-1252, expected \"đ\"; type the text again"
    );
}

/// The text as a program reads it that takes its bytes for Windows-1252.
fn spoil(text: &str) -> String {
    text.bytes().map(crate::data::check::encoding::code_page::windows).collect()
}

/// Texts that are as they should be, though pieces of them are the bytes of others.
const GOOD: [&str; 47] = [
    "Bà Rịa – Vũng Tàu",
    "BÀ RỊA – VŨNG TÀU",
    "Thừa Thiên – Huế",
    "ÂM THANH",
    "Ấn",
    "ÃN",
    "ĐÃ",
    "“ĐÃ”",
    "“XÃ” và “PHƯỜNG”",
    "XÃ…",
    "XÃ – PHƯỜNG",
    "XÃ–PHƯỜNG",
    "‘NGÃ’",
    "XÃ¹, PHƯỜNG²",
    "XÃ\u{A0}A",
    "THỊ XÃ\u{A0}và",
    "PHƯỜNG, XÃ\u{A0}của tỉnh",
    "lãi “x”",
    "của Á»",
    "«Giá»",
    "«Giá»…",
    "“«Giá»”",
    "giá”…",
    "vần “Â”",
    "«DÂ»",
    "Â Ă Ê Ô Ơ Ư Đ",
    "Ä Ö Ü",
    "KÌ”",
    "“LÌ” · “CHÌ”",
    "Đắk Lắk, Đắk Nông, Kon Tum",
    "Tỉnh ủy – HĐND – UBND",
    "dòng “Bạc Liêu” · row “Bạc Liêu”",
    "Quyết định 180/QĐ-BCĐ (kế hoạch hoạt động năm 2023)",
    "R&D; x",
    "AT&T",
    "Q&A; hỏi & đáp;",
    "https://x.vn/?a=1&copy=2&amp=3",
    "hai  dấu  cách",
    "54\u{A0}537 hồ sơ",
    "≥ 80 %, ≈ 5 → 6",
    "“Chuyển đổi số… vì dân”",
    "Nguyễn Thị Á…",
    "cá–thịt",
    "á, à, ả, ã, ạ",
    "É. È? Ê!",
    "™ © ® § ¶ °C",
    "",
];

#[test]
fn good_texts_have_no_fault() {
    for text in GOOD {
        assert_eq!(message(text), "", "{text}");
    }
}

#[test]
fn spoiled_texts_are_recognized() {
    for text in [
        "đ",
        "Đ",
        "á",
        "ế",
        "ư",
        "ệ",
        "“",
        "’",
        "·",
        "số",
        "đồng",
        "Sóc",
        "Hà Nam",
        "Bà Rịa",
        "CÔNG",
        "tổng",
        "mỗi",
        "–",
        "…",
        "₫",
        "lào cai",
        "5 °C",
        "100\u{A0}%",
        "Vũng Tàu",
        "Mỹ",
        "😀",
    ] {
        let spoiled = spoil(text);
        assert!(
            matches!(mojibake::find(&spoiled), Some(TextFault::Mojibake { .. })),
            "{text} {spoiled}"
        );
    }
    // Read wrong twice.
    let twice = spoil(&spoil("đ"));
    let meant = match mojibake::find(&twice) {
        Some(TextFault::Mojibake { meant, .. }) => meant,
        _ => String::new(),
    };
    assert_eq!((twice.as_str(), meant.as_str()), ("Ã„â€˜", "đ"));
    // What is certain is named, and not what stands before it by right.
    for (text, found, meant) in [
        ("“ĐÃ” báo cáo Ná»™i", "á»™", "ộ"),
        ("«Giá»… và Ná»™i", "á»™", "ộ"),
        ("«x» Tiáº¿ng", "áº¿", "ế"),
    ] {
        assert_eq!(
            message(text),
            format!(
                "found \"{found}\" in \"{text}\", which is UTF-8 read as Windows-1252, expected \
                 \"{meant}\"; type the text again"
            )
        );
    }
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.iter().for_each(|(key, item)| {
            found.push(key.clone());
            texts(item, found);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// All texts of the JSON files in a folder.
fn texts_of(folder: &Path, found: &mut Vec<String>) {
    let paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    for path in paths {
        if path.is_dir() {
            texts_of(&path, found);
        } else if let Ok(text) = fs::read_to_string(&path)
            && let Ok(value) = serde_json::from_str(&text)
        {
            texts(&value, found);
        }
    }
}

#[test]
fn the_texts_of_the_site_have_no_fault_and_each_is_recognized_when_spoiled() {
    let mut found = Vec::new();
    texts_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data"), &mut found);
    assert!(found.len() > 1000);
    let faults: Vec<String> =
        found.iter().map(|text| message(text)).filter(|message| !message.is_empty()).collect();
    assert_eq!(faults, Vec::<String>::new());
    let missed: Vec<&String> = found
        .iter()
        .filter(|text| !text.is_ascii() && mojibake::find(&spoil(text)).is_none())
        .collect();
    assert_eq!(missed, Vec::<&String>::new());
}

#[test]
fn long_texts_are_read_in_linear_time() {
    for piece in ["&", "&#1", "Ã”", "Ã\u{A0}", "a ", "á»”", "Â", "\u{300}", "«"] {
        text_fault(&piece.repeat(200_000));
    }
}

proptest! {
    #[test]
    fn any_text_has_a_fault_in_it_or_none(
        text in ".*|[ÃÄÅÆÂáâºA-Za-z»”’“‘€™\u{80}-\u{A0}&#;0-9 \u{300}\u{1EA5}]{0,20}"
    ) {
        if let Some(fault) = text_fault(&text) {
            prop_assert!((1..=text.chars().count()).contains(&fault.at()), "{fault:?}");
            prop_assert!(fault.to_string().contains(", expected "));
        }
    }

    #[test]
    fn ascii_words_have_no_fault(text in "[!-%'-~]([ -%'-~]*[!-%'-~])?") {
        prop_assert_eq!(text_fault(&text), None);
    }
}
