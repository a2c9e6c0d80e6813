//! Files of cases: looked at before anybody gets them, shown by what they are, forgotten when no case has claimed them.

use caseport_domain::attachment::{PARTS_ABOVE, part_length};
use caseport_domain::transcript::Transcript;
use caseport_tests::{Api, Case, Opening, Portal, picture, sha256};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// In two halves, so that no scanner takes this program for it.
const EICAR: [&str; 2] = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"];

/// A case with these files; the files as they were found to be, in their order.
async fn with_files(api: &Api, files: &[(&str, &[u8])]) -> (Case, Vec<Value>) {
    let mut ids = Vec::new();
    for (name, bytes) in files {
        ids.push(api.upload(name, bytes).await);
    }
    let opening = Opening::new(api, "With files").await.with("attachments", ids);
    let case = Case::open_with(api, &opening).await;
    (case, case.inspected(api).await)
}

fn address(case: Case, file: &Value) -> String {
    case.path(&format!("attachments/{}", file["id"].as_str().expect("a file has an id")))
}

/// E50: a deployment says how large a file may be, and so does the page; a larger one is refused with a sentence that says so,
/// before a byte of it is sent.
#[tokio::test]
async fn e50_a_file_is_as_large_as_the_deployment_says() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let html = visitor.see("/cases/new").await.expect(200).html();
    assert!(html.contains("A file can have up to 5.3 GB."), "{html}");

    let limited = portal.function_with("attachments-begin", ("ATTACHMENT_LIMIT", "1"));
    let anna = portal.customer().await;
    let announce =
        |size: u64| limited.post_as(&anna, "/uploads", &json!({ "name": "dump.bin", "size": size }));
    let (status, begun) = announce(1 << 30);
    assert_eq!((status, &begun["parts"]), (201, &json!(64)), "{begun:#}");
    let (status, problem) = announce((1 << 30) + 1);
    assert_eq!(status, 422, "{problem:#}");
    let error = &problem["errors"][0];
    assert_eq!((&error["pointer"], &error["code"]), (&json!("/size"), &json!("bad-size")));
    let sentence = error["detail"].as_str().unwrap_or_default();
    assert!(sentence.contains("larger than 1 GB"), "{sentence}");
}

/// E50: a program sends a file in parts: each to an address that is signed for it, the last first. Once all have arrived they are
/// one file, which a case is opened with; what is downloaded is what was sent, and its digest is that of its parts' digests.
#[tokio::test]
async fn e50_a_program_sends_a_file_in_parts() {
    // The smallest that is sent so.
    const SIZE: u64 = PARTS_ABOVE + 1;
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let file = json!({ "name": "memory.log", "size": SIZE, "media_type": "text/plain" });
    let begun = anna.post("/uploads", file).await.expect(201).json();
    let id = begun["id"].as_str().expect("an upload has an id");
    let count = begun["parts"].as_u64().expect("it is sent in parts");
    // Each is another.
    let part = |number: u64| {
        let length = usize::try_from(part_length(SIZE, number)).expect("a part fits into memory");
        vec![b'0' + u8::try_from(number).expect("there are few"); length]
    };
    let wanted = (1..=count).map(|number| json!({ "number": number, "sha256": sha256(&part(number)) }));
    let wanted = json!({ "parts": wanted.collect::<Vec<_>>() });
    let signed = anna.post(&format!("/uploads/{id}/parts"), wanted).await.expect(200).json();
    for address in signed["parts"].as_array().expect("they are a list").iter().rev() {
        let number = address["number"].as_u64().expect("each is of a part");
        assert!(anna.put(address, &part(number)).await.status.is_success(), "{number}");
    }
    let progress = anna.get(&format!("/uploads/{id}")).await.expect(200).json();
    assert_eq!(progress["arrived"], json!((1..=count).collect::<Vec<_>>()));
    let complete = format!("/uploads/{id}/complete");
    for _ in 0..2 {
        assert_eq!(anna.post(&complete, json!({})).await.expect(200).json()["state"], "arrived");
    }

    let opening = Opening::new(&anna, "With a file in parts").await.with("attachments", vec![id]);
    let case = Case::open_with(&anna, &opening).await;
    let files = case.inspected(&anna).await;
    assert_eq!((files.len(), &files[0]["name"], &files[0]["size"]), (1, &json!("memory.log"), &json!(SIZE)));
    let digests: Vec<u8> = (1..=count).flat_map(|number| Sha256::digest(part(number))).collect();
    assert_eq!(files[0]["sha256"], sha256(&digests));
    let sent: Vec<u8> = (1..=count).flat_map(part).collect();
    let kept = anna.download(&address(case, &files[0])).await.expect(200).body;
    assert_eq!(sha256(&kept), sha256(&sent));
}

