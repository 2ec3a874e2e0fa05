//! Measures the pages of a country with all its communes: run `cargo bench --bench country`, or
//! `cargo xtask bench` to measure them in the browser, too.
//!
//! For each shard (the data of one page) at each scale it measures reading the bundle, the ledger, the
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
use made_up::{Country, MEASURED, bundle, files};
use tinhso::data::{Span, check, read_bundle};

/// The sizes of the measured countries, in percent of the whole one.
const SCALES: [usize; 3] = [1, 10, 100];

fn pages(criterion: &mut Criterion) {
    for percent in SCALES {
        let country = Country::of(percent);
        for (name, shard) in MEASURED {
            let files = files(&country, shard);
            let findings = check(&files, Span::Day(2026, 11, 22).start()).findings;
            assert_eq!(findings, [], "{name} is accepted by tinhso check");
            let bundle = bundle(&files);
            let read = |bundle: &str| read_bundle(bundle).unwrap_or_default();
            let dataset = &read(&bundle);
            assert!(
                page::ledger(dataset) > 0 && page::compare(dataset) > 0,
                "{name} is of nothing"
            );

            let mut group = criterion.benchmark_group(name);
            group.bench_with_input(
                BenchmarkId::new("read", percent),
                &bundle,
                |bencher, bundle| {
                    bencher.iter(|| read(black_box(bundle)));
                },
            );
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
                &bundle,
                |bencher, bundle| {
                    bencher.iter(|| {
                        let dataset = read(black_box(bundle));
                        (page::ledger(&dataset), page::compare(&dataset), dataset)
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
