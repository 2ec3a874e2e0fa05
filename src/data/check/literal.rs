//! Stub.
pub(crate) fn number_meant(text: &str) -> Option<String> {
    text.parse::<f64>().ok().map(|_| text.to_owned())
}
pub(crate) fn date_meant(_: &str) -> Option<String> {
    None
}
