//! Stub.
#[derive(Clone, Debug, PartialEq)]
pub enum TextFault {
    Stub,
}
impl std::fmt::Display for TextFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("found stub, expected stub; stub")
    }
}
impl TextFault {
    pub(crate) fn position(&self) -> Option<(usize, usize)> {
        None
    }
}
pub(crate) fn text_fault(text: &str) -> Option<TextFault> {
    (!unicode_normalization::is_nfc(text)).then_some(TextFault::Stub)
}
