//! What one can take away from a page of figures.

use maud::{Markup, html};

#[cfg(feature = "csr")]
use crate::ui::figures::Drawing;
use crate::ui::site::Site;

/// What a page offers beyond its figures.
#[cfg(feature = "csr")]
pub(crate) struct Share {
    /// The page's part of the names of files.
    pub(crate) name: String,
    /// What the page says in a sentence, for the selection of the moment.
    pub(crate) sentence: String,
    /// Its charts.
    pub(crate) drawings: Vec<Drawing>,
}

/// Downloads, and a sentence with its link to paste elsewhere. The buttons wait, disabled, for the
/// program: `browser::share` does what they say.
pub(crate) fn get_and_share(site: &Site) -> Markup {
    let messages = site.messages();
    let waits = !site.is_interactive;
    html! {
        section aria-labelledby="get" {
            h2 id="get" { (messages.get_title()) }
            ul class="t-links" {
                li class="t-interactive" {
                    button type="button" data-get="sentence" disabled[waits] { (messages.copy_link()) }
                    " " span role="status" data-got {}
                }
                li class="t-interactive" {
                    button type="button" data-get="charts" disabled[waits] { (messages.get_svg()) }
                }
                li {
                    a href=(site.file("data/observations.csv")) download="" { (messages.get_csv()) }
                }
                li {
                    a href=(site.file(site.excel_files()[0])) download="" {
                        (messages.get_csv_excel())
                    }
                }
            }
        }
    }
}
