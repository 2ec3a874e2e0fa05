//! Content that follows signals, in one type for all of it: what Leptos compiles for a closure it compiles
//! for each closure anew, and there are more than a hundred (docs/decisions/0009).

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
