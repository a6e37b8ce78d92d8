//! What on a page leads away from its article: teasers, related stories, menus, comments, and the
//! faces of those who write.

use std::collections::BTreeSet;

use super::caption;
use super::page::{At, Page};
use super::story::Story;
use super::words;
use crate::credit::Lexicon;

/// A card that leads to another article has no more text.
const CARD: usize = 600;

/// So much may stand in a frame beside a caption: its credit.
const CREDIT: usize = 160;

/// So many pictures above the headline are looked at.
const LEADING: usize = 16;

/// What is called a caption and says more than this is a frame of many.
const LONGEST: usize = 1_500;

/// The parts of a page that are not its article's.
pub(super) struct Elsewhere {
    is_away: Vec<bool>,
}

impl Elsewhere {
    /// Looks at everything within the story. What holds headline or body is never elsewhere, and
    /// what stands in the body is judged only by what is in the body.
    pub(super) fn find(page: &Page<'_>, story: &Story, lexicon: &Lexicon) -> Self {
        let mut is_away = vec![false; page.len()];
        let headed = headed_by_links(page, story);
        let captioned = Captioned::find(page, story, lexicon);
        let titled = titled(page, story);
        let end = match page.name(story.frame) {
            "article" => page.end(story.frame),
            _ => page.end(story.body),
        };
        // Outside of the article only what is called a caption makes a photo one of it.
        let is_outside = |at: At| !page.name(at).is_empty() && (at < story.frame || at >= end);
        let mut framed = story.whole;
        for at in page.within(story.whole) {
            if captioned.frames.contains(&at) {
                framed = framed.max(page.end(at));
            }
            let headline = story
                .headline
                .is_some_and(|headline| page.is_within(headline, at));
            if headline || page.is_within(story.body, at) {
                continue;
            }
            let outer = page
                .parent(at)
                .and_then(|outer| is_away.get(outer.index()).copied());
            let is_headed = headed.get(at.index()) == Some(&true);
            let is_captioned = captioned.holds.get(at.index()) == Some(&true);
            let is_credited = captioned.is_credited.get(at.index()) == Some(&true);
            let is_other =
                titled.get(at.index()) == Some(&true) && (at >= end || page.name(at) == "article");
            let leads_away = outer == Some(true)
                || is_other
                || (is_headed && !is_credited)
                || leads_away(page, at, is_captioned)
                || (!is_captioned && at >= framed && is_outside(at))
                || (!is_captioned && is_links(page, at));
            if let Some(slot) = is_away.get_mut(at.index()) {
                *slot = leads_away;
            }
        }
        Self { is_away }
    }

    /// Nothing is: a fragment that somebody cut out already.
    pub(super) fn nothing() -> Self {
        Self {
            is_away: Vec::new(),
        }
    }

    /// These parts are, too.
    pub(super) fn take(&mut self, page: &Page<'_>, parts: impl IntoIterator<Item = At>) {
        self.is_away.resize(page.len(), false);
        for at in parts.into_iter().flat_map(|part| page.within(part)) {
            if let Some(slot) = self.is_away.get_mut(at.index()) {
                *slot = true;
            }
        }
    }

    /// Whether a part leads away from the article.
    pub(super) fn holds(&self, at: At) -> bool {
        self.is_away.get(at.index()).copied().unwrap_or(false)
    }
}

fn leads_away(page: &Page<'_>, at: At, is_captioned: bool) -> bool {
    match page.name(at) {
        "" | "img" | "picture" | "source" => return false,
        "nav" | "footer" => return true,
        _ => {}
    }
    let names = words::of(page, at);
    if names.has(&words::OTHERS) {
        return true;
    }
    let (letters, linked) = (page.letters(at), page.linked(at));
    let is_writer = names.has(&words::WRITER) && !names.has(&words::PICTURE_CREDIT);
    let is_list = linked >= 20
        && linked * 3 > letters
        && (names.has(&words::TEASER) || page.name(at) == "aside");
    let may_lead = names.has(&words::ELSEWHERE) || (is_writer && letters < CARD);
    (is_list || may_lead) && !is_captioned
}

/// Most of its text is links.
fn is_links(page: &Page<'_>, at: At) -> bool {
    let (letters, linked) = (page.letters(at), page.linked(at));
    letters >= 20 && linked * 2 > letters && !is_prose(page, at)
}

/// What captions of the article say about the parts around them.
struct Captioned {
    /// What holds a caption that is no link, or has a credit, whatever links stand beside it.
    holds: Vec<bool>,
    /// What holds one with a credit that is no link either.
    is_credited: Vec<bool>,
    /// Caption and picture, and nothing else.
    frames: BTreeSet<At>,
}

