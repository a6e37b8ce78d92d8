//! Buttons: one primary at a time, the others quiet until they are pointed at.

use egui::os::OperatingSystem;
use egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};
use lucide_icons::Icon;

use super::marks;
use super::words::{self, Type};
use crate::app::command::Command;
use crate::app::shortcut::Shortcut;
use crate::app::theme::{self, Palette};

/// How loud a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loudness {
    Primary,
    Accented,
    Outlined,
    Quiet,
    Chosen,
}

/// A button, to be shown.
#[derive(Debug, Clone)]
pub struct Button {
    text: String,
    name: String,
    icon: Option<Icon>,
    loudness: Loudness,
    height: f32,
    keys: Option<Shortcut>,
    why_not: Option<String>,
    hint: Option<String>,
    aside: Option<String>,
    is_wide: bool,
    wraps: bool,
}

impl Button {
    fn new(text: impl Into<String>, loudness: Loudness) -> Self {
        let text = text.into();
        Self {
            name: text.clone(),
            text,
            icon: None,
            loudness,
            height: theme::CONTROL_HEIGHT,
            keys: None,
            why_not: None,
            hint: None,
            aside: None,
            is_wide: false,
            wraps: false,
        }
    }

    /// The one that Enter means.
    #[must_use]
    pub fn primary(text: impl Into<String>) -> Self {
        Self::new(text, Loudness::Primary)
    }

    /// One that stands out without being what Enter means.
    #[must_use]
    pub fn accented(text: impl Into<String>) -> Self {
        Self {
            height: theme::SMALL_CONTROL_HEIGHT,
            ..Self::new(text, Loudness::Accented)
        }
    }

    /// One beside it.
    #[must_use]
    pub fn outlined(text: impl Into<String>) -> Self {
        Self::new(text, Loudness::Outlined)
    }

