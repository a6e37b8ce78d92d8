//! The words at a picture: which of them are its caption, and which are a credit that the page sets
//! apart.

use unicode_normalization::UnicodeNormalization;

use super::page::{At, Page, weight};
use super::words;
use crate::credit::{self, Confidence, Lexicon, PartKind};

/// What a page says at a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The text without the credit set apart; a credit within it is left where it stands.
    pub(super) caption: String,
    /// The credit that stands in an element of its own; empty where there is none.
    pub(super) credit: String,
    /// All of it, in the order of the page.
    pub(super) whole: String,
}

/// A text this short is a credit if its element is called one.
const LONGEST_LINE: usize = 60;
/// So far above a caption stands its figure.
const FIGURE_ABOVE: usize = 4;
/// So many parts has a figure at most.
const FIGURE_PARTS: usize = 256;
/// Longer texts are no credits.
const LONGEST_CREDIT: usize = 200;

/// Reads the elements that hold a picture's text, and those beside them that hold its credit.
pub(super) fn said(page: &Page<'_>, texts: &[At], beside: &[At], lexicon: &Lexicon) -> Said {
    let mut apart: Vec<At> = texts
        .iter()
        .flat_map(|text| credits_in(page, *text))
        .collect();
    if texts.len() > 1 {
        // A caption and a credit, each in an element of its own.
        apart.extend(texts.iter().filter(|text| is_called_credit(page, **text)));
    }
    let has_caption = texts
        .iter()
        .any(|text| weight(&without(page, *text, &apart)) > 0);
    if !has_caption
        && apart
            .iter()
            .any(|credit| page.letters(*credit) > LONGEST_LINE)
    {
        // All of it is called a credit, and it is more than one: the text itself must tell.
        apart.clear();
    }
    if apart.is_empty() && beside.is_empty() {
        apart.extend(last_credit(page, texts, lexicon));
    }
    let mut captions = Vec::new();
    let mut credits = Vec::new();
    for text in texts {
        push_new(&mut captions, without(page, *text, &apart));
    }
    for credit in apart.iter().chain(beside) {
        push_new(&mut credits, page.text(*credit));
    }
    let wholes = texts.iter().chain(beside).map(|at| page.text(*at));
    let mut all = Vec::new();
    wholes.for_each(|whole| push_new(&mut all, whole));
    let mut said = Said {
        caption: captions.join(" "),
        credit: credits.join(" "),
        whole: all.join(" "),
    };
    if !said.credit.is_empty() {
        said.part_at_the_seam();
    }
    said
}

impl Said {
    /// What stood between caption and credit goes: a stroke or an open bracket, and a label that
    /// the page set outside the credit's element is the credit's.
    fn part_at_the_seam(&mut self) {
        if let Some(label) = trailing_label(&self.caption) {
            let start = self.caption.len() - label.len();
            self.credit = format!("{label} {}", self.credit);
            self.caption.truncate(start);
        }
        let is_seam = |c: char| {
            c.is_whitespace() || matches!(c, '/' | '|' | '–' | '—' | '-' | '(' | '[' | '·' | '•')
        };
        let caption = self.caption.trim_end_matches(is_seam);
        // The bracket that the seam opened is closed behind the credit.
        let opened = self.caption.get(caption.len()..).unwrap_or_default();
        let caption = caption.to_owned();
        if opened.contains('(') && !self.credit.contains('(') {
            self.credit = self.credit.trim_end_matches(')').trim_end().to_owned();
        }
        self.caption = caption.trim_end_matches(" )").to_owned();
    }
}

/// `Foto:` at the end of a text: one or two words with a colon behind the last sentence.
fn trailing_label(text: &str) -> Option<&str> {
    let text = text.trim_end();
    text.strip_suffix(':')?;
    let start = text
        .rfind(['.', '!', '?', '(', '/', '|'])
        .map_or(0, |at| at + 1);
    let label = text.get(start..)?.trim_start();
    (label.split_whitespace().count() <= 2).then_some(label)
}

fn push_new(all: &mut Vec<String>, text: String) {
    let is_new = !all.iter().any(|said| said.contains(&text));
    if !text.is_empty() && is_new {
        all.retain(|said| !text.contains(said.as_str()));
        all.push(text);
    }
}

fn without(page: &Page<'_>, text: At, apart: &[At]) -> String {
    if apart.contains(&text) {
        return String::new();
    }
    let runs = page.runs(text, &|at| apart.contains(&at) || page.name(at) == "button");
    let runs: Vec<String> = runs.into_iter().map(|run| run.text).collect();
    runs.join(" ")
}

