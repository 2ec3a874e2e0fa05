//! The country as a grid of equal tiles: the cell of each province, and the letters that stand for
//! it if its name does not fit.
//!
//! A grid cannot keep every border. It keeps the outline – the wide north, the narrow waist, the
//! south with the delta – and which provinces lie north, south, inland or by the sea of which.
//! Neighbors stay neighbors where nine columns allow it. Both grids leave the same cells to the
//! archipelagos.

/// The number of columns and rows of both grids.
pub(crate) const GRID_SIZE: (u8, u8) = (9, 16);

/// Hoàng Sa, which belongs to Đà Nẵng: column, row and how many columns wide.
pub(crate) const HOANG_SA: (u8, u8, u8) = (7, 7, 2);

/// Trường Sa, which belongs to Khánh Hòa; likewise.
pub(crate) const TRUONG_SA: (u8, u8, u8) = (7, 15, 2);

/// The 63 provinces before 1 July 2025, from north to south: id, column, row, letters.
pub(crate) const CELLS_63: [(&str, u8, u8, &str); 63] = [
    ("lao-cai", 2, 0, "LCa"),
    ("ha-giang", 3, 0, "HàG"),
    ("cao-bang", 4, 0, "CB"),
    ("lai-chau", 1, 1, "LCh"),
    ("yen-bai", 2, 1, "YB"),
    ("tuyen-quang", 3, 1, "TQ"),
    ("bac-kan", 4, 1, "BK"),
    ("lang-son", 5, 1, "LS"),
    ("dien-bien", 0, 2, "ĐB"),
    ("son-la", 1, 2, "SL"),
    ("phu-tho", 2, 2, "PT"),
    ("vinh-phuc", 3, 2, "VP"),
    ("thai-nguyen", 4, 2, "TNg"),
    ("bac-giang", 5, 2, "BG"),
    ("quang-ninh", 6, 2, "QNi"),
    ("hoa-binh", 2, 3, "HB"),
    ("ha-noi", 3, 3, "HN"),
    ("bac-ninh", 4, 3, "BN"),
    ("hai-duong", 5, 3, "HD"),
    ("hai-phong", 6, 3, "HP"),
    ("ha-nam", 3, 4, "HNa"),
    ("hung-yen", 4, 4, "HY"),
    ("thai-binh", 5, 4, "TB"),
    ("thanh-hoa", 2, 5, "TH"),
    ("ninh-binh", 3, 5, "NB"),
    ("nam-dinh", 4, 5, "NĐ"),
    ("nghe-an", 2, 6, "NA"),
    ("ha-tinh", 3, 6, "HT"),
    ("quang-binh", 3, 7, "QB"),
    ("quang-tri", 4, 7, "QT"),
    ("hue", 5, 8, "Huế"),
    ("da-nang", 6, 8, "ĐNẵ"),
    ("quang-nam", 6, 9, "QNa"),
    ("quang-ngai", 7, 9, "QNg"),
    ("kon-tum", 6, 10, "KT"),
    ("binh-dinh", 7, 10, "BĐị"),
    ("gia-lai", 6, 11, "GL"),
    ("phu-yen", 7, 11, "PY"),
    ("tay-ninh", 3, 12, "TNi"),
    ("binh-phuoc", 4, 12, "BP"),
    ("dak-nong", 5, 12, "ĐNô"),
    ("dak-lak", 6, 12, "ĐL"),
    ("khanh-hoa", 7, 12, "KH"),
    ("an-giang", 0, 13, "AG"),
    ("can-tho", 1, 13, "CT"),
    ("dong-thap", 2, 13, "ĐT"),
    ("long-an", 3, 13, "LA"),
    ("binh-duong", 4, 13, "BDư"),
    ("dong-nai", 5, 13, "ĐNai"),
    ("lam-dong", 6, 13, "LĐ"),
    ("ninh-thuan", 7, 13, "NT"),
    ("kien-giang", 0, 14, "KG"),
    ("hau-giang", 1, 14, "HậG"),
    ("vinh-long", 2, 14, "VL"),
    ("tien-giang", 3, 14, "TG"),
    ("ho-chi-minh-city", 4, 14, "HCM"),
    ("br-vt", 5, 14, "BRVT"),
    ("binh-thuan", 6, 14, "BTh"),
    ("ca-mau", 0, 15, "CM"),
    ("bac-lieu", 1, 15, "BL"),
    ("soc-trang", 2, 15, "ST"),
    ("tra-vinh", 3, 15, "TV"),
    ("ben-tre", 4, 15, "BTr"),
];

