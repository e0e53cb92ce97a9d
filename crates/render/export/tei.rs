//! TEI P5, after Parla-CLARIN: who speaks, in which part, on which page.
//!
//! One `teiCorpus` holds a `TEI` for each document. A section is a `div`; what is said by people that
//! the section names is an utterance, `u who="…"`, anything else paragraphs. Pages are `pb`, numbered as
//! printed, in brackets where they were counted. The guidelines:
//! <https://tei-c.org/guidelines/p5/>, <https://clarin-eric.github.io/parla-clarin/>.

use std::collections::HashMap;
use std::io::{self, Write};
use std::ops::Range;

use glane_document::{Document, Function, PartialDate, Section};
use glane_query::{Reference, Selected};

use super::pages::{Piece, paragraphs, pieces};
use super::tree::Tree;
use super::xml::Xml;

/// A corpus that writes its documents one after the other.
pub struct TeiCorpus<W: Write> {
    xml: Xml<W>,
    written: usize,
}

impl<W: Write> TeiCorpus<W> {
    /// Begins a corpus that is said to be `described` so: from which corpus, by which query.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn new(described: &str, out: W) -> io::Result<TeiCorpus<W>> {
        let mut xml = Xml::new(out);
        xml.declaration()?;
        xml.open("teiCorpus", &[("xmlns", Some("http://www.tei-c.org/ns/1.0"))])?;
        xml.within("teiHeader", &[], |xml| {
            xml.within("fileDesc", &[], |xml| {
                xml.within("titleStmt", &[], |xml| xml.element("title", &[], Some("Corpus")))?;
                publication(xml)?;
                xml.within("sourceDesc", &[], |xml| xml.element("p", &[], Some(described)))
            })
        })?;
        Ok(TeiCorpus { xml, written: 0 })
    }

    /// Writes one document.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn document(&mut self, selected: &Selected) -> io::Result<()> {
        self.written += 1;
        let document = &selected.document;
        let people = People::of(document, self.written);
        let language = document.language.as_deref().unwrap_or("und");
        let id = format!("d{}", self.written);
        let attributes = [("xml:id", Some(id.as_str())), ("xml:lang", Some(language))];
        self.xml.within("TEI", &attributes, |xml| {
            header(xml, document, &people)?;
            xml.within("text", &[], |xml| {
                xml.within("body", &[], |xml| body(xml, document, &people, &id))
            })
        })
    }

    /// Ends the corpus.
    ///
    /// # Errors
    ///
    /// What the output reports.
    pub fn end(mut self) -> io::Result<()> {
        self.xml.close("teiCorpus")?;
        self.xml.out.flush()
    }
}

fn publication<W: Write>(xml: &mut Xml<W>) -> io::Result<()> {
    xml.within("publicationStmt", &[], |xml| {
        xml.element("p", &[], Some(concat!("Glane ", env!("CARGO_PKG_VERSION"))))
    })
}

/// The people of a document under identifiers of their own.
struct People<'a> {
    ids: HashMap<&'a str, String>,
    /// Their names, in the order of the identifiers.
    names: Vec<&'a str>,
}

