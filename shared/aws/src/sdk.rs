//! The SDK's configuration.

use aws_config::environment::EnvironmentVariableCredentialsProvider;
use aws_config::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_config::{AppName, BehaviorVersion, Region, SdkConfig};

use crate::settings::setting;
use crate::tls;

/// The configuration every client starts from: region and credentials as Lambda gives them by environment
/// variables. Every call names the function in its user agent, as `CloudTrail` and local tools show it.
///
/// Why not `aws_config::load_defaults`: in a function the answer is always in the environment, and the chain
/// of files and services it would ask first costs a cold start milliseconds and the binary a megabyte.
///
/// Why no protection against stalled streams: it gives up after twenty seconds, and a function that answers has ten
/// to live; a worker that hangs is ended after its minute or five and its queue tries again. It sets a timer for every call, and
/// setting one wakes the runtime once more.
#[must_use]
pub fn sdk_config() -> SdkConfig {
    let region = setting("AWS_REGION").unwrap_or_else(|_| "eu-west-1".to_owned());
    let credentials = EnvironmentVariableCredentialsProvider::new();
    let mut config = SdkConfig::builder()
        .behavior_version(BehaviorVersion::v2026_01_12())
        .region(Region::new(region.clone()))
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .credentials_provider(aws_credential_types::provider::SharedCredentialsProvider::new(credentials));
    config.set_http_client(tls::http_client(&region));
    config.set_app_name(setting("AWS_LAMBDA_FUNCTION_NAME").ok().and_then(|name| AppName::new(name).ok()));
    match setting("AWS_ENDPOINT_URL") {
        Ok(endpoint) => config.endpoint_url(endpoint).build(),
        Err(_) => config.build(),
    }
}
