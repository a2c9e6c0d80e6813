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

/// E53: where no company can be offered, none is asked to be chosen; the company's page has its ID, and leads to its cases.
#[test]
fn e53_a_company_is_chosen_where_there_are_any() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    assert!(page("desk.en").contains("Choose one that is offered"));
    for name in ["desk-filter.en", "desk-empty.en"] {
        let html = page(name);
        assert!(html.contains("Type its ID") && !html.contains("Choose one that is offered"), "{name}");
    }
    assert!(page("company.en").contains("href=\"/desk?company=acme\""));
}

/// E53, X26: engineers are offered to customers by name, and to the desk by identifier; a customer's page takes the names along to
/// the form by itself, which offers them and nobody else.
#[test]
fn e53_x26_engineers_are_offered_to_customers_by_name() {
    let (list, filter, desk) = (sample("list.en"), sample("list-filter.en"), sample("desk.en"));
    let (by_name, by_id) =
        ("<option value=\"Amélie Dujardin\">Am", "<option value=\"amelie\">Amélie Dujardin<");
    for html in [&list, &filter] {
        assert!(html.contains(by_name) && html.contains("<option value=\"nobody\">Nobody<"), "{html}");
        assert!(!html.contains("amelie") && !html.contains("<option value=\"me\""), "{html}");
    }
    assert!(desk.contains(by_id) && !desk.contains(by_name) && desk.contains("<option value=\"me\">You<"));
    assert!(list.contains("formaction=\"/cases/filter\" name=\"engineers\" value=\"Amélie Dujardin\">"));
    assert!(!desk.contains("name=\"engineers\"") && !sample("list-empty.en").contains("name=\"engineers\""));
    assert!(sample("list-narrowed.en").contains("<option value=\"Amélie Dujardin\" selected>"));
}

/// M13, C29: who sees their own cases only, and has none, is led to those of colleagues that they follow: these are in a list of
/// their own.
#[test]
fn m13_c29_an_empty_list_leads_to_what_one_follows() {
    let led = "href=\"/cases?whose=followed\"";
    for (name, expected) in
        [("list-empty.en", true), ("list-empty-reader.en", false), ("list-none.en", false)]
    {
        assert_eq!(sample(name).contains(led), expected, "{name}");
    }
}

/// A list says how it is sorted: in the heading of the column that it is sorted by, and in words.
#[test]
fn a_list_says_how_it_is_sorted() {
    for (name, heading, caption) in [
        ("list.en", "\"descending\" scope=\"col\">Opened<", "Open cases. Newest first."),
        (
            "list-all.en",
            "\"other\" scope=\"col\">Opened<",
            "The open cases, and behind them the closed ones. Newest first.",
        ),
        ("list-narrowed.en", "\"ascending\" scope=\"col\">Opened<", "Open cases. Oldest first."),
        ("desk.en", "\"ascending\" scope=\"col\">Updated<", "Open cases. Longest untouched first."),
        ("desk-narrowed.en", "\"descending\" scope=\"col\">Updated<", "Open cases. Last changed first."),
    ] {
        let html = sample(name);
        assert!(html.contains(&format!("aria-sort={heading}")), "{name}: {html}");
        assert_eq!(html.matches("aria-sort=").count(), 1, "{name}");
        assert!(html.contains(&format!("<caption class=\"hidden\">{caption}</caption>")), "{name}: {html}");
    }
    // Its table has no column of when cases were opened.
    let company = sample("desk-company.en");
    assert!(company.contains(">Open cases. Oldest first.<") && !company.contains("aria-sort="));
}

/// What was typed and cannot be sent is on the page that says so, beside the way to what must be done first.
#[test]
fn what_cannot_be_sent_can_be_copied() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    for name in ["notice-kept.en", "notice-held.en", "profile-password-kept.en", "profile-rules-again.en"] {
        assert!(page(name).contains("Since the update the export works, but page 12 is empty."), "{name}");
    }
    assert!(page("notice-held.en").contains("class=\"button primary\" href=\"/profile/two-factor\""));
}

