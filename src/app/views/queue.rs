//! Left, where several articles are open: the articles.

use egui::{Color32, CornerRadius, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use lucide_icons::Icon;

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::command::Command;
use crate::app::document::{Document, Entry, EntryState};
use crate::app::theme;
use crate::app::view_state::ViewState;
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, dialog, field, marks};
use crate::lint::Severity;

const ROW: f32 = 48.0;

/// The row above the photos that leads back to the articles.
pub fn back(ui: &mut Ui, document: &Document, asks: &mut Vec<Ask>) {
    let frame = egui::Frame::new().inner_margin(egui::Margin {
        left: 4,
        right: 8,
        top: 8,
        bottom: 0,
    });
    frame.show(ui, |ui| {
        let text = format!("All {}", counted(document.entries().len(), "article"));
        if Button::quiet(text)
            .with_icon(Icon::ChevronLeft)
            .show(ui)
            .clicked()
        {
            asks.push(Ask::Do(Command::ShowQueue));
        }
    });
}

/// Shows the articles of the queue.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
    egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 12,
            right: 12,
            top: 10,
            bottom: 10,
        })
        .show(ui, |ui| {
            let filter = field::Field {
                icon: Some(Icon::ListFilter),
                hint: "Filter articles",
                ..field::Field::line("Filter articles", super::list::filter_id())
            };
            let typed = filter.show(ui, &view.list.filter);
            if std::mem::take(&mut view.list.focus_filter) {
                typed.response.request_focus();
            }
            if let Some(text) = typed.text {
                view.list.filter = text;
            }
        });
    dialog::rule(ui);
    let keys = view.list.articles(document);
    ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt("articles")
        .show_rows(ui, ROW, keys.len(), |ui, range| {
            for key in keys.get(range).unwrap_or_default() {
                if let Some(entry) = document.entries().get(*key) {
                    row(ui, *key, entry, document, asks);
                }
            }
        });
}

fn row(ui: &mut Ui, key: usize, entry: &Entry, document: &Document, asks: &mut Vec<Ask>) {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let is_shown = document.current() == key && matches!(entry.state, EntryState::Open(_));
    let says = status(key, entry, document);
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(says.clone()),
        ..WidgetInfo::selected(Role::ListItem, true, is_shown, &entry.item.name)
    });
    let fill = if is_shown {
        p.selection
    } else if response.hovered() {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    if is_shown {
        marks::chosen_row(ui, rect);
    }
    let width = rect.width() - 2.0 * theme::PADDING - 24.0;
    let left = rect.left() + theme::PADDING;
    let name = words::name(
        ui,
        &entry.item.name,
        &Type::new(theme::list(), p.ink, theme::LIST_LINE),
        width,
    );
    let quiet = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let status = words::line(ui, &says, &quiet, width);
    let top = rect.center().y - f32::midpoint(theme::LIST_LINE, theme::LABEL_LINE);
    ui.painter().galley(pos2(left, top), name, p.ink);
    ui.painter()
        .galley(pos2(left, top + theme::LIST_LINE), status, p.quiet);
    let is_read = !matches!(entry.state, EntryState::Listed | EntryState::Reading);
    if is_read {
        let worst = worst(key, entry, document);
        marks::dot(ui, pos2(rect.right() - 18.0, rect.center().y), worst);
    }
    if response.clicked() {
        asks.push(Ask::ShowArticle(key));
    }
}

fn status(key: usize, entry: &Entry, document: &Document) -> String {
    let source = source(entry);
    match &entry.state {
        EntryState::Listed if source.is_empty() => "Not opened yet".to_owned(),
        EntryState::Listed => source,
        EntryState::Reading => "Opening…".to_owned(),
        // The row names the file.
        EntryState::Failed(why) => why
            .split_once(": ")
            .map_or(why.as_str(), |(_, why)| why)
            .to_owned(),
        EntryState::Open(open) => {
            let photos = counted(open.article.photos.len(), "photo");
            let saved = if document.is_edited(key) {
                " · not saved"
            } else {
                ""
            };
            let kind = open.bundle.format.name;
            let source = if source.is_empty() {
                source
            } else {
                format!("{source} · ")
            };
            format!("{source}{photos}{saved} · {kind}")
        }
    }
}

/// How what was saved stands to its source, where that is not as it should be.
fn source(entry: &Entry) -> String {
    let word = match &entry.state {
        EntryState::Open(open) if open.bundle.source_changed => Some("Source changed".to_owned()),
        // The source itself was chosen.
        EntryState::Open(open) if !open.bundle.is_saved() => None,
        _ => entry.item.source_word(),
    };
    word.unwrap_or_default()
}

fn worst(key: usize, entry: &Entry, document: &Document) -> Option<Severity> {
    if matches!(entry.state, EntryState::Failed(_)) {
        return Some(Severity::Error);
    }
    let summary = document.summary_at(key)?;
    let warning = (summary.warnings > 0).then_some(Severity::Warning);
    if summary.errors > 0 {
        Some(Severity::Error)
    } else {
        warning
    }
}
