//! A picture of a case, looked at on its page.

use caseport_tests::{Browser, Case, Opening, Portal, picture, unique};

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
    caseport_tests::eventually("the picture to be shown", std::time::Duration::from_secs(20), async || {
        (browser.script(width).await == 1).then_some(())
    })
    .await;
    browser.click(".attachments .digest summary").await;
    browser.says(".attachments .digest dd", "image/png").await;
    browser.is_well_made("case-with-picture").await;
    browser.close().await;
}
