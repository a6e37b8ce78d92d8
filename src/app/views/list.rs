//! Left: the photos of the article, with what is wrong with each.

use std::sync::Arc;

use egui::{Color32, CornerRadius, Id, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::queue;
use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::{Document, OpenArticle};
use crate::app::pictures::Size;
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::field::Field;
use crate::app::widgets::thumbnail::{self, Crop};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::lint::Severity;
use crate::model::{Photo, PhotoId};

/// What the list remembers.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Only photos whose words match.
    pub filter: String,
    /// The filter is to be typed into.
    pub focus_filter: bool,
    /// The articles of the queue are listed, not the photos of one.
    pub shows_articles: bool,
    shown: Arc<[PhotoId]>,
    shown_of: Option<(usize, u64, String)>,
    articles: Arc<[usize]>,
    articles_of: Option<(usize, String)>,
}

impl State {
    /// The photos that pass the filter, in order; looked for once a revision.
    pub fn shown(&mut self, document: &Document) -> Arc<[PhotoId]> {
        let Some(open) = document.open() else {
            return Arc::default();
        };
        let (key, revision) = (document.current(), open.revision());
        let is_known = self.shown_of.as_ref().is_some_and(|(of, at, filter)| {
            (*of, *at, filter.as_str()) == (key, revision, self.filter.as_str())
        });
        if !is_known {
            let filter = self.filter.trim().to_lowercase();
            let photos = open
                .article
                .photos
                .iter()
                .filter(|photo| matches(photo, open, &filter));
            self.shown = photos.map(|photo| photo.id).collect();
            self.shown_of = Some((key, revision, self.filter.clone()));
        }
        Arc::clone(&self.shown)
    }
}

impl State {
    /// The articles of the queue that pass the filter, in order; looked for once a filter.
    pub fn articles(&mut self, document: &Document) -> Arc<[usize]> {
        let entries = document.entries();
        let is_known = self.articles_of.as_ref().is_some_and(|(count, filter)| {
            (*count, filter.as_str()) == (entries.len(), self.filter.as_str())
        });
        if !is_known {
            let filter = self.filter.trim().to_lowercase();
            let passes = |name: &str| filter.is_empty() || name.to_lowercase().contains(&filter);
            let keys = entries.iter().enumerate();
            self.articles = keys
                .filter(|(_, entry)| passes(&entry.item.name))
                .map(|(key, _)| key)
                .collect();
            self.articles_of = Some((entries.len(), self.filter.clone()));
        }
        Arc::clone(&self.articles)
    }
}

/// The filter's field.
#[must_use]
pub fn filter_id() -> Id {
    Id::unique("filter")
}

fn matches(photo: &Photo, open: &OpenArticle, filter: &str) -> bool {
    let has = |text: &str| text.to_lowercase().contains(filter);
    filter.is_empty()
        || has(&photo.caption)
        || has(&photo.credit_line)
        || photo.image.as_ref().is_some_and(|image| has(&image.path))
        || open
            .linter()
            .of_photo(photo.id)
            .iter()
            .any(|finding| finding.is_problem() && has(&finding.message))
}

/// Shows the list, the filter above it and the counts below.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    if view.list.shows_articles && document.is_queue() {
        queue::show(ui, document, view, asks);
        return;
    }
    egui::Panel::bottom("list counts")
        .exact_size(40.0)
        .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 0)))
        .show(ui, |ui| counts(ui, document, view));
    loose(ui, document, asks);
    egui::CentralPanel::no_frame().show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
        if document.is_queue() {
            queue::back(ui, document, asks);
        }
        filter(ui, document, view, asks);
        rows(ui, document, view, asks);
    });
}

/// Says that the bundle has pictures that no photo shows.
fn loose(ui: &mut Ui, document: &Document, asks: &mut Vec<Ask>) {
    let count = document.summary().loose_pictures;
    if count == 0 {
        return;
    }
    egui::Panel::bottom("loose pictures")
        .exact_size(48.0)
        .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 0)))
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                words::quiet(
                    ui,
                    &format!("{} without a photo", counted(count, "picture")),
                );
                let size = ui.available_size();
                let right_to_left = egui::Layout::right_to_left(egui::Align::Center);
                ui.allocate_ui_with_layout(size, right_to_left, |ui| {
                    let button =
                        Button::outlined("Match…").named(Command::MatchPictures.info().name);
                    if button.show(ui).clicked() {
                        asks.push(Ask::Do(Command::MatchPictures));
                    }
                });
            });
        });
}

