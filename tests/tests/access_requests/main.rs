//! Asking for access, deciding that, and what becomes of whom it concerns.

mod deciding;
mod included;
mod logins;
mod partners;
mod prime_contact;

use caseport_tests::records::Firm;
use caseport_tests::{Api, EVERYBODY, Portal};
use serde_json::{Value, json};

fn standing(request: &Value) -> &str {
    request["standing"].as_str().expect("a request stands somewhere")
}

fn path_of(request: &Value) -> String {
    format!("/access/requests/{}", request["id"].as_str().expect("a request has an id"))
}

/// A company of the test's own, with a contact who may act for those it serves, and signs in.
struct Partner {
    firm: Firm,
    email: String,
}

impl Partner {
    async fn new(portal: &Portal, admin: &Api) -> Self {
        let firm = Firm::founded(admin).await;
        let mut fields = firm.contact_form(admin).await;
        fields["case_scope"] = "partner".into();
        let email = fields["email"].as_str().expect("a contact has an address").to_owned();
        let _ = admin.post(&format!("/contacts/{}", firm.contact), fields).await.expect(200);
        let api = portal.anonymous();
        let _ = api.post("/password", json!({ "email": email })).await.expect(202);
        let link = portal.letter(&email, "/password/new").await.link(portal, "/password/new");
        let link = link.split_once("?link=").expect("it is a link").1;
        let _ = api.post("/password/new", json!({ "link": link, "password": EVERYBODY })).await.expect(200);
        let _ = portal.welcomed(&email, EVERYBODY).await;
        Self { firm, email }
    }

    /// Has it serve this company, or serve it no more.
    async fn serves(&self, admin: &Api, customer: &Firm, remove: &str) {
        let path = format!("/companies/{}/relations", self.firm.company);
        let body = json!({ "customer": customer.company, "level": "read-write", "remove": remove });
        let _ = admin.post(&path, body).await.expect(200);
    }
}
