//! What stands around the ranking: the country's mean, and how the editions differ.

use maud::{Markup, html};

use super::SCORE;
use crate::compare::Edition;
use crate::data::{Kind, Observation, Source, Unit};
use crate::i18n::phrase;
use crate::ui::components::{source_link, source_name};
use crate::ui::site::Site;
use crate::ui::words;

/// Each edition's year with the sources of what [`RankingText::method_of`] says of it, in its order.
///
/// [`RankingText::method_of`]: crate::i18n::RankingText::method_of
const METHODS: [(i32, &[&str]); 5] = [
    (2020, &["qd-1726", "dangcongsan-en-2020"]),
    (2021, &["daidoanket-2021", "qd-922"]),
    (2022, &["qd-922", "eballs-922", "dti-2022"]),
    (2023, &["baomoi-danang-2023"]),
    (2024, &["vietnamnet-2024", "dantri-2024", "qd-405"]),
];

/// The sources that only [`METHODS`] may name.
#[cfg(feature = "ssr")]
pub(crate) fn sources_of_methods() -> Vec<&'static str> {
    METHODS.into_iter().flat_map(|(_, sources)| sources).copied().collect()
}

/// The mean of the provinces' scores, where one was published: a benchmark, and no row of the ranking.
pub(super) fn means(site: &Site, editions: &[Edition<'_>]) -> Markup {
    let (lang, messages) = (site.lang(), site.messages());
    let text = site.lang().ranking();
    let mut years: Vec<i32> = editions.iter().map(|edition| edition.year).collect();
    years.dedup();
    let rows: Vec<(i32, Option<&Observation>)> =
        years.into_iter().map(|year| (year, mean_of(site, year))).collect();
    if rows.iter().all(|(_, mean)| mean.is_none()) {
        return Markup::default();
    }
    html! {
        section aria-labelledby="mean" {
            h2 id="mean" { (text.mean) }
            p class="t-prose" { (text.mean_hint) }
            table class="t-table t-means" {
                caption { (messages.country_row()) }
                thead {
                    tr {
                        th scope="col" { (text.edition) }
                        th scope="col" class="t-number" { (text.score) }
                        th scope="col" class="t-table__source" { (messages.source()) }
                    }
                }
                tbody {
                    @for (year, mean) in rows {
                        tr {
                            th scope="row" class="t-date" { (year) }
                            td class="t-number" {
                                @match mean {
                                    Some(mean) => {
                                        a href=(site.permalink(&mean.id)) {
                                            (words::value(lang, mean, &Unit::Score))
                                        }
                                    }
                                    None => { span class="t-muted" { (text.not_found) } }
                                }
                            }
                            td class="t-table__source" {
                                @if let Some(mean) = mean { (provenance(site, mean)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn mean_of(site: &Site, year: i32) -> Option<&Observation> {
    let country = site.dataset.country()?;
    site.dataset.observations.iter().find(|mean| {
        mean.indicator == SCORE
            && mean.province == country.id
            && mean.kind == Kind::Result
            && mean.period.is_some_and(|period| period.year() == year)
            && mean.value().is_some()
    })
}

/// Where a figure is from, and what must be known of it.
fn provenance(site: &Site, figure: &Observation) -> Markup {
    html! {
        div {
            @if let Some(source) = site.dataset.source(&figure.source) {
                (source_link(site, source, &figure.locator))
            }
            @if let Some(note) = &figure.note {
                div class="t-muted" { (words::pick(site.lang(), note)) }
            }
        }
    }
}

/// How each edition was computed, with the sources that say so.
pub(super) fn methods(site: &Site, editions: &[Edition<'_>]) -> Markup {
    let (lang, messages) = (site.lang(), site.messages());
    let text = site.lang().ranking();
    let known: Vec<(i32, &str, Vec<&Source>)> = METHODS
        .into_iter()
        .zip(text.method_of)
        .filter(|((year, _), _)| editions.iter().any(|edition| edition.year == *year))
        .map(|((year, sources), said)| {
            (year, said, sources.iter().filter_map(|id| site.dataset.source(id)).collect())
        })
        .filter(|(_, _, sources): &(_, _, Vec<&Source>)| !sources.is_empty())
        .collect();
    html! {
        @if !known.is_empty() {
            section class="t-prose" aria-labelledby="methods" {
                h2 id="methods" { (text.methods) }
                dl class="t-methods" {
                    @for (year, said, sources) in known {
                        dt { (phrase::edition(lang, &year.to_string())) }
                        dd {
                            p { (said) }
                            p class="t-muted" {
                                (messages.source()) ": "
                                @for (idx, source) in sources.into_iter().enumerate() {
                                    @if idx > 0 { "; " }
                                    (source_name(source))
                                    " (" (words::source_kind(lang, source.kind)) ")"
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
