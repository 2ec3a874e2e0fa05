//! `/`: the home page, with the most important findings first.
//!
//! Only what it says about promises depends on the day.

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Page, Selection};
use crate::compare::{Assessment, Highlight, Ledger, Verdict, highlights, newsworthy};
use crate::data::{Basis, Dataset, Date, Kind, Observation, Province};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    CaptionedChart, Fold, Folded, Glyph, KindGlyph, ProvinceLink, SourceLink, StateCounts, amount,
    topic_search,
};
use crate::ui::figures::deadlines;
use crate::ui::head::Head;
use crate::ui::lineage;
use crate::ui::promise::{Promise, due_text, evidence_line, headline, tally_sentence};
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// How many findings the page shows, and how many of them at most are about promises.
const N_FINDINGS: usize = 5;
const MAX_PROMISES: usize = 3;

/// What the site contains, the search, the provinces with the states of their promises, the findings, all
/// promises in a figure, and how to read the figures.
pub(crate) const VIEW: View =
    View { head, prepare, top: &[heading, provinces, findings], rest: &[promises, how_to_read] };

/// Heads the finding that comes first by the rule, of the day that the page is of.
const FINDING: Fixed = Fixed { vi: "Đáng chú ý hôm nay", en: "Worth a look today" };
const OTHER_FINDINGS: Fixed =
    Fixed { vi: "Những điều khác số liệu cho thấy", en: "What else the figures show" };

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    let messages = lang.messages();
    let title = format!("{} – {}", messages.site_name(), messages.site_tagline());
    Head { title, ..Head::of(lang, messages.site_name(), messages.home_title()) }
}

/// Provides the promises with their states on this day, which several sections show.
fn prepare() {
    let site = Site::from_context();
    let promises = Ledger::new(site.dataset).assess_provinces(site.page_day);
    let promises: Arc<[Promise]> = promises.into_iter().map(Arc::new).collect();
    provide_context(promises);
}

fn heading() -> AnyView {
    let site = Site::from_context();
    view! {
        <h1>{site.messages().home_title()}</h1>
        <p class="t-lead">{lead(site)}</p>
        {topic_search()}
    }
    .into_any()
}

fn lead(site: Site) -> String {
    let (lang, dataset) = (site.lang(), site.dataset);
    let provinces = dataset.followed();
    // A promise in words alone is not counted.
    let targets: Vec<&Observation> = dataset
        .observations
        .iter()
        .filter(|o| o.kind == Kind::Target && !o.is_qualitative())
        .filter(|o| provinces.iter().any(|province| province.id == o.province))
        .collect();
    let years = || targets.iter().filter_map(|target| target.deadline).map(Date::year);
    let (n_dated, range) = (years().count(), years().min().zip(years().max()));
    phrase::home_lead(lang, targets.len(), provinces.len(), n_dated, range)
}

/// The number of promises in each state, in a sentence, in a figure, and as links.
fn promises() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let promises = expect_context::<Arc<[Promise]>>();
    if promises.is_empty() {
        return ().into_any();
    }
    let tally = tally_sentence(site, &promises);
    let sentence = format!("{tally} {}", messages.promises_silence());
    let figure = deadlines(site, &promises, tally).map(|drawing| {
        view! {
            <CaptionedChart drawing>
                <h2>
                    <a href=site.link(Page::Promises)>{messages.promises_figure()}</a>
                </h2>
                <p class="t-muted">{messages.promises_figure_hint()}</p>
            </CaptionedChart>
        }
        .into_any()
    });
    view! {
        {figure}
        <p>{sentence}</p>
        <StateCounts promises=promises.to_vec() selection=Selection::default() />
    }
    .into_any()
}

