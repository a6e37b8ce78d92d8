//! The edits that make photos, move them and put them back into the text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Edit;
use crate::credit::{self, Lexicon};
use crate::model::{Article, Block, Original, Photo, PhotoId};

/// Selected text of a paragraph becomes a photo at its place; what stands before and after it in
/// the paragraph stays. None where the selection holds nothing. `uri` is a new identity.
#[must_use]
pub fn caption_from_text(
    article: &Article,
    block: usize,
    selected: Range<usize>,
    uri: &str,
    lexicon: &Lexicon,
) -> Option<(PhotoId, Vec<Edit>)> {
    let Some(Block::Text(paragraph)) = article.blocks.get(block) else {
        return None;
    };
    let said = paragraph.get(selected.clone())?.trim();
    if said.is_empty() {
        return None;
    }
    let mut photo = Photo::new(article.next_id(), article.next_name(), uri);
    credit::fill(&mut photo, &credit::read(said, lexicon));
    photo.original = Some(Original {
        text: said.to_owned(),
        span: None,
    });
    let id = photo.id;
    let texts = [
        paragraph.get(..selected.start),
        paragraph.get(selected.end..),
    ]
    .map(|text| {
        let text = text.unwrap_or_default().trim();
        (!text.is_empty()).then(|| Block::Text(text.to_owned()))
    });
    let [before, after] = texts;
    let with = before
        .into_iter()
        .chain([Block::Photo(id)])
        .chain(after)
        .collect();
    let at = article
        .blocks
        .iter()
        .take(block)
        .filter(|block| matches!(block, Block::Photo(_)))
        .count();
    let at = at.min(article.photos.len());
    Some((
        id,
        vec![
            Edit::InsertPhoto {
                at,
                photo: Box::new(photo),
            },
            Edit::ReplaceBlocks {
                start: block,
                count: 1,
                with,
            },
        ],
    ))
}

/// A new, empty photo after another, at the end without one. `uri` is a new identity.
#[must_use]
pub fn add_photo(article: &Article, after: Option<PhotoId>, uri: &str) -> (PhotoId, Vec<Edit>) {
    let photo = Photo::new(article.next_id(), article.next_name(), uri);
    let id = photo.id;
    let at = after
        .and_then(|after| article.position(after))
        .map_or(article.photos.len(), |at| at + 1);
    let start = after
        .and_then(|after| place(article, after))
        .map_or(article.blocks.len(), |place| place + 1);
    let with = vec![Block::Photo(id)];
    (
        id,
        vec![
            Edit::InsertPhoto {
                at,
                photo: Box::new(photo),
            },
            Edit::ReplaceBlocks {
                start,
                count: 0,
                with,
            },
        ],
    )
}

/// A photo goes; what was read from running text goes back into the body, at its place, as the
/// source had it ("not a caption").
#[must_use]
pub fn remove_photo(article: &Article, photo: PhotoId) -> Vec<Edit> {
    let original = article
        .photo(photo)
        .and_then(|photo| photo.original.as_ref());
    let lines = original
        .into_iter()
        .flat_map(|original| original.text.lines());
    let with: Vec<Block> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| Block::Text(line.to_owned()))
        .collect();
    let mut edits = vec![Edit::RemovePhoto { photo }];
    if let Some(start) = place(article, photo) {
        edits.push(Edit::ReplaceBlocks {
            start,
            count: 1,
            with,
        });
    }
    edits
}

/// A photo moves among the photos; photos that stand side by side in the text follow their order.
#[must_use]
pub fn move_photo(article: &Article, photo: PhotoId, to: usize) -> Vec<Edit> {
    let mut order: Vec<PhotoId> = article.photos.iter().map(|photo| photo.id).collect();
    let Some(from) = article
        .position(photo)
        .filter(|from| *from != to && to < order.len())
    else {
        return Vec::new();
    };
    let moved = order.remove(from);
    order.insert(to, moved);
    let ranks: BTreeMap<PhotoId, usize> = order.into_iter().zip(0..).collect();
    let rank = |block: &Block| match block {
        Block::Photo(id) => ranks.get(id).copied(),
        Block::Text(_) => None,
    };
    let mut edits = vec![Edit::MovePhoto { photo, to }];
    let mut start = 0;
    for run in article
        .blocks
        .chunk_by(|a, b| matches!((a, b), (Block::Photo(_), Block::Photo(_))))
    {
        let mut with = run.to_vec();
        with.sort_by_key(rank);
        if with != run {
            edits.push(Edit::ReplaceBlocks {
                start,
                count: run.len(),
                with,
            });
        }
        start += run.len();
    }
    edits
}

fn place(article: &Article, photo: PhotoId) -> Option<usize> {
    article
        .blocks
        .iter()
        .position(|block| *block == Block::Photo(photo))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article() -> Article {
        let mut article = Article::default();
        for number in 1..=2 {
            article.photos.push(Photo::new(
                PhotoId(number),
                format!("photo-{number}"),
                format!("urn:x:{number}"),
            ));
        }
        article.photos[0].original = Some(Original {
            text: "A boat.\n\nCredit: AP".into(),
            span: None,
        });
        article.blocks = vec![
            Block::Text("Before. A net on a quay. (Ann Lee/AP) After.".into()),
            Block::Photo(PhotoId(1)),
            Block::Photo(PhotoId(2)),
        ];
        article
    }

    fn done(article: &Article, edits: Vec<Edit>) -> Article {
        let mut article = article.clone();
        for edit in edits {
            edit.apply(&mut article).expect("it fits");
        }
        article
    }

    #[test]
    fn selected_text_becomes_a_photo_at_its_place() {
        let before = article();
        let (id, edits) = caption_from_text(&before, 0, 8..37, "urn:x:new", &Lexicon::built_in())
            .expect("a selection");
        let after = done(&before, edits);
        assert_eq!(id, PhotoId(3));
        assert_eq!(
            after.blocks[..3],
            [
                Block::Text("Before.".into()),
                Block::Photo(id),
                Block::Text("After.".into())
            ]
        );
        let photo = &after.photos[0];
        assert_eq!(
            (photo.name.as_str(), photo.caption.as_str()),
            ("photo-3", "A net on a quay.")
        );
        assert_eq!(photo.credit_line, "(Ann Lee/AP)");
        assert_eq!(
            photo
                .original
                .as_ref()
                .map(|original| original.text.as_str()),
            Some("A net on a quay. (Ann Lee/AP)")
        );
    }

    #[test]
    fn a_removed_photo_leaves_its_original_in_the_text() {
        let before = article();
        let after = done(&before, remove_photo(&before, PhotoId(1)));
        assert_eq!(
            after.blocks[1..],
            [
                Block::Text("A boat.".into()),
                Block::Text("Credit: AP".into()),
                Block::Photo(PhotoId(2))
            ]
        );
        assert_eq!(after.photos.len(), 1);
    }

    #[test]
    fn photos_side_by_side_follow_their_order() {
        let before = article();
        let after = done(&before, move_photo(&before, PhotoId(2), 0));
        assert_eq!(after.photos[0].id, PhotoId(2));
        assert_eq!(
            after.blocks[1..],
            [Block::Photo(PhotoId(2)), Block::Photo(PhotoId(1))]
        );
    }

    #[test]
    fn an_added_photo_gets_the_next_name() {
        let before = article();
        let (id, edits) = add_photo(&before, Some(PhotoId(1)), "urn:x:new");
        let after = done(&before, edits);
        assert_eq!(after.photos[1].name, "photo-3");
        assert_eq!(after.blocks[2], Block::Photo(id));
    }
}
