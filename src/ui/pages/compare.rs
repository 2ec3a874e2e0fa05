//! `/so-sanh/<concept>/`: one topic compared, the page this site is for.

use leptos::prelude::*;

use super::not_found;
use crate::address::{Page, Show, keys};
use crate::compare::{Band, YearFilter as Chosen, topic, years};
use crate::data::{Dataset, Kind, Observation, Province};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    BandsTable, Breadcrumbs, Card, Chart, Choice, Choices, Controls, TakeAway, Taken, TopicChoice,
    option,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::head::Head;
use crate::ui::live::{Row, Rows, later, live};
use crate::ui::site::Site;
use crate::ui::story::{Question, answer, reasons};
use crate::ui::view::View;
use crate::ui::words;

/// The sentence that answers, the controls, the figure, the reasons, the table, every figure's card.
pub(crate) const VIEW: View =
    View { head, prepare, top: &[heading, controls, figure], rest: &[why, table, cards, more] };

/// What is done here with the topic that the page is named by.
const WHAT: Fixed = Fixed { vi: "so sánh các tỉnh", en: "the provinces compared" };

fn head(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Compare(concept) = page else { return not_found::head(lang, dataset, page) };
    let provinces = dataset.followed();
    let bands = topic(dataset, concept, &provinces, Chosen::Latest, None);
    let question = Question { lang, dataset, concept, provinces, year: Chosen::Latest, kind: None };
    let name = words::topic_name(lang, dataset, concept);
    Head::of(lang, format!("{name}: {}", WHAT.of(lang)), answer(&question, &bands).text())
}

/// What the address asks for, and the figures that fit it.
#[derive(Clone, PartialEq)]
struct Seen {
    concept: &'static str,
    provinces: Vec<&'static Province>,
    choice: Chosen,
    kind: Option<Kind>,
    show: Show,
    bands: Vec<Band<'static>>,
}

impl Seen {
    fn here() -> Memo<Self> {
        expect_context()
    }

    /// The figures of a site's address; tracked.
    fn of(site: Site, concept: &'static str) -> Self {
        let selection = site.selection();
        let (choice, kind, show) = (selection.year, selection.kind, selection.show);
        let provinces = site.chosen_provinces();
        let bands = topic(site.dataset, concept, &provinces, choice, kind);
        Self { concept, provinces, choice, kind, show, bands }
    }

    fn question(&self, site: Site) -> Question<'static> {
        let Self { concept, choice, kind, .. } = *self;
        let provinces = self.provinces.clone();
        Question {
            lang: site.lang(),
            dataset: site.dataset,
            concept,
            provinces,
            year: choice,
            kind,
        }
    }

    /// The figures shown, then the topic's other figures (earlier results, and those that have a reason
    /// in place of a value): each has a card, a place that a link may lead to.
    fn figures(&self, site: Site) -> Vec<&'static Observation> {
        let mut figures: Vec<&'static Observation> =
            self.bands.iter().flat_map(Band::figures).collect();
        if self.choice == Chosen::Latest {
            let shown = figures.clone();
            let is_other = |o: &&Observation| !shown.iter().any(|figure| figure.id == o.id);
            figures.extend(self.all_figures(site).filter(is_other));
        }
        figures
    }

    /// All figures of the topic about the chosen provinces and the country, of the kind asked for.
    fn all_figures(&self, site: Site) -> impl Iterator<Item = &'static Observation> {
        let indicators = site.dataset.indicators_of(self.concept);
        let places = self.provinces.iter().copied().chain(site.dataset.country());
        let places: Vec<&str> = places.map(|place| place.id.as_str()).collect();
        let kind = self.kind;
        site.dataset
            .entries()
            .filter(move |o| places.contains(&o.province.as_str()))
            .filter(move |o| indicators.iter().any(|indicator| indicator.id == o.indicator))
            .filter(move |o| kind.is_none_or(|kind| kind == o.kind))
    }
}

fn prepare() {
    let site = Site::here();
    let concept = match site.page() {
        Page::Compare(concept) => {
            site.dataset.concepts().into_iter().find(|known| *known == concept)
        }
        _ => None,
    };
    provide_context(Memo::new(move |_| Seen::of(site, concept.unwrap_or_default())));
}

fn heading() -> AnyView {
    let site = Site::here();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let seen = Seen::here();
    let concept = seen.with_untracked(|seen| seen.concept);
    let pillar = dataset.naming_indicator(concept).map(|head| words::pillar(lang, head.pillar));
    let trail =
        vec![(Some(Page::Topics), messages.nav_compare()), (None, pillar.unwrap_or_default())];
    let answer = Memo::new(move |_| seen.with(|seen| answer(&seen.question(site), &seen.bands)));
    let figures = move || match answer.with(|answer| answer.figures.clone()) {
        figures if figures.is_empty() => messages.nothing_selected().to_owned(),
        figures => format!("{figures} "),
    };
    let conclusion = move || {
        answer.with(|answer| {
            (!answer.figures.is_empty())
                .then(|| view! { <strong>{answer.conclusion.clone()}</strong> }.into_any())
        })
    };
    view! {
        <Breadcrumbs trail />
        <h1>{words::topic_name(lang, dataset, concept)}</h1>
        // Only a part of it may change; what is read out is the whole.
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            <span>{live(figures)}</span>
            {live(conclusion)}
        </p>
    }
    .into_any()
}

