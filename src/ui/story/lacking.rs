//! The answer to a comparison of provinces without results.

use super::question::{Answer, Question, distinct};
use crate::compare::{Band, Row};
use crate::data::{Indicator, Kind};
use crate::i18n::phrase;
use crate::ui::words;

/// The answer where no province has a result: what was aimed at, else what the country has.
pub(super) fn without_results(question: &Question<'_>, bands: &[Band<'_>]) -> Answer {
    let Question { lang, dataset, concept, .. } = *question;
    let topic = words::topic_name(lang, dataset, concept);
    let asked = question.asked();
    let goals = || bands.iter().flat_map(|band| band.rows.iter().flat_map(|row| &row.targets));
    let left_out = goals().filter(|goal| goal.has_caveat());
    let left_out = distinct(left_out.map(|goal| question.name(goal)));
    let goals = by_measure(question, bands, |band| {
        let goals = band.rows.iter().flat_map(|row| &row.targets);
        goals.filter(|goal| !goal.has_caveat()).map(|goal| question.promised(goal)).collect()
    });
    let in_words = in_words(question);
    let country = by_measure(question, bands, |band| country_only(question, band));
    let figures = match (goals.is_empty(), question.kind) {
        (false, Some(Kind::Target)) => phrase::all_targets(lang, topic, &goals),
        (false, _) => phrase::only_targets(lang, asked, topic, &goals),
        (true, _) if !left_out.is_empty() => {
            phrase::only_targets_with_caveats(lang, asked, topic, &left_out)
        }
        (true, _) if !in_words.is_empty() => in_words,
        (true, _) if country.is_empty() => {
            match bands.iter().find_map(|band| band.country.as_ref()) {
                // All of the country's figures have a caveat.
                Some(row) => {
                    let name = words::pick(lang, &row.province.short);
                    format!("{topic}. {}", phrase::left_out_for_caveats(lang, &[name]))
                }
                None => String::new(),
            }
        }
        (true, _) => phrase::only_country(lang, asked, topic, &country),
    };
    let caveats = (!goals.is_empty() && !left_out.is_empty())
        .then(|| phrase::left_out_for_caveats(lang, &left_out));
    Answer { figures, conclusion: caveats.unwrap_or_default() }
}

/// What was promised on a topic in words alone.
fn in_words(question: &Question<'_>) -> String {
    let Question { lang, dataset, concept, year, .. } = *question;
    if question.kind == Some(Kind::Result) {
        return String::new();
    }
    let of_indicator = |indicator: &Indicator| {
        let promises: Vec<String> = question
            .provinces
            .iter()
            .flat_map(|province| dataset.observations_of(&province.id, &indicator.id, Kind::Target))
            .filter(|promise| promise.is_qualitative() && year.includes_target(promise))
            .map(|promise| {
                let due = phrase::due_date(lang, words::date_of(lang, promise).as_deref());
                format!("{}, {due}", question.name(promise))
            })
            .collect();
        let measure = words::pick(lang, &indicator.name);
        (!promises.is_empty()).then(|| phrase::promised_in_words(lang, measure, &promises))
    };
    let told: Vec<String> =
        dataset.indicators_of(concept).into_iter().filter_map(of_indicator).collect();
    told.join(" ")
}

/// The country's figures by one definition, in words.
fn country_only(question: &Question<'_>, band: &Band<'_>) -> Vec<String> {
    let figures = band.country.iter().flat_map(Row::figures);
    figures
        .filter(|figure| !figure.has_caveat())
        .map(|figure| match figure.kind {
            Kind::Result => question.named(figure),
            Kind::Target => question.promised(figure),
        })
        .collect()
}

/// What `tell` says of each definition, as sentences; each names its definition, unless there is only
/// the one that names the topic.
fn by_measure<'a>(
    question: &Question<'_>,
    bands: &[Band<'a>],
    tell: impl Fn(&Band<'a>) -> Vec<String>,
) -> String {
    let topic = words::topic_name(question.lang, question.dataset, question.concept);
    let told: Vec<(&str, String)> = bands
        .iter()
        .map(|band| (words::pick(question.lang, &band.indicator.name), tell(band).join("; ")))
        .filter(|(_, figures)| !figures.is_empty())
        .collect();
    if let [(measure, figures)] = told.as_slice()
        && *measure == topic
    {
        return format!("{figures}.");
    }
    let told: Vec<String> =
        told.into_iter().map(|(measure, figures)| format!("{measure}: {figures}.")).collect();
    told.join(" ")
}
