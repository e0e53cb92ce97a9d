//! People whom bold and emphasis set apart from a title: `### Archivage. *Z. Lanteri*`.

use glane_document::Function;

use super::sure::is_named;
use crate::markup;
use crate::structure::finder::authors::authors;
use crate::structure::finder::authors::first::{authors_then_title, tells_role};
use crate::structure::heading::Heading;
use crate::structure::name::{self, Form, Trust};
use crate::structure::speaker;
use crate::structure::time::leading_slot;

/// The longest body after the last of the names that end a heading, in bytes.
const MAX_BODY: usize = 60;

/// What stands between a title and the names after it.
const TAIL_MARKS: &[char] = &[' ', '.', ',', ':', '–', '-', '—', '|', '('];

impl Heading {
    /// Sets apart the names in emphasis that end a heading: `### Archivage. *Z. Lanteri*`.
    pub(crate) fn take_emphasised(&mut self, raw: &str) {
        let Some((before, tail)) = markup::emphasised_tail(raw) else { return };
        let quoted = before.trim_end_matches(TAIL_MARKS).ends_with(['"', '»', '”']);
        let mut people = speaker::people(&tail, Trust::Announced, Function::Speaker);
        // After a title in quotation marks, words that look like a full name are one.
        if quoted && !is_named(&tail, true) {
            people = authors(&tail, true).unwrap_or(people);
        }
        let named: usize = people.iter().map(|person| person.as_written.len()).sum();
        let Some(title) = self.title.as_deref().filter(|_| !people.is_empty()) else { return };
        let cut = title.strip_suffix(tail.as_str()).map(|title| title.trim_end_matches(TAIL_MARKS));
        // Nothing but names and what joins them, or after a quoted title, the body of the last.
        let bodied = quoted
            && is_named(&tail, true)
            && people.last().is_some_and(|last| {
                let start = tail.rfind(&last.as_written).unwrap_or_default();
                tail.len() - start - last.as_written.len() <= MAX_BODY
            });
        if let Some(title) = cut.filter(|title| !title.is_empty() && !before.is_empty())
            && (named + 5 * people.len() >= tail.len() || bodied)
        {
            // « Exposé de *Zoé Lanteri* »
            let joints = [" de", " d'", " d’", " du", " par"];
            let joint = joints.iter().find_map(|joint| title.strip_suffix(joint));
            self.title = Some(joint.unwrap_or(title).to_owned());
            self.people = people;
        }
    }

    /// Sets apart the names in bold before a title in emphasis or quotation marks.
    pub(crate) fn take_bold(&mut self, raw: &str) {
        let Some((bold, title)) = markup::bold_then(raw) else { return };
        let marked = raw.rsplit_once("**").is_some_and(|(_, after)| {
            after.trim_start_matches(TAIL_MARKS).starts_with(['*', '_', '«', '“', '"'])
        });
        let named = name::parse(&bold, Trust::Announced).is_some();
        if marked && named && title.chars().count() > 3 {
            self.people = speaker::people(&bold, Trust::Announced, Function::Speaker);
            self.title = Some(title);
            return;
        }
        // « **Zoé Lanteri**, urbaniste : *Habiter la friche* »
        let between = raw.split_once("**").and_then(|(_, after)| Some(after.split_once("**")?.1));
        let role = between.and_then(markup::before_emphasis).filter(|(_, title)| {
            named && raw.trim_end().ends_with(['*', '_']) && title.contains(' ')
        });
        if let Some((role, title)) = role.filter(|(role, _)| role.starts_with([',', '('])) {
            let joint = if role.starts_with('(') { " " } else { "" };
            let text = format!("{bold}{joint}{}", role.trim_end_matches(TAIL_MARKS));
            self.people = speaker::people(&text, Trust::Announced, Function::Speaker);
            self.title = Some(title);
        }
    }

    /// Sets apart the authors after the hours, some of whom may stand in bold, before a title in bold
    /// or in emphasis: `**9h45** **Ysor Belkant** et Zoé Lanteri, _Habiter la ville_ (article)`.
    pub(crate) fn take_authors(&mut self, raw: &str) {
        let text = markup::item(raw).1.trim_start();
        let bare = text.trim_start_matches(['*', '_']);
        let marks = &text[..text.len() - bare.len()];
        let Some((_, rest)) = leading_slot(bare) else { return };
        let rest = rest.trim_start();
        let rest = if marks.is_empty() { rest } else { rest.strip_prefix(marks).unwrap_or(rest) };
        let Some((people, title, _)) = authors_then_title(rest) else { return };
        if people.iter().any(speaker::has_known_first_name) && !tells_role(&title) {
            (self.people, self.title) = (people, Some(title));
        }
    }

    /// Sets apart the people before a title in emphasis: `9h45 : Zoé Lanteri, *Habiter la ville*, 2024`.
    pub(crate) fn take_before_emphasis(&mut self, raw: &str) {
        let Some((before, title)) = markup::before_emphasis(raw) else { return };
        let before = leading_slot(&before).map_or(&*before, |(_, rest)| rest);
        let named = name::parse(before, Trust::Text).is_some_and(|name| {
            let after = before[name.len..].trim_start();
            name.form <= Form::Known
                && (after.starts_with([',', '(', ':', '–', '-', '&'])
                    || after.starts_with("et ")
                    || after.is_empty())
        });
        if named && before.chars().count() <= 200 && title.split(' ').count() > 1 {
            let before = before.trim_end_matches(TAIL_MARKS);
            self.people = speaker::people(before, Trust::Announced, Function::Speaker);
            self.title = Some(title);
        }
    }
}
