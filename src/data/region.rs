//! The regions that the provinces of before July 2025 are planned by.

use serde::{Deserialize, Serialize};

/// One of the six regions of the national plan for 2021–2030, in its order from north to south.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_family = "wasm"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Trung du và miền núi phía Bắc: 14 provinces.
    NorthernMidlands,
    /// Đồng bằng sông Hồng: 11 provinces.
    RedRiverDelta,
    /// Bắc Trung Bộ và duyên hải miền Trung: 14 provinces.
    CentralCoast,
    /// Tây Nguyên: 5 provinces.
    CentralHighlands,
    /// Đông Nam Bộ: 6 provinces.
    Southeast,
    /// Đồng bằng sông Cửu Long: 13 provinces.
    MekongDelta,
}
