//! A fixed text that one page has for itself.

use super::Lang;

/// A text in both languages, side by side in the file of the page that says it.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Fixed {
    /// The text in a language.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}