/// The 34 provinces since then, likewise.
pub(crate) const CELLS_34: [(&str, u8, u8, &str); 34] = [
    ("lai-chau", 1, 0, "LCh"),
    ("lao-cai", 2, 0, "LCa"),
    ("tuyen-quang", 3, 0, "TQ"),
    ("cao-bang", 4, 0, "CB"),
    ("dien-bien", 0, 1, "ĐB"),
    ("son-la", 1, 1, "SL"),
    ("phu-tho", 2, 1, "PT"),
    ("thai-nguyen", 3, 1, "TNg"),
    ("lang-son", 4, 1, "LS"),
    ("ha-noi", 2, 2, "HN"),
    ("bac-ninh", 3, 2, "BN"),
    ("quang-ninh", 4, 2, "QNi"),
    ("ninh-binh", 2, 3, "NB"),
    ("hung-yen", 3, 3, "HY"),
    ("hai-phong", 4, 3, "HP"),
    ("thanh-hoa", 2, 4, "TH"),
    ("nghe-an", 2, 5, "NA"),
    ("ha-tinh", 3, 6, "HT"),
    ("quang-tri", 4, 7, "QT"),
    ("hue", 5, 8, "Huế"),
    ("da-nang", 6, 8, "ĐNẵ"),
    ("quang-ngai", 6, 9, "QNg"),
    ("gia-lai", 6, 10, "GL"),
    ("dak-lak", 6, 11, "ĐL"),
    ("tay-ninh", 3, 12, "TNi"),
    ("dong-nai", 4, 12, "ĐNai"),
    ("lam-dong", 5, 12, "LĐ"),
    ("khanh-hoa", 6, 12, "KH"),
    ("an-giang", 2, 13, "AG"),
    ("dong-thap", 3, 13, "ĐT"),
    ("ho-chi-minh-city", 4, 13, "HCM"),
    ("can-tho", 2, 14, "CT"),
    ("vinh-long", 3, 14, "VL"),
    ("ca-mau", 1, 15, "CM"),
];

#[cfg(test)]
mod tests {
    use super::*;

    type Places = [(&'static str, u8, u8, &'static str)];

    fn cell(places: &Places, id: &str) -> (i32, i32) {
        let place = places.iter().find(|place| place.0 == id);
        let (_, column, row, _) = place.unwrap_or_else(|| panic!("no {id}"));
        (i32::from(*column), i32::from(*row))
    }

    /// Cells that touch at an edge or a corner.
    fn touch(one: (i32, i32), other: (i32, i32)) -> bool {
        one != other && (one.0 - other.0).abs() <= 1 && (one.1 - other.1).abs() <= 1
    }

    #[test]
    fn every_province_has_an_id_a_cell_and_letters_of_its_own() {
        for places in [&CELLS_63[..], &CELLS_34[..]] {
            for (index, (id, column, row, code)) in places.iter().enumerate() {
                assert!(*column < GRID_SIZE.0 && *row < GRID_SIZE.1, "{id}");
                assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
                assert!((2..=4).contains(&code.chars().count()), "{code}");
                for (other, other_column, other_row, other_code) in &places[..index] {
                    assert_ne!(id, other);
                    assert_ne!((column, row), (other_column, other_row), "{id} and {other}");
                    assert_ne!(code, other_code, "{id} and {other}");
                }
            }
        }
    }

    #[test]
    fn those_that_go_on_keep_their_letters() {
        for (id, _, _, code) in CELLS_34 {
            let before = CELLS_63.iter().find(|place| place.0 == id);
            assert_eq!(before.map(|place| place.3), Some(code), "{id}");
        }
    }

    #[test]
    fn the_archipelagos_lie_free_in_the_east_of_their_provinces() {
        for places in [&CELLS_63[..], &CELLS_34[..]] {
            for ((left, row, span), owner) in [(HOANG_SA, "da-nang"), (TRUONG_SA, "khanh-hoa")] {
                assert!(left + span <= GRID_SIZE.0 && row < GRID_SIZE.1);
                let is_there = |place: &&(&str, u8, u8, &str)| place.2 == row && place.1 >= left;
                assert_eq!(places.iter().find(is_there), None);
                assert!(i32::from(left + span - 1) > cell(places, owner).0);
            }
        }
    }

