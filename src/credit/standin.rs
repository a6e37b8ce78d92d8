use super::*;
use crate::model::Span;
use std::borrow::Cow;
#[derive(Debug, Clone, Default)]
pub struct Lexicon;
pub fn read<'a>(raw: &'a str, _: &Lexicon) -> Reading<'a> {
    Reading {
        raw,
        parts: vec![],
        credits: vec![],
        kept: None,
        creators: vec![],
        sources: vec![],
        qualifiers: vec![],
        conflict: vec![],
        confidence: Confidence::Certain,
    }
}
pub fn read_credit<'a>(raw: &'a str, l: &Lexicon) -> Reading<'a> {
    read(raw, l)
}
pub fn says_all(_: &str, _: &str, _: &Lexicon) -> bool {
    false
}
impl Reading<'_> {
    pub fn caption(&self) -> String {
        String::new()
    }
    pub fn credit_as_printed(&self) -> String {
        String::new()
    }
    pub fn usage_terms(&self) -> String {
        String::new()
    }
    pub fn is_duplicated(&self) -> bool {
        false
    }
    pub fn credit_line(&self) -> Option<Cow<'_, str>> {
        None
    }
}
pub struct Stretch<'a> {
    pub span: Span,
    pub reading: Reading<'a>,
}
pub struct FoundIn<'a> {
    pub date: Option<Span>,
    pub contributors: Vec<&'a str>,
    pub photos: Vec<Stretch<'a>>,
}
impl<'a> FoundIn<'a> {
    pub fn paragraphs(&self, _t: &'a str) -> impl Iterator<Item = Span> + use<'a> {
        Vec::new().into_iter()
    }
}
pub fn find<'a>(_: &'a str, _: &Lexicon) -> FoundIn<'a> {
    FoundIn {
        date: None,
        contributors: vec![],
        photos: vec![],
    }
}
