//! The credit that is selected: its spellings, and what keeping one of them changes.

use egui::{
    CentralPanel, CornerRadius, Frame, Key, Margin, Panel, Rect, Response, Role, ScrollArea, Sense,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::plan::Line;
use super::{Focus, NUMBERS, State, clusters};
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::views::list::counted;
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, dialog, marks};
use crate::credit::{Cluster, Spelling, Tie};
use crate::lint::certain::Part;
use crate::model::TextField;

/// From the edge to the words behind a mark.
const INDENT: f32 = 48.0;
/// From the edge to a spelling, behind its mark and its key.
const SPELLING_INDENT: f32 = 76.0;

/// A spelling that may be kept: one that photos have, or the suggestion that none has yet.
struct Offer {
    line: String,
    count: usize,
    says: &'static str,
    is_strong: bool,
}

impl Offer {
    fn of(spelling: &Spelling) -> Self {
        Self {
            line: spelling.line.clone(),
            count: spelling.count,
            says: spelling.tie.map_or("suggested", Tie::sentence),
            is_strong: spelling.tie.is_none_or(Tie::is_strong),
        }
    }
}

fn offers(cluster: &Cluster) -> Vec<Offer> {
    let is_new = cluster
        .spellings
        .iter()
        .all(|spelling| spelling.tie.is_some());
    let new = is_new.then(|| Offer {
        line: cluster.suggested.clone(),
        count: 0,
        says: "suggested: without label and repetition",
        is_strong: true,
    });
    new.into_iter()
        .chain(cluster.spellings.iter().map(Offer::of))
        .collect()
}

/// Chooses the spelling of this number, counted from 0.
pub(super) fn choose(state: &mut State, number: usize) {
    let offer = state
        .cluster()
        .and_then(|cluster| offers(cluster).into_iter().nth(number));
    if let Some(offer) = offer {
        state.choice.left_out.remove(&offer.line);
        state.choice.to = offer.line;
        state.choice.is_touched = true;
        state.plan_of = None;
    }
}

/// Shows it; answers whether the button was pressed that does it.
pub(super) fn show(ui: &mut Ui, state: &mut State) -> bool {
    let Some(cluster) = state.cluster().cloned() else {
        return false;
    };
    ui.spacing_mut().item_spacing = vec2(theme::SMALL_GAP, 0.0);
    let offers = offers(&cluster);
    if offers.len() < 2 {
        dialog::heading(ui, &cluster.suggested, &single(&cluster));
        dialog::rule(ui);
        others(ui, &cluster, state);
        return false;
    }
    let is_pressed = Panel::bottom("respell")
        .frame(Frame::new())
        .resizable(false)
        .show(ui, |ui| button(ui, state))
        .inner;
    CentralPanel::no_frame().show(ui, |ui| {
        let sentence = format!(
            "{}. Choose the one to write everywhere.",
            clusters::said(&cluster)
        );
        dialog::heading(ui, &cluster.suggested, &sentence);
        dialog::rule(ui);
        let height = (ui.available_height() * 0.45).max(theme::SPELLING_ROW * 3.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .id_salt("spellings")
            .show_rows(ui, theme::SPELLING_ROW, offers.len(), |ui, range| {
                for at in range {
                    if let Some(offer) = offers.get(at) {
                        spelling(ui, state, offer, at);
                    }
                }
            });
        others(ui, &cluster, state);
        dialog::rule(ui);
        changes(ui, state);
    });
    is_pressed
}

fn single(cluster: &Cluster) -> String {
    format!(
        "{}, all in this spelling.",
        counted(cluster.count(), "photo")
    )
}

/// Credits that may be the same, to go to.
fn others(ui: &mut Ui, cluster: &Cluster, state: &mut State) {
    if cluster.perhaps.is_empty() {
        return;
    }
    Frame::new()
        .inner_margin(Margin::symmetric(20, 8))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                words::quiet(ui, "Perhaps the same as");
                for other in &cluster.perhaps {
                    if Button::quiet(other)
                        .named(format!("Go to {other}"))
                        .show(ui)
                        .clicked()
                    {
                        let place = state.shown.iter().position(|at| {
                            let cluster = state.clusters.get(*at);
                            cluster.is_some_and(|cluster| cluster.suggested == *other)
                        });
                        if let Some(place) = place {
                            state.select(place);
                        }
                    }
                }
            });
        });
}

