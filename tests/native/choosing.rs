//! Which provinces an address sets off.

use proptest::prelude::*;
use tinhso::address::{IgnoredReason, MAX_CHOSEN, Parsed, href, parse};
use tinhso::data::Dataset;

use crate::support::real_data;

fn read(dataset: &Dataset, page: &str, provinces: &str) -> Parsed {
    parse("/", page, &format!("tinh={provinces}"), "", dataset)
}

fn chosen(parsed: &Parsed) -> Option<Vec<&str>> {
    let provinces = parsed.address.selection.provinces.as_ref()?;
    Some(provinces.iter().map(String::as_str).collect())
}

#[test]
fn any_province_can_be_set_off_beside_the_followed_ones() {
    let data = real_data();
    for page in ["/so-sanh/dti-rank/", "/xep-hang/", "/chi-tieu/dti-rank/"] {
        let parsed = read(&data, page, "hue,br-vt,quang-nam");
        assert_eq!(chosen(&parsed), Some(vec!["br-vt", "hue", "quang-nam"]), "{page}");
        assert_eq!(parsed.ignored, [], "{page}");
        let link = href("/", &parsed.address);
        assert_eq!(link, format!("{page}?tinh=br-vt,hue,quang-nam"));
    }
}

#[test]
fn the_followed_provinces_alone_are_the_default() {
    let data = real_data();
    let all = read(&data, "/xep-hang/", "bac-lieu,khanh-hoa,br-vt,binh-phuoc");
    assert_eq!(chosen(&all), None);
    let with_one = read(&data, "/xep-hang/", "bac-lieu,khanh-hoa,br-vt,binh-phuoc,hue");
    let expected = vec!["br-vt", "khanh-hoa", "binh-phuoc", "bac-lieu", "hue"];
    assert_eq!(chosen(&with_one), Some(expected));
}

#[test]
fn a_seventh_province_is_named_and_left_out() {
    let data = real_data();
    let parsed =
        read(&data, "/xep-hang/", "hue,da-nang,hue,quang-nam,an-giang,ha-noi,cao-bang,br-vt");
    let expected = vec!["br-vt", "hue", "da-nang", "quang-nam", "an-giang", "ha-noi"];
    assert_eq!(chosen(&parsed), Some(expected));
    let [ignored] = &parsed.ignored[..] else { panic!("{:?}", parsed.ignored) };
    assert_eq!((ignored.value.as_str(), ignored.reason), ("cao-bang", IgnoredReason::TooMany));
}

#[test]
fn the_page_of_promises_is_about_followed_provinces() {
    let data = real_data();
    let parsed = read(&data, "/loi-hua/", "hue,br-vt");
    assert_eq!(chosen(&parsed), Some(vec!["br-vt"]));
    let [ignored] = &parsed.ignored[..] else { panic!("{:?}", parsed.ignored) };
    assert_eq!((ignored.value.as_str(), ignored.reason), ("hue", IgnoredReason::NotFollowed));
    let without = read(&data, "/loi-hua/", "hue");
    assert_eq!(chosen(&without), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// What is chosen is read back as it was written, in whatever order it was asked for.
    #[test]
    fn a_choice_is_read_back(places in prop::collection::vec(0usize..63, 1..9)) {
        let data = real_data();
        let ids: Vec<&str> = data.units().map(|unit| unit.id.as_str()).collect();
        let named: Vec<&str> = places.iter().map(|place| ids[*place]).collect();
        let first = read(&data, "/xep-hang/", &named.join(","));
        let n_chosen = first.address.selection.provinces.as_ref().map_or(4, Vec::len);
        prop_assert!((1..=MAX_CHOSEN).contains(&n_chosen));
        let url = href("/", &first.address);
        let (_, query) = url.split_once('?').unwrap_or((&url, ""));
        let second = parse("/", "/xep-hang/", query, "", &data);
        prop_assert_eq!(&first.address, &second.address);
        prop_assert_eq!(second.ignored, []);
    }
}
