//! The browser's entry, on the pages about all provinces.

fn main() {
    tinhso::ui::browser::boot(&tinhso::ui::OF_ALL);
}
