//! Names beneath the office's domain: one label (R-LABEL) or a full name (R-FQDN).

use super::{Asked, Likely, Sample, Use, Way, Written, reserved::NameRules};
use crate::{
    phrase::{Part, Phrase},
    procedure::{
        accept::{Knowledge, LabelFault, Unfit, clean},
        answer::Answer,
        read::{bounds, keys::Keys},
    },
};

/// What the standard allows; the rule recommends at most 30.
const LABEL: (usize, usize) = (3, 63);
const HOSTNAME: usize = 253;

/// Rule R-LABEL: one label beneath the office's domain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubdomainLabelKind {
    /// In characters.
    pub min: usize,
    pub max: usize,
}

impl Default for SubdomainLabelKind {
    fn default() -> SubdomainLabelKind {
        let (min, max) = LABEL;
        SubdomainLabelKind { min, max }
    }
}

impl Written for SubdomainLabelKind {
    const WORD: &'static str = "subdomain-label";
    const KEYS: &'static [&'static str] = &["min", "max"];
    const USES: &'static [Use] = &[Use::Free];
    const SAMPLES: &'static [Sample] = &[
        Sample {
            keys: "",
            takes: &["Dinas Sosial", "dishub.kota-contoh.go.id"],
            refuses: &["www", "di_nas"],
        },
        Sample {
            keys: "min = 5\nmax = 20",
            takes: &["dishub"],
            refuses: &["dish", "dinas-perhubungan-dan-laut"],
        },
    ];

    fn read(keys: &Keys<'_>) -> SubdomainLabelKind {
        let (min, max) = LABEL;
        SubdomainLabelKind {
            min: keys.within("min", bounds::LENGTH).unwrap_or(min),
            max: keys.within("max", bounds::LENGTH).unwrap_or(max),
        }
    }
}

impl Asked for SubdomainLabelKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        let label = label(typed, knowledge)?;
        match label.len() {
            has if has < self.min => Err(Unfit::Label(LabelFault::TooShort { min: self.min, has })),
            has if has > self.max => Err(Unfit::Label(LabelFault::TooLong { max: self.max, has })),
            _ => Ok(Answer::Label(label)),
        }
    }

    fn outline(&self) -> Phrase {
        if *self == SubdomainLabelKind::default() {
            return Phrase::new("outline-kind-subdomain-label");
        }
        Phrase::new("outline-kind-subdomain-label-long")
            .with("min", self.min)
            .with("max", self.max)
    }

    fn fault(&self) -> Option<String> {
        let (least, most) = LABEL;
        let fits = least <= self.min && self.min <= self.max && self.max <= most;
        (!fits).then(|| {
            format!("A label has from {least} to {most} characters; change `min` or `max`.")
        })
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        let mut label = of.name.to_owned();
        while label.len() < self.min {
            label = format!("{label}-{}", of.name);
        }
        label.truncate(self.max);
        vec![label.trim_end_matches('-').to_owned()]
    }
}

/// Rule R-FQDN: a full name beneath one of the office's domains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostnameKind;

impl Written for HostnameKind {
    const WORD: &'static str = "hostname";
    const USES: &'static [Use] = &[Use::Cell, Use::Remembered, Use::Free, Use::Looked];
    const SAMPLES: &'static [Sample] = &[Sample {
        keys: "",
        takes: &["dishub", "https://a.contoh.desa.id/"],
        refuses: &["dishub.go.id", "kota-contoh.go.id"],
    }];

    fn read(_: &Keys<'_>) -> HostnameKind {
        HostnameKind
    }
}

impl Asked for HostnameKind {
    fn way(&self) -> Way<'_> {
        Way::Typed
    }

    fn typed(&self, typed: &str, knowledge: &Knowledge<'_>) -> Result<Answer, Unfit> {
        hostname(typed, knowledge).map(Answer::Hostname)
    }

    fn outline(&self) -> Phrase {
        Phrase::new("outline-kind-hostname").with("domains", Part::Domains)
    }

    fn likely(&self, of: &Likely<'_>) -> Vec<String> {
        vec![format!("{}.{}", of.name, of.domain())]
    }
}

/// One label. A full address is cut down to it, capitals and spaces are set right.
fn label(typed: &str, knowledge: &Knowledge<'_>) -> Result<String, Unfit> {
    let name = without_decoration(&clean::line(typed)?);
    not_the_domain(&name, knowledge)?;
    let name = beneath(&name, knowledge.domains()).unwrap_or(&name);
    let name = name.strip_prefix("www.").unwrap_or(name);
    // "dinas sosial" and "dinas - sosial" both become `dinas-sosial`.
    let label = name.replace(" -", "-").replace("- ", "-").replace(' ', "-");
    if label.is_empty() {
        return Err(Unfit::Empty);
    }
    strict(&label, &knowledge.office.names).map_err(Unfit::Label)?;
    Ok(label)
}

