//! Records brought in and taken away as sheets.

use std::time::Duration;

use caseport_tests::records::{Firm, unique};
use caseport_tests::{Portal, eventually};
use jiff::SignedDuration;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::join;

/// G5, A10: which company serves which is brought in by a sheet. It is checked first, and each mistake is told by its line; a line
/// makes a relation, gives it another level or takes it away, and what is taken away again as a sheet says how it is.
#[tokio::test]
async fn g5_a10_relations_are_brought_in_by_a_sheet() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let partner = Firm::founded(&admin).await.company;
    let (one, two) = (Firm::founded(&admin).await.company, Firm::founded(&admin).await.company);
    let bring = async |lines: &str, dry_run: &str| {
        let csv = format!("partner,customer,level,remove\n{lines}");
        admin.post("/imports", json!({ "sheet": "relations", "csv": csv, "dry_run": dry_run })).await
    };
    let serves = async || {
        let page = admin.get(&format!("/companies/{partner}")).await.expect(200).json();
        let relations = page["serves"].as_array().cloned().unwrap_or_default();
        let pair = |it: &Value| (it["customer"].clone(), it["level"].clone());
        relations.iter().map(pair).collect::<Vec<_>>()
    };
    let bad = format!(
        "{partner},{one},read-write,\n{partner},nobody-here,,\n{partner},{partner},,\n,{one},,\n\
         {partner},{two},all,maybe\n{partner},{one},,\n"
    );
    let report = bring(&bad, "yes").await.expect(200).json()["report"].clone();
    let told = |error: &Value| {
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", error["line"], text("column"), text("code"))
    };
    let told: Vec<String> = report["errors"].as_array().into_iter().flatten().map(told).collect();
    let expected = [
        "3 customer no-such-record",
        "4 customer no-such-record",
        "5 partner required",
        "6 level no-such-choice",
        "6 remove no-such-choice",
        "7 customer taken",
    ];
    assert_eq!(told, expected, "{report:#}");
    let flaws = bring(&bad, "no").await.flaws();
    assert_eq!((flaws.len(), &*flaws[0]), (6, "/csv/3/customer no-such-record"));

    let good = format!("{partner},{one},read-write,\n{partner},{two},,no\n");
    let counts = async |lines: &str, dry_run: &str| {
        let report = bring(lines, dry_run).await.expect(200).json()["report"].clone();
        ["created", "changed", "unchanged", "overtaken"].map(|name| report[name].as_u64().unwrap_or_default())
    };
    assert_eq!(counts(&good, "yes").await, [2, 0, 0, 0]);
    assert!(serves().await.is_empty(), "it was only checked");
    assert_eq!(counts(&good, "no").await, [2, 0, 0, 0]);
    let both = [(json!(one), json!("read-write")), (json!(two), json!("read-only"))];
    let found = serves().await;
    assert!(found.len() == 2 && both.iter().all(|pair| found.contains(pair)), "{found:?}");
    assert_eq!(counts(&good, "no").await, [0, 0, 2, 0], "it can be brought in again");
    let less = format!("{partner},{one},read-only,\n{partner},{two},,yes\n");
    assert_eq!(counts(&less, "no").await, [0, 2, 0, 0]);
    assert_eq!(serves().await, [(json!(one), json!("read-only"))]);
    assert_eq!(counts(&less, "no").await, [0, 0, 2, 0]);

    let sheet = admin.send(admin.request(Method::GET, "/exports/relations.csv")).await.expect(200).text();
    assert!(sheet.starts_with("\"partner\",\"customer\",\"level\",\"remove\"\n"), "{sheet}");
    let line = format!("\"{partner}\",\"{one}\",\"read-only\",\"\"\n");
    assert!(sheet.contains(&line) && !sheet.contains(&two), "{sheet}");
    let page = admin.get(&format!("/companies/{partner}")).await.expect(200).json();
    // Both lines are of one instant.
    let trail = page["trail"].as_array().expect("it has a trail");
    let last: Vec<&Value> = trail[..2].iter().map(|entry| &entry["what"]).collect();
    assert!(
        last.contains(&&json!("relation-removed")) && last.contains(&&json!("relation-changed")),
        "{last:?}"
    );
}

