//! `/so-sanh/<concept>/`: compares the provinces on one topic. It is the main page of this site.

use leptos::prelude::*;

use super::not_found;
use crate::address::{Page, Show, keys};
use crate::compare::{Band, YearFilter, topic, years};
use crate::data::{Coverage, Dataset, Kind, Province};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    BandsTable, Breadcrumbs, Chart, Controls, FigureCard, Fold, Folded, SaveAndShare, SelectField,
    SelectOptions, Shareable, TopicField, coverage_list, coverage_sentences, select_option,
};
use crate::ui::figures::{self, Purpose};
use crate::ui::head::Head;
use crate::ui::reactive::{Row, Rows, defer, reactive};
use crate::ui::site::Site;
use crate::ui::story::{Answer, Question, Reasons, answer, reasons};
use crate::ui::view::View;
use crate::ui::words;

/// The answer in a sentence, the controls, the figure, why the figures may or may not be compared,
/// the table, and the card of every figure.
pub(crate) const VIEW: View = View {
    head,
    prepare,
    top: &[heading, controls, figure],
    rest: &[reasons_section, table, cards, definitions_and_downloads],
};

/// Follows the name of the topic in the title of the page.
const TITLE_SUFFIX: Fixed = Fixed { vi: "so sánh các tỉnh", en: "the provinces compared" };

/// What a topic that is only context says in place of "results".
const ONLY_CONTEXT: Fixed = Fixed { vi: "Chỉ số liệu", en: "Figures only" };
const CONTEXT_HINT: Fixed = Fixed {
    vi: "Mỗi dấu là một số liệu bối cảnh, kèm kỳ của nó.",
    en: "Each mark is a figure of context, with its period.",
};

fn head(lang: Lang, dataset: &Dataset, page: &Page) -> Head {
    let Page::Compare(concept) = page else { return not_found::head(lang, dataset, page) };
    let provinces = dataset.followed();
    let bands = topic(dataset, concept, &provinces, YearFilter::Latest, None);
    let question =
        Question { lang, dataset, concept, provinces, year: YearFilter::Latest, kind: None };
    let name = words::topic_name(lang, dataset, concept);
    Head::of(lang, format!("{name}: {}", TITLE_SUFFIX.of(lang)), answer(&question, &bands).text())
}

/// What the address selects, and the figures that match. The sections of the page share it as
/// context.
#[derive(Clone, PartialEq)]
struct Selected {
    concept: &'static str,
    provinces: Vec<&'static Province>,
    year: YearFilter,
    kind: Option<Kind>,
    show: Show,
    bands: Vec<Band<'static>>,
}

impl Selected {
    fn from_context() -> Memo<Self> {
        expect_context()
    }

    /// What the address of the site selects. Tracked.
    fn of(site: Site, concept: &'static str) -> Self {
        let selection = site.selection();
        let (year, kind, show) = (selection.year, selection.kind, selection.show);
        let provinces = site.selected_provinces();
        let bands = topic(site.dataset, concept, &provinces, year, kind);
        Self { concept, provinces, year, kind, show, bands }
    }

    /// How many rows the table has.
    fn n_rows(&self) -> usize {
        self.bands.iter().map(|band| band.rows.len() + usize::from(band.country.is_some())).sum()
    }

