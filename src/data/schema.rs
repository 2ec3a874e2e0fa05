//! The JSON Schema of the data files, for the tools of an editor: they complete keys, tell what a key
//! means, and mark what has the wrong form while it is typed.
//!
//! It is derived from the types of the model. What a schema cannot say (whether an id exists, whether a
//! text is spelled in composed letters) only `tinhso check` finds; `docs/data.md` has the list.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::date::{Date, Year};
use super::files::{IndicatorsFile, Manifest, ObservationsFile, ProvincesFile, SourcesFile};
use super::model::Unit;
use super::table::TablesFile;

/// The schema of each kind of file: the name of the schema's file, and its text.
pub fn schemas() -> [(&'static str, String); 6] {
    [
        ("manifest.json", schema_of::<Manifest>()),
        ("provinces.json", schema_of::<ProvincesFile>()),
        ("indicators.json", schema_of::<IndicatorsFile>()),
        ("sources.json", schema_of::<SourcesFile>()),
        ("observations.json", schema_of::<ObservationsFile>()),
        ("tables.json", schema_of::<TablesFile>()),
    ]
}

/// The text of the schema of a type. Equal types give equal bytes.
fn schema_of<T: JsonSchema>() -> String {
    // The draft that the tools of most editors know.
    let generator = SchemaSettings::draft07().with_transform(FormatRules).into_generator();
    let schema = generator.into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n").unwrap_or_default()
}

/// A text: one line, not empty, without white space at either end.
const TEXT: &str = "^\\S(.*\\S)?$";
/// The id of a province, an indicator or a source.
const ID: &str = "^[a-z0-9.-]+$";
/// The id of an observation.
const OBSERVATION_ID: &str = "^[a-z0-9.-]+/[a-z0-9.-]+/(target|result)/[a-z0-9./-]+$";
/// An address of the web, without the name of a user.
const LINK: &str = "^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#@\\\\]+([/?#][^\\s\\\\]*)?$";
/// A date of the data, or an interval of two.
const DATE: &str = "^(199\\d|20\\d\\d|2100)(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?))?(/(199\\d|20\\d\\d|2100)(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?))?)?$";

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A date: YYYY, YYYY-Qn, YYYY-MM, YYYY-MM-DD, or an interval a/b.",
            "type": "string",
            "pattern": DATE,
        })
    }
}

impl JsonSchema for Year {
    fn schema_name() -> Cow<'static, str> {
        "Year".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, in quotes.",
            "type": "string",
            "pattern": "^(199\\d|20\\d\\d|2100)$",
        })
    }
}

impl JsonSchema for Unit {
    fn schema_name() -> Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "percent, count, rank, score, statement (for a promise in words alone), \
                            or another word for another unit.",
            "type": "string",
            "examples": ["percent", "count", "rank", "score", "statement"],
        })
    }
}

/// A key that must stand and may be null. (schemars takes an `Option` for a key that may be left out.)
pub(super) struct Nullable<T>(std::marker::PhantomData<T>);

impl<T: JsonSchema> JsonSchema for Nullable<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Nullable_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [generator.subschema_for::<T>(), { "type": "null" }] })
    }
}

/// The rules of the format that the types do not tell.
#[derive(Clone, Debug)]
struct FormatRules;

impl Transform for FormatRules {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        describe(schema);
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => {
                let is_free = |key: &str| schema.get(key).is_none();
                if is_free("enum") && is_free("const") && is_free("pattern") {
                    schema.insert("pattern".to_owned(), TEXT.into());
                }
            }
            Some("integer") => {
                schema.remove("format");
                schema.insert("minimum".to_owned(), 1.into());
            }
            Some("number") => {
                schema.remove("format");
            }
            Some("object") => close(schema),
            _ => nullable_text(schema),
        }
    }
}

/// A schema is read by people: their text editor shows it. Links of the code's own documentation mean
/// nothing to them.
fn describe(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get("description") {
        let text = text.replace("[`", "`").replace("`]", "`").replace('\n', " ");
        schema.insert("description".to_owned(), text.into());
    }
}

