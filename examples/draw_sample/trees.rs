//! A class plants trees.

use crate::canvas::{Canvas, Down, Flat, Glow, at, mix, scatter};
use crate::people::{Dress, Hands, person};

/// A school class plants a row of trees on a November afternoon.
pub(crate) fn trees(c: &mut Canvas) {
    c.rect([0.0, 0.0, 1600.0, 640.0], Down(&[0x9CC9D8, 0xCFE3DC, 0xFBE8C6, 0xFCD9A8]));
    c.oval([1240.0, 330.0, 560.0, 460.0], Glow(0xFFF0C0, 0.95));
    c.oval([1240.0, 330.0, 62.0, 62.0], 0xFFFBE8);
    for [x, y, w] in [[140.0, 150.0, 300.0], [560.0, 90.0, 220.0], [930.0, 200.0, 190.0]] {
        c.card([x, y, w, 30.0], 15.0, 0xEAF3EE);
        c.card([x + w * 0.22, y - 24.0, w * 0.4, 48.0], 24.0, 0xEAF3EE);
    }
    c.fill("M 0 640 L 0 470 Q 260 380 520 470 Q 760 400 1040 480 Q 1330 410 1600 480 L 1600 640 Z", Down(&[0xB4C7B4, 0xD9D6AE]));
    c.fill("M 0 700 L 0 540 Q 330 470 700 540 Q 1150 470 1600 560 L 1600 700 Z", Down(&[0x93A878, 0xB5B478]));
    c.group(at(230.0, 575.0, 1.0, 1.0), schoolhouse);
    for (x, y, size, leaf) in [(60.0, 590.0, 1.2, 0xC9792F), (520.0, 560.0, 0.9, 0xDB9A3A), (620.0, 556.0, 0.7, 0xB8642C), (1060.0, 548.0, 0.75, 0xD98E34), (1390.0, 566.0, 1.0, 0xC4702E), (1520.0, 590.0, 1.35, 0xDDA244)] {
        c.group(at(x, y, size, size), |c| {
            c.oval([-60.0, 0.0, 150.0, 14.0], Glow(0x4A4A22, 0.5));
            c.fill("M -9 0 L -5 -120 L 5 -120 L 9 0 Z", 0x6B4A36);
            c.line("M 0 -70 L 34 -120 M 0 -90 L -32 -135", 7.0, 0x6B4A36);
            for [dx, dy, r, tone] in [[-44.0, -150.0, 58.0, 0.14], [44.0, -145.0, 56.0, 0.0], [0.0, -205.0, 66.0, 0.06], [26.0, -190.0, 40.0, -0.2]] {
                let tint = if tone < 0.0 { 0xFFE9A0 } else { 0x5A2A1E };
                c.oval([dx, dy, r, r * 0.92], mix(leaf, tint, f32::abs(tone)));
            }
        });
    }
    c.fill("M 0 1000 L 0 640 Q 420 560 860 610 Q 1260 650 1600 590 L 1600 1000 Z", Down(&[0xB9B356, 0x8FA04C, 0x64833F, 0x48692F]));
    for (u, v) in scatter(150) {
        let (x, y) = (u * 1600.0, 660.0 + v * 340.0);
        c.line(&format!("M {x} {y} L {} {} M {} {y} L {} {}", x - 4.0, y - 9.0 - v * 9.0, x + 5.0, x + 8.0, y - 8.0 - v * 8.0), 2.2, Flat(0xD9D27A, 0.5));
        c.oval([u * 1600.0 + 31.0, y + 12.0, 6.0, 3.0], Flat(0xD98436, 0.55));
    }
    for (x, y, size) in [(700.0, 690.0, 0.75), (1010.0, 715.0, 0.85), (1340.0, 750.0, 1.0), (330.0, 800.0, 1.2), (890.0, 905.0, 1.5)] {
        c.group(at(x, y, size, size), sapling);
    }
    let skin = [0xE8B594, 0xB97F5C, 0x8A5A40, 0xF0C4A4];
    let class: [(f32, f32, f32, Dress, Hands); 8] = [
        (640.0, 700.0, 1.25, [0x3F7FA0, 0x4A4A60, 0xC8503F, skin[0]], [[26.0, -60.0], [34.0, -50.0]]),
        (770.0, 705.0, -1.2, [0xE9B23C, 0x4A4A60, 0x5A3A2C, skin[1]], [[26.0, -50.0], [34.0, -62.0]]),
        (1075.0, 728.0, -1.45, [0xC8503F, 0x3E4660, 0xF2DFA8, skin[3]], [[26.0, -48.0], [38.0, -60.0]]),
        (1270.0, 762.0, 1.5, [0x7A5A9C, 0x3E4660, 0x3F7F78, skin[2]], [[20.0, -44.0], [40.0, -48.0]]),
        (1450.0, 775.0, -1.6, [0x2F8C7C, 0x4A3F50, 0x2F2A30, skin[0]], [[24.0, -40.0], [44.0, -52.0]]),
        (240.0, 815.0, 1.95, [0xE0703A, 0x3E4660, 0x2F5575, skin[3]], [[26.0, -52.0], [44.0, -58.0]]),
        (445.0, 830.0, -2.5, [0x2F5575, 0x4A3A36, 0x8A5A36, skin[1]], [[16.0, -46.0], [44.0, -66.0]]),
        (1050.0, 930.0, -2.2, [0xD9506A, 0x34405C, 0xF2DFA8, skin[0]], [[40.0, -44.0], [60.0, -30.0]]),
    ];
    for (x, y, size, dress, hands) in class {
        c.group(at(x, y, size.abs(), size.abs()), |c| {
            c.fill("M -14 2 L 12 2 L -110 30 L -150 26 Z", Flat(0x2E3F1E, 0.3));
        });
        person(c, at(x, y, size, size.abs()), dress, hands);
    }
    for (x, y, size) in [(1270.0, 762.0, 1.5), (240.0, 815.0, 1.95)] {
        c.group(at(x, y, size, size), |c| {
            c.line("M 24 -70 L 40 -6", 3.5, 0x8A5F3A);
            c.fill("M 34 -12 L 46 -15 L 50 2 Q 45 8 39 4 Z", 0x8C97A0);
        });
    }
    c.group(at(1050.0, 930.0, -2.2, 2.2), |c| {
        c.fill("M 48 -30 L 70 -30 L 68 -8 L 50 -8 Z", Down(&[0x4FA0B8, 0x2F6F8C]));
        c.line("M 50 -26 Q 59 -44 68 -26 M 69 -12 L 84 -26", 3.0, 0x2F6F8C);
        c.line("M 86 -25 Q 92 -20 92 -4 M 85 -23 Q 89 -16 88 -2", 1.3, Flat(0xE9F6FF, 0.85));
    });
}

