//! What several scenes have in them: people and birds.

use crate::canvas::{Canvas, Flat, Glow, at, mix};
use tiny_skia::Transform;

/// How a person is dressed: coat, trousers, hat, skin.
pub(crate) type Dress = [u32; 4];

/// Where the hands are, the far one first.
pub(crate) type Hands = [[f32; 2]; 2];

/// A person 100 high, standing, looking right, with both hands where told.
pub(crate) fn person(c: &mut Canvas, place: Transform, [coat, trousers, hat, skin]: Dress, hands: Hands) {
    c.group(place, |c| {
        c.oval([0.0, 0.0, 26.0, 5.0], Glow(0x0A0A1E, 0.55));
        c.line("M -5 -38 L -8 -3 L -4 -2 M 6 -38 L 8 -3 L 13 -2", 8.0, trousers);
        let [[ax, ay], [bx, by]] = hands;
        let dark = mix(coat, 0x141228, 0.22);
        c.line(&format!("M -9 -72 Q -14 -55 {ax} {ay}"), 7.5, dark);
        c.oval([ax, ay, 4.0, 4.0], skin);
        c.fill("M -13 -70 Q -12 -80 0 -80 Q 12 -80 13 -70 L 16 -33 Q 0 -28 -15 -33 Z", coat);
        c.fill("M -13 -70 Q -12 -80 -2 -80 Q -6 -60 -5 -31 Q -10 -31 -15 -33 Z", Flat(0x141228, 0.14));
        c.oval([1.0, -90.0, 9.5, 10.5], skin);
        c.fill("M -10 -90 Q -12 -104 1 -104 Q 13 -104 12 -93 Q 2 -97 -3 -93 Q -5 -88 -8 -86 Z", hat);
        c.line(&format!("M 9 -71 Q 15 -56 {bx} {by}"), 7.5, mix(coat, 0xFFFFFF, 0.08));
        c.oval([bx, by, 4.0, 4.0], skin);
    });
}

/// Gulls or geese: wings of this width at these places.
pub(crate) fn birds(c: &mut Canvas, ink: u32, places: &[[f32; 3]]) {
    for [x, y, size] in places {
        let wings = "M -20 -9 Q -9 -13 0 0 Q 9 -13 20 -9 Q 8 -8 0 5 Q -8 -8 -20 -9 Z";
        c.group(at(*x, *y, *size, *size), |c| c.fill(wings, ink));
    }
}
