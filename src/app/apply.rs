//! Does what was asked. The only place where the views' wishes become changes.

use egui::text_selection::text_cursor_state::byte_index_from_char_index;
use egui::{Context, ThemePreference, ViewportCommand};

use super::App;
use super::ask::{Ask, Refused};
use super::command::Command;
use super::dialog::Purpose;
use super::navigate::Way;
use super::view_state::{Centre, Overlay};
use super::views::{fields, fix_all, match_pictures, palette, replace};
use crate::bundle::SaveTo;
use crate::bundle::export::Stopped;
use crate::edit::{self, Edit};
use crate::formats::export::printed;
use crate::lint::{self, Finding, Fix};
use crate::model::{Moment, PhotoId, TextField};

/// How much nearer one step of zooming brings a picture.
const ZOOM_STEP: f32 = 1.25;

/// An identity for what an editor adds.
pub(super) fn new_uri() -> String {
    format!("urn:uuid:{}", uuid::Uuid::new_v4())
}

impl App {
    /// Does one thing that was asked.
    pub(super) fn apply(&mut self, ctx: &Context, ask: Ask) {
        match ask {
            Ask::Do(command) => self.run(ctx, command),
            Ask::Select(photo) => {
                self.leave_credits();
                self.view.select(photo);
                // It was pressed, so it is in sight.
                self.view.reveal.list = true;
            }
            Ask::SelectProblem(problem) => self.view.problem = problem,
            Ask::ShowArticle(key) => {
                self.leave_credits();
                self.show_article(key);
            }
            Ask::OpenRest => self.open_rest(),
            Ask::Respell(name, changes) => self.respell(&name, changes),
            Ask::SetText(photo, field, text) => {
                self.edit(
                    format!("Type in {}", field.name().to_lowercase()),
                    vec![Edit::SetText { photo, field, text }],
                );
            }
            Ask::SetCreators(photo, creators) => {
                self.edit(
                    "Change creators",
                    vec![Edit::SetCreators { photo, creators }],
                );
            }
            Ask::SetSources(photo, sources) => {
                self.edit("Change sources", vec![Edit::SetSources { photo, sources }]);
            }
            Ask::TypeDate(photo, text) => self.type_date(photo, text),
            Ask::LeaveField => self.leave_field(),
            Ask::Fix(photo, fix) => self.fix(photo, fix),
            Ask::Ignore(finding) => self.ignore(&finding),
            Ask::Match(proposals) => self.measure(proposals),
            Ask::Move(photo, to) => self.move_photo(photo, to),
            Ask::FixAll(refused) => self.fix_all(&refused),
            Ask::Replace { find, with } => self.replace(&find, &with),
            Ask::Chosen(purpose, path) => self.chosen(purpose, path),
            Ask::List(folder) => self.jobs.list_folder(folder),
            Ask::Export(choice) => self.ask_export_place(ctx, choice),
            Ask::ExportAnyway => self.choose_export(Stopped::Exported),
            Ask::ImportSheet(changes) => self.import_sheet(changes),
            Ask::SaveAllAndClose => self.save_all(ctx),
            Ask::DiscardAndClose => {
                for key in self.document.edited() {
                    self.journal.discarded(*key);
                }
                self.set_queue(Vec::new());
            }
            Ask::Recover(key, work) => self.recover(key, *work),
            Ask::DiscardUnsaved(key) => self.journal.discarded(key),
            Ask::OpenVersion(key, version) => self.open_version(key, version),
            Ask::SaveOver(key) => self.save_to(key, SaveTo::Over),
            Ask::StayOpen => self.leave = None,
            Ask::Stop(job) => self.jobs.stop(job),
            Ask::DismissNotice => self.view.notice = None,
        }
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        if let Err(why) = command.is_possible(&self.document, &self.view) {
            self.view.tell(why);
            return;
        }
        self.view.notice = None;
        if command.goes_to_a_photo() {
            self.leave_credits();
        }
        match command {
            Command::Open => self.ask_path(ctx, Purpose::OpenFile),
            Command::OpenFolder => self.ask_path(ctx, Purpose::OpenFolder),
            Command::OpenSample => self.open_sample(),
            Command::Save => self.save(ctx, self.document.current()),
            Command::SaveAs => self.ask_path(ctx, Purpose::Save(self.document.current())),
            Command::SaveAndNext => {
                self.save(ctx, self.document.current());
                if self.is_last_photo() {
                    self.go_to_article(Way::Next);
                } else {
                    self.go_to_photo(Way::Next);
                }
            }
            Command::Export => self.begin_export(),
            Command::ImportSheet => self.ask_path(ctx, Purpose::Sheet),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::Undo | Command::Redo => self.step(command),
            Command::Fix => self.fix_selected(),
            Command::FixAll => {
                self.view.overlay = Overlay::FixAll(fix_all::State::of(&self.document));
            }
            Command::Ignore => {
                if let Some(finding) = self.view.problem(&self.document).cloned() {
                    self.ignore(&finding);
                }
            }
            Command::EditCaption => self.edit_caption(ctx),
            Command::MatchPictures => {
                self.view.overlay = Overlay::Match(match_pictures::State::of(&self.document));
            }
            Command::Replace => self.view.overlay = Overlay::Replace(replace::State::default()),
            Command::MakeCaption => self.make_caption(),
            Command::NotACaption => self.remove("Not a caption"),
            Command::CopyCaption => self.copy_caption(ctx),
            Command::Attach => {
                self.ask_path(
                    ctx,
                    Purpose::Attach(self.document.current(), self.view.selected),
                );
            }
            Command::Detach => {
                if let Some(photo) = self.view.selected {
                    self.edit(
                        "Detach picture",
                        vec![Edit::SetImage { photo, image: None }],
                    );
                }
            }
            Command::AddPhoto => self.add_photo(),
            Command::RemovePhoto => self.remove("Remove photo"),
            Command::MoveUp => self.move_by(Way::Previous),
            Command::MoveDown => self.move_by(Way::Next),
            Command::NextPhoto => self.go_to_photo(Way::Next),
            Command::PreviousPhoto => self.go_to_photo(Way::Previous),
            Command::NextArticle => self.go_to_article(Way::Next),
            Command::PreviousArticle => self.go_to_article(Way::Previous),
            Command::NextProblem => self.go_to_problem(Way::Next),
            Command::PreviousProblem => self.go_to_problem(Way::Previous),
            Command::Filter if self.view.centre == Centre::Credits => {
                self.view.credits.focus_filter = true;
            }
            Command::Filter => self.view.list.focus_filter = true,
            Command::ShowQueue => self.view.list.shows_articles = true,
            Command::ShowArticle => self.show(Centre::Article),
            Command::ShowSheet => self.show(Centre::Sheet),
            Command::ShowPhoto => self.show(Centre::Photo),
            Command::ShowCredits => self.show(Centre::Credits),
            Command::ZoomIn => self.view.picture.zoom_by(ZOOM_STEP),
            Command::ZoomOut => self.view.picture.zoom_by(1.0 / ZOOM_STEP),
            Command::ZoomFit => self.view.picture = super::views::picture::State::default(),
            Command::Dark => ctx.set_theme(ThemePreference::Dark),
            Command::Light => ctx.set_theme(ThemePreference::Light),
            Command::FollowSystem => ctx.set_theme(ThemePreference::System),
            Command::Palette => {
                let is_open = matches!(self.view.overlay, Overlay::Palette(_));
                self.view.overlay = if is_open {
                    Overlay::None
                } else {
                    Overlay::Palette(palette::State::default())
                };
            }
            Command::Keys => {
                let is_open = matches!(self.view.overlay, Overlay::Keys);
                self.view.overlay = if is_open {
                    Overlay::None
                } else {
                    Overlay::Keys
                };
            }
        }
    }

