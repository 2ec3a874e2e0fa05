//! The browser's entry, on the official ranking.

fn main() {
    tinhso::ui::browser::boot(&tinhso::ui::OF_RANKING);
}
