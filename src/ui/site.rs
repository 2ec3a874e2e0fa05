//! What every page is given: the data, the base, and where the reader is.

use std::sync::Arc;

use leptos::prelude::*;

#[cfg(feature = "csr")]
use super::browser;
use crate::address::{Address, Page, Parsed, href};
#[cfg(feature = "csr")]
use crate::address::{Selection, choose, keys};
use crate::chart::Series;
use crate::data::{Dataset, Day, Lost, Province, ProvinceKind};
use crate::i18n::{Lang, Messages};

/// The data, the base and the location. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// Everything that could be loaded; it does not change while the page is open.
    pub dataset: Arc<Dataset>,
    /// Files of which nothing could be used.
    pub lost: Arc<[Lost]>,
    /// The path the site lies under, with a slash at both ends.
    pub base: Arc<str>,
    /// Where the reader is; the only state of a view.
    pub location: RwSignal<Parsed>,
    /// The reader's day; of a written page the day it was written.
    pub today: Day,
    /// Whether controls work: in the browser, not on a prerendered page.
    pub is_interactive: bool,
}

impl Site {
    /// The language, tracked.
    pub(crate) fn lang(&self) -> Lang {
        self.location.with(|location| location.address.lang)
    }

    /// The language's messages, tracked.
    pub(crate) fn messages(&self) -> Messages {
        self.lang().messages()
    }

    /// The day promises are looked at from: the one chosen, but none to come; tracked.
    pub(crate) fn day(&self) -> Day {
        let chosen = self.location.with(|location| location.address.selection.day);
        chosen.map_or(self.today, |day| day.min(self.today))
    }

    /// The link to the story of a promise: on the present view where it stands on it.
    pub(crate) fn link_to_promise(&self, id: &str) -> String {
        let address = Address::of(self.lang(), Page::Promises);
        href(&self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The link to a page in the present language, without selection.
    pub(crate) fn link(&self, page: Page) -> String {
        href(&self.base, &Address::of(self.lang(), page))
    }

    /// The link to a figure's card: on this page where its card stands here, so that the selection
    /// stays, else on the page of [`Site::permalink`].
    pub(crate) fn link_to_figure(&self, id: &str) -> String {
        let home = self.page_of(id);
        let is_here = self.location.with_untracked(|location| match &location.address.page {
            Page::Concept(here) => home == Page::Compare(here.clone()),
            here @ (Page::Compare(_) | Page::Province(_)) => home == *here,
            _ => false,
        });
        if is_here { format!("#{id}") } else { self.permalink(id) }
    }

    /// The link to a figure's card, to keep and to pass on: on its comparison page, or on its
    /// province's where the site does not follow the province.
    pub(crate) fn permalink(&self, id: &str) -> String {
        let address = Address::of(self.lang(), self.page_of(id));
        href(&self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The page a figure's card stands on; the home page for what is no figure.
    fn page_of(&self, id: &str) -> Page {
        let Some(observation) = self.dataset.observation(id) else { return Page::Home };
        if self.dataset.others.provinces.contains(&observation.province) {
            return Page::Province(observation.province.clone());
        }
        let indicator = self.dataset.indicator(&observation.indicator);
        indicator.map_or(Page::Home, |indicator| Page::Compare(indicator.concept.clone()))
    }

    /// The link to a section of the page on method.
    pub(crate) fn link_to_method(&self, section: &str) -> String {
        let address = Address::of(self.lang(), Page::Method);
        href(&self.base, &Address { fragment: Some(section.to_owned()), ..address })
    }

    /// The URL of a file of the site.
    pub(crate) fn file(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The downloads for spreadsheets: the one for the settings of the page's language first.
    pub(crate) fn excel_files(&self) -> [&'static str; 2] {
        let (vi, en) = ("data/observations-excel-vi.csv", "data/observations-excel.csv");
        match self.lang() {
            Lang::Vi => [vi, en],
            Lang::En => [en, vi],
        }
    }

    /// Goes to the same page with another selection, as a new entry of the history.
    #[cfg(feature = "csr")]
    pub(crate) fn select(&self, selection: Selection) {
        let address = self.location.with_untracked(|location| location.address.clone());
        self.go(Address { selection, fragment: None, ..address });
    }

    /// Goes to the same page with another word for a key of the query, as a control gives it.
    #[cfg(feature = "csr")]
    pub(crate) fn choose(&self, key: &str, word: &str) {
        let Address { page, selection, .. } =
            self.location.with_untracked(|location| location.address.clone());
        self.select(choose(
            &selection,
            key,
            without_today(key, word, self.today),
            &page,
            &self.dataset,
        ));
    }

    /// Goes to an address, as a new entry of the history.
    #[cfg(feature = "csr")]
    pub(crate) fn go(&self, address: Address) {
        let url = href(&self.base, &address);
        if !self.location.with_untracked(|here| here.address.is_of_page(&address)) {
            browser::visit(&url);
            return;
        }
        browser::push_later(&url);
        self.location.set(Parsed { address, ignored: Vec::new() });
    }

    /// Color and shape of a province: by its place in the file.
    pub(crate) fn series(&self, province: &str) -> Series {
        series_of(&self.dataset, province)
    }

    /// The provinces the selection shows, in the file's order; tracked.
    pub(crate) fn chosen_provinces(&self) -> Vec<&Province> {
        self.location.with(|location| {
            self.dataset
                .followed()
                .into_iter()
                .filter(|province| location.address.selection.shows(&province.id))
                .collect()
        })
    }
}

/// The word of a key, but for today: that is the default of days, and left out of the address.
#[cfg(feature = "csr")]
pub(crate) fn without_today<'a>(key: &str, word: &'a str, today: Day) -> &'a str {
    if key == keys::DAY && word >= today.to_string().as_str() { "" } else { word }
}

/// Color and shape of a province: by its place among the provinces of the file, so that a new
/// province needs no code. The country has its own. Those that the site does not follow have a place
/// too, but nothing is drawn for them (see `components::mark_of`).
pub(crate) fn series_of(dataset: &Dataset, province: &str) -> Series {
    dataset
        .provinces
        .iter()
        .filter(|entry| entry.kind == ProvinceKind::Province)
        .position(|entry| entry.id == province)
        .map_or(Series::National, |place| Series::Slot(u8::try_from(place).unwrap_or(u8::MAX)))
}
