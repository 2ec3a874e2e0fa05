//! Which provinces are in view: a checkbox for each that the site follows, and a field that adds any other.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use super::Glyph;
use super::search::{found_by, is_search};
use super::status::ControlsStatus;
use crate::address::{MAX_CHOSEN, keys};
use crate::data::Province;
use crate::i18n::{Fixed, phrase};
use crate::ui::browser;
use crate::ui::lineage::now_text;
use crate::ui::reactive::{Row, Rows, reactive};
use crate::ui::search::{Entries, What};
use crate::ui::site::Site;
use crate::ui::words;

const ADD: Fixed = Fixed { vi: "Thêm tỉnh, thành khác", en: "Add another province" };
const ADD_HINT: Fixed = Fixed {
    vi: "Tên cũ hay mới, có dấu hay không, rồi Enter",
    en: "Old or new name, with or without marks, then Enter",
};
const NONE: Fixed = Fixed {
    vi: "Không tìm thấy tỉnh, thành nào khác.",
    en: "No other province or city was found.",
};
const OTHERS: Fixed = Fixed { vi: "Tỉnh, thành đã thêm", en: "Provinces added" };

/// The id of the field, on which the focus stays while provinces are added and taken out.
const FIELD: &str = "add-province";

/// How many of the provinces that are found are listed: whoever sees so many types another letter.
const MAX_SUGGESTED: usize = 5;

/// The provinces in view, as a choice may change them.
#[derive(Clone, Copy)]
struct InView {
    site: Site,
    status: ControlsStatus,
}

impl InView {
    fn from_context() -> Self {
        Self { site: Site::from_context(), status: expect_context() }
    }

    fn ids(self) -> Vec<&'static str> {
        let provinces = untrack(|| self.site.selected_provinces());
        provinces.into_iter().map(|province| province.id.as_str()).collect()
    }

    /// Shows a province, or no longer shows it. A page about no province would be empty, so the last one
    /// stays; and no more are shown than can be told apart. Returns whether it is shown afterwards.
    fn show(self, id: &'static str, is_shown: bool) -> bool {
        let Self { site, status } = self;
        let name = words::short_name(site.lang(), site.dataset, id);
        // Read the selection first: after the choice the page may be gone.
        let mut ids = self.ids();
        ids.retain(|other| *other != id);
        if ids.is_empty() && !is_shown {
            status.refusal.set(phrase::last_province(site.lang(), name));
            return true;
        }
        if is_shown {
            if ids.len() >= MAX_CHOSEN.max(site.dataset.followed().len()) {
                status.refusal.set(phrase::no_room_for(site.lang(), name, MAX_CHOSEN));
                return false;
            }
            ids.push(id);
        }
        let in_words = || phrase::province_toggled(site.lang(), name, is_shown);
        status.choose(site, keys::PROVINCES, &ids.join(","), in_words);
        is_shown
    }
}

#[component]
pub(super) fn ProvinceBox(id: &'static str, name: &'static str) -> impl IntoView {
    let site = Site::from_context();
    let series = untrack(|| site.series(id));
    site.record_control(keys::PROVINCES, id, series.swatch().name);
    // A memo, so that the checkbox is only set when its state changes.
    let is_shown = Memo::new(move |_| site.location.with(|l| l.address.selection.shows(id)));
    let in_view = InView::from_context();
    view! {
        <label class="t-check">
            <input
                type="checkbox"
                name=keys::PROVINCES
                value=id
                checked=is_shown.get_untracked()
                prop:checked=move || is_shown.get()
                on:change=move |event| {
                    let is_shown = in_view.show(id, event_target_checked(&event));
                    browser::show_checked(&event, is_shown);
                }
            />
            <Glyph series />
            {name}
        </label>
    }
}

