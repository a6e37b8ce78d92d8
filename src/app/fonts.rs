//! The window's fonts: the same on every machine, with the system's own behind them.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

use super::theme;

const REGULAR: &str = "Noto Sans";
const BOLD: &str = "Noto Sans Bold";
const ICONS: &str = "Lucide";

/// Noto Sans first, then what egui brings; Hack last, as it alone has Armenian, Georgian and
/// arrows. Scripts that none of them has come from the system.
pub(super) fn install(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in [
        (REGULAR, notosans::REGULAR_TTF),
        (BOLD, notosans::BOLD_TTF),
        (ICONS, lucide_icons::LUCIDE_FONT_BYTES),
    ] {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let behind: Vec<String> = fonts
        .families
        .get(&FontFamily::Proportional)
        .into_iter()
        .flatten()
        .cloned()
        .chain(["Hack".into()])
        .collect();
    let family = |first: &str| {
        [first.to_owned()]
            .into_iter()
            .chain(behind.iter().cloned())
            .collect::<Vec<_>>()
    };
    fonts
        .families
        .insert(FontFamily::Proportional, family(REGULAR));
    fonts
        .families
        .insert(FontFamily::Name(theme::BOLD.into()), family(BOLD));
    fonts
        .families
        .insert(FontFamily::Name(theme::ICONS.into()), family(ICONS));
    ctx.set_fonts(fonts);
}
