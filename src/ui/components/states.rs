//! The number of promises in each state.

use leptos::prelude::*;

use super::StateGlyph;
use crate::address::{Address, Page, Selection, href};
use crate::compare::State;
use crate::i18n::Lang;
use crate::i18n::number::number;
use crate::i18n::phrase;
use crate::ui::promise::{Promise, n_awaited, state_text};
use crate::ui::site::Site;

/// One line for each state that occurs, and for those of `kept`: a link to the promises in that
/// state, within `selection`. The link of a selected state takes it out of the selection.
#[component]
pub(crate) fn StateCounts(
    promises: Vec<Promise>,
    selection: Selection,
    #[prop(optional)] kept: Vec<State>,
) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let lines = State::ALL.into_iter().filter_map(|state| {
        let is_chosen = selection.states.contains(&state);
        let n = promises.iter().filter(|assessment| assessment.state == state).count();
        let others = selection.states.iter().copied().filter(|other| *other != state);
        let states = if is_chosen { others.collect() } else { vec![state] };
        let selection = Selection { states, ..selection.clone() };
        let address = Address { selection, ..Address::new(lang, Page::Promises) };
        (n > 0 || kept.contains(&state)).then(|| {
            view! {
                <li>
                    <a href=href(site.base, &address) aria-current=is_chosen.then_some("true")>
                        <strong>{number(lang, n as f64)}</strong>
                        " "
                        <StateGlyph state />
                        {name_after_count(lang, state, &promises)}
                    </a>
                </li>
            }
            .into_any()
        })
    });
    view! { <ul class="t-states">{lines.collect_view()}</ul> }
}

/// The name of a state, to follow a number of promises. Promises whose figures usually come later
/// than today are not called overdue.
fn name_after_count(lang: Lang, state: State, promises: &[Promise]) -> String {
    match n_awaited(promises) {
        n if n > 0 && state == State::OverdueUnreported => {
            let awaited = phrase::n_awaited(lang, n);
            format!("{}{awaited}", lang.messages().nothing_found())
        }
        _ => state_text(lang, state).name.to_owned(),
    }
}
