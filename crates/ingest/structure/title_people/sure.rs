//! How sure the words around a name make it: what is a name, what `par` follows.

use std::sync::LazyLock;

use crate::pattern::{Pattern, folded_pattern};
use crate::structure::cue;
use crate::structure::name::{self, Form, Name, Trust};
use crate::words::{fold, prefix};

/// Whether a text starts with a sure name, set apart from what follows where `alone` asks for it.
pub(super) fn is_named(text: &str, alone: bool) -> bool {
    // An unknown first name is sure enough before the body it belongs to: « Ysoria Belkant (CNRS) ».
    let sure = |name: &Name| {
        let body = text[name.len..].trim_start().strip_prefix('(');
        name.form <= Form::Known || body.is_some_and(|body| body.starts_with(char::is_uppercase))
    };
    let Some(name) = name::parse(text, Trust::Announced).filter(sure) else {
        return false;
    };
    let after = text[name.len..].trim_start();
    !alone
        || after.is_empty()
        || after.starts_with([',', '(', ')', '–', '-', '/', '&', ';'])
        || after.starts_with("et ")
}

/// Whether a text after `par` starts with a name of any form, set apart from what follows.
pub(super) fn is_named_by(text: &str) -> bool {
    name::parse(text, Trust::Announced).is_some_and(|name| {
        let after = text[name.len..].trim_start();
        let apart = after.is_empty() || after.starts_with([',', '(', '&', ':']);
        // « par Ysoria Belkant docteure en droit »
        let role = after.starts_with(char::is_lowercase) && cue::names_role(prefix(after, 40));
        apart || after.starts_with("et ") || role
    })
}

/// Whether a text is a sure name and nothing else.
pub(super) fn is_name(text: &str) -> bool {
    name::parse(text, Trust::Text)
        .is_some_and(|name| name.form <= Form::Known && name.len == text.trim_end().len())
}

/// Whether a text is a name with initials and nothing else: `Z. Lanteri`.
pub(super) fn is_initial(text: &str) -> bool {
    name::parse(text, Trust::Announced)
        .is_some_and(|name| name.form == Form::Initial && name.len == text.trim_end().len())
}

/// Whether a text is what stands before `par` and nothing else: `présentée`, `animée`.
pub(crate) fn is_participle(text: &str) -> bool {
    static PARTICIPLE: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"^(?:present|anim|propos|moder|presid|organis|coordonn|introdui|assur|donn)[a-z]{1,4}$",
        )
    });
    text.starts_with(char::is_lowercase) && PARTICIPLE.is_match(&fold(text))
}

/// Whether a text ends with a participle that makes `par` name an author cited: `écrite par`.
pub(crate) fn is_work(text: &str) -> bool {
    static WORK: LazyLock<Pattern> = LazyLock::new(|| {
        folded_pattern(
            r"\b(?:ecrit|publie|edite|compose|traduit|realise|redige|cree|peint|filme|dirige|finance|fonde|porte|soutenu|developpe|produit|construit|invente|defendu|initie)e?s?$",
        )
    });
    WORK.is_match(&fold(text))
}
