//! Every disagreement of sources. It is written with its page, and in no program.

use maud::{Markup, html};

use super::frame::side;
use crate::compare::{Dispute, Nature, Spread, disputes};
use crate::data::Dataset;
use crate::i18n::{Lang, phrase};
use crate::ui::site::Site;
use crate::ui::words;

/// Every disagreement, with all its sides.
pub(crate) fn disputes_list(site: &Site) -> Markup {
    let lang = site.lang();
    let text = site.messages().frame();
    let all = disputes(&site.dataset);
    if all.is_empty() {
        return Markup::default();
    }
    html! {
        section aria-labelledby="disputes" {
            h2 id="disputes" { (text.disputes_title()) }
            p { (phrase::n_disputes(lang, all.len())) ". " (text.disputes_lead()) }
            @for dispute in &all { (dispute_section(site, dispute)) }
        }
    }
}

fn dispute_section(site: &Site, dispute: &Dispute<'_>) -> Markup {
    let lang = site.lang();
    let dataset = &site.dataset;
    let Some(first) = dispute.figures.first() else { return Markup::default() };
    let indicator = dataset.indicator(&first.indicator);
    let measure = indicator.map(|indicator| words::pick(lang, &indicator.name));
    html! {
        article class="t-source" {
            h3 {
                (words::short_name(lang, dataset, &first.province))
                ": " (measure.unwrap_or_default())
            }
            ul class="t-figures" {
                @for figure in &dispute.figures { li { (side(site, figure, &first.indicator)) } }
            }
            p {
                (nature(lang, dispute.nature))
                @for spread in &dispute.spreads { " " (apart(lang, dataset, dispute, spread)) }
            }
        }
    }
}

/// By how much figures of a dispute differ; of which measure, where not all of them are of it.
fn apart(lang: Lang, dataset: &Dataset, dispute: &Dispute<'_>, spread: &Spread<'_>) -> String {
    let first = spread.figures.first().and_then(|first| dataset.indicator(&first.indicator));
    let Some(indicator) = first else { return String::new() };
    let size = words::distance(lang, spread.size, &indicator.unit);
    if spread.figures.len() == dispute.figures.len() {
        phrase::spread(lang, &size)
    } else {
        phrase::spread_of(lang, words::pick(lang, &indicator.name), &size)
    }
}

fn nature(lang: Lang, nature: Nature) -> &'static str {
    let text = lang.messages().frame();
    match nature {
        Nature::Definitions => text.differ_definitions(),
        Nature::Kinds => text.differ_kinds(),
        Nature::Bases => text.differ_bases(),
        Nature::Dates => text.differ_dates(),
        Nature::Values => text.differ_values(),
    }
}
