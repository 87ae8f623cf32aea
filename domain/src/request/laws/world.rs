//! An office in memory: requests, what they have reserved and which lines they have written. It does
//! with a change what the store does, and nothing else, so that the laws hold for the store as well.

use std::{fmt::Write, sync::Arc};

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    answers::{Dice, Scene, filled},
    at,
};
use crate::{
    Refusal,
    code::{AgencyCode, RegisterCode, RoleCode},
    counter::Opening,
    id::{LineId, RequestId, ReservationId},
    office::Office,
    person::Person,
    procedure::{Outcome, Procedure, Step, Tone, form::Form},
    register::Writing,
    request::{Change, Effects, Event, Request, Task},
    reservation::{Ledger, Reservation},
    trial::{blank, person, task},
};

pub(super) struct World<'a> {
    pub office: &'a Office,
    pub procedures: &'a [Arc<Procedure>],
    pub people: Vec<Person>,
    pub runs: Vec<Run>,
    pub ledger: Ledger,
    pub lines: Vec<BookLine>,
    /// What requests gave back while no line kept it, and when.
    pub given_back: Vec<(DateTime<Utc>, Reservation)>,
    pub now: DateTime<Utc>,
    /// What happened, for whoever reads a failure.
    pub story: String,
    last_id: i64,
}

/// A request with the task it waits at, and its events so far.
pub(super) struct Run {
    pub procedure: Arc<Procedure>,
    pub request: Request,
    pub task: Option<Task>,
    pub history: Vec<(DateTime<Utc>, Event)>,
}

/// A line of a register, as far as the laws are concerned with it.
pub(super) struct BookLine {
    pub id: LineId,
    pub register: RegisterCode,
    pub request: RequestId,
    pub part: u32,
    pub agency: AgencyCode,
    pub closed: bool,
    pub closed_by: Option<RequestId>,
    /// When the request itself closed it.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it is over by itself.
    pub until: Option<DateTime<Utc>>,
}

/// What somebody does; which of the possible things is left to the dice.
#[derive(Debug, Clone, Copy)]
pub(super) enum Move {
    Open,
    Decide,
    Withdraw,
    /// Days go by, and the clock looks at what has run out, or does not yet.
    Wait {
        days: u8,
        looked: bool,
    },
    /// An applicant never answers.
    FallSilent,
    Reopen,
}

