//! What the portal's functions call on AWS, as the emulator or the recorder writes it down.

use std::fs;
use std::path::Path;

use crate::Portal;

impl Portal {
    /// What the function of this route has called so far: IAM actions, in order.
    pub fn aws_calls(&self, route: &str) -> Vec<String> {
        let file = Path::new(&self.about().clock).with_file_name("calls");
        let text = fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("Nobody writes down calls in {}: {error}.", file.display()));
        let role = format!("-{}Role-", pascal(route));
        let line =
            |line: &str| line.split_once(' ').map(|(role, action)| (role.to_owned(), action.to_owned()));
        // The emulator names the function's role, the recorder the function.
        let its = |name: &str| name == route || name.contains(&role);
        text.lines().filter_map(line).filter(|(name, _)| its(name)).map(|(_, call)| call).collect()
    }
}

/// `CasesKeepOpen` of `cases-keep-open`: how the template calls it.
fn pascal(name: &str) -> String {
    name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
