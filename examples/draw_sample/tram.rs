//! A tram in the snow.

use crate::canvas::{Canvas, Down, Flat, Glow, Veil, at, mix, scatter};
use crate::people::{Dress, person};

/// A tram stops in the first snow.
pub(crate) fn tram(c: &mut Canvas) {
    c.rect([0.0, 0.0, 1600.0, 760.0], Down(&[0x232E54, 0x44527E, 0x8084AC, 0xD9B4AE, 0xF3CDB0]));
    let houses: [(f32, f32, f32, u32); 9] = [(-60.0, 210.0, 400.0, 0x6E5878), (150.0, 170.0, 330.0, 0x8A5A5E), (320.0, 200.0, 450.0, 0x4F6484), (520.0, 160.0, 360.0, 0x94705E), (680.0, 220.0, 420.0, 0x5E5A80), (900.0, 170.0, 340.0, 0x7E5560), (1070.0, 210.0, 460.0, 0x56708A), (1280.0, 160.0, 350.0, 0x8E6A62), (1440.0, 230.0, 430.0, 0x625878)];
    c.fill("M 944 760 L 944 250 L 985 120 L 1026 250 L 1026 760 Z", 0x7A7AA4);
    for (i, house) in houses.into_iter().enumerate() {
        gable(c, house, i);
    }
    c.rect([0.0, 560.0, 1600.0, 200.0], Veil(0xBFC0D8, 0.0, 0.6));
    c.fill("M 0 1000 L 0 742 Q 500 728 900 740 Q 1300 734 1600 744 L 1600 1000 Z", Down(&[0xAEB9D8, 0xDDE4F2, 0xF2F4FA]));
    c.line("M -20 852 L 1620 852 M -20 892 L 1620 892", 7.0, 0x7C86A8);
    c.line("M -20 849 L 1620 849 M -20 889 L 1620 889", 2.5, 0xF7E3C8);
    c.line("M 0 236 Q 400 256 800 244 Q 1200 256 1600 232", 3.5, 0x20284A);
    c.group(at(730.0, 866.0, 1.0, 1.0), tramcar);
    c.group(at(1535.0, 900.0, 1.0, 1.0), street_lamp);
    c.group(at(84.0, 850.0, 0.85, 0.85), street_lamp);
    let people: [(f32, f32, f32, Dress); 4] = [
        (1300.0, 930.0, -2.1, [0x2F4A78, 0x232844, 0xC8503F, 0xE0AE90]),
        (1400.0, 948.0, -2.2, [0x8A3F4A, 0x2A2844, 0x3A2A34, 0xC98D6E]),
        (1470.0, 950.0, -1.45, [0xE0A03C, 0x2F3A5C, 0x3F7F90, 0xE8B594]),
        (150.0, 940.0, 2.1, [0x3F6A5C, 0x2A2844, 0xE9E1D4, 0xD49A7C]),
    ];
    for (x, y, size, dress) in people {
        person(c, at(x, y, size, size.abs()), dress, [[-15.0, -40.0], [19.0, -54.0]]);
    }
    c.group(at(1300.0, 930.0, -2.1, 2.1), |c| {
        c.line("M 19 -52 L 14 -136", 2.0, 0x2A2844);
        c.fill("M -34 -112 Q -30 -146 12 -148 Q 52 -146 60 -112 Q 46 -120 36 -112 Q 26 -120 13 -112 Q 0 -120 -10 -112 Q -22 -120 -34 -112 Z", Down(&[0xE4574A, 0xA8353F]));
        c.line("M -24 -128 Q -16 -144 12 -146 Q 34 -145 46 -132", 4.0, Flat(0xFFFFFF, 0.85));
    });
    for (i, (u, v)) in scatter(210).enumerate() {
        let r = [2.0, 3.2, 5.0, 2.4].get(i % 4).copied().unwrap_or(2.0);
        c.oval([u * 1600.0, v * 1000.0, r, r], Flat(0xFFFFFF, 0.5 + u * 0.4));
    }
}

/// A house front on the square: left edge, width, height and colour; every other one has a stepped gable.
fn gable(c: &mut Canvas, (x, w, h, wall): (f32, f32, f32, u32), number: usize) {
    let (top, right, middle) = (760.0 - h, x + w, x + w / 2.0);
    let roof = if number.is_multiple_of(2) {
        format!("M {x} {top} L {middle} {} L {right} {top}", top - w * 0.5)
    } else {
        let (s, r) = (w / 7.0, w * 0.13);
        format!("M {x} {top} L {x} {0} L {1} {0} L {1} {2} L {3} {2} L {3} {4} L {5} {4} L {5} {2} L {6} {2} L {6} {0} L {right} {0} L {right} {top}",
            top - r, x + s, top - r * 2.0, x + s * 2.5, top - r * 3.4, right - s * 2.5, right - s)
    };
    c.fill(&format!("{roof} L {right} 760 L {x} 760 Z"), Down(&[mix(wall, 0x1E2448, 0.35), wall, mix(wall, 0xF3CDB0, 0.2)]));
    c.line(&roof, 12.0, 0xE9EEF8);
    for (i, (u, _)) in (0..12_u8).zip(scatter(12 + u16::try_from(number * 5).unwrap_or(0)).skip(number * 5)) {
        let (column, row) = (f32::from(i % 3), f32::from(i / 3));
        let (wx, wy) = (x + w * (0.17 + column * 0.24), top + 26.0 + row * 82.0);
        let lit = if u > 0.42 { Down(&[0xFFE6A4, 0xFFB866]) } else { Down(&[0x2E3A62, 0x4A5680]) };
        c.rect([wx, wy, w * 0.17, 48.0], lit);
        c.rect([wx + w * 0.085 - 1.5, wy, 3.0, 48.0], Flat(0x2A2844, 0.5));
        c.rect([wx - 4.0, wy + 46.0, w * 0.17 + 8.0, 6.0], 0xE9EEF8);
    }
}

