//! Everything that an editor can do, in one list: menu, palette, toolbar, shortcuts and help are
//! loops over it.

use egui::os::OperatingSystem;
use egui::{Key, Modifiers};
use lucide_icons::Icon;

use super::document::Document;
use super::shortcut::{ALT_SHIFT, COMMAND_ALT, COMMAND_SHIFT, Shortcut};
use super::view_state::{Centre, ViewState};

/// Where a command stands in the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Opening and saving.
    File,
    /// Changing the article.
    Edit,
    /// Changing a photo.
    Photo,
    /// What is shown.
    View,
    /// Finding one's way.
    Help,
}

impl Group {
    /// The menus, from left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Photo, Self::View, Self::Help];

    /// The menu's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Photo => "Photo",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// What menu, palette and help say about a command.
#[derive(Debug, Clone, Copy)]
pub struct CommandInfo {
    /// Its name, in sentence case.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub hint: &'static str,
    /// Its keys.
    pub shortcut: Option<Shortcut>,
    /// Its keys on macOS, where the system has taken those.
    pub mac_shortcut: Option<Shortcut>,
    /// Its sign.
    pub icon: Icon,
    /// Its menu.
    pub group: Group,
}

impl CommandInfo {
    const fn new(group: Group, icon: Icon, name: &'static str, hint: &'static str) -> Self {
        Self {
            name,
            hint,
            shortcut: None,
            mac_shortcut: None,
            icon,
            group,
        }
    }

    const fn keys(mut self, held: Modifiers, key: Key) -> Self {
        self.shortcut = Some(Shortcut::with(held, key));
        self
    }

    const fn mac(mut self, held: Modifiers, key: Key) -> Self {
        self.mac_shortcut = Some(Shortcut::with(held, key));
        self
    }

    /// Its keys on this system.
    #[must_use]
    pub fn shortcut_on(&self, os: OperatingSystem) -> Option<Shortcut> {
        if os.is_mac() {
            self.mac_shortcut.or(self.shortcut)
        } else {
            self.shortcut
        }
    }
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident => $info:expr,)*) => {
        /// Something that an editor can do, in the palette's order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Command { $($(#[$doc])* $name,)* }

        impl Command {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What is said about it.
            #[must_use]
            pub const fn info(self) -> CommandInfo {
                match self { $(Self::$name => $info,)* }
            }
        }
    };
}

use Group::{Edit, File, Help, Photo, View};

const CTRL: Modifiers = Modifiers::COMMAND;

