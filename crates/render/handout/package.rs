//! The archive that an office document is.

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// One file of the archive: its path, and its bytes.
pub(super) type Part<'a> = (&'a str, Vec<u8>);

/// An archive of `parts`, in order. The first is stored as it is, as OpenDocument asks of
/// `mimetype`; no part is dated, so that the same parts make the same bytes.
pub(super) fn package(parts: Vec<Part<'_>>) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut method = CompressionMethod::Stored;
    for (path, bytes) in parts {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default());
        archive.start_file(path, options)?;
        archive.write_all(&bytes)?;
        method = CompressionMethod::Deflated;
    }
    Ok(archive.finish()?.into_inner())
}
