//! For what people want to be mailed about cases (E63–E67).
//!
//! Whoever opened a case or follows it chooses for it; where they did not, their profile says it, as it does for the engineer who
//! works on it. Whatever they choose, they are mailed what waits for the customer's answer, that it waits for it no more because
//! an engineer took it back, that their case was opened, and that they were added to one: only who wants no mail about a case
//! at all gets none. What is not mailed is recorded beside the case all the same, as not sent; but for what they did themselves,
//! which is mailed only to who chose that (E62, C31).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::case::{Happened, TakenBack};
use crate::delivery::DeliveryState;
use crate::held::Quiet;
use crate::id::UserId;
use crate::input::Flaw;

/// Something that one can be mailed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Whatever happened that is none of the others (E64).
    Updated,
    /// It was escalated to research and development, or is no more (E65).
    Escalated,
    /// A workaround was provided (E66).
    Workaround,
    /// It was closed (E67).
    Closed,
    /// What they did to it themselves, to confirm it (E62, C31).
    Own,
}

/// Several of them at once (E63).
pub type Topics = BTreeSet<Topic>;

impl Topic {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 5] = [Self::Updated, Self::Escalated, Self::Workaround, Self::Closed, Self::Own];
    /// Those that engineers are mailed for: what customers do in their cases, and that these are closed.
    pub const OF_ENGINEERS: [Self; 2] = [Self::Updated, Self::Closed];
    /// What everybody begins with: whatever others do.
    const USUAL: [Self; 4] = [Self::Updated, Self::Escalated, Self::Workaround, Self::Closed];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Updated => "updated",
            Self::Escalated => "escalated",
            Self::Workaround => "workaround",
            Self::Closed => "closed",
            Self::Own => "own",
        }
    }

    /// Those of these codes.
    ///
    /// # Errors
    /// [`Flaw::NoSuchChoice`] if one is none.
    pub fn chosen(codes: &[String]) -> Result<Topics, Flaw> {
        let of = |code: &String| Self::ALL.into_iter().find(|topic| topic.code() == code);
        codes.iter().map(|code| of(code).ok_or(Flaw::NoSuchChoice)).collect()
    }

    /// What this belongs to; nothing for what is mailed whatever was chosen.
    #[must_use]
    pub const fn of(what: &Happened) -> Option<Self> {
        match what {
            Happened::Opened(_)
            | Happened::ObserverAdded { .. }
            | Happened::ObserverRemoved { .. }
            | Happened::OutsiderInvited { .. }
            | Happened::OutsiderConfirmed { .. }
            | Happened::OutsiderRemoved { .. }
            | Happened::Asked { .. }
            | Happened::SolutionProposed { .. }
            | Happened::Reminded
            | Happened::Resumed { taken_back: TakenBack::Question | TakenBack::Solution, .. } => None,
            Happened::Escalated { .. } | Happened::EscalationEnded { .. } => Some(Self::Escalated),
            Happened::WorkaroundProvided { .. } => Some(Self::Workaround),
            Happened::Closed { .. } => Some(Self::Closed),
            Happened::Replied { .. }
            | Happened::Told { .. }
            | Happened::Noted { .. }
            | Happened::Taken { .. }
            | Happened::Assigned { .. }
            | Happened::HandedBack { .. }
            | Happened::Planned { .. }
            | Happened::Resumed { taken_back: TakenBack::Plan(_), .. }
            | Happened::SolutionRefused { .. }
            | Happened::KeptOpen
            | Happened::Reopened { .. }
            | Happened::PersonErased
            | Happened::OutageDeclared
            | Happened::OutageEnded
            | Happened::Classified { .. }
            | Happened::Prioritized { .. }
            | Happened::Detailed { .. } => Some(Self::Updated),
        }
    }
}

/// What somebody wants of mails, where they chose nothing for the case itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// Who.
    pub user: UserId,
    /// For what they are mailed.
    pub topics: Topics,
    /// The hour of their zone, 0 to 23, at which they are mailed all that can wait together; none to be mailed each at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<i8>,
    /// Their quiet hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet: Option<Quiet>,
    /// How often they were saved: 0 for what everybody begins with.
    pub version: u32,
}

impl Preferences {
    /// What everybody begins with: a mail for everything that others do.
    #[must_use]
    pub fn new(user: UserId) -> Self {
        Self { user, topics: Topic::USUAL.into(), digest: None, quiet: None, version: 0 }
    }
}

/// What somebody chose for one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// Who.
    pub user: UserId,
    /// For what they are mailed; what their profile says, if there is nothing here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topics: Option<Topics>,
    /// Whether they are mailed for nothing at all.
    pub is_off: bool,
    /// How often it was saved.
    pub version: u32,
}

