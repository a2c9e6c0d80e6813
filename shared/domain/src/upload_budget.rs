//! How much one person may upload in a day: nobody fills the vendor's bucket (X22, X23).
//!
//! What is announced counts, and not what arrives: an address that was signed is good for all that was announced. So a file that
//! is announced and never sent counts, and one that is taken off its form again, too: nothing is given back before the day ends.
//! What is refused counts for nothing.
//!
//! Everybody is counted, the vendor's own people too: a session of theirs that somebody else got hold of fills a bucket as well
//! as any, and who works on cases sends less than this.
//!
//! A day is one of UTC, a window like all in [`crate::throttle`]: the true bound is twice this within any 24 hours. The first
//! file of a day is let in however large it is, since one file has a bound of its own: see [`crate::attachment::SizeLimit`].

use crate::id::UserId;
use crate::throttle::By;

/// How much one person may upload in a day, as a deployment says: in whole gibibytes, and in so many files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UploadBudget {
    gibibytes: u32,
    files: u32,
}

/// Why a setting says no such number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: `{text}` is not a number from 1 to {most}")]
pub struct NotABudget {
    name: &'static str,
    text: String,
    most: u32,
}

impl UploadBudget {
    /// The most gibibytes it can be.
    const MOST_GIBIBYTES: u32 = 10_000;
    /// The most files.
    const MOST_FILES: u32 = 100_000;

    /// What the settings `DAILY_UPLOAD_LIMIT` (gibibytes) and `DAILY_FILE_LIMIT` say. An empty one is the usual.
    ///
    /// # Errors
    /// The first of them that cannot be read.
    pub fn read(setting: impl Fn(&'static str) -> String) -> Result<Self, NotABudget> {
        let number = |name: &'static str, usual: u32, most: u32| {
            let text = setting(name);
            if text.is_empty() {
                return Ok(usual);
            }
            let number = text.parse().ok().filter(|number| (1..=most).contains(number));
            number.ok_or(NotABudget { name, text, most })
        };
        let usual = Self::default();
        Ok(Self {
            gibibytes: number("DAILY_UPLOAD_LIMIT", usual.gibibytes, Self::MOST_GIBIBYTES)?,
            files: number("DAILY_FILE_LIMIT", usual.files, Self::MOST_FILES)?,
        })
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(self) -> u64 {
        u64::from(self.gibibytes) << 30
    }

    /// The files.
    #[must_use]
    pub const fn files(self) -> u32 {
        self.files
    }

    /// What the files of this sender are counted by.
    #[must_use]
    pub fn counted_by(self, sender: &UserId) -> By<'_> {
        By::Sender { who: sender.as_str(), files: self.files }
    }
}

impl Default for UploadBudget {
    /// 20 GiB in 500 files: four of the largest there usually are, or the files of 25 full messages. Whoever has a case to
    /// tell of sends less in a day, and a bucket bears that much.
    fn default() -> Self {
        Self { gibibytes: 20, files: 500 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(gibibytes: &str, files: &str) -> Result<UploadBudget, NotABudget> {
        UploadBudget::read(|name| match name {
            "DAILY_UPLOAD_LIMIT" => gibibytes.to_owned(),
            "DAILY_FILE_LIMIT" => files.to_owned(),
            other => panic!("{other} is no setting"),
        })
    }

    #[test]
    fn a_deployment_says_how_much_it_is() {
        assert_eq!(read("", ""), Ok(UploadBudget::default()));
        let said = read("1", "7").unwrap();
        assert_eq!((said.bytes(), said.files()), (1 << 30, 7));
        assert_eq!(read("10000", "100000").map(UploadBudget::bytes), Ok(10_000 << 30));
        for (gibibytes, files) in
            [("0", ""), ("10001", ""), ("2.5", ""), ("", "0"), ("", "100001"), ("", "-1")]
        {
            let error = read(gibibytes, files).unwrap_err().to_string();
            let name = if files.is_empty() { "DAILY_UPLOAD_LIMIT" } else { "DAILY_FILE_LIMIT" };
            assert!(error.starts_with(name), "{error}");
        }
    }

    /// X22: a sender is counted by a day of UTC, up to as many files as the deployment says.
    #[test]
    fn x22_a_sender_is_counted_by_the_day() {
        let (anna, bram) = ("anna".parse().unwrap(), "bram".parse().unwrap());
        let budget = read("1", "7").unwrap();
        let by = budget.counted_by(&anna);
        assert_eq!(by.limit(), 7);
        assert_ne!(by.name(), budget.counted_by(&bram).name());
        let now = "2026-11-22T23:07:12Z".parse().unwrap();
        assert_eq!(by.ends(now), "2026-11-23T00:00:00Z".parse().unwrap());
    }
}
