//! X5, X8: what belongs to others is as if it were not there.

use caseport_domain::attachment::PARTS_ABOVE;
use caseport_tests::{Api, Case, Opening, Portal, sha256};
use serde_json::{Value, json};

/// Another company's case is answered like one that never was, to the letter.
#[tokio::test]
async fn x5_another_companys_case_is_not_there() {
    let portal = Portal::from_env();
    let (anna, chloe) = (portal.customer().await, portal.other_customer().await);
    let case = Case::open(&anna, "Acme's own").await;
    let before = case.without_mails(&anna).await;
    let nowhere = Case { number: 99_999_999 };
    for (command, body) in [
        ("replies", json!({ "text": "a" })),
        ("replies", json!({})),
        ("decision", json!({ "decision": "approve" })),
        ("keep-open", json!({})),
        ("close", json!({})),
        ("observers", json!({ "email": chloe.email })),
        ("notes", json!({ "audience": "internal", "text": "a" })),
        ("assignment", json!({})),
        ("assignment", json!({ "engineer": "nobody" })),
        ("resumption", json!({})),
    ] {
        let same =
            [case.post(&chloe, command, body.clone()).await, nowhere.post(&chloe, command, body).await];
        let [theirs, nobodys] = same.map(|reply| anonymous(&reply.problem(404, "not-found")));
        assert_eq!(theirs, nobodys, "{command}");
    }
    for below in ["", "transcript", "assignment", "attachments/abc", "?tab=mails"] {
        let theirs = chloe.get(&case.path(below)).await.problem(404, "not-found");
        let nobodys = chloe.get(&nowhere.path(below)).await.problem(404, "not-found");
        assert_eq!(anonymous(&theirs), anonymous(&nobodys), "{below}");
    }
    assert_eq!(case.without_mails(&anna).await, before, "nothing changed");
}

fn anonymous(problem: &Value) -> Value {
    let mut problem = problem.clone();
    problem["request_id"] = Value::Null;
    problem
}

/// Another's file can be neither asked for, nor confirmed, nor attached; a file of one case is none of another.
#[tokio::test]
async fn x5_x23_another_persons_file_cannot_be_used() {
    let portal = Portal::from_env();
    let (anna, bram, chloe) =
        (portal.customer().await, portal.colleague().await, portal.other_customer().await);
    let upload = anna.upload("secret.txt", b"secret").await;
    for other in [&chloe, &bram] {
        other.get(&format!("/uploads/{upload}")).await.problem(404, "not-found");
        for below in ["complete", "parts"] {
            let body = if below == "parts" { json!({ "parts": [] }) } else { json!({}) };
            other.post(&format!("/uploads/{upload}/{below}"), body).await.problem(404, "not-found");
        }
    }
    let opening = Opening::new(&chloe, "With Acme's file").await.with("attachments", vec![upload.clone()]);
    assert_eq!(chloe.post("/cases", opening.0).await.flaws(), ["/attachments/0 not-arrived"]);

    let opening = Opening::new(&anna, "With a file").await.with("attachments", vec![upload.clone()]);
    let case = Case::open_with(&anna, &opening).await;
    let other = Case::open(&anna, "Without a file").await;
    anna.get(&other.path(&format!("attachments/{upload}"))).await.problem(404, "not-found");
    // A file belongs to one case, once.
    let again = other.post(&anna, "replies", json!({ "text": "a", "attachments": [upload] })).await;
    assert_eq!(again.status, 422, "{}", again.text());
    assert_eq!(other.events(&anna).await, ["opened"]);
    assert_eq!(case.events(&anna).await, ["opened"]);
}

/// X23: what storage has must be what was announced.
#[tokio::test]
async fn x23_a_file_other_than_announced_is_none() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let begun = anna.begin_upload("a.txt", b"announced").await;
    let id = begun["id"].as_str().expect("an upload has an id");
    let complete = format!("/uploads/{id}/complete");
    assert_eq!(anna.post(&complete, json!({})).await.flaws(), ["/upload not-arrived"], "never sent");
    for other in [&b"otherwise"[..], b"short", b"announced and more"] {
        let stored = anna.put(&begun["put"], other).await;
        assert!(stored.status.is_client_error(), "storage took {} bytes: {}", other.len(), stored.status);
        assert_eq!(anna.post(&complete, json!({})).await.flaws(), ["/upload not-arrived"]);
    }
    let opening = Opening::new(&anna, "Too early").await.with("attachments", vec![id]);
    assert_eq!(anna.post("/cases", opening.0).await.flaws(), ["/attachments/0 not-arrived"]);
    assert!(anna.put(&begun["put"], b"announced").await.status.is_success());
    let _ = anna.post(&complete, json!({})).await.expect(200);
    let _ = anna.post(&complete, json!({})).await.expect(200);
}