/// The three ways to choose for a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mails {
    /// As the profile says.
    Default,
    /// For what is chosen.
    Chosen,
    /// None.
    None,
}

impl Mails {
    /// All of them, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Default, Self::Chosen, Self::None];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Chosen => "chosen",
            Self::None => "none",
        }
    }

    /// The one of this code.
    ///
    /// # Errors
    /// [`Flaw::Required`] or [`Flaw::NoSuchChoice`].
    pub fn of(code: &str) -> Result<Self, Flaw> {
        let known = Self::ALL.into_iter().find(|mails| mails.code() == code);
        known.ok_or(if code.is_empty() { Flaw::Required } else { Flaw::NoSuchChoice })
    }
}

impl Wish {
    /// Nothing chosen yet.
    #[must_use]
    pub const fn new(user: UserId) -> Self {
        Self { user, topics: None, is_off: false, version: 0 }
    }

    /// Which of the three ways it is.
    #[must_use]
    pub const fn mails(&self) -> Mails {
        match (self.is_off, &self.topics) {
            (true, _) => Mails::None,
            (false, Some(_)) => Mails::Chosen,
            (false, None) => Mails::Default,
        }
    }

    /// The wish after this choice. Who wants no mail keeps what they chose before, for when they want some again.
    #[must_use]
    pub fn choose(self, mails: Mails, topics: Topics) -> Self {
        let version = self.version + 1;
        match mails {
            Mails::Default => Self { topics: None, is_off: false, version, ..self },
            Mails::Chosen => Self { topics: Some(topics), is_off: false, version, ..self },
            Mails::None => Self { is_off: true, version, ..self },
        }
    }

    /// The wish once mails about the case are off, or on again as they were.
    #[must_use]
    pub fn turned(self, is_off: bool) -> Self {
        Self { is_off, version: self.version + 1, ..self }
    }
}

/// Why somebody is not mailed that this happened, as the record of the mail says it; nothing if they are.
#[must_use]
pub fn withheld(preferences: &Preferences, wish: Option<&Wish>, what: &Happened) -> Option<DeliveryState> {
    let topics = topics(preferences, wish);
    unless(Topic::of(what).is_none_or(|topic| topics.contains(&topic)), wish)
}

/// Why somebody is not mailed what they did themselves; nothing if they are.
#[must_use]
pub fn unconfirmed(preferences: &Preferences, wish: Option<&Wish>) -> Option<DeliveryState> {
    unless(topics(preferences, wish).contains(&Topic::Own), wish)
}

/// What the record says of a mail, unless its reader wants it.
fn unless(is_wanted: bool, wish: Option<&Wish>) -> Option<DeliveryState> {
    if wish.is_some_and(|wish| wish.is_off) {
        return Some(DeliveryState::Unsubscribed);
    }
    (!is_wanted).then_some(DeliveryState::NotChosen)
}