    fn show(&mut self, centre: Centre) {
        self.view.centre = centre;
        self.view.reveal.centre = true;
    }

    fn edit(&mut self, name: impl AsRef<str>, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        if let Err(error) = self.document.apply(name.as_ref(), edits) {
            self.view.warn(error.to_string());
        }
        self.keep_selection();
    }

    fn step(&mut self, command: Command) {
        let done = if command == Command::Undo {
            self.document.undo()
        } else {
            self.document.redo()
        };
        match done {
            Err(error) => self.view.warn(error.to_string()),
            Ok(None) => {}
            Ok(Some((name, photo))) => {
                self.view.date = None;
                let what = if command == Command::Undo {
                    "Undone"
                } else {
                    "Done again"
                };
                self.view.tell(format!("{what}: {name}"));
                if let Some(photo) = photo.filter(|photo| self.document.photo(*photo).is_some()) {
                    self.view.select(photo);
                }
                self.keep_selection();
            }
        }
    }

    /// A field lost the focus: the word typed is done, and a date that is none is told.
    fn leave_field(&mut self) {
        self.document.close_step();
        let Some((_, _, text)) = &self.view.date else {
            return;
        };
        if Moment::typed(text).is_some() {
            self.view.date = None;
        } else {
            let text = text.clone();
            self.view.warn(format!(
                "\"{text}\" is no date and is not saved; write 2026-11-16 or 16 Nov 2026"
            ));
        }
    }

