//! The choice of a language.

use caseport_domain::input::Flaw;
use caseport_domain::person::Language;
use caseport_pages::local;
use caseport_web::{Answer, Cookie, Failure, LANGUAGE, Outcome, Request};
use serde::Deserialize;

/// The form at the top of every page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    language: String,
    #[serde(default)]
    to: String,
}

/// Remembers the language for a year and leads back to where one was.
///
/// # Errors
/// [`Failure::Flaws`] for a language that is none of ours.
pub async fn handle((): &(), request: Request) -> Outcome {
    let choice: Choice = request.input()?;
    let language = Language::of(&choice.language).ok_or(Failure::flaw("language", Flaw::NoSuchChoice))?;
    let cookie = Cookie::new(LANGUAGE, language.code()).kept(365 * 24 * 3600);
    Ok(Answer::see(local(&choice.to).unwrap_or("/")).with(cookie))
}
