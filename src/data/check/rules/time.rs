//! The rules about days: no result of the future, none of a province that had ended.

use super::{Report, World};
use crate::data::finding::Problem;
use crate::data::observation::{Kind, Observation};

pub(super) fn check(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    match observation.kind {
        Kind::Result => check_result(world, observation, report),
        Kind::Target => check_target(observation, report),
    }
}

fn check_result(world: &World<'_>, observation: &Observation, report: &mut Report<'_>) {
    let Some(period) = observation.period else { return };
    if period.start() > world.today {
        let (period, today) = (period.to_string(), world.today.to_string());
        report.add_to(observation, ".period", Problem::FutureResult { period, today });
        return;
    }
    let until = world.province(&observation.province).and_then(|province| province.until);
    if let (Some(until), Some(unit_day)) = (until, observation.unit_day())
        && unit_day > until.end()
    {
        let key = if observation.unit_as_of.is_some() { ".unit_as_of" } else { ".period" };
        let problem = Problem::ProvinceEnded {
            province: observation.province.clone(),
            unit_day: unit_day.to_string(),
            until: until.to_string(),
        };
        report.add_to(observation, key, problem);
    }
    let published = world.source(&observation.source).and_then(|source| source.published);
    if let Some(published) = published
        && period.start() > published.end()
    {
        let (period, published) = (period.to_string(), published.to_string());
        let problem = Problem::ResultAfterPublication { period, published };
        report.add_to(observation, ".period", problem);
    }
}

fn check_target(observation: &Observation, report: &mut Report<'_>) {
    if let (Some(deadline), Some(made)) = (observation.deadline, observation.made)
        && deadline.end() < made.start()
    {
        let (deadline, made) = (deadline.to_string(), made.to_string());
        let problem = Problem::DeadlineBeforeMade { deadline, made };
        report.add_to(observation, ".deadline", problem);
    }
}
