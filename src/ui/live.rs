//! Content that follows signals, or comes later, in one type for all of it: what Leptos compiles for a closure it compiles
//! for each closure anew, and there are more than a hundred (docs/decisions/0009).

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

/// A view that is made anew whenever what it reads changes.
pub(crate) fn live<V>(view: impl Fn() -> V + Send + 'static) -> AnyView
where
    V: IntoView + 'static,
{
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    (move || view()).into_any()
}

/// A row of a list: what it is known by, and how it is made.
#[derive(Clone)]
pub(crate) struct Row {
    key: String,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Row {
    /// Rows with equal keys are one row.
    pub(crate) fn new(
        key: impl Into<String>,
        view: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { key: key.into(), view: Arc::new(view) }
    }
}

/// A list that changes, in which a row keeps its element as long as it stays.
#[component]
pub(crate) fn Rows(rows: Signal<Vec<Row>>) -> impl IntoView {
    view! {
        <For each=move || rows.get() key=|row| row.key.clone() let(row)>
            {(row.view)()}
        </For>
    }
}

/// What of a page waits for an idle moment of its own, while the page is built in such moments
/// (`browser::stage`), or was put into place with what fills a screen.
#[derive(Clone, Copy)]
pub(crate) struct Waiting(StoredValue<(May, VecDeque<RwSignal<bool>>)>);

/// What may wait.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum May {
    Nothing,
    /// What is not seen: a drawing in the width that does not fit.
    Unseen,
    /// All that takes long.
    Anything,
}

impl Waiting {
    /// Nothing waits yet.
    pub(crate) fn new(may: May) -> Self {
        Self(StoredValue::new((may, VecDeque::new())))
    }

    /// Whether it may wait.
    fn add(self, what: May, is_time: RwSignal<bool>) -> bool {
        let added = self.0.try_update_value(|(may, waiting)| {
            let may_wait = what <= *may;
            if may_wait {
                waiting.push_back(is_time);
            }
            may_wait
        });
        added.unwrap_or_default()
    }

    /// Has the first that waits be built; says whether there was any.
    pub(crate) fn next(self) -> bool {
        let next = self.0.try_update_value(|(_, waiting)| waiting.pop_front()).flatten();
        next.map(|is_time| is_time.set(true)).is_some()
    }

    /// Nothing is to wait any more; gives what did, which is not there yet.
    pub(crate) fn end(self) -> VecDeque<RwSignal<bool>> {
        self.begin(May::Nothing);
        self.0.try_update_value(|(_, waiting)| std::mem::take(waiting)).unwrap_or_default()
    }

    /// Of what is built from now on this may wait.
    pub(crate) fn begin(self, which: May) {
        self.0.update_value(|(may, _)| *may = which);
    }
}

/// A piece of a page that takes long to build: built by itself where the page is built in idle moments, at
/// once everywhere else.
pub(crate) fn later(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    waiting(May::Anything, view)
}

/// A piece of a page that nobody sees, which waits where only that may.
pub(crate) fn unseen(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    waiting(May::Unseen, view)
}

fn waiting(what: May, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    if use_context::<Waiting>().is_some_and(|waiting| waiting.add(what, is_time)) {
        live(move || is_time.get().then(&view))
    } else {
        view()
    }
}
