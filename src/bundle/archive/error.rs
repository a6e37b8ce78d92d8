//! What can be wrong with a zip, in plain sentences.

use std::io;

/// Why a zip or an entry of one is not read. The rest of the zip is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ZipError {
    /// The table of contents, which stands at the end, is not there.
    #[error("the zip is cut short or damaged (no table of contents at its end); get it again")]
    CutShort,
    /// The table of contents ends too early.
    #[error("the zip's table of contents is damaged; what stands behind that place is not read")]
    Contents,
    /// More than are read.
    #[error("more than {0} entries in one zip, which is more than is read; split it")]
    TooMany(usize),
    /// Zips in zips in zips.
    #[error("zips inside zips more than {0} deep, which is deeper than is read")]
    TooDeep(usize),
    /// Looking into everything would take too long.
    #[error("to list it, too much would have to be unpacked; unpack the zip around it")]
    TooMuch,
    /// Encrypted.
    #[error("is encrypted; unpack it with its password")]
    Encrypted,
    /// Packed in a way that is not read.
    #[error("is packed by method {0}, and only stored and deflated entries are read; pack it anew")]
    Method(u16),
    /// Unpacks to more than is read.
    #[error("unpacks to more than {0} MB, which is more than is read")]
    TooLarge(u64),
    /// Unpacks to far more than it is packed.
    #[error("unpacks to more than {0} times its size, as only a zip bomb does; it is not read")]
    Bomb(u64),
    /// The bytes are not those that were packed.
    #[error("is damaged ({0}); get the zip again")]
    Damaged(String),
    /// Its bytes are another entry's as well.
    #[error("lies over another entry, as only a zip bomb's do; it is not read")]
    Overlaps,
    /// A name that leads somewhere or cannot be stored everywhere.
    #[error("its name {0}; it is not read")]
    Name(&'static str),
    /// A symbolic link.
    #[error("is a link, which is not followed")]
    Link,
    /// A name that is taken.
    #[error("is there twice, also where capital letters do not count; the first is read")]
    Twice,
    /// Nothing of that name.
    #[error("not there")]
    NotThere,
}

impl From<io::Error> for ZipError {
    fn from(error: io::Error) -> Self {
        let inner = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<Self>());
        match inner {
            Some(inner) => inner.clone(),
            None => Self::Damaged(error.to_string()),
        }
    }
}
