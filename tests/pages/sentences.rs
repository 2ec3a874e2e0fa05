//! Checks every sentence the site can say: those of the written pages, and those of the views that
//! readers can select. `reader` knows what must not be said. Each kind of fault has an example that
//! is found, and so have three sentences that the site once said.

mod blocks;
mod numbers;
mod reader;
mod table;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use scraper::Html;
use tinhso::address::{Address, Page, Selection, Show, href};
use tinhso::compare::{YearFilter, editions, years};
use tinhso::data::{Dataset, Day, Kind};
use tinhso::i18n::Lang;
use tinhso::prerender::{Document, moved_pages, pages};

use crate::support::{BASE, DOCUMENT, TODAY, both_sites, select_all, text};
use blocks::{Block, Place, Section, blocks};
use reader::{About, Fault, Reader};

/// The real data.
fn real() -> &'static Dataset {
    both_sites()[0].dataset
}

fn about(address: &Address, dataset: &Dataset) -> About {
    let (concept, province) = match &address.page {
        Page::Compare(concept) | Page::Concept(concept) => (Some(concept.clone()), None),
        Page::Province(id) => (None, Some(id.clone())),
        _ => (None, None),
    };
    // In a complete edition one province is the first.
    let is_complete = match &address.page {
        Page::Ranking => editions(dataset, "dti-rank")
            .iter()
            .all(|edition| edition.places.len() == edition.base as usize),
        _ => false,
    };
    let year = match address.selection.year {
        YearFilter::Year(year) => Some(year),
        YearFilter::Latest => None,
    };
    About { concept, province, is_complete, day: TODAY, year }
}

/// Checks pages, each text only once, and collects the faults.
struct Check<'a> {
    readers: [Reader<'a>; 2],
    read: HashSet<(Lang, Page, Day, Block)>,
    n_pages: usize,
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        Self {
            readers: Lang::ALL.map(|lang| Reader::new(dataset, lang)),
            read: HashSet::new(),
            n_pages: 0,
            faults: Vec::new(),
        }
    }

    fn check_page(&mut self, dataset: &Dataset, address: &Address, html: &str) {
        self.check_page_on(dataset, address, html, address.selection.day.unwrap_or(TODAY));
    }

    fn check_page_on(&mut self, dataset: &Dataset, address: &Address, html: &str, day: Day) {
        // The examples of this page are made up, or tested in `tests/native/method.rs`.
        if address.page == Page::Method {
            return;
        }
        let about = About { day, ..about(address, dataset) };
        self.n_pages += 1;
        for block in blocks(&Html::parse_document(html)) {
            let key = (address.lang, address.page.clone(), day, block.clone());
            if !self.read.insert(key) {
                continue;
            }
            for (fault, sentence) in self.readers[address.lang as usize].faults(&about, &block) {
                self.faults.push(format!("{}: {fault:?}: {sentence}", href(BASE, address)));
            }
        }
    }

    /// Checks views of the real site.
    fn check_views(&mut self, addresses: impl IntoIterator<Item = Address>) {
        for address in addresses {
            let html = both_sites()[0].render(&DOCUMENT, &address).unwrap();
            self.check_page(real(), &address, &html);
        }
    }

    #[track_caller]
    fn assert_no_faults(&self, at_least: usize) {
        assert!(self.n_pages >= at_least, "only {} pages were read", self.n_pages);
        assert!(self.read.len() > self.n_pages, "pages have texts");
        assert!(
            self.faults.is_empty(),
            "{} faults:\n{}",
            self.faults.len(),
            self.faults.join("\n")
        );
    }
}

#[test]
fn every_sentence_of_the_written_pages_holds() {
    for site in both_sites() {
        let mut check = Check::of(site.dataset);
        for page in &site.written {
            check.check_page(site.dataset, &page.address, &page.html);
        }
        check.assert_no_faults(30);
    }
}

/// No selected province, each province alone, and each pair.
fn choices_of_provinces(dataset: &Dataset) -> Vec<Option<Vec<String>>> {
    let ids: Vec<String> = dataset.followed().iter().map(|province| province.id.clone()).collect();
    let mut choices = vec![None];
    for (place, a) in ids.iter().enumerate() {
        choices.push(Some(vec![a.clone()]));
        choices.extend(ids[place + 1..].iter().map(|b| Some(vec![a.clone(), b.clone()])));
    }
    choices
}

fn narrowed(page: &Page, selection: &Selection) -> [Address; 2] {
    Lang::ALL
        .map(|lang| Address { selection: selection.clone(), ..Address::new(lang, page.clone()) })
}

