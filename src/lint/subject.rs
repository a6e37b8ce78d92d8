//! The photo that rules look at, with what its texts say.

use std::cell::OnceCell;

use super::House;
use crate::credit::{Reading, read, read_credit};
use crate::model::Photo;

/// A photo under the rules of a house. Its caption and its credit line are read when the first rule asks
/// for that, and once for all of them.
pub(crate) struct Subject<'a> {
    pub(crate) photo: &'a Photo,
    pub(crate) house: &'a House,
    caption: OnceCell<Option<Reading<'a>>>,
    credit_line: OnceCell<Reading<'a>>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(photo: &'a Photo, house: &'a House) -> Self {
        Self {
            photo,
            house,
            caption: OnceCell::new(),
            credit_line: OnceCell::new(),
        }
    }

    /// What the caption says, read as a caption; none where it is plain prose, in which neither credit nor
    /// terms stand.
    pub(crate) fn caption(&self) -> Option<&Reading<'a>> {
        let lexicon = &self.house.lexicon;
        let caption = self.photo.caption.as_str();
        let read = || (!lexicon.is_prose(caption)).then(|| read(caption, lexicon));
        self.caption.get_or_init(read).as_ref()
    }

    /// What the credit line says, read as a credit.
    pub(crate) fn credit_line(&self) -> &Reading<'a> {
        self.credit_line
            .get_or_init(|| read_credit(&self.photo.credit_line, &self.house.lexicon))
    }
}
