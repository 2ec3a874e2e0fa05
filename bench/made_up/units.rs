//! The units of the country: its provinces and communes at a given scale, and their names.

use serde_json::{Value, json};

const N_PROVINCES: usize = 34;
const N_COMMUNES: usize = 3_321;

/// How many communes the largest and the smallest province have, as in reality. At other scales the numbers
/// only set the proportion.
const LARGEST: usize = 168;
const SMALLEST: usize = 28;

/// The country, or a part of it.
pub(crate) struct Country {
    /// The country itself, as a unit with figures.
    pub(crate) whole: Unit,
    /// Each province, and its communes.
    pub(crate) provinces: Vec<(Unit, Vec<Unit>)>,
}

/// The country, a province or a commune.
pub(crate) struct Unit {
    pub(crate) id: String,
    vi: String,
    en: String,
    /// The start of its pseudo-random figures. It is different for each unit, and the same at every scale.
    pub(crate) seed: u64,
    /// Among how many units it is ranked.
    pub(crate) base: usize,
    /// The province a commune is part of.
    pub(super) province: Option<usize>,
    is_country: bool,
    /// Whether it absorbed another province in 2025, as two thirds of the provinces did.
    has_grown: bool,
}

impl Country {
    /// Makes `percent` percent of the country: of the provinces, rounded up, and of the communes. The first
    /// province has the most communes and the last one the fewest.
    pub(crate) fn of(percent: usize) -> Self {
        let n_provinces = (N_PROVINCES * percent).div_ceil(100);
        let n_communes = (N_COMMUNES * percent + 50) / 100;
        let weight = |province: usize| {
            LARGEST - (LARGEST - SMALLEST) * province / n_provinces.saturating_sub(1).max(1)
        };
        let all: usize = (0..n_provinces).map(weight).sum();
        let communes_before =
            |province: usize| (0..province).map(weight).sum::<usize>() * n_communes / all;
        let provinces = (0..n_provinces)
            .map(|province| {
                let n_own = communes_before(province + 1) - communes_before(province);
                let communes = (0..n_own).map(|commune| commune_of(province, commune));
                (province_of(province), communes.collect())
            })
            .collect();
        let whole = Unit {
            id: "national".to_owned(),
            vi: "Cả nước (số liệu tạo ra)".to_owned(),
            en: "The country (made up)".to_owned(),
            seed: 0,
            base: 193,
            province: None,
            is_country: true,
            has_grown: false,
        };
        Self { whole, provinces }
    }

    /// The provinces without their communes.
    pub(crate) fn provinces_alone(&self) -> Vec<&Unit> {
        self.provinces.iter().map(|(province, _)| province).collect()
    }

    /// A province and its communes.
    pub(crate) fn with_communes(&self, province: usize) -> Vec<&Unit> {
        self.provinces.get(province).map_or_else(Vec::new, |(province, communes)| {
            std::iter::once(province).chain(communes).collect()
        })
    }

    /// Every province and every commune.
    pub(crate) fn units(&self) -> Vec<&Unit> {
        (0..self.provinces.len()).flat_map(|province| self.with_communes(province)).collect()
    }
}

pub(super) fn province_of(idx: usize) -> Unit {
    let number = idx + 1;
    Unit {
        id: format!("tinh-{number:02}"),
        vi: format!("Tỉnh {number:02}"),
        en: format!("Province {number:02}"),
        seed: 1_000 * number as u64,
        base: N_PROVINCES,
        province: None,
        is_country: false,
        has_grown: !idx.is_multiple_of(3),
    }
}

fn commune_of(province: usize, idx: usize) -> Unit {
    let (province_idx, number) = (province, idx + 1);
    let province = province + 1;
    Unit {
        id: format!("xa-{province:02}-{number:03}"),
        vi: format!("Xã {province:02}-{number:03}"),
        en: format!("Commune {province:02}-{number:03}"),
        seed: (1_000 * province + number) as u64,
        // The format has no communes: to it these are provinces, of which there were never fewer.
        base: N_PROVINCES,
        province: Some(province_idx),
        is_country: false,
        has_grown: false,
    }
}

impl Unit {
    /// Its name in Vietnamese.
    pub(crate) fn name(&self) -> &str {
        &self.vi
    }

    /// Its entries in `provinces.json`: the unit itself and, if it has absorbed one, that province.
    pub(super) fn entries(&self) -> Vec<Value> {
        let former = format!("{}-before-2025", self.id);
        let name = |suffix: [&str; 2]| json!({ "vi": self.vi.clone() + suffix[0], "en": self.en.clone() + suffix[1] });
        let kind = if self.is_country { "country" } else { "province" };
        let mut own = json!({
            "id": self.id, "kind": kind, "name": name(["", ""]), "short": name(["", ""]),
        });
        if !self.has_grown {
            return vec![own];
        }
        own["took_in"] = json!([{ "id": former, "on": "2025-07-01" }]);
        let name = name([" cũ", " before 2025"]);
        let part = json!({
            "id": former, "kind": "province", "name": name, "short": name,
            "until": "2025-06-30", "successor": self.id,
        });
        vec![own, part]
    }
}
