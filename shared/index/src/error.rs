//! What can go wrong with an index.

/// What can go wrong with an index. For logs, never for a response.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The bytes are no index, or one of another form than this program makes.
    #[error("the bytes are no index of this form: {0}")]
    Unreadable(String),
    /// The index cannot be searched or changed.
    #[error(transparent)]
    Index(#[from] tantivy::TantivyError),
}

impl SearchError {
    /// What makes bytes unreadable.
    pub(crate) fn unreadable(cause: impl std::fmt::Display) -> Self {
        Self::Unreadable(cause.to_string())
    }
}
