//! A request for another level, between a contact and an administrator, each in a browser of their own.

use caseport_tests::{Browser, Portal};

/// G1–G4, G7–G16, A8, E26: what each level includes, asking for another, a question and its answer, the decision.
#[tokio::test]
async fn g1_a_level_is_asked_for_and_refused() {
    let portal = Portal::from_env();
    portal.signed_in("colleague").await.withdraws().await;
    let (bram, ada) = (Browser::start(&portal).await, Browser::start(&portal).await);
    bram.sign_in("colleague").await;
    bram.go("/access").await;
    bram.pictures("access").await;
    assert!(bram.is_there(".menu .soon").await, "the knowledge base is announced");
    bram.click("form[action='/access/requests'] button.primary").await;
    bram.says(".problems", "Niveau").await;
    bram.click("#access-wants-read-write").await;
    bram.fill("#access-text", "Anna is twee weken weg.").await;
    bram.click("form[action='/access/requests'] button.primary").await;
    bram.says(".steps", "Anna is twee weken weg.").await;
    bram.pictures("access-asked").await;

    ada.sign_in("administrator").await;
    ada.go("/access/requests").await;
    ada.pictures("access-queue").await;
    ada.script("for (const link of document.querySelectorAll('.rows .title a')) if (link.textContent.includes('Bram')) link.id = 'brams'").await;
    ada.click("#brams").await;
    ada.says("h1", "Bram").await;
    ada.click("details:has(#ask-more-text) summary").await;
    ada.fill("#ask-more-text", "Until when?").await;
    ada.click("details:has(#ask-more-text) button").await;
    ada.says("[data-done]", "sent").await;
    ada.pictures("access-request").await;

    bram.go("/access").await;
    bram.says("#answer-text-hint", "Until when?").await;
    bram.fill("#answer-text", "Tot 7 december.").await;
    bram.click("form[action$='/answer'] button.primary").await;
    bram.says(".steps", "Tot 7 december.").await;

    let path = ada.path().await;
    ada.go(&path).await;
    ada.says(".steps", "Tot 7 december.").await;
    ada.click("details:has(#refuse-text) summary").await;
    ada.fill("#refuse-text", "Ask Anna to pass them on.").await;
    ada.click("details:has(#refuse-text) button").await;
    ada.says("[data-done]", "refused").await;
    bram.go("/access").await;
    bram.says(".steps", "Ask Anna to pass them on.").await;
    bram.pictures("access-refused").await;
    bram.close().await;
    ada.close().await;
}
