//! The whole sentence for each cause.

use serde_json::Value;

use super::*;

fn message(text: &str) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(_) => String::new(),
        Err(error) => syntax_cause(text, error.line(), error.column()).to_string(),
    }
}

fn assert_messages<const N: usize>(expected: [(&str, &str); N]) {
    for (text, expected) in expected {
        assert_eq!(message(text), format!("found {expected}"), "{text}");
    }
}

#[test]
fn numbers_in_other_forms() {
    let slip = "in the number";
    for (number, found, write) in [
        ("86,06", "a decimal comma", "expected a decimal point; write 86.06"),
        ("-0,5", "a decimal comma", "expected a decimal point; write -0.5"),
        (
            "54,537",
            "a decimal comma",
            "expected a decimal point; write 54.537, or 54537 if the mark parts thousands",
        ),
        ("1.234.567", "marks between thousands", "expected its digits alone; write 1234567"),
        ("1,234,567", "marks between thousands", "expected its digits alone; write 1234567"),
        ("1.234,5", "marks between thousands", "expected its digits alone; write 1234.5"),
        ("54 537", "marks between thousands", "expected its digits alone; write 54537"),
        ("+5", "a plus sign", "expected no sign before it; write 5"),
        ("007", "a zero at the start", "expected no zero before its first digit; write 7"),
        (".5", "no digit before the point", "expected a zero there; write 0.5"),
        ("-.5", "no digit before the point", "expected a zero there; write -0.5"),
        ("5.", "no digit after the point", "expected no point at its end; write 5"),
    ] {
        let text = format!("{{\n  \"value\": {number},\n  \"base\": 63\n}}");
        let expected = format!("found {found} {slip} {number} at line 2, column 12, {write}");
        assert_eq!(message(&text), expected);
    }
    let spaced = "{\"value\": 86, 06}";
    assert_eq!(
        message(spaced),
        "found a decimal comma in the number 86,06 at line 1, column 11, expected a decimal point; \
         write 86.06"
    );
    let no_break = "{\"value\": 54\u{A0}537}";
    assert_eq!(
        message(no_break),
        "found marks between thousands in the number 54\\u{a0}537 at line 1, column 11, expected its \
         digits alone; write 54537"
    );
}

#[test]
fn what_is_no_number() {
    assert_messages([
        (
            "{\"a\": 86.06%}",
            "a percent sign after the number 86.06 at line 1, column 7, expected the number alone; \
             write 86.06, as the indicator's unit says what it is",
        ),
        (
            "{\"a\": 86 %}",
            "a percent sign after the number 86 at line 1, column 7, expected the number alone; \
             write 86, as the indicator's unit says what it is",
        ),
        (
            "{\"a\": 86 điểm,\n\"b\": 1}",
            "86 điểm, which is no number at line 1, column 7, expected digits with at most one \
             point; write the number alone, or a text in quotes",
        ),
        (
            "[0x1F]",
            "0x1F, which is no number at line 1, column 2, expected digits with at most one point; \
             write the number alone, or a text in quotes",
        ),
        (
            "[1e999]",
            "the number 1e999, which is too large at line 1, column 2, expected a number that a \
             computer can hold; correct it",
        ),
        (
            "{\"on\": 2025-07-01}",
            "the date 2025-07-01 without quotes at line 1, column 8, expected a date as a text; \
             write \"2025-07-01\"",
        ),
        (
            "{\"on\": 1/7/2025}",
            "the date 1/7/2025 without quotes at line 1, column 8, expected a date as a text; \
             write \"2025-07-01\"",
        ),
        (
            "[NaN]",
            "the word NaN at line 1, column 2, expected a number; write the number, or null where \
             there is none and docs/data.md allows it",
        ),
        (
            "[-Infinity]",
            "the word -Infinity at line 1, column 2, expected a number; write the number, or null \
             where there is none and docs/data.md allows it",
        ),
    ]);
}