/// A row: a ring to choose the spelling, a box for whether its photos change.
fn spelling(ui: &mut Ui, state: &mut State, offer: &Offer, at: usize) {
    let p = theme::palette(ui);
    let is_chosen = state.choice.to == offer.line;
    let size = vec2(ui.available_width(), theme::SPELLING_ROW);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let boxes = 44.0;
    let (line_rect, box_rect) = rect.split_left_right_at_x(rect.right() - boxes);
    let count = counted(offer.count, "photo");
    let response = ui.interact(
        line_rect,
        ui.scope_id().with(("spelling", at)),
        Sense::CLICK,
    );
    response.widget_info(|| {
        let name = format!("Write {}, {count}: {}", offer.line, offer.says);
        WidgetInfo::selected(Role::RadioButton, true, is_chosen, name)
    });
    if is_chosen {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, p.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::ZERO, p.hover);
    }
    let y = rect.center().y;
    marks::radio(
        ui,
        pos2(rect.left() + 28.0, y),
        is_chosen,
        response.has_focus(),
    );
    note_focus(state, &response, Focus::Spelling);
    if let Some(key) = NUMBERS.get(at) {
        let caps = Shortcut::key(*key).caps(ui.ctx().os());
        marks::caps(ui, pos2(rect.left() + INDENT, y), &caps, None);
    }
    let quiet = Type::new(theme::label(), p.quiet, theme::FIELD_LINE);
    let count = if offer.count == 0 {
        "no photo yet".to_owned()
    } else {
        count
    };
    let count = words::line(ui, &count, &quiet, 120.0);
    let kind = if offer.is_strong {
        quiet
    } else {
        Type {
            color: p.conflict.text,
            ..quiet
        }
    };
    let room = line_rect.width() - SPELLING_INDENT - 120.0;
    let says = words::line(ui, offer.says, &kind, room * 0.5);
    let ink = Type::new(theme::list(), p.ink, theme::FIELD_LINE);
    let line = words::line(ui, &offer.line, &ink, room - says.size().x - theme::GAP);
    let top = y - theme::FIELD_LINE / 2.0;
    let left = rect.left() + SPELLING_INDENT;
    let says_left = left + line.size().x + theme::GAP;
    ui.painter().galley(pos2(left, top), line, p.ink);
    ui.painter().galley(pos2(says_left, top), says, kind.color);
    let count_left = line_rect.right() - count.size().x - theme::SMALL_GAP;
    ui.painter().galley(pos2(count_left, top), count, p.quiet);
    if response.clicked() {
        choose(state, at);
    }
    if !is_chosen && offer.count > 0 {
        include(ui, state, offer, box_rect, at);
    }
}

