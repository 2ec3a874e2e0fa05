//! The fixed texts of the pages. The code does not compile if a text is missing in one language.

use en::EN;
pub use frame::FrameText;
pub use lineage::LineageText;
pub use offline::OfflineText;
pub use ranking::RankingText;
use vi::VI;

use crate::i18n::Lang;

/// Declares a set of texts. It makes a struct `Table` with a field for each text, of which the file has
/// to declare one value for each language, `VI` and `EN`; and a type with a method for each text, which
/// returns it in the language of the value. It uses methods instead of handing the table out, so that
/// the program for the browser contains only the texts that it uses.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident: $($(#[$field_meta:meta])* $field:ident: $kind:ty,)*) => {
        struct Table {
            $($field: $kind,)*
        }

        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(pub(in crate::i18n) Lang);

        #[allow(missing_docs, reason = "each method's name says where its text stands")]
        impl $name {
            $($(#[$field_meta])*
            pub const fn $field(self) -> $kind {
                match self.0 {
                    Lang::Vi => VI.$field,
                    Lang::En => EN.$field,
                }
            })*
        }
    };
}

mod en;
mod frame;
mod lineage;
pub(super) mod offline;
pub(super) mod ranking;
mod vi;

/// The words of one state of a promise.
#[derive(Clone, Copy)]
pub struct StateText {
    /// Its name, as printed after a promise.
    pub name: &'static str,
    /// The words after a number of promises: "2 đạt đúng hạn".
    pub counted: &'static str,
    /// What it means, in a sentence. It blames nobody where nothing was published.
    pub meaning: &'static str,
}

