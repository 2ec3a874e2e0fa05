//! The country's mean score, and how the editions were computed.

use leptos::prelude::*;

use super::selected::if_any_editions;
use crate::compare::{METHOD_SOURCES, SCORE_INDICATOR};
use crate::data::{Kind, Observation, Source, Unit};
use crate::i18n::phrase;
use crate::ui::components::{Fold, Folded, SourceLink, SourceName, TableHead};
use crate::ui::site::Site;
use crate::ui::words;

/// The mean of the provinces' scores, by year; nothing if none was published. It is a benchmark,
/// and has no place in the ranking.
pub(super) fn means() -> AnyView {
    if_any_editions(|site, selected| {
        let (text, messages) = (site.lang().ranking(), site.messages());
        let mut years: Vec<i32> = selected.with_untracked(|selected| {
            selected.editions.iter().map(|edition| edition.year).collect()
        });
        years.dedup();
        let means: Vec<(i32, Option<&'static Observation>)> =
            years.into_iter().map(|year| (year, mean_of(site, year))).collect();
        means.iter().any(|(_, mean)| mean.is_some()).then(|| {
            let rows = means.into_iter().map(move |(year, mean)| mean_row(site, year, mean));
            let columns = vec![
                (text.edition, ""),
                (text.score, "t-number"),
                (messages.source(), "t-table__source"),
            ];
            view! {
                <Fold id="mean" folded=Folded::OnPhones title=text.mean>
                    <p class="t-prose">{text.mean_hint}</p>
                    <table class="t-table t-means">
                        <caption>{messages.country_row()}</caption>
                        <TableHead columns />
                        <tbody>{rows.collect_view()}</tbody>
                    </table>
                </Fold>
            }
            .into_any()
        })
    })
}

fn mean_of(site: Site, year: i32) -> Option<&'static Observation> {
    let country = site.dataset.country()?;
    site.dataset.observations_of(&country.id, SCORE_INDICATOR, Kind::Result).find(|mean| {
        mean.period.is_some_and(|period| period.year() == year) && mean.value().is_some()
    })
}

fn mean_row(site: Site, year: i32, mean: Option<&'static Observation>) -> AnyView {
    let lang = site.lang();
    let value = match mean {
        Some(mean) => {
            let value = words::value_or_draft(lang, mean, &Unit::Score);
            view! { <a href=site.permalink(&mean.id)>{value}</a> }.into_any()
        }
        None => view! { <span class="t-muted">{lang.ranking().not_found}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="t-date">{year.to_string()}</th>
            <td class="t-number">{value}</td>
            <td class="t-table__source">{mean.map(|mean| provenance(site, mean))}</td>
        </tr>
    }
    .into_any()
}

/// The source of a figure, and its note.
fn provenance(site: Site, figure: &'static Observation) -> AnyView {
    let note = figure.note.as_ref().map(|note| {
        view! { <div class="t-muted">{words::pick(site.lang(), note)}</div> }.into_any()
    });
    view! { <div><SourceLink observation=figure /> {note}</div> }.into_any()
}

/// How each edition was computed, with the sources for it.
pub(super) fn methods() -> AnyView {
    if_any_editions(|site, selected| {
        let text = site.lang().ranking();
        let has_edition = |year: i32| {
            selected.with_untracked(|selected| {
                selected.editions.iter().any(|edition| edition.year == year)
            })
        };
        let known: Vec<(i32, &'static str, Vec<&'static Source>)> = METHOD_SOURCES
            .into_iter()
            .zip(text.method_of)
            .filter(|((year, _), _)| has_edition(*year))
            .map(|((year, ids), text)| {
                (year, text, ids.iter().filter_map(|id| site.dataset.source(id)).collect())
            })
            .filter(|(_, _, sources): &(_, _, Vec<&'static Source>)| !sources.is_empty())
            .collect();
        (!known.is_empty()).then(|| {
            let methods = known
                .into_iter()
                .map(move |(year, text, sources)| method(site, year, text, sources));
            view! {
                <Fold id="methods" folded=Folded::OnPhones title=text.methods>
                    <dl class="t-methods t-prose">{methods.collect_view()}</dl>
                </Fold>
            }
            .into_any()
        })
    })
}

fn method(site: Site, year: i32, text: &'static str, sources: Vec<&'static Source>) -> AnyView {
    let lang = site.lang();
    let sources = sources.into_iter().enumerate().map(|(idx, source)| {
        let kind = format!(" ({})", words::source_kind(lang, source.kind));
        view! {
            {(idx > 0).then_some("; ")}
            <SourceName source />
            {kind}
        }
        .into_any()
    });
    view! {
        <dt>{phrase::edition_name(lang, &year.to_string())}</dt>
        <dd>
            <p>{text}</p>
            <p class="t-muted">
                {format!("{}: ", site.messages().source())} {sources.collect_view()}
            </p>
        </dd>
    }
    .into_any()
}
