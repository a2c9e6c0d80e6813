//! Requests for access: one item each, with every step it took.

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::types::Put;
use aws_sdk_dynamodb::types::builders::PutBuilder;
use caseport_domain::access_request::{AccessRequest, AccessRow, Subject, What};
use caseport_domain::addresses::Addresses;
use caseport_domain::erasure::Leaver;
use caseport_domain::id::{AccessRequestId, UserId};
use caseport_routes::Index;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::item::{Item, item, n, s};
use crate::lists::{ListError, Lists, Page, Query, Sorted};
use crate::table::Store;
use crate::transaction::{Committed, Permit, Transaction};
use caseport_keys::{self as keys, Key};

/// A request as kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    request: AccessRequest,
    version: u32,
}

/// Which request of somebody was their last, and whether there is something to do about it still.
#[derive(Serialize, Deserialize)]
struct Latest {
    request: AccessRequestId,
    open: bool,
}

/// A request that somebody made, or was to confirm.
#[derive(Serialize, Deserialize)]
struct Made {
    request: AccessRequestId,
}

/// For how long a request that has ended is kept. Whether it was granted stays in the trail of the records.
const KEPT: SignedDuration = SignedDuration::from_hours(365 * 24);

/// How often a request that moves on meanwhile is tried again.
const TRIES: usize = 4;

/// Whose request it is, as its last one is found by.
fn of(request: &AccessRequest) -> &str {
    match &request.subject {
        Subject::Level { contact, .. } => contact.id.as_str(),
        Subject::Login { email, .. } => email.as_str(),
    }
}

/// Where those find a request who stand in it. Who was erased stands in none.
fn pointers(request: &AccessRequest) -> Vec<Key> {
    let primes = request.steps.iter().filter_map(|step| match &step.what {
        What::PrimeAsked { prime } if !prime.is_erased() => Some(keys::access_prime(&prime.id, &request.id)),
        _ => None,
    });
    let mut keys: Vec<Key> = primes.collect();
    keys.push(keys::access_asked(of(request), &request.id));
    keys.sort_by(|a, b| (&a.pk, &a.sk).cmp(&(&b.pk, &b.sk)));
    keys.dedup();
    keys
}

fn kept(request: &AccessRequest) -> Result<Item, StoreError> {
    let version = request.version();
    let kept = Kept { request: request.clone(), version };
    let mut item = item(keys::access_request(&request.id), &kept)?;
    if request.standing().is_to_do() {
        let name = keys::index_name(Index::Access);
        item.insert(format!("{name}_pk"), s(keys::access_list()));
        item.insert(format!("{name}_sk"), s(format!("{}#{}", keys::instant(request.due_at), request.id)));
        item.insert(keys::ROW.into(), s(serde_json::to_string(&request.row())?));
    }
    forgotten(request, item)
}

/// An item about a request, which goes with it.
fn forgotten(request: &AccessRequest, mut item: Item) -> Result<Item, StoreError> {
    let last = request.steps.last().ok_or(StoreError::Torn("a request was asked for"))?;
    if !request.standing().is_open() {
        item.insert(keys::EXPIRES_AT.into(), n((last.at + KEPT).as_second()));
    }
    Ok(item)
}

