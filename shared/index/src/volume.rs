//! An index of some cases.

use std::path::{Path, PathBuf};

use caseport_domain::id::CaseNumber;
use caseport_domain::search::{Findable, Hit};
use tantivy::collector::TopDocs;
use tantivy::directory::RamDirectory;
use tantivy::directory::error::OpenReadError;
use tantivy::merge_policy::NoMergePolicy;
use tantivy::{
    Directory, Index, IndexSettings, IndexWriter, ReloadPolicy, Searcher, SegmentMeta, TantivyDocument, Term,
};

use crate::error::SearchError;
use crate::highlight::Highlighter;
use crate::packed::{Header, pack, unpack};
use crate::query::Query;
use crate::schema::Fields;
use crate::words::{ANALYZER, analyzer};

/// How many bytes a change may take before it is written: the least that tantivy works with.
const BUDGET: usize = 15_000_000;

/// Where tantivy notes which files are its own.
const MANAGED: &str = ".managed.json";

/// An index of the cases from a number on, in memory.
///
/// It is always of one segment, without deleted documents: what a case no longer says is gone from its bytes.
#[derive(Debug)]
pub struct Volume {
    index: Index,
    directory: RamDirectory,
    fields: Fields,
    from: u64,
    older: Vec<u64>,
}

/// What was found in a volume.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The cases, those first that fit best.
    pub hits: Vec<Hit>,
    /// Whether there are more behind these.
    pub more: bool,
}

impl Volume {
    /// An empty one for the cases from this number on, that others were split off from.
    ///
    /// # Errors
    /// When an index cannot be made.
    pub fn new(from: u64, older: Vec<u64>) -> Result<Self, SearchError> {
        let directory = RamDirectory::create();
        let (schema, fields) = Fields::new();
        let index = Index::create(directory.clone(), schema, IndexSettings::default())?;
        index.tokenizers().register(ANALYZER, analyzer());
        Ok(Self { index, directory, fields, from, older })
    }

    /// The one that was packed into these bytes.
    ///
    /// # Errors
    /// [`SearchError::Unreadable`] when they are none, or of another form.
    pub fn open(bytes: &[u8]) -> Result<Self, SearchError> {
        let (header, files) = unpack(bytes)?;
        let directory = RamDirectory::create();
        for (name, file) in files {
            directory.atomic_write(Path::new(&name), file).map_err(SearchError::unreadable)?;
        }
        let index = Index::open(directory.clone()).map_err(SearchError::unreadable)?;
        let (schema, fields) = Fields::new();
        if index.schema() != schema {
            return Err(SearchError::unreadable("it has other fields"));
        }
        index.tokenizers().register(ANALYZER, analyzer());
        Ok(Self { index, directory, fields, from: header.from, older: header.older })
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn pack(&self) -> Result<Vec<u8>, SearchError> {
        let mut paths: Vec<PathBuf> = self.index.directory().list_managed_files().into_iter().collect();
        paths.push(MANAGED.into());
        paths.sort_unstable();
        let mut header = Header { from: self.from, older: self.older.clone(), files: Vec::new() };
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            let file = match self.directory.atomic_read(&path) {
                Ok(file) => file,
                Err(OpenReadError::FileDoesNotExist(_)) => continue,
                Err(error) => return Err(SearchError::unreadable(error)),
            };
            header.files.push((path.display().to_string(), file.len()));
            files.push(file);
        }
        pack(&header, &files)
    }

    /// The lowest number that belongs here.
    #[must_use]
    pub const fn from(&self) -> u64 {
        self.from
    }

    /// The lowest numbers of the volumes that were split off, in their order.
    #[must_use]
    pub fn older(&self) -> &[u64] {
        &self.older
    }

    /// The volume that a case of this number belongs to: none for this one, else by its lowest number.
    #[must_use]
    pub fn place(&self, number: CaseNumber) -> Option<u64> {
        if number.0 >= self.from {
            return None;
        }
        self.older.iter().copied().rfind(|from| *from <= number.0)
    }

    /// How many cases it has.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn cases(&self) -> Result<u64, SearchError> {
        Ok(self.searcher()?.num_docs())
    }

    /// Brings these cases to what they are now, and forgets those that are gone.
    ///
    /// # Errors
    /// When it cannot be changed.
    pub fn update(&self, cases: &[Findable], gone: &[CaseNumber]) -> Result<(), SearchError> {
        let mut writer: IndexWriter = self.index.writer_with_num_threads(1, BUDGET)?;
        // One merge, below, is all there is to it.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let forget = |number: CaseNumber| Term::from_field_u64(self.fields.number, number.0);
        for number in gone {
            writer.delete_term(forget(*number));
        }
        for case in cases {
            writer.delete_term(forget(case.number));
            writer.add_document(self.fields.document(case))?;
        }
        writer.commit()?;
        let segments: Vec<_> = {
            let metas = self.index.searchable_segment_metas()?;
            let is_whole = metas.len() == 1 && !metas.iter().any(SegmentMeta::has_deletes);
            if is_whole { Vec::new() } else { metas.iter().map(SegmentMeta::id).collect() }
        };
        if !segments.is_empty() {
            writer.merge(&segments).wait()?;
        }
        writer.garbage_collect_files().wait()?;
        writer.wait_merging_threads()?;
        Ok(())
    }

    /// Splits the lower half of its cases off, by number, and keeps the upper one: the lower half as a volume of its own.
    /// None if it has too few.
    ///
    /// # Errors
    /// When it cannot be read or changed.
    pub fn split(&mut self) -> Result<Option<Self>, SearchError> {
        let mut cases = self.all()?;
        if cases.len() < 2 {
            return Ok(None);
        }
        cases.sort_by_key(|case| case.number);
        cases.truncate(cases.len().div_ceil(2));
        let numbers: Vec<CaseNumber> = cases.iter().map(|case| case.number).collect();
        let lower = Self::new(self.from, Vec::new())?;
        lower.update(&cases, &[])?;
        self.update(&[], &numbers)?;
        self.older.push(self.from);
        self.from = numbers.last().map_or(self.from, |last| last.0 + 1);
        Ok(Some(lower))
    }

    /// The cases that have all that is looked for: so many, behind as many others.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn find(&self, query: &Query, behind: usize, most: usize) -> Result<Found, SearchError> {
        let searcher = self.searcher()?;
        let top = TopDocs::with_limit(most + 1).and_offset(behind).order_by_score();
        let found = searcher.search(&query.build(&self.fields), &top)?;
        let highlighter = Highlighter::new(query, &self.fields);
        let more = found.len() > most;
        let mut hits = Vec::with_capacity(found.len());
        for (_, address) in found.into_iter().take(most) {
            let document: TantivyDocument = searcher.doc(address)?;
            if let Some(case) = self.fields.case(&document) {
                hits.push(Hit { number: case.number, found: highlighter.highlights(&case) });
            }
        }
        Ok(Found { hits, more })
    }

    fn all(&self) -> Result<Vec<Findable>, SearchError> {
        let searcher = self.searcher()?;
        let mut cases = Vec::new();
        for (segment, reader) in (0..).zip(searcher.segment_readers()) {
            for document in reader.doc_ids_alive() {
                let document: TantivyDocument = searcher.doc(tantivy::DocAddress::new(segment, document))?;
                cases.extend(self.fields.case(&document));
            }
        }
        Ok(cases)
    }

    fn searcher(&self) -> Result<Searcher, SearchError> {
        let reader = self.index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(reader.searcher())
    }
}
