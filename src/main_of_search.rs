//! The browser's entry, on the pages with a search.

fn main() {
    tinhso::ui::browser::search();
}
