//! A case that has outgrown what is read at once.

use caseport_domain::transcript::Transcript;
use caseport_tests::{Case, Opening, Portal};
use serde_json::json;

/// So many replies are more than a megabyte, and less than two.
const REPLIES: u64 = 15;

/// The longest text there is, in characters of four bytes: 80 kB.
fn long(n: u64) -> String {
    format!("Reply {n}. {}", "𝄞".repeat(19_900))
}

/// The newest entries come first, earlier ones are a link away, again and again until the first; nothing is left out
/// and nothing comes twice. The facts are the same beside each part, and the transcript has everything at once.
#[tokio::test]
async fn a_case_of_more_than_a_megabyte_is_read_in_parts() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let opening = Opening::new(&anna, "With a very long history").await;
    let case = Case::open_with(&anna, &opening.with("answers", json!({ "version": "9.2.4" }))).await;
    for n in 1..=REPLIES {
        case.done(&anna, "replies", json!({ "text": long(n) })).await;
    }

    let (mut path, mut parts, mut seen) = (case.path(""), Vec::new(), Vec::new());
    while parts.len() < 10 {
        let part = anna.get(&path).await.expect(200).json();
        assert_eq!(part["facts"][0]["key"], "version", "{path}");
        assert_eq!(part["facts"][0]["value"], "9.2.4", "{path}");
        let events = part["events"].as_array().expect("a case has events");
        let numbers: Vec<u64> = events.iter().filter_map(|event| event["seq"].as_u64()).collect();
        seen.splice(0..0, numbers);
        parts.push(path);
        let Some(before) = part["earlier"].as_u64() else { break };
        path = case.path(&format!("?before={before}"));
    }
    assert_eq!(seen, (1..=REPLIES + 1).collect::<Vec<_>>());
    assert_eq!(parts.len(), 2, "{parts:?}");

    let mut browser = portal.visitor();
    browser.sign_in("customer").await;
    let newest = browser.see(&parts[0]).await.expect(200).html();
    assert!(newest.contains(&format!("Reply {REPLIES}.")) && !newest.contains("It stopped this morning."));
    assert!(newest.contains(&format!("href=\"{}\"", parts[1])), "it leads to the earlier entries");
    assert!(newest.contains("<dt>Version</dt><dd>9.2.4</dd>"), "{newest}");
    let earlier = browser.see(&parts[1]).await.expect(200).html();
    assert!(earlier.contains("It stopped this morning.") && !earlier.contains(&format!("Reply {REPLIES}.")));
    assert!(earlier.contains(&format!("href=\"{}\"", parts[0])), "it leads back to the newest");

    let transcript: Transcript =
        serde_json::from_str(&anna.get(&case.path("transcript")).await.expect(200).text())
            .expect("it is a transcript");
    assert_eq!((transcript.verify(), transcript.entries.len() as u64), (Ok(()), REPLIES + 1));

    // What is to come after it goes on from the last event.
    case.done(&eva, "assignment", json!({})).await;
}

/// Earlier parts are for whom the case is for, and what stands in the address is a number or nothing.
#[tokio::test]
async fn an_earlier_part_is_no_way_around_the_policy() {
    let portal = Portal::from_env();
    let (anna, eva) = (portal.customer().await, portal.engineer().await);
    let case = Case::open(&anna, "With parts").await;
    case.done(&eva, "notes", json!({ "audience": "internal", "text": "For engineers" })).await;
    case.done(&anna, "replies", json!({ "text": "Any news?" })).await;
    let before = |n: &str| case.path(&format!("?before={n}"));

    let part = anna.get(&before("3")).await.expect(200).json();
    assert_eq!(part["events"].as_array().map(Vec::len), Some(1), "X26: {part}");
    let part = eva.get(&before("3")).await.expect(200).json();
    assert_eq!(part["events"].as_array().map(Vec::len), Some(2));
    let _ = portal.other_customer().await.get(&before("3")).await.expect(404);
    for wrong in ["x", "-1", "", "99999999999", "1%27"] {
        let _ = anna.get(&before(wrong)).await.expect(400);
    }
    for (edge, found) in [("0", 0), ("1", 0), ("4294967295", 2)] {
        let part = anna.get(&before(edge)).await.expect(200).json();
        assert_eq!(part["events"].as_array().map(Vec::len), Some(found), "{edge}");
    }
}
