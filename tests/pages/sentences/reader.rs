//! What must not be said about figures, and where a text says it.
//!
//! A text is read without knowing how it was made: its numbers are looked up in the data. Names in
//! the sentence say which province and measure they are about; without names it is the page.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use tinhso::compare::{Ledger, Reason, compare};
use tinhso::data::{
    Basis, BilingualText, Comparator, Dataset, Date, Day, Kind, Observation, Province, Region, Unit,
};
use tinhso::i18n::{Lang, number, phrase};

use super::blocks::{Block, Section};
use super::numbers::{differences, has_word, percentages, ranks, sentences};

/// Whether two places of a province are of two years of one ranking, one after the other, between which nothing
/// changed, and both were printed. Only of these may a page say how far the province went up or down.
fn are_years_of_one_ranking(dataset: &Dataset, a: &Observation, b: &Observation) -> bool {
    let years = [a, b].map(|o| o.period.map(Date::year));
    let [Some(first), Some(second)] = years else { return false };
    let is_rank = dataset.indicator(&a.indicator).is_some_and(|i| i.unit == Unit::Rank);
    is_rank
        && first.abs_diff(second) == 1
        && [a, b].iter().all(|o| o.basis != Basis::Derived)
        && compare(dataset, a, b).reasons == [Reason::DifferentYear]
}

/// For each province its places among those of its region, in words, in every set of ranks that all of these
/// have: how many of them are above it, and one.
fn places_in_regions(dataset: &Dataset, lang: Lang) -> HashMap<&str, HashSet<String>> {
    let mut sets: HashMap<_, HashMap<&str, f64>> = HashMap::new();
    let ranks = dataset.observations.iter().filter(|o| o.kind == Kind::Result && o.base.is_some());
    for o in ranks {
        let (Some(value), Some(period)) = (o.value(), o.period) else { continue };
        let key = (o.indicator.as_str(), period.to_string(), o.base);
        sets.entry(key).or_default().entry(o.province.as_str()).or_insert(value);
    }
    let mut found: HashMap<&str, HashSet<String>> = HashMap::new();
    let regions: [fn(&Province) -> Option<Region>; 2] = [|p| p.region, |p| p.region_2025];
    for (unit, region) in dataset.units().flat_map(|unit| regions.map(|region| (unit, region))) {
        let members: Vec<&str> = dataset
            .units()
            .filter(|other| region(unit).is_some() && region(other) == region(unit))
            .map(|other| other.id.as_str())
            .collect();
        for set in sets.values() {
            let values: Option<Vec<f64>> = members.iter().map(|id| set.get(id).copied()).collect();
            let (Some(values), Some(own)) = (values, set.get(unit.id.as_str())) else { continue };
            let above = values.iter().filter(|other| *other < own).count();
            let place = u32::try_from(above + 1).unwrap();
            let of = u32::try_from(values.len()).unwrap();
            let text = phrase::rank(lang, (place, None), Some(of), false);
            found.entry(unit.id.as_str()).or_default().insert(text);
        }
    }
    found
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// A target is not called one.
    TargetAsResult,
    /// A province is called first, best or last in a set that is not complete.
    SuperlativeOfChosen,
    /// A difference that is not one of two figures that may be subtracted, or a difference among
    /// the reasons against comparing.
    ForbiddenDifference,
    /// A headline rests on a figure with a caveat.
    CaveatInHeadline,
    /// A number that is no figure of the provinces and measures the sentence is about.
    UnknownNumber,
    /// The sentence claims that something is missing which the view only does not show.
    TooWide,
}

/// What a page is about.
#[derive(Clone, Debug)]
pub(super) struct About {
    /// Its topic.
    pub(super) concept: Option<String>,
    /// Its province.
    pub(super) province: Option<String>,
    /// Whether it shows complete sets, in which one province is the first.
    pub(super) is_complete: bool,
    /// The day on which promises are assessed.
    pub(super) day: Day,
    /// The selected year.
    pub(super) year: Option<i32>,
}

/// A figure, and the ways in which texts can write it.
struct KnownFigure<'a> {
    figure: &'a Observation,
    concept: &'a str,
    unit: &'a Unit,
    forms: Vec<String>,
}

