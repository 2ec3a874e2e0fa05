//! `/tinh/`: all provinces, from before and after the mergers of 2025.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare::{last_merger_counts, merger_outcome, parts_of_latest_merger, units_on};
use crate::data::{Dataset, Province};
use crate::i18n::Lang;
use crate::i18n::collate::collate_key;
use crate::order;
use crate::ui::components::{
    Hits, ProvinceLink, Results, Search, TableHead, found_among, is_search, page_intro,
    search_words,
};
use crate::ui::head::Head;
use crate::ui::lineage::{self, FormerUnits, lineage_sources};
use crate::ui::search::Entries;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// The number of provinces before and after, the search by any name, the provinces of today with
/// the units that formed them, and the sources.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| page_intro(head), units], rest: &[lineage_sources] };

fn head(lang: Lang, dataset: &Dataset, _: &Page) -> Head {
    Head::of(lang, lineage::title(lang, dataset), lineage::lead(lang, dataset))
}

/// The results of a search or, without a search, every province of today.
fn units() -> AnyView {
    let site = Site::from_context();
    let text = site.messages().lineage();
    let words = search_words(site);
    let found = found_among(site, Entries::provinces);
    let n_found = Memo::new(move |_| found.with(Hits::len));
    let (label, hint) = (text.search(), text.search_hint());
    view! {
        <Search label hint none=text.none_found() n_found>
            <Results found />
            <div hidden=move || words.with(|words| is_search(words))>
                <UnitsOfToday />
            </div>
        </Search>
    }
    .into_any()
}

#[component]
fn UnitsOfToday() -> impl IntoView {
    let site = Site::from_context();
    let text = site.messages().lineage();
    let rows = units_of_today(site).into_iter().map(|unit| {
        view! {
            <tr>
                <th scope="row">
                    <ProvinceLink id=&unit.id />
                </th>
                {former_units_cell(site, unit)}
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="t-table t-table--stack t-table--third">
            <caption class="t-hidden">{lineage::title(site.lang(), site.dataset)}</caption>
            <TableHead columns=vec![(text.today(), ""), (text.before(), "")] />
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// The provinces of today, in the order of their names.
fn units_of_today(site: Site) -> Vec<&'static Province> {
    let dataset = site.dataset;
    let units = match last_merger_counts(dataset) {
        Some(last) => units_on(dataset, last.day),
        None => dataset.units().collect(),
    };
    let mut units: Vec<(Vec<u8>, &Province)> = units
        .into_iter()
        .map(|unit| (collate_key(words::pick(site.lang(), &unit.short)), unit))
        .collect();
    order::sort_by(&mut units, |a, b| a.0.cmp(&b.0));
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// The cell with the units that formed a province in the latest mergers. For a province that took no
/// part in them it needs no label on a phone.
fn former_units_cell(site: Site, unit: &'static Province) -> AnyView {
    let text = site.messages().lineage();
    if let Some(parts) = parts_of_latest_merger(site.dataset, unit) {
        return view! {
            <td data-label=text.before() class="t-says">
                <FormerUnits unit=&unit.id parts />
            </td>
        }
        .into_any();
    }
    let said = merger_outcome(site.dataset, unit).map(|_| text.unchanged());
    said.map_or_else(
        || view! { <td></td> }.into_any(),
        |said| view! { <td class="t-says">{said}</td> }.into_any(),
    )
}
