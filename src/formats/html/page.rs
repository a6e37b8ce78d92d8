//! A page as its elements and texts in document order.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::link::is_picture;

/// Where an element or a text stands on its page; the order is that of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At(usize);

/// A page whose parts are reached by their place.
pub(super) struct Page<'h> {
    parts: Vec<Part<'h>>,
}

struct Part<'h> {
    what: What<'h>,
    parent: usize,
    /// The first place that is not within it any more.
    end: usize,
    /// How much text a reader sees in it, and how much of that is link; see [`weight`].
    letters: usize,
    linked: usize,
    /// How much of it stands before this place.
    before: usize,
}

enum What<'h> {
    Element(&'h Element),
    Text(&'h str),
}

/// A run of text between two edges of blocks, white space folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// Where its first letter stands.
    pub(super) at: At,
    /// Its text, not blank.
    pub(super) text: String,
}

/// Elements that part the text into paragraphs.
const BLOCKS: [&str; 43] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
    "video",
];

/// Elements whose text no reader sees.
const UNSEEN: [&str; 12] = [
    "audio", "canvas", "head", "iframe", "noscript", "object", "script", "select", "style", "svg",
    "template", "textarea",
];

impl At {
    /// The outermost element, and with it the whole page.
    pub(super) const WHOLE: Self = Self(0);

    /// Its number on the page, counted from 0.
    pub(super) fn index(self) -> usize {
        self.0
    }
}

impl<'h> Page<'h> {
    /// The parts of a parsed page.
    pub(super) fn new(html: &'h Html) -> Self {
        let mut parts: Vec<Part<'h>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let (mut unseen, mut links, mut before) = (0usize, 0usize, 0usize);
        for edge in html.tree.root().traverse() {
            match edge {
                Edge::Open(node) => {
                    let what = match node.value() {
                        Node::Element(element) => What::Element(element),
                        Node::Text(text) => What::Text(text),
                        _ => continue,
                    };
                    let letters = match what {
                        What::Text(text) if unseen == 0 => weight(text),
                        What::Text(_) | What::Element(_) => 0,
                    };
                    let place = parts.len();
                    if let What::Element(element) = what {
                        unseen += usize::from(UNSEEN.contains(&element.name()));
                        links += usize::from(leads_on(element));
                    }
                    parts.push(Part {
                        what,
                        parent: open.last().copied().unwrap_or(place),
                        end: place + 1,
                        letters,
                        linked: if links > 0 { letters } else { 0 },
                        before,
                    });
                    before += letters;
                    open.push(place);
                }
                Edge::Close(node) => {
                    if let Node::Element(element) = node.value() {
                        unseen -= usize::from(UNSEEN.contains(&element.name()));
                        links -= usize::from(leads_on(element));
                    } else if !node.value().is_text() {
                        continue;
                    }
                    close(&mut parts, &mut open);
                }
            }
        }
        Self { parts }
    }

    /// How many places there are.
    pub(super) fn len(&self) -> usize {
        self.parts.len()
    }

    /// Everything, in document order.
    pub(super) fn all(&self) -> impl Iterator<Item = At> + use<> {
        (0..self.parts.len()).map(At)
    }

    /// How much text stands between two parts.
    pub(super) fn between(&self, first: At, second: At) -> usize {
        let before = |at: At| self.parts.get(at.0).map_or(0, |part| part.before);
        before(second).saturating_sub(before(self.end(first)))
    }

    /// The first text behind a part that a reader sees.
    pub(super) fn text_behind(&self, at: At) -> Option<At> {
        let end = self.end(at);
        let before = self.parts.get(end.0)?.before;
        let behind = self.parts.partition_point(|part| part.before <= before);
        behind
            .checked_sub(1)
            .map(At)
            .filter(|text| *text >= end && self.letters(*text) > 0)
    }

    /// This place and everything within it, in document order.
    pub(super) fn within(&self, at: At) -> impl Iterator<Item = At> + use<> {
        (at.0..self.end(at).0).map(At)
    }

    /// The elements of this name within a place.
    pub(super) fn named<'s>(&'s self, at: At, name: &'s str) -> impl Iterator<Item = At> + 's {
        self.within(at).filter(move |at| self.name(*at) == name)
    }

    /// The first place behind this one and all within it.
    pub(super) fn end(&self, at: At) -> At {
        At(self.parts.get(at.0).map_or(at.0, |part| part.end))
    }

    /// Whether a place is this other one or within it.
    pub(super) fn is_within(&self, at: At, outer: At) -> bool {
        outer <= at && at < self.end(outer)
    }

    /// What holds a place; none for the outermost.
    pub(super) fn parent(&self, at: At) -> Option<At> {
        let parent = self.parts.get(at.0)?.parent;
        (parent != at.0).then_some(At(parent))
    }

