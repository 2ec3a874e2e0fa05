//! `/so-sanh/<concept>/`: one topic compared, the page this site is for.

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};

use crate::address::{Address, Page, Selection, Show};
use crate::compare::{Band, Choice, topic, years};
use crate::data::{Kind, Observation};
use crate::i18n::phrase;
use crate::ui::components::{
    Share, bands_table, breadcrumbs, card, controls, drawing, get_and_share, select, select_of,
    still, still_of,
};
use crate::ui::figures;
use crate::ui::site::Site;
use crate::ui::story::{Question, answer, reasons};
use crate::ui::words;

/// The sentence that answers, the controls, the figure, the table, the reasons, every figure's card.
pub(crate) fn compare(site: &Site, concept: &str) -> AnyView {
    let messages = site.messages();
    let lang = site.lang();
    let dataset = Arc::clone(&site.dataset);
    let name = words::topic_name(lang, &dataset, concept).to_owned();
    let pillar = dataset.concept_head(concept).map(|head| words::pillar(lang, head.pillar));
    let trail = [
        (Some(Page::Topics), messages.nav_compare.to_owned()),
        (None, pillar.unwrap_or_default().to_owned()),
    ];
    let view = View { site: site.clone(), concept: Arc::from(concept) };
    let (sentence, body) = (view.clone(), view.clone());
    view! {
        {still(breadcrumbs(site, &trail))}
        <h1>{name}</h1>
        <p class="t-lead" aria-live="polite" inner_html=move || sentence.sentence().into_string()></p>
        {controls_of(&view)}
        {still_of(move || body.body())}
        <p>
            <a href=site.link(Page::Concept(concept.to_owned()))>{messages.see_definitions}</a>
        </p>
        {get_and_share(site, share_of(&view))}
    }
    .into_any()
}

/// The id of the list of topics.
const TOPIC: &str = "topic";

/// The topic as the location shows it.
#[derive(Clone)]
struct View {
    site: Site,
    concept: Arc<str>,
}

impl View {
    /// Calls `read` with the question and the bands of the present selection, tracked.
    fn with<T>(&self, read: impl FnOnce(&Question<'_>, &[Band<'_>]) -> T) -> T {
        let site = &self.site;
        let (lang, choice, kind) = site.location.with(|location| {
            let Address { lang, selection, .. } = &location.address;
            (*lang, selection.choice, selection.kind)
        });
        let provinces = site.chosen_provinces();
        let bands = topic(&site.dataset, &self.concept, &provinces, choice, kind);
        let dataset = &site.dataset;
        let concept = &self.concept;
        read(&Question { lang, dataset, concept, provinces, choice, kind }, &bands)
    }

    fn sentence(&self) -> Markup {
        let answer = self.with(answer);
        if answer.figures.is_empty() {
            return html! { (self.site.messages().nothing_selected) };
        }
        html! { (answer.figures) " " strong { (answer.conclusion) } }
    }

    /// Figure, table, reasons and cards.
    fn body(&self) -> Markup {
        let site = &self.site;
        let messages = site.messages();
        let lang = site.lang();
        let show = site.location.with(|location| location.address.selection.show);
        self.with(|question, bands| {
            html! {
                @if show != Show::Table && !bands.is_empty() {
                    figure class="t-figure" {
                        figcaption {
                            h2 { (words::topic_name(lang, &site.dataset, &self.concept)) }
                            p class="t-muted" { (messages.figure_hint) }
                        }
                        @for d in figures::comparison(lang, &site.dataset, &self.concept, bands) {
                            (drawing(lang, d))
                        }
                    }
                }
                (why(question, bands))
                @if show != Show::Chart && !bands.is_empty() {
                    (bands_table(site, messages.table_title, bands))
                }
                (cards(question, site, bands))
            }
        })
    }
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
    let silence = (!silent.is_empty()).then(|| match question.choice {
        Choice::Latest => phrase::without_figures(lang, &silent),
        Choice::OfYear(year) => phrase::no_figures_of_year(lang, year, &silent),
    });
    if reasons.lines.is_empty() && silence.is_none() {
        return Markup::default();
    }
    let title = match (reasons.lines.is_empty(), reasons.has_unlike) {
        (true, _) => messages.province_unknown,
        (false, true) => messages.why_title,
        (false, false) => messages.why_title_comparable,
    };
    html! {
        section class="t-why" aria-labelledby="why" {
            h2 id="why" { (title) }
            ul { @for line in reasons.lines.into_iter().chain(silence) { li { (line) } } }
        }
    }
}

