//! Generations that come and go while pages are served.
#![expect(clippy::disallowed_methods, reason = "a test takes away what an interrupted run leaves")]

use axum::http::StatusCode;

use crate::shelf::{Desk, hostile, proceedings, publish};

#[test]
fn a_new_generation_is_shown_without_a_restart() {
    let desk = Desk::without_index();
    publish(desk.folder.path(), &[proceedings()]);
    assert!(desk.page("/documents").contains("1 document"));
    publish(desk.folder.path(), &[proceedings(), hostile()]);
    assert!(desk.page("/documents").contains("2 documents"));
    assert!(desk.page("/recherche?q=piège").contains("1 section"));
}

#[test]
fn an_index_that_is_not_there_is_told_until_it_is() {
    let desk = Desk::without_index();
    let absent = desk.get("/recherche?q=guichet");
    assert_eq!(absent.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(absent.body.contains("Glane ne trouve pas son index"));
    publish(desk.folder.path(), &[proceedings()]);
    desk.page("/recherche?q=guichet");
}

#[test]
fn an_index_that_is_being_written_is_to_be_waited_for() {
    let desk = Desk::without_index();
    publish(desk.folder.path(), &[proceedings()]);
    std::fs::remove_file(desk.folder.path().join("index/CURRENT")).unwrap();
    let busy = desk.get("/recherche?q=guichet");
    assert_eq!(busy.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(busy.headers["retry-after"], "10");
    assert!(busy.body.contains("en cours de mise à jour"));
    assert!(busy.body.contains("<noscript><meta http-equiv=\"refresh\""), "{}", busy.body);
    // What was asked is kept.
    assert!(busy.body.contains("value=\"guichet\"") && busy.body.contains("<b>guichet</b>"));
    // Only what comes by itself is waited for.
    let absent = Desk::without_index().get("/recherche?q=guichet").body;
    assert!(!absent.contains("http-equiv"), "{absent}");
}
