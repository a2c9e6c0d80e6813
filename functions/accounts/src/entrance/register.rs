//! Registering.

use caseport_domain::id::UserId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::letter::Errand;
use caseport_domain::password::Chosen;
use caseport_domain::person;
use caseport_domain::registration::{Accepted, RULES, Registration};
use caseport_pages::{Asked, Mailed, Register, RegisterValues};
use caseport_store::Store;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use super::{ask, puzzle};

/// Registers: what was typed is kept with the mail that is to bring the link, and nothing is told of whether it fits
/// (X9, E15).
///
/// AWS calls: `DeleteItem`, three `UpdateItem`s and a `PutItem`; for a form with flaws a `PutItem`.
///
/// # Errors
/// When fields are wrong, or too many mails were asked for.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let values: RegisterValues = request.input()?;
    let mut flaws = Flaws::default();
    let read = read(&request, &values, &mut flaws);
    // Only what is right so far uses the puzzle up.
    if flaws.is_empty() && !puzzle::is_solved(store, &request, &values.challenge, &values.answer).await? {
        flaws.add("answer", Flaw::NotThePicture);
    }
    match read.filter(|_| flaws.is_empty()) {
        Some((address, registration)) => {
            let errand = Errand::Registration { address: address.clone(), registration };
            ask::mail(store, &request, &address, errand).await?;
            request.show(StatusCode::ACCEPTED, &Mailed { asked: Asked::Registration })
        }
        None if request.wants_json() => Err(Failure::Flaws(flaws)),
        None => {
            let form = Register::new(puzzle::set(store, &request).await?).again(values, flaws);
            request.show(StatusCode::UNPROCESSABLE_ENTITY, &form)
        }
    }
}

/// What was typed, or everything that is wrong with it.
fn read(request: &Request, values: &RegisterValues, flaws: &mut Flaws) -> Option<(String, Registration)> {
    let address = flaws.take("email", person::address(&values.email));
    let contact_id = match values.contact_id.trim() {
        "" => Err(Flaw::Required),
        id => id.parse::<UserId>().map(|id| id.to_string()).map_err(|_| Flaw::NoSuchChoice),
    };
    let contact_id = flaws.take("contact_id", contact_id);
    let username = flaws.required("username", &values.username);
    let about = [values.email.as_str(), &values.username, &request.portal().brand];
    let password = flaws.take("password", Chosen::new(&values.password, &about));
    let zone = flaws.take("zone", person::zone(&values.zone));
    if values.rules != RULES.to_string() {
        flaws.add("rules", Flaw::NotAccepted);
    }
    if values.answer.trim().is_empty() {
        flaws.add("answer", Flaw::Required);
    }
    Some((
        address?,
        Registration {
            username: username?,
            password: password?.hash(&request.portal().random.bytes()),
            contact_id: contact_id?,
            zone: zone?,
            language: request.language(),
            rules: Accepted { version: RULES, at: request.now() },
        },
    ))
}
