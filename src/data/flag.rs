//! Flags of the data files: `true`, or left out. A flag that is given as `false` says nothing, and whoever
//! wrote it may have meant something by it, so it is refused.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Reads a flag that stands in the file. Null is as good as left out.
pub(super) fn only_true<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match Option::deserialize(deserializer) {
        Ok(flag @ (None | Some(true))) => Ok(flag.is_some()),
        // The reader adds what stands there instead.
        _ => Err(D::Error::custom("true")),
    }
}

/// Whether a flag can be left out of a file.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
pub(super) fn is_false(flag: &bool) -> bool {
    !flag
}

/// The schema of a flag.
#[cfg(not(target_family = "wasm"))]
pub(super) struct OnlyTrue;

#[cfg(not(target_family = "wasm"))]
impl schemars::JsonSchema for OnlyTrue {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OnlyTrue".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": true })
    }
}
