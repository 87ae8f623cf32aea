//! Laws over random acts: whatever people try, in whatever order, nothing impossible comes of it.

mod answers;
mod books;
mod clock;
mod outcomes;
mod passages;
mod pieces;
mod random;
mod silence;
mod words;
mod world;

use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::{Change, Event, Request, State, Task, change::fold, desk::Desk, reopen::Again};
use crate::{
    Language, Refusal, Text,
    code::{OutcomeCode, StepCode},
    id::{PersonId, RequestId, TaskId},
    office::{LineExpiry, Office, RegisterState},
    person::{Official, Person},
    procedure::{Answer, Answers, Catalogue, Procedure, form},
};

/// The example office, where the lines of every register can expire.
static OFFICE: LazyLock<Office> = LazyLock::new(|| {
    let mut office = Office::built_in().unwrap();
    for register in &mut office.registers {
        register.expiry = Some(LineExpiry {
            label: Text::both("Kedaluwarsa"),
            remind_days: Some(5),
            tell: Vec::new(),
            closes_days: Some(0),
        });
        let state = |code: &str, closed| RegisterState {
            code: code.into(),
            label: Text::both(code),
            closed,
            line: 0,
        };
        register.states = vec![state("dipakai", false), state("hilang", true)];
    }
    office
});

static SHIPPED: LazyLock<Vec<Arc<Procedure>>> = LazyLock::new(|| {
    let catalogue = Catalogue::built_in(&OFFICE).unwrap();
    catalogue.iter().cloned().collect()
});

/// What someone tries.
#[derive(Debug, Clone)]
enum Try {
    /// A person, by number, chooses an outcome of some step, by number, with or without a reason
    /// and marks.
    Decide(usize, usize, bool),
    Withdraw,
    /// The applicant never answers.
    FallSilent,
    Reopen,
    /// Nobody acts until the step goes on by itself.
    Wait,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let decide =
        (any::<usize>(), any::<usize>(), any::<bool>()).prop_map(|(a, b, c)| Try::Decide(a, b, c));
    let one = prop_oneof![
        30 => decide,
        1 => Just(Try::Withdraw),
        2 => Just(Try::FallSilent),
        2 => Just(Try::Reopen),
        2 => Just(Try::Wait),
    ];
    proptest::collection::vec(one, 0..120)
}

/// A request with the task it waits at, and its events so far.
struct Walk {
    request: Request,
    task: Option<Task>,
    history: Vec<(DateTime<Utc>, Event)>,
}

