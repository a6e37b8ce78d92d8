//! A lighthouse in a storm.

use crate::canvas::{Canvas, Down, Flat, Glow, Veil, at, mix, scatter, span};
use crate::people::{birds, person};
use tiny_skia::Transform;

/// Waves break at a lighthouse while a lifeboat puts out.
pub(crate) fn lighthouse(c: &mut Canvas) {
    c.rect([0.0, 0.0, 1600.0, 720.0], Down(&[0x14202E, 0x233A4A, 0x3F606C, 0x7C9A98, 0xB9C4AE]));
    for (i, (u, v)) in scatter(42).enumerate() {
        let tone = mix(0x1A2836, 0x4A6670, v);
        let (x, y) = (u * 1800.0 - 100.0, 20.0 + v * 300.0);
        c.oval([x, y, 190.0 + span(i % 5) * 30.0, 40.0 + (1.0 - v) * 34.0], Flat(tone, 0.34));
    }
    c.fill("M 1130 236 L -200 60 L -200 330 Z", Flat(0xFFF0BC, 0.24));
    c.fill("M 1130 236 L -200 130 L -200 270 Z", Flat(0xFFF6D6, 0.24));
    c.fill("M 1130 236 L 1700 180 L 1700 310 Z", Flat(0xFFF0BC, 0.3));
    swell(c, 640.0, [34.0, 300.0, 40.0], [0x7FA5A0, 0x5A8488]);
    swell(c, 690.0, [42.0, 380.0, 190.0], [0x5E9090, 0x3A6A74]);
    c.group(at(1130.0, 700.0, 1.0, 1.0), tower);
    let crown = "M 700 850 C 735 770 720 690 650 636 C 722 640 762 676 782 724 C 792 640 774 552 716 484 C 800 516 838 580 846 660 C 846 560 836 470 866 372 C 908 470 912 560 900 650 C 914 580 946 522 1008 486 C 980 556 962 620 958 694 C 978 652 1014 628 1066 628 C 1016 684 1000 770 1010 850 Z";
    c.fill(crown, Down(&[0xF6FBF7, 0xE3EFEA, 0xB5D0CE]));
    c.group(at(352.0, 344.0, 0.6, 0.6), |c| c.fill(crown, Veil(0xFFFFFF, 0.9, 0.3)));
    for [x, y, r] in [[640.0, 612.0, 8.0], [616.0, 626.0, 5.0], [596.0, 656.0, 4.0], [704.0, 456.0, 9.0], [676.0, 444.0, 6.0], [650.0, 468.0, 4.0], [868.0, 336.0, 9.0], [846.0, 312.0, 6.0], [890.0, 304.0, 5.0], [920.0, 348.0, 4.0], [1026.0, 462.0, 9.0], [1052.0, 470.0, 6.0], [1074.0, 496.0, 4.0], [800.0, 430.0, 5.0], [950.0, 440.0, 5.0], [1088.0, 616.0, 7.0], [1110.0, 634.0, 4.0], [770.0, 590.0, 4.0]] {
        c.oval([x, y, r, r], Flat(0xF4FAF4, 0.9));
    }
    swell(c, 760.0, [56.0, 460.0, 330.0], [0x45808A, 0x245260]);
    c.group(Transform::from_rotate(-11.0).post_concat(at(470.0, 806.0, 1.3, 1.3)), lifeboat);
    swell(c, 840.0, [64.0, 540.0, 60.0], [0x327078, 0x173E4C]);
    swell(c, 930.0, [60.0, 620.0, 420.0], [0x255A66, 0x0C2634]);
    for (u, v) in scatter(170) {
        let (x, y, l) = (u * 1800.0 - 50.0, v * 1000.0, 26.0 + u * 46.0);
        c.line(&format!("M {x} {y} L {} {}", x - l * 0.55, y + l), 2.0, Flat(0xDDEBEA, 0.13 + v * 0.12));
    }
    birds(c, 0xE4ECE6, &[[700.0, 330.0, 1.3], [790.0, 390.0, 0.9], [620.0, 420.0, 0.8]]);
}

/// A row of breaking waves: how high, how long, and how far along they are.
fn swell(c: &mut Canvas, y: f32, [height, length, shift]: [f32; 3], [crest, deep]: [u32; 2]) {
    let mut water = format!("M -700 1100 L -700 {y}");
    let mut foam = String::new();
    for i in 0..9_u8 {
        let x = -700.0 + shift + f32::from(i) * length;
        let (peak, lip) = (x + length * 0.62, y - height);
        water.extend([format!(
            " C {} {} {} {} {peak} {lip} C {} {} {} {} {} {y}",
            x + length * 0.3, y + height * 0.25, x + length * 0.42, lip, // the long back of the wave
            peak + length * 0.1, lip, peak + length * 0.06, y, x + length, // its hollow front
        )]);
        foam.extend([format!(
            "M {} {} C {} {} {} {} {peak} {lip} C {} {} {} {} {} {} C {} {} {} {} {} {} Z ",
            x + length * 0.3, y - height * 0.35, x + length * 0.4, y - height * 0.75, x + length * 0.5, lip,
            peak + length * 0.1, lip, peak + length * 0.09, y - height * 0.4, peak + length * 0.12, y - height * 0.2,
            peak + length * 0.02, y - height * 0.5, x + length * 0.5, y - height * 0.72, x + length * 0.3, y - height * 0.35,
        )]);
    }
    c.fill(&format!("{water} L 2200 1100 Z"), Down(&[mix(crest, 0xDFF0E6, 0.3), crest, deep, deep, deep]));
    c.fill(&foam, Flat(0xE9F3EC, 0.85));
}

