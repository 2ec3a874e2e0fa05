//! Finds names as people type them: with or without marks, in part, as one word, by their initials, and with
//! one slip of the finger.

use super::fold::fold;
use crate::order;

/// How a query matches a name, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// It is the name.
    Whole,
    /// The name begins with it.
    Beginning,
    /// It stands in the name as it is, from the beginning of a word.
    Phrase,
    /// Each of its words begins a word of the name.
    Words,
    /// Its letters begin the words of the name, one after the other: "dvc" of "dịch vụ công".
    Initials,
    /// Each of its words begins a word of what is told of the entry.
    Elsewhere,
    /// Each of its words but one begins a word of the name, and that one differs from a word of the name by
    /// one slip: a letter too much, too few, another one, or two that changed places.
    Slip,
}

/// An entry that can be searched for, by its names and by what else is told of it.
#[derive(Clone, Debug)]
pub struct Searchable {
    /// Each name as it is written, and folded.
    names: Vec<(String, String)>,
    /// The rest, folded.
    text: String,
}

/// An entry that a query has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'e> {
    /// Its place among the entries.
    pub entry: usize,
    /// The name that it was found by, the first one if several match; `None` if it was found by what else is
    /// told of it.
    pub name: Option<&'e str>,
}

/// A match: how close, where in the name it begins, how long the name is, and which name it is.
type Match = (Closeness, usize, usize, Option<usize>);

impl Searchable {
    /// An entry with these names, and with these further texts.
    pub fn new<'t>(
        names: impl IntoIterator<Item = &'t str>,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        for name in names {
            let folded = fold(name);
            if !folded.is_empty() && all.iter().all(|(_, other)| *other != folded) {
                all.push((name.to_owned(), folded));
            }
        }
        let texts: Vec<&str> = texts.into_iter().collect();
        Self { names: all, text: fold(&texts.join(" ")) }
    }

    fn matched(&self, query: &str) -> Option<Match> {
        let of_name = |(idx, (_, name)): (usize, &(String, String))| {
            let (closeness, at) = closeness(name, query)?;
            Some((closeness, at, name.len(), Some(idx)))
        };
        let matches: Vec<Match> = self.names.iter().enumerate().filter_map(of_name).collect();
        let first = matches.iter().find(|(closeness, ..)| *closeness <= Closeness::Words);
        // The first name is the usual one: where it matches, too, nobody need be told of another.
        let told = first.map(|(.., name)| *name);
        let best = matches
            .iter()
            .min()
            .map(|(closeness, at, len, name)| (*closeness, *at, *len, told.unwrap_or(*name)));
        let in_text =
            || begins_words(&self.text, query).then_some((Closeness::Elsewhere, 0, 0, None));
        best.filter(|(closeness, ..)| *closeness < Closeness::Slip).or_else(in_text).or(best)
    }
}

/// The entries that a query finds, the closest first. Equally close ones stay in their order. A slip is only
/// looked for where nothing is found without one. A query without a letter or a digit finds nothing.
///
/// ```
/// use tinhso::i18n::search::{Searchable, find};
/// let names = ["Bạc Liêu", "Bà Rịa – Vũng Tàu", "Hồ sơ trực tuyến", "Số hộ"];
/// let entries = names.map(|name| Searchable::new([name], []));
/// let found = |query| find(&entries, query).into_iter().map(|f| names[f.entry]).collect::<Vec<_>>();
/// assert_eq!(found("ho so"), ["Hồ sơ trực tuyến", "Số hộ"]);
/// assert_eq!(found("tỉnh bạc liêu"), ["Bạc Liêu"]);
/// assert_eq!(found("bac liu"), ["Bạc Liêu"]);
/// assert_eq!(found("brvt"), ["Bà Rịa – Vũng Tàu"]);
/// assert!(found("–").is_empty());
/// ```
pub fn find<'e>(entries: &'e [Searchable], query: &str) -> Vec<Found<'e>> {
    let folded = fold(query);
    let query = without_title(&folded);
    if query.is_empty() {
        return Vec::new();
    }
    let matched = |(idx, entry): (usize, &Searchable)| Some((entry.matched(query)?, idx));
    let mut found: Vec<(Match, usize)> = entries.iter().enumerate().filter_map(matched).collect();
    let is_slip = |((closeness, ..), _): &(Match, usize)| *closeness == Closeness::Slip;
    if found.iter().any(|one| !is_slip(one)) {
        found.retain(|one| !is_slip(one));
    }
    order::sort_by_key(&mut found, |((closeness, at, len, _), idx)| (*closeness, *at, *len, *idx));
    let found = found.into_iter().map(|((.., name), entry)| {
        let names = entries.get(entry).map(|entry| &entry.names);
        let name = names.zip(name).and_then(|(names, idx)| names.get(idx));
        Found { entry, name: name.map(|(name, _)| name.as_str()) }
    });
    found.collect()
}

