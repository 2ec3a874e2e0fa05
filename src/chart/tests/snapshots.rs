//! The gallery: one committed SVG per sample, to be looked at when it changes.

use super::{promise_samples, ranking_samples, samples};
use crate::chart::*;

/// Compares with `tests/snapshots/chart/<name>.snap`.
fn check(name: &str, svg: &str) {
    // One element on a line keeps differences readable.
    let lines = svg.replace("><", ">\n<");
    insta::with_settings!(
        { snapshot_path => "../../../tests/snapshots/chart", prepend_module_to_snapshot => false, omit_expression => true },
        { insta::assert_snapshot!(name, lines) }
    );
}

fn check_compare(name: &str, spec: &CompareSpec) {
    check(&format!("{name}-wide"), &compare_svg(spec, Width::Wide).unwrap());
    check(&format!("{name}-narrow"), &compare_svg(spec, Width::Narrow).unwrap());
}

fn check_time(name: &str, spec: &TimeSpec) {
    check(&format!("{name}-wide"), &time_svg(spec, Width::Wide).unwrap());
    check(&format!("{name}-narrow"), &time_svg(spec, Width::Narrow).unwrap());
}

#[test]
fn online_dossiers() {
    check_compare("online-dossiers", &samples::online_dossiers());
}

#[test]
fn ranks() {
    check_compare("ranks", &samples::ranks());
}

#[test]
fn colliding_values() {
    check_compare("collisions", &samples::collisions());
}

#[test]
fn a_single_point_with_its_source() {
    check_compare("single-point", &samples::single_point());
}

#[test]
fn large_counts() {
    check_compare("counts", &samples::counts());
}

#[test]
fn hostile_text() {
    check_compare("hostile", &samples::hostile());
}

#[test]
fn time_with_gaps_and_targets() {
    check_time("time", &samples::gaps_and_targets());
}

#[test]
fn promises_kept_late_and_overdue() {
    check_time("promise-kept", &promise_samples::kept());
    check_time("promise-late", &promise_samples::late());
    check_time("promise-overdue", &promise_samples::overdue());
}

#[test]
fn deadlines_of_four_provinces() {
    let spec = promise_samples::deadlines();
    check("deadlines-wide", &deadlines_svg(&spec, Width::Wide).unwrap());
    check("deadlines-narrow", &deadlines_svg(&spec, Width::Narrow).unwrap());
}

#[test]
fn a_map_of_tiles() {
    let mut spec = ranking_samples::tiles();
    check("tiles-narrow", &tiles_svg(&spec, Width::Narrow).unwrap());
    spec.source_line = Some("Nguồn: bảng xếp hạng, 2022. Hình: Tỉnh Số".into());
    check("tiles-wide", &tiles_svg(&spec, Width::Wide).unwrap());
}

#[test]
fn ranks_over_editions() {
    let spec = ranking_samples::editions();
    check("editions-wide", &ranks_svg(&spec, Width::Wide).unwrap());
    check("editions-narrow", &ranks_svg(&spec, Width::Narrow).unwrap());
}

#[test]
fn glyphs_of_every_form() {
    use MarkForm::{Crossed, Dot, Faint, Filled, Half, Hollow, Struck};
    let looks = [None, Some(Series::Slot(0)), Some(Series::Slot(3)), Some(Series::Slot(6))];
    let forms = [Filled, Half, Struck, Crossed, Dot, Hollow, Faint];
    let glyphs = looks.map(|series| forms.map(|form| glyph_svg(series, form)).concat());
    check("glyphs", &glyphs.concat());
}
