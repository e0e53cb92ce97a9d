//! Panics as values: where they were raised, and what they said.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    /// The last panic of a reading; `None` outside one, where panics are the test's own.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What `read` gives, or where it panics and with which words.
pub(crate) fn caught<T>(read: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(note_panics);
    LAST.set(Some(String::new()));
    let result = catch_unwind(AssertUnwindSafe(read));
    let last = LAST.take().unwrap_or_default();
    result.map_err(|_| last)
}

/// Keeps the panics of readings, and lets the others be printed.
fn note_panics() {
    let print = take_hook();
    set_hook(Box::new(move |panic| {
        let reading = LAST.with_borrow_mut(|last| last.as_mut().map(|last| *last = told(panic)));
        if reading.is_none() {
            print(panic);
        }
    }));
}

fn told(panic: &PanicHookInfo<'_>) -> String {
    let place = panic
        .location()
        .map_or("nowhere".to_owned(), |place| format!("{}, line {}", place.file(), place.line()));
    format!("panic in {place}: {}", panic.payload_as_str().unwrap_or("no message"))
}
