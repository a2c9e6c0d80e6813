//! Mails about accounts: each waits until it is known what became of it, and tells nothing afterwards.

use caseport_domain::delivery::DeliveryState;
use caseport_domain::letter::{Errand, Letter};
use caseport_domain::person::Language;

use crate::engine::Engine;
use crate::sample::minute;

#[tokio::test]
async fn a_letter_waits_until_it_is_sent_or_refused() {
    let store = Engine::new().store();
    for (id, state) in [("l-1", DeliveryState::Sent), ("l-2", DeliveryState::Suppressed)] {
        let errand = Errand::Password { address: "anna@acme.example".into() };
        let letter = Letter { id: id.parse().unwrap(), at: minute(0), language: Language::En, errand };
        let nobody = store.settle_letter(&letter.id, state, "message-1", minute(1)).await;
        assert!(nobody.is_err(), "there is no such letter");
        store.send(&letter).await.unwrap();
        assert_eq!(store.letter(&letter.id).await.unwrap().as_ref(), Some(&letter));
        for _ in 0..2 {
            store.settle_letter(&letter.id, state, "message-1", minute(1)).await.unwrap();
            assert_eq!(store.letter(&letter.id).await.unwrap(), None, "{state:?}: it is done with");
        }
    }
}
