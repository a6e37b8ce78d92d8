//! The pictures of the bundle that no photo shows yet: which photo each may belong to, and why.

use egui::{
    CornerRadius, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::list::{counted, first_words};
use crate::app::ask::Ask;
use crate::app::document::{Document, OpenArticle};
use crate::app::pictures::{Pictures, Size};
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::thumbnail::{self, Crop, Shown};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::bundle::{Proposal, proposals};

const ROW: f32 = 64.0;

/// The proposals as they were when the list was opened; those that say least are not ticked.
#[derive(Debug, Default)]
pub struct State {
    rows: Vec<(Proposal, bool)>,
    /// The row that the keys are about.
    at: usize,
    /// It must come into sight.
    reveal: bool,
}

/// What a key does to the row that is pointed at.
const KEYS: [(Key, Press); 4] = [
    (Key::Y, Press::Take),
    (Key::N, Press::Leave),
    (Key::ArrowDown, Press::Down),
    (Key::ArrowUp, Press::Up),
];

#[derive(Debug, Clone, Copy)]
enum Press {
    /// Tick it, and go on.
    Take,
    /// Untick it, and go on.
    Leave,
    Down,
    Up,
}

impl State {
    /// A photo for each picture that none shows yet.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let Some(open) = document.open() else {
            return Self::default();
        };
        let bundle = &open.bundle;
        let rows = proposals(&open.article, &bundle.pictures, bundle.files.as_ref()).into_iter();
        Self {
            at: 0,
            reveal: false,
            rows: rows
                .map(|proposal| {
                    let is_ticked = proposal.why.is_evidence();
                    (proposal, is_ticked)
                })
                .collect(),
        }
    }

    /// Confirms or refuses the row that is pointed at, or points at another.
    fn press(&mut self, press: Press) {
        let tick = match press {
            Press::Take => Some(true),
            Press::Leave => Some(false),
            Press::Down | Press::Up => None,
        };
        if let (Some(tick), Some((_, is_ticked))) = (tick, self.rows.get_mut(self.at)) {
            *is_ticked = tick;
        }
        let last = self.rows.len().saturating_sub(1);
        self.at = match press {
            Press::Up => self.at.saturating_sub(1),
            Press::Take | Press::Leave | Press::Down => (self.at + 1).min(last),
        };
        self.reveal = true;
    }
}

/// Shows the list; gives it back while it stays.
pub fn show(
    ui: &mut Ui,
    mut state: State,
    document: &Document,
    pictures: &mut Pictures,
    asks: &mut Vec<Ask>,
) -> Overlay {
    let Some(open) = document.open() else {
        return Overlay::None;
    };
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    for (key, press) in KEYS {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            state.press(press);
        }
    }
    let chosen = state
        .rows
        .iter()
        .filter(|(_, is_ticked)| *is_ticked)
        .count();
    let ((is_attached, is_cancelled), answer) =
        dialog::show(ui, "match", theme::DIALOG_WIDTH, |ui| {
            let title = format!("{} without a photo", counted(state.rows.len(), "picture"));
            let sentence = "Y takes the marked one, N leaves it. One undo takes all of it back.";
            dialog::heading(ui, &title, sentence);
            dialog::rule(ui);
            let height = (ui.ctx().content_rect().height() - 360.0).max(160.0);
            let mut area = ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true])
                .id_salt("proposals");
            if std::mem::take(&mut state.reveal) {
                // The row before it is seen as well.
                let rows = u16::try_from(state.at.saturating_sub(1)).unwrap_or(u16::MAX);
                area = area.vertical_scroll_offset(f32::from(rows) * ROW);
            }
            area.show_rows(ui, ROW, state.rows.len(), |ui, range| {
                let first = range.start;
                let rows = state.rows.get_mut(range).unwrap_or_default();
                for (n, (proposal, is_ticked)) in rows.iter_mut().enumerate() {
                    let is_marked = first + n == state.at;
                    if row(ui, proposal, *is_ticked, is_marked, open, pictures) {
                        *is_ticked = !*is_ticked;
                        state.at = first + n;
                    }
                }
            });
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let why_not = (chosen == 0).then_some("Tick a picture first");
                let attach = Button::primary(format!("Attach {}", counted(chosen, "picture")))
                    .with_keys(Shortcut::key(Key::Enter))
                    .unless(why_not);
                let is_attached = attach.show(ui).clicked();
                let cancel = Button::outlined("Cancel").with_keys(Shortcut::key(Key::Escape));
                (is_attached, cancel.show(ui).clicked())
            })
        });
    if (is_attached || is_entered) && chosen > 0 {
        let ticked = state.rows.into_iter().filter(|(_, is_ticked)| *is_ticked);
        asks.push(Ask::Match(ticked.map(|(proposal, _)| proposal).collect()));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        Overlay::None
    } else {
        Overlay::Match(state)
    }
}

/// One proposal; whether its tick was pressed.
fn row(
    ui: &mut Ui,
    proposal: &Proposal,
    is_ticked: bool,
    is_marked: bool,
    open: &OpenArticle,
    pictures: &mut Pictures,
) -> bool {
    let p = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let photo = proposal.photo.and_then(|id| open.article.photo(id));
    let number = proposal
        .photo
        .and_then(|id| open.article.position(id))
        .map(|at| at + 1);
    let to = number.map_or_else(
        || "new photo".to_owned(),
        |number| format!("photo {number}"),
    );
    response.widget_info(|| {
        let reason = proposal.reason(&open.article);
        let name = format!("{} to {to}: {reason}", proposal.path);
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    if is_marked {
        ui.painter()
            .rect_filled(rect, CornerRadius::ZERO, p.selection);
        marks::chosen_row(ui, rect);
    } else if response.hovered() {
        let fill = p.hover.gamma_multiply(0.5);
        ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    }
    let tick = pos2(rect.left() + 20.0, rect.center().y - 8.0);
    marks::tick(ui, tick, is_ticked, response.has_focus());
    let corner = pos2(
        rect.left() + 50.0,
        rect.center().y - theme::ROW_THUMBNAIL.y / 2.0,
    );
    let picture = Rect::from_min_size(corner, theme::ROW_THUMBNAIL);
    let shown = thumbnail::of_path(
        ui,
        picture,
        &proposal.path,
        Size::Small,
        Crop::Fill,
        pictures,
        theme::SMALL_RADIUS,
    );
    if let Shown::Failed(_) = shown {
        marks::dashed(ui, picture, p.line);
    }
    let left = picture.right() + theme::PADDING;
    let right = words::line(
        ui,
        &to,
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        100.0,
    );
    let width = rect.right() - 36.0 - right.size().x - left;
    let caption = photo.map_or("A new photo", first_words);
    let caption = words::line(
        ui,
        caption,
        &Type::new(theme::list(), p.ink, theme::FIELD_LINE),
        width,
    );
    let why = words::line(
        ui,
        &format!("{} · {}", proposal.path, proposal.reason(&open.article)),
        &Type::new(theme::label(), p.quiet, theme::LABEL_LINE),
        width,
    );
    let top = rect.center().y - f32::midpoint(theme::FIELD_LINE, theme::LABEL_LINE);
    ui.painter().galley(pos2(left, top), caption, p.ink);
    let below = pos2(left, top + theme::FIELD_LINE);
    ui.painter().galley(below, why, p.quiet);
    let at = pos2(rect.right() - 20.0 - right.size().x, top + 2.0);
    ui.painter().galley(at, right, p.quiet);
    response.clicked()
}