/// X23: the test file of EICAR, and a program that passes for a picture, are given out to nobody, and both sides see why.
#[tokio::test]
async fn x23_what_is_harmful_is_given_out_to_nobody() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let eicar = EICAR.concat();
    let program = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff".as_slice();
    let (case, files) = with_files(
        &anna,
        &[("report.txt", eicar.as_bytes()), ("photo.png", program), ("fine.log", b"07:12 fine".as_slice())],
    )
    .await;
    assert_eq!(files[0]["sha256"], sha256(eicar.as_bytes()));
    for file in &files[..2] {
        assert_eq!((&file["verdict"], &file["preview"]), (&json!("malicious"), &Value::Null));
        for api in [&anna, &eva] {
            for below in ["", "/preview"] {
                let reply = api.get(&format!("{}{below}", address(case, file))).await;
                reply.problem(403, "file-malicious");
            }
        }
    }
    assert_eq!(files[2]["verdict"], "clean");
    assert_eq!(eva.download(&address(case, &files[2])).await.expect(200).body, b"07:12 fine");
    assert_eq!(case.seen_by(&eva).await["events"][0]["attachments"][0]["verdict"], "malicious");
}

/// X4, X23: what a file is shown as is what it is, whatever it is called and announced as: a page called a picture is shown
/// as nothing, and neither is SVG.
#[tokio::test]
async fn x4_a_file_is_shown_by_its_content_and_never_as_a_page() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let png = picture();
    let page = b"<!DOCTYPE html><script>document.title = 'x'</script>".as_slice();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".as_slice();
    let pdf = b"%PDF-1.4\n%%EOF\n".as_slice();
    let (case, files) = with_files(
        &anna,
        &[("screen.html", png.as_slice()), ("photo.png", page), ("logo.svg", svg), ("a \"b\".txt", pdf)],
    )
    .await;
    let sniffed: Vec<_> = files.iter().map(|file| (&file["sniffed_type"], &file["preview"])).collect();
    let expected = [
        (json!("image/png"), json!("image")),
        (json!("text/html"), Value::Null),
        (json!("text/plain"), Value::Null),
        (json!("application/pdf"), json!("pdf")),
    ];
    assert_eq!(sniffed, expected.iter().map(|(sniffed, preview)| (sniffed, preview)).collect::<Vec<_>>());
    for (file, media_type) in [(&files[0], "image/png"), (&files[3], "application/pdf")] {
        let shown = anna.download(&format!("{}/preview", address(case, file))).await.expect(200);
        assert_eq!(shown.header("content-type"), media_type);
        assert!(shown.header("content-disposition").starts_with("inline; filename="));
    }
    for file in &files[1..3] {
        anna.get(&format!("{}/preview", address(case, file))).await.problem(404, "not-found");
        let saved = anna.download(&address(case, file)).await.expect(200);
        assert_eq!(saved.header("content-type"), "application/octet-stream");
        assert!(saved.header("content-disposition").starts_with("attachment; filename="));
    }
}

/// X5: whoever may not see a case, or the note that a file came with, cannot look at the file either.
#[tokio::test]
async fn x5_a_preview_is_for_who_may_read_what_it_came_with() {
    let portal = Portal::from_env();
    let (anna, eva, chloe) =
        (portal.customer().await, portal.engineer().await, portal.other_customer().await);
    let (case, files) = with_files(&anna, &[("screen.png", picture().as_slice())]).await;
    chloe.get(&format!("{}/preview", address(case, &files[0]))).await.problem(404, "not-found");
    let upload = eva.upload("inside.png", &picture()).await;
    let note = json!({ "text": "See the picture.", "audience": "internal", "attachments": [upload] });
    case.done(&eva, "notes", note).await;
    let _ = case.inspected(&eva).await;
    for below in ["", "/preview"] {
        let inside = case.path(&format!("attachments/{upload}{below}"));
        let _ = eva.get(&inside).await.expect(303);
        anna.get(&inside).await.problem(404, "not-found");
    }
    // Nor in another case of hers, by which event it came with there.
    let other = Case::open(&anna, "Without files").await;
    for id in [files[0]["id"].as_str().expect("a file has an id"), &upload] {
        anna.get(&other.path(&format!("attachments/{id}"))).await.problem(404, "not-found");
    }
}

