//! The fields of an index.

use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::search::Findable;
use tantivy::TantivyDocument;
use tantivy::schema::{
    Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value,
};

use crate::words::ANALYZER;

/// The fields of an index.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    pub(crate) number: Field,
    pub(crate) people: Field,
    pub(crate) company: Field,
    pub(crate) reference: Field,
    pub(crate) title: Field,
    pub(crate) files: Field,
    pub(crate) text: Field,
    /// The number again, to be found among the words.
    digits: Field,
}

impl Fields {
    /// The fields, and the schema that they are of: always the same, so that a field of one volume is that of another.
    pub(crate) fn new() -> (Schema, Self) {
        // Places are not kept: nothing is looked for by how words follow each other.
        let words = TextFieldIndexing::default()
            .set_tokenizer(ANALYZER)
            .set_index_option(IndexRecordOption::WithFreqs);
        let words = TextOptions::default().set_indexing_options(words);
        let shown = words.clone().set_stored();
        let mut schema = Schema::builder();
        let fields = Self {
            number: schema.add_u64_field("number", INDEXED | STORED),
            people: schema.add_text_field("people", STRING | STORED),
            company: schema.add_text_field("company", shown.clone()),
            reference: schema.add_text_field("reference", shown.clone()),
            title: schema.add_text_field("title", shown.clone()),
            files: schema.add_text_field("files", shown.clone()),
            text: schema.add_text_field("text", shown),
            digits: schema.add_text_field("digits", words),
        };
        (schema.build(), fields)
    }

    /// Where words are looked for, and how much finding one there says.
    pub(crate) const fn weights(&self) -> [(Field, f32); 6] {
        [
            (self.digits, 8.0),
            (self.reference, 6.0),
            (self.title, 4.0),
            (self.files, 2.0),
            (self.company, 1.0),
            (self.text, 1.0),
        ]
    }

    /// A case as an index keeps it.
    pub(crate) fn document(&self, case: &Findable) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_u64(self.number, case.number.0);
        document.add_text(self.digits, case.number.to_string());
        document.add_text(self.title, &case.title);
        document.add_text(self.text, &case.text);
        for person in &case.people {
            document.add_text(self.people, person.as_str());
        }
        for file in &case.files {
            document.add_text(self.files, file);
        }
        for (field, value) in [(self.company, &case.company), (self.reference, &case.reference)] {
            if let Some(value) = value {
                document.add_text(field, value);
            }
        }
        document
    }

    /// The case that an index keeps so; none if it has no number.
    pub(crate) fn case(&self, document: &TantivyDocument) -> Option<Findable> {
        let texts = |field| document.get_all(field).filter_map(|value| value.as_str().map(str::to_owned));
        Some(Findable {
            number: CaseNumber(document.get_first(self.number)?.as_u64()?),
            people: texts(self.people).filter_map(|id| id.parse::<UserId>().ok()).collect(),
            company: texts(self.company).next(),
            reference: texts(self.reference).next(),
            title: texts(self.title).next().unwrap_or_default(),
            files: texts(self.files).collect(),
            text: texts(self.text).next().unwrap_or_default(),
        })
    }
}