/// The cards of the figures shown, then of the topic's other figures (earlier results, and those that
/// have a reason in place of a value): each is a place that a link may lead to.
fn cards(question: &Question<'_>, site: &Site, bands: &[Band<'_>]) -> Markup {
    let mut figures: Vec<&Observation> = bands.iter().flat_map(Band::figures).collect();
    if question.choice == Choice::Latest {
        let shown = figures.clone();
        let others = others(question).filter(|o| !shown.iter().any(|figure| figure.id == o.id));
        figures.extend(others);
    }
    html! {
        @if !figures.is_empty() {
            section aria-labelledby="figures" {
                h2 id="figures" { (site.messages().cards_title) }
                div class="t-cards" { @for figure in figures { (card(site, figure)) } }
            }
        }
    }
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
        .observations
        .iter()
        .filter(move |o| places.contains(&o.province.as_str()))
        .filter(move |o| indicators.iter().any(|indicator| indicator.id == o.indicator))
        .filter(move |o| kind.is_none_or(|kind| kind == o.kind))
}

fn controls_of(view: &View) -> AnyView {
    let site = &view.site;
    let content = view! {
        {topic_select(view)}
        {year_select(view)}
        {kind_select(site)}
        {show_select(site)}
    };
    controls(site, Page::Topics, site.messages().go_to_other_topics, content.into_any())
}

fn topic_select(view: &View) -> AnyView {
    let site = view.site.clone();
    let lang = site.lang();
    let dataset = &site.dataset;
    let options = dataset
        .concepts()
        .into_iter()
        .map(|concept| (concept.to_owned(), words::topic_name(lang, dataset, concept).to_owned()))
        .collect();
    let here = view.concept.to_string();
    let label = site.messages().topic;
    let go = move |concept: String| {
        // Another topic keeps the provinces; a year or view chosen for this one need not fit it.
        let location = site.location.get_untracked();
        let provinces = location.address.selection.provinces;
        let selection = Selection { provinces, ..Selection::default() };
        let page = Page::Compare(concept);
        // The other topic's page is loaded anew: the focus goes on where the choice was made.
        site.go(Address { lang, page, selection, fragment: Some(TOPIC.to_owned()) });
    };
    select(TOPIC, label, options, move || here.clone(), go)
}

fn year_select(view: &View) -> AnyView {
    let site = &view.site;
    let messages = site.messages();
    let mut known = years(&site.dataset, &view.concept);
    if let Choice::OfYear(year) = site.location.with_untracked(|l| l.address.selection.choice)
        && !known.contains(&year)
    {
        known.push(year);
    }
    let years = known.into_iter().map(|year| (year.to_string(), year.to_string()));
    let options =
        std::iter::once((String::new(), messages.latest.to_owned())).chain(years).collect();
    let write = |selection, word: &str| Selection { choice: Choice::of_word(word), ..selection };
    select_of(site, "year", messages.year, options, |s| s.choice.word(), write)
}

fn kind_select(site: &Site) -> AnyView {
    let messages = site.messages();
    let options = vec![
        (String::new(), messages.both_kinds.to_owned()),
        (Kind::Result.id().to_owned(), messages.only_results.to_owned()),
        (Kind::Target.id().to_owned(), messages.only_targets.to_owned()),
    ];
    let read = |s: &Selection| s.kind.map(Kind::id).unwrap_or_default().to_owned();
    select_of(site, "kind", messages.kind, options, read, |selection, word| {
        let kind = [Kind::Target, Kind::Result].into_iter().find(|kind| kind.id() == word);
        Selection { kind, ..selection }
    })
}

fn show_select(site: &Site) -> AnyView {
    let messages = site.messages();
    let option =
        |show: Show, text: &str| (show.word().unwrap_or_default().to_owned(), text.to_owned());
    let options = vec![
        option(Show::Both, messages.show_both),
        option(Show::Chart, messages.show_chart),
        option(Show::Table, messages.show_table),
    ];
    let read = |s: &Selection| s.show.word().unwrap_or_default().to_owned();
    select_of(site, "show", messages.show, options, read, |selection, word| Selection {
        show: Show::of_word(word).unwrap_or_default(),
        ..selection
    })
}

/// The sentence and the charts of the present selection, to take away.
fn share_of(view: &View) -> Share {
    let (sentence, picture) = (view.clone(), view.clone());
    Share {
        name: view.concept.to_string(),
        sentence: Box::new(move || sentence.with(answer).text()),
        drawings: Box::new(move || {
            let lang = picture.site.lang();
            picture.with(|_, bands| {
                figures::comparison(lang, &picture.site.dataset, &picture.concept, bands)
                    .into_iter()
                    .flatten()
                    .collect()
            })
        }),
    }
}
