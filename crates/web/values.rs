//! The names and values of an address or of a form, as they were sent.

/// The names and values of an address or of a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Values(Vec<(String, String)>);

impl Values {
    /// Those of `name=value&…`.
    pub(crate) fn read(encoded: &[u8]) -> Values {
        Values(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The value of a name, without white space around; empty where there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.all(name).next_back().unwrap_or_default()
    }

    /// Every value of a name, in order.
    pub(crate) fn all(&self, name: &str) -> impl DoubleEndedIterator<Item = &str> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.trim())
    }

    /// The values of a name where there is something, each once, in order.
    pub(crate) fn each(&self, name: &str) -> Vec<String> {
        let mut each: Vec<String> = Vec::new();
        for value in self.all(name).filter(|value| !value.is_empty()) {
            if !each.iter().any(|own| own == value) {
                each.push(value.to_owned());
            }
        }
        each
    }

    /// Every name and its value, in order.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.trim()))
    }

    /// Whether a name is there, with or without a value.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    /// A value, where there is something.
    pub(crate) fn some(&self, name: &str) -> Option<String> {
        Some(self.get(name).to_owned()).filter(|value| !value.is_empty())
    }

    /// A number, where there is one.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name).parse().ok()
    }
}
