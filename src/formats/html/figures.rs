//! The photos of an article: each picture with the words that belong to it.
//!
//! Words find their picture by nearness in the tree: the smallest part of the page that holds both is
//! their frame. What is called a caption (`figcaption`, class names) goes first; what only stands like
//! one, alone in a frame with its picture, follows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::caption::{self, Said};
use super::elsewhere::Elsewhere;
use super::link::Links;
use super::page::{At, Page, Run};
use super::picture::{self, Picture};
use super::story::Story;
use super::words;
use crate::credit::Lexicon;
use crate::formats::address::address_of;

/// A photo of the article as the page shows it.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// Its place in reading order.
    pub(super) at: At,
    /// None where the page loads it by a script.
    pub(super) picture: Option<Picture>,
    /// Its words.
    pub(super) said: Said,
    /// Whether picture and words stand apart, and only their order pairs them: a slide show.
    pub(super) is_by_order: bool,
}

/// The photos, and the parts of the page whose text is theirs and not the article's.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// In reading order.
    pub(super) all: Vec<Figure>,
    /// Parts whose text is no paragraph of the article.
    pub(super) taken: BTreeSet<At>,
}

/// Longer texts are no captions.
const LONGEST_CAPTION: usize = 1_500;
/// A text that nothing calls a caption is one only when it is short.
const SHORT_CAPTION: usize = 400;
/// So much text may stand between a picture and its caption: a button, a counter, an alt text.
const BETWEEN: usize = 150;
/// Twins have a parent, or a parent's parent, in common.
const NEAR: usize = 4;
/// So many pictures before and behind a caption may be its own.
const REACH: usize = 16;
/// So much may stand in a frame beside a caption: its credit.
const CREDIT: usize = 160;

/// Finds the photos of a story.
pub(super) fn find(
    page: &Page<'_>,
    story: &Story,
    elsewhere: &Elsewhere,
    links: &Links<'_>,
    lexicon: &Lexicon,
) -> Figures {
    let mut pictures = picture::pictures(page, story.whole, links);
    pictures.retain(|picture| !elsewhere.holds(picture.at) && !is_in_caption(page, picture.at));
    let pictures = each_once(page, pictures);
    let mut search = Search {
        page,
        story,
        elsewhere,
        lexicon,
        named: named(page),
        is_used: vec![false; pictures.len()],
        pictures,
        found: Figures::default(),
    };
    search.called_captions();
    search.texts_in_frames();
    let mut found = search.found;
    found.all.sort_by_key(|figure| figure.at);
    drop_copies(page, &mut found.all);
    found
}

/// Drops what only says a photo's words again: without a picture of its own, or opened over the page.
fn drop_copies(page: &Page<'_>, all: &mut Vec<Figure>) {
    let has_image = |figure: &Figure| {
        let image = figure
            .picture
            .as_ref()
            .and_then(|picture| picture.image.as_ref());
        image.is_some_and(|image| !address_of(image).is_empty())
    };
    let is_over = |figure: &Figure| {
        let mut outwards = page.up(figure.at);
        outwards.any(|at| words::of(page, at).has(&words::OVERLAY))
    };
    let shown: BTreeSet<(String, String)> = all
        .iter()
        .filter(|figure| has_image(figure) && !figure.said.caption.is_empty() && !is_over(figure))
        .map(|figure| (figure.said.caption.clone(), figure.said.credit.clone()))
        .collect();
    let is_shown = |said: &Said| {
        shown
            .range((said.caption.clone(), String::new())..)
            .take_while(|(caption, _)| *caption == said.caption)
            .any(|(_, credit)| said.credit.is_empty() || *credit == said.credit)
    };
    all.retain(|figure| (has_image(figure) && !is_over(figure)) || !is_shown(&figure.said));
}

/// A picture within the caption of another one is a sign, a camera or an arrow.
fn is_in_caption(page: &Page<'_>, at: At) -> bool {
    let caption = page.up(at).find(|outer| page.name(*outer) == "figcaption");
    let shows = |at: &At| matches!(page.name(*at), "img" | "picture" | "video");
    caption.is_some_and(|caption| {
        let figure = page.parent(caption).unwrap_or(caption);
        page.within(figure)
            .take_while(|at| *at < caption)
            .any(|at| shows(&at))
    })
}

