//! Percent-encoding of a part of a path or of a query (RFC 3986, UTF-8).

/// Encodes a text: letters, digits and `-._~,/` stay, and every other byte becomes `%XX`.
pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    push_encoded(&mut encoded, text, b"-._~,/");
    encoded
}

/// Adds a text to a URL: ASCII letters, digits and the bytes of `kept` stay, and every other byte becomes
/// `%XX`.
pub(super) fn push_encoded(url: &mut String, text: &str, kept: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push('%');
            url.push(char::from(HEX[usize::from(byte >> 4)]));
            url.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Decodes a text: `%XX` becomes the byte, and in a query `+` becomes a space. Invalid escapes stay as
/// they are; bytes that are not UTF-8 become U+FFFD.
pub(super) fn decode(text: &str, is_query: bool) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut idx = 0;
    while idx < bytes.len() {
        let decoded_byte = (bytes[idx] == b'%')
            .then(|| Some(hex(*bytes.get(idx + 1)?)? * 16 + hex(*bytes.get(idx + 2)?)?))
            .flatten();
        if let Some(byte) = decoded_byte {
            decoded.push(byte);
            idx += 3;
        } else {
            decoded.push(if is_query && bytes[idx] == b'+' { b' ' } else { bytes[idx] });
            idx += 1;
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}
