//! The width of texts, and where they are wrapped.
//!
//! Figures are laid out without a browser, so that the same specification gives the same bytes natively
//! and in WebAssembly. Widths therefore come from one table. For each letter it has the widest of three
//! common sans-serif fonts (Noto Sans, Liberation Sans, `DejaVu` Sans): labels are measured a little
//! too wide rather than too narrow, and labels that do not touch here do not touch on a screen either.

/// The advance widths of U+0020 to U+007E in thousandths of the font size. All digits have the same
/// width, because figures use tabular digits.
const ASCII_WIDTHS: [u16; 95] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 551, 838, 318, 361, 318, 372, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723, 771, 667,
    611, 778, 752, 339, 500, 667, 558, 907, 760, 788, 667, 788, 723, 667, 611, 732, 685, 989, 686,
    667, 686, 391, 372, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 413, 521, 393, 634, 592, 818, 592, 592, 525, 637, 551, 637, 838,
];

/// The width of letters outside the table, in thousandths: wider than any Latin letter, and enough for
/// ideographs.
const UNKNOWN_WIDTH: u16 = 1050;

/// How much wider bold letters are. The largest measured ratio between Noto Sans Bold and the table is
/// 1.11, for short words of narrow letters.
const BOLD_FACTOR: f64 = 1.11;

/// The distance between two baselines, in font sizes: room for a capital with two stacked marks
/// (Ẫ, Ộ) under a letter with a descender.
pub const LINE_HEIGHT: f64 = 1.3;

/// From the top of a line to its baseline, in font sizes.
pub const ASCENT: f64 = 1.0;

/// The width of `text` on one line, in the unit of `size`.
///
/// It is never less than the width in the fonts named above, and exceeds the widest of them by less
/// than a sixth. Combining marks and other zero-width characters have no width.
///
/// ```
/// use tinhso::chart::text::width;
/// assert_eq!(width("2022", 10.0, false), 4.0 * 6.37);
/// assert_eq!(width("Ế", 10.0, false), width("E", 10.0, false));
/// ```
pub fn width(text: &str, size: f64, is_bold: bool) -> f64 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(advance(letter))).sum();
    let weight = if is_bold { BOLD_FACTOR } else { 1.0 };
    f64::from(thousandths) * size * weight / 1000.0
}

/// Wraps a text into lines that are not wider than `max_width` (in the unit of `size`).
///
/// Lines break at spaces; a word that is wider than a line is broken between letters. Lines have no
/// space at their ends. An empty or blank text has no lines. If `max_width` is too small for a letter,
/// each line has one letter.
pub fn wrap(text: &str, size: f64, is_bold: bool, max_width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&joined, size, is_bold) <= max_width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            // A combining mark adds no width, so it stays with its letter.
            if width(&line, size, is_bold) > max_width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The width of the widest line.
pub fn widest(lines: &[String], size: f64, is_bold: bool) -> f64 {
    lines.iter().map(|line| width(line, size, is_bold)).fold(0.0, f64::max)
}

/// Prepares a text for a figure: drops control characters and marks that change the reading direction,
/// and turns runs of white space into one space.
///
/// The rest is allowed in XML 1.0; `&`, `<` and quotes are escaped when they are written.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}' {
            if !cleaned.is_empty() && !cleaned.ends_with(' ') {
                cleaned.push(' ');
            }
        } else if !is_unwanted(letter) {
            cleaned.push(letter);
        }
    }
    cleaned.truncate(cleaned.trim_end_matches(' ').len());
    cleaned
}