/// One picture where a page gives it twice side by side: for small and large screens, or in
/// `noscript` beside the one that a script loads, whose own file may be an empty stand-in.
fn each_once(page: &Page<'_>, pictures: Vec<Picture>) -> Vec<Picture> {
    let mut all: Vec<Picture> = Vec::new();
    for picture in pictures {
        let twin = all.last_mut().filter(|last| {
            let is_same = last.key() == picture.key() || last.image.is_none();
            let common = page.common(last.at, picture.at);
            let is_beside = page.between(last.at, picture.at) == 0
                && page.up(picture.at).take(NEAR).any(|outer| outer == common);
            is_beside && (is_same || (picture.is_fallback && !last.is_fallback))
        });
        match twin {
            Some(last) if last.key() != picture.key() => {
                last.image = picture.image.or(last.image.take());
            }
            Some(_) => {}
            None => all.push(picture),
        }
    }
    all
}

/// Whether it holds several captions: figcaptions, or called one by the same name side by side.
fn is_list_of_captions(page: &Page<'_>, at: At) -> bool {
    if page.named(at, "figcaption").nth(1).is_some() {
        return true;
    }
    let mut called = page
        .children(at)
        .filter(|at| words::of(page, *at).has(&words::CAPTION));
    let class = called.next().and_then(|at| page.attr(at, "class"));
    class.is_some() && called.any(|at| page.attr(at, "class") == class)
}

/// The parts that are known by a name, for what points at them.
fn named<'h>(page: &Page<'h>) -> HashMap<&'h str, At> {
    let named = page
        .all()
        .filter_map(|at| page.attr(at, "id").map(|name| (name, at)));
    // The first of a name is meant (HTML, "tree order").
    let named: Vec<_> = named.collect();
    named.into_iter().rev().collect()
}

struct Search<'s, 'h> {
    page: &'s Page<'h>,
    named: HashMap<&'h str, At>,
    story: &'s Story,
    elsewhere: &'s Elsewhere,
    lexicon: &'s Lexicon,
    pictures: Vec<Picture>,
    is_used: Vec<bool>,
    found: Figures,
}

/// Captions with the smallest part of the page that holds a picture too.
struct Frame {
    at: At,
    captions: Vec<At>,
}

impl Search<'_, '_> {
    /// Pairs what is called a caption with its picture.
    fn called_captions(&mut self) {
        let mut frames = self.frames();
        // The smallest first: what is within a frame of its own belongs to no larger one.
        frames.sort_by_key(|frame| (self.page.end(frame.at).index() - frame.at.index(), frame.at));
        for frame in frames {
            let free = self.free_in(frame.at);
            match (free.as_slice(), frame.captions.as_slice()) {
                ([], captions) if self.page.name(frame.at) == "figure" => {
                    if self.count(frame.at) == 0 && self.may_show_a_picture(frame.at) {
                        self.push(None, captions.to_vec(), frame.at);
                    }
                }
                ([], _) => {}
                ([one], captions) => {
                    let near: Vec<At> = captions
                        .iter()
                        .copied()
                        .filter(|at| self.is_near(*one, *at, frame.at))
                        .collect();
                    if !near.is_empty() {
                        self.push(Some(*one), near, frame.at);
                    }
                }
                (free, captions) if free.len() == captions.len() => {
                    for (picture, caption) in free.iter().zip(captions) {
                        self.push(Some(*picture), vec![*caption], frame.at);
                    }
                }
                (_, captions) => self.nearest(captions, frame.at),
            }
        }
    }

    /// Each caption with the free picture before it, else the one behind it.
    fn nearest(&mut self, captions: &[At], frame: At) {
        let (from, to) = self.numbers(frame);
        for caption in captions {
            let middle = self
                .pictures
                .partition_point(|picture| picture.at < *caption);
            let is_free = |number: &usize| self.is_used.get(*number) == Some(&false);
            let before = (from..middle).rev().take(REACH).find(is_free);
            let behind = (middle..to).take(REACH).find(is_free);
            let mut near = before.into_iter().chain(behind);
            if let Some(number) = near.find(|number| self.is_near(*number, *caption, frame)) {
                self.push(Some(number), vec![*caption], frame);
            }
        }
    }

    /// In a figure everything is near; elsewhere hardly a word may stand between.
    fn is_near(&self, number: usize, caption: At, frame: At) -> bool {
        let Some(picture) = self.pictures.get(number) else {
            return false;
        };
        let (first, second) = if picture.at < caption {
            (picture.at, caption)
        } else {
            (caption, picture.at)
        };
        self.page.name(frame) == "figure" || self.page.between(first, second) <= BETWEEN
    }

