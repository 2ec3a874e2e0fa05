//! The regions that provinces are planned by.

use serde::{Deserialize, Serialize};

/// A region of the national plan for 2021–2030: six for the 63 provinces of before July 2025, and six for
/// the 34 since. Four have the same names in both, but not the same provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Trung du và miền núi phía Bắc: 14 of the 63, 9 of the 34.
    NorthernMidlands,
    /// Đồng bằng sông Hồng: 11 of the 63, 6 of the 34.
    RedRiverDelta,
    /// Bắc Trung Bộ và duyên hải miền Trung: 14 of the 63.
    CentralCoast,
    /// Tây Nguyên: 5 of the 63.
    CentralHighlands,
    /// Bắc Trung Bộ: 5 of the 34.
    NorthCentral,
    /// Duyên hải Nam Trung Bộ và Tây Nguyên: 6 of the 34.
    SouthCentralAndHighlands,
    /// Đông Nam Bộ: 6 of the 63, 3 of the 34.
    Southeast,
    /// Đồng bằng sông Cửu Long: 13 of the 63, 5 of the 34.
    MekongDelta,
}
