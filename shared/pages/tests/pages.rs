//! Every page in every language: rendered, translated, escaped, and within what the content security policy
//! and the first visit's budget allow.

use caseport_pages::{Language, assets};

mod samples;

use samples::{HARMFUL, Sample};

fn every_page() -> impl Iterator<Item = Sample> {
    Language::ALL.into_iter().flat_map(samples::all)
}

#[test]
fn x1_what_people_typed_is_text_on_every_page() {
    let mut seen = 0;
    for Sample { name, html } in every_page() {
        // The pictures there are: that of registering, and those of cases, by addresses of the portal's.
        let puzzles = html.matches("<img class=\"puzzle\" src=\"data:image/png;base64,").count();
        let pictures = puzzles + html.matches("<img src=\"/cases/20601/attachments/").count();
        assert_eq!(html.matches("<img").count(), pictures, "{name} has an image of somebody's making");
        assert!(!html.contains("<script>"), "{name} has a script of somebody's making");
        assert!(!html.contains(HARMFUL), "{name}");
        seen += html.matches("onerror=alert(1)").count();
    }
    assert!(seen > 50, "the harmful text stands on many pages, as text");
}

#[test]
fn a_strict_content_security_policy_has_nothing_to_stop() {
    for Sample { name, html } in every_page() {
        assert!(!html.contains(" style=") && !html.contains("<style"), "{name} has an inline style");
        for tag in html.split('<').filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag)) {
            // What is between quotation marks is values.
            let handler = tag.split('"').step_by(2).find(|names| names.contains(" on"));
            assert!(handler.is_none(), "{name} has an inline handler: {tag}");
            if tag.starts_with("script") {
                assert!(tag.contains("src=\"/assets/"), "{name} has an inline script: {tag}");
            }
        }
        assert!(
            !html.replace("http://www.w3.org/2000/svg", "").contains("http://"),
            "{name} loads from elsewhere"
        );
    }
}

#[test]
fn every_form_that_posts_carries_its_token() {
    for Sample { name, html } in every_page() {
        for form in
            html.split("<form").skip(1).filter_map(|rest| rest.split_once("</form>").map(|(form, _)| form))
        {
            if form.contains("method=\"post\"") {
                assert_eq!(form.matches("name=\"csrf\" value=\"csrf-token\"").count(), 1, "{name}: {form}");
            }
        }
    }
}

#[test]
fn every_form_of_a_page_has_its_own_idempotency_key() {
    for Sample { name, html } in every_page() {
        let keys: Vec<&str> = html
            .split("name=\"idempotency_key\" value=\"")
            .skip(1)
            .filter_map(|rest| rest.split_once('"').map(|(key, _)| key))
            .collect();
        let mut distinct = keys.clone();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), keys.len(), "{name}: {keys:?}");
    }
}

#[test]
fn every_page_says_its_language_and_names_no_key() {
    for Sample { name, html } in every_page() {
        let language = name.rsplit('.').next().expect("the name ends in its language");
        assert!(html.contains(&format!("<html lang=\"{language}\">")), "{name}");
        assert!(!html.contains("{{") && !html.contains("{ $"), "{name} has an unfilled place");
    }
    // That no page asks for a message that is not there: such a message panics in a debug build, as here.
}

#[test]
fn every_asset_a_page_names_is_there() {
    for Sample { name, html } in every_page() {
        for address in html.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(
                assets::find(address).is_some() || address == samples::style().name,
                "{name} names {address}"
            );
        }
    }
    for asset in assets::all() {
        let text = std::str::from_utf8(asset.bytes).expect("all assets are text");
        for import in text.split("\"./").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(assets::find(import).is_some(), "{} imports {import}", asset.name);
        }
    }
}

#[test]
fn the_first_visit_takes_four_requests_and_forty_kilobytes_at_most() {
    let list = every_page().find(|sample| sample.name == "list.fr").expect("it is a sample");
    let named: Vec<_> =
        list.html.split("\"/assets/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let sent: usize = named.iter().filter_map(|name| assets::find(name)).map(|asset| asset.gzip.len()).sum();
    let sent = sent + samples::style().sheet.len();
    // The page itself is compressed on its way too; here it counts in full.
    assert!(named.len() < 4, "{named:?}");
    assert!(sent + list.html.len() <= 40_000, "{} bytes", sent + list.html.len());
}

fn sample(name: &str) -> String {
    every_page().find(|sample| sample.name == name).unwrap_or_else(|| panic!("{name} is no sample")).html
}

/// M11, C8: a list has the columns of its portal, and the entries: one for each type of issue that has one, or one for all.
#[test]
fn m11_c8_columns_and_entries_are_the_portals() {
    let columns = |html: &str| {
        let heads = html.split("scope=\"col\">").skip(1);
        heads.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let entries = |html: &str| html.matches("href=\"/cases/new?case_type=").count();
    let (usual, other) = (sample("list.en"), sample("list-other.en"));
    let expected =
        ["Number", "Title", "Product", "Status", "Type", "Opened", "Planned for", "Your reference"];
    assert_eq!(columns(&usual), expected);
    let expected = [
        "Number",
        "Title",
        "Address",
        "Status",
        "Type",
        "Impact, urgency",
        "Opened by",
        "Engineer",
        "Updated",
        "Closes",
    ];
    assert_eq!(columns(&other), expected);
    assert_eq!((entries(&usual), entries(&other), entries(&sample("home-entries.fr"))), (0, 2, 2));
    assert!(other.contains("Report an incident") && sample("home-entries.fr").contains("Ouvrir une demande"));
}

/// What was typed wrong stays where it was typed, each with what is wrong; what cannot be found is told.
#[test]
fn m31_what_a_list_cannot_be_asked_stays_typed() {
    let html = sample("list-flaws.en");
    for field in ["status", "from", "to"] {
        assert!(
            html.contains(&format!("href=\"#list-{field}\""))
                && html.contains(&format!("id=\"list-{field}-flaw\""))
        );
    }
    assert!(html.contains("value=\"yesterday\"") && html.contains("value=\"12 or so\""));
    assert!(sample("list-number.nl").contains("value=\"99999999\""));
    assert!(sample("list-looked-some.fr").contains("Chercher plus loin"));
    assert!(!sample("list.fr").contains("Chercher plus loin"), "a full page has a next one");
}

/// E54, X1: what was looked for is marked, and all else is text, also what looks like markup.
#[test]
fn e54_x1_what_was_looked_for_is_marked_and_the_rest_is_text() {
    let html = sample("search-found.en");
    assert!(html.contains("No <mark>internet</mark> at the Hasselt office"));
    assert!(html.contains("<mark>internet</mark>-trace.log") && html.contains("<mark>connection</mark>"));
    assert_eq!(html.matches("<mark>").count(), html.matches("</mark>").count());
    assert!(html.contains("after=20601-25") && html.contains("value=\"internet\""));
    assert!(sample("search-flaws.nl").contains("id=\"search-q-flaw\""));
    assert!(sample("search-looked.en").contains("Look further") && !html.contains("Look further"));
}
