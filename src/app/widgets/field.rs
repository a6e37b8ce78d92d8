//! A field of text: label above, count beside it, marks where a problem is.

use egui::text::{CCursorRange, LayoutJob};
use egui::{CornerRadius, Frame, Id, Response, Stroke, StrokeKind, TextBuffer, TextEdit, Ui, vec2};

use lucide_icons::Icon;

use super::words::{self, Type};
use crate::app::bidi;
use crate::app::theme;
use crate::model::Span;

/// A field, to be shown.
pub struct Field<'a> {
    /// Its accessible name, and its label where `is_labelled`.
    pub name: &'a str,
    /// Unlike every other field's, so that no two share a cursor.
    pub id: Id,
    /// A sign at its left.
    pub icon: Option<Icon>,
    /// What is left free at its right.
    pub room: i8,
    /// What it says while empty.
    pub hint: &'a str,
    /// How many lines it has at least; one that has one line only takes no line break.
    pub rows: usize,
    /// Whether Enter makes a new line.
    pub is_multiline: bool,
    /// Stretches that a problem complains of.
    pub marks: &'a [Span],
    /// The pointer is over words that feed it.
    pub is_lit: bool,
}

/// What was done in a field.
pub struct Typed {
    /// The field itself.
    pub response: Response,
    /// Its new text, where something was typed.
    pub text: Option<String>,
}

impl<'a> Field<'a> {
    /// A field of one line.
    #[must_use]
    pub fn line(name: &'a str, id: Id) -> Self {
        Self {
            name,
            id,
            icon: None,
            room: 0,
            hint: "",
            rows: 1,
            is_multiline: false,
            marks: &[],
            is_lit: false,
        }
    }

    /// A field that grows with its text.
    #[must_use]
    pub fn text(name: &'a str, id: Id) -> Self {
        Self {
            is_multiline: true,
            ..Self::line(name, id)
        }
    }

    /// Shows the box alone.
    pub fn show(&self, ui: &mut Ui, text: &str) -> Typed {
        let p = theme::palette(ui);
        let mut typed = text.to_owned();
        let marks = self.marks;
        let kind = Type::new(theme::field(), p.ink, theme::FIELD_LINE);
        let struck = Stroke::new(1.5, p.repeated.line);
        let is_multiline = self.is_multiline;
        let mut layout = move |ui: &Ui, buffer: &dyn TextBuffer, width: f32| {
            let mut job = marked(buffer.as_str(), marks, &kind, struck);
            job.wrap.max_width = if is_multiline { width } else { f32::INFINITY };
            job.break_on_newline = is_multiline;
            job.keep_trailing_whitespace = true;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let mut margin = theme::FIELD_MARGIN;
        if self.icon.is_some() {
            margin.left += theme::FIELD_ICON;
        }
        margin.right += self.room;
        let frame = Frame::new().inner_margin(margin);
        let back = ui.painter().add(egui::Shape::Noop);
        let edit = if self.is_multiline {
            TextEdit::multiline(&mut typed)
        } else {
            TextEdit::singleline(&mut typed)
        };
        let output = edit
            .id(self.id)
            .frame(frame)
            .font(theme::field())
            .hint_text(self.hint)
            .desired_rows(self.rows)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, theme::CONTROL_HEIGHT))
            .layouter(&mut layout)
            .show(ui);
        let response = output.response.response;
        response.clone().accessible_name(self.name);
        self.paint_frame(ui, back, &response);
        if let Some(icon) = self.icon {
            let icon = words::icon(ui, icon, theme::icon(), p.quiet);
            let left = response.rect.left_center() + vec2(9.0, -icon.size().y / 2.0);
            ui.painter().galley(left, icon, p.quiet);
        }
        if !response.changed() {
            return Typed {
                response,
                text: None,
            };
        }
        let mut state = output.state;
        // The document's history is the only one.
        state.clear_undoer();
        state.store(ui.ctx(), self.id);
        Typed {
            response,
            text: Some(typed),
        }
    }

    /// Shows it with its label, and `aside` at the label's right.
    pub fn show_labelled(&self, ui: &mut Ui, text: &str, aside: &str) -> Typed {
        let label = label_row(ui, self.name, aside);
        let typed = self.show(ui, text);
        if label.clicked() {
            typed.response.request_focus();
        }
        if bidi::is_right_to_left(text) && typed.response.has_focus() {
            words::quiet(
                ui,
                "Editing shows the words in the order in which they are stored.",
            );
        }
        ui.add_space(theme::GAP);
        typed
    }

    fn paint_frame(&self, ui: &Ui, back: egui::layers::ShapeIdx, response: &Response) {
        let p = theme::palette(ui);
        let corners = CornerRadius::same(theme::RADIUS);
        let has_focus = response.has_focus();
        let stroke = if has_focus {
            Stroke::new(1.5, p.accent)
        } else if self.is_lit {
            Stroke::new(1.5, p.credit.line)
        } else if response.hovered() {
            Stroke::new(theme::HAIRLINE, p.quiet.gamma_multiply(0.6))
        } else {
            Stroke::new(theme::HAIRLINE, p.line)
        };
        let shape = egui::epaint::RectShape::new(
            response.rect,
            corners,
            p.field,
            stroke,
            StrokeKind::Inside,
        );
        ui.painter().set(back, shape);
        if has_focus {
            let halo = Stroke::new(2.0, p.accent.gamma_multiply(0.22));
            ui.painter().rect_stroke(
                response.rect,
                CornerRadius::same(theme::RADIUS + 1),
                halo,
                StrokeKind::Outside,
            );
        }
    }
}

/// A field's label, with something small at its right.
pub fn label_row(ui: &mut Ui, name: &str, aside: &str) -> Response {
    let p = theme::palette(ui);
    let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(
        vec2(width, theme::LABEL_LINE + theme::LABEL_GAP),
        egui::Sense::CLICK,
    );
    let aside = words::line(ui, aside, &kind, width);
    let name = words::line(ui, name, &kind, width - aside.size().x - theme::SMALL_GAP);
    ui.painter().galley(
        egui::pos2(rect.right() - aside.size().x, rect.top()),
        aside,
        p.quiet,
    );
    ui.painter().galley(rect.min, name, p.quiet);
    response
}

/// Selects all of a field's text the next time it is shown.
pub fn select_all(ctx: &egui::Context, id: Id, text: &str) {
    let mut state = egui::text_edit::TextEditState::load(ctx, id).unwrap_or_default();
    state
        .cursor
        .set_char_range(Some(CCursorRange::select_all_str(text)));
    state.store(ctx, id);
}

fn marked(text: &str, marks: &[Span], kind: &Type, struck: Stroke) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) =
            (text.get(at..mark.start), text.get(mark.start..mark.end))
        else {
            continue;
        };
        job.append(before, 0.0, kind.format());
        job.append(
            inside,
            0.0,
            egui::TextFormat {
                underline: struck,
                ..kind.format()
            },
        );
        at = mark.end;
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, kind.format());
    job
}
