//! The national figures in the real data: the ranking of all 63 provinces, the mergers, and rules for
//! figures that were computed from others, contradict one another or are counted in two ways.

use std::collections::{BTreeMap, BTreeSet};

use tinhso::compare::{Reason, Verdict, compare};
use tinhso::data::{Basis, Comparator, Dataset, Kind, Observation, Province, ProvinceKind, Year};

use crate::support::{day, real_data};

/// The ranking of 2022 as published at dti.gov.vn: the place, the name as the table writes it, and our
/// id. Two share the 15th place, so there is no 16th.
const RANKING: [(u32, &str, &str); 63] = [
    (1, "TP. Đà Nẵng", "da-nang"),
    (2, "TP. Hồ Chí Minh", "ho-chi-minh-city"),
    (3, "Quảng Ninh", "quang-ninh"),
    (4, "Thừa Thiên - Huế", "hue"),
    (5, "TP. Cần Thơ", "can-tho"),
    (6, "Lạng Sơn", "lang-son"),
    (7, "Bắc Ninh", "bac-ninh"),
    (8, "Thái Nguyên", "thai-nguyen"),
    (9, "Bắc Giang", "bac-giang"),
    (10, "Nam Định", "nam-dinh"),
    (11, "Long An", "long-an"),
    (12, "Bình Phước", "binh-phuoc"),
    (13, "Hải Dương", "hai-duong"),
    (14, "TP. Hải Phòng", "hai-phong"),
    (15, "Thanh Hóa", "thanh-hoa"),
    (15, "Yên Bái", "yen-bai"),
    (17, "Hậu Giang", "hau-giang"),
    (18, "Vĩnh Phúc", "vinh-phuc"),
    (19, "Bình Dương", "binh-duong"),
    (20, "Tiền Giang", "tien-giang"),
    (21, "Ninh Bình", "ninh-binh"),
    (22, "Lâm Đồng", "lam-dong"),
    (23, "Phú Thọ", "phu-tho"),
    (24, "TP. Hà Nội", "ha-noi"),
    (25, "Trà Vinh", "tra-vinh"),
    (26, "Quảng Ngãi", "quang-ngai"),
    (27, "Ninh Thuận", "ninh-thuan"),
    (28, "Bà Rịa - Vũng Tàu", "br-vt"),
    (29, "Bình Định", "binh-dinh"),
    (30, "Vĩnh Long", "vinh-long"),
    (31, "Quảng Nam", "quang-nam"),
    (32, "Kiên Giang", "kien-giang"),
    (33, "Hưng Yên", "hung-yen"),
    (34, "Hà Nam", "ha-nam"),
    (35, "Điện Biên", "dien-bien"),
    (36, "Sóc Trăng", "soc-trang"),
    (37, "Hà Tĩnh", "ha-tinh"),
    (38, "Lào Cai", "lao-cai"),
    (39, "Đồng Tháp", "dong-thap"),
    (40, "Tây Ninh", "tay-ninh"),
    (41, "Khánh Hòa", "khanh-hoa"),
    (42, "Hòa Bình", "hoa-binh"),
    (43, "Đồng Nai", "dong-nai"),
    (44, "Sơn La", "son-la"),
    (45, "Kon Tum", "kon-tum"),
    (46, "Quảng Bình", "quang-binh"),
    (47, "Đắk Lắk", "dak-lak"),
    (48, "Tuyên Quang", "tuyen-quang"),
    (49, "Đắk Nông", "dak-nong"),
    (50, "Bình Thuận", "binh-thuan"),
    (51, "Bến Tre", "ben-tre"),
    (52, "Nghệ An", "nghe-an"),
    (53, "Lai Châu", "lai-chau"),
    (54, "An Giang", "an-giang"),
    (55, "Quảng Trị", "quang-tri"),
    (56, "Thái Bình", "thai-binh"),
    (57, "Hà Giang", "ha-giang"),
    (58, "Cà Mau", "ca-mau"),
    (59, "Phú Yên", "phu-yen"),
    (60, "Bạc Liêu", "bac-lieu"),
    (61, "Cao Bằng", "cao-bang"),
    (62, "Gia Lai", "gia-lai"),
    (63, "Bắc Kạn", "bac-kan"),
];

