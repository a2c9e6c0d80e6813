//! Asking for a level, and deciding that.

use std::time::Duration;

use caseport_tests::{Mail, Opening, Portal, eventually, unique};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::standing;

/// G1, G3, A8: a contact asks for another level, an administrator asks for more and grants it; who was granted it has it
/// at once, and their old token writes no more. They are mailed what they are asked, and what was decided.
#[tokio::test]
async fn g1_a8_a_level_is_asked_for_and_granted() {
    const EMAIL: &str = "mikkel@norhaven.example";
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let mikkel = portal.person(EMAIL).await;
    mikkel.brings_to(&admin, "read-only").await;
    let mikkel = mikkel.renewed().await;

    let access = mikkel.get("/access").await.expect(200).json();
    assert_eq!(
        (access["level"].as_str(), access["choices"].clone()),
        (Some("read-only"), json!(["basic", "read-write"]))
    );
    let told = async || {
        let says = |mail: &&Mail| mail.says("You now have the level you asked for: Read-write.");
        portal.letters(EMAIL).await.iter().filter(says).count()
    };
    let before = told().await;
    let request = mikkel.asks_for("read-write").await;
    assert_eq!(standing(&request), "open");
    let again = json!({ "wants": "read-write", "text": "Once more." });
    mikkel.post("/access/requests", again).await.problem(409, "refused");

    let question = unique("Until when?");
    let asked = admin.deals(&request, "ask-more", json!({ "text": question })).await.expect(200).json();
    assert_eq!((standing(&asked), asked["question"].as_str()), ("waits-for-answer", Some(&*question)));
    let mail = portal.letter(EMAIL, &question).await;
    assert!(mail.says("before we decide your request for access we would like to know"), "{}", mail.text);
    assert!(mail.text.contains(&format!("{}/access", portal.origin())), "{}", mail.text);
    let answered =
        mikkel.deals(&request, "answer", json!({ "text": "Until Monday." })).await.expect(200).json();
    assert_eq!(standing(&answered), "open");
    mikkel.deals(&request, "answer", json!({ "text": "Tuesday." })).await.problem(409, "refused");

    let form = mikkel.get("/cases/new").await.expect(200).json();
    assert_eq!(form["case_types"], json!(["admin"]), "G19: who only reads opens no others");
    let granted = admin.deals(&request, "decision", json!({ "decision": "grant" })).await.expect(200).json();
    assert_eq!(standing(&granted), "granted");
    eventually("Mikkel to be mailed that he has it", Duration::from_secs(30), async || {
        (told().await > before).then_some(())
    })
    .await;
    let late = json!({ "decision": "refuse", "text": "After all not." });
    admin.deals(&request, "decision", late).await.problem(409, "refused");
    let renewed = mikkel.renewed().await;
    let opening = Opening::new(&renewed, "Now I may").await;
    let _ = renewed.post("/cases", opening.0).await.expect(201);
    renewed.brings_to(&admin, "read-only").await;
}

/// X27: deciding is an administrator's, and what is not one's own is as if it were not there.
#[tokio::test]
async fn x27_nobody_else_decides() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let thierry = portal.person("thierry@globex.example").await;
    thierry.withdraws().await;
    let request = thierry.asks_for("read-write").await;
    let grant = json!({ "decision": "grant" });
    for who in [&thierry, &portal.person("ines@globex.example").await, &portal.engineer().await] {
        who.deals(&request, "decision", grant.clone()).await.problem(403, "denied");
    }
    let other = portal.person("ines@globex.example").await;
    for deed in ["withdraw", "answer"] {
        let body = if deed == "answer" { json!({ "text": "a" }) } else { json!({}) };
        other.deals(&request, deed, body).await.problem(404, "not-found");
    }
    // X25: of two who decide at once, one is heard.
    let refuse = json!({ "decision": "refuse", "text": "Not for now." });
    let both = futures_util::future::join(
        admin.deals(&request, "decision", refuse.clone()),
        admin.deals(&request, "decision", refuse),
    );
    let (one, other) = both.await;
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let latest = thierry.get("/access").await.expect(200).json();
    assert_eq!(standing(&latest["request"]), "refused");
    assert_eq!(latest["level"], "read-only");
}

/// X12: whose level is lowered while they are signed in writes no more at once, and reads no more within a quarter of
/// an hour.
#[tokio::test]
async fn x12_a_level_lowered_holds_at_once_for_writes_and_soon_for_reads() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let admin = portal.administrator().await;
    let oliver = portal.person("mikkel@norhaven.example").await;
    oliver.brings_to(&admin, "read-write").await;
    let oliver = oliver.renewed().await;
    let opening = Opening::new(&oliver, "Before").await;
    let _ = oliver.post("/cases", opening.0.clone()).await.expect(201);

    oliver.brings_to(&admin, "basic").await;
    oliver.post("/cases", opening.0.clone()).await.problem(401, "signed-out");
    let _ = oliver.get("/cases").await.expect(200);
    clock.set(SignedDuration::from_mins(15));
    oliver.get("/cases").await.problem(401, "signed-out");
    let renewed = oliver.renewed().await;
    renewed.get("/cases").await.problem(403, "denied");
    renewed.post("/cases", opening.0).await.problem(403, "denied");
    drop(clock);
    let admin = portal.administrator().await;
    portal.person("mikkel@norhaven.example").await.brings_to(&admin, "read-only").await;
}

/// G2, A8: the queue has what is due first at the top, and marks what is overdue.
#[tokio::test]
async fn g2_what_is_overdue_is_marked() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let thierry = portal.person("thierry@globex.example").await;
    thierry.withdraws().await;
    let request = thierry.asks_for("basic").await;
    let admin = portal.administrator().await;
    let line = |queue: &Value| {
        let lines = queue["requests"].as_array().expect("it is a list").clone();
        let due: Vec<_> = lines.iter().map(|line| line["due_at"].to_string()).collect();
        assert!(due.is_sorted(), "{due:?}");
        lines.into_iter().find(|line| line["id"] == request["id"]).expect("it is in the queue")
    };
    assert_eq!(line(&admin.get("/access/requests").await.expect(200).json())["overdue"], false);
    clock.set(SignedDuration::from_hours(5 * 24));
    let admin = portal.administrator().await;
    assert_eq!(line(&admin.get("/access/requests").await.expect(200).json())["overdue"], true);
    drop(clock);
    thierry.withdraws().await;
}
