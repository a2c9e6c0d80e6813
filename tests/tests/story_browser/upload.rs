//! What none of them has, 7: files of any size, from the browser straight to storage, over a line that breaks.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use caseport_tests::{Browser, Portal, eventually, sha256, unique};

use crate::{fill_in, open};

const MEGABYTE: usize = 1 << 20;
const SIZE: usize = 200 * MEGABYTE;
/// Slow enough to be cut in the middle.
const LINE: i64 = 25 << 20;
const UNLIMITED: i64 = -1;
const ALL_THERE_WITHIN: Duration = Duration::from_mins(2);

/// A file of which every megabyte is another.
fn write(path: &Path) {
    let mut file = File::create(path).expect("a file can be made");
    let block: Vec<u8> = sha256(b"block").bytes().cycle().take(MEGABYTE).collect();
    for number in 0..SIZE / MEGABYTE {
        file.write_all(format!("{number:08}").as_bytes()).expect("a file can be written");
        file.write_all(&block[8..]).expect("a file can be written");
    }
}

async fn progress(browser: &Browser) -> f64 {
    browser.script("return document.querySelector('.file-list progress').value").await.as_f64().unwrap_or(0.0)
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
    write(&file);

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
    let arrived = "return document.querySelectorAll('.file-list .is-done input[name=attachments]').length";
    eventually("the file to arrive", ALL_THERE_WITHIN, async || {
        (browser.script(arrived).await == 1).then_some(())
    })
    .await;
    let case = open(&browser).await;

    let anna = portal.customer().await;
    let attachment = case.seen_by(&anna).await["events"][0]["attachments"][0].clone();
    assert_eq!((&attachment["name"], &attachment["size"]), (&"memory.dmp".into(), &SIZE.into()));
    let id = attachment["id"].as_str().expect("an attachment has an id");
    let _ = case.inspected(&anna).await;
    let download = anna.download(&case.path(&format!("attachments/{id}"))).await.expect(200);
    let sent = std::fs::read(&file).expect("the file can be read");
    assert!(download.body == sent, "what comes back is what was sent");
    browser.close().await;
}
