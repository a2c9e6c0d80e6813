//! For what one is mailed about one's cases, where one chose nothing for a case itself, and when. An engineer's are those they
//! work on.

use caseport_domain::held;
use caseport_domain::input::Flaws;
use caseport_domain::wishes::{Preferences, Topic};
use caseport_pages::{Done, NotificationsPage, NotificationsTyped};
use caseport_store::Store;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode, demand_written};

/// For what one is mailed and when, and the form to choose it with. One `GetItem`.
///
/// # Errors
/// When nobody is signed in.
pub async fn page(store: &Store, request: Request) -> Outcome {
    let preferences = store.preferences(&request.actor()?.person().id).await?;
    request.show(StatusCode::OK, &NotificationsPage::from(preferences))
}

/// Chooses for what one is mailed, and when. What is held already is sent when it was to be. One `GetItem` and one
/// `TransactWriteItems`.
///
/// # Errors
/// [`Failure::Flaws`], for a page with what was typed; [`Failure::Outdated`] when it was chosen twice at once.
pub async fn save(store: &Store, request: Request) -> Outcome {
    let user = &request.actor()?.person().id;
    let typed: NotificationsTyped = request.input()?;
    let before = store.preferences(user).await?;
    let after = match chosen(&before, &typed) {
        Ok(after) => after,
        Err(flaws) if request.wants_json() => return Err(Failure::Flaws(flaws)),
        Err(flaws) => {
            let page = NotificationsPage::from(before).again(typed, flaws);
            return request.show(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let transaction = store.transaction().save_preferences(&after).permit(&request.permit()?);
    demand_written(&transaction.commit().await?)?;
    if request.wants_json() {
        return Ok(Answer::json(StatusCode::OK, &NotificationsPage::from(after))?);
    }
    Ok(Answer::see(&format!("/profile/notifications?done={}", Done::NotificationsSaved.code())))
}

/// The preferences as they were typed.
fn chosen(before: &Preferences, typed: &NotificationsTyped) -> Result<Preferences, Flaws> {
    let mut flaws = Flaws::default();
    let topics = flaws.take("topics", Topic::chosen(&typed.topics)).unwrap_or_default();
    let digest = held::digest(&typed.digest, &mut flaws);
    let quiet = held::quiet(&typed.quiet_from, &typed.quiet_until, &mut flaws);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    Ok(Preferences { user: before.user.clone(), topics, digest, quiet, version: before.version + 1 })
}
