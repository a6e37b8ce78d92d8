//! The program's icon.

use crate::canvas::{Canvas, Down};

/// The program's icon: a picture with its cutline under it, the caption parted from the credit.
pub(crate) fn icon(c: &mut Canvas) {
    c.card([8.0, 8.0, 240.0, 240.0], 54.0, Down(&[0x3B70E2, 0x2457C5, 0x1C449E]));
    c.card([44.0, 44.0, 168.0, 112.0], 14.0, Down(&[0xFFFFFF, 0xE3ECFC]));
    c.oval([166.0, 78.0, 17.0, 17.0], 0xF5B23C);
    c.fill("M 54 138 L 92 88 Q 98 82 104 88 L 136 124 L 154 108 Q 160 103 166 108 L 202 138 Q 202 146 194 146 L 62 146 Q 54 146 54 138 Z", 0x2457C5);
    c.fill("M 56 172 L 152 172 L 138 206 L 56 206 Q 44 206 44 194 L 44 184 Q 44 172 56 172 Z", 0xFFFFFF);
    c.fill("M 168 172 L 200 172 Q 212 172 212 184 L 212 194 Q 212 206 200 206 L 154 206 Z", 0x9FDDB0);
}
