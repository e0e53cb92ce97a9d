//! The style sheet, the script and the icon, held in the binary.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use axum::response::{IntoResponse, Response};

use crate::page;
use crate::trouble::Trouble;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

const ASSETS: [Asset; 3] = [
    Asset {
        name: "style.css",
        kind: "text/css; charset=utf-8",
        bytes: include_bytes!("static/style.css"),
    },
    Asset {
        name: "script.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("static/script.js"),
    },
    Asset { name: "icone.svg", kind: "image/svg+xml", bytes: include_bytes!("static/icone.svg") },
];

/// The asset of this name; what the browser already has is not sent again.
pub(crate) async fn get(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return page::error::html(&Trouble::NoPage).into_response();
    };
    let tag = tag(asset.bytes);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| *known == *tag);
    let about = [(header::ETAG, tag), (header::CONTENT_TYPE, asset.kind.to_owned())];
    match known {
        true => (StatusCode::NOT_MODIFIED, about).into_response(),
        false => (about, asset.bytes).into_response(),
    }
}

/// Another version of Glane has other assets under the same names.
fn tag(bytes: &[u8]) -> String {
    use std::hash::{DefaultHasher, Hasher};
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("\"{:x}\"", hasher.finish())
}
