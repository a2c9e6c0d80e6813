//! What holds the code together: who may import whom, and what may be written where.
//!
//! These tests read the checkout and need no portal.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use caseport_local::paths;
use caseport_routes::{ROUTES, WORKERS};
use serde_json::Value;

/// A crate of the workspace.
struct Crate {
    name: String,
    /// Its folder's parent: `shared`, `functions`, …
    group: String,
    dir: PathBuf,
    /// Its dependencies outside tests, ours and others'.
    imports: Vec<String>,
    /// Its binaries and their source files.
    binaries: BTreeMap<String, PathBuf>,
}

impl Crate {
    fn ours(&self) -> impl Iterator<Item = &str> {
        self.imports.iter().map(String::as_str).filter(|name| name.starts_with("caseport-"))
    }
}

fn workspace() -> Vec<Crate> {
    packages().iter().map(one).collect()
}

/// The crates of the workspace, as cargo tells of them.
fn packages() -> Vec<Value> {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(paths::root())
        .output()
        .expect("cargo can be run");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("cargo metadata is JSON");
    metadata["packages"].as_array().expect("there are packages").clone()
}

fn one(package: &Value) -> Crate {
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    let list = |name: &str| package[name].as_array().expect("it is a list").iter();
    let dir = Path::new(&text(&package["manifest_path"])).parent().expect("it is in a folder").to_owned();
    let group = dir.strip_prefix(paths::root()).expect("it is in the checkout").iter().next();
    let binaries = list("targets").filter(|target| target["kind"][0] == "bin");
    Crate {
        name: text(&package["name"]),
        group: group.and_then(|part| part.to_str()).expect("it is in a group").to_owned(),
        imports: list("dependencies").filter(|d| d["kind"].is_null()).map(|d| text(&d["name"])).collect(),
        binaries: binaries.map(|bin| (text(&bin["name"]), text(&bin["src_path"]).into())).collect(),
        dir,
    }
}

/// The Rust files under a folder of a crate, as text without their unit tests.
fn sources(dir: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).expect("a source file can be read");
                let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned();
                found.push((path, code));
            }
        }
    }
    found
}

/// The Rust files of what is deployed.
fn deployed() -> Vec<(PathBuf, String)> {
    let crates = workspace().into_iter().filter(|one| ["shared", "functions"].contains(&one.group.as_str()));
    crates.flat_map(|one| sources(&one.dir.join("src"))).collect()
}

#[test]
fn domain_imports_nothing_of_ours() {
    for one in workspace().iter().filter(|one| ["caseport-domain", "caseport-routes"].contains(&&*one.name)) {
        assert_eq!(one.ours().collect::<Vec<_>>(), [""; 0], "{} stands at the bottom", one.name);
    }
}

#[test]
fn functions_import_shared_crates_only_and_nothing_imports_functions() {
    let all = workspace();
    let group = |name: &str| all.iter().find(|one| one.name == name).map_or("none", |one| &one.group);
    // One machine's program is made of all of them.
    for one in all.iter().filter(|one| one.name != "caseport-local-functions") {
        for import in one.ours() {
            assert_ne!(group(import), "functions", "{} imports {import}", one.name);
            if ["shared", "functions"].contains(&&*one.group) {
                assert_eq!(group(import), "shared", "{} imports {import}", one.name);
            }
        }
    }
}

/// Direction: what draws a page or a mail knows neither the store nor the web, and the store knows no page.
#[test]
fn shared_crates_import_downwards_only() {
    let rank = |name: &str| match name {
        "caseport-domain" | "caseport-routes" | "caseport-aws" | "caseport-brand" => 0,
        "caseport-i18n" | "caseport-index" | "caseport-keys" | "caseport-files" => 1,
        "caseport-pages" | "caseport-mail" | "caseport-store" => 2,
        "caseport-web" => 3,
        other => panic!("say in this test where {other} stands"),
    };
    for one in workspace().iter().filter(|one| one.group == "shared") {
        for import in one.ours() {
            assert!(rank(import) < rank(&one.name), "{} imports {import}", one.name);
        }
    }
    let drawing = ["caseport-pages", "caseport-mail"];
    for one in workspace().iter().filter(|one| drawing.contains(&&*one.name)) {
        let allowed = BTreeSet::from(["caseport-brand", "caseport-domain", "caseport-i18n"]);
        assert!(one.ours().all(|import| allowed.contains(import)), "{} only draws", one.name);
    }
}

