//! The type of fixed texts that only one page uses.

use super::Lang;

/// A fixed text in both languages. It is declared in the file of the only page that uses it.
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
