//! A page that the program builds: section by section outside the document, and then put into it in
//! one step.

use std::cell::{Cell, RefCell};

use std::rc::Rc;

use any_spawner::Executor;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::document::{
    ProgramState, announce_page_shown, document, is_kept_offline, root, set_program_state,
    when_idle,
};
use super::focused_element::{focused_element, restore_focus};
use super::head;
use crate::address::{Address, Parsed};
use crate::compare::Today;
use crate::data::Dataset;
use crate::ui::reactive::{Deferrable, DeferredViews};
use crate::ui::routes::route;
use crate::ui::shell::Shell;
use crate::ui::site::{PageContext, Site};
use crate::ui::view::View;

/// What every page is built with.
#[derive(Clone, Copy)]
pub(super) struct Environment {
    /// The path the site lies under, with a slash at both ends.
    pub(super) base: &'static str,
    /// The reader's day.
    pub(super) today: Today,
    /// Navigates to an address of the site.
    pub(super) go_to: fn(&Address),
    /// Checks whether another day has begun.
    pub(super) check_day: fn(),
}

/// How many milliseconds of an idle period must be left to start another section. An idle period
/// lasts at most 50, and a section that is started later than in the first five may not be finished
/// in time on a slow phone.
const MIN_IDLE_MS: f64 = 45.0;

type IsWanted = dyn Fn(&BuiltPage) -> bool;

/// How many mounts precede those of the sections: the one of the shell.
const N_SHELL_MOUNTS: usize = 1;

/// Which sections of a page can be built from the data that have come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DataFor {
    /// Those in [`View::top`].
    Top,
    /// All of them.
    All,
}

/// A page that the program builds, and the element that holds it.
pub(super) struct BuiltPage {
    pub(super) element: HtmlElement,
    site: Cell<Site>,
    data_for: Cell<DataFor>,
    view: View,
    owner: Owner,
    /// How many of its sections are built.
    n_built: Cell<usize>,
    /// The pieces of these sections that are not built yet.
    deferred: DeferredViews,
    /// The mounted sections. Dropping a handle removes its section.
    mounted: RefCell<Vec<UnmountHandle<AnyViewState>>>,
}

impl BuiltPage {
    /// A page of which nothing is built yet; `None` if the document has no element for it.
    pub(super) fn new(
        Environment { base, today, go_to, check_day }: Environment,
        parsed: Parsed,
        dataset: &'static Dataset,
    ) -> Option<Rc<Self>> {
        let owner = Owner::new_root(None);
        let view = route(&parsed.address.page).view;
        let context = owner.with(|| PageContext {
            dataset,
            base,
            location: RwSignal::new(parsed),
            page_day: today.day,
            reader_day: RwSignal::new(today.day),
            wrong_clock: RwSignal::new(today.wrong_clock),
            is_interactive: true,
            is_kept_offline: is_kept_offline(),
            opened: RwSignal::default(),
            sections: RwSignal::default(),
            go_to,
            controls: StoredValue::default(),
            check_day,
        });
        let site = Site::from(context);
        let page = Self {
            element: new_root_element()?,
            site: Cell::new(site),
            data_for: Cell::new(DataFor::All),
            view,
            deferred: owner.with(|| DeferredViews::new(Deferrable::Anything)),
            owner,
            n_built: Cell::new(0),
            mounted: RefCell::default(),
        };
        page.owner.with(|| {
            provide_context(site);
            provide_context(page.deferred);
            (view.prepare)();
        });
        Some(Rc::new(page))
    }

    /// The context of the page.
    pub(super) fn site(&self) -> Site {
        self.site.get()
    }

    fn mount(&self, into: &HtmlElement, section: impl FnOnce() -> AnyView + 'static) {
        let mounted = self.owner.with(|| mount_to(into.clone(), section));
        self.mounted.borrow_mut().push(mounted);
    }

    /// Builds the next deferred piece or, if there is none, the next section. Returns false when
    /// everything is built.
    pub(super) fn build_next(&self) -> bool {
        self.deferred.build_next() || self.build_section()
    }

    /// Builds the shell or, once it is there, the next section without its deferred pieces. Returns
    /// whether there was anything to build.
    fn build_section(&self) -> bool {
        if self.mounted.borrow().is_empty() {
            self.mount(&self.element, || view! { <Shell>{None::<AnyView>}</Shell> }.into_any());
            return true;
        }
        let main = self.element.query_selector("main").ok().flatten();
        let main = main.and_then(|main| main.dyn_into::<HtmlElement>().ok());
        if !self.has_all_data() && self.n_built.get() >= self.view.top.len() {
            return false;
        }
        if let (Some(section), Some(main)) = (self.view.sections().nth(self.n_built.get()), main) {
            self.mount(&main, section);
            self.n_built.set(self.n_built.get() + 1);
            return true;
        }
        false
    }

    /// Builds what is missing, in idle moments, for as long as `is_wanted` returns true; then calls
    /// `then`.
    pub(super) fn build_when_idle(
        self: &Rc<Self>,
        is_wanted: impl Fn(&Self) -> bool + 'static,
        then: impl FnOnce() + 'static,
    ) {
        self.build_when_idle_erased(Box::new(is_wanted), Box::new(then));
    }

