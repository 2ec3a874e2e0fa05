//! The browser's entry, on the comparisons.

fn main() {
    tinhso::ui::browser::boot(&tinhso::ui::OF_TOPICS);
}