fn at(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

impl Walk {
    fn opened(procedure: &Procedure) -> Walk {
        let request = Request {
            id: RequestId(1),
            token: String::new(),
            ticket: format!("{}-1970-0001", procedure.prefix),
            procedure: procedure.code.clone(),
            procedure_version: procedure.version,
            agency: "dinsos".into(),
            applicant: PersonId(0),
            opened_at: at(0),
            version: 0,
            alike: Vec::new(),
            nudged_until: None,
            state: State::begins(StepCode::new(""), Answers::new(), at(0)),
        };
        let by = &people(procedure)[0];
        let office = (procedure, &*OFFICE);
        let change = Change::opened(office, request, by, Answers::new(), at(0)).unwrap();
        let mut run = Walk {
            request: change.request.clone(),
            task: None,
            history: Vec::new(),
        };
        run.record(change);
        run
    }

    /// What the store does with a change.
    fn record(&mut self, change: Change) {
        if let Some(waits) = change.speaks {
            let id = |task: &Task| task.id;
            assert_eq!(change.closes, None);
            assert_eq!(Some(waits.id), self.task.as_ref().map(id));
            self.task = Some(waits);
            self.history.push((change.at, change.event));
            self.request = change.request;
            return;
        }
        assert_eq!(change.closes, self.task);
        let version = change.request.version;
        self.task = change.opens.map(
            |Desk {
                 step,
                 role,
                 assigned,
                 ..
             }| Task {
                id: TaskId(version),
                request: change.request.id,
                step,
                role,
                assigned,
                opened_at: change.at,
                opened_seq: version,
                due_at: None,
                timing: crate::request::Timing::default(),
                closed_at: None,
                closed_seq: None,
            },
        );
        self.history.push((change.at, change.event));
        self.request = change.request;
    }
}

/// The applicant, and one holder of each role.
fn people(procedure: &Procedure) -> Vec<Person> {
    let mut roles = vec![procedure.opens.clone(), procedure.opens.clone()];
    for step in &procedure.steps {
        for post in step.performer.posts() {
            if !roles.contains(&post) {
                roles.push(post);
            }
        }
    }
    let person = |(id, role)| Person {
        id: PersonId(id),
        account: None,
        name: String::new(),
        language: Language::ID,
        agency: None,
        official: Official::default(),
        roles: vec![role],
        unreachable_since: None,
        pins_card: false,
        mandates: Vec::new(),
        absences: Vec::new(),
    };
    (0..).zip(roles).map(person).collect()
}

fn given(reason: bool) -> Answers {
    let mut answers = Answers::new();
    if reason {
        answers.set(form::REASON.into(), Answer::Text("Alasan".to_owned()));
        answers.set(form::MARKED.into(), Answer::Choices(vec!["jenis".into()]));
    }
    answers
}

proptest! {
    #[test]
    fn whatever_is_tried_a_request_waits_at_one_desk_or_has_ended_for_good(tries in tries()) {
        for procedure in SHIPPED.iter() {
            let people = people(procedure);
            let outcomes: Vec<OutcomeCode> = procedure
                .steps
                .iter()
                .flat_map(|step| step.outcomes.iter().map(|outcome| outcome.code.clone()))
                .collect();
            let mut run = Walk::opened(procedure);
            for (minute, tried) in (1..).zip(&tries) {
                let before = run.request.clone();
                let open = run.task.clone();
                let change = match (tried, &open) {
                    (Try::Withdraw, task) => {
                        Change::withdrawn(procedure, before.clone(), None, at(minute), task.clone())
                    }
                    (Try::FallSilent, task) => {
                        let clock = PersonId(0);
                        Change::expired(procedure, before.clone(), clock, at(minute), task.clone()).ok_or(Refusal::Ended)
                    }
                    (Try::Reopen, _) => {
                        let by = before.applicant;
                        Change::reopened(procedure, before.clone(), by, at(minute), Again::default())
                    }
                    (Try::Decide(who, what, reason), Some(task)) => {
                        // Half of the tries are sensible, so that some runs come far.
                        let sensible = what % 2 == 0;
                        let own = &procedure.step(&task.step).unwrap().outcomes;
                        let by = people
                            .iter()
                            .find(|person| sensible && task.may_be_decided(&before, procedure, person, at(minute)).is_ok())
                            .unwrap_or(&people[who % people.len()]);
                        let outcome = if sensible {
                            &own[what / 2 % own.len()].code
                        } else {
                            &outcomes[what / 2 % outcomes.len()]
                        };
                        task.decide(before.clone(), (procedure, &OFFICE), by, outcome, given(*reason), at(minute))
                    }
                    (Try::Wait, Some(task)) => {
                        let alone = procedure.step(&task.step).unwrap().alone.is_some();
                        let change = task.decide_alone(before.clone(), (procedure, &OFFICE), &people[0], at(minute));
                        prop_assert_eq!(change.is_ok(), alone, "it goes on by itself where the file says so");
                        change
                    }
                    (Try::Decide(..) | Try::Wait, None) => continue,
                };
                if let Ok(change) = change {
                    let reopens = matches!(change.event, Event::Reopened { .. });
                    prop_assert_eq!(before.ended().is_some(), reopens, "an ended request is opened again or never changes");
                    prop_assert!(!reopens || before.state.lapsed.is_some());
                    run.record(change);
                    prop_assert_eq!(run.request.version, before.version + 1);
                }
                prop_assert_eq!(run.task.as_ref().map(|task| &task.step), run.request.step());
                prop_assert_eq!(run.task.is_none(), run.request.ended().is_some());
                prop_assert!(run.request.state.started || !before.state.started);
                let stages = [&before, &run.request].map(|it| it.milestone(procedure));
                prop_assert!(stages.is_sorted(), "no stage is taken back: {stages:?}");
                prop_assert!(procedure.milestones().any(|it| it == stages[1]));
            }
            let folded = fold(procedure, run.history.clone());
            prop_assert_eq!(folded, Ok(Some(run.request.state.clone())));
            // And so it is when what tells of people has been removed from both.
            let redacted = run.history.into_iter().map(|(at, event)| (at, event.redacted()));
            prop_assert_eq!(fold(procedure, redacted), Ok(Some(run.request.state.redacted())));
        }
    }
}
