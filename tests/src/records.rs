//! A company of a test's own, with all that is kept of one.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::{Api, Reply};

/// A company that no other test knows: it has the contract `k-1`, the hardware `h-1`, the licence `l-1`, and a contact.
pub struct Firm {
    /// Its identifier.
    pub company: String,
    /// Its contact's Contact ID.
    pub contact: String,
    /// A product.
    pub product: String,
}

/// The password that a company's contact chooses. No secret.
pub const PASSWORD: &str = "harbour lantern otter";

/// A text that no other test uses.
#[must_use]
pub fn unique(stem: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let since =
        std::time::SystemTime::UNIX_EPOCH.elapsed().map(|since| since.as_millis()).unwrap_or_default();
    format!("{stem}-{since:x}-{:x}-{count}", std::process::id())
}

/// Whether a test made this text by [`unique`].
fn is_of_a_test(text: &str) -> bool {
    text.matches('-').count() >= 3
}

/// A product that no test made: those are renamed and removed meanwhile.
async fn a_product(admin: &Api) -> String {
    let products = admin.get("/products").await.expect(200).json();
    let products = products["products"].as_array().into_iter().flatten();
    let mut ids = products.filter_map(|product| product["id"].as_str());
    ids.find(|id| !is_of_a_test(id)).expect("there are products").to_owned()
}

impl Firm {
    /// A new company.
    pub async fn founded(admin: &Api) -> Self {
        let company = unique("firm");
        let product = a_product(admin).await;
        let mut firm = Self { company, contact: String::new(), product };
        let id = &firm.company;
        let _ = admin.post("/companies", firm.founding()).await.expect(201);
        for (section, body) in
            [("contracts", firm.contract()), ("hardware", firm.hardware()), ("licences", firm.licence())]
        {
            let _ = admin.post(&format!("/companies/{id}/{section}"), body).await.expect(201);
        }
        let contact =
            admin.post(&format!("/companies/{id}/contacts"), firm.person()).await.expect(201).json();
        contact["id"].as_str().expect("a contact has an id").clone_into(&mut firm.contact);
        firm
    }

    fn founding(&self) -> Value {
        json!({
            "id": self.company, "name": format!("Firm {}", self.company), "city": "Ghent", "country": "BE",
            "zone": "Europe/Brussels", "company_kind": "both",
        })
    }

    /// A contract that runs.
    #[must_use]
    pub fn contract(&self) -> Value {
        json!({
            "id": "k-1", "coverage": "Premium", "products": [self.product], "starts": "2020-01-01",
            "ends": "2099-12-31",
        })
    }

    /// A piece of hardware.
    #[must_use]
    pub fn hardware(&self) -> Value {
        json!({ "id": "h-1", "serial": "SN-1", "model": "Box", "product": self.product, "site": "Ghent" })
    }

    /// A licence.
    #[must_use]
    pub fn licence(&self) -> Value {
        json!({ "id": "l-1", "product": self.product, "quantity": 25, "key_ending": "…7QX2" })
    }

    /// A contact whose address is their own.
    #[must_use]
    pub fn person(&self) -> Value {
        json!({
            "name": "Lotte Maes", "email": format!("{}@firm.example", unique("lotte")), "language": "nl",
            "zone": "Europe/Brussels", "level": "read-write", "case_scope": "company",
        })
    }

    /// The same company with another contact, who sees these cases: their own, or the company's.
    pub async fn with_colleague(&self, admin: &Api, case_scope: &str) -> Self {
        let mut person = self.person();
        (person["name"], person["case_scope"]) = ("Jeroen Claes".into(), case_scope.into());
        let path = format!("/companies/{}/contacts", self.company);
        let added = admin.post(&path, person).await.expect(201).json();
        let contact = added["id"].as_str().expect("a contact has an id").to_owned();
        Self { company: self.company.clone(), contact, product: self.product.clone() }
    }

    /// The form to change something, as an API client reads it: its fields with the revision.
    pub async fn form(&self, admin: &Api, edit: &str) -> Value {
        let page = admin.get(&format!("/companies/{}?edit={edit}", self.company)).await.expect(200).json();
        let mut body = page["form"]["values"].clone();
        body["revision"] = page["form"]["revision"].clone();
        if let Some(fields) = body.as_object_mut() {
            fields.remove("id");
        }
        body
    }

