//! The answer to a comparison in a sentence, and the reasons why figures may or may not be
//! compared. All verdicts come from `compare`.

use crate::compare::{
    Band, Pair, Reason, Unranked, Verdict, are_score_and_rank, compare, contradicting_figures,
    definitions, first_merger_between, pairs_alike, rank,
};
use crate::data::{Basis, Dataset, Date, Day, Kind, Observation, Unit};
use crate::i18n::Lang;
use crate::i18n::number::list;
use crate::i18n::phrase::{self, Care, Origin};
use crate::order;

mod question;
mod without_results;

use super::{lineage, words};
use question::distinct;
pub(crate) use question::{Answer, Question};
use without_results::answer_without_results;

/// The answer to a comparison. All texts are empty if there are no figures.
pub(crate) fn answer(question: &Question<'_>, bands: &[Band<'_>]) -> Answer {
    let Question { lang, dataset, concept, .. } = *question;
    let topic = words::topic_name(lang, dataset, concept);
    let (results, left_out) = question.split_results();
    let names_left_out = distinct(left_out.iter().map(|o| question.name(o)));
    if results.is_empty() && !left_out.is_empty() {
        let figures =
            phrase::only_results_with_caveats(lang, question.asked(), topic, &names_left_out);
        return Answer { counts: vec![figures.clone()], figures, ..Answer::default() };
    }
    if results.is_empty() {
        return answer_without_results(question, bands);
    }

    let measures: Vec<String> = bands
        .iter()
        .filter_map(|band| {
            let country = band.country.as_ref().and_then(|row| row.result);
            let country = country.filter(|o| !o.has_caveat());
            let mut own = band.results();
            own.retain(|o| !o.has_caveat());
            let figures: Vec<String> = question
                .reported_texts(&own)
                .into_iter()
                .chain(country.filter(|_| !own.is_empty()).map(|o| question.reported_text(o)))
                .collect();
            let measure = words::pick(lang, &band.indicator.name);
            let origin = origin_of(own.iter().copied().chain(country));
            (!figures.is_empty()).then(|| phrase::reported_results(lang, measure, origin, &figures))
        })
        .collect();
    let mut answer = Answer {
        figures: measures.join(" "),
        conclusion: conclusion(question, &results, !left_out.is_empty()),
        brief: brief(question, &results, bands),
        counts: vec![question.count(&results)],
        must_conclude: dataset.is_context_topic(concept),
        ..Answer::default()
    };
    if !left_out.is_empty() {
        answer.left_out = phrase::left_out_for_caveats(lang, &names_left_out);
        phrase::not_counted(lang).clone_into(&mut answer.not_counted);
    }
    answer
}

/// The results in a few words, with the country's by the same definition. If they follow several definitions,
/// it is their number for one province, and empty for several.
fn brief(question: &Question<'_>, results: &[&Observation], bands: &[Band<'_>]) -> String {
    let [only] = definitions(question.dataset, results)[..] else {
        let is_of_one = distinct(results.iter().map(|o| o.province.as_str())).len() == 1;
        return if is_of_one { question.count(results) } else { String::new() };
    };
    let Some(band) = bands.iter().find(|band| band.indicator.id == only) else {
        return String::new();
    };
    let mut told = band.results();
    told.extend(band.country.as_ref().and_then(|row| row.result));
    told.retain(|o| !o.has_caveat());
    question.brief(&told, origin_of(told.iter().copied()))
}

/// How results came to be. A place that this site counted off published scores is not told as reported.
fn origin_of<'a>(mut results: impl Iterator<Item = &'a Observation> + Clone) -> Origin {
    let is_computed = |result: &Observation| result.basis == Basis::Derived;
    if !results.clone().any(is_computed) {
        Origin::Reported
    } else if results.all(is_computed) {
        Origin::Computed
    } else {
        Origin::Both
    }
}