fn filter(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: 12,
        right: 8,
        top: 10,
        bottom: 10,
    });
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            let width = ui.available_width() - 36.0;
            ui.scope(|ui| {
                ui.set_width(width);
                let field = Field {
                    icon: Some(Icon::ListFilter),
                    hint: "Filter photos",
                    ..Field::line("Filter photos", filter_id())
                };
                let typed = field.show(ui, &view.list.filter);
                if std::mem::take(&mut view.list.focus_filter) {
                    typed.response.request_focus();
                    crate::app::widgets::field::select_all(
                        ui.ctx(),
                        filter_id(),
                        &view.list.filter,
                    );
                }
                if let Some(text) = typed.text {
                    view.list.filter = text;
                }
                let is_left = ui.input(|input| input.key_pressed(egui::Key::Escape));
                if is_left && typed.response.lost_focus() {
                    view.list.filter.clear();
                }
            });
            let possible = Command::NextProblem.is_possible(document, view);
            let next = Button::icon(Icon::ChevronsDown, "Next problem");
            if next
                .of(Command::NextProblem, possible, ui.ctx().os())
                .show(ui)
                .clicked()
            {
                asks.push(Ask::Do(Command::NextProblem));
            }
        });
    });
    crate::app::widgets::dialog::rule(ui);
}

fn rows(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let Some(open) = document.open() else { return };
    let shown = view.list.shown(document);
    if shown.is_empty() {
        nothing(ui, document, view, asks);
        return;
    }
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("photos");
    if std::mem::take(&mut view.reveal.list)
        && let Some(at) = view
            .selected
            .and_then(|id| shown.iter().position(|shown| *shown == id))
    {
        area = reveal(ui, area, at);
    }
    let output = area.show_rows(ui, theme::ROW_HEIGHT, shown.len(), |ui, range| {
        for id in shown.get(range).unwrap_or_default() {
            if let Some(photo) = open.article.photo(*id) {
                row(ui, photo, open, view, asks);
            }
        }
    });
    remember(
        ui,
        output.state.clamped_offset().y,
        output.inner_rect.height(),
    );
}

/// Scrolls no farther than a row needs to be seen whole.
fn reveal(ui: &Ui, area: ScrollArea, at: usize) -> ScrollArea {
    let (offset, height) = ui
        .data(|data| data.get_temp::<(f32, f32)>(scroll_id()))
        .unwrap_or((0.0, 0.0));
    #[expect(clippy::cast_precision_loss, reason = "rows are counted in thousands")]
    let top = at as f32 * theme::ROW_HEIGHT;
    let bottom = top + theme::ROW_HEIGHT;
    if height == 0.0 || (top >= offset && bottom <= offset + height) {
        return area;
    }
    area.vertical_scroll_offset(if top < offset { top } else { bottom - height })
}

fn remember(ui: &Ui, offset: f32, height: f32) {
    ui.data_mut(|data| data.insert_temp(scroll_id(), (offset, height)));
}

fn scroll_id() -> Id {
    Id::unique("photos scroll")
}

