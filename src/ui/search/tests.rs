use std::path::Path;
use std::sync::OnceLock;

use crate::address::href;
use crate::compare::Part;
use crate::data::{Dataset, load, read_bundle, write_bundle};
use crate::disk::DiskFolder;
use crate::i18n::Lang;
use crate::i18n::search::find;

use super::Entries;

/// The data that the page with the search has.
fn dataset() -> &'static Dataset {
    static PART: OnceLock<Dataset> = OnceLock::new();
    PART.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let whole = load(&DiskFolder::open(&folder).unwrap()).dataset;
        read_bundle(&write_bundle(&Part::Followed.extract(&whole))).unwrap()
    })
}

/// The addresses of what a query finds, the closest first.
fn found(entries: &Entries, query: &str) -> Vec<String> {
    let hits = find(&entries.searchable, query).into_iter();
    hits.map(|hit| href("/", &entries.entries[hit.entry].address)).collect()
}

/// What people write, and what they mean.
const SPELLINGS: [(&str, &str); 84] = [
    ("brvt", "tinh/br-vt/"),
    ("br-vt", "tinh/br-vt/"),
    ("BR VT", "tinh/br-vt/"),
    ("bà rịa vũng tàu", "tinh/br-vt/"),
    ("ba ria", "tinh/br-vt/"),
    ("vung tau", "tinh/br-vt/"),
    ("vungtau", "tinh/br-vt/"),
    ("vung tua", "tinh/br-vt/"),
    ("tỉnh Bà Rịa – Vũng Tàu", "tinh/br-vt/"),
    ("khanh hoa", "tinh/khanh-hoa/"),
    ("khánh hoà", "tinh/khanh-hoa/"),
    ("khanhhoa", "tinh/khanh-hoa/"),
    ("nha trang", "tinh/khanh-hoa/"),
    ("kahnh hoa", "tinh/khanh-hoa/"),
    ("binh phuoc", "tinh/binh-phuoc/"),
    ("bình phước", "tinh/binh-phuoc/"),
    ("dong xoai", "tinh/binh-phuoc/"),
    ("bac lieu", "tinh/bac-lieu/"),
    ("bac liu", "tinh/bac-lieu/"),
    ("bạc liêu", "tinh/bac-lieu/"),
    ("baclieu", "tinh/bac-lieu/"),
    ("hcm", "tinh/ho-chi-minh-city/"),
    ("tphcm", "tinh/ho-chi-minh-city/"),
    ("tp hcm", "tinh/ho-chi-minh-city/"),
    ("TP.HCM", "tinh/ho-chi-minh-city/"),
    ("sai gon", "tinh/ho-chi-minh-city/"),
    ("saigon", "tinh/ho-chi-minh-city/"),
    ("ho chi minh", "tinh/ho-chi-minh-city/"),
    ("ha noi", "tinh/ha-noi/"),
    ("hanoi", "tinh/ha-noi/"),
    ("HÀ NỘI", "tinh/ha-noi/"),
    ("da nang", "tinh/da-nang/"),
    ("danang", "tinh/da-nang/"),
    ("đà nẵng", "tinh/da-nang/"),
    ("da nag", "tinh/da-nang/"),
    ("hue", "tinh/hue/"),
    ("thua thien hue", "tinh/hue/"),
    ("can tho", "tinh/can-tho/"),
    ("hai phong", "tinh/hai-phong/"),
    ("quang ninh", "tinh/quang-ninh/"),
    ("ha long", "tinh/quang-ninh/"),
    ("cao bang", "tinh/cao-bang/"),
    ("caobang", "tinh/cao-bang/"),
    ("cao bag", "tinh/cao-bang/"),
    ("ca mau", "tinh/ca-mau/"),
    ("dong nai", "tinh/dong-nai/"),
    ("ninh thuan", "tinh/ninh-thuan/"),
    ("quy nhon", "tinh/binh-dinh/"),
    ("dac lac", "tinh/dak-lak/"),
    ("daklak", "tinh/dak-lak/"),
    ("da lat", "tinh/lam-dong/"),
    ("dti", "xep-hang/"),
    ("xep hang", "xep-hang/"),
    ("bang xep hang", "xep-hang/"),
    ("ranking", "xep-hang/"),
    ("dvc", "so-sanh/online-services/"),
    ("dvctt", "so-sanh/online-services/"),
    ("dich vu cong truc tuyen", "so-sanh/online-services/"),
    ("cccd", "so-sanh/health-id-card/"),
    ("căn cước công dân", "so-sanh/health-id-card/"),
    ("vneid", "so-sanh/health-records/"),
    ("dinh danh thong nhat", "so-sanh/online-identity/"),
    ("papi", "so-sanh/papi-score/"),
    ("pci", "so-sanh/pci-rank/"),
    ("par index", "so-sanh/par-index/"),
    ("sipas", "so-sanh/sipas/"),
    ("egdi", "so-sanh/egdi-rank/"),
    ("pii", "so-sanh/pii-score/"),
    ("5g", "so-sanh/stations-5g/"),
    ("4g", "so-sanh/mobile-coverage-4g/"),
    ("ocop", "so-sanh/ocop-ecommerce/"),
    ("hoa don dien tu", "so-sanh/e-invoices/"),
    ("chu ky so", "so-sanh/adults-digital-signature/"),
    ("dan so", "so-sanh/population/"),
    ("grdp", "so-sanh/grdp-growth/"),
    ("dien tich", "so-sanh/area/"),
    ("kinh te so", "so-sanh/digital-economy-share/"),
    ("thuong mai dien tu", "so-sanh/ecommerce-share/"),
    ("hoc ba", "so-sanh/school-records-signed/"),
    ("dien thoai thong minh", "so-sanh/smartphones/"),
    ("dau thau", "so-sanh/e-procurement/"),
    ("tro ly ao", "so-sanh/staff-virtual-assistant/"),
    ("cong to dien tu", "so-sanh/smart-meters/"),
    ("to cong nghe so cong dong", "so-sanh/community-digital-teams/"),
];

#[test]
fn what_people_write_is_among_the_first_three() {
    let entries = Entries::all(Lang::Vi, dataset());
    let lost: Vec<String> = SPELLINGS
        .iter()
        .filter_map(|(query, meant)| {
            let first: Vec<String> = found(&entries, query).into_iter().take(3).collect();
            let is_found = first.iter().any(|address| *address == format!("/{meant}"));
            (!is_found).then(|| format!("{query}: {first:?}, not {meant}"))
        })
        .collect();
    assert!(lost.is_empty(), "\n{}\n", lost.join("\n"));
}

#[test]
fn dossiers_come_before_the_many_words_with_số() {
    let entries = Entries::all(Lang::Vi, dataset());
    for query in ["ho so", "hồ sơ"] {
        let hits = find(&entries.searchable, query);
        assert!(hits.len() > 10);
        for hit in &hits[..10] {
            let name = hit.name.unwrap_or_default();
            assert!(name.contains("Hồ sơ") || name.contains("hồ sơ"), "{query}: {name}");
        }
    }
}

#[test]
fn every_entry_is_found_first_by_its_own_title_and_says_what_it_is() {
    for lang in Lang::ALL {
        let entries = Entries::all(lang, dataset());
        for entry in &entries.entries {
            assert!(!entry.remark.is_empty());
            let hits = find(&entries.searchable, &entry.title);
            let first: Vec<&str> =
                hits.iter().take(6).map(|hit| entries.entries[hit.entry].title.as_str()).collect();
            assert!(first.contains(&entry.title.as_str()), "{}: {first:?}", entry.title);
        }
    }
}
