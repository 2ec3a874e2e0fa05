//! `/so-sanh/<concept>/`: one topic compared, the page this site is for.

use leptos::prelude::With;
use maud::{Markup, html};

use crate::address::{Address, Page, Show};
use crate::compare::{Band, Choice, topic};
use crate::data::Observation;
use crate::i18n::phrase;
use crate::ui::components::{bands_table, drawing};
use crate::ui::figures::{self, Purpose};
use crate::ui::site::Site;
use crate::ui::story::{Question, answer, reasons};
use crate::ui::words;
#[cfg(feature = "csr")]
use crate::ui::{components::Share, figures::Drawing, program::Parts};
#[cfg(feature = "ssr")]
use {
    crate::address::keys,
    crate::compare::years,
    crate::data::Kind,
    crate::ui::components::{
        breadcrumbs, card, controls, get_and_share, part, select, topic_select,
    },
};

/// The sentence that answers, the controls, the figure, the table, the reasons, every figure's card.
#[cfg(feature = "ssr")]
pub(crate) fn compare(site: &Site, concept: &str) -> Markup {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = &site.dataset;
    let pillar = dataset.concept_head(concept).map(|head| words::pillar(lang, head.pillar));
    let trail = [
        (Some(Page::Topics), messages.nav_compare().to_owned()),
        (None, pillar.unwrap_or_default().to_owned()),
    ];
    with(site, concept, |question, bands| {
        let figures = all_figures(question, bands);
        html! {
            (breadcrumbs(site, &trail))
            h1 { (words::topic_name(lang, dataset, concept)) }
            // Only a part of it may change; what is read out is the whole.
            p class="t-lead" aria-live="polite" aria-atomic="true" data-part="answer" {
                (sentence(site, question, bands))
            }
            (controls_of(site, concept))
            (part("figure", &figure(site, question, bands, Purpose::Page)))
            (part("reasons", &why(question, bands)))
            (part("table", &table(site, bands, question)))
            @if !figures.is_empty() {
                section aria-labelledby="figures" data-part="cards" {
                    h2 id="figures" { (messages.cards_title()) }
                    div class="t-cards" { @for figure in figures { (card(site, figure)) } }
                }
            }
            p {
                a href=(site.link(Page::Concept(concept.to_owned()))) { (messages.see_definitions()) }
            }
            (get_and_share(site))
        }
    })
}

/// The parts of the page that follow the selection, as [`compare`] writes them.
#[cfg(feature = "csr")]
pub(crate) fn parts_of_compare(site: &Site, page: &Page, purpose: Purpose) -> Parts {
    let Page::Compare(concept) = page else { return Parts::default() };
    with(site, concept, |question, bands| Parts {
        written: vec![
            ("answer", sentence(site, question, bands)),
            ("figure", figure(site, question, bands, purpose)),
            ("reasons", why(question, bands)),
            ("table", table(site, bands, question)),
        ],
        cards: all_figures(question, bands).into_iter().map(|o| o.id.clone()).collect(),
    })
}

/// Calls `read` with the question and the bands of the present selection, tracked.
fn with<T>(site: &Site, concept: &str, read: impl FnOnce(&Question<'_>, &[Band<'_>]) -> T) -> T {
    let (lang, choice, kind) = site.location.with(|location| {
        let Address { lang, selection, .. } = &location.address;
        (*lang, selection.choice, selection.kind)
    });
    let provinces = site.chosen_provinces();
    let dataset = &site.dataset;
    let bands = topic(dataset, concept, &provinces, choice, kind);
    read(&Question { lang, dataset, concept, provinces, choice, kind }, &bands)
}

fn sentence(site: &Site, question: &Question<'_>, bands: &[Band<'_>]) -> Markup {
    let answer = answer(question, bands);
    if answer.figures.is_empty() {
        return html! { (site.messages().nothing_selected()) };
    }
    html! { (answer.figures) " " strong { (answer.conclusion) } }
}

fn shown(site: &Site) -> Show {
    site.location.with(|location| location.address.selection.show)
}

fn figure(site: &Site, question: &Question<'_>, bands: &[Band<'_>], purpose: Purpose) -> Markup {
    if shown(site) == Show::Table || bands.is_empty() {
        return Markup::default();
    }
    let Question { lang, dataset, concept, .. } = *question;
    html! {
        figure class="t-figure" {
            figcaption {
                h2 { (words::topic_name(lang, dataset, concept)) }
                p class="t-muted" { (lang.messages().figure_hint()) }
            }
            @for d in figures::comparison(lang, dataset, concept, bands, purpose) {
                (drawing(lang, d))
            }
        }
    }
}