/// E60, M39, C26: a reply brings files: they stand with it on both sides, are downloaded by both, named in the mail about it, and
/// sealed with it in the transcript.
#[tokio::test]
async fn e60_m39_c26_a_reply_brings_files() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "With files later").await;
    case.done(&eva, "assignment", json!({})).await;
    let png = picture();
    let files = [("trace.log", b"07:12 late".as_slice()), ("screen.png", png.as_slice())];
    let mut ids = Vec::new();
    for (name, bytes) in files {
        ids.push(anna.upload(name, bytes).await);
    }
    let reply = json!({ "text": "As you asked.", "attachments": ids });
    case.done(&anna, "replies", reply).await;
    let _ = case.inspected(&anna).await;
    for api in [&anna, &eva] {
        let seen = case.seen_by(api).await;
        let events = seen["events"].as_array().expect("a case has events");
        assert_eq!(events[0]["attachments"].as_array().map_or(0, Vec::len), 0, "{seen:#}");
        let last = events.last().expect("it has some");
        assert_eq!((&last["event"], &last["text"]), (&json!("replied"), &json!("As you asked.")));
        let attached = last["attachments"].as_array().expect("a reply has files");
        assert_eq!(attached.len(), files.len());
        for (file, (name, bytes)) in attached.iter().zip(files) {
            assert_eq!((&file["name"], &file["verdict"]), (&json!(name), &json!("clean")));
            assert_eq!(api.download(&address(case, file)).await.expect(200).body, bytes, "{name}");
        }
        let transcript = api.get(&case.path("transcript")).await.expect(200).text();
        for (name, bytes) in files {
            assert!(transcript.contains(name) && transcript.contains(&sha256(bytes)), "{transcript}");
        }
        let transcript: Transcript = serde_json::from_str(&transcript).expect("it is a transcript");
        assert_eq!(transcript.verify(), Ok(()));
    }
    let mail = portal.mail(case, &eva.email, "As you asked.").await;
    assert!(mail.says("trace.log") && mail.says("screen.png"), "{}", mail.text);
}

/// X24: the address of a file, or of all of a case in an archive, is signed for minutes, when who may read it asks for it; it
/// says nothing but what is signed, is kept by nobody on the way, and stands in nothing that is.
#[tokio::test]
async fn x24_a_signed_address_is_for_who_asked_and_for_now() {
    let portal = Portal::from_env();
    let (anna, eva, chloe) =
        (portal.customer().await, portal.engineer().await, portal.other_customer().await);
    let (case, files) = with_files(&anna, &[("screen.png", picture().as_slice())]).await;
    packed(&anna, case).await;
    let file = address(case, &files[0]);
    for (path, seconds) in
        [(file.clone(), 300), (format!("{file}/preview"), 60), (case.path("archive?as=zip"), 300)]
    {
        let led = anna.get(&path).await.expect(303);
        assert_eq!(led.header("cache-control"), "no-store", "{path}");
        let signed = led.header("location");
        assert!(!signed.starts_with(portal.origin()), "{path}: no cookie goes there");
        let (_, query) = signed.split_once('?').expect("it is signed");
        let of = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        assert_eq!(of("X-Amz-Expires"), Some(seconds.to_string().as_str()), "{path}");
        assert!(of("response-cache-control").is_some_and(|cache| cache.contains("no-store")), "{path}");
        // What signs it, and what storage answers with; nothing of who asked.
        for name in query.split('&').filter_map(|pair| pair.split('=').next()) {
            let known = name.starts_with("X-Amz-") || name.starts_with("response-") || name == "x-id";
            assert!(known, "{path}: {name}");
        }
        for secret in [anna.token(), anna.refresh_token(), "acme.example"] {
            assert!(!signed.contains(secret), "{path}: {signed}");
        }
        chloe.get(&path).await.problem(404, "not-found");
        portal.anonymous().get(&path).await.problem(401, "signed-out");
    }
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let mail = portal.mail(case, &anna.email, "We have received").await;
    for kept in [
        visitor.see(&case.path("")).await.expect(200).html(),
        visitor.see(&case.path("archive")).await.expect(200).html(),
        anna.get(&case.path("archive")).await.expect(200).text(),
        case.seen_by(&anna).await.to_string(),
        case.seen_by(&eva).await.to_string(),
        anna.get(&case.path("transcript")).await.expect(200).text(),
        format!("{}{}", mail.text, mail.html.unwrap_or_default()),
    ] {
        assert!(!kept.contains("X-Amz-"), "{kept}");
    }
}

/// A file that no case has claimed is deleted when its time is over; one of a case stays.
#[tokio::test]
async fn an_upload_that_no_case_claims_is_forgotten() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let orphan = anna.upload("never-sent.log", b"07:12 nobody wants me").await;
    assert!(portal.keeps(&orphan).await);
    portal.expire_upload(&orphan).await;
    portal.forgets(&orphan).await;
    let (case, files) = with_files(&anna, &[("sent.log", b"07:12 somebody does".as_slice())]).await;
    assert!(portal.keeps(files[0]["id"].as_str().expect("a file has an id")).await);
    let _ = anna.download(&address(case, &files[0])).await.expect(200);
}

