//! The browser's entry, on all promises, and for what other pages say of them.

fn main() {
    tinhso::ui::browser::boot(&tinhso::ui::OF_PROMISES);
}
