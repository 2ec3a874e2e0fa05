//! Whatever ranking is asked for, as [`super::properties`].

use proptest::prelude::*;

use super::properties::{faults, fills, texts};
use super::ranking_samples::{rank_series, ranks_of, tiles_of};
use crate::chart::placed::{Dash, PlacedTile};
use crate::chart::*;

fn series_or_none() -> impl Strategy<Value = Option<Series>> {
    prop::option::of((0u8..9).prop_map(Series::Slot))
}

/// Tiles in cells of their own, in any order, and notes in the last row.
fn tile_specs() -> impl Strategy<Value = TilesSpec> {
    let grid = (1u8..14, 1u8..12).prop_flat_map(|(columns, rows)| {
        let look = (prop::option::of(0u8..5), series_or_none());
        let cell = prop::option::weighted(0.6, ((texts(), texts(), texts()), look));
        let n_cells = usize::from(columns) * usize::from(rows);
        (Just(columns), Just(rows), prop::collection::vec(cell, n_cells))
    });
    let legend = prop::collection::vec((0u8..7, texts()), 0..7);
    let note = prop::option::of((texts(), 1u8..4));
    (grid, legend, note, prop::option::of(texts())).prop_map(
        |((columns, rows, cells), legend, note, source_line)| {
            let tiles = (0u8..).zip(cells).filter_map(|(index, cell)| {
                let ((label, code, value), (class, series)) = cell?;
                Some(TileMark {
                    column: index % columns,
                    row: index / columns,
                    title: label.clone(),
                    label,
                    code,
                    value,
                    class,
                    series,
                    href: Some(format!("#{index}")),
                })
            });
            let mut tiles: Vec<TileMark> = tiles.collect();
            tiles.reverse();
            let extra = note.map(|(label, span)| TileNote {
                column: 0,
                row: rows,
                span: span.min(columns),
                label,
            });
            let extra = extra.into_iter().collect();
            let mut spec = tiles_of(columns, rows + 1, tiles);
            spec.caption.source_line = source_line;
            TilesSpec { legend, extra, ..spec }
        },
    )
}

fn ranks_specs() -> impl Strategy<Value = RanksSpec> {
    let panels = prop::collection::vec((2u32..80, texts(), 1usize..5, texts()), 1..5);
    panels.prop_flat_map(|panels| {
        let sizes: Vec<(u32, usize)> = panels.iter().map(|(base, _, n, _)| (*base, *n)).collect();
        let panels: Vec<RankPanel> = panels
            .into_iter()
            .map(|(base, label, n_editions, note)| {
                let editions = (0..n_editions).map(|edition| format!("{}", 2020 + edition));
                RankPanel { base, label, editions: editions.collect(), note }
            })
            .collect();
        let point = prop::sample::select((0..sizes.len()).collect::<Vec<_>>()).prop_flat_map(
            move |panel| {
                let (base, n_editions) = sizes[panel];
                let place = (0..n_editions, prop_oneof![Just(1), Just(base), 1..=base]);
                (Just(panel), place, texts(), fills()).prop_map(
                    |(panel, (edition, rank), label, fill)| RankPoint {
                        panel,
                        edition,
                        rank,
                        title: label.clone(),
                        label,
                        href: None,
                        fill,
                    },
                )
            },
        );
        let series = (texts(), 0u8..9, prop::collection::vec(point, 1..8))
            .prop_map(|(label, slot, points)| rank_series(slot, &label, points));
        (Just(panels), prop::collection::vec(series, 1..5), prop::option::of(texts())).prop_map(
            |(panels, series, source_line)| {
                let mut spec = ranks_of(panels, series);
                spec.caption.source_line = source_line;
                spec
            },
        )
    })
}

