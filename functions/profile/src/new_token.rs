//! Making a personal access token.

use caseport_domain::grant::{DAYS, PersonalToken, Reach};
use caseport_domain::id::{TokenId, UserId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_pages::{MadeToken, TokenLine, TokenValues, Tokens};
use caseport_store::Store;
use caseport_store::tokens::StoredToken;
use caseport_web::{Failure, Outcome, Request, StatusCode};
use jiff::SignedDuration;
use serde::Deserialize;

use crate::{own, prove, tokens};

/// How many tokens somebody may have at once.
const MOST: usize = 50;

/// The form, or the same as JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Input {
    name: String,
    scope: String,
    days: u16,
    password: String,
}

/// Makes a personal access token, for the password, and shows it, once. Who found a session open would else keep what it may do
/// for as long as a token lasts (X12).
///
/// AWS calls: `GetItem`, `UpdateItem` to count the try at the password and to take it back, `Query`, `TransactWriteItems`.
///
/// # Errors
/// When a field is wrong; [`Failure::Throttled`] after ten wrong passwords.
pub async fn handle(store: &Store, request: Request) -> Outcome {
    let Input { name, scope, days, password }: Input = request.input()?;
    let values = TokenValues { name, scope, days };
    let account = own::change(store, &request).await?;
    let user = &account.user.actor.person().id;
    let mut flaws = Flaws::default();
    let made = make(&request, user, &values, account.password_generation, &mut flaws);
    prove::check(store, &request, &account, ("password", &password), &mut flaws).await?;
    let mut lines = tokens::lines(store, &request, &account).await?;
    if lines.len() >= MOST {
        flaws.add("name", Flaw::TooMany { max: MOST });
    }
    let Some((token, stored)) = made.filter(|_| flaws.is_empty()) else {
        if request.wants_json() {
            return Err(Failure::Flaws(flaws));
        }
        return request.show(StatusCode::UNPROCESSABLE_ENTITY, &Tokens::new(lines).again(values, flaws));
    };
    let transaction = store.transaction().permit(&request.permit()?).add_token(user, &stored);
    own::commit(own::noted(transaction, &request, "token-made")?, Failure::SignedOut).await?;
    let made = MadeToken { id: stored.id.clone(), name: stored.name.to_string(), token: token.text() };
    let (name, scope) = (made.name.clone(), stored.reach);
    let (made_at, ends_at) = (stored.made_at, stored.ends_at);
    lines.insert(0, TokenLine { id: stored.id, name, scope, made_at, last_used: None, ends_at });
    request.show(StatusCode::CREATED, &Tokens::new(lines).made(made))
}

/// The token that is asked for, and what is kept of it.
fn make(
    request: &Request,
    user: &UserId,
    values: &TokenValues,
    generation: u32,
    flaws: &mut Flaws,
) -> Option<(PersonalToken, StoredToken)> {
    let (now, random) = (request.now(), request.portal().random);
    let name = flaws.required("name", &values.name);
    let reach = match &*values.scope {
        "" => Err(Flaw::Required),
        code => Reach::of(code).ok_or(Flaw::NoSuchChoice),
    };
    let reach = flaws.take("scope", reach);
    let days = match values.days {
        0 => Err(Flaw::Required),
        days => DAYS.into_iter().find(|offered| *offered == days).ok_or(Flaw::NoSuchChoice),
    };
    let days = flaws.take("days", days);
    // Those made later sort behind.
    let id: TokenId = format!("{:010}-{}", now.as_second(), random.id()).parse().ok()?;
    let token = PersonalToken::new(user.clone(), id.clone(), random.secret());
    let stored = StoredToken {
        id,
        name: name?,
        reach: reach?,
        digest: token.digest(),
        generation,
        made_at: now,
        last_used: None,
        ends_at: now + SignedDuration::from_hours(24 * i64::from(days?)),
    };
    Some((token, stored))
}
