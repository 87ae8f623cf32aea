//! Acts on people: what is still to be chosen, and what is done once it is confirmed.

use domain::{
    Error, Refusal,
    code::{AgencyCode, RoleCode},
    command::people::PeopleAct,
    house::{Chosen, House},
    id::{MandateId, PersonId},
    office::PIC,
    person::Person,
    query::{self, PersonFile},
};

use super::{Visit, visit::Tap};
use crate::{
    button::{Mark, PartialAct, PeoplePress},
    text::{
        self, Html, Screen,
        people_act::{choose_agency, choose_deputy, choose_role},
        words::t,
    },
};

/// What an act that is not wholly chosen leads to.
pub enum Next {
    /// Something is still to be chosen.
    Choose(Screen),
    /// A form asks the rest.
    Ask(House, Chosen),
    /// What will follow: the button that says yes, and where no leads.
    Confirm(Html, PartialAct, PeoplePress),
    Do(PeopleAct),
}

/// Whoever wants something, and the tap by which they say so.
pub struct Chooser<'a> {
    visit: &'a Visit,
    by: &'a Person,
    tap: &'a Tap,
}

impl<'a> Chooser<'a> {
    pub fn by(visit: &'a Visit, by: &'a Person, tap: &'a Tap) -> Chooser<'a> {
        Chooser { visit, by, tap }
    }

    pub async fn next(&self, act: PartialAct) -> Result<Next, Error> {
        match act {
            PartialAct::Invite { role, agency, page } => self.invite(role, agency, page),
            PartialAct::Renew { person, sure } => self.renew(person, sure).await,
            PartialAct::Give { person, role, sure } => self.give(person, role, sure).await,
            PartialAct::Take { person, role, sure } => self.take(person, role, sure).await,
            PartialAct::Move {
                person,
                agency,
                page,
                sure,
            } => self.moves(person, agency, page, sure).await,
            PartialAct::Identify(person) => Ok(Next::Ask(House::Official, Chosen::about(person))),
            PartialAct::Leave { person, sure } => self.leave(person, sure).await,
            PartialAct::Deputy {
                principal,
                role,
                deputy,
                page,
            } => self.deputy(principal, role, deputy, page).await,
            PartialAct::Vacant { role, deputy, page } => self.vacant(role, deputy, page).await,
            PartialAct::End {
                person,
                mandate,
                sure,
            } => self.end(person, mandate, sure).await,
            PartialAct::Standing { person, role } => self.standing(person, role),
            PartialAct::Rename { agency, page } => self.rename(agency, page),
            PartialAct::Merge {
                agency,
                into,
                page,
                sure,
            } => self.merge(agency, into, page, sure),
        }
    }

    fn invite(
        &self,
        role: Option<Mark<RoleCode>>,
        agency: Option<Mark<AgencyCode>>,
        page: u64,
    ) -> Result<Next, Error> {
        let Some(mark) = role else {
            let roles = query::role_choices(&self.visit.counter, self.by);
            return Ok(self.choose_role(&roles, |chosen| PartialAct::Invite {
                role: Some(chosen),
                agency,
                page: 0,
            }));
        };
        let role = self.role(mark, &[])?;
        if role.as_str() == PIC && agency.is_none() {
            let question = t!(self.visit.speech, "people-which-agency");
            return Ok(
                self.choose_agency(question, page, |agency, page| PartialAct::Invite {
                    role: Some(mark),
                    agency,
                    page,
                }),
            );
        }
        let chosen = Chosen {
            role: Some(role),
            agency: agency.map(|agency| self.agency(agency)).transpose()?,
            ..Chosen::default()
        };
        Ok(Next::Ask(House::Invite, chosen))
    }

    async fn renew(&self, person: PersonId, sure: bool) -> Result<Next, Error> {
        if sure {
            return Ok(Next::Do(PeopleAct::Renew { person }));
        }
        let file = self.file(person).await?;
        let what = text::people_act::renews(&self.visit.speech, &file.person);
        let yes = PartialAct::Renew { person, sure: true };
        Ok(confirm(person, what, yes))
    }

    async fn give(
        &self,
        person: PersonId,
        role: Option<Mark<RoleCode>>,
        sure: bool,
    ) -> Result<Next, Error> {
        let file = self.file(person).await?;
        let act = |role, sure| PartialAct::Give { person, role, sure };
        let Some(mark) = role else {
            let mut roles = query::role_choices(&self.visit.counter, self.by);
            roles.retain(|role| !file.person.holds(role));
            return Ok(self.choose_role(&roles, |role| act(Some(role), false)));
        };
        let role = self.role(mark, &[])?;
        if sure {
            return Ok(Next::Do(PeopleAct::Give { person, role }));
        }
        let office = &self.visit.counter.office;
        let what = text::people_act::gives(&self.visit.speech, office, &file.person, &role);
        Ok(confirm(person, what, act(Some(mark), true)))
    }

    async fn take(
        &self,
        person: PersonId,
        role: Option<Mark<RoleCode>>,
        sure: bool,
    ) -> Result<Next, Error> {
        let file = self.file(person).await?;
        let act = |role, sure| PartialAct::Take { person, role, sure };
        let Some(mark) = role else {
            let mut roles = query::role_choices(&self.visit.counter, self.by);
            roles.retain(|role| file.person.holds(role));
            return Ok(self.choose_role(&roles, |role| act(Some(role), false)));
        };
        let role = self.role(mark, &file.person.roles)?;
        if sure {
            return Ok(Next::Do(PeopleAct::Take { person, role }));
        }
        let office = &self.visit.counter.office;
        let what = text::people_act::takes(&self.visit.speech, office, &file.person, &role);
        Ok(confirm(person, what, act(Some(mark), true)))
    }

    async fn moves(
        &self,
        person: PersonId,
        agency: Option<Mark<AgencyCode>>,
        page: u64,
        sure: bool,
    ) -> Result<Next, Error> {
        let act = |agency, page, sure| PartialAct::Move {
            person,
            agency,
            page,
            sure,
        };
        let Visit {
            counter, speech, ..
        } = self.visit;
        let Some(mark) = agency else {
            let question = t!(speech, "people-which-agency");
            let next = |agency, page| act(agency, page, false);
            return Ok(self.choose_agency(question, page, next));
        };
        let agency = self.agency(mark)?;
        if sure {
            return Ok(Next::Do(PeopleAct::Move { person, agency }));
        }
        let file = self.file(person).await?;
        let what = text::people_act::moves(speech, &counter.office, &file, &agency);
        Ok(confirm(person, what, act(Some(mark), 0, true)))
    }

    async fn leave(&self, person: PersonId, sure: bool) -> Result<Next, Error> {
        if sure {
            return Ok(Next::Do(PeopleAct::Leave { person }));
        }
        let file = self.file(person).await?;
        let what = text::people_act::leaves(&self.visit.speech, &file);
        let yes = PartialAct::Leave { person, sure: true };
        Ok(confirm(person, what, yes))
    }

    async fn deputy(
        &self,
        principal: PersonId,
        role: Option<Mark<RoleCode>>,
        deputy: Option<PersonId>,
        page: u64,
    ) -> Result<Next, Error> {
        let act = |role, deputy, page| PartialAct::Deputy {
            principal,
            role,
            deputy,
            page,
        };
        let role = match role {
            Some(mark) => self.role(mark, &[])?,
            None => match self.file(principal).await?.deputy_for.as_slice() {
                // A choice of one is none.
                [role] => role.clone(),
                roles => return Ok(self.choose_role(roles, |role| act(Some(role), None, 0))),
            },
        };
        let mark = Some(Mark::of(&role));
        let Some(deputy) = deputy else {
            let next = |deputy, page| act(mark, deputy, page);
            return self.choose_deputy(Some(principal), page, next).await;
        };
        let chosen = Chosen {
            role: Some(role),
            deputy: Some(deputy),
            ..Chosen::about(principal)
        };
        Ok(Next::Ask(House::Deputy, chosen))
    }

    async fn vacant(
        &self,
        role: Option<Mark<RoleCode>>,
        deputy: Option<PersonId>,
        page: u64,
    ) -> Result<Next, Error> {
        let act = |role, deputy, page| PartialAct::Vacant { role, deputy, page };
        let Some(mark) = role else {
            let roles = query::vacant_posts(&self.visit.counter, self.by).await?;
            return Ok(self.choose_role(&roles, |role| act(Some(role), None, 0)));
        };
        let role = self.role(mark, &[])?;
        let Some(deputy) = deputy else {
            let next = |deputy, page| act(Some(mark), deputy, page);
            return self.choose_deputy(None, page, next).await;
        };
        let chosen = Chosen {
            role: Some(role),
            deputy: Some(deputy),
            ..Chosen::default()
        };
        Ok(Next::Ask(House::Deputy, chosen))
    }

    async fn end(&self, person: PersonId, mandate: MandateId, sure: bool) -> Result<Next, Error> {
        if sure {
            return Ok(Next::Do(PeopleAct::EndDeputy { mandate }));
        }
        let file = self.file(person).await?;
        let ended = file.deputies.iter().find(|it| it.mandate == mandate);
        let ended = ended.ok_or_else(|| self.tap.gone())?;
        let office = &self.visit.counter.office;
        let what = text::people_act::ends(&self.visit.speech, office, &ended.role);
        let yes = PartialAct::End {
            person,
            mandate,
            sure: true,
        };
        Ok(confirm(person, what, yes))
    }

    fn standing(&self, person: PersonId, role: Mark<RoleCode>) -> Result<Next, Error> {
        let chosen = Chosen {
            role: Some(self.role(role, &[])?),
            ..Chosen::about(person)
        };
        Ok(Next::Ask(House::Standing, chosen))
    }

    fn rename(&self, agency: Option<Mark<AgencyCode>>, page: u64) -> Result<Next, Error> {
        let Some(agency) = agency else {
            let question = t!(self.visit.speech, "people-which-agency");
            let next = |agency, page| PartialAct::Rename { agency, page };
            return Ok(self.choose_agency(question, page, next));
        };
        let chosen = Chosen {
            agency: Some(self.agency(agency)?),
            ..Chosen::default()
        };
        Ok(Next::Ask(House::Rename, chosen))
    }

    fn merge(
        &self,
        agency: Option<Mark<AgencyCode>>,
        into: Option<Mark<AgencyCode>>,
        page: u64,
        sure: bool,
    ) -> Result<Next, Error> {
        let act = |agency, into, page, sure| PartialAct::Merge {
            agency,
            into,
            page,
            sure,
        };
        let Visit {
            counter, speech, ..
        } = self.visit;
        let Some(first) = agency else {
            let question = t!(speech, "people-merge-which");
            let next = |agency, page| act(agency, None, page, false);
            return Ok(self.choose_agency(question, page, next));
        };
        let agency = self.agency(first)?;
        let Some(second) = into else {
            let question = t!(speech, "people-merge-into");
            let next = |into, page| act(Some(first), into, page, false);
            return Ok(self.choose_agency(question, page, next));
        };
        let into = self.agency(second)?;
        if sure {
            return Ok(Next::Do(PeopleAct::MergeAgency { agency, into }));
        }
        let what = text::people_act::merges(speech, &counter.office, &agency, &into);
        let yes = act(Some(first), Some(second), 0, true);
        Ok(Next::Confirm(what, yes, PeoplePress::Home))
    }

    async fn file(&self, of: PersonId) -> Result<PersonFile, Error> {
        query::file(&self.visit.counter, self.by, of).await
    }

    fn choose_role(&self, roles: &[RoleCode], next: impl Fn(Mark<RoleCode>) -> PartialAct) -> Next {
        let office = &self.visit.counter.office;
        Next::Choose(choose_role(&self.visit.speech, office, roles, next))
    }

    fn choose_agency(
        &self,
        question: Html,
        page: u64,
        next: impl Fn(Option<Mark<AgencyCode>>, u64) -> PartialAct,
    ) -> Next {
        let agencies = query::agencies(&self.visit.counter, page);
        Next::Choose(choose_agency(&self.visit.speech, question, &agencies, next))
    }

    async fn choose_deputy(
        &self,
        principal: Option<PersonId>,
        page: u64,
        next: impl Fn(Option<PersonId>, u64) -> PartialAct,
    ) -> Result<Next, Error> {
        let Visit {
            counter, speech, ..
        } = self.visit;
        let staff = query::people(counter, self.by, true, page).await?;
        let office = &counter.office;
        Ok(Next::Choose(choose_deputy(
            speech, office, &staff, principal, next,
        )))
    }

    /// The role that was meant: one of the office, or one that somebody holds still.
    fn role(&self, mark: Mark<RoleCode>, held: &[RoleCode]) -> Result<RoleCode, Refusal> {
        let roles = self.visit.counter.office.roles.iter();
        let roles = roles.map(|role| role.code.clone());
        let meant = mark.find(roles.chain(held.iter().cloned()));
        meant.ok_or_else(|| self.tap.gone())
    }

    /// The agency that was meant; of one that was merged it is told where it has gone.
    fn agency(&self, mark: Mark<AgencyCode>) -> Result<AgencyCode, Refusal> {
        let office = &self.visit.counter.office;
        let meant = mark.agency(office).ok_or_else(|| self.tap.gone())?;
        Ok(office.serves(&meant)?.code.clone())
    }
}

/// Asks whether it is really to be done to someone; no leads back to their file.
fn confirm(person: PersonId, what: Html, yes: PartialAct) -> Next {
    Next::Confirm(what, yes, PeoplePress::File(person))
}