/// A draft that cannot be sent as the case stands is no form's, and can be read and discarded all the same.
#[test]
fn a_draft_without_a_form_is_shown() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    let refusal = page("case-draft-left.en");
    assert!(
        refusal.contains("<pre>&#60;img") && refusal.contains("action=\"/drafts/refusal-20601/discard\"")
    );
    let (begin, end) = (page("desk-case-draft-left.en"), page("desk-case-draft-escalation.en"));
    assert_eq!(begin.matches("Begun some time ago.").count(), 1, "it does not end the escalation");
    assert!(begin.contains("<pre>Begun some time ago.</pre>"));
    assert!(end.contains("Begun some time ago.</textarea>") && !end.contains("/discard"));
}

/// Each form is open and filled in where there is a draft of what it sends.
#[test]
fn a_form_is_filled_in_from_its_draft() {
    for (name, action, kind, begun) in [
        ("case-draft.en", "decision", "refusal", "It stops still, and sooner than before.</textarea>"),
        ("case-draft.en", "close", "closing", "onerror=alert(1)"),
        ("desk-case-draft.en", "resumption", "resumption", "We have found a better one.</textarea>"),
        ("desk-case-draft.en", "priority", "priority", "onerror=alert(1)"),
        ("desk-case-draft.en", "priority", "priority", "value=\"low\" selected"),
        ("desk-case-draft-reopening.en", "reopening", "reopening", "It was not the update.</textarea>"),
        ("desk-case-draft-reopening.en", "reopening", "reopening", "value=\"came-back\" selected"),
    ] {
        let html = sample(name);
        let (before, form) =
            html.split_once(&format!("action=\"/cases/20601/{action}\"")).expect("the form is there");
        let is_open = before.rsplit("<details").next().is_some_and(|details| details.starts_with(" open>"));
        let form = form.split("</form>").next().unwrap_or_default();
        assert!(is_open && form.contains(begun), "{form}");
        assert!(form.contains(&format!("data-place=\"{kind}-20601\"")), "{form}");
        assert!(form.contains(&format!("formaction=\"/drafts/{kind}-20601\"")), "{form}");
    }
}

/// A form says what its files are called and how large they are; one that is no longer kept it says, and does not send.
#[test]
fn the_files_of_a_form_are_named_or_said_to_be_gone() {
    for (language, gone) in [
        ("en", "One file that was attached is no longer kept."),
        ("nl", "Eén toegevoegd bestand wordt niet meer bewaard."),
        ("fr", "Un fichier joint n’est plus conservé."),
    ] {
        let html = sample(&format!("new-draft-files.{language}"));
        let list = html.split("<ul class=\"file-list\"").nth(1).and_then(|rest| rest.split("</ul>").next());
        let lines: Vec<&str> = list.expect("there is a list").split("<li").skip(1).collect();
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0].contains("agent &#60;1&#62;.log") && lines[0].contains("18"), "{}", lines[0]);
        assert!(lines[1].contains("name=\"attachments\" value=\"u3\""), "{}", lines[1]);
        assert_eq!(html.matches(gone).count(), 1, "{language}");
    }
}

/// A2, A3: what a case waits for can be taken back, by its name; the thread says what was, and no form is left.
#[test]
fn a2_a3_what_waits_can_be_taken_back() {
    let offered = "action=\"/cases/20601/resumption\"";
    for (name, label) in [
        ("question", "Take the question back"),
        ("plan", "Take the planned day back"),
        ("solution", "Take the solution back"),
    ] {
        let html = sample(&format!("desk-case-waits-{name}.en"));
        assert!(html.contains(label) && html.contains(offered), "{name}");
        let again = sample(&format!("desk-case-waits-{name}-again.en"));
        assert!(
            again.contains("href=\"#resume-text\"") && again.contains("id=\"resume-text-flaw\""),
            "{name}"
        );
    }
    let (theirs, ours) = (sample("case-resumed.en"), sample("desk-case-resumed-late.en"));
    for told in
        ["took back the question", "took back the plan for Tuesday 1 December 2026", "took back the solution"]
    {
        assert!(theirs.contains(told) && ours.contains(told), "{told}");
    }
    assert!(!theirs.contains(offered) && !ours.contains(offered));
    assert!(ours.contains("This case waits for nothing") && ours.contains("You wrote:"));
}

