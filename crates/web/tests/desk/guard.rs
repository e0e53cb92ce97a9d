//! What is refused, and what every answer says.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::shelf::{Desk, request};

#[test]
fn a_name_that_resolves_to_this_machine_is_refused() {
    let desk = Desk::new();
    for host in ["glane.example:7878", "127.0.0.1.example.fr", "192.168.0.9:7878"] {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        let answered = desk.send(request);
        assert_eq!(answered.status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(!answered.body.contains("Rencontres"), "{host}");
    }
    let without = Request::get("/").body(Body::empty()).unwrap();
    assert_eq!(desk.send(without).status, StatusCode::MISDIRECTED_REQUEST);
    for host in ["localhost:7878", "[::1]:7878", "127.0.0.1"] {
        let request = Request::get("/").header("host", host).body(Body::empty()).unwrap();
        assert_eq!(desk.send(request).status, StatusCode::OK, "{host}");
    }
}

#[test]
fn every_answer_is_sent_with_a_strict_policy_and_no_cookie() {
    let desk = Desk::new();
    for path in ["/", "/recherche?q=guichet", "/nulle-part", "/statique/style.css"] {
        let headers = desk.get(path).headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'self';"), "{path}");
        assert!(!policy.contains("unsafe"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert!(!headers.contains_key("set-cookie"), "{path}");
    }
}

#[test]
fn a_form_of_another_origin_is_refused_before_anything_else() {
    let desk = Desk::new();
    let send = |headers: &[(&str, &str)]| {
        let mut request = request("POST", "/recherche");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        desk.send(request.body(Body::from("q=guichet")).unwrap()).status
    };
    assert_eq!(send(&[("origin", "https://exemple.fr")]), StatusCode::FORBIDDEN);
    assert_eq!(send(&[("origin", "null")]), StatusCode::FORBIDDEN);
    assert_eq!(send(&[("sec-fetch-site", "cross-site")]), StatusCode::FORBIDDEN);
    let own = [("origin", "http://127.0.0.1:7878"), ("sec-fetch-site", "same-origin")];
    assert_eq!(send(&own), StatusCode::METHOD_NOT_ALLOWED);
}

#[test]
fn methods_and_addresses_have_their_statuses() {
    let desk = Desk::new();
    let head = desk.send(request("HEAD", "/recherche?q=guichet").body(Body::empty()).unwrap());
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    let delete = desk.send(request("DELETE", "/aide").body(Body::empty()).unwrap());
    assert_eq!(delete.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(delete.headers.contains_key("allow"));
    for (path, status) in [
        ("/nulle-part", StatusCode::NOT_FOUND),
        ("/atelier/2019%2Frencontres.txt%23atelier-7", StatusCode::NOT_FOUND),
        ("/atelier/%ff", StatusCode::NOT_FOUND),
        ("/document/absent.txt", StatusCode::NOT_FOUND),
        ("/document/..%2F..%2Fetc%2Fpasswd", StatusCode::NOT_FOUND),
        ("/statique/..%2Flib.rs", StatusCode::NOT_FOUND),
        ("/recherche?type=go%C3%BBter", StatusCode::BAD_REQUEST),
    ] {
        let answered = desk.get(path);
        assert_eq!(answered.status, status, "{path}");
        assert!(answered.body.contains("<html lang=\"fr\">"), "{path}");
    }
}

#[test]
fn what_is_too_long_is_refused() {
    let desk = Desk::new();
    let long = desk.get(&format!("/recherche?q={}", "a".repeat(2_001)));
    assert_eq!(long.status, StatusCode::BAD_REQUEST);
    let longer = desk.get(&format!("/recherche?q={}", "a".repeat(50_000)));
    assert_eq!(longer.status, StatusCode::URI_TOO_LONG);
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let desk = Desk::new();
    let first = desk.get("/statique/style.css");
    let tag = first.headers["etag"].clone();
    let request = request("GET", "/statique/style.css").header("if-none-match", tag);
    let again = desk.send(request.body(Body::empty()).unwrap());
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
}
