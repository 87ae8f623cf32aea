//! Labels that nobody, or not everybody, may have beneath the office's domain (R-LABEL).

use crate::procedure::accept::LabelFault;

/// Names that machines look for, or that would make a page look like the office's own machinery.
const TECHNICAL: &str = "\
    www mail webmail smtp imap pop pop3 mx autodiscover autoconfig ns ns1 ns2 ns3 ns4 ns5 \
    ns6 ns7 ns8 ns9 dns ftp sftp vpn proxy gateway router cpanel whm plesk panel admin \
    root hostmaster postmaster abuse localhost test dev staging uat db mysql phpmyadmin \
    backup cdn static assets status monitor wpad isatap mta-sts sso login";

/// Names that belong to one unit each.
const INSTITUTIONAL: &str = "\
    pemkot pemkab pemprov walikota wakilwalikota bupati gubernur setda sekda dprd \
    inspektorat ppid jdih lpse spbe csirt satudata data lapor eoffice tte jepin";

/// Gambling pages injected on abandoned government names are a recurring incident. Anywhere in a label.
const GAMBLING: &str = "gacor togel maxwin judol sbobet casino kasino jackpot";

/// Only where a word starts: `ajudikasi` and `timeslot` are honest.
const GAMBLING_STARTS: &str = "slot judi";

/// Whole words only. Abbreviations such as PKS stay out: offices use them for other things.
/// Personal names no list can know; those who verify a request see them.
const BRANDS: &str = "\
    google gmail youtube facebook instagram whatsapp telegram tiktok twitter microsoft \
    netflix tokopedia shopee bukalapak lazada gojek golkar gerindra nasdem demokrat hanura \
    perindo pdip";

/// A technical name, which no unit gets.
pub(super) fn technical(label: &str) -> Result<(), LabelFault> {
    if words(TECHNICAL).any(|word| word == label) {
        Err(LabelFault::Reserved)
    } else {
        Ok(())
    }
}

/// A word that no government name holds.
pub(super) fn unseemly(label: &str) -> Result<(), LabelFault> {
    let starts = |start: &str| label.split('-').any(|word| word.starts_with(start));
    let gambling = words(GAMBLING)
        .find(|word| label.contains(word))
        .or_else(|| words(GAMBLING_STARTS).find(|start| starts(start)));
    if let Some(word) = gambling {
        return Err(LabelFault::Gambling {
            word: word.to_owned(),
        });
    }
    match words(BRANDS).find(|brand| label.split('-').any(|word| word == *brand)) {
        Some(word) => Err(LabelFault::Brand {
            word: word.to_owned(),
        }),
        None => Ok(()),
    }
}

/// Whether a label belongs to one certain unit, such as `ppid` or `walikota`.
///
/// Such a label fits: only the letter can tell whether its owner asks, and those who verify the
/// request read the letter. They deserve a hint.
pub fn is_protected(label: &str) -> bool {
    words(INSTITUTIONAL).any(|word| word == label)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: &str) {
        let said = match technical(label).and_then(|()| unseemly(label)) {
            Ok(()) if is_protected(label) => "protected".to_owned(),
            Ok(()) => "free".to_owned(),
            Err(fault) => format!("{fault:?}"),
        };
        assert_eq!(said, expected, "{label}");
    }

    #[test]
    fn labels() {
        for (label, expected) in [
            ("dinsos", "free"),
            ("www", "Reserved"),
            ("ns1", "Reserved"),
            ("ns9", "Reserved"),
            ("mta-sts", "Reserved"),
            ("login", "Reserved"),
            ("mail-dinsos", "free"),
            ("testing", "free"),
            ("walikota", "protected"),
            ("ppid", "protected"),
            ("ppid-dinsos", "free"),
            ("slotgacor88", r#"Gambling { word: "gacor" }"#),
            ("main-slot", r#"Gambling { word: "slot" }"#),
            ("judionline", r#"Gambling { word: "judi" }"#),
            ("info-togel", r#"Gambling { word: "togel" }"#),
            ("ajudikasi", "free"),
            ("timeslot", "free"),
            ("google", r#"Brand { word: "google" }"#),
            ("dinsos-instagram", r#"Brand { word: "instagram" }"#),
            ("pks", "free"),
        ] {
            check(label, expected);
        }
    }

    /// A list entry that is no label itself could never match.
    #[test]
    fn lists_hold_lower_case_labels() {
        for list in [TECHNICAL, INSTITUTIONAL, GAMBLING, GAMBLING_STARTS, BRANDS] {
            for word in words(list) {
                let stranger = word
                    .chars()
                    .find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '-'));
                assert_eq!(stranger, None, "{word}");
            }
        }
    }
}