/// The data, prepared for looking up the texts of one language.
pub(super) struct Reader<'a> {
    dataset: &'a Dataset,
    lang: Lang,
    known: Vec<KnownFigure<'a>>,
    /// Which of them can be written in a form.
    of_form: HashMap<String, Vec<usize>>,
    /// The forms that begin with these digits, for a sentence is read faster by its digits than by
    /// looking for thousands of numbers in it; under "" those without digits.
    forms_of_digits: HashMap<String, Vec<String>>,
    /// The names of indicators, with their topics.
    measures: Vec<(&'a str, &'a str)>,
    /// The names of provinces and of the country, with their ids.
    names: Vec<(&'a str, &'a str)>,
    /// Texts by editors, and the names of sources, which are not sentences of this site.
    quoted: Vec<String>,
    /// What [`places_in_regions`] finds.
    in_regions: HashMap<&'a str, HashSet<String>>,
}

const TARGET_WORDS: [&[&str]; 2] = [
    &["mục tiêu", "hứa", "chỉ tiêu", "hạn ", " đặt ", "Mục tiêu", "Hứa", "Hạn "],
    &["target", "promise", "aims for", "goal", "due ", "Target", "Promise", "deadline", "Due "],
];

const SUPERLATIVES: [&[&str]; 2] = [
    &[
        "đứng đầu",
        "dẫn đầu",
        "xếp đầu",
        "đứng cuối",
        "xếp cuối",
        "cao nhất",
        "thấp nhất",
        "tốt nhất",
        "kém nhất",
        "hạng nhất",
        "đứng nhất",
        "giỏi nhất",
        "nhanh nhất",
        "đi đầu",
        "đội sổ",
    ],
    &[
        "leads",
        "leading",
        "is first",
        "ranked first",
        "ranks first",
        "came first",
        "measure first",
        "is last",
        "ranked last",
        "ranks last",
        "came last",
        "highest",
        "lowest",
        "best",
        "worst",
        "in the lead",
        "ahead of all",
        "at the top",
        "at the bottom",
    ],
];