commands! {
    /// Opens a file.
    Open => CommandInfo::new(File, Icon::FileText, "Open file…", "Open an article or a file of several: a text, a page, JSON, XML, a zip").keys(CTRL, Key::O),
    /// Opens a folder.
    OpenFolder => CommandInfo::new(File, Icon::FolderOpen, "Open folder…", "Open a bundle, or a folder of bundles").keys(COMMAND_SHIFT, Key::O),
    /// Opens what is built in.
    OpenSample => CommandInfo::new(File, Icon::BookOpen, "Open the sample", "Open the article that comes with Cutline"),
    /// Saves the article.
    Save => CommandInfo::new(File, Icon::Save, "Save", "Save the article; its source is never touched").keys(CTRL, Key::S),
    /// Saves the article elsewhere.
    SaveAs => CommandInfo::new(File, Icon::SaveAll, "Save as…", "Save the article under another name").keys(COMMAND_SHIFT, Key::S),
    /// Saves and goes on.
    SaveAndNext => CommandInfo::new(File, Icon::CornerDownLeft, "Save and next photo", "Save, then show the next photo").keys(CTRL, Key::Enter),
    /// Writes normalized JSON.
    Export => CommandInfo::new(File, Icon::FileDown, "Export JSON…", "Write normalized ninjs to a file of your choice").keys(CTRL, Key::E),
    /// Closes the window.
    Quit => CommandInfo::new(File, Icon::LogOut, "Quit", "Close Cutline; unsaved work is asked about").keys(CTRL, Key::Q),

    /// Takes the last step back.
    Undo => CommandInfo::new(Edit, Icon::Undo2, "Undo", "Take the last step back").keys(CTRL, Key::Z),
    /// Does it again.
    Redo => CommandInfo::new(Edit, Icon::Redo2, "Redo", "Do the last undone step again").keys(COMMAND_SHIFT, Key::Z),
    /// Fixes the problem that is selected.
    Fix => CommandInfo::new(Edit, Icon::Wand, "Fix this problem", "Do the first fix of the selected problem, then select the next problem").keys(Modifiers::NONE, Key::F9),
    /// Lists what is certain.
    FixAll => CommandInfo::new(Edit, Icon::WandSparkles, "Fix all certain problems…", "See every certain fix before it is done").keys(Modifiers::SHIFT, Key::F9),
    /// Waves the problem through.
    Ignore => CommandInfo::new(Edit, Icon::EyeOff, "Ignore this problem", "Wave the selected problem through until its text changes"),
    /// Finds and replaces.
    Replace => CommandInfo::new(Edit, Icon::Replace, "Find and replace…", "Find and replace in captions and credit lines").keys(CTRL, Key::H).mac(COMMAND_ALT, Key::F),
    /// Selected text becomes a caption.
    MakeCaption => CommandInfo::new(Edit, Icon::Captions, "Selected text is a caption", "Turn the text selected in the article into a photo").keys(CTRL, Key::M).mac(COMMAND_SHIFT, Key::K),
    /// A caption becomes text.
    NotACaption => CommandInfo::new(Edit, Icon::CaptionsOff, "Not a caption", "Put the original back into the text, at its place").keys(COMMAND_SHIFT, Key::M),

    /// Copies caption and credit.
    CopyCaption => CommandInfo::new(Photo, Icon::Copy, "Copy caption and credit", "Copy both as the house prints them").keys(COMMAND_SHIFT, Key::C),
    /// Attaches a picture.
    Attach => CommandInfo::new(Photo, Icon::ImagePlus, "Attach picture…", "Give this photo a picture file").keys(COMMAND_SHIFT, Key::A),
    /// Takes the picture away.
    Detach => CommandInfo::new(Photo, Icon::ImageMinus, "Detach picture", "Take the picture from this photo; its file stays"),
    /// Goes to the caption.
    EditCaption => CommandInfo::new(Photo, Icon::TextCursorInput, "Edit caption", "Put the cursor into the caption").keys(Modifiers::NONE, Key::F2),
    /// Gives photos the pictures of the folder.
    MatchPictures => CommandInfo::new(Photo, Icon::Images, "Match pictures…", "Give the pictures of this folder that no photo shows to the photos"),
    /// Adds a photo.
    AddPhoto => CommandInfo::new(Photo, Icon::Plus, "Add photo", "Add a photo after this one"),
    /// Removes the photo.
    RemovePhoto => CommandInfo::new(Photo, Icon::Trash2, "Remove photo", "Remove this photo; what was read from the text goes back into it"),
    /// Moves the photo up.
    MoveUp => CommandInfo::new(Photo, Icon::ArrowUp, "Move photo up", "Put this photo before the one above").keys(ALT_SHIFT, Key::ArrowUp),
    /// Moves the photo down.
    MoveDown => CommandInfo::new(Photo, Icon::ArrowDown, "Move photo down", "Put this photo after the one below").keys(ALT_SHIFT, Key::ArrowDown),

    /// Shows the next photo.
    NextPhoto => CommandInfo::new(View, Icon::ChevronDown, "Next photo", "Select the photo below").keys(Modifiers::ALT, Key::ArrowDown),
    /// Shows the photo before.
    PreviousPhoto => CommandInfo::new(View, Icon::ChevronUp, "Previous photo", "Select the photo above").keys(Modifiers::ALT, Key::ArrowUp),
    /// Shows the next problem.
    NextProblem => CommandInfo::new(View, Icon::ChevronsDown, "Next problem", "Select the next error or warning").keys(Modifiers::NONE, Key::F8),
    /// Shows the problem before.
    PreviousProblem => CommandInfo::new(View, Icon::ChevronsUp, "Previous problem", "Select the error or warning before").keys(Modifiers::SHIFT, Key::F8),
    /// Opens the next article.
    NextArticle => CommandInfo::new(View, Icon::FileDown, "Next article", "Open the article below in the list").keys(CTRL, Key::PageDown),
    /// Opens the article before.
    PreviousArticle => CommandInfo::new(View, Icon::FileUp, "Previous article", "Open the article above in the list").keys(CTRL, Key::PageUp),
    /// Filters the list.
    Filter => CommandInfo::new(View, Icon::ListFilter, "Filter photos", "Show only photos whose words match").keys(CTRL, Key::F),
    /// Back to the articles.
    ShowQueue => CommandInfo::new(View, Icon::List, "All articles", "Back to the list of articles"),
    /// The article.
    ShowArticle => CommandInfo::new(View, Icon::FileText, "Article", "The article as it reads").keys(CTRL, Key::Num1),
    /// The contact sheet.
    ShowSheet => CommandInfo::new(View, Icon::LayoutGrid, "Contact sheet", "All pictures at once").keys(CTRL, Key::Num2),
    /// The picture.
    ShowPhoto => CommandInfo::new(View, Icon::Image, "Photo", "The picture alone").keys(CTRL, Key::Num3),
    /// The credits.
    ShowCredits => CommandInfo::new(View, Icon::Copyright, "Credits", "Every credit of what is open, the spellings of the same one together").keys(CTRL, Key::Num4),
    /// Nearer.
    ZoomIn => CommandInfo::new(View, Icon::ZoomIn, "Zoom in", "See the picture larger").keys(CTRL, Key::Plus),
    /// Farther.
    ZoomOut => CommandInfo::new(View, Icon::ZoomOut, "Zoom out", "See the picture smaller").keys(CTRL, Key::Minus),
    /// All of it.
    ZoomFit => CommandInfo::new(View, Icon::Maximize, "Fit picture", "See the whole picture").keys(CTRL, Key::Num0),
    /// Dark.
    Dark => CommandInfo::new(View, Icon::Moon, "Dark colours", "Light words on a dark window"),
    /// Light.
    Light => CommandInfo::new(View, Icon::Sun, "Light colours", "Dark words on a light window"),
    /// As the system.
    FollowSystem => CommandInfo::new(View, Icon::SunMoon, "Colours of the system", "Light or dark as the system is"),

    /// The palette.
    Palette => CommandInfo::new(Help, Icon::Search, "All commands…", "Find a command by its name").keys(CTRL, Key::K),
    /// The keys.
    Keys => CommandInfo::new(Help, Icon::Keyboard, "Keyboard", "All shortcuts").keys(Modifiers::NONE, Key::F1),
}