/// The 23 units formed on 1 July 2025, and the provinces merged into each.
const MERGERS: [(&str, &[&str]); 23] = [
    ("an-giang", &["kien-giang"]),
    ("bac-ninh", &["bac-giang"]),
    ("ca-mau", &["bac-lieu"]),
    ("can-tho", &["hau-giang", "soc-trang"]),
    ("da-nang", &["quang-nam"]),
    ("dak-lak", &["phu-yen"]),
    ("dong-nai", &["binh-phuoc"]),
    ("dong-thap", &["tien-giang"]),
    ("gia-lai", &["binh-dinh"]),
    ("hai-phong", &["hai-duong"]),
    ("ho-chi-minh-city", &["binh-duong", "br-vt"]),
    ("hung-yen", &["thai-binh"]),
    ("khanh-hoa", &["ninh-thuan"]),
    ("lam-dong", &["binh-thuan", "dak-nong"]),
    ("lao-cai", &["yen-bai"]),
    ("ninh-binh", &["ha-nam", "nam-dinh"]),
    ("phu-tho", &["hoa-binh", "vinh-phuc"]),
    ("quang-ngai", &["kon-tum"]),
    ("quang-tri", &["quang-binh"]),
    ("tay-ninh", &["long-an"]),
    ("thai-nguyen", &["bac-kan"]),
    ("tuyen-quang", &["ha-giang"]),
    ("vinh-long", &["ben-tre", "tra-vinh"]),
];

/// The 11 provinces that no other was merged into.
const UNCHANGED: [&str; 11] = [
    "cao-bang",
    "dien-bien",
    "ha-noi",
    "ha-tinh",
    "hue",
    "lai-chau",
    "lang-son",
    "nghe-an",
    "quang-ninh",
    "son-la",
    "thanh-hoa",
];

fn ids<'a>(of: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    of.into_iter().collect()
}

fn results<'a>(dataset: &'a Dataset, indicator: &str) -> Vec<&'a Observation> {
    let is_one = |o: &&Observation| o.kind == Kind::Result && o.indicator == indicator;
    dataset.observations.iter().filter(is_one).collect()
}

fn find<'a>(dataset: &'a Dataset, id: &str) -> &'a Observation {
    dataset.observation(id).unwrap_or_else(|| panic!("no {id}"))
}

/// Before the mergers of 1 July 2025, and since.
const LAST_DAY: &str = "2025-06-30";
const FIRST_DAY: &str = "2025-07-01";

#[test]
fn the_63_ranks_of_2022_are_the_published_table() {
    let dataset = real_data();
    let places: Vec<u32> = RANKING.iter().map(|(place, ..)| *place).collect();
    let expected: Vec<u32> = (1..=63).map(|n| if n == 16 { 15 } else { n }).collect();
    assert_eq!(places, expected);

    let ranked = results(&dataset, "dti-rank");
    let of_2022 = ranked.iter().filter(|o| o.period.unwrap().to_string() == "2022");
    let mut table = BTreeMap::new();
    for o in of_2022 {
        assert_eq!(o.id, format!("{}/dti-rank/result/2022", o.province));
        assert_eq!((o.base, o.source.as_str()), (Some(63), "dti-2022"), "{}", o.id);
        assert_eq!(o.comparator, Comparator::Equal, "{}", o.id);
        let (vi, en) = o.locator.split_once(" · ").unwrap();
        let row = vi.strip_prefix("dòng “").and_then(|row| row.strip_suffix('”')).unwrap();
        assert_eq!(en, format!("row “{row}”"));
        table.insert((row, o.province.as_str()), o.value().unwrap());
    }
    let published =
        RANKING.iter().map(|(place, name, id)| ((*name, *id), f64::from(*place))).collect();
    assert_eq!(table, published);
    let provinces = the_63(&dataset);
    assert_eq!(
        ids(provinces.iter().map(|p| p.id.as_str())),
        ids(RANKING.iter().map(|(.., id)| *id))
    );
}

