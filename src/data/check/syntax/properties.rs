//! What holds for any text.

use proptest::prelude::*;
use serde_json::Value;

use super::scan;

/// JSON of any form.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-z\"“]{0,3}", inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A fault is found if and only if `serde_json` finds one, and not after its place.
fn agrees(text: &str) -> Result<(), TestCaseError> {
    let fault = scan::first_fault(text);
    let error = serde_json::from_str::<Value>(text).err();
    prop_assert_eq!(fault.is_some(), error.is_some(), "{:?} {:?}", fault, error);
    if let (Some(fault), Some(error)) = (fault, error) {
        prop_assert!(fault.place.line <= error.line().max(1), "{fault:?} {error:?}");
        prop_assert!(fault.to_string().contains(", expected "));
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_has_a_fault_if_it_is_not_json(text in ".*") {
        agrees(&text)?;
    }

    #[test]
    fn any_signs_of_json_have_a_fault_if_they_are_not_json(
        text in "([\\[\\]{},:\"\\\\ \n\t0-9.eE+-]|true|null|\\\\u[0-9d]{4}|\"a\"|[“”'%=#/\u{A0}]){0,20}"
    ) {
        agrees(&text)?;
    }

    #[test]
    fn json_that_was_cut_or_changed_has_a_fault(
        value in json(),
        pretty: bool,
        at in any::<prop::sample::Index>(),
        len in 0_usize..3,
        new in "[\\[\\]{},:\"\\\\ \n0-9a“'%=#/]{0,2}",
    ) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        agrees(&text)?;
        let mut letters: Vec<char> = text.chars().collect();
        let start = at.index(letters.len() + 1);
        let end = (start + len).min(letters.len());
        letters.splice(start..end, new.chars());
        agrees(&letters.iter().collect::<String>())?;
        agrees(&letters.iter().take(start).collect::<String>())?;
    }
}
