//! Files on their way: given to one case, by their owner, once they have arrived.

use caseport_domain::case::chain::Digest;
use caseport_domain::case::{Command, MessageKind};
use caseport_domain::id::{CaseNumber, UploadId};
use caseport_domain::inspection::{Inspection, Verdict};
use caseport_domain::upload_budget::UploadBudget;
use caseport_store::cases::Stored;
use caseport_store::keys;
use caseport_store::uploads::{Upload, UploadState};

use crate::engine::Engine;
use crate::sample::{Made, customer, engineer, minute, opened, opened_with, then, user, write};

fn id(text: &str) -> UploadId {
    text.parse().unwrap()
}

fn upload(name: &str, owner: &str) -> Upload {
    Upload {
        id: id(name),
        owner: user(owner),
        name: format!("{name}.log").try_into().unwrap(),
        size: 3,
        media_type: "text/plain".into(),
        sha256: Some(Digest::ZERO.to_string()),
        multipart: None,
        state: UploadState::Waiting,
    }
}

#[tokio::test]
async fn a_file_is_claimed_once() {
    let engine = Engine::new();
    let store = engine.store();
    assert!(store.add_upload(&upload("log", "anna"), minute(0)).await.unwrap());
    assert!(!store.add_upload(&upload("log", "chloe"), minute(0)).await.unwrap());
    let key = || keys::upload(&id("log"));
    assert_eq!(engine.expires_at(key()).await, Some(minute(7 * 24 * 60).as_second()));

    let arrived = Upload { state: UploadState::Arrived, ..upload("log", "anna") };
    let files = vec![arrived.attachment().unwrap()];
    let first = opened_with(20_601, 0, files.clone());
    assert_eq!(first.store_once(&store, None).await, Stored::NoSuchUpload, "it has not arrived");
    store.upload_arrived(&id("log"), &Digest::ZERO.to_string()).await.unwrap();
    assert_eq!(store.upload(&id("log"), &user("anna")).await.unwrap(), Some(arrived));
    assert_eq!(first.store_once(&store, None).await, Stored::Now);
    assert_eq!(engine.expires_at(key()).await, None, "a case's file is kept");
    let history = store.history(CaseNumber(20_601)).await.unwrap().unwrap();
    assert_eq!(history.inspections, [Inspection::pending(id("log"))]);
    assert_eq!(history.events.len(), 1, "what is known of a file is no event");
    let second = opened_with(20_602, 0, files);
    assert_eq!(second.store_once(&store, None).await, Stored::NoSuchUpload, "it is another case's");
    assert!(store.case(CaseNumber(20_602)).await.unwrap().is_none(), "nothing of it is stored");
}

#[tokio::test]
async fn a_file_is_its_owners() {
    let store = Engine::new().store();
    for (name, owner) in [("a", "anna"), ("b", "chloe"), ("c", "anna")] {
        let _ = store.add_upload(&upload(name, owner), minute(0)).await.unwrap();
        store.upload_arrived(&id(name), &Digest::ZERO.to_string()).await.unwrap();
    }
    assert!(store.upload(&id("b"), &user("anna")).await.unwrap().is_none());
    let asked = [id("c"), id("b"), id("a"), id("c"), id("unknown")];
    let found = store.uploads(&asked, &user("anna")).await.unwrap();
    assert_eq!(found.iter().map(|upload| upload.id.as_str()).collect::<Vec<_>>(), ["c", "a"]);
    let theirs = store.upload(&id("b"), &user("chloe")).await.unwrap().unwrap().attachment().unwrap();
    let opened = opened_with(20_601, 0, vec![theirs]);
    assert_eq!(opened.store_once(&store, None).await, Stored::NoSuchUpload);
    assert!(store.upload_arrived(&id("unknown"), "").await.is_err());
}

