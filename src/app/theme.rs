//! Every colour, size and font of the window, by purpose. Nothing else names one.

use egui::{
    Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui,
    Vec2, vec2,
};

use crate::lint::Severity;

/// A tint under a stretch of text, the line below it, and words about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tint {
    /// Behind the text.
    pub fill: Color32,
    /// Below the text, or through it.
    pub line: Color32,
    /// The text itself.
    pub text: Color32,
}

/// The colours of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind the article.
    pub paper: Color32,
    /// Behind lists, fields and bars.
    pub panel: Color32,
    /// Between them, and around cards.
    pub line: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that may be overlooked.
    pub quiet: Color32,
    /// What can be pressed and what has the focus.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub selection: Color32,
    /// Behind what the pointer is over.
    pub hover: Color32,
    /// Behind text that is typed, and cards.
    pub field: Color32,
    /// Behind small marks: key caps, chips.
    pub chip: Color32,
    /// A caption in running text.
    pub caption: Tint,
    /// A credit.
    pub credit: Tint,
    /// What is said twice.
    pub repeated: Tint,
    /// Credits that disagree.
    pub conflict: Tint,
    /// Over the window, while a dialog waits for an answer.
    pub backdrop: Color32,
    /// Below a dialog.
    pub shadow: Color32,
    /// On a picture, behind its words.
    pub scrim: Color32,
    /// Words on a picture.
    pub on_scrim: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn tint(fill: u32, line: u32, text: u32) -> Tint {
    Tint {
        fill: rgb(fill),
        line: rgb(line),
        text: rgb(text),
    }
}

/// By day.
pub const LIGHT: Palette = Palette {
    paper: rgb(0xFA_FA_F8),
    panel: rgb(0xF3_F2_EF),
    line: rgb(0xDF_DD_D8),
    ink: rgb(0x1E_1D_1B),
    quiet: rgb(0x67_64_5E),
    accent: rgb(0x24_57_C5),
    on_accent: rgb(0xFF_FF_FF),
    selection: rgb(0xE3_EB_FA),
    hover: rgb(0xEA_E8_E4),
    field: rgb(0xFF_FF_FF),
    chip: rgb(0xEC_EA_E6),
    caption: tint(0xE3_EC_FC, 0x8F_B0_EE, 0x1E_1D_1B),
    credit: tint(0xDF_F1_E3, 0x7F_BE_90, 0x1E_1D_1B),
    repeated: tint(0xFB_E3_DF, 0xC8_45_3A, 0xB3_36_2C),
    conflict: tint(0xFC_EF_D2, 0xB2_7A_00, 0x7F_56_00),
    backdrop: Color32::from_black_alpha(56),
    shadow: Color32::from_black_alpha(48),
    scrim: Color32::from_black_alpha(150),
    on_scrim: rgb(0xFF_FF_FF),
};

/// By night.
pub const DARK: Palette = Palette {
    paper: rgb(0x1B_1B_1D),
    panel: rgb(0x23_23_26),
    line: rgb(0x36_36_3B),
    ink: rgb(0xE9_E7_E3),
    quiet: rgb(0xA3_A0_99),
    accent: rgb(0x7F_A7_FF),
    on_accent: rgb(0x14_1B_2B),
    selection: rgb(0x26_33_4D),
    hover: rgb(0x2D_2D_31),
    field: rgb(0x1F_1F_22),
    chip: rgb(0x31_31_36),
    caption: tint(0x24_32_4F, 0x4D_6F_B3, 0xE9_E7_E3),
    credit: tint(0x20_39_2A, 0x4E_8A_62, 0xE9_E7_E3),
    repeated: tint(0x4A_27_23, 0xF0_8A_7E, 0xF0_8A_7E),
    conflict: tint(0x40_34_1A, 0xE0_AF_4B, 0xE0_AF_4B),
    backdrop: Color32::from_black_alpha(120),
    shadow: Color32::from_black_alpha(160),
    scrim: Color32::from_black_alpha(150),
    on_scrim: rgb(0xFF_FF_FF),
};

impl Palette {
    /// The colour of a problem's mark.
    #[must_use]
    pub fn severity(&self, severity: Severity) -> Color32 {
        match severity {
            Severity::Error => self.repeated.line,
            Severity::Warning => self.conflict.line,
            Severity::Note => self.quiet,
        }
    }
}

/// The colours that hold in this part of the window.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}

