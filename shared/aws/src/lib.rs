//! What a function gets from its surroundings.

mod clock;
mod random;
mod sdk;
mod settings;
mod tls;

pub use aws_config::SdkConfig;
pub use clock::Clock;
pub use random::Random;
pub use sdk::sdk_config;
pub use settings::{Missing, setting};
