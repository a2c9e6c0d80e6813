//! The router of `cargo lambda watch`.
pub fn render() -> String { String::new() }
