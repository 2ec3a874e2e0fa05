//! What the regions are called.

use crate::data::Region;
use crate::i18n::{Fixed, Lang};

/// The name of a region.
pub(crate) fn region_name(lang: Lang, region: Region) -> &'static str {
    let name = match region {
        Region::NorthernMidlands => Fixed {
            vi: "Trung du và miền núi phía Bắc",
            en: "Northern Midlands and Mountains",
        },
        Region::RedRiverDelta => Fixed { vi: "Đồng bằng sông Hồng", en: "Red River Delta" },
        Region::CentralCoast => Fixed {
            vi: "Bắc Trung Bộ và duyên hải miền Trung",
            en: "North Central and Central Coast",
        },
        Region::CentralHighlands => Fixed { vi: "Tây Nguyên", en: "Central Highlands" },
        Region::NorthCentral => Fixed { vi: "Bắc Trung Bộ", en: "North Central" },
        Region::SouthCentralAndHighlands => Fixed {
            vi: "duyên hải Nam Trung Bộ và Tây Nguyên",
            en: "South Central Coast and Central Highlands",
        },
        Region::Southeast => Fixed { vi: "Đông Nam Bộ", en: "Southeast" },
        Region::MekongDelta => Fixed { vi: "Đồng bằng sông Cửu Long", en: "Mekong Delta" },
    };
    name.of(lang)
}