#[test]
fn lambda_http_lives_in_web_and_no_sdk_in_domain_pages_or_mail() {
    for one in workspace() {
        let http = one.imports.iter().any(|import| import == "lambda_http");
        // The function that the bench measures beside ours is none of the portal's.
        let may = ["caseport-web", "caseport-bare"].contains(&&*one.name);
        assert!(!http || may, "{} imports lambda_http", one.name);
        let pure = [
            "caseport-domain",
            "caseport-i18n",
            "caseport-index",
            "caseport-keys",
            "caseport-pages",
            "caseport-mail",
            "caseport-routes",
        ];
        let shell = one.imports.iter().find(|name| name.starts_with("aws") || *name == "tokio");
        assert!(shell.is_none() || !pure.contains(&&*one.name), "{} imports {shell:?}", one.name);
    }
}

/// What is deployed has no clock that can be moved, and believes nobody where they are: nothing turns that on but the feature
/// `seed` of the local portal, nothing turns that one on, and `deploy` builds without any.
#[test]
fn the_clock_of_what_is_deployed_cannot_be_moved() {
    let moves = |features: &Value| {
        let names = features.as_array().expect("features are a list").iter().filter_map(Value::as_str);
        let mut own = names.map(|name| name.rsplit('/').next().unwrap_or(name));
        own.any(|name| ["movable-clock", "forwarded-source", "seed"].contains(&name))
    };
    let mut found = Vec::new();
    for package in packages() {
        for (feature, turns_on) in package["features"].as_object().expect("features have names") {
            if moves(turns_on) {
                found.push(format!("{}/{feature}", package["name"]));
            }
        }
        for dependency in package["dependencies"].as_array().expect("dependencies are a list") {
            if moves(&dependency["features"]) {
                found.push(format!("{} of {}", dependency["name"], package["name"]));
            }
        }
    }
    assert_eq!(found, ["\"caseport-local\"/seed"]);
    let deploy = paths::root().join("infra/xtask/src/deploy.rs");
    let deploy = std::fs::read_to_string(deploy).expect("a source file can be read");
    assert!(deploy.contains("\"lambda\", \"build\"") && !deploy.to_lowercase().contains("feature"));
}

/// A page type, by the public module of `pages` that has it (empty for the crate itself) and its name.
type PageType = (String, String);

/// The page types that are tied to a template.
fn page_types(pages: &Path) -> BTreeSet<PageType> {
    let src = pages.join("src");
    let root = std::fs::read_to_string(src.join("lib.rs")).expect("a source file can be read");
    let public: BTreeSet<&str> =
        root.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut found = BTreeSet::new();
    for (path, code) in sources(&src) {
        let within = path.strip_prefix(&src).expect("it is in the folder").iter().next();
        let within = Path::new(within.expect("it has a name")).file_stem().and_then(|stem| stem.to_str());
        let module = within.filter(|module| public.contains(module)).unwrap_or_default();
        for call in code.split("crate::page!(").skip(1) {
            let name = call.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            found.insert((module.to_owned(), name.to_owned()));
        }
    }
    found
}

/// What these sources import of the crate `pages`. The compiler refuses what is imported and not used.
fn imported_pages(sources: &[(PathBuf, String)]) -> BTreeSet<PageType> {
    let imports = sources.iter().flat_map(|(_, code)| code.split("use caseport_pages::").skip(1));
    let imports = imports.filter_map(|rest| rest.split_once(';')).map(|(import, _)| import);
    let mut found = BTreeSet::new();
    for import in imports {
        let (module, names) = import.rsplit_once("::").unwrap_or(("", import));
        let names = names.trim_matches(['{', '}']).split(',').map(str::trim);
        found.extend(names.map(|name| (module.to_owned(), name.to_owned())));
    }
    found
}

/// No page is left out of the samples, which are what every page is held to, in each language: to its texts, to what people
/// typed, to its look.
#[test]
fn every_page_type_has_a_sample() {
    let pages = paths::root().join("shared/pages");
    let types = page_types(&pages);
    assert!(types.len() > 50, "the pages are found: {types:?}");
    let imported = imported_pages(&sources(&pages.join("tests/samples")));
    let missing: Vec<_> = types.difference(&imported).collect();
    assert!(missing.is_empty(), "no sample shows {missing:?}");
}

/// What searches is large: only the functions that search hold it.
#[test]
fn only_the_functions_that_search_hold_an_index() {
    for one in workspace() {
        let holds = one.ours().any(|import| import == "caseport-index");
        assert_eq!(holds, one.name == "caseport-search", "{}", one.name);
    }
}

