//! The section that lists every disagreement between sources.

use leptos::prelude::*;

use super::{DisputeSide, Fold, Folded, amount};
use crate::compare::{self, Dispute, DisputeReason, Spread};
use crate::data::Dataset;
use crate::i18n::{Lang, phrase};
use crate::ui::site::Site;
use crate::ui::words;

/// The section with every disagreement and all its sides; nothing if there is none.
pub(crate) fn disputes() -> AnyView {
    let site = Site::from_context();
    let text = site.messages().frame();
    let disputes = compare::disputes(site.dataset);
    if disputes.is_empty() {
        return ().into_any();
    }
    let n = phrase::n_disputes(site.lang(), disputes.len());
    view! {
        <Fold id="disputes" folded=Folded::Everywhere title=text.disputes_title() amount=amount(disputes.len())>
            <p>{format!("{n}. {}", text.disputes_lead())}</p>
            {disputes.iter().map(|dispute| dispute_item(site, dispute)).collect_view()}
        </Fold>
    }
    .into_any()
}

fn dispute_item(site: Site, dispute: &Dispute<'static>) -> Option<AnyView> {
    let (lang, dataset) = (site.lang(), site.dataset);
    let first = *dispute.figures.first()?;
    let measure = dataset.indicator(&first.indicator);
    let measure = measure.map_or("", |indicator| words::pick(lang, &indicator.name));
    let name = words::short_name(lang, dataset, &first.province);
    let sides = dispute.figures.iter().map(|figure| {
        view! {
            <li>
                <DisputeSide observation=figure indicator=&first.indicator />
            </li>
        }
        .into_any()
    });
    let spreads = dispute.spreads.iter().map(|spread| spread_text(lang, dataset, dispute, spread));
    let sentences: Vec<String> =
        std::iter::once(nature_text(lang, dispute.reason).to_owned()).chain(spreads).collect();
    Some(
        view! {
            <article class="t-source">
                <h3>{format!("{name}: {measure}")}</h3>
                <ul class="t-figures">{sides.collect_view()}</ul>
                <p>{sentences.join(" ")}</p>
            </article>
        }
        .into_any(),
    )
}

/// By how much the figures of a dispute differ. It names their measure if the dispute has figures
/// of other measures too.
fn spread_text(
    lang: Lang,
    dataset: &Dataset,
    dispute: &Dispute<'_>,
    spread: &Spread<'_>,
) -> String {
    let first = spread.figures.first().and_then(|first| dataset.indicator(&first.indicator));
    let Some(indicator) = first else { return String::new() };
    let size = words::distance(lang, spread.size, &indicator.unit);
    if spread.figures.len() == dispute.figures.len() {
        phrase::largest_difference(lang, &size)
    } else {
        phrase::largest_difference_of(lang, words::pick(lang, &indicator.name), &size)
    }
}

fn nature_text(lang: Lang, nature: DisputeReason) -> &'static str {
    let text = lang.messages().frame();
    match nature {
        DisputeReason::Definitions => text.differ_definitions(),
        DisputeReason::Kinds => text.differ_kinds(),
        DisputeReason::Bases => text.differ_bases(),
        DisputeReason::Dates => text.differ_dates(),
        DisputeReason::Values => text.differ_values(),
    }
}