    fn build_when_idle_erased(self: &Rc<Self>, is_wanted: Box<IsWanted>, then: Box<dyn FnOnce()>) {
        let page = Rc::clone(self);
        when_idle(move |deadline| {
            spawn_local(async move {
                while is_wanted(&page) && page.build_next() {
                    // A deferred piece is built by an effect, which runs in the next tick.
                    Executor::tick().await;
                    if deadline.as_ref().is_none_or(|d| d.time_remaining() < MIN_IDLE_MS) {
                        return page.build_when_idle_erased(is_wanted, then);
                    }
                }
                then();
            });
        });
    }

    /// Builds everything that is missing. If pieces are still deferred, all sections are built
    /// anew, because the effects that fill the gaps would run too late.
    fn build_all(&self) {
        if !self.deferred.take_remaining().is_empty() {
            self.mounted.borrow_mut().truncate(N_SHELL_MOUNTS);
            self.n_built.set(0);
        }
        while self.build_next() {}
    }

    /// Puts the complete page into the document, in the place of the one there. The focus stays
    /// where it was.
    pub(super) fn put_in_place(&self) {
        if !self.is_in_place() {
            self.build_all();
        }
        self.replace_page();
    }

    /// Puts the page into the document with only its top sections. The others are built in idle
    /// moments, once there are data for them.
    pub(super) fn put_top_in_place(self: &Rc<Self>, data_for: DataFor) {
        self.data_for.set(data_for);
        self.deferred.allow(Deferrable::Hidden);
        while self.n_built.get() < self.view.top.len() && self.build_section() {}
        self.replace_page();
        self.build_rest();
    }

    /// Builds the sections below the top in idle moments. After that nothing is deferred any more.
    fn build_rest(self: &Rc<Self>) {
        self.deferred.allow(Deferrable::Anything);
        let page = Rc::clone(self);
        self.build_when_idle(Self::is_in_place, move || {
            if page.has_all_data() {
                page.complete();
            }
        });
    }

    /// Gives the page its own data, and builds the rest of it from them. Its top was built from
    /// other data.
    pub(super) fn continue_with_data(self: &Rc<Self>, dataset: &'static Dataset) {
        let site = Site::from(PageContext { dataset, ..*self.site.get() });
        self.site.set(site);
        self.data_for.set(DataFor::All);
        self.owner.with(|| {
            provide_context(site);
            (self.view.prepare)();
        });
        self.build_rest();
    }

    /// Whether the data for all sections have come.
    pub(super) fn has_all_data(&self) -> bool {
        self.data_for.get() == DataFor::All
    }

    /// Builds the rest of a page that is shown at once, because the reader goes to one of its
    /// sections or changes what they show.
    pub(super) fn complete(&self) {
        if self.is_in_place() {
            for is_due in self.deferred.take_remaining() {
                is_due.set(true);
            }
            while self.build_next() {}
        }
    }

    fn replace_page(&self) {
        if !self.is_in_place() {
            let focused = focused_element();
            if let Some(root) = root() {
                keep_typed_words(&root, &self.element);
                let _ = root.replace_with_with_node_1(&self.element);
            }
            restore_focus(focused.as_ref());
        }
        head::update_head(self.site());
        set_program_state(ProgramState::Alive);
        announce_page_shown();
    }

    /// Whether the page is in the document.
    pub(super) fn is_in_place(&self) -> bool {
        self.element.is_connected()
    }

    /// Whether a translation tool has replaced texts of the page, which leaves `<font>` elements
    /// behind. Such a page no longer changes with its signals.
    pub(super) fn is_translated(&self) -> bool {
        self.is_in_place() && matches!(self.element.query_selector("font"), Ok(Some(_)))
    }

    /// Whether the data have everything an address asks for. If not, the page has a notice.
    pub(super) fn can_show(&self, parsed: &Parsed) -> bool {
        let figure = parsed.address.fragment.as_deref().filter(|id| id.contains('/'));
        parsed.ignored.is_empty()
            && figure.is_none_or(|id| self.site().dataset.observation(id).is_some())
    }

    /// Opens the story of the promise that a fragment names.
    pub(super) fn open_details(&self, fragment: Option<&str>) {
        if let Some(id) = fragment
            && self.site().opened.with_untracked(|opened| opened.iter().all(|open| open != id))
        {
            self.site().opened.update(|opened| opened.push(id.to_owned()));
        }
    }
}

impl Drop for BuiltPage {
    fn drop(&mut self) {
        self.mounted.borrow_mut().clear();
        self.owner.cleanup();
    }
}

/// Puts what the reader has typed into the search field of the header into that of another page.
fn keep_typed_words(before: &Element, after: &Element) {
    let field = |page: &Element| {
        let field = page.query_selector(".t-header__form input").ok()??;
        field.dyn_into::<HtmlInputElement>().ok()
    };
    if let (Some(before), Some(after)) = (field(before), field(after)) {
        after.set_value(&before.value());
    }
}

/// A new element with the same attributes as the one that holds the page.
fn new_root_element() -> Option<HtmlElement> {
    let element = document()?.create_element("div").ok()?;
    let root = root()?;
    for name in root.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let _ = element.set_attribute(&name, &root.get_attribute(&name).unwrap_or_default());
    }
    element.dyn_into().ok()
}
