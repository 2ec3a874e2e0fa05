//! The chosen provinces over the editions: the figure, why its lines break, and the same as a table.

use leptos::prelude::*;

use super::seen::{Seen, of_editions};
use crate::address::Page;
use crate::compare::{Edition, RANK_INDICATOR};
use crate::data::Province;
use crate::i18n::phrase;
use crate::ui::components::{Figure, ProvinceLink};
use crate::ui::figures::{self, Purpose};
use crate::ui::live::{later, live};
use crate::ui::ranking::{Standing, parts_on, standing, year};
use crate::ui::site::Site;
use crate::ui::words;

pub(super) fn history() -> AnyView {
    of_editions(|site, seen| {
        let messages = site.messages();
        let why = seen.with_untracked(|seen| why(site, &seen.editions));
        view! {
            <section aria-labelledby="history">
                <h2 id="history">{site.lang().ranking().history}</h2>
                {later(move || live(move || seen.with(|seen| figure(site, seen))))}
                <p class="t-prose">
                    {format!("{why} ")}
                    <a href=site.link_to_method("editions")>{messages.nav_method()}</a>
                </p>
                {later(move || live(move || seen.with(|seen| table(site, seen))))}
                <p>
                    <a href=site.link(Page::Compare(RANK_INDICATOR.to_owned()))>
                        {messages.see_comparison()}
                    </a>
                </p>
            </section>
        }
        .into_any()
    })
}

/// The places as lines; nothing where none of the provinces has one.
fn figure(site: Site, seen: &Seen) -> Option<AnyView> {
    let Seen { editions, provinces, .. } = seen;
    let drawing =
        figures::places_over_time(site, RANK_INDICATOR, editions, provinces, Purpose::Page)?;
    Some(view! { <Figure drawing /> }.into_any())
}

/// Why lines break, and that gaps are gaps.
fn why(site: Site, editions: &[Edition<'_>]) -> String {
    let lang = site.lang();
    let mut sentences: Vec<String> = Vec::new();
    if let (Some(indicator), [first, .., last]) = (site.dataset.indicator(RANK_INDICATOR), editions)
    {
        let years: Vec<String> = indicator
            .breaks
            .iter()
            .filter(|year| first.year < **year && **year <= last.year)
            .map(ToString::to_string)
            .collect();
        let years: Vec<&str> = years.iter().map(String::as_str).collect();
        if !years.is_empty() {
            sentences.push(phrase::breaks_of_method(lang, &years));
        }
        if first.base != last.base {
            sentences.push(phrase::break_of_base(lang, first.base, last.base));
        }
    }
    sentences.push(lang.ranking().gaps.to_owned());
    sentences.join(" ")
}

/// The same places, and why there is none.
fn table(site: Site, seen: &Seen) -> AnyView {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let Seen { editions, provinces, .. } = seen;
    let columns = provinces.iter().map(|province| {
        view! {
            <th scope="col">
                <ProvinceLink id=&province.id />
            </th>
        }
        .into_any()
    });
    let rows = editions.iter().map(|edition| {
        let cells = provinces.iter().map(|province| {
            view! {
                <td data-label=words::pick(lang, &province.short)>
                    {cell(site, edition, province)}
                </td>
            }
            .into_any()
        });
        view! {
            <tr>
                <th scope="row" class="t-date">{year(lang, editions, edition)}</th>
                {cells.collect_view()}
            </tr>
        }
        .into_any()
    });
    let (columns, rows) = (columns.collect_view(), rows.collect_view());
    view! {
        <table class="t-table t-table--stack">
            <caption>{text.history_table}</caption>
            <thead>
                <tr>
                    <th scope="col">{text.edition}</th>
                    {columns}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn cell(site: Site, edition: &Edition<'static>, province: &'static Province) -> AnyView {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let reason = match standing(edition, province) {
        Standing::At(rank, place) => {
            let share = phrase::n_of(lang, rank as usize, edition.base as usize);
            let names: Vec<&str> = parts_on(site.dataset, province, edition)
                .into_iter()
                .skip(1)
                .map(|part| words::pick(lang, &part.short))
                .collect();
            let together = (!names.is_empty()).then(|| {
                let together = format!(" {}", phrase::together_with(lang, &names));
                view! { <span class="t-muted">{together}</span> }.into_any()
            });
            return view! {
                <a href=site.permalink(&place.id)>{share}</a>
                {together}
            }
            .into_any();
        }
        Standing::MergedAway => text.merged_away,
        Standing::NotFound => text.not_found,
    };
    view! { <span class="t-muted">{reason}</span> }.into_any()
}