/// What sticks out of its own tile.
fn beyond(tile: &PlacedTile) -> Vec<String> {
    let room = tile.bounds.grown_by(0.01);
    let texts = tile.texts.iter().map(|text| text.bounds);
    let reach = |mark: &crate::chart::placed::PlacedMark| mark.bounds().grown_by(-1.0);
    let boxes = texts.chain(tile.mark.iter().map(reach));
    boxes.filter(|bounds| !room.contains(bounds)).map(|bounds| format!("{bounds:?}")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..Default::default() })]

    #[test]
    fn maps_have_no_overlaps(spec in tile_specs()) {
        if spec.tiles.is_empty() {
            prop_assert_eq!(spec.svg(Width::Wide), Err(ChartError::NothingToDraw));
            return Ok(());
        }
        prop_assert_eq!(faults(&spec), Vec::<String>::new());
        for width in [Width::Wide, Width::Narrow] {
            let placed = spec.lay_out(width).unwrap();
            for tile in &placed.tiles {
                prop_assert_eq!(beyond(tile), Vec::<String>::new());
            }
        }
    }

    #[test]
    fn any_cell_is_drawn_or_refused(
        size in any::<(u8, u8)>(), cell in any::<(u8, u8)>(), class in any::<Option<u8>>(), span in any::<u8>(),
    ) {
        let mut tile = super::ranking_samples::tile(cell.0, cell.1, "Huế", "Huế", None);
        tile.class = class;
        let mut spec = tiles_of(size.0, size.1, vec![tile]);
        let is_fine = cell.0 < size.0 && cell.1 < size.1 && class.is_none_or(|class| class < 5);
        prop_assert_eq!(spec.svg(Width::Narrow).is_ok(), is_fine);
        let row = cell.1.wrapping_add(1);
        spec.extra.push(TileNote { column: cell.0, row, span, label: "a".into() });
        let is_there = row < size.1 && (1..=u32::from(size.0)).contains(&(u32::from(cell.0) + u32::from(span)));
        prop_assert_eq!(spec.svg(Width::Wide).is_ok(), is_fine && is_there && span > 0);
    }

    #[test]
    fn editions_have_no_overlaps(spec in ranks_specs()) {
        prop_assert_eq!(faults(&spec), Vec::<String>::new());
        for width in [Width::Wide, Width::Narrow] {
            let placed = spec.lay_out(width).unwrap();
            let n_points: usize = spec.series.iter().map(|series| series.points.len()).sum();
            prop_assert_eq!(placed.marks.len(), n_points);
            // Beside its mark or, without room, under the figure: every label is printed.
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            let printed: Vec<String> =
                placed.all_texts().iter().map(|text| letters(&text.lines.concat())).collect();
            for point in spec.series.iter().flat_map(|series| &series.points) {
                let label = letters(&point.label);
                prop_assert!(label.is_empty() || printed.contains(&label), "{label}");
            }
        }
    }

    #[test]
    fn no_line_crosses_a_break(spec in ranks_specs()) {
        for width in [Width::Wide, Width::Narrow] {
            let placed = spec.lay_out(width).unwrap();
            let breaks = placed.lines.iter().filter(|line| line.dash == Dash::Dashed);
            let breaks: Vec<f64> = breaks.map(|line| line.points[0].x).collect();
            prop_assert_eq!(breaks.len(), spec.panels.len() - 1);
            let mut n_joins = 0;
            for line in placed.lines.iter().filter(|line| line.width >= 2.0) {
                let [from, to] = line.points;
                prop_assert!(breaks.iter().all(|x| (from.x < *x) == (to.x < *x)));
                n_joins += 1;
            }
            let expected = spec.series.iter().flat_map(|series| {
                let results = || series.points.iter().filter(|p| p.fill == Fill::Filled);
                results().map(move |one| {
                    let next = |p: &&RankPoint| p.panel == one.panel && p.edition == one.edition + 1;
                    results().filter(next).count()
                })
            });
            prop_assert_eq!(n_joins, expected.sum::<usize>());
        }
    }

    #[test]
    fn any_rank_is_drawn_or_refused(
        base in prop_oneof![0u32..70, any::<u32>()], rank in prop_oneof![0u32..70, any::<u32>()],
        place in (0usize..20, 0usize..4), n in (0usize..40, 0usize..5),
    ) {
        let editions = vec!["2020".to_owned(); n.1];
        let panel = RankPanel { base, label: "a".into(), editions, note: "b".into() };
        let point = RankPoint {
            panel: place.0, edition: place.1, rank, label: "c".into(), title: "d".into(),
            href: None, fill: Fill::Filled,
        };
        let spec = ranks_of(vec![panel; n.0], vec![rank_series(0, "e", vec![point])]);
        let is_there = place.0 < n.0 && place.1 < n.1;
        let is_fine = base >= 2 && (1..=base).contains(&rank);
        prop_assert_eq!(spec.svg(Width::Narrow).is_ok(), is_there && is_fine);
    }
}