/// Selections for all, single and paired provinces: the figures of each year and the latest, and of
/// these each kind.
fn selections(dataset: &Dataset, years: &[i32]) -> Vec<Selection> {
    let of_years = years.iter().map(|year| (YearFilter::Year(*year), None));
    let of_kinds =
        [None, Some(Kind::Target), Some(Kind::Result)].map(|kind| (YearFilter::Latest, kind));
    let views: Vec<_> = of_kinds.into_iter().chain(of_years).collect();
    let assess_provinces = |provinces: Option<Vec<String>>| {
        views.clone().into_iter().map(move |(year, kind)| Selection {
            provinces: provinces.clone(),
            year,
            kind,
            ..Selection::default()
        })
    };
    choices_of_provinces(dataset).into_iter().flat_map(assess_provinces).collect()
}

#[test]
fn every_sentence_of_the_narrowed_comparisons_holds() {
    let dataset = real();
    let mut check = Check::of(dataset);
    for concept in dataset.concepts() {
        let page = Page::Compare(concept.to_owned());
        let selections = selections(dataset, &years(dataset, concept));
        check.check_views(selections.iter().flat_map(|selection| narrowed(&page, selection)));
    }
    check.assert_no_faults(4000);
}

/// Choices of provinces that the site does not follow: neighbors, one that has ended beside what it became part
/// of, a single one, and as many as can be chosen.
const OTHERS: [&[&str]; 4] = [
    &["da-nang", "quang-nam"],
    &["br-vt", "ho-chi-minh-city"],
    &["cao-bang"],
    &["khanh-hoa", "ninh-thuan", "ha-noi", "ha-giang", "an-giang", "lam-dong"],
];

/// Views of a page with each of these choices.
fn views_of(choices: &[&[&str]], page: &Page, year: YearFilter) -> Vec<Address> {
    let of = |ids: &&[&str]| {
        let provinces = Some(ids.iter().map(|id| (*id).to_owned()).collect());
        narrowed(page, &Selection { provinces, year, ..Selection::default() })
    };
    choices.iter().flat_map(of).collect()
}

#[test]
fn every_sentence_about_other_provinces_holds() {
    let dataset = real();
    let mut check = Check::of(dataset);
    for concept in dataset.concepts() {
        for page in [Page::Compare(concept.to_owned()), Page::Concept(concept.to_owned())] {
            check.check_views(views_of(&OTHERS, &page, YearFilter::Latest));
        }
        for year in years(dataset, concept) {
            let page = Page::Compare(concept.to_owned());
            check.check_views(views_of(&OTHERS[..1], &page, YearFilter::Year(year)));
        }
    }
    for edition in editions(dataset, "dti-rank") {
        check.check_views(views_of(&OTHERS, &Page::Ranking, YearFilter::Year(edition.year)));
    }
    check.assert_no_faults(1200);
}

/// The years in which promises are due.
fn years_due(dataset: &Dataset) -> Vec<i32> {
    let targets = dataset.observations.iter().filter(|o| o.kind == Kind::Target);
    let years: BTreeSet<i32> =
        targets.filter_map(|o| o.deadline).map(|due| due.end().year()).collect();
    years.into_iter().collect()
}

#[test]
fn every_sentence_of_the_narrowed_promises_holds() {
    let dataset = real();
    let mut check = Check::of(dataset);
    for selection in selections(dataset, &years_due(dataset)) {
        // Promises are of one kind.
        if selection.kind.is_none() {
            check.check_views(narrowed(&Page::Promises, &selection));
        }
    }
    for day in DAYS {
        let selection = Selection { day: Some(day), ..Selection::default() };
        check.check_views(narrowed(&Page::Promises, &selection));
    }
    let selection = Selection { show: Show::Ambition, ..Selection::default() };
    check.check_views(narrowed(&Page::Promises, &selection));
    check.assert_no_faults(140);
}

#[test]
fn every_sentence_of_every_edition_of_the_ranking_holds() {
    let dataset = real();
    let mut check = Check::of(dataset);
    let years: BTreeSet<i32> = editions(dataset, "dti-rank").iter().map(|e| e.year).collect();
    for year in years {
        let selection = Selection { year: YearFilter::Year(year), ..Selection::default() };
        check.check_views(narrowed(&Page::Ranking, &selection));
    }
    check.assert_no_faults(10);
}

/// Days before and on the last day of three provinces, at the end of that year, and when the next
/// index of digital transformation is late.
const DAYS: [Day; 4] = [Day(19_538), Day(20_269), Day(20_453), Day(20_900)];

