//! The indexes as readers find them.

use std::sync::{Arc, Mutex, PoisonError};

use caseport_aws::{Missing, SdkConfig};
use caseport_domain::search::{Hit, Readers};
use caseport_files::{FilesError, Read, Storage};
use caseport_index::{Query, SearchError, Volume};
use caseport_keys as keys;
use caseport_store::{CursorKey, Store};

use crate::place::Place;

/// How many bytes of volumes a process keeps, of what it looked through last.
const KEPT: usize = 48 << 20;

/// How many volumes are looked through for a page.
const LOOK: usize = 8;

/// The table, the indexes that this process has read, and what signs where a search goes on.
#[derive(Debug)]
pub struct Library {
    pub(crate) store: Store,
    pub(crate) key: CursorKey,
    storage: Storage,
    /// Those looked through last are behind.
    kept: Mutex<Vec<Kept>>,
}

#[derive(Clone, Debug)]
struct Kept {
    key: String,
    tag: String,
    size: usize,
    volume: Arc<Volume>,
}

/// Why nothing can be looked for.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotFound {
    /// The bucket failed.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// An index cannot be searched.
    #[error(transparent)]
    Index(#[from] SearchError),
}

impl Library {
    /// The indexes of the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE`, `BUCKET` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        let (store, storage) = (Store::new(config)?, Storage::new(config)?);
        Ok(Self { store, key: CursorKey::from_settings()?, storage, kept: Mutex::default() })
    }

    /// A page of the cases that are found, of so many at most, and where it goes on. Volumes of newer cases come first; in
    /// each, what fits best. A `GetObject` for the newest volume, and one for each older one that it takes to fill the page:
    /// eight at most.
    pub(crate) async fn find(
        &self,
        readers: &Readers,
        query: &Query,
        from: Option<Place>,
        most: usize,
    ) -> Result<(Vec<Hit>, Option<Place>), NotFound> {
        let Some(newest) = self.volume(readers, None).await? else { return Ok((Vec::new(), None)) };
        let volumes = std::iter::once(newest.from()).chain(newest.older().iter().rev().copied());
        let volumes = volumes.skip_while(|volume| from.is_some_and(|place| place.volume != *volume));
        let mut behind = from.map_or(0, |place| place.behind);
        let mut hits = Vec::new();
        for (looked, number) in volumes.enumerate() {
            if hits.len() == most || looked == LOOK {
                return Ok((hits, Some(Place { volume: number, behind: 0 })));
            }
            let volume = if number == newest.from() {
                Some(Arc::clone(&newest))
            } else {
                self.volume(readers, Some(number)).await?
            };
            let Some(volume) = volume else { continue };
            let found = volume.find(query, behind, most - hits.len())?;
            behind += found.hits.len();
            hits.extend(found.hits);
            if found.more {
                return Ok((hits, Some(Place { volume: number, behind })));
            }
            behind = 0;
        }
        Ok((hits, None))
    }

    /// A volume as it is now, if it is there: read only if it is another than this process keeps. One `GetObject`.
    async fn volume(&self, readers: &Readers, from: Option<u64>) -> Result<Option<Arc<Volume>>, FilesError> {
        let key = keys::search_volume(readers, from);
        let known = self.take(&key);
        let read = self.storage.read(&key, known.as_ref().map(|kept| kept.tag.as_str())).await?;
        let now = match (read, known) {
            (Read::Unchanged, Some(known)) => known,
            (Read::Is(whole), _) => match Volume::open(&whole.bytes) {
                Ok(volume) => Kept { key, tag: whole.tag, size: whole.bytes.len(), volume: Arc::new(volume) },
                // It is made anew by the next change, or by a command: until then nothing is found.
                Err(error) => {
                    tracing::error!(key, cause = %error, "an index cannot be read");
                    return Ok(None);
                }
            },
            (Read::Unchanged | Read::Missing, _) => return Ok(None),
        };
        let volume = Arc::clone(&now.volume);
        self.keep(now);
        Ok(Some(volume))
    }

    /// What is kept of an object, which then is kept no more.
    fn take(&self, key: &str) -> Option<Kept> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|kept| kept.key == key)?;
        Some(kept.remove(at))
    }

    fn keep(&self, now: Kept) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(now);
        while kept.len() > 1 && kept.iter().map(|kept| kept.size).sum::<usize>() > KEPT {
            kept.remove(0);
        }
    }
}
