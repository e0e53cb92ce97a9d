//! Titles and hours that style sheets set side by side: `<span>Se loger</span> <span>9h30</span>`.

use crate::extract::tree::{Child, Element};
use crate::structure::time::leading_slot;

/// The longest field, in bytes: a paragraph may well end with hours.
const MAX_FIELD: usize = 300;

/// How many fields are looked at.
const MAX_FIELDS: usize = 8;

/// Whether an element holds nothing but fields of its own, a title first and hours last.
pub(super) fn end_with_hours(element: Element<'_>) -> bool {
    let own = |child: Child<'_>| match child {
        Child::Text(text) => text.trim().is_empty(),
        Child::Element(field) => field.name() == "span" && field.elements().next().is_none(),
    };
    let mut children = element.children();
    if !children.by_ref().take(2 * MAX_FIELDS + 1).all(own) || children.next().is_some() {
        return false;
    }
    let texts: Vec<String> = fields(element).map(Element::text).collect();
    let hours = |text: &str| leading_slot(text.trim()).is_some();
    let alone = |text: &str| leading_slot(text.trim()).is_some_and(|(_, rest)| rest.is_empty());
    match &texts[..] {
        [title, others @ .., last] => {
            let short = texts.iter().all(|text| text.len() <= MAX_FIELD);
            short && alone(last) && !hours(title) && !others.iter().any(|text| hours(text))
        }
        _ => false,
    }
}

/// The fields of an element that are not blank.
pub(super) fn fields(element: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    element.elements().filter(|field| !field.text().trim().is_empty())
}