impl<'a> People<'a> {
    fn of(document: &'a Document, rank: usize) -> People<'a> {
        let mut people = People { ids: HashMap::new(), names: Vec::new() };
        let heard = document.sections.iter().flat_map(|section| &section.speakers);
        let all = document.people.iter().map(|person| person.name.as_str());
        for name in all.chain(heard.map(|speaker| speaker.name.as_str())) {
            if !people.ids.contains_key(name) {
                people.names.push(name);
                people.ids.insert(name, format!("d{rank}.p{}", people.names.len()));
            }
        }
        people
    }

    /// Pointers to who is heard in a section; `None` where nobody is.
    fn who(&self, section: &Section) -> Option<String> {
        let heard = section.speakers.iter().filter(|speaker| {
            matches!(speaker.function, Function::Speaker | Function::Moderator | Function::Author)
        });
        let pointers: Vec<String> = heard
            .filter_map(|speaker| self.ids.get(speaker.name.as_str()))
            .map(|id| format!("#{id}"))
            .collect();
        (!pointers.is_empty()).then(|| pointers.join(" "))
    }
}

fn header<W: Write>(xml: &mut Xml<W>, document: &Document, people: &People<'_>) -> io::Result<()> {
    xml.within("teiHeader", &[], |xml| {
        xml.within("fileDesc", &[], |xml| {
            xml.within("titleStmt", &[], |xml| {
                // A title is asked for, even of letters that no XML holds.
                xml.within("title", &[("type", Some("main"))], |xml| {
                    xml.text(document.display_title())
                })?;
                xml.element("title", &[("type", Some("sub"))], document.subtitle.as_deref())?;
                meeting(xml, document)
            })?;
            publication(xml)?;
            xml.within("sourceDesc", &[], |xml| source(xml, document))
        })?;
        profile(xml, document, people)
    })
}

/// The event, its days and its place.
fn meeting<W: Write>(xml: &mut Xml<W>, document: &Document) -> io::Result<()> {
    if document.event.is_none() && document.dates.is_empty() && document.place.is_none() {
        return Ok(());
    }
    xml.within("meeting", &[], |xml| {
        xml.element("name", &[("type", Some("event"))], document.event.as_deref())?;
        document.dates.iter().try_for_each(|date| dated(xml, *date))?;
        xml.element("placeName", &[], document.place.as_deref())
    })
}

fn dated<W: Write>(xml: &mut Xml<W>, date: PartialDate) -> io::Result<()> {
    xml.element("date", &[("when", Some(&date.to_string()))], Some(&date.french()))
}

fn source<W: Write>(xml: &mut Xml<W>, document: &Document) -> io::Result<()> {
    xml.within("bibl", &[("type", Some(document.kind.as_str()))], |xml| {
        xml.text(&Reference::to_document(document).iso690())?;
        xml.element("idno", &[("type", Some("glane"))], Some(&document.id))?;
        document
            .organisers
            .iter()
            .try_for_each(|name| xml.element("orgName", &[("role", Some("organiser"))], Some(name)))
    })
}

fn profile<W: Write>(xml: &mut Xml<W>, document: &Document, people: &People<'_>) -> io::Result<()> {
    if people.names.is_empty() && document.keywords.is_empty() {
        return Ok(());
    }
    xml.within("profileDesc", &[], |xml| {
        if !people.names.is_empty() {
            xml.within("particDesc", &[], |xml| {
                xml.within("listPerson", &[], |xml| {
                    people.names.iter().try_for_each(|name| person(xml, name, people, document))
                })
            })?;
        }
        if document.keywords.is_empty() {
            return Ok(());
        }
        xml.within("textClass", &[], |xml| {
            xml.within("keywords", &[], |xml| {
                let terms = document.keywords.iter();
                // A list of keywords has one at least.
                terms.clone().try_for_each(|word| xml.within("term", &[], |xml| xml.text(&word.0)))
            })
        })
    })
}

fn person<W: Write>(
    xml: &mut Xml<W>,
    name: &str,
    people: &People<'_>,
    document: &Document,
) -> io::Result<()> {
    let known = document.people.iter().find(|person| person.name == name);
    xml.within("person", &[("xml:id", people.ids.get(name).map(String::as_str))], |xml| {
        xml.within("persName", &[], |xml| xml.text(name))?;
        let variants = known.map(|person| &person.variants[..]).unwrap_or_default();
        variants.iter().try_for_each(|variant| {
            xml.element("persName", &[("type", Some("variant"))], Some(variant))
        })?;
        let mut roles: Vec<String> = Vec::new();
        let sections = document.sections.iter();
        for speaker in sections.flat_map(|section| &section.speakers) {
            let said = [speaker.role.as_deref(), speaker.organisation.as_deref()];
            let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
            if speaker.name == name && !said.is_empty() && !roles.contains(&said) {
                roles.push(said);
            }
        }
        roles.iter().try_for_each(|role| xml.element("occupation", &[], Some(role)))
    })
}

fn body<W: Write>(
    xml: &mut Xml<W>,
    document: &Document,
    people: &People<'_>,
    id: &str,
) -> io::Result<()> {
    let tree = Tree::of(&document.sections);
    // Of a tree that may be deep, what is left to do, the next last.
    let mut left: Vec<Step> = tree.roots.iter().rev().map(|at| Step::Open(*at)).collect();
    while let Some(step) = left.pop() {
        match step {
            Step::Close => xml.close("div")?,
            Step::Open(at) => {
                open(xml, document, at, people, id)?;
                left.push(Step::Close);
                left.extend(tree.children[at].iter().rev().map(|child| Step::Open(*child)));
            }
        }
    }
    Ok(())
}

enum Step {
    Open(usize),
    Close,
}

/// A section without its end, which follows those that it contains.
fn open<W: Write>(
    xml: &mut Xml<W>,
    document: &Document,
    at: usize,
    people: &People<'_>,
    id: &str,
) -> io::Result<()> {
    let section = &document.sections[at];
    let own = format!("{id}.s{}", at + 1);
    let named = format!("{}#{}", document.id, section.id);
    xml.open(
        "div",
        &[
            ("type", Some(section.kind.as_str())),
            ("xml:id", Some(&own)),
            ("n", Some(&named)),
            ("xml:lang", section.language.as_deref()),
        ],
    )?;
    let of = (document, section);
    let head = section.text.get(..section.head).filter(|head| !head.trim().is_empty());
    match head {
        Some(head) => xml.within("head", &[], |xml| write(xml, of, 0..head.len()))?,
        None => xml.element("head", &[], Some(&section.label()))?,
    }
    if !section.keywords.is_empty() {
        xml.within("note", &[("type", Some("keywords"))], |xml| {
            section.keywords.iter().try_for_each(|word| xml.element("term", &[], Some(&word.0)))
        })?;
    }
    let who = people.who(section);
    let paragraphs = paragraphs(&section.text, head.map_or(0, str::len));
    if paragraphs.is_empty() {
        return xml.empty("p", &[]);
    }
    match who {
        Some(who) => xml.within("u", &[("who", Some(&who))], |xml| {
            paragraphs
                .into_iter()
                .try_for_each(|bytes| xml.within("seg", &[], |xml| write(xml, of, bytes)))
        }),
        None => paragraphs
            .into_iter()
            .try_for_each(|bytes| xml.within("p", &[], |xml| write(xml, of, bytes))),
    }
}

/// Writes bytes of a section's text, with the beginnings of pages among them.
fn write<W: Write>(
    xml: &mut Xml<W>,
    (document, section): (&Document, &Section),
    bytes: Range<usize>,
) -> io::Result<()> {
    pieces(section, bytes).into_iter().try_for_each(|piece| match piece {
        Piece::Text(text) => xml.text(text),
        Piece::Page(pages) => {
            let sheet = pages.first.sheet.filter(|_| document.format == "pdf");
            let file = sheet.map(|sheet| format!("{}#page={sheet}", pointer(&document.id)));
            xml.empty("pb", &[("n", Some(&pages.numbers())), ("corresp", file.as_deref())])
        }
    })
}

/// A path as a URI writes it: RFC 3986, 3.3.
fn pointer(path: &str) -> String {
    let mut pointer = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                pointer.push(char::from(byte));
            }
            byte => pointer.push_str(&format!("%{byte:02X}")),
        }
    }
    pointer
}
