//! A call of every route that its rightful caller may make: what the tests that go over all routes send.

use std::fs::File;

use caseport_routes::Route;
use reqwest::Method;
use serde_json::{Value, json};

use crate::records::Firm;
use crate::{Api, Case, EVERYBODY, Opening, Portal, Reply, unique};

/// What ends or makes what one signs in with: [`Stage::call`] calls it as somebody who has nothing else to lose by it.
pub const SPENT_BY_ANOTHER: [&str; 5] = [
    "accounts-sign-out",
    "profile-end-session",
    "profile-end-others",
    "profile-new-token",
    "profile-end-token",
];

/// What a route is called on: things that belong to the customer, as the route's command wants to find them.
pub struct Stage {
    /// The customer, who is rightful wherever a customer is.
    pub customer: Api,
    engineer: Api,
    admin: Api,
    /// A company that no test but this one knows, once a route is about one.
    company: Option<Firm>,
    colleague: Api,
    request: String,
    /// Held while a route is tried on the customer's request for access, of which they have one at a time.
    turn: Option<File>,
    /// The case that the route is called on.
    pub case: Case,
    upload: String,
    product: Value,
    asset: String,
    form: String,
    /// A draft of the customer's that goes before the next.
    draft: Option<String>,
    credentials: Value,
    /// A colleague of the customer's to follow a case; without one, somebody outside.
    observer: Option<String>,
}

impl Stage {
    /// The people of a stage, and a case to begin with.
    pub async fn new(portal: &Portal) -> Self {
        let observer = Some(portal.account("colleague").email.clone());
        Self { observer, ..Self::of(portal, portal.customer().await).await }
    }

    /// The same with another customer, who opens cases.
    pub async fn of(portal: &Portal, customer: Api) -> Self {
        let engineer = portal.engineer().await;
        let admin = portal.administrator().await;
        let opening = Opening::new(&customer, "A case for every route").await;
        let page = portal.visitor().see("/sign-in").await.html();
        let asset = page.split("/assets/").nth(1).and_then(|rest| rest.split('"').next());
        let account = portal.account("customer");
        Self {
            case: Case::open_with(&customer, &opening).await,
            product: opening.0["product"].clone(),
            colleague: portal.colleague().await,
            request: "none".to_owned(),
            turn: None,
            upload: "none".to_owned(),
            form: "none".to_owned(),
            draft: None,
            asset: asset.expect("a page has a style sheet").to_owned(),
            credentials: json!({ "email": account.email, "password": account.password }),
            customer,
            engineer,
            admin,
            company: None,
            observer: None,
        }
    }

    /// Sets the stage anew for a call of this route.
    pub async fn set(&mut self, route: &Route) {
        if !route.name.starts_with("access-") && route.name != "profile-data-export" {
            self.turn = None;
        } else if self.turn.is_none() {
            self.turn = Some(self.customer.portal().turn("request"));
        }
        match route.name {
            "cases-decide" | "cases-keep-open" => {
                self.case = Case::proposed(&self.customer, &self.engineer, "To be answered").await;
            }
            "desk-reopen" => {
                self.case = Case::open(&self.customer, "To be reopened").await;
                self.case.done(&self.customer, "close", json!({})).await;
            }
            "desk-resume" => {
                self.case = Case::open(&self.customer, "To be gone on with").await;
                self.case.done(&self.engineer, "plan", json!({ "on": "2099-01-02" })).await;
            }
            "cases-dismiss" => {
                self.case = Case::open(&self.customer, "To be followed").await;
                let outside = json!({ "email": crate::outside(), "outside": "yes" });
                self.case.done(&self.customer, "observers", outside).await;
            }
            "attachments-download" => {
                self.upload = self.customer.upload("agent.log", b"it stopped").await;
                let opening = Opening::new(&self.customer, "With a file").await;
                let opening = opening.with("attachments", vec![self.upload.clone()]);
                self.case = Case::open_with(&self.customer, &opening).await;
                let _ = self.case.inspected(&self.customer).await;
            }
            "attachments-preview" | "attachments-archive" | "attachments-pack" => {
                self.upload = self.customer.upload("screen.png", &crate::picture()).await;
                let opening = Opening::new(&self.customer, "With a picture").await;
                let opening = opening.with("attachments", vec![self.upload.clone()]);
                self.case = Case::open_with(&self.customer, &opening).await;
                let _ = self.case.inspected(&self.customer).await;
            }
            "attachments-parts" => {
                let large = json!({ "name": "dump.bin", "size": 100 << 20 });
                self.upload = id(&self.customer.post("/uploads", large).await.expect(201));
            }
            "attachments-progress" | "attachments-complete" => {
                let begun = self.customer.begin_upload("agent.log", b"it stopped").await;
                self.customer.put(&begun["put"], b"it stopped").await;
                begun["id"].as_str().expect("an upload has an id").clone_into(&mut self.upload);
            }
            _ if route.name.starts_with("records-") && self.company.is_none() => {
                self.company = Some(Firm::founded(&self.admin).await);
            }
            name if name.starts_with("drafts-") => {
                if let Some(before) = self.draft.take() {
                    let _ =
                        self.customer.post(&format!("/drafts/{before}/discard"), json!({})).await.expect(200);
                }
                self.case = Case::open(&self.customer, "To be written to").await;
                if name != "drafts-save" {
                    let draft = format!("/drafts/{}", self.place());
                    let _ = self.customer.post(&draft, json!({ "text": "I wonder" })).await.expect(200);
                }
                self.draft = Some(self.place());
            }
            "forms-form" | "forms-change" => self.form = crate::forms::kept(&self.admin).await,
            "accounts-refresh" => self.customer = self.customer.portal().customer().await,
            "access-ask" => self.customer.withdraws().await,
            // The customer is their company's prime contact, who does not confirm their own.
            "access-ask-prime" => self.request = id_of(&self.colleague.asks_access().await),
            "access-answer" => {
                let asked = self.customer.asks_access().await;
                let question = json!({ "text": "Until when?" });
                let _ = self.admin.deals(&asked, "ask-more", question).await.expect(200);
                self.request = id_of(&asked);
            }
            name if name.starts_with("access-") || name == "profile-data-export" => {
                self.request = id_of(&self.customer.asks_access().await);
            }
            _ if route.path.contains("{number}") => {
                self.case = Case::open(&self.customer, "To be tried").await;
            }
            _ => {}
        }
    }