/// A text that may be null: `"type": ["string", "null"]`. A pattern says nothing of null.
fn nullable_text(schema: &mut Schema) {
    let is_text = schema
        .get("type")
        .and_then(Value::as_array)
        .is_some_and(|types| types.contains(&json!("string")) && types.contains(&json!("null")));
    if is_text && schema.get("pattern").is_none() && schema.get("enum").is_none() {
        schema.insert("pattern".to_owned(), TEXT.into());
    }
    if schema.get("type").and_then(Value::as_array).is_some_and(|t| t.contains(&json!("integer"))) {
        schema.remove("format");
        schema.insert("minimum".to_owned(), 1.into());
    }
    if schema.get("type").and_then(Value::as_array).is_some_and(|t| t.contains(&json!("number"))) {
        schema.remove("format");
    }
}

/// An object has no other keys, unless any may stand in it. One that may be left out may be null.
fn close(schema: &mut Schema) {
    if schema.get("additionalProperties").is_none() {
        schema.insert("additionalProperties".to_owned(), false.into());
    }
    let required: Vec<Value> =
        schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let is_observation = required.contains(&json!("locator")) && required.contains(&json!("kind"));
    let Some(Value::Object(keys)) = schema.get_mut("properties") else { return };
    for (key, value) in keys.iter_mut() {
        let pattern = match key.as_str() {
            "id" if is_observation => OBSERVATION_ID,
            "id" | "concept" => ID,
            "url" | "archived" => LINK,
            _ => "",
        };
        if !pattern.is_empty() {
            set_pattern(value, pattern);
        }
        if !required.contains(&json!(key)) {
            allow_null(value);
        }
    }
    if let Some(version) = keys.get_mut("schema") {
        *version = json!({ "description": "The version of the format.", "const": 1 });
    }
    if is_observation {
        schema.insert("allOf".to_owned(), observation_rules());
    }
}

/// Sets the pattern of a text, or of the text that one of several schemas describes.
fn set_pattern(schema: &mut Value, pattern: &str) {
    let Value::Object(keys) = schema else { return };
    if keys.contains_key("pattern") {
        keys.insert("pattern".to_owned(), pattern.into());
    }
    if let Some(Value::Array(schemas)) = keys.get_mut("anyOf") {
        for schema in schemas {
            set_pattern(schema, pattern);
        }
    }
}

/// Lets a schema take null, too.
fn allow_null(schema: &mut Value) {
    let Value::Object(keys) = schema else { return };
    let takes_null = match keys.get("type") {
        Some(Value::Array(types)) => types.contains(&json!("null")),
        _ => keys.get("anyOf").and_then(Value::as_array).is_some_and(|schemas| {
            schemas.iter().any(|schema| schema.get("type") == Some(&json!("null")))
        }),
    };
    if takes_null {
        return;
    }
    let mut outer = Map::new();
    for key in ["description", "default"] {
        if let Some(value) = keys.remove(key) {
            outer.insert(key.to_owned(), value);
        }
    }
    outer.insert("anyOf".to_owned(), json!([schema, { "type": "null" }]));
    *schema = Value::Object(outer);
}

/// Which keys of an observation stand together: exactly one of value, missing and qualitative, a value
/// beside the upper end of a range, the period of a result, the deadline of a target.
fn observation_rules() -> Value {
    let given =
        |key: &str, value: Value| json!({ "required": [key], "properties": { key: value } });
    let not_null = json!({ "not": { "type": "null" } });
    json!([
        { "oneOf": [
            given("value", not_null.clone()),
            given("missing", not_null.clone()),
            given("qualitative", json!({ "const": true })),
        ] },
        {
            "if": given("value_to", not_null.clone()),
            "then": given("value", not_null.clone()),
        },
        {
            "if": given("kind", json!({ "const": "result" })),
            "then": given("period", not_null),
            "else": { "required": ["deadline"] },
        },
        {
            "if": given("qualitative", json!({ "const": true })),
            "then": given("kind", json!({ "const": "target" })),
        },
    ])
}
