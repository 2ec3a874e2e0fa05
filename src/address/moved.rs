//! Topics whose figures went to another topic. Their addresses were cited, so each keeps a page that
//! leads on.

/// A topic that has no figures any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The concept it was.
    pub from: &'static str,
    /// The concept that has its figures.
    pub to: &'static str,
    /// The indicators that went there.
    pub indicators: &'static [&'static str],
}

/// All of them.
pub const MOVED: [Moved; 1] = [Moved {
    // The rank of a pillar of the index stands with its score.
    from: "digital-economy-rank",
    to: "dti-economy",
    indicators: &["dti-economy-rank"],
}];

impl Moved {
    /// What became of a concept; `None` for one that is where it was.
    pub fn of(concept: &str) -> Option<Self> {
        MOVED.into_iter().find(|moved| moved.from == concept)
    }
}