/// The outermost elements of a caption that are called a credit, and say something.
fn credits_in(page: &Page<'_>, text: At) -> Vec<At> {
    let mut found = Vec::new();
    let mut next = text;
    for at in page.within(text).skip(1) {
        if at < next || !is_called_credit(page, at) {
            continue;
        }
        next = page.end(at);
        found.push(at);
    }
    found
}

/// Whether an element is called a credit and holds a text that could be one.
pub(super) fn is_called_credit(page: &Page<'_>, at: At) -> bool {
    let letters = page.letters(at);
    let could_be = letters > 0 && letters < LONGEST_CREDIT;
    could_be && (page.name(at) == "cite" || words::of(page, at).has(&words::CREDIT))
}

/// Whether a caption has a part that only a picture's credit is called.
pub(super) fn has_credit(page: &Page<'_>, text: At) -> bool {
    let mut inner = page.within(text).skip(1).filter(|at| page.letters(*at) > 0);
    inner.any(|at| page.name(at) == "cite" || words::of(page, at).has(&words::PICTURE_CREDIT))
}

/// Whether a caption, more than a link itself, stands in a figure whose picture leads nowhere.
pub(super) fn is_under_own_picture(page: &Page<'_>, text: At) -> bool {
    let mut outwards = page.up(text).take(FIGURE_ABOVE);
    let Some(figure) = outwards.find(|outer| page.name(*outer) == "figure") else {
        return false;
    };
    let is_small = page.end(figure).index() - figure.index() <= FIGURE_PARTS;
    let is_link = page.linked(text) == page.letters(text);
    is_small
        && !is_link
        && page
            .named(figure, "img")
            .any(|picture| !page.is_linked(picture))
}

/// The last element of a caption, where what it holds is a credit and nothing else.
fn last_credit(page: &Page<'_>, texts: &[At], lexicon: &Lexicon) -> Option<At> {
    let text = *texts.last()?;
    let last = page
        .within(text)
        .filter(|at| page.name(*at).is_empty() && page.letters(*at) > 0)
        .last()?;
    let holds_all = |at: At| page.letters(at) == page.letters(text);
    let inner = page
        .up_to(last, text)
        .filter(|at| !page.name(*at).is_empty());
    // The widest element that is wholly a credit: its label may stand in one of its own.
    let widest = inner
        .take_while(|at| !holds_all(*at) && is_credit(&page.text(*at), lexicon))
        .last();
    if let Some(credit) = widest {
        return is_set_apart(page, credit, text).then_some(credit);
    }
    let is_alone = texts.len() > 1 && is_credit(&page.text(text), lexicon);
    is_alone.then_some(text)
}

/// Whether an element is no word of the sentence before it: a linked or slanted name often is.
fn is_set_apart(page: &Page<'_>, credit: At, text: At) -> bool {
    let is_of_sentences = matches!(page.name(credit), "a" | "b" | "strong" | "em" | "i");
    let before = without(page, text, &[credit]);
    let ends = [
        '.', '!', '?', '…', '"', '”', '»', ')', '|', '/', '–', '—', '-', ':', ';', '。',
    ];
    !is_of_sentences || before.trim_end().ends_with(ends)
}

/// Whether a text that stands by itself is a credit and nothing else.
pub(super) fn is_credit(text: &str, lexicon: &Lexicon) -> bool {
    if text.is_empty() || text.len() > LONGEST_CREDIT || lexicon.is_label(text) {
        return false;
    }
    let reading = credit::read(text, lexicon);
    let is_caption = |kind| matches!(kind, PartKind::Caption | PartKind::CaptionAgain);
    if !reading.credits.is_empty() && !reading.parts.iter().any(|part| is_caption(part.kind)) {
        return true;
    }
    let is_clause = text.ends_with(['.', '!', '?']) || text.split_whitespace().count() > 6;
    if is_clause || text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let reading = credit::read_credit(text, lexicon);
    !reading.sources.is_empty() && reading.confidence >= Confidence::Likely
}

/// Whether a text ends in a credit as captions do: with a label, or in brackets.
pub(super) fn ends_in_credit(text: &str, lexicon: &Lexicon) -> bool {
    let is_quotation = text.starts_with(['"', '“', '„', '«', '»', '‘', '\'']);
    let reading = credit::read(text, lexicon);
    let is_marked =
        text.ends_with([')', ']']) || reading.credits.iter().any(|credit| credit.label.is_some());
    let is_certain = !reading.credits.is_empty() && reading.confidence == Confidence::Certain;
    is_certain && is_marked && !is_quotation
}

/// Whether two texts say the same, or one all that the other says and little more.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (letters_of(one), letters_of(other));
    let (short, long) = if one.len() < other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    short.len() >= 8 && long.contains(short.as_str()) && short.len() * 2 > long.len()
}

/// The letters of a text alone, in one spelling, to be compared.
pub(super) fn letters_of(text: &str) -> String {
    let letters = text.nfkc().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
