//! Links that mails, chats, forms and readers have damaged: they are read as they were meant, and what is
//! not understood is listed.

use proptest::prelude::*;
use tinhso::address::{Address, IgnoredReason, Page, Selection, href, page_at};
use tinhso::i18n::Lang;

use crate::addresses::{BASES, any_address, dataset, read};

/// A link to the comparison of two provinces in one year, which the tests damage in many ways.
const CLEAN: &str = "/tinhso/so-sanh/index-rank/?tinh=an-hai,binh-son&nam=2023";

#[test]
fn a_mangled_query_is_read_as_what_was_meant() {
    for query in [
        // Markup.
        "?tinh=an-hai,binh-son&amp;nam=2023",
        "?tinh=an-hai,binh-son&AMP;nam=2023",
        "?tinh=an-hai,binh-son&amp;amp;nam=2023",
        "?tinh=an-hai,binh-son&amp%3Bnam=2023",
        "?tinh=an-hai,binh-son&#38;nam=2023",
        "?tinh=an-hai,binh-son&#x26;nam=2023",
        "?tinh=an-hai,binh-son&amp;#38;nam=2023",
        "?tinh=an-hai,binh-son&nam=2023&quot;",
        "?tinh=an-hai,binh-son&nam=2023%26quot%3B%26gt%3B",
        "?amp;tinh=an-hai,binh-son&nam=2023",
        // Encoded, or encoded again.
        "?tinh=an-hai%2Cbinh-son&nam=2023",
        "?tinh=an-hai%252Cbinh-son&nam=2023",
        "?tinh%3Dan-hai,binh-son&nam%3D2023",
        "?tinh%3Dan-hai%2Cbinh-son%26nam%3D2023",
        "?tinh%253Dan-hai%252Cbinh-son%2526nam%253D2023",
        "?tinh=an-hai,binh-son%26nam=2023",
        "?tinh=an-hai,binh-son%26amp%3Bnam%3D2023",
        "?tinh=3Dan-hai,binh-son&nam=3D2023",
        // Other separators.
        "?tinh=an-hai,binh-son;nam=2023",
        "?tinh=an-hai,binh-son?nam=2023",
        "??tinh=an-hai,binh-son&nam=2023",
        "?%3Ftinh=an-hai,binh-son&nam=2023",
        "?tinh==an-hai,binh-son&nam=2023;",
        // Lists of a form, and a key given twice.
        "?tinh=an-hai&tinh=binh-son&nam=2023",
        "?tinh[]=binh-son&tinh[]=an-hai&nam=2023",
        "?tinh%5B0%5D=an-hai&tinh%5B1%5D=binh-son&nam=2023",
        "?tinh=an-hai;binh-son&nam=2023&nam=2023",
        // Text around the link.
        "?nam=2023&tinh=an-hai,binh-son.",
        "?nam=2023&tinh=an-hai,binh-son),",
        "?nam=2023.&tinh=an-hai,binh-son%22%3E",
        "?nam=2023%20&tinh=%20an-hai,binh-son%0A",
        "?nam=2023+&tinh=“an-hai,binh-son”",
        "?nam=%C2%AB2023%C2%BB&tinh=an-hai,binh-son…",
        "?nam=2023%E2%80%9D&tinh=an-hai,binh-son%E2%80%A6",
        "?nam=2023’&tinh=an-hai,binh-son。",
        "?nam=**2023**&tinh=_an-hai,binh-son_",
        "?nam=2023]&tinh=<an-hai,binh-son>!?",
        // What is not seen, and what a word processor makes of a hyphen.
        "?nam=20\u{200b}23%E2%80%8B&tinh=%EF%BB%BFan-hai,bi\u{ad}nh-son",
        "?nam=2023&tinh=an\u{2011}hai,binh–son",
        // Keys as a word processor or a reader writes them.
        "?tỉnh=an-hai,binh-son&năm=2023",
        "?t%E1%BB%89nh=an-hai,binh-son&Na\u{306}m=2023",
        // Capitals.
        "?TINH=AN-HAI,Binh-Son&Nam=2023",
        // Keys of others behind it.
        "?tinh=an-hai,binh-son&nam=2023?utm_source=zalo",
        "?tinh=an-hai,binh-son&nam=2023%3Ffbclid=x%26gclid=y",
        "?tinh=an-hai,binh-son&nam=2023?ref&amp;utm_source=mail",
    ] {
        let parsed = read("/tinhso/", &format!("/tinhso/so-sanh/index-rank/{query}"));
        assert_eq!(href("/tinhso/", &parsed.address), CLEAN, "{query}");
        assert_eq!(parsed.ignored, [], "{query}");
    }
}