/// The provinces on the last day before the mergers of 2025. Hà Tây had ended long before.
fn the_63(dataset: &Dataset) -> Vec<&Province> {
    let was_there = |p: &&Province| p.until.is_none_or(|until| until.end() >= day(LAST_DAY));
    let provinces = dataset.provinces.iter().filter(|p| p.kind == ProvinceKind::Province);
    provinces.filter(was_there).collect()
}

#[test]
fn all_63_are_there_and_34_of_them_go_on() {
    let dataset = real_data();
    let provinces = the_63(&dataset);
    assert_eq!(provinces.len(), 63);
    let parts = MERGERS.iter().flat_map(|(_, parts)| parts.iter().copied());
    let ended = ids(provinces.iter().filter(|p| p.until.is_some()).map(|p| p.id.as_str()));
    let going_on = ids(provinces.iter().filter(|p| p.until.is_none()).map(|p| p.id.as_str()));
    assert_eq!((ended.len(), going_on.len()), (29, 34));
    assert_eq!(ended, ids(parts));
    assert_eq!(going_on, ids(MERGERS.iter().map(|(whole, _)| *whole).chain(UNCHANGED)));
}

#[test]
fn each_merger_is_told_from_both_sides() {
    let dataset = real_data();
    for (whole, parts) in MERGERS {
        let took_in = &dataset.province(whole).unwrap().took_in;
        assert_eq!(
            ids(took_in.iter().map(|joined| joined.id.as_str())),
            ids(parts.iter().copied())
        );
        assert!(took_in.iter().all(|joined| joined.on.start() == day(FIRST_DAY)), "{whole}");
        for part in parts {
            let part = dataset.province(part).unwrap();
            assert_eq!(part.successor.as_deref(), Some(whole), "{}", part.id);
            assert_eq!(part.until.unwrap().end(), day(LAST_DAY), "{}", part.id);
        }
    }
    for id in UNCHANGED {
        let took_in = &dataset.province(id).unwrap().took_in;
        assert!(took_in.iter().all(|joined| joined.on.end() < day("2009-01-01")), "{id}");
        assert_eq!(took_in.is_empty(), id != "ha-noi", "{id}");
    }
}

#[test]
fn no_result_describes_a_unit_that_was_not_there() {
    let dataset = real_data();
    for o in dataset.observations.iter().filter(|o| o.kind == Kind::Result) {
        let until = dataset.province(&o.province).unwrap().until;
        let unit_day = o.unit_day().unwrap();
        assert!(until.is_none_or(|until| unit_day <= until.end()), "{}", o.id);
        // A ranking of 34 is one of the new units, a ranking of 63 one of the old.
        match o.base {
            Some(34) => assert!(unit_day >= day(FIRST_DAY), "{}", o.id),
            Some(63) => assert!(unit_day <= day(LAST_DAY), "{}", o.id),
            _ => {}
        }
    }
}

#[test]
fn ranks_and_scores_of_the_34_say_whose_borders_they_describe() {
    let dataset = real_data();
    let of_34: Vec<_> =
        results(&dataset, "dti-rank").into_iter().filter(|o| o.base == Some(34)).collect();
    assert!(!of_34.is_empty());
    for rank in of_34 {
        assert_eq!(rank.unit_as_of.map(|date| date.to_string()).as_deref(), Some(FIRST_DAY));
        let score = rank.id.replace("dti-rank", "dti-score");
        if let Some(score) = dataset.observation(&score) {
            assert_eq!(score.unit_as_of, rank.unit_as_of, "{}", score.id);
        }
    }
    let successor = find(&dataset, "ho-chi-minh-city/dti-rank/result/2024");
    let old = find(&dataset, "ho-chi-minh-city/dti-rank/result/2024-of-63");
    let reasons = compare(&dataset, old, successor).reasons;
    assert!(reasons.contains(&Reason::MergedUnit) && reasons.contains(&Reason::DifferentBase));
}

