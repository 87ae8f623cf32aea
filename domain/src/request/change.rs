//! What follows from one act: everything that is written together, and nothing else is ever written.

use std::borrow::Borrow;

use chrono::{DateTime, Utc};

use super::{
    Decision, Event, Phase, RecordedEvent, Request, Standing, State, Task, advance,
    audience::audience,
    desk::{Desk, desk},
    effects::Effects,
};
use crate::{
    Refusal,
    code::{FieldCode, OutcomeCode, StepCode},
    id::{PersonId, RequestId},
    mandate::{Behalf, BehalfKind},
    notice::{Audience, What},
    office::Office,
    person::{Person, Seat},
    procedure::{Answer, Answers, Outcome, Procedure, ReasonRule, Step, form},
    register::Occasion,
};

/// A request after something happened to it, with all that follows. `Tx::record` writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The request as it is now.
    pub request: Request,
    pub event: Event,
    pub by: PersonId,
    pub at: DateTime<Utc>,
    /// The task that this settles.
    pub closes: Option<Task>,
    /// The task at which somebody has spoken, and others have to as well.
    pub speaks: Option<Task>,
    /// How the request stands now, as lists sort it.
    pub phase: Phase,
    /// The desk at which it waits next.
    pub opens: Option<Desk>,
    pub tell: Vec<(Audience, What)>,
    pub effects: Effects,
    /// Who is passed over when a role's holders are asked or told: nobody decides on their own request.
    pub barred: Vec<PersonId>,
}

impl Task {
    /// What a decision makes of a request. The form's answers come as they were finished;
    /// the reason and the marks are among them under their own codes.
    pub fn decide(
        &self,
        request: Request,
        (procedure, office): (&Procedure, &Office),
        by: &Person,
        outcome: &OutcomeCode,
        answers: Answers,
        at: DateTime<Utc>,
    ) -> Result<Change, Refusal> {
        let seat = self.seat(&request, procedure, by, at)?;
        self.settle(
            request,
            (procedure, office),
            (by, seat),
            outcome,
            answers,
            at,
        )
    }

    /// The same, once it is clear that they may.
    pub(super) fn settle(
        &self,
        request: Request,
        (procedure, office): (&Procedure, &Office),
        (by, Seat { role, behalf }): (&Person, Seat),
        outcome: &OutcomeCode,
        mut answers: Answers,
        at: DateTime<Utc>,
    ) -> Result<Change, Refusal> {
        let not_here = || Refusal::NotAtThisStep {
            step: self.step.clone(),
        };
        let step = procedure.step(&self.step).ok_or_else(not_here)?;
        let chosen = step.outcome(outcome).ok_or_else(not_here)?;
        let by_clock = behalf
            .as_ref()
            .is_some_and(|it| it.kind == BehalfKind::Itself);
        let offered = if by_clock {
            request.state.leads(step, chosen)
        } else {
            request.state.offers(step, chosen)
        };
        if !offered {
            return Err(Refusal::NotOffered);
        }
        request.state.is_time(chosen, at)?;
        let incomplete = |field: &str| Refusal::Incomplete {
            field: field.into(),
        };
        let reason = match answers.remove(&form::REASON.into()) {
            Some(Answer::Text(reason)) => Some(reason),
            _ if chosen.reason == ReasonRule::Required => return Err(incomplete(form::REASON)),
            _ => None,
        };
        let marked = form::take_marked(&mut answers);
        if chosen.marks && marked.is_none() {
            return Err(incomplete(form::MARKED));
        }
        let (marked, rows) = marked.unwrap_or_default();
        if let Some(prolongs) = &chosen.prolongs
            && let Some(until) = prolongs.until(&request.state.answers, at)
        {
            answers.set(prolongs.field.clone(), Answer::Moment(until));
        }
        procedure.note_times(&office.calendar, &mut answers, None);
        let decider = (&self.step, &role);
        procedure.note_decider(decider, (by.id, &by.name), behalf.as_ref(), &mut answers);
        let is_the_clocks = behalf.as_ref().is_some_and(Behalf::is_the_clocks);
        let voice = request.state.voice(step, chosen, by.id);
        let decision = Decision {
            voice: voice.filter(|_| !by_clock),
            step: self.step.clone(),
            outcome: chosen.code.clone(),
            role,
            behalf,
            answers,
            reason,
            marked,
            rows,
            account: by.account.filter(|account| account.0 > 0),
        };
        let returned = request.state.returned.as_ref().map(|it| it.by.clone());
        let (seq, before) = (request.version + 1, &request.state.answers);
        let known = |code: &FieldCode| decision.answers.get(code).or_else(|| before.get(code));
        let is_final = decision.is_final();
        let informed = if is_final {
            informed((procedure, step), chosen, request.id, Some(seq), known)
        } else {
            Vec::new()
        };
        let mut change = Change::of(
            procedure,
            request,
            Event::Decided(decision),
            by.id,
            at,
            is_final.then(|| self.clone()),
            informed,
        )
        .ok_or_else(not_here)?;
        if !is_final {
            // It lies at the desk of those who are still to speak.
            let left = change.opens.take().map(|desk| desk.role);
            change.speaks = Some(Task {
                role: left.unwrap_or_else(|| self.role.clone()),
                ..self.clone()
            });
            return Ok(change);
        }
        let occasion = Occasion {
            at,
            by: (by.id, &by.name),
            by_clock: is_the_clocks,
            applicant: change.request.applicant,
            ticket: &change.request.ticket,
            reason: change.event.reason(),
        };
        change.effects = Effects::of(
            procedure,
            office,
            &change.request,
            (step, chosen),
            &occasion,
        );
        if chosen.anew && change.request.step() != returned.as_ref() {
            // What was reserved on the way that it leaves.
            change.effects.demands.release_all = true;
        }
        let known = &change.request.state.answers;
        change.effects.compared = change.event.compared(procedure, office, known);
        if change.effects.admits.is_some() {
            change.welcome();
        }
        if change.is_news(procedure, step, chosen) && !change.hands_over(procedure) {
            let request = change.request.id;
            let applicant = Audience::Person(change.request.applicant);
            change
                .tell
                .push((applicant, What::Decided { request, seq }));
        }
        Ok(change)
    }
}

