//! What the bot saw at an address, as a short message: it informs, and never holds anyone up.

use domain::office::Office;

use super::{Html, Speech, html::shortened, moment::day, words::t};
use crate::look::{CertificateFault, LookResult};

/// A longer address is cut; it stands above in the review.
const LONGEST: usize = 200;

/// The same beneath the review in which the address stands, where there is one: with the buttons that go on.
pub fn beneath(s: &Speech, office: &Office, looked: &[(String, LookResult)]) -> Html {
    if let [(_, only)] = looked
        && let Some(why) = why(s, only)
    {
        return t!(s, "look-closed-here", why = why);
    }
    let looked = looked.iter();
    seen(
        s,
        office,
        looked.map(|(address, seen)| (address, seen.clone())),
    )
}

/// What was seen at each address; and unless all is well, that it holds nobody up.
pub fn seen<'a>(
    s: &Speech,
    office: &Office,
    looked: impl IntoIterator<Item = (&'a String, LookResult)>,
) -> Html {
    let mut text = Html::new();
    let mut well = true;
    for (address, seen) in looked {
        let address = shortened(address, LONGEST);
        text.line(sentence(s, office, &address, &seen));
        well &= matches!(seen, LookResult::Answer { status, .. } if is_well(status));
    }
    if !well {
        text.line(t!(s, "look-informs"));
    }
    text
}

fn is_well(status: u16) -> bool {
    (200..300).contains(&status)
}

fn sentence(s: &Speech, office: &Office, address: &str, seen: &LookResult) -> Html {
    match seen {
        LookResult::Answer {
            status,
            moved,
            until,
        } => {
            let mut text = answered(s, address, *status);
            if let Some(to) = moved {
                let to = shortened(to, LONGEST);
                text.push(" ").push(t!(s, "look-moved", to = to));
            }
            if let Some(until) = until {
                let until = day(s, until.with_timezone(&office.zone).date_naive());
                text.push(" ")
                    .push(t!(s, "look-certificate", until = until));
            }
            text
        }
        LookResult::NotOurs => {
            let domains = office.domains.join(", ");
            t!(s, "look-not-ours", address = address, domains = domains)
        }
        closed => {
            let why = why(s, closed).unwrap_or_default();
            t!(s, "look-closed", address = address, why = why)
        }
    }
}

/// Why nothing was seen.
fn why(s: &Speech, seen: &LookResult) -> Option<Html> {
    Some(match seen {
        LookResult::Answer { .. } | LookResult::NotOurs => return None,
        LookResult::NoSuchName => t!(s, "look-no-name"),
        LookResult::OnlyPrivate => t!(s, "look-private"),
        LookResult::Timeout => t!(s, "look-timeout"),
        LookResult::Refused => t!(s, "look-refused"),
        LookResult::Certificate(fault) => certificate(s, *fault),
        LookResult::TooManyRedirects => t!(s, "look-redirects"),
        LookResult::Elsewhere { to } => t!(s, "look-elsewhere", to = shortened(to, LONGEST)),
        LookResult::Unclear => t!(s, "look-unclear"),
    })
}

fn answered(s: &Speech, address: &str, status: u16) -> Html {
    let code = u32::from(status);
    if is_well(status) {
        t!(s, "look-open", address = address, status = code)
    } else {
        t!(s, "look-status", address = address, status = code)
    }
}

fn certificate(s: &Speech, fault: CertificateFault) -> Html {
    match fault {
        CertificateFault::Expired => t!(s, "look-certificate-expired"),
        CertificateFault::NotYetValid => t!(s, "look-certificate-early"),
        CertificateFault::WrongName => t!(s, "look-certificate-name"),
        CertificateFault::UnknownIssuer => t!(s, "look-certificate-issuer"),
        CertificateFault::Other => t!(s, "look-certificate-other"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};
    use domain::Language;
    use insta::assert_snapshot;

    use super::*;
    use crate::text::Words;

    /// All that can be seen, in one language.
    fn everything(language: Language) -> String {
        let office = Office::built_in().unwrap();
        let speech = Words::load().speech(language);
        // Late in the evening in London, it is the next day in the office.
        let until = Utc.with_ymd_and_hms(2027, 5, 19, 23, 59, 59).single();
        let answer = |status, moved: Option<&str>| LookResult::Answer {
            status,
            moved: moved.map(str::to_owned),
            until,
        };
        let faults = [
            CertificateFault::Expired,
            CertificateFault::NotYetValid,
            CertificateFault::WrongName,
            CertificateFault::UnknownIssuer,
            CertificateFault::Other,
        ];
        let elsewhere = LookResult::Elsewhere {
            to: "http://example.com".to_owned(),
        };
        let mut all = vec![
            answer(200, None),
            answer(200, Some("https://dinsos.serunikota.go.id/beranda")),
            answer(404, None),
            LookResult::NotOurs,
            LookResult::NoSuchName,
            LookResult::OnlyPrivate,
            LookResult::Timeout,
            LookResult::Refused,
            LookResult::TooManyRedirects,
            elsewhere,
            LookResult::Unclear,
        ];
        all.extend(faults.map(LookResult::Certificate));
        let address = "https://dinsos.serunikota.go.id".to_owned();
        let looked = all.into_iter().map(|seen| (&address, seen));
        super::seen(&speech, &office, looked).to_string()
    }

    #[test]
    fn everything_that_can_be_seen() {
        assert_snapshot!("looks_in_indonesian", everything(Language::ID));
        assert_snapshot!("looks_in_english", everything(Language::EN));
    }
}
