//! The colours that follow from a brand's: to be read on whatever they lie on, in light and in dark.

use crate::Colour;

/// What text must have at least (WCAG 1.4.3), and a little for rounding.
const READABLE: f32 = 4.55;
/// How finely a lightness is looked for.
const STEP: f32 = 0.005;

const WHITE: Colour = Colour([255; 3]);
/// The surfaces of pages and mails that are hardest to read on: the darkest light one and the lightest dark one.
const LIGHT_SURFACE: Colour = Colour([0xee, 0xf2, 0xf2]);
const DARK_SURFACE: Colour = Colour([0x1d, 0x27, 0x29]);

/// The colours of a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// In light surroundings.
    pub light: Shades,
    /// In dark ones.
    pub dark: Shades,
}

/// The colours of a brand in light or in dark surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Links, buttons, marks: the brand's own colour where it can be read, else the nearest that can.
    pub accent: Colour,
    /// What one points at, and text on `tint`.
    pub strong: Colour,
    /// A surface with a touch of the brand.
    pub tint: Colour,
    /// Text on `accent` and on `strong`.
    pub on_accent: Colour,
}

impl Palette {
    /// The palette of a brand that has chosen this colour.
    #[must_use]
    pub fn of(colour: Colour) -> Self {
        let [lightness, chroma, hue] = colour.perceived();
        Self { light: light(colour, lightness, chroma, hue), dark: dark(lightness, chroma, hue) }
    }
}

fn light(colour: Colour, lightness: f32, chroma: f32, hue: f32) -> Shades {
    let tint = Colour::perceived_as(0.95, chroma.min(0.018), hue);
    let grounds = [LIGHT_SURFACE, tint, WHITE];
    let accent = if is_read_on(colour, &grounds) {
        colour
    } else {
        nearest(lightness, -STEP, &grounds, |lightness| Colour::perceived_as(lightness, chroma, hue))
    };
    let start = accent.perceived()[0] - 0.09;
    let strong = nearest(start, -STEP, &grounds, |lightness| Colour::perceived_as(lightness, chroma, hue));
    Shades { accent, strong, tint, on_accent: WHITE }
}

fn dark(lightness: f32, chroma: f32, hue: f32) -> Shades {
    // Full colours glare in the dark.
    let chroma = chroma.min(0.12);
    let tint = Colour::perceived_as(0.3, chroma.min(0.04), hue);
    let on_accent = Colour::perceived_as(0.2, chroma.min(0.04), hue);
    let grounds = [DARK_SURFACE, tint, on_accent];
    let shade = |lightness| Colour::perceived_as(lightness, chroma, hue);
    let accent = nearest(lightness.max(0.74), STEP, &grounds, shade);
    let strong = nearest((accent.perceived()[0] + 0.09).min(0.96), STEP, &grounds, shade);
    Shades { accent, strong, tint, on_accent }
}

/// The first shade that can be read on all these grounds, from a lightness on, which black and white end.
fn nearest(start: f32, step: f32, grounds: &[Colour], shade: impl Fn(f32) -> Colour) -> Colour {
    let mut lightness = start.clamp(0.0, 1.0);
    while (0.0..=1.0).contains(&lightness) && !is_read_on(shade(lightness), grounds) {
        lightness += step;
    }
    shade(lightness.clamp(0.0, 1.0))
}

fn is_read_on(colour: Colour, grounds: &[Colour]) -> bool {
    grounds.iter().all(|ground| colour.contrast(*ground) >= READABLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every hue in steps of three degrees, from black to white, from grey to as full as it gets.
    fn colours() -> impl Iterator<Item = Colour> {
        let lightnesses = (0_u8..=20).map(|step| f32::from(step) / 20.0);
        lightnesses.flat_map(|lightness| {
            (0_u8..120).flat_map(move |hue| {
                [0.0, 0.05, 0.1, 0.2, 0.3]
                    .map(|chroma| Colour::perceived_as(lightness, chroma, f32::from(hue) * 3.0))
            })
        })
    }

    #[test]
    fn text_can_be_read_whatever_the_brands_colour() {
        for colour in colours() {
            let Palette { light, dark } = Palette::of(colour);
            let grounds =
                [(light, [LIGHT_SURFACE, WHITE]), (dark, [DARK_SURFACE, Colour([0x0e, 0x14, 0x15])])];
            for (shades, [near, far]) in grounds {
                for text in [shades.accent, shades.strong] {
                    for ground in [near, far, shades.tint, shades.on_accent] {
                        let contrast = text.contrast(ground);
                        assert!(contrast >= 4.5, "{colour}: {text} on {ground} is {contrast}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_is_kept() {
        let colour = "#0b6477".parse().expect("it is a colour");
        assert_eq!(Palette::of(colour).light.accent, colour);
    }

    #[test]
    fn a_colour_too_light_keeps_its_hue() {
        let yellow: Colour = "#ffd800".parse().expect("it is a colour");
        let accent = Palette::of(yellow).light.accent;
        let turned = (accent.perceived()[2] - yellow.perceived()[2]).abs();
        assert!(accent != yellow && turned < 12.0, "{accent} is {turned} degrees away");
    }
}