/// A folded query without the title before or after the name of a province.
fn without_title(query: &str) -> &str {
    let query = query.strip_suffix(" province").unwrap_or(query);
    let titles = ["tinh ", "thanh pho ", "tp "];
    titles.iter().find_map(|title| query.strip_prefix(title)).unwrap_or(query)
}

/// How a query matches a name, both folded, and at which word or letter of the name.
fn closeness(name: &str, query: &str) -> Option<(Closeness, usize)> {
    let [joined_name, joined_query] = [name, query].map(joined);
    if joined_name == joined_query {
        return Some((Closeness::Whole, 0));
    }
    if joined_name.starts_with(&joined_query) {
        return Some((Closeness::Beginning, 0));
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1);
    if let Some(at) = starts.into_iter().find(|at| joined(&name[*at..]).starts_with(&joined_query))
    {
        return Some((Closeness::Phrase, at));
    }
    if begins_words(name, query) {
        return Some((Closeness::Words, 0));
    }
    let initials: String = name.split(' ').filter_map(|word| word.chars().next()).collect();
    if joined_query.chars().count() > 1
        && let Some(at) = initials.find(&joined_query)
    {
        return Some((Closeness::Initials, at));
    }
    begins_words_but_for_a_slip(name, query).then_some((Closeness::Slip, 0))
}

fn joined(folded: &str) -> String {
    folded.split(' ').collect()
}

/// Whether each word of a query begins a word of a text.
fn begins_words(text: &str, query: &str) -> bool {
    query.split(' ').all(|wanted| text.split(' ').any(|word| word.starts_with(wanted)))
}

/// The fewest letters of a word in which a slip is forgiven: most words of three letters are one letter away from
/// several others.
const MIN_LETTERS: usize = 3;

fn begins_words_but_for_a_slip(text: &str, query: &str) -> bool {
    let is_whole = |wanted: &&str| text.split(' ').any(|word| word.starts_with(*wanted));
    let mut others = query.split(' ').filter(|wanted| !is_whole(wanted));
    let (Some(slipped), None) = (others.next(), others.next()) else { return false };
    slipped.chars().count() >= MIN_LETTERS
        && (text.split(' ').any(|word| is_one_slip_away(slipped, word))
            || is_one_slip_away(&joined(query), &joined(text)))
}

