//! Labels that nobody, or not everybody, may have beneath the office's domain (R-LABEL). `procedures/README.md` lists
//! them for those who write office files.

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

/// What an office says of names in its file: what it reserves beside the lists above, and what of them it allows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameRules {
    /// Labels that nobody gets.
    pub reserved: Vec<String>,
    /// Labels that only the agency gets of whose `names` they are one.
    pub protected: Vec<String>,
    /// Words that no label holds.
    pub words: Vec<String>,
    /// Those of the lists above that this office gives out all the same.
    pub allowed: Vec<String>,
}

impl NameRules {
    /// Whether a label belongs to one certain unit, such as `ppid` or `walikota`.
    pub fn protects(&self, label: &str) -> bool {
        is_one(&self.protected, label) || self.holds_to(INSTITUTIONAL, label)
    }

    /// A technical name, which no unit gets.
    pub(super) fn technical(&self, label: &str) -> Result<(), LabelFault> {
        if is_one(&self.reserved, label) || self.holds_to(TECHNICAL, label) {
            Err(LabelFault::Reserved)
        } else {
            Ok(())
        }
    }

    /// A word that no government name holds.
    pub(super) fn unseemly(&self, label: &str) -> Result<(), LabelFault> {
        if is_one(&self.allowed, label) {
            return Ok(());
        }
        let stands = |list| words(list).filter(|word| !is_one(&self.allowed, word));
        let starts = |start: &str| label.split('-').any(|word| word.starts_with(start));
        let gambling = stands(GAMBLING)
            .find(|word| label.contains(word))
            .or_else(|| stands(GAMBLING_STARTS).find(|start| starts(start)));
        if let Some(word) = gambling {
            return Err(LabelFault::Gambling {
                word: word.to_owned(),
            });
        }
        let mut unwanted: Vec<&str> = words(BRANDS).collect();
        unwanted.retain(|word| !is_one(&self.allowed, word));
        unwanted.extend(self.words.iter().map(String::as_str));
        let is_held = |unwanted: &&str| label.split('-').any(|word| word == *unwanted);
        match unwanted.into_iter().find(is_held) {
            Some(word) => Err(LabelFault::Brand {
                word: word.to_owned(),
            }),
            None => Ok(()),
        }
    }

    fn holds_to(&self, list: &'static str, label: &str) -> bool {
        words(list).any(|word| word == label) && !is_one(&self.allowed, label)
    }
}

/// Whether the lists above hold a label or a word of it.
pub(crate) fn is_known(label: &str) -> bool {
    let lists = [TECHNICAL, INSTITUTIONAL, GAMBLING, GAMBLING_STARTS, BRANDS];
    let is_listed = lists.into_iter().flat_map(words).any(|word| word == label);
    is_listed || NameRules::default().unseemly(label).is_err()
}

/// Whether it could stand between two dots of a name.
pub(crate) fn is_label(label: &str) -> bool {
    let fits = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-');
    !label.is_empty() && label.chars().all(fits)
}

fn is_one(list: &[String], label: &str) -> bool {
    list.iter().any(|it| it == label)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, expected: &str) {
        said(&NameRules::default(), label, expected);
    }

    #[track_caller]
    fn said(rules: &NameRules, label: &str, expected: &str) {
        let said = match rules.technical(label).and_then(|()| rules.unseemly(label)) {
            Ok(()) if rules.protects(label) => "protected".to_owned(),
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

    #[test]
    fn an_office_has_rules_of_its_own() {
        let list = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        let rules = NameRules {
            reserved: list(&["intranet"]),
            protected: list(&["bkad"]),
            words: list(&["pinjol"]),
            allowed: list(&["data", "status", "google", "slot-parkir"]),
        };
        for (label, expected) in [
            ("intranet", "Reserved"),
            ("bkad", "protected"),
            ("info-pinjol", r#"Brand { word: "pinjol" }"#),
            ("data", "free"),
            ("status", "free"),
            ("data-google", "free"),
            ("slot-parkir", "free"),
            ("slot", r#"Gambling { word: "slot" }"#),
            ("www", "Reserved"),
            ("ppid", "protected"),
        ] {
            said(&rules, label, expected);
        }
        assert!(is_known("data") && is_known("slot-parkir") && !is_known("dinsos"));
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
