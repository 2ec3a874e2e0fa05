//! Stub.
#[derive(Clone, Debug, PartialEq)]
pub enum SyntaxFault {
    Stub,
}
impl std::fmt::Display for SyntaxFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("found stub, expected stub; stub")
    }
}
impl SyntaxFault {
    pub(crate) fn position(&self) -> Option<(usize, usize)> {
        None
    }
}
pub(crate) fn syntax_cause(_: &str, _: usize, _: usize) -> SyntaxFault {
    SyntaxFault::Stub
}
