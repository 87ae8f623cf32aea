//! What was not done, why, and what to do next.

use domain::{
    Refusal, Text,
    office::Office,
    procedure::accept::{Taken, Unfit},
};

use super::{
    Speech,
    moment::{day, last_day, moment},
    schedule,
    words::t,
};

/// A refusal as a sentence without markup: it fits a toast (200 characters) and a message.
pub fn refusal(s: &Speech, office: &Office, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Stranger => t!(plain s, "refused-stranger"),
        Refusal::LinkUnknown => t!(plain s, "refused-link-unknown"),
        Refusal::LinkUsed => t!(plain s, "refused-link-used"),
        Refusal::LinkExpired => t!(plain s, "refused-link-expired"),
        Refusal::LinkOver => t!(plain s, "refused-link-over"),
        Refusal::LinksBarred { until } => {
            t!(plain s, "refused-links-barred", at = moment(s, office, *until))
        }
        Refusal::NoSuchButton => t!(plain s, "refused-no-such-button"),
        Refusal::NotYours { role } => {
            t!(plain s, "refused-not-yours", role = s.text(&office.title(role)))
        }
        Refusal::OwnRequest => t!(plain s, "refused-own-request"),
        Refusal::AlreadyDecided {
            by,
            role,
            at,
            past,
            by_you,
        } => {
            let at = moment(s, office, *at);
            let past = s.text(past);
            if *by_you {
                t!(plain s, "refused-decided-by-you", past = past, at = at)
            } else {
                t!(plain s, "refused-decided", past = past, by = by, role = s.text(&office.title(role)), at = at)
            }
        }
        Refusal::WithdrawnMeanwhile { at } => {
            t!(plain s, "refused-withdrawn", at = moment(s, office, *at))
        }
        Refusal::QuestionPassed => t!(plain s, "refused-question-passed"),
        Refusal::DraftGone => t!(plain s, "refused-draft-gone"),
        Refusal::AlreadySent { ticket } => t!(plain s, "refused-already-sent", ticket = ticket),
        Refusal::Held => t!(plain s, "refused-held"),
        Refusal::NotOpen { .. } => t!(plain s, "refused-not-open"),
        Refusal::MayNotOpen { .. } => t!(plain s, "refused-may-not-open"),
        Refusal::StillRunning { ticket } => {
            t!(plain s, "refused-still-running", ticket = ticket)
        }
        Refusal::NoAgency => t!(plain s, "refused-no-agency"),
        Refusal::AgencyMerged { agency, into } => {
            let (agency, into) = (office.agency_name(agency), office.agency_name(into));
            t!(plain s, "refused-agency-merged", agency = s.text(&agency), into = s.text(&into))
        }
        Refusal::Gone { name } => t!(plain s, "refused-gone", name = name),
        Refusal::AgencyUnknown { .. } | Refusal::RoleUnknown { .. } => {
            t!(plain s, "refused-unknown-code")
        }
        Refusal::TooLateToWithdraw => t!(plain s, "refused-too-late"),
        Refusal::Ended => t!(plain s, "refused-ended"),
        Refusal::NotApplicant => t!(plain s, "refused-not-applicant"),
        Refusal::MayNotSee => t!(plain s, "refused-may-not-see"),
        Refusal::MayNotReport => t!(plain s, "refused-report"),
        Refusal::MayNotSeeFigures => t!(plain s, "refused-figures"),
        Refusal::NotEnough {
            resource,
            asked,
            free,
        } => {
            let known = office.resource(resource);
            let title = known.map_or(resource.as_str(), |it| s.text(&it.title));
            let unit = known.map_or("", |it| s.text(&it.unit));
            t!(plain s, "refused-not-enough", title = title, asked = asked, free = free, unit = unit)
        }
        Refusal::RulesLost => t!(plain s, "refused-rules-lost"),
        Refusal::PaperNotReady => t!(plain s, "refused-paper-not-ready"),
        Refusal::PaperLost { name } => t!(plain s, "refused-paper-lost", name = name),
        Refusal::HasSpoken => t!(plain s, "refused-has-spoken"),
        Refusal::PostHasSpoken { role } => {
            let role = office.title(role);
            t!(plain s, "refused-post-has-spoken", role = s.text(&role))
        }
        Refusal::LineClosed { name } => t!(plain s, "refused-line-closed", name = name),
        Refusal::MayNotRead { .. } => t!(plain s, "refused-may-not-read"),
        Refusal::NotOffered => t!(plain s, "refused-not-offered"),
        Refusal::NotYet { from } => {
            t!(plain s, "refused-not-yet", from = moment(s, office, *from))
        }
        Refusal::Unfit {
            unfit:
                Unfit::NameTaken {
                    name,
                    by: Taken::Booked { slot },
                    of,
                    ..
                },
            ..
        } => {
            let time = schedule::slot(s, office, **slot);
            let said = t!(plain s, "refused-booked", name = name, time = time);
            of_whom(s, said, of.as_deref())
        }
        Refusal::Unfit {
            unfit: Unfit::NameTaken { name, of, .. },
            ..
        } => {
            let said = t!(plain s, "refused-name-taken", name = name);
            of_whom(s, said, of.as_deref())
        }
        Refusal::Unfit { .. } | Refusal::Incomplete { .. } => t!(plain s, "refused-incomplete"),
        Refusal::NoSuchDayOff { day: of } => {
            t!(plain s, "refused-no-such-day-off", day = day(s, *of))
        }
        Refusal::DayOffThere { day: of, name } => {
            t!(plain s, "refused-day-off-there", day = day(s, *of), name = name)
        }
        Refusal::NoSuchTerm => t!(plain s, "refused-no-such-term"),
        Refusal::TermThere { name } => t!(plain s, "refused-term-there", name = name),
        Refusal::UsualHoursStay => t!(plain s, "refused-usual-hours-stay"),
        Refusal::ImportGone => t!(plain s, "refused-import-gone"),
        Refusal::GroupSettled => t!(plain s, "refused-group-settled"),
        Refusal::PrincipalsRequest => t!(plain s, "refused-principals-request"),
        Refusal::StoodIn {
            role,
            until: Some(until),
        } => {
            t!(plain s, "refused-stood-in", role = s.text(&office.title(role)), until = last_day(s, office, *until))
        }
        Refusal::StoodIn { role, until: None } => {
            t!(plain s, "refused-stood-in-open", role = s.text(&office.title(role)))
        }
        Refusal::TooLateToRecall => t!(plain s, "refused-too-late-to-recall"),
        Refusal::NotColleague => t!(plain s, "refused-not-colleague"),
        Refusal::MayNotManage => t!(plain s, "refused-may-not-manage"),
        Refusal::OnlyAdministrator => t!(plain s, "refused-only-administrator"),
        Refusal::NotOneself => t!(plain s, "refused-not-oneself"),
        Refusal::LastAdministrator => t!(plain s, "refused-last-administrator"),
        Refusal::NoSuchPerson => t!(plain s, "refused-no-such-person"),
        Refusal::AccountTaken => t!(plain s, "refused-account-taken"),
        Refusal::OwnLink => t!(plain s, "refused-own-link"),
        Refusal::NoDeputyFor { role } => {
            t!(plain s, "refused-no-deputy-for", role = s.text(&office.title(role)))
        }
        Refusal::OnlyHolder { role } => {
            t!(plain s, "refused-only-holder", role = s.text(&office.title(role)))
        }
        Refusal::NoChains => t!(plain s, "refused-no-chains"),
        Refusal::DeputyThere { role, .. } => {
            t!(plain s, "refused-deputy-there", role = s.text(&office.title(role)))
        }
        Refusal::NotVacant { role } => {
            t!(plain s, "refused-not-vacant", role = s.text(&office.title(role)))
        }
        Refusal::EndsBeforeItBegins => t!(plain s, "refused-ends-before"),
        Refusal::NudgedToday { again } => {
            t!(plain s, "refused-nudged-today", at = moment(s, office, *again))
        }
        Refusal::TooLateToFollow { until } => {
            t!(plain s, "refused-too-late-to-follow", until = moment(s, office, *until))
        }
        Refusal::AlreadyFollowed { ticket } => {
            t!(plain s, "refused-already-followed", ticket = ticket)
        }
        Refusal::MayNotNumber => t!(plain s, "refused-may-not-number"),
        Refusal::SignedElsewhere => t!(plain s, "refused-signed-elsewhere"),
        Refusal::NotAtThisStep { .. } => t!(plain s, "refused-not-at-this-step"),
        Refusal::NotReopened => t!(plain s, "refused-not-reopened"),
        Refusal::TooLateToReopen { until } => {
            t!(plain s, "refused-too-late-to-reopen", until = moment(s, office, *until))
        }
    }
}

/// And whose it is, where that is known.
fn of_whom(s: &Speech, said: String, of: Option<&(String, Text)>) -> String {
    let Some((ticket, agency)) = of else {
        return said;
    };
    let of = t!(plain s, "refused-booked-by", ticket = ticket, agency = s.text(agency));
    format!("{said} {of}")
}
