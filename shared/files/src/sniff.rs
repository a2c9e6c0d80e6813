//! What a file is, by its content.

/// The media type of a file that begins like this, if that tells.
///
/// SVG is text as any other: nothing that can hold a script is told apart to be shown.
#[must_use]
pub fn sniffed(head: &[u8]) -> Option<&'static str> {
    let text = is_text(head);
    let known = infer::get(head).map(|known| known.mime_type()).filter(|known| match *known {
        // It looks for this mark further in, too: a page could have it anywhere.
        "application/pdf" => head.starts_with(b"%PDF-"),
        // Two or three letters make a program or a picture for it, but no text is either: `MZ-12 has no power`.
        known => !text || known.starts_with("text/") || known == "application/rtf",
    });
    known.or_else(|| text.then_some("text/plain"))
}

/// Whether it is UTF-8 without control characters other than those of lines. The last character may be cut off.
fn is_text(head: &[u8]) -> bool {
    let text = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return false,
    };
    !text.is_empty() && text.chars().all(|c| !c.is_control() || "\t\n\r\u{c}\u{1b}".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// X4, X23
    #[test]
    fn a_file_is_what_it_begins_like() {
        for (head, media_type) in [
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), Some("image/png")),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Some("image/jpeg")),
            (b"GIF89a\x01\0\x01\0", Some("image/gif")),
            (b"RIFF\x24\0\0\0WEBPVP8 ", Some("image/webp")),
            (b"%PDF-1.7\n", Some("application/pdf")),
            (b"<!DOCTYPE html><script>alert(1)</script>", Some("text/html")),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Some("text/plain")),
            (b"<!DOCTYPE html><!-- %PDF-1.7 --><script>alert(1)</script>", Some("text/plain")),
            (b"GIF files do not open", Some("text/plain")),
            (b"MZ-12 has no power", Some("text/plain")),
            (b"MZ\x90\0\x03\0\0\0", Some("application/vnd.microsoft.portable-executable")),
            (b"07:12 agent stopped\n", Some("text/plain")),
            ("07:12 caf\u{e9}".as_bytes(), Some("text/plain")),
            (b"caf\xc3", Some("text/plain")),
            (b"\x01\x02\x03\0", None),
            (b"", None),
        ] {
            assert_eq!(sniffed(head), media_type, "{}", head.escape_ascii());
        }
    }
}
