//! How routes, workers and queues are called in the template.

/// `cases-list` as a logical id: `CasesList`.
pub fn logical(kebab: &str) -> String {
    kebab.split('-').map(capitalized).collect()
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_ascii_uppercase().to_string() + chars.as_str()).unwrap_or_default()
}

/// Every line but empty ones, moved right.
pub fn indented(text: &str, by: usize) -> String {
    let margin = " ".repeat(by);
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("{margin}{line}\n") };
    text.lines().map(line).collect()
}
