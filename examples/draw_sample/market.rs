//! The market hall.

use crate::canvas::{Canvas, Down, Flat, Glow, Veil, at, mix, span};
use crate::people::{Dress, person};

/// Shoppers return to the market hall under its iron and glass roof.
pub(crate) fn market(c: &mut Canvas) {
    let (haze, iron) = (0xFFE9C4, 0x1F5A5E);
    let arch = "M -800 430 L -800 -130 C -800 -720 800 -720 800 -130 L 800 430";
    c.rect([0.0, 0.0, 1600.0, 1000.0], haze);
    c.fill("M 800 520 L -700 1326 L 2300 1326 Z", Down(&[0xF6D9A6, 0xE0B98C, 0xC49A78]));
    c.group(at(800.0, 520.0, 0.3, 0.3), |c| {
        c.fill(&format!("{arch} Z"), Down(&[0xFFFFFF, 0xFFF3D6, 0xF7D9A4]));
        c.line("M 0 -570 L 0 -110 M 0 -110 L -420 -500 M 0 -110 L 420 -500 M -760 -110 L 760 -110 M -380 -110 C -380 -430 380 -430 380 -110", 16.0, 0xB5BFA4);
        c.line("M -760 -110 L -760 430 M -250 -110 L -250 430 M 250 -110 L 250 430 M 760 -110 L 760 430", 18.0, 0xC9C3A0);
    });
    for t in -6..=6_i8 {
        c.line(&format!("M {} 650 L {} 1000", 800.0 + f32::from(t) * 40.0, 800.0 + f32::from(t) * 148.0), 2.0, Flat(0x8C5F4E, 0.22));
    }
    for y in [655.0, 672.0, 696.0, 730.0, 778.0, 846.0, 942.0] {
        c.line(&format!("M 0 {y} L 1600 {y}"), 2.0, Flat(0x8C5F4E, 0.18));
    }
    for (depth, scale) in [0.3, 0.42, 0.58, 0.8, 1.12].into_iter().enumerate() {
        let near = span(depth) / 4.0;
        c.group(at(800.0, 520.0, scale, scale), |c| hall_bay(c, arch, near, [haze, iron]));
    }
    for (x, w) in [(300.0, 150.0), (640.0, 110.0), (950.0, 150.0)] {
        c.fill(&format!("M {} 0 L {} 0 L {} 1000 L {} 1000 Z", x + 420.0, x + 420.0 + w, x + w * 1.6, x - 90.0), Veil(0xFFF6DC, 0.42, 0.0));
    }
    let coats: [(f32, f32, f32, Dress); 6] = [
        (760.0, 690.0, 0.9, [0x8C9A8E, 0x6E6A70, 0x8A6A58, 0xD9A98C]),
        (850.0, 700.0, -1.0, [0xC98A74, 0x6E6478, 0x7A4E40, 0xD9A98C]),
        (690.0, 770.0, -1.7, [0xC7803C, 0x4F4A5C, 0x5A3A34, 0xC98D6E]),
        (975.0, 800.0, 1.9, [0x3E7C80, 0x3A3A50, 0xE9DCC4, 0xE0AE90]),
        (590.0, 930.0, 3.0, [0xB5473F, 0x37324A, 0x3C2B30, 0xD49A7C]),
        (1040.0, 960.0, -3.2, [0x2F5575, 0x2E2A3E, 0xD9B36A, 0xE0AE90]),
    ];
    for (x, y, size, dress) in coats {
        person(c, at(x, y, size, size.abs()), dress, [[-17.0, -40.0], [21.0, -38.0]]);
        c.group(at(x, y, size, size.abs()), |c| {
            c.line("M 15 -36 Q 21 -50 28 -36", 2.2, 0x6B4630);
            c.fill("M 10 -36 L 33 -36 L 30 -20 L 13 -20 Z", Down(&[0xC28B52, 0x8A5A36]));
            c.oval([17.0, -37.0, 4.0, 4.0], 0x5E8C4A);
            c.oval([25.0, -37.5, 4.5, 4.0], 0xD9503F);
        });
    }
    c.rect([0.0, 0.0, 1600.0, 1000.0], Veil(0x3A2030, 0.0, 0.18));
}

