//! The few signs of the interface, drawn; all of them stand beside words.

use maud::{Markup, PreEscaped, html};

/// The ear of wheat.
pub(crate) fn ear() -> Markup {
    html! {
        svg viewBox="0 0 24 34" fill="none" stroke="currentColor" stroke-width="2"
            stroke-linecap="round" aria-hidden="true" focusable="false" {
            path d="M12 33V10" {}
            path d="M12 9c-2.2-2-2.2-5 0-7.5c2.2 2.5 2.2 5.5 0 7.5z" fill="currentColor" {}
            path d=(PreEscaped(
                "M11 17c-4-.3-6-2.5-6-6c3.6.3 5.8 2.5 6 6zM13 17c4-.3 6-2.5 6-6c-3.6.3-5.8 2.5-6 6z\
                 M11 24.5c-4-.3-6-2.5-6-6c3.6.3 5.8 2.5 6 6zM13 24.5c4-.3 6-2.5 6-6c-3.6.3-5.8 2.5-6 6z"
            )) fill="currentColor" stroke="none" {}
        }
    }
}

/// What takes away.
pub(crate) fn cross() -> Markup {
    drawn(12, "", "M1.5 1.5l9 9M10.5 1.5l-9 9")
}

/// Towards the top.
pub(crate) fn up() -> Markup {
    drawn(16, "", "M8 14V2M3 7l5-5l5 5")
}

/// Towards the end.
pub(crate) fn down() -> Markup {
    drawn(16, "", "M8 2v12M3 9l5 5l5-5")
}

/// What adds; shown where nothing is added yet.
pub(crate) fn plus() -> Markup {
    drawn(16, "i-plus", "M8 2v12M2 8h12")
}

/// What is there already.
pub(crate) fn check() -> Markup {
    drawn(16, "i-coche", "M2.5 8.5l3.5 3.5l7.5-8")
}

fn drawn(side: u8, class: &str, path: &str) -> Markup {
    html! {
        svg class=[(!class.is_empty()).then_some(class)] viewBox={ "0 0 " (side) " " (side) }
            fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"
            stroke-linejoin="round" aria-hidden="true" focusable="false" {
            path d=(path) {}
        }
    }
}