/// From the edge of a panel to what is in it.
pub const PADDING: f32 = 12.0;
/// Between two fields.
pub const GAP: f32 = 12.0;
/// Between things that belong together.
pub const SMALL_GAP: f32 = 8.0;
/// Between a label and its field.
pub const LABEL_GAP: f32 = 4.0;
/// Corners of fields and buttons.
pub const RADIUS: u8 = 6;
/// Corners of cards and dialogs.
pub const CARD_RADIUS: u8 = 8;
/// Corners of chips, thumbnails and tints.
pub const SMALL_RADIUS: u8 = 3;
/// The left panel, unless it was resized.
pub const LIST_WIDTH: f32 = 280.0;
/// The right panel, unless it was resized.
pub const INSPECTOR_WIDTH: f32 = 360.0;
/// How narrow the two may become.
pub const PANEL_MIN_WIDTH: f32 = 216.0;
/// A row of the list.
pub const ROW_HEIGHT: f32 = 64.0;
/// A thumbnail in a row.
pub const ROW_THUMBNAIL: Vec2 = vec2(56.0, 42.0);
/// A thumbnail in a card of the article.
pub const CARD_THUMBNAIL: Vec2 = vec2(104.0, 78.0);
/// The bar at the top.
pub const BAR_HEIGHT: f32 = 44.0;
/// The bar at the bottom.
pub const STATUS_HEIGHT: f32 = 28.0;
/// A field of one line, a button.
pub const CONTROL_HEIGHT: f32 = 32.0;
/// A button beside text.
pub const SMALL_CONTROL_HEIGHT: f32 = 28.0;
/// From the edge of a field to its text.
pub const FIELD_MARGIN: Margin = Margin::symmetric(10, 6);
/// What the icon of a field takes at its left.
pub const FIELD_ICON: i8 = 20;
/// The article's column: seventy characters of its type.
pub const COLUMN_WIDTH: f32 = 636.0;
/// Between two paragraphs.
pub const PARAGRAPH_GAP: f32 = 16.0;
/// One card of the contact sheet is at least this wide.
pub const SHEET_CARD_WIDTH: f32 = 232.0;
/// The words below a picture of the contact sheet.
pub const SHEET_WORDS_HEIGHT: f32 = 96.0;
/// The credits of the page of credits.
pub const CREDITS_WIDTH: f32 = 340.0;
/// A credit in that list.
pub const CREDIT_ROW: f32 = 48.0;
/// One spelling of a credit.
pub const SPELLING_ROW: f32 = 36.0;
/// What a photo's credit becomes: before and after.
pub const CHANGE_ROW: f32 = 60.0;
/// The tallest picture above the fields.
pub const INSPECTOR_PICTURE_HEIGHT: f32 = 232.0;
/// A dialog.
pub const DIALOG_WIDTH: f32 = 720.0;
/// A dialog that asks one question.
pub const QUESTION_WIDTH: f32 = 440.0;
/// The palette.
pub const PALETTE_WIDTH: f32 = 600.0;
/// From the top of the window to a dialog.
pub const DIALOG_TOP: f32 = 108.0;
/// A line of article text.
pub const ARTICLE_LINE: f32 = 24.0;
/// A line of a field.
pub const FIELD_LINE: f32 = 20.0;
/// A line of the list.
pub const LIST_LINE: f32 = 17.0;
/// A line of small print.
pub const LABEL_LINE: f32 = 16.0;
/// How wide a line around something is, and around what is selected.
pub const HAIRLINE: f32 = 1.0;
/// Around what is selected or has the focus.
pub const SELECTED_LINE: f32 = 2.0;
/// The bar beside the selected row.
pub const ROW_MARK: f32 = 3.0;
/// The smallest window.
pub const SMALLEST_WINDOW: Vec2 = vec2(760.0, 480.0);
/// The window at its first start.
pub const FIRST_WINDOW: Vec2 = vec2(1360.0, 820.0);

/// The family of titles and of what weighs more.
pub const BOLD: &str = "bold";
/// The family of the icons.
pub const ICONS: &str = "icons";

/// Titles.
#[must_use]
pub fn title() -> FontId {
    FontId::new(20.0, FontFamily::Name(BOLD.into()))
}

/// The article.
#[must_use]
pub fn article() -> FontId {
    FontId::proportional(16.0)
}

/// What is typed.
#[must_use]
pub fn field() -> FontId {
    FontId::proportional(14.0)
}

/// What weighs more among fields: a finding's sentence, a dialog's question.
#[must_use]
pub fn field_bold() -> FontId {
    FontId::new(14.0, FontFamily::Name(BOLD.into()))
}

/// Lists, menus, buttons.
#[must_use]
pub fn list() -> FontId {
    FontId::proportional(13.0)
}

/// What weighs more among them.
#[must_use]
pub fn list_bold() -> FontId {
    FontId::new(13.0, FontFamily::Name(BOLD.into()))
}

/// Labels and status.
#[must_use]
pub fn label() -> FontId {
    FontId::proportional(12.0)
}