#[test]
fn every_rank_is_a_place_among_its_base() {
    let dataset = real_data();
    let is_rank = |o: &&Observation| dataset.indicator(&o.indicator).unwrap().unit.id() == "rank";
    for o in dataset.observations.iter().filter(is_rank) {
        let (value, base) = (o.value().unwrap(), o.base.unwrap());
        assert!(value >= 1.0 && value <= f64::from(base) && value.fract() == 0.0, "{}", o.id);
        let expected: &[u32] = match o.indicator.as_str() {
            "egdi-rank" => &[193],
            // Those with a total in that year.
            "papi-rank" => &[60, 61, 63],
            _ => &[34, 63],
        };
        assert!(expected.contains(&base), "{}: {base}", o.id);
    }
}

#[test]
fn what_was_worked_back_follows_from_its_parent() {
    let dataset = real_data();
    let of = |id: &str| find(&dataset, id).value().unwrap();
    let rounded = |value: f64| (value * 10_000.0).round() / 10_000.0;
    let expected = BTreeMap::from([
        ("national/dti-score/result/2020", of("national/dti-score/result/2021") / 1.327),
        ("national/dti-national/result/2020", of("national/dti-national/result/2023") / 1.508),
        ("binh-duong/dti-rank/result/2021", of("binh-duong/dti-rank/result/2022") + 3.0),
        ("tra-vinh/dti-rank/result/2021", of("tra-vinh/dti-rank/result/2022") + 1.0),
        ("tra-vinh/dti-score/result/2021", of("tra-vinh/dti-score/result/2022") - 0.1783),
        ("br-vt/papi-rank/result/2023", of("br-vt/papi-rank/result/2024") + 2.0),
        ("br-vt/dti-rank/result/2024", 7.0),
        (
            "national/online-dossiers-full/result/2023",
            // As its source has 2024, without the decimals of the other one.
            45.0 / 2.5,
        ),
    ]);
    let mut derived = BTreeMap::new();
    // The tables' own places are tested with their cells.
    let of_entries = |o: &&Observation| o.basis == Basis::Derived && !o.is_of_table();
    for o in dataset.observations.iter().filter(of_entries) {
        assert!(o.note.is_some(), "{}", o.id);
        if o.derived_from.len() > 1 {
            // Shares, which `a_share_that_was_worked_out_follows_from_its_counts` computes.
            continue;
        }
        let parent = find(&dataset, &o.derived_from[0]);
        // The place of a table that prints scores only is counted off the scores.
        let of_score = matches!(
            (o.indicator.as_str(), parent.indicator.as_str()),
            ("dti-rank", "dti-score") | ("papi-rank", "papi-score")
        );
        assert!(of_score || parent.indicator == o.indicator, "{}", o.id);
        assert_eq!(parent.province, o.province, "{}", o.id);
        // Those of whole tables are counted off in `dti.rs`.
        if !o.locator.contains("column") {
            derived.insert(o.id.as_str(), o.value().unwrap());
        }
    }
    assert_eq!(derived, expected.into_iter().map(|(id, value)| (id, rounded(value))).collect());
}

#[test]
fn a_share_that_was_worked_out_follows_from_its_counts() {
    let dataset = real_data();
    let mut found = Vec::new();
    for o in dataset.observations.iter().filter(|o| o.basis == Basis::Derived && !o.is_of_table()) {
        let parents: Vec<f64> =
            o.derived_from.iter().map(|id| find(&dataset, id).value().unwrap()).collect();
        let share = match parents[..] {
            [part, whole] => part / whole * 100.0,
            // Of a later count by the number of people that an earlier count and its share tell.
            [count, earlier, share] => count / (earlier / share),
            _ => continue,
        };
        let rounded = (share * 10.0).round() / 10.0;
        assert_eq!(o.value(), Some(rounded), "{}", o.id);
        found.push(o.id.as_str());
    }
    found.sort_unstable();
    assert_eq!(
        found,
        [
            "bac-lieu/online-dossiers-received/result/2024-06",
            "national/digital-certificates-issued-adults/result/2025",
            "national/online-dossiers-received/result/2025-07-10",
        ]
    );
}

