//! What became of a province, as components: sentences in which the names of other provinces are
//! links.

use leptos::prelude::*;

use super::{fate_text, is_of_latest_mergers, join_names, join_parts};
use crate::address::Page;
use crate::compare::{
    MERGER_LISTS, MERGER_RESOLUTION, MergerOutcome, last_merger_counts, merger_law, merger_outcome,
};
use crate::data::{Province, Source};
use crate::i18n::phrase;
use crate::ui::components::{Fold, Folded, SourceCitation};
use crate::ui::site::Site;
use crate::ui::words;

/// The one of [`MERGER_LISTS`] that swaps two units.
const LIST_WITH_SWAPPED_UNITS: &str = "vns-34";

/// Mark the id of a province in a sentence, which becomes a link. They are private-use characters,
/// which occur neither in the texts of `i18n` nor in the data.
const LINK_MARKERS: [char; 2] = ['\u{E000}', '\u{E001}'];

/// A sentence in which marked ids become links to the pages of these provinces.
#[component]
fn LinkedSentence(sentence: String) -> impl IntoView {
    let site = Site::from_context();
    let mut pieces = sentence.split(LINK_MARKERS[0]);
    let before = pieces.next().unwrap_or_default().to_owned();
    let links = pieces.filter_map(|piece| piece.split_once(LINK_MARKERS[1])).map(|(id, after)| {
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

/// Names each province as a link to its page, apart from those in `plain`.
fn link_all_but(site: Site, plain: &[&str]) -> impl Fn(&Province) -> String {
    move |province| {
        if plain.contains(&province.id.as_str()) {
            words::pick(site.lang(), &province.name).to_owned()
        } else {
            format!("{}{}{}", LINK_MARKERS[0], province.id, LINK_MARKERS[1])
        }
    }
}

/// What became of a province, to follow its name.
#[component]
pub(crate) fn FateSummary(unit: &'static Province) -> impl IntoView {
    let site = Site::from_context();
    let plain = [unit.id.as_str()];
    let sentence = fate_text(site.lang(), site.dataset, unit, &link_all_but(site, &plain));
    view! { <LinkedSentence sentence /> }
}

/// The units that merged into this one, in a list: first itself, then the others as links.
#[component]
pub(crate) fn FormerUnits(unit: &'static str, parts: Vec<&'static Province>) -> impl IntoView {
    let site = Site::from_context();
    let names: Vec<String> = parts.into_iter().map(link_all_but(site, &[unit])).collect();
    view! { <LinkedSentence sentence=join_names(site.lang(), &names) /> }
}

/// Asks readers who know a source for it, and links to the list of sources.
#[component]
pub(crate) fn SourceInvitation() -> impl IntoView {
    let site = Site::from_context();
    let sentence = phrase::ask_for_source(site.lang(), &LINK_MARKERS[0].to_string());
    let (before, after) = sentence.split_once(LINK_MARKERS[0]).unwrap_or((&sentence, ""));
    view! {
        {before.to_owned()}
        <a href=site.link(Page::Sources)>{site.messages().lineage().list_of_sources()}</a>
        {after.to_owned()}
    }
}

/// The section on what became of a province, with its source; nothing if the data do not say.
#[component]
pub(crate) fn FateSection(province: &'static Province, has_figures: bool) -> impl IntoView {
    let site = Site::from_context();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let name = words::pick(lang, &province.name);
    let last = last_merger_counts(dataset)?.day;
    let took_no_part = || phrase::unit_unchanged(lang, name, &words::day_in_text(lang, last));
    let (day, sentence) = match merger_outcome(dataset, province)? {
        MergerOutcome::Ended { last_day, successor, mut other_parts } => {
            other_parts.push(province);
            let plain = [province.id.as_str(), successor.id.as_str()];
            let parts = join_parts(lang, &other_parts, &link_all_but(site, &plain));
            let into = link_all_but(site, &[])(successor);
            let until = words::day_in_text(lang, last_day);
            let day = last_day.plus(1);
            let sentence = if is_of_latest_mergers(dataset, day) {
                phrase::unit_ended(lang, name, &until, &into, &parts)
            } else {
                phrase::unit_ended_into(lang, name, &until, &into)
            };
            (day, sentence)
        }
        MergerOutcome::Enlarged { since, parts } => {
            let own = [province.id.as_str()];
            let link = link_all_but(site, &own);
            let on = words::day_in_text(lang, since);
            let sentence = if is_of_latest_mergers(dataset, since) {
                phrase::unit_enlarged(lang, name, &join_parts(lang, &parts, &link), &on)
            } else {
                let others: Vec<String> = parts.iter().skip(1).map(|part| link(part)).collect();
                let took_in = phrase::unit_took_in(lang, name, &join_names(lang, &others), &on);
                format!("{took_in} {}", took_no_part())
            };
            (since, sentence)
        }
        MergerOutcome::Unchanged => (last, took_no_part()),
    };
    let former = (province.until.is_some() && has_figures)
        .then(|| format!(" {}", messages.lineage().former_figures()));
    let law = dataset.source(merger_law(day)).map(|source| {
        view! {
            <p class="t-muted">
                {messages.lineage().basis()} " " <SourceCitation source />
            </p>
        }
        .into_any()
    });
    Some(
        view! {
            <Fold id="became" folded=Folded::OnPhones title=messages.province_became()>
                <p class="t-prose">
                    <LinkedSentence sentence />
                    {former}
                </p>
                {law}
            </Fold>
        }
        .into_any(),
    )
}

/// The section on the sources of the mergers: the resolution, and the lists that the names were
/// checked against.
pub(crate) fn lineage_sources() -> AnyView {
    let site = Site::from_context();
    let text = site.messages().lineage();
    let Some(law) = site.dataset.source(MERGER_RESOLUTION) else { return ().into_any() };
    let lists: Vec<&Source> =
        MERGER_LISTS.into_iter().filter_map(|id| site.dataset.source(id)).collect();
    let lists = (!lists.is_empty()).then(|| {
        let items = lists.into_iter().map(|source| {
            let remark = (source.id == LIST_WITH_SWAPPED_UNITS)
                .then(|| format!(". {}", text.wrong_way_round()));
            view! {
                <li>
                    <SourceCitation source />
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
                <SourceCitation source=law />
            </p>
            {lists}
        </section>
    }
    .into_any()
}
