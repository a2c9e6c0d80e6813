//! What the portal's functions log.

use std::fs;
use std::time::Duration;

use crate::{Case, Portal, eventually};

/// How long a line may take, on a busy machine.
const THERE_WITHIN: Duration = Duration::from_secs(30);

impl Portal {
    /// All that its functions have logged, once that tells of a request and of a mail about this case: what is not in it was
    /// logged nowhere, rather than somewhere else.
    ///
    /// # Panics
    /// When it does not tell of them, or `portal.json` names no log.
    pub async fn logs(&self, about: Case) -> String {
        let mailed = format!("\"case\":{}", about.number);
        let what = format!("a request and a mail about case {} to be logged", about.number);
        let mut asked = Vec::new();
        eventually(&what, THERE_WITHIN, async || {
            let reply = self.anonymous().get("/contact").await.expect(200);
            asked.push(format!("\"request_id\":\"{}\"", reply.header("x-request-id")));
            let logged = self.logged();
            let is_there = logged.contains(&mailed) && asked.iter().any(|asked| logged.contains(asked));
            is_there.then_some(logged)
        })
        .await
    }

    fn logged(&self) -> String {
        let files = &self.about().logs;
        assert!(
            !files.is_empty(),
            "what functions log is on the terminal of `up --watch`: nothing can be read"
        );
        let read = |file: &String| fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
        files.iter().map(|file| String::from_utf8_lossy(&read(file)).into_owned()).collect()
    }
}
