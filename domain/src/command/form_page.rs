//! A form as someone has it before them.

use std::sync::Arc;

use crate::{
    Counter, Error, Refusal, Text,
    code::{AgencyCode, ColumnCode, FieldCode},
    draft::{Draft, Purpose},
    id::{LineId, PersonId},
    procedure::{
        Answer, CalendarChoices, ClosedTime, Field, Filling, Form, Kind, Outcome, Procedure, Step,
        TimeSlot, Tone,
        accept::{Earlier, Knowledge, Unfit},
        form::Now,
    },
    register::Cell,
    request::Request,
    store::Conn,
};

/// A draft with everything that is needed to show it or to go on with it.
#[derive(Debug, Clone)]
pub struct FormPage {
    pub draft: Draft,
    pub form: Form,
    pub procedure: Arc<Procedure>,
    /// The request that is decided on; none while one is being opened.
    pub request: Option<Request>,
    /// What can be chosen at the question that is asked now.
    pub choices: Choices,
    /// What is to be said about the answer that was just given.
    pub remark: Option<Box<Remark>>,
}

/// Something worth saying about an accepted answer, or before the first.
#[derive(Debug, Clone, PartialEq)]
pub enum Remark {
    /// The name is free.
    NameFree { name: String },
    /// So many minutes ago the person has sent another request of this procedure. Whoever was not told, because a
    /// program or a line broke in that moment, need not fill it in a second time.
    JustSent { ticket: String, minutes: i64 },
    /// A day or a moment was understood so.
    Understood { label: Text, answer: Answer },
}

/// A time for which something is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct BookedTime {
    pub item: String,
    /// None: it is taken without a window of its own.
    pub slot: Option<TimeSlot>,
    /// For officials alone: the request that has it, by its ticket, and the name of its agency.
    pub of: Option<(String, Text)>,
}

/// What can be chosen at a question, as things stand now.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Who holds the role that is asked for.
    pub holders: Vec<(PersonId, String)>,
    /// Those of them who were looked for.
    pub people: Vec<(PersonId, String)>,
    /// Where nobody can be chosen, the names of those who give posts to people.
    pub appointers: Vec<String>,
    /// The lines of a register that the agency has.
    pub entries: Vec<(LineId, String)>,
    /// The free items of a pool.
    pub items: Vec<String>,
    /// The window of time in which they are free.
    pub window: Option<TimeSlot>,
    /// When things are taken that were chosen, or could be.
    pub booked: Vec<BookedTime>,
    /// Moments at which what was chosen is taken.
    pub closed: Vec<(ClosedTime, Unfit)>,
    /// Other times at which enough is free, where too little is.
    pub free_times: Vec<TimeSlot>,
    /// The agencies that were looked for.
    pub agencies: Vec<(AgencyCode, Text)>,
    /// Days and hours.
    pub calendar: Option<Box<CalendarChoices>>,
    /// Answers that need not be typed again: what the person answered to such questions before, newest
    /// first, or names that were spoken of already.
    pub known: Vec<Answer>,
}

impl FormPage {
    /// The step whose form this is.
    pub fn step(&self) -> Option<&Step> {
        match &self.request {
            Some(request) => self.procedure.step(request.step()?),
            None => self.procedure.first(),
        }
    }

    /// What an answer would be for: the question that is asked, or in a table its cell.
    pub fn asked(&self) -> Option<&Field> {
        let filling = &self.draft.filling;
        let cell = filling.cell(&self.form);
        cell.or_else(|| filling.question(&self.form))
    }

    /// The question that is asked; refused where none is.
    pub fn question(&self) -> Result<Field, Refusal> {
        let asked = self.draft.filling.question(&self.form);
        asked.cloned().ok_or(Refusal::QuestionPassed)
    }

    /// The questions that one message can answer now, a line each: the one that is asked, and those behind it.
    pub fn at_once(&self) -> Vec<&Field> {
        let filling = &self.draft.filling;
        let Some(step) = self.step().filter(|step| !step.at_once.is_empty()) else {
            return Vec::new();
        };
        let is_open = |field: &&Field| {
            step.at_once.contains(&field.code) && !filling.answers.has(&field.code)
        };
        let open: Vec<&Field> = filling.asked(&self.form).filter(is_open).collect();
        let now = filling.question(&self.form).map(|field| &field.code);
        let begins = open.first().is_some_and(|first| Some(&first.code) == now);
        if begins && open.len() > 1 {
            open
        } else {
            Vec::new()
        }
    }

    /// What was typed, line by line, where it answers several questions; the last of them takes all that is left.
    pub(super) fn lines(&self, typed: &str) -> Option<Vec<(FieldCode, String)>> {
        let mut asked = self.at_once();
        let last = asked.pop().filter(|_| !asked.is_empty())?;
        let mut typed = typed.lines().map(str::trim).filter(|it| !it.is_empty());
        let mut lines = Vec::new();
        for field in asked {
            lines.push((field.code.clone(), typed.next()?.to_owned()));
        }
        let rest: Vec<&str> = typed.collect();
        lines.push((last.code.clone(), rest.join("\n")));
        (!rest.is_empty()).then_some(lines)
    }

