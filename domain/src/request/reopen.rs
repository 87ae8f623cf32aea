//! The end of what its applicant did not answer, and taking it up again. Pure.

use chrono::{DateTime, Utc};

use super::{Change, Event, Request, Task, audience::audience, desk, effects};
use crate::{
    Refusal,
    clock::days_later,
    code::{FieldCode, ResourceCode},
    id::PersonId,
    notice::{Audience, What},
    office::Office,
    procedure::{Procedure, Step},
    reservation::{Demands, Ledger, Reservation, Thing, Wanted},
};

/// What a request had reserved before it ended, as far as it still wants it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Again {
    /// What is free still.
    pub free: Vec<Wanted>,
    /// What another has by now.
    pub lost: Vec<Wanted>,
}

impl Request {
    /// Until when it can be opened again; none where it did not end by its applicant's silence.
    pub fn reopens_until(&self, office: &Office) -> Option<DateTime<Utc>> {
        self.ended()?;
        self.state.lapsed.as_ref()?;
        Some(days_later(self.state.since, office.reminders.reopened))
    }
}

impl Change {
    /// The request has waited for its applicant in vain. `by` is the office's own clock.
    pub fn expired(
        procedure: &Procedure,
        request: Request,
        by: PersonId,
        at: DateTime<Utc>,
        task: Option<Task>,
    ) -> Option<Change> {
        let mut change = Change::of(procedure, request, Event::Expired, by, at, task, Vec::new())?;
        let waited = waited_for(procedure, &change.request);
        let ended = What::Ended {
            request: change.request.id,
        };
        // Whoever asked the applicant waits no longer; those who hear of every end hear it once.
        let told = |audience: &Audience| change.tell.iter().any(|(to, _)| to == audience);
        if let Some(audience) = waited.filter(|audience| !told(audience)) {
            change.tell.push((audience, ended));
        }
        Some(change)
    }

    /// A request that ended by itself goes on where it stood. Whoever opens it again speaks for it from
    /// then on.
    pub fn reopened(
        procedure: &Procedure,
        mut request: Request,
        by: PersonId,
        at: DateTime<Utc>,
        again: Again,
    ) -> Result<Change, Refusal> {
        let ended_at = request.state.since;
        let from = (request.applicant != by).then_some(request.applicant);
        let lost: Vec<Thing> = again.lost.iter().map(|it| it.thing.clone()).collect();
        let marked = asked_again(procedure, &request, &again.lost);
        request.applicant = by;
        let event = Event::Reopened { from, marked };
        let change = Change::of(procedure, request, event, by, at, None, Vec::new());
        let mut change = change.ok_or(Refusal::NotReopened)?;
        change.effects.demands.wanted = again.free;
        change.effects.reopens = Some(ended_at);
        let request = change.request.id;
        let told = |lost| What::Reopened { request, lost };
        if !lost.is_empty() {
            change.tell.push((Audience::Person(by), told(lost)));
        }
        let known = |code: &FieldCode| change.request.state.answers.get(code);
        let told_of_the_end = procedure.inform_at_end.iter();
        let told_of_the_end = told_of_the_end.filter_map(|inform| audience(inform, known));
        let mut concerned: Vec<Audience> = told_of_the_end.collect();
        concerned.extend(waited_for(procedure, &change.request));
        for audience in concerned {
            if !change.tell.iter().any(|(to, _)| *to == audience) {
                change.tell.push((audience, told(Vec::new())));
            }
        }
        Ok(change)
    }
}

/// Who waited for the applicant's answer: the desk that asked, while the request stands at the
/// applicant's step or has ended there by itself.
pub(super) fn waited_for(procedure: &Procedure, request: &Request) -> Option<Audience> {
    let state = &request.state;
    let lapsed = state.lapsed.as_ref().and_then(|it| it.returned.as_ref());
    let returned = state.returned.as_ref().or(lapsed)?;
    let step = procedure.step(&returned.by)?;
    if procedure.is_applicants(step) {
        return None;
    }
    let holder = desk::assigned_to(step, &state.answers);
    Some(holder.map_or_else(
        || Audience::Holders(step.performer.clone()),
        Audience::Person,
    ))
}

/// The questions about what was lost that the applicant can be asked again where the request stood.
fn asked_again(procedure: &Procedure, request: &Request, lost: &[Wanted]) -> Vec<FieldCode> {
    let lapsed = request.state.lapsed.as_ref();
    let step = lapsed.and_then(|lapsed| procedure.step(&lapsed.at));
    let repaired = |field: &FieldCode| {
        let has = |step: &Step| step.fields.iter().any(|it| it.code == *field);
        step.is_some_and(|step| has(step) || (step.repairs && procedure.first().is_some_and(has)))
    };
    let mut fields: Vec<FieldCode> = lost.iter().map(|it| it.field.clone()).collect();
    fields.retain(repaired);
    fields.dedup();
    fields
}

/// What of the things that were given back while a request waited is still wanted, by its answers.
pub fn wanted_again(
    procedure: &Procedure,
    office: &Office,
    request: &Request,
    given_back: &[Reservation],
    at: DateTime<Utc>,
) -> Vec<Wanted> {
    let mut wanted: Vec<Wanted> = Vec::new();
    let anew = office.working_days_after(at, office.hold_days);
    let answers = &request.state.answers;
    let mut shares_until = None;
    for held in given_back {
        // What was reserved for a time that is over by now is nobody's concern any more.
        if held.window.is_some() && !held.counts(at) {
            continue;
        }
        let window = held.window;
        let until = held.until.map(|until| window.map_or(anew, |_| until));
        match &held.thing {
            Thing::Share(_) => shares_until = Some(until),
            Thing::Name(..) | Thing::Number(..) => {
                let mut fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
                let asked = fields.find_map(|field| {
                    let named = effects::named(office, field, answers.get(&field.code)?);
                    named.into_iter().find(|it| it.thing == held.thing)
                });
                let known = wanted.iter().any(|it| it.thing == held.thing);
                if let (Some(asked), false) = (asked, known) {
                    wanted.push(Wanted {
                        until,
                        window,
                        ..asked
                    });
                }
            }
        }
    }
    if let Some(until) = shares_until {
        wanted.extend(effects::shares(procedure, answers, until));
    }
    wanted
}

impl Ledger {
    /// Tells what is free still from what is not: name by name, and of each resource all or nothing.
    pub fn free_again(
        &self,
        office: &Office,
        request: &Request,
        wanted: Vec<Wanted>,
        now: DateTime<Utc>,
    ) -> Again {
        let mut again = Again::default();
        let mut groups: Vec<(Option<ResourceCode>, Vec<Wanted>)> = Vec::new();
        for one in wanted {
            let resource = match &one.thing {
                Thing::Share(resource) => Some(resource.clone()),
                Thing::Name(..) | Thing::Number(..) => None,
            };
            let same = groups
                .iter_mut()
                .find(|(of, _)| of.is_some() && *of == resource);
            match same {
                Some((_, group)) => group.push(one),
                None => groups.push((resource, vec![one])),
            }
        }
        for (_, wanted) in groups {
            let demands = Demands {
                wanted: wanted.clone(),
                ..Demands::default()
            };
            let settled = self.settle(office, request.id, &request.agency, &demands, now);
            match settled {
                Ok(_) => again.free.extend(wanted),
                Err(_) => again.lost.extend(wanted),
            }
        }
        again
    }
}
