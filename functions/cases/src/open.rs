//! Opening a case.

use caseport_domain::actor::{Author, Contact};
use caseport_domain::case::chain::{Digest, Salt, Sealed};
use caseport_domain::case::{Case, Details, Event, Happened, Opening};
use caseport_domain::contract::Company;
use caseport_domain::draft::Place;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::module::Module;
use caseport_domain::policy;
use caseport_pages::{Done, OpenForm, OpenValues};
use caseport_store::Store;
use caseport_store::cases::{Step, Stored};
use caseport_store::drafts::Sent;
use caseport_store::once::Once;
use caseport_web::attachments::colleagues;
use caseport_web::command::{Receipt, sent};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};

use crate::answers;
use crate::said::{self, Offer, Said};

/// How often a case is stored anew that met another: two that somebody opens at once with the same colleague count that at once.
const TRIES: usize = 4;

/// Opens a case.
///
/// A form that was filled in for another company than the one acted for comes back too: that may be another one since, by
/// choice in another window, or because a relation has ended.
///
/// With `show` nothing is opened: the form comes back as it stands, with the questions to what is chosen.
///
/// AWS calls: two times `Query`, one `GetItem`, one `UpdateItem`, one `TransactWriteItems`; with files one `BatchGetItem`, and
/// another if the form comes back; with observers two.
///
/// # Errors
/// When the actor may not open cases, or none of this type. A form with flaws comes back as it was typed.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let (contact, types) = crate::new::who(&request)?;
    let values: OpenValues = request.input()?;
    let once = request.once()?;
    let ((company, products), forms) = crate::new::offer(store, &request, contact).await?;
    let meant = meant_for(&company, &values);
    if !values.show.is_empty() && meant.is_ok() {
        let form = OpenForm::new(products, types, forms, values);
        return crate::new::show(store, &request, contact, StatusCode::OK, form).await;
    }
    let opening = match meant {
        Ok(()) => {
            let offer = Offer { products: &products, types: &types, forms: &forms };
            opening(store, &request, contact, company, offer, &values).await?
        }
        Err(flaws) => Err(flaws),
    };
    let opened = match opening {
        Ok(opening) => {
            let draft = sent(Place::New, &values.draft);
            store_case(store, &request, contact, opening, (once.as_ref(), draft)).await?
        }
        Err(flaws) => Err(flaws),
    };
    match opened {
        Ok(receipt) => {
            let address = format!("/cases/{}", receipt.number);
            if request.wants_json() {
                return Ok(Answer::created(&address, &receipt)?);
            }
            Ok(Answer::see(&format!("{address}?done={}", Done::Opened.code())))
        }
        Err(flaws) if request.wants_json() => Err(Failure::Flaws(flaws)),
        Err(flaws) => {
            let form = OpenForm::new(products, types, forms, values).again(flaws);
            crate::new::show(store, &request, contact, StatusCode::UNPROCESSABLE_ENTITY, form).await
        }
    }
}

/// Whether the form was filled in for this company; nobody has to say.
fn meant_for(company: &Company, values: &OpenValues) -> Result<(), Flaws> {
    if values.company.is_empty() || values.company == company.id.as_str() {
        return Ok(());
    }
    let mut flaws = Flaws::default();
    flaws.add("company", Flaw::OtherCompany { company: company.name.clone() });
    Err(flaws)
}

/// What the case is opened with, or everything that is wrong with the form.
async fn opening(
    store: &Store,
    request: &Request,
    contact: &Contact,
    company: Company,
    offer: Offer<'_>,
    values: &OpenValues,
) -> Result<Result<Opening, Flaws>, Failure> {
    let mut flaws = Flaws::default();
    let Said { about, impact, urgency, title, reference, description } =
        said::read(request, offer, values, &mut flaws)?;
    let addresses: Vec<&str> = values
        .observers
        .split([',', ';', '\n', '\r'])
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .collect();
    if !addresses.is_empty() {
        // As on the case's page: who only reads has nobody follow a case, were it their own.
        policy::open(request.actor()?)?;
    }
    let asks_outside = request.uses(Module::OutsideObservers);
    let nobody = if asks_outside { Flaw::OutsideLater } else { Flaw::NoSuchColleague };
    let told = ("observers", nobody);
    let mut observers = colleagues(store, &contact.company, told, &addresses, &mut flaws).await?;
    observers.retain(|person| person.id != contact.person.id);
    let mut answers = about.as_ref().and_then(|about| answers::read(request, about.form, values, &mut flaws));
    let attachments = answers::files(store, request, values, answers.as_ref(), &mut flaws).await?;
    let fields = (about, impact, urgency, title, description);
    let (Some(about), Some(impact), Some(urgency), Some(title), Some(description)) = fields else {
        return Ok(Err(flaws));
    };
    if !flaws.is_empty() {
        return Ok(Err(flaws));
    }
    if let (Some(answers), Some(form)) = (&mut answers, about.form) {
        answers.answers.extend(form.worded(impact, urgency));
    }
    let matrix = store.matrix().await?.value;
    let reporter = contact.person.clone();
    Ok(Ok(Opening {
        company,
        reporter,
        observers,
        product: about.product,
        case_type: about.case_type,
        title,
        reference,
        impact,
        urgency,
        priority: Some(matrix.of(impact, urgency)),
        details: answers.as_ref().map(Details::of).unwrap_or_default(),
        answers,
        description,
        attachments,
    }))
}

/// Gives the case a number and stores it, once for each idempotency key, or says what is wrong with the form that only this
/// shows. The draft that it was begun as goes with it.
async fn store_case(
    store: &Store,
    request: &Request,
    contact: &Contact,
    opening: Opening,
    (once, draft): (Option<&Once>, Option<Sent>),
) -> Result<Result<Receipt, Flaws>, Failure> {
    let number = store.next_number().await?;
    let attachments = opening.attachments.clone();
    let by = Author::Contact(contact.person.clone());
    let event = Event { seq: 1, at: request.now(), by, what: Happened::Opened(Box::new(opening.clone())) };
    let salt = Salt::new(request.portal().random.bytes());
    let sealed = Sealed::seal(number, Digest::ZERO, salt, &event);
    let case = Case::opened(number, opening, event.at, sealed.hash);
    let files = Some((&contact.person.id, attachments.as_slice()));
    let permit = Some(request.permit()?);
    let step = Step { attachments: files, once, permit, draft, ..Step::new(&case, &sealed) };
    let mut flaws = Flaws::default();
    for _ in 0..TRIES {
        match store.store(&step).await? {
            Stored::Now => return Ok(Ok(Receipt { number, version: 1 })),
            Stored::Before(receipt) if once.is_some_and(|once| once.print == receipt.print) => {
                return Ok(Ok(Receipt { number: receipt.number, version: receipt.version }));
            }
            Stored::Before(_) => return Err(Failure::KeyReused),
            Stored::NoPermit => return Err(Failure::SignedOut),
            Stored::NoSuchUpload => flaws.add("attachments", Flaw::NotArrived),
            Stored::AddedTooOften => flaws.add("observers", Flaw::AddedTooOften),
            // Of these there is none: an opening gives the case to nobody.
            Stored::EngineerLeft => return Err(Failure::internal("an opening gives a case to somebody")),
            Stored::Overtaken => continue,
        }
        return Ok(Err(flaws));
    }
    Err(Failure::internal("a fresh number was taken"))
}