    /// One that is only words.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self {
            height: theme::SMALL_CONTROL_HEIGHT,
            ..Self::new(text, Loudness::Quiet)
        }
    }

    /// One of several views, chosen or not.
    #[must_use]
    pub fn choice(text: impl Into<String>, is_chosen: bool) -> Self {
        let loudness = if is_chosen {
            Loudness::Chosen
        } else {
            Loudness::Quiet
        };
        Self {
            height: theme::SMALL_CONTROL_HEIGHT,
            ..Self::new(text, loudness)
        }
    }

    /// An icon alone; `name` is what a screen reader says.
    #[must_use]
    pub fn icon(icon: Icon, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            icon: Some(icon),
            ..Self::quiet("")
        }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn with_icon(self, icon: Icon) -> Self {
        Self {
            icon: Some(icon),
            ..self
        }
    }

    /// With its keys behind the words.
    #[must_use]
    pub fn with_keys(self, keys: Shortcut) -> Self {
        Self {
            keys: Some(keys),
            ..self
        }
    }

    /// What a screen reader says instead of the words.
    #[must_use]
    pub fn named(self, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..self
        }
    }

    /// A tooltip.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// What a command says of itself, and why it cannot be done now.
    #[must_use]
    pub fn of(
        self,
        command: Command,
        is_possible: Result<(), &'static str>,
        os: OperatingSystem,
    ) -> Self {
        let info = command.info();
        let keys = info
            .shortcut_on(os)
            .map(|keys| format!(" ({})", keys.text(os)))
            .unwrap_or_default();
        let hint = Some(format!("{}{keys}", info.hint));
        Self {
            hint,
            why_not: is_possible.err().map(str::to_owned),
            ..self
        }
    }

    /// Cannot be pressed, because of this.
    #[must_use]
    pub fn unless(self, why_not: Option<&str>) -> Self {
        Self {
            why_not: why_not.map(str::to_owned),
            ..self
        }
    }

    /// As wide as there is room.
    #[must_use]
    pub fn wide(self) -> Self {
        Self {
            is_wide: true,
            ..self
        }
    }

    /// What does not fit on one line takes more.
    #[must_use]
    pub fn wrapping(self) -> Self {
        Self {
            wraps: true,
            ..self
        }
    }

    /// A quieter word behind its own.
    #[must_use]
    pub fn with_aside(self, aside: impl Into<String>) -> Self {
        Self {
            aside: Some(aside.into()),
            ..self
        }
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let p = theme::palette(ui);
        let is_enabled = self.why_not.is_none();
        let padding = if self.text.is_empty() { 6.0 } else { 12.0 };
        let padding = if self.loudness == Loudness::Quiet && !self.text.is_empty() {
            8.0
        } else {
            padding
        };
        let most = (ui.available_width() - 2.0 * padding).max(theme::CONTROL_HEIGHT);
        let color = self.text_color(p, is_enabled);
        let icon = self
            .icon
            .map(|icon| words::icon(ui, icon, theme::icon(), color));
        let icon_width = icon.as_ref().map_or(0.0, |icon| icon.size().x);
        let between = if icon.is_some() && !self.text.is_empty() {
            6.0
        } else {
            0.0
        };
        let kind = Type::new(theme::list(), color, theme::FIELD_LINE);
        let room = most - icon_width - between;
        let one_line = words::line(ui, &self.text, &kind, f32::INFINITY);
        let words = if one_line.size().x > room && self.wraps {
            words::lines(ui, &self.text, &kind, room, 4)
        } else {
            words::line(ui, &self.text, &kind, room)
        };
        let height = self.height.max(words.size().y + 12.0);
        let os = ui.ctx().os();
        let caps_width = self
            .keys
            .map_or(0.0, |keys| marks::caps_width(ui, &keys.caps(os)) + 8.0);
        let inner = icon_width + between + words.size().x + caps_width;
        let width = if self.is_wide {
            ui.available_width()
        } else {
            inner + 2.0 * padding
        };
        let sense = if is_enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, &self.name));
        self.paint_box(ui, rect, &response, p);
        let mut x = if self.is_wide {
            rect.left() + padding
        } else {
            rect.center().x - inner / 2.0
        };
        if let Some(icon) = icon {
            ui.painter()
                .galley(pos2(x, rect.center().y - icon.size().y / 2.0), icon, color);
            x += icon_width + between;
        }
        let y = rect.center().y - words.size().y / 2.0;
        x += words.size().x;
        if let Some(aside) = &self.aside {
            let left = if self.text.is_empty() { x } else { x + 6.0 };
            let quiet = Type::new(theme::label(), p.quiet, theme::FIELD_LINE);
            let aside = words::line(ui, aside, &quiet, rect.right() - padding - left);
            ui.painter().galley(pos2(left, y), aside, p.quiet);
        }
        ui.painter()
            .galley(pos2(x - words.size().x, y), words, color);
        if let Some(keys) = self.keys {
            let loud = (self.loudness == Loudness::Primary).then_some(p.on_accent);
            marks::caps(ui, pos2(x + 8.0, rect.center().y), &keys.caps(os), loud);
        }
        match (self.why_not, self.hint) {
            (Some(why), _) => response.on_hover_text(why),
            (None, Some(hint)) => response.on_hover_text(hint),
            (None, None) => response,
        }
    }

    fn text_color(&self, p: &Palette, is_enabled: bool) -> Color32 {
        let color = match self.loudness {
            Loudness::Primary if !is_enabled => p.quiet,
            Loudness::Primary => p.on_accent,
            Loudness::Accented => p.accent,
            Loudness::Outlined | Loudness::Chosen => p.ink,
            Loudness::Quiet => p.quiet,
        };
        if is_enabled {
            color
        } else {
            color.gamma_multiply(0.45)
        }
    }

    fn paint_box(&self, ui: &Ui, rect: Rect, response: &Response, p: &Palette) {
        let is_lit = response.hovered() && response.enabled();
        let pressed = response.is_pointer_button_down_on();
        let (fill, stroke) = match self.loudness {
            Loudness::Primary if self.why_not.is_some() => (p.chip, Stroke::NONE),
            Loudness::Primary => {
                let fill = if pressed {
                    p.accent.gamma_multiply(0.8)
                } else if is_lit {
                    p.accent.gamma_multiply(0.92)
                } else {
                    p.accent
                };
                (fill, Stroke::NONE)
            }
            Loudness::Outlined | Loudness::Accented => (
                if is_lit { p.hover } else { p.field },
                Stroke::new(theme::HAIRLINE, p.line),
            ),
            Loudness::Chosen => (p.selection, Stroke::NONE),
            Loudness::Quiet if is_lit && self.why_not.is_none() => (p.hover, Stroke::NONE),
            Loudness::Quiet => (Color32::TRANSPARENT, Stroke::NONE),
        };
        let corners = CornerRadius::same(theme::RADIUS);
        ui.painter()
            .rect(rect, corners, fill, stroke, StrokeKind::Inside);
        if response.has_focus() {
            marks::focus(ui, rect, theme::RADIUS);
        }
    }
}
