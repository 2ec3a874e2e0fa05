//! How many promises are in which state, each count with its denominator.

use leptos::prelude::*;

use super::state_glyph;
use crate::address::{Address, Page, Selection, href};
use crate::compare::{Assessment, State};
use crate::i18n::phrase;
use crate::ui::promise::state_name;
use crate::ui::site::Site;

/// One line per state that occurs, each a link to its promises within `selection`.
pub(crate) fn state_counts(site: &Site, all: &[&Assessment<'_>], selection: &Selection) -> AnyView {
    let lang = site.lang();
    let items = State::ALL
        .into_iter()
        .filter_map(|state| {
            let n = all.iter().filter(|assessment| assessment.state == state).count();
            let is_chosen = selection.states.contains(&state);
            if n == 0 && !is_chosen {
                return None;
            }
            // The link of a chosen state takes the choice back.
            let states = if is_chosen { Vec::new() } else { vec![state] };
            let selection = Selection { states, ..selection.clone() };
            let address = Address { selection, ..Address::of(lang, Page::Promises) };
            let link = href(&site.base, &address);
            Some(view! {
                <li>
                    <a href=link aria-current=is_chosen.then_some("true")>
                        <strong>{phrase::share(lang, n, all.len())}</strong>
                        " "
                        {state_glyph(state)}
                        {state_name(lang, state)}
                    </a>
                </li>
            })
        })
        .collect_view();
    view! { <ul class="t-states">{items}</ul> }.into_any()
}
