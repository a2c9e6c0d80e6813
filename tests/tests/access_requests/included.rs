//! What somebody's access includes of what the portal has.

use caseport_tests::Portal;

/// E26, G8, G9, G10, G11, G12, G13, G14, G15, G16: people are told of what their access includes that the portal
/// has; what is announced is said to be.
#[tokio::test]
async fn e26_g8_access_includes_what_the_portal_has() {
    const NONE: &[&str] = &[];
    const SOON: &[&str] = &["read-knowledge"];
    const CASES: &[&str] = &["view-cases", "create-cases", "modify-cases", "request-features"];
    let portal = Portal::from_env();
    let wendy = portal.person("wendy@acme.example").await;
    for (modules, soon, cases) in [
        ("knowledge=soon", SOON, CASES),
        ("knowledge=off", NONE, CASES),
        ("knowledge=soon,cases=off", SOON, NONE),
        ("knowledge=off,cases=off", NONE, NONE),
    ] {
        let function = portal.function_with("access-mine", ("MODULES", modules));
        let (status, page) = function.get_as(&wendy, "/access");
        assert_eq!(status, 200, "{modules}: {page:#}");
        let rows = page["abilities"].as_array().expect("abilities are a list");
        let told = |is_soon: bool| -> Vec<&str> {
            let told = rows.iter().filter(|row| row["soon"] == is_soon);
            told.filter_map(|row| row["ability"].as_str()).collect()
        };
        assert_eq!(
            (told(false), told(true)),
            ([&["sign-in"][..], cases].concat(), soon.to_vec()),
            "{modules}"
        );

        let (_, html) = function.page_as(&wendy, "/access");
        assert_eq!(html.matches("<th scope=\"row\">").count(), rows.len(), "{modules}: {html}");
        assert_eq!(html.contains("knowledge base"), !soon.is_empty(), "{modules}: {html}");
        assert_eq!(html.contains("includes no cases"), !cases.is_empty(), "{modules}: {html}");
        assert!(!html.contains("tutorial") && !html.contains("controlled software"), "{modules}: {html}");
    }
}

/// E26: a module that is announced has its place in the menu, which leads to a page that says so; one that is off has
/// none.
#[tokio::test]
async fn e26_a_module_can_be_announced() {
    let portal = Portal::from_env();
    let mut visitor = portal.visitor();
    let page = visitor.sign_in("customer").await.expect(200);
    assert!(page.html().contains("href=\"/soon/knowledge\"") && !page.html().contains("/soon/remote-access"));
    let soon = visitor.see("/soon/knowledge").await.expect(200);
    assert!(soon.html().contains("not in use yet"));
    for none in ["/soon/cases", "/soon/remote-access", "/soon/nothing"] {
        let _ = visitor.see(none).await.expect(404);
    }
}