/// One bay of the hall around the vanishing point: its vault, its rib, and a stall on either side.
fn hall_bay(c: &mut Canvas, arch: &str, near: f32, [haze, iron]: [u32; 2]) {
    let far = |rgb| mix(haze, rgb, 0.22 + near * 0.78);
    let vault = format!("M -9000 -9000 L 9000 -9000 L 9000 4837 L 800 430 L -800 430 L -9000 4837 Z {arch} Z");
    c.fill(&vault, far(0x9CC4BC));
    c.line(arch, 34.0, far(iron));
    c.line(arch, 6.0, far(0x6FA89E));
    for side in [-1.0, 1.0] {
        c.group(at(0.0, 0.0, side, 1.0), |c| {
            c.line("M 640 -340 L 960 -520 M 420 -490 L 640 -745 M 150 -562 L 230 -870", 9.0, far(iron));
            c.rect([786.0, -130.0, 30.0, 560.0], far(iron));
            c.line("M 300 -535 L 300 -300", 5.0, far(iron));
            c.fill("M 262 -262 Q 268 -305 300 -305 Q 332 -305 338 -262 Z", far(0x2A4A4C));
            c.oval([300.0, -258.0, 20.0, 14.0], 0xFFF6D8);
            c.oval([300.0, -250.0, 150.0, 120.0], Glow(0xFFE6A8, 0.55));
            let stripes = if side * (near * 4.0).round() % 2.0 == 0.0 { 0xC8503F } else { 0x2F7F78 };
            stall(c, far, stripes);
        });
    }
}

/// A stall right of the aisle: counter with fruit, keeper, striped awning.
fn stall(c: &mut Canvas, far: impl Fn(u32) -> u32, stripes: u32) {
    c.rect([420.0, -20.0, 390.0, 260.0], far(0x8A6450));
    c.rect([420.0, -20.0, 390.0, 260.0], Veil(0x3A2030, 0.45, 0.0));
    person(c, at(560.0, 330.0, -2.6, 2.6), [far(0xEDE6D6), 0, far(0x5A3A34), far(0xD9A98C)], [[-16.0, -48.0], [18.0, -50.0]]);
    c.oval([590.0, 432.0, 270.0, 30.0], Glow(0x3A2030, 0.6));
    c.rect([360.0, 220.0, 450.0, 205.0], Down(&[far(0xA8754A), far(0x6E4634)]));
    for plank in 0..4_u8 {
        c.rect([360.0, 262.0 + f32::from(plank) * 42.0, 450.0, 4.0], Flat(0x3A2030, 0.22));
    }
    for (heap, fruit) in [0xE0583C, 0xF0A83C, 0x7DA04A, 0xA8434E].into_iter().enumerate() {
        let x = 372.0 + span(heap) * 108.0;
        for (row, count) in [(0_u8, 4_u8), (1, 3), (2, 2)] {
            for i in 0..count {
                let (cx, cy) = (x + 15.0 + f32::from(i) * 24.0 + f32::from(row) * 12.0, 200.0 - f32::from(row) * 19.0);
                c.oval([cx, cy, 14.0, 14.0], far(fruit));
                c.oval([cx - 4.0, cy - 4.0, 4.5, 4.0], Flat(0xFFF6DC, 0.45));
            }
        }
        c.fill(&format!("M {} 206 L {} 206 L {} 244 L {} 244 Z", x - 6.0, x + 102.0, x + 96.0, x), far(0xCB9A62));
    }
    c.rect([372.0, -40.0, 12.0, 262.0], far(0x4A3A3C));
    for i in 0..6_u8 {
        let (x, slant) = (330.0 + f32::from(i) * 82.0, 410.0 + f32::from(i) * 68.0);
        let cloth = far(if i % 2 == 0 { stripes } else { 0xFBF1DC });
        let data = format!("M {slant} -120 L {} -120 L {} 0 Q {} 34 {x} 0 Z", slant + 68.0, x + 82.0, x + 41.0);
        c.fill(&data, Down(&[mix(cloth, 0xFFFFFF, 0.15), cloth, mix(cloth, 0x3A2030, 0.18)]));
    }
}