/// What may be concluded from the results. `has_more` says that the provinces have other results,
/// which are left out.
fn conclusion(question: &Question<'_>, results: &[&Observation], has_more: bool) -> String {
    let Question { lang, dataset, concept, .. } = *question;
    if dataset.is_context_topic(concept) {
        return phrase::context_only(lang).to_owned();
    }
    let provinces = distinct(results.iter().map(|o| o.province.as_str()));
    if let [only] = provinces.as_slice() {
        if has_more {
            return String::new();
        }
        let is_alone = question.provinces.len() == 1 && dataset.followed().len() > 1;
        let name = words::short_name(lang, dataset, only);
        return phrase::only_one(lang, question.asked(), name, is_alone);
    }
    let Some(results) = of_one_definition(dataset, results, provinces.len()) else {
        let names: Vec<&str> =
            provinces.iter().map(|id| words::short_name(lang, dataset, id)).collect();
        let n_definitions = distinct(results.iter().map(|o| o.indicator.as_str())).len();
        return phrase::unlike_definitions(lang, &names, results.len(), n_definitions);
    };
    let ranked = match rank(dataset, &results) {
        Ok(ranked) => ranked,
        Err(Unranked::NotComparable(_)) => return phrase::not_comparable(lang).to_owned(),
        Err(Unranked::Partial) => return phrase::not_all_here(lang).to_owned(),
        // If the indicator has no direction, nobody is above another; differences are listed in the
        // reasons.
        Err(Unranked::TooFew | Unranked::NoDirection) => return String::new(),
    };
    let (Some(best), Some(last)) = (ranked.first(), ranked.last()) else {
        return String::new();
    };
    if let Some(years) = different_years(lang, &results) {
        return phrase::of_different_years(lang, &years);
    }
    let with_care = needs_care(dataset, &results);
    let difference =
        compare(dataset, best.observation, last.observation).difference.unwrap_or_default();
    let unit = dataset.indicator(&best.observation.indicator).map(|indicator| &indicator.unit);
    // Several provinces may share the first or the last place.
    let names_at = |place: usize| {
        let names: Vec<&str> = ranked
            .iter()
            .filter(|ranked| ranked.place == place)
            .map(|ranked| question.name(ranked.observation))
            .collect();
        list(lang, &names)
    };
    let Some(unit) = unit.filter(|_| difference != 0.0) else {
        return phrase::all_equal(lang, with_care).to_owned();
    };
    let distance = words::distance(lang, difference, unit);
    // If care is needed, nobody is called first or last.
    if with_care {
        let names: Vec<&str> =
            ranked.iter().map(|ranked| question.name(ranked.observation)).collect();
        return phrase::difference_with_care(lang, &names, &distance);
    }
    let (best, last) = (names_at(best.place), names_at(last.place));
    if *unit == Unit::Rank {
        return phrase::ranked_above(lang, &best, &last, &distance);
    }
    // Say which number is higher, not which is better.
    let (higher, lower) = if difference > 0.0 { (best, last) } else { (last, best) };
    phrase::higher_by(lang, &higher, &lower, &distance)
}

/// The results by the one definition that they follow, without the places by it; `None` if they follow
/// several, or if not each of so many provinces has one by it.
fn of_one_definition<'a>(
    dataset: &Dataset,
    results: &[&'a Observation],
    n_provinces: usize,
) -> Option<Vec<&'a Observation>> {
    let [only] = definitions(dataset, results)[..] else { return None };
    let mut own = results.to_vec();
    own.retain(|o| o.indicator == only);
    (distinct(own.iter().map(|o| o.province.as_str())).len() == n_provinces).then_some(own)
}

/// The years that results are of; `None` if all are of one.
fn different_years(lang: Lang, results: &[&Observation]) -> Option<String> {
    let mut years: Vec<i32> = results.iter().filter_map(|o| o.date()).map(Date::year).collect();
    order::sort_by(&mut years, Ord::cmp);
    years.dedup();
    let years: Vec<String> = years.iter().map(i32::to_string).collect();
    let names: Vec<&str> = years.iter().map(String::as_str).collect();
    (names.len() > 1).then(|| list(lang, &names))
}

/// Why the figures may or may not be compared, and every comparison that is allowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Reasons {
    /// Whether at least one pair cannot be compared.
    pub(crate) has_unlike: bool,
    /// What makes the figures differ, one line each.
    pub(crate) lines: Vec<String>,
    /// The differences and orders that are allowed, one line each.
    pub(crate) allowed: Vec<String>,
}

/// The reasons for the results of the provinces, the allowed differences (also to the country), and
/// the order for each measure that has one.
pub(crate) fn reasons(question: &Question<'_>, bands: &[Band<'_>]) -> Reasons {
    let Question { lang, dataset, concept, year, .. } = *question;
    let results = question.results();
    if question.kind == Some(Kind::Target) {
        return Reasons::default();
    }
    let mut all = pairs_alike(dataset, concept, &question.province_ids(), year);
    all.retain(|pair| !are_score_and_rank(dataset, pair.a, pair.b));
    let mut lines = Vec::new();

    let definitions = definitions(dataset, &results);
    if definitions.len() > 1 {
        let names: Vec<&str> = definitions
            .iter()
            .filter_map(|id| dataset.indicator(id))
            .map(|indicator| words::pick(lang, &indicator.name))
            .collect();
        lines.push(phrase::definitions_line(lang, &names));
    }
    let applies = |reason: Reason| all.iter().any(|p| p.comparison.reasons.contains(&reason));
    if applies(Reason::DifferentYear) {
        let mut dated: Vec<&Observation> = results.clone();
        order::sort_by_key(&mut dated, |o| o.date().map(Date::end));
        let dates: Vec<String> = dated.iter().filter_map(|o| words::date_of(lang, o)).collect();
        let dates = distinct(dates.iter().map(String::as_str));
        lines.push(phrase::dates_line(lang, &dates));
    }
    let has_own_line = [Reason::DifferentDefinition, Reason::DifferentYear, Reason::MergedUnit];
    for reason in Reason::ALL.into_iter().filter(|r| !has_own_line.contains(r) && applies(*r)) {
        lines.push(words::reason(lang, reason).to_owned());
    }
    lines.extend(merged_units(question, &all));

    let mut allowed: Vec<String> =
        all.iter().filter_map(|pair| pair_line(question, pair)).collect();
    for band in bands {
        let country = band.country.as_ref().filter(|_| !band.indicator.unit.is_additive());
        if let Some(country) = country.and_then(|row| row.result) {
            for a in band.results() {
                let comparison = compare(dataset, a, country);
                allowed.extend(pair_line(question, &Pair { a, b: country, comparison }));
            }
        }
        allowed.extend(order_line(question, band));
    }
    let has_unlike = all.iter().any(|p| p.comparison.verdict == Verdict::NotComparable);
    Reasons { has_unlike, lines, allowed }
}

