//! Standing in for someone: Plh., Plt., and what passes by itself. Pure.
//!
//! UU 30/2014 art. 14: a *Plh.* (pelaksana harian) stands in for a holder who is away for a time, a
//! *Plt.* (pelaksana tugas) fills a post that is vacant. Both rest on a letter.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    code::RoleCode,
    id::{MandateId, PersonId},
};

/// A post that someone fills for a time in place of its holder.
///
/// There are no chains: a mandate is for one holder's own post, so whoever stands in for the deputy
/// does not stand in for the holder.
#[derive(Debug, Clone, PartialEq)]
pub struct Mandate {
    pub id: MandateId,
    pub kind: MandateKind,
    pub role: RoleCode,
    /// Whose post it is; none while the post is vacant.
    pub principal: Option<PersonId>,
    pub deputy: PersonId,
    pub from: DateTime<Utc>,
    /// The first moment at which it is over; without one it lasts until it is ended.
    pub until: Option<DateTime<Utc>>,
    /// The number of the letter it rests on.
    pub letter: String,
    /// It is over, by itself or because someone ended it.
    pub ended: bool,
}

/// Who sits at a desk at a moment, post by post.
#[derive(Debug, Clone, PartialEq)]
pub struct Bench(pub Vec<BenchPost>);

/// Who fills one post of a desk.
#[derive(Debug, Clone, PartialEq)]
pub struct BenchPost {
    pub role: RoleCode,
    /// In the order in which they came.
    pub holders: Vec<PersonId>,
    /// By which others sit there in a holder's place.
    pub mandates: Vec<Mandate>,
}

impl Bench {
    /// Everyone on whom it depends who can decide there: holders, those who stand in for one, and those for whom
    /// someone stands in.
    pub fn everyone(&self) -> impl Iterator<Item = PersonId> {
        self.0.iter().flat_map(|post| {
            let mandates = post.mandates.iter();
            let named = mandates.flat_map(|it| it.principal.into_iter().chain([it.deputy]));
            post.holders.iter().copied().chain(named)
        })
    }

    /// In whose place others sit there.
    pub fn principals(&self) -> impl Iterator<Item = PersonId> {
        let mandates = self.0.iter().flat_map(|post| &post.mandates);
        mandates.filter_map(|it| it.principal)
    }

    /// Who of them can decide: holders who are not away, and those who stand in for one; not
    /// those who are `barred`, nor whoever stands in for one of these.
    pub fn deciders(&self, assigned: Option<PersonId>, barred: &[PersonId]) -> Vec<PersonId> {
        let mut deciders: Vec<PersonId> = Vec::new();
        for id in self.0.iter().flat_map(|it| it.deciders(assigned, barred)) {
            if !barred.contains(&id) && !deciders.contains(&id) {
                deciders.push(id);
            }
        }
        deciders
    }
}

impl BenchPost {
    fn deciders(
        &self,
        assigned: Option<PersonId>,
        barred: &[PersonId],
    ) -> impl Iterator<Item = PersonId> {
        let away = |id: PersonId| self.mandates.iter().any(|it| it.principal == Some(id));
        let holders = self.holders.iter().copied();
        let holders = holders
            .filter(move |id| assigned.is_none_or(|assigned| assigned == *id))
            .filter(move |id| !away(*id));
        let mandates = self.mandates.iter();
        let mandates = mandates.filter(move |it| it.takes(&self.role, assigned));
        // Nor the deputy of one who sent it.
        let sent_it = |it: &Mandate| it.principal.is_some_and(|it| barred.contains(&it));
        let deputies = mandates.filter(move |it| !sent_it(it)).map(|it| it.deputy);
        holders.chain(deputies)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MandateKind {
    /// Pelaksana harian: the holder is away.
    Plh,
    /// Pelaksana tugas: the post is vacant, or its holder is away for long.
    Plt,
    /// Standing delegation: steps that may pass by themselves do so. The deputy is the office's clock.
    Standing,
}

impl MandateKind {
    pub const ALL: [MandateKind; 3] = [MandateKind::Plh, MandateKind::Plt, MandateKind::Standing];

    /// As it is kept.
    pub fn as_str(self) -> &'static str {
        match self {
            MandateKind::Plh => "plh",
            MandateKind::Plt => "plt",
            MandateKind::Standing => "standing",
        }
    }
}

/// On whose behalf someone decided, where the post was not their own. It stands in every record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behalf {
    pub kind: BehalfKind,
    /// The holder; none where the post was vacant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<PersonId>,
    /// What it rests on: the number of a letter, or the role that the procedure allows to take over.
    pub basis: String,
}

impl Behalf {
    /// Whether nobody decided: it passed by itself, or its time was over.
    pub fn is_the_clocks(&self) -> bool {
        matches!(self.kind, BehalfKind::Standing | BehalfKind::Itself)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BehalfKind {
    Plh,
    Plt,
    Standing,
    /// The procedure lets another role take the step over.
    TakenOver,
    /// The procedure lets the step go on by itself where nobody acts.
    Itself,
}

impl Mandate {
    /// Whether it counts at a moment.
    pub fn covers(&self, now: DateTime<Utc>) -> bool {
        !self.ended && self.from <= now && self.until.is_none_or(|until| now < until)
    }

    /// Whether a task that was given to one holder by name, or to all, falls to the deputy.
    pub fn takes(&self, role: &RoleCode, assigned: Option<PersonId>) -> bool {
        role.is_of(&self.role) && assigned.is_none_or(|assigned| self.principal == Some(assigned))
    }

    /// Whether the deputy is a person who is away in the principal's place: a standing delegation leaves
    /// the holder at work.
    pub fn replaces(&self) -> bool {
        self.kind != MandateKind::Standing
    }

    pub fn behalf(&self) -> Behalf {
        Behalf {
            kind: match self.kind {
                MandateKind::Plh => BehalfKind::Plh,
                MandateKind::Plt => BehalfKind::Plt,
                MandateKind::Standing => BehalfKind::Standing,
            },
            of: self.principal,
            basis: self.letter.clone(),
        }
    }
}
