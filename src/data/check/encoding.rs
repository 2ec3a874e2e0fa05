//! Reads the bytes of a data file as UTF-8, and finds out what they are if they are something else.

pub(super) mod code_page;
mod program;

pub(crate) use self::program::program_of;
use std::fmt;

pub(crate) use program::Program;

/// Why the bytes of a file are no JSON text in UTF-8. Its `Display` is what follows the path in a
/// finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodingFault {
    /// Nothing but white space.
    Empty,
    /// Nothing but zero bytes.
    Zeros,
    /// UTF-8 with a byte order mark.
    ByteOrderMark,
    /// UTF-16 or UTF-32.
    Wide {
        /// 16 or 32.
        bits: u8,
    },
    /// A Vietnamese text in the code page of Windows.
    Windows1258 {
        /// The first byte that is no UTF-8.
        byte: u8,
        /// The letter that it is there.
        letter: char,
        /// Line of the byte, from 1.
        line: usize,
        /// Column of the byte in characters, from 1.
        column: usize,
    },
    /// A text in another encoding that has one byte for each letter.
    OneByte {
        /// The first byte that is no UTF-8.
        byte: u8,
        /// Line of the byte, from 1.
        line: usize,
        /// Column of the byte in characters, from 1.
        column: usize,
    },
    /// UTF-8 with some bytes that are not.
    Damaged {
        /// The first byte that is no UTF-8.
        byte: u8,
        /// Line of the byte, from 1.
        line: usize,
        /// Column of the byte in characters, from 1.
        column: usize,
    },
    /// UTF-8 that ends in the middle of a letter.
    CutOff {
        /// Line of the last letter, from 1.
        line: usize,
        /// Column of the last letter in characters, from 1.
        column: usize,
    },
    /// The file of another program.
    OtherProgram(Program),
    /// JSON that a spreadsheet has read and written as a table.
    QuotedLines {
        /// The first line with doubled quotes, from 1.
        line: usize,
    },
}

impl EncodingFault {
    /// Its line and column, from 1, if it has one.
    pub(crate) fn position(&self) -> Option<(usize, usize)> {
        match *self {
            Self::Windows1258 { line, column, .. }
            | Self::OneByte { line, column, .. }
            | Self::Damaged { line, column, .. }
            | Self::CutOff { line, column } => Some((line, column)),
            Self::QuotedLines { line } => Some((line, 1)),
            Self::Empty
            | Self::Zeros
            | Self::ByteOrderMark
            | Self::Wide { .. }
            | Self::OtherProgram(_) => None,
        }
    }
}

impl fmt::Display for EncodingFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str(
                "found an empty file, expected a JSON object; put its content back from the last \
                 version of the file, or write it in the form docs/data.md gives",
            ),
            Self::Zeros => f.write_str(
                "found nothing but zero bytes, which a computer leaves that stopped while it was \
                 writing, expected a JSON object; put the last version of the file back",
            ),
            Self::ByteOrderMark => f.write_str(
                "found a byte order mark at the start of the file, expected UTF-8 without one; save \
                 the file as \"UTF-8\", not as \"UTF-8 with BOM\"",
            ),
            Self::Wide { bits } => write!(
                f,
                "found text in UTF-{bits} (\"Unicode\" in some programs), expected UTF-8; save the \
                 file as \"UTF-8\" without a byte order mark"
            ),
            Self::Windows1258 { byte, letter, line, column } => write!(
                f,
                "found the byte 0x{byte:02X} at line {line}, column {column}, which is \"{letter}\" \
                 in Windows-1258 (Vietnamese), expected UTF-8; open the file in an editor as \
                 Windows-1258, save it as \"UTF-8\" and read its texts over"
            ),
            Self::OneByte { byte, line, column } => write!(
                f,
                "found the byte 0x{byte:02X} at line {line}, column {column}, as in \"ANSI\" or \
                 Windows-1252, expected UTF-8; save the file as \"UTF-8\", and type letters again \
                 that were lost (\"?\" in their place)"
            ),
            Self::Damaged { byte, line, column } => write!(
                f,
                "found the byte 0x{byte:02X} at line {line}, column {column}, which is no letter, in \
                 a file that is otherwise UTF-8, expected UTF-8; type the word again there and save \
                 the file as \"UTF-8\""
            ),
            Self::CutOff { line, column } => write!(
                f,
                "found the end of the file in the middle of a letter at line {line}, column \
                 {column}, expected the whole file; it was cut off, so copy it again from where it \
                 came from"
            ),
            Self::OtherProgram(program) => program.fmt(f),
            Self::QuotedLines { line } => write!(
                f,
                "found quotes that are doubled at line {line}, as a spreadsheet writes them, expected \
                 JSON; put the last version of the file back and correct it in an editor for plain \
                 text, not in a spreadsheet"
            ),
        }
    }
}