#[test]
fn a_mangled_path_is_the_page_that_was_meant() {
    for (path, lang, expected) in [
        ("/tinhso//so-sanh/", Lang::Vi, Page::Topics),
        ("//tinhso///en//so-sanh//index-rank//", Lang::En, Page::Compare("index-rank".into())),
        ("/tinhso/so-sanh/index-rank)", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/so-sanh/index-rank/).", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/so-sanh/index-rank/%22%3E", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/so-sanh/index-rank/%E2%80%9D", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/so-sanh/index-rank/index.html.", Lang::Vi, Page::Compare("index-rank".into())),
        ("/tinhso/en/tinh/an-hai,", Lang::En, Page::Province("an-hai".into())),
        ("/tinhso/EN/Tinh/AN-HAI/", Lang::En, Page::Province("an-hai".into())),
        ("/tinhso/en.", Lang::En, Page::Home),
        ("/tinhso/%20", Lang::Vi, Page::Home),
        ("/tinhso/loi-hua/%E2%80%8B", Lang::Vi, Page::Promises),
        ("/tinhso/loi-hua/%3Fnam=2023", Lang::Vi, Page::Promises),
        ("/tinhso/loi-hua%3fnam%3D2023", Lang::Vi, Page::Promises),
        ("/tinhso/loi-hua/&nam=2023", Lang::Vi, Page::Promises),
        ("/tinhso/loi-hua/%23an-hai/index-rank/result/2023", Lang::Vi, Page::Promises),
        ("/tinhso/so%252Dsanh/index%252Drank/", Lang::Vi, Page::Compare("index-rank".into())),
    ] {
        assert_eq!(page_at("/tinhso/", path), (lang, expected), "{path}");
        assert!(read("/tinhso/", path).is_mended, "{path}");
    }
}

#[test]
fn what_stands_in_the_path_is_read() {
    for url in [
        "/tinhso/so-sanh/index-rank/%3Ftinh=an-hai,binh-son&nam=2023",
        "/tinhso/so-sanh/index-rank%3Ftinh=an-hai,binh-son&nam=2023",
        "/tinhso/so-sanh/index-rank/%3ftinh%3Dan-hai%2Cbinh-son%26nam%3D2023",
        "/tinhso/so-sanh/index-rank/%3Ftinh=an-hai,binh-son?nam=2023",
        "/tinhso/so-sanh/index-rank/&tinh=an-hai,binh-son&amp;nam=2023).",
        "/tinhso//so-sanh/index-rank//?tinh=an-hai,binh-son&nam=2023",
    ] {
        let parsed = read("/tinhso/", url);
        assert_eq!(href("/tinhso/", &parsed.address), CLEAN, "{url}");
        assert!(parsed.is_mended && parsed.ignored.is_empty(), "{url}");
    }
    let url = "/tinhso/so-sanh/index-rank/%3Fnam=2023%23an-hai/index-rank/result/2023";
    let clean = "/tinhso/so-sanh/index-rank/?nam=2023#an-hai/index-rank/result/2023";
    assert_eq!(href("/tinhso/", &read("/tinhso/", url).address), clean);
}

#[test]
fn a_path_in_another_spelling_is_not_mended() {
    for url in [
        CLEAN,
        "/tinhso",
        "/tinhso/index.html",
        "/tinhso/en",
        "/tinhso/so-sanh/index-rank?nam=2023.",
        "/tinhso/so-sanh/index-rank/index.html",
        "/tinhso/so%2Dsanh/index%2drank/#an-hai%2Findex-rank/result/2023",
        "/tinhso/so-sanh/index-rank/#no/such/figure.",
    ] {
        assert!(!read("/tinhso/", url).is_mended, "{url}");
    }
}

#[test]
fn a_mangled_fragment_is_the_figure_that_was_meant() {
    let id = "an-hai/index-rank/result/2023";
    for fragment in [
        "an-hai/index-rank/result/2023.",
        "an-hai/index-rank/result/2023),",
        "an-hai/index-rank/result/2023%22",
        "an-hai/index-rank/result/2023%E2%80%9D",
        "an-hai/index-rank/result/2023/",
        "an-hai%252Findex-rank%252Fresult%252F2023",
        "An-Hai/index-rank/result/2023?utm_source=zalo",
        "an-hai/index-rank/result/2023&fbclid=x",
        "\u{200b}an-hai/index-rank/result/2023%20",
    ] {
        let parsed = read("/", &format!("/so-sanh/index-rank/#{fragment}"));
        assert_eq!(parsed.address.fragment.as_deref(), Some(id), "{fragment}");
        assert!(parsed.is_mended, "{fragment}");
    }
    // What is no figure either way stays as it is, and can be named.
    for fragment in ["an-hai/no/such.", "a.", "(x)"] {
        let parsed = read("/", &format!("/so-sanh/index-rank/#{fragment}"));
        assert_eq!(parsed.address.fragment.as_deref(), Some(fragment));
    }
}