#[test]
fn every_route_and_worker_has_its_binary_and_every_binary_is_one() {
    let all = workspace();
    let functions = all.iter().filter(|one| one.group == "functions");
    let binaries: BTreeSet<&str> =
        functions.flat_map(|one| one.binaries.keys().map(String::as_str)).collect();
    let names = ROUTES.iter().map(|route| route.name).chain(WORKERS.iter().map(|worker| worker.name));
    assert_eq!(binaries, names.collect());
}

#[test]
fn a_function_is_in_the_area_its_name_begins_with() {
    for one in workspace().iter().filter(|one| one.group == "functions") {
        let area = one.name.trim_start_matches("caseport-");
        assert!(one.dir.ends_with(area));
        for name in one.binaries.keys() {
            assert!(name.starts_with(&format!("{area}-")), "{name} is in {area}");
        }
    }
}

/// `main` is "init, run" and nothing else: what a function does is in its handler.
#[test]
fn a_functions_main_is_init_and_run() {
    for one in workspace().iter().filter(|one| one.group == "functions") {
        for (name, file) in &one.binaries {
            let code = std::fs::read_to_string(file).expect("a binary's source can be read");
            assert!(code.lines().count() <= 20, "{name} is longer than init and run");
            assert_eq!(code.matches("fn ").count(), 1, "{name} has main and nothing else");
            assert!(code.starts_with("//! "), "{name} says what it is for");
        }
    }
}

/// What the documents send their readers to is there.
#[test]
fn the_documents_name_what_there_is() {
    let folders = ["functions/", "infra/", "localstack/", "shared/", "tests/"];
    let is_path = |name: &&str| folders.iter().any(|folder| name.starts_with(folder));
    let mut found = 0;
    let mut missing = Vec::new();
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = std::fs::read_to_string(paths::root().join(document)).expect("a document can be read");
        // But for those that stand for many.
        let one = |name: &&str| is_path(name) && !name.contains(['<', '*']);
        for name in text.split('`').skip(1).step_by(2).filter(one) {
            found += 1;
            if !paths::root().join(name).exists() {
                missing.push(format!("{document}: {name}"));
            }
        }
    }
    assert!(found > 50, "paths are found: {found}");
    assert_eq!(missing, [""; 0]);
}

/// Invariant 1: key prefixes exist only in the crate `keys`.
#[test]
fn key_prefixes_are_written_in_one_crate() {
    let (keys, others): (Vec<_>, Vec<_>) = deployed()
        .into_iter()
        .partition(|(path, _)| path.parent().is_some_and(|folder| folder.ends_with("shared/keys/src")));
    let texts = keys.iter().flat_map(|(_, code)| code.split('"').skip(1).step_by(2));
    let prefixes: BTreeSet<String> = texts.filter_map(prefix).collect();
    assert!(prefixes.len() > 10, "keys has the prefixes: {prefixes:?}");
    for (path, code) in others {
        let literals = code.split('"').filter_map(prefix);
        let stray: Vec<String> = literals.filter(|literal| prefixes.contains(literal)).collect();
        assert_eq!(stray, [""; 0], "{} writes a key prefix", path.display());
    }
}

/// `CASE#` of `CASE#<number>`.
fn prefix(literal: &str) -> Option<String> {
    let (prefix, _) = literal.split_once('#')?;
    let upper = prefix.len() > 2 && prefix.bytes().all(|b| b.is_ascii_uppercase());
    upper.then(|| format!("{prefix}#"))
}

/// The policy says who sees whose cases, and who acts for whom: no handler looks at somebody's scope itself.
#[test]
fn no_handler_looks_at_a_scope() {
    for one in workspace().iter().filter(|one| one.group == "functions") {
        for (path, code) in sources(&one.dir.join("src")) {
            assert!(!code.contains("Scope::"), "{} decides what the policy is there for", path.display());
        }
    }
}

/// Invariant 2: no `Scan`.
#[test]
fn nothing_scans_the_table() {
    for (path, code) in deployed() {
        assert!(!code.contains(".scan("), "{} scans", path.display());
    }
}

/// Invariant 5: every write is conditional, but for the counter, which only ever adds.
#[test]
fn every_write_is_conditional() {
    for (path, code) in deployed() {
        for call in [".put_item()", ".update_item()", ".delete_item()", "Put::builder()", "Update::builder()"]
        {
            for (at, _) in code.match_indices(call) {
                // The statement, and the one after it: a put is built first and gets its condition then.
                let rest = &code[at..];
                let body =
                    &rest[..rest.find("\n    }\n").or_else(|| rest.find("\n}\n")).unwrap_or(rest.len())];
                let counts = body.contains("if_not_exists(#last");
                assert!(
                    counts || body.contains("condition_expression"),
                    "{} writes without a condition: {call}",
                    path.display()
                );
            }
        }
    }
}
