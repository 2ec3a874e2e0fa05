//! Draws a chart from its specification, in the widths that are needed.

use crate::chart::{Caption, ChartError, Figure, Width};
use crate::data::{Dataset, Observation};
use crate::i18n::Lang;
use crate::ui::words;

/// The SVG text of one chart. Widths that were not needed are empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) wide: String,
    pub(crate) narrow: String,
    /// The chart as a file of its own, with its title and its sources.
    pub(crate) standalone: String,
    /// For a drawing on a page with marks to walk through.
    pub(crate) ids: Option<DrawingIds>,
}

/// The ids of what stands beside a drawing for readers who walk through its marks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DrawingIds {
    /// Of the element that says which keys there are.
    pub(crate) keys: String,
    /// Of the element behind the drawing.
    pub(crate) end: String,
}

/// What a chart is drawn for. Drawing takes time, so only what is needed is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// For a page, in both widths.
    Page,
    /// To go beside a text: only the narrow width, which fits every screen.
    Text,
    /// To be saved as a file.
    Export,
}

/// The observations that a chart shows, and the language of its texts.
#[derive(Clone, Copy)]
pub(super) struct DrawnObservations<'a> {
    pub(super) lang: Lang,
    pub(super) dataset: &'a Dataset,
    pub(super) observations: &'a [&'a Observation],
}

impl DrawnObservations<'_> {
    /// The caption of the chart on a page, where its sources are named beside it. The id must be
    /// unique on the page.
    pub(super) fn caption(&self, id: String, title: String, description: String) -> Caption {
        Caption {
            id,
            lang: self.lang.code(),
            title,
            description,
            role_description: self.lang.messages().chart(),
            keys_id: None,
            source_line: None,
        }
    }

    /// The sources of all observations, for a chart that is saved as a file.
    pub(super) fn source_line(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for source in self.observations.iter().filter_map(|o| self.dataset.source(&o.source)) {
            let date = words::source_date(self.lang, source);
            let copy = words::source_copy(self.lang, source);
            let copy = copy.map(|copy| format!("; {copy}")).unwrap_or_default();
            let name = format!("{} ({date}{copy})", words::source_name(self.lang, source));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let messages = self.lang.messages();
        let (source, site) = (messages.source(), messages.site_name());
        format!("{source}: {}. {site}, CC BY 4.0", names.join("; "))
    }

    /// Draws the chart for a purpose. The caption of `figure` is changed to what each drawing
    /// needs: an id of its own, or the sources.
    pub(super) fn draw(
        &self,
        purpose: Purpose,
        figure: &mut dyn Figure,
    ) -> Result<Drawing, ChartError> {
        let mut drawing = Drawing::default();
        let caption = figure.caption_mut();
        let id = caption.id.clone();
        let ids = DrawingIds { keys: caption.id_of("keys"), end: caption.id_of("end") };
        if purpose != Purpose::Export {
            caption.keys_id = Some(ids.keys.clone());
        }
        if purpose == Purpose::Page {
            figure.caption_mut().id = format!("{id}-wide");
            drawing.wide = figure.svg(Width::Wide)?;
            figure.caption_mut().id = format!("{id}-narrow");
        }
        match purpose {
            Purpose::Page | Purpose::Text => {
                let placed = figure.lay_out(Width::Narrow)?;
                drawing.narrow = placed.svg(figure.caption())?;
                drawing.ids = (placed.n_links() > 1).then_some(ids);
            }
            Purpose::Export => {
                figure.caption_mut().source_line = Some(self.source_line());
                drawing.standalone = figure.svg(Width::Wide)?;
            }
        }
        Ok(drawing)
    }
}