    fn frames(&self) -> Vec<Frame> {
        let mut frames: BTreeMap<At, Vec<At>> = BTreeMap::new();
        for caption in self.captions() {
            let holds = |at: &At| self.count(*at) > 0 || self.page.name(*at) == "figure";
            let mut outwards = self.page.up(caption);
            if let Some(at) = outwards
                .find(holds)
                .filter(|at| self.page.is_within(*at, self.story.whole))
                .filter(|at| self.is_of_story(caption, *at))
            {
                frames.entry(at).or_default().push(caption);
            }
        }
        let frames = frames.into_iter();
        frames
            .map(|(at, captions)| Frame { at, captions })
            .collect()
    }

    /// Outside of the article hardly anything stands in a frame but picture and caption.
    fn is_of_story(&self, caption: At, frame: At) -> bool {
        self.page.is_within(caption, self.story.frame)
            || self.page.letters(frame) <= self.page.letters(caption) + BETWEEN + CREDIT
    }

    /// The outermost parts that are called a caption and hold text, but no picture and no second
    /// caption.
    fn captions(&self) -> Vec<At> {
        let page = self.page;
        let mut all = Vec::new();
        let mut next = self.story.whole;
        for at in page.within(self.story.whole) {
            let letters = page.letters(at);
            if at < next || letters == 0 || letters > LONGEST_CAPTION || page.name(at).is_empty() {
                continue;
            }
            let is_called = page.name(at) == "figcaption" || words::of(page, at).is_caption();
            if !is_called || self.count(at) > 0 || is_list_of_captions(page, at) {
                continue;
            }
            if page.is_within(self.story.body, at) || self.is_headline(at) {
                continue;
            }
            next = page.end(at);
            let is_link = page.linked(at) * 2 > letters
                && letters > 20
                && !caption::has_credit(page, at)
                && !caption::is_under_own_picture(page, at)
                && !caption::ends_in_credit(&page.text(at), self.lexicon);
            if !is_link && !self.elsewhere.holds(at) {
                all.push(at);
            }
        }
        all
    }

    fn is_headline(&self, at: At) -> bool {
        self.story
            .headline
            .is_some_and(|headline| self.page.is_within(headline, at))
    }

    /// Texts that nothing calls a caption, but that stand like one.
    fn texts_in_frames(&mut self) {
        for number in 0..self.pictures.len() {
            if self.is_used.get(number).copied().unwrap_or(true) {
                continue;
            }
            let Some(picture) = self.pictures.get(number) else {
                continue;
            };
            let text = self
                .text_pointed_at(picture)
                .or_else(|| self.text_in_frame(picture))
                .or_else(|| self.text_behind(picture));
            if let Some(text) = text {
                self.push(Some(number), vec![text], text);
            } else if self.is_shown(picture) {
                let (at, words) = (picture.at, self.words_without_letters(picture));
                self.push(Some(number), words.into_iter().collect(), at);
            }
        }
    }

    /// The text that the picture or its frame says describes it (WAI-ARIA, `aria-describedby`).
    fn text_pointed_at(&self, picture: &Picture) -> Option<At> {
        let page = self.page;
        let frames = page.up(picture.at).take(2);
        let parts = page.within(picture.at).chain(frames);
        let mut pointers = parts.flat_map(|at| {
            let attributes = ["aria-describedby", "aria-labelledby"];
            attributes
                .into_iter()
                .filter_map(move |name| page.attr(at, name))
        });
        let text = pointers.find_map(|name| self.named.get(name.trim()).copied())?;
        let is_text = (8..=LONGEST_CAPTION).contains(&page.letters(text))
            && page.linked(text) * 2 <= page.letters(text);
        let is_caption = is_text
            && self.count(text) == 0
            && self.may_be_words(text)
            && !self.elsewhere.holds(text)
            && !page.is_linked(picture.at);
        is_caption.then_some(text)
    }

    /// The caption of a picture's figure that has no letter in it: nothing to tell captions by, and no
    /// paragraph.
    fn words_without_letters(&self, picture: &Picture) -> Option<At> {
        let page = self.page;
        let mut outwards = page.up_to(picture.at, self.story.body);
        let figure = outwards.find(|outer| page.name(*outer) == "figure")?;
        let mut captions = page.named(figure, "figcaption");
        captions.find(|at| page.letters(*at) == 0)
    }

