//! What an edited caption sheet changes, before it is taken over: each cell can be unticked.

use std::collections::{BTreeMap, BTreeSet};

use egui::{
    CornerRadius, Frame, Key, Margin, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo,
    pos2, vec2,
};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::diff;
use crate::app::document::Document;
use crate::app::shortcut::Shortcut;
use crate::app::theme;
use crate::app::view_state::Overlay;
use crate::app::widgets::dialog::{self, Answer};
use crate::app::widgets::words::{self, Type};
use crate::app::widgets::{Button, marks};
use crate::edit::{Change, Edit};
use crate::formats::sheet::{Left, RowChange, Sheet};
use crate::lint::certain::Part;
use crate::model::{Article, Field, TextField};

/// From the edge to the ticks, and to the words.
const EDGE: f32 = 20.0;
const LEFT: f32 = 48.0;

/// An edited sheet beside the articles that are open.
#[derive(Debug)]
pub struct State {
    changes: Vec<RowChange>,
    /// The key of the article that each of a change's positions means, and its name.
    articles: Vec<(usize, String)>,
    left: Vec<Left>,
    unknown: Vec<String>,
    refused: BTreeSet<usize>,
    /// How high each row was, so that only what is seen is laid out.
    heights: BTreeMap<usize, f32>,
}

impl State {
    /// What a sheet changes of the articles that are open.
    #[must_use]
    pub fn new(sheet: &Sheet, document: &Document) -> Self {
        let entries = document.entries().iter().enumerate();
        let open = entries.filter_map(|(key, entry)| {
            let open = document.open_at(key)?;
            Some((key, entry.item.name.as_str(), &open.article))
        });
        let open: Vec<(usize, &str, &Article)> = open.collect();
        let named: Vec<(&str, &Article)> =
            open.iter().map(|(_, name, one)| (*name, *one)).collect();
        let (changes, left) = sheet.changes(&named);
        let articles = open
            .into_iter()
            .map(|(key, name, _)| (key, name.to_owned()));
        Self {
            changes,
            articles: articles.collect(),
            left,
            unknown: sheet.unknown.clone(),
            refused: BTreeSet::new(),
            heights: BTreeMap::new(),
        }
    }

    /// The ticked changes, article by article.
    fn chosen(&self) -> Vec<Change> {
        let mut chosen: BTreeMap<usize, Change> = BTreeMap::new();
        for (number, change) in self.changes.iter().enumerate() {
            let Some((key, _)) = self.articles.get(change.article) else {
                continue;
            };
            if self.refused.contains(&number) {
                continue;
            }
            let of_article = chosen.entry(*key).or_insert_with(|| Change {
                article: *key,
                edits: Vec::new(),
            });
            let edit = Edit::set(change.photo, change.value.clone());
            of_article.edits.push(edit);
        }
        chosen.into_values().collect()
    }
}

/// Shows the list; gives it back while it stays.
pub fn show(ui: &mut Ui, mut state: State, document: &Document, asks: &mut Vec<Ask>) -> Overlay {
    let count = state.changes.len() - state.refused.len();
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let ((is_applied, is_cancelled), answer) =
        dialog::show(ui, "import sheet", theme::DIALOG_WIDTH, |ui| {
            let title = match state.changes.len() {
                0 => "The sheet changes nothing".to_owned(),
                several => format!("The sheet changes {}", counted(several, "field")),
            };
            let sentence = "Nothing is saved yet. One undo takes all of it back.";
            dialog::heading(ui, &title, sentence);
            dialog::rule(ui);
            let height = (ui.ctx().content_rect().height() - 360.0).max(160.0);
            ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true])
                .id_salt("changes")
                .show(ui, |ui| {
                    problems(ui, &state);
                    rows(ui, &mut state, document);
                });
            dialog::rule(ui);
            dialog::buttons(ui, |ui| {
                let why_not = (count == 0).then_some("There is nothing to change");
                let apply = Button::primary(format!("Change {}", counted(count, "field")))
                    .with_keys(Shortcut::key(Key::Enter))
                    .unless(why_not);
                let is_applied = apply.show(ui).clicked();
                let cancel = Button::outlined("Cancel").with_keys(Shortcut::key(Key::Escape));
                (is_applied, cancel.show(ui).clicked())
            })
        });
    if (is_applied || is_entered) && count > 0 {
        asks.push(Ask::ImportSheet(state.chosen()));
        return Overlay::None;
    }
    if is_cancelled || answer == Answer::Leave {
        return Overlay::None;
    }
    Overlay::ImportSheet(state)
}

