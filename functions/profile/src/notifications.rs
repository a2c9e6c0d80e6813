//! For what one is mailed about one's cases, where one chose nothing for a case itself.

use caseport_domain::input::Flaws;
use caseport_domain::policy;
use caseport_domain::wishes::{Preferences, Topic};
use caseport_pages::{Done, NotificationsPage};
use caseport_store::{Committed, Store};
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use serde::Deserialize;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    topics: Vec<String>,
}

/// For what one is mailed, and the form to choose it with. One `GetItem`.
///
/// # Errors
/// [`Failure::Denied`] for engineers.
pub async fn page(store: &Store, request: Request) -> Outcome {
    let contact = policy::customer(request.actor()?)?;
    let preferences = store.preferences(&contact.person.id).await?;
    request.show(StatusCode::OK, &NotificationsPage::from(preferences))
}

/// Chooses for what one is mailed. One `GetItem` and one `TransactWriteItems`.
///
/// # Errors
/// [`Failure::Denied`] for engineers; [`Failure::Flaws`]; [`Failure::Outdated`] when it was chosen twice at once.
pub async fn save(store: &Store, request: Request) -> Outcome {
    let contact = policy::customer(request.actor()?)?;
    let input: Input = request.input()?;
    let mut flaws = Flaws::default();
    let topics = flaws.take("topics", Topic::chosen(&input.topics));
    let Some(topics) = topics else { return Err(Failure::Flaws(flaws)) };
    let before = store.preferences(&contact.person.id).await?;
    let after = Preferences { topics, version: before.version + 1, ..before };
    match store.transaction().save_preferences(&after).permit(&request.permit()?).commit().await? {
        Committed::Done if request.wants_json() => {
            Ok(Answer::json(StatusCode::OK, &NotificationsPage::from(after))?)
        }
        Committed::Done => {
            let done = Done::NotificationsSaved.code();
            Ok(Answer::see(&format!("/profile/notifications?done={done}")))
        }
        Committed::NoPermit => Err(Failure::SignedOut),
        Committed::Failed(_) | Committed::Conflict => Err(Failure::Outdated),
    }
}
