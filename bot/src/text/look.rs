//! What the bot saw at an address, as a short message: it informs, and never holds anyone up.

use domain::office::Office;

use super::{Html, Speech, html::shortened, moment::day, words::t};
use crate::look::{Fault, Seen};

/// A longer address is cut; it stands above in the review.
const LONGEST: usize = 200;

/// What was seen at each address; and unless all is well, that it holds nobody up.
pub fn seen<'a>(
    s: &Speech,
    office: &Office,
    looked: impl IntoIterator<Item = (&'a String, Seen)>,
) -> Html {
    let mut text = Html::new();
    let mut well = true;
    for (address, seen) in looked {
        let address = shortened(address, LONGEST);
        text.line(sentence(s, office, &address, &seen));
        well &= matches!(seen, Seen::Answer { status, .. } if is_well(status));
    }
    if !well {
        text.line(t!(s, "look-informs"));
    }
    text
}

fn is_well(status: u16) -> bool {
    (200..300).contains(&status)
}

fn sentence(s: &Speech, office: &Office, address: &str, seen: &Seen) -> Html {
    let why = match seen {
        Seen::Answer {
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
            return text;
        }
        Seen::NotOurs => {
            let domains = office.domains.join(", ");
            return t!(s, "look-not-ours", address = address, domains = domains);
        }
        Seen::NoSuchName => t!(s, "look-no-name"),
        Seen::OnlyPrivate => t!(s, "look-private"),
        Seen::Timeout => t!(s, "look-timeout"),
        Seen::Refused => t!(s, "look-refused"),
        Seen::Certificate(fault) => certificate(s, *fault),
        Seen::TooManyRedirects => t!(s, "look-redirects"),
        Seen::Elsewhere { to } => t!(s, "look-elsewhere", to = shortened(to, LONGEST)),
        Seen::Unclear => t!(s, "look-unclear"),
    };
    t!(s, "look-closed", address = address, why = why)
}

fn answered(s: &Speech, address: &str, status: u16) -> Html {
    let code = u32::from(status);
    if is_well(status) {
        t!(s, "look-open", address = address, status = code)
    } else {
        t!(s, "look-status", address = address, status = code)
    }
}

fn certificate(s: &Speech, fault: Fault) -> Html {
    match fault {
        Fault::Expired => t!(s, "look-certificate-expired"),
        Fault::NotYetValid => t!(s, "look-certificate-early"),
        Fault::WrongName => t!(s, "look-certificate-name"),
        Fault::UnknownIssuer => t!(s, "look-certificate-issuer"),
        Fault::Other => t!(s, "look-certificate-other"),
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
        let answer = |status, moved: Option<&str>| Seen::Answer {
            status,
            moved: moved.map(str::to_owned),
            until,
        };
        let faults = [
            Fault::Expired,
            Fault::NotYetValid,
            Fault::WrongName,
            Fault::UnknownIssuer,
            Fault::Other,
        ];
        let elsewhere = Seen::Elsewhere {
            to: "http://example.com".to_owned(),
        };
        let mut all = vec![
            answer(200, None),
            answer(200, Some("https://dinsos.serunikota.go.id/beranda")),
            answer(404, None),
            Seen::NotOurs,
            Seen::NoSuchName,
            Seen::OnlyPrivate,
            Seen::Timeout,
            Seen::Refused,
            Seen::TooManyRedirects,
            elsewhere,
            Seen::Unclear,
        ];
        all.extend(faults.map(Seen::Certificate));
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
