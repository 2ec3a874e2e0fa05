//! `/tinh/`: all provinces, of before and after the mergers of 2025.

use leptos::prelude::*;

use crate::address::Page;
use crate::compare::{MergerOutcome, last_merger_counts, merger_outcome, units_on};
use crate::data::{Dataset, Province};
use crate::i18n::Lang;
use crate::i18n::collate::collate_key;
use crate::order;
use crate::ui::components::{
    ProvinceLink, Search, TableHead, UnitsFound, is_asked, n_units_found, opening, searched,
};
use crate::ui::head::Head;
use crate::ui::lineage::{self, PartsBefore, lineage_sources};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// How many there were and are, the search by any name, the units of today and their parts, and what
/// all of it rests on.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[|| opening(head), units], rest: &[lineage_sources] };

fn head(lang: Lang, dataset: &Dataset, _: &Page) -> Head {
    Head::of(lang, lineage::title(lang, dataset), lineage::lead(lang, dataset))
}

/// What a search finds, and, without one, every unit of today.
fn units() -> AnyView {
    let site = Site::here();
    let text = site.messages().lineage();
    let words = searched(site);
    let n_found = Memo::new(move |_| words.with(|words| n_units_found(site, words)));
    let (label, hint) = (text.search(), text.search_hint());
    view! {
        <Search label hint none=text.none_found() n_found>
            <UnitsFound />
            <div hidden=move || words.with(|words| is_asked(words))>
                <UnitsOfToday />
            </div>
        </Search>
    }
    .into_any()
}

#[component]
fn UnitsOfToday() -> impl IntoView {
    let site = Site::here();
    let text = site.messages().lineage();
    let rows = units_of_today(site).into_iter().map(|unit| {
        view! {
            <tr>
                <th scope="row">
                    <ProvinceLink id=&unit.id />
                </th>
                {before(site, unit)}
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="t-table t-table--stack">
            <caption class="t-hidden">{lineage::title(site.lang(), site.dataset)}</caption>
            <TableHead columns=vec![(text.today(), ""), (text.before(), "")] />
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// In the order of their names.
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

/// The cell of what a unit was before; on a phone one that never changed needs no label.
fn before(site: Site, unit: &'static Province) -> AnyView {
    let text = site.messages().lineage();
    match merger_outcome(site.dataset, unit) {
        Some(MergerOutcome::Enlarged { parts, .. }) => view! {
            <td data-label=text.before() class="t-says">
                <PartsBefore own=&unit.id parts />
            </td>
        }
        .into_any(),
        Some(_) => view! { <td class="t-says">{text.unchanged()}</td> }.into_any(),
        None => view! { <td></td> }.into_any(),
    }
}
