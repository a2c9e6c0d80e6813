//! The editor's form, as it was sent.

use caseport_domain::form::{Draft, Edit, Paths};
use caseport_domain::id::FormId;
use caseport_domain::input::{Flaw, Flaws};
use caseport_web::{Failure, Request};

/// The editor's form, as it was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The form as it is typed.
    pub draft: Draft,
    /// The version it was made from; none for a new form.
    pub version: Option<u32>,
    /// What one of the editor's buttons does to it; none to save it.
    pub edit: Option<Edit>,
}

impl Sent {
    /// The form that a request carries. A change of the form `of` says the version it was made from, and cannot name
    /// another.
    pub fn read(request: &Request, of: Option<&FormId>, flaws: &mut Flaws) -> Result<Self, Failure> {
        let Paths(typed) = request.input()?;
        let edit = match typed.get("do") {
            "" => None,
            code => flaws.take("do", code.parse()),
        };
        let version = of.map(|_| version(typed.get("version")));
        let own = if of.is_some() { typed.without("do").without("version") } else { typed.without("do") };
        let mut found = Flaws::default();
        let mut draft = Draft::of(&own, &mut found);
        for (name, flaw) in found.iter() {
            let flaw = match flaw {
                Flaw::NoSuchField { .. } if !name.contains('/') => {
                    Flaw::NoSuchField { accepted: accepted(of) }
                }
                flaw => flaw.clone(),
            };
            flaws.add(name, flaw);
        }
        let version = version.and_then(|version| flaws.take("version", version));
        if let Some(of) = of {
            if !draft.id.is_empty() && draft.id != of.as_str() {
                flaws.add("id", Flaw::Fixed);
            }
            draft.id = of.to_string();
        }
        Ok(Self { draft, version, edit })
    }
}

/// The fields there are.
fn accepted(of: Option<&FormId>) -> Vec<String> {
    let own = Draft::NAMES.into_iter().chain(["do"]).chain(of.map(|_| "version"));
    own.map(str::to_owned).collect()
}

fn version(text: &str) -> Result<u32, Flaw> {
    match text {
        "" => Err(Flaw::Required),
        text => text.parse().map_err(|_| Flaw::WrongType),
    }
}