impl Transaction<'_> {
    /// Stores a new request, unless whoever asks has another that is open, or was granted a login that waits for a contact.
    #[must_use]
    pub fn ask_access(self, request: &AccessRequest) -> Self {
        let latest = Latest { request: request.id.clone(), open: true };
        let put = Put::builder()
            .condition_expression("attribute_not_exists(pk) OR #open = :closed")
            .expression_attribute_names("#open", "open")
            .expression_attribute_values(":closed", AttributeValue::Bool(false));
        self.create(kept(request)).latest(request, &latest, put).point(request)
    }

    /// Stores what became of a request, if it is still as it was before.
    #[must_use]
    pub fn change_access_request(self, before: &AccessRequest, after: &AccessRequest) -> Self {
        let changed = self.replace_if(kept(after), "version", before.version());
        let last = after.steps.last().map(|step| &step.what);
        if after.standing().is_open() {
            let asks_prime = matches!(last, Some(What::PrimeAsked { .. }));
            return if asks_prime { changed.point(after) } else { changed };
        }
        let latest = Latest { request: after.id.clone(), open: after.standing().is_to_do() };
        let put = Put::builder()
            .condition_expression("#request = :request")
            .expression_attribute_names("#request", "request")
            .expression_attribute_values(":request", s(after.id.as_str()));
        changed.latest(after, &latest, put).point(after)
    }

    fn latest(self, request: &AccessRequest, latest: &Latest, put: PutBuilder) -> Self {
        let item = item(keys::latest_access_request(of(request)), latest);
        self.put(put, item.and_then(|item| forgotten(request, item)))
    }

    /// Has the request found by all who stand in it: who made it, and who was to confirm it.
    fn point(self, request: &AccessRequest) -> Self {
        let made = Made { request: request.id.clone() };
        pointers(request).into_iter().fold(self, |transaction, key| {
            let put = Put::builder()
                .condition_expression("attribute_not_exists(pk) OR #request = :request")
                .expression_attribute_names("#request", "request")
                .expression_attribute_values(":request", s(request.id.as_str()));
            let item = item(key, &made).and_then(|item| forgotten(request, item));
            transaction.put(put, item)
        })
    }
}

/// The requests that somebody stands in, as far as they are kept, in no order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Involved {
    /// Those that they made.
    pub made: Vec<AccessRequest>,
    /// Those of others that they were to confirm.
    pub to_confirm: Vec<AccessRequest>,
}

/// What became of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is stored.
    Now,
    /// Another request is open, or waits for a contact.
    OneIsOpen,
    /// What the caller may do has changed since their access token was given.
    NoPermit,
}

