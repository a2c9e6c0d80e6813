//! What is said in the place of a page, and what there is beside the portal.

use caseport_domain::actor::Actor;
use caseport_domain::case::Refused;
use caseport_domain::policy::Denied;
use caseport_domain::support::Support;
use caseport_pages::{ContactPage, Notice, RemoteSupport};

use super::{Add, kept, support};

/// All of them.
pub fn pages(add: &mut Add<'_>, contact: &Actor, reader: &Actor) {
    for status in [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500] {
        let who = (status != 401).then_some(contact);
        add(&format!("notice-{status}"), who, "/cases/1", &Notice::new(status, "1-67421a3c-5b2f4e"));
    }
    let denied = Notice::new(403, "1-67421a3c").denied(Denied::ReadOnly);
    add("notice-kept", Some(reader), "/cases/20601", &denied.clone().keeping(kept()));
    add("notice-denied", Some(reader), "/cases/new", &denied);
    for (status, code) in [(409, "file-pending"), (403, "file-malicious"), (403, "file-unscannable")] {
        let withheld = Notice::new(status, "1-67421a3c").failed(code);
        add(&format!("notice-{code}"), Some(contact), "/cases/20601/attachments/u1", &withheld);
    }
    let failed = Notice::new(400, "1-67421a3c").failed("cursor");
    add("notice-cursor", Some(contact), "/cases", &failed);
    let used_up = Notice::new(429, "1-67421a3c").failed("uploads-used-up");
    add("notice-uploads-used-up", Some(contact), "/", &used_up);
    let refused = Notice::new(409, "1-67421a3c").refused(Refused::Closed);
    add("notice-refused", Some(contact), "/cases/20601", &refused);
    beside(add, contact);
}

/// What there is beside the portal.
fn beside(add: &mut Add<'_>, contact: &Actor) {
    add("contact", None, "/contact", &ContactPage::from(&support()));
    add("contact-customer", Some(contact), "/contact", &ContactPage::from(&support()));
    add("contact-nothing", Some(contact), "/contact", &ContactPage::from(Support::NONE));
    let address = Some("https://assist.norland.example/customers".to_owned());
    add("remote-support", Some(contact), "/remote-access", &RemoteSupport { address });
    add("remote-support-told", Some(contact), "/remote-access", &RemoteSupport { address: None });
}