    fn question(&self, site: Site) -> Question<'static> {
        let Self { concept, year, kind, .. } = *self;
        let provinces = self.provinces.clone();
        Question { lang: site.lang(), dataset: site.dataset, concept, provinces, year, kind }
    }

    /// The cards of the figures shown, followed by those of the other figures of the topic (earlier
    /// results, and entries with a reason in place of a value), because links may lead to them.
    fn cards(&self, site: Site) -> Vec<FigureCard> {
        let shown = self.bands.iter().flat_map(Band::figures);
        let shown = shown.filter(|o| !site.dataset.is_of_others(o)).map(FigureCard::One);
        let mut cards: Vec<FigureCard> = shown.collect();
        if self.year == YearFilter::Latest {
            // The figures of other provinces have their cards on the pages of these.
            let own = self.provinces.iter().copied();
            let own = own.filter(|province| site.dataset.is_followed(&province.id));
            let places = own.chain(site.dataset.country());
            let places: Vec<&str> = places.map(|place| place.id.as_str()).collect();
            let indicators = site.dataset.indicators_of(self.concept);
            let all = FigureCard::of_places(site.dataset, &places, &indicators, self.kind);
            let n_shown = cards.len();
            let others = all.into_iter().filter(|card| !cards[..n_shown].contains(card));
            let others: Vec<FigureCard> = others.collect();
            cards.extend(others);
        }
        cards
    }
}

fn prepare() {
    let site = Site::from_context();
    let concept = match site.page() {
        Page::Compare(concept) => {
            site.dataset.concepts().into_iter().find(|known| *known == concept)
        }
        _ => None,
    };
    let selected = Memo::new(move |_| Selected::of(site, concept.unwrap_or_default()));
    provide_context(selected);
    provide_context(Memo::new(move |_| {
        selected.with(|selected| answer(&selected.question(site), &selected.bands))
    }));
}

fn heading() -> AnyView {
    let site = Site::from_context();
    let (lang, messages, dataset) = (site.lang(), site.messages(), site.dataset);
    let selected = Selected::from_context();
    let concept = selected.with_untracked(|selected| selected.concept);
    let pillar = dataset.naming_indicator(concept).map(|head| words::pillar(lang, head.pillar));
    let trail =
        vec![(Some(Page::Topics), messages.nav_compare()), (None, pillar.unwrap_or_default())];
    let answer = expect_context::<Memo<Answer>>();
    let figures = move || match answer.with(Answer::lead) {
        (figures, rest) if figures.is_empty() && rest.is_empty() => {
            messages.nothing_selected().to_owned()
        }
        (figures, _) if figures.is_empty() => figures,
        (figures, _) => format!("{figures} "),
    };
    // What stands alone needs no stress.
    let conclusion = move || match answer.with(Answer::lead) {
        (_, rest) if rest.is_empty() => None,
        (figures, rest) if figures.is_empty() => Some(rest.into_any()),
        (_, rest) => Some(view! { <strong>{rest}</strong> }.into_any()),
    };
    view! {
        <Breadcrumbs trail />
        <h1>{words::topic_name(lang, dataset, concept)}</h1>
        // A choice may change only a part of the sentence, but screen readers should read all of
        // it.
        <p class="t-lead" aria-live="polite" aria-atomic="true">
            <span>{reactive(figures)}</span>
            {reactive(conclusion)}
        </p>
    }
    .into_any()
}

fn controls() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let concept = Selected::from_context().with_untracked(|selected| selected.concept);
    let years = years(site.dataset, concept).into_iter().map(|year| year.to_string());
    let years = years.map(|year| (year.clone(), year));
    let years: SelectOptions =
        std::iter::once(select_option(None, messages.latest())).chain(years).collect();
    let is_context = site.dataset.is_context_topic(concept);
    let only_results =
        if is_context { ONLY_CONTEXT.of(site.lang()) } else { messages.only_results() };
    let kinds = vec![
        select_option(None, messages.both_kinds()),
        select_option(Some(Kind::Result.id()), only_results),
        select_option(Some(Kind::Target.id()), messages.only_targets()),
    ];
    let shows = vec![
        select_option(Show::Both.query_value(), messages.show_both()),
        select_option(Show::Chart.query_value(), messages.show_chart()),
        select_option(Show::Table.query_value(), messages.show_table()),
    ];
    let answer = expect_context::<Memo<Answer>>();
    let sentence = Signal::derive(move || {
        let (figures, rest) = answer.with(Answer::lead);
        figures + &rest
    });
    view! {
        <Controls elsewhere=Page::Topics elsewhere_text=messages.go_to_other_topics() sentence>
            <TopicField id="topic" current=concept.to_owned() />
            <SelectField key=keys::YEAR id="year" label=messages.year() options=years />
            <SelectField key=keys::KIND id="kind" label=messages.kind() options=kinds />
            <SelectField key=keys::SHOW id="show" label=messages.show() options=shows />
        </Controls>
    }
    .into_any()
}