/// The box at the right of a spelling: whether its photos change.
fn include(ui: &mut Ui, state: &mut State, offer: &Offer, rect: Rect, at: usize) {
    let is_ticked = !state.choice.left_out.contains(&offer.line);
    let response = ui.interact(rect, ui.scope_id().with(("include", at)), Sense::CLICK);
    response.widget_info(|| {
        let name = format!("Change {}, {}", offer.line, counted(offer.count, "photo"));
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    marks::tick(
        ui,
        pos2(rect.left() + 8.0, rect.center().y - 8.0),
        is_ticked,
        response.has_focus(),
    );
    note_focus(state, &response, Focus::Spelling);
    if response.clicked() {
        if is_ticked {
            state.choice.left_out.insert(offer.line.clone());
        } else {
            state.choice.left_out.remove(&offer.line);
        }
        state.choice.is_touched = true;
        state.plan_of = None;
    }
    response.on_hover_text("Whether photos with this spelling change");
}

fn note_focus(state: &mut State, response: &Response, focus: Focus) {
    if response.has_focus() {
        state.focus = Some(focus);
    }
}

/// Before and after, photo by photo.
fn changes(ui: &mut Ui, state: &mut State) {
    let p = theme::palette(ui);
    let says = match state.plan.photos() {
        0 => "Nothing would change: tick a spelling, or choose another.".to_owned(),
        photos => format!("Changes {}; untick what stays.", counted(photos, "photo")),
    };
    Frame::new()
        .fill(p.panel)
        .inner_margin(Margin::symmetric(20, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            words::quiet(ui, &says);
        });
    if state.plan.lines.is_empty() {
        dialog::rule(ui);
    }
    let plan = std::mem::take(&mut state.plan);
    ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt("changes")
        .show_rows(ui, theme::CHANGE_ROW, plan.lines.len(), |ui, range| {
            for line in plan.lines.get(range).unwrap_or_default() {
                change(ui, state, line);
            }
        });
    state.plan = plan;
}

fn change(ui: &mut Ui, state: &mut State, line: &Line) {
    let p = theme::palette(ui);
    let is_ticked = !state.choice.refused.contains(&line.place);
    let size = vec2(ui.available_width(), theme::CHANGE_ROW);
    let sense = if line.is_first {
        Sense::CLICK
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let field = line.part.name();
    let name = format!(
        "{}: {field} {} becomes {}",
        line.photo, line.before, line.after
    );
    response.widget_info(|| {
        let role = if line.is_first {
            Role::CheckBox
        } else {
            Role::Label
        };
        WidgetInfo::selected(role, true, is_ticked, name.clone())
    });
    if line.is_first {
        ui.painter()
            .hline(rect.x_range(), rect.top(), (theme::HAIRLINE, p.line));
        let at = pos2(rect.left() + 20.0, rect.top() + 14.0);
        marks::tick(ui, at, is_ticked, response.has_focus());
        note_focus(state, &response, Focus::Photo);
    }
    if response.hovered() {
        let hover = p.hover.gamma_multiply(0.5);
        ui.painter().rect_filled(rect, CornerRadius::ZERO, hover);
    }
    let quiet = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
    let photo = if line.is_first {
        line.photo.as_str()
    } else {
        ""
    };
    let photo = words::line(ui, photo, &quiet, rect.width() * 0.35);
    let width = rect.width() - INDENT - 40.0 - photo.size().x;
    let ink = Type::new(theme::list(), p.ink, 21.0);
    let laid = line.coloured().lay_out(ui, &ink, f32::INFINITY);
    let after = match line.part {
        Part::Text(TextField::CreditLine) => format!("becomes {}", line.after),
        _ if line.after.is_empty() => format!("{field} becomes empty"),
        _ => format!("{field} becomes {}", line.after),
    };
    let after = words::line(ui, &after, &quiet, width);
    let photo_at = pos2(rect.right() - 20.0 - photo.size().x, rect.top() + 14.0);
    ui.painter().galley(photo_at, photo, p.quiet);
    // What is too long ends at the edge; all of it is said on pointing.
    let top = rect.left_top() + vec2(INDENT, 10.0);
    let words = Rect::from_min_max(top - vec2(4.0, 4.0), pos2(top.x + width, rect.bottom()));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(words));
    inside.shrink_clip_rect(words);
    laid.paint(&inside, top + vec2(2.0, 0.0));
    let below = top + vec2(0.0, 23.0);
    inside.painter().galley(below, after, p.quiet);
    if response.clicked() {
        state.choice.is_touched = true;
        if is_ticked {
            state.choice.refused.insert(line.place);
        } else {
            state.choice.refused.remove(&line.place);
        }
    }
    if laid.size().x > width {
        response.on_hover_text(name);
    }
}

fn button(ui: &mut Ui, state: &State) -> bool {
    let p = theme::palette(ui);
    let (articles, photos) = state.plan.chosen(&state.choice);
    dialog::buttons(ui, |ui| {
        let why_not = (photos == 0).then_some("Tick a photo or a spelling first");
        let text = format!("Write it in {}", counted(photos, "photo"));
        let is_pressed = Button::primary(text)
            .named(format!(
                "Write {} in {}",
                state.choice.to,
                counted(photos, "photo")
            ))
            .with_keys(Shortcut::key(Key::Enter))
            .unless(why_not)
            .show(ui)
            .clicked();
        let says = if articles > 1 {
            format!(
                "{} of {articles} articles · one undo takes all of it back",
                counted(photos, "photo")
            )
        } else {
            "Nothing is saved yet. One undo takes all of it back.".to_owned()
        };
        let kind = Type::new(theme::list(), p.quiet, theme::FIELD_LINE);
        let says = words::line(ui, &says, &kind, ui.available_width());
        let at = pos2(
            ui.max_rect().left(),
            ui.max_rect().center().y - says.size().y / 2.0,
        );
        ui.painter().galley(at, says, p.quiet);
        is_pressed
    })
}