/// What pages say about promises depends on the day on which they are written.
#[test]
fn every_sentence_of_pages_written_on_other_days_holds() {
    assert_eq!(
        DAYS.map(|day| day.to_string()),
        ["2023-06-30", "2025-06-30", "2025-12-31", "2027-03-23"]
    );
    let dataset = real();
    let mut check = Check::of(dataset);
    for today in DAYS {
        let document = Document { today, ..DOCUMENT };
        let follow_day = pages(dataset).into_iter().filter(|address| match &address.page {
            Page::Home | Page::Promises => true,
            Page::Province(id) => dataset.is_followed(id),
            _ => false,
        });
        for address in follow_day {
            let html = both_sites()[0].render(&document, &address).unwrap();
            check.check_page_on(dataset, &address, &html, today);
        }
    }
    check.assert_no_faults(40);
}

#[test]
fn every_sentence_of_moved_topics_holds() {
    let dataset = real();
    let mut check = Check::of(dataset);
    check.check_views(moved_pages(dataset));
    check.assert_no_faults(4);
}

/// The faults found in a sentence on a page.
fn found(lang: Lang, page: Page, place: Place, sentence: &str) -> Vec<Fault> {
    let dataset = real();
    let address = Address::new(lang, page);
    let block = Block { text: sentence.to_owned(), place };
    let faults = Reader::new(dataset, lang).faults(&about(&address, dataset), &block);
    faults.into_iter().map(|(fault, _)| fault).collect()
}

fn headline() -> Place {
    Place { is_headline: true, ..Place::default() }
}

fn comparison(concept: &str) -> Page {
    Page::Compare(concept.to_owned())
}

/// What the site said on 26 November 2026, word for word.
#[test]
fn sentences_that_were_once_wrong_are_found() {
    let targets = "Dịch vụ công trực tuyến mức độ 4: Khánh Hòa 100%, Cả nước 80%, chênh 20 điểm %";
    assert!(found(Lang::Vi, Page::Home, headline(), targets).contains(&Fault::TargetAsResult));
    let leader = "BR-VT đứng đầu, cách Bình Phước 3 bậc";
    assert_eq!(
        found(Lang::Vi, comparison("dti-rank"), headline(), leader),
        [Fault::SuperlativeOfChosen]
    );
    let reason = Place { section: Section::Reasons, ..Place::default() };
    let subtraction = "Bạc Liêu khoảng 4% (10/2022) và Cả nước 38% (10/2022): cùng cách đo, chênh 34 \
                       điểm %; đọc thận trọng.";
    let page = || comparison("online-dossiers");
    assert_eq!(found(Lang::Vi, page(), reason, subtraction), [Fault::ForbiddenDifference]);
    // Under a heading of its own it is allowed.
    assert_eq!(found(Lang::Vi, page(), Place::default(), subtraction), []);
}

#[test]
fn each_forbidden_kind_is_found_in_both_languages() {
    use Fault::{
        CaveatInHeadline, ForbiddenDifference, SuperlativeOfChosen, TargetAsResult, UnknownNumber,
    };
    let cases = [
        // A target without a word for one: with a name, with the province of the page, and in the
        // text alternative of a chart.
        (TargetAsResult, Lang::Vi, "online-services", "Khánh Hòa 80,5%, Cả nước 80% (2025)."),
        (TargetAsResult, Lang::En, "online-services", "Vietnam 80% (2025)."),
        // The first of two, the last of those shown.
        (SuperlativeOfChosen, Lang::Vi, "dti-rank", "Bạc Liêu đứng cuối."),
        (SuperlativeOfChosen, Lang::En, "dti-rank", "BR-VT leads Bình Phước."),
        (SuperlativeOfChosen, Lang::En, "dti-rank", "By one and the same measure first: BR-VT."),
        // A difference across definitions, and a number that is no difference of two figures.
        (
            ForbiddenDifference,
            Lang::Vi,
            "online-dossiers",
            "Khánh Hòa 56% (2020) và BR-VT 50% (20/7/2023): chênh 6 điểm %.",
        ),
        (
            ForbiddenDifference,
            Lang::En,
            "online-dossiers",
            "Khánh Hòa 56% (2020) and BR-VT 50%: 6 percentage points apart.",
        ),
        (ForbiddenDifference, Lang::En, "dti-rank", "BR-VT ranked 4 places above Bình Phước."),
        // A wrong number, and the number of another province.
        (UnknownNumber, Lang::Vi, "online-dossiers", "Khánh Hòa 57% (2020)."),
        (UnknownNumber, Lang::Vi, "online-dossiers", "Bạc Liêu 56% (2020)."),
        (UnknownNumber, Lang::En, "dti-rank", "BR-VT 11th of 63 (2023)."),
        (UnknownNumber, Lang::Vi, "dti-rank", "BR-VT thứ 10 trên 64 (2023)."),
        // It is equal to the national goal.
        (CaveatInHeadline, Lang::Vi, "online-services", "BR-VT 100% (20/7/2023)."),
        (CaveatInHeadline, Lang::En, "online-payment", "BR-VT 30% (Jul 20, 2023)."),
    ];
    for (fault, lang, concept, sentence) in cases {
        let faults = found(lang, comparison(concept), headline(), sentence);
        assert!(faults.contains(&fault), "{fault:?} is not found in {sentence:?}: {faults:?}");
    }
}

