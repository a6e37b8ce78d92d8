//! Our own file dialog, for machines that have none: a path, what its folder holds, Tab completes.

use std::path::{Path, PathBuf};

use egui::{Id, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use crate::app::ask::Ask;
use crate::app::dialog::Purpose;
use crate::app::jobs::Entry;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::views::export::Shape;
use crate::app::widgets::Button;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::field::Field;
use crate::app::widgets::words::{self, Type};

const ROW: f32 = 28.0;
const LIST_HEIGHT: f32 = 280.0;

/// What is typed, and what its folder holds.
#[derive(Debug, Clone)]
pub struct State {
    /// What for.
    pub purpose: Purpose,
    /// The system has no dialog, which is said.
    is_stand_in: bool,
    text: String,
    listed: Option<(PathBuf, Vec<Entry>)>,
    asked: Option<PathBuf>,
    is_shown: bool,
}

impl State {
    /// Begins at this path.
    #[must_use]
    pub fn new(purpose: Purpose, at: &Path, is_stand_in: bool) -> Self {
        Self {
            purpose,
            is_stand_in,
            text: at.display().to_string(),
            listed: None,
            asked: None,
            is_shown: false,
        }
    }

    /// A folder was listed.
    pub fn set_folder(&mut self, folder: PathBuf, entries: Vec<Entry>) {
        self.listed = Some((folder, entries));
    }

    /// The folder of what is typed, and the rest.
    fn split(&self) -> (PathBuf, &str) {
        let at = self
            .text
            .rfind(std::path::is_separator)
            .map_or(0, |at| at + 1);
        let (folder, name) = self.text.split_at(at);
        (
            PathBuf::from(if folder.is_empty() { "." } else { folder }),
            name,
        )
    }

    fn matching(&self) -> Vec<Entry> {
        let (folder, name) = self.split();
        let Some((listed, entries)) = &self.listed else {
            return Vec::new();
        };
        let name = name.to_lowercase();
        let fits = |entry: &&Entry| {
            entry.name.to_lowercase().starts_with(&name)
                && (!entry.is_file || self.purpose != Purpose::OpenFolder)
        };
        if *listed == folder {
            entries.iter().filter(fits).cloned().collect()
        } else {
            Vec::new()
        }
    }

    /// What all matching names have in common.
    fn complete(&mut self) {
        let matching = self.matching();
        let Some(first) = matching.first() else {
            return;
        };
        let mut common = first.name.clone();
        for entry in &matching {
            while !entry
                .name
                .to_lowercase()
                .starts_with(&common.to_lowercase())
            {
                common.pop();
            }
        }
        let is_folder = matching.len() == 1 && !first.is_file;
        self.put(&common, is_folder);
    }

    fn put(&mut self, name: &str, is_folder: bool) {
        let typed = self.split().1.len();
        self.text.truncate(self.text.len() - typed);
        self.text.push_str(name);
        if is_folder {
            self.text.push(std::path::MAIN_SEPARATOR);
        }
    }
}

/// Shows the dialog; gives it back while it stays.
pub fn show(ui: &mut Ui, mut state: State, asks: &mut Vec<Ask>) -> Overlay {
    let (is_completed, is_entered) = ui.input_mut(|input| {
        (
            input.consume_key(Modifiers::NONE, Key::Tab),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    if is_completed {
        state.complete();
    }
    let folder = state.split().0;
    if state.asked.as_ref() != Some(&folder) {
        state.asked = Some(folder.clone());
        asks.push(Ask::List(folder));
    }
    let ((is_chosen, is_cancelled), answer) =
        dialog::show(ui, "path", theme::PALETTE_WIDTH, |ui| {
            let mut sentence = "Type a path; Tab completes it.".to_owned();
            if state.is_stand_in {
                sentence.insert_str(0, "This desktop offers no file dialog. ");
            }
            match state.purpose {
                Purpose::Save(_) => sentence.push_str(" What lies there is kept as a copy."),
                Purpose::Export(_) => {
                    sentence.push_str(" What Cutline did not make is never overwritten.");
                }
                _ => {}
            }
            dialog::heading(ui, state.purpose.title(), &sentence);
            dialog::rule(ui);
            egui::Frame::new()
                .inner_margin(egui::Margin {
                    left: 20,
                    right: 20,
                    top: 16,
                    bottom: 0,
                })
                .show(ui, |ui| path(ui, &mut state, is_completed));
            entries(ui, &mut state);
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let why_not = state.text.trim().is_empty().then_some("Type a path first");
                let is_chosen = Button::primary(state.purpose.verb())
                    .unless(why_not)
                    .show(ui)
                    .clicked();
                (is_chosen, Button::outlined("Cancel").show(ui).clicked())
            })
        });
    if (is_chosen || is_entered) && !state.text.trim().is_empty() {
        asks.push(Ask::Chosen(state.purpose, PathBuf::from(state.text.trim())));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        Overlay::None
    } else {
        Overlay::Path(state)
    }
}

fn path(ui: &mut Ui, state: &mut State, is_completed: bool) {
    let id = Id::unique("path");
    let typed = Field::line("Path", id).show_labelled(ui, &state.text, "");
    if !std::mem::replace(&mut state.is_shown, true) || is_completed {
        typed.response.request_focus();
        let mut edit = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let end = egui::text::CCursor::new(state.text.chars().count());
        edit.cursor
            .set_char_range(Some(egui::text::CCursorRange::one(end)));
        edit.store(ui.ctx(), id);
    }
    if let Some(text) = typed.text {
        state.text = text;
    }
}

fn entries(ui: &mut Ui, state: &mut State) {
    let p = theme::palette(ui);
    let matching = state.matching();
    ui.allocate_ui(vec2(ui.available_width(), LIST_HEIGHT), |ui| {
        ui.set_min_height(LIST_HEIGHT);
        if matching.is_empty() {
            let says = if state.purpose.is_writing() {
                match state.purpose {
                    Purpose::Export(Shape::Folder) => "A new folder of this name will be made.",
                    _ => "A new file of this name will be written.",
                }
            } else {
                "Nothing here has this name."
            };
            egui::Frame::new()
                .inner_margin(egui::Margin::symmetric(20, 4))
                .show(ui, |ui| words::quiet(ui, says));
            return;
        }
        ScrollArea::vertical()
            .auto_shrink(false)
            .id_salt("entries")
            .show_rows(ui, ROW, matching.len(), |ui, range| {
                for entry in matching.get(range).unwrap_or_default() {
                    let (rect, response) =
                        ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
                    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &entry.name));
                    if response.hovered() {
                        ui.painter()
                            .rect_filled(rect, egui::CornerRadius::ZERO, p.hover);
                    }
                    let icon = words::icon(
                        ui,
                        if entry.is_file {
                            Icon::File
                        } else {
                            Icon::Folder
                        },
                        theme::icon(),
                        p.quiet,
                    );
                    ui.painter().galley(
                        pos2(rect.left() + 20.0, rect.center().y - icon.size().y / 2.0),
                        icon,
                        p.quiet,
                    );
                    let name = words::line(
                        ui,
                        &entry.name,
                        &Type::new(theme::list(), p.ink, theme::FIELD_LINE),
                        rect.width() - 64.0,
                    );
                    ui.painter().galley(
                        pos2(rect.left() + 44.0, rect.center().y - name.size().y / 2.0),
                        name,
                        p.ink,
                    );
                    if response.clicked() {
                        state.put(&entry.name, !entry.is_file);
                    }
                }
            });
    });
}