fn controls() -> AnyView {
    let site = Site::here();
    let messages = site.messages();
    let concept = Seen::here().with_untracked(|seen| seen.concept);
    let years = years(site.dataset, concept).into_iter().map(|year| year.to_string());
    let years = years.map(|year| (year.clone(), year));
    let years: Choices = std::iter::once(option(None, messages.latest())).chain(years).collect();
    let kinds = vec![
        option(None, messages.both_kinds()),
        option(Some(Kind::Result.id()), messages.only_results()),
        option(Some(Kind::Target.id()), messages.only_targets()),
    ];
    let shows = vec![
        option(Show::Both.query_value(), messages.show_both()),
        option(Show::Chart.query_value(), messages.show_chart()),
        option(Show::Table.query_value(), messages.show_table()),
    ];
    view! {
        <Controls elsewhere=Page::Topics elsewhere_text=messages.go_to_other_topics()>
            <TopicChoice id="topic" here=concept.to_owned() />
            <Choice key=keys::YEAR id="year" label=messages.year() choices=years />
            <Choice key=keys::KIND id="kind" label=messages.kind() choices=kinds />
            <Choice key=keys::SHOW id="show" label=messages.show() choices=shows />
        </Controls>
    }
    .into_any()
}

fn figure() -> AnyView {
    let site = Site::here();
    let seen = Seen::here();
    let (lang, dataset) = (site.lang(), site.dataset);
    let charts = move |Seen { concept, bands, .. }: &Seen| {
        let charts = figures::comparison(lang, dataset, concept, bands, Purpose::Page);
        let charts = charts.into_iter().map(|drawing| view! { <Chart drawing /> }.into_any());
        view! {
            <figure class="t-figure">
                <figcaption>
                    <h2>{words::topic_name(lang, dataset, concept)}</h2>
                    <p class="t-muted">{lang.messages().figure_hint()}</p>
                </figcaption>
                {charts.collect_view()}
            </figure>
        }
        .into_any()
    };
    let shown = move || {
        seen.with(|seen| (seen.show != Show::Table && !seen.bands.is_empty()).then(|| charts(seen)))
    };
    view! { <div>{live(shown)}</div> }.into_any()
}

/// Why the figures may or may not be compared, and who has none.
fn why() -> AnyView {
    let site = Site::here();
    let seen = Seen::here();
    view! { <div>{live(move || seen.with(|seen| reasons_of(site, seen)))}</div> }.into_any()
}

fn reasons_of(site: Site, seen: &Seen) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let question = seen.question(site);
    let reasons = reasons(&question, &seen.bands);
    let silent: Vec<&str> = seen
        .provinces
        .iter()
        .filter(|province| {
            seen.bands.iter().all(|band| band.rows.iter().all(|row| row.province.id != province.id))
        })
        .map(|province| words::pick(lang, &province.short))
        .collect();
    let silence =
        (!silent.is_empty()).then(|| phrase::without_figures(lang, question.asked(), &silent));
    let title = match (reasons.lines.is_empty(), reasons.has_unlike) {
        (true, _) => messages.province_unknown(),
        (false, true) => messages.why_title(),
        (false, false) => messages.why_title_comparable(),
    };
    let lines: Vec<String> = reasons.lines.into_iter().chain(silence).collect();
    view! {
        <Lines id="why" title lines />
        <Lines id="allowed" title=messages.allowed_title() lines=reasons.allowed />
    }
    .into_any()
}

/// Sentences under a heading; nothing without any.
#[component]
fn Lines(id: &'static str, title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any());
        view! {
            <section class="t-why" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul>{lines.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

fn table() -> AnyView {
    let site = Site::here();
    let seen = Seen::here();
    let shown = move || {
        seen.with(|seen| {
            let caption = site.messages().table_title();
            (seen.show != Show::Chart && !seen.bands.is_empty())
                .then(|| view! { <BandsTable caption bands=seen.bands.clone() /> }.into_any())
        })
    };
    view! { <div class="t-below">{live(shown)}</div> }.into_any()
}

fn cards() -> AnyView {
    let site = Site::here();
    let seen = Seen::here();
    let figures = Memo::new(move |_| seen.with(|seen| seen.figures(site)));
    let row = |observation: &'static Observation| {
        let card = move || view! { <Card observation /> }.into_any();
        Row::new(&observation.id, move || later(card))
    };
    let rows = Signal::derive(move || figures.get().into_iter().map(row).collect());
    view! {
        <section aria-labelledby="figures" hidden=move || figures.with(Vec::is_empty)>
            <h2 id="figures">{site.messages().cards_title()}</h2>
            <div class="t-cards t-cards--below">
                <Rows rows />
            </div>
        </section>
    }
    .into_any()
}

fn more() -> AnyView {
    let site = Site::here();
    let concept = Seen::here().with_untracked(|seen| seen.concept.to_owned());
    view! {
        <p>
            <a href=move || {
                site.link_with_provinces(Page::Concept(concept.clone()))
            }>{site.messages().see_definitions()}</a>
        </p>
        <TakeAway taken />
    }
    .into_any()
}

/// The sentence and the charts of the present selection, to take away.
fn taken() -> Taken {
    let site = Site::here();
    Seen::here().with_untracked(|seen| {
        let Seen { concept, bands, .. } = seen;
        let purpose = Purpose::Taking;
        let drawn = figures::comparison(site.lang(), site.dataset, concept, bands, purpose);
        Taken {
            name: (*concept).to_owned(),
            sentence: answer(&seen.question(site), bands).text(),
            drawings: drawn.into_iter().flatten().collect(),
        }
    })
}