/// A2: a case is given to any engineer who works here but who has it and who asks, or handed back if anybody has it.
#[test]
fn a2_a_case_is_given_to_whom_there_is() {
    let offers = |name: &str, id: &str| sample(name).contains(&format!("<option value=\"{id}\">"));
    let hands_back = |name: &str| sample(name).contains("name=\"engineer\" value=\"nobody\"");
    for (name, expected) in [
        ("assign.en", [false, true, true]),
        ("assign-over.en", [false, false, true]),
        ("assign-wrong.en", [false, true, true]),
        ("assign-alone.en", [false; 3]),
        ("assign-closed.en", [false; 3]),
    ] {
        assert_eq!(["amelie", "bram", "zoe"].map(|id| offers(name, id)), expected, "{name}");
    }
    assert!(hands_back("assign.en") && hands_back("assign-over.en") && hands_back("assign-alone.en"));
    assert!(!hands_back("assign-wrong.en") && !hands_back("assign-closed.en"));
    let wrong = sample("assign-wrong.en");
    assert!(wrong.contains("href=\"#assign-engineer\"") && wrong.contains("id=\"assign-engineer-flaw\""));
    let link = "href=\"/cases/20601/assignment\"";
    assert!(sample("desk-case.en").contains(link));
    assert!(!sample("desk-case-closed.en").contains(link) && !sample("case.en").contains(link));
    assert!(sample("case-given.en").contains("handed the case back to the desk"));
}

/// A4: a closed case shows that it has a workaround, as its line in a list does.
#[test]
fn a4_a_closed_case_shows_its_workaround() {
    let closed = every_page().find(|sample| sample.name == "case-marked-closed.en").expect("it is a sample");
    assert!(closed.html.contains("<span class=\"mark is-workaround\">"));
}

/// A2: a line from before lists told priorities shows none: it may have been given by hand, or by another matrix.
#[test]
fn a2_a_line_without_a_priority_shows_none() {
    let list = every_page().find(|sample| sample.name == "list-other.en").expect("it is a sample");
    let shown = |code: &str| list.html.matches(&format!("<span class=\"chip is-{code}\">")).count();
    assert_eq!(
        ["low", "medium", "high", "critical"].map(shown).iter().sum::<usize>(),
        samples::rows().len() - 1
    );
}

/// G19: who sees contacts sees how they are reached; who keeps them has it in the form.
#[test]
fn g19_how_a_contact_is_reached_is_on_their_page() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    let seen = page("contact-left.nl");
    assert!(seen.contains("<dd>Verenigd Koninkrijk</dd>") && seen.contains("<dd>+44 113 496 0123</dd>"));
    let kept = page("contact.nl");
    assert!(kept.contains("<option value=\"GB\" selected>Verenigd Koninkrijk</option>"));
    assert!(kept.contains("name=\"phone\" type=\"tel\" value=\"+44 113 496 0123\""));
    assert_eq!(kept.matches("+44 113 496 0123").count(), 1, "it is said once");
}

/// An administrator can take the second factor off of who has one, and nobody else can.
#[test]
fn a_second_factor_is_taken_off_where_there_is_one() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    let action = "action=\"/contacts/anna/two-factor/off\"";
    assert!(page("contact.en").contains(action));
    for name in ["contact-without-factor.en", "contact-left.en"] {
        assert!(!page(name).contains(action), "{name}");
    }
}

