//! Text that is only shown.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Label, Response, Ui, WidgetText};
use lucide_icons::Icon;

use crate::app::bidi;
use crate::app::theme;

/// How text is set.
#[derive(Debug, Clone)]
pub struct Type {
    /// Its font.
    pub font: FontId,
    /// Its colour.
    pub color: Color32,
    /// From one base line to the next.
    pub line: f32,
}

impl Type {
    /// Type of this font and colour on lines of this height.
    #[must_use]
    pub fn new(font: FontId, color: Color32, line: f32) -> Self {
        Self { font, color, line }
    }

    /// The same as egui's layout wants it.
    #[must_use]
    pub fn format(&self) -> TextFormat {
        TextFormat {
            font_id: self.font.clone(),
            color: self.color,
            line_height: Some(self.line),
            valign: Align::Center,
            ..TextFormat::default()
        }
    }
}

/// Lays text out in lines of `width`, at most so many; what does not fit ends in "…".
#[must_use]
pub fn lines(ui: &Ui, text: &str, kind: &Type, width: f32, at_most: usize) -> Arc<Galley> {
    let text = bidi::for_display(ui, text, kind, width);
    let mut job = LayoutJob::single_section(text.into_owned(), kind.format());
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: at_most,
        ..TextWrapping::default()
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// One line, cut at `width`.
#[must_use]
pub fn line(ui: &Ui, text: &str, kind: &Type, width: f32) -> Arc<Galley> {
    let text = bidi::for_display(ui, text, kind, f32::INFINITY);
    let mut job = LayoutJob::single_section(text.into_owned(), kind.format());
    job.wrap = TextWrapping::truncate_at_width(width);
    job.break_on_newline = false;
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The name of a file in one line; of one that is too long the end is shown, as that tells it from its
/// neighbours: `…report.xml#12`.
#[must_use]
pub fn name(ui: &Ui, text: &str, kind: &Type, width: f32) -> Arc<Galley> {
    let whole = line(ui, text, kind, f32::INFINITY);
    if whole.size().x <= width {
        return whole;
    }
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let from = |at: usize| {
        let end = starts.get(at).and_then(|start| text.get(*start..));
        format!("…{}", end.unwrap_or_default())
    };
    let (mut long, mut short) = (0, starts.len());
    while short - long > 1 {
        let middle = usize::midpoint(long, short);
        if line(ui, &from(middle), kind, f32::INFINITY).size().x > width {
            long = middle;
        } else {
            short = middle;
        }
    }
    line(ui, &from(short), kind, width)
}

/// An icon to paint.
#[must_use]
pub fn icon(ui: &Ui, icon: Icon, font: FontId, color: Color32) -> Arc<Galley> {
    ui.fonts_mut(|fonts| fonts.layout_no_wrap(char::from(icon).to_string(), font, color))
}

/// A label in the panel's small print.
pub fn label(ui: &mut Ui, text: &str) -> Response {
    quiet(ui, text)
}

/// A quiet sentence.
pub fn quiet(ui: &mut Ui, text: &str) -> Response {
    let kind = Type::new(theme::label(), theme::palette(ui).quiet, theme::LABEL_LINE);
    show(ui, text, &kind)
}

/// A sentence that wraps where it must.
pub fn show(ui: &mut Ui, text: &str, kind: &Type) -> Response {
    let width = ui.available_width();
    let galley = lines(ui, text, kind, width, usize::MAX);
    ui.add(Label::new(WidgetText::Galley(galley)).selectable(false))
}
