//! The results of a measure that came before its newest one: which they are, and the list of them that
//! a reader can open. With them in rows of their own a page would have hundreds of rows.

use std::cmp::Reverse;
use std::fmt::Write;

use leptos::prelude::*;

use super::{CaveatNotes, SourceLink, parents};
use crate::compare::{contradicting_figures, enlargement_side};
use crate::data::{BilingualText, Dataset, Date, Day, Indicator, Kind, Observation, Span, Unit};
use crate::i18n::phrase;
use crate::order;
use crate::ui::site::Site;
use crate::ui::words;

/// Up to this many earlier results stay in rows of their own: a list to open would not be shorter.
const MAX_ROWS: usize = 2;

/// The figures of a province by one definition, within the same borders.
#[derive(PartialEq)]
pub(crate) struct EarlierResults {
    /// Those with a row of their own, by date, undated ones last: all targets, the newest result and
    /// whatever ends on the same day, the results of the date of a target, which stand beside it, and
    /// those without a value. Never empty.
    pub(crate) rows: Vec<&'static Observation>,
    /// The results before those, newest first: none, or more than [`MAX_ROWS`].
    pub(crate) earlier: Vec<&'static Observation>,
    /// Whether the borders must be told, because the province has figures of the enlarged unit, too.
    pub(crate) names_borders: bool,
}

impl EarlierResults {
    /// The figures of a province by one definition: those of the former borders, then those of the
    /// enlarged unit. Empty if there are none.
    pub(crate) fn of(dataset: &'static Dataset, id: &str, indicator: &Indicator) -> Vec<Self> {
        let mut figures: Vec<&Observation> = dataset
            .observations
            .iter()
            .filter(|o| o.indicator == indicator.id && o.province == id)
            .collect();
        order::sort_by_key(&mut figures, |o| (o.date().is_none(), o.date().map(Date::end)));
        let is_of_enlarged_unit = |o: &&Observation| {
            enlargement_side(dataset, o).is_some_and(|(_, is_enlarged)| is_enlarged)
        };
        let (new, old): (Vec<_>, Vec<_>) = figures.into_iter().partition(is_of_enlarged_unit);
        // If all are of the former unit, the top of the page has said so.
        let names_borders = !new.is_empty();
        let sides = [old, new].into_iter().filter(|figures| !figures.is_empty());
        sides.map(|figures| split(figures, names_borders)).collect()
    }

    /// The earlier results that have a card beside their place in the list.
    pub(crate) fn earlier_with_card(
        &self,
        dataset: &Dataset,
    ) -> impl Iterator<Item = &&'static Observation> {
        self.earlier.iter().filter(|observation| needs_card(dataset, observation))
    }
}

/// Sets the earlier results apart. The figures must be sorted by date.
fn split(figures: Vec<&'static Observation>, names_borders: bool) -> EarlierResults {
    let end = |o: &Observation| o.date().map(Date::end);
    let results = figures.iter().filter(|o| o.kind == Kind::Result && o.value().is_some());
    let newest: Option<Day> = results.filter_map(|o| end(o)).max();
    let of_targets: Vec<Date> =
        figures.iter().filter(|o| o.kind == Kind::Target).filter_map(|o| o.date()).collect();
    let is_earlier = |o: &&Observation| {
        o.kind == Kind::Result
            && o.value().is_some()
            && end(o).is_some_and(|end| newest.is_some_and(|newest| end < newest))
            && o.date().is_none_or(|date| !of_targets.contains(&date))
    };
    if figures.iter().filter(|o| is_earlier(o)).count() <= MAX_ROWS {
        return EarlierResults { rows: figures, earlier: Vec::new(), names_borders };
    }
    let (mut earlier, rows): (Vec<_>, Vec<_>) = figures.into_iter().partition(is_earlier);
    order::sort_by_key(&mut earlier, |o| Reverse(end(o)));
    EarlierResults { rows, earlier, names_borders }
}

/// Whether a figure is one of the editions of something that comes out for whole years.
pub(crate) fn is_edition(indicator: &Indicator, observation: &Observation) -> bool {
    indicator.unit == Unit::Rank
        && matches!(observation.period, Some(Date { from: Span::Year(_), to: None }))
}

/// Whether there is more to tell of a figure than its place in a list of earlier ones says, so that it
/// has a card.
pub(crate) fn needs_card(dataset: &Dataset, observation: &Observation) -> bool {
    observation.has_caveat()
        || observation.reply.is_some()
        || !observation.also.is_empty()
        || !observation.inferred.is_empty()
        || observation.said_by.is_some()
        || observation.checked_by.is_some()
        || observation.document.is_some()
        || dataset.replacement(observation).is_some()
        || !contradicting_figures(dataset, observation).is_empty()
}

/// What a reader of the list finds elsewhere about its figures.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CardsOf {
    /// Each has its card on the page of its topic.
    Topics,
    /// On this page, and only if it [`needs_card`]. Of all others the list itself is the card: their
    /// links lead to it, and it has all that is known of them.
    ThisPage,
}

