//! What a request must have reserved and written into the registers, worked out from its events and
//! its procedure's file alone. The machine's own effects are not asked, so that the two can be compared.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Counter,
    code::{ColumnCode, EndCode, FieldCode, RegisterCode},
    id::{LineId, PersonId},
    office::Office,
    procedure::{
        Answer, Answers, EndKind, Entry, Lasts, Outcome, Procedure, Reserve, Source, Step,
    },
    register::Line,
    request::{Event, Recorded, Request},
    reservation::{Reservation, Thing},
};

/// A line of the request: the register, and which unit of the request it is for.
type Place = (RegisterCode, u32);

/// Something the request holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Held {
    thing: Thing,
    amount: i64,
    part: u32,
    line: Option<Place>,
    until: Option<DateTime<Utc>>,
}

/// A line the request has written.
#[derive(Debug)]
struct Written {
    /// None where it is made of the words of the file.
    name: Option<String>,
    open: bool,
    cells: BTreeMap<ColumnCode, Answer>,
}

/// What must stand in the books.
#[derive(Debug, Default)]
struct Books {
    answers: Answers,
    held: Vec<Held>,
    lines: BTreeMap<Place, Written>,
    /// Lines that were closed, and until when what they kept is blocked.
    retired: BTreeMap<LineId, Option<DateTime<Utc>>>,
}

/// Compares the books with what they must be after all that has happened to a request, and the whole
/// office's with what it has.
pub(super) async fn is_as_it_must_be(counter: &Counter, procedure: &Procedure, request: &Request) {
    let history = counter.db.history(request.id).await.expect("its history");
    let books = Books::of(procedure, &counter.office, request, &history);
    let lines = counter.db.lines_of(request.id).await.expect("its lines");
    let reserved = counter.db.reserved_by(request.id).await;
    let reserved = reserved.expect("its reservations");
    let now = counter.now();
    let counts = |held: &Held| held.line.is_some() || held.until.is_none_or(|it| it > now);
    let mut must: Vec<Held> = books.held.iter().filter(|it| counts(it)).cloned().collect();
    let mut is: Vec<Held> = reserved.iter().map(|it| held(it, &lines)).collect();
    is.retain(counts);
    must.sort();
    is.sort();
    assert_eq!(is, must, "{} holds what it must", request.ticket);
    assert!(
        reserved.iter().all(|held| held.agency == request.agency),
        "what it holds is its agency's"
    );
    books.lines_are_true(request, &lines);
    let all = counter.db.all_reserved().await.expect("reservations").live;
    for (id, until) in &books.retired {
        let line = counter.db.line(*id).await.expect("lines");
        let line = line.expect("the line that was chosen");
        assert!(line.closed_at.is_some(), "{} is closed", line.name);
        let kept = all.iter().filter(|held| held.line == Some(*id));
        let kept: Vec<_> = kept.map(|held| held.until).collect();
        assert!(
            until.is_some() || kept.is_empty(),
            "what {} kept is free at once",
            line.name
        );
        assert!(
            kept.iter().all(|it| it == until),
            "what {} kept is blocked",
            line.name
        );
    }
    nothing_is_given_twice(&counter.office, &all, now);
}

/// No name has two holders, and of nothing more is reserved than there is.
fn nothing_is_given_twice(office: &Office, all: &[Reservation], now: DateTime<Utc>) {
    let mut holders = BTreeMap::new();
    let mut shares: BTreeMap<_, i64> = BTreeMap::new();
    for held in all {
        if held.until.is_some_and(|until| until <= now) {
            continue;
        }
        match &held.thing {
            Thing::Name(..) => {
                let before = holders.insert(&held.thing, held.request);
                assert_eq!(before, None, "{:?} is held twice", held.thing);
            }
            Thing::Share(resource) => *shares.entry(resource).or_default() += held.amount,
        }
    }
    for (resource, taken) in shares {
        let total = office.resource(resource).expect("a resource").total;
        assert!(taken <= total, "{taken} of {total} {resource} are taken");
    }
}

fn held(reservation: &Reservation, lines: &[Line]) -> Held {
    let line = reservation.line.map(|id| {
        let line = lines.iter().find(|line| line.id == id);
        let line = line.expect("a line of the request itself");
        (line.register.clone(), line.part)
    });
    Held {
        thing: reservation.thing.clone(),
        amount: reservation.amount,
        part: reservation.part,
        line,
        until: reservation.until,
    }
}

