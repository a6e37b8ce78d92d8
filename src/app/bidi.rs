//! Right-to-left text that is only shown: egui joins and turns the letters of a word, but sets its
//! words from left to right, so lines are broken first and their words are then put in the order
//! in which they are read.

use std::borrow::Cow;

use egui::Ui;
use egui::text::{LayoutJob, TextWrapping};
use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

use super::widgets::words::Type;

/// Whether a text has letters that run from right to left.
#[must_use]
pub(super) fn is_right_to_left(text: &str) -> bool {
    // Every such letter lies above Latin, Greek and Cyrillic.
    text.chars().any(|letter| {
        letter >= '\u{590}' && matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
    })
}

/// The text with the words of each line in the order in which they stand on it.
#[must_use]
pub(super) fn for_display<'a>(ui: &Ui, text: &'a str, kind: &Type, width: f32) -> Cow<'a, str> {
    if !is_right_to_left(text) {
        return Cow::Borrowed(text);
    }
    let mut job = LayoutJob::single_section(text.to_owned(), kind.format());
    job.wrap = TextWrapping::wrap_at_width(width);
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let lines: Vec<String> = galley
        .rows
        .iter()
        .map(|row| reordered(&row.text()))
        .collect();
    Cow::Owned(lines.join("\n"))
}

/// One line with its words in visual order; the letters of a word stay in logical order.
fn reordered(line: &str) -> String {
    let info = BidiInfo::new(line, None);
    let mut words = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_reversed = levels
                .get(run.start)
                .is_some_and(unicode_bidi::Level::is_rtl);
            let mut pieces: Vec<&str> = line
                .get(run)
                .unwrap_or_default()
                .split_inclusive(' ')
                .map(str::trim)
                .collect();
            if is_reversed {
                pieces.reverse();
            }
            words.extend(pieces.into_iter().filter(|word| !word.is_empty()));
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_run_from_right_to_left() {
        assert_eq!(reordered("אחת שתיים שלוש"), "שלוש שתיים אחת");
        assert_eq!(reordered("plain words"), "plain words");
        assert!(is_right_to_left("AFP / شام"));
        assert!(!is_right_to_left("Łukasz Ångström Δ Я"));
    }
}
