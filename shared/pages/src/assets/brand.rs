//! The style sheet of the deployment's own: the colours of its brand.

use std::fmt::Write as _;

use caseport_brand::{Palette, Shades};
use sha2::{Digest, Sha256};

/// The deployment's own style sheet and mark.
///
/// It is a style sheet of its own, and no style on the page, so that the Content-Security-Policy need not allow
/// for any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrandStyle {
    /// Its name under `/assets/`, with the hash of its content.
    pub name: String,
    /// The style sheet.
    pub sheet: String,
    /// The icon of the browser's tab, as the address of an image.
    pub(crate) icon: String,
}

impl BrandStyle {
    /// The style that draws with these colours.
    #[must_use]
    pub fn of(palette: &Palette) -> Self {
        let Palette { light, dark } = palette;
        let sheet = format!(
            ":root{{{}}}@media (prefers-color-scheme:dark){{:root{{{}}}}}",
            properties(light, light.accent),
            properties(dark, dark.strong)
        );
        let hash = Sha256::digest(&sheet).iter().take(8).fold(String::new(), |mut hash, byte| {
            let _ = write!(hash, "{byte:02x}");
            hash
        });
        Self { name: format!("brand.{hash}.css"), sheet, icon: icon(light) }
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("/assets/{}", self.name)
    }
}

fn properties(shades: &Shades, focus: impl std::fmt::Display) -> String {
    let Shades { accent, strong, tint, on_accent } = shades;
    format!(
        "--accent:{accent};--accent-strong:{strong};--accent-tint:{tint};--on-accent:{on_accent};--focus:{focus}"
    )
}

fn icon(Shades { accent, on_accent, .. }: &Shades) -> String {
    let image = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>\
         <rect width='16' height='16' rx='4' fill='{accent}'/>\
         <path d='M4.5 5.5h7M4.5 8h7M4.5 10.5h4' stroke='{on_accent}' stroke-width='1.4' stroke-linecap='round'/></svg>"
    );
    let escaped = image.replace('<', "%3C").replace('>', "%3E").replace('#', "%23");
    format!("data:image/svg+xml,{escaped}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of these properties of a style sheet, in the order they are in.
    fn values<'a>(sheet: &'a str, names: &[&str]) -> Vec<&'a str> {
        let properties = sheet.split([';', '{', '}', '\n']).filter_map(|line| line.trim().split_once(':'));
        let wanted = properties.filter(|(name, _)| names.contains(&name.trim()));
        wanted.map(|(_, value)| value.trim()).collect()
    }

    /// The surfaces of the portal's own style sheet, in light and in dark.
    fn surfaces() -> [Vec<&'static str>; 2] {
        let tokens = include_str!("../../assets/tokens.css");
        let (light, dark) = tokens.split_once("@media").expect("there are two schemes");
        [light, dark].map(|scheme| values(scheme, &["--paper", "--surface", "--sunken"]))
    }

    fn contrast(one: &str, other: &str) -> f32 {
        let [one, other] = [one, other].map(|text| {
            let text = if text == "#fff" { "#ffffff" } else { text };
            text.parse::<caseport_brand::Colour>().expect("it is a colour")
        });
        one.contrast(other)
    }

    /// WCAG 1.4.3 and 1.4.11, with the surfaces as they are, for brands of every kind.
    #[test]
    fn text_and_focus_can_be_seen_on_every_surface() {
        let [light, dark] = surfaces();
        assert_eq!((light.len(), dark.len()), (3, 3));
        let brands = [
            "#0b6477", "#c2410c", "#6d28d9", "#1d4ed8", "#ffd800", "#00ff00", "#000000", "#ffffff", "#ff0080",
        ];
        for brand in brands {
            let style = BrandStyle::of(&Palette::of(brand.parse().expect("it is a colour")));
            let text = values(&style.sheet, &["--accent", "--accent-strong", "--focus"]);
            assert_eq!(text.len(), 6, "{}", style.sheet);
            for (colours, surfaces) in [(&text[..3], &light), (&text[3..], &dark)] {
                for colour in colours {
                    for surface in surfaces {
                        let contrast = contrast(colour, surface);
                        assert!(contrast >= 4.5, "{brand}: {colour} on {surface} is {contrast}");
                    }
                }
            }
        }
    }

    #[test]
    fn its_name_changes_with_its_content() {
        let of = |text: &str| BrandStyle::of(&Palette::of(text.parse().expect("it is a colour"))).name;
        assert_eq!(of("#0b6477"), of("#0B6477"));
        assert_ne!(of("#0b6477"), of("#0b6478"));
    }
}
