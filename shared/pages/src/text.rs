//! What people typed, as HTML.

use askama::filters::Safe;

/// The text escaped, its web addresses made links. Line ends stay: the style sheet keeps them.
pub fn linked(text: &str) -> Safe<String> {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text;
    while let Some(at) = next_address(rest) {
        let length = address_length(&rest[at..]);
        let (before, address) = (&rest[..at], &rest[at..at + length]);
        escape(before, &mut html);
        html.push_str("<a href=\"");
        escape(address, &mut html);
        // The reader leaves for a place somebody else named: it learns nothing of where they came from.
        html.push_str("\" rel=\"nofollow noopener noreferrer\">");
        escape(address, &mut html);
        html.push_str("</a>");
        rest = &rest[at + length..];
    }
    escape(rest, &mut html);
    Safe(html)
}

fn next_address(text: &str) -> Option<usize> {
    let starts = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme));
    starts.min()
}

/// How much of the text is the address it starts with: up to white space or a quotation mark, without the
/// punctuation of the sentence it stands in.
fn address_length(text: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'`«»“”".contains(c);
    let address = &text[..text.find(ends).unwrap_or(text.len())];
    let address = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '…']);
    match address.strip_suffix(')') {
        Some(inside) if !inside.contains('(') => inside.len(),
        _ => address.len(),
    }
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_links_and_nothing_else_does() {
        assert_eq!(
            linked("See (https://a.example/x?y=1&z=2), or <b>").0,
            "See (<a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"nofollow noopener noreferrer\">\
             https://a.example/x?y=1&amp;z=2</a>), or &lt;b&gt;"
        );
        assert_eq!(linked("javascript:alert(1)").0, "javascript:alert(1)");
        assert_eq!(linked("https://").0.matches("<a ").count(), 1);
    }

    #[test]
    fn x1_an_address_cannot_leave_its_attribute() {
        let html = linked("https://a.example/\"onmouseover=\"alert(1)").0;
        assert!(html.starts_with("<a href=\"https://a.example/\" rel="), "{html}");
    }
}
