//! What a page of a country with all its communes costs: `cargo bench --bench country`, or
//! `cargo xtask bench` to measure it in the browser, too.
//!
//! For each shard at each scale: reading its files, the ledger, the comparisons of its page, and all
//! three together. It asserts no time: a time depends on the machine.
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

/// In percent of the country.
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
            // The same figures as today's form gives, or the times would say nothing.
            let read = |(path, text): &(&str, String)| from_columns(path, text).unwrap_or_default();
            assert!(rows.iter().flat_map(read).eq(dataset.observations.iter().cloned()), "{name}");
            // A form to choose or not: one scale tells enough.
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
