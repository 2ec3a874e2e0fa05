//! URLs: a written URL is read back as the same address, and invalid values are listed.

use proptest::prelude::*;
use tinhso::address::{
    Address, GroupBy, Ignored, IgnoredReason, Page, Parsed, Selection, Show, SortBy, href, keys,
    normalize_base, page_at, page_path, parse, with_value,
};
use tinhso::compare::{State, YearFilter};
use tinhso::data::{Dataset, Day, Kind};
use tinhso::i18n::Lang;

use crate::support::Files;

pub(crate) const BASES: [&str; 3] = ["/", "/tinhso/", "/a/b/"];

pub(crate) fn dataset() -> Dataset {
    Files::good().dataset()
}

/// Reads a whole URL, as a browser splits it.
pub(crate) fn read(base: &str, url: &str) -> Parsed {
    let (rest, fragment) = url.split_once('#').unwrap_or((url, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    parse(base, path, query, fragment, &dataset())
}

fn page(url: &str) -> (Lang, Page) {
    let address = read("/tinhso/", url).address;
    (address.lang, address.page)
}

/// The keys and values that are ignored in an address without misspelt keys.
fn ignored(url: &str) -> Vec<(&'static str, String)> {
    let own = |key: &str| keys::ALL.into_iter().find(|own| *own == key).expect("a key of ours");
    read("/", url).ignored.into_iter().map(|i| (own(&i.key), i.value)).collect()
}

#[test]
fn every_page_has_its_address() {
    let cases = [
        ("/tinhso/", Lang::Vi, Page::Home),
        ("/tinhso", Lang::Vi, Page::Home),
        ("/tinhso/index.html", Lang::Vi, Page::Home),
        ("/tinhso/en/", Lang::En, Page::Home),
        ("/tinhso/en", Lang::En, Page::Home),
        ("/tinhso/so-sanh/", Lang::Vi, Page::Topics),
        ("/tinhso/so-sanh/index.html", Lang::Vi, Page::Topics),
        ("/tinhso/so-sanh/index-rank/", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/en/so-sanh/index-rank", Lang::En, Page::Compare("index-rank".into())),
        ("/tinhso/tinh/an-hai/", Lang::Vi, Page::Province("an-hai".into())),
        ("/tinhso/en/chi-tieu/index-rank/", Lang::En, Page::Concept("index-rank".into())),
        ("/tinhso/loi-hua/", Lang::Vi, Page::Promises),
        ("/tinhso/nguon/", Lang::Vi, Page::Sources),
        ("/tinhso/phuong-phap/", Lang::Vi, Page::Method),
    ];
    for (url, lang, expected) in cases {
        assert_eq!(page(url), (lang, expected), "{url}");
    }
}

#[test]
fn what_is_no_page_is_not_found_in_its_language() {
    for url in [
        "/",
        "/tinhsox/",
        "/other/so-sanh/",
        "/tinhso/so-sanh/nope/",
        "/tinhso/tinh/nope/",
        "/tinhso/so-sanhindex.html",
        "/tinhso/so-sanh/index-rank/more/",
        "/tinhso/%00",
        "/tinhso/%ff/",
        "/tinhso/../etc",
        "/tinhso/ENG/",
    ] {
        assert_eq!(page(url), (Lang::Vi, Page::NotFound), "{url}");
    }
    assert_eq!(page("/tinhso/en/nope/"), (Lang::En, Page::NotFound));
    // The country is a benchmark and has no page of its own.
    assert_eq!(page("/tinhso/tinh/national/"), (Lang::Vi, Page::NotFound));
    // A concept is not an indicator.
    assert_eq!(page("/tinhso/so-sanh/full-dossiers/"), (Lang::Vi, Page::NotFound));
}

/// The page of an address must be known before the data are loaded, even if they do not have that page.
#[test]
fn a_path_names_a_page_whether_the_data_have_it_or_not() {
    for (path, lang, expected) in [
        ("/tinhso/so-sanh/nope/", Lang::Vi, Page::Compare("nope".into())),
        ("/tinhso/en/chi-tieu/a%2Fb", Lang::En, Page::Concept("a/b".into())),
        ("/tinhso/tinh/nope/index.html", Lang::Vi, Page::Province("nope".into())),
        ("/tinhso/tinh/national/", Lang::Vi, Page::Province("national".into())),
        ("/tinhso/loi-hua/nope/", Lang::Vi, Page::NotFound),
        ("/tinhso//so-sanh/", Lang::Vi, Page::Topics),
        ("/tinhso/en/xep-hang/", Lang::En, Page::Ranking),
        ("/tinhso/tinh", Lang::Vi, Page::Provinces),
        ("/tinhso", Lang::Vi, Page::Home),
        ("/elsewhere/", Lang::Vi, Page::NotFound),
    ] {
        assert_eq!(page_at("/tinhso/", path), (lang, expected), "{path}");
    }
}

#[test]
fn an_escaped_path_is_the_same_page() {
    assert_eq!(page("/tinhso/so%2Dsanh/index%2drank/").1, Page::Compare("index-rank".into()));
}

#[test]
fn values_that_mean_nothing_are_named_and_change_nothing() {
    let url = "/so-sanh/index-rank/?tinh=an-hai,atlantis,%00&loai=wish&nam=20233&xem=film";
    assert_eq!(
        ignored(url),
        [
            ("tinh", "atlantis".to_owned()),
            ("tinh", "\0".to_owned()),
            ("loai", "wish".to_owned()),
            ("nam", "20233".to_owned()),
            ("xem", "film".to_owned()),
        ]
    );
    let expected = Selection { provinces: Some(vec!["an-hai".to_owned()]), ..Selection::default() };
    assert_eq!(read("/", url).address.selection, expected);
}

#[test]
fn the_promises_have_keys_of_their_own() {
    let url = "/loi-hua/?tinh=an-hai&nam=2025&ngay=2024-12-31&trang-thai=met,missed&nhom=han\
               &xep=khoang-cach&xem=tham-vong";
    let parsed = read("/", url);
    assert_eq!(parsed.ignored, []);
    let selection = &parsed.address.selection;
    assert_eq!(selection.day, Day::new(2024, 12, 31));
    assert_eq!(selection.states, [State::Met, State::Missed]);
    assert_eq!((selection.group, selection.sort), (GroupBy::Deadline, SortBy::Gap));
    assert_eq!(selection.show, Show::Ambition);
    assert_eq!(href("/", &parsed.address), url);
}

#[test]
fn a_day_that_is_none_and_a_state_that_is_none_are_named() {
    for day in ["2024-13-01", "2023-02-29", "2024", "2024-12", "2024-12-31/2025-01-01", "hôm qua"]
    {
        let parsed = read("/", &format!("/loi-hua/?ngay={day}"));
        assert_eq!(parsed.address.selection.day, None, "{day}");
        let reason = IgnoredReason::Meaningless;
        assert_eq!(parsed.ignored, [Ignored { key: "ngay".into(), value: day.to_owned(), reason }]);
    }
    assert_eq!(
        ignored("/loi-hua/?trang-thai=met,kept&nhom=x&xep=y&xem=bang"),
        [
            ("trang-thai", "kept".to_owned()),
            ("nhom", "x".to_owned()),
            ("xep", "y".to_owned()),
            ("xem", "bang".to_owned()),
        ]
    );
    assert_eq!(ignored("/so-sanh/?xem=tham-vong"), [("xem", "tham-vong".to_owned())]);
}

#[test]
fn naming_all_states_selects_all_and_their_order_is_fixed() {
    let all = State::ALL.map(State::id).join(",");
    assert_eq!(href("/", &read("/", &format!("/loi-hua/?trang-thai={all}")).address), "/loi-hua/");
    let url = href("/", &read("/", "/loi-hua/?trang-thai=missed,met,met").address);
    assert_eq!(url, "/loi-hua/?trang-thai=met,missed");
}

#[test]
fn the_country_cannot_be_chosen_as_a_province() {
    assert_eq!(ignored("/?tinh=national"), [("tinh", "national".to_owned())]);
}

#[test]
fn bytes_that_are_no_text_are_named_as_the_reader_sees_them() {
    assert_eq!(ignored("/?loai=%ff%fe"), [("loai", "\u{fffd}\u{fffd}".to_owned())]);
    assert_eq!(ignored("/?loai=%zz%4"), [("loai", "%zz%4".to_owned())]);
}

#[test]
fn a_very_long_value_is_named_by_its_first_60_characters() {
    let url = format!("/?xem={}", "ấ".repeat(100_000));
    assert_eq!(ignored(&url), [("xem", "ấ".repeat(60))]);
}

#[test]
fn of_a_key_that_stands_twice_the_last_meaningful_value_counts() {
    let parsed = read("/", "/?nam=2022&nam=2023&nam=x&nam=2023.&loai=target&loai=x");
    assert_eq!(parsed.address.selection.year, YearFilter::Year(2023));
    assert_eq!(parsed.address.selection.kind, Some(Kind::Target));
    let ignored = |key: &'static str, value: &str, reason| Ignored {
        key: key.into(),
        value: value.to_owned(),
        reason,
    };
    assert_eq!(
        parsed.ignored,
        [
            ignored("nam", "2022", IgnoredReason::Replaced),
            ignored("nam", "x", IgnoredReason::Meaningless),
            ignored("loai", "x", IgnoredReason::Meaningless),
        ]
    );
}

#[test]
fn keys_of_other_sites_are_passed_over() {
    let url =
        "/so-sanh/?utm_source=zalo&fbclid=x&=&&&%00=1&page=2&ref=x&amp;gclid=y&u=a%26nam%3D2020";
    let parsed = read("/", url);
    assert_eq!(parsed.ignored, []);
    assert_eq!(parsed.address.selection, Selection::default());
}

#[test]
fn equal_views_have_equal_links() {
    let canonical = "/so-sanh/index-rank/?tinh=an-hai,binh-son&nam=2023";
    for url in [
        "/so-sanh/index-rank/?nam=2023&tinh=binh-son,an-hai",
        "/so-sanh/index-rank/index.html?tinh=an-hai,%20binh-son,,an-hai&nam=2023&utm_source=x",
        canonical,
    ] {
        assert_eq!(href("/", &read("/", url).address), canonical, "{url}");
    }
    // Choosing everybody, or nobody, is choosing nothing.
    for url in ["/?tinh=an-hai,binh-son,chau-giang", "/?tinh=", "/?xem=&"] {
        assert_eq!(href("/", &read("/", url).address), "/", "{url}");
    }
}

#[test]
fn a_fragment_keeps_slashes_and_vietnamese() {
    for id in ["br-vt/a/result/2023", "đạt-chuẩn/ấ b", "100%", "a#b?c=d"] {
        let mut address = Address::new(Lang::Vi, Page::Home);
        address.fragment = Some(id.to_owned());
        assert_eq!(read("/", &href("/", &address)).address, address, "{id}");
    }
    assert_eq!(read("/", "/#br-vt/a").address.fragment.as_deref(), Some("br-vt/a"));
    assert_eq!(read("/", "/#").address.fragment, None);
}

#[test]
fn a_fragment_is_no_markup() {
    let mut address = Address::new(Lang::Vi, Page::Home);
    address.fragment = Some("\"><script>".to_owned());
    assert_eq!(href("/", &address), "/#%22%3E%3Cscript%3E");
}

#[test]
fn the_other_language_keeps_page_and_selection() {
    let address = read("/", "/tinh/an-hai/?loai=target#x").address;
    assert_eq!(href("/", &address.in_other_language()), "/en/tinh/an-hai/?loai=target#x");
    assert_eq!(address.in_other_language().in_other_language(), address);
}

#[test]
fn a_base_begins_and_ends_with_one_slash() {
    for (given, expected) in
        [("", "/"), ("/", "/"), ("x", "/x/"), ("/x", "/x/"), ("//x//", "/x/"), (" a/b ", "/a/b/")]
    {
        assert_eq!(normalize_base(given), expected, "{given}");
    }
}

#[test]
fn a_control_replaces_the_value_of_its_key_alone() {
    let dataset = dataset();
    let page = Page::Compare("online-dossiers".into());
    let chosen =
        |selection: &Selection, key, word| with_value(selection, key, word, &page, &dataset);
    let two = chosen(&Selection::default(), keys::PROVINCES, "chau-giang,an-hai");
    assert_eq!(two.query(), "tinh=an-hai,chau-giang");
    let of_year = chosen(&two, keys::YEAR, "2023");
    assert_eq!(of_year.query(), "tinh=an-hai,chau-giang&nam=2023");
    assert_eq!(chosen(&of_year, keys::YEAR, ""), two);
    // Nobody, and everybody, is everything.
    for word in ["", "an-hai,binh-son,chau-giang"] {
        assert_eq!(chosen(&two, keys::PROVINCES, word), Selection::default(), "{word}");
    }
    // What means nothing is the default.
    assert_eq!(chosen(&of_year, keys::YEAR, "soon"), two);
    assert_eq!(chosen(&two, "no-such-key", "x"), two);
}

fn any_page() -> impl Strategy<Value = Page> {
    let concepts = prop::sample::select(vec![
        "cashless-bills",
        "online-dossiers",
        "index-rank",
        "service-points",
    ]);
    prop_oneof![
        prop::sample::select(Page::FIXED.to_vec()).prop_map(|(_, page)| page),
        concepts.clone().prop_map(|id| Page::Compare(id.to_owned())),
        concepts.prop_map(|id| Page::Concept(id.to_owned())),
        prop::sample::select(vec!["an-hai", "binh-son", "chau-giang"])
            .prop_map(|id| Page::Province(id.to_owned())),
    ]
}

pub(crate) fn any_address() -> impl Strategy<Value = Address> {
    let provinces = prop::option::of(prop::sample::subsequence(
        vec!["an-hai", "binh-son", "chau-giang"],
        1..=2,
    ));
    let selection = (
        provinces,
        prop::option::of(prop::sample::select(vec![Kind::Target, Kind::Result])),
        prop::option::of(1990i32..=2100),
        prop::sample::select(vec![Show::Both, Show::Table, Show::Chart, Show::Ambition]),
        ".{0,12}",
        (
            prop::option::of(7_305i32..47_000),
            prop::sample::subsequence(State::ALL.to_vec(), 0..State::ALL.len()),
            prop::sample::select(vec![GroupBy::Province, GroupBy::Deadline, GroupBy::Pillar]),
            prop::sample::select(vec![SortBy::Deadline, SortBy::Gap, SortBy::Province]),
        ),
    );
    let selection = selection.prop_map(|(provinces, kind, year, show, search, promises)| {
        let (day, states, group, sort) = promises;
        Selection {
            provinces: provinces.map(|ids| ids.into_iter().map(str::to_owned).collect()),
            kind,
            year: year.map_or(YearFilter::Latest, YearFilter::Year),
            day: day.map(Day),
            states,
            group,
            sort,
            show,
            search,
        }
    });
    let lang = prop::sample::select(vec![Lang::Vi, Lang::En]);
    (lang, any_page(), selection, prop::option::of(".{1,12}")).prop_map(
        |(lang, page, mut selection, fragment)| {
            // Each of the two has views of its own.
            if (selection.show == Show::Ambition) != (page == Page::Promises) {
                selection.show = Show::Both;
            }
            Address { lang, page, selection, fragment }
        },
    )
}

proptest! {
    #[test]
    fn a_link_read_back_is_the_same_address(address in any_address(), base in 0usize..3) {
        let url = href(BASES[base], &address);
        prop_assert!(url.is_ascii() && url.starts_with(BASES[base]));
        let parsed = read(BASES[base], &url);
        prop_assert_eq!(parsed.address, address);
        prop_assert_eq!(parsed.ignored, []);
    }

    /// Without the page in the data, an address becomes "not found" and never another page.
    #[test]
    fn the_page_of_a_path_is_the_one_that_is_read_or_none(
        path in "(/tinhso)?/(en/)?(so-sanh|tinh|chi-tieu|loi-hua|nguon|x)?/?(index-rank|an-hai|%2f|é|)/?",
    ) {
        let (lang, named) = page_at("/tinhso/", &path);
        let address = parse("/tinhso/", &path, "", "", &dataset()).address;
        prop_assert_eq!(lang, address.lang);
        prop_assert!(address.page == named || address.page == Page::NotFound);
    }

    #[test]
    fn a_link_names_its_page_without_data(address in any_address(), base in 0usize..3) {
        let path = href(BASES[base], &Address { fragment: None, ..address.clone() });
        let path = path.split('?').next().unwrap_or_default();
        prop_assert_eq!(page_at(BASES[base], path), (address.lang, address.page));
    }

    #[test]
    fn no_url_panics_and_what_is_read_is_stable(url in "[/a-z%0-9ấ?&=#,+.-]{0,60}|\\PC{0,40}") {
        let first = read("/", &url).address;
        if first.page != Page::NotFound {
            prop_assert_eq!(&read("/", &href("/", &first)).address, &first);
        }
    }

    #[test]
    fn a_page_is_a_folder_below_the_base(address in any_address()) {
        let path = page_path(address.lang, &address.page);
        prop_assert!(path.is_empty() || path.ends_with('/'));
        prop_assert!(!path.starts_with('/') && !path.contains("//"));
    }
}
