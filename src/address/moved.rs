//! Topics whose figures were moved to another topic. Their addresses may have been cited, so each of
//! them keeps a page with a link to the new topic.

/// A topic that has no figures anymore because they were moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedTopic {
    /// The concept of the old topic.
    pub from: &'static str,
    /// The concept that has the figures now.
    pub to: &'static str,
    /// The indicators that were moved there.
    pub indicators: &'static [&'static str],
}

/// All moved topics.
pub const MOVED_TOPICS: [MovedTopic; 1] = [MovedTopic {
    // The rank of a pillar of the index belongs to the same topic as its score.
    from: "digital-economy-rank",
    to: "dti-economy",
    indicators: &["dti-economy-rank"],
}];

impl MovedTopic {
    /// Where the figures of a concept were moved to; `None` for one whose figures were not moved.
    pub fn from_concept(concept: &str) -> Option<Self> {
        MOVED_TOPICS.into_iter().find(|moved| moved.from == concept)
    }
}