impl<'a> World<'a> {
    pub(super) fn new(office: &'a Office, procedures: &'a [Arc<Procedure>]) -> World<'a> {
        let agencies = office.agencies.iter().take(3);
        let applicants = agencies.map(|agency| ("pic", Some(agency.code.clone())));
        let officers = office.roles.iter().map(|role| (role.code.as_str(), None));
        let officers = officers.filter(|(role, _)| *role != "pic");
        // Where three must speak, there are three.
        let officers = officers.flat_map(|officer| [officer.clone(), officer.clone(), officer]);
        let people = (1..).zip(applicants.chain(officers));
        World {
            office,
            procedures,
            people: people
                .map(|(id, (role, agency))| person(id, role, agency))
                .collect(),
            runs: Vec::new(),
            ledger: Ledger::default(),
            lines: Vec::new(),
            given_back: Vec::new(),
            now: at(0),
            story: String::new(),
            last_id: 0,
        }
    }

    pub(super) fn act(&mut self, act: Move, dice: &mut Dice) {
        self.now += TimeDelta::minutes(1);
        match act {
            Move::Open => self.open(dice),
            Move::Decide => self.decide(dice),
            Move::Withdraw => self.withdraw(dice),
            Move::FallSilent => self.fall_silent(dice),
            Move::Reopen => self.reopen(dice),
            Move::Wait { days, looked } => {
                self.now += TimeDelta::days(days.into());
                let _ = writeln!(self.story, "{days} days go by, looked: {looked}");
                if looked {
                    self.look_at_the_clock();
                }
            }
        }
    }

    fn open(&mut self, dice: &mut Dice) {
        let procedure = dice.pick(self.procedures).unwrap().clone();
        let enters = |person: &&Person| {
            person.holds(&procedure.opens) || procedure.on_behalf.iter().any(|it| person.holds(it))
        };
        let entering: Vec<&Person> = self.people.iter().filter(enters).collect();
        let by = (*dice.pick(&entering).unwrap()).clone();
        let own = self.office.own_agency.clone();
        let opening = Opening {
            role: by.roles[0].clone(),
            agency: by.agency.clone().or(own),
        };
        let form = Form::opening(&procedure);
        let scene = |scene: &Scene<'_>| filled(&form, opening.filling(), scene, dice);
        let Some(mut answers) = self.on_stage(opening.agency.as_ref().unwrap(), scene) else {
            return;
        };
        let mut must = form.must().iter();
        assert!(
            must.all(|must| must.holds.holds_in(&answers)),
            "sent: {answers:?}"
        );
        opening.note(&mut answers);
        let id = self.runs.len();
        let index = i64::try_from(id).unwrap();
        let request = blank(&procedure, &opening, by.id, index, self.now).unwrap();
        let parts = (&*procedure, self.office);
        let change = Change::opened(parts, request, &by, answers, self.now).unwrap();
        self.runs.push(Run {
            request: change.request.clone(),
            procedure,
            task: None,
            history: Vec::new(),
        });
        if self.record(id, change, "opened").is_err() {
            self.runs.pop();
        }
    }

    fn decide(&mut self, dice: &mut Dice) {
        let all = 0..self.runs.len();
        let waiting: Vec<usize> = all.filter(|it| self.runs[*it].task.is_some()).collect();
        let Some(&index) = dice.pick(&waiting) else {
            return;
        };
        let run = &self.runs[index];
        let (procedure, request) = (run.procedure.clone(), run.request.clone());
        let task = run.task.clone().unwrap();
        let (step, offered) = run.offered();
        let may = |by: &&Person| {
            task.may_be_decided(&request, &procedure, by, self.now)
                .is_ok()
        };
        let by = self.people.iter().find(may).unwrap().clone();
        let now = self.now;
        let mut offered = offered;
        offered.retain(|outcome| request.state.is_time(outcome, now).is_ok());
        if offered.is_empty() {
            // Nothing yet.
            return;
        }
        let outcome = chosen(&offered, dice);
        let mut form = request.form(&procedure, step, outcome);
        for (entry, column) in form.columns().collect::<Vec<_>>() {
            form.knows_column(&entry, &column, Some("satu".to_owned()));
        }
        let at = (now, self.office);
        let filling = request.filling(&procedure, (step, outcome), at);
        let scene = |scene: &Scene<'_>| filled(&form, filling, scene, dice);
        let Some(answers) = self.on_stage(&request.agency, scene) else {
            return;
        };
        let what = format!("{}/{}", step.code, outcome.code);
        let parts = (&*procedure, self.office);
        let change = task.decide(request, parts, &by, &outcome.code, answers, self.now);
        match change {
            Ok(change) => {
                let _ = self.record(index, change, &what);
            }
            Err(refusal) => panic!("{what} was offered and refused: {refusal}\n{}", self.story),
        }
    }

    fn withdraw(&mut self, dice: &mut Dice) {
        let index = dice.below(self.runs.len());
        let Some(run) = self.runs.get(index) else {
            return;
        };
        let task = run.task.clone();
        let change = Change::withdrawn(&run.procedure, run.request.clone(), None, self.now, task);
        if let Ok(change) = change {
            self.record(index, change, "withdrawn").unwrap();
        }
    }

    /// All or nothing, as `Tx::record`.
    pub(super) fn record(
        &mut self,
        index: usize,
        change: Change,
        what: &str,
    ) -> Result<(), Refusal> {
        let told = self.keep_books(&change.request, &change.effects);
        let number = change.request.id.0;
        let (agency, state) = (&change.request.agency, &change.request.state);
        let _ = match &told {
            Ok(()) => writeln!(
                self.story,
                "{number} of {agency}: {what}, {:?}",
                state.standing
            ),
            Err(why) => writeln!(self.story, "{number} of {agency}: {what} refused, {why}"),
        };
        told?;
        let run = &mut self.runs[index];
        let before = change.closes.as_ref().or(change.speaks.as_ref());
        let id = |task: &Task| task.id;
        assert_eq!(before.map(id), run.task.as_ref().map(id));
        let (id, version) = (change.request.id, change.request.version);
        let task = |desk| task(desk, id, version, change.at);
        run.task = change.speaks.or_else(|| change.opens.map(task));
        run.history.push((change.at, change.event));
        run.request = change.request;
        Ok(())
    }

    fn keep_books(&mut self, request: &Request, effects: &Effects) -> Result<(), Refusal> {
        let demands = &effects.demands;
        let retired = demands.retire.map(|(line, _)| line);
        let retired = self.lines.iter().position(|line| Some(line.id) == retired);
        if let Some(place) = retired {
            let line = &self.lines[place];
            if line.closed && line.closed_by != Some(request.id) {
                let name = String::new();
                return Err(Refusal::LineClosed { name });
            }
        }
        let amended = effects.amends.as_ref();
        let amended = amended.map(|it| (it.line, it.until));
        if let Some((id, until)) = amended {
            let office = self.office;
            let line = self.lines.iter_mut().find(|line| line.id == id).unwrap();
            if line.closed {
                let name = String::new();
                return Err(Refusal::LineClosed { name });
            }
            let until = until.map(|until| until.moment(&office.calendar));
            line.until = until.or(line.until);
        }
        for line in &mut self.lines {
            let ended = line.request == request.id && line.closed_by.is_none();
            let since = line.closed_at.filter(|_| ended);
            if effects.reopens.is_some_and(|at| since >= Some(at)) {
                (line.closed, line.closed_at) = (false, None);
            }
        }
        self.ledger.heir = retired.and_then(|place| self.heir_of(&self.lines[place]));
        let (office, agency, ledger) = (self.office, &request.agency, &self.ledger);
        let movement = ledger.settle(office, request.id, agency, demands, self.now)?;
        if let Some(place) = retired {
            self.lines[place].closed = true;
            self.lines[place].closed_by = Some(request.id);
        }
        self.gives_back(|held| movement.release.contains(&held.id));
        let live = &mut self.ledger.live;
        for (id, until) in movement.block {
            let held = live.iter_mut().find(|held| held.id == id).unwrap();
            held.until = Some(until);
        }
        for (id, line) in movement.pass_on {
            let held = live.iter_mut().find(|held| held.id == id).unwrap();
            held.line = Some(line);
        }
        for wanted in movement.add {
            self.last_id += 1;
            self.ledger.live.push(Reservation {
                id: ReservationId(self.last_id),
                thing: wanted.thing,
                amount: wanted.amount,
                request: request.id,
                agency: request.agency.clone(),
                part: wanted.part,
                line: None,
                until: wanted.until,
                window: wanted.window,
            });
        }
        for writing in &effects.lines {
            self.write(request, writing);
        }
        Ok(())
    }

    fn write(&mut self, request: &Request, writing: &Writing) {
        let same = |line: &&mut BookLine| {
            (&line.register, line.request, line.part)
                == (&writing.register, request.id, writing.part)
        };
        let closed_at = writing.closes.then_some(self.now);
        let calendar = &self.office.calendar;
        let until = writing.until.map(|until| until.moment(calendar));
        let line = if let Some(line) = self.lines.iter_mut().find(same) {
            line.closed |= writing.closes;
            line.closed_at = line.closed_at.or(closed_at);
            line.until = until.or(line.until);
            line.id
        } else {
            let id = LineId(i64::try_from(self.lines.len()).unwrap() + 1);
            self.lines.push(BookLine {
                id,
                register: writing.register.clone(),
                request: request.id,
                part: writing.part,
                agency: request.agency.clone(),
                closed: writing.closes,
                closed_by: None,
                closed_at,
                until,
            });
            id
        };
        if writing.keeps {
            for held in &mut self.ledger.live {
                if held.is_kept_by(request.id, writing.part, self.now) {
                    held.line = Some(line);
                    held.until = None;
                }
            }
        }
    }

    /// Lets somebody of an agency answer, who sees what the agency sees.
    fn on_stage<T>(&self, agency: &AgencyCode, answering: impl FnOnce(&Scene<'_>) -> T) -> T {
        let holder = |role: &str| {
            let role = RoleCode::from(role);
            self.people
                .iter()
                .find(|it| it.holds(&role))
                .map(|it| it.id)
        };
        let lines = |register: &RegisterCode| {
            let open = self.lines.iter().filter(|line| !line.closed);
            let own = open.filter(|line| (&line.register, &line.agency) == (register, agency));
            own.map(|line| line.id).collect()
        };
        answering(&Scene {
            office: self.office,
            holder: &holder,
            lines: &lines,
            now: self.now,
        })
    }
}

impl Run {
    /// The step at which it waits, and what can be chosen there.
    pub(super) fn offered(&self) -> (&Step, Vec<&Outcome>) {
        let state = &self.request.state;
        let step = self.procedure.step(self.request.step().unwrap()).unwrap();
        let offered = step.outcomes.iter().filter(|it| state.offers(step, it));
        (step, offered.collect())
    }
}

/// People mostly go on, so that requests come far.
fn chosen<'a>(offered: &[&'a Outcome], dice: &mut Dice) -> &'a Outcome {
    let goes_on = |outcome: &&&Outcome| matches!(outcome.tone, Tone::Yes | Tone::Plain);
    let on: Vec<&Outcome> = offered.iter().filter(goes_on).copied().collect();
    let from = if on.is_empty() || dice.below(6) == 0 {
        offered
    } else {
        &on
    };
    dice.pick(from).unwrap()
}