fn figure() -> AnyView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let (lang, dataset) = (site.lang(), site.dataset);
    let charts = move |Selected { concept, bands, show, .. }: &Selected| {
        let has_table = *show != Show::Chart;
        let table = if has_table { lang.messages().chart_has_table() } else { "" };
        let charts = figures::comparison(&site.look(), concept, bands, Purpose::Page, table);
        let charts = charts.into_iter().map(|drawing| view! { <Chart drawing /> }.into_any());
        let is_context = dataset.is_context_topic(concept);
        let hint = if is_context { CONTEXT_HINT.of(lang) } else { lang.messages().figure_hint() };
        view! {
            <figure class="t-figure">
                <figcaption>
                    <h2>{lang.messages().figure_title()}</h2>
                    <p class="t-muted">{hint}</p>
                </figcaption>
                {charts.collect_view()}
            </figure>
        }
        .into_any()
    };
    let shown = move || {
        selected.with(|selected| {
            (selected.show != Show::Table && !selected.bands.is_empty()).then(|| charts(selected))
        })
    };
    view! { <div>{reactive(shown)}</div> }.into_any()
}

/// Why the figures may or may not be compared, which provinces have none, and which differences are allowed.
fn reasons_section() -> AnyView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let reasons = Memo::new(move |_| {
        selected.with(|selected| reasons(&selected.question(site), &selected.bands))
    });
    let why = move || selected.with(|s| reasons.with(|reasons| reasons_of(site, s, reasons)));
    let allowed = move || reasons.with(|reasons| list_of_lines(&reasons.allowed));
    let n_allowed = move || reasons.with(|reasons| reasons.allowed.len());
    let amount = Signal::derive(move || n_allowed().to_string());
    let hidden = Signal::derive(move || n_allowed() == 0);
    let title = site.messages().allowed_title();
    view! {
        <div>{reactive(why)}</div>
        <Fold id="allowed" folded=Folded::OnPhones title amount hidden>
            {reactive(allowed)}
        </Fold>
    }
    .into_any()
}

fn reasons_of(site: Site, selected: &Selected, reasons: &Reasons) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let question = selected.question(site);
    let silent: Vec<&str> = selected
        .provinces
        .iter()
        .filter(|province| {
            selected
                .bands
                .iter()
                .all(|band| band.rows.iter().all(|row| row.province.id != province.id))
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
    let lines: Vec<String> = reasons.lines.iter().cloned().chain(silence).collect();
    view! { <LinesSection id="why" title lines /> }.into_any()
}

fn list_of_lines(lines: &[String]) -> AnyView {
    let lines = lines.iter().map(|line| view! { <li>{line.clone()}</li> }.into_any());
    view! { <ul>{lines.collect_view()}</ul> }.into_any()
}

/// Sentences under a heading; nothing if there are no sentences.
#[component]
fn LinesSection(id: &'static str, title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        view! {
            <section class="t-why" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                {list_of_lines(&lines)}
            </section>
        }
        .into_any()
    })
}