impl Books {
    fn of(
        procedure: &Procedure,
        office: &Office,
        request: &Request,
        history: &[Recorded],
    ) -> Books {
        let mut books = Books::default();
        for recorded in history {
            let is_last = recorded.seq == request.version;
            let end = request.ended().filter(|_| is_last);
            let decided = match &recorded.event {
                Event::Opened { answers } => {
                    books.answers.extend(answers.clone());
                    let first = procedure.first().expect("a first step");
                    Some((first, &first.outcomes[0]))
                }
                Event::Decided(decision) => {
                    books.answers.extend(decision.answers.clone());
                    let step = procedure.step(&decision.step).expect("a step");
                    Some((step, step.outcome(&decision.outcome).expect("an outcome")))
                }
                Event::Withdrawn { .. } | Event::Expired => None,
            };
            if let Some((_, outcome)) = decided {
                books.gives_back(procedure, outcome);
                books.retires(outcome, recorded.at);
                if let Some(reserve) = &outcome.reserve {
                    books.reserves(procedure, office, reserve, recorded.at);
                }
            }
            if end.is_some_and(|end| !is_done(procedure, end)) {
                books.held.retain(|held| held.line.is_some());
            }
            for entry in &procedure.registers {
                if is_written(entry, decided, end.is_some(), &books.answers) {
                    books.writes(entry, request, recorded);
                }
            }
        }
        books
    }

    fn gives_back(&mut self, procedure: &Procedure, outcome: &Outcome) {
        for code in &outcome.release {
            self.empties_shelf_of(procedure, code);
        }
        let Some(reserve) = &outcome.reserve else {
            return;
        };
        for code in &reserve.names {
            if self.answers.has(code) {
                self.empties_shelf_of(procedure, code);
            }
        }
        if reserve.capacity {
            let is_share = |held: &Held| matches!(held.thing, Thing::Share(_));
            self.held
                .retain(|held| held.line.is_some() || !is_share(held));
        }
    }

    fn empties_shelf_of(&mut self, procedure: &Procedure, code: &FieldCode) {
        let shelf = procedure.field(code).expect("a question").shelf();
        let is_there = |held: &Held| match &held.thing {
            Thing::Name(on, _) => Some(on) == shelf.as_ref(),
            Thing::Share(_) => false,
        };
        self.held
            .retain(|held| held.line.is_some() || !is_there(held));
    }

    fn retires(&mut self, outcome: &Outcome, at: DateTime<Utc>) {
        let Some(retire) = &outcome.retire else {
            return;
        };
        if let Some(Answer::Entry { id, .. }) = self.answers.get(&retire.entry) {
            let days = retire.blocked.filter(|days| *days > 0);
            let until = days.map(|days| at + TimeDelta::days(days.into()));
            self.retired.insert(*id, until);
        }
    }

    fn reserves(
        &mut self,
        procedure: &Procedure,
        office: &Office,
        reserve: &Reserve,
        at: DateTime<Utc>,
    ) {
        let until = match reserve.lasts {
            Lasts::Usual => Some(office.working_days_after(at, office.hold_days)),
            Lasts::Days(days) => Some(office.working_days_after(at, days)),
            Lasts::ForGood => None,
        };
        let free_hand = |thing, amount, part| Held {
            thing,
            amount,
            part,
            line: None,
            until,
        };
        for code in &reserve.names {
            let shelf = procedure.field(code).expect("a question").shelf();
            let shelf = shelf.expect("a shelf of names");
            for name in self
                .answers
                .get(code)
                .map_or(Vec::new(), |it| names(office, it))
            {
                let thing = Thing::Name(shelf.clone(), name);
                if !self.held.iter().any(|held| held.thing == thing) {
                    self.held.push(free_hand(thing, 1, 0));
                }
            }
        }
        for demand in procedure.capacity.iter().filter(|_| reserve.capacity) {
            let amount = self.number(&demand.field);
            let parts = match &demand.times {
                None => 0..=0,
                Some(times) => 1..=u32::try_from(self.number(times)).expect("a few"),
            };
            for part in parts.filter(|_| amount > 0) {
                let thing = Thing::Share(demand.resource.clone());
                self.held.push(free_hand(thing, amount, part));
            }
        }
    }

    fn number(&self, code: &FieldCode) -> i64 {
        match self.answers.get(code) {
            Some(Answer::Number(number)) => *number,
            _ => 0,
        }
    }

