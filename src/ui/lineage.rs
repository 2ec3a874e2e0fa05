//! What the mergers made of a province, in words and links.

#[cfg(feature = "ssr")]
mod written;

use maud::{Markup, PreEscaped, html};

use crate::address::Page;
use crate::compare::{Fate, fate, side_of_growth};
use crate::data::{Dataset, Date, Observation, Province};
use crate::i18n::number::list;
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::site::Site;
use crate::ui::words;
#[cfg(feature = "ssr")]
pub(crate) use written::{became, described, invitation, lead, linked_parts, sources, title};

/// How a province is named within a sentence: as plain text, or as markup.
type Naming<'n> = &'n dyn Fn(&Province) -> String;

/// What became of a province, to stand after its name; empty where the data do not tell.
fn short(lang: Lang, dataset: &Dataset, province: &Province, name: Naming<'_>) -> String {
    match fate(dataset, province) {
        Some(Fate::Ended { last, into, .. }) => {
            let since = words::day_in_text(lang, last.plus(1));
            phrase::part_of_since(lang, &name(into), &since)
        }
        Some(Fate::Grew { on, parts }) => {
            let since = words::day_in_text(lang, on);
            phrase::made_of_since(lang, &named(lang, &parts, name), &since)
        }
        Some(Fate::Unchanged) => lang.messages().lineage().unchanged().to_owned(),
        None => String::new(),
    }
}

/// The parts of a unit in a list: the first is the unit itself as it was.
fn named(lang: Lang, parts: &[&Province], name: Naming<'_>) -> String {
    let mut names: Vec<String> = parts.iter().map(|part| name(part)).collect();
    if let Some(first) = names.first_mut() {
        *first = phrase::former(lang, first);
    }
    joined(lang, &names)
}

fn joined(lang: Lang, names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list(lang, &names)
}

/// What became of a province, to stand after its name, with the others as links.
pub(crate) fn linked(site: &Site, province: &Province) -> Markup {
    said(short(site.lang(), &site.dataset, province, &naming(site, &[province.id.as_str()])))
}

/// A sentence whose names are markup already. The words of `i18n` around them have no character that
/// means anything in HTML.
fn said(sentence: String) -> Markup {
    PreEscaped(sentence)
}

/// Each province as a link to its page, but those named on the spot.
fn naming<'s>(site: &'s Site, plain: &'s [&'s str]) -> impl Fn(&Province) -> String + 's {
    move |province| {
        let name = words::pick(site.lang(), &province.name);
        let markup = if plain.contains(&province.id.as_str()) {
            html! { (name) }
        } else {
            html! { a href=(site.link(Page::Province(province.id.clone()))) { (name) } }
        };
        markup.into_string()
    }
}

/// Which borders a figure of a unit that grew describes; `None` of any other unit.
pub(crate) fn borders(lang: Lang, dataset: &Dataset, observation: &Observation) -> Option<String> {
    let (on, is_new) = side_of_growth(dataset, observation)?;
    Some(phrase::borders(lang, &words::day_in_text(lang, on), is_new))
}

/// Of which units figures are, a line for each province and side of a merger, in the order of the
/// figures. Empty where the data do not tell.
pub(crate) fn sides(lang: Lang, dataset: &Dataset, figures: &[&Observation]) -> Vec<String> {
    let is_new = |o: &Observation| side_of_growth(dataset, o).is_some_and(|(_, is_new)| is_new);
    let mut lines = Vec::new();
    for (idx, first) in figures.iter().enumerate() {
        let is_alike =
            |o: &&&Observation| o.province == first.province && is_new(o) == is_new(first);
        if figures.iter().take(idx).any(|o| is_alike(&o)) {
            continue;
        }
        let mut own: Vec<&Observation> = figures.iter().filter(is_alike).copied().collect();
        order::sort_by_key(&mut own, |o| o.when().map(Date::end));
        let dates: Vec<String> = own.into_iter().filter_map(|o| words::date_of(lang, o)).collect();
        let name = words::short_name(lang, dataset, &first.province);
        let named = format!("{name} ({})", joined(lang, &dates));
        lines.extend(side(lang, dataset, first, &named, is_new(first)));
    }
    lines
}

fn side(
    lang: Lang,
    dataset: &Dataset,
    observation: &Observation,
    named: &str,
    is_new: bool,
) -> Option<String> {
    let name = |province: &Province| words::pick(lang, &province.name).to_owned();
    Some(match fate(dataset, dataset.province(&observation.province)?)? {
        Fate::Ended { into, .. } => phrase::side_of_ended(lang, named, &name(into)),
        Fate::Grew { parts, .. } => {
            let others: Vec<String> = parts.iter().skip(1).map(|part| name(part)).collect();
            let others = is_new.then(|| joined(lang, &others));
            phrase::side_of_grown(lang, named, others.as_deref())
        }
        Fate::Unchanged => phrase::side_of_unchanged(lang, named),
    })
}

#[cfg(test)]
mod tests;