/// The earlier results of a measure, in a closed list; nothing if there are none.
pub(crate) fn list_of_earlier(
    site: Site,
    indicator: &'static Indicator,
    figures: &EarlierResults,
    cards: CardsOf,
) -> Option<AnyView> {
    let lang = site.lang();
    let earlier = &figures.earlier;
    let (newest, oldest) = (earlier.first()?, earlier.last()?);
    let are_editions = earlier.iter().all(|o| is_edition(indicator, o));
    let years = (oldest.date()?.start().year(), newest.date()?.end().year());
    let summary = phrase::earlier_figures(lang, earlier.len(), are_editions, years);
    // Screen readers list what can be opened by its name alone.
    let side = words::borders(lang, site.dataset, newest).filter(|_| figures.names_borders);
    let side = side.map_or_else(String::new, |side| format!(", {side}"));
    let name = format!(" ({}{side})", words::pick(lang, &indicator.name));
    let common = match cards {
        CardsOf::Topics => Common::default(),
        CardsOf::ThisPage => Common::of(site, earlier),
    };
    let items = earlier.iter().map(|observation| match cards {
        CardsOf::ThisPage if !needs_card(site.dataset, observation) => {
            item_in_place_of_card(site, indicator, observation, &common)
        }
        _ => {
            let content = item(site, indicator, observation);
            view! { <li>{content}</li> }.into_any()
        }
    });
    let items = items.collect_view();
    Some(
        view! {
            <details class="t-earlier">
                <summary>{summary} <span class="t-hidden">{name}</span></summary>
                <ul>{items}</ul>
                {common.lines(site)}
            </details>
        }
        .into_any(),
    )
}

/// What is the same for several figures of a list that have no card, so that it stands once below it.
#[derive(Default)]
struct Common {
    /// The basis, if it is that of all of them.
    basis: Option<&'static str>,
    /// Each note of more than one, in the order of the list.
    notes: Vec<CommonNote>,
}

struct CommonNote {
    note: &'static BilingualText,
    figures: Vec<&'static Observation>,
    /// Whether it is the note of all of them.
    is_of_all: bool,
}

impl Common {
    fn of(site: Site, earlier: &[&'static Observation]) -> Self {
        let listed: Vec<&'static Observation> =
            earlier.iter().copied().filter(|o| !needs_card(site.dataset, o)).collect();
        let basis = listed.first().map(|o| o.basis);
        let basis = basis.filter(|basis| listed.iter().all(|o| o.basis == *basis));
        let mut notes: Vec<CommonNote> = Vec::new();
        for observation in &listed {
            let Some(note) = &observation.note else { continue };
            match notes.iter_mut().find(|known| known.note == note) {
                Some(known) => known.figures.push(observation),
                None => {
                    notes.push(CommonNote { note, figures: vec![observation], is_of_all: false });
                }
            }
        }
        notes.retain(|common| common.figures.len() > 1);
        for common in &mut notes {
            common.is_of_all = common.figures.len() == listed.len();
        }
        Self { basis: basis.map(|basis| words::basis(site.lang(), basis)), notes }
    }

    fn has_note(&self, note: &BilingualText) -> bool {
        self.notes.iter().any(|common| common.note == note)
    }

    fn lines(&self, site: Site) -> AnyView {
        let (lang, messages) = (site.lang(), site.messages());
        let basis = self.basis.map(|basis| format!("{}: {basis}", messages.card_basis()));
        let notes = self.notes.iter().map(|common| {
            let mut name = messages.card_note().to_owned();
            if !common.is_of_all {
                let dates = common.figures.iter().filter_map(|o| words::date_of(lang, o));
                let dates: Vec<String> = dates.collect();
                let _ = write!(name, " ({})", dates.join(", "));
            }
            format!("{name}: {}", words::pick(lang, common.note))
        });
        let lines = basis.into_iter().chain(notes);
        lines.map(|line| view! { <p>{line}</p> }.into_any()).collect_view().into_any()
    }
}

/// A figure with its date and source.
fn item(site: Site, indicator: &'static Indicator, observation: &'static Observation) -> AnyView {
    let lang = site.lang();
    view! {
        {format!("{}: ", words::date_of(lang, observation).unwrap_or_default())}
        <a href=site.link_to_figure(&observation.id)>
            {words::value(lang, observation, &indicator.unit)}
        </a>
        " · "
        <SourceLink observation />
        <CaveatNotes observation />
    }
    .into_any()
}

/// A figure with all that is known of it. The id of its element is that of the observation, like that
/// of a card.
fn item_in_place_of_card(
    site: Site,
    indicator: &'static Indicator,
    observation: &'static Observation,
    common: &Common,
) -> AnyView {
    let (lang, messages) = (site.lang(), site.messages());
    let basis = common.basis.is_none().then(|| {
        format!(" · {}: {}", messages.card_basis(), words::basis(lang, observation.basis))
    });
    let parents = parents(site, observation);
    let has_parents = !parents.is_empty();
    let parents = parents.into_iter().enumerate().map(|(idx, parent)| {
        let separator = (idx > 0).then_some("; ");
        view! { {separator} {parent} }.into_any()
    });
    let parents = parents.collect_view();
    // On a line of its own, because it names another measure.
    let parents = has_parents.then(|| {
        view! { <div>{format!("{}: ", messages.card_parents())} {parents}</div> }.into_any()
    });
    let note = observation.note.as_ref().filter(|note| !common.has_note(note));
    let note = note.map(|note| {
        let note = words::pick(lang, note);
        view! { <div>{format!("{}: {note}", messages.card_note())}</div> }.into_any()
    });
    view! {
        <li id=observation.id.as_str() tabindex="-1">
            {item(site, indicator, observation)}
            {basis}
            {parents}
            {note}
        </li>
    }
    .into_any()
}
