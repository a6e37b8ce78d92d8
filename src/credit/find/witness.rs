//! Whether what was read as a credit is the credit of a photo, and how surely.
//!
//! Bylines, datelines, sources, copyright footers and sentences that name an agency look alike. Each
//! form of a credit (after a label, a sign, in brackets, bare) has its own evidence; none is worded as
//! a [sentence](wording).

mod wording;

use super::furniture::is_picture_word;
use super::lines::is_blank;
use super::piece::{Mark, Strength};
use super::sentence::QUOTES;
use crate::credit::fold::fold;
use crate::credit::lexicon::Phrases;
use crate::credit::lexicon::{Lexicon, Sense, Sort};
use crate::credit::tokens::is_end;
use crate::credit::tokens::{cut, is_unspaced};
use crate::credit::{Credit, PartKind, Reading};
use crate::model::Span;

/// What is shorter is no sentence after a caption.
const SHORTEST_REST: usize = 12;
/// Beside a claim ("All rights reserved") no more words than this are its own, and no caption.
const MOST_CLAIM_WORDS: usize = 5;
/// A day, a month and a year.
const DATE_PARTS: usize = 3;
/// What leads the agencies whose reports went into a text.
const WITH: [&str; 10] = [
    "with", "mit", "avec", "con", "com", "med", "met", "z", "ze", "kanssa",
];
/// What ties two names of a credit.
const TIES: [char; 4] = ['/', '\\', '|', '／'];
/// What sets a bare credit apart from its caption.
const SIGNS: [char; 9] = ['|', '-', '–', '—', '/', '•', ':', '｜', '／'];

/// One credit of a line, and all that is known about it.
pub(super) struct Witness<'r, 'a> {
    raw: &'a str,
    reading: &'r Reading<'a>,
    credit: &'r Credit,
    lexicon: &'r Lexicon,
    /// What stands before and after it in the line.
    before: &'a str,
    after: &'a str,
    /// Whether words of a caption stand before it, and anywhere.
    has_words_before: bool,
    has_words: bool,
}

impl<'r, 'a> Witness<'r, 'a> {
    pub(super) fn new(
        raw: &'a str,
        reading: &'r Reading<'a>,
        credit: &'r Credit,
        lexicon: &'r Lexicon,
    ) -> Self {
        let captions = || {
            reading
                .parts
                .iter()
                .filter(|part| {
                    matches!(part.kind, PartKind::Caption | PartKind::CaptionAgain)
                        && part.span.of(raw).contains(char::is_alphabetic)
                })
                .map(|part| part.span)
        };
        Self {
            raw,
            reading,
            credit,
            lexicon,
            before: raw.get(..credit.span.start).unwrap_or_default().trim_end(),
            after: raw.get(credit.span.end..).unwrap_or_default().trim_start(),
            has_words_before: captions().any(|span| span.end <= credit.span.start),
            has_words: captions().next().is_some(),
        }
    }