    /// The form to change the contact.
    pub async fn contact_form(&self, admin: &Api) -> Value {
        let page = admin.get(&format!("/contacts/{}", self.contact)).await.expect(200).json();
        let mut body = page["contact"].clone();
        body["revision"] = page["revision"].clone();
        body["active"] = if page["contact"]["active"] == true { "yes".into() } else { "no".into() };
        let fields = body.as_object_mut().expect("a contact is an object");
        fields.remove("id");
        fields.remove("company");
        body
    }

    /// Has the contact's pages and mails be in this language and zone.
    pub async fn reads(&self, admin: &Api, language: &str, zone: &str) {
        let mut contact = self.contact_form(admin).await;
        (contact["language"], contact["zone"]) = (language.into(), zone.into());
        let _ = admin.post(&format!("/contacts/{}", self.contact), contact).await.expect(200);
    }

    /// Changes something: what it is answered.
    pub async fn change(&self, admin: &Api, edit: &str, field: &str, value: impl Into<Value>) -> Reply {
        let mut body = self.form(admin, edit).await;
        body[field] = value.into();
        let path = if edit == "companies" { String::new() } else { format!("/{edit}") };
        admin.post(&format!("/companies/{}{path}", self.company), body).await
    }

    /// The address of the contact.
    pub async fn address(&self, admin: &Api) -> String {
        let page = admin.get(&format!("/contacts/{}", self.contact)).await.expect(200).json();
        page["contact"]["email"].as_str().expect("a contact has an address").to_owned()
    }

    /// Has the contact invited, choose [`PASSWORD`] by the mailed link, sign in and accept the rules: who then is signed in.
    pub async fn registered(&self, admin: &Api) -> Api {
        let email = self.invited(admin).await;
        admin.portal().welcomed(&email, PASSWORD).await
    }

    /// Has the contact invited, and choose [`PASSWORD`] by the mailed link: their address, with which they have not signed in.
    pub async fn invited(&self, admin: &Api) -> String {
        let email = self.address(admin).await;
        let _ = admin.post(&format!("/contacts/{}/invite", self.contact), json!({})).await.expect(202);
        admin.portal().chooses_password(&email).await;
        email
    }

    /// What a route that saves a record is sent: something new, or a change.
    pub async fn body(&self, route: &str, admin: &Api) -> Value {
        let with = |mut body: Value, field: &str| {
            body[field] = unique("x").into();
            body
        };
        match route {
            "records-company-add" => {
                let mut body = self.founding();
                body["id"] = unique("firm").into();
                body
            }
            "records-company-change" => with(self.form(admin, "companies").await, "city"),
            "records-contract-add" => with(self.contract(), "id"),
            "records-hardware-add" => with(self.hardware(), "id"),
            "records-licence-add" => with(self.licence(), "id"),
            "records-contract-change" => with(self.form(admin, "contracts/k-1").await, "coverage"),
            "records-hardware-change" => with(self.form(admin, "hardware/h-1").await, "site"),
            "records-licence-change" => with(self.form(admin, "licences/l-1").await, "key_ending"),
            "records-contact-add" => self.person(),
            // Nobody is erased who is needed for the next route.
            "records-contact-erase" => json!({ "confirm": "" }),
            "records-contact-invite" | "records-contact-password" | "records-contact-two-factor" => {
                json!({})
            }
            "records-contact-change" => with(self.contact_form(admin).await, "name"),
            "records-relate" => {
                let other = Self::new_company(admin).await;
                json!({ "customer": other })
            }
            "records-product-save" => json!({ "id": unique("p"), "name": "A product of a test" }),
            "records-import" => {
                let id = unique("firm");
                let csv = format!("id,name,city,zone,company_kind\n{id},Sheet,Ghent,Europe/Brussels,both\n");
                json!({ "sheet": "companies", "csv": csv })
            }
            other => panic!("say how {other} is called"),
        }
    }

    async fn new_company(admin: &Api) -> String {
        let firm = Self { company: unique("firm"), contact: String::new(), product: String::new() };
        let _ = admin.post("/companies", firm.founding()).await.expect(201);
        firm.company
    }
}
