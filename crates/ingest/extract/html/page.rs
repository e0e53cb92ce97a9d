//! The text of a page → tree, closing what its author left open as browsers do.

use std::collections::HashMap;

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use crate::extract::tree::{Beyond, Growing, Tree};

/// Elements that hold nothing.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that end a paragraph which was left open.
const ENDS_PARAGRAPH: [&str; 37] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];

/// The tree of a page. Any text is one: what stands too deep is taken for the text of what holds
/// it, and what is beyond all measure is left out.
pub(super) fn parse(text: &str) -> Tree {
    let mut emitter = DefaultEmitter::default();
    // Scripts and titles hold no elements.
    emitter.naively_switch_states(true);
    let mut page = Page { growing: Growing::new(), unopened: HashMap::new() };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        let done = match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => {
                page.end(&name(&tag.name));
                Ok(())
            }
            Token::String(text) => page.growing.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => Ok(()),
        };
        if done == Err(Beyond::Nodes) {
            break;
        }
    }
    page.growing.finish()
}

/// A page that is read.
struct Page {
    growing: Growing,
    /// How many elements stand too deep to be open, by name.
    unopened: HashMap<String, usize>,
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Beyond> {
        let name = name(&tag.name);
        self.close_before(&name);
        let attributes: Vec<(String, String)> = tag
            .attributes
            .iter()
            .map(|(key, value)| (self::name(key), self::name(value)))
            .collect();
        let held = attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        match self.growing.open(&name, held) {
            Ok(()) if VOID.contains(&name.as_str()) => self.growing.close(),
            Err(Beyond::Depth) if !VOID.contains(&name.as_str()) => {
                *self.unopened.entry(name).or_default() += 1;
            }
            Ok(()) | Err(Beyond::Depth) => {}
            beyond => return beyond,
        }
        Ok(())
    }

    /// Closes what an element of this name cannot stand in.
    fn close_before(&mut self, name: &str) {
        if ENDS_PARAGRAPH.contains(&name) {
            self.close(&["p"], &["table", "td", "th", "caption"]);
        }
        match name {
            "li" => self.close(&["li"], &["ul", "ol", "menu", "dir", "table", "td", "th"]),
            "dt" | "dd" => self.close(&["dt", "dd"], &["dl", "table", "td", "th"]),
            "td" | "th" => self.close(&["td", "th"], &["tr", "table"]),
            "tr" => self.close(&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => {
                self.close(&["thead", "tbody", "tfoot"], &["table"]);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close(&["h1", "h2", "h3", "h4", "h5", "h6"], &["table", "td", "th", "div"]);
            }
            "body" => self.close(&["head"], &[]),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(unopened) = self.unopened.get_mut(name)
            && *unopened > 0
        {
            *unopened -= 1;
            return;
        }
        match name {
            // Browsers read `</br>` as what its author meant.
            "br" => {
                if self.growing.open("br", std::iter::empty()).is_ok() {
                    self.growing.close();
                }
            }
            "table" | "body" | "html" => self.close(&[name], &[]),
            "tr" | "td" | "th" | "thead" | "tbody" | "tfoot" => self.close(&[name], &["table"]),
            _ => self.close(&[name], &["td", "th", "table"]),
        }
    }

    /// Closes the innermost open element of one of these names, and all in it, unless it stands
    /// outside one that bounds it.
    fn close(&mut self, names: &[&str], bounds: &[&str]) {
        let of_any = |open: &str| names.contains(&open) || bounds.contains(&open);
        let found = self.growing.open_names().enumerate().find(|(_, open)| of_any(open));
        if let Some(depth) = found.filter(|(_, open)| names.contains(open)).map(|(at, _)| at + 1) {
            (0..depth).for_each(|_| self.growing.close());
        }
    }
}

fn name(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).into_owned()
}
