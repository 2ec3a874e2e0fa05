//! The chosen provinces over the editions: the figure, why its lines break, and the same as a table.

use maud::{Markup, html};

use super::RANK;
use crate::address::Page;
use crate::compare::Edition;
use crate::data::Province;
use crate::i18n::phrase;
use crate::ui::components::{drawing, province_link};
use crate::ui::figures::{self, Purpose};
use crate::ui::ranking::{Standing, parts_on, standing, year};
use crate::ui::site::Site;
use crate::ui::words;

pub(super) fn history(site: &Site, editions: &[Edition<'_>], provinces: &[&Province]) -> Markup {
    let (lang, messages) = (site.lang(), site.messages());
    let figure = figures::places_over_time(site, RANK, editions, provinces, Purpose::Page);
    html! {
        section aria-labelledby="history" {
            h2 id="history" { (site.lang().ranking().history) }
            @if let Some(figure) = figure { figure class="t-figure" { (drawing(lang, figure)) } }
            p class="t-prose" {
                (why(site, editions)) " "
                a href=(site.link_to_method("editions")) { (messages.nav_method()) }
            }
            (table(site, editions, provinces))
            p { a href=(site.link(Page::Compare(RANK.to_owned()))) { (messages.see_comparison()) } }
        }
    }
}

/// Why lines break, and that gaps are gaps.
fn why(site: &Site, editions: &[Edition<'_>]) -> String {
    let lang = site.lang();
    let mut sentences: Vec<String> = Vec::new();
    if let (Some(indicator), [first, .., last]) = (site.dataset.indicator(RANK), editions) {
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
    sentences.push(site.lang().ranking().gaps.to_owned());
    sentences.join(" ")
}

/// The same places, and why there is none.
fn table(site: &Site, editions: &[Edition<'_>], provinces: &[&Province]) -> Markup {
    let (lang, text) = (site.lang(), site.lang().ranking());
    html! {
        table class="t-table t-table--stack" {
            caption { (text.history_table) }
            thead {
                tr {
                    th scope="col" { (text.edition) }
                    @for province in provinces {
                        th scope="col" { (province_link(site, &province.id)) }
                    }
                }
            }
            tbody {
                @for edition in editions {
                    tr {
                        th scope="row" class="t-date" { (year(lang, editions, edition)) }
                        @for province in provinces {
                            td data-label=(words::pick(lang, &province.short)) {
                                (cell(site, edition, province))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn cell(site: &Site, edition: &Edition<'_>, province: &Province) -> Markup {
    let (lang, text) = (site.lang(), site.lang().ranking());
    let reason = match standing(&site.dataset, edition, province) {
        Standing::At(rank, place) => {
            let names: Vec<&str> = parts_on(&site.dataset, province, edition)
                .into_iter()
                .skip(1)
                .map(|part| words::pick(lang, &part.short))
                .collect();
            return html! {
                a href=(site.permalink(&place.id)) {
                    (phrase::share(lang, rank as usize, edition.base as usize))
                }
                @if !names.is_empty() {
                    span class="t-muted" { " " (phrase::together_with(lang, &names)) }
                }
            };
        }
        Standing::MergedAway => text.merged_away,
        Standing::Lost => text.not_loaded,
        Standing::NotFound => text.not_found,
    };
    html! { span class="t-muted" { (reason) } }
}
