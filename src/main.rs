//! The program that runs in the browser. Trunk compiles it to WebAssembly.

fn main() {
    tinhso::ui::browser::start();
}
