//! The answer to a comparison if no province has a result.

use super::question::{Answer, Question, distinct};
use crate::compare::{Band, Row};
use crate::data::{Indicator, Kind, Observation};
use crate::i18n::phrase;
use crate::ui::words;

/// The answer if no province has a result: the targets or, without any, the country's figures.
pub(super) fn answer_without_results(question: &Question<'_>, bands: &[Band<'_>]) -> Answer {
    let Question { lang, dataset, concept, .. } = *question;
    let topic = words::topic_name(lang, dataset, concept);
    let asked = question.asked();
    let goals = || bands.iter().flat_map(|band| band.rows.iter().flat_map(|row| &row.targets));
    let left_out = goals().filter(|goal| goal.has_caveat());
    let left_out = distinct(left_out.map(|goal| question.name(goal)));
    let goals = by_measure(question, bands, |band| {
        let goals = band.rows.iter().flat_map(|row| &row.targets);
        goals.filter(|goal| !goal.has_caveat()).map(|goal| question.promised_text(goal)).collect()
    });
    let in_words = qualitative_text(question);
    let country = by_measure(question, bands, |band| country_texts(question, band));
    // The same sentences, with the figures or with what stands for them.
    let said = |goals: &str, country: &str| match (goals.is_empty(), question.kind) {
        (false, Some(Kind::Target)) => phrase::all_targets(lang, topic, goals),
        (false, _) => phrase::only_targets(lang, asked, topic, goals),
        (true, _) if !left_out.is_empty() => {
            phrase::only_targets_with_caveats(lang, asked, topic, &left_out)
        }
        (true, _) if !in_words.is_empty() => in_words.clone(),
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
        (true, _) => phrase::only_country(lang, asked, topic, country),
    };
    let mut answer = Answer { figures: said(&goals, &country), ..Answer::default() };
    if !goals.is_empty() && !left_out.is_empty() {
        answer.left_out = phrase::left_out_for_caveats(lang, &left_out);
        phrase::not_counted(lang).clone_into(&mut answer.not_counted);
    }
    let is_told = |figure: &&Observation| !figure.has_caveat();
    let count = |text: &str, figures: Vec<&Observation>| {
        if text.is_empty() { String::new() } else { question.count(&figures) }
    };
    let rows = bands.iter().flat_map(|band| &band.rows);
    let all_goals = rows.flat_map(|row| row.targets.iter().copied()).filter(is_told).collect();
    let of_country = bands.iter().flat_map(|band| &band.country).flat_map(Row::figures);
    let of_country = of_country.filter(is_told).collect();
    let (n_goals, n_of_country) = (count(&goals, all_goals), count(&country, of_country));
    answer.counts = vec![said(&n_goals, &n_of_country), n_goals, n_of_country];
    answer.counts.retain(|text| !text.is_empty());
    answer
}

/// The promises on a topic in words alone.
fn qualitative_text(question: &Question<'_>) -> String {
    let Question { lang, dataset, concept, year, .. } = *question;
    if question.kind == Some(Kind::Result) {
        return String::new();
    }
    let of_indicator = |indicator: &Indicator| {
        let promises: Vec<String> = question
            .provinces
            .iter()
            .flat_map(|province| dataset.observations_of(&province.id, &indicator.id, Kind::Target))
            .filter(|promise| promise.is_qualitative() && !promise.has_caveat())
            .filter(|promise| year.includes_target(promise))
            .map(|promise| {
                let due = phrase::due_date(lang, words::date_of(lang, promise).as_deref());
                format!("{}, {due}", question.name(promise))
            })
            .collect();
        let measure = words::pick(lang, &indicator.name);
        (!promises.is_empty()).then(|| phrase::promised_in_words(lang, measure, &promises))
    };
    let sentences: Vec<String> =
        dataset.indicators_of(concept).into_iter().filter_map(of_indicator).collect();
    sentences.join(" ")
}

/// The country's figures by one definition, in words.
fn country_texts(question: &Question<'_>, band: &Band<'_>) -> Vec<String> {
    let figures = band.country.iter().flat_map(Row::figures);
    figures
        .filter(|figure| !figure.has_caveat())
        .map(|figure| match figure.kind {
            Kind::Result => question.reported_text(figure),
            Kind::Target => question.promised_text(figure),
        })
        .collect()
}

/// Sentences with what `texts_of` returns for each definition. Each names its definition, unless
/// there is only one and the topic has its name.
fn by_measure<'a>(
    question: &Question<'_>,
    bands: &[Band<'a>],
    texts_of: impl Fn(&Band<'a>) -> Vec<String>,
) -> String {
    let topic = words::topic_name(question.lang, question.dataset, question.concept);
    let texts: Vec<(&str, String)> = bands
        .iter()
        .map(|band| (words::pick(question.lang, &band.indicator.name), texts_of(band).join("; ")))
        .filter(|(_, figures)| !figures.is_empty())
        .collect();
    if let [(measure, figures)] = texts.as_slice()
        && *measure == topic
    {
        return format!("{figures}.");
    }
    let sentences: Vec<String> =
        texts.into_iter().map(|(measure, figures)| format!("{measure}: {figures}.")).collect();
    sentences.join(" ")
}
