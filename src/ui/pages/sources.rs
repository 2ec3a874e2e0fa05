//! `/nguon/`: every source with its figures, and the downloads.

use leptos::prelude::*;

use crate::address::Page;
use crate::data::{Dataset, Observation, Province, Source, SourceKind, TableCount};
use crate::export::{Csv, Format, Json};
use crate::i18n::fold::{fold, matches};
use crate::i18n::{Fixed, Lang, phrase};
use crate::ui::components::{
    Fold, Folded, Glyph, KindGlyph, Search, SourceLocator, SourceReading, disputes, is_search,
    lang_of_name, page_intro, search_words,
};
use crate::ui::head::Head;
use crate::ui::site::Site;
use crate::ui::view::View;
use crate::ui::words;

/// The downloads, which need no data and so are there at once; the sources by kind, with a search, and by
/// province; and the disagreements between them.
pub(crate) const VIEW: View = View {
    head,
    prepare: || (),
    top: &[|| page_intro(head), downloads],
    rest: &[sources, by_province, disputes],
};

/// The name of the page in the menu.
pub(crate) const NAME: Fixed = Fixed { vi: "Nguồn", en: "Sources" };
const TITLE: Fixed = Fixed { vi: "Nguồn và tải về", en: "Sources and downloads" };
const LEAD: Fixed = Fixed {
    vi: "Mỗi nguồn, và con số lấy từ đó; số của bảng chính thức thì tải cả bảng.",
    en: "Every source and the figures taken from it; those of official tables are in the file of the table.",
};
const BRACKETS: Fixed = Fixed {
    vi: "Tên trong ngoặc vuông là lời tả của trang này, khi chưa biết tên bài như đã in.",
    en: "A title in square brackets is our description, where the title as printed is not known.",
};
const NO_FIGURES: Fixed = Fixed {
    vi: "Không có con số nào nhập từ nguồn này: nó cho biết địa giới, cách tính chỉ số hoặc ngày công bố, hay dùng để đối chiếu.",
    en: "No figure was entered from this source: it tells of boundaries, of how an index is computed or when it came out, or was read to check others.",
};
const REPLIES: Fixed = Fixed {
    vi: "Con số được tỉnh trả lời ở đây",
    en: "Figures that a province answers here",
};
const DOWNLOADS: Fixed = Fixed { vi: "Tải toàn bộ số liệu", en: "Download all data" };
const DOWNLOADS_LEAD: Fixed = Fixed {
    vi: "Dùng tự do với điều kiện ghi nguồn (CC BY 4.0).",
    en: "Free to use with attribution (CC BY 4.0).",
};
const TABLE: Fixed = Fixed { vi: "Bảng", en: "Table" };
/// Follows the number of figures of a table that has other years, too.
const FROM_IT: Fixed = Fixed { vi: "từ nguồn này", en: "from this source" };
const SEARCH: Fixed = Fixed { vi: "Tìm nguồn", en: "Find a source" };
const SEARCH_HINT: Fixed = Fixed {
    vi: "Tên bài, báo hoặc cơ quan, rồi nhấn Enter",
    en: "Title, newspaper or authority, then Enter",
};
const NONE_FOUND: Fixed =
    Fixed { vi: "Không tìm thấy nguồn nào.", en: "No source was found." };
const BY_PROVINCE: Fixed = Fixed {
    vi: "Nguồn của từng tỉnh đang theo dõi",
    en: "Sources of each followed province",
};
const WITHOUT_TABLES: Fixed = Fixed {
    vi: "Không kể các bảng chính thức, có số của mọi tỉnh.",
    en: "Official tables, which have figures of all provinces, are not counted.",
};
const DATA_FILES: Fixed =
    Fixed { vi: "Các tệp dữ liệu gốc", en: "The data files themselves" };
const OTHER_EXCEL: Fixed = Fixed {
    vi: "CSV cho Excel cài tiếng Anh (dấu chấm thập phân)",
    en: "CSV for Excel with Vietnamese settings (decimal comma)",
};

fn head(lang: Lang, _: &Dataset, _: &Page) -> Head {
    Head::of(lang, TITLE.of(lang), LEAD.of(lang))
}