    /// What will be recorded when the form is sent; none while a request is being opened.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.draft.purpose {
            Purpose::Open | Purpose::House(_) => None,
            Purpose::Decide { outcome, .. } => self.step()?.outcome(outcome),
        }
    }

    /// The agency for which the form is filled.
    pub(super) async fn agency(
        &self,
        counter: &Counter,
        conn: &Conn,
    ) -> Result<Option<AgencyCode>, Error> {
        if let Some(request) = &self.request {
            return Ok(Some(request.agency.clone()));
        }
        if let Some(named) = self.procedure.agency_in(|field| self.earlier().get(field)) {
            return Ok(Some(named));
        }
        let person = self.draft.person;
        counter.opening(conn, person, &self.procedure).await
    }

    /// Reads what must hold looks at in lines of registers, as they have been chosen by now.
    pub(super) async fn look_into_lines(&mut self, conn: &Conn) -> Result<(), Error> {
        let columns: Vec<_> = self.form.columns().collect();
        for (entry, column) in columns {
            let line = match self.earlier().get(&entry) {
                Some(Answer::Entry { id, .. }) => conn.line(*id).await?,
                _ => None,
            };
            let code = ColumnCode::new(column.as_str());
            let says = line.and_then(|line| line.cells.get(&code).map(Cell::plain));
            self.form.knows_column(&entry, &column, says);
        }
        Ok(())
    }

    /// What an answer given now may depend on.
    pub fn knowledge<'a>(&'a self, counter: &'a Counter) -> Knowledge<'a> {
        Knowledge {
            now: counter.now(),
            office: &counter.office,
            holders: &self.choices.holders,
            entries: &self.choices.entries,
            items: &self.choices.items,
            closed: &self.choices.closed,
            earlier: self.earlier(),
        }
    }

    /// Whether an answer was given that ends the form: nothing is sent, and nothing of it is kept.
    pub fn is_stopped(&self) -> bool {
        self.draft.filling.stopped(&self.form).is_some()
    }

    /// The form with the question that is asked passed over, where it says yes and nothing at all is entered in it then:
    /// there is nothing to be looked over before it is sent.
    pub fn passed_over(&self) -> Option<FormPage> {
        let filling = self.left_empty()?;
        let mut passed = self.clone();
        passed.draft.filling = filling;
        Some(passed)
    }

    /// Whether passing the question over sends it.
    pub fn is_sent_empty(&self) -> bool {
        self.left_empty().is_some()
    }

    fn left_empty(&self) -> Option<Filling> {
        let says_yes = self.outcome().is_some_and(|it| it.tone == Tone::Yes);
        let asked = self.question().ok()?;
        if !says_yes || asked.required || asked.is_table() {
            return None;
        }
        let mut filling = self.draft.filling.clone();
        filling.take(asked.code, Answer::Skipped);
        let is_over = filling.now(&self.form) == Now::Review;
        let is_empty = filling
            .answers
            .iter()
            .all(|(_, answer)| *answer == Answer::Skipped);
        (is_over && is_empty).then_some(filling)
    }

    /// Whether all that was asked is whether it is meant so, and it is: there is nothing to be looked over.
    pub fn is_confirmed(&self) -> bool {
        let filling = &self.draft.filling;
        let mut asked = filling.asked(&self.form).peekable();
        self.outcome().is_some_and(|it| it.tone == Tone::Yes)
            && filling.now(&self.form) == Now::Review
            && asked.peek().is_some()
            && asked.all(|field| matches!(field.kind, Kind::Confirm(_)))
    }

    /// What was answered before the question that is asked now.
    pub fn earlier(&self) -> Earlier<'_> {
        let filling = &self.draft.filling;
        Earlier([
            Some(&filling.answers),
            Some(&filling.old),
            self.request.as_ref().map(|request| &request.state.answers),
        ])
    }

    /// The question that a paper sent now would answer: the one that is asked, or the next that waits for one.
    pub fn paper_field(&self) -> Option<&Field> {
        let filling = &self.draft.filling;
        match filling.now(&self.form) {
            Now::Question(field) if field.is_paper() => Some(field),
            Now::Question(_) => filling
                .asked(&self.form)
                .find(|field| field.is_paper() && !filling.answers.has(&field.code)),
            // What was passed over can still be sent.
            Now::Review => filling.asked(&self.form).find(|field| {
                let skipped = filling.answers.get(&field.code) == Some(&Answer::Skipped);
                field.is_paper() && skipped
            }),
            Now::Choosing | Now::Leaving => None,
        }
    }
}

pub(super) fn does_not_fit(field: &Field, unfit: Unfit) -> Error {
    let field = field.code.clone();
    Refusal::Unfit { field, unfit }.into()
}