impl Captioned {
    fn find(page: &Page<'_>, story: &Story, lexicon: &Lexicon) -> Self {
        let mut all = Self {
            holds: vec![false; page.len()],
            is_credited: vec![false; page.len()],
            frames: BTreeSet::new(),
        };
        let shown = shown_before(page);
        for at in page.within(story.whole) {
            let letters = page.letters(at);
            let is_called =
                page.name(at) == "figcaption" || words::of(page, at).has(&words::CAPTION);
            if letters == 0 || letters > LONGEST || !is_called {
                continue;
            }
            let is_text = letters >= 20 && page.linked(at) * 2 <= letters;
            let has_credit = caption::has_credit(page, at)
                || caption::is_under_own_picture(page, at)
                || !is_text && caption::ends_in_credit(&page.text(at), lexicon);
            if is_text || has_credit {
                mark_around(page, story, at, &mut all.holds);
                all.frames.extend(frame(page, at, &shown));
            }
            if has_credit && !page.is_linked(at) {
                mark_around(page, story, at, &mut all.is_credited);
            }
        }
        for frame in lead_frames(page, story, lexicon) {
            mark_around(page, story, frame, &mut all.holds);
            all.frames.insert(frame);
        }
        all
    }
}

/// How many pictures that lead nowhere stand before each part, and before the end.
fn shown_before(page: &Page<'_>) -> Vec<usize> {
    let mut count = 0;
    let mut before: Vec<usize> = page
        .all()
        .map(|at| {
            let here = count;
            count += usize::from(matches!(
                page.name(at),
                "img" | "picture" | "amp-img" | "video"
            ));
            here
        })
        .collect();
    before.push(count);
    before
}

/// The smallest part that holds a caption and a picture, where hardly anything else stands in it.
fn frame(page: &Page<'_>, caption: At, shown: &[usize]) -> Option<At> {
    let before = |at: At| shown.get(at.index()).copied().unwrap_or(0);
    let holds_picture = |outer: &At| before(page.end(*outer)) > before(*outer);
    let letters = page.letters(caption) + CREDIT;
    page.up(caption)
        .take_while(|outer| page.letters(*outer) <= letters)
        .find(holds_picture)
}

/// Pictures above the headline with a text that nothing calls a caption, but that ends in a credit.
fn lead_frames<'s>(
    page: &'s Page<'_>,
    story: &Story,
    lexicon: &'s Lexicon,
) -> impl Iterator<Item = At> + 's {
    let headline = story.headline.unwrap_or(At::WHOLE);
    let above = page
        .named(story.whole, "img")
        .take_while(move |at| *at < headline);
    let frames = above.take(LEADING).filter_map(|picture| {
        let frame = page.up(picture).find(|outer| page.letters(*outer) > 0)?;
        let (letters, linked) = (page.letters(frame), page.linked(frame));
        (letters <= CARD && linked * 2 <= letters).then_some(frame)
    });
    frames.filter(|frame| caption::ends_in_credit(&page.text(*frame), lexicon))
}

/// Marks a part and all that holds it.
fn mark_around(page: &Page<'_>, story: &Story, at: At, marks: &mut [bool]) {
    for outer in page.up_to(at, story.whole) {
        match marks.get_mut(outer.index()) {
            Some(slot) if !*slot => *slot = true,
            _ => break,
        }
    }
}

/// A paragraph with a long link in it, or a link itself within a text.
fn is_prose(page: &Page<'_>, at: At) -> bool {
    !page.is_block(at) || page.name(at) == "p"
}

/// What has a headline of its own: the next article, loaded below the first.
fn titled(page: &Page<'_>, story: &Story) -> Vec<bool> {
    let mut titled = vec![false; page.len()];
    for at in page.named(story.whole, "h1") {
        if page.letters(at) > 0 && Some(at) != story.headline {
            mark_around(page, story, at, &mut titled);
        }
    }
    titled
}

/// Cards whose heading is a link: another article's.
fn headed_by_links(page: &Page<'_>, story: &Story) -> Vec<bool> {
    let mut headed = vec![false; page.len()];
    for at in page.within(story.whole) {
        let (letters, linked) = (page.letters(at), page.linked(at));
        let is_heading = matches!(page.name(at), "h2" | "h3" | "h4" | "h5");
        if !is_heading || letters < 10 || linked * 5 <= letters * 4 {
            continue;
        }
        for outer in page.up_to(at, story.whole) {
            match headed.get_mut(outer.index()) {
                Some(slot) if !*slot && page.letters(outer) < CARD => *slot = true,
                _ => break,
            }
        }
    }
    headed
}
