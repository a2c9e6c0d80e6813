//! Accounts of the vendor's own people, by the program that `cargo xtask staff` runs.

use caseport_domain::person::Language;
use caseport_domain::staff::{Done, Order, Recruit};
use caseport_local::paths;
use serde_json::json;

use crate::records::{PASSWORD, unique};
use crate::{Api, Portal};

impl Portal {
    /// Whether an order was done, and what was said of it.
    pub fn order(&self, order: &Order) -> (bool, String) {
        let instance = self.about().instance().expect("the services have a port");
        let done = instance
            .command(paths::target().join("debug").join("staff"))
            .env("TABLE", &self.about().resources["Table"])
            .env("CASEPORT_CLOCK_FILE", &self.about().clock)
            .env("CASEPORT_STAFF_ORDER", serde_json::to_string(order).expect("an order is JSON"))
            .output()
            .expect("the program is built");
        (done.status.success(), String::from_utf8_lossy(&done.stderr).trim().to_owned())
    }

    /// A new engineer of this name, who reads this language and has chosen [`PASSWORD`], signed in.
    pub async fn recruit(&self, name: &str, language: Language) -> Api {
        let email = format!("{}@vendor.example", unique("engineer"));
        let name = name.to_owned().try_into().expect("it is a name");
        let recruit =
            Recruit { email: email.clone(), name, is_admin: false, language, zone: "Europe/Paris".into() };
        assert_eq!(self.order(&Order::Add(recruit)), (true, Done::Added.says().to_owned()));
        self.chooses_password(&email).await;
        self.signed_in_with(&email, PASSWORD).await
    }

    /// Has whoever was mailed a link for it choose [`PASSWORD`].
    pub async fn chooses_password(&self, email: &str) {
        let path = self.letter(email, "/password/new?link=").await.link(self, "/password/new");
        let link = path.split_once("?link=").map(|(_, link)| link);
        let chosen = json!({ "link": link, "password": PASSWORD });
        let _ = self.anonymous().post("/password/new", chosen).await.expect(200);
    }
}
