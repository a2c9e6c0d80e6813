//! The editor of a form.

use caseport_domain::contract::Product;
use caseport_domain::form::Draft;
use caseport_domain::id::FormId;
use caseport_domain::policy;
use caseport_pages::forms::{FormEditor, FormVersion, FormVersions};
use caseport_store::forms::{SavedForm, VersionsPart};
use caseport_store::{Store, StoreError};
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// How many versions are told at once.
const VERSIONS: u8 = 50;

/// The editor of a form that is not kept yet. One `Query`.
///
/// # Errors
/// When the actor is no administrator.
pub async fn new(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let products = products(store).await?;
    request.show(StatusCode::OK, &FormEditor::new(Draft::default(), products))
}

/// The editor of a form, with its newest versions; with `?before=51` those before that one, with `?version=2` on that one.
/// Two times `Query`; one more with each of these, unless it asks for the newest version.
///
/// `before` is the number of a version, which its readers know, and no signed cursor: it can lead nowhere but among the
/// versions of the form itself.
///
/// # Errors
/// When the actor is no administrator, or there is no such form or version; [`Failure::Cursor`] for a `before` that is no
/// number.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let id: FormId = request.parameter("form")?;
    let before: Option<u32> =
        request.query("before").map(str::parse).transpose().map_err(|_| Failure::Cursor)?;
    let asked: Option<u32> =
        request.query("version").map(str::parse).transpose().map_err(|_| Failure::NotFound)?;
    let (part, products) = tokio::try_join!(versions(store, &id, before), products(store))?;
    let newest = match before {
        None => part.versions.first().cloned(),
        Some(_) => version(store, &id, None).await?,
    };
    let newest = newest.ok_or(Failure::NotFound)?;
    let number = newest.form.version;
    let earlier = asked.filter(|asked| *asked != number);
    let shown = match earlier {
        None => newest,
        Some(_) => version(store, &id, earlier).await?.ok_or(Failure::NotFound)?,
    };
    let editor = FormEditor::new(Draft::from(&shown.form), products).changing(number, told(&part, before));
    request.show(StatusCode::OK, &editor.showing(earlier))
}

/// Versions of a form, the newest first: those before this one, or the newest. One `Query`.
pub(crate) async fn versions(
    store: &Store,
    id: &FormId,
    before: Option<u32>,
) -> Result<VersionsPart, StoreError> {
    store.form_versions(id, before, VERSIONS).await
}

/// A version of a form, or its newest. One `Query`.
pub(crate) async fn version(
    store: &Store,
    id: &FormId,
    number: Option<u32>,
) -> Result<Option<SavedForm>, StoreError> {
    let part = store.form_versions(id, number.map(|number| number.saturating_add(1)), 1).await?;
    let found = part.versions.into_iter().next();
    Ok(found.filter(|saved| number.is_none_or(|number| saved.form.version == number)))
}

/// Versions as the editor tells them.
pub(crate) fn told(part: &VersionsPart, before: Option<u32>) -> FormVersions {
    let line = |saved: &SavedForm| FormVersion::new(saved.form.version, saved.at, &saved.by);
    FormVersions::part(part.versions.iter().map(line).collect(), before, part.older)
}

/// All products, by name. One `Query`.
pub(crate) async fn products(store: &Store) -> Result<Vec<Product>, StoreError> {
    Ok(store.products().await?.into_iter().map(|product| product.record).collect())
}