/// The text of a file.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, EncodingFault> {
    if let Some(bits) = wide(bytes) {
        return Err(EncodingFault::Wide { bits });
    }
    if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return Err(EncodingFault::Zeros);
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF");
    let content = rest.unwrap_or(bytes);
    // What another program has written is no better for being saved as UTF-8, so this comes first.
    if let Some(fault) = program::foreign(content) {
        return Err(fault);
    }
    if rest.is_some() {
        return Err(EncodingFault::ByteOrderMark);
    }
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))
}

/// The text of a spreadsheet that was saved as CSV. What another program has written is told by
/// [`program_of`].
pub(crate) fn decode_sheet(bytes: &[u8]) -> Result<&str, EncodingFault> {
    if let Some(bits) = wide(bytes) {
        return Err(EncodingFault::Wide { bits });
    }
    // Spreadsheet programs write a byte order mark, and cannot leave it out.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))
}

/// 16 or 32 if the bytes are a text in UTF-16 or UTF-32, of either order: by its byte order mark, or by
/// the zero bytes that the signs of JSON have there.
fn wide(bytes: &[u8]) -> Option<u8> {
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Some(32);
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(16);
    }
    // The first eight characters tell; later ones may be letters without a zero byte.
    let zeros: Vec<bool> = bytes.iter().take(32).map(|byte| *byte == 0).collect();
    let repeats = |pattern: &[bool]| {
        let mut units = zeros.chunks_exact(pattern.len());
        units.len() > 0 && units.all(|unit| unit == pattern)
    };
    if repeats(&[false, true, true, true]) || repeats(&[true, true, true, false]) {
        return Some(32);
    }
    // Vietnamese letters may come as early as in the second word.
    let mostly = |pattern: &[bool]| {
        let units = zeros.chunks_exact(2);
        let (all, alike) = (units.len(), units.filter(|unit| *unit == pattern).count());
        all > 1 && alike * 2 > all
    };
    (mostly(&[false, true]) || mostly(&[true, false])).then_some(16)
}