/// Whether one letter too much, too few or another one, or two letters that changed places, make one word of
/// the other.
fn is_one_slip_away(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let n_same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (a, b) = (&one[n_same..], &other[n_same..]);
    match (a, b) {
        ([], []) => false,
        ([], [_]) | ([_], []) => true,
        ([a0, a1, rest @ ..], [b0, b1, others @ ..]) if (a0, a1) == (b1, b0) && rest == others => {
            true
        }
        _ => {
            let [rest_a, rest_b] = [a, b].map(|word| word.get(1..).unwrap_or_default());
            (rest_a == rest_b && !a.is_empty() && !b.is_empty()) || rest_a == b || a == rest_b
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entries(names: &[&str]) -> Vec<Searchable> {
        names.iter().map(|name| Searchable::new([*name], [])).collect()
    }

    /// The names that a query finds, in order.
    fn found<'n>(names: &[&'n str], query: &str) -> Vec<&'n str> {
        find(&entries(names), query).into_iter().map(|found| names[found.entry]).collect()
    }

    #[test]
    fn a_name_is_found_however_it_is_asked_for() {
        for query in
            ["đà nẵng", "DA NANG", "tp da nang", "tỉnh Đà Nẵng", "thành phố đà", "nang", "danang"]
        {
            assert_eq!(found(&["Huế", "Thành phố Đà Nẵng"], query).len(), 1, "{query}");
        }
        assert_eq!(found(&["Bình Phước"], "binh phuoc province"), ["Bình Phước"]);
    }

    #[test]
    fn the_closest_come_first() {
        let names =
            ["Số hộ dùng Internet", "Kết quả hồ sơ", "Hồ sơ sức khỏe", "Hồ sơ", "Hạ tầng ở sông"];
        assert_eq!(
            found(&names, "ho so"),
            ["Hồ sơ", "Hồ sơ sức khỏe", "Kết quả hồ sơ", "Số hộ dùng Internet"]
        );
        assert_eq!(
            found(&["Dịch vụ công trực tuyến", "DVC"], "dvc"),
            ["DVC", "Dịch vụ công trực tuyến"]
        );
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for query in
            ["bac liu", "bạc liệuu", "bac leiu", "bca lieu", "vac lieu", "baclieu", "baclieuu"]
        {
            assert_eq!(found(&["Bạc Liêu", "Bắc Ninh"], query), ["Bạc Liêu"], "{query}");
        }
        assert_eq!(found(&["Bạc Liêu"], "bca liu"), [""; 0]);
        // Where something is found as it is asked for, nothing else is.
        assert_eq!(found(&["Huế", "Hủy"], "hue"), ["Huế"]);
        // So short a word is not guessed at.
        assert_eq!(found(&["Hà Nội"], "hq"), [""; 0]);
    }

    #[test]
    fn words_of_two_names_are_no_name() {
        let unit = [Searchable::new(["Bà Rịa – Vũng Tàu", "Côn Đảo"], [])];
        assert_eq!(find(&unit, "ba ria con dao"), []);
        assert_eq!(find(&unit, "con dao"), [Found { entry: 0, name: Some("Côn Đảo") }]);
    }

    #[test]
    fn what_is_told_of_an_entry_finds_it_last() {
        let entries =
            [Searchable::new(["Hồ sơ"], ["BR-VT Vũng Tàu"]), Searchable::new(["Vũng Tàu"], [])];
        let found = find(&entries, "vung tau");
        assert_eq!(found[0], Found { entry: 1, name: Some("Vũng Tàu") });
        assert_eq!(found[1], Found { entry: 0, name: None });
    }

    #[test]
    fn nothing_asked_for_finds_nothing() {
        for query in ["", "  ", "–", "!?"] {
            assert_eq!(found(&["Huế"], query), [""; 0], "{query:?}");
        }
        assert_eq!(found(&[], "hue"), [""; 0]);
    }

    proptest! {
        #[test]
        fn every_name_is_found_by_itself(names in prop::collection::vec(any::<String>(), 0..5)) {
            let entries: Vec<Searchable> =
                names.iter().map(|name| Searchable::new([name.as_str()], [])).collect();
            for (idx, name) in names.iter().enumerate() {
                let is_title = without_title(&fold(name)) != fold(name);
                let is_found = find(&entries, name).iter().any(|found| found.entry == idx);
                prop_assert!(is_found || fold(name).is_empty() || is_title);
            }
        }

        #[test]
        fn a_slip_is_one_both_ways(one in "[a-c]{0,5}", other in "[a-c]{0,5}") {
            prop_assert_eq!(is_one_slip_away(&one, &other), is_one_slip_away(&other, &one));
        }
    }
}