fn downloads() -> AnyView {
    let site = Site::from_context();
    let (lang, messages) = (site.lang(), site.messages());
    site.list_section("downloads", DOWNLOADS.of(lang));
    let [usual_excel, other_excel] = site.excel_formats();
    let files = [
        (Csv.file_name(), messages.get_csv()),
        (usual_excel.file_name(), messages.get_csv_excel()),
        (other_excel.file_name(), OTHER_EXCEL.of(lang)),
        (Json.file_name(), "JSON"),
    ];
    let files = files.map(|(file, name)| {
        view! {
            <li>
                <a href=site.download_url(file) download="">
                    {name}
                </a>
            </li>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="downloads">
            <h2 id="downloads">{DOWNLOADS.of(lang)}</h2>
            <p>{DOWNLOADS_LEAD.of(lang)}</p>
            <ul class="t-links">
                {files.collect_view()}
                <li>
                    <a href=site.file_url("data/manifest.json")>{DATA_FILES.of(lang)}</a>
                </li>
            </ul>
            <p class="t-muted">{messages.saving_hint()}</p>
        </section>
    }
    .into_any()
}

/// The sources by kind. Each kind is closed below a line, until a search finds something in it.
fn sources() -> AnyView {
    let site = Site::from_context();
    let lang = site.lang();
    let words = search_words(site);
    let is_searching = Memo::new(move |_| words.with(|words| is_search(words)));
    let all: Vec<(&'static Source, Memo<bool>)> = site
        .dataset
        .sources
        .iter()
        .map(|source| {
            let text = searchable_text(lang, source);
            (source, Memo::new(move |_| words.with(|words| matches(&text, words))))
        })
        .collect();
    let count = |found: Vec<Memo<bool>>| {
        Memo::new(move |_| found.iter().filter(|is_found| is_found.get()).count())
    };
    let n_found = count(all.iter().map(|(_, is_found)| *is_found).collect());
    let kinds = SourceKind::ALL.map(|kind| {
        let own = || all.iter().filter(|(source, _)| source.kind == kind);
        let n = count(own().map(|(_, is_found)| *is_found).collect());
        let items = own().map(|(source, is_found)| {
            let (source, is_found) = (*source, *is_found);
            view! { <OneSource source is_found /> }.into_any()
        });
        let items: Vec<AnyView> = items.collect();
        view! {
            <Fold
                id=format!("kind-{}", kind.id())
                folded=Folded::Everywhere
                title=words::source_kind(lang, kind)
                amount=Signal::derive(move || n.get().to_string())
                opens=is_searching
                hidden=Signal::derive(move || n.get() == 0)
            >
                {items}
            </Fold>
        }
        .into_any()
    });
    view! {
        <Search label=SEARCH.of(lang) hint=SEARCH_HINT.of(lang) none=NONE_FOUND.of(lang) n_found>
            {kinds.into_iter().collect_view()}
            <p class="t-prose t-muted">{BRACKETS.of(lang)}</p>
        </Search>
    }
    .into_any()
}

/// The text in which a search looks for a source, folded.
fn searchable_text(lang: Lang, source: &Source) -> String {
    let name = words::source_name(lang, source);
    let kind = words::source_kind(lang, source.kind);
    let people = source.publisher.iter().chain(&source.author).map(String::as_str);
    fold(&std::iter::once(name).chain(people).chain([kind]).collect::<Vec<_>>().join(" "))
}

/// For each followed province and the country the sources of its figures, as links to where they stand above.
fn by_province() -> AnyView {
    let site = Site::from_context();
    let lang = site.lang();
    let places = site.dataset.followed().into_iter().chain(site.dataset.country());
    let places = places.filter_map(|place| {
        let own: Vec<&Source> = site
            .dataset
            .sources
            .iter()
            .filter(|source| has_figure_of(site, source, place))
            .collect();
        let items = own.iter().map(|source| {
            let date = words::source_date(lang, source);
            view! {
                <li>
                    <a href=format!("#{}", source.id) lang=lang_of_name(lang, source)>
                        {words::source_name(lang, source)}
                    </a>
                    " "
                    <span class="t-muted">{date}</span>
                </li>
            }
            .into_any()
        });
        let n_sources = phrase::n_sources(lang, own.len());
        let summary = format!("{}: {n_sources}", words::pick(lang, &place.name));
        (!own.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{summary}</summary>
                    <ul>{items.collect_view()}</ul>
                </details>
            }
            .into_any()
        })
    });
    let places = places.collect_view();
    site.list_section("by-province", BY_PROVINCE.of(lang));
    view! {
        <section class="t-folds" aria-labelledby="by-province">
            <h2 id="by-province">{BY_PROVINCE.of(lang)}</h2>
            <p class="t-muted">{WITHOUT_TABLES.of(lang)}</p>
            {places}
        </section>
    }
    .into_any()
}

/// Whether a figure of a place was taken from a source, or is in it, too.
fn has_figure_of(site: Site, source: &Source, place: &Province) -> bool {
    let mut own = site.dataset.entries().filter(|figure| figure.province == place.id);
    own.any(|figure| {
        figure.source == source.id || figure.also.iter().any(|also| also.source == source.id)
    })
}

#[component]
fn OneSource(source: &'static Source, is_found: Memo<bool>) -> impl IntoView {
    let lang = Site::from_context().lang();
    let messages = lang.messages();
    let names = source.publisher.iter().chain(&source.author).map(|name| {
        view! {
            <span lang=words::printed_lang(source, name)>{name.as_str()}</span>
            " · "
        }
        .into_any()
    });
    let (date, kind) = (words::source_date(lang, source), words::source_kind(lang, source.kind));
    let copy = words::source_copy(lang, source).map(|copy| format!(" · {copy}"));
    let link = match &source.url {
        Some(url) => view! {
            <a
                href=url.as_str()
                rel="noopener external"
                hreflang=words::other_language(lang, source)
            >
                {messages.open_source()}
            </a>
        }
        .into_any(),
        None => view! { <span class="t-muted">{messages.no_address()}</span> }.into_any(),
    };
    view! {
        <article id=source.id.as_str() class="t-source" hidden=move || !is_found.get()>
            {heading(lang, source)}
            <p class="t-muted">{names.collect_view()} {format!("{date} · {kind}")} {copy}</p>
            <p>{link}</p>
            <SourceReading source />
            <Figures source />
        </article>
    }
}

/// The title of a source. If nobody has seen it, it says so after the publisher.
fn heading(lang: Lang, source: &'static Source) -> AnyView {
    if let Some(title) = source.title.as_deref() {
        return view! { <h3 lang=words::printed_lang(source, title)>{title}</h3> }.into_any();
    }
    let publisher = source.publisher.as_deref().map(|publisher| {
        view! {
            <span lang=words::printed_lang(source, publisher)>{publisher}</span>
            " "
        }
        .into_any()
    });
    view! { <h3>{publisher} {lang.messages().title_not_seen()}</h3> }.into_any()
}

/// All figures that were taken from a source, those from others that it has, too, and those that a
/// province answers in it. Those of an
/// official table are not listed one by one: its line leads to the whole table.
#[component]
fn Figures(source: &'static Source) -> impl IntoView {
    let site = Site::from_context();
    let lang = site.lang();
    let (mut own, mut also_here, mut replies) = (Vec::new(), Vec::new(), Vec::new());
    for figure in site.dataset.entries() {
        if figure.source == source.id {
            own.push(figure_item(site, source, figure, Some(&figure.locator)));
        }
        for also in figure.also.iter().filter(|also| also.source == source.id) {
            also_here.push(figure_item(site, source, figure, Some(&also.locator)));
        }
        if figure.reply.as_ref().is_some_and(|reply| reply.source == source.id) {
            replies.push(figure_item(site, source, figure, None));
        }
    }
    let tables: Vec<AnyView> = site
        .dataset
        .table_counts
        .iter()
        .filter(|count| count.source == source.id)
        .map(|count| table_line(site, count))
        .collect();
    if own.is_empty() && also_here.is_empty() && replies.is_empty() && tables.is_empty() {
        return view! { <p class="t-muted">{NO_FIGURES.of(lang)}</p> }.into_any();
    }
    let own_summary = phrase::n_figures(lang, own.len());
    let also_summary = phrase::n_figures_also_here(lang, also_here.len());
    view! {
        {tables}
        {figure_list(own_summary, own)}
        {figure_list(also_summary, also_here)}
        {figure_list(REPLIES.of(lang).to_owned(), replies)}
    }
    .into_any()
}

/// An official table from a source, to save, with the number of its figures.
fn table_line(site: Site, count: &'static TableCount) -> AnyView {
    let lang = site.lang();
    let n_figures = phrase::n_figures(lang, count.n_figures);
    view! {
        <p>
            {TABLE.of(lang)} ": "
            <a href=site.download_url(&count.path) download="">
                {words::pick(lang, &count.title)}
            </a> {format!(" · {n_figures} {} · CSV", FROM_IT.of(lang))}
        </p>
    }
    .into_any()
}

/// A list that a reader can open; nothing if there is nothing in it.
fn figure_list(summary: String, figures: Vec<AnyView>) -> Option<AnyView> {
    (!figures.is_empty()).then(|| {
        view! {
            <details>
                <summary>{summary}</summary>
                <ul class="t-figures">{figures}</ul>
            </details>
        }
        .into_any()
    })
}

fn figure_item(
    site: Site,
    source: &'static Source,
    observation: &'static Observation,
    locator: Option<&'static str>,
) -> AnyView {
    let place = locator.map(|locator| {
        view! {
            <span class="t-muted">
                " " <SourceLocator source locator />
            </span>
        }
        .into_any()
    });
    view! {
        <li>
            <KindGlyph kind=observation.kind />
            <Glyph series=site.series(&observation.province) />
            <a href=site.link_to_figure(&observation.id)>
                {words::fact(site.lang(), site.dataset, observation)}
            </a>
            {place}
        </li>
    }
    .into_any()
}
