//! Why an answer does not fit, and how to put it right.

use chrono::{DateTime, Utc};
use domain::{
    Text,
    calendar::WeekError,
    office::Office,
    procedure::{
        Opt,
        accept::{LabelFault, Taken, Unfit},
        kind::content::{FileKind, PaperType},
    },
};

use super::{Html, Speech, moment, phrase::Saying, schedule, value::size, words::t};

/// What is wrong, and what to do. The question that follows shows an example.
pub fn unfit(saying: &Saying<'_>, unfit: &Unfit) -> Html {
    let (s, office) = (saying.s, saying.office);
    match unfit {
        Unfit::Empty => t!(s, "unfit-empty"),
        Unfit::TooShort { min, has } => t!(s, "unfit-too-short", min = *min, has = *has),
        Unfit::TooLong { max, has } => t!(s, "unfit-too-long", max = *max, has = *has),
        Unfit::NotAName => t!(s, "unfit-name"),
        Unfit::SignInLetterNumber { sign } => {
            t!(s, "unfit-letter-sign", sign = sign.to_string())
        }
        Unfit::NotAMobile => t!(s, "unfit-landline"),
        Unfit::NotALetterNumber => t!(s, "unfit-letter-number"),
        Unfit::Hours { because } => hours(s, because),
        Unfit::NotANumber => t!(s, "unfit-number"),
        Unfit::NotWhole => t!(s, "unfit-whole-number"),
        Unfit::NumberTooSmall { min } => t!(s, "unfit-number-small", min = min.as_str()),
        Unfit::NumberTooLarge { max } => t!(s, "unfit-number-large", max = max.as_str()),
        Unfit::NotADate => t!(s, "unfit-date"),
        Unfit::NoSuchDay => t!(s, "unfit-no-such-day"),
        Unfit::NotADateTime => t!(s, "unfit-date-time"),
        Unfit::DateTooEarly { from } => t!(s, "unfit-date-early", from = moment::day(s, *from)),
        Unfit::DateTooLate { until } => t!(s, "unfit-date-late", until = moment::day(s, *until)),
        Unfit::MomentTooEarly { from } => {
            t!(
                s,
                "unfit-moment-early",
                from = moment::moment(s, office, *from)
            )
        }
        Unfit::MomentTooLate { until } => {
            t!(
                s,
                "unfit-moment-late",
                until = moment::moment(s, office, *until)
            )
        }
        Unfit::NotAPhone => t!(s, "unfit-phone"),
        Unfit::ShareContact => t!(s, "unfit-share-contact"),
        Unfit::NotYourContact => t!(s, "unfit-not-your-contact"),
        Unfit::NotNextNumber { next } => t!(s, "unfit-not-next-number", next = next),
        Unfit::NumberGiven { number } => t!(s, "unfit-number-given", number = number),
        Unfit::UnlikeNumber { like } => t!(s, "unfit-unlike-number", like = like),
        Unfit::NoSuchTicket => t!(s, "unfit-no-such-ticket"),
        Unfit::NoSuchAgency => t!(s, "unfit-no-such-agency"),
        Unfit::NotAnEmail => t!(s, "unfit-email"),
        Unfit::NotANip => t!(s, "unfit-nip"),
        Unfit::NoSuchNip => t!(s, "unfit-no-such-nip"),
        Unfit::NotAUrl => t!(s, "unfit-url"),
        Unfit::NotAnIp => t!(s, "unfit-ip"),
        Unfit::NotPublic => t!(s, "unfit-ip-private"),
        Unfit::OutsideNetworks { networks } => {
            t!(s, "unfit-ip-outside", networks = networks.join(", "))
        }
        Unfit::InTheFuture => t!(s, "unfit-future"),
        Unfit::InThePast => t!(s, "unfit-past"),
        Unfit::NameTaken {
            name,
            by,
            what: None,
            of,
            ..
        } => with_holder(s, taken(s, office, name, by), of.as_deref()),
        Unfit::NameTaken {
            name,
            what: Some(what),
            of,
            ..
        } => match of.as_deref() {
            Some((ticket, agency)) => t!(
                s,
                "unfit-recorded-at",
                what = s.text(what),
                name = name.as_str(),
                ticket = ticket.as_str(),
                agency = s.text(agency)
            ),
            None => t!(
                s,
                "unfit-recorded",
                what = s.text(what),
                name = name.as_str()
            ),
        },
        Unfit::NameBeneath { name, above, of } => {
            let (name, above) = (name.as_str(), above.as_str());
            let beneath = t!(s, "unfit-name-beneath", name = name, above = above);
            with_holder(s, beneath, of.as_deref())
        }
        Unfit::NameAbove { name, of } => {
            let above = t!(s, "unfit-name-above", name = name.as_str());
            with_holder(s, above, of.as_deref())
        }
        Unfit::NameTwice { name } => t!(s, "unfit-name-twice", name = name.as_str()),
        Unfit::NotRackUnits => t!(s, "unfit-rack"),
        Unfit::ItemTaken { item } => t!(s, "unfit-item", item = item.as_str()),
        Unfit::NotAnEntry => t!(s, "unfit-entry"),
        Unfit::Label(fault) => label(s, fault),
        Unfit::NotAHostname => t!(s, "unfit-hostname"),
        Unfit::HostnameOutside { domains } => {
            t!(s, "unfit-hostname-outside", domain = domains.join(", "))
        }
        Unfit::OnlyTheDomain { domain } => t!(s, "unfit-only-domain", domain = domain.as_str()),
        Unfit::ChooseOne => t!(s, "unfit-choose-one"),
        Unfit::NotAnOption { found } => t!(s, "unfit-not-an-option", found = found.as_str()),
        Unfit::ChooseAtLeast { n } => t!(s, "unfit-choose-at-least", n = *n),
        Unfit::SayYesOrNo => t!(s, "unfit-yes-no"),
        Unfit::NotHolder => t!(s, "unfit-holder"),
        Unfit::NeedsText => t!(s, "unfit-needs-text"),
        Unfit::NeedsFile => t!(s, "unfit-needs-file"),
        Unfit::NeedsButton => t!(s, "unfit-needs-button"),
        Unfit::WrongType { found, allowed } => {
            // Programs that write save as PDF, and as nothing else that could be asked for.
            let takes_pdf = allowed.iter().any(|it| it == PaperType::Pdf.name());
            let allowed = allowed.join(", ");
            match found {
                FileKind::Text if takes_pdf => t!(s, "unfit-type-text"),
                FileKind::Table if takes_pdf => t!(s, "unfit-type-table"),
                FileKind::Slides if takes_pdf => t!(s, "unfit-type-slides"),
                FileKind::WebPage if takes_pdf => t!(s, "unfit-type-web-page"),
                FileKind::Paper(found) => {
                    t!(
                        s,
                        "unfit-type-found",
                        found = found.name(),
                        allowed = allowed
                    )
                }
                FileKind::CutOff => t!(s, "unfit-type-cut-off"),
                FileKind::NoPages => t!(s, "unfit-type-no-pages"),
                FileKind::Locked => t!(s, "unfit-type-locked"),
                FileKind::PhonePicture => t!(s, "unfit-type-phone-picture", allowed = allowed),
                FileKind::Picture => t!(s, "unfit-type-picture", allowed = allowed),
                FileKind::Envelope => t!(s, "unfit-type-envelope", allowed = allowed),
                FileKind::Packed => t!(s, "unfit-type-packed", allowed = allowed),
                FileKind::Text
                | FileKind::Table
                | FileKind::Slides
                | FileKind::WebPage
                | FileKind::Unknown => {
                    t!(s, "unfit-type", allowed = allowed)
                }
            }
        }
        Unfit::TooLarge { max_mb, size: has } => {
            t!(s, "unfit-too-large", max = *max_mb, has = size(*has))
        }
        Unfit::EmptyFile => t!(s, "unfit-empty-file"),
        Unfit::PageUnreadable { page } => t!(s, "unfit-page-unreadable", page = *page),
        Unfit::PageTwice { page } => t!(s, "unfit-page-twice", page = *page),
        Unfit::TooManyPages { max } => t!(s, "unfit-too-many-pages", max = *max),
        Unfit::PagesTooLarge { max_mb, size: has } => {
            t!(s, "unfit-pages-too-large", max = *max_mb, has = size(*has))
        }
        Unfit::Row {
            row,
            column,
            because,
        } => {
            // The sign stands once, before the row.
            let why = bare(saying, because);
            t!(
                s,
                "unfit-row",
                row = *row,
                column = s.text(column),
                why = why
            )
        }
        Unfit::RowTwice { row, same } => t!(s, "unfit-row-twice", row = *row, same = *same),
        Unfit::CellTwice {
            row: Some(row),
            same,
            value,
            ..
        } => t!(
            s,
            "unfit-cell-twice",
            row = *row,
            same = *same,
            value = value.as_str()
        ),
        Unfit::CellTwice { same, value, .. } => {
            t!(s, "unfit-cell-there", same = *same, value = value.as_str())
        }
        Unfit::RowThere {
            row: Some(row),
            same,
        } => t!(s, "unfit-row-same", row = *row, same = *same),
        Unfit::RowThere { same, .. } => t!(s, "unfit-row-there", same = *same),
        Unfit::RowReturned { row } => t!(s, "unfit-row-returned", row = *row),
        Unfit::RowCells { row, has, needs } => {
            t!(s, "unfit-row-cells", row = *row, has = *has, needs = *needs)
        }
        Unfit::TooManyRows { max, has } => t!(s, "unfit-too-many-rows", max = *max, has = *has),
        Unfit::TooManyCorrections { max, has } => {
            t!(s, "unfit-too-many-corrections", max = *max, has = *has)
        }
        Unfit::RowsMissing { needs, has } => {
            t!(s, "unfit-rows-missing", needs = *needs, has = *has)
        }
        Unfit::Kind(phrase) => saying.html(phrase),
    }
}

