//! What none of them has, 7: files of any size, from the browser straight to storage, over a line that breaks.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use caseport_domain::attachment::SizeLimit;
use caseport_i18n::{Language, Tr};
use caseport_tests::records::PASSWORD;
use caseport_tests::{
    Api, Browser, Case, Clock, Newcomer, Portal, eventually, sha256, unique, upload_budget,
};
use serde_json::json;

use crate::{fill_in, open};

const MEGABYTE: usize = 1 << 20;
/// Slow enough to be cut in the middle.
const LINE: i64 = 25 << 20;
const UNLIMITED: i64 = -1;
const ALL_THERE_WITHIN: Duration = Duration::from_mins(2);

/// A file of so many megabytes, of which every one is another.
fn write(path: &Path, megabytes: usize) {
    let mut file = File::create(path).expect("a file can be made");
    let block: Vec<u8> = sha256(b"block").bytes().cycle().take(MEGABYTE).collect();
    for number in 0..megabytes {
        file.write_all(format!("{number:08}").as_bytes()).expect("a file can be written");
        file.write_all(&block[8..]).expect("a file can be written");
    }
}

async fn progress(browser: &Browser) -> f64 {
    browser.script("return document.querySelector('.file-list progress').value").await.as_f64().unwrap_or(0.0)
}

/// Waits until the file stands in the form as what arrived.
async fn arrives(browser: &Browser) {
    let arrived = "return document.querySelectorAll('.file-list .is-done input[name=attachments]').length";
    eventually("the file to arrive", ALL_THERE_WITHIN, async || {
        (browser.script(arrived).await == 1).then_some(())
    })
    .await;
}

/// Holds what the case has to what was sent.
async fn is_whole(case: Case, reader: &Api, file: &Path) {
    let attachment = case.seen_by(reader).await["events"][0]["attachments"][0].clone();
    let name = file.file_name().and_then(|name| name.to_str()).expect("it has a name");
    let sent = std::fs::read(file).expect("the file can be read");
    assert_eq!((&attachment["name"], &attachment["size"]), (&name.into(), &sent.len().into()));
    let id = attachment["id"].as_str().expect("an attachment has an id");
    let _ = case.inspected(reader).await;
    let download = reader.download(&case.path(&format!("attachments/{id}"))).await.expect(200);
    assert!(download.body == sent, "what comes back is what was sent");
}

/// E50: 200 MB in parts; the network is cut in the middle and comes back; the file is in the case, whole.
#[tokio::test]
async fn e50_a_large_file_survives_a_cut_connection() {
    let portal = Portal::from_env();
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    fill_in(&browser, &unique("With a memory dump")).await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("memory.dmp");
    write(&file, 200);

    browser.network(true, LINE).await;
    browser.choose_file("#new-attachments", &file).await;
    let reaches = async |share: f64| {
        eventually(&format!("{share} % to be sent"), ALL_THERE_WITHIN, async || {
            (progress(&browser).await >= share).then_some(())
        })
        .await;
    };
    reaches(20.0).await;
    browser.click("form[action='/cases'] button.primary").await;
    browser.says(".wait", "as soon as all files have arrived").await;
    browser.pictures("uploading").await;
    browser.network(false, UNLIMITED).await;
    browser.says(".file-state", "No connection").await;
    assert!(progress(&browser).await < 100.0, "it was cut in the middle");
    browser.network(true, UNLIMITED).await;
    arrives(&browser).await;
    let case = open(&browser).await;
    is_whole(case, &portal.customer().await, &file).await;
    browser.close().await;
}

/// The upload that this browser remembers for when its file is chosen again.
const REMEMBERED: &str =
    "return Object.entries(localStorage).find(([name]) => name.startsWith('upload '))?.[1] ?? ''";

/// The parts that the page sent to storage.
const SENT: &str = "
const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).searchParams);
return [...new Set(asked.map((query) => query.get('partNumber')).filter(Boolean))].sort()";

/// Leaves the page without being asked whether one means it.
const UNASKED: &str = "addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)";

/// E50: the page is left when a fifth has arrived; the file is chosen again, which says that it goes on, and what had arrived is
/// not sent again.
#[tokio::test]
async fn e50_a_file_that_is_chosen_again_goes_on_where_it_was() {
    let portal = Portal::from_env();
    let (anna, browser) = (portal.customer().await, Browser::start(&portal).await);
    browser.sign_in("customer").await;
    let title = unique("With a trace, after a reload");
    fill_in(&browser, &title).await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("trace.dmp");
    // A megabyte more than is sent whole: five parts, of which the first gets through.
    write(&file, 65);
    browser.network(true, LINE).await;
    let held = ["*/drafts/new", "*partNumber=2*", "*partNumber=3*", "*partNumber=4*", "*partNumber=5*"];
    browser.devtools("Network.setBlockedURLs", json!({ "urls": held })).await;
    browser.choose_file("#new-attachments", &file).await;
    let upload = eventually("the file to be announced", ALL_THERE_WITHIN, async || {
        let upload = browser.script(REMEMBERED).await.as_str().unwrap_or_default().to_owned();
        (!upload.is_empty()).then_some(upload)
    })
    .await;
    eventually("a part to arrive", ALL_THERE_WITHIN, async || {
        let progress = anna.get(&format!("/uploads/{upload}")).await.expect(200).json();
        (progress["arrived"] == json!([1])).then_some(())
    })
    .await;

    browser.script(UNASKED).await;
    // Slow enough that one can read what is said.
    browser.network(true, LINE / 2).await;
    fill_in(&browser, &title).await;
    browser.choose_file("#new-attachments", &file).await;
    browser.says(".file-state", &Tr::new(Language::En).t("attach-resumed")).await;
    arrives(&browser).await;
    assert_eq!(browser.script(SENT).await, json!(["2", "3", "4", "5"]));
    let case = open(&browser).await;
    is_whole(case, &anna, &file).await;
    browser.close().await;
}

/// X22: of a file that is more than one may send in a day it is said so beside it, at once and not after trying for minutes; what was
/// typed stays, and is sent without it.
#[tokio::test]
async fn x22_a_file_too_many_is_told_beside_it() {
    let portal = Portal::alone();
    let clock = portal.clock();
    clock.stays_within(Clock::DAY);
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, "With a file too many").await;
    let (budget, largest) = (upload_budget(), SizeLimit::default().bytes());
    for _ in 0..budget.bytes() / largest {
        let _ = api.announce(largest).await.expect(201);
    }
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("trace.log");
    std::fs::write(&file, "07:12 late").expect("a file can be written");
    let browser = Browser::start(&portal).await;
    browser.go(&case.path("")).await;
    browser.sign_in_as(&email, PASSWORD).await;
    browser.go(&case.path("")).await;
    browser.fill("#reply-text", "See the trace.").await;
    browser.choose_file("#reply-attachments", &file).await;
    // Newcomers read Dutch.
    let size = Tr::new(Language::Nl).size_limit(budget.bytes());
    browser.says(".file-list .is-failed .file-state", &size).await;
    browser.pictures("upload-refused").await;
    assert_eq!(browser.value("#reply-text").await, "See the trace.");
    browser.click(".file-list [data-remove]").await;
    browser.click("form[action$='/replies'] button.primary").await;
    browser.says(".thread .text", "See the trace.").await;
    browser.close().await;
}
