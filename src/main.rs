//! The browser's entry, on the pages about the provinces the site follows.

fn main() {
    tinhso::ui::browser::boot(&tinhso::ui::OF_FOLLOWED);
}
