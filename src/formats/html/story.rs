//! Which part of a page is its article, told by structure: how much running text there is, how much
//! of it is links, and what the elements say they are.

use super::page::{At, Page};
use super::words;

/// The article's part of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    /// Where its photos may stand: a large one often stands above the article.
    pub(super) whole: At,
    /// The smallest part that holds headline and text, or the article around it.
    pub(super) frame: At,
    /// The part that holds the running text.
    pub(super) body: At,
    /// The headline.
    pub(super) headline: Option<At>,
}

/// A paragraph with less text says nothing about where the article is.
const PARAGRAPH: usize = 60;

/// So many words of a title are compared.
const WORDS: usize = 64;

impl Story {
    /// All of a part that is known to be the article: a fragment that somebody cut out already.
    pub(super) fn within(at: At) -> Self {
        Self {
            whole: at,
            frame: at,
            body: at,
            headline: None,
        }
    }

    /// Finds the article. `titles` are what the page says elsewhere that it is called.
    pub(super) fn find(page: &Page<'_>, titles: &[String]) -> Self {
        let scores = scores(page);
        let score = |at: At| scores.get(at.index()).copied().unwrap_or(0);
        let headline = headline(page, titles);
        let start = start(page, headline, &score);
        let body = densest(page, start, &score);
        let frame = headline.map_or(body, |headline| page.common(headline, body));
        let around = || std::iter::once(frame).chain(page.up(frame));
        let article = around().find(|at| page.name(*at) == "article");
        Self {
            whole: At::WHOLE,
            frame: article.unwrap_or(frame),
            body,
            headline,
        }
    }
}

fn is_frame(page: &Page<'_>, at: At) -> bool {
    matches!(page.name(at), "article" | "main") || page.attr(at, "role") == Some("main")
}

/// How much running text each part holds; nothing of it in menus, lists of links and captions.
fn scores(page: &Page<'_>) -> Vec<usize> {
    let mut own = vec![0usize; page.len()];
    let mut linked = vec![0usize; page.len()];
    let mut outside = vec![false; page.len()];
    for at in page.all() {
        let inherited = page
            .parent(at)
            .and_then(|outer| outside.get(outer.index()).copied());
        let is_outside = inherited.unwrap_or(false) || is_outside(page, at);
        if let Some(slot) = outside.get_mut(at.index()) {
            *slot = is_outside;
        }
        if is_outside || !page.name(at).is_empty() {
            continue;
        }
        let Some(block) = page.up(at).find(|outer| page.is_block(*outer)) else {
            continue;
        };
        for (sums, letters) in [(&mut own, page.letters(at)), (&mut linked, page.linked(at))] {
            if let Some(sum) = sums.get_mut(block.index()) {
                *sum += letters;
            }
        }
    }
    let mut scores: Vec<usize> = own
        .iter()
        .zip(&linked)
        .map(|(own, linked)| {
            if *own >= PARAGRAPH && linked * 5 < own * 2 {
                *own
            } else {
                0
            }
        })
        .collect();
    for at in page.all().collect::<Vec<_>>().into_iter().rev() {
        let Some(outer) = page.parent(at) else {
            continue;
        };
        let score = scores.get(at.index()).copied().unwrap_or(0);
        if let Some(sum) = scores.get_mut(outer.index()) {
            *sum += score;
        }
    }
    scores
}

/// Whether a part is no running text of the article, whatever stands in it.
fn is_outside(page: &Page<'_>, at: At) -> bool {
    match page.name(at) {
        "" | "html" | "body" | "main" | "article" => false,
        "nav" | "footer" | "aside" | "form" | "figcaption" | "button" | "dialog" => true,
        _ => {
            let names = words::of(page, at);
            [&words::OTHERS, &words::ELSEWHERE, &words::CAPTION]
                .iter()
                .any(|words| names.has(words))
        }
    }
}

/// The headline: what is printed largest and says what the page is called.
fn headline(page: &Page<'_>, titles: &[String]) -> Option<At> {
    let printed = || {
        page.named(At::WHOLE, "h1")
            .filter(|at| page.letters(*at) > 0)
    };
    let is_called = |at: &At| {
        let text = page.text(*at);
        titles.iter().any(|title| is_alike(&text, title))
    };
    let is_sentence = |at: &At| page.letters(*at) >= 15;
    printed()
        .find(is_called)
        .or_else(|| {
            page.named(At::WHOLE, "h2")
                .filter(|at| page.letters(*at) > 0)
                .find(is_called)
        })
        .or_else(|| printed().find(is_sentence))
        .or_else(|| printed().next())
}

/// Whether most words of a headline are in a title.
fn is_alike(headline: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|part| !part.is_empty())
            .take(WORDS)
            .map(str::to_lowercase)
            .collect()
    };
    let (headline, title) = (words(headline), words(title));
    let shared = headline.iter().filter(|word| title.contains(word)).count();
    !headline.is_empty() && shared * 3 >= headline.len() * 2 && shared * 2 >= title.len().min(8)
}

/// Where the search for the text begins: at what says that it is the article's body, at the article
/// around the headline, else at the whole page.
fn start(page: &Page<'_>, headline: Option<At>, score: &dyn Fn(At) -> usize) -> At {
    let total = score(At::WHOLE);
    let says_body = |at: &At| {
        page.attr(*at, "itemprop")
            .is_some_and(|said| said.contains("articleBody"))
    };
    let best = |found: &mut dyn Iterator<Item = At>| {
        found.fold(None, |best: Option<At>, at| match best {
            Some(best) if score(best) >= score(at) => Some(best),
            _ => Some(at),
        })
    };
    if let Some(body) = best(&mut page.all().filter(says_body)).filter(|at| score(*at) * 3 > total)
    {
        return body;
    }
    let around =
        headline.and_then(|headline| page.up(headline).find(|at| page.name(*at) == "article"));
    if let Some(article) = around.filter(|at| score(*at) > 0) {
        return article;
    }
    let largest = best(&mut page.named(At::WHOLE, "article"));
    if let Some(article) = largest.filter(|at| score(*at) * 2 > total) {
        return article;
    }
    let main = page
        .all()
        .find(|at| is_frame(page, *at) && page.name(*at) != "article");
    main.filter(|at| score(*at) > 0).unwrap_or(At::WHOLE)
}

/// The smallest part that still holds nearly all of the running text.
fn densest(page: &Page<'_>, start: At, score: &dyn Fn(At) -> usize) -> At {
    let mut at = start;
    loop {
        let most = page.children(at).max_by_key(|child| score(*child));
        match most {
            Some(child) if score(child) * 5 >= score(at) * 4 && page.has_paragraphs(child) => {
                at = child;
            }
            _ => return at,
        }
    }
}

impl Page<'_> {
    /// Whether blocks stand within it: it is no paragraph itself.
    fn has_paragraphs(&self, at: At) -> bool {
        self.within(at)
            .skip(1)
            .filter(|at| self.is_block(*at) && self.name(*at) != "br")
            .nth(1)
            .is_some()
    }
}
