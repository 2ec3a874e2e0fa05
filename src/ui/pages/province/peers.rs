//! The provinces that are most like this one, and a link that compares all of them.

use leptos::prelude::*;

use crate::compare::{
    self, Peers, SCORE_INDICATOR, Size, is_of_today, region_on, source_of_regions,
};
use crate::data::{Observation, Province};
use crate::i18n::{Fixed, phrase};
use crate::ui::components::{ProvinceLink, SourceName};
use crate::ui::region::region_name;
use crate::ui::site::Site;
use crate::ui::words;

const TITLE: Fixed = Fixed {
    vi: "Tỉnh gần về dân số và GRDP đầu người",
    en: "Provinces close in population and GRDP per head",
};
const HOW: Fixed = Fixed { vi: "Chọn thế nào", en: "How they are found" };
const COMPARE: Fixed = Fixed {
    vi: "So sánh điểm chuyển đổi số",
    en: "Compare the digital transformation scores",
};
const NONE_CLOSE: Fixed =
    Fixed { vi: "Không có tỉnh nào thật gần.", en: "No province is really close." };
const REGIONS: Fixed = Fixed { vi: "Vùng, theo", en: "Regions by" };

/// From which likeness on no province is called close: twice as many people, or twice the product per head.
const FAR: f64 = 2.0;

/// The province and its peers, each with what makes them alike; nothing where that is not known.
pub(super) fn section(site: Site, unit: &'static Province) -> Option<AnyView> {
    let Peers { own, nearest } = compare::peers(site.dataset, unit)?;
    let (lang, dataset) = (site.lang(), site.dataset);
    let day = own.population.unit_day()?;
    site.list_section("peers", TITLE.of(lang));
    let ids: Vec<&str> = std::iter::once(unit.id.as_str())
        .chain(nearest.iter().map(|peer| peer.size.province.id.as_str()))
        .collect();
    let link = site.link_comparing(SCORE_INDICATOR, &ids, None);
    let date = words::date_of(lang, own.population).unwrap_or_default();
    let date = phrase::with_borders(lang, &date, is_of_today(dataset, day));
    let none_close = nearest.first().is_some_and(|peer| peer.likeness > FAR);
    let none_close = none_close.then(|| format!(" {}", NONE_CLOSE.of(lang)));
    let rows = nearest.into_iter().map(|peer| {
        view! {
            <li>
                <ProvinceLink id=&peer.size.province.id />
                ": "
                {figures(site, peer.size)}
            </li>
        }
        .into_any()
    });
    let source = dataset.source(source_of_regions(dataset, day)).map(|source| {
        let date = words::source_date(lang, source);
        view! {
            " "
            {REGIONS.of(lang)}
            " "
            <SourceName source />
            {format!(" ({date}).")}
        }
        .into_any()
    });
    Some(
        view! {
            <section aria-labelledby="peers">
                <h2 id="peers">{TITLE.of(lang)}</h2>
                <p>{words::pick(lang, &unit.short)} ": " {figures(site, own)}</p>
                <ul class="t-peers">{rows.collect_view()}</ul>
                <p>
                    <a href=link>{COMPARE.of(lang)}</a>
                </p>
                <p class="t-muted">
                    {phrase::how_peers_are_found(lang, &date)}
                    {none_close}
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
fn figures(site: Site, size: Size<'static>) -> AnyView {
    let lang = site.lang();
    let Size { province, population, income } = size;
    let value = |o: &Observation| {
        let unit = site.dataset.indicator(&o.indicator).map(|indicator| &indicator.unit);
        unit.map(|unit| words::value(lang, o, unit)).unwrap_or_default()
    };
    let per_head = phrase::product_per_head(lang, &value(income));
    let region = population.unit_day().and_then(|day| region_on(site.dataset, province, day));
    let region = region.map(|region| format!(" · {}", region_name(lang, region)));
    view! {
        <a href=site.link_to_figure(&population.id)>{value(population)}</a>
        " · "
        <a href=site.link_to_figure(&income.id)>{per_head}</a>
        <span class="t-muted">{region}</span>
    }
    .into_any()
}
