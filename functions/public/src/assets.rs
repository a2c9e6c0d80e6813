//! Style sheets and scripts.

use caseport_pages::assets;
use caseport_web::{Answer, Failure, Outcome, Request};

/// A style sheet or script by its hashed name, as small as the browser can read it; the brand's among them.
///
/// # Errors
/// [`Failure::NotFound`].
pub async fn handle((): &(), request: Request) -> Outcome {
    let name: String = request.parameter("name")?;
    let style = &request.portal().style;
    if name == style.name {
        return Ok(Answer::asset("text/css; charset=utf-8", None, style.sheet.clone().into_bytes()));
    }
    let asset = assets::find(&name).ok_or(Failure::NotFound)?;
    let (encoding, bytes) = asset.best(request.header("accept-encoding").unwrap_or_default());
    Ok(Answer::asset(asset.media_type, encoding, bytes.to_vec()))
}