impl<'a> Reader<'a> {
    pub(super) fn new(dataset: &'a Dataset, lang: Lang) -> Self {
        let pick = |text: &'a BilingualText| -> &'a str {
            match lang {
                Lang::Vi => &text.vi,
                Lang::En => &text.en,
            }
        };
        let known: Vec<KnownFigure<'a>> = dataset
            .entries()
            .filter(|figure| figure.value().is_some())
            .filter_map(|figure| {
                let indicator = dataset.indicator(&figure.indicator)?;
                Some(KnownFigure {
                    figure,
                    concept: &indicator.concept,
                    unit: &indicator.unit,
                    forms: forms(lang, figure, &indicator.unit),
                })
            })
            .collect();
        let mut of_form: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, figure) in known.iter().enumerate() {
            for form in &figure.forms {
                let places = of_form.entry(form.clone()).or_default();
                if places.last() != Some(&place) {
                    places.push(place);
                }
            }
        }
        let mut forms_of_digits: HashMap<String, Vec<String>> = HashMap::new();
        for form in of_form.keys() {
            let first = digits_in(form).next().unwrap_or_default();
            forms_of_digits.entry(first.to_owned()).or_default().push(form.clone());
        }
        let names = dataset.provinces.iter().flat_map(|province| {
            [pick(&province.short), pick(&province.name)].map(|name| (name, province.id.as_str()))
        });
        Self {
            dataset,
            lang,
            known,
            of_form,
            forms_of_digits,
            measures: dataset
                .indicators
                .iter()
                .map(|i| (pick(&i.name), i.concept.as_str()))
                .collect(),
            names: names.collect(),
            quoted: quoted(dataset, lang),
            in_regions: places_in_regions(dataset, lang),
        }
    }

    /// The faults of a text, each with its sentence.
    pub(super) fn faults(&self, about: &About, block: &Block) -> Vec<(Fault, String)> {
        let found: Vec<(Fault, String)> = self.faults_of_text(about, block, &block.text);
        if found.is_empty() {
            return found;
        }
        // Only done if faults were found, because it takes long: remove quoted texts, which are not
        // sentences of this site.
        let mut text = block.text.clone();
        for quoted in &self.quoted {
            if text.contains(quoted.as_str()) {
                text = text.replace(quoted.as_str(), "…");
            }
        }
        self.faults_of_text(about, block, &text)
    }

    fn faults_of_text(&self, about: &About, block: &Block, text: &str) -> Vec<(Fault, String)> {
        let mut found = Vec::new();
        for sentence in sentences(text) {
            let faults = [
                (
                    Fault::TargetAsResult,
                    !block.place.is_cell && self.has_unnamed_target(about, sentence),
                ),
                (Fault::SuperlativeOfChosen, self.has_superlative(about, sentence)),
                (Fault::ForbiddenDifference, self.has_forbidden_difference(about, block, sentence)),
                (
                    Fault::CaveatInHeadline,
                    block.place.is_headline && self.has_caveated_figure(about, sentence),
                ),
                (Fault::UnknownNumber, self.has_unknown_number(about, block, sentence)),
                (Fault::TooWide, self.claims_too_much(about, sentence)),
            ];
            found.extend(
                faults
                    .into_iter()
                    .filter(|(_, is_found)| *is_found)
                    .map(|(fault, _)| (fault, sentence.to_owned())),
            );
        }
        found
    }

    /// The topics a sentence can be about: those whose measures it names, otherwise that of the
    /// page; `None` means any.
    fn concepts(&self, about: &'a About, sentence: &str) -> Option<BTreeSet<&str>> {
        let named: BTreeSet<&str> = self
            .measures
            .iter()
            .filter(|(name, _)| sentence.contains(name))
            .map(|(_, concept)| *concept)
            .collect();
        if !named.is_empty() {
            return Some(named);
        }
        about.concept.as_deref().map(|concept| BTreeSet::from([concept]))
    }

    /// The provinces a sentence can be about: those it names, otherwise that of the page; `None`
    /// means any.
    fn provinces(&self, about: &'a About, sentence: &str) -> Option<BTreeSet<&str>> {
        let named: BTreeSet<&str> = self
            .names
            .iter()
            .filter(|(name, _)| has_word(sentence, name))
            .map(|(_, id)| *id)
            .collect();
        if !named.is_empty() {
            return Some(named);
        }
        about.province.as_deref().map(|province| BTreeSet::from([province]))
    }

    /// For each number in a sentence the figures that it can be. Numbers that cannot be a figure
    /// are left out.
    fn figures_of_numbers<'s>(
        &'s self,
        about: &'s About,
        sentence: &str,
    ) -> Vec<(&'s str, Vec<&'s KnownFigure<'a>>)> {
        if !sentence.contains(|c: char| c.is_ascii_digit()) {
            return Vec::new();
        }
        let (concepts, provinces) =
            (self.concepts(about, sentence), self.provinces(about, sentence));
        let is_about = |known: &&KnownFigure<'a>| {
            concepts.as_ref().is_none_or(|set| set.contains(known.concept))
                && provinces.as_ref().is_none_or(|set| set.contains(known.figure.province.as_str()))
        };
        let digits: BTreeSet<&str> = digits_in(sentence).chain([""]).collect();
        digits
            .into_iter()
            .filter_map(|digits| self.forms_of_digits.get(digits))
            .flatten()
            .filter(|form| has_word(sentence, form))
            .map(|form| {
                let figures = self.of_form[form].iter().map(|place| &self.known[*place]);
                (form.as_str(), figures.filter(is_about).collect::<Vec<_>>())
            })
            .filter(|(_, figures)| !figures.is_empty())
            .collect()
    }

    fn has_unnamed_target(&self, about: &About, sentence: &str) -> bool {
        let words = TARGET_WORDS[self.lang as usize];
        !words.iter().any(|word| sentence.contains(word))
            && self
                .figures_of_numbers(about, sentence)
                .iter()
                .any(|(_, figures)| figures.iter().all(|known| known.figure.kind == Kind::Target))
    }

    fn has_superlative(&self, about: &About, sentence: &str) -> bool {
        let lower = sentence.to_lowercase();
        !about.is_complete
            && SUPERLATIVES[self.lang as usize].iter().any(|word| has_word(&lower, word))
    }

    fn has_caveated_figure(&self, about: &About, sentence: &str) -> bool {
        self.figures_of_numbers(about, sentence)
            .iter()
            .any(|(_, figures)| figures.iter().all(|known| known.figure.caveat.is_some()))
    }

    /// Whether a difference is forbidden. It must be the difference of two figures that may be
    /// subtracted and that the sentence is about, the gap in the assessment of a promise, or the
    /// difference between two sources that contradict each other.
    fn has_forbidden_difference(&self, about: &About, block: &Block, sentence: &str) -> bool {
        let printed = differences(self.lang, sentence);
        if printed.is_empty() {
            return false;
        }
        if block.place.section == Section::Reasons {
            return true;
        }
        let allowed = self.allowed_differences(about, block, sentence, &printed);
        !printed.iter().all(|difference| allowed.contains(difference))
    }

    fn allowed_differences(
        &self,
        about: &About,
        block: &Block,
        sentence: &str,
        printed: &[String],
    ) -> BTreeSet<String> {
        let sizes: Vec<f64> = printed.iter().filter_map(|text| size(self.lang, text)).collect();
        let mut allowed = BTreeSet::new();
        if let Some(found) = block.place.promise().and_then(|id| {
            let target = self.dataset.observation(id)?;
            Ledger::new(self.dataset).assess(target, about.day)
        }) {
            let unit = found.indicator.map(|indicator| &indicator.unit);
            let ends = [Some(found.target), found.latest_result(), found.counted.first().copied()];
            let has_caveat = ends.into_iter().flatten().any(|figure| figure.caveat.is_some());
            let is_bound = found.latest_result().is_some_and(|latest| latest.comparator.is_bound());
            let unit = unit.filter(|_| !has_caveat && !is_bound);
            let paces = [found.gap, found.achieved_pace, found.needed_pace];
            for value in paces.into_iter().flatten() {
                allowed.extend(unit.map(|unit| distance(self.lang, value, unit)));
                let read = phrase::round_for_reading(value);
                allowed.extend(unit.map(|unit| distance(self.lang, read, unit)));
            }
        }
        let concepts = self.concepts(about, sentence);
        // The country's figure may be beside a province's, without its own name.
        let mut provinces = self.provinces(about, sentence);
        if let (Some(provinces), Some(country)) = (&mut provinces, self.dataset.country()) {
            provinces.insert(&country.id);
            provinces.extend(about.province.as_deref());
        }
        let figures: Vec<&KnownFigure<'a>> = self
            .known
            .iter()
            .filter(|known| concepts.as_ref().is_none_or(|set| set.contains(known.concept)))
            .filter(|known| {
                provinces.as_ref().is_none_or(|set| set.contains(known.figure.province.as_str()))
            })
            .collect();
        let mut by_concept: BTreeMap<&str, Vec<(f64, &KnownFigure<'a>)>> = BTreeMap::new();
        for known in figures {
            let of_concept = by_concept.entry(known.concept).or_default();
            of_concept.extend(known.figure.value().map(|value| (value, known)));
        }
        for of_concept in by_concept.values_mut() {
            of_concept.sort_by(|(x, _), (y, _)| x.total_cmp(y));
            // There are millions of pairs, of which almost none is as far apart as the sentence says.
            for (place, (value, a)) in of_concept.iter().enumerate() {
                for size in &sizes {
                    let higher = &of_concept[place + 1..];
                    let from = higher.partition_point(|(v, _)| v - value <= size - 0.01);
                    let to = higher.partition_point(|(v, _)| v - value < size + 0.01);
                    for (_, b) in &higher[from..to.max(from)] {
                        allowed.extend(self.difference_between(a, b));
                    }
                }
            }
        }
        allowed
    }

    /// The difference of two figures as a sentence writes it, if it may say it.
    fn difference_between(&self, a: &KnownFigure<'a>, b: &KnownFigure<'a>) -> Option<String> {
        let (x, y) = (a.figure, b.figure);
        let are_rivals = x.disputes.contains(&y.id) || y.disputes.contains(&x.id);
        let has_caveat = x.caveat.is_some() || y.caveat.is_some();
        let is_own_change =
            x.province == y.province && !are_years_of_one_ranking(self.dataset, x, y);
        if !are_rivals && (has_caveat || is_own_change) {
            return None;
        }
        let difference = compare(self.dataset, x, y).difference?;
        Some(distance(self.lang, difference, a.unit))
    }

    /// Whether a percentage or rank is no figure of the provinces and measures the sentence is
    /// about. A number directly after a name must be a figure of that province.
    fn has_unknown_number(&self, about: &About, block: &Block, sentence: &str) -> bool {
        let numbers = [percentages(sentence), ranks(self.lang, sentence)].concat();
        if numbers.is_empty() {
            return false;
        }
        let concepts = self.concepts(about, sentence);
        let path = block.place.promise().and_then(|id| self.path_value(about, id));
        let in_region = about.province.as_deref().and_then(|id| self.in_regions.get(id));
        let is_known = |number: &str, province: Option<&str>| {
            let figures = self.of_form.get(number).into_iter().flatten();
            path.as_deref() == Some(number)
                || in_region.is_some_and(|places| places.contains(number))
                || figures.map(|place| &self.known[*place]).any(|known| {
                    concepts.as_ref().is_none_or(|set| set.contains(known.concept))
                        && province.is_none_or(|id| known.figure.province == id)
                })
        };
        if numbers.iter().any(|number| !is_known(number, None)) {
            return true;
        }
        // A name and its number, as in "Khánh Hòa 56%".
        self.names.iter().filter(|(name, _)| sentence.contains(name)).any(|(name, id)| {
            numbers.iter().any(|number| {
                has_word(sentence, &format!("{name} {number}")) && !is_known(number, Some(id))
            })
        })
    }

    /// Whether a sentence says that "the sources entered so far" have no figure, without naming the
    /// selected year: then it would be about all years.
    fn claims_too_much(&self, about: &About, sentence: &str) -> bool {
        let words = match self.lang {
            Lang::Vi => "các nguồn đã nhập",
            Lang::En => "sources entered so far",
        };
        let year = about.year.map(|year| year.to_string());
        let tells = sentence.to_lowercase().contains(words);
        tells && year.is_some_and(|year| !has_word(sentence, &year))
    }

    /// The value of the straight path of a promise, as its row writes it.
    fn path_value(&self, about: &About, id: &str) -> Option<String> {
        let target = self.dataset.observation(id)?;
        let ledger = Ledger::new(self.dataset);
        let found = ledger.assess(target, about.day)?;
        let value =
            phrase::round_for_reading(found.path?.value_on(found.latest_result()?.period?.end()));
        Some(plain(self.lang, value, &found.indicator?.unit))
    }
}

