//! A function's settings: its environment variables, which the template gives it.

/// A setting that is not there.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the environment variable {0} is not set; the template sets it for every function that reads it")]
pub struct Missing(pub &'static str);

/// The value of a setting.
///
/// # Errors
/// [`Missing`] if it is unset or empty.
pub fn setting(name: &'static str) -> Result<String, Missing> {
    std::env::var(name).ok().filter(|value| !value.is_empty()).ok_or(Missing(name))
}
