//! An excerpt of what an identifier names.

use std::ops::Range;

use glane_index::{Index, ReadError};

use crate::{Excerpt, excerpt};

/// The excerpt that `id` names: `actes.txt#atelier-4` is the section without its heading, keyword
/// and speaker lines, `actes.txt#atelier-4@2` its second passage. With `ranges`, those bytes of the
/// section's text, whatever passage is named.
///
/// `None` where the index has no such section, or no word stands there.
///
/// # Errors
///
/// [`ReadError`] when the index is damaged.
pub fn pick(
    index: &Index,
    id: &str,
    ranges: &[Range<usize>],
    query: Option<&str>,
) -> Result<Option<Excerpt>, ReadError> {
    let Some((document, section, part)) = index.part(id)? else { return Ok(None) };
    if !ranges.is_empty() {
        return Ok(excerpt(&document, &section, ranges, query));
    }
    let head = section.head.clamp(part.start, part.end);
    let body = excerpt(&document, &section, &[head..part.end], query);
    // A section may be nothing but its head.
    Ok(body.or_else(|| excerpt(&document, &section, &[part], query)))
}