/// Why a command cannot be done now, as a tooltip says it.
pub type WhyNot = &'static str;

impl Command {
    /// Whether it can be done now; else what is missing.
    ///
    /// # Errors
    /// What is missing, as a sentence without a full stop.
    #[expect(clippy::too_many_lines, reason = "one line a command")]
    pub fn is_possible(self, document: &Document, view: &ViewState) -> Result<(), WhyNot> {
        let need = |is_there: bool, why: WhyNot| if is_there { Ok(()) } else { Err(why) };
        let is_html = document
            .open()
            .is_some_and(|open| !open.bundle.has_plain_body());
        let is_choosing = document.is_queue() && document.open().is_none();
        let opened = need(
            document.open().is_some(),
            if is_choosing {
                "Open an article of the list first"
            } else {
                "Open an article first"
            },
        );
        let photos = document.open().map_or(0, |open| open.article.photos.len());
        let at = view
            .selected
            .and_then(|id| document.open()?.article.position(id));
        let is_unseen = self.info().group == Group::Photo
            || matches!(
                self,
                Self::Fix | Self::Ignore | Self::MakeCaption | Self::NotACaption
            );
        if is_unseen && view.centre == Centre::Credits {
            return Err("Show the article first: what would change is not in sight");
        }
        match self {
            Self::Open
            | Self::OpenFolder
            | Self::OpenSample
            | Self::Quit
            | Self::Palette
            | Self::Keys
            | Self::Dark
            | Self::Light
            | Self::FollowSystem
            | Self::ShowArticle
            | Self::ShowSheet => Ok(()),
            Self::Save | Self::SaveAs | Self::Export => {
                need(document.open().is_some(), "Open an article first")
            }
            Self::SaveAndNext
            | Self::CopyCaption
            | Self::EditCaption
            | Self::RemovePhoto
            | Self::Attach
            | Self::ShowPhoto => opened.and_then(|()| need(at.is_some(), "Select a photo first")),
            Self::Undo => need(document.undoable().is_some(), "Nothing to undo"),
            Self::Redo => need(document.redoable().is_some(), "Nothing to redo"),
            Self::Fix => match view.problem(document) {
                None => Err("No problem is selected"),
                Some(finding) if finding.fixes.is_empty() => {
                    Err("This problem has no ready fix: edit the field")
                }
                Some(finding) => need(
                    finding.ready_fix().is_some(),
                    "There are several ways: press the button of the right one",
                ),
            },
            Self::Ignore => need(view.problem(document).is_some(), "No problem is selected"),
            Self::FixAll => opened.and_then(|()| {
                need(
                    document.summary().certain > 0,
                    "Nothing can be fixed for certain",
                )
            }),
            Self::ShowCredits => need(!document.entries().is_empty(), "Open an article first"),
            Self::Filter if is_choosing || view.centre == Centre::Credits => Ok(()),
            Self::Replace | Self::Filter | Self::NextPhoto | Self::PreviousPhoto => {
                opened.and_then(|()| need(photos > 0, "There are no photos"))
            }
            Self::MakeCaption | Self::NotACaption if is_html => {
                Err("The body of this file is HTML, which is kept as it is")
            }
            Self::MakeCaption => need(
                view.selected_text
                    .is_some_and(|selected| !selected.range.is_empty()),
                "Select text in the article first",
            ),
            Self::NotACaption => {
                let has_original = view
                    .photo(document)
                    .is_some_and(|photo| photo.original.is_some());
                need(has_original, "This photo was not read from the text")
            }
            Self::Detach => need(
                view.photo(document)
                    .is_some_and(|photo| photo.image.is_some()),
                "This photo has no picture",
            ),
            Self::MatchPictures => need(
                document.summary().loose_pictures > 0,
                "Every picture of this folder has its photo",
            ),
            Self::AddPhoto => need(document.open().is_some(), "Open an article first"),
            Self::MoveUp => need(at.is_some_and(|at| at > 0), "This is the first photo"),
            Self::MoveDown => need(
                at.is_some_and(|at| at + 1 < photos),
                "This is the last photo",
            ),
            Self::NextProblem | Self::PreviousProblem => opened.and_then(|()| {
                let summary = document.summary();
                need(summary.errors + summary.warnings > 0, "No problem is left")
            }),
            Self::NextArticle | Self::PreviousArticle => {
                need(document.is_queue(), "Only one article is open")
            }
            Self::ShowQueue => need(document.is_queue(), "Only one article is open"),
            Self::ZoomIn | Self::ZoomOut | Self::ZoomFit => {
                need(view.centre == Centre::Photo, "Show the picture first")
            }
        }
    }

    /// Whether it shows another photo, so that the page of credits gives way to it.
    #[must_use]
    pub fn goes_to_a_photo(self) -> bool {
        matches!(
            self,
            Self::NextPhoto
                | Self::PreviousPhoto
                | Self::NextProblem
                | Self::PreviousProblem
                | Self::NextArticle
                | Self::PreviousArticle
        )
    }

    /// Its keys on this system.
    #[must_use]
    pub fn shortcut(self, os: OperatingSystem) -> Option<Shortcut> {
        self.info().shortcut_on(os)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_shortcut_or_a_name() {
        for os in [OperatingSystem::Nix, OperatingSystem::Mac] {
            for (at, command) in Command::ALL.iter().enumerate() {
                for other in &Command::ALL[at + 1..] {
                    assert_ne!(command.info().name, other.info().name);
                    if let Some(shortcut) = command.shortcut(os) {
                        assert_ne!(
                            Some(shortcut),
                            other.shortcut(os),
                            "{command:?} and {other:?}"
                        );
                    }
                }
            }
        }
    }
}
