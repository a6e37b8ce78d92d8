//! What to export: which kinds of files, in a folder or a zip, with or without the pictures.

use egui::{CornerRadius, Frame, Key, Margin, Modifiers, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::document::Document;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::bundle::export::{Pictures, Stopped};
use crate::formats::export::{CLEAN_BUNDLE, EXPORTS};

/// From the edge to the ticks, to the names and to what they are good for.
const EDGE: f32 = 20.0;
const LEFT: f32 = 48.0;
const HINT: f32 = 240.0;
const ROW: f32 = 34.0;
const TICK: f32 = 16.0;

/// A folder or one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A new folder.
    Folder,
    /// A zip.
    Zip,
}

/// Which articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The one that is shown.
    Article,
    /// All of the queue.
    Queue,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The kinds by their words, in their own order.
    pub kinds: Vec<&'static str>,
    /// A folder or a zip.
    pub shape: Shape,
    /// Whether the pictures come along.
    pub pictures: Pictures,
    /// Which articles.
    pub scope: Scope,
    /// What was answered about photos that the wire has stopped.
    pub stopped: Stopped,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            kinds: CLEAN_BUNDLE.to_vec(),
            shape: Shape::Folder,
            pictures: Pictures::Copied,
            scope: Scope::Article,
            stopped: Stopped::LeftOut,
        }
    }
}

impl Choice {
    /// Ticks a kind, or unticks it.
    fn turn(&mut self, kind: &'static str) {
        let kinds = EXPORTS.iter().map(|export| export.name);
        let kinds = kinds.filter(|name| self.kinds.contains(name) != (*name == kind));
        self.kinds = kinds.collect();
    }
}

/// Asks; Enter goes on to where it shall lie.
pub fn show(ui: &mut Ui, mut choice: Choice, document: &Document, asks: &mut Vec<Ask>) -> Overlay {
    let Some(open) = document.open() else {
        return Overlay::None;
    };
    let photos = counted(open.article.photos.len(), "photo");
    let sentence = format!("{}, {photos}", open.bundle.source_name());
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_chosen, is_cancelled), answer) =
        dialog::show(ui, "export", theme::PALETTE_WIDTH, |ui| {
            dialog::heading(ui, "Export", &sentence);
            dialog::rule(ui);
            ui.add_space(theme::LABEL_GAP);
            for kind in &EXPORTS {
                let is_ticked = choice.kinds.contains(&kind.name);
                if tick(ui, kind.title, kind.hint, is_ticked) {
                    choice.turn(kind.name);
                }
            }
            ui.add_space(theme::LABEL_GAP);
            dialog::rule(ui);
            place(ui, &mut choice, document);
            dialog::rule(ui);
            dialog::buttons(ui, |ui| buttons(ui, &choice))
        });
    if (is_chosen || is_entered) && !choice.kinds.is_empty() {
        asks.push(Ask::Export(choice));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        return Overlay::None;
    }
    Overlay::Export(choice)
}

/// Folder or zip, the pictures, and of a queue which articles.
fn place(ui: &mut Ui, choice: &mut Choice, document: &Document) {
    let margin = Margin::symmetric(20, 8);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            for (shape, name) in [(Shape::Folder, "Folder"), (Shape::Zip, "Zip")] {
                if Button::choice(name, choice.shape == shape)
                    .show(ui)
                    .clicked()
                {
                    choice.shape = shape;
                }
            }
            if document.is_queue() {
                ui.add_space(theme::GAP);
                let all = format!(
                    "The queue, {}",
                    counted(document.entries().len(), "article")
                );
                for (scope, name) in [
                    (Scope::Article, "This article".to_owned()),
                    (Scope::Queue, all),
                ] {
                    if Button::choice(name, choice.scope == scope)
                        .show(ui)
                        .clicked()
                    {
                        choice.scope = scope;
                    }
                }
            }
        });
    });
    let is_ticked = choice.pictures == Pictures::Copied;
    let hint = "as they are, under names that are safe everywhere";
    if tick(ui, "With the pictures", hint, is_ticked) {
        choice.pictures = if is_ticked {
            Pictures::Left
        } else {
            Pictures::Copied
        };
    }
    ui.add_space(theme::SMALL_GAP);
}

fn buttons(ui: &mut Ui, choice: &Choice) -> (bool, bool) {
    let why_not = choice
        .kinds
        .is_empty()
        .then_some("Tick a kind of file first");
    let name = match choice.shape {
        Shape::Folder => "Choose the folder",
        Shape::Zip => "Choose the zip",
    };
    let export = Button::primary(name).with_keys(Shortcut::key(Key::Enter));
    let is_chosen = export.unless(why_not).show(ui).clicked();
    let cancel = Button::outlined("Cancel").with_keys(Shortcut::key(Key::Escape));
    (is_chosen, cancel.show(ui).clicked())
}

/// A row with its tick; whether it was pressed.
fn tick(ui: &mut Ui, name: &str, hint: &str, is_ticked: bool) -> bool {
    let p = theme::palette(ui);
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, p.hover);
    }
    let middle = rect.center().y;
    let at = pos2(rect.left() + EDGE, middle - TICK / 2.0);
    marks::tick(ui, at, is_ticked, response.has_focus());
    let kind = Type::new(theme::field(), p.ink, theme::FIELD_LINE);
    let said = words::line(ui, name, &kind, HINT - LEFT - EDGE);
    let at = pos2(rect.left() + LEFT, middle - said.size().y / 2.0);
    ui.painter().galley(at, said, p.ink);
    let kind = Type::new(theme::list(), p.quiet, theme::FIELD_LINE);
    let said = words::line(ui, hint, &kind, rect.width() - HINT - EDGE);
    let at = pos2(rect.left() + HINT, middle - said.size().y / 2.0);
    ui.painter().galley(at, said, p.quiet);
    response.clicked()
}
