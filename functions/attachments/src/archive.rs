//! All files of a case in one archive.

use caseport_domain::archive::{Contents, Progress};
use caseport_domain::id::{ArchiveId, CaseNumber};
use caseport_domain::policy;
use caseport_pages::ArchivePage;
use caseport_store::Store;
use caseport_store::archives::Archive;
use caseport_web::{Answer, Failure, Outcome, Request, StatusCode};
use jiff::tz::TimeZone;

use crate::{Attachments, storage};

/// How far the archive is of the files that the reader sees in a case; with `?as=zip`, once it is ready, a short-lived
/// address of it. One `Query` per megabyte of history, and one `GetItem` if there is anything to be had.
///
/// An archive is known by what it holds: its reader has the right to every file in it, whoever asked for it. While it is put
/// together a browser looks again by itself, without a script; `?refresh=off` turns that off (WCAG 2.2.1).
///
/// # Errors
/// `NotFound` also for a case the actor may not know of, and for an archive that is not ready.
pub async fn handle(attachments: &Attachments, request: Request) -> Outcome {
    let (number, contents, id) = contents(&attachments.store, &request).await?;
    let mut progress = Progress::NotAsked;
    if !contents.files.is_empty() && !contents.is_too_large() {
        let known = attachments.store.archive(&id).await?;
        progress = known.map_or(Progress::NotAsked, |known| known.progress_at(request.now()));
    }
    if request.query("as") == Some("zip") {
        if progress != Progress::Ready {
            return Err(Failure::NotFound);
        }
        return Ok(Answer::see(&attachments.storage.get_archive(&id, number).await.map_err(storage)?));
    }
    let page = ArchivePage::new(number, &contents, progress).still(request.query("refresh") == Some("off"));
    let answer = request.show(StatusCode::OK, &page)?;
    Ok(match page.again().filter(|_| !request.wants_json()) {
        Some(seconds) => answer.again_in(seconds, &format!("/cases/{number}/archive")),
        None => answer,
    })
}

/// Asks for the archive of the files that the reader sees in a case. Asking twice is fine; one that
/// did not come in a quarter of an hour is put together anew. One `Query` per megabyte of history and one `PutItem`.
///
/// # Errors
/// `NotFound` also for a case the actor may not know of; [`Failure::ArchiveTooLarge`] for more than an archive holds.
pub async fn ask(store: &Store, request: Request) -> Outcome {
    let (number, contents, id) = contents(store, &request).await?;
    if contents.is_too_large() {
        return if request.wants_json() {
            Err(Failure::ArchiveTooLarge)
        } else {
            let page = ArchivePage::new(number, &contents, Progress::NotAsked);
            request.show(Failure::ArchiveTooLarge.status(), &page)
        };
    }
    if contents.files.is_empty() {
        return Err(Failure::NotFound);
    }
    let (files, asked_at) = (contents.files.clone(), request.now());
    let archive = Archive { id, number, files, progress: Progress::Building, asked_at };
    // Who asks for one that is there, or that somebody waits for, is led to it.
    let _ = store.ask_archive(&archive).await?;
    if request.wants_json() {
        let page = ArchivePage::new(number, &contents, Progress::Building);
        return Ok(Answer::json(StatusCode::ACCEPTED, &page)?);
    }
    Ok(Answer::see(&format!("/cases/{number}/archive")))
}

/// What the archive of a case holds for the reader, and what it is known by today.
async fn contents(store: &Store, request: &Request) -> Result<(CaseNumber, Contents, ArchiveId), Failure> {
    let actor = request.actor()?;
    let number: CaseNumber = request.parameter("number")?;
    let history = store.whole_history(number).await?.ok_or(Failure::NotFound)?;
    let seat = policy::enter(actor, &history.case)?;
    let events = history.read()?;
    let visible = events.iter().filter(|event| seat.sees(event));
    let files = visible.flat_map(|event| event.what.attachments());
    let contents = Contents::of(files, &history.inspections);
    let today = request.now().to_zoned(TimeZone::UTC).date();
    let id = contents.id(number, today);
    Ok((number, contents, id))
}
