//! Files of a case on its page: sent with a reply, looked at, downloaded.

use std::time::Duration;

use caseport_tests::{Browser, Case, Opening, Portal, eventually, picture, unique};

/// X4: the picture comes from storage's address, and the page's policy lets it.
#[tokio::test]
async fn a_picture_is_looked_at_on_the_page_of_its_case() {
    let portal = Portal::from_env();
    let anna = portal.customer().await;
    let upload = anna.upload("screen.png", &picture()).await;
    let opening = Opening::new(&anna, &unique("With a picture")).await.with("attachments", vec![upload]);
    let case = Case::open_with(&anna, &opening).await;
    let _ = case.inspected(&anna).await;
    let browser = Browser::start(&portal).await;
    browser.sign_in("customer").await;
    browser.go(&case.path("")).await;
    browser.says(".file-line", "screen.png").await;
    browser.click(".attachments .picture summary").await;
    let width = "return document.querySelector('.attachments .picture img').naturalWidth";
    eventually("the picture to be shown", Duration::from_secs(20), async || {
        (browser.script(width).await == 1).then_some(())
    })
    .await;
    browser.click(".attachments .digest summary").await;
    browser.says(".attachments .digest dd", "image/png").await;
    browser.is_well_made("case-with-picture").await;
    browser.close().await;
}

/// E59, E60, E61, M39, C25, C26, C27: a file goes with a reply, both are sent at once, are in the thread on both sides, and the file
/// can be downloaded.
#[tokio::test]
async fn e60_m39_c26_a_reply_brings_a_file() {
    let portal = Portal::from_env();
    let customer = portal.customer().await;
    let case = Case::open(&customer, &unique("With a file later")).await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let file = folder.path().join("trace.log");
    std::fs::write(&file, "07:12 late").expect("a file can be written");
    let anna = Browser::start(&portal).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.fill("#reply-text", "As you asked.").await;
    anna.choose_file("#reply-attachments", &file).await;
    anna.says("form[action$='/replies'] .file.is-done .file-state", "Attached").await;
    anna.click("form[action$='/replies'] button.primary").await;
    anna.says("[data-done]", "Your addition has been sent.").await;
    anna.says(".thread .is-replied .text", "As you asked.").await;
    anna.says(".thread .is-replied .file-line", "trace.log").await;
    assert!(!anna.is_there("form[action$='/replies'] .file").await, "the next reply begins without it");

    let files = case.inspected(&customer).await;
    let id = files[0]["id"].as_str().expect("a file has an id");
    let path = case.path(&format!("attachments/{id}"));
    let eva = Browser::start(&portal).await;
    eva.go(&case.path("")).await;
    eva.sign_in("engineer").await;
    for browser in [&anna, &eva] {
        browser.go(&case.path("")).await;
        browser.says(&format!(".thread .is-replied a[href='{path}']"), "trace.log").await;
    }
    assert_eq!(customer.download(&path).await.expect(200).body, b"07:12 late");
    anna.close().await;
    eva.close().await;
}

/// All files of a case: asked for on a page that the case leads to, which says by itself when they are put together, and saved.
#[tokio::test]
async fn all_files_of_a_case_are_asked_for_and_saved() {
    const READY_WITHIN: Duration = Duration::from_mins(1);
    let portal = Portal::from_env();
    let customer = portal.customer().await;
    let mut uploads = Vec::new();
    for (name, text) in [("agent.log", "07:12 stopped"), ("trace.log", "07:12 late")] {
        uploads.push(customer.upload(name, text.as_bytes()).await);
    }
    let opening = Opening::new(&customer, &unique("With two files")).await.with("attachments", uploads);
    let case = Case::open_with(&customer, &opening).await;
    let _ = case.inspected(&customer).await;
    let folder = tempfile::TempDir::new().expect("a folder can be made");
    let anna = Browser::start(&portal).await;
    anna.saves_into(folder.path()).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.click(".case-side a[href$='/archive']").await;
    anna.says("main", "2 files").await;
    anna.click("form[action$='/archive'] button.primary").await;
    let save = "main a[href$='/archive?as=zip']";
    // Without a click: the page looks again by itself.
    eventually("the archive to be ready", READY_WITHIN, async || anna.is_there(save).await.then_some(()))
        .await;
    anna.click(save).await;
    let saved = eventually("the archive to be saved", READY_WITHIN, async || {
        let files = std::fs::read_dir(folder.path()).expect("the folder can be listed");
        let mut files = files.filter_map(|file| Some(file.ok()?.path()));
        files.find(|file| file.extension().is_some_and(|extension| extension == "zip"))
    })
    .await;
    let archive = customer.download(&case.path("archive?as=zip")).await.expect(200);
    assert_eq!(std::fs::read(saved).expect("the archive can be read"), archive.body);
    anna.close().await;
}

/// Pastes a picture into the field for a reply, as a browser does with what was copied from the screen.
const PASTE: &str = "
const canvas = document.createElement('canvas');
canvas.toBlob((blob) => {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([blob], 'image.png', { type: 'image/png' }));
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.querySelector('#reply-text').dispatchEvent(paste);
});
";

/// M32: a screenshot that is pasted into the text is attached to it.
#[tokio::test]
async fn m32_a_screenshot_is_pasted() {
    let portal = Portal::from_env();
    let customer = portal.customer().await;
    let case = Case::open(&customer, &unique("With a screenshot")).await;
    let browser = Browser::start(&portal).await;
    browser.go(&case.path("")).await;
    browser.sign_in("customer").await;
    browser.fill("#reply-text", "It looks like this.").await;
    let _ = browser.script(PASTE).await;
    browser.says("form[action$='/replies'] .file.is-done .file-state", "Attached").await;
    assert_eq!(browser.value("#reply-text").await, "It looks like this.");
    browser.click("form[action$='/replies'] button.primary").await;
    browser.says(".thread .is-replied .file-line", "image.png").await;
    let files = case.inspected(&customer).await;
    assert_eq!((&files[0]["verdict"], &files[0]["sniffed_type"]), (&"clean".into(), &"image/png".into()));
    browser.close().await;
}
