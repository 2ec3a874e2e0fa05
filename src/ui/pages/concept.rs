//! `/chi-tieu/<concept>/`: how a topic is measured, and its figures over time.

use leptos::prelude::*;

use super::not_found;
use crate::address::Page;
use crate::chart::ChartError;
use crate::compare::{Band, YearFilter, topic};
use crate::data::{Better, Dataset, Indicator, Unit};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    BandsTable, Breadcrumbs, CaptionedChart, Controls, FigureCard, Fold, Folded, SaveAndShare,
    Shareable, amount, awaited_editions, coverage_list, coverage_sentences,
};
use crate::ui::figures::{self, Drawing, Purpose};
use crate::ui::head::Head;
use crate::ui::reactive::reactive;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// The definition of each indicator, which provinces are in view, their figures over time, and all their
/// figures with the sources.
pub(crate) const VIEW: View = View {
    head,
    prepare: || (),
    top: &[heading, definitions, controls],
    rest: &[over_time, all_figures, save_and_share],
};

/// Follows the name of the topic in the title of the page.
const TITLE_SUFFIX: Fixed = Fixed { vi: "các cách đo", en: "the definitions" };

/// How figures that are only context are drawn over time.
const CONTEXT_OVER_TIME: Fixed = Fixed {
    vi: "Chỉ nối những số so được với nhau. Mỗi số đứng giữa kỳ của nó.",
    en: "Only figures that may be compared are joined. Each stands in the middle of its period.",
};

fn head(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Concept(concept) = page else { return not_found::head(lang, dataset, page) };
    let definition = dataset.naming_indicator(concept).map(|i| words::pick(lang, &i.definition));
    let name = words::topic_name(lang, dataset, concept);
    Head::of(lang, format!("{name}: {}", TITLE_SUFFIX.of(lang)), definition.unwrap_or_default())
}

/// A section about the concept of the page and its indicators; nothing if the data have no such
/// concept.
fn of_concept<V>(section: impl FnOnce(Site, &'static str, Vec<&'static Indicator>) -> V) -> AnyView
where
    V: IntoView + 'static,
{
    let site = Site::from_context();
    let Page::Concept(concept) = site.page() else { return ().into_any() };
    let indicators = site.dataset.indicators_of(&concept);
    let concept = indicators.first().map(|indicator| indicator.concept.as_str());
    concept.map(|concept| section(site, concept, indicators)).into_any()
}

fn heading() -> AnyView {
    of_concept(|site, concept, indicators| {
        let messages = site.messages();
        let name = words::topic_name(site.lang(), site.dataset, concept);
        let compare = Page::Compare(concept.to_owned());
        let lead = lead(site, &indicators);
        let trail =
            vec![(Some(Page::Topics), messages.nav_compare()), (Some(compare.clone()), name)];
        view! {
            <Breadcrumbs trail />
            <h1>{name}</h1>
            <p class="t-lead">
                {format!("{lead} ")} <a href=move || site.link_with_provinces(compare.clone())>{messages.see_comparison()}</a>
            </p>
        }
        .into_any()
    })
}

/// In how many ways the topic is measured.
fn lead(site: Site, indicators: &[&Indicator]) -> String {
    // A place by a score is no second way, and a promise in words is none.
    let is_way = |i: &&&Indicator| i.unit != Unit::Statement && i.rank_of.is_none();
    phrase::n_definitions(site.lang(), indicators.iter().filter(is_way).count())
}

fn definitions() -> AnyView {
    of_concept(|site, _, indicators| {
        let awaited = awaited_editions(site, &indicators);
        let amount = amount(indicators.len());
        let definitions =
            indicators.into_iter().map(|indicator| view! { <Definition indicator /> }.into_any());
        let title = site.messages().concept_definitions();
        view! {
            <Fold id="definitions" folded=Folded::OnPhones title amount>
                {definitions.collect_view()}
                {awaited}
            </Fold>
        }
        .into_any()
    })
}

#[component]
fn Definition(indicator: &'static Indicator) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let messages = lang.messages();
    let better = match indicator.better {
        Some(Better::Higher) => Some(messages.better_higher()),
        Some(Better::Lower) => Some(messages.better_lower()),
        // A statement in words has no direction.
        None => (indicator.unit != Unit::Statement).then(|| messages.better_neither()),
    };
    let breaks: Vec<String> = indicator.breaks.iter().map(ToString::to_string).collect();
    let breaks =
        (!breaks.is_empty()).then(|| format!("{} {}", messages.method_breaks(), breaks.join(", ")));
    let facts: Vec<String> = std::iter::once(words::unit(lang, indicator))
        .chain(better.map(str::to_owned))
        .chain(breaks)
        .collect();
    view! {
        <article id=indicator.id.as_str() class="t-definition">
            <h3>{words::pick(lang, &indicator.name)}</h3>
            <p>{words::pick(lang, &indicator.definition)}</p>
            <p class="t-muted">{facts.join(" · ")}</p>
            {coverage_list(coverage_sentences(lang, site.dataset, indicator, |_| true))}
        </article>
    }
}

