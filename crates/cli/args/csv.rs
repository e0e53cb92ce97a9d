//! How tables for spreadsheets are written.

use clap::Args;
use glane_render::Dialect;

use crate::help;

/// The dialect of a table.
#[derive(Debug, Args)]
#[command(next_help_heading = help::OPTIONS)]
pub(crate) struct CsvArgs {
    /// Ce qui sépare les colonnes du CSV : la virgule à défaut, ';' pour un tableur français, tab
    #[arg(long, value_name = "SIGNE", default_value = ",", hide_default_value = true)]
    #[arg(value_parser = separator)]
    separator: u8,
    /// Commence le CSV par une marque d'ordre des octets, qu'attendent des tableurs
    #[arg(long)]
    bom: bool,
}

impl CsvArgs {
    /// As the tables take it.
    pub(crate) fn dialect(&self) -> Dialect {
        Dialect { separator: self.separator, bom: self.bom }
    }
}

/// One ASCII sign, or the name of the tabulation.
fn separator(text: &str) -> Result<u8, String> {
    match text {
        "tab" | "\\t" => Ok(b'\t'),
        _ => match *text.as_bytes() {
            [sign] if !sign.is_ascii_alphanumeric() && !b"\"\r\n".contains(&sign) => Ok(sign),
            _ => {
                Err("un signe attendu, hors lettre, chiffre et guillemet : , ; | ou tab".to_owned())
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_separator_is_one_sign() {
        assert_eq!((separator(";"), separator("tab")), (Ok(b';'), Ok(b'\t')));
        for wrong in ["", "\"", "a", ";;", "é", "\n"] {
            assert!(separator(wrong).is_err(), "{wrong}");
        }
    }
}
