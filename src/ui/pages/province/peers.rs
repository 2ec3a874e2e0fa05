//! The provinces that are most like this one, and a link that compares all of them.

use leptos::prelude::*;

use crate::compare::{self, Peers, REGION_SOURCE, SCORE_INDICATOR, Size, region_on};
use crate::data::{Observation, Province};
use crate::i18n::{Fixed, phrase};
use crate::ui::components::{ProvinceLink, SourceName};
use crate::ui::region::region_name;
use crate::ui::site::Site;
use crate::ui::words;

const TITLE: Fixed = Fixed { vi: "Tỉnh giống nhất", en: "The provinces most like it" };
const HOW: Fixed = Fixed { vi: "Chọn thế nào", en: "How they are found" };
const COMPARE: Fixed = Fixed {
    vi: "So sánh điểm chuyển đổi số",
    en: "Compare the digital transformation scores",
};
const REGIONS: Fixed = Fixed { vi: "Vùng theo", en: "Regions by" };

/// The province and its peers, each with what makes them alike; nothing where that is not known.
pub(super) fn section(site: Site, unit: &'static Province) -> Option<AnyView> {
    let Peers { own, nearest } = compare::peers(site.dataset, unit)?;
    let lang = site.lang();
    site.list_section("peers", TITLE.of(lang));
    let ids: Vec<&str> = std::iter::once(unit.id.as_str())
        .chain(nearest.iter().map(|peer| peer.size.province.id.as_str()))
        .collect();
    let link = site.link_comparing(SCORE_INDICATOR, &ids);
    let year = words::date_of(lang, own.population).unwrap_or_default();
    let rows = std::iter::once(own).chain(nearest.into_iter().map(|peer| peer.size));
    let rows = rows.map(|size| row(site, size)).collect_view();
    let source = site.dataset.source(REGION_SOURCE).map(|source| {
        view! {
            " "
            {REGIONS.of(lang)}
            " "
            <SourceName source />
            "."
        }
        .into_any()
    });
    Some(
        view! {
            <section aria-labelledby="peers">
                <h2 id="peers">{TITLE.of(lang)}</h2>
                <ul class="t-peers">{rows}</ul>
                <p>
                    <a href=link>{COMPARE.of(lang)}</a>
                </p>
                <p class="t-muted">
                    {phrase::how_peers_are_found(lang, &year)}
                    " "
                    <a href=site.link_to_method("peers")>{HOW.of(lang)}</a>
                    "."
                    {source}
                </p>
            </section>
        }
        .into_any(),
    )
}

/// How many people a province has, what it produces per head, and its region.
fn row(site: Site, size: Size<'static>) -> AnyView {
    let lang = site.lang();
    let Size { province, population, income } = size;
    let value = |o: &Observation| {
        let unit = site.dataset.indicator(&o.indicator).map(|indicator| &indicator.unit);
        unit.map(|unit| words::value(lang, o, unit)).unwrap_or_default()
    };
    let per_head = phrase::per_head(lang, &value(income));
    let region = population.unit_day().and_then(|day| region_on(site.dataset, province, day));
    let region = region.map(|region| format!(" · {}", region_name(lang, region)));
    view! {
        <li>
            <ProvinceLink id=&province.id />
            ": "
            <a href=site.link_to_figure(&population.id)>{value(population)}</a>
            " · "
            <a href=site.link_to_figure(&income.id)>{per_head}</a>
            <span class="t-muted">{region}</span>
        </li>
    }
    .into_any()
}
