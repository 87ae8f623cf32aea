//! What a request must have reserved and written into the registers, worked out from its events and
//! its procedure's file alone. The machine's own effects are not asked, so that the two can be compared.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    code::{ColumnCode, EndCode, FieldCode, LineStateCode, RegisterCode, ShelfCode, StepCode},
    id::{LineId, PersonId},
    office::Office,
    procedure::{
        Answer, Answers, EndKind, Entry, Field, Lasts, Once, Outcome, Procedure, Reserve, Source,
        Step, Window,
    },
    request::{Event, RecordedEvent, Request},
    reservation::Thing,
};

use super::{
    names,
    noted::{by_clock, new_year},
};

/// A line of the request: the register, and which unit of the request it is for.
pub(super) type Place = (RegisterCode, u32);

/// Something the request holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Held {
    pub thing: Thing,
    pub amount: i64,
    pub part: u32,
    pub line: Option<Place>,
    pub until: Option<DateTime<Utc>>,
}

/// A line the request has written.
#[derive(Debug)]
pub(super) struct Written {
    /// None where it is made of the words of the file.
    pub name: Option<String>,
    pub open: bool,
    /// How it stands beside that.
    pub stands: Option<LineStateCode>,
    /// Until when it lasts.
    pub until: Option<DateTime<Utc>>,
    pub cells: BTreeMap<ColumnCode, Answer>,
}

/// What must be true of a line that was closed.
#[derive(Debug)]
pub(super) struct Retired {
    pub noted: Vec<(ColumnCode, Answer)>,
    /// Until when what it kept is blocked.
    pub until: Option<DateTime<Utc>>,
}

/// What was noted in a line, until when it lasts and how it stands, where that was said.
pub(super) type Noted = (
    Vec<(ColumnCode, Answer)>,
    Option<DateTime<Utc>>,
    Option<LineStateCode>,
);

/// What must stand in the books.
#[derive(Debug, Default)]
pub(super) struct Books {
    pub(super) answers: Answers,
    pub held: Vec<Held>,
    pub lines: BTreeMap<Place, Written>,
    /// Lines of other requests that were closed.
    pub retired: BTreeMap<LineId, Retired>,
    /// Who decided last at a step; none: nobody did.
    pub deciders: BTreeMap<StepCode, Option<PersonId>>,
    /// And those that were amended: what was noted, and until when they last from then on.
    pub amended: BTreeMap<LineId, Noted>,
}