/// A sheet is checked as a whole and each bad line named; a good one is brought in once, however often it is sent.
#[tokio::test]
async fn a10_a_sheet_is_checked_and_brought_in() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (one, two) = (unique("hw"), unique("hw"));
    let (company, product) = (&firm.company, &firm.product);
    let heading = "company,id,serial,model,product,site";
    let bad = format!(
        "{heading}\n{company},{one},S1,Box,{product},\n{company},a b,S2,Box,nothing,\nnobody,{two},,Box,{product},\n"
    );
    let send = async |csv: &str, dry_run: &str| {
        admin.post("/imports", json!({ "sheet": "hardware", "csv": csv, "dry_run": dry_run })).await
    };
    let twice = format!("{heading},Model\n{company},{one},S1,Box,{product},,Crate\n");
    assert_eq!(send(&twice, "").await.flaws(), ["/csv/1/model named-twice"]);
    let report = send(&bad, "yes").await.expect(200).json();
    let errors = report["report"]["errors"].as_array().cloned().unwrap_or_default();
    let told: Vec<String> = errors
        .iter()
        .map(|e| {
            format!(
                "{} {} {}",
                e["line"],
                e["column"].as_str().unwrap_or_default(),
                e["code"].as_str().unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        told,
        ["3 id not-an-id", "3 product no-such-record", "4 company no-such-record", "4 serial required"]
    );
    assert!(errors.iter().all(|e| e["detail"].as_str().is_some_and(|detail| detail.len() > 20)));
    let flaws = send(&bad, "").await.flaws();
    assert_eq!(flaws[0], "/csv/3/id not-an-id", "and nothing is written");

    let good =
        format!("{heading}\n{company},{one},S1,Box,{product},\n{company},{two},S2,Box,{product},Ghent\n");
    let counts =
        |report: &Value| ["created", "changed", "unchanged"].map(|name| report["report"][name].as_u64());
    let checked = send(&good, "yes").await.expect(200).json();
    assert_eq!(counts(&checked), [Some(2), Some(0), Some(0)]);
    let page = admin.get(&format!("/companies/{company}")).await.expect(200).json();
    assert_eq!(page["hardware"].as_array().map(Vec::len), Some(1), "checking writes nothing");
    assert_eq!(counts(&send(&good, "").await.expect(200).json()), [Some(2), Some(0), Some(0)]);
    assert_eq!(counts(&send(&good, "").await.expect(200).json()), [Some(0), Some(0), Some(2)]);
    let moved = good.replace("Ghent", "Bruges");
    assert_eq!(counts(&send(&moved, "").await.expect(200).json()), [Some(0), Some(1), Some(1)]);
}

/// A10: lines that an import has no time for are told as such. Brought in again, the sheet goes on where it ended: lines that
/// are in change nothing.
#[tokio::test]
async fn a10_lines_that_were_not_reached_are_brought_in_again() {
    const LINES: u64 = 400;
    let portal = Portal::alone();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let path = format!("/companies/{}", firm.company);
    let line = |n: u64| format!("{},hw-{n},SN-{n},Box,{}\n", firm.company, firm.product);
    let lines: String = (0..LINES).map(line).collect();
    let sheet = json!({ "sheet": "hardware", "csv": format!("company,id,serial,model,product\n{lines}") });
    let bring = async || admin.post("/imports", sheet.clone()).await.expect(200).json()["report"].clone();
    let count = |report: &Value, name: &str| report[name].as_u64().expect("it is counted");

    let clock = portal.clock();
    let time_passes = async {
        eventually("the first line", Duration::from_secs(30), async || {
            let page = admin.get(&path).await.expect(200).json();
            page["hardware"].as_array().is_some_and(|held| held.len() > 1).then_some(())
        })
        .await;
        clock.set(SignedDuration::from_secs(10));
    };
    let (report, ()) = join!(bring(), time_passes);
    drop(clock);
    let mut stored = count(&report, "created");
    assert!((1..LINES).contains(&stored), "{stored}");
    assert_eq!((stored + count(&report, "not_reached"), count(&report, "overtaken")), (LINES, 0));
    let rows = report["rows"].as_array().expect("there are rows");
    assert_eq!((&rows[0]["outcome"], rows.len()), (&json!("created"), 400));
    assert_eq!(rows.last().map(|row| &row["outcome"]), Some(&json!("not-reached")));

    // A slow machine takes more than one import for the rest, too.
    for _ in 0..10 {
        let report = bring().await;
        assert_eq!((count(&report, "unchanged"), count(&report, "overtaken")), (stored, 0));
        stored += count(&report, "created");
        if count(&report, "not_reached") == 0 {
            break;
        }
    }
    assert_eq!(stored, LINES);
}

/// A sheet of records that does not hold everything: people are led from part to part, and each record is in one of them.
#[tokio::test]
async fn a_sheet_of_records_in_parts_has_each_record_once() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let ids: Vec<String> = (0..51).map(|_| unique("part")).collect();
    let bring = async |ids: &[String]| {
        let line = |id: &String| format!("{id},Zz {id},Ghent,Europe/Brussels,both\n");
        let lines: String = ids.iter().map(line).collect();
        let csv = format!("id,name,city,zone,company_kind\n{lines}");
        let sheet = json!({ "sheet": "companies", "csv": csv });
        let report = admin.post("/imports", sheet).await.expect(200).json()["report"].clone();
        ["created", "unchanged"].map(|name| report[name].as_u64().unwrap_or_default())
    };
    assert_eq!(bring(&ids[..20]).await, [20, 0]);
    assert_eq!(bring(&ids[..]).await, [31, 20], "lines that are in change nothing");

    let next = admin.get("/companies").await.expect(200).json()["next"].clone();
    let next = next.as_str().expect("51 companies are two pages");
    let parts = [format!("until={next}"), format!("after={next}")];
    let mut sheets = String::new();
    for part in &parts {
        sheets += &admin.get(&format!("/exports/companies.csv?{part}")).await.expect(200).text();
    }
    for id in &ids {
        assert_eq!(sheets.matches(&format!("\n\"{id}\",")).count(), 1, "{id}");
    }
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let whole = ada.see("/exports/companies.csv?as=sheet").await.expect(200).reply;
    assert_eq!(whole.header("content-disposition"), "attachment; filename=\"companies.csv\"");
    let page =
        ada.see(&format!("/exports/companies.csv?as=sheet&after={next}&part=2")).await.expect(200).html();
    assert!(page.contains("Sheet, part 2") && page.contains("This is the last part."), "{page}");
    let file = format!("/exports/companies.csv?as=csv&after={next}&part=2");
    assert!(page.contains(&format!("href=\"{}\"", file.replace('&', "&#38;"))), "{page}");
    let file = ada.see(&file).await.expect(200).reply;
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"companies-2.csv\"");
    assert!(file.text().starts_with("\"id\","), "each part names the columns");
    admin.get("/exports/contacts.csv?until=x").await.problem(400, "cursor");
}

