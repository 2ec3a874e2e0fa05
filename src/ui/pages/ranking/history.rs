//! The selected provinces over the editions: a figure, why its lines break, and a table.

use leptos::prelude::*;

use super::selected::{Selected, if_any_editions};
use crate::address::Page;
use crate::compare::{Edition, RANK_INDICATOR};
use crate::data::Province;
use crate::i18n::phrase;
use crate::ui::components::{CaptionedChart, Fold, Folded, ProvinceLink};
use crate::ui::figures::{self, Purpose};
use crate::ui::ranking::{Standing, edition_year_text, merged_units, standing};
use crate::ui::reactive::{defer, reactive};
use crate::ui::site::Site;
use crate::ui::words;

pub(super) fn history() -> AnyView {
    if_any_editions(|site, selected| {
        let messages = site.messages();
        let why = selected.with_untracked(|selected| reasons_for_breaks(site, &selected.editions));
        view! {
            <Fold id="history" folded=Folded::OnPhones title=site.lang().ranking().history>
                {defer(move || reactive(move || selected.with(|selected| figure(site, selected))))}
                <p class="t-prose">
                    {format!("{why} ")}
                    <a href=site.link_to_method("editions")>{messages.nav_method()}</a>
                </p>
                {defer(move || reactive(move || selected.with(|selected| table(site, selected))))}
                <p>
                    <a href=site.link(Page::Compare(RANK_INDICATOR.to_owned()))>
                        {messages.see_comparison()}
                    </a>
                </p>
            </Fold>
        }
        .into_any()
    })
}

/// The figure; nothing if none of the provinces has a place.
fn figure(site: Site, selected: &Selected) -> Option<AnyView> {
    let Selected { editions, provinces, .. } = selected;
    let drawing =
        figures::places_over_time(site, RANK_INDICATOR, editions, provinces, Purpose::Page)?;
    Some(view! { <CaptionedChart drawing /> }.into_any())
}

/// Why the lines of the figure break, and that a gap means there is no figure.
fn reasons_for_breaks(site: Site, editions: &[Edition<'_>]) -> String {
    let lang = site.lang();
    let mut sentences: Vec<String> = Vec::new();
    if let (Some(indicator), [first, .., last]) = (site.dataset.indicator(RANK_INDICATOR), editions)
    {
        let years: Vec<String> = indicator
            .breaks
            .iter()
            .filter(|year| first.year < year.0 && year.0 <= last.year)
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

/// The table of the same places. A cell without a place says why.
fn table(site: Site, selected: &Selected) -> AnyView {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let Selected { editions, provinces, .. } = selected;
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
                <th scope="row" class="t-date">{edition_year_text(lang, editions, edition)}</th>
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
            let names: Vec<&str> = merged_units(site.dataset, province, edition)
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
