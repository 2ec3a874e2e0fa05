//! Reads the keys of one JSON object, notes every fault with its path, and remembers whether the
//! entry can be used in spite of them.

use serde_json::{Map, Value};

use super::date::{Date, DateError};
use super::finding::{Finding, Problem};
use super::model::Text;
use super::suggest::nearest;

/// Where findings of one file go.
pub(super) struct Sink<'a> {
    pub(super) file: &'a str,
    pub(super) findings: &'a mut Vec<Finding>,
}

impl Sink<'_> {
    pub(super) fn note(&mut self, path: impl Into<String>, problem: Problem) {
        self.findings.push(Finding { file: self.file.to_owned(), path: path.into(), problem });
    }

    /// The JSON of a whole file, or a finding.
    pub(super) fn json(&mut self, text: &str) -> Option<Value> {
        match serde_json::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let problem =
                    Problem::NotJson { line: error.line(), column: error.column().max(1) };
                self.note("$", problem);
                None
            }
        }
    }
}

/// Room for the keys of most objects; an observation has most.
const N_KEYS: usize = 24;

/// The keys of one object.
///
/// A key is read once, by the method of its type; [`Fields::finish`] then reports keys nobody asked
/// for. An entry is *whole* when all its keys had a usable form: an unknown key or an empty text is a
/// finding but leaves it whole.
pub(super) struct Fields<'v, 's, 'f> {
    /// None for what is no object: no key is there.
    map: Option<&'v Map<String, Value>>,
    path: String,
    sink: &'s mut Sink<'f>,
    known: Vec<&'static str>,
    whole: bool,
}

impl<'v, 's, 'f> Fields<'v, 's, 'f> {
    /// Reads `value` as an object; anything else is a finding, and then no key is there.
    pub(super) fn of(value: &'v Value, path: String, sink: &'s mut Sink<'f>) -> Self {
        let object = value.as_object();
        if object.is_none() {
            sink.note(
                path.clone(),
                Problem::WrongType { found: kind_of(value), expected: "an object" },
            );
        }
        Self { whole: object.is_some(), map: object, path, sink, known: Vec::with_capacity(N_KEYS) }
    }

    /// Reports the keys nobody read; whether the entry is whole.
    pub(super) fn finish(self) -> bool {
        let keys = self.map.into_iter().flat_map(Map::keys);
        for key in keys.filter(|key| !self.known.contains(&key.as_str())) {
            let suggestion = nearest(key, self.known.iter().copied()).map(str::to_owned);
            self.sink.note(self.path.clone(), Problem::UnknownKey { key: key.clone(), suggestion });
        }
        self.whole
    }

