//! Which editions of an index are awaited, and since when.

use leptos::prelude::*;

use crate::compare::{self, Awaited};
use crate::data::Indicator;
use crate::i18n::phrase;
use crate::ui::site::Site;
use crate::ui::words;

/// A paragraph on the edition that is awaited of each of the indicators. Those that await the same one
/// share a paragraph, which names the first of them. Nothing where no edition can be expected.
pub(crate) fn awaited_editions(site: Site, indicators: &[&'static Indicator]) -> AnyView {
    let mut awaited: Vec<(Awaited, &Indicator)> = Vec::new();
    for indicator in indicators {
        if let Some(next) = compare::awaited(site.dataset, indicator)
            && awaited.iter().all(|(known, _)| *known != next)
        {
            awaited.push((next, indicator));
        }
    }
    let paragraphs = awaited.into_iter().map(|(next, indicator)| {
        view! {
            <p class="t-prose t-muted">
                {format!("{} ", sentences(site, &next, indicator))}
                <a href=site.link_to_method("awaited")>{site.messages().nav_method()}</a>
            </p>
        }
        .into_any()
    });
    paragraphs.collect_view().into_any()
}

fn sentences(site: Site, next: &Awaited, indicator: &Indicator) -> String {
    let lang = site.lang();
    let not_found =
        phrase::next_edition_not_found(lang, words::pick(lang, &indicator.name), next.of.0);
    let [since, until] = [next.since, next.until].map(|day| words::day_in_text(lang, day));
    let expected = phrase::expected_between(lang, next.n_editions, next.lags, (&since, &until));
    format!("{not_found} {expected}")
}