/// A view of one year must not claim anything about other years.
#[test]
fn claims_beyond_the_view_are_found() {
    let dataset = real();
    let selection = Selection { year: YearFilter::Year(2020), ..Selection::default() };
    let [vi, _] = narrowed(&comparison("dti-score"), &selection);
    let found = |sentence: &str| {
        let block = Block { text: sentence.to_owned(), place: headline() };
        let faults = Reader::new(dataset, Lang::Vi).faults(&about(&vi, dataset), &block);
        faults.into_iter().map(|(fault, _)| fault).collect::<Vec<_>>()
    };
    let wide = "Điểm chuyển đổi số: các nguồn đã nhập chỉ có số của cả nước, chưa có của tỉnh nào.";
    assert_eq!(found(wide), [Fault::TooWide]);
    assert_eq!(found(&wide.replace("số của", "số năm 2020 của")), []);
}

/// Similar sentences that are allowed.
#[test]
fn allowed_sentences_are_no_fault() {
    let cases = [
        (Lang::Vi, "dti-rank", "BR-VT xếp trên Bình Phước 3 bậc."),
        (Lang::En, "dti-rank", "In the same ranking BR-VT ranked 3 places above Bình Phước."),
        (Lang::Vi, "online-services", "Cả nước đặt mục tiêu 100% (hạn 2030)."),
        (Lang::En, "online-services", "Vietnam set a target of 100% (due 2030)."),
        (Lang::Vi, "online-dossiers", "Khánh Hòa 56% (2020)."),
        (Lang::En, "dti-rank", "BR-VT 10th of 63 (2023)."),
    ];
    for (lang, concept, sentence) in cases {
        assert_eq!(found(lang, comparison(concept), headline(), sentence), [], "{sentence:?}");
    }
}

/// A fault is found wherever a reader, a screen reader or a search engine would meet it.
#[test]
fn no_place_of_a_page_is_passed_over() {
    let dataset = real();
    let address = Address::new(Lang::En, comparison("dti-rank"));
    let html = both_sites()[0].render(&DOCUMENT, &address).unwrap();
    let said = "BR-VT leads Bình Phước, 11th of 99.";
    let places = [
        ("</title>\n<meta", ". {}</title>\n<meta"),
        ("<title>", "<title>{} "),
        ("name=\"description\" content=\"", "name=\"description\" content=\"{} "),
        ("<p aria-live", "<p>{}</p><p aria-live"),
        ("<h1>", "<h2>{}</h2><h1>"),
        ("<figcaption>", "<figcaption>{}"),
        ("<desc", "<desc>{}</desc><desc"),
        (
            "<figure",
            "<svg><text x=\"1\">BR-VT</text><text x=\"1\">leads: 11th of 99</text></svg><figure",
        ),
        ("<tbody>", "<tbody><tr><td>{}</td></tr>"),
        ("<dl>", "<dl><dd><span>BR-VT</span> <b>leads</b>, 11th of 99</dd>"),
        ("<ul>", "<ul><li>{}</li>"),
        ("<figure", "<div aria-label=\"{}\"></div><figure"),
    ];
    for (mark, with) in places {
        let mut check = Check::of(dataset);
        let main = html.find("<main").unwrap();
        let at = html[main..].find(mark).map_or_else(|| html.find(mark).unwrap(), |at| main + at);
        let planted =
            format!("{}{}", &html[..at], html[at..].replacen(mark, &with.replace("{}", said), 1));
        check.check_page(dataset, &address, &planted);
        let faults: BTreeMap<&str, usize> = ["SuperlativeOfChosen", "UnknownNumber"]
            .into_iter()
            .map(|kind| (kind, check.faults.iter().filter(|fault| fault.contains(kind)).count()))
            .collect();
        assert!(faults.values().all(|n| *n == 1), "{with}: {faults:?} {:?}", check.faults);
    }
}