/// A lighthouse 480 high on its rock, with the keeper's house.
fn tower(c: &mut Canvas) {
    c.fill("M -330 120 L -290 40 L -220 20 L -180 -30 L -90 -44 L 60 -50 L 180 -36 L 300 -60 L 390 10 L 480 40 L 520 120 Z", Down(&[0x4A5358, 0x28323A, 0x1A242C]));
    c.fill("M -180 -30 L -90 -44 L -60 10 L -130 60 Z M 60 -50 L 180 -36 L 150 30 L 90 20 Z", Flat(0x7C8A88, 0.35));
    c.rect([110.0, -130.0, 190.0, 92.0], Down(&[0xE4E2D2, 0xB5B8AC]));
    c.fill("M 92 -126 L 140 -192 L 272 -192 L 318 -126 Z", 0x6E3438);
    c.rect([250.0, -220.0, 24.0, 50.0], 0x5A4A48);
    for x in [134.0, 232.0] {
        c.rect([x, -104.0, 34.0, 34.0], 0xFFD77E);
        c.oval([x + 17.0, -88.0, 70.0, 60.0], Glow(0xFFD77E, 0.5));
    }
    c.fill("M -70 -40 L -42 -400 L 42 -400 L 70 -40 Z", 0xF2EDDD);
    for [top, bottom] in [[-340.0_f32, -270.0], [-200.0, -120.0]] {
        let half = |y: f32| 42.0 + (y + 400.0) * 28.0 / 360.0;
        c.fill(&format!("M {} {top} L {} {top} L {} {bottom} L {} {bottom} Z", -half(top), half(top), half(bottom), -half(bottom)), 0xC23F3A);
    }
    c.fill("M 8 -400 L 42 -400 L 70 -40 L 14 -40 Z", Flat(0x14202E, 0.3));
    for y in [-306.0, -236.0, -160.0] {
        c.card([-10.0, y, 20.0, 30.0], 8.0, 0x2A3A46);
    }
    c.card([-18.0, -92.0, 36.0, 54.0], 10.0, 0x4A2A2E);
    c.rect([-60.0, -412.0, 120.0, 14.0], 0x28323A);
    c.line("M -56 -440 L 56 -440 M -54 -440 L -54 -412 M -28 -440 L -28 -412 M 28 -440 L 28 -412 M 54 -440 L 54 -412", 4.0, 0x28323A);
    c.rect([-32.0, -494.0, 64.0, 82.0], 0xFFF3C4);
    c.line("M -30 -494 L -30 -412 M 0 -494 L 0 -412 M 30 -494 L 30 -412", 4.0, 0x28323A);
    c.fill("M -44 -492 Q -30 -540 0 -548 Q 30 -540 44 -492 Z", 0xA8353A);
    c.line("M 0 -548 L 0 -584", 4.0, 0x28323A);
    c.oval([0.0, -460.0, 230.0, 210.0], Glow(0xFFF0B4, 0.85));
}

/// A lifeboat 320 long, bow to the left, with three of its crew.
fn lifeboat(c: &mut Canvas) {
    let crew = [0xF2C93C, 0x2A3A56, 0xF7F3E6, 0xD9A07C];
    for x in [-30.0, 20.0, 96.0] {
        person(c, at(x, -6.0, -0.8, 0.8), crew, [[-12.0, -44.0], [20.0, -48.0]]);
    }
    c.rect([24.0, -128.0, 6.0, 60.0], 0x28323A);
    c.fill("M -6 -66 L 10 -108 L 84 -108 L 92 -66 Z", Down(&[0xFFFFFF, 0xD3DAD2]));
    c.fill("M 10 -98 L 74 -98 L 78 -74 L 4 -74 Z", 0x2A4A5A);
    c.fill("M -190 -78 Q -90 -46 0 -46 L 158 -52 Q 160 0 128 30 L -96 30 Q -160 -10 -190 -78 Z", Down(&[0xF08A3C, 0xDD5A2C, 0xA83A2C]));
    c.line("M -184 -72 Q -90 -40 0 -40 L 156 -46", 7.0, 0xFFF3DC);
    c.fill("M -40 -40 L -14 -40 L -30 30 L -56 30 Z", 0x2A3A56);
    c.oval([27.0, -132.0, 6.0, 6.0], 0x9FD4FF);
    c.oval([27.0, -132.0, 46.0, 46.0], Glow(0x9FD4FF, 0.7));
}
