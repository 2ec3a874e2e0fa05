//! Puts the types of `data` into words, with the phrases of `i18n`, which knows no type of `data`.

use crate::address::keys;
use crate::compare::{Reason, enlargement_side};
use crate::data::Basis;
use crate::data::{
    BilingualText, Comparator, Dataset, Date, Day, Kind, Observation, Pillar, Reading, Source,
    SourceKind, Span, Unit,
};
use crate::i18n::date::CalendarSpan;
use crate::i18n::phrase::{self, BoundWord, DifferenceUnit, ResultNoun};
use crate::i18n::{Fixed, Lang, is_vietnamese, number};

/// The text in a language.
pub(crate) fn pick(lang: Lang, text: &BilingualText) -> &str {
    match lang {
        Lang::Vi => &text.vi,
        Lang::En => &text.en,
    }
}

/// What a key of the query chooses, in the reader's words; `None` for a key without a meaning.
pub(crate) fn selection_key(lang: Lang, key: &str) -> Option<&'static str> {
    let name = match key {
        keys::PROVINCES => Fixed { vi: "tỉnh", en: "province" },
        keys::KIND => Fixed { vi: "loại số", en: "kind of figure" },
        keys::YEAR => Fixed { vi: "năm", en: "year" },
        keys::DAY => Fixed { vi: "ngày", en: "day" },
        keys::STATES => Fixed { vi: "tình trạng", en: "state" },
        keys::GROUP => Fixed { vi: "cách gộp", en: "grouping" },
        keys::SORT => Fixed { vi: "cách xếp", en: "order" },
        keys::SHOW => Fixed { vi: "cách xem", en: "view" },
        _ => return None,
    };
    Some(name.of(lang))
}

fn when(date: Date) -> CalendarSpan {
    let span = |span| match span {
        Span::Year(year) => CalendarSpan::Year(year),
        Span::Quarter(year, quarter) => CalendarSpan::Quarter(year, quarter),
        Span::Month(year, month) => CalendarSpan::Month(year, month),
        Span::Day(year, month, day) => CalendarSpan::Day(year, month, day),
    };
    match date.to {
        Some(to) => CalendarSpan::interval(span(date.from), span(to)),
        None => span(date.from),
    }
}

/// A date as in tables and beside marks.
pub(crate) fn date(lang: Lang, date: Date) -> String {
    when(date).short(lang)
}

/// A day in running text: "30/6/2025", as is usual in Vietnamese, and "June 30, 2025".
pub(crate) fn day_in_text(lang: Lang, day: Day) -> String {
    let (year, month, day) = day.civil();
    let day = CalendarSpan::Day(year, month, day);
    match lang {
        Lang::Vi => day.short(lang),
        Lang::En => day.long(lang),
    }
}

/// The date of a figure: the period of a result, the deadline of a target. If the source does not
/// give it, it says that it was inferred: "2023, suy ra".
pub(crate) fn date_of(lang: Lang, observation: &Observation) -> Option<String> {
    let key = match observation.kind {
        Kind::Result => "period",
        Kind::Target => "deadline",
    };
    Some(or_inferred(lang, observation, key, &date(lang, observation.date()?)))
}

/// The text for a key of an observation. If the source does not give it, it says that it was
/// inferred.
pub(crate) fn or_inferred(lang: Lang, observation: &Observation, key: &str, text: &str) -> String {
    if observation.is_inferred(key) { phrase::inferred(lang, text) } else { text.to_owned() }
}

/// Says that a value was inferred, to follow a value that is not plain text; empty if the source
/// gives it.
pub(crate) fn inferred_mark(lang: Lang, observation: &Observation, key: &str) -> &'static str {
    if observation.is_inferred(key) { phrase::inferred_mark(lang) } else { "" }
}

/// The keys of an observation that this site inferred, in words.
pub(crate) fn inferred_keys(lang: Lang, observation: &Observation) -> String {
    let names = lang.messages().inferred_keys();
    let inferred = names.into_iter().filter(|(key, _)| observation.is_inferred(key));
    let names: Vec<&str> = inferred.map(|(_, name)| name).collect();
    number::list(lang, &names)
}

/// A number in the unit of an indicator.
pub(crate) fn plain_value(lang: Lang, value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Percent => number::percent(lang, value),
        Unit::Count | Unit::Rank | Unit::Score | Unit::Statement => number::number(lang, value),
        Unit::Other(word) => phrase::with_unit(lang, value, word),
    }
}

