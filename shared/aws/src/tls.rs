//! Whom the SDK trusts to be AWS.

use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_runtime_api::client::http::SharedHttpClient;

/// The roots of Amazon Trust Services, to which AWS tells its clients to pin if they pin at all:
/// <https://www.amazontrust.com/repository/>.
const AMAZON_ROOTS: &str = include_str!("amazon_roots.pem");

/// The HTTP client for services of this region, which trusts the roots of Amazon and no others.
///
/// Why: reading the some 140 roots of the system took nine tenths of the instructions of a function's start.
/// In China and the regions that are not connected to the rest, AWS has other roots: there the system's are
/// read, by [`None`].
pub(crate) fn http_client(region: &str) -> Option<SharedHttpClient> {
    if region.starts_with("cn-") || region.contains("-iso") {
        return None;
    }
    let roots = TrustStore::empty().with_pem_certificate(AMAZON_ROOTS);
    let context = TlsContext::builder().with_trust_store(roots).build().ok()?;
    Some(Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(context).build_https())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_aws_has_other_roots_the_systems_are_read() {
        assert!(http_client("eu-west-1").is_some());
        assert!(http_client("us-gov-west-1").is_some());
        assert!(http_client("cn-north-1").is_none());
        assert!(http_client("us-iso-east-1").is_none());
    }
}
