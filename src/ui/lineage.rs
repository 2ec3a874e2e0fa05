//! What the mergers made of a province, in words and links.

use maud::{Markup, PreEscaped, html};

use crate::address::Page;
use crate::compare::{Fate, fate, last_merging, side_of_growth};
use crate::data::{Dataset, Date, Observation, Province, Source};
use crate::i18n::number::list;
use crate::i18n::{Lang, phrase};
use crate::order;
use crate::ui::components::cite;
use crate::ui::site::Site;
use crate::ui::words;

/// The source the mergers of 2025 rest on.
const LAW: &str = "nq-202-2025-qh15";
/// Sources that list which province became part of which, and the one that words two the wrong way
/// round.
const LISTS: [&str; 4] = ["vietaustralia-34", "vns-34", "baodongnai-merge", "vnexpress-tayninh"];
const WRONG_WAY_ROUND: &str = "vns-34";

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

/// What became of a province, in plain words after its name.
pub(crate) fn described(lang: Lang, dataset: &Dataset, province: &Province) -> String {
    let name = words::pick(lang, &province.name);
    let became = short(lang, dataset, province, &|other| words::pick(lang, &other.name).to_owned());
    if became.is_empty() { name.to_owned() } else { format!("{name}: {became}") }
}

/// As [`described`], without the province's own name, and with the others as links.
pub(crate) fn linked(site: &Site, province: &Province) -> Markup {
    said(short(site.lang(), &site.dataset, province, &naming(site, &[province.id.as_str()])))
}

/// What a unit was before, in a list: itself, then the others as links.
pub(crate) fn linked_parts(site: &Site, own: &str, parts: &[&Province]) -> Markup {
    let names: Vec<String> = parts.iter().map(|part| naming(site, &[own])(part)).collect();
    said(joined(site.lang(), &names))
}

/// A reader who knows a source is asked for it, and shown which are known.
#[cfg(feature = "ssr")]
pub(crate) fn invitation(site: &Site) -> Markup {
    let list = html! {
        a href=(site.link(Page::Sources)) { (site.messages().lineage().list_of_sources()) }
    };
    said(phrase::invitation(site.lang(), &list.into_string()))
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

/// What became of a province, in a sentence with its source; nothing where the data do not tell.
#[cfg(feature = "ssr")]
pub(crate) fn became(site: &Site, province: &Province, has_figures: bool) -> Markup {
    let lang = site.lang();
    let messages = site.messages();
    let dataset = &site.dataset;
    let name = html! { (words::pick(lang, &province.name)) }.into_string();
    let sentence = match fate(dataset, province) {
        Some(Fate::Ended { last, into, mut with }) => {
            with.push(province);
            let plain = [province.id.as_str(), into.id.as_str()];
            let parts = named(lang, &with, &naming(site, &plain));
            let into = naming(site, &[])(into);
            phrase::ended(lang, &name, &words::day_in_text(lang, last), &into, &parts)
        }
        Some(Fate::Grew { on, parts }) => {
            let parts = named(lang, &parts, &naming(site, &[province.id.as_str()]));
            phrase::grew(lang, &name, &parts, &words::day_in_text(lang, on))
        }
        Some(Fate::Unchanged) => match last_merging(dataset) {
            Some(last) => phrase::unchanged(lang, &name, &words::day_in_text(lang, last.on)),
            None => return Markup::default(),
        },
        None => return Markup::default(),
    };
    html! {
        section aria-labelledby="became" class="t-why" {
            h2 id="became" { (messages.province_became()) }
            p {
                (said(sentence))
                @if province.until.is_some() && has_figures {
                    " " (messages.lineage().former_figures())
                }
            }
            @if let Some(law) = dataset.source(LAW) {
                p class="t-muted" { (messages.lineage().basis()) " " (cite(site, law)) }
            }
        }
    }
}

/// What all of it rests on: the resolution, and the lists the names were compared with.
pub(crate) fn sources(site: &Site) -> Markup {
    let text = site.messages().lineage();
    let lists: Vec<&Source> = LISTS.into_iter().filter_map(|id| site.dataset.source(id)).collect();
    html! {
        @if let Some(law) = site.dataset.source(LAW) {
            section aria-labelledby="basis" class="t-prose" {
                h2 id="basis" { (text.sources()) }
                p { (cite(site, law)) }
                @if !lists.is_empty() {
                    p { (text.lists()) }
                    ul {
                        @for source in lists {
                            li {
                                (cite(site, source))
                                @if source.id == WRONG_WAY_ROUND { ". " (text.wrong_way_round()) }
                            }
                        }
                    }
                }
            }
        }
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

/// The name of the page on all units, counted from the data.
pub(crate) fn title(lang: Lang, dataset: &Dataset) -> String {
    match last_merging(dataset) {
        Some(merging) => phrase::units_title(lang, merging.before, merging.since),
        None => lang.messages().lineage().nav().to_owned(),
    }
}

/// How many units there were and are.
pub(crate) fn lead(lang: Lang, dataset: &Dataset) -> String {
    last_merging(dataset).map_or_else(String::new, |merging| {
        let on = words::day_in_text(lang, merging.on);
        phrase::units_lead(lang, &on, merging.before, merging.since, merging.grown)
    })
}

#[cfg(test)]
mod tests;
