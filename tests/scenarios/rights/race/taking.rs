//! What someone can lose, and how.

use domain::{
    Counter, Error, Language,
    code::{AgencyCode, RoleCode},
    command::{
        accept_invitation,
        people::{Carried, PeopleAct, carry_out},
    },
    id::{AccountId, MandateId, PersonId},
    mandate::MandateKind,
    person::Person,
};

use super::super::commands::{Things, deputy};

/// How someone loses a right.
#[derive(Debug, Clone)]
pub(super) enum Taking {
    Post(RoleCode),
    Mandate(MandateId),
    /// A deputy fills their post from now on.
    Away(RoleCode),
    Agency(AgencyCode),
    /// They come with another account; who taps may be whoever has the old one.
    Account,
    Leaving,
    /// Whom their act is about rises above them.
    Rising,
}

/// Everything that can be taken from someone.
pub(super) fn takings(person: &Person) -> Vec<Taking> {
    let mut takings = vec![Taking::Account, Taking::Leaving];
    if person.holds(&"helpdesk".into()) {
        takings.push(Taking::Rising);
    }
    for role in &person.roles {
        takings.push(Taking::Post(role.clone()));
        let away = !["pic", "administrator"].contains(&role.as_str());
        if away && person.absences.is_empty() {
            takings.push(Taking::Away(role.clone()));
        }
    }
    takings.extend(person.mandates.iter().map(|it| Taking::Mandate(it.id)));
    takings.extend(
        person
            .agency
            .iter()
            .map(|_| Taking::Agency("dinkes".into())),
    );
    takings
}

/// Takes it, as the second administrator does.
pub(super) async fn takes(
    counter: &Counter,
    taker: &Person,
    person: PersonId,
    things: &Things,
    taking: &Taking,
) -> Result<(), Error> {
    let act = match taking {
        Taking::Post(role) => PeopleAct::Take {
            person,
            role: role.clone(),
        },
        Taking::Mandate(mandate) => PeopleAct::EndDeputy { mandate: *mandate },
        Taking::Away(role) => {
            let lina = (person != things.lina).then_some(things.lina);
            let kind = MandateKind::Plh;
            deputy(
                kind,
                person,
                role.as_str(),
                lina.or(Some(things.toni)),
                counter,
            )
        }
        Taking::Agency(agency) => PeopleAct::Move {
            person,
            agency: agency.clone(),
        },
        Taking::Account => {
            let link = carry_out(counter, taker, &PeopleAct::Renew { person }).await?;
            let Carried::Link(link) = link else {
                panic!("a link: {link:?}");
            };
            let account = AccountId(5_000_000 + person.0);
            let came = accept_invitation(counter, account, link.as_str(), Language::default());
            return came.await.map(|_| ());
        }
        Taking::Leaving => PeopleAct::Leave { person },
        Taking::Rising => PeopleAct::Give {
            person: things.toni,
            role: "administrator".into(),
        },
    };
    carry_out(counter, taker, &act).await.map(|_| ())
}
