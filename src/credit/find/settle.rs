//! Which of the credits that are not sure on their own are believed, from what the text as a whole
//! shows: a form that is sure elsewhere, a credit that comes again, a place between two captions.

use super::lines::Gap;
use super::piece::{Look, Mark, Piece, Strength};
use super::relation::are_related;
use super::sentence::caption_weight;
use crate::credit::lexicon::Lexicon;

/// Of credits that stand alone and are of nobody known no more than this are compared.
const MOST_OPEN: usize = 32;
/// So many captions in a row are a gallery.
const SHORTEST_RUN: usize = 3;
/// A lead and a caption that begins with one, in bytes.
const LONGEST_LEAD: usize = 40;
const LONGEST_LED_CAPTION: usize = 400;

/// Decides about the doubtful pieces; what is not believed is text.
pub(super) fn settle(pieces: &mut [Piece<'_>], lexicon: &Lexicon) {
    settle_known_forms(pieces);
    settle_repeated(pieces);
    settle_runs(pieces, lexicon);
    settle_bylines(pieces, lexicon);
    settle_leads(pieces);
    settle_sign_off(pieces);
    for piece in pieces.iter_mut() {
        if piece.look == Look::Captioned && piece.strength != Strength::Sure {
            piece.disbelieve();
        }
    }
}

/// What makes two credits of one text alike in print.
type Form = (Look, Mark<'static>, bool);

fn form(piece: &Piece<'_>) -> Form {
    let mark = match piece.mark {
        Mark::Label(_) => Mark::Label(""),
        Mark::Bracket => Mark::Bracket,
        Mark::Sign(sign) => Mark::Sign(sign),
        Mark::Bare => Mark::Bare,
    };
    (piece.look, mark, piece.stops)
}

/// A form that is sure in one place is believed in all.
fn settle_known_forms(pieces: &mut [Piece<'_>]) {
    let mut known: Vec<Form> = Vec::new();
    for form in pieces.iter().filter(|piece| piece.is_sure()).map(form) {
        if !known.contains(&form) {
            known.push(form);
        }
    }
    for piece in pieces.iter_mut() {
        if piece.strength == Strength::Likely && known.contains(&form(piece)) {
            piece.strength = Strength::Sure;
        }
    }
}

/// A credit that stands alone and is of nobody known is believed where it comes again; one that is
/// believed vouches for the others of its form.
fn settle_repeated(pieces: &mut [Piece<'_>]) {
    let is_open =
        |piece: &Piece<'_>| piece.look == Look::Credit && piece.strength == Strength::Likely;
    let first_credit = |piece: &Piece<'_>| piece.credits.first().map(|credit| (*credit).to_owned());
    let open: Vec<String> = pieces
        .iter()
        .filter(|piece| is_open(piece))
        .filter_map(first_credit)
        .take(MOST_OPEN)
        .collect();
    let sure: Vec<String> = pieces
        .iter()
        .filter(|piece| piece.is_sure())
        .filter_map(first_credit)
        .take(MOST_OPEN)
        .collect();
    let comes_again = open.iter().enumerate().any(|(n, one)| {
        let others = open.iter().skip(n.saturating_add(1)).chain(&sure);
        others.into_iter().any(|other| are_related(one, other))
    });
    if comes_again {
        for piece in pieces.iter_mut().filter(|piece| is_open(piece)) {
            piece.strength = Strength::Sure;
        }
    }
}

/// Where several captions follow one another, a name that nobody knows is believed in each place
/// where the others have a credit.
fn settle_runs(pieces: &mut [Piece<'_>], lexicon: &Lexicon) {
    let mut start = 0;
    while start < pieces.len() {
        let length = pieces
            .iter()
            .skip(start)
            .take_while(|piece| could_be_captioned(piece, lexicon))
            .count();
        let end = start.saturating_add(length);
        if let Some(run) = pieces.get_mut(start..end) {
            settle_run(run);
        }
        start = end.saturating_add(1);
    }
}

/// Whether a line ends in a credit, or in what could be one.
fn could_be_captioned(piece: &Piece<'_>, lexicon: &Lexicon) -> bool {
    let is_like_caption = || piece.tail.is_some() && caption_weight(piece.whole, lexicon) >= 0;
    let is_open = matches!(piece.look, Look::Captioned | Look::Text) && is_like_caption();
    (piece.look == Look::Captioned && piece.is_sure()) || is_open
}

/// Believes a run that is long enough: a block of lines, or one of which half has bare names for sure.
fn settle_run(run: &mut [Piece<'_>]) {
    let sure = run
        .iter()
        .filter(|piece| piece.is_sure() && piece.mark == Mark::Bare)
        .count();
    let is_gallery = sure.saturating_mul(2) >= run.len();
    let is_block = run.iter().skip(1).all(|piece| piece.line.gap == Gap::Break);
    if run.len() < SHORTEST_RUN || !(is_gallery || is_block) {
        return;
    }
    for piece in run {
        if let Some(tail) = piece.tail.filter(|_| !piece.is_sure()) {
            let caption = piece.whole.len().saturating_sub(tail.len());
            piece.words = piece.whole.get(..caption).unwrap_or(piece.whole);
            piece.credits = vec![tail];
            piece.look = Look::Captioned;
            piece.strength = Strength::Sure;
        }
    }
}

/// "Photographs by …" beside "By …" speaks of the whole set.
fn settle_bylines(pieces: &mut [Piece<'_>], lexicon: &Lexicon) {
    for at in 0..pieces.len() {
        let is_byline = |at: Option<usize>| {
            at.and_then(|at| pieces.get(at))
                .is_some_and(|piece| piece.look == Look::Byline)
        };
        let is_beside = is_byline(at.checked_sub(1)) || is_byline(at.checked_add(1));
        if let Some(piece) = pieces
            .get_mut(at)
            .filter(|piece| is_beside && piece.look == Look::Credit)
            && let Mark::Label(label) = piece.mark
            && lexicon.pages.by_words.end(&label.to_lowercase())
        {
            piece.take_for(Look::Byline);
        }
    }
}

/// Where captions begin with a word in capitals and a colon, a line that does is a caption, too.
fn settle_leads(pieces: &mut [Piece<'_>]) {
    if !pieces.iter().any(|piece| {
        piece.look == Look::Captioned && piece.is_sure() && has_capital_lead(piece.words)
    }) {
        return;
    }
    for piece in pieces.iter_mut() {
        if piece.look == Look::Text
            && piece.line.span.len() < LONGEST_LED_CAPTION
            && has_capital_lead(piece.words)
        {
            piece.look = Look::Caption;
        }
    }
}

/// "FULL STOP: The ferry lies in the harbour."
fn has_capital_lead(words: &str) -> bool {
    let Some((lead, rest)) = words.split_once(':') else {
        return false;
    };
    let is_capital =
        !lead.contains(char::is_lowercase) && lead.chars().filter(|c| c.is_uppercase()).count() > 2;
    is_capital && lead.len() < LONGEST_LEAD && rest.contains(char::is_lowercase)
}

/// Whether a line is several bodies behind a slash and nothing else: "ABC/AAP".
fn names_agencies_alone(piece: &Piece<'_>) -> bool {
    let reading = piece.reading.as_ref();
    piece.mark == Mark::Bare
        && reading.is_some_and(|reading| reading.creators.is_empty() && reading.sources.len() > 1)
}

/// "© Agency" as the last line claims the text, and agencies alone say where it is from.
fn settle_sign_off(pieces: &mut [Piece<'_>]) {
    let is_photo_after = |piece: &Piece<'_>| matches!(piece.look, Look::Captioned | Look::Caption);
    if let Some(last) = pieces
        .iter()
        .rposition(|piece| matches!(piece.look, Look::Text | Look::Credit) || is_photo_after(piece))
        .filter(|at| *at > 0)
        && let [.., before, last] = pieces.get_mut(..=last).unwrap_or_default()
        && last.look == Look::Credit
        && (last.mark == Mark::Sign('©') || names_agencies_alone(last))
        && matches!(before.look, Look::Text | Look::Byline | Look::Notice)
    {
        last.take_for(Look::Notice);
    }
}
