//! The competitiveness index of the provinces, and the lists of which only a part was found: nothing was lost
//! or changed on the way, and what is said of them holds.

use std::collections::BTreeMap;

use tinhso::compare::{Reason, compare};
use tinhso::data::{Basis, Comparator, Dataset, Kind, Observation};

use crate::support::{checksum, day, real_data};

/// Of each indicator and year: the number of figures of provinces, and a checksum of them that was computed
/// from the gathered tables without this program.
const LISTS: [(&str, &str, usize, u64); 62] = [
    ("digital-economy-share-mic", "2022", 13, 0x39d7_a408_1391_a51f),
    ("dti-rank", "2020", 16, 0xd9ed_651d_68c6_b612),
    ("dti-rank", "2021", 8, 0x37a2_e65a_0aca_b418),
    ("dti-score", "2020", 4, 0x61e3_e11c_675a_6577),
    ("dti-score", "2021", 5, 0x265e_39be_6f9e_73ec),
    ("egov-2017-rank", "2017", 53, 0x6d34_a92a_1de3_e4c3),
    ("egov-2017-score", "2017", 53, 0xe1d7_72db_97b5_dcfd),
    ("par-index", "2021", 1, 0xdc6a_cc5f_5a87_be15),
    ("par-index", "2022", 1, 0x6af5_e841_8840_d0dd),
    ("par-index", "2023", 6, 0x2ba1_01a7_ba85_1528),
    ("par-index", "2024", 2, 0x0ce0_b86b_3a5f_d498),
    ("par-index-rank", "2021", 1, 0xefa1_231f_3cf0_1911),
    ("par-index-rank", "2022", 5, 0x43c0_db80_0f8a_4545),
    ("par-index-rank", "2023", 6, 0xa754_38fa_ab19_1d08),
    ("par-index-rank", "2024", 5, 0xad99_124e_ebde_8f65),
    ("pci-rank", "2007", 63, 0x0ca7_ce62_19ec_4108),
    ("pci-rank", "2008", 63, 0x2aa0_52ec_89f0_3def),
    ("pci-rank", "2009", 63, 0x7ddd_e895_16e9_863c),
    ("pci-rank", "2010", 63, 0xe6f7_3448_f808_fae2),
    ("pci-rank", "2011", 63, 0xbfdb_44fe_be45_c295),
    ("pci-rank", "2012", 63, 0xbfe1_4020_cbbd_92ce),
    ("pci-rank", "2013", 63, 0xc366_b964_ee5a_16d1),
    ("pci-rank", "2014", 63, 0x9ddb_eba4_afb8_4370),
    ("pci-rank", "2015", 63, 0x72f7_82f8_135c_f7f7),
    ("pci-rank", "2016", 63, 0x23ec_db74_4359_7146),
    ("pci-rank", "2017", 63, 0xcb92_c3fc_7e36_d069),
    ("pci-rank", "2018", 63, 0x8948_e07e_62c6_b2dc),
    ("pci-rank", "2019", 25, 0xcebb_02f9_c3e0_1ddc),
    ("pci-rank", "2020", 63, 0xe67a_4930_2a63_cd6d),
    ("pci-rank", "2021", 24, 0x798d_0a71_8318_110b),
    ("pci-rank", "2022", 16, 0xa06b_d37b_581d_5cc5),
    ("pci-rank", "2024", 1, 0x7c72_73b7_8ef7_b34c),
    ("pci-score", "2005", 41, 0xaab9_be4a_69e1_4f92),
    ("pci-score", "2006", 63, 0xab7d_591a_2da3_90b7),
    ("pci-score", "2007", 63, 0x9e4f_077b_355f_a27e),
    ("pci-score", "2008", 63, 0xb20d_8b28_0115_b762),
    ("pci-score", "2009", 63, 0xfb90_16a2_9a18_539c),
    ("pci-score", "2010", 63, 0x16b0_f48a_3535_8cae),
    ("pci-score", "2011", 63, 0xaf1c_8ae6_241b_d637),
    ("pci-score", "2012", 63, 0x7148_1e54_11ca_3b34),
    ("pci-score", "2013", 63, 0xe2cd_ab32_269d_5a03),
    ("pci-score", "2014", 63, 0x82e5_1918_56b0_0222),
    ("pci-score", "2015", 63, 0x56b1_423a_cbda_b32c),
    ("pci-score", "2016", 63, 0xbce9_65ca_8920_fda9),
    ("pci-score", "2017", 63, 0x79a3_8bb3_370d_ecb7),
    ("pci-score", "2018", 63, 0xf3ac_0001_19db_6b09),
    ("pci-score", "2019", 25, 0x0cb3_9d4a_d67d_5b9a),
    ("pci-score", "2020", 63, 0x9109_6a6d_be20_2395),
    ("pci-score", "2021", 23, 0xd975_8f21_e6e0_7bb7),
    ("pci-score", "2022", 14, 0xa7cc_744d_3fc1_2c76),
    ("pii-rank", "2023", 12, 0xc801_0c6c_8644_4336),
    ("pii-rank", "2024", 11, 0x591a_4d47_b6e1_f81a),
    ("pii-rank", "2025", 6, 0x25be_37f2_3904_54e7),
    ("pii-score", "2023", 4, 0x0bc3_650d_4f5e_3aa9),
    ("pii-score", "2024", 2, 0x5c97_d29c_fa35_0914),
    ("pii-score", "2025", 6, 0xaa14_d2e8_e0bd_f56f),
    ("sipas", "2021", 1, 0x199a_eb5b_a460_fe7a),
    ("sipas", "2022", 1, 0xc893_198c_b3df_6fd8),
    ("sipas", "2024", 1, 0xea06_6174_d937_f935),
    ("sipas-rank", "2021", 1, 0x2cab_7b8f_77a0_0bcb),
    ("sipas-rank", "2022", 5, 0x729c_16d3_a339_2c95),
    ("sipas-rank", "2023", 1, 0x38aa_82e0_7cc4_4256),
];

