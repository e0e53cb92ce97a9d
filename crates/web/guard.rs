//! What is refused before any page is made, and what every answer is sent with.
//!
//! A page on the loopback is within reach of every site that the reader visits. A site may send
//! forms to it, and may have its own name resolve to 127.0.0.1 (DNS rebinding) so that the browser
//! takes Glane for a part of that site. Hence: the host must be an address, not a name, and nothing
//! is changed for a page of another origin.

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::page;
use crate::trouble::Trouble;

/// The longest path and query, in bytes: a query of the greatest length, percent-encoded, and filters.
const LONGEST_ADDRESS: usize = 48 << 10;

/// What every answer says: nothing comes from elsewhere, nothing goes elsewhere.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
         object-src 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // With `no-referrer`, browsers send forms with the origin `null`.
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "interest-cohort=()"),
];

/// Refuses what is not asked by the reader, and completes what is answered.
pub(crate) async fn guard(State(bound): State<IpAddr>, request: Request, next: Next) -> Response {
    let refusal = refusal(bound, request.method(), request.uri(), request.headers());
    let is_api = request.uri().path().starts_with("/api/");
    let mut response = match refusal {
        None => next.run(request).await,
        Some(trouble) if is_api => page::error::json(&trouble).into_response(),
        Some(trouble) => page::error::html(&trouble).into_response(),
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let cache = response.headers_mut().entry(header::CACHE_CONTROL);
    cache.or_insert(HeaderValue::from_static("no-cache"));
    response
}

fn refusal(bound: IpAddr, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Trouble> {
    let length = uri.path().len() + uri.query().map_or(0, str::len);
    if length > LONGEST_ADDRESS {
        return Some(Trouble::LongAddress);
    }
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let Some(host) = host.filter(|host| is_ours(bound, host)) else { return Some(Trouble::Host) };
    let reads = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    (!reads && !is_from_here(host, headers)).then_some(Trouble::Origin)
}

/// Whether `host`, with or without a port, is this machine rather than a name that resolves to it.
fn is_ours(bound: IpAddr, host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let address: Option<IpAddr> = bare.parse().ok();
    address.is_some_and(|own| own.is_loopback() || own == bound || bound.is_unspecified())
}

/// Whether a form was sent by one of our pages, or by a program that is no browser.
fn is_from_here(host: &str, headers: &HeaderMap) -> bool {
    let said = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = said("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin = said("origin").is_none_or(|origin| origin == format!("http://{host}"));
    site && origin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bound: &str, host: &str, expect: bool) {
        assert_eq!(is_ours(bound.parse().unwrap(), host), expect, "{host}");
    }

    #[test]
    fn only_addresses_of_this_machine_are_hosts() {
        for host in ["127.0.0.1:7878", "localhost:7878", "LOCALHOST", "[::1]:7878", "127.0.0.2"] {
            check("127.0.0.1", host, true);
        }
        for host in [
            "glane.example",
            "glane.example:7878",
            "192.168.1.5:7878",
            "",
            ":",
            "[::1",
            "localhost.example",
        ] {
            check("127.0.0.1", host, false);
        }
    }

    #[test]
    fn an_address_that_is_listened_on_is_a_host_but_no_name_is() {
        check("192.168.1.5", "192.168.1.5:7878", true);
        check("192.168.1.5", "192.168.1.6:7878", false);
        check("0.0.0.0", "192.168.1.6:7878", true);
        check("0.0.0.0", "bureau:7878", false);
    }

    #[test]
    fn forms_of_other_origins_are_told_apart() {
        let from = |headers: &[(&'static str, &str)]| {
            let headers = headers.iter().map(|(name, value)| {
                (HeaderName::from_static(name), HeaderValue::from_str(value).unwrap())
            });
            is_from_here("127.0.0.1:7878", &headers.collect())
        };
        assert!(from(&[]));
        assert!(from(&[("origin", "http://127.0.0.1:7878"), ("sec-fetch-site", "same-origin")]));
        assert!(!from(&[("origin", "http://127.0.0.1:8000"), ("sec-fetch-site", "same-site")]));
        assert!(!from(&[("origin", "null")]));
        assert!(!from(&[("origin", "https://exemple.fr")]));
        assert!(!from(&[("sec-fetch-site", "cross-site")]));
    }
}
