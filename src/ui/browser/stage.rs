//! A page on its way into place: its parts are built outside the document, one by one or at once.

use std::cell::{Cell, RefCell};

use std::rc::Rc;

use any_spawner::Executor;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::document::{Program, come_to, document, is_kept, root, tell_shown, when_idle};
use super::{focus, head};
use crate::address::{Address, Parsed};
use crate::data::{Dataset, Day};
use crate::ui::live::{May, Waiting};
use crate::ui::routes::route;
use crate::ui::shell::Shell;
use crate::ui::site::{Given, Site};
use crate::ui::view::View;

/// What every page starts from.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The path the site lies under, with a slash at both ends.
    pub(super) base: &'static str,
    /// The reader's day.
    pub(super) today: Day,
    /// Goes to an address of the site.
    pub(super) go: fn(&Address),
    /// Notices that another day has begun.
    pub(super) look_at_day: fn(),
}

/// How many milliseconds must be left for another part to begin in. A browser gives 50 at most: what is
/// begun after the first five, a slow phone may not end in them.
const LONG_ENOUGH: f64 = 45.0;

type IsWanted = dyn Fn(&Stage) -> bool;

/// What is mounted before a page's parts: the shell around them.
const N_BEFORE_PARTS: usize = 1;

/// What there are data for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Has {
    /// The parts on top of the page.
    Top,
    /// All of it.
    All,
}

/// A page and the element that takes the place of the one before it.
pub(super) struct Stage {
    pub(super) element: HtmlElement,
    site: Cell<Site>,
    has: Cell<Has>,
    view: View,
    owner: Owner,
    /// How many of its parts are built.
    n_built: Cell<usize>,
    /// What is missing in these.
    waiting: Waiting,
    /// What was mounted: to drop it is to take it away.
    mounted: RefCell<Vec<UnmountHandle<AnyViewState>>>,
}

impl Stage {
    /// A page of which nothing is built yet.
    pub(super) fn new(
        Start { base, today, go, look_at_day }: Start,
        parsed: Parsed,
        dataset: &'static Dataset,
    ) -> Option<Rc<Self>> {
        let owner = Owner::new_root(None);
        let view = route(&parsed.address.page).view;
        let given = owner.with(|| Given {
            dataset,
            base,
            location: RwSignal::new(parsed),
            today,
            now: RwSignal::new(today),
            is_live: true,
            is_kept: is_kept(),
            opened: RwSignal::default(),
            go,
            controls: StoredValue::default(),
            look_at_day,
        });
        let site = Site::from(given);
        let stage = Self {
            element: element()?,
            site: Cell::new(site),
            has: Cell::new(Has::All),
            view,
            waiting: owner.with(|| Waiting::new(May::Anything)),
            owner,
            n_built: Cell::new(0),
            mounted: RefCell::default(),
        };
        stage.owner.with(|| {
            provide_context(site);
            provide_context(stage.waiting);
            (view.prepare)();
        });
        Some(Rc::new(stage))
    }

    /// What the page is given.
    pub(super) fn site(&self) -> Site {
        self.site.get()
    }

    fn mount(&self, into: &HtmlElement, part: impl FnOnce() -> AnyView + 'static) {
        let mounted = self.owner.with(|| mount_to(into.clone(), part));
        self.mounted.borrow_mut().push(mounted);
    }

    /// Builds the next part, or what waits in the last one; says whether there is more.
    pub(super) fn build_next(&self) -> bool {
        self.waiting.next() || self.build_part()
    }

    /// Builds the next part, as far as nothing in it waits, after the shell around them; says whether there was
    /// one.
    fn build_part(&self) -> bool {
        if self.mounted.borrow().is_empty() {
            self.mount(&self.element, || view! { <Shell>{None::<AnyView>}</Shell> }.into_any());
            return true;
        }
        let main = self.element.query_selector("main").ok().flatten();
        let main = main.and_then(|main| main.dyn_into::<HtmlElement>().ok());
        if !self.has_all() && self.n_built.get() >= self.view.top.len() {
            return false;
        }
        if let (Some(part), Some(main)) = (self.view.parts().nth(self.n_built.get()), main) {
            self.mount(&main, part);
            self.n_built.set(self.n_built.get() + 1);
            return true;
        }
        false
    }

    /// Builds what is missing while there is nothing else to do, as long as it is wanted; then calls `then`.
    pub(super) fn build_when_idle(
        self: &Rc<Self>,
        is_wanted: impl Fn(&Self) -> bool + 'static,
        then: impl FnOnce() + 'static,
    ) {
        self.build_later(Box::new(is_wanted), Box::new(then));
    }