/// A10: what is to be removed is asked for first, on a page that says what it is, and what stands in the way is told there.
#[test]
fn a10_what_is_to_be_removed_is_asked_for_first() {
    let edit = sample("company-hardware.en");
    assert!(
        edit.contains("href=\"/companies/acme?remove=hardware#form\"") && !edit.contains("hardware-remove")
    );
    let asked = sample("company-removal.nl");
    assert!(asked.contains("id=\"contract-remove\" name=\"remove\" value=\"yes\""), "{asked}");
    assert!(asked.contains("name=\"revision\" value=\"2\"") && !asked.contains("name=\"coverage\""));
    assert!(asked.contains("<dd>Norland Voice 4, Norland Workplace, Norland Box</dd>"), "by their names");
    let product = sample("products-removal.en");
    assert!(product.contains("name=\"id\" value=\"p600\"") && product.contains("Remove a product"));
    let in_use = sample("product-in-use.fr");
    for told in
        ["Le contrat acme-voice", "Le matériel acme-voice", "La licence acme-voice", "Le formulaire incident"]
    {
        assert!(in_use.contains(told), "{told}");
    }
    let overtaken = sample("removal-overtaken.en");
    assert!(
        overtaken.contains("name=\"revision\" value=\"4\"") && overtaken.contains("Nothing was removed.")
    );
}

/// G5, G6: an End-User is offered no company to serve.
#[test]
fn g5_g6_an_end_user_is_offered_nobody_to_serve() {
    assert!(sample("company.en").contains("id=\"relation-customer\""));
    let end_user = sample("company-end-user.en");
    assert!(end_user.contains("which serves no other") && !end_user.contains("id=\"relation-customer\""));
}

/// What is stored as a code is read by its name, in the language of the page.
#[test]
fn codes_are_read_by_their_names() {
    let page = |name: &str| every_page().find(|sample| sample.name == name).expect("it is a sample").html;
    let company = page("company.nl");
    let changes = [
        ("België", "Verenigd Koninkrijk"),
        ("Koper (Sold-To)", "Koper en eindgebruiker"),
        ("Alleen lezen", "Lezen en schrijven"),
        ("De eigen cases", "De cases van het bedrijf"),
        ("Nederlands", "English"),
        ("Ja", "Vertrokken"),
    ];
    for (from, to) in changes {
        assert!(company.contains(&format!("<del>{from}</del>")), "{from}");
        assert!(company.contains(&format!("<ins>{to}</ins>")), "{to}");
    }
    let matrix = page("priorities.nl");
    assert!(matrix.contains("<del>Laag</del>") && matrix.contains("<ins>Gemiddeld</ins>"));
    let companies = page("companies.nl");
    assert!(companies.contains("Verenigd Koninkrijk") && !companies.contains(">GB<"));
    for name in ["access-login-granted.nl", "export.nl"] {
        assert!(page(name).contains("<dd>Nederlands</dd>"), "{name}");
    }
}

/// C29: who left a case is said to have left it, in its thread and in what is kept of them.
#[test]
fn c29_who_left_a_case_took_nobody_off() {
    for name in ["case-outside.en", "export.en"] {
        assert_eq!(sample(name).matches("stopped following the case").count(), 1, "{name}");
    }
    assert!(sample("case-outside.en").contains("took Jan de Wit off the observers"));
    assert!(!sample("export.en").contains("off the observers"));
}

/// C29, G12: a colleague who only reads is offered to follow the case, and who opened it is not.
#[test]
fn c29_g12_who_only_reads_is_offered_to_follow() {
    for (name, offered) in [("case-colleague.en", 1), ("case.en", 0)] {
        assert_eq!(sample(name).matches(">Follow this case</button>").count(), offered, "{name}");
    }
    assert!(!sample("case-colleague.en").contains("Add an observer"));
}