fn table(site: &Site, bands: &[Band<'_>], question: &Question<'_>) -> Markup {
    if shown(site) == Show::Chart || bands.is_empty() {
        return Markup::default();
    }
    bands_table(site, question.lang.messages().table_title(), bands)
}

/// Why the figures may or may not be compared, and who has none.
fn why(question: &Question<'_>, bands: &[Band<'_>]) -> Markup {
    let lang = question.lang;
    let messages = lang.messages();
    let reasons = reasons(question, bands);
    let silent: Vec<&str> = question
        .provinces
        .iter()
        .filter(|province| !question.dataset.is_lost(&province.id))
        .filter(|province| {
            bands.iter().all(|band| band.rows.iter().all(|row| row.province.id != province.id))
        })
        .map(|province| words::pick(lang, &province.short))
        .collect();
    let silence =
        (!silent.is_empty()).then(|| phrase::without_figures(lang, question.asked(), &silent));
    let has_lines = !reasons.lines.is_empty() || silence.is_some();
    let title = match (reasons.lines.is_empty(), reasons.has_unlike) {
        (true, _) => messages.province_unknown(),
        (false, true) => messages.why_title(),
        (false, false) => messages.why_title_comparable(),
    };
    html! {
        @if has_lines {
            section class="t-why" aria-labelledby="why" {
                h2 id="why" { (title) }
                ul { @for line in reasons.lines.into_iter().chain(silence) { li { (line) } } }
            }
        }
        @if !reasons.allowed.is_empty() {
            section class="t-why" aria-labelledby="allowed" {
                h2 id="allowed" { (messages.allowed_title()) }
                ul { @for line in reasons.allowed { li { (line) } } }
            }
        }
    }
}

/// The figures shown, then the topic's other figures (earlier results, and those that have a reason in
/// place of a value): each has a card, a place that a link may lead to.
fn all_figures<'a>(question: &Question<'a>, bands: &[Band<'a>]) -> Vec<&'a Observation> {
    let mut figures: Vec<&Observation> = bands.iter().flat_map(Band::figures).collect();
    if question.choice == Choice::Latest {
        let shown = figures.clone();
        let others = others(question).filter(|o| !shown.iter().any(|figure| figure.id == o.id));
        figures.extend(others);
    }
    figures
}

/// All figures of the topic about the chosen provinces and the country, of the kind asked for.
fn others<'a>(question: &Question<'a>) -> impl Iterator<Item = &'a Observation> {
    let Question { dataset, concept, kind, .. } = *question;
    let indicators = dataset.indicators_of(concept);
    let places: Vec<&str> = question
        .provinces
        .iter()
        .copied()
        .chain(dataset.country())
        .map(|place| place.id.as_str())
        .collect();
    dataset
        .entries()
        .filter(move |o| places.contains(&o.province.as_str()))
        .filter(move |o| indicators.iter().any(|indicator| indicator.id == o.indicator))
        .filter(move |o| kind.is_none_or(|kind| kind == o.kind))
}

#[cfg(feature = "ssr")]
fn controls_of(site: &Site, concept: &str) -> Markup {
    let messages = site.messages();
    let topics = site
        .dataset
        .concepts()
        .into_iter()
        .map(|concept| {
            (concept.to_owned(), words::topic_name(site.lang(), &site.dataset, concept).to_owned())
        })
        .collect();
    let years = years(&site.dataset, concept).into_iter();
    let years = years.map(|year| (year.to_string(), year.to_string()));
    let years =
        std::iter::once((String::new(), messages.latest().to_owned())).chain(years).collect();
    let kinds = vec![
        (String::new(), messages.both_kinds().to_owned()),
        (Kind::Result.id().to_owned(), messages.only_results().to_owned()),
        (Kind::Target.id().to_owned(), messages.only_targets().to_owned()),
    ];
    let show =
        |show: Show, text: &str| (show.word().unwrap_or_default().to_owned(), text.to_owned());
    let shows = vec![
        show(Show::Both, messages.show_both()),
        show(Show::Chart, messages.show_chart()),
        show(Show::Table, messages.show_table()),
    ];
    let content = html! {
        (topic_select(site, "topic", &topics, concept))
        (select(site, keys::YEAR, "year", messages.year(), &years))
        (select(site, keys::KIND, "kind", messages.kind(), &kinds))
        (select(site, keys::SHOW, "show", messages.show(), &shows))
    };
    controls(site, Page::Topics, messages.go_to_other_topics(), &content)
}

/// The drawings of the page's charts that `purpose` asks for, in the order of the page.
#[cfg(feature = "csr")]
pub(crate) fn drawings_of_compare(site: &Site, page: &Page, purpose: Purpose) -> Vec<Drawing> {
    let Page::Compare(concept) = page else { return Vec::new() };
    with(site, concept, |Question { lang, dataset, concept, .. }, bands| {
        let drawn = figures::comparison(*lang, dataset, concept, bands, purpose);
        drawn.into_iter().flatten().collect()
    })
}

/// The sentence and the charts of the present selection, to take away.
#[cfg(feature = "csr")]
pub(crate) fn share_of_compare(site: &Site, page: &Page) -> Option<Share> {
    let Page::Compare(concept) = page else { return None };
    Some(Share {
        name: concept.clone(),
        sentence: with(site, concept, answer).text(),
        drawings: drawings_of_compare(site, page, Purpose::Taking),
    })
}
