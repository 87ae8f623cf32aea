//! Who may do what to whom. Pure: everything it rests on is given.

use crate::{
    Refusal,
    act::{NewMandate, PeopleAct},
    code::RoleCode,
    mandate::MandateKind,
    office::{ADMINISTRATOR, HELPDESK, Office, PIC},
    person::Person,
};

/// Whether someone may do this. `about` is whom it is about: the person, or the holder whose post a
/// deputy fills.
///
/// - The administrator may do everything, and alone what is done to administrators and agencies.
/// - Helpdesk may do everything else, to anyone but themselves.
/// - Whoever works for the office says themselves by what they sign.
/// - A holder names the deputy for their own post and ends it; so does their superior.
pub fn may(
    office: &Office,
    by: &Person,
    act: &PeopleAct,
    about: Option<&Person>,
) -> Result<(), Refusal> {
    let administrator = by.holds(&ADMINISTRATOR.into());
    let helpdesk = by.holds(&HELPDESK.into());
    let manages = administrator || helpdesk;
    let oneself = about.is_some_and(|about| about.id == by.id);
    let on_administrators = match act {
        PeopleAct::Invite { role, .. }
        | PeopleAct::Give { role, .. }
        | PeopleAct::Take { role, .. } => is(role, ADMINISTRATOR),
        _ => false,
    } || about.is_some_and(|about| about.holds(&ADMINISTRATOR.into()));
    match act {
        PeopleAct::NameDeputy(NewMandate { role, kind, .. }) => {
            let concerned = concerned(office, by, role, about);
            if is(role, PIC) || is(role, ADMINISTRATOR) {
                return Err(Refusal::NoDeputyFor { role: role.clone() });
            }
            match kind {
                // Nobody but the holder lets their own step pass unseen.
                MandateKind::Standing if oneself && by.holds(role) => Ok(()),
                MandateKind::Standing => Err(Refusal::OnlyHolder { role: role.clone() }),
                _ if concerned || manages => Ok(()),
                _ if by.mandates.iter().any(|it| it.role == *role) => Err(Refusal::NoChains),
                _ => Err(Refusal::MayNotManage),
            }
        }
        PeopleAct::EndDeputy { .. } => {
            let theirs = |role: &RoleCode| concerned(office, by, role, about);
            let roles = about.map_or(&[] as &[_], |about| about.absences.as_slice());
            let concerned = oneself || roles.iter().any(|it| theirs(&it.role));
            if concerned || manages {
                Ok(())
            } else {
                Err(Refusal::MayNotManage)
            }
        }
        PeopleAct::RenameAgency { .. } | PeopleAct::MergeAgency { .. } if administrator => Ok(()),
        PeopleAct::RenameAgency { .. } | PeopleAct::MergeAgency { .. } => {
            Err(Refusal::OnlyAdministrator)
        }
        PeopleAct::Identify { .. } if oneself && by.is_staff() => Ok(()),
        _ if !manages => Err(Refusal::MayNotManage),
        _ if on_administrators && !administrator => Err(Refusal::OnlyAdministrator),
        PeopleAct::Give { .. } | PeopleAct::Move { .. } | PeopleAct::Leave { .. }
            if oneself && !administrator =>
        {
            Err(Refusal::NotOneself)
        }
        PeopleAct::Leave { .. } if oneself => Err(Refusal::NotOneself),
        _ => Ok(()),
    }
}

/// Whether someone may enter numbers that were written on paper: helpdesk and administrators.
pub fn may_enter_numbers(by: &Person) -> Result<(), Refusal> {
    let may = by.holds(&ADMINISTRATOR.into()) || by.holds(&HELPDESK.into());
    may.then_some(()).ok_or(Refusal::MayNotNumber)
}

/// Whether a post is someone's own, or that of one beneath them.
fn concerned(office: &Office, by: &Person, role: &RoleCode, about: Option<&Person>) -> bool {
    let own = about.is_some_and(|about| about.id == by.id) && by.holds(role);
    let superior = office.role(role).and_then(|role| role.superior.as_ref());
    own || superior.is_some_and(|superior| by.holds(superior))
}

fn is(role: &RoleCode, code: &str) -> bool {
    role.as_str() == code
}