impl Store {
    /// Stores a new request: of somebody signed in by their permit. One `TransactWriteItems`, and up to four while another write is
    /// at the same items.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn ask_access(
        &self,
        request: &AccessRequest,
        permit: Option<Permit<'_>>,
    ) -> Result<Asked, StoreError> {
        let transaction = self.transaction().ask_access(request);
        let transaction = match &permit {
            Some(permit) => transaction.permit(permit),
            None => transaction,
        };
        Ok(match transaction.commit_in_turn().await? {
            Committed::Done => Asked::Now,
            Committed::NoPermit => Asked::NoPermit,
            Committed::Failed(_) | Committed::Conflict => Asked::OneIsOpen,
        })
    }

    /// A request. One `GetItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn access_request(&self, id: &AccessRequestId) -> Result<Option<AccessRequest>, StoreError> {
        Ok(self.get::<Kept>(keys::access_request(id)).await?.map(|kept| kept.request))
    }

    /// The requests that somebody stands in who has, or had, these addresses: whoever has no account yet asks for one by their
    /// address. What others asked for with an address that was theirs once is not among them. One `Query`, and one for each
    /// address; if there are any two `BatchGetItem`s.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn access_requests_of(
        &self,
        user: &UserId,
        addresses: &Addresses,
    ) -> Result<Involved, StoreError> {
        let mut pointers = Vec::new();
        for who in addresses.each().chain([user.as_str()]) {
            pointers.extend(self.keys_of(keys::latest_access_request(who).pk).await?);
        }
        pointers.retain(|key| key.sk.starts_with(keys::ASKED) || key.sk.starts_with(keys::PRIME));
        let mut involved = Involved::default();
        for request in self.access_requests(&pointers).await? {
            if request.is_own(user, addresses) {
                involved.made.push(request);
            } else if request.concerns(user) {
                involved.to_confirm.push(request);
            }
        }
        Ok(involved)
    }

    /// Takes somebody out of the requests of others that they were to confirm. One `Query`; if there are any two
    /// `BatchGetItem`s, and one `TransactWriteItems` for each that tells of them.
    ///
    /// # Errors
    /// When DynamoDB fails, or a request moves on again and again.
    pub(crate) async fn erase_from_access(
        &self,
        user: &UserId,
        leaver: &Leaver<'_>,
    ) -> Result<(), StoreError> {
        let mut pointers = self.keys_of(keys::latest_access_request(user.as_str()).pk).await?;
        pointers.retain(|key| key.sk.starts_with(keys::PRIME));
        for request in self.access_requests(&pointers).await? {
            self.erase_from_request(request, leaver).await?;
        }
        Ok(())
    }

    async fn erase_from_request(
        &self,
        mut request: AccessRequest,
        leaver: &Leaver<'_>,
    ) -> Result<(), StoreError> {
        for _ in 0..TRIES {
            let Some(told) = leaver.taken_from(&request)? else { return Ok(()) };
            let written = self.transaction().replace_if(kept(&told), "version", request.version());
            if written.commit().await? == Committed::Done {
                return Ok(());
            }
            let Some(now) = self.access_request(&request.id).await? else { return Ok(()) };
            request = now;
        }
        Err(StoreError::Torn("a request moved on again and again while somebody was taken out of it"))
    }

    /// Deletes what somebody asked for, by identifier or with an address that was theirs then, and where it is found by that,
    /// and where they find what they were to confirm. One `Query`, and one for each address; for each of these by which anything
    /// is found two `BatchGetItem`s, and a `DeleteItem` for each item that goes.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub(crate) async fn forget_access(&self, user: &UserId, addresses: &Addresses) -> Result<(), StoreError> {
        for who in addresses.each().chain([user.as_str()]) {
            let pointers = self.keys_of(keys::latest_access_request(who).pk).await?;
            let requests = self.access_requests(&pointers).await?;
            let (own, others): (Vec<&AccessRequest>, Vec<&AccessRequest>) =
                requests.iter().partition(|request| request.is_own(user, addresses));
            for request in own {
                self.forget(keys::access_request(&request.id)).await?;
            }
            // What others asked for with that address, before or since, they find as before.
            let mut kept: Vec<Key> =
                others.iter().map(|request| keys::access_asked(of(request), &request.id)).collect();
            let last = requests.iter().max_by_key(|request| request.asked_at());
            let last = last.filter(|request| !request.is_own(user, addresses));
            kept.extend(last.map(|request| keys::latest_access_request(of(request))));
            for pointer in pointers.into_iter().filter(|pointer| !kept.contains(pointer)) {
                self.forget(pointer).await?;
            }
        }
        Ok(())
    }

    async fn access_requests(&self, pointers: &[Key]) -> Result<Vec<AccessRequest>, StoreError> {
        let made: Vec<Made> = self.batch(pointers).await?;
        let mut keys: Vec<Key> = made.iter().map(|made| keys::access_request(&made.request)).collect();
        keys.sort_by(|a, b| a.pk.cmp(&b.pk));
        keys.dedup();
        let kept: Vec<Kept> = self.batch(&keys).await?;
        Ok(kept.into_iter().map(|kept| kept.request).collect())
    }

    /// The last request of somebody, open or not. One `GetItem`, and one more if there is one.
    ///
    /// # Errors
    /// When DynamoDB fails or an item cannot be read.
    pub async fn latest_access_request(&self, of: &str) -> Result<Option<AccessRequest>, StoreError> {
        match self.get::<Latest>(keys::latest_access_request(of)).await? {
            None => Ok(None),
            Some(latest) => self.access_request(&latest.request).await,
        }
    }
}

impl Lists {
    /// A page of the requests that administrators have something to do about, those due first at the top. One `Query`.
    ///
    /// # Errors
    /// [`crate::cursor::BadCursor`] for a cursor that is not of this list; else when DynamoDB fails.
    pub async fn access_queue(&self, size: u8, after: Option<&str>) -> Result<Page<AccessRow>, ListError> {
        let (index, pk) = (Index::Access, keys::access_list());
        let query = Query { index, pk, sorted: Sorted::All, ascending: true };
        self.query(&query, i32::from(size), after).await
    }
}