/// For what somebody is mailed about a case.
fn topics<'a>(preferences: &'a Preferences, wish: Option<&'a Wish>) -> &'a Topics {
    wish.and_then(|wish| wish.topics.as_ref()).unwrap_or(&preferences.topics)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Closure;

    fn text<T: TryFrom<String, Error = Flaw>>(text: &str) -> T {
        T::try_from(text.to_owned()).unwrap()
    }

    fn closed() -> Happened {
        Happened::Closed { how: Closure::ByEngineer, reason: None, listed: None }
    }

    fn asked() -> Happened {
        Happened::Asked { text: text("Since when?"), attachments: Vec::new() }
    }

    fn workaround() -> Happened {
        Happened::WorkaroundProvided { text: text("Trunk 1."), attachments: Vec::new() }
    }

    fn escalated() -> Happened {
        Happened::Escalated { text: text("They look at it."), attachments: Vec::new() }
    }

    /// E63–E67: each topic is chosen on its own, and several at once.
    #[test]
    fn e63_each_is_mailed_for_what_they_chose() {
        let anna: UserId = "anna".parse().unwrap();
        let preferences = Preferences::new(anna.clone());
        let all = [
            (Topic::Updated, Happened::Taken { from: None }),
            (Topic::Escalated, escalated()),
            (Topic::Workaround, workaround()),
            (Topic::Closed, closed()),
        ];
        for (_, what) in &all {
            assert_eq!(withheld(&preferences, None, what), None, "everything, unless they choose");
        }
        for (chosen, _) in &all {
            let wish = Wish::new(anna.clone()).choose(Mails::Chosen, Topics::from([*chosen]));
            for (topic, what) in &all {
                let expected = (topic != chosen).then_some(DeliveryState::NotChosen);
                assert_eq!(withheld(&preferences, Some(&wish), what), expected, "{chosen:?} {topic:?}");
            }
        }
        let both = Topics::from([Topic::Closed, Topic::Workaround]);
        let wish = Wish::new(anna).choose(Mails::Chosen, both);
        let mailed = all.iter().filter(|(_, what)| withheld(&preferences, Some(&wish), what).is_none());
        assert_eq!(mailed.map(|(topic, _)| *topic).collect::<Vec<_>>(), [Topic::Workaround, Topic::Closed]);
    }

    /// A2: that a question or a solution is taken back reaches whoever it reached; that a day is, is an update like the day itself.
    #[test]
    fn a2_what_is_taken_back_is_mailed_as_it_was() {
        let anna: UserId = "anna".parse().unwrap();
        let nothing = Preferences { topics: Topics::new(), ..Preferences::new(anna) };
        let resumed = |taken_back| Happened::Resumed { taken_back, text: None };
        let plan = TakenBack::Plan("2031-02-03".parse().unwrap());
        for (taken_back, expected) in
            [(TakenBack::Question, None), (TakenBack::Solution, None), (plan, Some(DeliveryState::NotChosen))]
        {
            assert_eq!(withheld(&nothing, None, &resumed(taken_back)), expected, "{taken_back:?}");
        }
    }

    /// What waits for an answer is mailed whatever was chosen, and nothing to who wants no mail; that is undone without a
    /// loss.
    #[test]
    fn e63_what_waits_for_an_answer_is_mailed_unless_all_is_off() {
        let anna: UserId = "anna".parse().unwrap();
        let nothing = Preferences { topics: Topics::new(), ..Preferences::new(anna.clone()) };
        assert_eq!(withheld(&nothing, None, &asked()), None);
        assert_eq!(withheld(&nothing, None, &Happened::Reminded), None);
        assert_eq!(withheld(&nothing, None, &closed()), Some(DeliveryState::NotChosen));
        let wish = Wish::new(anna).choose(Mails::Chosen, Topics::from([Topic::Closed]));
        let off = wish.clone().turned(true);
        for what in [asked(), closed(), Happened::Reminded] {
            assert_eq!(withheld(&nothing, Some(&off), &what), Some(DeliveryState::Unsubscribed));
        }
        let again = off.turned(false);
        assert_eq!((again.topics, again.is_off, again.version), (wish.topics, false, 3));
    }

    /// E62, C31: what one did oneself is confirmed to who chose that, for all their cases or for one; whoever chose before one
    /// could did not.
    #[test]
    fn e62_c31_confirmations_are_chosen() {
        let anna: UserId = "anna".parse().unwrap();
        let usual = Preferences::new(anna.clone());
        let before = r#"{"user":"anna","topics":["updated","escalated","workaround","closed"],"version":3}"#;
        let before: Preferences = serde_json::from_str(before).unwrap();
        let not_chosen = Some(DeliveryState::NotChosen);
        assert_eq!([unconfirmed(&usual, None), unconfirmed(&before, None)], [not_chosen; 2]);
        let own = Preferences { topics: [Topic::Own].into(), ..usual.clone() };
        assert_eq!(unconfirmed(&own, None), None);
        assert_eq!(withheld(&own, None, &Happened::Taken { from: None }), not_chosen, "of others' doing");
        let wish = Wish::new(anna);
        let this_one = wish.clone().choose(Mails::Chosen, Topics::from([Topic::Own]));
        let others = wish.clone().choose(Mails::Chosen, Topics::from([Topic::Updated]));
        assert_eq!(unconfirmed(&usual, Some(&this_one)), None);
        assert_eq!(unconfirmed(&own, Some(&others)), not_chosen);
        assert_eq!(unconfirmed(&own, Some(&wish)), None);
        assert_eq!(unconfirmed(&own, Some(&this_one.turned(true))), Some(DeliveryState::Unsubscribed));
    }

    #[test]
    fn codes_name_topics_and_ways() {
        for topic in Topic::ALL {
            assert_eq!(Topic::chosen(&[topic.code().to_owned()]), Ok(Topics::from([topic])));
            assert_eq!(serde_json::to_value(topic).unwrap(), topic.code());
        }
        assert_eq!(Topic::chosen(&["all".to_owned()]), Err(Flaw::NoSuchChoice));
        for mails in Mails::ALL {
            assert_eq!(Mails::of(mails.code()), Ok(mails));
        }
        assert_eq!((Mails::of(""), Mails::of("some")), (Err(Flaw::Required), Err(Flaw::NoSuchChoice)));
    }
}
