//! What pictures show, kept out of sight of who has to say it.

use aws_sdk_dynamodb::types::ReturnValue;
use caseport_keys as keys;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::{StoreError, condition_failed};
use crate::item::{item, n, read};
use crate::table::Store;

/// How long one has to answer.
const LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What is to be answered: either will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The characters in the picture.
    pub picture: String,
    /// The answer to the question beside it.
    pub question: String,
    /// When it was set.
    pub at: Timestamp,
}

impl Challenge {
    /// Whether this answers it in time. Letter case and spaces make no difference.
    #[must_use]
    pub fn is_met(&self, answer: &str, now: Timestamp) -> bool {
        let answer: String = answer.chars().filter(|c| !c.is_whitespace()).collect();
        let is = |expected: &str| answer.eq_ignore_ascii_case(expected);
        now < self.at + LIFE && (is(&self.picture) || is(&self.question))
    }
}

impl Store {
    /// Keeps a challenge. One `PutItem`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn add_challenge(&self, id: &str, challenge: &Challenge) -> Result<(), StoreError> {
        let mut item = item(keys::challenge(id), challenge)?;
        item.insert(keys::EXPIRES_AT.into(), n((challenge.at + LIFE).as_second()));
        self.create(item).await.map(drop)
    }

    /// Takes a challenge away, so that it is answered once, right or wrong. One `DeleteItem`.
    ///
    /// # Errors
    /// When DynamoDB fails or the item cannot be read.
    pub async fn take_challenge(&self, id: &str) -> Result<Option<Challenge>, StoreError> {
        let answer = self
            .delete_if(keys::challenge(id), "attribute_exists(pk)")
            .return_values(ReturnValue::AllOld)
            .send()
            .await;
        match answer {
            Ok(answer) => answer.attributes.map(read).transpose(),
            Err(error) if condition_failed(&error) => Ok(None),
            Err(error) => Err(StoreError::service("DeleteItem")(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn picture_or_question_will_do_and_not_for_ever() {
        let at: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let challenge = Challenge { picture: "aBx7Qp".into(), question: "12".into(), at };
        assert!(challenge.is_met("ABX7 qp", at) && challenge.is_met(" 12 ", at));
        assert!(!challenge.is_met("", at) && !challenge.is_met("aBx7Q", at));
        assert!(!challenge.is_met("12", at + LIFE));
    }
}
