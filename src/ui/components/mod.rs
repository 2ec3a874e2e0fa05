//! Components that several pages share.

mod awaited;
mod card;
mod choose;
mod cite;
mod controls;
mod coverage;
mod disputes;
mod earlier;
mod figure;
mod figure_cards;
mod fold;
mod frame;
mod glyph;
mod list_field;
mod page_intro;
mod province;
mod save_and_share;
mod search;
mod states;
mod status;
mod table;
mod topics;

pub(crate) use awaited::awaited_editions;
pub(crate) use card::{Card, Document, parents};
pub(crate) use cite::{
    SourceCitation, SourceFacts, SourceLink, SourceLocator, SourceName, SourceReading, Term,
    lang_of_name, text_term, values_term,
};
pub(crate) use controls::{Controls, DayField, HideInView};
pub(crate) use coverage::{coverage_list, coverage_sentences};
pub(crate) use disputes::disputes;
pub(crate) use earlier::{CardsOf, EarlierResults, is_edition, list_of_earlier};
pub(crate) use figure::{CaptionedChart, Chart};
pub(crate) use figure_cards::{FigureCard, earlier_card};
pub(crate) use fold::{Contents, Fold, Folded, amount, opening};
pub(crate) use frame::{BenchmarkTerm, CaveatNotes, DisputeSide, DisputesTerm, FigureLink};
pub(crate) use glyph::{Glyph, KindGlyph, StateGlyph};
pub(crate) use list_field::{SelectField, SelectOptions, TopicField, select_option};
pub(crate) use page_intro::page_intro;
pub(crate) use province::{Breadcrumbs, ProvinceGlyph, ProvinceLink};
pub(crate) use save_and_share::{SaveAndShare, Shareable};
pub(crate) use search::{Hits, Results, Search, SearchField, found_among, is_search, search_words};
pub(crate) use states::StateCounts;
pub(crate) use table::{BandsTable, EmptyCell, FiguresRow, TableHead, figures_columns};
pub(crate) use topics::{TopicList, topic_search};