/// What bytes are that are no UTF-8.
fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> EncodingFault {
    let (good, bad) = bytes.split_at_checked(error.valid_up_to()).unwrap_or((bytes, &[]));
    let good = String::from_utf8_lossy(good);
    let line = good.matches('\n').count() + 1;
    let column = good.chars().rev().take_while(|letter| *letter != '\n').count() + 1;
    let byte = bad.first().copied().unwrap_or_default();
    let (letters, faults) = bytes.utf8_chunks().fold((0, 0), |(letters, faults), chunk| {
        let found = chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        (letters + found, faults + usize::from(!chunk.invalid().is_empty()))
    });
    // Two letters of another encoding are one of UTF-8 now and then, but not more often than not.
    if error.error_len().is_none() && letters > 0 {
        EncodingFault::CutOff { line, column }
    } else if letters > faults {
        EncodingFault::Damaged { byte, line, column }
    } else if code_page::is_windows_1258(bytes) {
        EncodingFault::Windows1258 { byte, letter: code_page::letter(byte), line, column }
    } else {
        EncodingFault::OneByte { byte, line, column }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes).err().map(|fault| fault.to_string()).unwrap_or_default()
    }

    fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    const TEXT: &str = "{\n  \"vi\": \"Bà Rịa – Vũng Tàu\"\n}\n";

    #[test]
    fn utf_8_is_read() {
        assert_eq!(decode(TEXT.as_bytes()), Ok(TEXT));
        assert_eq!(decode(b"[]"), Ok("[]"));
        // Not JSON, but no fault of the encoding.
        assert_eq!(decode("x".as_bytes()), Ok("x"));
    }

    #[test]
    fn wide_text_is_recognized() {
        let expected = "found text in UTF-16 (\"Unicode\" in some programs), expected UTF-8; save the \
                        file as \"UTF-8\" without a byte order mark";
        for text in [TEXT.to_owned(), format!("\u{FEFF}{TEXT}"), "[]".to_owned()] {
            assert_eq!(message(&utf_16(&text, u16::to_le_bytes)), expected);
            assert_eq!(message(&utf_16(&text, u16::to_be_bytes)), expected);
            let bytes: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            assert_eq!(message(&bytes), expected.replace("16", "32"));
            let bytes: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
            assert_eq!(message(&bytes), expected.replace("16", "32"));
        }
    }

    #[test]
    fn a_byte_order_mark_is_named() {
        assert_eq!(
            message(format!("\u{FEFF}{TEXT}").as_bytes()),
            "found a byte order mark at the start of the file, expected UTF-8 without one; save the \
             file as \"UTF-8\", not as \"UTF-8 with BOM\""
        );
    }

    #[test]
    fn an_empty_file_is_named() {
        let expected = "found an empty file, expected a JSON object; put its content back from the \
                        last version of the file, or write it in the form docs/data.md gives";
        for text in ["", " \r\n\t", "\u{FEFF}", "\u{FEFF}\u{A0}\n"] {
            assert_eq!(message(text.as_bytes()), expected);
        }
        assert_eq!(
            message(&[0; 9]),
            "found nothing but zero bytes, which a computer leaves that stopped while it was writing, \
             expected a JSON object; put the last version of the file back"
        );
    }

    #[test]
    fn other_encodings_are_told_apart() {
        // "Bà Rịa" is the same up to "ị", which Windows-1258 writes as "i" and a dot below.
        assert_eq!(
            message(b"{\n  \"vi\": \"B\xE0 Ri\xF2a\"\n}"),
            "found the byte 0xE0 at line 2, column 11, which is \"à\" in Windows-1258 (Vietnamese), \
             expected UTF-8; open the file in an editor as Windows-1258, save it as \"UTF-8\" and \
             read its texts over"
        );
        assert_eq!(
            message(b"{\n  \"vi\": \"\xF0\xF4 th\xEA\xEC\"\n}"),
            "found the byte 0xF0 at line 2, column 10, which is \"đ\" in Windows-1258 (Vietnamese), \
             expected UTF-8; open the file in an editor as Windows-1258, save it as \"UTF-8\" and \
             read its texts over"
        );
        assert_eq!(
            message(b"{\"vi\": \"H\xE0 N?i\"}"),
            "found the byte 0xE0 at line 1, column 10, as in \"ANSI\" or Windows-1252, expected \
             UTF-8; save the file as \"UTF-8\", and type letters again that were lost (\"?\" in their \
             place)"
        );
    }

    #[test]
    fn damage_to_utf_8_is_named() {
        assert_eq!(
            message("{\"vi\": \"Bà Rịa – V\u{0}\"}".replace('\u{0}', "ũ").as_bytes()),
            String::new()
        );
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.extend(b"\xE0 x");
        assert_eq!(
            message(&bytes),
            "found the byte 0xE0 at line 4, column 1, which is no letter, in a file that is otherwise \
             UTF-8, expected UTF-8; type the word again there and save the file as \"UTF-8\""
        );
        assert_eq!(
            message(b"{\"vi\": \"Th\xE1\xBB\xA7 \xC4"),
            "found the end of the file in the middle of a letter at line 1, column 13, expected the \
             whole file; it was cut off, so copy it again from where it came from"
        );
    }

    #[test]
    fn a_place_is_given_where_there_is_one() {
        let place = |bytes: &[u8]| decode(bytes).err().map(|fault| fault.position());
        assert_eq!(place(b"{\n\"\xFF\""), Some(Some((2, 2))));
        assert_eq!(place(b"{\n\"  \"\"id\"\": 1\""), Some(Some((2, 1))));
        assert_eq!(place(b"\xFF\xFE"), Some(None));
    }

    proptest! {
        #[test]
        fn any_bytes_have_a_text_or_a_message(bytes: Vec<u8>) {
            match decode(&bytes) {
                Ok(text) => prop_assert_eq!(text.as_bytes(), &bytes),
                Err(fault) => prop_assert!(fault.to_string().contains(", expected ")),
            }
        }

        #[test]
        fn any_object_in_utf_8_is_read(key in "[a-z]+", text in "[^\"\\\\[:cntrl:]]*") {
            let json = format!("{{\"{key}\": \"{text}\"}}");
            prop_assert_eq!(decode(json.as_bytes()), Ok(json.as_str()));
        }
    }
}
