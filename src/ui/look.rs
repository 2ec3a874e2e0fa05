//! What the drawings and the names on a page have in common: the colors and shapes of the provinces in view,
//! and where a mark leads.

use crate::address::{Address, MAX_CHOSEN, Page, href};
use crate::chart::Series;
use crate::data::{Dataset, Observation, Province, ProvinceKind};
use crate::i18n::Lang;

/// The color and shape of each province in view.
///
/// A followed province always has those of its place among the provinces of the data file. The others take, in
/// the order in which they were chosen, what no followed province has, and then what those have that are not in
/// view. So six provinces never share a color or a shape, and one that is added changes no other, unless it is a
/// followed one whose own were taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Palette {
    /// The slots of the provinces that the site does not follow.
    others: Vec<(String, u8)>,
}

impl Palette {
    pub(crate) fn of(dataset: &Dataset, in_view: &[&Province]) -> Self {
        let followed = dataset.followed();
        let slot_of = |province: &&Province| slot_in_file(dataset, &province.id);
        let own: Vec<u8> = followed.iter().filter_map(slot_of).collect();
        let is_followed = |province: &Province| followed.iter().any(|own| own.id == province.id);
        let shown: Vec<u8> =
            in_view.iter().filter(|province| is_followed(province)).filter_map(slot_of).collect();
        let all = 0..u8::try_from(MAX_CHOSEN).unwrap_or(u8::MAX);
        let free = all.clone().filter(|slot| !own.contains(slot));
        let lent = all.filter(|slot| own.contains(slot) && !shown.contains(slot));
        let others = in_view.iter().filter(|province| !is_followed(province));
        let others = others.map(|province| province.id.clone()).zip(free.chain(lent));
        Self { others: others.collect() }
    }

    /// The color and shape of a province, or of the country. One that is neither followed nor in view has those
    /// of its place in the data file, but nothing is drawn for it.
    pub(crate) fn series(&self, dataset: &Dataset, province: &str) -> Series {
        let other = self.others.iter().find(|(id, _)| id == province).map(|(_, slot)| *slot);
        other.or_else(|| slot_in_file(dataset, province)).map_or(Series::National, Series::Slot)
    }

    /// Whether a province that the site does not follow has a color, because it is in view.
    pub(crate) fn has(&self, province: &str) -> bool {
        self.others.iter().any(|(id, _)| id == province)
    }
}

/// The place of a province among those of the data file; `None` for the country.
fn slot_in_file(dataset: &Dataset, province: &str) -> Option<u8> {
    let mut provinces =
        dataset.provinces.iter().filter(|entry| entry.kind == ProvinceKind::Province);
    let place = provinces.position(|entry| entry.id == province)?;
    Some(u8::try_from(place).unwrap_or(u8::MAX))
}

/// What the drawings of a page have in common.
#[derive(Clone)]
pub(crate) struct Look<'d> {
    pub(crate) lang: Lang,
    pub(crate) dataset: &'d Dataset,
    /// The path the site lies under, with a slash at both ends.
    pub(crate) base: &'d str,
    pub(crate) palette: Palette,
}

impl Look<'_> {
    pub(crate) fn series(&self, province: &str) -> Series {
        self.palette.series(self.dataset, province)
    }

    /// Where the mark of a figure leads: to its card, which for the figures of a province that the site does
    /// not follow is on that province's page, and else on this one.
    pub(crate) fn link_to(&self, observation: &Observation) -> String {
        if !self.dataset.is_of_others(observation) {
            return format!("#{}", observation.id);
        }
        let page = Page::Province(observation.province.clone());
        let fragment = Some(observation.id.clone());
        href(self.base, &Address { fragment, ..Address::new(self.lang, page) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::tests::samples::{dataset_of, result};

    #[test]
    fn six_provinces_in_view_never_share_a_color_or_a_shape() {
        let dataset = dataset_of(&[result("an-hai", "online-dossiers", 50.0, "2023")]);
        let units: Vec<&Province> = dataset.units().collect();
        // Every choice of the provinces of the sample.
        for chosen in 0..(1_u32 << units.len()) {
            let in_view: Vec<&Province> = units
                .iter()
                .enumerate()
                .filter(|(idx, _)| chosen & (1 << idx) != 0)
                .map(|(_, unit)| *unit)
                .take(MAX_CHOSEN)
                .collect();
            let palette = Palette::of(&dataset, &in_view);
            let looks = in_view.iter().map(|unit| palette.series(&dataset, &unit.id));
            let looks: Vec<_> =
                looks.map(|series| (series.swatch().name, series.shape())).collect();
            for (idx, look) in looks.iter().enumerate() {
                let is_alone = |other: &(&str, _)| other.0 != look.0 && other.1 != look.1;
                assert!(looks[..idx].iter().all(is_alone), "{chosen:b}: {looks:?}");
            }
        }
    }

    #[test]
    fn an_added_province_changes_no_other() {
        let dataset = dataset_of(&[result("an-hai", "online-dossiers", 50.0, "2023")]);
        let followed = dataset.followed();
        let others: Vec<&Province> =
            dataset.units().filter(|unit| !dataset.is_followed(&unit.id)).collect();
        let mut in_view = followed.clone();
        let mut before: Vec<(String, Series)> = Vec::new();
        for other in others.into_iter().take(MAX_CHOSEN - followed.len()) {
            in_view.push(other);
            let palette = Palette::of(&dataset, &in_view);
            for (id, series) in &before {
                assert_eq!(palette.series(&dataset, id), *series, "{id}");
            }
            before = in_view
                .iter()
                .map(|unit| (unit.id.clone(), palette.series(&dataset, &unit.id)))
                .collect();
        }
        assert!(before.len() > followed.len());
    }
}
