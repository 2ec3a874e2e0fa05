//! The parts of the data that pages are written from: the same that the browser loads.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::address::Page;
use crate::compare::Part;
use crate::data::Dataset;
use crate::ui::route;

/// All parts of a dataset, each made when it is asked for first.
pub struct Parts<'a> {
    dataset: &'a Dataset,
    /// Kept for as long as the command runs: what is rendered may keep it.
    made: RefCell<HashMap<Part, &'static Dataset>>,
}

impl<'a> Parts<'a> {
    /// The parts of all data.
    pub fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, made: RefCell::default() }
    }

    /// The part that a page is made from.
    pub fn of_page(&self, page: &Page) -> &'static Dataset {
        let part = self.needed_by(page);
        self.made
            .borrow_mut()
            .entry(part)
            .or_insert_with_key(|part| Box::leak(Box::new(part.extract(self.dataset))))
    }

    pub(super) fn needed_by(&self, page: &Page) -> Part {
        (route(page).needs)(page, Some(self.dataset))
    }
}
