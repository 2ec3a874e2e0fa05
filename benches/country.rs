//! Measures the pages of a country with all its communes: run `cargo bench --bench country`, or
//! `cargo xtask bench` to measure them in the browser, too.
//!
//! For each shard (the data of one page) at each scale it measures reading the files, the ledger, the
//! comparisons of the page, and all three together. Times depend on the machine, so it checks none.
#![allow(missing_docs, reason = "a program, not a library")]

#[path = "../bench/chance.rs"]
mod chance;
#[path = "../bench/made_up/mod.rs"]
mod made_up;
#[path = "../bench/page.rs"]
mod page;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use made_up::{Country, MEASURED, bundle, files, from_columns, to_columns};
use tinhso::data::check;

/// The sizes of the measured countries, in percent of the whole one.
const SCALES: [usize; 3] = [1, 10, 100];

fn pages(criterion: &mut Criterion) {
    for percent in SCALES {
        let country = Country::of(percent);
        for (name, shard) in MEASURED {
            let files = files(&country, shard);
            let fetched = page::unbundle(&bundle(&files));
            let loaded = page::read(&fetched);
            let text = |path: &str| fetched.iter().find(|(known, _)| known == path)?.1.clone().ok();
            let checked = check(&files[0].1, |path| text(path).ok_or_else(String::new));
            assert_eq!(checked.findings, [], "{name} is accepted by tinhso check");
            let dataset = &loaded.dataset;
            assert!(
                page::ledger(dataset) > 0 && page::compare(dataset) > 0,
                "{name} is of nothing"
            );

            let mut group = criterion.benchmark_group(name);
            group.bench_with_input(
                BenchmarkId::new("read", percent),
                &fetched,
                |bencher, fetched| {
                    bencher.iter(|| page::read(black_box(fetched)));
                },
            );
            let rows: Vec<(&str, String)> = files
                .iter()
                .filter(|(path, _)| path.starts_with("observations/"))
                .filter_map(|(path, text)| Some((path.as_str(), to_columns(text)?)))
                .collect();
            // Both forms must give the same figures, or their times could not be compared.
            let read = |(path, text): &(&str, String)| from_columns(path, text).unwrap_or_default();
            assert!(rows.iter().flat_map(read).eq(dataset.observations.iter().cloned()), "{name}");
            // The form of rows is only measured at the largest scale, which is enough to compare it.
            if percent == 100 {
                group.bench_with_input(
                    BenchmarkId::new("read-rows", percent),
                    &rows,
                    |bencher, rows| {
                        bencher.iter(|| {
                            let definitions = page::read_definitions(black_box(&fetched));
                            (definitions, black_box(rows).iter().flat_map(read).collect::<Vec<_>>())
                        });
                    },
                );
            }
            group.bench_with_input(
                BenchmarkId::new("ledger", percent),
                dataset,
                |bencher, dataset| {
                    bencher.iter(|| page::ledger(black_box(dataset)));
                },
            );
            group.bench_with_input(
                BenchmarkId::new("compare", percent),
                dataset,
                |bencher, dataset| {
                    bencher.iter(|| page::compare(black_box(dataset)));
                },
            );
            group.bench_with_input(
                BenchmarkId::new("page", percent),
                &fetched,
                |bencher, fetched| {
                    bencher.iter(|| {
                        let loaded = page::read(black_box(fetched));
                        (page::ledger(&loaded.dataset), page::compare(&loaded.dataset), loaded)
                    });
                },
            );
            group.finish();
        }
    }
}

criterion_group! {
    name = country;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(500))
        .without_plots();
    targets = pages
}
criterion_main!(country);
