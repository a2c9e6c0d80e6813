//! Adding and changing contacts.

use caseport_aws::Random;
use caseport_domain::audit::Entry;
use caseport_domain::id::UserId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::policy;
use caseport_domain::records::{ContactRecord, Kind, Typed};
use caseport_pages::Done;
use caseport_pages::records::RecordForm;
use caseport_store::Committed;
use caseport_store::Store;
use caseport_store::users::Account;
use caseport_web::{Failure, Outcome, Request, StatusCode};

use crate::saving::{Receipt, Saving, Sent, TRIES, added, changed, overtaken, wrong};

/// Adds a contact to a company, with the Contact ID that the form names or one that is made.
///
/// AWS calls: one `Query`, one `GetItem`, and one more if a login was asked for; one `TransactWriteItems`; if somebody has the
/// address already, one `GetItem` or two. While another write is at the same items, all but the `Query` again.
///
/// # Errors
/// When the actor is no administrator, or there is no such company; [`Failure::Outdated`] when others are at the same items
/// again and again. A form with flaws comes back as it was typed, and says whether somebody has the Contact ID, the address or
/// both.
pub async fn add(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let company = crate::company::account(store, &request).await?.company.id;
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, Kind::Contact, false, &mut flaws)?;
    let names_id = !sent.typed.get("id").is_empty();
    let typed = with_id(sent.typed.clone().with("company", company.as_str()), request.portal().random);
    let record = ContactRecord::read(&typed, &mut flaws);
    let back = format!("/companies/{company}");
    let form = RecordForm::new(Kind::Contact, format!("{back}/contacts"), &back, &[], &[]).with(sent.typed);
    let Some(record) = record.filter(|_| flaws.is_empty()) else { return wrong(&request, form, flaws) };
    let answer =
        |id: &UserId| added(&request, &format!("/contacts/{id}"), &Receipt { id: id.as_str(), revision: 0 });
    match put(&Saving::new(store, &request)?, None, &record).await? {
        Put::Done => answer(&record.id),
        Put::Overtaken => Err(Failure::Outdated),
        Put::Taken { id, address } => {
            // The same sent twice is there as it was to be; a Contact ID that was made is another each time.
            let theirs = if address { store.user_by_address(&record.email).await? } else { None };
            let theirs = theirs.and_then(|account| account.contact());
            if let Some(theirs) = theirs {
                let made = if names_id { &theirs.id } else { &record.id };
                if (ContactRecord { id: made.clone(), ..theirs.clone() }) == record {
                    return answer(&theirs.id);
                }
            }
            for (field, is_taken) in [("id", id), ("email", address)] {
                if is_taken {
                    flaws.add(field, Flaw::Taken);
                }
            }
            wrong(&request, form, flaws)
        }
    }
}

/// Changes a contact: what is kept of them, what they may do, and whether they are still with the company (attack class
/// X27). A field that is not sent stays as it is.
///
/// AWS calls: one `GetItem`, one `TransactWriteItems`; for one who leaves, one `Query`; with another address, or for one who is
/// back, one `GetItem` or two. While another write is at the same items, the last three again.
///
/// # Errors
/// When the actor is no administrator, or there is no such contact. A form with flaws comes back as it was typed, and so
/// does one that was made from what is no more.
pub async fn change(store: &Store, request: Request) -> Outcome {
    policy::administer(request.actor()?)?;
    let (account, stored) = crate::contact::find(store, &request).await?;
    let id = stored.id.clone();
    let mut flaws = Flaws::default();
    let sent = Sent::of(&request, Kind::Contact, true, &mut flaws)?;
    let record = stored.changed(sent.typed.clone(), &mut flaws);
    if record.as_ref().is_some_and(|record| !record.active && stored.active) {
        check_leaving(store, &stored, "active", &mut flaws).await?;
    }
    let form = crate::contact::form(&stored).with(sent.typed);
    let Some(record) = record.filter(|_| flaws.is_empty()) else {
        return wrong(&request, form.changing(sent.revision.unwrap_or(account.revision)), flaws);
    };
    let address = format!("/contacts/{id}");
    let receipt = |revision| Receipt { id: id.as_str(), revision };
    if record == stored {
        return changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(account.revision));
    }
    let put = if sent.revision == Some(account.revision) {
        put(&Saving::new(store, &request)?, Some(&account), &record).await?
    } else {
        Put::Overtaken
    };
    match put {
        Put::Done => changed(&request, StatusCode::OK, &address, Done::Saved, &receipt(account.revision + 1)),
        Put::Taken { .. } => {
            flaws.add("email", Flaw::Taken);
            wrong(&request, form.changing(account.revision), flaws)
        }
        Put::Overtaken => {
            let account = store.user(&id).await?.ok_or(Failure::NotFound)?;
            let stored = account.contact().ok_or(Failure::NotFound)?;
            overtaken(&request, form, stored.typed(), account.revision)
        }
    }
}

/// A prime contact leaves once there is another.
pub(crate) async fn check_leaving(
    store: &Store,
    contact: &ContactRecord,
    field: &str,
    flaws: &mut Flaws,
) -> Result<(), Failure> {
    let company = store.account(&contact.company).await?;
    if company.is_some_and(|company| company.details.prime_contact.as_ref() == Some(&contact.id)) {
        flaws.add(field, Flaw::IsPrimeContact);
    }
    Ok(())
}

