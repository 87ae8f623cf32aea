//! Who may decide a task, and who may ask after a request. Pure.

use chrono::{DateTime, Utc};

use super::{Request, Task};
use crate::{
    Refusal,
    code::PIC,
    mandate::{Behalf, BehalfKind},
    person::{Person, Seat},
    procedure::Procedure,
};

impl Request {
    /// Whether someone may ask after it: whoever sent it, and the contact persons of its agency.
    pub fn may_be_nudged(&self, by: &Person) -> bool {
        self.applicant == by.id || by.is_contact_of(&self.agency)
    }
}

impl Task {
    /// Whether a person may decide this task now at a desk of their own, rather than take it over.
    pub fn is_own_desk(
        &self,
        request: &Request,
        procedure: &Procedure,
        by: &Person,
        now: DateTime<Utc>,
    ) -> bool {
        let may = self.may_be_decided(request, procedure, by, now);
        may.is_ok_and(|behalf| behalf.is_none_or(|it| it.kind != BehalfKind::TakenOver))
    }

    /// Whether a person may decide this task now, and on whose behalf, from who they are and nothing
    /// else.
    pub fn may_be_decided(
        &self,
        request: &Request,
        procedure: &Procedure,
        by: &Person,
        now: DateTime<Utc>,
    ) -> Result<Option<Behalf>, Refusal> {
        let seat = self.seat(request, procedure, by, now)?;
        Ok(seat.behalf)
    }

    /// The same, and in which post: where several sit side by side, they speak in one of these.
    pub(super) fn seat(
        &self,
        request: &Request,
        procedure: &Procedure,
        by: &Person,
        now: DateTime<Utc>,
    ) -> Result<Seat, Refusal> {
        let at_desk = |behalf| Seat {
            role: self.role.clone(),
            behalf,
        };
        if self.is_applicants(procedure) {
            return if request.is_spoken_for_by(procedure, by) {
                Ok(at_desk(None))
            } else {
                Err(Refusal::NotApplicant)
            };
        }
        let barred = request.barred(procedure);
        let spoken = request.state.spoken();
        // Of several posts those who have spoken do so still when the task lies with the others.
        let step = procedure.step(&self.step);
        let all = step.map_or(&self.role, |step| &step.performer);
        if !spoken.is_empty() {
            let seat = by.seat((all, self.assigned), &barred, now)?;
            let left = request.state.unheard(all);
            let left = (&left, self.assigned);
            let may = by.seat(left, &request.passed_over(procedure), now);
            return may.map_err(|_| {
                if spoken.contains(&by.id) || !all.is_shared() {
                    Refusal::HasSpoken
                } else {
                    Refusal::PostHasSpoken { role: seat.role }
                }
            });
        }
        match by.seat((all, self.assigned), &barred, now) {
            Err(Refusal::NotYours { role }) => match self.taken_over(procedure, by) {
                Some(behalf) => Ok(at_desk(Some(behalf))),
                None => Err(Refusal::NotYours { role }),
            },
            seat => seat,
        }
    }

    /// In which role someone may take this task over, where the procedure lets them.
    fn taken_over(&self, procedure: &Procedure, by: &Person) -> Option<Behalf> {
        let roles = procedure.step(&self.step).map(|step| &step.takeover)?;
        let role = roles.iter().find(|role| by.holds(role))?;
        Some(Behalf {
            kind: BehalfKind::TakenOver,
            of: self.assigned,
            basis: role.to_string(),
        })
    }

    /// Whether the step is the applicant's own: a repair or an answer.
    pub(crate) fn is_applicants(&self, procedure: &Procedure) -> bool {
        self.role == procedure.opens
    }
}

impl Request {
    /// Whether a person speaks for the applicant's side. Whoever entered it as a contact person does so only as long as
    /// they are one of its agency, also where their requests have not all been passed on yet.
    pub(crate) fn is_spoken_for_by(&self, procedure: &Procedure, by: &Person) -> bool {
        let as_contact = procedure.agency_from.is_none()
            && self
                .state
                .opened_by()
                .is_some_and(|role| role.as_str() == PIC);
        by.id == self.applicant && (!as_contact || by.is_contact_of(&self.agency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        counter::Opening,
        id::PersonId,
        office::Office,
        procedure::{Answer, Catalogue, condition::OPENED_BY},
        trial::{blank, person},
    };

    /// Their requests are passed on some at a time: until then they stand under the old name, and nobody decides on
    /// them by it.
    #[test]
    fn whoever_has_moved_on_speaks_for_no_request_of_before() {
        let office = Office::built_in().unwrap();
        let catalogue = Catalogue::built_in(&office).unwrap();
        let visit = catalogue.get(&"datacenter-visit".into()).unwrap();
        let opening = Opening {
            role: visit.opens.clone(),
            agency: Some("dinsos".into()),
        };
        let now = DateTime::UNIX_EPOCH;
        let mut request = blank(visit, &opening, PersonId(1), 0, now).unwrap();
        let mut entered_by = |role: &str| {
            let role = Answer::Choice(role.into());
            request.state.answers.set(OPENED_BY.into(), role);
            request.clone()
        };
        let speaks = |request: &Request, role, agency: Option<&str>| {
            request.is_spoken_for_by(visit, &person(1, role, agency.map(Into::into)))
        };
        let own = entered_by("pic");
        assert!(speaks(&own, "pic", Some("dinsos")));
        assert!(!speaks(&own, "pic", Some("dishub")));
        assert!(!speaks(&own, "helpdesk", None));
        let other = person(2, "pic", Some("dinsos".into()));
        assert!(!own.is_spoken_for_by(visit, &other));
        // Who enters it at the counter is of no agency.
        let counter = entered_by("datacenter-officer");
        assert!(speaks(&counter, "datacenter-officer", None));
    }
}
