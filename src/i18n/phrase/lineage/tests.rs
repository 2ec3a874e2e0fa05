use super::*;

/// What a phrase says in Vietnamese and in English.
fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
    Lang::ALL.map(say)
}

#[test]
fn what_a_unit_became_stands_after_its_name() {
    assert_eq!(
        [
            part_of_since(Lang::Vi, "Đồng Nai", "1/7/2025"),
            part_of_since(Lang::En, "Đồng Nai", "July 1, 2025"),
        ],
        ["từ 1/7/2025 thuộc Đồng Nai", "part of Đồng Nai since July 1, 2025"]
    );
    assert_eq!(
        both(|lang| made_of_since(lang, &former_unit(lang, "Huế"), "2025")),
        ["từ 2025 gồm Huế cũ", "made of the former Huế since 2025"]
    );
}

#[test]
fn a_fate_is_told_in_a_sentence() {
    assert_eq!(
        both(|lang| unit_ended(lang, "A", "30/6", "B", "C, D")),
        [
            "A tồn tại đến hết ngày 30/6; từ hôm sau thuộc B, nay gồm C, D.",
            "A existed until 30/6. Since the next day it has been part of B, which is made of C, D.",
        ]
    );
    assert_eq!(
        both(|lang| unit_enlarged(lang, "B", "C, D", "1/7")),
        [
            "Từ ngày 1/7, B gồm C, D. Số liệu trước ngày đó theo địa giới cũ, trừ số ghi là địa giới mới.",
            "Since 1/7, B has been made of C, D. Figures from before that day describe the former \
             boundaries, unless marked as of the new ones.",
        ]
    );
    assert_eq!(
        both(|lang| unit_unchanged(lang, "E", "1/7")),
        [
            "E không nằm trong đợt sáp nhập ngày 1/7; địa giới giữ nguyên.",
            "E took no part in the mergers of 1/7; its boundaries stayed.",
        ]
    );
}

#[test]
fn the_units_are_counted() {
    assert_eq!(
        both(|lang| units_title(lang, 63, 34)),
        ["Từ 63 tỉnh, thành phố còn 34", "From 63 provinces and cities to 34"]
    );
    assert_eq!(
        both(|lang| units_lead(lang, "1/7", 63, 34, 23)),
        [
            "Trước ngày 1/7 cả nước có 63 tỉnh, thành phố; từ ngày đó còn 34: 23 hình thành do sáp \
             nhập, 11 giữ nguyên.",
            "Before 1/7, the country had 63 provinces and cities; it has had 34 since: 23 formed by \
             mergers, 11 unchanged.",
        ]
    );
}

#[test]
fn a_unit_that_is_not_followed_says_so_with_figures_and_without() {
    assert_eq!(
        both(|lang| not_followed(lang, "Huế", false, 15, 1)),
        [
            "Tỉnh Số chưa theo dõi lời hứa của Huế. Ở đây có 15 con số từ 1 nguồn, để đặt cạnh \
             số của các tỉnh khác.",
            "Tỉnh Số does not follow the promises of Huế yet. This page has 15 figures from 1 \
             source, to read the followed provinces against.",
        ]
    );
    assert_eq!(
        both(|lang| not_followed(lang, "Huế", false, 0, 0)),
        ["Tỉnh Số chưa có con số nào của Huế.", "Tỉnh Số has no figure of Huế.",]
    );
}

#[test]
fn the_borders_of_a_figure_are_named() {
    let said = |is_new| both(|lang| borders(lang, "1/7", is_new));
    assert_eq!(said(true), ["địa giới mới, từ 1/7", "new boundaries, since 1/7"]);
    assert_eq!(said(false), ["địa giới cũ, trước 1/7", "former boundaries, before 1/7"]);
}

#[test]
fn silence_invites_a_source_and_names_who_has_one() {
    assert_eq!(
        both(|lang| ask_for_source(lang, "<a>…</a>")),
        [
            "Nếu bạn biết một nguồn chưa có trong <a>…</a>, hãy bổ sung.",
            "If you know a source that is not on <a>…</a>, please add it.",
        ]
    );
    assert_eq!(
        both(|lang| figures_elsewhere(lang, "BR-VT")),
        ["có số của BR-VT", "figures of BR-VT"]
    );
}

#[test]
fn figures_on_either_side_of_a_merger_are_told_in_one_sentence() {
    let sides = |lang| {
        vec![
            figures_of_enlarged_unit(lang, "A (2026)", Some("B")),
            figures_of_enlarged_unit(lang, "A (2023)", None),
            figures_of_ended_unit(lang, "B (2023)", "A"),
            figures_of_unchanged_unit(lang, "C (2026)"),
        ]
    };
    assert_eq!(
        both(|lang| figures_around_merger(lang, "1/7", &sides(lang))),
        [
            "Đợt sáp nhập ngày 1/7 nằm giữa các số này: A (2026) theo địa giới mới, gồm cả B; A \
             (2023) theo địa giới cũ; B (2023) là của tỉnh cũ, nay thuộc A; C (2026) là của nơi \
             không sáp nhập.",
            "The mergers of 1/7, lie between these figures: A (2026) in the new boundaries, with B; \
             A (2023) in the former boundaries; B (2023) of the former province, now part of A; C \
             (2026) of a province that merged with no other.",
        ]
    );
}

/// Names may come as links, so that no word of a phrase may be taken for markup.
#[test]
fn no_phrase_has_a_character_that_html_would_read() {
    for lang in Lang::ALL {
        for phrase in [
            former_unit(lang, ""),
            part_of_since(lang, "", ""),
            made_of_since(lang, "", ""),
            unit_ended(lang, "", "", "", ""),
            unit_enlarged(lang, "", "", ""),
            unit_unchanged(lang, "", ""),
            ask_for_source(lang, ""),
        ] {
            assert!(!phrase.contains(['<', '>', '&', '"']), "{phrase}");
        }
    }
}