/// Rows that change nothing though they may have been meant to.
fn problems(ui: &mut Ui, state: &State) {
    if state.left.is_empty() && state.unknown.is_empty() {
        return;
    }
    let p = theme::palette(ui);
    let left = state.left.iter();
    let mut said: Vec<String> = left
        .map(|row| format!("Line {}, {}: {}", row.line, row.photo, row.why))
        .collect();
    if !state.unknown.is_empty() {
        said.push(format!("Columns left alone: {}", state.unknown.join(", ")));
    }
    Frame::new()
        .inner_margin(Margin::symmetric(20, 10))
        .show(ui, |ui| {
            for sentence in said {
                words::show(
                    ui,
                    &sentence,
                    &Type::new(theme::list(), p.quiet, theme::FIELD_LINE),
                );
            }
        });
    dialog::rule(ui);
}

fn rows(ui: &mut Ui, state: &mut State, document: &Document) {
    for number in 0..state.changes.len() {
        let (Some(change), height) = (
            state.changes.get(number),
            state.heights.get(&number).copied(),
        ) else {
            continue;
        };
        let Some((key, article)) = state.articles.get(change.article) else {
            continue;
        };
        let open = document.open_at(*key);
        let position = open.and_then(|open| open.article.position(change.photo));
        let photo = format!("Photo {}", position.map_or(0, |at| at + 1));
        let mut place = format!("{photo} · {}", change.field.name());
        if document.is_queue() {
            place = format!("{article} · {place}");
        }
        let is_ticked = !state.refused.contains(&number);
        if number > 0 {
            dialog::rule(ui);
        }
        let (is_pressed, height) = row(ui, change, &place, is_ticked, height);
        state.heights.insert(number, height);
        if is_pressed && !state.refused.remove(&number) {
            state.refused.insert(number);
        }
    }
}

/// One cell: where it is, and what becomes of it. Whether it was pressed, and how high it is.
fn row(
    ui: &mut Ui,
    change: &RowChange,
    place: &str,
    is_ticked: bool,
    known: Option<f32>,
) -> (bool, f32) {
    let p = theme::palette(ui);
    let width = ui.available_width();
    let at = ui.cursor().min;
    let is_seen = |height: f32| ui.is_rect_visible(Rect::from_min_size(at, vec2(width, height)));
    let laid = known.is_none_or(is_seen).then(|| {
        let coloured = diff::of_part(part(change.field), &change.before, &change.after);
        coloured.lay_out(
            ui,
            &Type::new(theme::list(), p.ink, 21.0),
            width - LEFT - EDGE,
        )
    });
    let height = match (&laid, known) {
        (Some(laid), _) => laid.size().y + theme::LABEL_LINE + 28.0,
        (None, known) => known.unwrap_or_default(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let after = if change.after.is_empty() {
            "becomes empty".to_owned()
        } else {
            format!("becomes {}", change.after)
        };
        let name = format!("{place}: {} {after}", change.before);
        WidgetInfo::selected(Role::CheckBox, true, is_ticked, name)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if let Some(laid) = laid {
        if response.hovered() {
            let fill = p.hover.gamma_multiply(0.5);
            ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
        }
        let at = pos2(rect.left() + EDGE, rect.top() + 12.0);
        marks::tick(ui, at, is_ticked, response.has_focus());
        let kind = Type::new(theme::label(), p.quiet, theme::LABEL_LINE);
        let place = words::line(ui, place, &kind, width - LEFT - EDGE);
        let top = rect.left_top() + vec2(LEFT, 12.0);
        ui.painter().galley(top, place, p.quiet);
        laid.paint(ui, top + vec2(2.0, theme::LABEL_LINE + theme::LABEL_GAP));
    }
    (response.clicked(), height)
}

/// What of a photo a field is, for its colours.
fn part(field: Field) -> Part {
    match field {
        Field::Text(field) => Part::Text(field),
        Field::Creators => Part::Creators,
        Field::Sources => Part::Sources,
        // A date has no colour of its own.
        Field::Created => Part::Text(TextField::Located),
    }
}