/// The first finding, the others below a line, and a link to the rule by which they are chosen.
fn findings() -> AnyView {
    let site = Site::from_context();
    let messages = site.messages();
    let promises = expect_context::<Arc<[Promise]>>();
    let told_promises = newsworthy(site.dataset, &promises, MAX_PROMISES);
    let highlights = highlights(site.dataset, N_FINDINGS - told_promises.len());
    let of_promises =
        told_promises.into_iter().map(|assessment| promise_finding(site, assessment).into_any());
    let of_figures = highlights.iter().filter_map(|highlight| figures_finding(site, highlight));
    let mut all = of_promises.chain(of_figures);
    let Some(first) = all.next() else { return ().into_any() };
    let others: Vec<AnyView> =
        all.map(|finding| view! { <li class="t-finding">{finding}</li> }.into_any()).collect();
    let n_others = others.len();
    let others = (n_others > 0).then(|| {
        view! {
            <Fold id="findings" folded=Folded::Everywhere title=OTHER_FINDINGS.of(site.lang()) amount=amount(n_others)>
                <ol class="t-findings">{others}</ol>
            </Fold>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="finding">
            <h2 id="finding">{FINDING.of(site.lang())}</h2>
            <article class="t-finding t-article">{first}</article>
            {others}
            <p class="t-muted">
                <a href=site.link_to_method("highlights")>{messages.home_findings_rule()}</a>
            </p>
        </section>
    }
    .into_any()
}

/// A finding about a promise, with the figures that its state is based on or that it names.
fn promise_finding(site: Site, assessment: &Assessment<'static>) -> AnyView {
    // Without evidence the remark names the latest result, which has a source, too.
    let latest = assessment.latest_result().filter(|_| assessment.evidence.is_empty());
    let others = assessment.evidence.iter().copied().chain(latest);
    let figures: Vec<_> = std::iter::once(assessment.target).chain(others).collect();
    view! {
        <Finding
            link=site.link_to_promise(&assessment.target.id)
            headline=headline(site.lang(), site.dataset, assessment)
            remark=evidence_line(site.lang(), assessment)
            figures
        />
    }
    .into_any()
}

/// A finding about figures that are far apart, or that cannot be compared.
fn figures_finding(site: Site, highlight: &Highlight<'static>) -> Option<AnyView> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let (concept, headline, remark, figures) = match highlight {
        Highlight::Gap { a, b, comparison } => {
            let indicator = dataset.indicator(&a.indicator)?;
            let named = |o: &Observation| {
                let name = words::short_name(lang, dataset, &o.province).to_owned();
                (name, words::value(lang, o, &indicator.unit))
            };
            let ((a_name, a_value), (b_name, b_value)) = (named(a), named(b));
            let difference = comparison.difference.unwrap_or_default();
            // Both are of the same kind and year.
            let date = a.date().map(|when| when.year().to_string()).unwrap_or_default();
            let headline = match a.kind {
                Kind::Result => phrase::gap_headline,
                Kind::Target => phrase::target_gap_headline,
            };
            let headline = headline(
                lang,
                words::pick(lang, &indicator.name),
                (&a_name, &a_value),
                (&b_name, &b_value),
                &date,
                &words::distance(lang, difference, &indicator.unit),
            );
            let care = comparison.verdict == Verdict::WithCare;
            let reasons = comparison.reasons.iter().filter(|_| care);
            let reasons: Vec<&str> = reasons.map(|reason| words::reason(lang, *reason)).collect();
            (indicator.concept.as_str(), headline, reasons.join(" "), vec![*a, *b])
        }
        Highlight::DifferentDefinitions { concept, figures, definitions } => {
            let mut provinces: Vec<&str> = figures.iter().map(|o| o.province.as_str()).collect();
            provinces.dedup();
            let topic = words::topic_name(lang, dataset, concept);
            let headline = phrase::unlike_headline(lang, topic, provinces.len(), *definitions);
            let names: Vec<&str> =
                provinces.iter().map(|id| words::short_name(lang, dataset, id)).collect();
            let why = phrase::unlike_definitions(lang, &names, figures.len(), *definitions);
            (*concept, headline, why, figures.clone())
        }
    };
    let link = site.link(Page::Compare(concept.to_owned()));
    Some(view! { <Finding link headline remark figures /> }.into_any())
}

/// A finding: a sentence as a link, a remark if there is one, and the figures with their sources.
#[component]
fn Finding(
    link: String,
    headline: String,
    remark: String,
    figures: Vec<&'static Observation>,
) -> impl IntoView {
    let site = Site::from_context();
    let remark = (!remark.is_empty()).then(|| view! { <p>{remark}</p> }.into_any());
    let figures = figures.into_iter().map(|observation| finding_figure(site, observation));
    view! {
        <h3>
            <a href=link>{headline}</a>
        </h3>
        {remark}
        <ul class="t-finding__figures">{figures.collect_view()}</ul>
    }
}

fn finding_figure(site: Site, observation: &'static Observation) -> AnyView {
    let (lang, dataset) = (site.lang(), site.dataset);
    let unit = dataset.indicator(&observation.indicator).map(|indicator| &indicator.unit);
    let label = unit.map(|unit| words::mark_label(lang, observation, unit)).unwrap_or_default();
    let name = words::short_name(lang, dataset, &observation.province);
    // The source has the figures that it was computed from, and not the figure itself.
    let computed = (observation.basis == Basis::Derived)
        .then(|| format!(" ({})", words::basis(lang, observation.basis)));
    view! {
        <li>
            <Glyph
                series=site.series(&observation.province)
                filled=observation.kind == Kind::Result
            />
            <a href=site.link_to_figure(&observation.id)>{format!("{name} {label}")}</a>
            {computed}
            " "
            <span class="t-muted">
                <SourceLink observation />
            </span>
        </li>
    }
    .into_any()
}

/// The provinces whose promises are followed, each with what became of it and the states of its promises;
/// then the way to all others.
fn provinces() -> AnyView {
    let site = Site::from_context();
    let promises = expect_context::<Arc<[Promise]>>();
    let all = lineage::title(site.lang(), site.dataset);
    let items = site.dataset.followed().into_iter();
    let items = items.map(|province| province_item(site, &promises, province));
    view! {
        <section aria-labelledby="provinces">
            <h2 id="provinces" class="t-hidden">
                {site.messages().home_provinces()}
            </h2>
            <ul class="t-followed">{items.collect_view()}</ul>
            <p>
                <a href=site.link(Page::Provinces)>{all}</a>
            </p>
        </section>
    }
    .into_any()
}

fn province_item(site: Site, promises: &[Promise], province: &'static Province) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let own: Vec<Promise> =
        promises.iter().filter(|promise| promise.target.province == province.id).cloned().collect();
    let counts = match own.as_slice() {
        [] => messages.none().to_owned(),
        own => format!("{}.", due_text(lang, own)),
    };
    view! {
        <li>
            <h3>
                <ProvinceLink id=&province.id />
            </h3>
            <p class="t-muted">{lineage::now_text(lang, site.dataset, province)}</p>
            <p>{counts}</p>
        </li>
    }
    .into_any()
}

/// How to read the figures.
fn how_to_read() -> AnyView {
    let messages = Site::from_context().messages();
    let [filled, dates, alike, silence] = messages.home_reading();
    view! {
        <section aria-labelledby="reading" class="t-prose">
            <h2 id="reading">{messages.home_how_to_read()}</h2>
            <ul class="t-reading">
                <li>
                    <KindGlyph kind=Kind::Result />
                    <KindGlyph kind=Kind::Target />
                    " "
                    {filled}
                </li>
                <li>{dates}</li>
                <li>{alike}</li>
                <li>{silence}</li>
            </ul>
        </section>
    }
    .into_any()
}
