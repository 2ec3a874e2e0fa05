//! The application in the browser.

fn main() {
    tinhso::ui::browser::start();
}
