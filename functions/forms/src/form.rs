//! The editor of a form.

use caseport_domain::contract::Product;
use caseport_domain::form::Draft;
use caseport_domain::id::FormId;
use caseport_domain::policy;
use caseport_pages::forms::{FormEditor, FormVersion};
use caseport_store::forms::SavedForm;
use caseport_store::{Store, StoreError};
use caseport_web::{Failure, Outcome, Request, StatusCode};

/// How many versions are told.
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

/// The editor of a form, with its versions; with `?version=2` on that one. Two times `Query`.
///
/// # Errors
/// When the actor is no administrator, or there is no such form.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let id: FormId = request.parameter("form")?;
    let (versions, products) = tokio::try_join!(versions(store, &id), products(store))?;
    let newest = versions.first().ok_or(Failure::NotFound)?.form.version;
    let asked = request.query("version").map_or(Some(newest), |version| version.parse().ok());
    let shown = versions.iter().find(|saved| Some(saved.form.version) == asked).ok_or(Failure::NotFound)?;
    let editor = FormEditor::new(Draft::from(&shown.form), products).changing(newest, lines(&versions));
    let editor = if shown.form.version == newest { editor } else { editor.showing(shown.form.version) };
    request.show(StatusCode::OK, &editor)
}

/// The versions of a form, the newest first. One `Query`.
pub(crate) async fn versions(store: &Store, id: &FormId) -> Result<Vec<SavedForm>, StoreError> {
    store.form_versions(id, VERSIONS).await
}

/// Versions as the editor tells them.
pub(crate) fn lines(versions: &[SavedForm]) -> Vec<FormVersion> {
    versions.iter().map(|saved| FormVersion::new(saved.form.version, saved.at, &saved.by)).collect()
}

/// All products, by name. One `Query`.
pub(crate) async fn products(store: &Store) -> Result<Vec<Product>, StoreError> {
    Ok(store.products().await?.into_iter().map(|product| product.record).collect())
}