/// The value in words, with its comparator: "khoảng 4%", "thứ 3 trên 63"; for an observation
/// without a value the reason.
pub(crate) fn value(lang: Lang, observation: &Observation, unit: &Unit) -> String {
    let value = match observation.reading() {
        Reading::Value(value) => value,
        Reading::Missing(reason) => return reason.to_owned(),
        Reading::Qualitative => return lang.messages().qualitative().to_owned(),
    };
    let is_top = observation.comparator == Comparator::AtMost;
    if *unit == Unit::Rank {
        let to = observation.value_to.map(|to| to as u32);
        let rank = phrase::rank(lang, (value as u32, to), observation.base, is_top);
        let bound = if is_top { BoundWord::None } else { bound_word(observation.comparator) };
        return phrase::with_bound(lang, bound, &rank);
    }
    phrase::with_bound(
        lang,
        bound_word(observation.comparator),
        &plain_range(lang, observation, value, unit),
    )
}

/// As [`value`], where no remark of [`caveat_remarks`] follows: it says itself that the figure comes from
/// a draft, which would otherwise be read as a promise or result.
pub(crate) fn value_or_draft(lang: Lang, observation: &Observation, unit: &Unit) -> String {
    let text = value(lang, observation, unit);
    if observation.draft { format!("{text}, {}", lang.messages().is_draft()) } else { text }
}

/// A number in the unit of an indicator, and of a range both its ends: "35–37%".
fn plain_range(lang: Lang, observation: &Observation, value: f64, unit: &Unit) -> String {
    match observation.value_to {
        Some(to) => format!("{}–{}", number::number(lang, value), plain_value(lang, to, unit)),
        None => plain_value(lang, value, unit),
    }
}

fn bound_word(comparator: Comparator) -> BoundWord {
    match comparator {
        Comparator::Equal => BoundWord::None,
        Comparator::MoreThan => BoundWord::MoreThan,
        Comparator::AtLeast => BoundWord::AtLeast,
        Comparator::LessThan => BoundWord::LessThan,
        Comparator::AtMost => BoundWord::AtMost,
        Comparator::About => BoundWord::About,
    }
}

/// The value as beside a mark in a chart: "≈ 4%", "> 90%", "9/63".
pub(crate) fn mark_value(lang: Lang, observation: &Observation, unit: &Unit) -> String {
    let Some(value) = observation.value() else {
        return String::new();
    };
    let sign = match observation.comparator {
        Comparator::Equal => "",
        Comparator::MoreThan => "> ",
        Comparator::AtLeast => "≥ ",
        Comparator::LessThan => "< ",
        Comparator::AtMost => "≤ ",
        Comparator::About => "≈ ",
    };
    let base = match observation.base {
        Some(base) if *unit == Unit::Rank => format!("/{}", number::number(lang, base.into())),
        _ => String::new(),
    };
    format!("{sign}{}{base}", plain_range(lang, observation, value, unit))
}

/// The label of a mark: value and date. It says if the figure is a target.
pub(crate) fn mark_label(lang: Lang, observation: &Observation, unit: &Unit) -> String {
    let value = mark_value(lang, observation, unit);
    let date = date_of(lang, observation);
    let label = match (observation.kind, date) {
        (Kind::Result, Some(date)) => format!("{value} · {date}"),
        (Kind::Result, None) => value,
        (Kind::Target, date) => phrase::target_label(lang, &value, date.as_deref()),
    };
    with_caveat(lang, observation, label)
}

/// Adds to the text of a figure that it comes from a draft or has a caveat, if it does.
pub(crate) fn with_caveat(lang: Lang, observation: &Observation, mut text: String) -> String {
    for remark in caveat_remarks(lang, observation) {
        text.push_str(", ");
        text.push_str(remark);
    }
    text
}

/// What must stand beside a figure, in a few words: that it comes from a draft, that it has a caveat.
pub(crate) fn caveat_remarks(
    lang: Lang,
    observation: &Observation,
) -> impl Iterator<Item = &'static str> {
    let messages = lang.messages();
    let draft = observation.draft.then(|| messages.is_draft());
    draft.into_iter().chain(observation.caveat.is_some().then(|| messages.has_caveat()))
}