/// By `cargo xtask inspect`, a file from before files were looked at is, and is given out then.
#[tokio::test]
async fn a_file_without_verdict_is_looked_at_after_all() {
    let portal = Portal::alone();
    let anna = portal.customer().await;
    let (case, files) = with_files(&anna, &[("old.log", b"07:12 long ago".as_slice())]).await;
    portal.never_heard_of(case, files[0]["id"].as_str().expect("a file has an id")).await;
    assert_eq!(case.seen_by(&anna).await["events"][0]["attachments"][0]["verdict"], "pending");
    anna.get(&address(case, &files[0])).await.problem(409, "file-pending");
    let said = portal.xtask("inspect");
    assert!(said.contains("Asking for files to be looked at"), "{said}");
    assert_eq!(case.inspected(&anna).await[0]["verdict"], "clean");
    let _ = anna.download(&address(case, &files[0])).await.expect(200);
}

/// The archive of a case, once it is ready.
async fn packed(api: &Api, case: Case) -> Vec<u8> {
    let asked = api.post(&case.path("archive"), json!({})).await.expect(202).json();
    assert_eq!(asked["progress"], "building");
    caseport_tests::eventually("an archive to be ready", std::time::Duration::from_mins(1), async || {
        let archive = api.get(&case.path("archive")).await.expect(200).json();
        (archive["progress"] == "ready").then_some(())
    })
    .await;
    let archive = api.download(&case.path("archive?as=zip")).await.expect(200);
    assert_eq!(archive.header("content-type"), "application/zip");
    archive.body.clone()
}

/// How often these bytes are among those.
fn count(all: &[u8], part: &[u8]) -> usize {
    all.windows(part.len()).filter(|window| *window == part).count()
}

/// All files of a case in one archive: those that are given out, under names of which each is given once.
#[tokio::test]
async fn all_files_of_a_case_come_in_one_archive() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let eicar = EICAR.concat();
    let (case, _) = with_files(
        &anna,
        &[
            ("agent.log", b"07:12 first".as_slice()),
            ("agent.log", b"07:12 second".as_slice()),
            ("\u{e9}t\u{e9}.txt", b"07:12 third".as_slice()),
            ("report.txt", eicar.as_bytes()),
        ],
    )
    .await;
    anna.get(&case.path("archive?as=zip")).await.problem(404, "not-found");
    let before = anna.get(&case.path("archive")).await.expect(200).json();
    assert_eq!((&before["files"], &before["withheld"]), (&json!(3), &json!(1)));
    assert_eq!(before["progress"], "not-asked");
    let zip = packed(&anna, case).await;
    let mut visitor = portal.visitor();
    let _ = visitor.sign_in("customer").await.expect(200);
    let ready = visitor.request(Method::GET, &case.path("archive"), String::new()).await.expect(200);
    assert_eq!(ready.header("refresh"), "", "there is nothing to wait for any more");
    assert!(zip.starts_with(b"PK\x03\x04"));
    for (name, bytes) in [
        ("agent.log", "07:12 first"),
        ("agent (2).log", "07:12 second"),
        ("\u{e9}t\u{e9}.txt", "07:12 third"),
    ] {
        assert_eq!(count(&zip, name.as_bytes()), 2, "{name}: before the file and in the directory");
        assert_eq!(count(&zip, bytes.as_bytes()), 1, "{name}");
    }
    assert_eq!(count(&zip, eicar.as_bytes()), 0, "what is harmful is left out");
}

/// X5, X26: an archive holds what its reader sees. What came with an internal note is in the engineers' archive only, and
/// another company has none.
#[tokio::test]
async fn x26_an_archive_holds_what_its_reader_sees() {
    let portal = Portal::from_env();
    let (anna, eva, chloe) =
        (portal.customer().await, portal.engineer().await, portal.other_customer().await);
    let (case, _) = with_files(&anna, &[("agent.log", b"07:12 for all".as_slice())]).await;
    let upload = eva.upload("inside.log", b"07:12 for engineers").await;
    let note = json!({ "text": "See the log.", "audience": "internal", "attachments": [upload] });
    case.done(&eva, "notes", note).await;
    let _ = case.inspected(&eva).await;
    let (hers, all) = (packed(&anna, case).await, packed(&eva, case).await);
    assert_eq!((count(&hers, b"07:12 for all"), count(&hers, b"07:12 for engineers")), (1, 0));
    assert_eq!((count(&all, b"07:12 for all"), count(&all, b"07:12 for engineers")), (1, 1));
    for path in ["archive", "archive?as=zip"] {
        chloe.get(&case.path(path)).await.problem(404, "not-found");
    }
    chloe.post(&case.path("archive"), json!({})).await.problem(404, "not-found");
}
