//! The credits, each with how often it stands and in how many spellings.

use egui::{
    CentralPanel, Color32, CornerRadius, EventFilter, Frame, Key, Margin, Panel, Role, ScrollArea,
    Sense, Ui, WidgetInfo, pos2, vec2,
};
use lucide_icons::Icon;

use super::{Focus, State, filter_id};
use crate::app::theme;
use crate::app::views::list::counted;
use crate::app::widgets::field::{self, Field};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, dialog, marks};
use crate::credit::Cluster;

/// Shows the filter, the rows and the counts.
pub(super) fn show(ui: &mut Ui, state: &mut State) {
    ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
    Panel::bottom("credit counts")
        .exact_size(40.0)
        .frame(Frame::new().inner_margin(Margin::symmetric(12, 0)))
        .show(ui, |ui| counts(ui, state));
    CentralPanel::no_frame().show(ui, |ui| {
        filter(ui, state);
        dialog::rule(ui);
        if state.shown.is_empty() {
            Frame::new().inner_margin(Margin::same(12)).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme::SMALL_GAP;
                words::quiet(ui, "No credit has these letters.");
                if Button::outlined("Show all credits").show(ui).clicked() {
                    state.filter.clear();
                }
            });
            return;
        }
        rows(ui, state);
    });
}

fn filter(ui: &mut Ui, state: &mut State) {
    Frame::new()
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            let field = Field {
                icon: Some(Icon::ListFilter),
                hint: "Filter credits",
                ..Field::line("Filter credits", filter_id())
            };
            let typed = field.show(ui, &state.filter);
            if std::mem::take(&mut state.focus_filter) {
                typed.response.request_focus();
                field::select_all(ui.ctx(), filter_id(), &state.filter);
            }
            if typed.response.has_focus() {
                state.focus = Some(Focus::Filter);
            }
            if let Some(text) = typed.text {
                state.filter = text;
            }
            let is_left = ui.input(|input| input.key_pressed(Key::Escape));
            if is_left && typed.response.lost_focus() {
                state.filter.clear();
            }
        });
}

fn rows(ui: &mut Ui, state: &mut State) {
    let at = state.at();
    let mut area = ScrollArea::vertical().auto_shrink(false).id_salt("credits");
    if std::mem::take(&mut state.reveal)
        && let Some(at) = at
    {
        // Two rows stay in sight above it.
        #[expect(clippy::cast_precision_loss, reason = "rows are counted in thousands")]
        let top = at.saturating_sub(2) as f32 * theme::CREDIT_ROW;
        let is_seen = ui.data(|data| {
            let seen = data.get_temp::<(f32, f32)>(scroll_id());
            seen.is_none_or(|(offset, height)| {
                #[expect(clippy::cast_precision_loss, reason = "rows are counted in thousands")]
                let row = at as f32 * theme::CREDIT_ROW;
                row >= offset && row + theme::CREDIT_ROW <= offset + height
            })
        });
        if !is_seen {
            area = area.vertical_scroll_offset(top);
        }
    }
    let mut pressed = None;
    let mut focus = None;
    let output = area.show_rows(ui, theme::CREDIT_ROW, state.shown.len(), |ui, range| {
        for place in range {
            if let Some(cluster) = state.cluster_at(place) {
                let response = row(ui, cluster, at == Some(place));
                if response.has_focus() {
                    focus = Some(Focus::Cluster);
                }
                if response.clicked() {
                    pressed = Some(place);
                }
            }
        }
    });
    let seen = (output.state.clamped_offset().y, output.inner_rect.height());
    ui.data_mut(|data| data.insert_temp(scroll_id(), seen));
    state.focus = state.focus.or(focus);
    if let Some(place) = pressed {
        state.select(place);
    }
}

fn scroll_id() -> egui::Id {
    egui::Id::unique("credits scroll")
}

fn row(ui: &mut Ui, cluster: &Cluster, is_selected: bool) -> egui::Response {
    let p = theme::palette(ui);
    let size = vec2(ui.available_width(), theme::CREDIT_ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    let says = said(cluster);
    response.widget_info(|| {
        let name = format!("{}, {says}", cluster.suggested);
        WidgetInfo::selected(Role::ListItem, true, is_selected, name)
    });
    if response.has_focus() {
        // Up and down select; they do not leave the list.
        let arrows = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    let fill = if is_selected {
        p.selection
    } else if response.hovered() {
        p.hover
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    if is_selected {
        marks::chosen_row(ui, rect);
    }
    if response.has_focus() {
        marks::focus(ui, rect.shrink(4.0), theme::RADIUS);
    }
    let width = rect.width() - 2.0 * theme::PADDING;
    let line = words::line(
        ui,
        &cluster.suggested,
        &Type::new(theme::list(), p.ink, theme::LIST_LINE),
        width,
    );
    let quiet = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let says = words::line(ui, &says, &quiet, width);
    let top = rect.center().y - f32::midpoint(theme::LIST_LINE, theme::LABEL_LINE);
    let left = rect.left() + theme::PADDING;
    ui.painter().galley(pos2(left, top), line, p.ink);
    ui.painter()
        .galley(pos2(left, top + theme::LIST_LINE), says, p.quiet);
    response
}

/// "12 photos · 3 spellings".
pub(super) fn said(cluster: &Cluster) -> String {
    let photos = counted(cluster.count(), "photo");
    if cluster.is_varied() {
        let spellings = counted(cluster.spellings.len(), "spelling");
        format!("{photos} · {spellings}")
    } else {
        photos
    }
}

fn counts(ui: &Ui, state: &State) {
    let p = theme::palette(ui);
    let rect = ui.max_rect();
    let (all, shown) = (state.clusters.len(), state.shown.len());
    let left = if all == shown {
        counted(all, "credit")
    } else {
        format!("{shown} of {}", counted(all, "credit"))
    };
    let varied = state
        .clusters
        .iter()
        .take_while(|one| one.is_varied())
        .count();
    let right = match varied {
        0 => "Each in one spelling".to_owned(),
        varied => format!("{varied} in several spellings"),
    };
    let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let right = words::line(ui, &right, &kind, rect.width());
    let room = rect.width() - right.size().x - theme::SMALL_GAP;
    let left = words::line(ui, &left, &kind, room);
    let y = rect.center().y - theme::LABEL_LINE / 2.0;
    let x = rect.right() - right.size().x;
    ui.painter().galley(pos2(rect.left(), y), left, p.quiet);
    ui.painter().galley(pos2(x, y), right, p.quiet);
}
