//! The gallery: one committed SVG per sample, to be looked at when it changes.

use super::documents::{assert_document, smallest_text};
use super::{promise_samples, ranking_samples, samples};
use crate::chart::*;

/// Compares with `tests/snapshots/chart/<name>.snap`.
fn keep(name: &str, svg: &str) {
    // One element on a line keeps differences readable.
    let lines = svg.replace("><", ">\n<");
    let compared = std::panic::catch_unwind(|| {
        insta::with_settings!(
            { snapshot_path => "../../../tests/snapshots/chart", prepend_module_to_snapshot => false, omit_expression => true },
            { insta::assert_snapshot!(name, lines) }
        );
    });
    // What insta advises, `cargo insta review`, is not set up here.
    assert!(
        compared.is_ok(),
        "the figure `{name}` has no snapshot or differs from it, as shown above. If that is right, \
         run `INSTA_UPDATE=always cargo test --lib {}` to write the new one, and look at it in a \
         browser",
        running_test()
    );
}

/// The name of the running test, for a command that runs it again: `chart::tests::snapshots::ranks`.
fn running_test() -> String {
    let thread = std::thread::current();
    // With a single thread for all tests, its name says nothing about the test.
    let name = thread.name().filter(|name| name.starts_with("chart::"));
    name.unwrap_or("chart").to_owned()
}

/// A sample's document, of which is asked what holds for every one.
fn document(figure: &dyn Figure, width: Width) -> String {
    let svg = figure.svg(width).unwrap();
    assert_document(&svg);
    svg
}

/// Asks of a sample in both widths what holds for every document, and that its texts can be read; and
/// compares it with its snapshot: the wide one, then the narrow one.
pub(in crate::chart) fn check(name: &str, figure: &dyn Figure) {
    let svgs = [(Width::Wide, 13.0), (Width::Narrow, 12.0)].map(|(width, least)| {
        let svg = document(figure, width);
        assert!(smallest_text(&svg) >= least, "{name}");
        svg
    });
    keep(name, &svgs.join("\n"));
}

#[test]
fn online_dossiers() {
    check("online-dossiers", &samples::online_dossiers());
}

#[test]
fn ranks() {
    check("ranks", &samples::ranks());
}

#[test]
fn colliding_values() {
    check("collisions", &samples::collisions());
}

#[test]
fn a_single_point_with_its_source() {
    check("single-point", &samples::single_point());
}

#[test]
fn large_counts() {
    check("counts", &samples::counts());
}

#[test]
fn hostile_text() {
    check("hostile", &samples::hostile());
}

#[test]
fn time_with_gaps_and_targets() {
    check("time", &samples::gaps_and_targets());
}

#[test]
fn promises_kept_late_and_overdue() {
    for (name, spec) in [
        ("promise-kept", promise_samples::kept()),
        ("promise-late", promise_samples::late()),
        ("promise-overdue", promise_samples::overdue()),
    ] {
        let svg = document(&spec, Width::Narrow);
        assert_eq!(document(&spec, Width::Wide), svg, "{name}");
        assert!(smallest_text(&svg) >= 12.0, "{name}");
        keep(name, &svg);
    }
}

#[test]
fn deadlines_of_four_provinces() {
    check("deadlines", &promise_samples::deadlines());
}

/// In a tile a text is as large as it has room; [`super::ranking`] asks what it must be.
#[test]
fn a_map_of_tiles() {
    let spec = ranking_samples::tiles();
    let mut taken = spec.clone();
    taken.caption.source_line = Some("Nguồn: bảng xếp hạng, 2022. Hình: Tỉnh Số".into());
    keep("tiles", &[document(&taken, Width::Wide), document(&spec, Width::Narrow)].join("\n"));
}

#[test]
fn ranks_over_editions() {
    check("editions", &ranking_samples::editions());
}

#[test]
fn glyphs_of_every_form() {
    let looks = [None, Some(Series::Slot(0)), Some(Series::Slot(3)), Some(Series::Slot(6))];
    let glyphs = looks.map(|series| MarkForm::ALL.map(|form| glyph_svg(series, form)).concat());
    keep("glyphs", &glyphs.concat());
}
