//! What on a page leads away from its article: teasers, related stories, menus, comments, and the
//! faces of those who write.

use super::caption;
use super::page::{At, Page};
use super::story::Story;
use super::words;

/// A card that leads to another article has no more text.
const CARD: usize = 600;

/// What is called a caption and says more than this is a frame of many.
const LONGEST: usize = 1_500;

/// The parts of a page that are not its article's.
pub(super) struct Elsewhere {
    is_away: Vec<bool>,
}

impl Elsewhere {
    /// Looks at everything within the story. What holds headline or body is never elsewhere, and
    /// what stands in the body is judged only by what is in the body.
    pub(super) fn find(page: &Page<'_>, story: &Story) -> Self {
        let mut is_away = vec![false; page.len()];
        let headed = headed_by_links(page, story);
        let (captioned, credited) = captioned(page, story);
        let end = match page.name(story.frame) {
            "article" => page.end(story.frame),
            _ => page.end(story.body),
        };
        // Outside of the article only what is called a caption makes a photo one of it.
        let is_outside = |at: At| !page.name(at).is_empty() && (at < story.frame || at >= end);
        for at in page.within(story.whole) {
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
            let is_captioned = captioned.get(at.index()) == Some(&true);
            let is_credited = credited.get(at.index()) == Some(&true);
            let leads_away = outer == Some(true)
                || (is_headed && !is_credited)
                || leads_away(page, at, is_captioned)
                || (!is_captioned && (is_outside(at) || is_links(page, at)));
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

/// What holds a caption that is no link, or has a credit, whatever links stand beside it; and what
/// holds one with a credit that is no link either.
fn captioned(page: &Page<'_>, story: &Story) -> (Vec<bool>, Vec<bool>) {
    let mut captioned = vec![false; page.len()];
    let mut credited = vec![false; page.len()];
    for at in page.within(story.whole) {
        let letters = page.letters(at);
        let is_called = page.name(at) == "figcaption" || words::of(page, at).has(&words::CAPTION);
        if letters == 0 || letters > LONGEST || !is_called {
            continue;
        }
        let is_text = letters >= 20 && page.linked(at) * 2 <= letters;
        let has_credit = caption::has_credit(page, at);
        if is_text || has_credit {
            mark_around(page, story, at, &mut captioned);
        }
        if has_credit && !page.is_linked(at) {
            mark_around(page, story, at, &mut credited);
        }
    }
    (captioned, credited)
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
