//! The names of the fields of front matter that tell the title, the dates and the hours.

/// The fields of front matter that date the page, or the event where none of its own does.
pub(super) const DATE_FIELDS: [&str; 2] = ["date", "dates"];

/// The fields of front matter that only date the page.
pub(super) const PUBLISHED_FIELDS: [&str; 8] = [
    "pubdate",
    "publishdate",
    "publish_date",
    "publisheddate",
    "published",
    "date_published",
    "publication_date",
    "date_publication",
];

/// The fields of front matter that say when the event ends.
pub(super) const END_FIELDS: [&str; 6] =
    ["date_end", "end_date", "event_end", "event-end", "event_end_date", "enddate"];

/// The fields of front matter that say the hours of the event.
pub(super) const HOUR_FIELDS: [&str; 11] = [
    "horaires",
    "horaire",
    "heures",
    "heure",
    "hours",
    "hour",
    "time",
    "datelabel",
    "date_label",
    "duration",
    "duree",
];

/// The fields of front matter whose only hour is when the event starts.
pub(super) const START_FIELDS: [&str; 6] =
    ["heure", "hour", "horaire", "time", "start_time", "heure_debut"];

/// The fields of front matter that give the title.
pub(crate) const TITLE_FIELDS: [&str; 3] = ["title", "titre", "document_title"];

/// The fields of front matter that date the event rather than the page.
pub(super) const EVENT_FIELDS: [&str; 12] = [
    "event-start",
    "event_start",
    "event-date",
    "event_date",
    "event_start_date",
    "eventdate",
    "start_date",
    "startdate",
    "date_debut",
    "date_start",
    "date_evenement",
    "date_event",
];

/// Whether a field of front matter dates the text by a name of its own: `episodeDate`, `date_reunion`.
pub(super) fn is_date(name: &str) -> bool {
    // `date_modified`, `lastUpdate`, `registration_end_date`
    const OTHER: [&str; 13] = [
        "mod", "upd", "creat", "build", "end", "fin", "expir", "due", "limit", "inscri", "regist",
        "review", "deadline",
    ];
    let dates = name.starts_with("date") || name.ends_with("date");
    dates && !OTHER.iter().any(|other| name.contains(other))
}
