//! Finds provinces by any of their names, from before and after the mergers.

use super::fold::{fold, matches};

/// The first of the names that a query matches; `None` if it matches none of them, or is empty.
///
/// Each name is compared on its own: a word of one name and a word of another do not match together. A
/// title in the query ("tỉnh", "province") is ignored, and a name may be written as one word.
///
/// ```
/// use tinhso::i18n::search::name_found;
/// let names = ["Bà Rịa – Vũng Tàu", "BR-VT"];
/// assert_eq!(name_found(names, "tinh ba ria"), Some("Bà Rịa – Vũng Tàu"));
/// assert_eq!(name_found(names, "vungtau"), None);
/// assert_eq!(name_found(names, "br vt"), Some("BR-VT"));
/// assert_eq!(name_found(names, ""), None);
/// ```
pub fn name_found<'n>(names: impl IntoIterator<Item = &'n str>, query: &str) -> Option<&'n str> {
    let query = fold(query);
    let name = without_title(&query);
    if name.is_empty() {
        return None;
    }
    let joined = |folded: &str| folded.split_whitespace().collect::<String>();
    names.into_iter().find(|own| {
        let own = fold(own);
        matches(&own, name) || joined(&own).starts_with(name)
    })
}

/// A folded query without the title before or after the name.
fn without_title(query: &str) -> &str {
    let query = query.strip_suffix(" province").unwrap_or(query);
    let titles = ["tinh ", "thanh pho ", "tp "];
    titles.iter().find_map(|title| query.strip_prefix(title)).unwrap_or(query)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_found_however_it_is_asked_for() {
        let names = ["Thành phố Đà Nẵng", "Đà Nẵng", "Da Nang City"];
        for query in ["đà nẵng", "DA NANG", "tp da nang", "tỉnh Đà Nẵng", "thành phố đà", "nang"]
        {
            assert_eq!(name_found(names, query), Some(names[0]), "{query}");
        }
        assert_eq!(name_found(names, "danang"), Some(names[1]));
        assert_eq!(name_found(names, "da nang city"), Some(names[2]));
        assert_eq!(name_found(["Bình Phước"], "binh phuoc province"), Some("Bình Phước"));
    }

    #[test]
    fn words_of_two_names_are_no_name() {
        assert_eq!(name_found(["Bà Rịa – Vũng Tàu", "Côn Đảo"], "ba ria con dao"), None);
        assert_eq!(name_found(["Huế"], "hanoi"), None);
    }

    #[test]
    fn nothing_asked_for_finds_nothing() {
        for query in ["", "  ", "–", "!?"] {
            assert_eq!(name_found(["Huế"], query), None, "{query:?}");
        }
        assert_eq!(name_found([], "hue"), None);
    }

    proptest! {
        #[test]
        fn every_name_is_found_by_itself(names in prop::collection::vec(any::<String>(), 0..5)) {
            for name in &names {
                let found = name_found(names.iter().map(String::as_str), name);
                let is_title = without_title(&fold(name)) != fold(name);
                prop_assert!(found.is_some() || fold(name).is_empty() || is_title);
            }
        }
    }
}