/// Contacts come in by a sheet too: found by their address where it names no Contact ID, and once only (G22).
#[tokio::test]
async fn e5_contacts_come_in_by_a_sheet() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let email = format!("{}@firm.example", unique("sheet"));
    let csv = format!(
        "company;name;email;language;zone;level;case_scope\n{};Jeroen;{email};nl;Europe/Brussels;read-only;own\n",
        firm.company
    );
    let body = json!({ "sheet": "contacts", "csv": csv });
    let first = admin.post("/imports", body.clone()).await.expect(200).json();
    let second = admin.post("/imports", body).await.expect(200).json();
    assert_eq!((&first["report"]["created"], &second["report"]["unchanged"]), (&json!(1), &json!(1)));
    assert_eq!(first["report"]["rows"][0]["id"], second["report"]["rows"][0]["id"]);
    let twice = format!("{csv}{};Jeroen;{email};nl;Europe/Brussels;read-only;own\n", firm.company);
    let flaws = admin.post("/imports", json!({ "sheet": "contacts", "csv": twice })).await.flaws();
    assert_eq!(flaws, ["/csv/3/email taken"]);
    let (one, other) = (unique("one"), unique("other"));
    let id = &firm.contact;
    let csv = format!("id,email\n{id},{one}@firm.example\n{id},{other}@firm.example\n");
    let flaws = admin.post("/imports", json!({ "sheet": "contacts", "csv": csv })).await.flaws();
    assert_eq!(flaws, ["/csv/3/id taken"], "of two lines about one person neither is written");
}

