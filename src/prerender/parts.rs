//! The parts of the data that pages are written from, which are the same that the browser loads.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::address::Page;
use crate::compare::Part;
use crate::data::Dataset;
use crate::ui::route;

/// The parts of a dataset. Each is made when it is needed first.
pub struct Parts<'a> {
    dataset: &'a Dataset,
    /// Kept for as long as the command runs, because rendered components may keep references.
    made: RefCell<HashMap<Part, &'static Dataset>>,
}

impl<'a> Parts<'a> {
    /// The parts of this dataset; none is made yet.
    pub fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, made: RefCell::default() }
    }

    /// The part that a page is made from.
    pub fn of_page(&self, page: &Page) -> &'static Dataset {
        let part = Self::part_needed_by(page);
        self.made
            .borrow_mut()
            .entry(part)
            .or_insert_with_key(|part| Box::leak(Box::new(part.extract(self.dataset))))
    }

    pub(super) fn part_needed_by(page: &Page) -> Part {
        (route(page).needed_part)(page)
    }
}
