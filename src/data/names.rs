//! The names by which a table may call a province.

use std::collections::HashMap;

use super::model::Province;
use super::suggest::nearest;

/// What stands before the name of a province in some tables.
const TITLES: [&str; 6] = ["tỉnh ", "thành phố ", "thủ đô ", "tp. ", "tp.", "tp "];

/// All provinces by all of their names.
#[derive(Debug)]
pub struct ProvinceNames<'a> {
    by_name: HashMap<String, &'a Province>,
}

impl<'a> ProvinceNames<'a> {
    /// Collects the id, the names in both languages, the short names and the other names of each
    /// province. Of two provinces with one name the first has it.
    pub fn of(provinces: &'a [Province]) -> Self {
        let mut by_name = HashMap::new();
        for province in provinces {
            let names = [&province.name, &province.short].into_iter().flat_map(|n| [&n.vi, &n.en]);
            for name in names.chain(&province.aliases).chain([&province.id]) {
                by_name.entry(plain(name)).or_insert(province);
            }
        }
        Self { by_name }
    }

    /// The province with this name; `None` if there is none. Letters may be small or capital, dashes and
    /// spaces as they like, and "Tỉnh" or "Thành phố" may stand before it.
    pub fn find(&self, name: &str) -> Option<&'a Province> {
        self.by_name.get(&plain(name)).copied()
    }

    /// The Vietnamese name of the province of which a name is most like this one; `None` if none is like
    /// it.
    pub fn nearest(&self, name: &str) -> Option<&'a str> {
        let mut names: Vec<&str> = self.by_name.keys().map(String::as_str).collect();
        names.sort_unstable();
        let found = nearest(&plain(name), names)?;
        self.by_name.get(found).map(|province| province.name.vi.as_str())
    }
}

/// A name without what tables write in different ways.
fn plain(name: &str) -> String {
    let lower = name.to_lowercase().replace(['–', '—', '-'], " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = TITLES.iter().find_map(|title| joined.strip_prefix(title));
    bare.map_or_else(|| joined.clone(), |bare| bare.trim_start().to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        for name in ["Bà Rịa - Vũng Tàu", "Tỉnh Bà Rịa – Vũng Tàu", "bà rịa-vũng  tàu"]
        {
            assert_eq!(plain(name), "bà rịa vũng tàu", "{name}");
        }
        for name in ["TP. Hồ Chí Minh", "TP.Hồ Chí Minh", "TP Hồ Chí Minh", "Thành phố Hồ Chí Minh"]
        {
            assert_eq!(plain(name), "hồ chí minh", "{name}");
        }
    }
}
