//! Coloured stretches of text: a tint with a line below, struck through, or a word on a tint.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{CornerRadius, Galley, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::bidi;
use super::theme::{self, Palette, Tint};
use super::widgets::words::{self, Type};
use crate::model::TextField;

/// What a stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing to colour.
    Plain,
    /// The description of the picture.
    Caption,
    /// A credit.
    Credit,
    /// Said already; struck through.
    Repeated,
    /// One of several credits that disagree.
    Conflict,
    /// Around the caption on its page; struck through quietly.
    Furniture,
    /// Usage terms.
    Usage,
    /// A word of ours on a red tint.
    RepeatedWord,
    /// A word of ours on an amber tint.
    ConflictWord,
    /// A quiet word of ours.
    QuietWord,
}

impl Kind {
    /// The field that these words feed.
    #[must_use]
    pub fn field(self) -> Option<TextField> {
        match self {
            Self::Caption => Some(TextField::Caption),
            Self::Credit | Self::Repeated | Self::Conflict => Some(TextField::CreditLine),
            Self::Usage => Some(TextField::UsageTerms),
            Self::Plain
            | Self::Furniture
            | Self::RepeatedWord
            | Self::ConflictWord
            | Self::QuietWord => None,
        }
    }

    fn is_ours(self) -> bool {
        matches!(
            self,
            Self::RepeatedWord | Self::ConflictWord | Self::QuietWord
        )
    }

    fn tint(self, p: &Palette) -> Option<Tint> {
        match self {
            Self::Plain | Self::Furniture => None,
            Self::Caption => Some(p.caption),
            Self::Credit => Some(p.credit),
            Self::Repeated | Self::RepeatedWord => Some(p.repeated),
            Self::Conflict | Self::ConflictWord => Some(p.conflict),
            Self::Usage | Self::QuietWord => Some(Tint {
                fill: p.chip,
                line: p.line,
                text: p.quiet,
            }),
        }
    }

    /// Whether a line runs below the words.
    fn is_underlined(self) -> bool {
        matches!(
            self,
            Self::Caption | Self::Credit | Self::Conflict | Self::Usage
        )
    }
}

/// A text in coloured stretches, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coloured {
    pieces: Vec<(String, Kind)>,
}

impl Coloured {
    /// Adds a stretch.
    pub fn push(&mut self, text: &str, kind: Kind) {
        if text.is_empty() {
            return;
        }
        match self.pieces.last_mut() {
            Some((last, last_kind)) if *last_kind == kind && !kind.is_ours() => last.push_str(text),
            _ => self.pieces.push((text.to_owned(), kind)),
        }
    }

    /// Adds a word of ours that stays on one line.
    pub fn push_word(&mut self, word: &str, kind: Kind) {
        self.push("  ", Kind::Plain);
        self.push(&word.replace(' ', "\u{a0}"), kind);
    }

    /// The stretches.
    #[must_use]
    pub fn pieces(&self) -> &[(String, Kind)] {
        &self.pieces
    }

    /// The text alone, without our own words.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces
            .iter()
            .filter(|(_, kind)| !kind.is_ours())
            .map(|(text, _)| text.as_str())
            .collect()
    }

    /// Lays it out.
    #[must_use]
    pub fn lay_out(&self, ui: &Ui, kind: &Type, width: f32) -> Laid {
        let text = self.text();
        if bidi::is_right_to_left(&text) {
            // Words are put into their order of reading; colours would lie on others.
            let galley = words::lines(ui, &text, kind, width, usize::MAX);
            let boxes = Vec::new();
            return Laid { galley, boxes };
        }
        let p = theme::palette(ui);
        let mut job = LayoutJob::default();
        let mut stretches = Vec::new();
        let mut at = 0;
        for (text, piece) in &self.pieces {
            job.append(text, 0.0, format(*piece, kind, p));
            let count = text.chars().count();
            stretches.push((at..at + count, *piece));
            at += count;
        }
        job.wrap.max_width = width;
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let boxes = stretches
            .into_iter()
            .flat_map(|(range, kind)| {
                stretch_boxes(&galley, range)
                    .into_iter()
                    .map(move |rect| (rect, kind))
            })
            .collect();
        Laid { galley, boxes }
    }
}

/// Coloured text, laid out.
pub struct Laid {
    galley: Arc<Galley>,
    boxes: Vec<(Rect, Kind)>,
}

impl Laid {
    /// How much room it takes.
    #[must_use]
    pub fn size(&self) -> egui::Vec2 {
        self.galley.size()
    }

    /// What stands at a point, measured from the top left.
    #[must_use]
    pub fn kind_at(&self, point: egui::Vec2) -> Option<Kind> {
        self.boxes
            .iter()
            .find(|(rect, _)| rect.contains(point.to_pos2()))
            .map(|(_, kind)| *kind)
    }

    /// Paints it.
    pub fn paint(&self, ui: &Ui, at: Pos2) {
        let p = theme::palette(ui);
        let painter = ui.painter();
        for (rect, kind) in &self.boxes {
            let Some(tint) = kind.tint(p) else { continue };
            let inset = if kind.is_ours() {
                vec2(5.0, -3.0)
            } else {
                vec2(2.0, -1.0)
            };
            let rect = rect.translate(at.to_vec2()).expand2(inset);
            painter.rect_filled(rect, CornerRadius::same(theme::SMALL_RADIUS), tint.fill);
            if kind.is_underlined() {
                let y = rect.bottom() - 0.5;
                painter.hline(
                    (rect.left() + 1.0)..=(rect.right() - 1.0),
                    y,
                    Stroke::new(1.5, tint.line),
                );
            }
        }
        painter.galley(at, Arc::clone(&self.galley), p.ink);
    }
}

fn format(piece: Kind, kind: &Type, p: &Palette) -> TextFormat {
    let mut format = kind.format();
    match piece {
        Kind::Plain | Kind::Caption | Kind::Credit => {}
        Kind::Repeated => {
            format.color = p.repeated.text;
            format.strikethrough = Stroke::new(theme::HAIRLINE, p.repeated.line);
        }
        Kind::Conflict => format.color = p.ink,
        Kind::Furniture => {
            format.color = p.quiet;
            format.strikethrough = Stroke::new(theme::HAIRLINE, p.quiet);
        }
        Kind::Usage => format.color = p.quiet,
        Kind::RepeatedWord | Kind::ConflictWord | Kind::QuietWord => {
            format.font_id = theme::mark();
            format.color = piece.tint(p).map_or(p.quiet, |tint| tint.text);
        }
    }
    format
}

/// Where a range of characters stands: one box a line.
fn stretch_boxes(galley: &Galley, range: std::ops::Range<usize>) -> Vec<Rect> {
    let mut boxes = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let count = row.glyphs.len();
        let from = range.start.saturating_sub(first).min(count);
        let to = range.end.saturating_sub(first).min(count);
        let glyphs = row.glyphs.get(from..to).unwrap_or_default();
        // A blank at the end of a line is not coloured.
        let last = glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace());
        if let (Some(start), Some(end)) = (glyphs.first(), last.and_then(|last| glyphs.get(last))) {
            let top = row.pos.y;
            boxes.push(Rect::from_min_max(
                pos2(row.pos.x + start.pos.x, top),
                pos2(row.pos.x + end.pos.x + end.advance_width, top + row.size.y),
            ));
        }
        first += count + usize::from(row.ends_with_newline);
    }
    boxes
}
