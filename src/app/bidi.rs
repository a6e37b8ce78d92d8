//! Right-to-left text that is only shown: egui joins and turns the letters of a word, but sets its
//! words from left to right, so lines are broken first and their words are then put in the order
//! in which they are read.

use std::borrow::Cow;

use egui::Ui;
use egui::text::LayoutJob;
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
    let wide = |word: &str| {
        let job = LayoutJob::single_section(word.to_owned(), kind.format());
        ui.fonts_mut(|fonts| fonts.layout_job(job)).size().x
    };
    let lines = text.lines().flat_map(|line| broken(line, width, wide));
    let lines: Vec<String> = lines.map(|line| reordered(&line)).collect();
    Cow::Owned(lines.join("\n"))
}

/// A line in lines of at most this width.
fn broken(line: &str, width: f32, wide: impl Fn(&str) -> f32) -> Vec<String> {
    let blank = wide(" ");
    let mut lines: Vec<String> = vec![String::new()];
    let mut used = 0.0;
    for word in line.split_whitespace() {
        let length = wide(word);
        match lines.last_mut() {
            Some(last) if !last.is_empty() && used + blank + length <= width => {
                last.push(' ');
                last.push_str(word);
                used += blank + length;
            }
            Some(last) if last.is_empty() => {
                last.push_str(word);
                used = length;
            }
            _ => {
                lines.push(word.to_owned());
                used = length;
            }
        }
    }
    lines
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
    fn lines_are_broken_before_their_words_are_put_in_order() {
        let wide = |word: &str| f32::from(u8::try_from(word.chars().count()).unwrap());
        let lines = broken("one two three", 8.0, wide);
        assert_eq!(lines, ["one two", "three"]);
        assert_eq!(broken("", 8.0, wide), [""]);
        assert_eq!(
            broken("very-long-word a", 4.0, wide),
            ["very-long-word", "a"]
        );
    }

    #[test]
    fn words_run_from_right_to_left() {
        assert_eq!(reordered("אחת שתיים שלוש"), "שלוש שתיים אחת");
        assert_eq!(reordered("plain words"), "plain words");
        assert!(is_right_to_left("AFP / شام"));
        assert!(!is_right_to_left("Łukasz Ångström Δ Я"));
    }
}
