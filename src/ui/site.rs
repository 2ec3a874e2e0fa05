//! What every page is given: the data, the base, and where the reader is.

use std::ops::Deref;

use leptos::prelude::*;

use crate::address::{Address, Page, Parsed, Selection, href, keys, with_value};
use crate::chart::Series;
use crate::data::{Dataset, Day, Province, ProvinceKind};
use crate::export::Excel;
use crate::i18n::{Lang, Messages};

/// The site as the context of every component: see [`Given`].
#[derive(Clone, Copy)]
pub struct Site(&'static Given);

impl Deref for Site {
    type Target = Given;

    fn deref(&self) -> &Given {
        self.0
    }
}

/// What a page is given.
///
/// It lives as long as the program, as do the data: a reader may come back to any page, and components
/// borrow freely from both.
pub struct Given {
    /// The data of the page.
    pub dataset: &'static Dataset,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'static str,
    /// Where the reader is; the only state of a view.
    pub location: RwSignal<Parsed>,
    /// The day the page was made on: the reader's then; of a written page the day it was written.
    pub today: Day,
    /// The reader's day: a page may be left open for longer than the day it was made on.
    pub now: RwSignal<Day>,
    /// Whether controls work: in the browser, not on a written page.
    pub is_live: bool,
    /// Whether the site is kept for reading without a network.
    pub is_kept: bool,
    /// The ids of the promises whose stories the reader has opened.
    pub opened: RwSignal<Vec<String>>,
    /// Goes to an address of the site.
    pub go: fn(&Address),
    /// Notices that another day has begun.
    pub look_at_day: fn(),
    /// What the controls of a written page stand at.
    pub controls: StoredValue<Vec<Control>>,
}

/// What a control of a written page stands at, for who comes by an address that asks for something else
/// (`src/narrowed.js`).
#[derive(Clone, Debug)]
pub struct Control {
    /// Its key of the query.
    pub key: &'static str,
    /// What it is called; of a province's box the province's id.
    pub name: String,
    /// What it stands at, as its readers see it; of a province's box the name of its color.
    pub at: String,
}

impl From<Given> for Site {
    fn from(given: Given) -> Self {
        Self(Box::leak(Box::new(given)))
    }
}

impl Site {
    /// The site of the component that asks; components are only made within one.
    pub(crate) fn here() -> Self {
        expect_context::<Self>()
    }

    /// The language; a page is of one.
    pub(crate) fn lang(self) -> Lang {
        self.location.with_untracked(|location| location.address.lang)
    }

    /// The language's messages.
    pub(crate) fn messages(self) -> Messages {
        self.lang().messages()
    }

    /// The page; what is shown of it changes, not which it is.
    pub(crate) fn page(self) -> Page {
        self.location.with_untracked(|location| location.address.page.clone())
    }

    /// What the page is narrowed to; tracked.
    pub(crate) fn selection(self) -> Selection {
        self.location.with(|location| location.address.selection.clone())
    }

    /// The day promises are looked at from: the one chosen, but none to come; tracked.
    pub(crate) fn day(self) -> Day {
        let chosen = self.location.with(|location| location.address.selection.day);
        chosen.map_or(self.today, |day| day.min(self.now.get()))
    }

    /// The link to the story of a promise: on the present view where it stands on it.
    pub(crate) fn link_to_promise(self, id: &str) -> String {
        let address = Address::new(self.lang(), Page::Promises);
        href(self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The link to a page in the present language, without selection.
    pub(crate) fn link(self, page: Page) -> String {
        href(self.base, &Address::new(self.lang(), page))
    }

    /// As [`Site::link`], to a page that a reader goes on to with the provinces that were chosen; tracked.
    pub(crate) fn link_with_provinces(self, page: Page) -> String {
        let provinces = self.location.with(|l| l.address.selection.provinces.clone());
        let selection = Selection { provinces, ..Selection::default() };
        href(self.base, &Address { selection, ..Address::new(self.lang(), page) })
    }

    /// The link to a figure's card: on this page where its card stands here, so that the selection
    /// stays, else on the page of [`Site::permalink`].
    pub(crate) fn link_to_figure(self, id: &str) -> String {
        let home = self.page_of(id);
        let is_here = match self.page() {
            Page::Concept(here) => home == Page::Compare(here),
            here @ (Page::Compare(_) | Page::Province(_)) => home == here,
            _ => false,
        };
        if is_here { format!("#{id}") } else { self.permalink(id) }
    }

    /// The link to a figure's card, to keep and to pass on: on its comparison page, or on its
    /// province's where the site does not follow the province.
    pub(crate) fn permalink(self, id: &str) -> String {
        let address = Address::new(self.lang(), self.page_of(id));
        href(self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The page a figure's card stands on; the home page for what is no figure.
    fn page_of(self, id: &str) -> Page {
        let Some(observation) = self.dataset.observation(id) else { return Page::Home };
        if self.dataset.others.provinces.contains(&observation.province) {
            return Page::Province(observation.province.clone());
        }
        let indicator = self.dataset.indicator(&observation.indicator);
        indicator.map_or(Page::Home, |indicator| Page::Compare(indicator.concept.clone()))
    }

    /// The link to a section of the page on method.
    pub(crate) fn link_to_method(self, section: &str) -> String {
        let address = Address::new(self.lang(), Page::Method);
        href(self.base, &Address { fragment: Some(section.to_owned()), ..address })
    }

    /// The URL of a file of the site.
    pub(crate) fn file(self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The URL of a file of all observations, by its name.
    pub(crate) fn download(self, name: &str) -> String {
        self.file(&format!("data/{name}"))
    }

    /// The formats for spreadsheets: the one for the settings of the page's language first.
    pub(crate) fn excel_formats(self) -> [Excel; 2] {
        match self.lang() {
            Lang::Vi => [Excel::Vietnamese, Excel::English],
            Lang::En => [Excel::English, Excel::Vietnamese],
        }
    }

    /// Goes to the same page with another word for a key of the query, as a control gives it.
    pub(crate) fn choose(self, key: &str, word: &str) {
        let here = self.location.with_untracked(|location| location.address.clone());
        // Today is the default of days, and left out of the address.
        let is_today = key == keys::DAY && word >= self.now.get_untracked().to_string().as_str();
        let word = if is_today { "" } else { word };
        let selection = with_value(&here.selection, key, word, &here.page, self.dataset);
        (self.go)(&Address { selection, fragment: None, ..here });
    }

    /// Has a written page tell what one of its controls stands at.
    pub(crate) fn tell(self, key: &'static str, name: &str, at: &str) {
        if !self.is_live {
            let (name, at) = (name.to_owned(), at.to_owned());
            self.controls.update_value(|controls| controls.push(Control { key, name, at }));
        }
    }

    /// Color and shape of a province: by its place in the file.
    pub(crate) fn series(self, province: &str) -> Series {
        series_of(self.dataset, province)
    }

    /// The provinces the selection shows, in the file's order; tracked.
    pub(crate) fn chosen_provinces(self) -> Vec<&'static Province> {
        let mut provinces = self.dataset.followed();
        self.location.with(|location| {
            provinces.retain(|province| location.address.selection.shows(&province.id));
        });
        provinces
    }
}

/// Color and shape of a province: by its place among the provinces of the file, so that a new
/// province needs no code. The country has its own. Those that the site does not follow have a place
/// too, but nothing is drawn for them (see `components::Mark`).
pub(crate) fn series_of(dataset: &Dataset, province: &str) -> Series {
    dataset
        .provinces
        .iter()
        .filter(|entry| entry.kind == ProvinceKind::Province)
        .position(|entry| entry.id == province)
        .map_or(Series::National, |place| Series::Slot(u8::try_from(place).unwrap_or(u8::MAX)))
}
