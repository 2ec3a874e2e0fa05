//! Reads the keys of one JSON object, reports every fault with its path, and keeps track of whether the
//! entry can still be used.

use serde_json::{Map, Value};

use super::date::{Date, DateError};
use super::finding::{Finding, Problem};
use super::model::BilingualText;
use super::suggest::nearest;

/// Collects the findings of one file.
pub(super) struct Sink<'a> {
    pub(super) file: &'a str,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Sink<'_> {
    pub(super) fn report(&mut self, path: impl Into<String>, problem: Problem) {
        self.findings.push(Finding { file: self.file.to_owned(), path: path.into(), problem });
    }

    /// Parses the JSON of a whole file. A syntax error becomes a finding, and the answer is `None`.
    pub(super) fn json(&mut self, text: &str) -> Option<Value> {
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let problem =
                    Problem::NotJson { line: error.line(), column: error.column().max(1) };
                self.report("$", problem);
                None
            }
        }
    }
}

/// Room for the keys of the largest object, an observation, so that the list of them never grows.
const MAX_KEYS: usize = 28;

/// The keys of one object.
///
/// Read each key once, with the method for its type; [`Fields::finish`] then reports the keys that were
/// not read. Null counts as left out, except where the name of the method says `nullable`. The entry is
/// usable if every key had a usable form; an unknown key and an empty text are findings, but leave it
/// usable.
pub(super) struct Fields<'v, 's, 'f> {
    /// `None` where the value is not an object; then every key counts as missing.
    map: Option<&'v Map<String, Value>>,
    path: String,
    sink: &'s mut Sink<'f>,
    read_keys: Vec<&'static str>,
    is_usable: bool,
}

impl<'v, 's, 'f> Fields<'v, 's, 'f> {
    /// Reads `value` as an object. Anything else becomes a finding, and then every key is missing.
    pub(super) fn new(value: &'v Value, path: String, sink: &'s mut Sink<'f>) -> Self {
        let object = value.as_object();
        if object.is_none() {
            sink.report(
                path.clone(),
                Problem::WrongType { found: describe(value), expected: "an object" },
            );
        }
        Self {
            is_usable: object.is_some(),
            map: object,
            path,
            sink,
            read_keys: Vec::with_capacity(MAX_KEYS),
        }
    }

    /// Reports the keys that were not read. Returns whether the entry is usable.
    pub(super) fn finish(self) -> bool {
        let keys = self.map.into_iter().flat_map(Map::keys);
        for key in keys.filter(|key| !self.read_keys.contains(&key.as_str())) {
            let suggestion = nearest(key, self.read_keys.iter().copied()).map(str::to_owned);
            self.sink
                .report(self.path.clone(), Problem::UnknownKey { key: key.clone(), suggestion });
        }
        self.is_usable
    }

    /// The JSON path of a key of this object.
    pub(super) fn path_of(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }

    /// Reports a fault that leaves the entry usable.
    pub(super) fn report(&mut self, path: String, problem: Problem) {
        self.sink.report(path, problem);
    }

    /// Reports a fault that makes the entry unusable.
    pub(super) fn reject(&mut self, path: String, problem: Problem) {
        self.is_usable = false;
        self.sink.report(path, problem);
    }

