//! What a route is.

use crate::need::Need;
use crate::routes::ROUTES;

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Commands.
    Post,
    /// Any method, for the addresses that pass a request on and for what is not found.
    Any,
}

impl Method {
    /// As written in HTTP and in an API Gateway route key.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Any => "ANY",
        }
    }
}

/// Who may call a route at all; what they may do there is the policy's to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Everybody.
    Anyone,
    /// A contact of a customer or an engineer.
    SignedIn,
    /// A contact of a customer.
    Customer,
    /// An engineer of the vendor.
    Engineer,
}

/// An address of the portal and the function behind it.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// Name of the binary and of the function: `<area>-<verb>`.
    pub name: &'static str,
    /// Its method.
    pub method: Method,
    /// Its path, parameters in braces as API Gateway writes them.
    pub path: &'static str,
    /// Who may call it.
    pub who: Who,
    /// What it may touch.
    pub needs: &'static [Need],
    /// What it does, in one sentence: the OpenAPI summary.
    pub summary: &'static str,
}

pub(crate) const fn get(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Get, path, who, needs, summary }
}

pub(crate) const fn post(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Post, path, who, needs, summary }
}

pub(crate) const fn any(
    name: &'static str,
    path: &'static str,
    who: Who,
    needs: &'static [Need],
    summary: &'static str,
) -> Route {
    Route { name, method: Method::Any, path, who, needs, summary }
}

impl Route {
    /// The path of the route that answers what no other does.
    pub const DEFAULT: &str = "$default";
    /// The address behind the link of a mail that turns off the mails about its case. A `POST` there is made by mail programs,
    /// which know no token of ours: the link itself says that it is meant (RFC 8058).
    pub const UNSUBSCRIBE: &str = "/unsubscribe";

    /// The address behind the link by which somebody outside confirms that they want to follow a case.
    pub const FOLLOW: &str = "/follow";

    /// As API Gateway calls it: method and path.
    #[must_use]
    pub fn key(&self) -> String {
        match self.path {
            Self::DEFAULT => Self::DEFAULT.to_owned(),
            path => format!("{} {path}", self.method.as_str()),
        }
    }

    /// The route of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        ROUTES.iter().find(|route| route.name == name)
    }

    /// The value of a parameter in a path of this route.
    #[must_use]
    pub fn parameter<'a>(&self, path: &'a str, name: &str) -> Option<&'a str> {
        let place = self
            .path
            .split('/')
            .position(|part| part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) == Some(name))?;
        path.split('/').nth(place).filter(|value| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::need::{Access, ObjectAccess};

    /// Least privilege: a `GET` writes nothing, and so may not. But the page to register on stores the puzzle it asks.
    #[test]
    fn who_only_reads_may_not_write() {
        let writes = |need: &Need| match need {
            Need::Items(_, accesses) => {
                accesses.iter().any(|access| matches!(access, Access::Delete | Access::Put | Access::Update))
            }
            Need::Objects(access) | Need::Archives(access) | Need::Indexes(access) => {
                matches!(access, ObjectAccess::Delete | ObjectAccess::Put)
            }
            Need::Send(_) | Need::Mail => true,
            Need::Query(_) | Need::CursorKey | Need::SigningKey => false,
        };
        let reading = ROUTES.iter().filter(|route| route.method == Method::Get);
        let writing = reading.filter(|route| route.needs.iter().any(writes)).map(|route| route.name);
        assert_eq!(writing.collect::<Vec<_>>(), ["accounts-register-page"]);
    }

    #[test]
    fn a_parameter_is_found_by_its_place() {
        let route = Route::named("attachments-download").unwrap();
        assert_eq!(route.parameter("/cases/20601/attachments/abc", "upload"), Some("abc"));
        assert_eq!(route.parameter("/cases/20601/attachments/", "upload"), None);
        assert_eq!(route.parameter("/cases/20601/attachments/abc", "other"), None);
    }

    #[test]
    fn names_and_addresses_are_each_given_once() {
        for (n, route) in ROUTES.iter().enumerate() {
            for other in &ROUTES[n + 1..] {
                assert_ne!(route.name, other.name);
                assert_ne!((route.method, route.path), (other.method, other.path));
            }
        }
    }
}