impl Change {
    /// A request comes into being. Its id, token and ticket are given by the store.
    pub fn opened(
        (procedure, office): (&Procedure, &Office),
        mut request: Request,
        by: &Person,
        mut answers: Answers,
        at: DateTime<Utc>,
    ) -> Option<Change> {
        procedure.note_times(&office.calendar, &mut answers, Some(at));
        let event = Event::Opened { answers };
        request.state = advance(procedure, None, &event, at).ok()?;
        request.version = 1;
        let first = procedure.first()?;
        let sent = first.outcomes.first()?;
        let known = |code: &FieldCode| request.state.answers.get(code);
        let tell = informed((procedure, first), sent, request.id, None, known);
        let occasion = Occasion {
            at,
            by: (by.id, &by.name),
            by_clock: false,
            applicant: request.applicant,
            ticket: &request.ticket,
            reason: None,
        };
        let mut effects = Effects::of(procedure, office, &request, (first, sent), &occasion);
        effects.compared = event.compared(procedure, office, &request.state.answers);
        let by = by.id;
        Some(Change {
            effects,
            barred: request.passed_over(procedure),
            speaks: None,
            phase: Phase::of(procedure, &request.state),
            opens: desk(procedure, &request),
            event,
            by,
            at,
            closes: None,
            tell,
            request,
        })
    }

    /// The applicant takes a request back.
    pub fn withdrawn(
        procedure: &Procedure,
        request: Request,
        reason: Option<String>,
        at: DateTime<Utc>,
        task: Option<Task>,
    ) -> Result<Change, Refusal> {
        if request.ended().is_some() {
            return Err(Refusal::Ended);
        }
        let by = request.applicant;
        Change::of(
            procedure,
            request,
            Event::Withdrawn { reason },
            by,
            at,
            task,
            Vec::new(),
        )
        .ok_or(Refusal::TooLateToWithdraw)
    }

