//! Centre: the article as it reads, its captions as cards in their places.
//!
//! Only the blocks that are in sight are laid out; the heights of the others are remembered, or
//! guessed from the length of their text until they are seen.

use egui::text::CCursorRange;
use egui::text_selection::TextCursorState;
use egui::text_selection::visuals::paint_text_selection;
use egui::{
    CornerRadius, Event, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::list::counted;
use crate::app::ask::Ask;
use crate::app::bidi;
use crate::app::document::{Document, OpenArticle};
use crate::app::pictures::Size;
use crate::app::theme;
use crate::app::view_state::{SelectedText, ViewState};
use crate::app::widgets::marks;
use crate::app::widgets::thumbnail::{self, Crop};
use crate::app::widgets::words::{self, Type};
use crate::model::{Block, Moment, Photo, Precision};

const CARD_PADDING: f32 = 12.0;
const MARGIN_TOP: f32 = 28.0;

/// Heights of the blocks, as far as they were seen at this width.
#[derive(Debug, Clone, Default)]
pub struct Heights {
    of: Option<(usize, u64, u32)>,
    blocks: Vec<f32>,
}

impl Heights {
    fn fit(&mut self, key: usize, open: &OpenArticle, width: f32) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a width in whole points"
        )]
        let of = (key, open.revision(), width as u32);
        if self.of == Some(of) {
            return;
        }
        let is_same_article = self
            .of
            .is_some_and(|(before, _, at)| before == key && at == of.2);
        if !is_same_article || self.blocks.len() != open.article.blocks.len() {
            self.blocks = open
                .article
                .blocks
                .iter()
                .map(|block| guess(block, width))
                .collect();
        }
        self.of = Some(of);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a guess")]
fn guess(block: &Block, width: f32) -> f32 {
    match block {
        Block::Text(text) => {
            ((text.len() as f32 * 8.5 / width).floor() + 1.0) * theme::ARTICLE_LINE
        }
        Block::Photo(_) => theme::CARD_THUMBNAIL.y + 2.0 * CARD_PADDING,
    }
}

/// Shows the article.
pub fn show(ui: &mut Ui, document: &Document, view: &mut ViewState, asks: &mut Vec<Ask>) {
    let Some(open) = document.open() else { return };
    let margin = (2.0 * theme::PADDING)
        .max((ui.available_width() - theme::COLUMN_WIDTH) / 2.0)
        .round();
    let width = ui.available_width() - 2.0 * margin;
    let mut heights = std::mem::take(&mut view.heights);
    heights.fit(document.current(), open, width);
    let is_revealing = std::mem::take(&mut view.reveal.centre);
    ScrollArea::vertical()
        .auto_shrink(false)
        .id_salt(("article", document.current()))
        .show_viewport(ui, |ui, viewport| {
            let origin = ui.max_rect().min + vec2(margin, 0.0);
            let mut y = MARGIN_TOP;
            let head = Rect::from_min_size(origin + vec2(0.0, y), vec2(width, 0.0));
            y += heading(ui, head, open) + theme::PARAGRAPH_GAP;
            for (at, block) in open.article.blocks.iter().enumerate() {
                let known = heights.blocks.get(at).copied().unwrap_or_default();
                let is_seen = y + known >= viewport.top() - 200.0 && y <= viewport.bottom() + 200.0;
                let top_left = origin + vec2(0.0, y);
                let rect = Rect::from_min_size(top_left, vec2(width, known));
                let is_sought =
                    is_revealing && matches!(block, Block::Photo(id) if view.selected == Some(*id));
                if is_sought {
                    ui.scroll_to_rect(rect.expand2(vec2(0.0, theme::PARAGRAPH_GAP)), None);
                }
                let height = if is_seen || is_sought {
                    self::block(ui, rect, at, block, open, document, view, asks)
                } else {
                    known
                };
                if let Some(remembered) = heights.blocks.get_mut(at) {
                    *remembered = height;
                }
                y += height + theme::PARAGRAPH_GAP;
            }
            ui.set_height(y + MARGIN_TOP);
        });
    view.heights = heights;
}

fn heading(ui: &Ui, rect: Rect, open: &OpenArticle) -> f32 {
    let p = theme::palette(ui);
    let article = &open.article;
    let mut y = rect.top();
    if !article.headline.is_empty() {
        let title = words::lines(
            ui,
            &article.headline,
            &Type::new(theme::title(), p.ink, 28.0),
            rect.width(),
            4,
        );
        let height = title.size().y;
        ui.painter().galley(pos2(rect.left(), y), title, p.ink);
        y += height + 8.0;
    }
    let date = article.created.as_ref().map(long_date);
    let by = [
        Some(article.by.clone()).filter(|by| !by.is_empty()),
        date,
        Some(counted(article.photos.len(), "photo")),
    ];
    let by = by.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let by = words::lines(
        ui,
        &by,
        &Type::new(theme::list(), p.quiet, theme::FIELD_LINE),
        rect.width(),
        2,
    );
    let height = by.size().y;
    ui.painter().galley(pos2(rect.left(), y), by, p.quiet);
    y + height - rect.top() + 4.0
}

