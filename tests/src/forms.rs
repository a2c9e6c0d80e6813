//! Forms, as tests keep them.

use std::path::Path;

use serde_json::{Value, json};

use crate::Api;
use crate::records::unique;

/// A form that is out of use, so that no other test meets it.
#[must_use]
pub fn retired(id: &str) -> Value {
    let said = |text: &str| json!({ "en": text, "nl": text, "fr": text });
    json!({
        "id": id, "name": said("Of a test"), "retired": true,
        "fields": [{ "key": "build", "kind": "line", "label": said("Build") }],
    })
}

/// A form of its own that is kept; its identifier.
pub async fn kept(admin: &Api) -> String {
    let id = unique("form");
    let _ = admin.post("/forms", retired(&id)).await.expect(201);
    id
}

/// A change of a form, as an API client makes it of what it reads.
pub async fn changed(admin: &Api, id: &str) -> Value {
    let editor = admin.get(&format!("/forms/{id}")).await.expect(200).json();
    let mut body = editor["draft"].clone();
    body["version"] = editor["version"].clone();
    body["name"]["en"] = unique("Of a test").into();
    body
}

/// The forms that a demonstration portal begins with.
fn of_seed(demo: &str) -> Vec<Value> {
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../localstack/seed").join(demo).join("forms.toml");
    let text = std::fs::read_to_string(&seed).unwrap_or_else(|error| panic!("{}: {error}", seed.display()));
    let forms: Value = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", seed.display()));
    forms["forms"].as_array().cloned().unwrap_or_default()
}

/// The identifiers of the forms that a demonstration portal begins with.
#[must_use]
pub fn ids_of_demo(demo: &str) -> Vec<String> {
    of_seed(demo).iter().filter_map(|form| form["id"].as_str()).map(str::to_owned).collect()
}

/// A form of a demonstration portal, for cases of this product.
///
/// # Panics
/// When that portal has no such form.
#[must_use]
pub fn of_demo(demo: &str, id: &str, product: &str) -> Value {
    let form = of_seed(demo).into_iter().find(|form| form["id"] == id);
    let mut form = form.unwrap_or_else(|| panic!("{demo} has no form {id}"));
    form["id"] = format!("{demo}-{id}").into();
    form["products"] = json!([product]);
    form
}

/// Keeps a form, unless it is kept already.
pub async fn keep(admin: &Api, form: &Value) {
    let _ = admin.post("/forms", form.clone()).await.expect(201);
}

/// Takes a form out of use.
pub async fn retire(admin: &Api, id: &str) {
    let editor = admin.get(&format!("/forms/{id}")).await.expect(200).json();
    let mut body = editor["draft"].clone();
    body["version"] = editor["version"].clone();
    body["retired"] = true.into();
    let _ = admin.post(&format!("/forms/{id}"), body).await.expect(200);
}
