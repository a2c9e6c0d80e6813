//! What the editor's buttons do to a draft.

use std::str::FromStr;

use super::{Draft, DraftChoice, DraftField};
use crate::input::Flaw;

/// What a button of the editor does: `add`, `remove.2`, `up.2`, `down.2`, `add-choice.2`, `remove-choice.2.0`, and
/// `preview`, which changes nothing. Places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Nothing: the form is shown as it is.
    Preview,
    /// Adds a question.
    Add,
    /// Removes a question.
    Remove(usize),
    /// Moves a question up.
    Up(usize),
    /// Moves a question down.
    Down(usize),
    /// Adds a choice to a question.
    AddChoice(usize),
    /// Removes a choice from a question.
    RemoveChoice(usize, usize),
}

impl FromStr for Edit {
    type Err = Flaw;

    fn from_str(code: &str) -> Result<Self, Flaw> {
        let parts: Vec<&str> = code.split('.').collect();
        let place = |text: &str| text.parse::<usize>().map_err(|_| Flaw::NoSuchChoice);
        Ok(match *parts {
            ["preview"] => Self::Preview,
            ["add"] => Self::Add,
            ["remove", at] => Self::Remove(place(at)?),
            ["up", at] => Self::Up(place(at)?),
            ["down", at] => Self::Down(place(at)?),
            ["add-choice", at] => Self::AddChoice(place(at)?),
            ["remove-choice", at, choice] => Self::RemoveChoice(place(at)?, place(choice)?),
            _ => return Err(Flaw::NoSuchChoice),
        })
    }
}

impl Draft {
    /// The draft after this; as it was, if there is nothing at that place.
    #[must_use]
    pub fn edited(mut self, edit: Edit) -> Self {
        let count = self.fields.len();
        match edit {
            Edit::Add => self.fields.push(DraftField { kind: "line".to_owned(), ..DraftField::default() }),
            Edit::Remove(at) if at < count => drop(self.fields.remove(at)),
            Edit::Up(at) if (1..count).contains(&at) => self.fields.swap(at - 1, at),
            Edit::Down(at) if at.checked_add(1).is_some_and(|next| next < count) => {
                self.fields.swap(at, at + 1);
            }
            Edit::AddChoice(at) if at < count => self.fields[at].choices.push(DraftChoice::default()),
            Edit::RemoveChoice(at, choice) if at < count && choice < self.fields[at].choices.len() => {
                self.fields[at].choices.remove(choice);
            }
            Edit::Preview
            | Edit::Remove(_)
            | Edit::Up(_)
            | Edit::Down(_)
            | Edit::AddChoice(_)
            | Edit::RemoveChoice(..) => {}
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::read::tests::form;
    use super::*;

    fn keys(draft: &Draft) -> String {
        draft.fields.iter().map(|field| &field.key[..field.key.len().min(2)]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a13_questions_are_added_moved_and_removed() {
        let mut draft = Draft::from(&form());
        draft.fields.truncate(3);
        let steps = [
            ("down.0", "na ac ma"),
            ("up.2", "na ma ac"),
            ("up.0", "na ma ac"),
            ("down.2", "na ma ac"),
            ("remove.1", "na ac"),
            ("remove.7", "na ac"),
            ("down.18446744073709551615", "na ac"),
            ("preview", "na ac"),
            ("add", "na ac "),
        ];
        for (code, expected) in steps {
            draft = draft.edited(code.parse().unwrap());
            assert_eq!(keys(&draft), expected, "{code}");
        }
        let draft = draft.edited(Edit::AddChoice(0)).edited(Edit::RemoveChoice(0, 1));
        assert_eq!(draft.fields[0].choices.len(), 2);
        assert_eq!("remove-choice.2.0".parse(), Ok(Edit::RemoveChoice(2, 0)));
        for code in ["", "remove", "remove.x", "add.1", "remove.-1"] {
            assert_eq!(code.parse::<Edit>(), Err(Flaw::NoSuchChoice), "{code}");
        }
    }
}
