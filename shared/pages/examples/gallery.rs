//! Writes every page in every language to `target/gallery`, with its assets, to be looked at: serve that
//! folder with any web server and open `/`.

use std::fs;
use std::path::Path;

use caseport_pages::{Language, assets};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> std::io::Result<()> {
    let gallery = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/gallery");
    fs::create_dir_all(gallery.join("assets"))?;
    for asset in assets::all() {
        fs::write(gallery.join("assets").join(asset.name), asset.bytes)?;
    }
    let style = samples::style();
    fs::write(gallery.join("assets").join(&style.name), &style.sheet)?;
    let mut index = String::from("<!doctype html><meta charset=utf-8><title>Gallery</title><ul>");
    for sample in Language::ALL.into_iter().flat_map(samples::all) {
        fs::write(gallery.join(format!("{}.html", sample.name)), &sample.html)?;
        index.extend(["<li><a href=\"", &sample.name, ".html\">", &sample.name, "</a>"]);
    }
    fs::write(gallery.join("index.html"), index)
}