/// A date as a reader writes it.
#[must_use]
pub fn long_date(moment: &Moment) -> String {
    let date = moment
        .date_time
        .get(..10)
        .and_then(|date| date.parse::<jiff::civil::Date>().ok());
    let Some(date) = date else {
        return moment.as_said().to_owned();
    };
    match moment.precision {
        Precision::Year => date.strftime("%Y").to_string(),
        Precision::Month => date.strftime("%B %Y").to_string(),
        Precision::Day | Precision::Instant => date.strftime("%-d %B %Y").to_string(),
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "a block knows its place, its article and where to ask"
)]
fn block(
    ui: &mut Ui,
    rect: Rect,
    at: usize,
    block: &Block,
    open: &OpenArticle,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) -> f32 {
    match block {
        Block::Text(text) => paragraph(ui, rect, at, text, view),
        Block::Photo(id) => match open.article.photo(*id) {
            Some(photo) => card(ui, rect, photo, open, document, view, asks),
            None => 0.0,
        },
    }
}

fn paragraph(ui: &mut Ui, rect: Rect, at: usize, text: &str, view: &mut ViewState) -> f32 {
    let p = theme::palette(ui);
    let mut galley = words::lines(
        ui,
        text,
        &Type::new(theme::article(), p.ink, theme::ARTICLE_LINE),
        rect.width(),
        usize::MAX,
    );
    let rect = Rect::from_min_size(rect.min, vec2(rect.width(), galley.size().y));
    let id = ui.scope_id().with(("paragraph", at));
    let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, text));
    let selected = view.selected_text.filter(|selected| selected.block == at);
    let mut cursor = selected
        .map(|selected| TextCursorState::from(selected.range))
        .unwrap_or_default();
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Text);
    }
    if let Some(pointer) = response.interact_pointer_pos() {
        let under = galley.cursor_from_pos(pointer - rect.min);
        let is_dragged = ui.ctx().is_being_dragged(id);
        if cursor.pointer_interaction(ui, &response, under, &galley, is_dragged) {
            // Words that run from right to left stand elsewhere than in the text: all or nothing.
            let whole = bidi::is_right_to_left(text).then(|| CCursorRange::select_all_str(text));
            view.selected_text = whole
                .or(cursor.char_range())
                .map(|range| SelectedText { block: at, range });
        }
    }
    if let Some(selected) = view.selected_text.filter(|selected| selected.block == at) {
        paint_text_selection(&mut galley, ui.visuals(), &selected.range, None);
        let is_copying = ui.input(|input| input.events.contains(&Event::Copy));
        if is_copying && ui.memory(|memory| memory.focused().is_none()) {
            ui.ctx()
                .copy_text(selected.range.slice_str(text).to_owned());
        }
    }
    ui.painter().galley(rect.min, galley, p.ink);
    rect.height()
}

fn card(
    ui: &mut Ui,
    rect: Rect,
    photo: &Photo,
    open: &OpenArticle,
    document: &Document,
    view: &mut ViewState,
    asks: &mut Vec<Ask>,
) -> f32 {
    let p = theme::palette(ui);
    let read = view.readings.of_photo(photo, &document.house.lexicon);
    let words_left = rect.left() + CARD_PADDING + theme::CARD_THUMBNAIL.x + CARD_PADDING;
    let words_width = rect.right() - CARD_PADDING - words_left - 4.0;
    let laid = read.coloured.lay_out(
        ui,
        &Type::new(theme::article(), p.ink, theme::ARTICLE_LINE),
        words_width,
    );
    let height = laid.size().y.max(theme::CARD_THUMBNAIL.y) + 2.0 * CARD_PADDING;
    let rect = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    let id = ui.scope_id().with(("card", photo.id));
    let response = ui.interact(rect, id, Sense::CLICK);
    let number = open.article.position(photo.id).map_or(0, |at| at + 1);
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Figure,
            true,
            format!("Caption {number}: {}", read.coloured.text()),
        )
    });
    let is_selected = view.selected == Some(photo.id);
    let is_pointed = response.hovered() || view.pointed.photo == Some(photo.id);
    let stroke = if is_selected {
        Stroke::new(theme::SELECTED_LINE, p.accent)
    } else {
        Stroke::new(
            theme::HAIRLINE,
            if is_pointed {
                p.quiet.gamma_multiply(0.6)
            } else {
                p.line
            },
        )
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(theme::CARD_RADIUS),
        p.field,
        stroke,
        StrokeKind::Inside,
    );
    let picture = Rect::from_min_size(rect.min + Vec2::splat(CARD_PADDING), theme::CARD_THUMBNAIL);
    thumbnail::show(
        ui,
        picture,
        photo,
        Size::Small,
        Crop::Fill,
        &mut view.pictures,
        theme::SMALL_RADIUS + 1,
    );
    marks::number(ui, picture.min + Vec2::splat(4.0), number);
    let words_at = pos2(words_left, rect.top() + CARD_PADDING - 2.0);
    if read.coloured.pieces().is_empty() {
        let hint = words::line(
            ui,
            "No caption yet",
            &Type::new(theme::article(), p.quiet, theme::ARTICLE_LINE),
            words_width,
        );
        ui.painter().galley(words_at, hint, p.quiet);
    }
    laid.paint(ui, words_at);
    if response.hovered() {
        view.pointing.photo = Some(photo.id);
        let at = response.hover_pos().map(|pointer| pointer - words_at);
        view.pointing.field = at
            .and_then(|at| laid.kind_at(at))
            .and_then(crate::app::highlight::Kind::field);
    }
    if view.is_dropping && ui.rect_contains_pointer(rect) {
        view.drop_target = Some(photo.id);
    }
    if response.clicked() {
        asks.push(Ask::Select(photo.id));
    }
    height
}