fn table() -> AnyView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let shown = move || {
        selected.with(|selected| {
            let caption = site.messages().table_title();
            (selected.show != Show::Chart && !selected.bands.is_empty())
                .then(|| view! { <BandsTable caption bands=selected.bands.clone() /> }.into_any())
        })
    };
    let coverage = move || selected.with(|selected| coverage_list(coverage_of(site, selected)));
    let hidden = Signal::derive(move || {
        selected.with(|selected| selected.show == Show::Chart || selected.bands.is_empty())
    });
    let title = site.messages().table_title();
    let n_rows = Signal::derive(move || selected.with(Selected::n_rows).to_string());
    view! {
        <Fold id="table" folded=Folded::OnPhonesUntitled title amount=n_rows hidden>
            <div class="t-below">{reactive(shown)}</div>
        </Fold>
        <div>{reactive(coverage)}</div>
    }
    .into_any()
}

/// How many of all provinces the official tables with the figures shown have. It is about the tables, and
/// so about more provinces than those in view.
fn coverage_of(site: Site, selected: &Selected) -> Vec<String> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let results = selected.bands.iter().flat_map(Band::results);
    let of_results: Vec<&Coverage> = results.filter_map(|o| dataset.coverage_of(o)).collect();
    // Of a year that was asked for, the table may have others than those in view.
    let is_shown = |coverage: &Coverage| match selected.year {
        _ if selected.kind == Some(Kind::Target) => false,
        YearFilter::Latest => of_results.contains(&coverage),
        YearFilter::Year(year) => coverage.year.0 == year,
    };
    let indicators = dataset.indicators_of(selected.concept).into_iter();
    let measures: Vec<(&str, Vec<String>)> = indicators
        .map(|indicator| {
            let sentences = coverage_sentences(lang, dataset, indicator, is_shown);
            (words::pick(lang, &indicator.name), sentences)
        })
        .filter(|(_, sentences)| !sentences.is_empty())
        .collect();
    match measures.as_slice() {
        [] => Vec::new(),
        // The columns of one table mostly have the same provinces.
        [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => {
            first.clone()
        }
        _ => {
            let named = |(name, sentences): &(&str, Vec<String>)| -> Vec<String> {
                sentences.iter().map(|sentence| format!("{name} · {sentence}")).collect()
            };
            measures.iter().flat_map(named).collect()
        }
    }
}

fn cards() -> AnyView {
    let site = Site::from_context();
    let selected = Selected::from_context();
    let cards = Memo::new(move |_| selected.with(|selected| selected.cards(site)));
    let row = move |card: FigureCard| {
        Row::new(card.id(), move || {
            let card = card.clone();
            defer(move || card.view(site))
        })
    };
    let rows = Signal::derive(move || cards.get().into_iter().map(row).collect());
    let n_cards = Signal::derive(move || cards.with(Vec::len).to_string());
    let title = site.messages().cards_title();
    let hidden = Signal::derive(move || cards.with(Vec::is_empty));
    view! {
        <Fold id="figures" folded=Folded::OnPhones title amount=n_cards hidden>
            <div class="t-cards t-cards--below">
                <Rows rows />
            </div>
        </Fold>
    }
    .into_any()
}

fn definitions_and_downloads() -> AnyView {
    let site = Site::from_context();
    let concept = Selected::from_context().with_untracked(|selected| selected.concept.to_owned());
    // Where there are several years, the link leads to the figures over these.
    let fragment = if years(site.dataset, &concept).len() > 1 { "#over-time" } else { "" };
    let link = move || site.link_with_provinces(Page::Concept(concept.clone())) + fragment;
    view! {
        <p>
            <a href=link>{site.messages().see_definitions()}</a>
        </p>
        <SaveAndShare shareable />
    }
    .into_any()
}

/// The sentence and the charts for the present selection.
fn shareable() -> Shareable {
    let site = Site::from_context();
    Selected::from_context().with_untracked(|selected| {
        let Selected { concept, bands, .. } = selected;
        let purpose = Purpose::Export;
        let drawn = untrack(|| figures::comparison(&site.look(), concept, bands, purpose, ""));
        Shareable {
            name: (*concept).to_owned(),
            sentence: answer(&selected.question(site), bands).text(),
            drawings: drawn.into_iter().flatten().collect(),
        }
    })
}
