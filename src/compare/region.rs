//! Which region a province lies in, before and since the mergers of 2025.

use super::lineage::last_merger_day;
use crate::data::{Dataset, Day, Province, Region};

/// The source that lists the provinces of each region of the 63.
pub(super) const FORMER_REGIONS: &str = "sau-vung-2024";

/// The source that lists the provinces of each region of the 34.
pub(super) const REGIONS: &str = "sau-vung-2025";

/// The region of a province within its borders of a day. `None` where the data do not say.
pub fn region_on(dataset: &Dataset, province: &Province, day: Day) -> Option<Region> {
    if is_of_today(dataset, day) { province.region_2025 } else { province.region }
}

/// The source of what [`region_on`] says of a day.
pub fn source_of_regions(dataset: &Dataset, day: Day) -> &'static str {
    if is_of_today(dataset, day) { REGIONS } else { FORMER_REGIONS }
}

/// Whether a day is one of today's provinces, and not of those before the latest mergers.
pub fn is_of_today(dataset: &Dataset, day: Day) -> bool {
    last_merger_day(dataset).is_some_and(|first| first <= day)
}

/// The provinces of a region on a day.
pub(super) fn members(dataset: &Dataset, region: Region, day: Day) -> Vec<&Province> {
    dataset.units().filter(|unit| region_on(dataset, unit, day) == Some(region)).collect()
}
