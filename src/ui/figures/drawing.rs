//! From a figure's specification to its drawings: what it says about itself, and in which widths it is
//! drawn.

use crate::chart::{Caption, ChartError, Figure, Width};
use crate::data::{Dataset, Observation};
use crate::i18n::{Lang, phrase};
use crate::ui::words;

/// One chart in both widths of a page, or by itself: what was not asked for is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) wide: String,
    pub(crate) narrow: String,
    /// The chart as it leaves the page: with its title and its sources.
    pub(crate) taken: String,
}

/// What a chart is drawn for. To draw costs time, and most choices take nothing away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To stand on a page, in both widths.
    Page,
    /// To stand beside a text, where a narrow one has room on any screen.
    Text,
    /// To be taken away.
    Taking,
}

/// The observations that one chart shows, in the language it shows them in.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub(super) lang: Lang,
    pub(super) dataset: &'a Dataset,
    pub(super) observations: &'a [&'a Observation],
}

impl Shown<'_> {
    /// What the chart says about itself on a page, where its sources stand beside it. No other drawing
    /// of the page has the id.
    pub(super) fn caption(&self, id: String, title: String, description: String) -> Caption {
        Caption { id, lang: self.lang.code(), title, description, source_line: None }
    }

    /// A description that says every observation in a sentence.
    pub(super) fn every_fact(&self) -> String {
        let facts = self.observations.iter().map(|o| words::fact(self.lang, self.dataset, o));
        phrase::chart_description(self.lang, &facts.collect::<Vec<_>>())
    }

    /// The sources of all observations, for the chart that leaves the page.
    pub(super) fn source_line(&self) -> String {
        let mut names: Vec<String> = Vec::new();
        for source in self.observations.iter().filter_map(|o| self.dataset.source(&o.source)) {
            let date = words::source_date(self.lang, source);
            let name = format!("{} ({date})", words::source_name(source));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let messages = self.lang.messages();
        let (source, site) = (messages.source(), messages.site_name());
        format!("{source}: {}. {site}, CC BY 4.0", names.join("; "))
    }

    /// Draws what a purpose needs of the chart. Its caption is the one of a page, and is changed to
    /// what each drawing needs: an id of its own, or the sources.
    pub(super) fn drawn(
        &self,
        purpose: Purpose,
        figure: &mut dyn Figure,
    ) -> Result<Drawing, ChartError> {
        let mut drawing = Drawing::default();
        match purpose {
            Purpose::Page => {
                let id = figure.caption().id.clone();
                figure.caption_mut().id = format!("{id}-wide");
                drawing.wide = figure.svg(Width::Wide)?;
                figure.caption_mut().id = format!("{id}-narrow");
                drawing.narrow = figure.svg(Width::Narrow)?;
            }
            Purpose::Text => drawing.narrow = figure.svg(Width::Narrow)?,
            Purpose::Taking => {
                figure.caption_mut().source_line = Some(self.source_line());
                drawing.taken = figure.svg(Width::Wide)?;
            }
        }
        Ok(drawing)
    }
}
