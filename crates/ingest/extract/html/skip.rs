//! What of a page is its text, and what is menus, scripts and forms.

use crate::extract::tree::{Child, Element};

/// Elements whose content nobody reads as text.
const SKIPPED: [&str; 26] = [
    "applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "head", "iframe",
    "input", "link", "map", "math", "meta", "nav", "noscript", "object", "progress", "rp", "rt",
    "script", "select", "style", "svg", "template", "textarea",
];

/// Roles of what is about the site rather than the page.
const SITE_ROLES: [&str; 8] =
    ["navigation", "banner", "search", "contentinfo", "menu", "menubar", "dialog", "alertdialog"];

/// How long a form is whose text is more than its labels, in bytes: some sites put all in one.
const LONG_FORM: usize = 600;

/// How long a text is that pages show on demand, in bytes: what is hidden for good is shorter.
const LONG_HIDDEN: usize = 600;

/// How long a text is that scripts may show, in bytes, where the page has little else.
const LEAST_SHOWN: usize = 200;

/// What leaves elements of a page out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Skip {
    /// How much text the whole page holds, what is hidden included, in bytes.
    page: usize,
}

impl Skip {
    /// What leaves elements out of the page that `root` is.
    pub(super) fn of(root: Element<'_>) -> Skip {
        Skip { page: length(root) }
    }

    /// Whether an element is left out.
    pub(super) fn skips(self, element: Element<'_>) -> bool {
        is_skipped(element) || is_hidden(element) && self.stays_hidden(element)
    }

    /// Whether nobody is meant to read what is hidden: pages show what is long, or most of their text,
    /// once somebody asks for it.
    fn stays_hidden(self, hidden: Element<'_>) -> bool {
        let length = length(hidden);
        let most = length >= LEAST_SHOWN && 2 * length > self.page;
        length < LONG_HIDDEN && !most
    }
}

/// Whether an element is left out wherever it stands.
fn is_skipped(element: Element<'_>) -> bool {
    let name = element.name();
    SKIPPED.contains(&name)
        || element.attribute("aria-hidden") == Some("true")
        || element.attribute("role").is_some_and(|role| SITE_ROLES.contains(&role))
        || name == "video"
        || name == "form" && length(element) < LONG_FORM && asks(element)
        || name == "header" && element.descendant("h1").is_none()
        || name == "footer"
        // What an office suite makes of the heads and feet of pages.
        || name == "div" && matches!(element.attribute("title"), Some("header" | "footer"))
}

/// Whether something is to be typed or chosen.
fn asks(form: Element<'_>) -> bool {
    ["input", "select", "textarea", "button"].iter().any(|name| form.descendant(name).is_some())
}

fn is_hidden(element: Element<'_>) -> bool {
    let style = |style: &str| {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    element.attribute("hidden").is_some() || element.attribute("style").is_some_and(style)
}

/// The element that clearly holds the text of a page: its main content, else its only article,
/// where the rest is shorter; else the page.
pub(super) fn main_content(root: Element<'_>) -> Element<'_> {
    let whole = length(root);
    let mut found = Vec::new();
    collect(root, &mut found);
    let is_main = |element: &&Element<'_>| {
        element.name() == "main" || element.attribute("role") == Some("main")
    };
    let main = found.iter().find(is_main).copied();
    let article = || match &found[..] {
        [only] => Some(*only),
        _ => None,
    };
    let held = main.or_else(article);
    held.filter(|held| length(*held) * 3 > whole * 2).unwrap_or(root)
}

/// Adds what claims to be the content of a page, the outermost only.
fn collect<'t>(element: Element<'t>, found: &mut Vec<Element<'t>>) {
    for inner in element.elements() {
        let main = inner.name() == "main" || inner.attribute("role") == Some("main");
        if main || inner.name() == "article" {
            found.push(inner);
        } else {
            collect(inner, found);
        }
    }
}

/// How much text an element holds, in bytes, white space and what is always skipped left out.
fn length(element: Element<'_>) -> usize {
    let of_child = |child| match child {
        Child::Text(text) => text.split_whitespace().map(str::len).sum(),
        Child::Element(inner) if SKIPPED.contains(&inner.name()) => 0,
        Child::Element(inner) => length(inner),
    };
    element.children().map(of_child).sum()
}