/// The same without the sign before it.
pub(super) fn bare(saying: &Saying<'_>, unfit: &Unfit) -> Html {
    let said = self::unfit(saying, unfit);
    Html::markup(said.as_str().trim_start_matches("⚠️ ").to_owned())
}

/// Who holds a name, and until when.
fn taken(s: &Speech, office: &Office, name: &str, by: &Taken) -> Html {
    let at = |until: &Option<DateTime<Utc>>| match until {
        Some(until) => moment::moment(s, office, *until),
        None => "–".to_owned(),
    };
    match by {
        Taken::InUse => t!(s, "unfit-name-in-use", name = name),
        Taken::Own => t!(s, "unfit-name-own", name = name),
        Taken::Requested { until } => t!(s, "unfit-name-requested", name = name, until = at(until)),
        Taken::Blocked { until } => t!(s, "unfit-name-blocked", name = name, until = at(until)),
        Taken::Booked { slot } => t!(
            s,
            "unfit-booked",
            name = name,
            time = schedule::slot(s, office, **slot)
        ),
    }
}

/// For officials: where to look.
fn with_holder(s: &Speech, said: Html, of: Option<&(String, Text)>) -> Html {
    match of {
        Some((ticket, agency)) => {
            let holder = t!(
                s,
                "unfit-name-holder",
                ticket = ticket.as_str(),
                agency = s.text(agency)
            );
            let mut said = said;
            said.push(" ").push(holder);
            said
        }
        None => said,
    }
}