/// Which provinces are in view.
fn controls() -> AnyView {
    of_concept(|site, _, indicators| {
        let messages = site.messages();
        let sentence = Signal::stored(lead(site, &indicators));
        view! { <Controls elsewhere=Page::Topics elsewhere_text=messages.nav_compare() sentence /> }
            .into_any()
    })
}

/// A chart of each indicator with figures of more than one date; nothing if there is no such
/// indicator.
fn over_time() -> AnyView {
    of_concept(|site, concept, indicators| {
        let messages = site.messages();
        let is_context = site.dataset.is_context_topic(concept);
        let hint = if is_context {
            CONTEXT_OVER_TIME.of(site.lang())
        } else {
            messages.concept_over_time_hint()
        };
        let charts = Memo::new(move |_| {
            let (look, provinces) = (site.look(), site.selected_provinces());
            let of = |indicator: &&'static Indicator| {
                figures::over_time(&look, indicator, &provinces, Purpose::Page)
            };
            indicators.iter().flat_map(of).collect::<Vec<_>>()
        });
        let shown = move || {
            let chart = |(name, drawing): (String, Result<Drawing, ChartError>)| {
                view! {
                    <CaptionedChart drawing>
                        <h3>{name}</h3>
                    </CaptionedChart>
                }
                .into_any()
            };
            charts.get().into_iter().map(chart).collect::<Vec<_>>()
        };
        let amount = Signal::derive(move || charts.with(Vec::len).to_string());
        let hidden = Signal::derive(move || charts.with(Vec::is_empty));
        view! {
            <Fold id="over-time" folded=Folded::OnPhones title=messages.concept_over_time() amount hidden>
                <p class="t-muted">{hint}</p>
                {reactive(shown)}
            </Fold>
        }
        .into_any()
    })
}

fn all_figures() -> AnyView {
    of_concept(|site, concept, indicators| {
        let (messages, dataset) = (site.messages(), site.dataset);
        let bands = Memo::new(move |_| {
            topic(dataset, concept, &site.selected_provinces(), YearFilter::Latest, None)
        });
        let table = move || {
            let (caption, bands) = (messages.table_latest(), bands.get());
            view! { <BandsTable caption bands /> }.into_any()
        };
        // The figures of other provinces have their cards on the pages of these.
        let cards = Memo::new(move |_| {
            let mut places = site.selected_provinces();
            places.retain(|province| dataset.is_followed(&province.id));
            let places = places.into_iter().chain(dataset.country());
            let places: Vec<&str> = places.map(|place| place.id.as_str()).collect();
            FigureCard::of_places(dataset, &places, &indicators, None)
        });
        let shown = move || {
            let cards = cards.get().into_iter().map(move |card| card.view(site));
            cards.collect_view().into_any()
        };
        let n_figures = move || bands.with(|bands| bands.iter().flat_map(Band::figures).count());
        let amount = Signal::derive(move || n_figures().to_string());
        view! {
            <Fold id="all-figures" folded=Folded::OnPhones title=messages.concept_all_figures() amount>
                {reactive(table)}
                <div class="t-cards">{reactive(shown)}</div>
            </Fold>
        }
        .into_any()
    })
}

fn save_and_share() -> AnyView {
    of_concept(|_, _, _| view! { <SaveAndShare shareable /> }.into_any())
}

/// Whose figures are on the page, and the charts of the present selection.
fn shareable() -> Shareable {
    let site = Site::from_context();
    let (lang, dataset, page) = (site.lang(), site.dataset, site.page());
    let Page::Concept(concept) = page else { return Shareable::default() };
    let (look, provinces) = (site.look(), site.selected_provinces());
    let names: Vec<&str> = provinces.iter().map(|p| words::pick(lang, &p.short)).collect();
    let topic = phrase::over_the_years(lang, words::topic_name(lang, dataset, &concept));
    let drawings = dataset
        .indicators_of(&concept)
        .into_iter()
        .flat_map(|indicator| figures::over_time(&look, indicator, &provinces, Purpose::Export))
        .filter_map(|(_, drawing)| drawing.ok());
    Shareable {
        sentence: format!("{topic}: {}.", names.join(", ")),
        drawings: drawings.collect(),
        name: format!("{concept}-over-time"),
    }
}