/// Figures beside those of the lists, from other sources: two pages of provinces that differ from the
/// ranking of their year, what Gia Lai had the year before, and a place of Cà Mau.
const BESIDE: [&str; 6] = [
    "binh-phuoc/pci-score/result/2007-own-page",
    "binh-phuoc/pci-rank/result/2007-own-page",
    "ninh-thuan/pci-rank/result/2007-own-page",
    "gia-lai/pii-score/result/2023",
    "gia-lai/pii-rank/result/2023",
    "ca-mau/dti-rank/result/2020",
];

/// The results of the provinces by one indicator for one year, without those [`BESIDE`].
fn list<'a>(dataset: &'a Dataset, indicator: &str, year: &str) -> Vec<&'a Observation> {
    let is_in_it = |o: &&Observation| {
        o.kind == Kind::Result
            && o.province != "national"
            && o.indicator == indicator
            && o.period.is_some_and(|period| period.to_string() == year)
            && !BESIDE.contains(&o.id.as_str())
    };
    dataset.observations.iter().filter(is_in_it).collect()
}

/// The values of one indicator for one year, by province.
fn values<'a>(dataset: &'a Dataset, indicator: &str, year: &str) -> BTreeMap<&'a str, f64> {
    let figures = list(dataset, indicator, year).into_iter();
    figures.map(|o| (o.province.as_str(), o.value().unwrap())).collect()
}

/// The years for which the ranking of the competitiveness index was found with all 63.
fn whole_years() -> impl Iterator<Item = String> {
    (2007..=2018).chain([2020]).map(|year| year.to_string())
}

#[test]
fn every_cell_is_a_figure_with_the_published_value() {
    let dataset = real_data();
    for (indicator, year, n_figures, expected) in LISTS {
        let figures = list(&dataset, indicator, year);
        let line = |o: &&Observation| {
            format!("{year}|{}|{indicator}|{:.4}", o.province, o.value().unwrap())
        };
        let mut lines: Vec<String> = figures.iter().map(line).collect();
        lines.sort_unstable();
        assert_eq!(lines.len(), n_figures, "{indicator} {year}");
        assert_eq!(checksum(&lines.join("\n")), expected, "{indicator} {year}: {lines:#?}");
    }
}

#[test]
fn every_figure_has_a_source_and_no_place_is_ours() {
    let dataset = real_data();
    for (indicator, year, ..) in LISTS {
        for o in list(&dataset, indicator, year) {
            assert!(dataset.source(&o.source).is_some(), "{}", o.id);
            // That of 2021 has places that follow from what its newspapers say of the year before.
            if !indicator.starts_with("dti-") {
                assert!(o.basis != Basis::Derived && o.derived_from.is_empty(), "{}", o.id);
            }
            let base = if year == "2025" { 34 } else { 63 };
            assert_eq!(o.base, indicator.ends_with("rank").then_some(base), "{}", o.id);
        }
    }
}

/// 23 places are ordered by decimals that the printed score hides; all others follow from the scores.
#[test]
fn a_printed_place_differs_from_that_of_the_printed_scores_inside_ties_only() {
    let dataset = real_data();
    let mut n_hidden = 0;
    for year in whole_years() {
        let scores = values(&dataset, "pci-score", &year);
        let places = values(&dataset, "pci-rank", &year);
        assert_eq!((scores.len(), places.len()), (63, 63), "{year}");
        let mut all: Vec<f64> = places.values().copied().collect();
        all.sort_by(f64::total_cmp);
        assert_eq!(all, (1..=63).map(f64::from).collect::<Vec<_>>(), "{year}: each place once");
        for (province, place) in places {
            let score = scores[province];
            let count = |is: &dyn Fn(f64) -> bool| {
                f64::from(u32::try_from(scores.values().filter(|s| is(**s)).count()).unwrap())
            };
            let (n_better, n_equal) =
                (count(&|s| s > score), count(&|s| s >= score) - count(&|s| s > score));
            assert!(place > n_better && place <= n_better + n_equal, "{province} {year}");
            n_hidden += usize::from(place > n_better + 1.0);
        }
    }
    assert_eq!(n_hidden, 23);
}

