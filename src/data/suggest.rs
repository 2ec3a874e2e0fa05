//! "Did you mean": finds the known word that is most like an unknown one.

/// A word of more letters is not searched for: nobody writes one by a slip, and the time of a comparison
/// grows with the square of its length.
const MAX_LETTERS: usize = 200;

/// The candidate with the smallest edit distance from `word`; of equals the first. `None` if every
/// candidate differs in more than a third of the word's letters (at least one), so that a typing error
/// is unlikely.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(MAX_LETTERS + 1).collect();
    if word.len() > MAX_LETTERS {
        return None;
    }
    let mut limit = (word.len() / 3).max(1);
    let mut found = None;
    for candidate in candidates {
        if let Some(distance) = distance_within(&word, candidate, limit) {
            found = Some(candidate);
            // Only a smaller distance is of interest from here on.
            let Some(smaller) = distance.checked_sub(1) else { break };
            limit = smaller;
        }
    }
    found
}

/// How many edits turn `a` into `b`: a letter inserted, deleted or replaced, or two neighbors swapped
/// (optimal string alignment: Levenshtein's distance of 1966 with Damerau's swap of 1964).
pub fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let longest = a.len().max(b.len());
    distance_within(&a, b, longest).unwrap_or(longest)
}

/// The edit distance of two words, if it is at most `limit`.
fn distance_within(a: &[char], b: &str, limit: usize) -> Option<usize> {
    // A letter has up to four bytes. Each letter that one word has more is an edit.
    if b.len() / 4 > a.len() + limit || b.len() + limit < a.len() {
        return None;
    }
    let b: Vec<char> = b.chars().collect();
    let n_first = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[n_first..], &b[n_first..]);
    let n_last = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - n_last], &b[..b.len() - n_last]);
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    // Three rows of the distance table: the distances of the first `i - 1`, `i` and `i + 1` letters of
    // `a` from each prefix of `b`. Far from the diagonal all distances are above the limit.
    let far = limit + 1;
    let mut before = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = before.clone();
    for i in 0..a.len() {
        row.fill(far);
        row[0] = i + 1;
        for j in i.saturating_sub(limit)..b.len().min(i + far) {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut fewest = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                fewest = fewest.min(before[j - 1] + 1);
            }
            row[j + 1] = fewest;
        }
        if row.iter().all(|distance| *distance > limit) {
            return None;
        }
        std::mem::swap(&mut before, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_slip_is_recognized_and_another_word_is_not() {
        let known = ["value", "source", "period"];
        assert_eq!(nearest("valeu", known), Some("value"));
        assert_eq!(nearest("sorce", known), Some("source"));
        assert_eq!(nearest("perod", known), Some("period"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn of_equals_the_first_is_taken_and_a_nearer_one_before_it() {
        assert_eq!(nearest("abcd", ["abce", "abcf"]), Some("abce"));
        assert_eq!(nearest("abcdefgh", ["abcdefxy", "abcdefgx", "abcdefgy"]), Some("abcdefgx"));
        assert_eq!(nearest("abcd", ["abce", "abcd"]), Some("abcd"));
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }

    proptest! {
        #[test]
        fn a_limit_changes_no_distance_within_it(
            a in "[abđ]{0,9}", b in "[abđ]{0,9}", limit in 0..9_usize,
        ) {
            let letters: Vec<char> = a.chars().collect();
            let distance = whole_table(&letters, &b.chars().collect::<Vec<char>>());
            prop_assert_eq!(edit_distance(&a, &b), distance);
            let within = Some(distance).filter(|distance| *distance <= limit);
            prop_assert_eq!(distance_within(&letters, &b, limit), within);
        }
    }

    /// The same distance by its definition, without leaving anything out.
    fn whole_table(a: &[char], b: &[char]) -> usize {
        let (Some((x, a_rest)), Some((y, b_rest))) = (a.split_last(), b.split_last()) else {
            return a.len() + b.len();
        };
        let replaced = whole_table(a_rest, b_rest) + usize::from(x != y);
        let fewest = if x == y {
            replaced
        } else {
            replaced.min(whole_table(a_rest, b) + 1).min(whole_table(a, b_rest) + 1)
        };
        match (a_rest.split_last(), b_rest.split_last()) {
            (Some((x2, a_rest)), Some((y2, b_rest))) if x == y2 && x2 == y => {
                fewest.min(whole_table(a_rest, b_rest) + 1)
            }
            _ => fewest,
        }
    }

    #[test]
    fn each_edit_counts_once() {
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "abc", 0),
            ("abc", "acb", 1),
            ("abc", "ab", 1),
            ("abc", "abxc", 1),
            ("abc", "axc", 1),
            ("ca", "abc", 3),
            ("kitten", "sitting", 3),
            ("", "đường", 5),
        ] {
            assert_eq!((edit_distance(a, b), edit_distance(b, a)), (expected, expected), "{a} {b}");
        }
    }
}
