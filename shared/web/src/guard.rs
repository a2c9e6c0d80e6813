//! The check that an unsafe request was meant by the person whose cookies it carries.

use lambda_http::http::header::{CONTENT_TYPE, HeaderMap, ORIGIN};

use crate::cookies::{ACCESS, CSRF, REFRESH, cookie};
use crate::portal::Portal;

/// What the check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// The request was meant, or cannot have come from another site.
    Yes,
    /// It comes from the portal's own page, whose token is of another time: the person is asked again.
    Perhaps,
    /// It comes from another site.
    No,
}

/// Whether the request needs no check, or passes it: the Origin is the portal's own and the token, sent as a
/// form field or as `X-CSRF-Token`, is the one in the `__Host-` cookie.
///
/// A request with a bearer token, or in JSON without our cookies, is no browser form: another site cannot make
/// a browser send it without asking first.
pub(crate) fn is_meant(portal: &Portal, headers: &HeaderMap, field: Option<&str>) -> Meant {
    let cookies = cookie(headers, ACCESS).is_some() || cookie(headers, REFRESH).is_some();
    let json = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("application/json"));
    if json && !cookies {
        return Meant::Yes;
    }
    let origin = headers.get(ORIGIN).and_then(|value| value.to_str().ok());
    let header = headers.get("x-csrf-token").and_then(|value| value.to_str().ok());
    let token = header.or(field).unwrap_or_default();
    let expected = cookie(headers, CSRF).unwrap_or_default();
    if origin != Some(&portal.origin) {
        Meant::No
    } else if expected.len() >= 20 && same(token, expected) {
        Meant::Yes
    } else {
        Meant::Perhaps
    }
}

/// Whether two texts are the same, in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    let differs = a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    a.len() == b.len() && differs == 0
}