/// 2005: 41 of 42. 2006: the 63 without Hà Tây. Of neither is a place told.
#[test]
fn the_first_two_years_lack_a_province_and_have_no_places() {
    let dataset = real_data();
    for (year, n) in [("2005", 41), ("2006", 63)] {
        assert_eq!(values(&dataset, "pci-score", year).len(), n, "{year}");
        assert!(values(&dataset, "pci-rank", year).is_empty(), "{year}");
    }
    let first = values(&dataset, "pci-score", "2005");
    for absent in ["dak-nong", "bac-giang", "lao-cai"] {
        assert!(!first.contains_key(absent), "{absent}");
    }
}

/// What its publisher says: who was first, and with how many points.
#[test]
fn the_first_of_the_ranking_are_those_that_were_announced() {
    let dataset = real_data();
    for (year, province, score) in [
        ("2014", "da-nang", 66.87),
        ("2017", "quang-ninh", 70.69),
        ("2019", "quang-ninh", 73.4),
        ("2020", "quang-ninh", 75.09),
        ("2022", "quang-ninh", 72.95),
    ] {
        assert_eq!(values(&dataset, "pci-rank", year)[province], 1.0, "{year}");
        assert_eq!(values(&dataset, "pci-score", year)[province], score, "{year}");
    }
    // Hà Nội was 26th in 2014.
    assert_eq!(values(&dataset, "pci-rank", "2014")["ha-noi"], 26.0);
}

/// The method changed in 2006, 2009, 2013 and 2017: no difference crosses these years, and within them only
/// the year asks for care.
#[test]
fn no_comparison_crosses_a_change_of_the_method() {
    let dataset = real_data();
    for indicator in ["pci-score", "pci-rank"] {
        let breaks: Vec<String> =
            dataset.indicator(indicator).unwrap().breaks.iter().map(ToString::to_string).collect();
        assert_eq!(breaks, ["2006", "2009", "2013", "2017"], "{indicator}");
        let of =
            |year: i32| dataset.observation(&format!("da-nang/{indicator}/result/{year}")).unwrap();
        for year in 2007..=2017 {
            let found = compare(&dataset, of(year), of(year + 1));
            let is_break = [2009, 2013, 2017].contains(&(year + 1));
            assert_eq!(found.reasons.contains(&Reason::MethodBreak), is_break, "{year}");
            assert_eq!(found.difference.is_none(), is_break, "{year}");
        }
    }
}

/// The ranking of 2007 has 63 provinces, though 64 were rated: the own pages of two count one more.
#[test]
fn pages_of_provinces_differ_from_the_ranking_of_2007_and_say_so() {
    let dataset = real_data();
    for (id, own, of_all) in [
        ("binh-phuoc/pci-score/result/2007", 50.38, 50.37),
        ("binh-phuoc/pci-rank/result/2007", 49.0, 48.0),
        ("ninh-thuan/pci-rank/result/2007", 55.0, 54.0),
    ] {
        let page = dataset.observation(&format!("{id}-own-page")).unwrap();
        let cell = dataset.observation(id).unwrap();
        assert_eq!((page.value(), cell.value()), (Some(own), Some(of_all)), "{id}");
        assert_eq!(page.disputes, [id]);
        assert!(page.note.is_some() && cell.note.is_some(), "{id}");
        assert_eq!(cell.unit_day(), Some(day("2007-12-31")));
    }
}

#[test]
fn an_entry_of_before_keeps_its_id() {
    let dataset = real_data();
    let rank = dataset.observation("br-vt/pci-rank/result/2021").unwrap();
    assert_eq!((rank.value(), rank.source.as_str()), (Some(9.0), "pci-2021"));
    assert!(rank.also.iter().any(|also| also.source == "brvt-par-2022"));
    let share = dataset.observation("bac-lieu/digital-economy-share-mic/result/2022").unwrap();
    assert_eq!((share.value(), share.comparator), (Some(4.87), Comparator::About));
    assert!(share.locator.starts_with("đoạn 2–3"), "{}", share.locator);
    assert!(share.note.as_ref().unwrap().vi.contains("sơ bộ"));
}

#[test]
fn the_place_of_a_province_that_looks_wrong_carries_no_headline() {
    let dataset = real_data();
    let doubtful = dataset.observation("gia-lai/pii-rank/result/2024").unwrap();
    assert!(doubtful.has_caveat() && doubtful.base == Some(63));
    // With half a point more it would have gone from the 61st place to the 21st.
    let score = |year: &str| values_of(&dataset, "gia-lai/pii-score/result/", year);
    assert_eq!((score("2023"), score("2024"), score("2025")), (25.83, 26.31, 37.66));
}

fn values_of(dataset: &Dataset, id: &str, year: &str) -> f64 {
    dataset.observation(&format!("{id}{year}")).and_then(Observation::value).unwrap()
}
