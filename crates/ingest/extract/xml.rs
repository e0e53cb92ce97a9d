//! XML → tree. Nothing that a document type declares is expanded.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Refusal;
use super::decode::{decode_labelled, label};
use super::tree::{Beyond, Growing, MAX_DEPTH, Tree};

/// The names of namespaces that are read, and the prefixes that the readers know them by.
///
/// Nearly all producers use these very prefixes; a few number them.
const PREFIXES: [(&str, &str); 15] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
    ("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"),
];

/// The tree of an XML file.
///
/// # Errors
///
/// [`Refusal::Malformed`] where it is not well formed, [`Refusal::TooLarge`] where it holds more
/// than is walked.
pub(super) fn parse(bytes: &[u8]) -> Result<Tree, Refusal> {
    let decoded = decode_labelled(bytes, label(bytes).as_deref())
        .ok_or_else(|| malformed("XML indéchiffrable"))?;
    let mut reader = Reader::from_str(&decoded.text);
    let mut grower = Grower { growing: Growing::new(), aliases: HashMap::new(), open: 0 };
    loop {
        let event = reader.read_event().map_err(|error| malformed(&format!("XML : {error}")))?;
        match event {
            Event::Start(start) => grower.start(&start)?,
            Event::Empty(start) => {
                grower.start(&start)?;
                grower.end();
            }
            Event::End(_) => grower.end(),
            Event::Text(text) => grower.text(&text.xml10_content())?,
            Event::CData(text) => grower.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => grower.reference(&reference)?,
            Event::Eof if grower.open > 0 => return Err(malformed("XML interrompu")),
            Event::Eof => return Ok(grower.growing.finish()),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
    }
}

/// A tree that grows from XML.
struct Grower {
    growing: Growing,
    /// The usual prefixes, by those that the file uses instead.
    aliases: HashMap<String, &'static str>,
    open: usize,
}

impl Grower {
    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Refusal> {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let Ok(attribute) = attribute else { break };
            attributes.push((attribute.key.0.to_owned(), value(&attribute)));
        }
        for (name, value) in &attributes {
            self.note_prefix(name, value);
        }
        let named = |name: &str| name == "xmlns" || name.starts_with("xmlns:");
        let attributes: Vec<(String, String)> = attributes
            .into_iter()
            .filter(|(name, _)| !named(name))
            .map(|(name, value)| (self.usual(&name), value))
            .collect();
        let name = self.usual(start.name().0);
        let held = attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.growing.open(&name, held).map_err(too_large)?;
        self.open += 1;
        Ok(())
    }

    /// Remembers a prefix that is not the usual one of its namespace.
    fn note_prefix(&mut self, name: &str, value: &str) {
        let Some(prefix) = name.strip_prefix("xmlns") else { return };
        let prefix = prefix.trim_start_matches(':');
        let usual = PREFIXES.iter().find(|(namespace, _)| *namespace == value);
        if let Some((_, usual)) = usual
            && *usual != prefix
        {
            self.aliases.insert(prefix.to_owned(), usual);
        }
    }

    /// A name with the usual prefix of its namespace.
    fn usual(&self, name: &str) -> String {
        if self.aliases.is_empty() {
            return name.to_owned();
        }
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        match self.aliases.get(prefix) {
            Some(usual) => format!("{usual}:{local}"),
            None => name.to_owned(),
        }
    }

    fn end(&mut self) {
        self.growing.close();
        self.open = self.open.saturating_sub(1);
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.growing.text(text).map_err(too_large)
    }

    /// A character by its number, or one of the five names of XML; others are left as they stand.
    fn reference(&mut self, reference: &BytesRef<'_>) -> Result<(), Refusal> {
        if let Ok(Some(c)) = reference.resolve_char_ref() {
            return self.text(c.encode_utf8(&mut [0; 4]));
        }
        let name = reference.xml10_content();
        match quick_xml::escape::resolve_xml_entity(&name) {
            Some(text) => self.text(text),
            None => self.text(&format!("&{name};")),
        }
    }
}

/// The value of an attribute, as it stands where an entity is unknown.
fn value(attribute: &Attribute<'_>) -> String {
    match quick_xml::escape::unescape(&attribute.value) {
        Ok(value) => value.into_owned(),
        Err(_) => attribute.value.to_string(),
    }
}

fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed(reason.to_owned())
}

fn too_large(beyond: Beyond) -> Refusal {
    Refusal::TooLarge(match beyond {
        Beyond::Depth => format!("éléments imbriqués sur plus de {MAX_DEPTH} niveaux"),
        Beyond::Nodes => "trop d'éléments".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(xml: &str, expect: &str) {
        assert_eq!(parse(xml.as_bytes()).unwrap().root().text(), expect);
    }

    #[test]
    fn entities_of_xml_are_decoded() {
        check("<a>L&apos;accueil &amp; l&#8217;&#xE9;coute</a>", "L'accueil & l’écoute");
    }

    #[test]
    fn declared_entities_are_not_expanded() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY b "boum"><!ENTITY c "&b;&b;">]><a>&c;</a>"#;
        check(bomb, "&c;");
    }

    #[test]
    fn prefixes_are_the_usual_ones() {
        let xml =
            r#"<ns0:p xmlns:ns0="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ns0:a="1"/>"#;
        let tree = parse(xml.as_bytes()).unwrap();
        assert_eq!(tree.root().child("text:p").unwrap().attribute("text:a"), Some("1"));
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let deep = parse("<a>".repeat(100_000).as_bytes()).unwrap_err();
        assert!(matches!(deep, Refusal::TooLarge(_)), "{deep}");
    }

    #[test]
    fn what_is_not_well_formed_is_refused() {
        for xml in ["<a>", "<a></b>", "<a", "\0"] {
            assert!(matches!(parse(xml.as_bytes()), Err(Refusal::Malformed(_))), "{xml}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_tree_or_refused(text in r#"(?s)([<>/&;!\[\]"'=a-c: ]|.){0,60}"#) {
            let _ = parse(text.as_bytes());
        }
    }
}
