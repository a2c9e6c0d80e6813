//! As much of HTML as it takes to send a form of a page.

/// The hidden fields of the first form of this page that posts to this address.
pub(crate) fn hidden_fields(page: &str, action: &str) -> Option<Vec<(String, String)>> {
    inputs(page, action, |tag| tag.starts_with("<input type=\"hidden\""))
}

/// What that form's `<input>`s send as they are.
pub(crate) fn filled_in(page: &str, action: &str) -> Option<Vec<(String, String)>> {
    inputs(page, action, |tag| !tag.contains(" type=\"checkbox\"") || tag.contains(" checked"))
}

fn inputs(page: &str, action: &str, sent: fn(&str) -> bool) -> Option<Vec<(String, String)>> {
    let start = page.find(&format!("action=\"{action}\""))?;
    let form = &page[start..];
    let form = &form[..form.find("</form>")?];
    let inputs = form.match_indices("<input ").map(|(at, _)| &form[at..]);
    let tags = inputs.filter_map(|rest| Some(&rest[..rest.find('>')?])).filter(|tag| sent(tag));
    Some(tags.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect())
}

/// The value of an attribute of a tag.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = tag[start..].find('"')?;
    Some(unescape(&tag[start..start + end]))
}

/// A text of a page as one reads it.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let (name, after) = after.split_once(';').unwrap_or((after, ""));
        let number = name.strip_prefix("#x").map(|hex| u32::from_str_radix(hex, 16));
        let number = number.or_else(|| name.strip_prefix('#').map(str::parse));
        plain.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            _ => number.and_then(Result::ok).and_then(char::from_u32).expect("an entity is a known one"),
        });
        rest = after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forms_hidden_fields_are_read_as_they_were_meant() {
        let page = r#"<form action="/a"></form><form method="post" action="/b">
            <input type="hidden" name="csrf" value="x"> <input name="text" value="seen">
            <input type="hidden" name="body" value="a=1&amp;b=&#34;&#x27;"></form><input type="hidden" name="c" value="d">"#;
        let boxes = r#"<form action="/d"><input type="checkbox" name="a" value="yes" checked>
            <input type="checkbox" name="b" value="yes"><input name="text" value="x &#62; y"></form>"#;
        let sent = filled_in(boxes, "/d").unwrap();
        assert_eq!(sent, [("a".into(), "yes".into()), ("text".into(), "x > y".into())]);
        let fields = hidden_fields(page, "/b").unwrap();
        assert_eq!(fields, [("csrf".into(), "x".into()), ("body".into(), "a=1&b=\"'".into())]);
        assert_eq!(hidden_fields(page, "/c"), None);
    }
}