    /// The smallest part that holds a picture and any text, where that is nothing but the picture's
    /// frame.
    fn text_in_frame(&self, picture: &Picture) -> Option<At> {
        let page = self.page;
        if picture.is_backdrop {
            return None;
        }
        let outwards = page.up(picture.at);
        let mut outwards =
            outwards.take_while(|outer| *outer != self.story.whole && *outer != self.story.body);
        let frame = outwards.find(|outer| page.letters(*outer) > 0)?;
        let letters = page.letters(frame);
        let no_frame = ["a", "aside", "button", "header"];
        let is_frame = !page.is_linked(picture.at)
            && (8..=SHORT_CAPTION).contains(&letters)
            && page.linked(frame) * 2 <= letters
            && self.count(frame) == 1
            && !no_frame.contains(&page.name(frame))
            && self.may_be_words(frame);
        if !is_frame {
            return None;
        }
        let runs = page.runs(frame, &|_| false);
        let is_caption = match page.name(frame) {
            "p" => {
                runs.iter().all(|run| self.is_set_apart(run, frame))
                    || (runs.len() == 1 && caption::ends_in_credit(&page.text(frame), self.lexicon))
            }
            _ => runs.len() <= 3,
        };
        is_caption.then_some(frame)
    }

    /// Whether a part holds only words: no headline, no heading, no clock, no quotation, no words
    /// of another picture.
    fn may_be_words(&self, at: At) -> bool {
        let page = self.page;
        let taken = &self.found.taken;
        let other = [
            "h1",
            "h2",
            "h3",
            "h4",
            "time",
            "ul",
            "ol",
            "form",
            "blockquote",
        ];
        !page.is_within(self.story.body, at)
            && !self.is_headline(at)
            && !page.up(at).any(|outer| taken.contains(&outer))
            && !page
                .within(at)
                .any(|part| other.contains(&page.name(part)) || taken.contains(&part))
    }

    /// Whether all of a text stands in a small or slanted element within its paragraph.
    fn is_set_apart(&self, run: &Run, paragraph: At) -> bool {
        let mut outwards = self.page.up_to(run.at, paragraph);
        outwards.any(|at| matches!(self.page.name(at), "em" | "i" | "small" | "cite"))
    }

    /// The paragraph behind a picture, where it says what the text for those who do not see the
    /// picture says, or ends in a credit as captions do.
    fn text_behind(&self, picture: &Picture) -> Option<At> {
        let page = self.page;
        let text = page.text_behind(picture.at)?;
        let block = page.up(text).find(|at| page.is_block(*at))?;
        let (from, to) = (
            self.pictures
                .partition_point(|other| other.at <= picture.at),
            self.numbers(block).0,
        );
        let is_next = from == to
            && page.is_within(block, self.story.whole)
            && !page.is_within(picture.at, block);
        let is_short =
            page.letters(block) <= SHORT_CAPTION && page.linked(block) * 2 <= page.letters(block);
        if !is_next
            || !is_short
            || self.count(block) > 0
            || !self.may_be_words(block)
            || self.elsewhere.holds(block)
        {
            return None;
        }
        let said = page.text(block);
        let is_described = caption::is_alike(&picture.alt, &said);
        let ends_in_credit = || {
            page.is_within(block, self.story.body)
                && !page.is_linked(picture.at)
                && caption::ends_in_credit(&said, self.lexicon)
        };
        (is_described || ends_in_credit()).then_some(block)
    }

    /// Whether a picture without words is one of the article: shown in its body, or as a figure, or
    /// described in attributes.
    fn is_shown(&self, picture: &Picture) -> bool {
        let (page, at) = (self.page, picture.at);
        let is_linked = page.is_linked(at);
        if picture.image.is_none() || page.name(at) == "video" {
            return false;
        }
        if !picture.caption.is_empty() && !is_linked {
            return true;
        }
        let is_figure = page
            .up_to(at, self.story.whole)
            .any(|outer| page.name(outer) == "figure");
        page.is_within(at, self.story.body) && (is_figure || !is_linked && !picture.is_backdrop)
    }