#[test]
fn what_is_searched_for_stays_as_typed() {
    for (query, expected) in [
        ("tim=h%E1%BB%93+s%C6%A1%3F", "hồ sơ?"),
        ("tim=(C%26D).", "(C&D)."),
        ("tim=a%26nam%3D2020", "a&nam=2020"),
        ("tim=ABC%2541;", "ABC%41;"),
        ("tim=x.&amp;nam=2023", "x."),
        ("amp;TIM=x.", "x."),
        ("tim%3Dh%E1%BB%93%20s%C6%A1", "hồ sơ"),
        ("tim%3Dh%25E1%25BB%2593%2520s%25C6%25A1", "hồ sơ"),
        ("tim=a&tim=", "a"),
    ] {
        let parsed = read("/", &format!("/so-sanh/?{query}"));
        assert_eq!(parsed.address.selection.search, expected, "{query}");
        assert_eq!(parsed.ignored, [], "{query}");
    }
}

#[test]
fn what_is_not_understood_is_named_as_typed() {
    for (query, expected) in [
        ("tinh=an-hai.,Atlantis!", vec![("tinh", "Atlantis!")]),
        ("amp;nam=soon", vec![("nam", "soon")]),
        ("TINH[]=x&NAM=2023x)", vec![("tinh", "x"), ("nam", "2023x)")]),
        ("nam=2023%26loai=wish", vec![("loai", "wish")]),
        ("nam=2023;2024x", vec![("nam", "2024x")]),
        ("nam=.", vec![("nam", ".")]),
        ("nam=2023=2024", vec![("nam", "2023=2024")]),
        ("tinh=an-hai;b", vec![("tinh", "b")]),
        ("trang-thai=met.,kept", vec![("trang-thai", "kept")]),
        ("nam", vec![("nam", "")]),
        // Misspelt keys.
        ("nan=2020", vec![("nan", "2020")]),
        ("tihn=an-hai", vec![("tihn", "an-hai")]),
        ("tinhs=an-hai&nam=2023", vec![("tinhs", "an-hai")]),
        ("trangthai=met", vec![("trangthai", "met")]),
        ("trạng-thái-=met&trang-thi=met", vec![("trang-thi", "met")]),
        ("nam=2023&amp;ngya=2024-12-31", vec![("ngya", "2024-12-31")]),
        ("Nan=2020&nan=2021", vec![("nan", "2020"), ("nan", "2021")]),
    ] {
        let parsed = read("/", &format!("/loi-hua/?{query}"));
        assert!(parsed.ignored.iter().all(|ignored| ignored.reason == IgnoredReason::Meaningless));
        let named: Vec<_> = parsed.ignored.iter().map(|i| (&*i.key, i.value.as_str())).collect();
        assert_eq!(named, expected, "{query}");
    }
}

#[test]
fn both_kinds_and_both_lists_are_meant() {
    for (query, clean) in [
        ("loai=target&loai=result", "/loi-hua/"),
        ("loai=target&loai=target", "/loi-hua/?loai=target"),
        ("trang-thai=met&trang-thai=missed.", "/loi-hua/?trang-thai=met,missed"),
        ("tinh=an-hai&tinh=", "/loi-hua/?tinh=an-hai"),
        ("ngay=2024-12-31.&xem=tham-vong)", "/loi-hua/?ngay=2024-12-31&xem=tham-vong"),
        ("ngay=2024–12–31", "/loi-hua/?ngay=2024-12-31"),
    ] {
        let parsed = read("/", &format!("/loi-hua/?{query}"));
        assert_eq!(href("/", &parsed.address), clean, "{query}");
        assert_eq!(parsed.ignored, [], "{query}");
    }
}

