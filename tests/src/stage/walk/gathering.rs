//! Who comes in before a procedure is walked.

use std::sync::{Arc, atomic::AtomicUsize};

use domain::{
    Language,
    code::RoleCode,
    command::{self, Invite},
    id::AccountId,
    office::{NEWCOMER, PIC},
    procedure::{Field, Inform, Kind, Procedure},
};

use super::{
    super::World,
    Company, Member,
    paths::{covering, withdrawals},
};

/// What tells people of one role apart.
const ORDINALS: [&str; 8] = [
    "Satu", "Dua", "Tiga", "Empat", "Lima", "Enam", "Tujuh", "Delapan",
];

impl Company {
    /// Everyone comes in by a start link.
    pub async fn gathers(world: &World, procedure: &Arc<Procedure>) -> Company {
        Company::gathers_speaking(world, procedure, Language::ID).await
    }

    /// Everyone comes in, with a Telegram in this language.
    pub async fn gathers_speaking(
        world: &World,
        procedure: &Arc<Procedure>,
        language: Language,
    ) -> Company {
        Company::gathers_for(world, (procedure, &[]), language).await
    }

    /// Everyone comes in whom a procedure needs, or others besides.
    pub async fn gathers_for(
        world: &World,
        (procedure, besides): (&Arc<Procedure>, &[Arc<Procedure>]),
        language: Language,
    ) -> Company {
        let mut roles = Vec::new();
        for procedure in std::iter::once(procedure).chain(besides) {
            roles.push(procedure.opens.clone());
            roles.extend(procedure.on_behalf.iter().cloned());
            let desks = procedure.steps.iter().map(|step| &step.performer);
            roles.extend(desks.flat_map(RoleCode::posts));
            let told = procedure.inform_at_end.iter().filter_map(Inform::role);
            roles.extend(told.cloned());
            let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
            roles.extend(fields.filter_map(chosen_role).cloned());
        }
        let mut members: Vec<Member> = Vec::new();
        for role in &roles {
            if members.iter().any(|member| &member.role == role) {
                continue;
            }
            let most = match role.as_str() {
                NEWCOMER => covering(procedure).len().max(withdrawals(procedure).len()),
                _ => speakers(procedure, role).max(2),
            };
            for ordinal in ORDINALS.iter().take(most) {
                members.push(comes_in(world, procedure, role, (ordinal, language)).await);
            }
        }
        Company {
            world: world.clone(),
            procedure: procedure.clone(),
            members: Arc::new(members),
            gives_reasons: false,
            origin: None,
            language,
            names: Arc::new(AtomicUsize::new(0)),
            walks: AtomicUsize::new(0),
        }
    }

    /// The same people under another procedure.
    #[must_use]
    pub fn under(&self, procedure: &Arc<Procedure>) -> Company {
        Company {
            world: self.world.clone(),
            procedure: procedure.clone(),
            members: self.members.clone(),
            gives_reasons: self.gives_reasons,
            origin: None,
            language: self.language,
            names: self.names.clone(),
            walks: AtomicUsize::new(0),
        }
    }

    /// The same, where each request is begun from the end of one of another procedure.
    #[must_use]
    pub fn following(self, origin: &Arc<Procedure>) -> Company {
        Company {
            origin: Some(origin.clone()),
            ..self
        }
    }
}

/// How many holders of a role speak at some step.
fn speakers(procedure: &Procedure, role: &RoleCode) -> usize {
    let steps = procedure
        .steps
        .iter()
        .filter(|step| step.performer == *role);
    let several = steps
        .filter_map(|step| step.quorum.as_ref())
        .map(|it| it.of);
    several
        .max()
        .map_or(0, |of| usize::try_from(of).expect("a few"))
}

/// The role of whoever can be chosen as the answer to a question.
fn chosen_role(field: &Field) -> Option<&RoleCode> {
    match &field.kind {
        Kind::Person(person) => Some(&person.role),
        _ => None,
    }
}

async fn comes_in(
    world: &World,
    procedure: &Procedure,
    role: &RoleCode,
    (ordinal, language): (&str, Language),
) -> Member {
    let counter = world.counter();
    let title = counter.office.title(role);
    let name = format!("{} {ordinal}", title.get(language));
    let player = world.stranger(&name, language.code());
    let agency = counter.office.agencies.first().expect("an agency");
    let new = Invite {
        role: role.clone(),
        name,
        agency: (*role == procedure.opens || role.as_str() == PIC).then(|| agency.code.clone()),
    };
    let link = command::invite(&counter, new).await.expect("a start link");
    player.opens(&link).await;
    let account = AccountId(player.user.0);
    let person = counter.db.person_of(account).await.expect("people");
    Member {
        id: person.expect("the link works").id,
        role: role.clone(),
        player,
    }
}
