//! Adding and changing forms.

use caseport_domain::audit::Entry;
use caseport_domain::contract::Product;
use caseport_domain::form::{Draft, Form, rival};
use caseport_domain::id::FormId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_pages::Done;
use caseport_pages::forms::{FormEditor, FormVersions};
use caseport_store::forms::SavedForm;
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Serialize;

use crate::form::{products, told, version, versions};
use crate::sent::Sent;

/// What a form that was saved is answered with, as JSON.
#[derive(Serialize)]
struct Receipt<'a> {
    id: &'a FormId,
    version: u32,
}

/// Adds a form; with `do` shows it as it would be. Two times `Query`, and one `TransactWriteItems` to save it; a `Query`
/// more where somebody else was quicker.
///
/// # Errors
/// When the actor is no administrator. A form with flaws comes back as it was typed.
pub async fn add(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let mut flaws = Flaws::default();
    let sent = Sent::read(&request, None, &mut flaws)?;
    let (forms, products) = tokio::try_join!(store.forms(), products(store))?;
    if let Some(edit) = sent.edit {
        return request.show(StatusCode::OK, &FormEditor::new(sent.draft.edited(edit), products));
    }
    let form = sent.draft.form(1, &mut flaws);
    check(form.as_ref(), &products, &forms, &mut flaws);
    let stored = form.as_ref().and_then(|form| forms.iter().find(|saved| saved.form.id == form.id));
    if let (Some(form), Some(stored)) = (&form, stored) {
        // The same sent twice is there as it was to be.
        if stored.form == *form && flaws.is_empty() {
            return saved(&request, form, true);
        }
        flaws.add("id", Flaw::Taken);
    }
    let Some(form) = form.filter(|_| flaws.is_empty()) else {
        return wrong(&request, &FormEditor::new(sent.draft, products).again(flaws.clone()), flaws);
    };
    if put(store, &request, None, &form).await? || is_kept(store, &form).await? {
        return saved(&request, &form, true);
    }
    flaws.add("id", Flaw::Taken);
    wrong(&request, &FormEditor::new(sent.draft, products).again(flaws.clone()), flaws)
}

/// Changes a form, which makes its next version; with `do` shows it as it would be. Two times `Query`, and one
/// `TransactWriteItems` to save it; a `Query` more where somebody else was quicker.
///
/// # Errors
/// When the actor is no administrator, or there is no such form. A form with flaws comes back as it was typed, and so does
/// one that was made from a version that is no more the newest.
pub async fn change(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let id: FormId = request.parameter("form")?;
    let (forms, products) = tokio::try_join!(store.forms(), products(store))?;
    let before = forms.iter().find(|saved| saved.form.id == id).ok_or(Failure::NotFound)?;
    let newest = before.form.version;
    let mut flaws = Flaws::default();
    let sent = Sent::read(&request, Some(&id), &mut flaws)?;
    let version = sent.version.unwrap_or(newest);
    let editor = |draft| FormEditor::new(draft, products.clone()).changing(version, FormVersions::default());
    if let Some(edit) = sent.edit {
        return request.show(StatusCode::OK, &editor(sent.draft.edited(edit)));
    }
    let form = sent.draft.form(newest.saturating_add(1), &mut flaws);
    check(form.as_ref(), &products, &forms, &mut flaws);
    let Some(form) = form.filter(|_| flaws.is_empty()) else {
        return wrong(&request, &editor(sent.draft).again(flaws.clone()), flaws);
    };
    if (Form { version: newest, ..form.clone() }) == before.form {
        return saved(&request, &before.form, false);
    }
    if version == newest && put(store, &request, Some(&before.form), &form).await? {
        return saved(&request, &form, false);
    }
    let part = versions(store, &id, None).await?;
    let newest = part.versions.first().map_or(newest, |saved| saved.form.version);
    overtaken(&request, &editor(sent.draft).changing(newest, told(&part, None)).overtaken())
}

/// Notes what only the other records can tell: products that there are not, another form for the same cases.
fn check(form: Option<&Form>, products: &[Product], forms: &[SavedForm], flaws: &mut Flaws) {
    let Some(form) = form else { return };
    for (place, id) in form.products.iter().enumerate() {
        if !products.iter().any(|product| product.id == *id) {
            flaws.add(format!("products/{place}"), Flaw::NoSuchRecord);
        }
    }
    let forms: Vec<Form> = forms.iter().map(|saved| saved.form.clone()).collect();
    if let Some(rival) = rival(form, &forms) {
        flaws.add("products", Flaw::Rival { form: rival.id.to_string() });
    }
}

/// Stores a form in the place of the version before; `false` if that is not the newest. One `TransactWriteItems`, and up to four
/// while others write to the same form; [`Failure::Outdated`] when they do so again and again.
async fn put(store: &Store, request: &Request, before: Option<&Form>, form: &Form) -> Result<bool, Failure> {
    let by = request.actor()?.author();
    let what = if before.is_some() { "form-changed" } else { "form-created" };
    let entry = Entry::new(request.now(), by.clone(), what);
    let entry = Draft::changes(before.map(Draft::from).as_ref(), &Draft::from(form))
        .into_iter()
        .fold(entry, |entry, (field, from, to)| entry.with(&field, &from, &to));
    let saved = SavedForm { form: form.clone(), at: request.now(), by };
    let saving = store.transaction().permit(&request.permit()?).save_form(&saved);
    let saving = saving.audit("form", form.id.as_str(), &entry, &request.portal().random.id());
    match saving.commit_in_turn().await? {
        Committed::Done => Ok(true),
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) => Ok(false),
        Committed::Conflict => Err(Failure::Outdated),
    }
}

/// Whether the form is kept just so: the same was sent twice at once. One `Query`.
async fn is_kept(store: &Store, form: &Form) -> Result<bool, Failure> {
    let newest = version(store, &form.id, None).await?;
    Ok(newest.is_some_and(|saved| saved.form == *form))
}

fn saved(request: &Request, form: &Form, is_new: bool) -> Outcome {
    let (id, address) = (&form.id, format!("/forms/{}", form.id));
    let receipt = Receipt { id, version: form.version };
    match (request.wants_json(), is_new) {
        (true, true) => Ok(Answer::created(&address, &receipt)?),
        (true, false) => Ok(Answer::json(StatusCode::OK, &receipt)?),
        (false, _) => Ok(Answer::see(&format!("{address}?done={}", Done::Saved.code()))),
    }
}

fn wrong(request: &Request, editor: &FormEditor, flaws: Flaws) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Flaws(flaws));
    }
    request.show(StatusCode::UNPROCESSABLE_ENTITY, editor)
}

fn overtaken(request: &Request, editor: &FormEditor) -> Outcome {
    if request.wants_json() {
        return Err(Failure::Outdated);
    }
    request.show(StatusCode::CONFLICT, editor)
}
