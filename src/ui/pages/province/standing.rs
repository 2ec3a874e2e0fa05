//! Where a province stands in the newest edition of each index.

use leptos::prelude::*;

use crate::compare::{self, InRegion, Standing, enlargement_side};
use crate::data::{Basis, Date, Observation, Province};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::TableHead;
use crate::ui::region::region_name;
use crate::ui::site::Site;
use crate::ui::words;

const TITLE: Fixed =
    Fixed { vi: "Hạng mới nhất theo từng chỉ số", en: "Latest known places" };
const HOW: Fixed = Fixed { vi: "Bảng này lấy từ đâu", en: "How this table is made" };
/// What must be known of places that were counted off a survey.
const OF_SURVEYS: Fixed = Fixed {
    vi: "Ở chỉ số lập từ khảo sát, hơn kém vài bậc có thể chỉ do sai số.",
    en: "In an index made from a survey, a few places may be mere error.",
};
const INDEX: Fixed = Fixed { vi: "Chỉ số", en: "Index" };
const PLACE: Fixed = Fixed { vi: "Hạng", en: "Place" };
const CHANGE: Fixed = Fixed { vi: "So với năm trước", en: "Against the year before" };

/// The place in each index, with the change since the year before; nothing if there is none.
pub(super) fn section(site: Site, unit: &'static Province) -> Option<AnyView> {
    let standings = compare::standings(site.dataset, &unit.id);
    if !standings.is_empty() {
        site.list_section("standing", TITLE.of(site.lang()));
    }
    (!standings.is_empty()).then(|| {
        let lang = site.lang();
        let has_neighbors = standings.iter().any(|standing| !standing.nearest.is_empty());
        let has_changes = standings.iter().any(|standing| standing.change.is_some());
        let mut columns = vec![(INDEX.of(lang), ""), (PLACE.of(lang), "")];
        columns.extend(has_changes.then_some((CHANGE.of(lang), "")));
        let rows = standings.into_iter().map(move |standing| row(site, &standing, has_changes));
        view! {
            <section aria-labelledby="standing">
                <h2 id="standing">{TITLE.of(lang)}</h2>
                <table class="t-table t-standing">
                    <caption class="t-hidden">{TITLE.of(lang)}</caption>
                    <TableHead columns />
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                <p class="t-muted">
                    {has_neighbors.then(|| OF_SURVEYS.of(lang))}
                    " "
                    <a href=site.link_to_method("standing")>{HOW.of(lang)}</a>
                </p>
            </section>
        }
        .into_any()
    })
}

/// The place in the first index, in a sentence.
pub(super) fn first(site: Site, unit: &'static Province) -> Option<String> {
    let lang = site.lang();
    let Standing { indicator, place, .. } =
        compare::standings(site.dataset, &unit.id).into_iter().next()?;
    let name = words::pick(lang, &indicator.name);
    let value = words::value(lang, place, &indicator.unit);
    let side = enlargement_side(site.dataset, place);
    let year = words::date_of(lang, place)?;
    let year = side.map_or(year.clone(), |(_, is_new)| phrase::with_borders(lang, &year, is_new));
    let remarks = std::iter::once(year).chain(computed(lang, place)).collect::<Vec<_>>();
    Some(phrase::stands_at(name, &value, &remarks))
}

/// That a place was not printed but computed.
fn computed(lang: Lang, place: &Observation) -> Option<String> {
    (place.basis == Basis::Derived).then(|| words::basis(lang, place.basis).to_owned())
}

fn row(site: Site, standing: &Standing<'static>, has_changes: bool) -> AnyView {
    let lang = site.lang();
    let Standing { indicator, place, change, nearest, in_region } = standing;
    let concept = indicator.concept.as_str();
    let ids: Vec<&str> = std::iter::once(place.province.as_str())
        .chain(nearest.iter().map(|other| other.province.as_str()))
        .collect();
    let link = site.link_comparing(concept, &ids, None);
    // Others may have a newer figure than that of this edition.
    let of_edition = site.link_comparing(concept, &ids, place.date().map(Date::year));
    // Of a province that took others in it must be said whose place it is.
    let borders = words::borders(lang, site.dataset, place);
    let remarks =
        words::date_of(lang, place).into_iter().chain(borders).chain(computed(lang, place));
    let remarks = remarks.collect::<Vec<String>>().join(" · ");
    let change = has_changes.then(|| {
        let change = change.and_then(|(before, by)| {
            let year = words::date_of(lang, before)?;
            Some(phrase::places_since(lang, by, &year))
        });
        view! { <td class="t-muted">{change}</td> }.into_any()
    });
    let near = near(site, nearest, *in_region, &of_edition, if has_changes { 2 } else { 1 });
    let class = near.is_some().then_some("t-standing__index");
    let n_rows = near.is_some().then_some("2");
    view! {
        <tr class=class>
            <th scope="row" rowspan=n_rows>
                <a href=link>{words::pick(lang, &indicator.name)}</a>
                " "
                <span class="t-muted">{remarks}</span>
            </th>
            <td>
                <a href=site.link_to_figure(&place.id)>{words::value(lang, place, &indicator.unit)}</a>
            </td>
            {change}
        </tr>
        {near}
    }
    .into_any()
}

/// The provinces with the nearest places, as a link that compares them, and the place in the region; nothing
/// where not every place of the edition is known.
fn near(
    site: Site,
    nearest: &[&'static Observation],
    in_region: Option<InRegion>,
    link: &str,
    n_columns: usize,
) -> Option<AnyView> {
    let lang = site.lang();
    let places: Vec<(&str, u32)> = nearest
        .iter()
        .filter_map(|other| {
            let name = words::short_name(lang, site.dataset, &other.province);
            Some((name, compare::official_rank(other)?))
        })
        .collect();
    if places.is_empty() {
        return None;
    }
    let region = in_region.map(|InRegion { region, place, of }| {
        format!(" · {}", phrase::place_in_region(lang, region_name(lang, region), place, of))
    });
    Some(
        view! {
            <tr class="t-standing__near">
                <td colspan=n_columns>
                    <a href=link.to_owned()>{phrase::places_next_to_it(lang, &places)}</a>
                    {region}
                </td>
            </tr>
        }
        .into_any(),
    )
}
