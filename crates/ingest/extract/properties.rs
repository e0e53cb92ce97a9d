//! What files say of themselves, brought to one form.

use super::Properties;

/// Sets the title, unless one is set.
pub(super) fn set_title(properties: &mut Properties, title: &str) {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if properties.title.is_none() && !title.is_empty() {
        properties.title = Some(title);
    }
}

/// Adds the authors that a field names, parted by semicolons.
pub(super) fn add_authors(properties: &mut Properties, field: &str) {
    add(&mut properties.authors, field.split(';'));
}

/// Adds keywords, parted by semicolons, else by commas.
pub(super) fn add_keywords(properties: &mut Properties, field: &str) {
    let mark = if field.contains(';') { ';' } else { ',' };
    add(&mut properties.keywords, field.split([mark, '\n']));
}

/// Sets the date that a field starts with, `2021-05-03T09:00:00Z`, unless one is set.
pub(super) fn set_date(properties: &mut Properties, field: &str) {
    let day = |length: usize| field.trim().get(..length)?.parse().ok();
    properties.date = properties.date.or_else(|| day(10).or_else(|| day(7)));
}

fn add<'f>(values: &mut Vec<String>, found: impl Iterator<Item = &'f str>) {
    /// How many values a field may give.
    const MOST: usize = 50;
    for value in found.map(str::trim).filter(|value| !value.is_empty()) {
        if values.len() < MOST && !values.iter().any(|known| known == value) {
            values.push(value.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_parted_and_trimmed() {
        let mut found = Properties::default();
        set_title(&mut found, " Actes \n du colloque ");
        set_title(&mut found, "autre");
        add_authors(&mut found, "Zoé Lanteri; Luc Perrot;");
        add_keywords(&mut found, "accueil, écoute, accueil");
        add_keywords(&mut found, "eau, sols ; air");
        set_date(&mut found, "2021-05-03T09:00:00Z");
        assert_eq!(found.title.as_deref(), Some("Actes du colloque"));
        assert_eq!(found.authors, ["Zoé Lanteri", "Luc Perrot"]);
        assert_eq!(found.keywords, ["accueil", "écoute", "eau, sols", "air"]);
        assert_eq!(found.date.unwrap().to_string(), "2021-05-03");
    }

    #[test]
    fn a_month_is_a_date_and_a_year_is_none() {
        let mut found = Properties::default();
        set_date(&mut found, "hier");
        set_date(&mut found, "2021");
        assert_eq!(found.date, None);
        set_date(&mut found, "2021-05");
        assert_eq!(found.date.unwrap().to_string(), "2021-05");
    }
}
