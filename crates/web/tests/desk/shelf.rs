//! An index of a few made-up documents, and requests to it.

use std::path::Path;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use glane_document::{
    Document, DocumentKind, Function, Keyword, PageStart, Passage, Section, SectionKind, Speaker,
    Zone,
};
use glane_dossier::Store;
use glane_index::Builder;
use glane_web::{Config, router};
use tempfile::TempDir;
use tower::ServiceExt;

/// What a document may say to become part of a page.
pub(crate) const HOSTILE: &str = "<script>alert(\"glane\")</script>";

/// The service over an index of its own, removed when dropped.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
    router: Router,
}

/// An answer, whole.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Desk {
    /// Over two documents.
    pub(crate) fn new() -> Desk {
        let desk = Desk::without_index();
        publish(desk.folder.path(), &[proceedings(), hostile()]);
        desk
    }

    /// Over an index that does not exist.
    pub(crate) fn without_index() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let router = router(&Config::local(
            folder.path().join("index"),
            Store::at(folder.path().join("dossier.json")),
        ));
        Desk { folder, router }
    }

    /// With the same dossier, over an index that does not exist.
    pub(crate) fn elsewhere(self) -> Desk {
        let store = Store::at(self.folder.path().join("dossier.json"));
        let router = router(&Config::local(self.folder.path().join("nowhere"), store));
        Desk { folder: self.folder, router }
    }

    /// Answers a request as a runtime would.
    pub(crate) fn send(&self, request: Request<Body>) -> Answered {
        let (status, headers, body) = self.raw(request);
        Answered { status, headers, body: String::from_utf8(body).unwrap() }
    }

    fn raw(&self, request: Request<Body>) -> (StatusCode, HeaderMap, Vec<u8>) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.unwrap();
            (head.status, head.headers, body.to_vec())
        })
    }

    /// What a form is answered with, which is no text.
    pub(crate) fn bytes(&self, path: &str, form: &str) -> Vec<u8> {
        self.raw(request("POST", path).body(Body::from(form.to_owned())).unwrap()).2
    }

    /// Gets a path.
    pub(crate) fn get(&self, path: &str) -> Answered {
        self.send(request("GET", path).body(Body::empty()).unwrap())
    }

    /// Sends a form as one of our pages does.
    pub(crate) fn post(&self, path: &str, form: &str) -> Answered {
        let request = request("POST", path)
            .header("origin", "http://127.0.0.1:7878")
            .header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form.to_owned())).unwrap())
    }

    /// Gets a path that must be answered.
    #[track_caller]
    pub(crate) fn page(&self, path: &str) -> String {
        let answered = self.get(path);
        assert_eq!(answered.status, StatusCode::OK, "{path}: {}", answered.body);
        answered.body
    }
}

/// A request as a browser on the same machine sends it.
pub(crate) fn request(method: &str, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header("host", "127.0.0.1:7878")
}

/// Publishes an index of `documents` in `folder`.
pub(crate) fn publish(folder: &Path, documents: &[Document]) {
    let builder = Builder::new(&folder.join("index"), "corpus".as_ref()).unwrap();
    for document in documents {
        let passages: Vec<Passage> =
            document.sections.iter().enumerate().flat_map(|(at, own)| passages(at, own)).collect();
        builder.add(document, &passages).unwrap();
    }
    builder.publish().unwrap();
}

/// One passage a paragraph.
fn passages(at: usize, section: &Section) -> Vec<Passage> {
    let mut offset = 0;
    let parts = section.text.split_inclusive("\n\n").zip(1..);
    let passage = |(text, ordinal): (&str, u32)| {
        let start = offset;
        offset += text.len();
        let page = section.page_at(start);
        Passage {
            section: at,
            ordinal,
            offset: start,
            text: text.to_owned(),
            head: 0,
            page,
            sheet: None,
            zone: Zone::Body,
        }
    };
    parts.map(passage).collect()
}

/// Proceedings with two workshops.
pub(crate) fn proceedings() -> Document {
    let mut document = Document::new("2019/rencontres.txt", "corpus/2019/rencontres.txt");
    document.title = Some("Rencontres du guichet".to_owned());
    document.kind = DocumentKind::Proceedings;
    document.dates = vec!["2019-11-15".parse().unwrap()];
    document.event = Some("Rencontres annuelles du guichet".to_owned());
    document.place = Some("Kerlavan".to_owned());
    document.sections = vec![
        workshop(
            "1",
            "Ouvrir le guichet le samedi",
            "Le guichet ouvre le samedi matin.\n\nLes usagers viennent avec leurs enfants, et le \
             guichet prend son temps.\n\nLa caisse ferme à midi.",
        ),
        workshop(
            "2",
            "Écrire aux usagers",
            "Une lettre claire évite un second guichet.\n\nLes usagers la gardent.",
        ),
    ];
    document.sections[0].pages = vec![
        PageStart { offset: 0, page: 12, sheet: None, counted: false },
        PageStart { offset: 35, page: 13, sheet: None, counted: false },
    ];
    document.sections[0].keywords = vec![Keyword("horaires".to_owned())];
    document
}

fn workshop(number: &str, title: &str, text: &str) -> Section {
    let mut section = Section::new(SectionKind::Workshop);
    section.id = format!("atelier-{number}");
    section.number = Some(number.to_owned());
    section.title = Some(title.to_owned());
    section.theme = Some("Thème 1 | Accueillir".to_owned());
    section.text = text.to_owned();
    let mut speaker = Speaker::new("Ève Tarnaud", "Eve TARNAUD", Function::Speaker);
    speaker.role = Some("agente d'accueil".to_owned());
    section.speakers = vec![speaker];
    section
}

/// A document every field of which is hostile.
pub(crate) fn hostile() -> Document {
    let own = || HOSTILE.to_owned();
    let mut document = Document::new(format!("{HOSTILE}.txt"), "corpus/x.txt");
    document.title = Some(own());
    document.subtitle = Some(own());
    document.event = Some(format!("Journée {HOSTILE}"));
    document.place = Some(own());
    document.organisers = vec![own()];
    document.dates = vec!["2021-06-02".parse().unwrap()];
    document.acronyms.insert("PIEGE".to_owned(), own());
    let mut section =
        workshop("9", HOSTILE, &format!("Un piège {HOSTILE} au guichet.\n\n# {HOSTILE}\n\nFin."));
    section.theme = Some(own());
    section.keywords = vec![Keyword(own())];
    let mut speaker = Speaker::new(HOSTILE, "<b>Pirate</b>", Function::Speaker);
    speaker.role = Some(own());
    speaker.organisation = Some(format!("Organisation {HOSTILE}"));
    section.speakers.push(speaker);
    document.sections = vec![section];
    document
}
