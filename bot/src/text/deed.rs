//! What was done to people, in a few words.

use domain::{deed::Deed, office::Office};

use super::{Speech, words::t};

pub fn deed(s: &Speech, office: &Office, deed: &Deed) -> String {
    let title = |role| s.text(&office.title(role)).to_owned();
    let agency = |code| s.text(&office.agency_name(code)).to_owned();
    match deed {
        Deed::Invited { role, .. } => t!(plain s, "deed-invited", role = title(role)),
        Deed::CameIn { role } => t!(plain s, "deed-came-in", role = title(role)),
        Deed::Admitted { role, agency: of } => {
            t!(plain s, "deed-admitted", role = title(role), agency = agency(of))
        }
        Deed::LinkRenewed => t!(plain s, "deed-link-renewed"),
        Deed::LinkEnded { role } => t!(plain s, "deed-link-ended", role = title(role)),
        Deed::AccountChanged => t!(plain s, "deed-account-changed"),
        Deed::RoleGiven { role } => t!(plain s, "deed-role-given", role = title(role)),
        Deed::RoleTaken { role } => t!(plain s, "deed-role-taken", role = title(role)),
        Deed::AgencyChanged { to, .. } => {
            t!(plain s, "deed-agency-changed", agency = agency(to))
        }
        Deed::Identified => t!(plain s, "deed-identified"),
        Deed::Left => t!(plain s, "deed-left"),
        Deed::DeputyNamed { role, letter, .. } => {
            t!(plain s, "deed-deputy-named", role = title(role), letter = letter)
        }
        Deed::DeputyBegan { role, .. } => t!(plain s, "deed-deputy-began", role = title(role)),
        Deed::DeputyEnded { role, .. } => t!(plain s, "deed-deputy-ended", role = title(role)),
        Deed::RequestsHandedOver { requests, .. } => {
            t!(plain s, "deed-handed-over", n = *requests)
        }
        Deed::AgencyRenamed { to, .. } => t!(plain s, "deed-agency-renamed", name = to),
        Deed::AgencyMerged { into, .. } => {
            t!(plain s, "deed-agency-merged", agency = agency(into))
        }
        Deed::GroupBound { role } => t!(plain s, "deed-group-bound", role = title(role)),
        Deed::GroupReleased => t!(plain s, "deed-group-released"),
        Deed::Unreachable => t!(plain s, "deed-unreachable"),
        Deed::Reachable => t!(plain s, "deed-reachable"),
    }
}