/// The provinces in view that the site does not follow, each with a button that takes it out, and a field that
/// adds one.
#[component]
pub(super) fn ProvincePicker() -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let in_view = InView::from_context();
    let node = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let suggested = suggestions(site, typed);
    let empty = move || {
        typed.set(String::new());
        if let Some(field) = node.try_get_untracked().flatten() {
            field.set_value("");
            let _ = field.focus();
        }
    };
    let add = move |id: &'static str| {
        if in_view.show(id, true) {
            empty();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            if let Some(unit) = suggested.with_untracked(|all| all.first().copied()) {
                add(&unit.id);
            }
        }
        "Escape" => empty(),
        _ => {}
    };
    let said = move || {
        if !typed.with(|words| is_search(words)) {
            return String::new();
        }
        match suggested.with(Vec::len) {
            0 => NONE.of(lang).to_owned(),
            n => phrase::n_found(lang, n),
        }
    };
    let rows = move || {
        let row = |unit: &'static Province| {
            let view = move || suggestion(site, unit, Callback::new(move |()| add(&unit.id)));
            Row::new(unit.id.clone(), view)
        };
        suggested.get().into_iter().take(MAX_SUGGESTED).map(row).collect()
    };
    let is_none = move || suggested.with(Vec::is_empty);
    view! {
        <div class="t-pick">
            {reactive(move || chips(site, in_view, node))}
            <span class="t-select">
                <label for=FIELD>{ADD.of(lang)}</label>
                <input
                    id=FIELD
                    type="search"
                    autocomplete="off"
                    aria-describedby="add-hint"
                    aria-controls="add-found"
                    node_ref=node
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=on_key
                />
                <span id="add-hint" class="t-hidden">
                    {ADD_HINT.of(lang)}
                </span>
            </span>
            // Screen readers announce only the number, not each suggestion at every letter.
            <p class="t-pick__said" role="status">
                {reactive(said)}
            </p>
            <ul id="add-found" class="t-pick__found" hidden=is_none>
                <Rows rows=Signal::derive(rows) />
            </ul>
        </div>
    }
}

/// The provinces that are found by what was typed and not yet in view, the closest first.
fn suggestions(site: Site, typed: RwSignal<String>) -> Memo<Vec<&'static Province>> {
    let found = found_by(site, typed.into(), Entries::provinces);
    Memo::new(move |_| {
        let shown = site.selected_provinces();
        found.with(|found| {
            let units = found.iter().filter_map(|(entry, _)| match entry.what {
                What::Province(unit) => Some(unit),
                _ => None,
            });
            let others = units.filter(|unit| shown.iter().all(|own| own.id != unit.id));
            others.collect()
        })
    })
}

/// A button that adds a province; behind it what became of one that has ended.
fn suggestion(site: Site, unit: &'static Province, add: Callback<()>) -> AnyView {
    let lang = site.lang();
    let fate = unit.successor.is_some().then(|| now_text(lang, site.dataset, unit));
    view! {
        <li>
            <button type="button" on:click=move |_| add.run(())>
                {words::pick(lang, &unit.name)}
            </button>
            " "
            <span class="t-muted">{fate}</span>
        </li>
    }
    .into_any()
}

/// A button for each province in view that the site does not follow; nothing if there is none.
fn chips(site: Site, in_view: InView, field: NodeRef<Input>) -> Option<AnyView> {
    let lang = site.lang();
    let mut others = site.selected_provinces();
    others.retain(|province| !site.dataset.is_followed(&province.id));
    let chip = |province: &'static Province| {
        let name = words::pick(lang, &province.short);
        let remove = move |_| {
            // The button goes away with the focus on it.
            if let Some(field) = field.try_get_untracked().flatten() {
                let _ = field.focus();
            }
            in_view.show(&province.id, false);
        };
        view! {
            <li>
                <button
                    type="button"
                    class="t-chip"
                    aria-label=phrase::remove_province(lang, name)
                    on:click=remove
                >
                    <Glyph series=site.series(&province.id) />
                    {name}
                    <span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
        .into_any()
    };
    let chips: Vec<AnyView> = others.into_iter().map(chip).collect();
    (!chips.is_empty()).then(|| {
        view! {
            <ul class="t-chips" aria-label=OTHERS.of(lang)>
                {chips}
            </ul>
        }
        .into_any()
    })
}