/// A schoolhouse 260 wide with a red roof and a bell.
fn schoolhouse(c: &mut Canvas) {
    c.rect([-130.0, -130.0, 260.0, 130.0], Down(&[0xFFF3DC, 0xEED6B0]));
    c.fill("M -150 -126 L -112 -200 L 112 -200 L 150 -126 Z", Down(&[0xC8573F, 0xA8443A]));
    c.fill("M -40 -126 L 0 -176 L 40 -126 L 40 0 L -40 0 Z", 0xFFF8E8);
    c.rect([-14.0, -250.0, 28.0, 52.0], 0xFFF3DC);
    c.fill("M -22 -248 L 0 -290 L 22 -248 Z", 0xA8443A);
    c.oval([0.0, -225.0, 8.0, 9.0], 0xB98A3C);
    c.rect([-16.0, -58.0, 32.0, 58.0], 0x3F7F78);
    for x in [-108.0, -72.0, 56.0, 92.0] {
        c.rect([x - 2.0, -96.0, 28.0, 44.0], 0xFFFFFF);
        c.rect([x, -94.0, 24.0, 40.0], Down(&[0x8FB8C4, 0xFFE2A8]));
    }
}

/// A young tree in its hole, 200 high, tied to a stake, with its last leaves.
fn sapling(c: &mut Canvas) {
    c.fill("M 0 2 L 10 4 L -150 34 L -170 30 Z", Flat(0x2E3F1E, 0.3));
    c.oval([0.0, 4.0, 46.0, 13.0], 0x5A3D2A);
    c.oval([-6.0, 1.0, 34.0, 9.0], 0x7A553A);
    c.rect([14.0, -110.0, 7.0, 112.0], 0xC29A66);
    c.line("M 0 0 Q -4 -80 2 -190 M 0 -90 Q -14 -120 -30 -138 M 0 -110 Q 14 -130 32 -150 M 0 -140 Q -10 -160 -18 -176", 5.0, 0x6E4A34);
    c.line("M 0 -84 L 17 -80", 4.0, 0xF2DFA8);
    for (i, [x, y]) in [[-30.0, -140.0], [32.0, -152.0], [-18.0, -178.0], [2.0, -194.0], [14.0, -168.0], [-10.0, -152.0], [20.0, -134.0], [-26.0, -160.0], [8.0, -146.0]].into_iter().enumerate() {
        let leaf = if i % 3 == 0 { 0xE8B23C } else { 0x8FA83C };
        c.oval([x, y, 12.0, 8.0], leaf);
    }
}
