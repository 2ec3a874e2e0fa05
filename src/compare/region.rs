//! Which region a province lies in. The regions are those of the 63 provinces of before July 2025.

use crate::data::{Dataset, Day, Province, Region};

/// The source that lists the provinces of each region.
pub const REGION_SOURCE: &str = "sau-vung-2024";

/// The region of a province within its borders of a day. `None` for one that was made of provinces of
/// several regions, and where the data do not say.
pub fn region_on(dataset: &Dataset, province: &Province, day: Day) -> Option<Region> {
    let region = province.region?;
    let joined = province.took_in.iter().filter(|joined| joined.on.start() <= day);
    let mut parts = joined.filter_map(|joined| dataset.province(&joined.id)?.region);
    parts.all(|other| other == region).then_some(region)
}

/// The provinces of a region.
pub(super) fn members(dataset: &Dataset, region: Region) -> Vec<&Province> {
    dataset.units().filter(|unit| unit.region == Some(region)).collect()
}
