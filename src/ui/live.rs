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
/// (`browser::takeover`); `None` once nothing is to wait any more.
#[derive(Clone, Copy)]
pub(crate) struct Waiting(StoredValue<Option<VecDeque<RwSignal<bool>>>>);

impl Waiting {
    /// Nothing waits yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Some(VecDeque::new())))
    }

    /// Whether it may wait.
    fn add(self, is_time: RwSignal<bool>) -> bool {
        let added =
            self.0.try_update_value(|waiting| waiting.as_mut().map(|w| w.push_back(is_time)));
        added.flatten().is_some()
    }

    /// Has the first that waits be built; says whether there was any.
    pub(crate) fn next(self) -> bool {
        let next = self.0.try_update_value(|waiting| waiting.as_mut()?.pop_front()).flatten();
        next.map(|is_time| is_time.set(true)).is_some()
    }

    /// Nothing is to wait any more; gives what did, which is not there yet.
    pub(crate) fn end(self) -> VecDeque<RwSignal<bool>> {
        self.0.try_update_value(Option::take).flatten().unwrap_or_default()
    }

    /// What is built from now on may wait.
    pub(crate) fn begin(self) {
        self.0.set_value(Some(VecDeque::new()));
    }
}

/// A piece of a page that takes long to build: built by itself where the page is built in idle moments, at
/// once everywhere else.
pub(crate) fn later(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    if use_context::<Waiting>().is_some_and(|waiting| waiting.add(is_time)) {
        live(move || is_time.get().then(&view))
    } else {
        view()
    }
}
