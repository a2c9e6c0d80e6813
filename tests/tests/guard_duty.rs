//! X23 where a deployment has GuardDuty look at files: what it marks a file with is what becomes of it.
//!
//! By itself, so that no other test has all files looked at meanwhile.

use caseport_tests::{Api, Case, Function, Opening, Portal};
use serde_json::{Value, json};

/// The worker that looks at files, as it is where GuardDuty does.
fn worker(portal: &Portal) -> Function {
    portal.function_with("workers-inspect", ("MALWARE_SCAN", "guardduty"))
}

/// A case with a file in which the portal's own rules find nothing, and which nobody has looked at yet; the file, and the task
/// to look at it.
async fn pending(portal: &Portal, api: &Api) -> (Case, String, Value) {
    let file = api.upload("trace.log", b"07:12 it stopped").await;
    let opening = Opening::new(api, "With a file to be looked at").await;
    let case = Case::open_with(api, &opening.with("attachments", vec![file.clone()])).await;
    let _ = case.inspected(api).await;
    portal.has_not_looked_at(case, &file).await;
    assert_eq!(verdict(case, api).await, "pending");
    let task = json!({ "task": "inspect", "number": case.number, "seq": 1, "upload": file });
    (case, file, task)
}

async fn verdict(case: Case, api: &Api) -> Value {
    case.seen_by(api).await["events"][0]["attachments"][0]["verdict"].clone()
}

/// Clean, malicious, and what GuardDuty could not look into, as an archive with a password: the first is given out, the others
/// to nobody. What was found once stays found.
#[tokio::test]
async fn x23_a_file_is_what_guardduty_marks_it_as() {
    let portal = Portal::from_env();
    let worker = worker(&portal);
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    for (mark, found, kind) in [
        ("NO_THREATS_FOUND", "clean", None),
        ("THREATS_FOUND", "malicious", Some("file-malicious")),
        ("UNSUPPORTED", "unscannable", Some("file-unscannable")),
        ("ACCESS_DENIED", "unscannable", Some("file-unscannable")),
        ("FAILED", "unscannable", Some("file-unscannable")),
    ] {
        let (case, file, task) = pending(&portal, &anna).await;
        portal.marks(&file, mark).await;
        assert!(worker.does(&task), "{mark}");
        assert_eq!(verdict(case, &anna).await, found, "{mark}");
        let path = case.path(&format!("attachments/{file}"));
        for api in [&anna, &eva] {
            match kind {
                Some(kind) => drop(api.get(&path).await.problem(403, kind)),
                None => assert_eq!(api.download(&path).await.expect(200).body, b"07:12 it stopped"),
            }
        }
        portal.marks(&file, "NO_THREATS_FOUND").await;
        assert!(worker.does(&task), "{mark}: a message that comes twice does no harm");
        assert_eq!(verdict(case, &anna).await, found, "{mark}");
    }
}

/// What GuardDuty has not marked stays held back; its message comes back, and the mark is found then.
#[tokio::test]
async fn x23_a_file_without_a_mark_is_given_to_nobody() {
    let portal = Portal::from_env();
    let worker = worker(&portal);
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let (case, file, task) = pending(&portal, &anna).await;
    let path = case.path(&format!("attachments/{file}"));
    // It asks for most of its minute.
    let (came_back, worker) = {
        let task = task.clone();
        tokio::task::spawn_blocking(move || (!worker.does(&task), worker)).await.expect("it ends")
    };
    assert!(came_back, "the message is not done");
    assert_eq!(verdict(case, &anna).await, "pending");
    for api in [&anna, &eva] {
        api.get(&path).await.problem(409, "file-pending");
    }
    portal.marks(&file, "NO_THREATS_FOUND").await;
    assert!(worker.does(&task));
    assert_eq!(verdict(case, &anna).await, "clean");
    let _ = anna.download(&path).await.expect(200);
}