    /// The value of a key, even if it is null; `None` when the key is left out.
    fn get(&self, key: &str) -> Option<&'v Value> {
        self.map.and_then(|map| map.get(key))
    }

    /// The value of a key, `None` when it is left out or null.
    fn optional(&mut self, key: &'static str) -> Option<&'v Value> {
        self.read_keys.push(key);
        self.get(key).filter(|value| !value.is_null())
    }

    /// Reports a required key that is left out. (Null counts as given.)
    fn require(&mut self, key: &'static str) {
        // A value that is not an object was reported once; its keys need no further findings.
        if self.map.is_some_and(|map| !map.contains_key(key)) {
            let path = self.path.clone();
            self.reject(path, Problem::MissingKey { key });
        }
    }

    fn wrong_type(&mut self, path: String, value: &Value, expected: &'static str) {
        self.reject(path, Problem::WrongType { found: describe(value), expected });
    }

    /// A required text; an empty one is reported. An empty `String` if there is no text.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        self.require(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.path_of(key);
            self.wrong_type(path, &Value::Null, "a text");
        }
        self.optional_text(key).unwrap_or_default()
    }

    /// A required text, where null is allowed.
    pub(super) fn nullable_text(&mut self, key: &'static str) -> Option<String> {
        self.require(key);
        self.optional_text(key)
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<String> {
        let value = self.optional(key)?;
        self.read_text(value, |fields| fields.path_of(key))
    }

    /// `path` is a function, so that no path is built for the many values without a fault.
    fn read_text(&mut self, value: &Value, path: impl FnOnce(&Self) -> String) -> Option<String> {
        let text = value.as_str();
        if text.is_none_or(|text| text.trim().is_empty()) {
            let path = path(self);
            match text {
                Some(_) => self.report(path, Problem::EmptyText),
                None => self.wrong_type(path, value, "a text"),
            }
        }
        text.map(str::to_owned)
    }

    /// A required text in both languages.
    pub(super) fn bilingual(&mut self, key: &'static str) -> BilingualText {
        self.require(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.path_of(key);
            self.wrong_type(path, &Value::Null, "an object with \"vi\" and \"en\"");
        }
        self.optional_bilingual(key).unwrap_or_default()
    }

    /// A text in both languages that may be left out.
    pub(super) fn optional_bilingual(&mut self, key: &'static str) -> Option<BilingualText> {
        let mut text = None;
        self.optional_object(key, |inner| {
            text = Some(BilingualText { vi: inner.text("vi"), en: inner.text("en") });
        });
        text
    }

    /// A required keyword: a text from a closed list, whose meaning is returned. `None` was reported.
    pub(super) fn keyword<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        self.require(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.path_of(key);
            self.wrong_type(path, &Value::Null, "a text");
        }
        self.optional_keyword(key, list)
    }

    /// As [`Fields::keyword`], where null is allowed.
    pub(super) fn nullable_keyword<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        self.require(key);
        self.optional_keyword(key, list)
    }

    /// As [`Fields::keyword`], for a key that may be left out.
    pub(super) fn optional_keyword<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        let value = self.optional(key)?;
        let Some(found) = value.as_str() else {
            let path = self.path_of(key);
            self.wrong_type(path, value, "a text");
            return None;
        };
        let meaning = list.iter().find(|(word, _)| *word == found).map(|(_, meaning)| *meaning);
        if meaning.is_none() {
            let path = self.path_of(key);
            let allowed = list.iter().map(|(word, _)| *word).collect();
            self.reject(path, Problem::UnknownWord { found: found.to_owned(), allowed });
        }
        meaning
    }

    /// `true` or `false`; `false` when left out. `None` was reported.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let Some(value) = self.optional(key) else { return Some(false) };
        let flag = value.as_bool();
        if flag.is_none() {
            let path = self.path_of(key);
            self.wrong_type(path, value, "true or false");
        }
        flag
    }

    /// A finite number that may be left out.
    pub(super) fn optional_number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.optional(key)?;
        let number = value.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            let path = self.path_of(key);
            self.wrong_type(path, value, "a number");
        }
        number
    }

    /// A whole number of at least 1 that may be left out.
    pub(super) fn optional_count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.optional(key)?;
        let count = value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n >= 1);
        if count.is_none() {
            let path = self.path_of(key);
            self.wrong_type(path, value, "a whole number from 1");
        }
        count
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.optional(key)?;
        self.read_date(value, key)
    }

    /// A required date, where null is allowed.
    pub(super) fn nullable_date(&mut self, key: &'static str) -> Option<Date> {
        self.require(key);
        self.optional_date(key)
    }

    /// A required date.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        self.require(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.path_of(key);
            self.wrong_type(path, &Value::Null, "a date");
        }
        self.optional_date(key)
    }

    fn read_date(&mut self, value: &Value, key: &'static str) -> Option<Date> {
        let Some(text) = value.as_str() else {
            let path = self.path_of(key);
            self.wrong_type(path, value, "a date in quotes");
            return None;
        };
        let found = || text.to_owned();
        let problem = match text.parse() {
            Ok(date) => return Some(date),
            Err(DateError::NotADate) => Problem::NotADate { found: found() },
            Err(DateError::Backwards) => Problem::BackwardsInterval { found: found() },
        };
        let path = self.path_of(key);
        self.reject(path, problem);
        None
    }

    /// A list that may be left out: each item with its JSON path.
    pub(super) fn optional_list(&mut self, key: &'static str) -> Vec<(String, &'v Value)> {
        let Some(value) = self.optional(key) else {
            return Vec::new();
        };
        let path = self.path_of(key);
        let Value::Array(items) = value else {
            self.wrong_type(path, value, "a list");
            return Vec::new();
        };
        items.iter().enumerate().map(|(idx, item)| (format!("{path}[{idx}]"), item)).collect()
    }

    /// A list of texts that may be left out.
    pub(super) fn optional_texts(&mut self, key: &'static str) -> Vec<String> {
        let items = self.optional_list(key);
        items.into_iter().filter_map(|(path, item)| self.read_text(item, |_| path)).collect()
    }

    /// An object that may be left out; `read` reads its keys.
    pub(super) fn optional_object(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'_, '_, 'f>),
    ) {
        let Some(value) = self.optional(key) else { return };
        let path = self.path_of(key);
        let mut inner = Fields::new(value, path, self.sink);
        read(&mut inner);
        let is_usable = inner.finish();
        self.is_usable &= is_usable;
    }

    /// A list of objects that may be left out; `read` reads each of them. Objects that are not usable
    /// are dropped.
    pub(super) fn optional_objects<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'_, '_, 'f>) -> Option<T>,
    ) -> Vec<T> {
        let mut entries = Vec::new();
        for (path, item) in self.optional_list(key) {
            let mut fields = Fields::new(item, path, self.sink);
            let entry = read(&mut fields);
            if fields.finish() {
                entries.extend(entry);
            }
        }
        entries
    }

    /// As [`Fields::optional_objects`], for a required list.
    pub(super) fn objects<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&mut Fields<'_, '_, 'f>) -> Option<T>,
    ) -> Vec<T> {
        self.require_list(key);
        self.optional_objects(key, read)
    }

    /// Reports a required list that is left out or null.
    pub(super) fn require_list(&mut self, key: &'static str) {
        self.require(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.path_of(key);
            self.wrong_type(path, &Value::Null, "a list");
        }
    }

    /// The unread value of a required key, even if it is null.
    pub(super) fn raw(&mut self, key: &'static str) -> Option<&'v Value> {
        self.require(key);
        self.read_keys.push(key);
        self.get(key)
    }

    /// The JSON path of this object.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Whether the key is given and not null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !value.is_null())
    }
}

/// Describes a JSON value in the words of a finding.
pub(super) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => format!("{yes}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text \"{text}\""),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
