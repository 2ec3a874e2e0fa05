//! What helps to judge a figure: the country's figure of the same year, and what other sources say.

use leptos::prelude::*;

use super::{KindGlyph, SourceLink, values_term};
use crate::compare::{Benchmark, Verdict, benchmarks, compare, contradicting_figures};
use crate::data::{Dataset, Kind, Observation};
use crate::i18n::{Lang, phrase};
use crate::ui::site::Site;
use crate::ui::words;

/// A term with the country's figures of the same definition and year; nothing if there are none.
#[component]
pub(crate) fn BenchmarkTerm(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let benchmarks = benchmarks(site.dataset, observation);
    let text = site.messages().frame();
    let line = |benchmark: &Benchmark<'static>| {
        let kind = match benchmark.figure.kind {
            Kind::Result => text.country_result(),
            Kind::Target => text.country_target(),
        };
        let relation = relation_text(site.lang(), site.dataset, observation, benchmark);
        view! { {kind} " " <FigureLink observation=benchmark.figure /> {relation} }.into_any()
    };
    values_term(text.same_year(), benchmarks.iter().map(line).collect())
}

/// The difference between the figure and the country's or, if they cannot be compared, the reason.
fn relation_text(
    lang: Lang,
    dataset: &Dataset,
    observation: &Observation,
    benchmark: &Benchmark<'_>,
) -> String {
    let comparison = &benchmark.comparison;
    let with_care = comparison.verdict == Verdict::WithCare;
    if observation.has_caveat() || benchmark.figure.has_caveat() {
        return format!(": {}", phrase::caveat_forbids_difference(lang));
    }
    let unit = dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    match (comparison.difference, unit) {
        (Some(difference), Some(unit)) if difference != 0.0 => {
            let distance = words::distance(lang, difference, unit);
            format!(
                ": {}",
                phrase::compared_with_country(lang, &distance, difference > 0.0, with_care)
            )
        }
        (Some(_), _) => format!(": {}", phrase::equals_country(lang, with_care)),
        (None, _) => {
            let first = comparison.reasons.first();
            first.map(|first| format!(". {}", words::reason(lang, *first))).unwrap_or_default()
        }
    }
}

/// The value of a figure as a link to its card, and its date.
#[component]
pub(crate) fn FigureLink(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let unit = site.dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    let value = unit.map(|unit| words::value_or_draft(lang, observation, unit)).unwrap_or_default();
    let date = words::date_of(lang, observation).map(|date| format!(" ({date})"));
    view! {
        <a href=site.link_to_figure(&observation.id)>{value}</a>
        {date}
    }
}

/// One side of a disagreement: the figure, and who published it when. It names the measure of the
/// figure if that is not `indicator`, the one that the disagreement is about.
#[component]
pub(crate) fn DisputeSide(
    observation: &'static Observation,
    indicator: &'static str,
) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let other = site.dataset.indicator(&observation.indicator).filter(|own| own.id != indicator);
    let other = other.map(|other| format!("{}: ", words::pick(lang, &other.name)));
    let kind = words::kind_name(lang, site.dataset, observation);
    let source = site.dataset.source(&observation.source);
    let published = source.map(|source| format!(" · {}", words::source_date(lang, source)));
    view! {
        <KindGlyph kind=observation.kind />
        {other}
        {kind}
        " "
        <FigureLink observation />
        ", "
        <SourceLink observation />
        <span class="t-muted">{published}</span>
    }
}

/// A term with the figures that contradict this one, except those that are shown already; nothing
/// if there are none.
#[component]
pub(crate) fn DisputesTerm(
    observation: &'static Observation,
    #[prop(optional)] shown: Vec<&'static Observation>,
) -> impl IntoView {
    let site = Site::from_context();
    let mut others = contradicting_figures(site.dataset, observation);
    others.retain(|other| shown.iter().all(|shown| shown.id != other.id));
    let unit = site.dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    let difference_text = move |other: &Observation| {
        let difference = compare(site.dataset, observation, other).difference?;
        let distance = words::distance(site.lang(), difference, unit?);
        Some(format!(". {}", phrase::largest_difference(site.lang(), &distance)))
    };
    let side = |other: &'static Observation| {
        view! {
            <DisputeSide observation=other indicator=&observation.indicator />
            {difference_text(other)}
        }
        .into_any()
    };
    values_term(site.messages().card_disputes(), others.into_iter().map(side).collect())
}

/// Remarks after a figure: that it comes from a draft, that it has a caveat, and that another source
/// contradicts it. Its card has the details.
#[component]
pub(crate) fn CaveatNotes(observation: &'static Observation) -> impl IntoView {
    let site = Site::from_context();
    let is_disputed = !contradicting_figures(site.dataset, observation).is_empty();
    let disputed = is_disputed.then(|| site.messages().frame().disputed());
    let remarks = words::caveat_remarks(site.lang(), observation).chain(disputed);
    remarks
        .map(|text| view! { " " <span class="t-disputed">{text}</span> }.into_any())
        .collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tests::samples::{BILLS, bills, dataset_of, target, with_key};
    use serde_json::Value;

    /// How the first figure compares with each benchmark, in both languages.
    fn relations_to_country(figures: &[Value]) -> Vec<[String; 2]> {
        let dataset = dataset_of(figures);
        let first = &dataset.observations[0];
        benchmarks(&dataset, first)
            .iter()
            .map(|benchmark| Lang::ALL.map(|lang| relation_text(lang, &dataset, first, benchmark)))
            .collect()
    }

    #[test]
    fn a_figure_stands_above_or_below_the_country_of_its_year() {
        let cases = [
            (
                bills("national", 50.0, "2023"),
                ": con số trên cao hơn 6 điểm %",
                ": the figure above is 6 percentage points higher",
            ),
            (
                with_key(bills("national", 57.5, "2023-11"), "comparator", "~"),
                ": con số trên cách mức này 1,5 điểm %, đọc thận trọng",
                ": the figure above is 1.5 percentage points away from it, read with care",
            ),
            (
                bills("national", 56.0, "2023"),
                ": con số trên bằng mức này",
                ": the figure above is equal to it",
            ),
            // A target is shown beside a result, but not compared with it.
            (
                target("national", BILLS, 50.0, "2023"),
                ". Một bên là mục tiêu, một bên là kết quả.",
                ". One is a target, the other a result.",
            ),
        ];
        for (country, vi, en) in cases {
            assert_eq!(relations_to_country(&[bills("an-hai", 56.0, "2023"), country]), [[vi, en]]);
        }
    }

    #[test]
    fn a_bound_has_no_difference_and_says_why() {
        let bound = with_key(target("national", BILLS, 50.0, "2025"), "comparator", ">");
        let relations = relations_to_country(&[target("an-hai", BILLS, 60.0, "2025"), bound]);
        assert_eq!(relations.len(), 1);
        assert!(relations[0][0].contains("giới hạn"), "{}", relations[0][0]);
    }

    #[test]
    fn the_country_of_another_year_or_definition_is_no_benchmark() {
        let missing = with_key(bills("national", 1.0, "2023"), "value", Value::Null);
        for country in [bills("national", 50.0, "2022"), with_key(missing, "missing", "-")] {
            assert_eq!(
                relations_to_country(&[bills("an-hai", 56.0, "2023"), country]),
                [[""; 2]; 0]
            );
        }
    }
}