/// Says which units figures from before and after a merger are about, in one sentence for each day
/// of mergers.
fn merged_units(question: &Question<'_>, pairs: &[Pair<'_>]) -> Vec<String> {
    let Question { lang, dataset, .. } = *question;
    let mut days: Vec<(Day, Vec<&Observation>)> = Vec::new();
    for Pair { a, b, .. } in pairs {
        let Some(day) = first_merger_between(dataset, a, b) else { continue };
        let place = days.iter().position(|(known, _)| *known == day).unwrap_or_else(|| {
            days.push((day, Vec::new()));
            days.len() - 1
        });
        for figure in [*a, *b] {
            if let Some((_, figures)) = days.get_mut(place)
                && figures.iter().all(|known| known.id != figure.id)
            {
                figures.push(figure);
            }
        }
    }
    order::sort_by_key(&mut days, |(day, _)| *day);
    days.into_iter()
        .map(|(day, figures)| {
            let sides = lineage::sides_of_mergers(lang, dataset, day, &figures);
            if sides.is_empty() {
                return words::reason(lang, Reason::MergedUnit).to_owned();
            }
            phrase::figures_around_merger(lang, &words::day_in_text(lang, day), &sides)
        })
        .collect()
}

fn pair_line(question: &Question<'_>, pair: &Pair<'_>) -> Option<String> {
    let lang = question.lang;
    // A value that may be a goal is no result to subtract from.
    let has_caveat = pair.a.has_caveat() || pair.b.has_caveat();
    let difference = pair.comparison.difference.filter(|_| !has_caveat)?;
    let unit = &question.dataset.indicator(&pair.a.indicator)?.unit;
    let (a, b) = (question.reported_text(pair.a), question.reported_text(pair.b));
    let care = match pair.comparison.verdict {
        Verdict::Comparable => Care::None,
        _ if pair.comparison.reasons.contains(&Reason::DifferentYear) => Care::DifferentYears,
        _ => Care::Other,
    };
    let distance = (difference != 0.0).then(|| words::distance(lang, difference, unit));
    let line = phrase::pair_line(lang, &a, &b, distance.as_deref(), care);
    // A source that contradicts another date says nothing about this one.
    let is_disputed = |o: &Observation| {
        let rivals = contradicting_figures(question.dataset, o);
        rivals.iter().any(|rival| rival.kind != o.kind || rival.date() == o.date())
    };
    let disputed: Vec<&str> =
        [pair.a, pair.b].into_iter().filter(|o| is_disputed(o)).map(|o| question.name(o)).collect();
    if disputed.is_empty() {
        return Some(line);
    }
    Some(format!("{line} {}", phrase::disputed_pair(lang, &list(lang, &disputed))))
}

/// The order of three or more results; `None` if care is needed. For two results the line of the
/// pair says it.
fn order_line(question: &Question<'_>, band: &Band<'_>) -> Option<String> {
    let mut results = band.results();
    results.retain(|o| !o.has_caveat());
    let ranked = rank(question.dataset, &results).ok().filter(|ranked| ranked.len() > 2)?;
    if needs_care(question.dataset, &results) {
        return None;
    }
    let places: Vec<String> = ranked
        .iter()
        .map(|ranked| format!("{}. {}", ranked.place, question.reported_text(ranked.observation)))
        .collect();
    let measure = words::pick(question.lang, &band.indicator.name);
    Some(phrase::order_line(question.lang, measure, &places))
}

/// Whether any pair may only be compared with care.
fn needs_care(dataset: &Dataset, results: &[&Observation]) -> bool {
    results.iter().enumerate().any(|(idx, a)| {
        results[idx + 1..].iter().any(|b| compare(dataset, a, b).verdict == Verdict::WithCare)
    })
}

#[cfg(test)]
mod tests;