fn hours(s: &Speech, because: &WeekError) -> Html {
    match because {
        WeekError::Days(found) => t!(s, "unfit-hours-days", found = found),
        WeekError::Hours(found) => t!(s, "unfit-hours-span", found = found),
        WeekError::Overlap(found) => t!(s, "unfit-hours-overlap", found = found),
        WeekError::Empty => t!(s, "unfit-hours-none"),
    }
}

fn label(s: &Speech, fault: &LabelFault) -> Html {
    match fault {
        LabelFault::TooShort { min, .. } => t!(s, "unfit-label-short", min = *min),
        LabelFault::TooLong { max, .. } => t!(s, "unfit-label-long", max = *max),
        LabelFault::BadCharacter { found } => {
            t!(s, "unfit-label-character", found = found.to_string())
        }
        LabelFault::StartsWithDigit | LabelFault::StartsWithHyphen => t!(s, "unfit-label-start"),
        LabelFault::EndsWithHyphen => t!(s, "unfit-label-end"),
        LabelFault::OnlyDigits => t!(s, "unfit-label-digits"),
        LabelFault::Encoded => t!(s, "unfit-label-encoded"),
        LabelFault::Reserved => t!(s, "unfit-label-reserved"),
        LabelFault::Protected => t!(s, "unfit-label-protected"),
        LabelFault::Gambling { word } | LabelFault::Brand { word } => {
            t!(s, "unfit-label-word", word = word.as_str())
        }
    }
}

/// So many options are named in a sentence; more are seen on the buttons.
const NAMED: usize = 6;

/// What is no answer among these options, which are named where they are few.
pub fn among(s: &Speech, unfit: &Unfit, options: &[Opt]) -> Option<Html> {
    let labels: Vec<&str> = options.iter().map(|it| s.text(&it.label)).collect();
    let found = match unfit {
        Unfit::ChooseOne | Unfit::NeedsButton => None,
        Unfit::NotAnOption { found } => Some(found.as_str()),
        _ => return None,
    };
    named(s, found, &labels)
}

/// Which buttons there are, where they are few.
pub fn named(s: &Speech, found: Option<&str>, labels: &[&str]) -> Option<Html> {
    if !(1..=NAMED).contains(&labels.len()) {
        return None;
    }
    let options = labels.join(" · ");
    Some(match found {
        Some(found) => t!(s, "unfit-not-among", found = found, options = options),
        None => t!(s, "unfit-choose-among", options = options),
    })
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use domain::{Language, procedure::Catalogue};
    use insta::assert_snapshot;

    use super::*;
    use crate::text::Words;

    /// Whatever is sent instead of a paper, it is said what it is and what to do, in both languages.
    #[test]
    fn what_is_no_paper_is_called_by_its_name() {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let procedure = catalogue.iter().next().unwrap();
        let kinds = [
            FileKind::Paper(PaperType::Png),
            FileKind::CutOff,
            FileKind::NoPages,
            FileKind::Locked,
            FileKind::Text,
            FileKind::Table,
            FileKind::Slides,
            FileKind::PhonePicture,
            FileKind::Picture,
            FileKind::Envelope,
            FileKind::Packed,
            FileKind::WebPage,
            FileKind::Unknown,
        ];
        let mut said = String::new();
        for language in [Language::ID, Language::EN] {
            let saying = Saying {
                s: &Words::load().speech(language),
                office: &office,
                procedure,
            };
            for found in kinds {
                let allowed = [PaperType::Pdf, PaperType::Jpeg]
                    .map(|it| it.name().to_owned())
                    .to_vec();
                let sentence = unfit(&saying, &Unfit::WrongType { found, allowed });
                writeln!(said, "{found:?}: {}", sentence.as_str()).unwrap();
            }
        }
        assert_snapshot!("what_is_no_paper", said);
    }
}