/// What weighs more among them.
#[must_use]
pub fn label_bold() -> FontId {
    FontId::new(12.0, FontFamily::Name(BOLD.into()))
}

/// Key caps and small marks.
#[must_use]
pub fn mark() -> FontId {
    FontId::proportional(11.0)
}

/// An icon beside text.
#[must_use]
pub fn icon() -> FontId {
    FontId::new(16.0, FontFamily::Name(ICONS.into()))
}

/// An icon that stands for something missing.
#[must_use]
pub fn large_icon() -> FontId {
    FontId::new(24.0, FontFamily::Name(ICONS.into()))
}

/// Gives egui's own widgets (menus, scroll bars, tooltips) the same look.
pub fn install(ctx: &egui::Context) {
    // Where the system does not say, it is paper.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_style_of(Theme::Light, style(Theme::Light, &LIGHT));
    ctx.set_style_of(Theme::Dark, style(Theme::Dark, &DARK));
}

fn style(theme: Theme, palette: &Palette) -> Style {
    let mut style = Style {
        visuals: theme.default_visuals(),
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Heading, title()),
        (TextStyle::Body, list()),
        (TextStyle::Button, list()),
        (TextStyle::Small, label()),
        (TextStyle::Monospace, FontId::monospace(13.0)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 4.0);
    style.spacing.button_padding = vec2(8.0, 6.0);
    style.spacing.menu_margin = Margin::same(4);
    style.spacing.interact_size = vec2(28.0, SMALL_CONTROL_HEIGHT);
    style.spacing.scroll.bar_width = 8.0;
    style.spacing.scroll.floating_width = 4.0;
    style.spacing.scroll.fade.strength = 0.0;
    style.spacing.scroll.dormant_handle_opacity = 0.25;
    style.spacing.scroll.active_handle_opacity = 0.4;
    style.spacing.scroll.interact_handle_opacity = 0.6;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style.interaction.resize_grab_radius_side = 4.0;
    style.animation_time = 0.1;
    visuals(&mut style.visuals, palette);
    style
}

fn visuals(visuals: &mut egui::Visuals, palette: &Palette) {
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.paper;
    visuals.extreme_bg_color = palette.field;
    visuals.faint_bg_color = palette.panel;
    visuals.window_stroke = Stroke::new(HAIRLINE, palette.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: palette.shadow,
    };
    visuals.window_shadow = Shadow {
        offset: [0, 12],
        blur: 40,
        spread: 0,
        color: palette.shadow,
    };
    visuals.selection.bg_fill = palette.selection;
    visuals.selection.stroke = Stroke::new(HAIRLINE, palette.ink);
    visuals.hyperlink_color = palette.accent;
    visuals.text_cursor.stroke = Stroke::new(HAIRLINE, palette.accent);
    visuals.weak_text_color = Some(palette.quiet);
    let states = [
        (
            &mut visuals.widgets.noninteractive,
            palette.panel,
            palette.ink,
        ),
        (
            &mut visuals.widgets.inactive,
            Color32::TRANSPARENT,
            palette.ink,
        ),
        (&mut visuals.widgets.hovered, palette.hover, palette.ink),
        (&mut visuals.widgets.active, palette.selection, palette.ink),
        (&mut visuals.widgets.open, palette.hover, palette.ink),
    ];
    for (state, fill, text) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::NONE;
        state.fg_stroke = Stroke::new(HAIRLINE, text);
        state.corner_radius = CornerRadius::same(RADIUS);
        state.expansion = 0.0;
    }
    visuals.widgets.noninteractive.bg_stroke = Stroke::new(HAIRLINE, palette.line);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance by WCAG 2.2.
    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_can_be_read_in_both_themes() {
        for (name, p) in [("light", LIGHT), ("dark", DARK)] {
            for (what, text, behind) in [
                ("ink on paper", p.ink, p.paper),
                ("quiet on paper", p.quiet, p.paper),
                ("quiet on panel", p.quiet, p.panel),
                ("quiet on a selected row", p.quiet, p.selection),
                ("quiet on a pointed row", p.quiet, p.hover),
                ("quiet on field", p.quiet, p.field),
                ("quiet on chip", p.quiet, p.chip),
                ("accent on field", p.accent, p.field),
                ("accent on panel", p.accent, p.panel),
                ("on accent", p.on_accent, p.accent),
                ("caption", p.caption.text, p.caption.fill),
                ("credit", p.credit.text, p.credit.fill),
                ("said twice", p.repeated.text, p.repeated.fill),
                ("said twice on field", p.repeated.text, p.field),
                ("conflict", p.conflict.text, p.conflict.fill),
            ] {
                let contrast = contrast(text, behind);
                assert!(contrast >= 4.5, "{name}: {what} has {contrast:.2}");
            }
        }
    }
}
