//! The gallery: one committed SVG per sample, to be looked at when it changes.

use super::documents::{assert_document, smallest_text};
use super::{promise_samples, ranking_samples, samples};
use crate::chart::*;

/// Compares with `tests/snapshots/chart/<name>.snap`.
fn keep(name: &str, svg: &str) {
    // One element on a line keeps differences readable.
    let lines = svg.replace("><", ">\n<");
    insta::with_settings!(
        { snapshot_path => "../../../tests/snapshots/chart", prepend_module_to_snapshot => false, omit_expression => true },
        { insta::assert_snapshot!(name, lines) }
    );
}

/// Asks of a sample in both widths what holds for every document, and compares it with its snapshot: the
/// wide one, then the narrow one.
pub(in crate::chart) fn check(name: &str, draw: impl Fn(Width) -> Result<String, ChartError>) {
    let svgs = [(Width::Wide, 13.0), (Width::Narrow, 12.0)].map(|(width, least)| {
        let svg = draw(width).unwrap();
        assert_document(&svg);
        // In a tile a text is as large as it has room; super::ranking asks what it must be.
        assert!(name == "tiles" || smallest_text(&svg) >= least, "{name}");
        svg
    });
    keep(name, &svgs.join("\n"));
}

fn check_compare(name: &str, spec: &CompareSpec) {
    check(name, |width| compare_svg(spec, width));
}

fn check_time(name: &str, spec: &TimeSpec) {
    check(name, |width| time_svg(spec, width));
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
    for (name, spec) in [
        ("promise-kept", promise_samples::kept()),
        ("promise-late", promise_samples::late()),
        ("promise-overdue", promise_samples::overdue()),
    ] {
        let svg = time_svg(&spec, Width::Narrow).unwrap();
        assert_eq!(time_svg(&spec, Width::Wide).unwrap(), svg, "{name}");
        assert_document(&svg);
        assert!(smallest_text(&svg) >= 12.0, "{name}");
        keep(name, &svg);
    }
}

#[test]
fn deadlines_of_four_provinces() {
    let spec = promise_samples::deadlines();
    check("deadlines", |width| deadlines_svg(&spec, width));
}

#[test]
fn a_map_of_tiles() {
    let spec = ranking_samples::tiles();
    let line = "Nguồn: bảng xếp hạng, 2022. Hình: Tỉnh Số";
    check("tiles", |width| {
        let source_line = (width == Width::Wide).then(|| line.to_owned());
        tiles_svg(&TilesSpec { source_line, ..spec.clone() }, width)
    });
}

#[test]
fn ranks_over_editions() {
    let spec = ranking_samples::editions();
    check("editions", |width| ranks_svg(&spec, width));
}

#[test]
fn glyphs_of_every_form() {
    use MarkForm::{Crossed, Dot, Faint, Filled, Half, Hollow, Struck};
    let looks = [None, Some(Series::Slot(0)), Some(Series::Slot(3)), Some(Series::Slot(6))];
    let forms = [Filled, Half, Struck, Crossed, Dot, Hollow, Faint];
    let glyphs = looks.map(|series| forms.map(|form| glyph_svg(series, form)).concat());
    keep("glyphs", &glyphs.concat());
}