    fn build_later(self: &Rc<Self>, is_wanted: Box<IsWanted>, then: Box<dyn FnOnce()>) {
        let stage = Rc::clone(self);
        when_idle(move |deadline| {
            spawn_local(async move {
                while is_wanted(&stage) && stage.build_next() {
                    // What waited for a signal is built by an effect.
                    Executor::tick().await;
                    if deadline.as_ref().is_none_or(|d| d.time_remaining() < LONG_ENOUGH) {
                        return stage.build_later(is_wanted, then);
                    }
                }
                then();
            });
        });
    }

    /// Builds all that is missing. A part in which something still waits is made anew, because signals would
    /// fill it only after this.
    fn build_all(&self) {
        if !self.waiting.end().is_empty() {
            self.mounted.borrow_mut().truncate(N_BEFORE_PARTS);
            self.n_built.set(0);
        }
        while self.build_next() {}
    }

    /// Puts the page into place with all its parts, if it is not there yet, in one step: the focus goes on
    /// where it was.
    pub(super) fn put(&self) {
        if !self.is_in_place() {
            self.build_all();
        }
        self.replace_page();
    }

    /// Puts the page into place with the parts on top. What follows is built when the browser has shown them, and
    /// when there are data for it.
    pub(super) fn put_top(self: &Rc<Self>, has: Has) {
        self.has.set(has);
        self.waiting.begin(May::Unseen);
        while self.n_built.get() < self.view.top.len() && self.build_part() {}
        self.replace_page();
        self.build_rest();
    }

    /// Builds what follows the parts on top while there is nothing else to do. Then nothing waits any more.
    fn build_rest(self: &Rc<Self>) {
        self.waiting.begin(May::Anything);
        let stage = Rc::clone(self);
        self.build_when_idle(Self::is_in_place, move || {
            if stage.has_all() {
                stage.complete();
            }
        });
    }

    /// Has what follows the parts on top be built from the page's own data, which have come after these.
    pub(super) fn go_on_with(self: &Rc<Self>, dataset: &'static Dataset) {
        let site = Site::from(Given { dataset, ..*self.site.get() });
        self.site.set(site);
        self.has.set(Has::All);
        self.owner.with(|| {
            provide_context(site);
            (self.view.prepare)();
        });
        self.build_rest();
    }

    /// Whether it has the data for all its parts.
    pub(super) fn has_all(&self) -> bool {
        self.has.get() == Has::All
    }

    /// Has a page in place be there with all its parts at once, because the reader asks for one of them or
    /// changes what they show.
    pub(super) fn complete(&self) {
        if self.is_in_place() {
            for is_time in self.waiting.end() {
                is_time.set(true);
            }
            while self.build_next() {}
        }
    }

    fn replace_page(&self) {
        if !self.is_in_place() {
            let focused = focus::focused();
            if let Some(root) = root() {
                let _ = root.replace_with_with_node_1(&self.element);
            }
            focus::focus_again(focused);
        }
        head::show(self.site());
        come_to(Program::Alive);
        tell_shown();
    }

    /// Whether it is the page that the reader sees.
    pub(super) fn is_in_place(&self) -> bool {
        self.element.is_connected()
    }

    /// Whether a translator has put other texts in the place of ours: of what is built by hand here nothing
    /// is a `<font>`. What stands in such a page no longer follows.
    pub(super) fn is_altered(&self) -> bool {
        self.is_in_place() && matches!(self.element.query_selector("font"), Ok(Some(_)))
    }

    /// Whether all that an address asks for is there: of what is not, the page says so.
    pub(super) fn has_all_of(&self, parsed: &Parsed) -> bool {
        let figure = parsed.address.fragment.as_deref().filter(|id| id.contains('/'));
        parsed.ignored.is_empty()
            && figure.is_none_or(|id| self.site().dataset.observation(id).is_some())
    }

    /// Opens the story that a fragment points at.
    pub(super) fn open(&self, fragment: Option<&str>) {
        if let Some(id) = fragment
            && self.site().opened.with_untracked(|opened| opened.iter().all(|open| open != id))
        {
            self.site().opened.update(|opened| opened.push(id.to_owned()));
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.mounted.borrow_mut().clear();
        self.owner.cleanup();
    }
}

/// An element like the one that holds the page.
fn element() -> Option<HtmlElement> {
    let element = document()?.create_element("div").ok()?;
    let root = root()?;
    for name in root.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let _ = element.set_attribute(&name, &root.get_attribute(&name).unwrap_or_default());
    }
    element.dyn_into().ok()
}
