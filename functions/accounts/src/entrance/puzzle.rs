//! What tells people from programs: a picture of six characters (E11), and a sum for who cannot see it.
//!
//! The picture is the crate `captcha`'s, which has drawn them for years and needs no font. It keeps a program busy that
//! was not made for this portal, and no more: what bounds abuse are the counts of mails by address and by source.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use captcha::Captcha;
use captcha::filters::{Noise, Wave};
use caseport_pages::Puzzle;
use caseport_store::Store;
use caseport_store::challenges::Challenge;
use caseport_web::{Failure, Request};

/// How many characters a picture has.
const CHARACTERS: u32 = 6;
/// Its pixels.
const WIDTH: u32 = 260;
const HEIGHT: u32 = 90;
/// The width of what the crate draws on.
const CANVAS: u32 = 400;
/// How often characters are drawn until they fit.
const TRIES: usize = 100;

/// A new puzzle, whose answers are kept. One `PutItem`.
pub(super) async fn set(store: &Store, request: &Request) -> Result<Puzzle, Failure> {
    let random = request.portal().random;
    let [a, b] = random.bytes::<2>().map(|byte| byte % 9 + 2);
    let (characters, png) = draw()?;
    let id = random.id();
    let challenge = Challenge { picture: characters, question: (a + b).to_string(), at: request.now() };
    store.add_challenge(&id, &challenge).await?;
    let picture = format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png));
    Ok(Puzzle { challenge: id, picture, sum: (a, b) })
}

/// A picture as PNG, and the characters in it. The crate takes it for granted that what is cut out lies on its canvas:
/// characters that came out too narrow or too wide for that are drawn again.
fn draw() -> Result<(String, Vec<u8>), Failure> {
    for _ in 0..TRIES {
        let mut picture = Captcha::new();
        picture.add_chars(CHARACTERS);
        let area = picture.text_area();
        let middle = u32::midpoint(area.left, area.right);
        let fits = (WIDTH / 2..=CANVAS - WIDTH / 2).contains(&middle) && area.right - area.left <= WIDTH;
        if !fits {
            continue;
        }
        picture.apply_filter(Noise::new(0.2));
        picture.apply_filter(Wave::new(2.0, 8.0).horizontal());
        picture.view(WIDTH, HEIGHT);
        if let Some(png) = picture.as_png() {
            return Ok((picture.chars_as_string(), png));
        }
    }
    Err(Failure::internal("no picture could be drawn"))
}

/// Whether the answer is right; a puzzle is answered once. One `DeleteItem`.
pub(super) async fn is_solved(
    store: &Store,
    request: &Request,
    id: &str,
    answer: &str,
) -> Result<bool, Failure> {
    let challenge = store.take_challenge(id).await?;
    Ok(challenge.is_some_and(|challenge| challenge.is_met(answer, request.now())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E11
    #[test]
    fn every_picture_has_six_characters() {
        for _ in 0..200 {
            let (characters, png) = draw().expect("it is drawn");
            assert_eq!(characters.chars().count(), 6);
            assert!(png.starts_with(b"\x89PNG") && png.len() < 24 << 10);
        }
    }
}