/// X27: a sheet that does not say who has left brings nobody back, by their Contact ID or without; nor does it clear what it
/// does not name. Their address stays theirs.
#[tokio::test]
async fn x27_a_sheet_brings_nobody_back_who_has_left() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let (email, path) = (firm.address(&admin).await, format!("/contacts/{}", firm.contact));
    let revision = async || admin.get(&path).await.expect(200).json()["revision"].clone();
    // What is not sent stays as it is.
    let leaves = json!({ "active": "no", "revision": revision().await });
    let _ = admin.post(&path, leaves).await.expect(200);
    let renamed = json!({ "name": "Lotte Peeters", "revision": revision().await });
    let _ = admin.post(&path, renamed).await.expect(200);

    let company = &firm.company;
    let line = "Lotte Peeters;nl;Europe/Brussels;read-write;company";
    for csv in [
        format!("company;email;name;language;zone;level;case_scope\n{company};{email};{line}\n"),
        format!("company;email;name;language;zone;level;case_scope;active\n{company};{email};{line};\n"),
        format!("id;name\n{};Lotte Peeters\n", firm.contact),
    ] {
        let report =
            admin.post("/imports", json!({ "sheet": "contacts", "csv": csv })).await.expect(200).json();
        let report = &report["report"];
        assert_eq!(
            (&report["unchanged"], &report["rows"][0]["id"]),
            (&json!(1), &json!(firm.contact)),
            "{csv}"
        );
    }
    assert_eq!(admin.get(&path).await.expect(200).json()["contact"]["active"], false);
    let mut other = firm.person();
    other["email"] = email.to_uppercase().into();
    let taken = admin.post(&format!("/companies/{company}/contacts"), other).await;
    assert_eq!(taken.flaws(), ["/email taken"]);
    let forgotten = json!({ "email": email });
    let _ = portal.anonymous().post("/password", forgotten).await.expect(202);
    let told = portal.letter(&email, "/password").await;
    assert!(!told.text.contains("?link="), "who has left is nobody: {}", told.text);

    let sheet = json!({ "sheet": "companies", "csv": format!("id,name\n{company},Renamed\n") });
    let _ = admin.post("/imports", sheet).await.expect(200);
    let kept = admin.get(&format!("/companies/{company}")).await.expect(200).json()["company"].clone();
    assert_eq!(
        (&kept["name"], &kept["country"], &kept["city"]),
        (&json!("Renamed"), &json!("BE"), &json!("Ghent"))
    );
    let sheet = json!({ "sheet": "companies", "csv": format!("id,country\n{company},\n") });
    let _ = admin.post("/imports", sheet).await.expect(200);
    let cleared = admin.get(&format!("/companies/{company}")).await.expect(200).json()["company"].clone();
    assert_eq!((&cleared["country"], &cleared["city"]), (&Value::Null, &json!("Ghent")));
}

/// X2, X3: sheets are files to be saved, whose cells no spreadsheet takes for formulas, be it set to English, Dutch or French;
/// what was typed is text on pages, and a sheet that was exported is brought in as it was.
#[tokio::test]
async fn x2_x3_what_is_exported_does_nothing() {
    let portal = Portal::from_env();
    let admin = portal.administrator().await;
    let firm = Firm::founded(&admin).await;
    let harmful = "=HYPERLINK(\"http://evil.example\")<img src=x onerror=alert(1)>; =1+1,@x";
    let _ = firm.change(&admin, "hardware/h-1", "site", harmful).await.expect(200);
    let sheet = admin.send(admin.request(Method::GET, "/exports/hardware.csv")).await.expect(200);
    assert_eq!(sheet.header("content-type"), "text/csv; charset=utf-8");
    assert!(sheet.header("content-disposition").starts_with("attachment;"));
    assert_eq!(sheet.header("x-content-type-options"), "nosniff");
    let english = sheet.text();
    let dutch = admin.request(Method::GET, "/exports/hardware.csv").header("cookie", "__Host-language=nl");
    let dutch = admin.send(dutch).await.expect(200).text();
    for (sheet, heading) in
        [(&english, "\"company\",\"id\",\"serial\","), (&dutch, "\"company\";\"id\";\"serial\";")]
    {
        let line = sheet.lines().find(|line| line.contains(&firm.company)).expect("it is exported");
        assert!(sheet.starts_with(heading) && line.contains("\"'=HYPERLINK"), "{line}");
        let mut cells = sheet.split([',', ';', '\n']).map(|cell| cell.trim_start_matches(['"', ' ']));
        assert!(!cells.any(|cell| cell.starts_with(['=', '+', '@'])), "{sheet}");
        let csv = format!("{}\n{line}\n", sheet.lines().next().unwrap_or_default());
        let body = json!({ "sheet": "hardware", "csv": csv, "dry_run": "yes" });
        let report = admin.post("/imports", body).await.expect(200).json()["report"].clone();
        assert_eq!((&report["unchanged"], &report["errors"]), (&json!(1), &json!([])), "{report:#}");
    }
    let mut ada = portal.visitor();
    ada.sign_in("administrator").await;
    let page = ada.see(&format!("/companies/{}", firm.company)).await.expect(200).html();
    assert!(!page.contains("<img") && page.contains("onerror=alert(1)"), "it is text");
    // X28: no sheet has what is nobody's but their own.
    let contacts = admin.send(admin.request(Method::GET, "/exports/contacts.csv")).await.expect(200).text();
    assert!(
        contacts.starts_with(
            "\"company\",\"id\",\"name\",\"email\",\"language\",\"zone\",\"level\",\"case_scope\",\"active\",\
             \"country\",\"job_title\",\"phone\",\"address\",\"postcode\",\"city\"\n"
        ),
        "{contacts}"
    );
    admin.get("/exports/passwords.csv").await.problem(404, "not-found");
}
