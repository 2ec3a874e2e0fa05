//! Content that is rendered anew when signals change, and content that is built later than the rest
//! of its page.
//!
//! Everything here has its type erased. Leptos compiles its rendering code anew for the type of
//! every closure, and there are more than a hundred of them (docs/decisions/0028).

use std::collections::VecDeque;
use std::sync::Arc;

use leptos::prelude::*;

/// Content that is rendered anew whenever a signal that it reads changes.
pub(crate) fn reactive<V>(view: impl Fn() -> V + Send + 'static) -> AnyView
where
    V: IntoView + 'static,
{
    let view: Box<dyn Fn() -> AnyView + Send> = Box::new(move || view().into_any());
    (move || view()).into_any()
}

/// One row of [`Rows`]: a key that identifies it, and how it is built.
#[derive(Clone)]
pub(crate) struct Row {
    key: String,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Row {
    /// Rows with equal keys are the same row: its element stays when the list changes.
    pub(crate) fn new(
        key: impl Into<String>,
        view: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { key: key.into(), view: Arc::new(view) }
    }
}

/// A list that changes with a signal. A row keeps its element for as long as its key is in the
/// list.
#[component]
pub(crate) fn Rows(rows: Signal<Vec<Row>>) -> impl IntoView {
    view! {
        <For each=move || rows.get() key=|row| row.key.clone() let(row)>
            {(row.view)()}
        </For>
    }
}

/// The pieces of a page that are left out at first and built later, one by one, when the browser is
/// idle (`browser::built_page`). It is provided as context; without it nothing is deferred.
#[derive(Clone, Copy)]
pub(crate) struct DeferredViews(StoredValue<(Deferrable, VecDeque<RwSignal<bool>>)>);

/// Which pieces of a page may be built later. Each level includes those before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Deferrable {
    Nothing,
    /// Only what the reader cannot see now, such as a drawing for another window width.
    Hidden,
    /// Everything that takes long to build.
    Anything,
}

impl DeferredViews {
    /// An empty queue, which accepts the pieces that `deferrable` names.
    pub(crate) fn new(deferrable: Deferrable) -> Self {
        Self(StoredValue::new((deferrable, VecDeque::new())))
    }

    /// Queues a piece, unless its kind may not be deferred now; returns whether it did.
    fn try_add(self, what: Deferrable, is_due: RwSignal<bool>) -> bool {
        let added = self.0.try_update_value(|(allowed, waiting)| {
            let may_defer = what <= *allowed;
            if may_defer {
                waiting.push_back(is_due);
            }
            may_defer
        });
        added.unwrap_or_default()
    }

    /// Has the first piece in the queue built; returns whether there was one.
    pub(crate) fn build_next(self) -> bool {
        let next = self.0.try_update_value(|(_, waiting)| waiting.pop_front()).flatten();
        next.map(|is_due| is_due.set(true)).is_some()
    }

    /// Stops deferring and empties the queue. Returns the signals of the pieces that are not built
    /// yet; setting one to `true` builds its piece.
    pub(crate) fn take_remaining(self) -> VecDeque<RwSignal<bool>> {
        self.allow(Deferrable::Nothing);
        self.0.try_update_value(|(_, waiting)| std::mem::take(waiting)).unwrap_or_default()
    }

    /// Sets which of the pieces that are built from now on may be deferred.
    pub(crate) fn allow(self, which: Deferrable) {
        self.0.update_value(|(allowed, _)| *allowed = which);
    }
}

/// A piece of a page that takes long to build. Where [`DeferredViews`] allow it, the piece is built
/// later, in an idle moment; everywhere else it is built at once.
pub(crate) fn defer(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    defer_if_allowed(Deferrable::Anything, view)
}

/// Like [`defer`], for a piece that the reader cannot see now. It is deferred even where only such
/// pieces may be.
pub(crate) fn defer_hidden(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    defer_if_allowed(Deferrable::Hidden, view)
}

fn defer_if_allowed(what: Deferrable, view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_due = RwSignal::new(false);
    if use_context::<DeferredViews>().is_some_and(|waiting| waiting.try_add(what, is_due)) {
        reactive(move || is_due.get().then(&view))
    } else {
        view()
    }
}