/// It with a Contact ID: eight characters that nobody mistakes for others, unless it has one.
pub(crate) fn with_id(typed: Typed, random: Random) -> Typed {
    /// Crockford's Base32.
    const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    if !typed.get("id").is_empty() {
        return typed;
    }
    let digit = |byte: u8| char::from(DIGITS[usize::from(byte % 32)]);
    let id: String = random.bytes::<8>().into_iter().map(digit).collect();
    typed.with("id", format!("C-{id}"))
}

/// What became of a contact's record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Put {
    /// It is stored.
    Done,
    /// It is not as it was read, or others are at the same items again and again.
    Overtaken,
    /// Somebody else has what is theirs alone.
    Taken {
        /// The Contact ID of a new one is somebody's, or was.
        id: bool,
        /// Somebody else signs in with the address.
        address: bool,
    },
}

/// Stores a contact's record in the place of what was read. Who has left signs in with nothing; their address stays theirs,
/// so that they are found by it and no second record is made of them. One `TransactWriteItems`; with another address than
/// before, or for one who is back, one `GetItem`, and one more if a login was asked for with it. All of it again while another
/// write is at the same items: only then it is known what that has made of the Contact ID and the address.
pub(crate) async fn put(
    saving: &Saving<'_>,
    before: Option<&Account>,
    record: &ContactRecord,
) -> Result<Put, Failure> {
    let was = before.and_then(Account::contact);
    let old = was.as_ref().map(|was| was.email.to_lowercase());
    let new = record.email.to_lowercase();
    let mut after = before.cloned().unwrap_or_else(|| Account::new(record.user()));
    record.apply(&mut after.user, &mut after.profile);
    after.has_left = false;
    if !record.active {
        after.leave();
    }
    let has_come = old.as_ref() != Some(&new) || before.is_some_and(|before| before.has_left);
    let what = if before.is_some() { "changed" } else { "created" };
    let fields = was.map(|was| was.typed()).unwrap_or_default();
    let entry = saving.entry(Kind::Contact, what, "", &fields, &record.typed());
    // The company's trail names nobody: what is said of a person goes when they do.
    let named = Entry::new(saving.now, saving.permit.actor.author(), &entry.what);
    let named = named.with("contact_id", "", &record.id);

    for _ in 0..TRIES {
        // G6: who was granted a login waited for this.
        let admin = saving.permit.actor.person();
        let asked =
            if record.active && has_come { saving.store.latest_access_request(&new).await? } else { None };
        let made = asked.as_ref().and_then(|asked| Some((asked, asked.contact_made(admin, saving.now)?)));

        let transaction = saving.store.transaction().permit(&saving.permit);
        let transaction = match before {
            Some(_) => transaction.change_user(&after),
            None => transaction.create_user(&after),
        };
        let transaction = match &old {
            Some(old) if *old == new => transaction,
            Some(old) => transaction.create_login(&new, &record.id).delete_login(old),
            None => transaction.create_login(&new, &record.id),
        };
        let transaction = transaction.audit("user", record.id.as_str(), &entry, &saving.nonce());
        let transaction = transaction.audit("company", record.company.as_str(), &named, &saving.nonce());
        let transaction = match &made {
            Some((asked, made)) => transaction.change_access_request(asked, made),
            None => transaction,
        };
        if let Some(put) = became(&transaction.commit().await?, before.is_none())? {
            return Ok(put);
        }
    }
    Ok(Put::Overtaken)
}

/// What became of a contact's record; nothing if that is found out by trying again, since another write was at the same items,
/// or a login that was asked for has moved on. The writes that are about the record stand first, two if it is new, and the one
/// about the address behind them.
fn became(committed: &Committed, is_new: bool) -> Result<Option<Put>, Failure> {
    let failed = match committed {
        Committed::Done => return Ok(Some(Put::Done)),
        Committed::NoPermit => return Err(Failure::SignedOut),
        Committed::Conflict => return Ok(None),
        Committed::Failed(failed) => failed,
    };
    let about_record = if is_new { 2 } else { 1 };
    let id = failed.iter().any(|place| *place < about_record);
    let address = failed.contains(&about_record);
    Ok(match (is_new, id, address) {
        (false, true, _) => Some(Put::Overtaken),
        (_, false, false) => None,
        _ => Some(Put::Taken { id, address }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// It is said what is taken, and only if it is: not where a record, or a login that was asked for, has moved on.
    #[test]
    fn what_is_taken_is_said_if_it_is() {
        let taken = |id, address| Some(Put::Taken { id, address });
        for (is_new, writes, put) in [
            (true, vec![2], taken(false, true)),
            (true, vec![0], taken(true, false)),
            (true, vec![0, 1, 2], taken(true, true)),
            // Who was quicker with the same address has dealt with the login that was asked for with it.
            (true, vec![2, 5], taken(false, true)),
            (true, vec![5], None),
            (false, vec![1], taken(false, true)),
            (false, vec![0], Some(Put::Overtaken)),
            (false, vec![0, 1], Some(Put::Overtaken)),
            (false, vec![5], None),
        ] {
            let became = became(&Committed::Failed(writes.clone()), is_new);
            assert!(became.is_ok_and(|became| became == put), "{is_new} {writes:?}");
        }
        assert!(became(&Committed::Conflict, true).is_ok_and(|became| became.is_none()));
    }
}