    fn line(&self) -> &'a str {
        self.credit.line.of(self.raw)
    }

    fn printed(&self) -> &'a str {
        self.credit.span.of(self.raw)
    }

    fn label(&self) -> &'a str {
        self.credit
            .label
            .map(|label| label.of(self.raw))
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
    }

    fn has_sign(&self) -> bool {
        let lead = self
            .raw
            .get(self.credit.span.start..self.credit.line.start)
            .unwrap_or_default();
        lead.contains(['©', 'ⓒ', 'Ⓒ']) || lead.to_lowercase().contains("(c)")
    }

    pub(super) fn is_bracketed(&self) -> bool {
        self.printed()
            .starts_with(['(', '[', '（', '［', '【', '<'])
    }

    pub(super) fn mark(&self) -> Mark<'a> {
        if !self.label().is_empty() {
            return Mark::Label(self.label());
        }
        if self.has_sign() {
            return Mark::Sign('©');
        }
        if self.is_bracketed() {
            return Mark::Bracket;
        }
        match self.before.chars().next_back() {
            Some(sign @ ('|' | '-' | '–' | '—' | '/' | '•')) => Mark::Sign(sign),
            _ => Mark::Bare,
        }
    }

    /// Whether a full stop ends the caption before it.
    pub(super) fn follows_a_stop(&self) -> bool {
        self.before.ends_with(is_end)
    }

    /// Whether the line goes on behind it with words of its own.
    pub(super) fn is_inside(&self) -> bool {
        self.has_words_before && self.goes_on()
    }

    /// Whether a new sentence follows; a few words in lower case are the end of a long name.
    fn goes_on(&self) -> bool {
        let has_words = self.after.contains(char::is_alphabetic)
            && self.reading.parts.iter().any(|part| {
                matches!(part.kind, PartKind::Caption | PartKind::CaptionAgain)
                    && part.span.start >= self.credit.span.end
                    && part.span.of(self.raw).contains(char::is_alphabetic)
            });
        let is_end_of_name = self.after.starts_with(char::is_lowercase)
            && self.after.split_whitespace().count() < MOST_CLAIM_WORDS
            && !self.label().is_empty()
            && !self.is_bracketed();
        has_words && !is_end_of_name
    }

    /// Whether a caption ends with this credit though its line goes on.
    pub(super) fn ends_a_caption(&self) -> bool {
        let begins_anew = self
            .after
            .starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
            && self.after.len() > SHORTEST_REST;
        let is_marked = matches!(self.mark(), Mark::Label(_) | Mark::Bracket);
        begins_anew
            && is_marked
            && self.credit.span.start > 0
            && self.strength() == Some(Strength::Sure)
    }

    /// How surely this is the credit of a photo; none where it is not.
    pub(super) fn strength(&self) -> Option<Strength> {
        let is_the_texts = self.claims_the_text() || self.signs_the_text();
        if is_the_texts || !self.names_somebody() || self.echoes_its_caption() {
            return None;
        }
        if self.is_labelled_as(&self.lexicon.pages.text_labels) {
            return None;
        }
        if self.is_labelled_as(&self.lexicon.pages.source_labels) {
            return self.strength_of_source();
        }
        match self.mark() {
            Mark::Label(label) => self.strength_of_label(label),
            Mark::Sign('©') => self.strength_of_copyright(),
            Mark::Bracket => self.strength_of_bracket(),
            Mark::Sign(_) | Mark::Bare => self.strength_of_bare(),
        }
    }

    /// "© 2016 …", "all rights reserved": the text's own.
    fn claims_the_text(&self) -> bool {
        let is_claim = self.has_sign()
            || self.label().to_lowercase().contains("copyright")
            || self.is_bracketed();
        let digits = self.line().chars().filter(char::is_ascii_digit).count();
        let is_short = self.before.split_whitespace().count() < MOST_CLAIM_WORDS;
        let has_rights = || {
            let folded = self.raw.to_lowercase();
            self.lexicon.pages.rights_words.are_in(&folded)
        };
        (is_short && has_rights()) || (is_claim && !self.has_words_before && digits > 3)
    }

    /// `(Ann Lee, dpa, 4.5.2022)`, `(with AFP)`, `TORVIK, May 4 (AP) -`: who the text is from.
    fn signs_the_text(&self) -> bool {
        if !self.is_bracketed() || !self.label().is_empty() {
            return false;
        }
        let is_dated = self.line().rsplit_once(", ").is_some_and(|(_, last)| {
            last.split('.').count() == DATE_PARTS
                && last.split('.').all(|part| part.parse::<u16>().is_ok())
        });
        let first = self.line().split_whitespace().next().unwrap_or_default();
        let is_with = !self.has_words && WITH.contains(&first.to_lowercase().as_str());
        let is_dateline = self.has_words_before && matches!(self.after, "-" | "–" | "—");
        is_dated || is_with || is_dateline
    }

    /// An agency that is named twice, and nothing else.
    fn echoes_its_caption(&self) -> bool {
        self.label().is_empty() && self.has_words && self.before.trim() == self.line()
    }

    fn has_agency(&self) -> bool {
        self.credit.organisations.iter().any(|name| {
            let key: String = name.of(self.raw).split_whitespace().map(fold).collect();
            self.lexicon.organisation_id(&key).is_some()
        })
    }

    fn names(&self) -> usize {
        self.credit
            .persons
            .len()
            .saturating_add(self.credit.organisations.len())
    }

    /// A person with a body or a note, or two names.
    fn is_several(&self) -> bool {
        self.names() > 1 || (!self.credit.persons.is_empty() && !self.reading.qualifiers.is_empty())
    }

    /// Whether a sign ties somebody to somebody else: "Ann Lee/Staff".
    fn is_tied(&self) -> bool {
        let parts = self
            .line()
            .split(TIES)
            .filter(|part| part.contains(char::is_alphabetic));
        self.names() > 0 && parts.count() > 1
    }

    /// Whether it is a picture library alone, which nothing else than a picture has for its source.
    fn is_library(&self) -> bool {
        let tokens = cut(self.line(), self.lexicon);
        self.lexicon
            .facts(&tokens)
            .organisation
            .is_some_and(|known| {
                (known.sort == Sort::Library || is_picture_word(self.line(), self.lexicon))
                    && known.is_exact
                    && !known.is_weak
                    && known.tokens == tokens.len()
            })
    }

    /// Whether all that is said is a note: "Supplied", "PROVIDED".
    fn is_note(&self) -> bool {
        !self.reading.qualifiers.is_empty() && self.line().starts_with(|c: char| !c.is_lowercase())
    }

    /// Whether its label is one of these words.
    fn is_labelled_as(&self, labels: &Phrases) -> bool {
        let is_one = |label: &str| {
            let label = label.to_lowercase();
            labels.has(label.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        let lead = self.line().split_once([':', '：']).map(|(lead, _)| lead);
        is_one(self.label()) || lead.is_some_and(is_one)
    }

    fn strength_of_source(&self) -> Option<Strength> {
        let is_photos = self.is_bracketed() || self.has_agency() || self.line().contains('/');
        let is_caption = self.has_words_before && is_mostly_letters(self.before);
        (is_caption && is_photos).then_some(Strength::Sure)
    }

    fn strength_of_label(&self, label: &str) -> Option<Strength> {
        let is_claim = label.to_lowercase().starts_with("copyright");
        let is_word_of_sentence = if label.chars().all(is_unspaced) {
            !self.is_label_apart()
        } else {
            label.starts_with(char::is_lowercase) && !self.is_marked_off()
        };
        ((self.has_words_before || !is_claim) && !is_word_of_sentence).then_some(Strength::Sure)
    }

    /// Whether a label in lower case is more than a word of the sentence: "… said photographer Ann Lee."
    fn is_marked_off(&self) -> bool {
        let lead = self
            .raw
            .get(self.credit.span.start..self.credit.line.start)
            .unwrap_or_default();
        !self.has_words_before
            || self.is_bracketed()
            || self.is_set_apart()
            || lead.contains([':', '：', '=', '/', '|'])
    }

    /// Where words are not parted by blanks, a label is one only beside a mark, a blank or a bracket.
    fn is_label_apart(&self) -> bool {
        let Some(label) = self.credit.label else {
            return false;
        };
        let is_mark = |c: Option<char>| {
            c.is_none_or(|c| {
                is_blank(c)
                    || matches!(
                        c,
                        ':' | '：'
                            | '='
                            | '＝'
                            | '/'
                            | '／'
                            | '|'
                            | '｜'
                            | '©'
                            | '-'
                            | '－'
                            | '('
                            | '（'
                            | '['
                            | '［'
                            | '【'
                            | '<'
                            | ')'
                            | '）'
                            | ']'
                            | '］'
                            | '】'
                            | '>'
                            | '▲'
                            | '■'
                    )
            })
        };
        if label.start > self.credit.line.start {
            return true;
        }
        let before = self.raw.get(..label.start).unwrap_or_default();
        let after = self.raw.get(label.end..).unwrap_or_default();
        let last = before.chars().next_back();
        let starts = last.is_none_or(is_end) || is_mark(last);
        let printed = label.of(self.raw);
        let ends = is_mark(after.chars().next()) || is_mark(printed.chars().next_back());
        starts && ends
    }

    fn strength_of_copyright(&self) -> Option<Strength> {
        // "(©Agency) The council …" signs the text.
        (!self.is_bracketed() || self.credit.span.start > 0 || !self.has_words)
            .then_some(Strength::Sure)
    }

    fn strength_of_bracket(&self) -> Option<Strength> {
        let leads = self.credit.span.start == 0 && self.has_words;
        let is_sign_off = !self
            .line()
            .contains(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        if leads || (is_sign_off && !self.is_note()) {
            return None;
        }
        if self.is_agency_alone() && self.signs_off() {
            return None;
        }
        let is_sure = self.has_agency()
            || (!self.credit.persons.is_empty() && !self.credit.organisations.is_empty())
            || !self.reading.qualifiers.is_empty();
        Some(if is_sure {
            Strength::Sure
        } else {
            Strength::Likely
        })
    }

    fn is_agency_alone(&self) -> bool {
        self.has_agency()
            && self.credit.persons.is_empty()
            && self.reading.qualifiers.is_empty()
            && !self.line().contains('/')
    }

    /// Whether the agency stands where it signs a text: after speech, or in brackets after a full
    /// stop of a script that puts none before a photo's credit.
    fn signs_off(&self) -> bool {
        let quotes = self.before.chars().filter(|c| QUOTES.contains(c)).count();
        quotes > 1 || self.before.ends_with('。')
    }

    fn strength_of_bare(&self) -> Option<Strength> {
        if !self.has_words {
            return Some(self.strength_alone());
        }
        if !self.has_words_before {
            return None;
        }
        if !self.is_set_apart() {
            // "… she told the agency Reuters." names it in a sentence.
            let is_sentence = self.raw.ends_with(is_end);
            return (!is_sentence).then_some(Strength::Likely);
        }
        let is_tied = self.is_tied();
        let signs = self.signs_off() || matches!(self.mark(), Mark::Sign('-' | '–' | '—'));
        if self.is_agency_alone() && signs {
            return Some(Strength::Likely);
        }
        let is_signed = matches!(self.mark(), Mark::Sign(_));
        Some(if self.has_agency() || self.is_note() || is_tied {
            Strength::Sure
        } else if self.is_several() || is_signed {
            Strength::Likely
        } else {
            Strength::Weak
        })
    }

    /// Whether a label follows the name: `王小明 摄`.
    fn ends_in_label(&self) -> bool {
        let after = Span::new(self.credit.line.end, self.credit.span.end).of(self.raw);
        let after = after.trim_matches(|c: char| !c.is_alphanumeric());
        !after.is_empty() && self.lexicon.is_phrase(after, Sense::After)
    }

    /// Of a bare credit in a line of its own.
    fn strength_alone(&self) -> Strength {
        let is_listed = self.is_several() && self.line().contains(',');
        let is_several = self.is_tied() || is_listed;
        if self.ends_in_label()
            || (is_several && self.has_agency())
            || self.is_note()
            || self.is_library()
        {
            Strength::Sure
        } else if is_several {
            Strength::Likely
        } else {
            Strength::Weak
        }
    }

    /// Whether a bare credit is parted from its caption: by a full stop, a sign, a gap, or glue.
    fn is_set_apart(&self) -> bool {
        let gap = self
            .raw
            .get(self.before.len()..self.credit.span.start)
            .unwrap_or_default();
        gap.is_empty()
            || gap.chars().count() > 1
            || gap.contains('\n')
            || self.before.ends_with(|c| is_end(c) || SIGNS.contains(&c))
    }
}

/// Whether words are more than a date or a time.
fn is_mostly_letters(words: &str) -> bool {
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let digits = words.chars().filter(|c| c.is_numeric()).count();
    letters > digits
}
