//! Topics and judgements, read from their files.
#![expect(clippy::disallowed_methods, reason = "this test reads its topics")]

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::Deserialize;

/// What someone would ask, and what answers.
#[derive(Debug, Deserialize)]
pub(crate) struct Topic {
    /// Names the topic in judgements.
    pub(crate) id: String,
    /// Who asks: researcher, trainer or administrator.
    pub(crate) user: String,
    /// What is typed.
    pub(crate) query: String,
    /// What makes it worth asking, if it is not plain.
    #[serde(default)]
    pub(crate) note: String,
    /// The grade of each judged section, by identifier.
    #[serde(skip)]
    pub(crate) grades: BTreeMap<String, u32>,
}

impl Topic {
    /// Whether some section answers.
    pub(crate) fn has_an_answer(&self) -> bool {
        self.grades.values().any(|grade| *grade > 0)
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} « {} »", self.id, self.user, self.query)?;
        if self.note.is_empty() { Ok(()) } else { write!(f, " ({})", self.note) }
    }
}

/// The topics of `folder` with their judgements.
pub(crate) fn read(folder: &Path) -> Vec<Topic> {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("it can be read");
    let mut topics: Vec<Topic> = Vec::new();
    for line in text("topics.jsonl").lines() {
        topics.push(serde_json::from_str(line).expect("a line is a topic"));
    }
    for line in text("qrels.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 4, "not four columns: {line}");
        let known = topics.iter().position(|topic| topic.id == columns[0]);
        assert!(known.is_some(), "no such topic: {line}");
        let grade = columns[3].parse().expect("a grade is a number");
        topics[known.unwrap_or(0)].grades.insert(columns[2].to_owned(), grade);
    }
    topics
}