    /// Someone else speaks for the applicant from now on: a colleague, or a successor. What waits for
    /// the applicant waits for them.
    pub fn handed_over(
        procedure: &Procedure,
        mut request: Request,
        by: PersonId,
        to: PersonId,
        at: DateTime<Utc>,
        task: Option<&Task>,
    ) -> Option<Change> {
        let from = request.applicant;
        request.applicant = to;
        let event = Event::HandedOver { from, to };
        let theirs = task.filter(|task| task.is_applicants(procedure));
        let moves = theirs.filter(|_| !procedure.lost);
        let closes = moves.cloned();
        let stays = closes.is_none();
        let mut change = Change::of(procedure, request, event, by, at, closes, Vec::new())?;
        if stays {
            change.opens = None;
        }
        if procedure.lost && theirs.is_some() {
            change.phase = Phase::Applicant;
        }
        Some(change)
    }

    /// The holder of a step takes back what passed by itself.
    pub fn recalled(
        procedure: &Procedure,
        request: Request,
        by: PersonId,
        step: &StepCode,
        at: DateTime<Utc>,
        task: Option<Task>,
    ) -> Result<Change, Refusal> {
        let event = Event::Recalled { step: step.clone() };
        Change::of(procedure, request, event, by, at, task, Vec::new())
            .ok_or(Refusal::TooLateToRecall)
    }

    pub(super) fn of(
        procedure: &Procedure,
        mut request: Request,
        event: Event,
        by: PersonId,
        at: DateTime<Utc>,
        closes: Option<Task>,
        mut tell: Vec<(Audience, What)>,
    ) -> Option<Change> {
        request.state = advance(procedure, Some(request.state), &event, at).ok()?;
        // A returned request may come back for another agency.
        if let Some(agency) = procedure.agency_in(|field| request.state.answers.get(field)) {
            request.agency = agency;
        }
        request.version += 1;
        if request.ended().is_some() {
            // The applicant hears of it first.
            let ended = What::Ended {
                request: request.id,
            };
            tell.push((Audience::Person(request.applicant), ended.clone()));
            let known = |code: &FieldCode| request.state.answers.get(code);
            let others = procedure.inform_at_end.iter();
            let others = others.filter_map(|inform| audience(inform, known));
            tell.extend(others.map(|others| (others, ended.clone())));
        }
        let occasion = Occasion {
            at,
            // Whoever writes the line down knows the names.
            by: (by, ""),
            by_clock: event == Event::Expired,
            applicant: request.applicant,
            ticket: &request.ticket,
            reason: event.reason(),
        };
        let effects = match request.ended() {
            Some(_) => Effects::of_end(procedure, &request, &occasion),
            None => Effects::default(),
        };
        Some(Change {
            phase: Phase::of(procedure, &request.state),
            opens: desk(procedure, &request),
            effects,
            barred: request.passed_over(procedure),
            speaks: None,
            request,
            event,
            by,
            at,
            closes,
            tell,
        })
    }
}

/// Who is told of a decision, as the file says, given where an answer is to be found.
fn informed<'a>(
    (procedure, step): (&Procedure, &Step),
    outcome: &Outcome,
    request: RequestId,
    seq: Option<i64>,
    known: impl Fn(&FieldCode) -> Option<&'a Answer>,
) -> Vec<(Audience, What)> {
    let what = What::Informed {
        request,
        seq,
        step: step.code.clone(),
        outcome: outcome.code.clone(),
        soon: procedure.plans_moments(),
    };
    let told = outcome.inform.iter();
    let told = told.filter_map(|inform| audience(inform, &known));
    told.map(|audience| (audience, what.clone())).collect()
}

/// Folds the whole history of a request: what the stored state must be.
pub fn fold<E: Borrow<Event>>(
    procedure: &Procedure,
    history: impl IntoIterator<Item = (DateTime<Utc>, E)>,
) -> Result<Option<State>, advance::Impossible> {
    history.into_iter().try_fold(None, |state, (at, event)| {
        advance(procedure, state, event.borrow(), at).map(Some)
    })
}

/// The same of a history as it was recorded; none where it cannot have happened.
pub fn folded(procedure: &Procedure, history: &[RecordedEvent]) -> Option<State> {
    let events = history.iter().map(|it| (it.at, &it.event));
    fold(procedure, events).ok().flatten()
}

impl Standing {
    pub fn is_end(&self) -> bool {
        matches!(self, Standing::Ended(_))
    }
}
