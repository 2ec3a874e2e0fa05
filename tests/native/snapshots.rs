//! Compares the ledger of the real data on three days with snapshots. Before you accept a changed line,
//! check it against its sources.

use crate::command::tinhso;
use crate::support::root;

/// Compares with `tests/snapshots/ledger/<day>.snap`.
fn check(as_of: &str) {
    let data = root().join("public/data").display().to_string();
    let ran = tinhso(&["ledger", &data, "--as-of", as_of]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let compared = std::panic::catch_unwind(|| {
        insta::with_settings!(
            { snapshot_path => "../snapshots/ledger", prepend_module_to_snapshot => false, omit_expression => true },
            { insta::assert_snapshot!(as_of, ran.out) }
        );
    });
    // What insta advises, `cargo insta review`, is not set up here.
    assert!(
        compared.is_ok(),
        "the ledger of {as_of} differs from its snapshot, as shown above. If that is right, run \
         `INSTA_UPDATE=always cargo test --test native ledger` to write the new one, and check each \
         changed line against its sources"
    );
}

#[test]
fn the_ledger_of_june_2023() {
    check("2023-06-30");
}

#[test]
fn the_ledger_of_the_end_of_2024() {
    check("2024-12-31");
}

#[test]
fn the_ledger_of_november_2026() {
    check("2026-11-22");
}