#[test]
fn commas_and_colons() {
    assert_messages([
        (
            "[1, 2,\n]",
            "a comma before \"]\" at line 1, column 6, expected none after the last entry; remove \
             the comma, or add the entry that is missing after it",
        ),
        (
            "{\"a\": 1,}",
            "a comma before \"}\" at line 1, column 8, expected none after the last entry; remove \
             the comma, or add the entry that is missing after it",
        ),
        (
            "[1,, 2]",
            "a comma without an entry before it at line 1, column 4, expected one comma between two \
             entries; remove the comma, or add the entry that is missing before it",
        ),
        (
            "{\n  \"a\": \"x\"\n\n  \"b\": 1\n}",
            "no comma at line 2, column 11, expected one before the entry at line 4; write a comma \
             at the end of line 2",
        ),
        (
            "{\"a\": [1 2]}",
            "no comma at line 1, column 9, expected one before the entry that follows; write a comma \
             there",
        ),
        (
            "[\"a\" true]",
            "no comma at line 1, column 5, expected one before the entry that follows; write a comma \
             there",
        ),
        (
            "[\"a\"; \"b\"]",
            "\";\" at line 1, column 5, expected a comma between two entries; write \",\" there",
        ),
        (
            "{\"a\" 1}",
            "no colon after the key \"a\" at line 1, column 5, expected a colon and a value after \
             each key; write \":\" and the value there, or correct the quotes and brackets around it",
        ),
        (
            "{\"a\" = 1}",
            "an equals sign at line 1, column 6, expected a colon between key and value; write \":\" \
             there",
        ),
        (
            "[\"a\": 1]",
            "a colon after a text in a list at line 1, column 5, expected entries without keys \
             between \"[\" and \"]\"; put the key and its value between \"{\" and \"}\", or correct \
             the brackets",
        ),
        (
            "{\"a\": , \"b\": 1}",
            "no value for the key \"a\" at line 1, column 7, expected one after its colon; write the \
             value there, or remove the key if docs/data.md calls it optional",
        ),
        (
            "{\"a\":}",
            "no value for the key \"a\" at line 1, column 6, expected one after its colon; write the \
             value there, or remove the key if docs/data.md calls it optional",
        ),
    ]);
}

#[test]
fn quotes_and_words() {
    assert_messages([
        (
            "{“a”: 1}",
            "the quote “ at line 1, column 2, expected a straight quote; write \" there, and at the \
             other end of the text",
        ),
        (
            "{\"a”: \"x\"}",
            "the quote ” at line 1, column 4, expected a straight quote; write \" there, and at the \
             other end of the text",
        ),
        (
            "{\"a\": \"Bà Rịa”,\n\"b\": 1}",
            "the quote ” at line 1, column 14, expected a straight quote; write \" there, and at the \
             other end of the text",
        ),
        (
            "{'a': 1}",
            "the single quote ' at line 1, column 2, expected a straight double quote; write \" \
             there, and at the other end of the text",
        ),
        (
            "{value: 1}",
            "the key value without quotes at line 1, column 2, expected a key in straight quotes; \
             write \"value\"",
        ),
        (
            "{\"a\": chưa có,\n\"b\": 1}",
            "chưa có without quotes at line 1, column 7, expected a text in straight quotes, a \
             number, true, false or null; write \" before and after a text",
        ),
        (
            "{\"a\": None,\n\"b\": 1}",
            "the word None at line 1, column 7, expected a value of JSON; write null, or the text in \
             quotes",
        ),
        (
            "[\nTrue\n]",
            "the word True at line 2, column 1, expected a value of JSON; write true, or the text in \
             quotes",
        ),
        (
            "{\"a\": \"Tỉnh \"Đồng Nai\"\"}",
            "more text after a quote at line 1, column 14, expected the end of the text; write “ and \
             ” (or \\\" twice) for quotes inside a text; the text begins at line 1, column 7",
        ),
        (
            "{\"a\": \"x\"\"y\"}",
            "more text after a quote at line 1, column 10, expected the end of the text; write “ and \
             ” (or \\\" twice) for quotes inside a text; the text begins at line 1, column 7",
        ),
    ]);
}

#[test]
fn ends_of_texts_and_escapes() {
    assert_messages([
        (
            "{\n\"a\": \"Bà Rịa,\n\"b\": 1}",
            "a text that begins and is not closed at line 2, column 6, expected a quote at its end, \
             on the same line; write \" at its end",
        ),
        (
            "{\"a\": \"Bà\nRịa\"}",
            "a line break inside a text at line 1, column 10, expected each text on one line; join \
             the lines, or write \" at the end of the text if it should end there",
        ),
        (
            "{\"a\": \"Bà\tRịa\"}",
            "U+0009 (tab) inside a text at line 1, column 10, expected visible characters; write a \
             space there or remove it",
        ),
        (
            "{\"a\": \"C:\\data\"}",
            "the escape \\d at line 1, column 10, expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u \
             with four hex digits; write \\\\ for a backslash",
        ),
        (
            "[\"\\u12g\"]",
            "the escape \\u12 at line 1, column 3, expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u \
             with four hex digits; write \\\\ for a backslash",
        ),
        (
            "[\"\\ud83d!\"]",
            "the escape \\ud83d, which is half a character at line 1, column 3, expected both \
             halves; write the character itself in place of the escape",
        ),
    ]);
}

