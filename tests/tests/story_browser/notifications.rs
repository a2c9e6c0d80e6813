//! Choosing for what one is mailed, in a browser.

use caseport_tests::records::PASSWORD;
use caseport_tests::{Browser, Case, Newcomer, Portal, unique};

/// E63: the choice is folded away in the case's side panel, and led on to the one for all cases.
#[tokio::test]
async fn e63_a_customer_chooses_their_mails() {
    let portal = Portal::from_env();
    let case = Case::open(&portal.customer().await, &unique("Mailed for less")).await;
    let anna = Browser::start(&portal).await;
    anna.go(&case.path("")).await;
    anna.sign_in("customer").await;
    anna.click("#notifications summary").await;
    anna.click("label[for='mailing-mails-chosen']").await;
    anna.click("label[for='mailing-topics-closed']").await;
    anna.pictures("case-mailing").await;
    anna.click("#notifications button").await;
    anna.says("[data-done]", "Your choice is saved.").await;
    anna.click("#notifications summary").await;
    anna.see("#mailing-mails-chosen:checked").await;
    anna.see("#mailing-topics-closed:checked").await;
    anna.click("#notifications a[href='/profile/notifications']").await;
    anna.says("h1", "Notifications").await;
    anna.pictures("profile-notifications").await;
    assert_eq!(anna.errors().await, [""; 0]);
    anna.close().await;
}

/// E63: who follows the link in a mail turns the mails about its case off, and on again, without signing in; the page leads to the
/// case. In the profile one mail a day and quiet hours are chosen, and what is missing is told.
#[tokio::test]
async fn e63_mails_are_turned_off_by_their_link_and_put_off_in_the_profile() {
    const HOURS: [(&str, &str); 3] = [
        ("#notifications-digest", "8"),
        ("#notifications-quiet_from", "22"),
        ("#notifications-quiet_until", "7"),
    ];
    let portal = Portal::from_env();
    let Newcomer { email, api, .. } = portal.newcomer().await;
    let case = Case::open(&api, &unique("Mailed once a day")).await;
    let mail = portal.mail(case, &email, "/unsubscribe?link=").await;
    let lotte = Browser::start(&portal).await;
    lotte.go(&mail.link(&portal, "/unsubscribe")).await;
    for (button, title, mails) in
        [("off", "Mails about this case are off", "none"), ("on", "Mails about this case are on", "default")]
    {
        lotte.click(&format!("form[action='/unsubscribe'] button[value={button}]")).await;
        lotte.says("h1", title).await;
        assert_eq!(case.seen_by(&api).await["mailing"]["mails"], mails);
    }
    lotte.click(&format!("main a[href='{}']", case.path(""))).await;
    lotte.see("#sign-in-email").await;
    lotte.sign_in_as(&email, PASSWORD).await;
    lotte.click("#notifications summary").await;
    assert_eq!(lotte.path().await, case.path(""));

    lotte.click("#notifications a[href='/profile/notifications']").await;
    lotte.see(HOURS[0].0).await;
    for (field, hour) in HOURS {
        assert_eq!(lotte.value(field).await, "", "at once, at every hour");
        if field != HOURS[2].0 {
            lotte.script(&format!("document.querySelector('{field}').value = '{hour}'")).await;
        }
    }
    lotte.click("form[action='/profile/notifications'] button.primary").await;
    lotte.see(".problems a[href='#notifications-quiet_until']").await;
    let (last, hour) = HOURS[2];
    lotte.script(&format!("document.querySelector('{last}').value = '{hour}'")).await;
    lotte.click("form[action='/profile/notifications'] button.primary").await;
    lotte.see("[data-done]").await;
    lotte.go("/profile/notifications").await;
    for (field, hour) in HOURS {
        assert_eq!(lotte.value(field).await, hour, "{field}");
    }
    assert_eq!(lotte.errors().await, [""; 0]);
    lotte.close().await;
}