#[test]
fn an_address_of_no_page_offers_the_one_that_was_meant() {
    for (url, meant) in [
        // A name that is nearly one.
        ("/so-sanh/index-rnak/", "/so-sanh/index-rank/"),
        (
            "/so-sanh/onlinedossiers/?nam=2023&amp;tinh=an-hai)",
            "/so-sanh/online-dossiers/?tinh=an-hai&nam=2023",
        ),
        ("/en/chi-tieu/index_rank/", "/en/chi-tieu/index-rank/"),
        ("/so-sahn/index-rank/", "/so-sanh/index-rank/"),
        ("/tinh/an%20hai/", "/tinh/an-hai/"),
        // Vietnamese letters, and names.
        ("/tỉnh/", "/tinh/"),
        ("/t%E1%BB%89nh/b%C3%ACnh-s%C6%A1n/", "/tinh/binh-son/"),
        ("/tinh/Châu Giang/", "/tinh/chau-giang/"),
        ("/lời-hứa/?nam=2023", "/loi-hua/?nam=2023"),
        // A folder too few or too many.
        ("/index-rank/", "/so-sanh/index-rank/"),
        ("/en/an-hai/", "/en/tinh/an-hai/"),
        ("/vi/so-sanh/index-rank/", "/so-sanh/index-rank/"),
        ("/vi/", "/"),
        ("/topics/index-rank/", "/so-sanh/index-rank/"),
        ("/so-sanh/index-rank/more/", "/so-sanh/index-rank/"),
        // Nothing like it: the page of the folder.
        ("/so-sanh/weather/", "/so-sanh/"),
        ("/en/tinh/atlantis/?nam=2023", "/en/tinh/?nam=2023"),
        ("/loi-hua/old/page/", "/loi-hua/"),
        ("/chi-tieu/", "/so-sanh/"),
        ("/en/chi-tieu/weather/", "/en/so-sanh/"),
    ] {
        let parsed = read("/", url);
        assert_eq!(parsed.address.page, Page::NotFound, "{url}");
        let offered = parsed.suggestion.map(|address| href("/", &address));
        assert_eq!(offered.as_deref(), Some(meant), "{url}");
    }
    for url in ["/khong-co-trang-nay/", "/a/b/c", "/en/no-such-page/", "/%00", "/xy/"] {
        let parsed = read("/", url);
        assert_eq!((parsed.address.page, parsed.suggestion), (Page::NotFound, None), "{url}");
    }
    assert_eq!(read("/tinhso/", "/so-sanh/index-rank/").suggestion, None, "outside the base");
    assert_eq!(read("/", CLEAN.strip_prefix("/tinhso").unwrap()).suggestion, None, "a page");
}

type Mangler = fn(&str, &str, &str) -> String;

/// Damages a link, given as its path, its query with `?` and its fragment with `#`.
const MANGLERS: [Mangler; 16] = [
    |path, query, id| format!("{path}{}{id}", query.replace('&', "&amp;")),
    |path, query, id| format!("{path}{}{id}", query.replace('&', "&amp;amp;")),
    |path, query, id| format!("{path}{}{id}", query.replace('&', "&#38;")),
    |path, query, id| format!("{path}{}{id}", query.replace('=', "%3D")),
    |path, query, id| format!("{path}{}{id}", query.replace('=', "=3D")),
    |path, query, id| format!("{path}{}{id}", query.replace(',', "%2C").replace('&', "&&")),
    |path, query, id| format!("{path}{}{id}", query.replace(',', "%252C").replace('&', "%26")),
    |path, query, id| format!("{path}{}{id}", query.replace('&', ";")),
    |path, query, id| format!("{path}{}{id}", query.replace('=', "[]=")),
    |path, query, id| {
        format!("{path}{}{id}", query.replace('&', " \u{200b}&").to_ascii_uppercase())
    },
    |path, query, id| format!("{path}{}{id}", query.replace('?', "%3F")),
    |path, query, id| format!("{path}{}{id}", query.replace('?', "&")),
    |path, query, id| format!("{}{query}{id}", path.replace('/', "//")),
    |path, query, id| format!("{path}index.html{query}{}", id.replace('/', "%2F")),
    |path, query, id| format!("{path}{query}{id}%E2%80%9D)."),
    |path, query, id| format!("{path}{query}{id}\u{bb}\u{2026}"),
];

fn figures() -> Vec<String> {
    dataset().entries().map(|figure| figure.id.clone()).collect()
}

proptest! {
    #[test]
    fn a_mangled_link_is_read_as_the_link(
        address in any_address(),
        figure in prop::option::of(prop::sample::select(figures())),
        how in 0..MANGLERS.len(),
        base in 0usize..3,
    ) {
        // What is searched for is kept as typed.
        let selection = Selection { search: String::new(), ..address.selection.clone() };
        let address = Address { fragment: figure, selection, ..address };
        let url = href(BASES[base], &address);
        let (rest, id) = url.split_at(url.find('#').unwrap_or(url.len()));
        let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
        let mangled = MANGLERS[how](path, query, id);
        let parsed = read(BASES[base], &mangled);
        prop_assert_eq!(parsed.address, address, "{}", mangled);
        prop_assert_eq!(parsed.ignored, [], "{}", mangled);
    }

    #[test]
    fn no_hostile_address_panics_or_is_read_otherwise_when_written_anew(
        url in "(/tinhso)?/(so-sanh/|tinh/|//|%3F|&|ấ|){0,3}[a-z?&#]{0,4}(tinh|nam|tim|amp;|=|3D|%|;|[?]|&#38;|%26|%u|an-hai|[\\[\\].,\u{200b}”]|2023){0,12}",
    ) {
        let first = read("/tinhso/", &url).address;
        if first.page != Page::NotFound {
            let again = read("/tinhso/", &href("/tinhso/", &first));
            prop_assert_eq!((again.address, again.ignored), (first, vec![]));
        }
    }
}
