//! `/tinh/<id>/`: what one province promised and reported. Provinces that the site does not follow
//! have a page too, with the figures that others are compared with.
//!
//! It has no controls, and only the state of promises depends on the day.

mod figures;
mod peers;
mod standing;
mod unmeasured;
mod verdicts;

use leptos::prelude::*;

use super::not_found;
use crate::address::{Page, Selection};
use crate::compare::Ledger;
use crate::data::{Dataset, Kind, Observation, Pillar, Province};
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::components::{Breadcrumbs, Fold, Folded, ProvinceGlyph, amount};
use crate::ui::head::Head;
use crate::ui::lineage::{FateSection, FateSummary, SourceInvitation, description};
use crate::ui::promise::{Promise, Qualitative, lead_sentence};
use crate::ui::reactive::defer;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;
use figures::{Cards, EarlierFigures, FigureByFigureTable, PillarTable};
use unmeasured::Unmeasured;

/// The name, the answer, what became of the province, where it stands and which are most like it. For a followed province its
/// promises; then its figures by pillar, what is not known and the earlier results. For any other its
/// figures and their cards.
pub(crate) const VIEW: View = View {
    head,
    prepare: || (),
    top: &[heading, || of_province(standing::section), || of_province(peers::section), promises],
    rest: &[figures_by_pillar, missing_figures, cards, became],
};

fn head(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Province(id) = page else { return not_found::head(lang, dataset, page) };
    let unit = dataset.province(id);
    let name = unit.map_or(id.as_str(), |unit| words::pick(lang, &unit.name));
    let lead = unit.map_or_else(String::new, |unit| {
        format!("{}. {}", description(lang, dataset, unit), unit_lead(lang, dataset, unit))
    });
    Head::of(lang, name, lead)
}

/// The number of figures of a province and of their sources. For a province that the site does not
/// follow it says so.
fn unit_lead(lang: Lang, dataset: &Dataset, unit: &Province) -> String {
    // A promise in words alone is not counted as a figure.
    let figures =
        || dataset.observations.iter().filter(|o| o.province == unit.id && !o.is_qualitative());
    let n_targets = figures().filter(|o| o.kind == Kind::Target).count();
    let (context, results): (Vec<_>, Vec<_>) = figures()
        .filter(|o| o.kind == Kind::Result)
        .partition(|o| dataset.is_context(&o.indicator));
    let n_sources = n_sources_of(dataset.observations.iter().filter(|o| o.province == unit.id));
    if dataset.is_followed(&unit.id) {
        return phrase::province_lead(lang, n_targets, results.len(), context.len(), n_sources);
    }
    let n_figures = n_targets + results.len() + context.len();
    let has_ended = unit.until.is_some();
    phrase::not_followed(lang, words::pick(lang, &unit.name), has_ended, n_figures, n_sources)
}

/// The number of sources that these figures are from.
fn n_sources_of<'a>(figures: impl Iterator<Item = &'a Observation>) -> usize {
    let mut sources: Vec<&str> = figures.map(|o| o.source.as_str()).collect();
    order::sort_by(&mut sources, Ord::cmp);
    sources.dedup();
    sources.len()
}