/// Why a figure must not be in a headline: what a draft is, and its own caveat. `None` if it may be.
pub(crate) fn caveat(lang: Lang, observation: &Observation) -> Option<String> {
    let draft = observation.draft.then(|| lang.messages().draft_meaning());
    let own = observation.caveat.as_ref().map(|caveat| pick(lang, caveat));
    let texts: Vec<&str> = draft.into_iter().chain(own).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

/// A difference without its sign, in the unit of an indicator.
pub(crate) fn distance(lang: Lang, difference: f64, unit: &Unit) -> String {
    let unit = match unit {
        Unit::Percent => DifferenceUnit::PercentagePoints,
        Unit::Score => DifferenceUnit::Points,
        Unit::Rank => DifferenceUnit::Places,
        Unit::Other(word) => return phrase::with_unit(lang, difference.abs(), word),
        Unit::Count | Unit::Statement => DifferenceUnit::Plain,
    };
    phrase::difference(lang, difference.abs(), unit)
}

/// The short name of a province, as in charts and tables; its id if the data have no name.
pub(crate) fn short_name<'a>(lang: Lang, dataset: &'a Dataset, id: &'a str) -> &'a str {
    dataset.province(id).map_or(id, |province| pick(lang, &province.short))
}

/// The name of a topic: that of the indicator that stands for it. A part of the data may lack that
/// indicator, but it lists the names of all topics.
pub(crate) fn topic_name<'a>(lang: Lang, dataset: &'a Dataset, concept: &'a str) -> &'a str {
    let listed = dataset.topics.iter().find(|topic| topic.concept == concept);
    let head = || dataset.naming_indicator(concept).map(|indicator| &indicator.name);
    listed.map(|topic| &topic.name).or_else(head).map_or(concept, |name| pick(lang, name))
}

/// Everything about a figure in one line, for titles and for the text alternative of a chart.
pub(crate) fn fact(lang: Lang, dataset: &Dataset, observation: &Observation) -> String {
    let name = short_name(lang, dataset, &observation.province);
    let Some(indicator) = dataset.indicator(&observation.indicator) else {
        return name.to_owned();
    };
    let (measure, unit) = (pick(lang, &indicator.name), &indicator.unit);
    let value = value(lang, observation, unit);
    let date = date_of(lang, observation);
    let fact = match observation.kind {
        Kind::Result => {
            // Say which borders it has if the source gives another day for them than the period.
            let borders = observation.unit_as_of.and(borders(lang, dataset, observation));
            let dates: Vec<String> = date.into_iter().chain(borders).collect();
            let when =
                if dates.is_empty() { String::new() } else { format!(" ({})", dates.join("; ")) };
            format!("{name}, {measure}: {value}{when}")
        }
        Kind::Target => {
            format!("{measure}: {}", phrase::promised_target(lang, name, &value, date.as_deref()))
        }
    };
    with_caveat(lang, observation, fact)
}

/// What the label of a mark does not say of its figure, to be read aloud after it: whose it is, what it
/// measures, and for a number without a sign of its own what is counted. `tells_borders` is false where
/// the label tells which borders the figure has.
pub(crate) fn mark_title(
    lang: Lang,
    dataset: &Dataset,
    observation: &Observation,
    tells_borders: bool,
) -> String {
    let name = short_name(lang, dataset, &observation.province);
    let Some(indicator) = dataset.indicator(&observation.indicator) else {
        return name.to_owned();
    };
    let measure = pick(lang, &indicator.name);
    let mut title = match observation.kind {
        Kind::Result => {
            let noun = result_noun(dataset.is_context(&observation.indicator));
            phrase::result_of(lang, noun, name, measure)
        }
        Kind::Target => format!("{name}, {measure}"),
    };
    let mut add = |more: &str| {
        title.push_str("; ");
        title.push_str(more);
    };
    if matches!(indicator.unit, Unit::Count | Unit::Other(_)) {
        add(&unit(lang, indicator));
    }
    match observation.kind {
        // Say which borders it has if the source gives another day for them than the period.
        Kind::Result if tells_borders && observation.unit_as_of.is_some() => {
            if let Some(borders) = borders(lang, dataset, observation) {
                add(&borders);
            }
        }
        Kind::Target if observation.deadline.is_none() => add(lang.messages().no_deadline()),
        _ => {}
    }
    title
}

/// The short name of a source: its publisher or, without one, its title. `None` if nobody has seen
/// either.
pub(crate) fn printed_name(source: &Source) -> Option<&str> {
    source.publisher.as_deref().or(source.title.as_deref())
}

/// The language of a name or a title that is printed with a source. Vietnamese newspapers keep their
/// names above what they write in English.
pub(crate) fn printed_lang(source: &Source, printed: &str) -> &'static str {
    if is_vietnamese(printed) { Lang::Vi.code() } else { source.language.code() }
}

/// The short name of a source; without one, that its title was not seen.
pub(crate) fn source_name(lang: Lang, source: &Source) -> &str {
    printed_name(source).unwrap_or(lang.messages().title_not_seen())
}

/// The language of a source, if it is not that of the page.
pub(crate) fn other_language(lang: Lang, source: &Source) -> Option<&'static str> {
    Some(source.language.code()).filter(|code| *code != lang.code())
}

/// Through which copy a source was read, if nobody saw the original.
pub(crate) fn source_copy(lang: Lang, source: &Source) -> Option<String> {
    source.via.as_deref().map(|copy| phrase::through_copy(lang, copy))
}