/// C29: who does not see a case any more once they leave it is told so before the button that does it; whoever goes on seeing it
/// has the button at once.
#[test]
fn c29_who_leaves_a_case_for_good_is_told_before() {
    const FORM: &str = "action=\"/cases/20601/observers/removal\"";
    for (language, asked, told, done) in [
        ("en", "Stop following…", "If you stop, you will not see it any more", "Stop following"),
        ("nl", "Niet meer meelezen…", "dan ziet u de case niet meer", "Niet meer meelezen"),
        ("fr", "Ne plus suivre…", "vous ne le verrez plus", "Ne plus suivre"),
    ] {
        let (own, all) =
            (sample(&format!("case-leaving.{language}")), sample(&format!("case-reader.{language}")));
        let (summary, button) = (format!("<summary>{asked}</summary>"), format!(">{done}</button>"));
        let (before, form) = own.split_once(FORM).expect("the form is there");
        let form = form.split("</form>").next().unwrap_or_default();
        let disclosure = before.rsplit("<details>").next().unwrap_or_default();
        assert!(disclosure.contains(&summary) && !disclosure.contains("</details>"), "{disclosure}");
        assert!(form.contains(told) && form.contains(&button), "{form}");
        assert!(all.contains(FORM) && all.contains(&button), "{language}");
        assert!(!all.contains(&summary) && !all.contains(told), "{language}");
    }
}

