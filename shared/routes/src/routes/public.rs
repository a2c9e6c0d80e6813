//! What everybody may see, and the pages of no area.

use crate::route::{Route, Who, any, get, post};

#[rustfmt::skip] // A table reads best as one.
pub(super) const ROUTES: &[Route] = &[
    get("public-home", "/", Who::Anyone, &[], "Leads to the page where work starts"),
    get("public-assets", "/assets/{name}", Who::Anyone, &[], "A style sheet or script, by its hashed name"),
    get("public-openapi", "/openapi.json", Who::Anyone, &[], "This document"),
    get("public-rules", "/rules", Who::Anyone, &[], "The rules of the portal"),
    get("public-contact", "/contact", Who::Anyone, &[], "How the vendor is reached beside the portal"),
    post("public-language", "/language", Who::Anyone, &[], "Choose the language of the pages"),
    get("public-soon", "/soon/{module}", Who::SignedIn, &[], "Says that a module is not in use yet"),
    get("public-remote-access", "/remote-access", Who::SignedIn, &[], "How an engineer works on a customer's computer"),
    any("public-not-found", Route::DEFAULT, Who::Anyone, &[], "Says that there is no such page"),
];