/// A full name. A single label is completed with the office's first domain.
fn hostname(typed: &str, knowledge: &Knowledge<'_>) -> Result<String, Unfit> {
    let mut name = without_decoration(&clean::line(typed)?);
    if name.is_empty() || name.contains(' ') {
        return Err(Unfit::NotAHostname);
    }
    if let (false, Some(domain)) = (name.contains('.'), knowledge.domains().first()) {
        name = format!("{name}.{domain}");
    }
    if name.len() > HOSTNAME || name.split('.').any(str::is_empty) {
        return Err(Unfit::NotAHostname);
    }
    not_the_domain(&name, knowledge)?;
    let Some(above) = beneath(&name, knowledge.domains()) else {
        return Err(Unfit::HostnameOutside {
            domains: knowledge.domains().to_vec(),
        });
    };
    for label in above.split('.') {
        well_formed(label, 1)
            .and_then(|()| knowledge.office.names.unseemly(label))
            .map_err(Unfit::Label)?;
    }
    // `mail.dinsos` is the business of the unit that has `dinsos`; `mail` is the office's.
    let direct = above.rsplit('.').next().unwrap_or(above);
    knowledge
        .office
        .names
        .technical(direct)
        .map_err(Unfit::Label)?;
    Ok(name)
}

/// The parent domain belongs to the whole office; a name stands beneath it.
fn not_the_domain(name: &str, knowledge: &Knowledge<'_>) -> Result<(), Unfit> {
    match knowledge.domains().iter().find(|domain| *domain == name) {
        Some(domain) => Err(Unfit::OnlyTheDomain {
            domain: domain.clone(),
        }),
        None => Ok(()),
    }
}

/// Lower case, without scheme, path and final dots.
fn without_decoration(text: &str) -> String {
    let text = text.to_lowercase();
    let bare = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let name = bare.unwrap_or(&text);
    // `dinsos/kominfo` is no address with a path, and half of it is not what was meant.
    let name = match name.split_once(['/', '?', '#']) {
        Some((host, _)) if bare.is_some() || host.contains('.') => host,
        _ => name,
    };
    name.trim_end_matches(['/', '.', ' '])
        .trim_start()
        .to_owned()
}

/// What stands above the parent domain; above the longest, where several fit.
fn beneath<'a>(name: &'a str, domains: &[String]) -> Option<&'a str> {
    domains
        .iter()
        .filter_map(|domain| name.strip_suffix(domain.as_str())?.strip_suffix('.'))
        .min_by_key(|above| above.len())
        .filter(|above| !above.is_empty())
}

/// R-LABEL in full: `^[a-z](?:[a-z0-9-]{1,61}[a-z0-9])$`, no `--` at positions 3 and 4, not reserved.
fn strict(label: &str, names: &NameRules) -> Result<(), LabelFault> {
    well_formed(label, LABEL.0)?;
    if label.bytes().all(|c| c.is_ascii_digit()) {
        return Err(LabelFault::OnlyDigits);
    }
    if label.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(LabelFault::StartsWithDigit);
    }
    names.technical(label)?;
    names.unseemly(label)
}