/// The ways in which texts write the value of a figure.
fn forms(lang: Lang, figure: &Observation, unit: &Unit) -> Vec<String> {
    let Some(value) = figure.value() else { return Vec::new() };
    match (unit, figure.base) {
        (Unit::Percent, _) => {
            let ends = [Some(value), figure.value_to];
            ends.into_iter().flatten().map(|end| number::percent(lang, end)).collect()
        }
        (Unit::Rank, Some(base)) => {
            let is_top = figure.comparator == Comparator::AtMost;
            vec![
                phrase::rank(lang, (value as u32, None), Some(base), is_top),
                format!("{}/{}", number::number(lang, value), number::number(lang, base.into())),
            ]
        }
        // Numbers that could be a day or a year are not looked up.
        (Unit::Count, _) if value >= 100.0 && !(1990.0..=2100.0).contains(&value) => {
            vec![number::number(lang, value)]
        }
        (Unit::Score, _) if value.fract() != 0.0 => vec![number::number(lang, value)],
        _ => Vec::new(),
    }
}

fn plain(lang: Lang, value: f64, unit: &Unit) -> String {
    match unit {
        Unit::Percent => number::percent(lang, value),
        _ => number::number(lang, value),
    }
}

/// A difference, as texts write it.
fn distance(lang: Lang, value: f64, unit: &Unit) -> String {
    let unit = match unit {
        Unit::Percent => phrase::DifferenceUnit::PercentagePoints,
        Unit::Score => phrase::DifferenceUnit::Points,
        Unit::Rank => phrase::DifferenceUnit::Places,
        _ => phrase::DifferenceUnit::Plain,
    };
    phrase::difference(lang, value.abs(), unit)
}

