//! A morning on the dyke.

use crate::canvas::{Canvas, Down, Flat, Glow, Veil, at, mix, scatter};
use crate::people::birds;
use tiny_skia::Transform;

/// Geese pass wind turbines over the dyke in the morning.
pub(crate) fn dyke(c: &mut Canvas) {
    c.rect([0.0, 0.0, 1600.0, 680.0], Down(&[0x86BFCB, 0xBBDCD2, 0xF4E6C4, 0xFBC9A0, 0xF5A98C]));
    c.oval([520.0, 600.0, 620.0, 420.0], Glow(0xFFF3CC, 0.95));
    c.oval([520.0, 560.0, 80.0, 80.0], 0xFFF9E4);
    for [x, y, w, h] in [[90.0, 190.0, 420.0, 20.0], [760.0, 130.0, 300.0, 14.0], [1130.0, 260.0, 420.0, 18.0], [600.0, 330.0, 340.0, 12.0]] {
        c.card([x, y, w, h], h / 2.0, Flat(0xFFF6E4, 0.6));
        c.card([x + 90.0, y - h, w * 0.5, h], h / 2.0, Flat(0xFFF6E4, 0.45));
    }
    for (x, y, size, turn) in [(760.0, 640.0, 0.34, 20.0), (900.0, 640.0, 0.4, 75.0), (300.0, 644.0, 0.42, 50.0), (1450.0, 650.0, 0.56, 5.0), (150.0, 656.0, 0.66, 95.0), (1130.0, 668.0, 0.98, 38.0)] {
        c.group(at(x, y, size, size), |c| turbine(c, mix(0xF7D3B4, 0xFFFFFF, size), mix(0xE0A592, 0x7C93A4, size), turn));
    }
    c.fill("M 0 690 L 0 630 Q 300 600 700 632 Q 1100 612 1600 640 L 1600 690 Z", Down(&[0xD9A58E, 0xE9C0A0]));
    c.rect([0.0, 660.0, 1600.0, 220.0], Down(&[0xF6D2AC, 0xA9C2B8, 0x6FA0A4]));
    for (u, v) in scatter(70) {
        c.card([520.0 + (u - 0.5) * (260.0 + v * 420.0), 664.0 + v * 130.0, 40.0 + u * 90.0, 3.0 + v * 2.0], 1.5, Flat(0xFFF6DC, 0.7));
    }
    c.rect([0.0, 660.0, 1600.0, 90.0], Veil(0xFFF6E4, 0.5, 0.0));
    c.fill("M 0 1000 L 0 850 Q 400 760 800 790 Q 1240 830 1600 740 L 1600 1000 Z", Down(&[0x7FA06A, 0x4C7A5A, 0x2E5748]));
    c.line("M -10 868 Q 400 778 800 808 Q 1240 848 1610 758", 16.0, 0xE4CFA4);
    c.group(at(905.0, 806.0, 1.5, 1.5), cyclist);
    for (i, (u, v)) in scatter(60).enumerate() {
        let (x, h) = (u * 1640.0 - 20.0, 90.0 + v * 150.0 * (u - 0.5).abs() * 2.0);
        let lean = if i % 2 == 0 { 16.0 } else { -10.0 };
        c.line(&format!("M {x} 1010 Q {x} {} {} {}", 1000.0 - h * 0.5, x + lean, 1000.0 - h), 4.0, mix(0x1F4038, 0x3F6A4C, v));
        c.oval([x + lean, 992.0 - h, 5.0, 20.0], mix(0x5A3F34, 0x8A6448, u));
    }
    for i in 0..11_i8 {
        let side = f32::from(i - 5);
        birds(c, 0x3A5260, &[[860.0 - side.abs() * 62.0 + side * 9.0, 250.0 + side * 32.0 - side.abs() * 8.0, 1.15]]);
    }
}

/// A wind turbine 520 high with its rotor turned so many degrees.
fn turbine(c: &mut Canvas, light: u32, shade: u32, turn: f32) {
    c.fill("M -11 0 L -5 -400 L 5 -400 L 11 0 Z", Down(&[light, shade]));
    for third in [0.0, 120.0, 240.0] {
        let blade = Transform::from_rotate(turn + third).post_concat(Transform::from_translate(0.0, -400.0));
        c.group(blade, |c| {
            c.fill("M -4 0 L -12 -50 Q -8 -130 0 -215 Q 5 -110 5 0 Z", Down(&[light, mix(light, shade, 0.5)]));
        });
    }
    c.oval([0.0, -400.0, 12.0, 12.0], shade);
}

/// A cyclist riding right.
fn cyclist(c: &mut Canvas) {
    for x in [-34.0, 34.0] {
        let (left, right) = (x - 25.0, x + 25.0);
        c.line(&format!("M {x} -40 C {right} -40 {right} -2 {x} -2 C {left} -2 {left} -40 {x} -40 Z"), 3.5, 0x24383E);
        c.line(&format!("M {x} -38 L {x} -4 M {} -21 L {} -21", x - 17.0, x + 17.0), 1.0, 0x5A6A60);
    }
    c.line("M -34 -21 L -14 -50 L 22 -52 L 34 -21 M -14 -50 L -2 -21 L 22 -52 L 19 -64 L 30 -66 M -34 -21 L -2 -21 M -22 -56 L -6 -56", 3.5, 0xC8503F);
    c.line("M -12 -62 L 8 -44 L 0 -14 L 7 -13", 8.0, 0x2F3F5C);
    c.fill("M -22 -62 Q -16 -98 6 -102 Q 14 -100 12 -90 L 2 -58 Z", 0xE9A83C);
    c.line("M 8 -94 Q 10 -78 30 -68", 7.0, 0xD08E2C);
    c.oval([16.0, -114.0, 10.0, 11.0], 0xD9A07C);
    c.fill("M 5 -114 Q 4 -128 17 -128 Q 29 -126 27 -117 Q 16 -120 5 -114 Z", 0x2F5575);
    c.line("M 4 -103 Q -14 -102 -30 -112", 5.0, 0xC8503F);
}
