//! Makes the assets: joins the style sheets, drops comments and indents, names each file by its content's
//! hash, has the scripts import each other by those names, and compresses everything once and for all.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use sha2::{Digest, Sha256};

/// The one style sheet is made of these, in this order.
const STYLES: [&str; 12] = [
    "tokens",
    "base",
    "layout",
    "forms",
    "lists",
    "case",
    "profile",
    "own",
    "access",
    "records",
    "questions",
    "print",
];
/// Scripts, each after those it imports.
const SCRIPTS: [&str; 9] = [
    "portal.js",
    "drafts.js",
    "desk.js",
    "sheet.js",
    "swap.js",
    "questions.js",
    "editor.js",
    "transfer.js",
    "upload.js",
];

fn main() {
    let source = Path::new("assets");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=assets");

    let read =
        |name: &str| fs::read_to_string(source.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let style: String = STYLES.iter().map(|part| read(&format!("{part}.css"))).collect();
    let mut made = vec![Made::new("portal.css", "text/css; charset=utf-8", without_comments(&style))];
    for name in SCRIPTS {
        let mut script = without_comment_lines(&read(name));
        for other in &made {
            script = script.replace(&format!("./{}", other.written), &format!("./{}", other.hashed));
        }
        made.push(Made::new(name, "text/javascript; charset=utf-8", script));
    }

    let mut assets = String::from("static ASSETS: &[Asset] = &[\n");
    let mut urls = String::from("static URLS: &[(&str, &str)] = &[\n");
    for asset in &made {
        let bytes = asset.text.as_bytes();
        fs::write(out.join(&asset.hashed), bytes).expect("it can be written");
        fs::write(out.join(format!("{}.br", asset.hashed)), brotli(bytes)).expect("it can be written");
        fs::write(out.join(format!("{}.gz", asset.hashed)), gzip(bytes)).expect("it can be written");
        let include = |suffix: &str| {
            format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{}{suffix}\"))", asset.hashed)
        };
        writeln!(
            assets,
            "Asset {{ name: {:?}, media_type: {:?}, bytes: {}, br: {}, gzip: {} }},",
            asset.hashed,
            asset.media_type,
            include(""),
            include(".br"),
            include(".gz")
        )
        .expect("a String takes it");
        writeln!(urls, "({:?}, {:?}),", asset.written, format!("/assets/{}", asset.hashed))
            .expect("a String takes it");
    }
    fs::write(out.join("assets.rs"), format!("{assets}];\n{urls}];\n")).expect("it can be written");
}

/// An asset made ready.
struct Made {
    written: &'static str,
    hashed: String,
    media_type: &'static str,
    text: String,
}

impl Made {
    fn new(written: &'static str, media_type: &'static str, text: String) -> Self {
        let digest = Sha256::digest(&text);
        let hash = digest.iter().take(8).fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
        let (stem, extension) = written.split_once('.').expect("an asset has an extension");
        Self { written, hashed: format!("{stem}.{hash}.{extension}"), media_type, text }
    }
}

/// A style sheet without comments, indents and empty lines. Its strings hold no `/*`.
fn without_comments(style: &str) -> String {
    let mut text = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").expect("a comment ends").1;
    }
    text.push_str(rest);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.fold(String::new(), |sheet, line| {
        sheet + line + if line.ends_with([',', '{', ';', '}']) { "" } else { "\n" }
    })
}

/// A script without the lines that are only comment, and without indents. Its template strings hold no
/// line ends.
fn without_comment_lines(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let code = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    code.fold(String::new(), |text, line| text + line + "\n")
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(bytes).expect("memory takes it");
    drop(writer);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("memory takes it");
    writer.finish().expect("memory takes it")
}
