//! What became of a province, as parts of pages: sentences in which the others are links.

use leptos::prelude::*;

use super::{joined, named, short};
use crate::address::Page;
use crate::compare::{MergerOutcome, last_merger_counts, merger_outcome};
use crate::data::{Province, Source};
use crate::i18n::phrase;
use crate::ui::components::Cite;
use crate::ui::site::Site;
use crate::ui::words;

/// The source the mergers of 2025 rest on.
const LAW: &str = "nq-202-2025-qh15";
/// Sources that list which province became part of which, and the one that words two the wrong way
/// round.
const LISTS: [&str; 4] = ["vietaustralia-34", "vns-34", "baodongnai-merge", "vnexpress-tayninh"];
const WRONG_WAY_ROUND: &str = "vns-34";

/// Around the id of a province within a sentence, where its name will be a link. The words of `i18n` and
/// the data have no character for private use.
const LINK: [char; 2] = ['\u{E000}', '\u{E001}'];

/// A sentence in which the marked ids are links to the pages of those provinces.
#[component]
fn Linked(sentence: String) -> impl IntoView {
    let site = Site::here();
    let mut pieces = sentence.split(LINK[0]);
    let before = pieces.next().unwrap_or_default().to_owned();
    let links = pieces.filter_map(|piece| piece.split_once(LINK[1])).map(|(id, after)| {
        let name = site.dataset.province(id).map(|unit| words::pick(site.lang(), &unit.name));
        view! {
            <a href=site.link(Page::Province(id.to_owned()))>{name}</a>
            {after.to_owned()}
        }
        .into_any()
    });
    let links = links.collect_view();
    view! {
        {before}
        {links}
    }
}

/// Each province as a link to its page, but those named on the spot.
fn linked_but(site: Site, plain: &[&str]) -> impl Fn(&Province) -> String {
    move |province| {
        if plain.contains(&province.id.as_str()) {
            words::pick(site.lang(), &province.name).to_owned()
        } else {
            format!("{}{}{}", LINK[0], province.id, LINK[1])
        }
    }
}

/// What became of a province, to stand after its name.
#[component]
pub(crate) fn BecameInShort(unit: &'static Province) -> impl IntoView {
    let site = Site::here();
    let plain = [unit.id.as_str()];
    let sentence = short(site.lang(), site.dataset, unit, &linked_but(site, &plain));
    view! { <Linked sentence /> }
}

/// What a unit was before, in a list: itself, then the others as links.
#[component]
pub(crate) fn PartsBefore(own: &'static str, parts: Vec<&'static Province>) -> impl IntoView {
    let site = Site::here();
    let names: Vec<String> = parts.into_iter().map(linked_but(site, &[own])).collect();
    view! { <Linked sentence=joined(site.lang(), &names) /> }
}

/// A reader who knows a source is asked for it, and shown which are known.
#[component]
pub(crate) fn Invitation() -> impl IntoView {
    let site = Site::here();
    let sentence = phrase::ask_for_source(site.lang(), &LINK[0].to_string());
    let (before, after) = sentence.split_once(LINK[0]).unwrap_or((&sentence, ""));
    view! {
        {before.to_owned()}
        <a href=site.link(Page::Sources)>{site.messages().lineage().list_of_sources()}</a>
        {after.to_owned()}
    }
}

/// What became of a province, in a sentence with its source; nothing where the data do not tell.
#[component]
pub(crate) fn Became(province: &'static Province, has_figures: bool) -> impl IntoView {
    let site = Site::here();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let name = words::pick(lang, &province.name);
    let sentence = match merger_outcome(dataset, province)? {
        MergerOutcome::Ended { last_day: last, successor: into, other_parts: mut with } => {
            with.push(province);
            let plain = [province.id.as_str(), into.id.as_str()];
            let parts = named(lang, &with, &linked_but(site, &plain));
            let into = linked_but(site, &[])(into);
            phrase::unit_ended(lang, name, &words::day_in_text(lang, last), &into, &parts)
        }
        MergerOutcome::Enlarged { since: on, parts } => {
            let parts = named(lang, &parts, &linked_but(site, &[province.id.as_str()]));
            phrase::unit_enlarged(lang, name, &parts, &words::day_in_text(lang, on))
        }
        MergerOutcome::Unchanged => {
            let last = last_merger_counts(dataset)?;
            phrase::unit_unchanged(lang, name, &words::day_in_text(lang, last.day))
        }
    };
    let former = (province.until.is_some() && has_figures)
        .then(|| format!(" {}", messages.lineage().former_figures()));
    let law = dataset.source(LAW).map(|source| {
        view! {
            <p class="t-muted">
                {messages.lineage().basis()} " " <Cite source />
            </p>
        }
        .into_any()
    });
    Some(
        view! {
            <section aria-labelledby="became" class="t-why">
                <h2 id="became">{messages.province_became()}</h2>
                <p>
                    <Linked sentence />
                    {former}
                </p>
                {law}
            </section>
        }
        .into_any(),
    )
}

/// What all of it rests on: the resolution, and the lists the names were compared with.
pub(crate) fn lineage_sources() -> AnyView {
    let site = Site::here();
    let text = site.messages().lineage();
    let Some(law) = site.dataset.source(LAW) else { return ().into_any() };
    let lists: Vec<&Source> = LISTS.into_iter().filter_map(|id| site.dataset.source(id)).collect();
    let lists = (!lists.is_empty()).then(|| {
        let items = lists.into_iter().map(|source| {
            let remark =
                (source.id == WRONG_WAY_ROUND).then(|| format!(". {}", text.wrong_way_round()));
            view! {
                <li>
                    <Cite source />
                    {remark}
                </li>
            }
            .into_any()
        });
        view! {
            <p>{text.lists()}</p>
            <ul>{items.collect_view()}</ul>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="basis" class="t-prose">
            <h2 id="basis">{text.sources()}</h2>
            <p>
                <Cite source=law />
            </p>
            {lists}
        </section>
    }
    .into_any()
}
