//! For what people want to be mailed: saved on the version that was read, found with the case, and gone with the person.

use caseport_domain::id::CaseNumber;
use caseport_domain::wishes::{Mails, Preferences, Topic, Wish};
use caseport_store::Committed;

use crate::engine::Engine;
use crate::sample::{opened, user};

const NUMBER: CaseNumber = CaseNumber(20_601);

#[tokio::test]
async fn a_wish_is_saved_on_the_version_that_was_read() {
    let store = Engine::new().store();
    let _ = opened(NUMBER.0, 0).stored(&store).await;
    let first = store.wish(NUMBER, &user("anna")).await.unwrap();
    assert_eq!(first, Wish::new(user("anna")));
    let chosen = first.clone().choose(Mails::Chosen, [Topic::Closed].into());
    let save = async |wish: &Wish| store.transaction().save_wish(NUMBER, wish).commit().await.unwrap();
    assert_eq!(save(&chosen).await, Committed::Done);
    let late = first.turned(true);
    assert_eq!(save(&late).await, Committed::Failed(vec![0]), "somebody was quicker");
    assert_eq!(save(&chosen.clone().turned(true)).await, Committed::Done);
    let history = store.history(NUMBER).await.unwrap().unwrap();
    let found = history.wish_of(&user("anna")).unwrap();
    assert_eq!((found.is_off, &found.topics), (true, &chosen.topics));
    assert_eq!(history.wish_of(&user("bram")), None);
    assert_eq!((history.events.len(), history.deliveries.len()), (1, 0), "it is neither event nor mail");
}

#[tokio::test]
async fn preferences_are_each_persons_own() {
    let store = Engine::new().store();
    let anna = store.preferences(&user("anna")).await.unwrap();
    assert_eq!(anna, Preferences::new(user("anna")), "everything, unless they choose");
    let few = Preferences { topics: [Topic::Workaround].into(), version: 1, ..anna };
    let save = async |own: &Preferences| store.transaction().save_preferences(own).commit().await.unwrap();
    assert_eq!(save(&few).await, Committed::Done);
    assert_eq!(save(&few).await, Committed::Failed(vec![0]), "twice at once");
    let found = store.all_preferences(&[user("anna"), user("bram")]).await.unwrap();
    assert_eq!(found, [few]);
}
