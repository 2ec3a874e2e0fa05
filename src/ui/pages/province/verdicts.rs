//! The promises of a followed province, each with its verdict.

use leptos::prelude::*;

use crate::address::{Address, Page, Selection, href};
use crate::data::Province;
use crate::i18n::Fixed;
use crate::ui::components::{Fold, Folded, StateGlyph, amount};
use crate::ui::promise::{
    Promise, deadline_text, evidence_line, has_come_due, outcome_text, row_title,
};
use crate::ui::site::Site;

/// Heads the promises.
const TITLE: Fixed =
    Fixed { vi: "Từng lời hứa và kết cục", en: "Each promise and its verdict" };

/// Heads the promises on which there is nothing to say yet.
const NOT_DUE: Fixed = Fixed {
    vi: "Chưa xét được: còn hạn, không nêu hạn, hoặc tỉnh đã sáp nhập",
    en: "Not judged: not due, no deadline given, or the province merged",
};

/// Leads to the stories of the promises.
const ALL: Fixed = Fixed {
    vi: "Câu chuyện của từng lời hứa, theo tình trạng",
    en: "The story of each promise, by its state",
};

/// The promises; nothing if there are none. Those whose time has come stand first, the others are closed below a line.
pub(super) fn section(
    site: Site,
    unit: &'static Province,
    promises: &[Promise],
) -> Option<AnyView> {
    if promises.is_empty() {
        return None;
    }
    let (lang, messages) = (site.lang(), site.messages());
    let selection = Selection { provinces: Some(vec![unit.id.clone()]), ..Selection::default() };
    site.list_section("promises", TITLE.of(lang));
    let address = Address { selection, ..Address::new(lang, Page::Promises) };
    let (due, others): (Vec<Promise>, Vec<Promise>) =
        promises.iter().cloned().partition(|promise| has_come_due(promise));
    let n_others = others.len();
    let others = (n_others > 0).then(|| {
        view! {
            <Fold id="not-due" folded=Folded::Everywhere title=NOT_DUE.of(lang) amount=amount(n_others)>
                {list(site, &others)}
            </Fold>
        }
        .into_any()
    });
    Some(
        view! {
            <section aria-labelledby="promises">
                <h2 id="promises">{TITLE.of(lang)}</h2>
                <p class="t-muted">
                    {format!("{} ", messages.promises_silence())}
                    <a href=href(site.base, &address)>{ALL.of(lang)}</a>
                </p>
                {list(site, &due)}
                {others}
            </section>
        }
        .into_any(),
    )
}

fn list(site: Site, promises: &[Promise]) -> AnyView {
    let lang = site.lang();
    let items = promises.iter().map(|promise| {
        let target = promise.target;
        let mut verdict = vec![outcome_text(lang, promise).name.to_owned()];
        if target.deadline.is_some() {
            verdict.push(deadline_text(lang, target));
        }
        if !promise.evidence.is_empty() {
            verdict.push(evidence_line(lang, promise));
        }
        let verdict = verdict.join(" · ");
        view! {
            <li>
                <StateGlyph state=promise.state />
                <a href=site.link_to_promise(&target.id)>{row_title(lang, promise)}</a>
                " "
                <span class="t-muted">{verdict}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul class="t-verdicts">{items.collect_view()}</ul> }.into_any()
}
