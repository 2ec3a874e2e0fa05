//! What the tests of several modules share.

pub(super) mod samples;