/// A file that a draft names is kept as long as the draft, and a day: it is its owner's, has arrived, is no case's, and is there.
#[tokio::test]
async fn a_file_is_kept_as_long_as_its_draft() {
    const DAY: i64 = 24 * 60;
    let engine = Engine::new();
    let store = engine.store();
    for (name, owner) in [("mine", "anna"), ("waiting", "anna"), ("sent", "anna"), ("theirs", "chloe")] {
        let _ = store.add_upload(&upload(name, owner), minute(0)).await.unwrap();
        if name != "waiting" {
            store.upload_arrived(&id(name), &Digest::ZERO.to_string()).await.unwrap();
        }
    }
    let sent = store.any_upload(&id("sent")).await.unwrap().unwrap().attachment().unwrap();
    assert_eq!(opened_with(20_601, 0, vec![sent]).store_once(&store, None).await, Stored::Now);
    let named = ["theirs", "sent", "waiting", "mine", "mine", "unknown"].map(id);
    let to_send = async |minutes| {
        let files = store.files_to_send(&named, &user("anna"), minute(minutes)).await.unwrap();
        files.into_iter().map(|file| file.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(to_send(7 * DAY - 1).await, ["mine"]);
    assert_eq!(to_send(7 * DAY).await, [""; 0], "whether it has been taken away yet or not");
    let keep = async |until, now| {
        store.keep_uploads(&named, &user("anna"), minute(until), minute(now)).await.unwrap();
        let mut ends = Vec::new();
        for name in ["mine", "waiting", "sent", "theirs"] {
            let end = engine.expires_at(keys::upload(&id(name))).await;
            ends.push(end.map(|end| (end - minute(0).as_second()) / 60 / DAY));
        }
        ends
    };
    let others = |mine| vec![Some(mine), Some(7), None, Some(7)];
    assert_eq!(keep(30 * DAY, 0).await, others(31));
    assert_eq!(keep(31 * DAY, DAY).await, others(31), "it is written once a day");
    assert_eq!(keep(20 * DAY, DAY).await, others(31), "it never ends sooner");
    assert_eq!(keep(32 * DAY, 2 * DAY).await, others(33));
    assert_eq!(keep(70 * DAY, 40 * DAY).await, others(33), "what is gone does not come back");
    assert_eq!(to_send(32 * DAY).await, ["mine"]);
}

/// X5: a file is found with the event it came with and nothing else of its case's history; in another case there is nothing of it.
#[tokio::test]
async fn x5_a_file_is_found_with_the_event_it_came_with() {
    let engine = Engine::new();
    let store = engine.store();
    let mut files = Vec::new();
    for name in ["first", "later"] {
        let _ = store.add_upload(&upload(name, "anna"), minute(0)).await.unwrap();
        store.upload_arrived(&id(name), &Digest::ZERO.to_string()).await.unwrap();
        files.extend(store.any_upload(&id(name)).await.unwrap().unwrap().attachment());
    }
    let attachments = files.split_off(1);
    let first = opened_with(20_601, 0, files).stored(&store).await;
    let asked = first.and(&store, &engineer(), write(MessageKind::Question), 1).await;
    let text = "text".to_owned().try_into().unwrap();
    let command = Command::Write { kind: MessageKind::Reply, text, attachments: attachments.clone() };
    let reply = Made { files: attachments, ..then(&asked.case, &customer(), command, 2) };
    let reply = reply.stored(&store).await;
    let _ = opened(20_602, 0).stored(&store).await;

    let about = async |number, name| store.history_of_file(CaseNumber(number), &id(name)).await.unwrap();
    for (name, event) in [("first", &first.event), ("later", &reply.event)] {
        let found = about(20_601, name).await.unwrap();
        assert_eq!((&found.case, found.events.as_slice()), (&reply.case, std::slice::from_ref(event)));
        assert_eq!(found.inspections, [Inspection::pending(id(name))]);
        let elsewhere = about(20_602, name).await.unwrap();
        assert_eq!(elsewhere.inspections, []);
        assert!(elsewhere.read().unwrap().iter().all(|event| event.what.attachments().is_empty()));
        assert!(about(20_603, name).await.is_none());
    }
    // As of a file that came before its event was kept with it.
    engine.lose(keys::upload(&id("later"))).await;
    assert_eq!(about(20_601, "later").await.unwrap().events.len(), 3);
}

/// X22: a sender's day has room for so many bytes and files, whoever else sends; what has none counts for nothing, and the next day
/// begins anew. The day's first file has room, however large it is.
#[tokio::test]
async fn x22_a_day_has_room_for_so_many_bytes_and_files() {
    const GIBIBYTE: u64 = 1 << 30;
    const DAY: i64 = 24 * 60;
    let store = Engine::new().store();
    let of = |gibibytes: &str, files: &str| {
        let setting = |name: &str| if name == "DAILY_FILE_LIMIT" { files } else { gibibytes };
        UploadBudget::read(|name| setting(name).to_owned()).unwrap()
    };
    let take = async |who: &str, size, budget, minutes| {
        store.take_upload(&user(who), size, budget, minute(minutes)).await.unwrap()
    };
    let bytes = of("2", "100");
    assert!(take("anna", GIBIBYTE, bytes, 0).await);
    assert!(!take("anna", GIBIBYTE + 1, bytes, 1).await);
    assert!(take("anna", GIBIBYTE, bytes, 2).await, "what was refused counts for nothing");
    assert!(!take("anna", 1, bytes, 3).await);
    assert!(take("chloe", 1, bytes, 3).await);
    assert!(take("anna", 1, bytes, DAY).await);
    assert!(take("bram", 5 * GIBIBYTE, bytes, 0).await, "it is the first");
    assert!(!take("bram", 1, bytes, 1).await);

    let files = of("2", "3");
    for count in 0..3 {
        assert!(take("dora", 1, files, count).await, "{count}");
    }
    assert!(!take("dora", 1, files, 3).await);
    assert!(take("dora", 1, files, DAY).await);
}

/// X25: a message that comes twice does not change what was found.
#[tokio::test]
async fn a_file_is_looked_at_once() {
    let store = Engine::new().store();
    let _ = store.add_upload(&upload("log", "anna"), minute(0)).await.unwrap();
    store.upload_arrived(&id("log"), &Digest::ZERO.to_string()).await.unwrap();
    let sent = store.any_upload(&id("log")).await.unwrap().unwrap();
    let opened = opened_with(20_601, 0, vec![sent.attachment().unwrap()]);
    assert_eq!(opened.store_once(&store, None).await, Stored::Now);
    let number = CaseNumber(20_601);
    assert_eq!(store.inspection(number, 1, &id("log")).await.unwrap(), Some(Inspection::pending(id("log"))));
    let found = |verdict, media_type: Option<&str>| Inspection {
        upload: id("log"),
        verdict,
        media_type: media_type.map(str::to_owned),
    };
    let bad = found(Verdict::Malicious, Some("image/png"));
    assert!(store.inspected(number, 1, &bad).await.unwrap());
    assert!(!store.inspected(number, 1, &found(Verdict::Clean, None)).await.unwrap());
    assert!(
        !store.inspected(number, 2, &found(Verdict::Clean, None)).await.unwrap(),
        "it came with another event"
    );
    assert_eq!(store.inspection(number, 1, &id("log")).await.unwrap(), Some(bad));
}

/// A case from before files were looked at has no item for them: they are found, and asked for once.
#[tokio::test]
async fn a_file_that_nobody_has_looked_at_is_found() {
    let engine = Engine::new();
    let store = engine.store();
    let mut files = Vec::new();
    for name in ["old", "seen", "new"] {
        let _ = store.add_upload(&upload(name, "anna"), minute(0)).await.unwrap();
        store.upload_arrived(&id(name), &Digest::ZERO.to_string()).await.unwrap();
        files.extend(store.any_upload(&id(name)).await.unwrap().unwrap().attachment());
    }
    assert_eq!(opened_with(20_601, 0, files).store_once(&store, None).await, Stored::Now);
    let number = CaseNumber(20_601);
    let clean = Inspection { upload: id("seen"), verdict: Verdict::Clean, media_type: None };
    assert!(store.inspected(number, 1, &clean).await.unwrap());
    engine.lose(keys::file(number, 1, &id("old"))).await;

    let history = store.whole_history(number).await.unwrap().unwrap();
    assert_eq!(history.without_verdict().unwrap(), [(1, id("old")), (1, id("new"))]);
    assert!(store.to_be_inspected(number, 1, &id("old")).await.unwrap());
    assert!(!store.to_be_inspected(number, 1, &id("old")).await.unwrap(), "once");
    assert!(!store.to_be_inspected(number, 1, &id("seen")).await.unwrap());
    assert_eq!(store.inspection(number, 1, &id("seen")).await.unwrap(), Some(clean), "a verdict stays");
    let found = Inspection { upload: id("old"), verdict: Verdict::Malicious, media_type: None };
    assert!(store.inspected(number, 1, &found).await.unwrap());
    let history = store.whole_history(number).await.unwrap().unwrap();
    assert_eq!(history.without_verdict().unwrap(), [(1, id("new"))]);
}