    /// Calls a route as somebody. `product` is one that the caller may open cases for, if they may at all.
    pub async fn call(&self, route: &Route, caller: &Api) -> Reply {
        if SPENT_BY_ANOTHER.contains(&route.name) && !caller.token().is_empty() {
            return self.spend(route).await;
        }
        self.tried(route, caller).await
    }

    /// The same by who may lose by it what they sign in with: nobody else calls it for them.
    pub async fn tried(&self, route: &Route, caller: &Api) -> Reply {
        match self.body(route, caller).await {
            Some(body) => self.send(route, caller, body).await,
            None => caller.send(caller.request(Method::GET, &self.path(route))).await,
        }
    }

    /// Calls a route that ends or makes what one signs in with, as somebody who has nothing else to lose by it.
    async fn spend(&self, route: &Route) -> Reply {
        let portal = self.customer.portal();
        let (other, thierry) = (portal.person(SPENT).await, portal.person(SPENT).await);
        let mut path = self.path(route);
        if route.name == "profile-end-session" {
            let sessions = thierry.get("/profile/sessions").await.expect(200).json();
            let sessions = sessions["sessions"].as_array().cloned().unwrap_or_default();
            let other = sessions.iter().find(|session| session["is_current"] == false);
            path =
                path.replace("{session}", other.expect("there are two")["id"].as_str().unwrap_or_default());
        }
        if route.name == "profile-end-token" {
            let made = thierry.makes_token(EVERYBODY, "read").await;
            path = path.replace("{token}", made["id"].as_str().unwrap_or_default());
        }
        drop(other);
        let body = if route.name == "profile-new-token" { new_token(&thierry) } else { json!({}) };
        let reply = thierry.post(&path, body).await;
        if route.name == "profile-new-token" {
            let made = &reply.json()["made"]["id"];
            let end = format!("/profile/tokens/{}/end", made.as_str().unwrap_or_default());
            let _ = thierry.post(&end, json!({})).await.expect(200);
        }
        reply
    }

    /// Sends a command with this body as somebody.
    pub async fn send(&self, route: &Route, caller: &Api, body: Value) -> Reply {
        caller.post(&self.path(route), body).await
    }

    /// The draft of a reply to the case.
    fn place(&self) -> String {
        format!("reply-{}", self.case.number)
    }

    /// The address of a route on this stage.
    pub fn path(&self, route: &Route) -> String {
        let path = route.path.replace("$default", "/nowhere").replace("{name}", &self.asset);
        let path = path.replace("{number}", &self.case.number.to_string()).replace("{upload}", &self.upload);
        let (company, contact) = match &self.company {
            Some(firm) => (&*firm.company, &*firm.contact),
            None => ("acme", "anna"),
        };
        let path = path.replace("{company}", company).replace("{contact}", contact);
        let path = path.replace("{contract}", "k-1").replace("{hardware}", "h-1").replace("{licence}", "l-1");
        let path = path.replace("{request}", &self.request).replace("{module}", "knowledge");
        let path = path.replace("{place}", &self.place());
        let path = path.replace("{sheet}", "companies.csv").replace("{form}", &self.form);
        path.replace("/cases/search", "/cases/search?q=nobody-wrote-this")
    }