/// A tram 860 long, seen from its side, driving right, with its line number and its passengers.
fn tramcar(c: &mut Canvas) {
    c.oval([0.0, 18.0, 520.0, 36.0], Glow(0x1E2448, 0.9));
    c.fill("M 420 -90 L 800 -10 L 800 60 L 420 -20 Z", Veil(0xFFF3C4, 0.55, 0.0));
    c.line("M -60 -420 L 20 -520 L -40 -612 M -90 -618 L 10 -618", 7.0, 0x20284A);
        c.fill("M -300 -50 L 300 -50 L 300 0 L -300 0 Z", 0x20243E);
    for x in [-250.0, -160.0, 160.0, 250.0] {
        c.oval([x, -10.0, 40.0, 40.0], 0x1A1E36);
        c.oval([x, -10.0, 19.0, 19.0], 0x6A7090);
    }
    c.fill("M -430 -60 L -430 -330 Q -424 -404 -350 -410 L 360 -410 Q 424 -404 440 -320 L 456 -120 Q 456 -60 430 -40 L -400 -40 Q -430 -40 -430 -60 Z", Down(&[0xFBEFD8, 0xF2DDBC, 0xE9CFA8]));
    c.fill("M -430 -190 L 450 -190 L 456 -120 Q 456 -60 430 -40 L -400 -40 Q -430 -40 -430 -60 Z", Down(&[0xD9483F, 0xA82F3A]));
    c.rect([-430.0, -196.0, 880.0, 8.0], 0xF7C95A);
    for (i, x) in [-400.0, -280.0, -32.0, 88.0].into_iter().enumerate() {
        c.card([x, -366.0, 108.0, 146.0], 14.0, Down(&[0xFFF2C0, 0xFFC878]));
        for (seat, next) in [(28.0, 0), (78.0, 2)] {
            let coat = [0x5A4A6E, 0x7A4A4E, 0x3F5A6E, 0x6E5A40].get((i + next) % 4).copied().unwrap_or(0);
            c.oval([x + seat, -282.0, 14.0, 16.0], mix(coat, 0x2A1E38, 0.3));
            c.fill(&format!("M {} -220 Q {} -266 {} -266 Q {} -266 {} -220 Z", x + seat - 24.0, x + seat - 22.0, x + seat, x + seat + 22.0, x + seat + 24.0), coat);
        }
        c.fill(&format!("M {} -366 L {} -366 L {} -220 L {} -220 Z", x + 60.0, x + 84.0, x + 50.0, x + 26.0), Flat(0xFFFFFF, 0.22));
    }
    for x in [-154.0, 216.0] {
        c.card([x, -372.0, 104.0, 316.0], 10.0, 0x8C2A36);
        for leaf in [8.0, 56.0] {
            c.card([x + leaf, -362.0, 40.0, 290.0], 6.0, Down(&[0xFFF0BC, 0xFFBE70]));
        }
    }
    c.fill("M 342 -366 L 384 -366 Q 404 -350 416 -300 L 424 -220 L 342 -220 Z", Down(&[0xDCEBF5, 0xFFD898]));
    c.fill("M 360 -220 Q 360 -268 382 -268 Q 404 -268 404 -220 Z", 0x2F3A5C);
    c.oval([384.0, -286.0, 15.0, 17.0], 0xC98D6E);
    c.fill("M 367 -290 Q 368 -306 386 -306 Q 402 -304 408 -292 Z", 0x2F3A5C);
    c.card([-8.0, -402.0, 60.0, 30.0], 6.0, 0x20243E);
    c.line("M 28 -380 L 28 -396 L 14 -384 L 34 -384", 3.5, 0xFFC95A);
    c.fill("M -440 -408 Q -380 -440 -200 -434 Q 100 -446 300 -436 Q 400 -434 420 -396 Q 380 -412 300 -410 Q 60 -404 -120 -412 Q -330 -402 -440 -408 Z", 0xF4F7FC);
    c.oval([442.0, -96.0, 12.0, 18.0], 0xFFF8DC);
    c.oval([450.0, -96.0, 120.0, 110.0], Glow(0xFFF0BC, 0.85));
}

/// A street lamp 560 high with snow on its hat.
fn street_lamp(c: &mut Canvas) {
    c.oval([0.0, 0.0, 190.0, 26.0], Glow(0xFFE2A0, 0.7));
    c.rect([-6.0, -500.0, 12.0, 500.0], 0x20284A);
    c.fill("M -22 0 L -12 -60 L 12 -60 L 22 0 Z", 0x20284A);
    c.fill("M -24 -500 L -34 -566 L 34 -566 L 24 -500 Z", Down(&[0xFFF7DC, 0xFFD27E]));
    c.fill("M -46 -564 Q -30 -606 0 -610 Q 30 -606 46 -564 Z", 0x20284A);
    c.fill("M -46 -574 Q -34 -614 0 -618 Q 34 -614 46 -574 Q 20 -588 0 -584 Q -20 -588 -46 -574 Z", 0xF4F7FC);
    c.oval([0.0, -530.0, 220.0, 210.0], Glow(0xFFE0A0, 0.75));
}
