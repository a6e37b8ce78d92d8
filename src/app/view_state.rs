//! What the window shows: what is selected, open and typed, but not yet part of the document.

use egui::text_selection::CCursorRange;

use super::document::Document;
use super::pictures::Pictures;
use super::reading::Readings;
use super::views::{
    changed, close, credits, export, exported, fix_all, import_sheet, list, match_pictures,
    overwrite, palette, path_dialog, picture, recover, replace, stopped,
};
use crate::lint::Finding;
use crate::model::{Photo, PhotoId, TextField};

/// What stands in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Centre {
    /// The article as it reads.
    #[default]
    Article,
    /// All pictures.
    Sheet,
    /// One picture.
    Photo,
    /// The credits of everything that is open.
    Credits,
}

/// What lies over the window and waits for an answer.
#[derive(Debug, Default)]
pub enum Overlay {
    /// Nothing.
    #[default]
    None,
    /// The commands.
    Palette(palette::State),
    /// All shortcuts.
    Keys,
    /// The certain fixes.
    FixAll(fix_all::State),
    /// The pictures that no photo shows.
    Match(match_pictures::State),
    /// Find and replace.
    Replace(replace::State),
    /// Unsaved work.
    Close(close::State),
    /// Our own file dialog.
    Path(path_dialog::State),
    /// Why a rule complains.
    Why(&'static str),
    /// Work that was never saved.
    Recover(recover::State),
    /// A saved file that another program changed.
    Overwrite(overwrite::State),
    /// A source that has changed since it was saved.
    Changed(changed::State),
    /// What to export.
    Export(export::Choice),
    /// What must be read after an export.
    Exported(exported::State),
    /// What an edited caption sheet changes.
    ImportSheet(import_sheet::State),
    /// Photos that the wire has stopped, before they are exported.
    Stopped(stopped::State),
}

impl Overlay {
    /// Whether the window below is free.
    #[must_use]
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// Text selected in a paragraph of the article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SelectedText {
    /// Which block of the article.
    pub block: usize,
    /// From where to where, in characters.
    pub range: CCursorRange,
}

/// A sentence in the status bar.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// Whether something failed.
    pub is_error: bool,
}

/// What the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pointed {
    /// A photo's row or card.
    pub photo: Option<PhotoId>,
    /// The field that the words under the pointer feed.
    pub field: Option<TextField>,
}

/// Everything that the views remember.
#[derive(Default)]
pub struct ViewState {
    /// The photo being edited.
    pub selected: Option<PhotoId>,
    /// Which of its findings is selected.
    pub problem: usize,
    /// What stands in the middle.
    pub centre: Centre,
    /// The list on the left.
    pub list: list::State,
    /// The picture view.
    pub picture: picture::State,
    /// The page of credits.
    pub credits: credits::State,
    /// What was exported last.
    pub export: export::Choice,
    /// What lies over the window.
    pub overlay: Overlay,
    /// Text selected in the article.
    pub selected_text: Option<SelectedText>,
    /// What the pointer was over in the last frame.
    pub pointed: Pointed,
    /// What the pointer is over in this frame, as far as it is drawn.
    pub pointing: Pointed,
    /// The selected photo must come into view, in these many views.
    pub reveal: Reveal,
    /// A date being typed that is no date yet, in this photo of this article of the queue.
    pub date: Option<(usize, PhotoId, String)>,
    /// What happened last.
    pub notice: Option<Notice>,
    /// Thumbnails.
    pub pictures: Pictures,
    /// What was read from captions.
    pub readings: Readings,
    /// Heights of the article's blocks.
    pub heights: super::views::article::Heights,
    /// Files are held over the window.
    pub is_dropping: bool,
    /// Where the last drop came down: on this photo.
    pub drop_target: Option<PhotoId>,
    /// How many thumbnails are on their way.
    pub thumbnails: usize,
    /// What runs, for the status bar.
    pub running: Vec<Running>,
}

/// A view must bring the selection into sight once.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reveal {
    /// The list.
    pub list: bool,
    /// The article or the contact sheet.
    pub centre: bool,
}

/// A job as the status bar tells it.
#[derive(Debug, Clone)]
pub struct Running {
    /// Its number.
    pub id: u64,
    /// What it does.
    pub text: String,
    /// Whether it may be stopped.
    pub can_stop: bool,
}

impl ViewState {
    /// The photo being edited.
    #[must_use]
    pub fn photo<'a>(&self, document: &'a Document) -> Option<&'a Photo> {
        document.photo(self.selected?)
    }

    /// The finding that is selected: `F9` fixes it.
    #[must_use]
    pub fn problem<'a>(&self, document: &'a Document) -> Option<&'a Finding> {
        let findings = document.findings(self.selected?);
        findings
            .get(self.problem)
            .filter(|finding| !finding.is_ignored)
    }

    /// Selects a photo and brings it into sight.
    pub fn select(&mut self, photo: PhotoId) {
        if self.selected != Some(photo) {
            self.problem = 0;
            self.picture = picture::State::default();
        }
        self.selected = Some(photo);
        self.reveal = Reveal {
            list: true,
            centre: true,
        };
    }

    /// Says something in the status bar.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            is_error: false,
        });
    }

    /// Says in the status bar that something failed.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.notice = Some(Notice {
            text: text.into(),
            is_error: true,
        });
    }
}