    /// What [`Stage::call`] sends a route; nothing to one that only reads.
    pub async fn body(&self, route: &Route, caller: &Api) -> Option<Value> {
        Some(match route.name {
            "public-language" => json!({ "language": "nl", "to": "/cases" }),
            "accounts-sign-in" => self.credentials.clone(),
            "accounts-refresh" => json!({ "refresh_token": self.customer.refresh_token() }),
            "accounts-register" => self.registration().await,
            "accounts-contact-id" | "accounts-password" => json!({ "email": nobody() }),
            // No link is good for whoever has none.
            "accounts-activate" => json!({ "link": "none.none" }),
            "accounts-email" | "access-confirm" => json!({ "link": "none.none", "decision": "confirm" }),
            "accounts-new-password" => json!({ "link": "none.none", "password": "harbour lantern otter" }),
            "accounts-code" => json!({ "half": "none", "code": "123456" }),
            "accounts-token" => json!({ "token": "none" }),
            "profile-new-token" => new_token(caller),
            "accounts-sign-out"
            | "attachments-complete"
            | "attachments-pack"
            | "access-withdraw"
            | "access-ask-prime"
            | "cases-close"
            | "cases-keep-open"
            | "desk-take"
            | "profile-end-session"
            | "profile-end-others"
            | "profile-end-token"
            | "drafts-discard"
            | "profile-email-withdraw" => {
                json!({})
            }
            "cases-open" => {
                let form = caller.get("/cases/new").await;
                // Who may only ask for changes of what is kept of them is offered none.
                let own =
                    if form.status == 200 { form.json()["products"][0]["id"].clone() } else { Value::Null };
                let product = if own.is_null() { &self.product } else { &own };
                json!({
                    "product": product, "case_type": "question", "impact": "person", "urgency": "low",
                    "title": "May I?", "description": "I wonder.",
                })
            }
            "accounts-act" => {
                let own = caller.get("/access").await;
                let home = if own.status == 200 { own.json()["home"].clone() } else { json!("acme") };
                json!({ "company": home })
            }
            "access-ask" => {
                let own = caller.get("/access").await;
                let wants = if own.status == 200 {
                    caller.withdraws().await;
                    caller.get("/access").await.json()["choices"][0].clone()
                } else {
                    json!("basic")
                };
                json!({ "wants": wants, "text": "I wonder." })
            }
            "access-answer" | "access-ask-more" => json!({ "text": "Until the summer?" }),
            "access-decide" => json!({ "decision": "refuse", "text": "Not for now." }),
            "access-login" => json!({
                "name": "Nora Lind", "email": format!("{}@new.example", unique("nora").replace(' ', "-")),
                "sold_to": ["Norhaven"], "end_user": ["Harbourline"], "text": "I run it.",
            }),
            "cases-reply" | "drafts-save" => json!({ "text": "Still so." }),
            "cases-decide" => json!({ "decision": "approve" }),
            "cases-observe" => self.follower(),
            "attachments-begin" => json!({ "name": "a.txt", "size": 1, "sha256": "0".repeat(64) }),
            "attachments-parts" => json!({ "parts": [{ "number": 1, "sha256": "0".repeat(64) }] }),
            name if let Some(body) = of_desk(name).or_else(|| of_mails(name)).or_else(|| refused(name)) => {
                body
            }
            "profile-change" => {
                // As they are: another revision would end the token of everybody who signed in as them.
                let details = caller.get("/profile").await;
                let details = if details.status == 200 { details.json() } else { json!({ "details": {} }) };
                details["details"].clone()
            }
            "profile-pin-show" | "profile-pin-replace" => json!({ "password": password(caller) }),
            "desk-callers" => {
                let proof = json!({ "password": password(&self.customer) });
                let pin = self.customer.post("/profile/pin", proof).await.expect(200).json()["pin"].clone();
                json!({ "contact": self.customer.email, "pin": pin })
            }
            "settings-priorities-save" => {
                // As they are: other tests open cases meanwhile.
                let page = self.admin.get("/priorities").await.expect(200).json();
                let mut body = page["values"].clone();
                body["version"] = page["version"].clone();
                body
            }
            "settings-reasons-save" => {
                let page = self.admin.get("/reasons").await.expect(200).json();
                json!({ "reasons": page["reasons"], "version": page["version"] })
            }
            "forms-add" => crate::forms::retired(&crate::records::unique("form")),
            "forms-change" => crate::forms::changed(&self.admin, &self.form).await,
            name if name.starts_with("records-") && route.method.as_str() == "POST" => {
                self.company.as_ref().expect("the stage is set").body(name, &self.admin).await
            }
            name => {
                let reads = route.method.as_str() != "POST";
                assert!(reads, "say in tests/src/routes.rs how {name} is called");
                return None;
            }
        })
    }
}