/// The texts of editors and sources, the longest first.
fn quoted(dataset: &Dataset, lang: Lang) -> Vec<String> {
    let mut quoted: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > 3 {
            quoted.push(text);
        }
    };
    for figure in dataset.entries() {
        for text in [&figure.note, &figure.caveat, &figure.said_by].into_iter().flatten() {
            add(&text.vi);
            add(&text.en);
        }
        if let Some(reply) = &figure.reply {
            add(&reply.vi);
            add(&reply.en);
        }
        for text in [&figure.document, &figure.checked_by] {
            add(text.as_deref().unwrap_or_default());
        }
        let others = figure.also.iter().map(|also| &also.locator);
        others.chain([&figure.locator]).for_each(|locator| add(&phrase::locator(lang, locator)));
    }
    for indicator in &dataset.indicators {
        add(&indicator.definition.vi);
        add(&indicator.definition.en);
        add(&indicator.of.vi);
        add(&indicator.of.en);
    }
    for source in &dataset.sources {
        for text in [&source.title, &source.publisher, &source.via] {
            add(text.as_deref().unwrap_or_default());
        }
    }
    quoted.sort_by_key(|text| std::cmp::Reverse(text.len()));
    quoted.dedup();
    quoted
}

/// The number that a printed difference begins with.
fn size(lang: Lang, difference: &str) -> Option<f64> {
    let number = difference.split(' ').next()?;
    let plain = match lang {
        Lang::Vi => number.replace('.', "").replace(',', "."),
        Lang::En => number.replace(',', ""),
    };
    plain.parse().ok()
}

/// The runs of digits in a text.
fn digits_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty())
}