/// X23: a file in parts has the parts that were announced, each as it was announced, and all of them; or it is none.
#[tokio::test]
async fn x23_a_file_in_parts_is_whole_or_none() {
    let portal = Portal::from_env();
    let (anna, chloe) = (portal.customer().await, portal.other_customer().await);
    // Four parts of 16 MiB, and one of a byte.
    let file = json!({ "name": "memory.dmp", "size": PARTS_ABOVE + 1, "media_type": "text/plain" });
    let begun = anna.post("/uploads", file).await.expect(201).json();
    assert_eq!((&begun["parts"], begun.get("put")), (&json!(5), None));
    let id = begun["id"].as_str().expect("an upload has an id");
    let (parts, complete) = (format!("/uploads/{id}/parts"), format!("/uploads/{id}/complete"));
    let wanted = |number: u64, sha256: &str| json!({ "parts": [{ "number": number, "sha256": sha256 }] });
    let digest = sha256(b"x");
    for number in [0, 6, u64::MAX] {
        let refused = anna.post(&parts, wanted(number, &digest)).await;
        assert_eq!(refused.flaws(), ["/parts/0/number no-such-choice"], "{number}");
    }
    for none in ["", "abc", &"z".repeat(64)] {
        assert_eq!(anna.post(&parts, wanted(5, none)).await.flaws(), ["/parts/0/sha256 required"], "{none}");
    }
    chloe.post(&parts, wanted(5, &digest)).await.problem(404, "not-found");
    chloe.post(&complete, json!({})).await.problem(404, "not-found");
    let whole = anna.upload("a.txt", b"sent whole").await;
    anna.post(&format!("/uploads/{whole}/parts"), wanted(1, &digest)).await.problem(404, "not-found");

    let signed = anna.post(&parts, wanted(5, &digest)).await.expect(200).json()["parts"][0].clone();
    let arrived = async || anna.get(&format!("/uploads/{id}")).await.expect(200).json()["arrived"].clone();
    assert_eq!(anna.post(&complete, json!({})).await.flaws(), ["/upload not-arrived"], "none was sent");
    let stored = anna.put(&signed, b"y").await;
    assert!(stored.status.is_client_error(), "storage took another byte: {}", stored.status);
    assert_eq!(arrived().await, json!([]));
    assert!(anna.put(&signed, b"x").await.status.is_success());
    assert_eq!(arrived().await, json!([5]));
    for _ in 0..2 {
        assert_eq!(
            anna.post(&complete, json!({})).await.flaws(),
            ["/upload not-arrived"],
            "four are missing"
        );
    }
    let opening = Opening::new(&anna, "With a part of a file").await.with("attachments", vec![id]);
    assert_eq!(anna.post("/cases", opening.0).await.flaws(), ["/attachments/0 not-arrived"]);
}

/// X23: what has arrived stays as it is, whoever still has the address it was sent to; and what nobody claimed in its time is
/// nobody's.
#[tokio::test]
async fn x23_a_file_is_neither_replaced_nor_used_after_its_time() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let begun = anna.begin_upload("a.txt", b"announced").await;
    assert!(anna.put(&begun["put"], b"announced").await.status.is_success());
    let id = begun["id"].as_str().expect("an upload has an id").to_owned();
    let _ = anna.post(&format!("/uploads/{id}/complete"), json!({})).await.expect(200);
    let opening = Opening::new(&anna, "With a file that stays").await.with("attachments", vec![id.clone()]);
    let case = Case::open_with(&anna, &opening).await;
    let replaced = anna.put(&begun["put"], b"otherwise").await;
    assert!(replaced.status.is_client_error(), "storage took it: {}", replaced.status);
    let _ = case.inspected(&anna).await;
    let kept = anna.download(&case.path(&format!("attachments/{id}"))).await.expect(200);
    assert_eq!(kept.body, b"announced");

    let late = anna.upload("late.txt", b"too late").await;
    portal.expire_upload(&late).await;
    anna.get(&format!("/uploads/{late}")).await.problem(404, "not-found");
    anna.post(&format!("/uploads/{late}/complete"), json!({})).await.problem(404, "not-found");
    let opening = Opening::new(&anna, "With a file too late").await.with("attachments", vec![late]);
    assert_eq!(anna.post("/cases", opening.0).await.flaws(), ["/attachments/0 not-arrived"]);
}