/// What holds for every label of a name: letters, digits, inner hyphens.
fn well_formed(label: &str, min: usize) -> Result<(), LabelFault> {
    let stranger = |c: &char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-');
    if let Some(found) = label.chars().find(stranger) {
        return Err(LabelFault::BadCharacter { found });
    }
    // ASCII only from here on: bytes are characters.
    match label.len() {
        has if has < min => Err(LabelFault::TooShort { min, has }),
        has if has > LABEL.1 => Err(LabelFault::TooLong { max: LABEL.1, has }),
        _ if label.starts_with('-') => Err(LabelFault::StartsWithHyphen),
        _ if label.ends_with('-') => Err(LabelFault::EndsWithHyphen),
        _ if label.get(2..4) == Some("--") => Err(LabelFault::Encoded),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::procedure::accept::testing::check;

    #[test]
    fn labels_are_set_right() {
        for (typed, expected) in [
            ("dishub", "dishub"),
            (" DisHub ", "dishub"),
            ("dinas sosial", "dinas-sosial"),
            ("Dinas  -  Sosial", "dinas-sosial"),
            ("dishub.kota-contoh.go.id", "dishub"),
            ("https://dishub.kota-contoh.go.id/beranda?x=1", "dishub"),
            ("http://www.dishub.kota-contoh.go.id./", "dishub"),
            ("www.dishub", "dishub"),
            ("masawah.contoh.desa.id", "masawah"),
            ("dishub/", "dishub"),
            ("sipadu2", "sipadu2"),
            ("ppid", "ppid"),
        ] {
            check(&SubdomainLabelKind::default(), typed, expected);
        }
    }

    #[test]
    fn labels_at_fault() {
        for (typed, expected) in [
            ("", "Empty"),
            ("https://", "Empty"),
            ("...", "Empty"),
            ("ab", "Label(TooShort { min: 3, has: 2 })"),
            ("2dishub", "Label(StartsWithDigit)"),
            ("2026", "Label(OnlyDigits)"),
            ("-dishub", "Label(StartsWithHyphen)"),
            ("dishub-", "Label(EndsWithHyphen)"),
            ("dis_hub", "Label(BadCharacter { found: '_' })"),
            ("dis.hub", "Label(BadCharacter { found: '.' })"),
            ("dinsos/kominfo", "Label(BadCharacter { found: '/' })"),
            ("dinsos.example.com", "Label(BadCharacter { found: '.' })"),
            (
                "kota-contoh.go.id",
                r#"OnlyTheDomain { domain: "kota-contoh.go.id" }"#,
            ),
            ("dïshub", "Label(BadCharacter { found: 'ï' })"),
            ("xn--dshub", "Label(Encoded)"),
            ("ab--cd", "Label(Encoded)"),
            ("WWW", "Label(Reserved)"),
            ("mail.kota-contoh.go.id", "Label(Reserved)"),
            ("slot gacor", r#"Label(Gambling { word: "gacor" })"#),
            ("judi", r#"Label(Gambling { word: "judi" })"#),
            ("info-google", r#"Label(Brand { word: "google" })"#),
        ] {
            check(&SubdomainLabelKind::default(), typed, expected);
        }
        check(
            &SubdomainLabelKind::default(),
            &"a".repeat(63),
            &"a".repeat(63),
        );
        check(
            &SubdomainLabelKind::default(),
            &"a".repeat(64),
            "Label(TooLong { max: 63, has: 64 })",
        );
    }

    #[test]
    fn hostnames() {
        for (typed, expected) in [
            ("dinsos.kota-contoh.go.id", "dinsos.kota-contoh.go.id"),
            (
                " HTTPS://Dinsos.Kota-Contoh.go.id./ ",
                "dinsos.kota-contoh.go.id",
            ),
            (
                "http://dinsos.kota-contoh.go.id/beranda",
                "dinsos.kota-contoh.go.id",
            ),
            ("dinsos", "dinsos.kota-contoh.go.id"),
            (
                "api.sipadu.kota-contoh.go.id",
                "api.sipadu.kota-contoh.go.id",
            ),
            (
                "mail.dinsos.kota-contoh.go.id",
                "mail.dinsos.kota-contoh.go.id",
            ),
            ("1.kota-contoh.go.id", "1.kota-contoh.go.id"),
            ("masawah.contoh.desa.id", "masawah.contoh.desa.id"),
            (
                "inspektorat.kota-contoh.go.id",
                "inspektorat.kota-contoh.go.id",
            ),
        ] {
            check(&HostnameKind, typed, expected);
        }
    }

    #[test]
    fn hostnames_at_fault() {
        let outside = r#"HostnameOutside { domains: ["kota-contoh.go.id", "contoh.desa.id"] }"#;
        for (typed, expected) in [
            ("dinsos.go.id", outside),
            ("dinsos.kota-lain.go.id", outside),
            ("evilkota-contoh.go.id", outside),
            ("kota-contoh.go.id.example.com", outside),
            ("203.0.113.20", outside),
            (
                "kota-contoh.go.id",
                r#"OnlyTheDomain { domain: "kota-contoh.go.id" }"#,
            ),
            (
                "https://Contoh.desa.id/",
                r#"OnlyTheDomain { domain: "contoh.desa.id" }"#,
            ),
            ("dinas sosial", "NotAHostname"),
            (".kota-contoh.go.id", "NotAHostname"),
            ("a..kota-contoh.go.id", "NotAHostname"),
            ("https://", "NotAHostname"),
            ("", "Empty"),
            ("dis_hub", "Label(BadCharacter { found: '_' })"),
            ("budi@kota-contoh.go.id", outside),
            ("-a.kota-contoh.go.id", "Label(StartsWithHyphen)"),
            ("a-.dinsos.kota-contoh.go.id", "Label(EndsWithHyphen)"),
            ("xn--a.kota-contoh.go.id", "Label(Encoded)"),
            ("www.kota-contoh.go.id", "Label(Reserved)"),
            ("dinsos.www.kota-contoh.go.id", "Label(Reserved)"),
            ("mail", "Label(Reserved)"),
            (
                "slot.dinsos.kota-contoh.go.id",
                r#"Label(Gambling { word: "slot" })"#,
            ),
        ] {
            check(&HostnameKind, typed, expected);
        }
        let long = format!("{}.kota-contoh.go.id", "a".repeat(64));
        check(&HostnameKind, &long, "Label(TooLong { max: 63, has: 64 })");
        check(
            &HostnameKind,
            &format!("{}kota-contoh.go.id", "a.".repeat(130)),
            "NotAHostname",
        );
    }
}