#[test]
fn brackets() {
    assert_messages([
        (
            "{\n  \"a\": [\n    {\"b\": 1},\n",
            "the end of the file at line 4, column 1, expected \"]}\", as \"[\" of line 2, column 8, \
             \"{\" of line 1, column 1 are not closed; if the end of the file is lost, copy it again \
             from where it came from; else write the brackets where they belong",
        ),
        (
            "[[[[[1",
            "the end of the file at line 1, column 7, expected \"]]]]]\", as \"[\" of line 1, column \
             5, \"[\" of line 1, column 4, \"[\" of line 1, column 3 and 2 more are not closed; if \
             the end of the file is lost, copy it again from where it came from; else write the \
             brackets where they belong",
        ),
        (
            "{\n  \"a\": [1}\n]",
            "\"}\" at line 2, column 10, expected \"]\", which closes \"[\" of line 2, column 8; \
             correct the bracket, or write the missing one before it",
        ),
        (
            "{}}",
            "\"}\" after the end of the document at line 1, column 3, expected as many closing \
             brackets as opening ones; remove it, or the bracket further up that closes too early",
        ),
        (
            "[{\"a\": 1,\n{\"a\": 2}]",
            "\"{\" at line 2, column 1, expected a key, as \"{\" of line 1, column 2 is not closed; \
             write \"}\" where that object ends, or the key and its colon",
        ),
        (
            "{}, {}",
            "\",\" after the end of the document at line 1, column 3, expected nothing after the \
             bracket that closes the first one; remove what follows, or the bracket before it that \
             closes too early",
        ),
    ]);
    let deep = "[".repeat(128) + &"]".repeat(128);
    assert_eq!(
        message(&deep),
        "found too many brackets within each other at line 1, column 128, expected at most 127; use \
         the form of docs/data.md, which has far fewer"
    );
}

#[test]
fn what_is_nowhere_in_json() {
    for (text, mark, column) in [
        ("{\n// x\n}", "//", 1),
        ("{\n/* x */ \"a\": 1}", "/*", 1),
        ("[1,\n2 # x\n]", "#", 3),
        ("[1,\n2] // x", "//", 4),
    ] {
        assert_eq!(
            message(text),
            format!(
                "found a comment (\"{mark}\") at line 2, column {column}, expected only data; remove \
                 it; what a reader should know belongs into \"note\""
            )
        );
    }
    assert_messages([
        (
            "{\n<<<<<<< HEAD\n\"a\": 1",
            "a mark of a merge conflict at line 2, column 1, expected the data of one version; choose \
             the right lines of the two versions and remove the lines with <<<<<<<, ======= and \
             >>>>>>>",
        ),
        (
            "{\"a\":\u{A0}1}",
            "U+00A0 (no-break space) between two words of JSON at line 1, column 6, expected plain \
             spaces; remove it and type a plain space if one is needed",
        ),
        (
            "{\"a\":1\u{A0}}",
            "U+00A0 (no-break space) between two words of JSON at line 1, column 7, expected plain \
             spaces; remove it and type a plain space if one is needed",
        ),
        (
            "{\"a\"\u{200B}: 1}",
            "U+200B (zero-width space) between two words of JSON at line 1, column 5, expected plain \
             spaces; remove it and type a plain space if one is needed",
        ),
        (
            "[(1)]",
            "\"(\" at line 1, column 2, expected a value (a text in quotes, a number, true, false, \
             null, a list or an object); correct it there",
        ),
        ("{\"a\": 1 )", "\")\" at line 1, column 9, expected a comma or \"}\"; correct it there"),
        (
            " ",
            "text that is not JSON at line 1, column 2, expected a JSON object; correct it there (a \
             missing comma or quote is the usual cause)",
        ),
    ]);
}

#[test]
fn a_fault_that_only_the_parser_knows_has_its_place_in_characters() {
    let fault = syntax_cause("{\"vi\": \"Bà\"}", 1, 11);
    assert_eq!((fault.cause.clone(), fault.position()), (Cause::Unknown, (1, 10)));
    assert_eq!(syntax_cause("[]", 7, 9).position(), (7, 9));
}

#[test]
fn a_digit_after_a_comma_is_a_key_without_quotes_if_no_number_is_before_it() {
    for text in ["{\"a\": \"x\", 5: 1}", "{\"a\": 1, \"b\": \"x\", 5: 1}"] {
        assert!(message(text).starts_with("found the key 5 without quotes"), "{}", message(text));
    }
}

#[test]
fn long_texts_are_read_in_linear_time() {
    // Each takes minutes if a piece is looked at once for every other.
    for text in
        ["[", "{\"a\":", "true,", "\"\\u0041", "\"a\"", "1,", "{}", " ", "\u{A0}", "“", "a "]
    {
        let json = format!("[{}", text.repeat(300_000));
        assert!(!message(&json).is_empty());
    }
    let list = format!("[{}1", "true, {\"a\": 0.5, \"b\": \"x\"}, ".repeat(100_000));
    assert!(message(&list).starts_with("found the end of the file"));
}
