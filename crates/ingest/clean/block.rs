//! Blocks that invite to follow a link, caption a photo, or give an address.

use std::ops::Range;
use std::sync::LazyLock;

use glane_document::FurnitureKind;

use crate::line::Line;
use crate::pattern::{Pattern, folded_pattern as pattern};

static LINK: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:acced(?:ez|er)|retrouvez|(?:re)?visionnez|(?:re)?ecoutez|(?:re)?voir (?:la |le |les |l')?(?:video|interview|replay|captation|ressources)|voir le programme (?:complet|detaille|en (?:pdf|ligne))|telecharge[rz]|scannez|flashez|cliquez|toutes les ressources|les? (?:supports?|captation|video|replay|podcast)|la (?:captation|video)|ajouter a (?:mon|l'|votre) ?(?:agenda|calendrier)|partager (?:sur|par|cette)|imprimer|retour (?:a la liste|en haut)|plus d'informations? *:? *$|pour en savoir plus *: *$|replay|podcast)\b",
    )
});
static OBJECT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:interview|captation|video|podcast|audio|replay|integralite|ressources?|allocution|supports?|qr|lien|rapport|etude|guides?|disponibles?|micro-trottoir|table ronde|conference|intervention|supplement|en ligne|ici|plus d'informations?|diaporama|presentation)\b",
    )
});
/// What tells when or by whom something was recorded, and invites nobody.
static RECORDED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:l[ae]s? )?(?:video|captation|replay|podcast)s? (?:(?:a|ont) ete )?(?:enregistre|realise|filme|tourne|capte)e?s? (?:le|la|en|a|au|par)\b",
    )
});
static CAPTION: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^(?:de g\. ?a dr|de gauche a droite|photo(?:graphie)?s? *[:©]|credits? photos?|©)")
});
static PHONE: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"(?:^|[^0-9])(?:\+33 ?\d|0\d)(?:[ .]?\d\d){4}(?:[^0-9]|$)"));
static POSTCODE: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:cs|bp) ?\d{4,5}\b|\bcedex\b"));
static ACCOUNT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^[@#]\w+$"));

/// The longest block, in bytes, that may be furniture: prose is longer.
const MAX_BYTES: usize = 260;

/// The blocks that are furniture.
pub(crate) fn furniture(
    lines: &[Line<'_>],
    blocks: &[Range<usize>],
) -> Vec<(Range<usize>, FurnitureKind)> {
    let mut found: Vec<(Range<usize>, FurnitureKind)> = Vec::new();
    let mut open_caption = false;
    for block in blocks {
        let length: usize = lines[block.clone()].iter().map(|line| line.plain.len() + 1).sum();
        if !open_caption && length > MAX_BYTES + block.len() {
            continue;
        }
        let headed = lines[block.start].level.is_some() || lines[block.start].item;
        let kind = if headed || length > MAX_BYTES + 1 {
            None
        } else if block.len() == 1 {
            kind(lines[block.start].plain.folded())
        } else {
            kind(&folded(&lines[block.clone()]))
        };
        let kind = kind.or_else(|| (open_caption && !headed).then_some(FurnitureKind::Caption));
        // « De g. à dr. : » announces names that stand in the next block.
        let opens = lines[block.end - 1].plain.ends_with(':');
        open_caption = kind == Some(FurnitureKind::Caption) && opens;
        found.extend(kind.map(|kind| (block.clone(), kind)));
    }
    found
}

/// Whether a line invites to follow a link.
pub(crate) fn is_link(folded: &str) -> bool {
    kind(folded) == Some(FurnitureKind::Link)
}

/// What a folded block is.
fn kind(folded: &str) -> Option<FurnitureKind> {
    let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '@');
    let invites = LINK.is_match(folded) && !RECORDED.is_match(folded);
    if invites && (OBJECT.is_match(folded) || folded.len() < 40) {
        return Some(FurnitureKind::Link);
    }
    if CAPTION.is_match(folded) {
        return Some(FurnitureKind::Caption);
    }
    let imprint = POSTCODE.is_match(folded) && (PHONE.is_match(folded) || folded.contains("www."));
    (imprint || ACCOUNT.is_match(folded)).then_some(FurnitureKind::Imprint)
}

/// The lines of a block on one line, folded.
fn folded(block: &[Line<'_>]) -> String {
    block.iter().map(|line| line.plain.folded()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{blocks, lines};

    #[track_caller]
    fn check(source: &str, expect: &[FurnitureKind]) {
        let lines = lines(source);
        let found = furniture(&lines, &blocks(&lines, &vec![false; lines.len()]));
        let kinds: Vec<FurnitureKind> = found.into_iter().map(|(_, kind)| kind).collect();
        assert_eq!(kinds, expect);
    }

    #[test]
    fn invitations_to_follow_a_link_are_furniture() {
        check(
            "Accédez à l'interview\nde l'intervenante\nZoé Lanteri\n\nTexte.",
            &[FurnitureKind::Link],
        );
        check("Voir le programme détaillé en PDF", &[FurnitureKind::Link]);
        check("Voir le programme détaillé de chaque journée suppose un compte.", &[]);
        check(
            "La **captation vidéo** complète\nde cet atelier est disponible ici",
            &[FurnitureKind::Link],
        );
    }

    #[test]
    fn prose_and_list_items_are_not() {
        check(
            "Accéder aux droits suppose d'en connaître l'existence, ce que peu de personnes savent.",
            &[],
        );
        check("- Consultez le programme en ligne", &[]);
        check("La vidéo a été tournée le 3 mai 2019 par Zoé Lanteri", &[]);
    }

    #[test]
    fn a_caption_takes_the_names_it_announces() {
        check("De g. à dr. :\n\nZoé LANTERI, Luc PERROT\n\nTexte.", &[FurnitureKind::Caption; 2]);
    }

    #[test]
    fn addresses_and_accounts_are_an_imprint() {
        check(
            "Agence d'Orn\n3, quai Vert - CS 41232 - 99000 Orn cedex\nTél. : 01 99 00 00 00\n\n@agence",
            &[FurnitureKind::Imprint; 2],
        );
    }
}