    /// Pairs of provinces with well-known land borders.
    #[test]
    fn neighbors_touch() {
        let of_63 = [
            ("ha-giang", "tuyen-quang"),
            ("yen-bai", "lao-cai"),
            ("bac-kan", "cao-bang thai-nguyen"),
            ("lang-son", "cao-bang bac-giang"),
            ("son-la", "dien-bien phu-tho"),
            ("ha-noi", "vinh-phuc hoa-binh bac-ninh ha-nam hung-yen"),
            ("hai-phong", "quang-ninh hai-duong"),
            ("thanh-hoa", "ninh-binh nghe-an"),
            ("nam-dinh", "thai-binh ninh-binh"),
            ("ha-tinh", "nghe-an quang-binh"),
            ("quang-tri", "quang-binh hue"),
            ("hue", "da-nang"),
            ("quang-nam", "da-nang quang-ngai kon-tum"),
            ("binh-dinh", "quang-ngai gia-lai phu-yen"),
            ("gia-lai", "kon-tum dak-lak"),
            ("binh-phuoc", "tay-ninh dak-nong binh-duong dong-nai"),
            ("dak-nong", "dak-lak lam-dong"),
            ("khanh-hoa", "phu-yen dak-lak lam-dong ninh-thuan"),
            ("can-tho", "an-giang dong-thap hau-giang vinh-long"),
            ("long-an", "tay-ninh tien-giang ho-chi-minh-city"),
            ("dong-nai", "lam-dong ho-chi-minh-city br-vt"),
            ("kien-giang", "an-giang ca-mau"),
            ("hau-giang", "bac-lieu soc-trang"),
            ("ho-chi-minh-city", "binh-duong br-vt"),
            ("binh-thuan", "lam-dong ninh-thuan br-vt"),
            ("bac-lieu", "ca-mau soc-trang"),
            ("tra-vinh", "vinh-long ben-tre"),
            ("ben-tre", "tien-giang"),
        ];
        let of_34 = [
            ("lao-cai", "lai-chau tuyen-quang"),
            ("cao-bang", "tuyen-quang lang-son"),
            ("son-la", "dien-bien phu-tho"),
            ("ha-noi", "phu-tho bac-ninh hung-yen"),
            ("bac-ninh", "thai-nguyen"),
            ("quang-ninh", "hai-phong"),
            ("thanh-hoa", "ninh-binh nghe-an"),
            ("ha-tinh", "nghe-an quang-tri"),
            ("hue", "quang-tri da-nang"),
            ("quang-ngai", "da-nang gia-lai"),
            ("dak-lak", "gia-lai lam-dong khanh-hoa"),
            ("tay-ninh", "dong-nai dong-thap ho-chi-minh-city"),
            ("lam-dong", "dong-nai khanh-hoa ho-chi-minh-city"),
            ("dong-thap", "an-giang ho-chi-minh-city vinh-long"),
            ("ho-chi-minh-city", "dong-nai"),
            ("can-tho", "an-giang vinh-long ca-mau"),
        ];
        for (places, neighbors) in [(&CELLS_63[..], &of_63[..]), (&CELLS_34[..], &of_34[..])] {
            for (one, others) in neighbors {
                for other in others.split(' ') {
                    assert!(touch(cell(places, one), cell(places, other)), "{one} and {other}");
                }
            }
        }
    }

    #[test]
    fn what_lies_south_of_what_does_so_here() {
        let southward = [
            "ha-giang ha-noi",
            "ha-noi thanh-hoa",
            "thanh-hoa nghe-an",
            "ha-tinh quang-binh",
            "hue quang-nam",
            "da-nang quang-nam",
            "phu-yen khanh-hoa",
            "khanh-hoa ninh-thuan",
            "binh-phuoc binh-duong",
            "binh-duong ho-chi-minh-city",
            "dong-nai br-vt",
            "an-giang ca-mau",
            "ho-chi-minh-city ca-mau",
        ];
        for pair in southward {
            let (north, south) = pair.split_once(' ').unwrap();
            assert!(cell(&CELLS_63, north).1 < cell(&CELLS_63, south).1, "{pair}");
        }
    }
}