/// Whether a character is dropped: control characters, which XML forbids or nobody sees, and marks that
/// change the reading direction.
fn is_unwanted(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn advance(letter: char) -> u16 {
    let base = base_letter(letter);
    if let Some(index) = u32::from(base).checked_sub(0x20)
        && let Some(width) = ASCII_WIDTHS.get(index as usize)
    {
        return *width;
    }
    match base {
        'đ' => 635,
        'Đ' => 775,
        'ơ' => 617,
        'Ơ' => 913,
        'ư' => 690,
        'Ư' => 858,
        '·' | '‘' | '’' | '\u{a0}' | '\u{202f}' => 318,
        '“' | '”' => 518,
        '–' => 556,
        '°' => 500,
        '¶' => 655,
        '≈' | '≥' | '≤' | '−' | '×' | '±' => 838,
        '—' | '…' | '→' | '←' => 1000,
        '\u{0300}'..='\u{036f}' | '\u{200b}'..='\u{200d}' => 0,
        _ => UNKNOWN_WIDTH,
    }
}

/// The letter without marks, which is as wide: Vietnamese marks are above or below a letter, and only
/// horns make it wider.
fn base_letter(letter: char) -> char {
    match letter {
        'À'..='Å' | 'Ă' => 'A',
        'à'..='å' | 'ă' => 'a',
        'Ç' => 'C',
        'ç' => 'c',
        'È'..='Ë' => 'E',
        'è'..='ë' => 'e',
        'Ì'..='Ï' | 'Ĩ' => 'I',
        'ì'..='ï' | 'ĩ' => 'i',
        'Ñ' => 'N',
        'ñ' => 'n',
        'Ò'..='Ö' => 'O',
        'ò'..='ö' => 'o',
        'Ù'..='Ü' | 'Ũ' => 'U',
        'ù'..='ü' | 'ũ' => 'u',
        'Ý' => 'Y',
        'ý' | 'ÿ' => 'y',
        '\u{1ea0}'..='\u{1ef9}' => base_of_marked(letter),
        _ => letter,
    }
}

/// As [`base_letter`], for the Vietnamese block U+1EA0 to U+1EF9, in which capitals and small letters
/// alternate.
fn base_of_marked(letter: char) -> char {
    let (capital, small) = match letter {
        '\u{1ea0}'..='\u{1eb7}' => ('A', 'a'),
        '\u{1eb8}'..='\u{1ec7}' => ('E', 'e'),
        '\u{1ec8}'..='\u{1ecb}' => ('I', 'i'),
        '\u{1ecc}'..='\u{1ed9}' => ('O', 'o'),
        '\u{1eda}'..='\u{1ee3}' => ('Ơ', 'ơ'),
        '\u{1ee4}'..='\u{1ee7}' => ('U', 'u'),
        '\u{1ee8}'..='\u{1ef1}' => ('Ư', 'ư'),
        _ => ('Y', 'y'),
    };
    if u32::from(letter).is_multiple_of(2) { capital } else { small }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Widths of whole phrases in thousandths, read from the fonts' own tables: the wider of Noto
    /// Sans and Liberation Sans, regular and bold.
    const MEASURED: [(&str, u32, u32); 6] = [
        ("Nộp trực tuyến mức độ 3–4", 12_834, 13_603),
        ("hứa 100% · 10/2023", 9_252, 9_548),
        ("Bà Rịa – Vũng Tàu", 8_828, 9_101),
        ("Khánh Hòa · 54.537 hồ sơ", 11_955, 12_409),
        ("Được thương lượng ở Ưu Đỗng", 14_665, 15_717),
        ("WWW MMM", 5_771, 5_990),
    ];

    #[test]
    fn texts_are_measured_wide_enough_and_not_much_too_wide() {
        for (phrase, regular, bold) in MEASURED {
            for (is_bold, measured) in [(false, regular), (true, bold)] {
                let ratio = width(phrase, 1000.0, is_bold) / f64::from(measured);
                assert!((1.0..1.2).contains(&ratio), "{phrase}: {ratio}");
            }
        }
    }

    #[test]
    fn every_vietnamese_letter_is_known() {
        let marked =
            ('\u{1ea0}'..='\u{1ef9}').chain("ĂăÂâĐđÊêÔôƠơƯưÁÀÃáàãÉÈéèÍÌĨíìĩÓÒÕÚÙŨÝý".chars());
        for letter in marked {
            assert!(advance(letter) < 920, "{letter}");
        }
    }

    #[test]
    fn lines_break_at_spaces_and_fit() {
        let lines = wrap("Giải quyết trực tuyến toàn trình", 10.0, false, 80.0);
        assert_eq!(lines, ["Giải quyết trực", "tuyến toàn", "trình"]);
        assert!(widest(&lines, 10.0, false) <= 80.0);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_between_letters() {
        assert_eq!(wrap("mmmmm", 10.0, false, 25.0), ["mm", "mm", "m"]);
        assert_eq!(wrap("ab", 10.0, false, 1.0), ["a", "b"]);
        assert!(wrap("  ", 10.0, false, 50.0).is_empty());
    }

    #[test]
    fn unwanted_characters_are_dropped_and_space_is_collapsed() {
        assert_eq!(clean(" a\u{0}\u{1b}\n\t b\u{202e}c\u{7f} "), "a bc");
    }
}
