//! Stub.
#[derive(Clone, Debug, PartialEq)]
pub enum EncodingFault {
    Stub,
}
impl std::fmt::Display for EncodingFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("found stub, expected stub; stub")
    }
}
impl EncodingFault {
    pub(crate) fn position(&self) -> Option<(usize, usize)> {
        None
    }
}
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, EncodingFault> {
    std::str::from_utf8(bytes).map_err(|_| EncodingFault::Stub)
}