    /// A figure without a picture that the page names may show one by a script; a table or a
    /// quotation with a caption is none, and neither is a caption alone.
    fn may_show_a_picture(&self, figure: At) -> bool {
        let page = self.page;
        let other = [
            "table",
            "pre",
            "blockquote",
            "audio",
            "form",
            "code",
            "address",
            "time",
        ];
        let has_other = page.within(figure).any(|at| other.contains(&page.name(at)));
        let has_screen = page
            .children(figure)
            .any(|at| !matches!(page.name(at), "" | "figcaption" | "script"));
        has_screen && !has_other
    }

    fn push(&mut self, number: Option<usize>, texts: Vec<At>, frame: At) {
        let picture = number.and_then(|number| self.pictures.get(number)).cloned();
        if let Some(used) = number.and_then(|number| self.is_used.get_mut(number)) {
            *used = true;
        }
        let Some(at) = picture
            .as_ref()
            .map(|picture| picture.at)
            .or(texts.first().copied())
        else {
            return;
        };
        let beside = if texts.is_empty() {
            Vec::new()
        } else {
            self.credits_beside(frame, &texts, at)
        };
        let mut said = caption::said(self.page, &texts, &beside, self.lexicon);
        let headline = self.story.headline.map(|headline| self.page.text(headline));
        if headline.is_some_and(|headline| headline == said.caption) {
            // A film is called what the article is called: that says nothing of what it shows.
            said.caption.clear();
        }
        let is_by_order = self.count(frame) > 1 && self.page.name(frame) != "figure";
        if self.page.name(frame) == "figure" {
            self.found.taken.insert(frame);
        }
        self.found.taken.extend(texts.into_iter().chain(beside));
        self.found.all.push(Figure {
            at,
            picture,
            said,
            is_by_order,
        });
    }

    /// The credits that stand in a picture's frame, but in none of its captions.
    fn credits_beside(&self, frame: At, texts: &[At], picture: At) -> Vec<At> {
        let page = self.page;
        let said: usize = texts.iter().map(|at| page.letters(*at)).sum();
        let pictures = self.count(frame);
        if page.letters(frame) > said + CREDIT || pictures > 1 {
            return Vec::new();
        }
        let is_free = |at: At| {
            !texts
                .iter()
                .any(|text| page.is_within(at, *text) || page.is_within(*text, at))
        };
        let outer = self.widest(frame, said, pictures);
        let mut all: Vec<At> = Vec::new();
        for at in page
            .within(outer)
            .filter(|at| is_free(*at) && *at > picture)
        {
            let is_inner = all.last().is_some_and(|last| page.is_within(at, *last));
            let is_apart =
                page.is_within(at, frame) || words::of(page, at).has(&words::PICTURE_CREDIT);
            let is_frame = page.is_within(picture, at) || self.count(at) > 0;
            if !is_inner && is_apart && !is_frame && caption::is_called_credit(page, at) {
                all.push(at);
            }
        }
        if !all.is_empty() {
            return all;
        }
        let runs = page.runs(frame, &|at| {
            texts.contains(&at) || matches!(page.name(at), "button" | "summary")
        });
        let credit = runs
            .into_iter()
            .find(|run| caption::is_credit(&run.text, self.lexicon));
        credit
            .map(|run| page.holder(&run, frame))
            .into_iter()
            .collect()
    }

    /// The largest part around a frame that holds hardly more than it.
    fn widest(&self, frame: At, said: usize, pictures: usize) -> At {
        let page = self.page;
        let outwards = page.up(frame).take_while(|outer| {
            page.is_within(*outer, self.story.whole)
                && page.letters(*outer) <= said + CREDIT
                && self.count(*outer) == pictures
                && !page.is_within(self.story.body, *outer)
                && !self.is_headline(*outer)
        });
        outwards.last().unwrap_or(frame)
    }

    /// How many pictures a part holds.
    fn count(&self, at: At) -> usize {
        let (from, to) = self.numbers(at);
        to - from
    }

    fn numbers(&self, at: At) -> (usize, usize) {
        let end = self.page.end(at);
        let from = self.pictures.partition_point(|picture| picture.at < at);
        let to = self.pictures.partition_point(|picture| picture.at < end);
        (from, to.max(from))
    }

    /// The numbers of the pictures of a part that have no words yet.
    fn free_in(&self, at: At) -> Vec<usize> {
        let (from, to) = self.numbers(at);
        (from..to)
            .filter(|number| self.is_used.get(*number) == Some(&false))
            .collect()
    }
}
