//! The browser's entry, on the pages about all provinces.

fn main() {
    // The small build that readers get ends at a panic without a message (docs/decisions/0014).
    #[cfg(not(panic = "immediate-abort"))]
    console_error_panic_hook::set_once();
    tinhso::ui::browser::boot(&tinhso::ui::OF_ALL);
}
