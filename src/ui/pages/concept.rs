//! `/chi-tieu/<concept>/`: how a topic is measured, and its figures over time.

use leptos::prelude::*;

use super::not_found;
use crate::address::Page;
use crate::compare::{YearFilter, topic};
use crate::data::{Better, Dataset, Indicator, Unit};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    BandsTable, Breadcrumbs, CaptionedChart, FigureCard, Fold, Folded, amount, awaited_editions,
    coverage_list, coverage_sentences,
};
use crate::ui::figures;
use crate::ui::head::Head;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// The definition of each indicator, its figures over time, and all figures with their sources.
pub(crate) const VIEW: View =
    View { head, prepare: || (), top: &[heading, definitions], rest: &[over_time, all_figures] };

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
        // A place by a score is no second way, and a promise in words is none.
        let is_way = |i: &&&Indicator| i.unit != Unit::Statement && i.rank_of.is_none();
        let lead = phrase::n_definitions(site.lang(), indicators.iter().filter(is_way).count());
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
        let charts: Vec<_> = indicators
            .into_iter()
            .flat_map(|indicator| figures::over_time(site.lang(), site.dataset, indicator))
            .map(|(name, drawing)| {
                view! {
                    <CaptionedChart drawing>
                        <h3>{name}</h3>
                    </CaptionedChart>
                }
                .into_any()
            })
            .collect();
        let amount = amount(charts.len());
        (!charts.is_empty()).then(|| {
            view! {
                <Fold id="over-time" folded=Folded::OnPhones title=messages.concept_over_time() amount>
                    <p class="t-muted">{hint}</p>
                    {charts}
                </Fold>
            }
            .into_any()
        })
    })
}

fn all_figures() -> AnyView {
    of_concept(|site, concept, indicators| {
        let (messages, dataset) = (site.messages(), site.dataset);
        let bands = topic(dataset, concept, &dataset.followed(), YearFilter::Latest, None);
        let places = dataset.followed().into_iter().chain(dataset.country());
        let places: Vec<&str> = places.map(|place| place.id.as_str()).collect();
        let cards = FigureCard::of_places(dataset, &places, &indicators, None);
        let cards = cards.into_iter().map(move |card| card.view(site));
        let amount = amount(cards.len());
        view! {
            <Fold id="all-figures" folded=Folded::OnPhones title=messages.concept_all_figures() amount>
                <BandsTable caption=messages.table_latest() bands />
                <div class="t-cards">{cards.collect_view()}</div>
            </Fold>
        }
        .into_any()
    })
}