fn row(ui: &mut Ui, photo: &Photo, open: &OpenArticle, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(
        vec2(ui.available_width(), theme::ROW_HEIGHT),
        Sense::CLICK | Sense::DRAG,
    );
    let worst = open.linter().worst(photo.id);
    let is_selected = view.selected == Some(photo.id);
    let number = open.article.position(photo.id).map_or(0, |at| at + 1);
    let says = status_line(photo, open);
    response.widget_info(|| {
        let name = format!(
            "Photo {number}, {}: {}",
            marks::dot_word(worst),
            first_words(photo)
        );
        WidgetInfo::selected(Role::ListItem, true, is_selected, name)
    });
    let is_pointed = response.hovered() || view.pointed.photo == Some(photo.id);
    let fill = if is_selected {
        p.selection
    } else if is_pointed {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    if is_selected {
        marks::chosen_row(ui, rect);
    }
    let picture = Rect::from_min_size(
        pos2(
            rect.left() + theme::PADDING,
            rect.center().y - theme::ROW_THUMBNAIL.y / 2.0,
        ),
        theme::ROW_THUMBNAIL,
    );
    thumbnail::show(
        ui,
        picture,
        photo,
        Size::Small,
        Crop::Fill,
        &mut view.pictures,
        theme::SMALL_RADIUS,
    );
    let left = picture.right() + 10.0;
    let width = rect.right() - 32.0 - left;
    let caption = words::lines(
        ui,
        first_words(photo),
        &Type::new(theme::list(), p.ink, theme::LIST_LINE),
        width,
        2,
    );
    let status = words::line(
        ui,
        &says,
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        width,
    );
    let mut y = rect.center().y - f32::midpoint(caption.size().y, status.size().y);
    let caption_height = caption.size().y;
    ui.painter().galley(pos2(left, y), caption, p.ink);
    y += caption_height;
    ui.painter().galley(pos2(left, y), status, p.quiet);
    marks::dot(ui, pos2(rect.right() - 18.0, rect.center().y), worst);
    interact(ui, rect, photo.id, &response, open, view, asks);
}

fn interact(
    ui: &Ui,
    rect: Rect,
    photo: PhotoId,
    response: &egui::Response,
    open: &OpenArticle,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) {
    if response.hovered() {
        view.pointing.photo = Some(photo);
    }
    if view.is_dropping && ui.rect_contains_pointer(rect) {
        view.drop_target = Some(photo);
    }
    if response.clicked() {
        asks.push(Ask::Select(photo));
    }
    response.dnd_set_drag_payload(photo);
    let p = theme::palette(ui);
    if response
        .dnd_hover_payload::<PhotoId>()
        .is_some_and(|dragged| *dragged != photo)
    {
        ui.painter().hline(
            rect.x_range(),
            rect.top(),
            egui::Stroke::new(theme::SELECTED_LINE, p.accent),
        );
    }
    if let Some(dragged) = response.dnd_release_payload::<PhotoId>()
        && let Some(to) = open.article.position(photo)
    {
        asks.push(Ask::Move(*dragged, to));
    }
    response.context_menu(|ui| {
        if view.selected != Some(photo) {
            asks.push(Ask::Select(photo));
        }
        for command in [
            Command::CopyCaption,
            Command::Attach,
            Command::Detach,
            Command::NotACaption,
            Command::MoveUp,
            Command::MoveDown,
            Command::RemovePhoto,
        ] {
            if ui.button(command.info().name).clicked() {
                asks.push(Ask::Do(command));
                ui.close();
            }
        }
    });
}

/// The first words of a photo's caption, or what stands for them.
#[must_use]
pub fn first_words(photo: &Photo) -> &str {
    if photo.caption.is_empty() {
        "No caption"
    } else {
        &photo.caption
    }
}

/// The credit, or the worst that is wrong.
#[must_use]
pub fn status_line(photo: &Photo, open: &OpenArticle) -> String {
    let findings = open.linter().of_photo(photo.id);
    let worst = findings.iter().find(|finding| finding.is_problem());
    let no_picture = if photo.image.is_none() {
        " · no picture"
    } else {
        ""
    };
    match worst {
        Some(finding) if finding.severity == Severity::Error || photo.credit_line.is_empty() => {
            finding.message.clone()
        }
        Some(_) | None if photo.credit_line.is_empty() => format!("No credit{no_picture}"),
        Some(_) | None => format!("{}{no_picture}", photo.credit_line),
    }
}

fn nothing(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let is_filtered = !view.list.filter.is_empty()
        && document
            .open()
            .is_some_and(|open| !open.article.photos.is_empty());
    egui::Frame::new().inner_margin(egui::Margin::same(12)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = theme::SMALL_GAP;
        if is_filtered {
            words::quiet(ui, "No photo has these words.");
            if Button::outlined("Show all photos").show(ui).clicked() {
                view.list.filter.clear();
            }
        } else {
            words::quiet(ui, "No captions were found. Select a caption in the article and press Ctrl+M, or drop pictures here.");
            if Button::outlined(Command::AddPhoto.info().name).with_icon(Icon::Plus).show(ui).clicked() {
                asks.push(Ask::Do(Command::AddPhoto));
            }
        }
    });
}

fn counts(ui: &mut Ui, document: &Document, view: &mut ViewState) {
    let p = theme::palette(ui);
    let photos = document.open().map_or(0, |open| open.article.photos.len());
    let shown = view.list.shown(document).len();
    let summary = document.summary();
    let left = if shown == photos {
        counted(photos, "photo")
    } else {
        format!("{shown} of {}", counted(photos, "photo"))
    };
    let right = match (summary.errors, summary.warnings) {
        (0, 0) if photos > 0 => "All fine".to_owned(),
        (0, 0) => String::new(),
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!(
            "{} · {}",
            counted(errors, "error"),
            counted(warnings, "warning")
        ),
    };
    let rect = ui.max_rect();
    let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let right = words::line(ui, &right, &kind, rect.width());
    let left = words::line(
        ui,
        &left,
        &kind,
        rect.width() - right.size().x - theme::SMALL_GAP,
    );
    let y = rect.center().y - theme::LABEL_LINE / 2.0;
    ui.painter().galley(pos2(rect.left(), y), left, p.quiet);
    ui.painter()
        .galley(pos2(rect.right() - right.size().x, y), right, p.quiet);
}

/// A number with its noun.
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 {
        format!("1 {noun}")
    } else {
        format!("{count} {noun}s")
    }
}