texts! {
    /// The fixed texts of one language.
    Messages:
    site_name: &'static str,
    site_tagline: &'static str,
    skip_to_content: &'static str,
    main_navigation: &'static str,
    nav_compare: &'static str,
    nav_method: &'static str,
    other_language: &'static str,
    footer_promise: &'static str,
    footer_license: &'static str,
    breadcrumbs: &'static str,

    page_loading: &'static str,
    as_of_today: &'static str,
    needs_script: &'static str,
    retry: &'static str,

    home_title: &'static str,
    home_findings_rule: &'static str,
    home_provinces: &'static str,
    home_how_to_read: &'static str,
    home_reading: [&'static str; 4],
    now: &'static str,

    topics_search: &'static str,
    topics_search_hint: &'static str,
    topics_none: &'static str,

    pillar_overall: &'static str,
    pillar_government: &'static str,
    pillar_economy: &'static str,
    pillar_society: &'static str,
    pillar_foundation: &'static str,
    pillar_context: &'static str,

    province: &'static str,
    provinces: &'static str,
    topic: &'static str,
    year: &'static str,
    latest: &'static str,
    kind: &'static str,
    both_kinds: &'static str,
    only_results: &'static str,
    only_targets: &'static str,
    show: &'static str,
    show_both: &'static str,
    show_chart: &'static str,
    show_table: &'static str,
    controls: &'static str,
    go_to_other_topics: &'static str,

    result: &'static str,
    target: &'static str,
    results: &'static str,
    period: &'static str,
    deadline: &'static str,
    no_deadline: &'static str,
    source: &'static str,
    measure: &'static str,
    none: &'static str,
    none_read_aloud: &'static str,
    country_row: &'static str,

    figure_title: &'static str,
    figure_hint: &'static str,
    table_title: &'static str,
    table_latest: &'static str,
    allowed_title: &'static str,
    why_title: &'static str,
    why_title_comparable: &'static str,
    cards_title: &'static str,
    get_title: &'static str,
    get_svg: &'static str,
    get_csv: &'static str,
    get_csv_excel: &'static str,
    copy_link: &'static str,
    copied: &'static str,
    copy_failed: &'static str,
    saving_hint: &'static str,
    see_definitions: &'static str,
    see_comparison: &'static str,
    nothing_selected: &'static str,
    chart_failed: &'static str,
    chart: &'static str,
    chart_keys: &'static str,
    skip_chart: &'static str,
    end_of_chart: &'static str,
    chart_has_table: &'static str,
    chart_has_list: &'static str,
    chart_links_to_list: &'static str,
    chart_of_percents: &'static str,
    chart_of_counts: &'static str,

    reason_different_definition: &'static str,
    reason_different_kind: &'static str,
    reason_different_base: &'static str,
    reason_method_break: &'static str,
    reason_different_year: &'static str,
    reason_different_basis: &'static str,
    reason_approximate: &'static str,
    reason_method_unknown: &'static str,
    reason_merged_unit: &'static str,

    basis_reported: &'static str,
    basis_measured: &'static str,
    basis_surveyed: &'static str,
    basis_derived: &'static str,

    card_said_by: &'static str,
    card_document: &'static str,
    card_made: &'static str,
    card_also: &'static str,
    card_checked_by: &'static str,
    card_basis: &'static str,
    card_parents: &'static str,
    card_note: &'static str,
    is_draft: &'static str,
    draft_meaning: &'static str,
    has_caveat: &'static str,
    card_caveat: &'static str,
    card_inferred: &'static str,
    card_replaced: &'static str,
    card_replaced_by: &'static str,
    inferred_keys: [(&'static str, &'static str); 8],
    card_link: &'static str,
    card_disputes: &'static str,
    title_not_seen: &'static str,
    through_copy: &'static str,
    archived_copy: &'static str,
    undated_source: &'static str,
    not_before: &'static str,

    province_became: &'static str,
    province_by_pillar: &'static str,
    province_unknown: &'static str,
    province_knows_all: &'static str,

    concept_definitions: &'static str,
    concept_over_time: &'static str,
    concept_over_time_hint: &'static str,
    concept_all_figures: &'static str,
    better_higher: &'static str,
    better_lower: &'static str,
    better_neither: &'static str,
    unit_percent_of: &'static str,
    unit_count_of: &'static str,
    unit_rank_of: &'static str,
    unit_score_of: &'static str,
    unit_other_of: &'static str,
    unit_statement: &'static str,
    nothing_found: &'static str,
    awaited: &'static str,
    awaited_meaning: &'static str,
    qualitative_title: &'static str,
    qualitative_hint: &'static str,
    qualitative: &'static str,
    has_qualitative: &'static str,
    method_breaks: &'static str,

    kind_news: &'static str,
    kind_official: &'static str,
    kind_law: &'static str,
    kind_report: &'static str,
    kind_repost: &'static str,
    open_source: &'static str,
    no_address: &'static str,

    /// Name and explanation of each state of a promise, in the order of `State::ALL`.
    states: [StateText; 11],
    merger: &'static str,
    due_mark: &'static str,
    promises_due: &'static str,
    promises_rule: &'static str,
    press_enter_to_choose: &'static str,
    promises_silence: &'static str,
    promises_figure: &'static str,
    promises_by_deadline: &'static str,
    promises_figure_hint: &'static str,
    promises_none_fit: &'static str,
    promises_none: &'static str,
    as_of: &'static str,
    any_state: &'static str,
    any_year: &'static str,
    state: &'static str,
    group_by: &'static str,
    sort_by: &'static str,
    gap: &'static str,
    pillar: &'static str,
    view_delivery: &'static str,
    view_ambition: &'static str,
    ambition_lead: &'static str,
    ambition_none: &'static str,
    ambition_national: &'static str,
    ambition_stands: &'static str,
    ambition_unlike: &'static str,
    promise: &'static str,
    promised_by: &'static str,
    promised_when: &'static str,
    promised_where: &'static str,
    when_promised: &'static str,
    latest_result: &'static str,
    pace_needed: &'static str,
    pace_achieved: &'static str,
    path_then: &'static str,
    time_left: &'static str,
    rests_on: &'static str,
    inconclusive: &'static str,
    settles: &'static str,
    answers_now: &'static str,
    chain: &'static str,
    promise_link: &'static str,
    made_unknown: &'static str,


}

impl Messages {
    /// The texts about benchmarks and disputes.
    pub const fn frame(self) -> FrameText {
        FrameText(self.0)
    }

    /// The texts of the pages on provinces and their mergers.
    pub const fn lineage(self) -> LineageText {
        LineageText(self.0)
    }
}