/// X23: a name is no path, and no two files are one by it; what a name says in front of its ending is kept to be seen.
#[tokio::test]
async fn x23_a_name_is_a_name_and_no_path() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let names = [
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system.ini", "system.ini"),
        ("invoice.pdf.exe", "invoice.pdf.exe"),
        ("na\u{ef}ve \u{65e5}\u{672c} \"1\";x=y.log", "na\u{ef}ve \u{65e5}\u{672c} \"1\";x=y.log"),
        ("agent.log", "agent.log"),
        ("agent.log", "agent.log"),
    ];
    let mut uploads = Vec::new();
    for (place, (sent, _)) in names.iter().enumerate() {
        uploads.push(anna.upload(sent, format!("file {place}").as_bytes()).await);
    }
    let opening = Opening::new(&anna, "With odd names").await.with("attachments", uploads.clone());
    let case = Case::open_with(&anna, &opening).await;
    let files = case.inspected(&anna).await;
    assert_eq!(files.len(), names.len());
    for (place, (file, (_, kept))) in files.iter().zip(names).enumerate() {
        assert_eq!(file["name"], kept);
        let path = case.path(&format!("attachments/{}", uploads[place]));
        assert_eq!(
            anna.download(&path).await.expect(200).body,
            format!("file {place}").into_bytes(),
            "{kept}"
        );
    }
    let turned = json!({ "name": "gpj\u{202e}.exe", "size": 1, "sha256": "0".repeat(64) });
    assert_eq!(anna.post("/uploads", turned).await.flaws(), ["/name control-characters"]);
}

/// X8: a cursor is good for the list it comes from, and unchanged.
#[tokio::test]
async fn x8_a_cursor_of_another_list_is_refused() {
    let portal = Portal::from_env();
    let (anna, chloe, eva) =
        (portal.customer().await, portal.other_customer().await, portal.engineer().await);
    let next = some_cursor(&anna).await;
    let _ = anna.get(&format!("/cases?show=all&after={next}")).await.expect(200);
    chloe.get(&format!("/cases?show=all&after={next}")).await.problem(400, "cursor");
    anna.get(&format!("/cases?after={next}")).await.problem(400, "cursor");
    eva.get(&format!("/desk?after={next}")).await.problem(400, "cursor");
    let changed = if next.starts_with('A') { "B" } else { "A" };
    for cursor in
        [format!("{changed}{}", &next[1..]), next[..next.len() - 2].to_owned(), "x".into(), String::new()]
    {
        anna.get(&format!("/cases?show=all&after={cursor}")).await.problem(400, "cursor");
    }
}

/// The cursor of a second page, for which there are cases enough or soon will be.
async fn some_cursor(api: &Api) -> String {
    for _ in 0..30 {
        let list = api.get("/cases?show=all").await.expect(200).json();
        if let Some(next) = list["next"].as_str() {
            return next.to_owned();
        }
        Case::open(api, "To fill a page").await;
    }
    panic!("the first page does not end")
}

/// X5: only the canonical form of a number or id names anything.
#[tokio::test]
async fn x5_only_a_canonical_number_names_a_case() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let number = Case::open(&anna, "One name").await.number;
    for name in [format!("0{number}"), format!("+{number}"), format!("{number}.0"), "0".into(), "-1".into()] {
        anna.get(&format!("/cases/{name}")).await.problem(404, "not-found");
    }
    for name in ["18446744073709551616", "CASE%23", "..%2F..", "%00", "'", "new%20"] {
        anna.get(&format!("/cases/{name}")).await.problem(404, "not-found");
    }
}
