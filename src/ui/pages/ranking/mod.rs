//! `/xep-hang/`: the official ranking, by edition.

mod edition;
mod frame;
mod history;
mod seen;

use leptos::prelude::*;

use crate::address::{Page, keys};
use crate::compare::{RANK_INDICATOR, YearFilter as Chosen, editions, pick_edition};
use crate::data::Dataset;
use crate::i18n::{Fixed, Lang, phrase};
use crate::order;
use crate::ui::components::{Choice, Choices, Controls, TakeAway, Taken};
use crate::ui::figures::{self, Purpose};
use crate::ui::head::Head;
use crate::ui::live::live;
use crate::ui::ranking::{Answer, answer, known, year};
use crate::ui::site::Site;
use crate::ui::view::View;
use seen::{Seen, of_editions};

/// The sentence that answers, the controls, the edition as a map and a table, the provinces over the
/// editions, the country's mean, and how the editions differ.
pub(crate) const VIEW: View = View {
    head,
    prepare,
    top: &[heading, note, controls, edition::mapped],
    rest: &[
        edition::chosen,
        edition::others,
        history::history,
        frame::means,
        frame::methods,
        take_away,
    ],
};

/// In the menu, too.
pub(crate) const TITLE: Fixed = Fixed { vi: "Xếp hạng", en: "Ranking" };
const LEAD: Fixed = Fixed {
    vi: "Chỉ số chuyển đổi số cấp tỉnh (DTI) theo từng kỳ: ai đứng thứ mấy trong bao nhiêu tỉnh, thành phố.",
    en: "The Digital Transformation Index (DTI) of provinces, by edition: who came where, of how many.",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn prepare() {
    let site = Site::here();
    let all = editions(site.dataset, RANK_INDICATOR);
    provide_context(Memo::new(move |_| {
        let choice = site.location.with(|location| location.address.selection.year);
        Seen {
            edition: pick_edition(&all, choice).cloned(),
            editions: all.clone(),
            choice,
            provinces: site.chosen_provinces(),
        }
    }));
}

/// The title, and where the chosen provinces stand.
fn heading() -> AnyView {
    let site = Site::here();
    let seen = Seen::here();
    let lang = site.lang();
    if seen.with_untracked(|seen| seen.editions.is_empty()) {
        return view! {
            <h1>{TITLE.of(lang)}</h1>
            <p class="t-lead">{lang.ranking().none}</p>
        }
        .into_any();
    }
    let places = move || seen.with(|seen| said(site, seen).places);
    let rest = move || seen.with(|seen| said(site, seen).rest);
    view! {
        <h1>{TITLE.of(lang)}</h1>
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            {format!("{} ", LEAD.of(lang))}
            <strong>{live(places)}</strong>
            " "
            <span>{live(rest)}</span>
        </p>
    }
    .into_any()
}

/// Where the chosen provinces stand, or that there is no such edition.
fn said(site: Site, seen: &Seen) -> Answer {
    let Seen { editions, edition, choice, provinces } = seen;
    match (edition, choice) {
        (Some(edition), _) => answer(site.lang(), site.dataset, editions, edition, provinces),
        (None, Chosen::Year(year)) => {
            Answer { places: phrase::no_edition(site.lang(), *year), rest: String::new() }
        }
        (None, Chosen::Latest) => Answer { places: String::new(), rest: String::new() },
    }
}

/// A word on which edition it is.
fn note() -> AnyView {
    of_editions(|site, seen| {
        live(move || {
            let why = seen.with(|seen| why_this_one(site.lang(), seen));
            why.map(|why| view! { <p class="t-prose t-muted">{why}</p> }.into_any())
        })
    })
}

/// Without a choice of edition: why it is this one.
fn why_this_one(lang: Lang, seen: &Seen) -> Option<String> {
    let Seen { editions, edition, choice, .. } = seen;
    let shown = edition.as_ref().filter(|_| *choice == Chosen::Latest)?;
    if !shown.is_complete() {
        return Some(lang.ranking().none_complete.to_owned());
    }
    let newer: Vec<(String, String)> = editions
        .iter()
        .filter(|other| (other.year, other.as_of) > (shown.year, shown.as_of))
        .map(|other| (year(lang, editions, other), known(lang, other)))
        .collect();
    let shown = year(lang, editions, shown);
    (!newer.is_empty()).then(|| phrase::newest_complete(lang, &shown, &newer))
}

fn controls() -> AnyView {
    of_editions(|site, seen| {
        let lang = site.lang();
        let choices = seen.with_untracked(|seen| years(lang, seen));
        view! {
            <Controls elsewhere=Page::Topics elsewhere_text=site.messages().nav_compare()>
                <Choice key=keys::YEAR id="edition-of" label=lang.ranking().edition choices />
            </Controls>
        }
        .into_any()
    })
}

/// The years one can choose, each with how much of its edition is known.
fn years(lang: Lang, seen: &Seen) -> Choices {
    let mut years: Vec<i32> = seen.editions.iter().map(|edition| edition.year).collect();
    // A year without an edition can be asked for in the address.
    if let Chosen::Year(year) = seen.choice {
        years.push(year);
    }
    order::sort_by(&mut years, |a, b| b.cmp(a));
    years.dedup();
    let newest = (String::new(), lang.ranking().newest.to_owned());
    let of_years = years.into_iter().map(|year| {
        let choice = Chosen::Year(year);
        let known = pick_edition(&seen.editions, choice)
            .map_or(lang.ranking().not_found.to_owned(), |edition| known(lang, edition));
        (choice.query_value(), format!("{year}: {known}"))
    });
    std::iter::once(newest).chain(of_years).collect()
}

fn take_away() -> AnyView {
    of_editions(|_, _| view! { <TakeAway taken /> }.into_any())
}

/// The map and the lines with what is said of them.
fn taken() -> Taken {
    let site = Site::here();
    Seen::here().with(|seen| {
        let Seen { editions, edition, provinces, .. } = seen;
        let purpose = Purpose::Taking;
        let map = edition
            .as_ref()
            .and_then(|edition| figures::tile_map(site, editions, edition, provinces, purpose));
        let places = figures::places_over_time(site, RANK_INDICATOR, editions, provinces, purpose);
        Taken {
            name: RANK_INDICATOR.to_owned(),
            sentence: said(site, seen).text(),
            drawings: map.into_iter().chain(places).flatten().collect(),
        }
    })
}