impl Stage {
    /// Who is to follow a case.
    fn follower(&self) -> Value {
        match &self.observer {
            Some(colleague) => json!({ "email": colleague }),
            None => json!({ "email": crate::outside(), "outside": "yes" }),
        }
    }

    /// A registration that nobody can refuse on the page, of somebody whom the portal does not know.
    async fn registration(&self) -> Value {
        let form = self.customer.portal().anonymous().get("/register").await.expect(200).json();
        let sum = form["puzzle"]["sum"].as_array().expect("there is a sum").iter().filter_map(Value::as_u64);
        json!({
            "username": "nobody.here", "email": nobody(), "password": "harbour lantern otter",
            "contact_id": "NO-SUCH-ID", "rules": form["rules"].to_string(),
            "challenge": form["puzzle"]["challenge"], "answer": sum.sum::<u64>().to_string(),
        })
    }
}

/// What is refused, so that everybody keeps what they sign in with, and nobody is erased who is needed for the next route.
fn refused(name: &str) -> Option<Value> {
    Some(match name {
        "profile-password" => json!({ "current": "", "new": "", "repeat": "" }),
        "profile-rules-accept" => json!({ "rules": "" }),
        "profile-two-factor" => json!({ "password": "", "secret": "", "code": "" }),
        "profile-two-factor-off" => json!({ "password": "", "code": "" }),
        "profile-email-ask" => json!({ "email": nobody(), "password": "" }),
        "profile-erase" => json!({ "password": "" }),
        _ => return None,
    })
}

/// What one is mailed for.
fn of_mails(name: &str) -> Option<Value> {
    Some(match name {
        "cases-notifications" => json!({ "mails": "chosen", "topics": ["closed", "workaround"] }),
        // No link is good for whoever has none.
        "cases-unsubscribe" => json!({ "link": "none.none", "decision": "off" }),
        "cases-follow" => json!({ "link": "none.none", "decision": "confirm" }),
        // Who was asked by the second event.
        "cases-dismiss" => json!({ "outsider": "outside-2" }),
        "profile-notifications-save" => {
            json!({ "topics": ["updated", "escalated", "workaround", "closed"] })
        }
        _ => return None,
    })
}

/// What an engineer does with a case.
fn of_desk(name: &str) -> Option<Value> {
    Some(match name {
        "desk-message" => json!({ "kind": "question", "text": "Since when?" }),
        "desk-note" => json!({ "audience": "internal", "text": "Looks like the agent." }),
        "desk-plan" => json!({ "on": "2099-01-02" }),
        "desk-resume" => json!({ "text": "We can come earlier." }),
        "desk-propose" => json!({ "text": "Restart the agent." }),
        "desk-escalate" => json!({ "step": "begin", "text": "Development looks at it." }),
        "desk-workaround" => json!({ "text": "Use the other trunk." }),
        "desk-outage" => json!({ "step": "begin" }),
        "desk-classify" => json!({ "impact": "person", "urgency": "low" }),
        "desk-prioritize" => json!({ "priority": "critical", "reason": "Their board asks." }),
        "desk-detail" => json!({ "category": "Trunks", "version": "9.2.4", "build": "1187" }),
        "desk-reopen" => json!({ "reason": "It came back." }),
        _ => return None,
    })
}

/// An address that nobody has, and nobody has asked a mail for.
fn nobody() -> String {
    format!("{}@nowhere.example", crate::unique("nobody").replace(' ', "-"))
}

/// Whose sessions and tokens are spent: the tests use them for nothing else.
const SPENT: &str = "thierry@globex.example";

fn new_token(caller: &Api) -> Value {
    json!({ "name": "Tried", "scope": "read", "days": 7, "password": password(caller) })
}

/// The password of somebody of the seed data, or of a company of a test's own.
fn password(api: &Api) -> String {
    if api.email.ends_with("@firm.example") {
        return crate::records::PASSWORD.to_owned();
    }
    api.portal().password(&api.email).to_owned()
}

fn id_of(request: &Value) -> String {
    request["id"].as_str().expect("a request has an id").to_owned()
}

fn id(reply: &Reply) -> String {
    reply.json()["id"].as_str().expect("it has an id").to_owned()
}