    fn writes(&mut self, entry: &Entry, request: &Request, recorded: &Recorded) {
        let rows = match entry.each.as_ref().map(|table| self.answers.get(table)) {
            None => vec![(0, Answers::new())],
            Some(Some(Answer::Rows(rows))) => (1..).zip(rows.iter().cloned()).collect(),
            Some(_) => Vec::new(),
        };
        for (part, row) in rows {
            let place = (entry.register.clone(), part);
            let read = |source: &Source| self.read(source, &row, request.applicant, recorded);
            let named = entry.name.as_ref().map(read);
            let filled = entry.fill.iter();
            let filled: Vec<_> = filled
                .filter_map(|(column, source)| Some((column.clone(), read(source)?)))
                .collect();
            let line = self.lines.entry(place.clone()).or_insert(Written {
                name: Some(request.ticket.clone()),
                open: true,
                cells: BTreeMap::new(),
            });
            match named {
                Some(Some(answer @ (Answer::Text(_) | Answer::Hostname(_) | Answer::Label(_)))) => {
                    line.name = Some(answer.plain())
                }
                Some(Some(_)) => line.name = None,
                Some(None) | None => {}
            }
            line.open &= !entry.closes;
            line.cells.extend(filled);
            if entry.keeps {
                let own =
                    |held: &&mut Held| held.line.is_none() && (part == 0 || held.part == part);
                for held in self.held.iter_mut().filter(own) {
                    held.line = Some(place.clone());
                    held.until = None;
                }
            }
        }
    }

    fn read(
        &self,
        source: &Source,
        row: &Answers,
        applicant: PersonId,
        recorded: &Recorded,
    ) -> Option<Answer> {
        let person = |id| Answer::Person {
            id,
            name: String::new(),
        };
        let answer = match source {
            Source::Now => Answer::Moment(recorded.at),
            Source::By => person(recorded.by),
            Source::Applicant => person(applicant),
            Source::Answer(code) => self.answers.get(code)?.clone(),
            Source::Cell(_, column) => row.get(column)?.clone(),
        };
        (answer != Answer::Skipped).then_some(answer)
    }

    /// The lines of the request are exactly these, each with what it must say.
    fn lines_are_true(&self, request: &Request, lines: &[Line]) {
        let place = |line: &Line| (line.register.clone(), line.part);
        let mut there: Vec<Place> = lines.iter().map(place).collect();
        there.sort();
        let must: Vec<Place> = self.lines.keys().cloned().collect();
        assert_eq!(there, must, "{} has written its lines", request.ticket);
        for line in lines {
            let must = &self.lines[&place(line)];
            assert_eq!(line.agency, request.agency);
            assert_eq!(line.closed_at.is_none(), must.open, "{} is open", line.name);
            if let Some(name) = &must.name {
                assert_eq!(&line.name, name);
            }
            let columns: Vec<_> = line.cells.keys().collect();
            assert_eq!(columns, must.cells.keys().collect::<Vec<_>>());
            for (column, cell) in &line.cells {
                match (&cell.value, &must.cells[column]) {
                    (Answer::Person { id, name }, Answer::Person { id: must, .. }) => {
                        assert_eq!(id, must);
                        assert_ne!(name, "", "whoever stands in {column} has a name");
                    }
                    (is, must) => assert_eq!(is, must, "in {column} of {}", line.name),
                }
            }
        }
    }
}

fn is_done(procedure: &Procedure, end: &EndCode) -> bool {
    procedure.end(end).expect("an end").kind == EndKind::Done
}

fn is_written(
    entry: &Entry,
    decided: Option<(&Step, &Outcome)>,
    ended: bool,
    answers: &Answers,
) -> bool {
    let is_here = match (&entry.at, decided) {
        (None, _) => ended,
        (Some(at), Some((step, outcome))) => {
            *at == step.code && (entry.on.is_empty() || entry.on.contains(&outcome.code))
        }
        (Some(_), None) => false,
    };
    let when = entry.when.as_ref();
    is_here && when.is_none_or(|when| when.holds_in(answers))
}

/// The names for which an answer stands.
fn names(office: &Office, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Label(label) => vec![format!("{label}.{}", office.domains[0])],
        Answer::Hostname(name) => vec![name.clone()],
        Answer::Ip(ip) => vec![ip.to_string()],
        Answer::Text(text) => vec![text.to_lowercase()],
        Answer::Items(items) => items.clone(),
        _ => Vec::new(),
    }
}
