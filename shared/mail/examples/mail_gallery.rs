//! Writes every mail to `target/mail-gallery/`, to look at them in a browser.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::path::Path;
use std::{fs, io};

use caseport_domain::person::Language;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/mail-gallery");
    fs::create_dir_all(&folder)?;
    let mut links = vec!["<!doctype html><title>Mails</title>".to_owned()];
    for (name, event) in sample::told() {
        for role in sample::ROLES {
            for language in Language::ALL {
                let mail = sample::mail(role, language, &event);
                let file = format!("{name}-{role:?}-{}", language.code()).to_lowercase();
                fs::write(folder.join(format!("{file}.html")), &mail.html)?;
                fs::write(folder.join(format!("{file}.txt")), &mail.text)?;
                fs::write(folder.join(format!("{file}.eml")), &mail.raw)?;
                links.push(format!("<p><a href={file}.html>{file}</a>"));
            }
        }
    }
    fs::write(folder.join("index.html"), links.concat())
}