    /// What holds a place, from the nearest to the outermost.
    pub(super) fn up(&self, at: At) -> impl Iterator<Item = At> + '_ {
        std::iter::successors(self.parent(at), |at| self.parent(*at))
    }

    /// A place and what holds it, up to and without an outer place.
    pub(super) fn up_to(&self, at: At, outer: At) -> impl Iterator<Item = At> + '_ {
        let all = std::iter::once(at).chain(self.up(at));
        all.take_while(move |at| *at != outer)
    }

    /// What stands directly within a place.
    pub(super) fn children(&self, at: At) -> impl Iterator<Item = At> + '_ {
        let end = self.end(at);
        let first = At(at.0 + 1);
        std::iter::successors(Some(first), |at| Some(self.end(*at))).take_while(move |at| *at < end)
    }

    /// The smallest place that holds both.
    pub(super) fn common(&self, one: At, other: At) -> At {
        let holds = |outer: &At| self.is_within(other, *outer);
        let mut outwards = std::iter::once(one).chain(self.up(one));
        outwards.find(holds).unwrap_or(At(0))
    }

    /// The name of an element; empty for a text.
    pub(super) fn name(&self, at: At) -> &'h str {
        self.element(at).map_or("", Element::name)
    }

    /// The value of an attribute.
    pub(super) fn attr(&self, at: At, name: &str) -> Option<&'h str> {
        self.element(at)?.attr(name)
    }

    fn element(&self, at: At) -> Option<&'h Element> {
        match self.parts.get(at.0)?.what {
            What::Element(element) => Some(element),
            What::Text(_) => None,
        }
    }

    /// Whether it is an element that stands by itself, and parts the text around it.
    pub(super) fn is_block(&self, at: At) -> bool {
        is_block(self.name(at))
    }

    /// Whether a place is within a link to another page.
    pub(super) fn is_linked(&self, at: At) -> bool {
        let mut outwards = self.up(at).filter_map(|outer| self.element(outer));
        outwards.any(leads_on)
    }

    /// How much text a reader sees in a place.
    pub(super) fn letters(&self, at: At) -> usize {
        self.parts.get(at.0).map_or(0, |part| part.letters)
    }

    /// How much of that text is links.
    pub(super) fn linked(&self, at: At) -> usize {
        self.parts.get(at.0).map_or(0, |part| part.linked)
    }

    /// The raw text within a place, also of a script.
    pub(super) fn raw(&self, at: At) -> String {
        let texts = self
            .within(at)
            .filter_map(|at| match self.parts.get(at.0)?.what {
                What::Text(text) => Some(text),
                What::Element(_) => None,
            });
        texts.collect()
    }

    /// The text of a place in one line.
    pub(super) fn text(&self, at: At) -> String {
        let runs = self.runs(at, &|_| false);
        let texts: Vec<String> = runs.into_iter().map(|run| run.text).collect();
        texts.join(" ")
    }

    /// The runs of text within a place, without what lies within the places to be skipped.
    pub(super) fn runs(&self, outer: At, skip: &dyn Fn(At) -> bool) -> Vec<Run> {
        let mut runs = Runs::default();
        let mut open: Vec<At> = Vec::new();
        let mut at = outer;
        let end = self.end(outer);
        while at < end {
            while open.pop_if(|end| *end <= at).is_some() {
                runs.part();
            }
            let next = At(at.0 + 1);
            let Some(part) = self.parts.get(at.0) else {
                break;
            };
            match part.what {
                What::Text(text) => runs.push(at, text),
                What::Element(element) if UNSEEN.contains(&element.name()) || skip(at) => {
                    if is_block(element.name()) {
                        runs.part();
                    } else {
                        runs.gap();
                    }
                    at = self.end(at);
                    continue;
                }
                What::Element(element) if is_block(element.name()) => {
                    runs.part();
                    open.push(self.end(at));
                }
                What::Element(_) if self.follows_an_element(at) => runs.gap(),
                What::Element(_) => {}
            }
            at = next;
        }
        runs.part();
        runs.all
    }

    /// The largest part within an outer one that holds a run of text and nothing else.
    pub(super) fn holder(&self, run: &Run, outer: At) -> At {
        let letters = weight(&run.text);
        let holds = |at: &At| self.letters(*at) <= letters;
        self.up_to(run.at, outer)
            .take_while(holds)
            .last()
            .unwrap_or(run.at)
    }

    /// Whether it is one of the small elements that pages set side by side with nothing but their
    /// style between them: `<span>…</span><span>…</span>`.
    fn follows_an_element(&self, at: At) -> bool {
        if !matches!(self.name(at), "span" | "small" | "cite" | "time") || at.0 == 0 {
            return false;
        }
        let before = At(at.0 - 1);
        self.parent(at) != Some(before) && self.parent(before) != self.parent(at)
    }
}

/// Whether an element is a link to another page: not to a place on this one, not to the picture
/// itself, enlarged.
fn leads_on(element: &Element) -> bool {
    if element.name() != "a" {
        return false;
    }
    let Some(address) = element.attr("href") else {
        return false;
    };
    let address = address.trim();
    let is_here =
        address.is_empty() || address.starts_with(['?', '#']) || address.starts_with("javascript:");
    !is_here && !is_picture(address)
}

/// Ends the part that was opened last, and adds what it holds to what holds it.
fn close(parts: &mut [Part<'_>], open: &mut Vec<usize>) {
    let Some(place) = open.pop() else {
        return;
    };
    let end = parts.len();
    let Some(part) = parts.get_mut(place) else {
        return;
    };
    part.end = end;
    let (letters, linked) = (part.letters, part.linked);
    if let Some(outer) = open.last().and_then(|outer| parts.get_mut(*outer)) {
        outer.letters += letters;
        outer.linked += linked;
    }
}

#[derive(Default)]
struct Runs {
    all: Vec<Run>,
    at: Option<At>,
    text: String,
}

impl Runs {
    fn push(&mut self, at: At, text: &str) {
        if self.at.is_none() && !text.trim().is_empty() {
            self.at = Some(at);
        }
        self.text.push_str(text);
    }

    fn gap(&mut self) {
        self.text.push(' ');
    }

    fn part(&mut self) {
        if let Some(at) = self.at.take() {
            let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.all.push(Run { at, text });
        }
        self.text.clear();
    }
}

/// An element of a page's own making ("card-text") is a block: pages build their frames of them.
fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || name.contains('-')
}

/// How much a text says: its letters, where one of Chinese, Japanese and Korean counts as two.
pub(super) fn weight(text: &str) -> usize {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters
        .map(|c| 1 + usize::from(matches!(c, '\u{3040}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')))
        .sum()
}