/// A section about the province of the page; nothing if the data have no such province.
fn of_province<V>(section: impl FnOnce(Site, &'static Province) -> V) -> AnyView
where
    V: IntoView + 'static,
{
    let site = Site::from_context();
    let unit = match site.page() {
        Page::Province(id) => site.dataset.province(&id),
        _ => None,
    };
    unit.map(|unit| section(site, unit)).into_any()
}

fn has_figures(site: Site, unit: &Province) -> bool {
    site.dataset.observations.iter().any(|o| o.province == unit.id)
}

fn heading() -> AnyView {
    of_province(|site, unit| {
        let lang = site.lang();
        let trail = vec![(Some(Page::Provinces), site.messages().lineage().nav())];
        view! {
            <Breadcrumbs trail />
            <h1>
                <ProvinceGlyph id=&unit.id />
                {words::pick(lang, &unit.name)}
            </h1>
            <p class="t-lead">{lead(site, unit)}</p>
            <p class="t-muted">
                <FateSummary unit />
            </p>
        }
        .into_any()
    })
}

/// The answer: what became of the promises of a followed province, or where any other stands.
fn lead(site: Site, unit: &'static Province) -> String {
    let (lang, dataset) = (site.lang(), site.dataset);
    if dataset.is_followed(&unit.id) {
        let promises = promises_of(site, unit);
        if promises.is_empty() {
            return unit_lead(lang, dataset, unit);
        }
        return lead_sentence(site, &promises, &Selection::default());
    }
    let name = words::pick(lang, &unit.name);
    let not_followed = phrase::promises_not_followed(lang, name, unit.until.is_some());
    match standing::first(site, unit) {
        Some(standing) => format!("{standing} {not_followed}"),
        None => unit_lead(lang, dataset, unit),
    }
}

/// The promises of a province with their states on the day of the page.
fn promises_of(site: Site, unit: &Province) -> Vec<Promise> {
    let ledger = Ledger::new(site.dataset);
    let targets = ledger.targets(site.page_day).filter(|target| target.province == unit.id);
    targets.filter_map(|target| ledger.assess(target, site.page_day).map(Promise::new)).collect()
}

/// The promises of the province with their states on this day, and those in words alone; nothing
/// for a province that the site does not follow.
fn promises() -> AnyView {
    of_province(|site, unit| {
        site.dataset.is_followed(&unit.id).then(|| {
            let ledger = Ledger::new(site.dataset);
            let in_words = ledger.qualitative_promises(site.page_day);
            let promises = in_words.filter(|target| target.province == unit.id).collect();
            view! {
                {verdicts::section(site, unit, &promises_of(site, unit))}
                <Qualitative promises names_province=false />
            }
            .into_any()
        })
    })
}

/// What became of the province, and by which law.
fn became() -> AnyView {
    of_province(|site, unit| {
        view! { <FateSection province=unit has_figures=has_figures(site, unit) /> }.into_any()
    })
}

/// The figures by pillar, each closed on a phone.
fn figures_by_pillar() -> AnyView {
    of_province(|site, unit| {
        let (id, messages) = (unit.id.as_str(), site.messages());
        let is_followed = site.dataset.is_followed(id);
        let title =
            if is_followed { messages.province_by_pillar() } else { messages.lineage().figures() };
        let table = |pillar: Pillar| {
            let n_measures = figures::n_measures(site.dataset, id, pillar);
            let content = move || {
                if is_followed {
                    view! { <PillarTable id pillar /> }.into_any()
                } else {
                    view! { <FigureByFigureTable id pillar /> }.into_any()
                }
            };
            (n_measures > 0).then(|| {
                let title = figures::caption(site.lang(), pillar);
                let amount = amount(n_measures);
                view! {
                    <Fold id=pillar.id() folded=Folded::OnPhonesUntitled title amount>
                        {defer(content)}
                    </Fold>
                }
                .into_any()
            })
        };
        (is_followed || has_figures(site, unit)).then(|| {
            view! {
                <h2>{title}</h2>
                <p class="t-muted">{unit_lead(site.lang(), site.dataset, unit)}</p>
                {Pillar::ALL.map(table).collect_view()}
            }
            .into_any()
        })
    })
}

/// What is not known about a followed province. For other provinces, readers who know a source are
/// asked for it.
fn missing_figures() -> AnyView {
    of_province(|site, unit| {
        if site.dataset.is_followed(&unit.id) {
            return view! { <Unmeasured id=&unit.id /> }.into_any();
        }
        view! {
            <p>
                <SourceInvitation />
            </p>
        }
        .into_any()
    })
}

/// What the tables leave out: the earlier results of a followed province, whose cards are on the pages of
/// the topics, and the cards of any other.
fn cards() -> AnyView {
    of_province(|site, unit| {
        if site.dataset.is_followed(&unit.id) {
            return view! { <EarlierFigures id=&unit.id /> }.into_any();
        }
        has_figures(site, unit).then(|| view! { <Cards id=&unit.id /> }.into_any()).into_any()
    })
}
