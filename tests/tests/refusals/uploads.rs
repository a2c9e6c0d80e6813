//! Filling the bucket.

use caseport_domain::attachment::SizeLimit;
use caseport_i18n::{Language, Tr};
use caseport_tests::{Newcomer, Portal, sha256, upload_budget};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::json;

/// The span files are counted in.
const DAY: i64 = 24 * 60 * 60;
/// How long before its end this begins: an access token is good for longer.
const LEFT: i64 = 10 * 60;

/// X22, X23: one person announces so much in a day, sent or not, and no more: they are told how much that is and when it goes again,
/// in their language. What is refused counts for nothing, nobody else is kept from anything, and the day's end opens the door again.
#[tokio::test]
async fn x22_x23_nobody_fills_the_bucket() {
    let portal = Portal::alone();
    let clock = portal.clock();
    let instant = |second| Timestamp::from_second(second).expect("it is within time");
    let midnight = (clock.now().as_second().div_euclid(DAY) + 1) * DAY;
    clock.set_to(instant(midnight - LEFT));
    let Newcomer { api: lotte, .. } = portal.newcomer().await;
    let Newcomer { api: other, .. } = portal.newcomer().await;
    let (budget, largest) = (upload_budget(), SizeLimit::default().bytes());
    for _ in 1..budget.bytes() / largest {
        let _ = lotte.announce(largest).await.expect(201);
    }
    let _ = lotte.announce(1).await.expect(201);
    lotte.announce(largest).await.problem(429, "uploads-used-up");
    let _ = lotte.announce(largest - 1).await.expect(201);

    let zone = TimeZone::get("Europe/Brussels").expect("it is bundled");
    for language in Language::ALL {
        let tr = Tr::new(language);
        let args = [
            ("size", tr.size_limit(budget.bytes()).into()),
            ("files", budget.files().into()),
            ("at", tr.moment(instant(midnight), &zone).into()),
        ];
        let file = json!({ "name": "agent.log", "size": 1, "sha256": sha256(b"x") });
        let refused = lotte.post_in(language.code(), "/uploads", file).await;
        let seconds: i64 = refused.header("retry-after").parse().expect("it says when to come back");
        assert!((1..=LEFT).contains(&seconds), "{seconds}");
        let problem = refused.problem(429, "uploads-used-up");
        assert_eq!(problem["detail"], tr.t_with("uploads-used-up", &args));
    }
    let _ = other.announce(1).await.expect(201);
    clock.set_to(instant(midnight + 5));
    let _ = lotte.announce(largest).await.expect(201);
}