    /// The path of a key of this object.
    pub(super) fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.path)
    }

    /// Notes a fault that leaves the entry usable.
    pub(super) fn note(&mut self, path: String, problem: Problem) {
        self.sink.note(path, problem);
    }

    /// Notes a fault that makes the entry unusable.
    pub(super) fn spoil(&mut self, path: String, problem: Problem) {
        self.whole = false;
        self.sink.note(path, problem);
    }

    /// What stands under a key, be it null.
    fn get(&self, key: &str) -> Option<&'v Value> {
        self.map.and_then(|map| map.get(key))
    }

    /// The value of a key, `None` when it is left out or null.
    fn optional(&mut self, key: &'static str) -> Option<&'v Value> {
        self.known.push(key);
        self.get(key).filter(|value| !value.is_null())
    }

    /// Notes a key that must stand (null counts as standing).
    fn must_stand(&mut self, key: &'static str) {
        // What is no object has had its one finding; its keys need none.
        if self.map.is_some_and(|map| !map.contains_key(key)) {
            let path = self.path.clone();
            self.spoil(path, Problem::MissingKey { key });
        }
    }

    fn wrong_type(&mut self, path: String, value: &Value, expected: &'static str) {
        self.spoil(path, Problem::WrongType { found: kind_of(value), expected });
    }

    /// A text that must stand and have words; empty text is noted.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        self.must_stand(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.at(key);
            self.wrong_type(path, &Value::Null, "a text");
        }
        self.optional_text(key).unwrap_or_default()
    }

    /// A text that must stand, where null is allowed.
    pub(super) fn nullable_text(&mut self, key: &'static str) -> Option<String> {
        self.must_stand(key);
        self.optional_text(key)
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<String> {
        let value = self.optional(key)?;
        self.text_of(value, |fields| fields.at(key))
    }

    /// The path is asked for only when there is something to say: most entries are without fault.
    fn text_of(&mut self, value: &Value, path: impl FnOnce(&Self) -> String) -> Option<String> {
        let text = value.as_str();
        if text.is_none_or(|text| text.trim().is_empty()) {
            let path = path(self);
            match text {
                Some(_) => self.note(path, Problem::EmptyText),
                None => self.wrong_type(path, value, "a text"),
            }
        }
        text.map(str::to_owned)
    }

    /// A text in both languages that must stand.
    pub(super) fn bilingual(&mut self, key: &'static str) -> Text {
        self.must_stand(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.at(key);
            self.wrong_type(path, &Value::Null, "an object with \"vi\" and \"en\"");
        }
        self.optional_bilingual(key).unwrap_or_default()
    }

    /// A text in both languages that may be left out.
    pub(super) fn optional_bilingual(&mut self, key: &'static str) -> Option<Text> {
        let mut text = None;
        self.optional_object(key, |inner| {
            text = Some(Text { vi: inner.text("vi"), en: inner.text("en") });
        });
        text
    }

    /// A word of a closed list that must stand; `None` was noted.
    pub(super) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        self.must_stand(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.at(key);
            self.wrong_type(path, &Value::Null, "a text");
        }
        self.optional_word(key, list)
    }

    /// A word of a closed list that must stand, where null is allowed.
    pub(super) fn nullable_word<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        self.must_stand(key);
        self.optional_word(key, list)
    }

    /// A word of a closed list that may be left out.
    pub(super) fn optional_word<T: Copy>(
        &mut self,
        key: &'static str,
        list: &[(&'static str, T)],
    ) -> Option<T> {
        let value = self.optional(key)?;
        let Some(found) = value.as_str() else {
            let path = self.at(key);
            self.wrong_type(path, value, "a text");
            return None;
        };
        let meant = list.iter().find(|(word, _)| *word == found).map(|(_, meant)| *meant);
        if meant.is_none() {
            let path = self.at(key);
            let allowed = list.iter().map(|(word, _)| *word).collect();
            self.spoil(path, Problem::UnknownWord { found: found.to_owned(), allowed });
        }
        meant
    }

    /// A yes or no; left out it is no. `None` was noted.
    pub(super) fn flag(&mut self, key: &'static str) -> Option<bool> {
        let Some(value) = self.optional(key) else { return Some(false) };
        let flag = value.as_bool();
        if flag.is_none() {
            let path = self.at(key);
            self.wrong_type(path, value, "true or false");
        }
        flag
    }

    /// A finite number that may be left out.
    pub(super) fn optional_number(&mut self, key: &'static str) -> Option<f64> {
        let value = self.optional(key)?;
        let number = value.as_f64().filter(|number| number.is_finite());
        if number.is_none() {
            let path = self.at(key);
            self.wrong_type(path, value, "a number");
        }
        number
    }

    /// A whole number from 1 that may be left out.
    pub(super) fn optional_count(&mut self, key: &'static str) -> Option<u32> {
        let value = self.optional(key)?;
        let count = value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n >= 1);
        if count.is_none() {
            let path = self.at(key);
            self.wrong_type(path, value, "a whole number from 1");
        }
        count
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.optional(key)?;
        self.date_of(value, key)
    }

    /// A date that must stand, where null is allowed.
    pub(super) fn nullable_date(&mut self, key: &'static str) -> Option<Date> {
        self.must_stand(key);
        self.optional_date(key)
    }

    /// A date that must stand.
    pub(super) fn date(&mut self, key: &'static str) -> Option<Date> {
        self.must_stand(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.at(key);
            self.wrong_type(path, &Value::Null, "a date");
        }
        self.optional_date(key)
    }

    fn date_of(&mut self, value: &Value, key: &'static str) -> Option<Date> {
        let Some(text) = value.as_str() else {
            let path = self.at(key);
            self.wrong_type(path, value, "a date in quotes");
            return None;
        };
        let found = || text.to_owned();
        let problem = match text.parse() {
            Ok(date) => return Some(date),
            Err(DateError::NotADate) => Problem::NotADate { found: found() },
            Err(DateError::Backwards) => Problem::BackwardsInterval { found: found() },
        };
        let path = self.at(key);
        self.spoil(path, problem);
        None
    }

    /// A list that may be left out; each item with its path.
    pub(super) fn optional_list(&mut self, key: &'static str) -> Vec<(String, &'v Value)> {
        let Some(value) = self.optional(key) else {
            return Vec::new();
        };
        let path = self.at(key);
        let Value::Array(items) = value else {
            self.wrong_type(path, value, "a list");
            return Vec::new();
        };
        items.iter().enumerate().map(|(idx, item)| (format!("{path}[{idx}]"), item)).collect()
    }

    /// A list of texts that may be left out.
    pub(super) fn optional_texts(&mut self, key: &'static str) -> Vec<String> {
        let items = self.optional_list(key);
        items.into_iter().filter_map(|(path, item)| self.text_of(item, |_| path)).collect()
    }

    /// An object that may be left out, read by `read`.
    pub(super) fn optional_object(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'_, '_, 'f>),
    ) {
        let Some(value) = self.optional(key) else { return };
        let path = self.at(key);
        let mut inner = Fields::of(value, path, self.sink);
        read(&mut inner);
        let whole = inner.finish();
        self.whole &= whole;
    }

    /// A list of objects that may be left out, each read by `read`.
    pub(super) fn optional_objects<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields<'_, '_, 'f>) -> Option<T>,
    ) -> Vec<T> {
        let mut entries = Vec::new();
        for (path, item) in self.optional_list(key) {
            let mut fields = Fields::of(item, path, self.sink);
            let entry = read(&mut fields);
            if fields.finish() {
                entries.extend(entry);
            }
        }
        entries
    }

    /// A list of objects that must stand. An entry that is not whole is left out; the others stay.
    pub(super) fn objects<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&mut Fields<'_, '_, 'f>) -> Option<T>,
    ) -> Vec<T> {
        self.list_must_stand(key);
        self.optional_objects(key, read)
    }

    /// Notes a list that must stand and does not.
    pub(super) fn list_must_stand(&mut self, key: &'static str) {
        self.must_stand(key);
        if self.get(key).is_some_and(Value::is_null) {
            let path = self.at(key);
            self.wrong_type(path, &Value::Null, "a list");
        }
    }

    /// The raw value of a key that must stand, null included.
    pub(super) fn raw(&mut self, key: &'static str) -> Option<&'v Value> {
        self.must_stand(key);
        self.known.push(key);
        self.get(key)
    }

    /// The path of this object.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Whether the key stands with something other than null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !value.is_null())
    }
}

/// A JSON value in the words of a finding.
pub(super) fn kind_of(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(yes) => format!("{yes}"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text \"{text}\""),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
