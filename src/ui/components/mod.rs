//! Parts that several pages share.

mod card;
mod cite;
mod controls;
mod disputes;
mod figure;
mod frame;
mod glyph;
mod heading;
mod opening;
mod province;
mod search;
mod states;
mod table;
mod take_away;
mod topics;

pub(crate) use card::{Card, Document};
pub(crate) use cite::{Cite, Place, SourceFacts, SourceLink, SourceName, Term, term};
pub(crate) use controls::{Choice, Choices, Controls, DayField, TopicChoice, UnlessShown, option};
pub(crate) use disputes::disputes;
pub(crate) use figure::{Chart, Figure};
pub(crate) use frame::{BenchmarkTerm, DisputedMark, DisputesTerm, Side};
pub(crate) use glyph::{Glyph, KindGlyph, StateGlyph};
pub(crate) use heading::Heading;
pub(crate) use opening::opening;
pub(crate) use province::{Breadcrumbs, Mark, ProvinceLink};
pub(crate) use search::{Search, SearchField, UnitsFound, is_asked, n_units_found, searched};
pub(crate) use states::StateCounts;
pub(crate) use table::{BandsTable, FiguresRow, Nothing, TableHead, figures_columns};
pub(crate) use take_away::{TakeAway, Taken};
pub(crate) use topics::{TopicList, topic_search};