    fn type_date(&mut self, photo: PhotoId, text: String) {
        let created = Moment::typed(&text);
        let is_said = created.is_some() || text.trim().is_empty();
        let now = self
            .document
            .photo(photo)
            .and_then(|photo| photo.created.clone());
        if is_said && created != now {
            self.edit(
                "Change date",
                vec![Edit::SetCreated {
                    photo,
                    created: created.clone(),
                }],
            );
        }
        // What is written otherwise than it is shown stays until the field is left.
        let is_as_shown = created.is_some_and(|created| created.as_said() == text);
        let key = self.document.current();
        self.view.date = (!is_as_shown).then_some((key, photo, text));
    }

    fn fix(&mut self, photo: PhotoId, fix: Fix) {
        self.edit(fix.label, fix.edits);
        self.go_on_from(photo);
    }

    fn fix_selected(&mut self) {
        let Some(finding) = self.view.problem(&self.document) else {
            return;
        };
        if let Some(fix) = finding.ready_fix().cloned() {
            self.fix(finding.photo, fix);
        }
    }

    fn fix_all(&mut self, refused: &Refused) {
        let fixes = self.document.certain_fixes(refused);
        let count = fixes.len();
        let edits = fixes.into_iter().flat_map(|fix| fix.edits).collect();
        let name = if count == 1 {
            "Fix 1 problem".to_owned()
        } else {
            format!("Fix {count} problems")
        };
        let selected = self.view.selected;
        self.edit(&name, edits);
        self.view
            .tell(format!("{name}: done. One undo takes it back."));
        if let Some(photo) = selected {
            self.go_on_from(photo);
        }
    }

    fn ignore(&mut self, finding: &Finding) {
        let Some(photo) = self.document.photo(finding.photo) else {
            return;
        };
        let name = if finding.is_ignored {
            "Take back ignoring"
        } else {
            "Ignore"
        };
        let edit = lint::ignore(photo, finding);
        self.edit(name, vec![edit]);
        self.go_on_from(finding.photo);
    }

    fn replace(&mut self, find: &str, with: &str) {
        let Some(open) = self.document.open() else {
            return;
        };
        let photos = open.article.photos.iter();
        let edits = photos
            .flat_map(|photo| replace::edits(photo, find, with))
            .collect();
        self.edit(format!("Replace {find}"), edits);
    }

    fn make_caption(&mut self) {
        let (Some(selected), Some(open)) = (self.view.selected_text.take(), self.document.open())
        else {
            return;
        };
        let Some(crate::model::Block::Text(text)) = open.article.blocks.get(selected.block) else {
            return;
        };
        let [start, end] = selected
            .range
            .sorted_cursors()
            .map(|cursor| byte_index_from_char_index(text, cursor.index).0);
        let range = start..end;
        let lexicon = &self.document.house.lexicon;
        let made =
            edit::caption_from_text(&open.article, selected.block, range, &new_uri(), lexicon);
        if let Some((photo, edits)) = made {
            self.edit("Selected text is a caption", edits);
            self.view.select(photo);
        }
    }

    fn edit_caption(&self, ctx: &Context) {
        if let Some(photo) = self.view.selected {
            let id = fields::field_id(self.document.current(), photo, TextField::Caption);
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn add_photo(&mut self) {
        let Some(open) = self.document.open() else {
            return;
        };
        let (photo, edits) = edit::add_photo(&open.article, self.view.selected, &new_uri());
        self.edit("Add photo", edits);
        self.view.select(photo);
    }

    /// Removes the selected photo; the one below it is selected then.
    fn remove(&mut self, name: &str) {
        let (Some(photo), Some(open)) = (self.view.selected, self.document.open()) else {
            return;
        };
        let at = open.article.position(photo).unwrap_or_default();
        let edits = edit::remove_photo(&open.article, photo);
        self.edit(name, edits);
        let photos = self
            .document
            .open()
            .map(|open| open.article.photos.as_slice())
            .unwrap_or_default();
        if let Some(next) = photos.get(at).or(photos.last()).map(|photo| photo.id) {
            self.view.select(next);
        }
    }

    fn move_by(&mut self, way: Way) {
        let at = self
            .view
            .selected
            .and_then(|id| self.document.open()?.article.position(id));
        let to = at.and_then(|at| {
            if way == Way::Next {
                at.checked_add(1)
            } else {
                at.checked_sub(1)
            }
        });
        if let (Some(photo), Some(to)) = (self.view.selected, to) {
            self.move_photo(photo, to);
        }
    }

    fn move_photo(&mut self, photo: PhotoId, to: usize) {
        let Some(open) = self.document.open() else {
            return;
        };
        let edits = edit::move_photo(&open.article, photo, to);
        self.edit("Move photo", edits);
        self.view.select(photo);
    }

    fn copy_caption(&mut self, ctx: &Context) {
        let Some(photo) = self.view.photo(&self.document) else {
            return;
        };
        ctx.copy_text(printed(photo));
        self.view.tell("Caption and credit are copied");
    }
}
