//! How the machine and the office are doing, a line each.

use chrono::TimeDelta;
use domain::{office::Office, store::WaitingQueue};

use super::{Html, Key, Screen, Speech, moment::moment, words::t};
use crate::{
    button::MenuPress,
    finding::{Finding, Gravity},
};

/// All findings, the gravest first.
pub fn state(s: &Speech, office: &Office, mut findings: Vec<Finding>) -> Screen {
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.gravity()));
    let mut text = t!(s, "doctor-title");
    for finding in &findings {
        let sign = sign(finding.gravity());
        text.gap()
            .line(Html::text(&format!("{sign} {}", said(s, office, finding))));
    }
    let mut screen = Screen::new(text);
    screen.row(Key::new(t!(plain s, "button-again"), MenuPress::State));
    screen.row(Key::new(t!(plain s, "button-menu"), MenuPress::Home));
    screen
}

pub fn sign(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Well => "✅",
        Gravity::Notable => "⚠️",
        Gravity::Grave => "⛔",
    }
}

/// What was found, and what to do about it.
pub fn said(s: &Speech, office: &Office, finding: &Finding) -> String {
    let well = finding.gravity() == Gravity::Well;
    match finding {
        Finding::Token { bot } => t!(plain s, "doctor-token", bot = bot),
        Finding::TokenRefused { why } => t!(plain s, "doctor-token-refused", why = why),
        Finding::Asked { waiting } => t!(plain s, "doctor-asked", n = waiting),
        Finding::Brought { url, waiting } => {
            t!(plain s, "doctor-brought", url = url, n = waiting)
        }
        Finding::BroughtElsewhere { url } if url.is_empty() => t!(plain s, "doctor-not-set"),
        Finding::BroughtElsewhere { url } => t!(plain s, "doctor-elsewhere", url = url),
        Finding::NotBrought { why } => t!(plain s, "doctor-not-brought", why = why),
        Finding::Clock { .. } if well => t!(plain s, "doctor-clock"),
        Finding::Clock { off } => t!(plain s, "doctor-clock-off", n = off.num_seconds()),
        Finding::Room { folder, bytes } if well => {
            t!(plain s, "doctor-room", folder = folder, size = gigabytes(s, *bytes))
        }
        Finding::Room { folder, bytes } => {
            t!(plain s, "doctor-room-little", folder = folder, size = gigabytes(s, *bytes))
        }
        Finding::Database { .. } if well => t!(plain s, "doctor-database"),
        Finding::Database { upgrades } => t!(plain s, "doctor-database-older", n = upgrades),
        Finding::DatabaseMissing => t!(plain s, "doctor-database-missing"),
        Finding::Pooled => t!(plain s, "doctor-pooled"),
        Finding::DatabaseOut { why } => t!(plain s, "doctor-database-out", why = why),
        Finding::Archive => t!(plain s, "doctor-archive"),
        Finding::ArchiveOut { why } => t!(plain s, "doctor-archive-out", why = why),
        Finding::Files { procedures } => t!(plain s, "doctor-files", n = procedures),
        Finding::FilesOut { why } => t!(plain s, "doctor-files-out", why = why),
        Finding::Prints => t!(plain s, "doctor-prints"),
        Finding::PrintsNot { why } => t!(plain s, "doctor-prints-not", why = why),
        Finding::Zone { now } => t!(plain s, "doctor-zone", now = moment(s, office, *now)),
        Finding::Held => t!(plain s, "doctor-held"),
        Finding::Vacant { roles } => {
            let titles = roles
                .iter()
                .map(|role| s.text(&office.title(role)).to_owned());
            let titles: Vec<_> = titles.collect();
            t!(plain s, "doctor-vacant", roles = titles.join(", "))
        }
        Finding::Unreachable { .. } if well => t!(plain s, "doctor-reachable"),
        Finding::Unreachable { people } => t!(plain s, "doctor-unreachable", n = people),
        Finding::Stranded { .. } if well => t!(plain s, "doctor-not-stranded"),
        Finding::Stranded { requests } => t!(plain s, "doctor-stranded", n = requests),
        Finding::Waiting { .. } if well => t!(plain s, "doctor-in-time"),
        Finding::Waiting { backlog, now } => {
            let all = [backlog.unhandled, backlog.untold, backlog.late];
            let oldest = all
                .iter()
                .filter_map(|queue: &WaitingQueue| queue.since)
                .min();
            let age = oldest.map_or(TimeDelta::zero(), |oldest| *now - oldest);
            let [updates, notices, timers] = all.map(|queue| queue.waiting);
            t!(
                plain s,
                "doctor-behind",
                updates = updates,
                notices = notices,
                timers = timers,
                minutes = age.num_minutes()
            )
        }
        Finding::Undelivered { .. } if well => t!(plain s, "doctor-delivered"),
        Finding::Undelivered { notices } => t!(plain s, "doctor-undelivered", n = notices),
        Finding::Unmade { .. } if well => t!(plain s, "doctor-made"),
        Finding::Unmade { papers } => t!(plain s, "doctor-unmade", n = papers),
    }
}

/// A size with one place behind the comma, as the language writes it.
fn gigabytes(s: &Speech, bytes: u64) -> String {
    let tenths = bytes / (1 << 30) * 10 + bytes % (1 << 30) * 10 / (1 << 30);
    t!(plain s, "doctor-gigabytes", whole = tenths / 10, tenths = tenths % 10)
}
