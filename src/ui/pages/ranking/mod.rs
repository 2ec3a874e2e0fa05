//! `/xep-hang/`: the official ranking, by edition.

mod before;
mod edition;
mod history;
mod mean_and_methods;
mod selected;

use leptos::prelude::*;

use crate::address::{Page, keys};
use crate::compare::{RANK_INDICATOR, YearFilter, editions, pick_edition};
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang, phrase};
use crate::order;
use crate::ui::components::{
    Controls, SaveAndShare, SelectField, SelectOptions, Shareable, awaited_editions,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::head::Head;
use crate::ui::ranking::{Answer, answer, edition_year_text, known_count};
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::view::View;
use selected::{Selected, if_any_editions};

/// The answer in a sentence, the controls, the selected edition as a map and a table, the edition that is
/// awaited, the provinces over the editions, the country's mean, and how the editions were computed.
pub(crate) const VIEW: View = View {
    head,
    prepare,
    top: &[heading, edition_note, controls, edition::map_section, note_of_places],
    rest: &[
        edition::selected_edition,
        edition::other_editions,
        next_edition,
        history::history,
        mean_and_methods::means,
        mean_and_methods::methods,
        save_and_share,
    ],
};

/// The title of the page, and its name in the menu.
pub(crate) const TITLE: Fixed = Fixed { vi: "Xếp hạng", en: "Ranking" };
/// What is ranked.
const INDEX: Fixed = Fixed {
    vi: "Chỉ số chuyển đổi số cấp tỉnh (DTI).",
    en: "Digital Transformation Index (DTI) of provinces.",
};
const LEAD: Fixed = Fixed {
    vi: "Chỉ số chuyển đổi số cấp tỉnh (DTI) theo từng kỳ: ai đứng thứ mấy trong bao nhiêu tỉnh, thành phố.",
    en: "The Digital Transformation Index (DTI) of provinces, by edition: who came where, of how many.",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn prepare() {
    let site = Site::from_context();
    let all = editions(site.dataset, RANK_INDICATOR);
    provide_context(Memo::new(move |_| {
        let year = site.location.with(|location| location.address.selection.year);
        Selected {
            edition: pick_edition(&all, year).cloned(),
            editions: all.clone(),
            year,
            provinces: site.selected_provinces(),
        }
    }));
}

/// The title, and the places of the selected provinces.
fn heading() -> AnyView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let lang = site.lang();
    if selected.with_untracked(|selected| selected.editions.is_empty()) {
        return view! {
            <h1>{TITLE.of(lang)}</h1>
            <p class="t-lead">{lang.ranking().none}</p>
        }
        .into_any();
    }
    let lead = move || selected.with(|selected| lead_and_rest(site, selected).0);
    view! {
        <h1>{TITLE.of(lang)}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            {reactive(lead)}
        </p>
    }
    .into_any()
}

/// What must be known of the places at the top.
fn note_of_places() -> AnyView {
    if_any_editions(|site, selected| {
        let rest = move || selected.with(|selected| lead_and_rest(site, selected).1);
        view! { <p class="t-prose t-muted">{reactive(rest)}</p> }.into_any()
    })
}

/// What stands at the top: the places, or why there are none; and what must be known of the places.
fn lead_and_rest(site: Site, selected: &Selected) -> (String, String) {
    let Answer { places, rest } = answer_about(site, selected);
    if places.is_empty() {
        return (rest, places);
    }
    (format!("{} {places}", INDEX.of(site.lang())), rest)
}

/// The places of the selected provinces, or that there is no such edition.
fn answer_about(site: Site, selected: &Selected) -> Answer {
    let Selected { editions, edition, year, provinces } = selected;
    match (edition, year) {
        (Some(edition), _) => answer(site.lang(), site.dataset, editions, edition, provinces),
        (None, YearFilter::Year(year)) => {
            Answer { places: phrase::no_edition(site.lang(), *year), rest: String::new() }
        }
        (None, YearFilter::Latest) => Answer { places: String::new(), rest: String::new() },
    }
}

/// Says why this edition is shown; nothing if the reader selected it.
fn edition_note() -> AnyView {
    if_any_editions(|site, selected| {
        reactive(move || {
            let why = selected.with(|selected| reason_for_edition(site.lang(), selected));
            why.map(|why| view! { <p class="t-prose t-muted">{why}</p> }.into_any())
        })
    })
}

/// Why this edition is shown; `None` if the reader selected it, or if it is the newest.
fn reason_for_edition(lang: Lang, selected: &Selected) -> Option<String> {
    let Selected { editions, edition, year, .. } = selected;
    let shown = edition.as_ref().filter(|_| *year == YearFilter::Latest)?;
    if !shown.is_complete() {
        return Some(lang.ranking().none_complete.to_owned());
    }
    let newer: Vec<(String, String)> = editions
        .iter()
        .filter(|other| (other.year, other.as_of) > (shown.year, shown.as_of))
        .map(|other| (edition_year_text(lang, editions, other), known_count(lang, other)))
        .collect();
    let shown = edition_year_text(lang, editions, shown);
    (!newer.is_empty()).then(|| phrase::newest_complete(lang, &shown, &newer))
}

fn controls() -> AnyView {
    if_any_editions(|site, selected| {
        let lang = site.lang();
        let options = selected.with_untracked(|selected| year_options(lang, selected));
        let sentence =
            Signal::derive(move || selected.with(|selected| lead_and_rest(site, selected).0));
        view! {
            <Controls elsewhere=Page::Topics elsewhere_text=site.messages().nav_compare() sentence>
                <SelectField key=keys::YEAR id="edition-of" label=lang.ranking().edition options />
            </Controls>
        }
        .into_any()
    })
}

/// The years in the list, each with how much of its edition is known.
fn year_options(lang: Lang, selected: &Selected) -> SelectOptions {
    let mut years: Vec<i32> = selected.editions.iter().map(|edition| edition.year).collect();
    // The address may name a year without an edition.
    if let YearFilter::Year(year) = selected.year {
        years.push(year);
    }
    order::sort_by(&mut years, |a, b| b.cmp(a));
    years.dedup();
    let newest = (String::new(), lang.ranking().newest.to_owned());
    let of_years = years.into_iter().map(|year| {
        let filter = YearFilter::Year(year);
        let known = pick_edition(&selected.editions, filter)
            .map_or(lang.ranking().not_found.to_owned(), |edition| known_count(lang, edition));
        (filter.query_value(), format!("{year}: {known}"))
    });
    std::iter::once(newest).chain(of_years).collect()
}

/// Which edition is awaited, and since when.
fn next_edition() -> AnyView {
    if_any_editions(|site, _| {
        let indicator = site.dataset.indicator(RANK_INDICATOR);
        awaited_editions(site, indicator.as_slice())
    })
}

fn save_and_share() -> AnyView {
    if_any_editions(|_, _| view! { <SaveAndShare shareable /> }.into_any())
}

/// The map, the lines and the answer for the present selection.
fn shareable() -> Shareable {
    let site = Site::from_context();
    Selected::from_context().with(|selected| {
        let Selected { editions, edition, provinces, .. } = selected;
        let purpose = Purpose::Export;
        let map = edition
            .as_ref()
            .and_then(|edition| figures::tile_map(site, editions, edition, provinces, purpose));
        let places = figures::places_over_time(site, RANK_INDICATOR, editions, provinces, purpose);
        Shareable {
            name: RANK_INDICATOR.to_owned(),
            sentence: answer_about(site, selected).text(),
            drawings: map.into_iter().chain(places).flatten().collect(),
        }
    })
}
