//! What is told of the mergers on pages that are only written, and in no program.

use maud::{Markup, html};

use super::{joined, named, naming, said, short};
use crate::address::Page;
use crate::compare::{Fate, fate, last_merging};
use crate::data::{Dataset, Province, Source};
use crate::i18n::{Lang, phrase};
use crate::ui::components::cite;
use crate::ui::site::Site;
use crate::ui::words;

/// The source the mergers of 2025 rest on.
const LAW: &str = "nq-202-2025-qh15";
/// Sources that list which province became part of which, and the one that words two the wrong way
/// round.
const LISTS: [&str; 4] = ["vietaustralia-34", "vns-34", "baodongnai-merge", "vnexpress-tayninh"];
const WRONG_WAY_ROUND: &str = "vns-34";

/// What became of a province, in plain words after its name.
pub(crate) fn described(lang: Lang, dataset: &Dataset, province: &Province) -> String {
    let name = words::pick(lang, &province.name);
    let became = short(lang, dataset, province, &|other| words::pick(lang, &other.name).to_owned());
    if became.is_empty() { name.to_owned() } else { format!("{name}: {became}") }
}

/// What a unit was before, in a list: itself, then the others as links.
pub(crate) fn linked_parts(site: &Site, own: &str, parts: &[&Province]) -> Markup {
    let names: Vec<String> = parts.iter().map(|part| naming(site, &[own])(part)).collect();
    said(joined(site.lang(), &names))
}

/// A reader who knows a source is asked for it, and shown which are known.
pub(crate) fn invitation(site: &Site) -> Markup {
    let list = html! {
        a href=(site.link(Page::Sources)) { (site.messages().lineage().list_of_sources()) }
    };
    said(phrase::invitation(site.lang(), &list.into_string()))
}

/// What became of a province, in a sentence with its source; nothing where the data do not tell.
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