#[test]
fn every_dispute_names_another_figure() {
    let dataset = real_data();
    let mut n_disputes = 0;
    for o in &dataset.observations {
        for id in &o.disputes {
            let other = find(&dataset, id);
            assert!(other.id != o.id && other.province == o.province, "{}", o.id);
            n_disputes += 1;
        }
    }
    assert!(n_disputes >= 5, "{n_disputes}");
    // The conflicts between sources that are known, from either side.
    for (one, other) in [
        ("binh-phuoc/online-services/target/2023", "binh-phuoc/online-services/result/2022"),
        (
            "binh-phuoc/online-dossiers-full/target/2023",
            "binh-phuoc/online-dossiers-full/result/2022",
        ),
        (
            "national/digital-economy-share-gso/result/2022",
            "national/digital-economy-share-gso/result/2022-first",
        ),
    ] {
        assert!(find(&dataset, one).disputes.iter().any(|id| id == other), "{one}");
    }
    // Two editions, two dates, two methods: no dispute.
    for id in [
        "binh-phuoc/dti-economy-rank/result/2022",
        "binh-phuoc/national-portal-services/result/2023-07-27",
        "binh-phuoc/national-portal-services-rank/result/2023-07-27",
        "national/digital-economy-share-mic/result/2022",
        "national/digital-economy-share-mic/result/2023",
        "khanh-hoa/dti-rank-unstated/result/2026-03-10",
    ] {
        assert_eq!(find(&dataset, id).disputes, Vec::<String>::new(), "{id}");
    }
}

#[test]
fn of_a_figure_that_was_revised_the_last_one_stands() {
    let dataset = real_data();
    let share = |suffix: &str| format!("national/digital-economy-share-gso/result/{suffix}");
    for (year, earlier) in [("2022", &["2022-first", "2022-second"][..]), ("2023", &["2023-first"])]
    {
        let last = find(&dataset, &share(year));
        for earlier in earlier {
            let earlier = find(&dataset, &share(earlier));
            assert_eq!(earlier.date().unwrap().end(), last.date().unwrap().end());
            assert!(last.id < earlier.id && last.disputes.contains(&earlier.id), "{}", earlier.id);
        }
    }
}

#[test]
fn the_two_shares_of_the_digital_economy_are_never_one_series() {
    let dataset = real_data();
    let head = dataset.naming_indicator("digital-economy-share").unwrap();
    for result in results(&dataset, &head.id) {
        let note = result.note.as_ref().map(|note| note.en.as_str()).unwrap_or_default();
        assert!(note.contains("The method is not named"), "{}", result.id);
    }
    for year in ["2021", "2022", "2023"] {
        let of = |way: &str| format!("national/digital-economy-share-{way}/result/{year}");
        let found = compare(&dataset, find(&dataset, &of("gso")), find(&dataset, &of("mic")));
        assert_eq!(found.verdict, Verdict::NotComparable);
        assert!(found.reasons.contains(&Reason::DifferentDefinition));
        assert_eq!(found.difference, None);
    }
}

#[test]
fn no_series_of_the_index_crosses_a_change_of_method() {
    let dataset = real_data();
    let between = |province: &str, indicator: &str, years: [&str; 2]| {
        let of = |year| find(&dataset, &format!("{province}/{indicator}/result/{year}"));
        compare(&dataset, of(years[0]), of(years[1])).reasons
    };
    for (province, indicator) in
        [("da-nang", "dti-rank"), ("da-nang", "dti-score"), ("national", "dti-score")]
    {
        assert!(between(province, indicator, ["2020", "2021"]).contains(&Reason::MethodBreak));
        assert!(!between(province, indicator, ["2021", "2023"]).contains(&Reason::MethodBreak));
    }
    assert!(between("da-nang", "dti-rank", ["2023", "2024-of-63"]).contains(&Reason::MethodBreak));
    assert!(between("national", "dti-score", ["2023", "2024"]).contains(&Reason::MethodBreak));
    // The index of the country itself is another one, without breaks.
    assert!(!between("national", "dti-national", ["2023", "2024"]).contains(&Reason::MethodBreak));
    for indicator in dataset.indicators.iter().filter(|i| i.id.starts_with("dti-")) {
        let is_national = indicator.id == "dti-national";
        let expected: &[Year] = if is_national { &[] } else { &[Year(2021), Year(2024)] };
        assert_eq!(indicator.breaks, expected, "{}", indicator.id);
    }
}