/// When a source was published, in words.
pub(crate) fn source_date(lang: Lang, source: &Source) -> String {
    let messages = lang.messages();
    match (source.published, source.published_not_before) {
        (Some(published), _) => date(lang, published),
        (None, Some(earliest)) => {
            format!(
                "{}, {} {}",
                messages.undated_source(),
                messages.not_before(),
                date(lang, earliest)
            )
        }
        (None, None) => messages.undated_source().to_owned(),
    }
}

/// The kind of a source in words.
pub(crate) fn source_kind(lang: Lang, kind: SourceKind) -> &'static str {
    let messages = lang.messages();
    match kind {
        SourceKind::News => messages.kind_news(),
        SourceKind::Official => messages.kind_official(),
        SourceKind::Law => messages.kind_law(),
        SourceKind::Report => messages.kind_report(),
        SourceKind::Repost => messages.kind_repost(),
    }
}

/// How a figure was obtained.
pub(crate) fn basis(lang: Lang, basis: Basis) -> &'static str {
    let messages = lang.messages();
    match basis {
        Basis::Reported => messages.basis_reported(),
        Basis::Measured => messages.basis_measured(),
        Basis::Surveyed => messages.basis_surveyed(),
        Basis::Derived => messages.basis_derived(),
    }
}

/// A reason as a sentence.
pub(crate) fn reason(lang: Lang, reason: Reason) -> &'static str {
    let messages = lang.messages();
    match reason {
        Reason::DifferentDefinition => messages.reason_different_definition(),
        Reason::DifferentKind => messages.reason_different_kind(),
        Reason::DifferentBase => messages.reason_different_base(),
        Reason::MethodBreak => messages.reason_method_break(),
        Reason::DifferentYear => messages.reason_different_year(),
        Reason::DifferentBasis => messages.reason_different_basis(),
        Reason::Approximate => messages.reason_approximate(),
        Reason::MethodUnknown => messages.reason_method_unknown(),
        Reason::MergedUnit => messages.reason_merged_unit(),
    }
}

/// The name of a pillar.
pub(crate) fn pillar(lang: Lang, pillar: Pillar) -> &'static str {
    let messages = lang.messages();
    match pillar {
        Pillar::Overall => messages.pillar_overall(),
        Pillar::Government => messages.pillar_government(),
        Pillar::Economy => messages.pillar_economy(),
        Pillar::Society => messages.pillar_society(),
        Pillar::Foundation => messages.pillar_foundation(),
        Pillar::Context => messages.pillar_context(),
    }
}

/// The unit of an indicator, and what it is counted of: "Phần trăm của hồ sơ".
pub(crate) fn unit(lang: Lang, indicator: &crate::data::Indicator) -> String {
    let messages = lang.messages();
    let of = pick(lang, &indicator.of);
    let unit = match &indicator.unit {
        Unit::Percent => messages.unit_percent_of(),
        Unit::Count => messages.unit_count_of(),
        Unit::Rank => messages.unit_rank_of(),
        Unit::Score => messages.unit_score_of(),
        Unit::Statement => return messages.unit_statement().to_owned(),
        Unit::Other(word) => {
            return format!("{} {}: {of}", messages.unit_other_of(), unit_word(lang, word));
        }
    };
    format!("{unit} {of}")
}

/// The name of a unit other than the usual ones; its word in the data files if it has no name.
pub(crate) fn unit_word(lang: Lang, word: &str) -> &str {
    phrase::unit_name(lang, word).unwrap_or(word)
}

/// What kind of figure this is: "Kết quả", "Mục tiêu", or "Bối cảnh" for what is no result of digital
/// transformation.
pub(crate) fn kind_name(lang: Lang, dataset: &Dataset, observation: &Observation) -> &'static str {
    match observation.kind {
        Kind::Result => results_name(lang, dataset.is_context(&observation.indicator)),
        Kind::Target => lang.messages().target(),
    }
}

/// The heading over figures that are no targets.
pub(crate) fn results_name(lang: Lang, is_context: bool) -> &'static str {
    let messages = lang.messages();
    if is_context { messages.pillar_context() } else { messages.result() }
}

/// What such figures are called in a sentence.
pub(crate) fn result_noun(is_context: bool) -> ResultNoun {
    if is_context { ResultNoun::Context } else { ResultNoun::Result }
}

/// Which borders a figure is about, for a province that took others in; `None` for any other
/// province.
pub(crate) fn borders(lang: Lang, dataset: &Dataset, observation: &Observation) -> Option<String> {
    let (on, is_new) = enlargement_side(dataset, observation)?;
    Some(phrase::borders(lang, &day_in_text(lang, on), is_new))
}

#[cfg(test)]
mod tests;