impl Books {
    pub(super) fn of(
        procedure: &Procedure,
        office: &Office,
        request: &Request,
        history: &[RecordedEvent],
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
                // One of several has spoken, and nothing follows from it yet.
                Event::Decided(decision) if !decision.is_final() => continue,
                Event::Decided(decision) => {
                    books.answers.extend(decision.answers.clone());
                    let by = (!by_clock(&recorded.event)).then_some(recorded.by);
                    books.deciders.insert(decision.step.clone(), by);
                    let step = procedure.step(&decision.step).expect("a step");
                    books.notes(procedure, decision);
                    Some((step, step.outcome(&decision.outcome).expect("an outcome")))
                }
                Event::Withdrawn { .. }
                | Event::Expired
                | Event::Reopened { .. }
                | Event::HandedOver { .. }
                | Event::Wrote { .. }
                | Event::Recalled { .. } => None,
            };
            if let Some((_, outcome)) = decided {
                books.gives_back(procedure, office, outcome);
                books.retires(outcome, request, recorded);
                books.amends(office, outcome, request, recorded);
                if let Some(reserve) = &outcome.reserve {
                    books.reserves(procedure, office, reserve, recorded.at);
                }
            }
            if end.is_some_and(|end| !is_done(procedure, end)) {
                // A number that was given stays given.
                books
                    .held
                    .retain(|held| held.line.is_some() || matches!(held.thing, Thing::Number(..)));
            }
            if end.is_some() {
                let windows = windowed(procedure);
                books.held.retain(|held| match &held.thing {
                    Thing::Name(on, _) => held.line.is_some() || !windows.contains(on),
                    _ => true,
                });
            }
            for entry in &procedure.registers {
                if is_written(entry, decided, end.is_some(), &books.answers) {
                    books.writes(office, entry, request, recorded);
                }
            }
        }
        books
    }

    fn gives_back(&mut self, procedure: &Procedure, office: &Office, outcome: &Outcome) {
        let reserve = outcome.reserve.as_ref();
        let renewed = reserve.into_iter().flat_map(|reserve| &reserve.names);
        let renewed = renewed.filter(|code| self.answers.has(code));
        let shelves = |codes: &mut dyn Iterator<Item = &FieldCode>| -> Vec<_> {
            codes
                .filter_map(|code| procedure.field(code))
                .flat_map(|field| std::iter::once(field).chain(field.columns()))
                .filter_map(Field::shelf)
                .collect()
        };
        let renewed = shelves(&mut renewed.into_iter());
        let emptied = shelves(&mut outcome.release.iter());
        // What stands for good is not given up for what is reserved for a time.
        let for_good = reserve.is_some_and(|reserve| reserve.lasts == Lasts::ForGood);
        let stay = outcome.stays.iter().filter_map(|code| {
            let field = procedure.field(code).expect("a question");
            Some((field, self.answers.get(code)?))
        });
        let stay: Vec<_> = stay
            .flat_map(|(field, answer)| names(office, field, answer))
            .collect();
        let shares = reserve.is_some_and(|reserve| reserve.capacity);
        self.held.retain(|held| {
            let is_given_back = match &held.thing {
                Thing::Name(on, name) => {
                    let is_renewed = renewed.contains(on) && (for_good || held.until.is_some());
                    (emptied.contains(on) || is_renewed) && !stay.contains(name)
                }
                Thing::Number(..) => false,
                Thing::Share(_) => shares,
            };
            held.line.is_some() || !is_given_back
        });
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
            let field = procedure.field(code).expect("a question");
            let answer = self.answers.get(code);
            let over = field.window().map(|window| self.over(window));
            let cells: Vec<(&Field, u32, &Answer)> = match answer {
                Some(Answer::Rows(rows)) => (1..)
                    .zip(rows)
                    .flat_map(|(part, row)| {
                        let columns = field.columns().iter();
                        columns.filter_map(move |it| Some((it, part, row.get(&it.code)?)))
                    })
                    .collect(),
                Some(answer) => vec![(field, 0, answer)],
                None => Vec::new(),
            };
            for (asked, part, cell) in cells {
                let Some(on) = asked.shelf() else {
                    continue;
                };
                let once = asked.free_in.as_ref().and_then(|free| free.once);
                for name in names(office, asked, cell) {
                    let thing = if once.is_some() {
                        Thing::Number(on.clone(), name)
                    } else {
                        Thing::Name(on.clone(), name)
                    };
                    if !self.held.iter().any(|held| held.thing == thing) {
                        let held = free_hand(thing, 1, part);
                        let until = match once {
                            Some(Once::InYear) => Some(new_year(office, at)),
                            Some(Once::Ever) => None,
                            None => over.or(held.until),
                        };
                        self.held.push(Held { until, ..held });
                    }
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

    /// When a window of time is over, with the gap after it.
    fn over(&self, window: &Window) -> DateTime<Utc> {
        let ends = window.until.iter().find_map(|code| self.answers.get(code));
        match ends {
            Some(Answer::Moment(ends)) => *ends + window.after,
            other => panic!("a window ends at {other:?}"),
        }
    }

    pub(super) fn number(&self, code: &FieldCode) -> i64 {
        match self.answers.get(code) {
            Some(Answer::Number(number)) => *number,
            _ => 0,
        }
    }

    fn writes(
        &mut self,
        office: &Office,
        entry: &Entry,
        request: &Request,
        recorded: &RecordedEvent,
    ) {
        let lasts = self.lasts(office, &entry.expires);
        let rows = match entry.each.as_ref().map(|table| self.answers.get(table)) {
            None => vec![(0, Answers::new())],
            Some(Some(Answer::Rows(rows))) => (1..).zip(rows.iter().cloned()).collect(),
            Some(_) => Vec::new(),
        };
        for (part, row) in rows {
            let part = match &entry.pair {
                None => part,
                // The walker types each of them once, as it stands in the other table.
                Some(pair) => self.part_of(&row, pair),
            };
            let place = (entry.register.clone(), part);
            let name = entry.name.as_ref();
            let named = name.and_then(|source| self.read(source, &row, request, recorded));
            let filled = self.filled(&entry.fill, &row, request, recorded);
            let line = self.lines.entry(place.clone()).or_insert(Written {
                name: Some(request.ticket.clone()),
                open: true,
                stands: None,
                until: None,
                cells: BTreeMap::new(),
            });
            match named {
                Some(answer @ (Answer::Text(_) | Answer::Hostname(_) | Answer::Label(_))) => {
                    line.name = Some(answer.plain());
                }
                Some(_) => line.name = None,
                None => {}
            }
            line.until = lasts.or(line.until);
            line.open &= !entry.closes;
            line.stands = entry.state.clone().or(line.stands.take());
            line.cells.extend(filled);
            if entry.keeps {
                // What has run out may be another's by now.
                let is_own = |held: &&mut Held| {
                    let counts = held.until.is_none_or(|until| until > recorded.at);
                    // What is the whole request's goes with its first unit.
                    let is_its_part = part == 0 || held.part == part || (held.part, part) == (0, 1);
                    let is_number = matches!(held.thing, Thing::Number(..));
                    counts && held.line.is_none() && is_its_part && !is_number
                };
                for held in self.held.iter_mut().filter(is_own) {
                    held.line = Some(place.clone());
                    held.until = None;
                }
            }
        }
    }

    pub(super) fn filled(
        &self,
        fill: &[(ColumnCode, Source)],
        row: &Answers,
        request: &Request,
        recorded: &RecordedEvent,
    ) -> Vec<(ColumnCode, Answer)> {
        let read = |source| self.read(source, row, request, recorded);
        fill.iter()
            .filter_map(|(column, source)| Some((column.clone(), read(source)?)))
            .collect()
    }
}

/// The shelves on which things are reserved for windows of time: these are over with their request.
fn windowed(procedure: &Procedure) -> Vec<ShelfCode> {
    let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
    let windows = fields.filter(|field| field.window().is_some());
    windows.filter_map(Field::shelf).collect()
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
fn names(office: &Office, field: &Field, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Label(label) => vec![format!("{label}.{}", office.domains[0])],
        Answer::Hostname(name) => vec![name.clone()],
        Answer::Ip(ip) => vec![ip.to_string()],
        Answer::Text(place) if names::is_place(field) => {
            let (rack, units) = place.split_once(", U").expect("a rack and its units");
            let letters = rack.chars().filter(|it| it.is_alphanumeric());
            let rack = letters.collect::<String>().to_lowercase();
            let (from, to) = units.split_once("-U").unwrap_or((units, units));
            let unit = |of: &str| of.parse::<u32>().expect("a unit");
            let units = unit(from)..=unit(to);
            units.map(|unit| format!("{rack} u{unit}")).collect()
        }
        // Signs fall away, but for those that keep two figures apart.
        Answer::Text(text) => {
            let text = text.to_lowercase();
            let words = text.split(|it: char| !it.is_alphanumeric());
            let name = words
                .filter(|it| !it.is_empty())
                .fold(String::new(), |name, word| {
                    let figures =
                        name.ends_with(char::is_numeric) && word.starts_with(char::is_numeric);
                    name + if figures { "-" } else { "" } + word
                });
            vec![name]
        }
        Answer::Items(items) => items.clone(),
        _ => Vec::new(),
    }
}
