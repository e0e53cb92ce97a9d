//! Small PDFs that tests write for themselves.

use pdf_extract::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream,
};

/// A PDF that is being written: pages of A4 in Helvetica.
#[derive(Debug, Default)]
pub(super) struct Sample {
    pages: Vec<Vec<u8>>,
    information: Dictionary,
    /// Fonts besides `/F` and its bold `/B`.
    fonts: Vec<(&'static str, Dictionary)>,
    /// Forms and images.
    objects: Vec<(&'static str, Stream)>,
    /// The tree of its structure.
    tags: Vec<Tag>,
    /// The standard kind that each other one stands for.
    roles: Dictionary,
}

/// An element of the structure of a document, or a piece of content of its first page.
#[derive(Debug)]
pub(super) enum Tag {
    Element(&'static str, Dictionary, Vec<Tag>),
    Piece(i64),
}

impl Tag {
    /// An element that holds others.
    pub(super) fn of(kind: &'static str, kids: Vec<Tag>) -> Tag {
        Tag::Element(kind, Dictionary::new(), kids)
    }

    /// An element that is a piece of content.
    pub(super) fn piece(kind: &'static str, number: i64) -> Tag {
        Tag::of(kind, vec![Tag::Piece(number)])
    }

    fn object(self, document: &mut Document, page: &Object) -> Object {
        let (kind, attributes, kids) = match self {
            Tag::Piece(number) => return number.into(),
            Tag::Element(kind, attributes, kids) => (kind, attributes, kids),
        };
        let kids: Vec<Object> = kids.into_iter().map(|kid| kid.object(document, page)).collect();
        let entries = [("S", name(kind)), ("Pg", page.clone()), ("K", kids.into())];
        let mut element = dictionary(&entries);
        element.set("A", attributes);
        document.add_object(element).into()
    }
}

impl Sample {
    /// A PDF whose only page has lines of text, from the top.
    pub(super) fn of(lines: &[&str]) -> Sample {
        Sample::default().page(lines)
    }

    /// Adds a page of lines of text.
    pub(super) fn page(self, lines: &[&str]) -> Sample {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj T* ")).collect();
        self.content(format!("BT /F 12 Tf 14 TL 72 770 Td {lines} ET").into_bytes())
    }

    /// Adds a page with this content.
    pub(super) fn content(mut self, content: Vec<u8>) -> Sample {
        self.pages.push(content);
        self
    }

    /// Says something of the document.
    pub(super) fn says(mut self, key: &str, value: &[u8]) -> Sample {
        self.information.set(key, Object::string_literal(value));
        self
    }

    /// Adds a font.
    pub(super) fn font(mut self, name: &'static str, font: Dictionary) -> Sample {
        self.fonts.push((name, font));
        self
    }

    /// Adds a form or an image.
    pub(super) fn object(mut self, name: &'static str, object: Stream) -> Sample {
        self.objects.push((name, object));
        self
    }

    /// Tells the structure of the first page.
    pub(super) fn tagged(mut self, tags: Vec<Tag>) -> Sample {
        self.tags = tags;
        self
    }

    /// Tells which standard kind of elements another one stands for.
    pub(super) fn role(mut self, kind: &str, standard: &str) -> Sample {
        self.roles.set(kind, name(standard));
        self
    }

    /// The document, whose pages are all objects of numbers above those of what they show.
    pub(super) fn document(self) -> Document {
        let mut document = Document::with_version("1.4");
        let mut fonts = dictionary(&[("F", font("Helvetica")), ("B", font("Helvetica-Bold"))]);
        for (name, font) in self.fonts {
            fonts.set(name, document.add_object(font));
        }
        let mut objects = Dictionary::new();
        for (name, object) in self.objects {
            objects.set(name, document.add_object(object));
        }
        let resources =
            dictionary(&[("Font", fonts.into()), ("XObject", Object::Dictionary(objects))]);
        let resources = document.add_object(resources);
        let tree = document.new_object_id();
        let mut kids: Vec<Object> = Vec::new();
        for content in self.pages {
            let content = document.add_object(Stream::new(Dictionary::new(), content));
            let page = dictionary(&[
                ("Type", name("Page")),
                ("Parent", tree.into()),
                ("Contents", content.into()),
            ]);
            kids.push(document.add_object(page).into());
        }
        let mut catalog = dictionary(&[("Type", name("Catalog")), ("Pages", tree.into())]);
        if let Some(page) = kids.first().filter(|_| !self.tags.is_empty()) {
            let tags = self.tags.into_iter().map(|tag| tag.object(&mut document, page));
            let tags: Vec<Object> = tags.collect();
            let root = dictionary(&[("K", tags.into()), ("RoleMap", self.roles.into())]);
            catalog.set("StructTreeRoot", document.add_object(root));
        }
        let count = kids.len() as i64;
        let pages = dictionary(&[
            ("Type", name("Pages")),
            ("Kids", kids.into()),
            ("Count", count.into()),
            ("Resources", resources.into()),
            ("MediaBox", [0, 0, 595, 842].map(Object::Integer).to_vec().into()),
        ]);
        document.objects.insert(tree, pages.into());
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let information = document.add_object(self.information);
        document.trailer.set("Info", information);
        document
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        written(self.document())
    }

    /// The PDF under a password for its owner and one for its readers.
    pub(super) fn encrypted(self, readers: &str) -> Vec<u8> {
        let mut document = self.document();
        let id = Object::string_literal(b"0123456789abcdef".to_vec());
        document.trailer.set("ID", vec![id.clone(), id]);
        let version = EncryptionVersion::V2 {
            document: &document,
            owner_password: "proprietaire",
            user_password: readers,
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).unwrap();
        document.encrypt(&state).unwrap();
        written(document)
    }
}

pub(super) fn written(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub(super) fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

pub(super) fn dictionary(entries: &[(&str, Object)]) -> Dictionary {
    let mut dictionary = Dictionary::new();
    entries.iter().for_each(|(key, value)| dictionary.set(*key, value.clone()));
    dictionary
}

fn font(base: &str) -> Object {
    let encoding = name("WinAnsiEncoding");
    let entries = [("Type", name("Font")), ("Subtype", name("Type1")), ("BaseFont", name(base))];
    let mut font = dictionary(&entries);
    font.set("Encoding", encoding);
    font.into()
}