/// E17: who is not let in because the contract has ended is told so, and how the vendor is reached; the account is not offered to
/// be activated again.
#[test]
fn e17_who_has_no_contract_any_more_is_told_so() {
    for (language, told) in [
        ("en", "has ended since you registered"),
        ("nl", "is afgelopen nadat u zich had geregistreerd"),
        ("fr", "a pris fin depuis votre inscription"),
    ] {
        let html = sample(&format!("activate-contract-ended.{language}"));
        assert!(html.contains(told) && html.contains("href=\"mailto:help@norland.example\""), "{html}");
        assert!(!html.contains("action=\"/activate\""), "{html}");
        assert!(!sample(&format!("activate.{language}")).contains(told), "{language}");
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

/// E3: a script says nothing in words of its own, which would be of one language: its texts are in the page.
#[test]
fn e3_scripts_have_no_words() {
    let is_word = |word: &&str| word.len() > 2 && word.chars().all(char::is_alphabetic);
    for asset in assets::all().iter().filter(|asset| asset.media_type.starts_with("text/javascript")) {
        let text = std::str::from_utf8(asset.bytes).expect("all assets are text");
        for literal in text.lines().flat_map(|line| line.split(['"', '`']).skip(1).step_by(2)) {
            let words: Vec<&str> = literal.split(' ').collect();
            let said = words.windows(2).any(|pair| pair.iter().all(is_word));
            assert!(!said, "{} says `{literal}`", asset.name);
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
        "Priority",
        "Opened by",
        "Engineer",
        "Updated",
        "Closes",
        "Outage",
    ];
    assert_eq!(columns(&other), expected);
    assert_eq!((entries(&usual), entries(&other), entries(&sample("home-entries.fr"))), (0, 2, 2));
    assert!(other.contains("Report an incident") && sample("home-entries.fr").contains("Ouvrir une demande"));
}

/// A12, G19: the form has the types of issue that are offered; one's details lead to it where they are said to.
#[test]
fn a12_g19_a_form_has_the_types_that_are_offered() {
    let types = |name: &str| sample(name).matches("name=\"case_type\" value=").count();
    assert_eq!((types("new.en"), types("new-few-types.en")), (5, 2));
    let link = "href=\"/cases/new?case_type=admin\"";
    assert!(sample("profile-asking.en").contains(link) && !sample("profile.en").contains(link));
}

/// G19: an admin case is about no product, which its page and the form leave out; who only reads is led to the form, and goes
/// on with what they have asked for.
#[test]
fn g19_an_admin_case_is_about_no_product() {
    let case = sample("case-admin.en");
    assert!(!case.contains("<dt>Product</dt>") && case.contains("action=\"/cases/20601/replies\""));
    assert!(sample("case.en").contains("<dt>Product</dt>"));
    let form = sample("new-reader.en");
    for other in ["product", "impact", "urgency"] {
        assert!(!form.contains(&format!("name=\"{other}\"")), "{other}");
        assert!(sample("new.en").contains(&format!("name=\"{other}\"")), "{other}");
    }
    assert!(form.contains("name=\"title\"") && form.contains("value=\"admin\" checked"));
    let list = sample("list-reader.en");
    assert!(list.contains("href=\"/cases/new?case_type=admin\"") && !list.contains("href=\"/cases/new\""));
}

/// C9–C11, M26, M27, M29: a form asks standard questions in words of its own, or not at all; its editor says which, and shows
/// it.
#[test]
fn c9_m27_m29_a_form_asks_standard_questions_in_its_own_way() {
    let (usual, own) = (sample("new.nl"), sample("new-questions.nl"));
    assert!(own.contains("<legend>Kunt u verder?</legend>") && !usual.contains("Kunt u verder?"));
    assert!(own.contains(">Een halve dag</label>") && own.contains("Ook met een omweg."));
    assert!(own.contains(">Laag</label>"), "what it does not call otherwise is called as everywhere");
    assert!(!own.contains("name=\"title\"") && usual.contains("name=\"title\""));
    let editor = sample("form.nl");
    let (edited, shown) = editor.split_once("id=\"preview\"").expect("there is a preview");
    assert!(shown.contains("Kunt u verder?") && !shown.contains("name=\"title\""));
    assert!(edited.contains("name=\"standard/title/left_out\" value=\"yes\" checked"));
    assert!(edited.contains("name=\"standard/urgency/choices/medium/nl\""));
    for never in ["standard/product", "standard/description/left_out", "standard/title/choices"] {
        assert!(!edited.contains(never), "{never}");
    }
    let wrong = sample("form-wrong.en");
    assert!(wrong.contains("href=\"#form-standard/urgency/label/fr\""));
    assert!(wrong.contains("Urgency: Question (Français) is required."), "{wrong}");
}

/// C9: what is wrong with an answer names the field as its form does, in quotation marks where that is a question.
#[test]
fn c9_what_is_wrong_with_an_answer_names_its_question() {
    let wrong = sample("new-answered-wrong.en");
    assert!(wrong.contains("“What is the matter?”: choose one of the options."), "{wrong}");
    assert!(wrong.contains("Account is required."), "{wrong}");
}

/// What is wrong with a field calls it what the page does, in quotation marks where that is a question: above the form and
/// beside the field.
#[test]
fn what_is_wrong_names_a_field_as_its_form_does() {
    for (name, told) in [
        ("access-wrong.en", "“Why do you need it?” is required."),
        ("access-wrong.nl", "“Waarvoor hebt u het nodig?” is verplicht."),
        ("access-wrong.fr", "Le champ «\u{a0}Pourquoi en avez-vous besoin\u{202f}?\u{a0}» est obligatoire."),
        ("access-question.en", "Your answer is required."),
        ("access-request-wrong.en", "Reason is required."),
        ("login-wrong.en", "“What do you need it for?” is required."),
        ("login-wrong.en", "Your name is too long:"),
        ("email-again.en", "New e-mail address: write an e-mail address"),
        ("email-again.fr", "«\u{a0}Nouvelle adresse e-mail\u{a0}»\u{a0}: indiquez une adresse e-mail"),
        ("case-observing.en", "E-mail address of a colleague: this address belongs to nobody"),
        ("list-flaws.en", "Opened from: choose a date"),
        ("list-flaws.nl", "Geopend tot en met: dit ligt vóór de eerste dag."),
        ("desk-filter-flaws.en", "Changed from: choose a date"),
        ("search-flaws.en", "Search text is too long:"),
        ("case-refusing.en", "“What is still wrong?” is required."),
        ("new-again.en", "“Who is affected?” is required."),
        ("new-again.nl", "“Hoe dringend is het?” is verplicht."),
    ] {
        let html = sample(name);
        assert_eq!(html.matches(told).count(), 2, "{name}: {html}");
    }
}

/// E53: the desk offers the companies of its page; one that was asked for is told, with the order and the days of its cases.
#[test]
fn e53_the_desk_of_a_company_says_what_it_is() {
    let (usual, company) = (sample("desk.en"), sample("desk-company.en"));
    for html in [&usual, &company] {
        assert!(html.contains("<option value=\"schaefers\">Schaefers Accountants</option>"), "{html}");
        assert!(html.contains("<span class=\"chip is-critical\">Critical</span>"));
    }
    assert!(company.contains("list=\"list-companies\" value=\"schaefers\""));
    assert!(usual.contains("Changed from") && company.contains("Opened from"));
    assert!(usual.contains("Longest untouched first") && !company.contains("Longest untouched first"));
    assert!(company.contains("<option value=\"oldest\" selected>"));
    assert!(!sample("list.en").contains("list-companies"), "customers have one");
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

/// A sheet that comes in parts: each page leads to the file of its part and to the next one, and the last says that it is.
#[test]
fn a_sheet_in_parts_leads_from_one_to_the_next() {
    let first = sample("sheet-part.en");
    assert!(first.contains("href=\"/cases?show=all&#38;as=csv&#38;until=one&#38;part=1\""), "{first}");
    assert!(first.contains("rel=\"next\" href=\"/cases?show=all&#38;as=sheet&#38;after=one&#38;part=2\""));
    for told in ["Sheet, part 1", "Download part 1", "5,000 lines", "Go on to part 2"] {
        assert!(first.contains(told), "{told}");
    }
    assert!(!first.contains("last part"));
    let last = sample("sheet-part-last.en");
    assert!(last.contains("Download part 12") && last.contains("This is the last part."));
    assert!(!last.contains("rel=\"next\""));
    let empty = sample("sheet-part-empty.en");
    assert!(!empty.contains("as=csv") && empty.contains("Go on to part 2"), "there is no file of nothing");
    // What is offered on pages is the way for people.
    assert!(sample("list.en").contains("href=\"/cases?as=sheet\""));
    assert!(sample("import.en").contains("href=\"/exports/contacts.csv?as=sheet\""));
}

/// Lines that an import did not reach are not said to be somebody else's doing, and nobody is told that all are in.
#[test]
fn lines_that_were_not_reached_are_told_as_such() {
    for (language, told, title) in [
        ("en", "One line was not reached in time. Import the same file again", "Imported in part"),
        ("nl", "Eén regel kwam niet op tijd aan de beurt.", "Voor een deel geïmporteerd"),
        ("fr", "Une ligne n’a pas été atteinte à temps.", "La feuille a été importée en partie"),
    ] {
        let done = sample(&format!("import-done.{language}"));
        assert!(done.contains(told) && done.contains(title), "{done}");
    }
}

/// M37: a case says where it comes from, to customers and to engineers.
#[test]
fn m37_a_case_says_where_it_comes_from() {
    let html = sample("case.en");
    assert!(html.contains("<span>Amsterdam</span>"), "in its head");
    assert!(html.contains("<dt>Location</dt><dd>Schaefers Accountants, Amsterdam</dd>"), "and beside it");
    assert!(!html.contains("<dt>Company</dt>"), "customers know whose it is");
    let desk = sample("desk-case.en");
    assert!(desk.contains("<dt>Company</dt><dd>Schaefers Accountants, Amsterdam</dd>"));
}

/// The page of a case: its thread, and what stands beside that.
fn thread_and_side(name: &str) -> (String, String) {
    let html = sample(name);
    let (thread, side) = html.split_once("<aside class=\"case-side\">").expect("a case has facts");
    (thread.to_owned(), side.to_owned())
}

/// M37, E56: the short answers that a case was opened with are among its facts, by their questions in the reader's language; what
/// is long, and what is a file, stays in the thread. Nothing stands twice.
#[test]
fn m37_e56_short_answers_are_among_the_facts() {
    for (name, question) in [
        ("case.en", "Name of the machine"),
        ("case-journal.nl", "Naam van de machine"),
        ("desk-case.fr", "Nom du poste"),
    ] {
        let (thread, side) = thread_and_side(name);
        assert!(side.contains(&format!("<dt>{question}</dt><dd>FRONT-07</dd>")), "{name}: {side}");
        assert!(!thread.contains("FRONT-07"), "{name}: {thread}");
    }
    let (thread, side) = thread_and_side("case.en");
    assert!(side.contains("<dt>Impact</dt><dd>A department</dd>"), "it is called as everywhere: {side}");
    assert!(side.contains("<dt>Can you go on?</dt><dd>No</dd>") && !side.contains("<dt>Urgency</dt>"));
    for long in ["<dt>Details</dt>", "<dt>The log</dt>"] {
        assert!(thread.contains(long) && !side.contains(long), "{long}");
    }
    assert!(thread.contains("href=\"#answers-title\"") && side.contains("id=\"answers-title\""));
}

/// M37, A2: what engineers have said otherwise is a fact of the case, and what was answered is told in the thread; the facts do not
/// depend on the part of a long history that is read.
#[test]
fn m37_a2_an_answer_that_holds_no_more_is_no_fact() {
    let (thread, side) = thread_and_side("case-reclassified.en");
    assert!(thread.contains("<dt>Can you go on?</dt><dd>No</dd>") && !side.contains("Can you go on?"));
    assert!(side.contains("<dt>Urgency</dt><dd>Low</dd>"), "{side}");
    let (thread, side) = thread_and_side("case-newest-answered.en");
    assert!(side.contains("FRONT-07") && !thread.contains("href=\"#answers-title\""));
}

/// G1: another level is asked for from the profile's menu too, by who has one.
#[test]
fn g1_the_profile_leads_to_ones_access() {
    let side = |name: &str| {
        let html = sample(name);
        let menu = html.split("<nav class=\"side-menu\"").nth(1).and_then(|rest| rest.split("</nav>").next());
        menu.expect("there is a menu").to_owned()
    };
    assert!(side("profile.en").contains("<a href=\"/access\">My access</a>"));
    assert!(side("profile.en").contains("href=\"/profile/notifications\""));
    assert!(!side("profile-engineer.en").contains("href=\"/access\""));
}

/// E63: each side chooses from what it is mailed for; one's own updates are confirmed to nobody who did not choose that.
#[test]
fn e63_each_side_chooses_from_what_it_is_mailed_for() {
    let choices = |name: &str| {
        let html = sample(name);
        assert!(html.contains("href=\"/profile/notifications\" aria-current=\"page\""), "{name}");
        let topics = html.split("name=\"topics\" value=\"").skip(1);
        let choice = |rest: &str| {
            let (code, rest) = rest.split_once('"')?;
            Some((code.to_owned(), rest.starts_with(" checked")))
        };
        topics.filter_map(choice).collect::<Vec<_>>()
    };
    let chosen = |code: &str| (code.to_owned(), true);
    let own = ("own".to_owned(), false);
    let expected = ["updated", "escalated", "workaround", "closed"].map(chosen);
    assert_eq!(choices("notifications.en"), [&expected[..], &[own]].concat());
    assert_eq!(choices("notifications-engineer.fr"), ["updated", "closed"].map(chosen));
}

/// M43: a customer's case leads to remote support where the module is on; an engineer's does not.
#[test]
fn m43_a_case_leads_to_remote_support() {
    let side = |name: &str| {
        let html = sample(name);
        html.split("<aside class=\"case-side\">").nth(1).expect("there is a side").to_owned()
    };
    assert!(side("case.en").contains("<a href=\"/remote-access\">Remote support</a>"));
    assert!(!side("desk-case.en").contains("/remote-access"));
}
