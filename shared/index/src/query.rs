//! What is looked for.

use std::collections::BTreeSet;

use caseport_domain::id::UserId;
use caseport_domain::search::plain;
use tantivy::Term;
use tantivy::query::{BooleanQuery, BoostQuery, ConstScoreQuery, Occur, TermQuery};
use tantivy::schema::IndexRecordOption;

use crate::schema::Fields;
use crate::words::forms;

/// Words that a case must all have, wherever in it, each in some form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: BTreeSet<BTreeSet<String>>,
    only: Option<String>,
}

impl Query {
    /// What somebody typed; none if there is no word in it. It has no syntax: whatever stands between words only parts them
    /// (attack class X8). Of cases that not this person reported or follows, none is found if one is given.
    #[must_use]
    pub fn new(typed: &str, only: Option<&UserId>) -> Option<Self> {
        let words = forms(&plain(typed));
        let only = only.map(|id| id.as_str().to_owned());
        (!words.is_empty()).then_some(Self { words, only })
    }

    /// All forms of all words.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &String> {
        self.words.iter().flatten()
    }

    /// The query for an index with these fields.
    pub(crate) fn build(&self, fields: &Fields) -> BooleanQuery {
        let words = self.words.iter().map(|forms| (Occur::Must, word(forms, fields)));
        let only = self.only.as_ref().map(|id| {
            let term = Term::from_field_text(fields.people, id);
            let theirs = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
            // Whose a case is says nothing of how well it fits.
            (Occur::Must, Box::new(ConstScoreQuery::new(theirs, 0.0)) as Box<dyn tantivy::query::Query>)
        });
        BooleanQuery::new(words.chain(only).collect())
    }
}

/// Any of these forms in any field.
fn word(forms: &BTreeSet<String>, fields: &Fields) -> Box<dyn tantivy::query::Query> {
    let mut places: Vec<Box<dyn tantivy::query::Query>> = Vec::new();
    for (field, weight) in fields.weights() {
        for form in forms {
            let term = TermQuery::new(Term::from_field_text(field, form), IndexRecordOption::WithFreqs);
            places.push(Box::new(BoostQuery::new(Box::new(term), weight)));
        }
    }
    Box::new(BooleanQuery::union(places))
}
