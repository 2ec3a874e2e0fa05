//! Two figures can be in a dispute only if they describe the same thing at the same time.

use super::{Report, World};
use crate::data::finding::Problem;
use crate::data::observation::Observation;

pub(super) fn check(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    for (idx, id) in observation.disputes.iter().enumerate() {
        let rival = world.observation(id).filter(|rival| rival.id != observation.id);
        if let Some(differs) = rival.and_then(|rival| first_difference(observation, rival)) {
            let problem = Problem::DisputeOfUnlikeFigures { id: id.clone(), differs };
            report.add_to(observation, &format!(".disputes[{idx}]"), problem);
        }
    }
}

/// The first property by which two figures do not describe the same thing at the same time, so that
/// neither can contradict the other. `None` if they can. A result and a target can if they have the
/// same value: then a plan has as its target what another source gives as a result.
fn first_difference(a: &Observation, b: &Observation) -> Option<&'static str> {
    let overlap = match (a.date(), b.date()) {
        (Some(a), Some(b)) => a.start() <= b.end() && b.start() <= a.end(),
        (a, b) => a.is_none() && b.is_none(),
    };
    let differences = [
        ("province", a.province != b.province),
        ("indicator", a.indicator != b.indicator),
        ("base", a.base != b.base),
        ("time", !overlap),
        ("kind", a.kind != b.kind && a.reading() != b.reading()),
    ];
    differences.into_iter().find(|(_, differs)| *differs).map(|(name, _)| name)
}
