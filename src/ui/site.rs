//! What every component can read: the data, the base path, and the address that the reader is at.

use std::ops::Deref;

use leptos::prelude::*;

use crate::address::{Address, Page, Parsed, Selection, href, keys, with_value};
use crate::chart::Series;
use crate::compare::{WrongClock, YearFilter};
use crate::data::{Dataset, Day, Province};
use crate::export::Excel;
use crate::i18n::{Lang, Messages};
use crate::ui::look::{Look, Palette};

/// The id of the search field of a page.
pub(crate) const SEARCH_FIELD: &str = "search";

/// A handle to the [`PageContext`], which every component finds as Leptos context.
#[derive(Clone, Copy)]
pub struct Site(&'static PageContext);

impl Deref for Site {
    type Target = PageContext;

    fn deref(&self) -> &PageContext {
        self.0
    }
}

/// The data of a page, its address, and what its components may ask of the application.
///
/// It is never freed, and neither are the data: a reader may come back to any page, and so components
/// can borrow from both without counting references.
pub struct PageContext {
    /// The data of the page.
    pub dataset: &'static Dataset,
    /// The path the site lies under, with a slash at both ends.
    pub base: &'static str,
    /// The address that the reader is at. It is the only state of a view, apart from what is open.
    pub location: RwSignal<Parsed>,
    /// The day that the page was made for: of a written page, the day on which it was written; of a
    /// page built in the browser, the reader's day at that moment.
    pub page_day: Day,
    /// The reader's day now. It can be later than `page_day`, because a page may stay open over
    /// midnight.
    pub reader_day: RwSignal<Day>,
    /// What the clock of the reader's device says, if it is wrong by years and therefore not believed.
    pub wrong_clock: RwSignal<Option<WrongClock>>,
    /// Whether controls work: true in the browser, false while a page is written to a file.
    pub is_interactive: bool,
    /// Whether a service worker keeps the site for reading without a network.
    pub is_kept_offline: bool,
    /// The ids of the `<details>` that the reader has opened: folded sections, and stories of promises.
    pub opened: RwSignal<Vec<String>>,
    /// The ids and the titles of the sections that are on the page and listed, in their order.
    pub sections: RwSignal<Vec<(String, String)>>,
    /// Navigates to an address of the site. Does nothing while a page is written to a file.
    pub go_to: fn(&Address),
    /// Checks whether another day has begun, and updates `reader_day` and `wrong_clock`.
    pub check_day: fn(),
    /// What each control shows in the written page; collected while it is rendered.
    pub controls: StoredValue<Vec<ControlState>>,
}

/// What a control shows in a written page. `src/narrowed.js` tells it to readers whose address asks
/// for something else.
#[derive(Clone, Debug)]
pub struct ControlState {
    /// The key of the query that it sets.
    pub key: &'static str,
    /// Its label; of a province's checkbox the province's id.
    pub name: String,
    /// What it shows, in the reader's words; of a province's checkbox the name of the province's
    /// color.
    pub value: String,
}

impl From<PageContext> for Site {
    fn from(context: PageContext) -> Self {
        Self(Box::leak(Box::new(context)))
    }
}

impl Site {
    /// The site of the running component. Components only run below one that provides it.
    pub(crate) fn from_context() -> Self {
        expect_context::<Self>()
    }

    /// The language of the page, which never changes.
    pub(crate) fn lang(self) -> Lang {
        self.location.with_untracked(|location| location.address.lang)
    }

    /// The fixed texts in the language of the page.
    pub(crate) fn messages(self) -> Messages {
        self.lang().messages()
    }

    /// Which page this is. It never changes; only its selection does.
    pub(crate) fn page(self) -> Page {
        self.location.with_untracked(|location| location.address.page.clone())
    }

    /// The selection in the address. Tracked.
    pub(crate) fn selection(self) -> Selection {
        self.location.with(|location| location.address.selection.clone())
    }

    /// The day on which promises are assessed: the selected one, but never one in the future.
    /// Tracked.
    pub(crate) fn day(self) -> Day {
        let chosen = self.location.with(|location| location.address.selection.day);
        chosen.map_or(self.page_day, |day| day.min(self.reader_day.get()))
    }

    /// The link to the story of a promise on the page of promises.
    pub(crate) fn link_to_promise(self, id: &str) -> String {
        let address = Address::new(self.lang(), Page::Promises);
        href(self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The link to a page in the present language, without a selection.
    pub(crate) fn link(self, page: Page) -> String {
        href(self.base, &Address::new(self.lang(), page))
    }

    /// Like [`Site::link`], but keeps the selected provinces. Tracked.
    pub(crate) fn link_with_provinces(self, page: Page) -> String {
        let provinces = self.location.with(|l| l.address.selection.provinces.clone());
        let selection = Selection { provinces, ..Selection::default() };
        href(self.base, &Address { selection, ..Address::new(self.lang(), page) })
    }

    /// The link to the comparison of some provinces on a topic, by their figures of a year where one is given.
    pub(crate) fn link_comparing(
        self,
        concept: &str,
        provinces: &[&str],
        year: Option<i32>,
    ) -> String {
        let page = Page::Compare(concept.to_owned());
        let year = year.map_or(YearFilter::Latest, YearFilter::Year);
        let selection = Selection { year, ..Selection::default() };
        let selection =
            with_value(&selection, keys::PROVINCES, &provinces.join(","), &page, self.dataset);
        href(self.base, &Address { selection, ..Address::new(self.lang(), page) })
    }

    /// The link to a figure's card. If the card is on this page, only the fragment changes, so that
    /// the selection stays; otherwise it is the [`Site::permalink`].
    pub(crate) fn link_to_figure(self, id: &str) -> String {
        let home = self.page_of_figure(id);
        let is_here = match self.page() {
            Page::Concept(concept) => home == Page::Compare(concept),
            page @ (Page::Compare(_) | Page::Province(_)) => home == page,
            _ => false,
        };
        if is_here { format!("#{id}") } else { self.permalink(id) }
    }

    /// The lasting link to a figure's card: on its comparison page, or on the page of its province
    /// if the site does not follow that province.
    pub(crate) fn permalink(self, id: &str) -> String {
        let address = Address::new(self.lang(), self.page_of_figure(id));
        href(self.base, &Address { fragment: Some(id.to_owned()), ..address })
    }

    /// The page that has the card of a figure; the home page if there is no such figure.
    fn page_of_figure(self, id: &str) -> Page {
        let Some(observation) = self.dataset.observation(id) else { return Page::Home };
        if self.dataset.others.contains(&observation.province) {
            return Page::Province(observation.province.clone());
        }
        let indicator = self.dataset.indicator(&observation.indicator);
        indicator.map_or(Page::Home, |indicator| Page::Compare(indicator.concept.clone()))
    }

    /// The link to a section of the page on method, by the section's id.
    pub(crate) fn link_to_method(self, section: &str) -> String {
        let address = Address::new(self.lang(), Page::Method);
        href(self.base, &Address { fragment: Some(section.to_owned()), ..address })
    }

    /// The link to the search field for topics and provinces: the one of this page, if it has it.
    pub(crate) fn link_to_search(self) -> String {
        if matches!(self.page(), Page::Home | Page::Topics) {
            return format!("#{SEARCH_FIELD}");
        }
        let address = Address::new(self.lang(), Page::Topics);
        href(self.base, &Address { fragment: Some(SEARCH_FIELD.to_owned()), ..address })
    }

    /// The URL of a file of the site.
    pub(crate) fn file_url(self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// The URL of a download, by the name of its file.
    pub(crate) fn download_url(self, name: &str) -> String {
        self.file_url(&format!("data/{name}"))
    }

    /// The two formats for spreadsheets, the one for the settings of the page's language first.
    pub(crate) fn excel_formats(self) -> [Excel; 2] {
        match self.lang() {
            Lang::Vi => [Excel::Vietnamese, Excel::English],
            Lang::En => [Excel::English, Excel::Vietnamese],
        }
    }

    /// Makes a choice: changes one key of the selection, as a control does, and navigates there.
    pub(crate) fn choose(self, key: &str, word: &str) {
        let address = self.location.with_untracked(|location| location.address.clone());
        // Today is the default, so it is left out of the address.
        let is_today =
            key == keys::DAY && word >= self.reader_day.get_untracked().to_string().as_str();
        let word = if is_today { "" } else { word };
        let selection = with_value(&address.selection, key, word, &address.page, self.dataset);
        (self.go_to)(&Address { selection, fragment: None, ..address });
    }

    /// Lists a section for as long as it is on the page.
    pub(crate) fn list_section(self, id: &str, title: &str) {
        let entry = (id.to_owned(), title.to_owned());
        let id = entry.0.clone();
        self.sections.update(|sections| sections.push(entry));
        on_cleanup(move || {
            let _ = self.sections.try_update(|all| all.retain(|(other, _)| *other != id));
        });
    }

    /// Remembers what a control shows in a written page; does nothing in the browser.
    pub(crate) fn record_control(self, key: &'static str, name: &str, value: &str) {
        if !self.is_interactive {
            let (name, value) = (name.to_owned(), value.to_owned());
            self.controls.update_value(|controls| controls.push(ControlState { key, name, value }));
        }
    }

    /// The colors and shapes of the provinces in view. Tracked.
    pub(crate) fn palette(self) -> Palette {
        Palette::of(self.dataset, &self.selected_provinces())
    }

    /// The color and shape of a province. Tracked.
    pub(crate) fn series(self, province: &str) -> Series {
        self.palette().series(self.dataset, province)
    }

    /// What the drawings of the page have in common. Tracked.
    pub(crate) fn look(self) -> Look<'static> {
        let (lang, dataset, base) = (self.lang(), self.dataset, self.base);
        Look { lang, dataset, base, palette: self.palette() }
    }

    /// The provinces in view, in the order of the selection; by default those that the site follows. Tracked.
    pub(crate) fn selected_provinces(self) -> Vec<&'static Province> {
        self.location.with(|location| match &location.address.selection.provinces {
            None => self.dataset.followed(),
            Some(chosen) => chosen.iter().filter_map(|id| self.dataset.province(id)).collect(),
        })
    }
}
