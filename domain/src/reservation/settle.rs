//! What must be written so that a request gets what it demands. Pure.

use chrono::{DateTime, Utc};

use super::{Demands, Ledger, Movement, Reservation, Thing, Wanted};
use crate::{
    Refusal,
    code::{AgencyCode, ResourceCode},
    id::{RequestId, ReservationId},
    office::Office,
    procedure::accept::Unfit,
};

impl Ledger {
    /// What must be written so that a request gets what it demands; or why it cannot have it.
    /// Either all of it is granted or nothing.
    pub fn settle(
        &self,
        office: &Office,
        request: RequestId,
        agency: &AgencyCode,
        demands: &Demands,
        now: DateTime<Utc>,
    ) -> Result<Movement, Refusal> {
        let mut movement = Movement::default();
        for held in &self.live {
            if demands.gives_back(held, request) {
                movement.release.push(held.id);
            }
            let is_retired = demands.retire.as_ref();
            if is_retired.is_some_and(|(line, _)| held.line == Some(*line)) {
                match self.heir.filter(|_| held.part == 0) {
                    Some(heir) => movement.pass_on.push((held.id, heir)),
                    None => demands.lets_go(held.id, &mut movement),
                }
            }
        }
        for wanted in &demands.wanted {
            match &wanted.thing {
                Thing::Name(..) | Thing::Number(..) => {
                    self.grant_name(request, agency, wanted, now, &mut movement)?;
                }
                Thing::Share(_) => movement.add.push(wanted.clone()),
            }
        }
        // Weighed once all units are counted, so that a refusal names the whole of what is asked.
        let mut resources: Vec<&ResourceCode> =
            demands.wanted.iter().filter_map(Wanted::of).collect();
        resources.dedup();
        for resource in resources {
            self.covers(office, resource, now, &movement)?;
        }
        Ok(movement)
    }

    fn grant_name(
        &self,
        request: RequestId,
        agency: &AgencyCode,
        wanted: &Wanted,
        now: DateTime<Utc>,
        movement: &mut Movement,
    ) -> Result<(), Refusal> {
        let refused = |unfit| {
            let field = wanted.field.clone();
            Err(Refusal::Unfit { field, unfit })
        };
        let apart = |it: &&Wanted| match (&it.window, &wanted.window) {
            (Some(one), Some(other)) => !one.taken().overlaps(&other.taken()),
            _ => false,
        };
        let mut added = movement.add.iter().filter(|it| !apart(it));
        if added.any(|it| it.thing == wanted.thing) {
            return refused(Unfit::NameTwice {
                name: wanted.said.clone(),
            });
        }
        if let Some(above) = self.above(wanted, agency, now) {
            return refused(Unfit::NameBeneath {
                name: wanted.said.clone(),
                above,
                of: None,
            });
        }
        if self.has_others_beneath(wanted, agency, now) {
            let (name, of) = (wanted.said.clone(), None);
            return refused(Unfit::NameAbove { name, of });
        }
        let same = self.live.iter().filter(|held| held.thing == wanted.thing);
        let over = same.clone().filter(|held| !held.counts(now));
        let over: Vec<_> = over.map(|held| held.id).collect();
        let stays = |held: &&Reservation| !movement.release.contains(&held.id);
        let holder = same
            .filter(stays)
            .find(|held| held.is_in_the_way(wanted.window.as_ref(), now));
        match holder {
            // A line of this very request keeps it, or the agency has it and that will do.
            Some(held) if held.request == request => return Ok(()),
            Some(held) if wanted.or_own && held.agency == *agency => return Ok(()),
            Some(held) => {
                return refused(Unfit::NameTaken {
                    name: wanted.said.clone(),
                    by: held.taken(agency),
                    free: Vec::new(),
                    what: wanted.what.clone().map(Box::new),
                    of: None,
                });
            }
            None => {}
        }
        movement.release.extend(over);
        movement.add.push(wanted.clone());
        Ok(())
    }

    /// The name of another agency beneath which a wanted one would stand.
    fn above(&self, wanted: &Wanted, agency: &AgencyCode, now: DateTime<Utc>) -> Option<String> {
        let on = wanted.thing.shelf();
        let others = self.live.iter().filter(|held| held.agency != *agency);
        let mut above = others.filter(|held| {
            let is_above = wanted.above.iter().any(|it| it == held.thing.name());
            is_above && held.thing.shelf() == on && held.counts(now)
        });
        above.next().map(|held| held.thing.name().to_owned())
    }

    /// Whether another agency has a name that would stand beneath a wanted one.
    fn has_others_beneath(&self, wanted: &Wanted, agency: &AgencyCode, now: DateTime<Utc>) -> bool {
        self.live
            .iter()
            .any(|held| held.agency != *agency && held.counts(now) && wanted.is_above(&held.thing))
    }

    /// Whether what is there covers what is reserved already and what is added.
    fn covers(
        &self,
        office: &Office,
        resource: &ResourceCode,
        now: DateTime<Utc>,
        movement: &Movement,
    ) -> Result<(), Refusal> {
        let gone: i64 = self
            .live
            .iter()
            .filter(|held| held.counts(now) && movement.release.contains(&held.id))
            .filter(|held| held.thing == Thing::Share(resource.clone()))
            .map(|held| held.amount)
            .sum();
        let taken = self.taken(resource, now) - gone;
        let asked: i64 = movement
            .add
            .iter()
            .filter(|wanted| wanted.thing == Thing::Share(resource.clone()))
            .fold(0, |sum: i64, wanted| sum.saturating_add(wanted.amount));
        let total = office.resource(resource).map_or(0, |it| it.total);
        let free = (total - taken).max(0);
        if asked <= free {
            return Ok(());
        }
        Err(Refusal::NotEnough {
            resource: resource.clone(),
            asked,
            free,
        })
    }
}

impl Demands {
    fn gives_back(&self, held: &Reservation, request: RequestId) -> bool {
        if !held.is_free_hand(request) {
            return false;
        }
        match &held.thing {
            Thing::Name(code, _) => {
                let renewed = self.renew.contains(code) && held.until.is_some();
                let is_named =
                    (self.release.contains(code) || renewed) && !self.stays.contains(&held.thing);
                let is_over = self.release_windows && held.window.is_some();
                self.release_all || is_named || is_over
            }
            // Whatever becomes of its request, a number was given: it stands on papers that others have.
            Thing::Number(..) => false,
            Thing::Share(_) => self.release_all || self.release_shares,
        }
    }

    /// What a retired line kept is free, at once or at a moment.
    fn lets_go(&self, held: ReservationId, movement: &mut Movement) {
        match &self.retire {
            Some((_, Some(until))) => movement.block.push((held, *until)),
            _ => movement.release.push(held),
        }
    }
}
